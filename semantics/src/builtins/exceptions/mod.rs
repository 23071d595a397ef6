//! The exception classes (Library Reference, "Built-in Exceptions").

mod make;
mod members;

use crate::protocols;
use crate::state::{Builtin, GetSet, Machine, Outcome, Type, Value};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![METHODS, KEY_ERROR, OS_ERROR, IMPORT_ERROR, SYNTAX_ERROR, ATTRIBUTE_ERROR, GROUP]
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    vec![ATTRIBUTES, members::MEMBERS, members::FIXED, members::PLACES, members::ARGUMENTS, members::WRITTEN]
}

builtins! { METHODS, "BaseException";
    "__new__" "cls, *args, **kwargs" leaf(make::new) "Creates the exception; its arguments are kept.";
    "__init__" "self, *args, **kwargs" leaf(make::init) "Sets the arguments.";
    "__str__" "self, /" rule(protocols::exception_str) "The arguments as text.";
    "__repr__" "self, /" rule(protocols::exception_repr) "The class's name and the arguments.";
    "with_traceback" "self, tb, /" leaf(with_traceback) "Sets the traceback and gives the exception.";
    "add_note" "self, note, /" leaf(add_note) "Adds a note, which is shown with the traceback (PEP 678).";
    "__setstate__" "self, state, /" prelude("exception_setstate") "Sets the attributes of a dict.";
    "__reduce__" "self, /" leaf(make::reduce) "What makes an equal exception: its class, its arguments, its other attributes.";
}

builtins! { KEY_ERROR, "KeyError";
    "__str__" "self, /" rule(protocols::key_error_str) "The repr of the key.";
}

builtins! { OS_ERROR, "OSError";
    "__str__" "self, /" rule(protocols::os_error_str) "Number, text and file of the error.";
}

builtins! { IMPORT_ERROR, "ImportError";
    "__str__" "self, /" rule(protocols::import_error_str) "The message.";
}

builtins! { SYNTAX_ERROR, "SyntaxError";
    "__str__" "self, /" rule(protocols::syntax_error_str) "The message, and where in which file.";
}

builtins! { ATTRIBUTE_ERROR, "AttributeError";
    "__getstate__" "self, /" leaf(make::attribute_error_state) "The attributes without the object.";
}

builtins! { GROUP, "BaseExceptionGroup";
    "__new__" "cls, message, exceptions, /" prelude("BaseExceptionGroup_new") "A group of exceptions with a message.";
    "__init__" "self, *args, **kwargs" leaf(make::init_group) "Sets the arguments.";
    "__str__" "self, /" prelude("BaseExceptionGroup_str") "The message, and of how many exceptions the group is.";
    "derive" "self, exceptions, /" prelude("BaseExceptionGroup_derive") "A group with the same message.";
    "split" "self, matcher_value, /" prelude("BaseExceptionGroup_split") "The exceptions that match, and the rest.";
    "subgroup" "self, matcher_value, /" prelude("BaseExceptionGroup_subgroup") "The exceptions that match.";
    "__class_getitem__" "cls, item, /" leaf(crate::builtins::sequences::class_getitem) "A generic alias.";
}

attributes! { ATTRIBUTES, "BaseException";
    "args" get(args) set(set_args) "The arguments.";
    "__cause__" get(cause) set(set_cause) "What `raise ... from` gave.";
    "__context__" get(context) set(set_context) "What was being handled when it was raised.";
    "__suppress_context__" get(suppress) set(set_suppress) "Whether the context is not shown.";
    "__traceback__" get(traceback) set(set_traceback) "The frames that it passed.";
}

fn with_traceback(machine: &mut Machine, args: &[Value]) -> Outcome {
    set_traceback(machine, args)?;
    Ok(args[0])
}

fn add_note(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.text(args[1]).is_none() {
        let message = format!("note must be a str, not '{}'", machine.type_name(args[1]));
        return Err(machine.type_error(&message));
    }
    machine.add_note(args[0], args[1]);
    Ok(Value::NONE)
}

/// One field of the exception's data, as getter and setter.
macro_rules! fields {
    ($($get:ident $set:ident $field:ident $default:expr;)*) => {$(
        fn $get(machine: &mut Machine, args: &[Value]) -> Outcome {
            Ok(machine.exception_data(args[0]).map_or(Value::NONE, |data| data.$field))
        }
        fn $set(machine: &mut Machine, args: &[Value]) -> Outcome {
            check_link(machine, stringify!($field), args[1])?;
            if let Some(data) = machine.exception_data_mut(args[0]) {
                data.$field = args[1].present().unwrap_or($default);
            }
            Ok(Value::NONE)
        }
    )*};
}

fields! {
    args_field set_args_field args Value::NONE;
    cause set_cause_field cause Value::NONE;
    context set_context context Value::NONE;
    traceback set_traceback traceback Value::NONE;
}

/// Cause and context must be exceptions or `None`, the traceback one or `None`.
fn check_link(machine: &mut Machine, field: &str, value: Value) -> Outcome {
    if value.is_nothing() && field != "args" {
        let message = match field {
            "traceback" => "__traceback__ may not be deleted".to_owned(),
            _ => format!("__{field}__ may not be deleted"),
        };
        return Err(machine.type_error(&message));
    }
    let is_good = match field {
        "cause" | "context" => value.is_none() || machine.is_instance(value, Type::BaseException),
        "traceback" => value.is_none() || machine.is_instance(value, Type::Traceback),
        _ => true,
    };
    if is_good {
        return Ok(Value::NONE);
    }
    let message = match field {
        "traceback" => "__traceback__ must be a traceback or None".to_owned(),
        _ => format!("exception {field} must be None or derive from BaseException"),
    };
    Err(machine.type_error(&message))
}

fn args(machine: &mut Machine, args: &[Value]) -> Outcome {
    args_field(machine, args)
}

fn set_args(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[1].is_nothing() {
        return Err(machine.type_error("args may not be deleted"));
    }
    let Some(items) = machine.all_items(args[1])? else {
        return Err(machine.type_error_about("", args[1], " object is not iterable"));
    };
    let tuple = machine.heap.new_tuple(items);
    set_args_field(machine, &[args[0], tuple])
}

fn set_cause(machine: &mut Machine, args: &[Value]) -> Outcome {
    set_cause_field(machine, args)?;
    if let Some(data) = machine.exception_data_mut(args[0]) {
        data.suppress_context = true;
    }
    Ok(Value::NONE)
}

fn suppress(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::bool(machine.exception_data(args[0]).is_some_and(|data| data.suppress_context)))
}

fn set_suppress(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[1].is_nothing() {
        return Err(machine.type_error("can't delete numeric/char attribute"));
    }
    if !args[1].is_bool() {
        return Err(machine.type_error("attribute value type must be bool"));
    }
    if let Some(data) = machine.exception_data_mut(args[0]) {
        data.suppress_context = args[1].is_true();
    }
    Ok(Value::NONE)
}
