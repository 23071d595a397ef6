//! The modules that are native here (CPython writes them in C), and the text of those written in Python.

mod math;
mod sys;
mod time;

use crate::state::{Builtin, Data, Machine, Origin, Type, Value};

macro_rules! sources {
    ($($origin:ident $module:literal [$($file:literal)+])*) => {
        /// The modules written in Python, some in several files. A native one is one that CPython writes in C.
        const SOURCES: &[(&str, &str, Origin)] =
            &[$(($module, concat!($(include_str!($file), "\n\n"),+), Origin::$origin),)*];
    };
}

sources! {
    Native "_bisect" ["_bisect.py"]
    Native "_collections" [
        "collections/recursion.py"
        "collections/deque.py"
        "collections/defaultdict.py"
        "collections/ordered_dict.py"
        "collections/tuplegetter.py"
    ]
    Native "_functools" ["_functools.py"]
    Native "_heapq" ["_heapq.py"]
    Native "_operator" ["_operator.py"]
    Native "itertools" ["itertools.py"]
    Native "sys" ["sys.py"]
    Library "_collections_abc" ["_collections_abc.py"]
    Library "abc" ["abc.py"]
    Library "bisect" ["bisect.py"]
    Library "collections" [
        "collections/__init__.py"
        "collections/named_tuple.py"
        "collections/counter.py"
        "collections/chain_map.py"
        "collections/user_dict.py"
        "collections/user_list.py"
        "collections/user_string.py"
    ]
    Library "contextlib" ["contextlib.py"]
    Library "copy" ["copy.py"]
    Library "copyreg" ["copyreg.py"]
    Library "dataclasses" ["dataclasses.py"]
    Library "enum" ["enum.py"]
    Library "functools" ["functools.py"]
    Library "heapq" ["heapq.py"]
    Library "json" ["json.py"]
    Library "operator" ["operator.py"]
    Library "random" ["random.py"]
    Library "string" ["string.py"]
    Library "types" ["types.py"]
    Library "typing" ["typing.py"]
}

/// The text of a module that is written in Python, and what it passes for.
pub fn source_of(name: &str) -> Option<(&'static str, Origin)> {
    SOURCES.iter().find(|(module, ..)| *module == name).map(|&(_, text, origin)| (text, origin))
}

/// The names of all modules that can be imported.
pub fn names() -> impl Iterator<Item = &'static str> {
    ["builtins", "math", "time"].into_iter().chain(SOURCES.iter().map(|(name, ..)| *name))
}

/// Makes a native module; whether there is one of this name.
pub fn make_native(machine: &mut Machine, name: &str) -> bool {
    match name {
        "math" => math::make(machine),
        "_itertools" => make_itertools(machine),
        "_sys" => sys::make(machine),
        "time" => time::make(machine),
        _ => return false,
    }
    true
}

/// The classes of `itertools` that are native.
fn make_itertools(machine: &mut Machine) {
    let module = machine.new_module("_itertools");
    let dict = machine.attribute_dict(module);
    for class in Type::ALL {
        if let Some(name) = class.name().strip_prefix("itertools.") {
            machine.dict_set_str(dict, name, class.value());
        }
    }
}

/// Puts the functions of a table into a module.
fn add_functions(machine: &mut Machine, dict: Value, functions: &'static [Builtin]) {
    for builtin in functions {
        let value = machine.heap.new_object(Type::BuiltinFunction, Data::Builtin(builtin));
        machine.dict_set_str(dict, builtin.name, value);
    }
}
