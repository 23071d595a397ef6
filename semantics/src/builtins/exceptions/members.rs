//! The further attributes that exceptions of some classes have. They are no part of `__dict__`.

use crate::state::{GetSet, Machine, Outcome, Type, Value};

/// Declares attributes that are one member each: the class, the name, and what it is.
macro_rules! members {
    ($table:ident, $get:expr, $set:expr; $($owner:literal: $($name:literal $doc:literal),+;)*) => {
        pub static $table: &[GetSet] = {
            static ENTRIES: [GetSet; [$($($name),+),*].len()] = [$($(GetSet {
                name: $name,
                owner: $owner,
                get: |machine, args| $get(machine, args[0], $name),
                set: Some(|machine, args| $set(machine, args[0], $name, args[1])),
                doc: $doc,
                owner_class: std::sync::OnceLock::new(),
            },)+)*];
            &ENTRIES
        };
    };
}

members! { MEMBERS, get, set;
    "NameError": "name" "The name that is not bound.";
    "AttributeError": "name" "The attribute that is missing.", "obj" "The object that was asked for it.";
    "ImportError": "name" "The module.", "path" "Its file.", "name_from" "The name in the module.",
        "msg" "What is wrong.";
    "SyntaxError": "msg" "What is wrong.", "filename" "The file.", "lineno" "The line.", "offset" "The column.",
        "text" "The line's text.", "end_lineno" "The line of the end.", "end_offset" "The column of the end.",
        "print_file_and_line" "Not used.";
    "OSError": "errno" "The number of the error.", "strerror" "What the system says.", "filename" "The file.",
        "filename2" "The other file.";
    "UnicodeEncodeError": "encoding" "The encoding.", "object" "What could not be encoded.", "reason" "Why not.";
    "UnicodeDecodeError": "encoding" "The encoding.", "object" "What could not be decoded.", "reason" "Why not.";
    "UnicodeTranslateError": "encoding" "The encoding.", "object" "What could not be translated.", "reason" "Why not.";
}

members! { FIXED, get, refuse;
    "BaseExceptionGroup": "message" "What the exceptions have in common.", "exceptions" "The exceptions.";
}

members! { PLACES, get, set_place;
    "UnicodeEncodeError": "start" "Where the fault begins.", "end" "Where it ends.";
    "UnicodeDecodeError": "start" "Where the fault begins.", "end" "Where it ends.";
    "UnicodeTranslateError": "start" "Where the fault begins.", "end" "Where it ends.";
}

members! { ARGUMENTS, from_arguments, set;
    "StopIteration": "value" "What the generator returned.";
    "SystemExit": "code" "The exit code.";
}

members! { WRITTEN, get_written, set;
    "OSError": "characters_written" "How much was written before the operation would have blocked.";
}

fn get(machine: &mut Machine, exception: Value, name: &str) -> Outcome {
    let name = machine.heap.intern(name);
    Ok(machine.exception_member(exception, name).present().unwrap_or(Value::NONE))
}

fn set(machine: &mut Machine, exception: Value, name: &str, value: Value) -> Outcome {
    let name = machine.heap.intern(name);
    machine.set_exception_member(exception, name, value);
    Ok(Value::NONE)
}

fn refuse(machine: &mut Machine, _: Value, _: &str, _: Value) -> Outcome {
    Err(machine.exception(Type::AttributeError, "readonly attribute"))
}

fn set_place(machine: &mut Machine, exception: Value, name: &str, value: Value) -> Outcome {
    if value.is_nothing() {
        return Err(machine.type_error("can't delete numeric/char attribute"));
    }
    if !machine.is_integer(value) {
        return Err(machine.type_error_about("", value, " object cannot be interpreted as an integer"));
    }
    set(machine, exception, name, value)
}

/// What has been set, or what the arguments say.
fn from_arguments(machine: &mut Machine, exception: Value, name: &str) -> Outcome {
    let interned = machine.heap.intern(name);
    if let Some(set) = machine.exception_member(exception, interned).present() {
        return Ok(set);
    }
    let given = machine.exception_data(exception).map_or(Value::NONE, |data| data.args);
    Ok(match machine.tuple_items(given) {
        [] => Value::NONE,
        [only] => *only,
        [first, ..] if name == "value" => *first,
        _ => given,
    })
}

fn get_written(machine: &mut Machine, exception: Value, name: &str) -> Outcome {
    let interned = machine.heap.intern(name);
    match machine.exception_member(exception, interned).present() {
        Some(written) => Ok(written),
        None => Err(machine.exception(Type::AttributeError, name)),
    }
}
