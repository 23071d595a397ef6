//! Parameters of built-in functions, and how arguments are bound to them.

use crate::state::{Builtin, Machine, Thrown, Value};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword,
}

#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    pub name: &'static str,
    pub kind: Kind,
    pub is_optional: bool,
}

/// The parameters of a built-in function.
#[derive(Clone, Debug)]
pub struct Signature {
    pub parameters: Vec<Parameter>,
    /// How many positional parameters there are, and how many of them are required.
    pub positional: usize,
    pub required: usize,
    /// Nothing but required positional parameters: arguments can be taken as they are.
    pub is_plain: bool,
}

impl Signature {
    /// Takes the text of a signature apart.
    pub fn parse(text: &'static str) -> Signature {
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut kind = Kind::PositionalOrKeyword;
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            if part == "/" {
                parameters.iter_mut().for_each(|parameter| parameter.kind = Kind::PositionalOnly);
            } else if part == "*" {
                kind = Kind::KeywordOnly;
            } else if let Some(name) = part.strip_prefix("**") {
                parameters.push(Parameter { name, kind: Kind::VarKeyword, is_optional: true });
            } else if let Some(name) = part.strip_prefix('*') {
                parameters.push(Parameter { name, kind: Kind::VarPositional, is_optional: true });
                kind = Kind::KeywordOnly;
            } else {
                let (name, is_optional) =
                    part.split_once('=').map_or((part, false), |(name, _)| (name, true));
                parameters.push(Parameter { name: name.trim(), kind, is_optional });
            }
        }
        let is_positional = |parameter: &&Parameter| {
            matches!(parameter.kind, Kind::PositionalOnly | Kind::PositionalOrKeyword)
        };
        let positional = parameters.iter().filter(is_positional).count();
        let required =
            parameters.iter().filter(is_positional).filter(|parameter| !parameter.is_optional).count();
        let is_plain = positional == parameters.len() && required == positional;
        Signature { parameters, positional, required, is_plain }
    }
}

/// How many arguments a built-in function takes by position where nothing is given by name: known before the program
/// starts, so that most calls need not look at the signature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arity {
    least: u8,
    most: u8,
    /// The number of parameters; those not given are [`Value::NOTHING`].
    pub total: u8,
}

impl Arity {
    /// A function with more parameters, or with one that takes the rest, is bound by its signature.
    pub const MOST: usize = 8;
    const UNKNOWN: Arity = Arity { least: 1, most: 0, total: 0 };

    /// Reads what a signature says about positions.
    pub const fn of(signature: &str) -> Arity {
        let text = signature.as_bytes();
        let mut arity = Arity { least: 0, most: 0, total: 0 };
        let (mut at, mut is_by_name_only) = (0, false);
        while at < text.len() {
            let start = at;
            let mut is_optional = false;
            while at < text.len() && text[at] != b',' {
                is_optional = is_optional || text[at] == b'=';
                at += 1;
            }
            let is_star = text[start] == b'*';
            if is_star && at - start > 1 {
                return Arity::UNKNOWN;
            }
            if is_star {
                is_by_name_only = true;
            } else if text[start] != b'/' {
                arity.total += 1;
                arity.most += !is_by_name_only as u8;
                arity.least += !is_optional as u8;
            }
            at += 1;
            while at < text.len() && text[at] == b' ' {
                at += 1;
            }
        }
        // A parameter that must be given by name makes more arguments necessary than there are places.
        if arity.total as usize > Arity::MOST { Arity::UNKNOWN } else { arity }
    }

    /// Whether so many arguments suffice and are not too many.
    #[inline(always)]
    pub fn takes(self, count: usize) -> bool {
        self.least as usize <= count && count <= self.most as usize
    }
}

/// Whether a signature is that of a method.
pub const fn begins_with_self(signature: &str) -> bool {
    matches!(signature.as_bytes(), [b's', b'e', b'l', b'f', ..])
}

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
        self.signature.starts_with("cls") && self.name != "__new__"
    }

    /// Whether it is a method that fills a slot of the class in CPython, so that it shows as `slot wrapper`.
    pub fn is_slot_wrapper(&self) -> bool {
        self.name.starts_with("__")
            && self.is_method()
            && !matches!(
                self.name,
                "__format__"
                    | "__getnewargs__"
                    | "__sizeof__"
                    | "__reversed__"
                    | "__round__"
                    | "__trunc__"
                    | "__floor__"
                    | "__ceil__"
                    | "__dir__"
                    | "__reduce__"
                    | "__reduce_ex__"
                    | "__length_hint__"
                    | "__instancecheck__"
                    | "__subclasscheck__"
                    | "__prepare__"
                    | "__subclasses__"
                    | "__class_getitem__"
                    | "__init_subclass__"
                    | "__subclasshook__"
            )
    }

    /// The name in messages: `list.append`, `len`.
    pub fn display_name(&self) -> String {
        if self.owner.is_empty() || self.is_module_function() {
            self.name.to_owned()
        } else {
            format!("{}.{}", self.owner, self.name)
        }
    }

    /// The name in messages about the number of arguments: `append`; of a class's own, `range`.
    fn short_name(&self) -> &'static str {
        if matches!(self.name, "__new__" | "__init__") { self.owner } else { self.name }
    }

    fn is_module_function(&self) -> bool {
        !self.is_method() && !self.is_class_method() && self.name != "__new__"
    }
}

impl Machine {
    /// Binds arguments to the parameters of a built-in function: one value a parameter, in order.
    pub fn bind_builtin(
        &mut self,
        builtin: &'static Builtin,
        arguments: &[Value],
        named: Value,
    ) -> Result<Vec<Value>, Thrown> {
        let signature = builtin.signature();
        let has_named = self.dict(named).is_some_and(|dict| !dict.is_empty());
        if signature.is_plain && !has_named && arguments.len() == signature.positional {
            return Ok(arguments.to_vec());
        }
        let is_positional = |parameter: &Parameter| parameter.kind == Kind::PositionalOnly;
        if has_named && signature.parameters.iter().all(is_positional) {
            return Err(self.no_keywords(builtin, arguments));
        }
        let takes_rest = signature.parameters.iter().any(|parameter| parameter.kind == Kind::VarPositional);
        if arguments.len() > signature.positional && !takes_rest {
            return Err(self.wrong_count(builtin, arguments));
        }
        let mut bound = Vec::with_capacity(signature.parameters.len());
        let mut used = 0;
        for (index, parameter) in signature.parameters.iter().enumerate() {
            let value = match parameter.kind {
                Kind::VarPositional => {
                    let rest = arguments.get(signature.positional..).unwrap_or(&[]).to_vec();
                    self.heap.new_tuple(rest)
                }
                Kind::VarKeyword if !has_named && builtin.leaf().is_some() => Value::NOTHING,
                Kind::VarKeyword => self.remaining_keywords(signature, named),
                Kind::PositionalOnly => arguments.get(index).copied().unwrap_or(Value::NOTHING),
                Kind::PositionalOrKeyword | Kind::KeywordOnly => {
                    let by_name = self.dict_get_str(named, parameter.name);
                    used += by_name.is_present() as usize;
                    match arguments.get(index) {
                        Some(_) if parameter.kind == Kind::PositionalOrKeyword && by_name.is_present() => {
                            let name = parameter.name;
                            let message = format!(
                                "argument for {}() given by name ('{name}') and position ({})",
                                builtin.name,
                                index + 1
                            );
                            return Err(self.type_error(&message));
                        }
                        Some(&value) if parameter.kind == Kind::PositionalOrKeyword => value,
                        _ => by_name,
                    }
                }
            };
            if value.is_nothing() && !parameter.is_optional {
                return Err(self.missing_argument(builtin, arguments, index));
            }
            bound.push(value);
        }
        self.check_all_named_used(builtin, named, used)?;
        Ok(bound)
    }

    /// The keyword arguments for `**kwargs`.
    fn remaining_keywords(&mut self, signature: &Signature, named: Value) -> Value {
        let rest = self.heap.new_dict();
        let entries: Vec<_> = self.dict(named).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        for entry in entries {
            let name = self.text_of(entry.key);
            let is_known = signature.parameters.iter().any(|parameter| {
                parameter.name == name && !matches!(parameter.kind, Kind::PositionalOnly | Kind::VarKeyword)
            });
            if !is_known {
                self.dict_set_name(rest, entry.key, entry.value);
            }
        }
        rest
    }

    fn check_all_named_used(&mut self, builtin: &Builtin, named: Value, used: usize) -> Result<(), Thrown> {
        let signature = builtin.signature();
        let given = self.dict(named).map_or(0, |dict| dict.len());
        let takes_all = signature.parameters.iter().any(|parameter| parameter.kind == Kind::VarKeyword);
        if given == used || takes_all {
            return Ok(());
        }
        let names: Vec<String> = self
            .dict(named)
            .map(|dict| dict.iter().map(|entry| self.text_of(entry.key)).collect())
            .unwrap_or_default();
        let is_known = |name: &String| {
            signature.parameters.iter().any(|p| p.name == name && p.kind != Kind::PositionalOnly)
        };
        let name = names.iter().find(|name| !is_known(name)).cloned().unwrap_or_default();
        Err(self.type_error(&format!("{}() got an unexpected keyword argument '{name}'", builtin.name)))
    }

    #[cold]
    fn no_keywords(&mut self, builtin: &Builtin, arguments: &[Value]) -> Thrown {
        let is_maker = matches!(builtin.name, "__new__" | "__init__");
        let name = if is_maker { builtin.owner.to_owned() } else { self.bound_name(builtin, arguments) };
        self.type_error(&format!("{name}() takes no keyword arguments"))
    }

    /// The name in messages: of a class method with the class that it is bound to.
    fn bound_name(&self, builtin: &Builtin, arguments: &[Value]) -> String {
        match arguments.first().and_then(|class| self.class(*class)) {
            Some(class) if builtin.is_class_method() => {
                format!("{}.{}", self.text_of(class.qualified_name), builtin.name)
            }
            _ => builtin.display_name(),
        }
    }

    /// Too many or too few positional arguments.
    #[cold]
    fn wrong_count(&mut self, builtin: &Builtin, arguments: &[Value]) -> Thrown {
        let signature = builtin.signature();
        let own = (builtin.is_method() || builtin.is_class_method() || builtin.name == "__new__") as usize;
        let (least, most) =
            (signature.required.saturating_sub(own), signature.positional.saturating_sub(own));
        let given = arguments.len().saturating_sub(own);
        let name = self.bound_name(builtin, arguments);
        let all_positional = signature.parameters.iter().all(|p| p.kind == Kind::PositionalOnly);
        let has_named = signature.parameters.iter().any(|p| p.kind == Kind::KeywordOnly);
        let is_unnamed = |p: &Parameter| matches!(p.kind, Kind::PositionalOnly | Kind::KeywordOnly);
        let message = if builtin.is_slot_wrapper() && builtin.name != "__init__" && least == most {
            format!("expected {most} argument{}, got {given}", if most == 1 { "" } else { "s" })
        } else if has_named && most == 0 {
            format!("{}() takes no positional arguments", builtin.name)
        } else if has_named && least == most && signature.parameters.iter().all(is_unnamed) {
            let plural = if most == 1 { "" } else { "s" };
            format!("{} expected {most} argument{plural}, got {given}", builtin.short_name())
        } else if most == 0 {
            format!("{name}() takes no arguments ({given} given)")
        } else if least == most && most == 1 {
            format!("{name}() takes exactly one argument ({given} given)")
        } else if all_positional {
            let plural = |count| if count == 1 { "" } else { "s" };
            if least == most {
                format!("{} expected {most} arguments, got {given}", builtin.short_name())
            } else if given < least {
                format!(
                    "{} expected at least {least} argument{}, got {given}",
                    builtin.short_name(),
                    plural(least)
                )
            } else {
                format!(
                    "{} expected at most {most} argument{}, got {given}",
                    builtin.short_name(),
                    plural(most)
                )
            }
        } else {
            let plural = if most == 1 { "" } else { "s" };
            let bound = if least == most { "exactly" } else { "at most" };
            format!("{}() takes {bound} {most} argument{plural} ({given} given)", builtin.short_name())
        };
        self.type_error(&message)
    }

    #[cold]
    fn missing_argument(&mut self, builtin: &'static Builtin, arguments: &[Value], index: usize) -> Thrown {
        let parameter = builtin.signature().parameters[index];
        if index == 0 && builtin.is_method() {
            let message = if builtin.is_slot_wrapper() {
                format!("descriptor '{}' of '{}' object needs an argument", builtin.name, builtin.owner)
            } else {
                format!("unbound method {}() needs an argument", builtin.display_name())
            };
            return self.type_error(&message);
        }
        if parameter.kind == Kind::PositionalOnly {
            return self.wrong_count(builtin, arguments);
        }
        let message =
            format!("{}() missing required argument '{}' (pos {})", builtin.name, parameter.name, index + 1);
        self.type_error(&message)
    }
}
