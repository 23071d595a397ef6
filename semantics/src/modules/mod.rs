//! The modules that are native here (CPython writes them in C), and the text of those written in Python.

mod math;
mod sys;
mod time;

use crate::state::{Builtin, Data, Machine, Type, Value};

macro_rules! sources {
    ($($module:literal $file:literal)*) => {
        /// The modules written in Python.
        const SOURCES: &[(&str, &str)] = &[$(($module, include_str!($file)),)*];
    };
}

sources! {
    "abc" "abc.py"
    "bisect" "bisect.py"
    "collections" "collections.py"
    "collections.abc" "collections_abc.py"
    "contextlib" "contextlib.py"
    "copy" "copy.py"
    "dataclasses" "dataclasses.py"
    "enum" "enum.py"
    "json" "json.py"
    "typing" "typing.py"
    "functools" "functools.py"
    "heapq" "heapq.py"
    "itertools" "itertools.py"
    "operator" "operator.py"
    "random" "random.py"
    "string" "string.py"
    "sys" "sys.py"
    "types" "types.py"
}

/// The text of a module that is written in Python.
pub fn source_of(name: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(module, _)| *module == name).map(|(_, text)| *text)
}

/// The names of all modules that can be imported.
pub fn names() -> impl Iterator<Item = &'static str> {
    ["builtins", "math", "time"].into_iter().chain(SOURCES.iter().map(|(name, _)| *name))
}

/// Makes a native module; whether there is one of this name.
pub fn make_native(machine: &mut Machine, name: &str) -> bool {
    match name {
        "math" => math::make(machine),
        "_sys" => sys::make(machine),
        "time" => time::make(machine),
        _ => return false,
    }
    true
}

/// Puts the functions of a table into a module.
fn add_functions(machine: &mut Machine, dict: Value, functions: &'static [Builtin]) {
    for builtin in functions {
        let value = machine.heap.new_object(Type::BuiltinFunction, Data::Builtin(builtin));
        machine.dict_set_str(dict, builtin.name, value);
    }
}
