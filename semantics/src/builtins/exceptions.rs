//! The exception classes (Library Reference, "Built-in Exceptions").

use crate::protocols;
use crate::state::{Builtin, Data, Exception, GetSet, Machine, Outcome, Type, Value, names};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![METHODS, KEY_ERROR, OS_ERROR_METHODS]
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    vec![ATTRIBUTES, STOP_ITERATION, SYSTEM_EXIT, NAMED, OS_ERROR, UNICODE_ERROR]
}

builtins! { METHODS, "BaseException";
    "__new__" "cls, *args, **kwargs" leaf(new) "Creates the exception; its arguments are kept.";
    "__init__" "self, *args, **kwargs" leaf(init) "Sets the arguments.";
    "__str__" "self, /" rule(protocols::exception_str) "The arguments as text.";
    "__repr__" "self, /" rule(protocols::exception_repr) "The class's name and the arguments.";
    "with_traceback" "self, tb, /" leaf(with_traceback) "Sets the traceback and gives the exception.";
    "add_note" "self, note, /" leaf(add_note) "Adds a note, which is shown with the traceback (PEP 678).";
    "__setstate__" "self, state, /" leaf(set_state) "Sets the attributes of a dict.";
}

builtins! { KEY_ERROR, "KeyError";
    "__str__" "self, /" rule(protocols::key_error_str) "The repr of the key.";
}

builtins! { OS_ERROR_METHODS, "OSError";
    "__str__" "self, /" rule(protocols::os_error_str) "Number, text and file of the error.";
}

attributes! { ATTRIBUTES, "BaseException";
    "args" get(args) set(set_args) "The arguments.";
    "__cause__" get(cause) set(set_cause) "What `raise ... from` gave.";
    "__context__" get(context) set(set_context) "What was being handled when it was raised.";
    "__suppress_context__" get(suppress) set(set_suppress) "Whether the context is not shown.";
    "__traceback__" get(traceback) set(set_traceback) "The frames that it passed.";
}

attributes! { STOP_ITERATION, "StopIteration";
    "value" get(stop_value) set(set_stop_value) "What the generator returned.";
}

attributes! { SYSTEM_EXIT, "SystemExit";
    "code" get(exit_code) set(set_exit_code) "The exit code.";
}

/// Attributes that are `None` until they are set by keyword or by the machine.
macro_rules! plain_attributes {
    ($table:ident; $($owner:literal $name:literal $field:ident;)*) => {
        pub static $table: &[GetSet] = &[$(GetSet {
            name: $name,
            owner: $owner,
            get: |machine, args| plain_attribute(machine, args, $name),
            set: Some(|machine, args| set_plain_attribute(machine, args, $name)),
            doc: "None unless it is known.",
        },)*];
    };
}

plain_attributes! { NAMED;
    "NameError" "name" name;
    "AttributeError" "name" name;
    "AttributeError" "obj" obj;
    "ImportError" "name" name;
    "ImportError" "path" path;
    "ImportError" "name_from" name_from;
    "ImportError" "msg" msg;
    "SyntaxError" "msg" msg;
    "SyntaxError" "filename" filename;
    "SyntaxError" "lineno" lineno;
    "SyntaxError" "offset" offset;
    "SyntaxError" "text" text;
    "SyntaxError" "end_lineno" end_lineno;
    "SyntaxError" "end_offset" end_offset;
}

plain_attributes! { OS_ERROR;
    "OSError" "errno" errno;
    "OSError" "strerror" strerror;
    "OSError" "filename" filename;
    "OSError" "filename2" filename2;
}

plain_attributes! { UNICODE_ERROR;
    "UnicodeError" "encoding" encoding;
    "UnicodeError" "object" object;
    "UnicodeError" "start" start;
    "UnicodeError" "end" end;
    "UnicodeError" "reason" reason;
}

fn plain_attribute(machine: &mut Machine, args: &[Value], name: &'static str) -> Outcome {
    let name = machine.heap.intern(name);
    Ok(machine.own_attribute(args[0], name).present().unwrap_or(Value::NONE))
}

fn set_plain_attribute(machine: &mut Machine, args: &[Value], name: &'static str) -> Outcome {
    let name = machine.heap.intern(name);
    machine.set_exception_attribute(args[0], name, args[1].present().unwrap_or(Value::NONE));
    Ok(Value::NONE)
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    let class =
        if class == Type::OsError.handle() { class_of_os_error(machine, args[1]).handle() } else { class };
    let shape = machine.shape_for(class);
    let data = Data::Exception(Box::new(Exception::new(args[1])));
    Ok(machine.heap.allocate(shape, data))
}

/// `OSError(errno, ...)` makes an instance of the subclass for this error.
fn class_of_os_error(machine: &Machine, args: Value) -> Type {
    let number = match machine.tuple_items(args) {
        [number, _, ..] => number.as_int(),
        _ => None,
    };
    match number {
        Some(1 | 13) => Type::PermissionError,
        Some(2) => Type::FileNotFoundError,
        Some(3) => Type::ProcessLookupError,
        Some(4) => Type::InterruptedError,
        Some(10) => Type::ChildProcessError,
        Some(11 | 114 | 115) => Type::BlockingIoError,
        Some(17) => Type::FileExistsError,
        Some(20) => Type::NotADirectoryError,
        Some(21) => Type::IsADirectoryError,
        Some(32 | 108) => Type::BrokenPipeError,
        Some(103) => Type::ConnectionAbortedError,
        Some(104) => Type::ConnectionResetError,
        Some(110) => Type::TimeoutError,
        Some(111) => Type::ConnectionRefusedError,
        _ => Type::OsError,
    }
}

/// The attributes that the constructors of some classes take by position, or by keyword.
fn init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (exception, given, named) = (args[0], args[1], args[2]);
    if let Some(data) = machine.exception_data_mut(exception) {
        data.args = given;
    }
    let items = machine.tuple_items(given).to_vec();
    let keywords: &[&str] = if machine.is_instance(exception, Type::ImportError) {
        &["name", "path", "name_from"]
    } else if machine.is_instance(exception, Type::AttributeError) {
        &["name", "obj"]
    } else if machine.is_instance(exception, Type::NameError) {
        &["name"]
    } else {
        &[]
    };
    let entries: Vec<_> = machine.dict(named).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
    for entry in entries {
        let name = machine.text_of(entry.key);
        if !keywords.contains(&name.as_str()) {
            let message = format!("{}() takes no keyword arguments", machine.type_name(exception));
            return Err(machine.type_error(&message));
        }
        machine.set_exception_attribute(exception, entry.key, entry.value);
    }
    let positional: &[&str] =
        if machine.is_instance(exception, Type::OsError) && (2..=5).contains(&items.len()) {
            &["errno", "strerror", "filename", "winerror", "filename2"]
        } else if machine.is_instance(exception, Type::ImportError) && items.len() == 1
            || machine.is_instance(exception, Type::SyntaxError)
        {
            &["msg"]
        } else if machine.is_instance(exception, Type::UnicodeEncodeError)
            || machine.is_instance(exception, Type::UnicodeDecodeError)
        {
            &["encoding", "object", "start", "end", "reason"]
        } else {
            &[]
        };
    for (name, &value) in positional.iter().zip(&items) {
        let name = machine.heap.intern(name);
        machine.set_exception_attribute(exception, name, value);
    }
    if machine.is_instance(exception, Type::OsError) && items.len() > 2 {
        let first = machine.heap.new_tuple(items[..2].to_vec());
        if let Some(data) = machine.exception_data_mut(exception) {
            data.args = first;
        }
    }
    Ok(Value::NONE)
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

fn set_state(machine: &mut Machine, args: &[Value]) -> Outcome {
    let entries: Vec<_> =
        machine.dict(args[1]).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
    for entry in entries {
        machine.set_exception_attribute(args[0], entry.key, entry.value);
    }
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
    let items = match machine.heap.get(args[1]) {
        Some(Data::Tuple(items)) => items.to_vec(),
        Some(Data::List(items)) => items.clone(),
        _ => {
            let message = format!("'{}' object is not iterable", machine.type_name(args[1]));
            return Err(machine.type_error(&message));
        }
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
    if !args[1].is_bool() {
        return Err(machine.type_error("attribute value type must be bool"));
    }
    if let Some(data) = machine.exception_data_mut(args[0]) {
        data.suppress_context = args[1].is_true();
    }
    Ok(Value::NONE)
}

/// The attribute if it has been set, else the first argument, else `None`.
fn first_argument(machine: &mut Machine, exception: Value, name: Value) -> Outcome {
    if let Some(set) = machine.own_attribute(exception, name).present() {
        return Ok(set);
    }
    let args = machine.exception_data(exception).map_or(Value::NONE, |data| data.args);
    Ok(machine.tuple_items(args).first().copied().unwrap_or(Value::NONE))
}

fn stop_value(machine: &mut Machine, args: &[Value]) -> Outcome {
    first_argument(machine, args[0], names::value)
}

fn set_stop_value(machine: &mut Machine, args: &[Value]) -> Outcome {
    set_plain_attribute(machine, args, "value")
}

fn exit_code(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(set) = machine.own_attribute(args[0], names::code).present() {
        return Ok(set);
    }
    let given = machine.exception_data(args[0]).map_or(Value::NONE, |data| data.args);
    Ok(match machine.tuple_items(given) {
        [] => Value::NONE,
        [code] => *code,
        _ => given,
    })
}

fn set_exit_code(machine: &mut Machine, args: &[Value]) -> Outcome {
    set_plain_attribute(machine, args, "code")
}
