//! Parameters of built-in functions.

mod arity;
mod bind;
mod misfit;

pub use arity::{Arity, begins_with_self, has_conversions, is_new};
pub use misfit::unexpected_keyword;

use crate::state::{Builtin, Code, Function, GetSet, Machine, Type};
use std::borrow::Cow;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword,
}

/// What an argument is asked for before the function sees it, if it is an object that can say (Language Reference 3.3.8).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// An int, from `__index__`.
    Index,
    /// A float, from `__float__` or `__index__`.
    Real,
    /// Its truth, from `__bool__` or `__len__`.
    Truth,
}

#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: Cow<'static, str>,
    pub kind: Kind,
    pub is_optional: bool,
    pub conversion: Option<Conversion>,
}

impl Parameter {
    /// Whether an argument may be given by name.
    pub fn is_named(&self) -> bool {
        matches!(self.kind, Kind::PositionalOrKeyword | Kind::KeywordOnly)
    }

    fn is_positional(&self) -> bool {
        matches!(self.kind, Kind::PositionalOnly | Kind::PositionalOrKeyword)
    }
}

/// The parameters of a built-in function.
#[derive(Clone, Debug)]
pub struct Signature {
    pub parameters: Vec<Parameter>,
    /// How many positional parameters there are.
    pub positional: usize,
    /// Nothing but required positional parameters: arguments can be taken as they are.
    pub is_plain: bool,
    /// Some arguments are asked for a number before the function sees them.
    pub converts: bool,
}

impl Signature {
    fn new(parameters: Vec<Parameter>) -> Signature {
        let positional = parameters.iter().filter(|parameter| parameter.is_positional()).count();
        let is_plain = parameters.iter().all(|parameter| parameter.is_positional() && !parameter.is_optional);
        let converts = parameters.iter().any(|parameter| parameter.conversion.is_some());
        Signature { parameters, positional, is_plain, converts }
    }

    /// Takes the text of a signature apart.
    pub fn parse(text: &'static str) -> Signature {
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut kind = Kind::PositionalOrKeyword;
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (part, is_optional) = part.strip_suffix('=').map_or((part, false), |part| (part, true));
            let (part, conversion) = part
                .split_once(':')
                .map_or((part, None), |(part, conversion)| (part, Some(Conversion::named(conversion))));
            let mut add = |name: &'static str, kind, is_optional| {
                parameters.push(Parameter { name: name.into(), kind, is_optional, conversion });
            };
            if part == "/" {
                parameters.iter_mut().for_each(|parameter| parameter.kind = Kind::PositionalOnly);
            } else if part == "*" {
                kind = Kind::KeywordOnly;
            } else if let Some(name) = part.strip_prefix("**") {
                add(name, Kind::VarKeyword, true);
            } else if let Some(name) = part.strip_prefix('*') {
                add(name, Kind::VarPositional, true);
                kind = Kind::KeywordOnly;
            } else {
                add(part, kind, is_optional);
            }
        }
        Signature::new(parameters)
    }

    /// The parameters of a function that is written in Python.
    pub fn of_function(machine: &Machine, function: &Function, code: &Code) -> Signature {
        let shape = code.unit().parameters;
        let positional = (shape.positional_only + shape.positional_or_keyword) as usize;
        let first_default = positional - machine.tuple_items(function.defaults).len().min(positional);
        let name = |slot: usize| Cow::Owned(machine.text_of(code.slots[slot]));
        let total = positional + shape.keyword_only as usize;
        let mut parameters: Vec<Parameter> = (0..total)
            .map(|slot| {
                let kind = match slot {
                    _ if slot < shape.positional_only as usize => Kind::PositionalOnly,
                    _ if slot < positional => Kind::PositionalOrKeyword,
                    _ => Kind::KeywordOnly,
                };
                let has_default =
                    || machine.dict_get_name(function.keyword_defaults, code.slots[slot]).is_present();
                let is_optional = if slot < positional { slot >= first_default } else { has_default() };
                Parameter { name: name(slot), kind, is_optional, conversion: None }
            })
            .collect();
        let mut further = |is_there: bool, slot: usize, at: usize, kind| {
            if is_there {
                parameters
                    .insert(at, Parameter { name: name(slot), kind, is_optional: true, conversion: None });
            }
        };
        let rest = shape.var_positional as usize;
        further(shape.var_positional, total, positional, Kind::VarPositional);
        further(shape.var_keyword, total + rest, total + rest, Kind::VarKeyword);
        Signature::new(parameters)
    }

    /// The parameters as Python shows them.
    pub fn text(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut last = None;
        for parameter in &self.parameters {
            if last == Some(Kind::PositionalOnly) && parameter.kind != Kind::PositionalOnly {
                parts.push("/".to_owned());
            }
            if parameter.kind == Kind::KeywordOnly
                && !matches!(last, Some(Kind::KeywordOnly | Kind::VarPositional))
            {
                parts.push("*".to_owned());
            }
            let (stars, default) = match parameter.kind {
                Kind::VarPositional => ("*", ""),
                Kind::VarKeyword => ("**", ""),
                _ if parameter.is_optional => ("", "=<unrepresentable>"),
                _ => ("", ""),
            };
            parts.push(format!("{stars}{}{default}", parameter.name));
            last = Some(parameter.kind);
        }
        if last == Some(Kind::PositionalOnly) {
            parts.push("/".to_owned());
        }
        format!("({})", parts.join(", "))
    }

    /// The parameter that takes the positional argument of this index.
    fn taker(&self, index: usize) -> Option<&Parameter> {
        let rest = || self.parameters.iter().find(|parameter| parameter.kind == Kind::VarPositional);
        if index < self.positional { self.parameters.get(index) } else { rest() }
    }

    /// The parameter that takes an argument of this name.
    fn named(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.is_named() && parameter.name == name)
    }

    fn takes_any(&self, kind: Kind) -> bool {
        self.parameters.iter().any(|parameter| parameter.kind == kind)
    }
}

impl Conversion {
    fn named(name: &str) -> Conversion {
        match name {
            "index" => Conversion::Index,
            "real" => Conversion::Real,
            "truth" => Conversion::Truth,
            _ => unreachable!("there is no conversion {name}"),
        }
    }
}

/// The special methods that fill a slot of a class: as descriptors they show as slot wrappers.
fn is_slot(name: &str) -> bool {
    let Some(name) = name.strip_prefix("__").and_then(|name| name.strip_suffix("__")) else { return false };
    let plain = name.strip_prefix(['r', 'i']).filter(|plain| NUMBER_SLOTS.contains(plain));
    SLOTS.contains(&name) || NUMBER_SLOTS.contains(&name) || plain.is_some()
}

const SLOTS: &[&str] = &[
    "getattribute",
    "setattr",
    "delattr",
    "repr",
    "str",
    "hash",
    "call",
    "lt",
    "le",
    "eq",
    "ne",
    "gt",
    "ge",
    "iter",
    "next",
    "get",
    "set",
    "delete",
    "init",
    "del",
    "len",
    "getitem",
    "setitem",
    "delitem",
    "contains",
    "bool",
    "int",
    "float",
    "index",
    "neg",
    "pos",
    "abs",
    "invert",
    "buffer",
    "release_buffer",
    "await",
    "aiter",
    "anext",
];

/// The operators that have a reflected and an in-place form.
const NUMBER_SLOTS: &[&str] = &[
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and",
    "or", "xor",
];

/// Methods that have the name of a slot and are none: they can be found without the slot's wrapping.
const NO_SLOTS: &[(&str, &str)] = &[
    ("list", "__getitem__"),
    ("dict", "__getitem__"),
    ("dict", "__contains__"),
    ("set", "__contains__"),
    ("frozenset", "__contains__"),
    ("bytes", "__bytes__"),
    ("complex", "__complex__"),
];

impl Builtin {
    pub fn signature(&self) -> &Signature {
        self.parsed.get_or_init(|| Signature::parse(self.signature))
    }

    /// Whether the first parameter is the object or class that a method is bound to.
    #[inline]
    pub fn is_method(&self) -> bool {
        self.is_method
    }

    pub fn is_class_method(&self) -> bool {
        self.signature.starts_with("cls") && !self.is_maker
    }

    /// Whether it is a method that fills a slot of the class in CPython, so that it shows as `slot wrapper`.
    pub fn is_slot_wrapper(&self) -> bool {
        self.is_method() && is_slot(self.name) && !NO_SLOTS.contains(&(self.owner, self.name))
    }

    /// The built-in class that the method belongs to.
    pub fn owner_type(&self) -> Option<Type> {
        *self.owner_class.get_or_init(|| type_named(self.owner))
    }

    /// The name in messages: `list.append`, `math.sin`, `len`.
    pub fn display_name(&self) -> String {
        if self.owner.is_empty() { self.name.to_owned() } else { format!("{}.{}", self.owner, self.name) }
    }
}

impl GetSet {
    /// The built-in class that the attribute belongs to.
    pub fn owner_type(&self) -> Option<Type> {
        *self.owner_class.get_or_init(|| type_named(self.owner))
    }
}

fn type_named(name: &str) -> Option<Type> {
    Type::ALL.iter().copied().find(|class| class.name() == name)
}

/// Whether the name is one of a method that a class fills a slot with.
pub fn fills_slot(name: &str) -> bool {
    is_slot(name)
}
