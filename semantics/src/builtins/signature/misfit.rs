//! What built-in functions say when arguments don't fit: CPython's messages, which depend on how a function takes them.

use super::{Kind, Parameter, Signature, fills_slot};
use crate::data::suggestions::most_similar;
use crate::state::{Builtin, Code, Function, Machine, Thrown, Value};
use std::rc::Rc;

/// What kind of built-in function is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Function,
    Method,
    /// A special method, called through its slot.
    Slot,
    /// `__new__` or `__init__`: the class is called.
    Maker,
}

/// How messages name what is called.
#[derive(Clone, Debug)]
pub struct Callee {
    /// `append`; of a class, `list`.
    name: String,
    /// `list.append`, `math.sin`.
    full_name: String,
    role: Role,
    /// Whether the first argument is the object or class that it is bound to.
    has_receiver: bool,
    /// Not by a class derived from the one that it belongs to.
    is_exact: bool,
}

impl Callee {
    pub fn of_builtin(machine: &Machine, builtin: &Builtin, arguments: &[Value]) -> Callee {
        let role = match builtin.name {
            "__new__" | "__init__" => Role::Maker,
            _ if builtin.is_slot_wrapper() => Role::Slot,
            _ if builtin.owner_type().is_some() => Role::Method,
            _ => Role::Function,
        };
        let own_name = builtin.owner.rsplit('.').next().unwrap_or(builtin.owner);
        let name = if role == Role::Maker { own_name } else { builtin.name };
        let full_name = match arguments.first().and_then(|class| machine.class(*class)) {
            _ if role == Role::Maker => own_name.to_owned(),
            Some(class) if builtin.is_class_method() => {
                format!("{}.{}", machine.text_of(class.qualified_name), builtin.name)
            }
            _ => builtin.display_name(),
        };
        let has_receiver = builtin.is_method() || builtin.is_class_method() || builtin.is_maker;
        let is_exact = builtin.owner_type().map(|owner| owner.value()) == arguments.first().copied();
        Callee { name: name.to_owned(), full_name, role, has_receiver, is_exact }
    }

    /// Some functions count their positional arguments by themselves, before they look at names.
    fn counts_first(&self, parameters: &[Parameter], given: usize, names: &[String]) -> bool {
        let (least, most) = bounds(parameters);
        match self.full_name.as_str() {
            "sorted" => given < least || given > most,
            "int" | "str" => self.is_exact && given > most && names.is_empty(),
            "type" => true,
            "BaseExceptionGroup" => given != most,
            _ => false,
        }
    }

    /// A function that is written in Python and stands for one that is not.
    fn of_function(machine: &Machine, function: &Function) -> Callee {
        let (name, full_name) = (machine.text_of(function.name), machine.text_of(function.qualified_name));
        let owner = full_name.rsplit_once('.').map(|(owner, _)| owner.to_owned());
        let has_receiver = owner.is_some();
        let (name, full_name, role) = match owner {
            Some(owner) if matches!(name.as_str(), "__new__" | "__init__") => {
                (owner.clone(), owner, Role::Maker)
            }
            Some(_) if fills_slot(&name) => (name, full_name, Role::Slot),
            Some(_) => (name, full_name, Role::Method),
            None => {
                let module = machine.text_of(function.module);
                let full_name =
                    if module == "builtins" { full_name } else { format!("{module}.{full_name}") };
                (name, full_name, Role::Function)
            }
        };
        Callee { name, full_name, role, has_receiver, is_exact: false }
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

impl Machine {
    /// What is wrong with the arguments of a function that stands for a built-in one.
    #[cold]
    pub fn misfit_of_function(
        &mut self,
        function: Value,
        code: &Rc<Code>,
        arguments: &[Value],
        named: Value,
    ) -> Thrown {
        let Some(data) = self.function(function) else { unreachable!("a function was called") };
        let signature = Signature::of_function(self, data, code);
        self.misfit(&Callee::of_function(self, data), &signature, arguments, named)
    }

    /// What is wrong with arguments that don't fit a signature.
    #[cold]
    pub(super) fn misfit(
        &mut self,
        callee: &Callee,
        signature: &Signature,
        arguments: &[Value],
        named: Value,
    ) -> Thrown {
        let own = callee.has_receiver as usize;
        let parameters = &signature.parameters[own.min(signature.parameters.len())..];
        let given = arguments.len().saturating_sub(own);
        let names: Vec<String> = self
            .dict(named)
            .map(|dict| dict.iter().map(|entry| self.text_of(entry.key)).collect())
            .unwrap_or_default();
        let is_counted_first = callee.counts_first(parameters, given, &names);
        let takes_names = signature.takes_any(Kind::VarKeyword) || parameters.iter().any(Parameter::is_named);
        let takes_nothing = callee.role == Role::Maker && parameters.is_empty();
        let message = if takes_nothing || is_counted_first {
            misfit_in_number(callee, parameters, given)
        } else if callee.role == Role::Slot && !names.is_empty() {
            format!("wrapper {}() takes no keyword arguments", callee.name)
        } else if !takes_names && !names.is_empty() {
            format!("{}() takes no keyword arguments", callee.full_name)
        } else if !takes_names || callee.role == Role::Slot {
            misfit_in_number(callee, parameters, given)
        } else {
            misfit_by_name(callee, parameters, given, &names)
        };
        self.type_error(&message)
    }
}

/// The least and the greatest number of positional arguments.
fn bounds(parameters: &[Parameter]) -> (usize, usize) {
    let positional = parameters.iter().filter(|parameter| parameter.is_positional());
    let least = positional.clone().filter(|parameter| !parameter.is_optional).count();
    (least, positional.count())
}

/// The special methods whose messages begin with the name of the function, which is empty.
const UNNAMED: &[&str] =
    &["__setattr__", "__setitem__", "__pow__", "__rpow__", "__ipow__", "__get__", "__set__"];

/// Too many or too few arguments for a function that takes none by name.
fn misfit_in_number(callee: &Callee, parameters: &[Parameter], given: usize) -> String {
    let (least, most) = bounds(parameters);
    let is_bounded = !parameters.iter().any(|parameter| parameter.kind == Kind::VarPositional);
    match callee.role {
        Role::Slot => {}
        Role::Maker if callee.name == "type" && callee.is_exact => {
            return "type() takes 1 or 3 arguments".to_owned();
        }
        Role::Maker if matches!(callee.name.as_str(), "type" | "BaseExceptionGroup") => {
            return format!("{}.__new__() takes exactly {most} arguments ({given} given)", callee.name);
        }
        Role::Maker if most == 0 && is_bounded => return format!("{} takes no arguments", callee.name),
        _ if most == 0 && is_bounded => {
            return format!("{}() takes no arguments ({given} given)", callee.full_name);
        }
        Role::Function | Role::Method if least == 1 && parameters.len() == 1 && is_bounded => {
            return format!("{}() takes exactly one argument ({given} given)", callee.full_name);
        }
        _ => {}
    }
    let name = match callee.role {
        Role::Slot if UNNAMED.contains(&callee.name.as_str()) => " ".to_owned(),
        Role::Slot => String::new(),
        _ => format!("{} ", callee.name),
    };
    let (bound, count) = if least == most && is_bounded {
        ("", most)
    } else if given < least {
        ("at least ", least)
    } else {
        ("at most ", most)
    };
    format!("{name}expected {bound}{count} argument{}, got {given}", plural(count))
}

/// The first fault of arguments some of which may be given by name.
fn misfit_by_name(callee: &Callee, parameters: &[Parameter], given: usize, names: &[String]) -> String {
    let name = &callee.name;
    let (least, most) = bounds(parameters);
    let takes_rest = parameters.iter().any(|parameter| parameter.kind == Kind::VarPositional);
    let all = parameters.iter().filter(|parameter| parameter.is_positional() || parameter.is_named()).count();
    if given + names.len() > all && !takes_rest {
        let kind = if given == 0 { "keyword " } else { "" };
        let number = given + names.len();
        return format!("{name}() takes at most {all} {kind}argument{} ({number} given)", plural(all));
    }
    if given > most && !takes_rest {
        let bound = if least == most { "exactly" } else { "at most" };
        return match most {
            0 => format!("{name}() takes no positional arguments"),
            _ => format!("{name}() takes {bound} {most} positional argument{} ({given} given)", plural(most)),
        };
    }
    let only = parameters.iter().filter(|parameter| parameter.kind == Kind::PositionalOnly);
    let needed = only.filter(|parameter| !parameter.is_optional).count();
    if given < needed {
        let bound = if needed < most { "at least" } else { "exactly" };
        return format!(
            "{name}() takes {bound} {needed} positional argument{} ({given} given)",
            plural(needed)
        );
    }
    let is_given = |parameter: &Parameter| names.iter().any(|name| *name == parameter.name);
    let by_name = || parameters.iter().enumerate().filter(|(_, parameter)| parameter.is_named());
    if let Some((index, parameter)) =
        by_name().find(|(index, parameter)| !parameter.is_optional && *index >= given && !is_given(parameter))
    {
        return format!("{name}() missing required argument '{}' (pos {})", parameter.name, index + 1);
    }
    if let Some((index, parameter)) =
        by_name().find(|(index, parameter)| *index < given && is_given(parameter))
    {
        let parameter = &parameter.name;
        return format!("argument for {name}() given by name ('{parameter}') and position ({})", index + 1);
    }
    let known: Vec<String> = by_name().map(|(_, parameter)| parameter.name.to_string()).collect();
    let stranger = names.iter().find(|name| !known.contains(name)).cloned().unwrap_or_default();
    // `sorted` hands its keyword arguments over.
    let name = if name == "sorted" { "sort" } else { name };
    unexpected_keyword(name, &stranger, &known)
}

/// No parameter has the name of an argument; one may have been meant.
pub fn unexpected_keyword(callee: &str, stranger: &str, known: &[String]) -> String {
    let meant = most_similar(stranger, known);
    let hint = meant.map(|meant| format!(". Did you mean '{meant}'?")).unwrap_or_default();
    format!("{callee}() got an unexpected keyword argument '{stranger}'{hint}")
}
