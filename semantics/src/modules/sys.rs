//! The native part of the module `sys` (Library Reference, "System-specific parameters and functions"). The rest is
//! written in Python, in `sys.py`, which takes over everything from here.

use crate::data::int::DEFAULT_MAX_DIGITS;
use crate::state::{Data, Machine, Outcome, Type, Value};

/// Makes the module `_sys`.
pub fn make(machine: &mut Machine) {
    let module = machine.new_module("_sys");
    let dict = machine.attribute_dict(module);
    super::add_functions(machine, dict, FUNCTIONS);
    let modules = machine.modules;
    machine.dict_set_str(dict, "modules", modules);
    let arguments: Vec<Value> =
        machine.arguments.clone().iter().map(|text| machine.heap.new_str(text)).collect();
    let arguments = if arguments.is_empty() { vec![machine.heap.new_str("")] } else { arguments };
    let arguments = machine.heap.new_list(arguments);
    machine.dict_set_str(dict, "argv", arguments);
    let prelude = machine.prelude;
    for (name, own) in
        [("stdin", "_machine_stdin"), ("stdout", "_machine_stdout"), ("stderr", "_machine_stderr")]
    {
        let stream = machine.dict_get_str(prelude, own);
        machine.dict_set_str(dict, name, stream.present().unwrap_or(Value::NONE));
    }
    let names: Vec<Value> = super::names().map(|name| machine.heap.intern(name)).collect();
    let names = machine.heap.new_tuple(names);
    machine.dict_set_str(dict, "builtin_module_names", names);
}

builtins! { FUNCTIONS, "sys";
    "_getframe" "depth=, /" leaf(getframe) "Return a frame object from the call stack.";
    "exc_info" "" leaf(exc_info) "Return current exception information: (type, value, traceback).";
    "exception" "" leaf(exception) "Return the current exception.";
    "excepthook" "exctype, value, traceback, /" prelude("_excepthook") "Handle an exception by displaying it with a traceback on sys.stderr.";
    "exit" "status=, /" leaf(exit) "Exit the interpreter by raising SystemExit(status).";
    "get_int_max_str_digits" "" leaf(get_int_max_str_digits) "Return the maximum string digits limit for non-binary int<->str conversions.";
    "getdefaultencoding" "" leaf(encoding) "Return the current default encoding used by the Unicode implementation.";
    "getfilesystemencoding" "" leaf(encoding) "Return the encoding used to convert Unicode filenames to OS filenames.";
    "getrecursionlimit" "" leaf(getrecursionlimit) "Return the current value of the recursion limit.";
    "getrefcount" "object, /" leaf(getrefcount) "Return the reference count of object. Here nothing is counted.";
    "getsizeof" "object, default=" leaf(getsizeof) "Return the size of object in bytes, by estimate.";
    "intern" "string, /" leaf(intern) "``Intern'' the given string.";
    "setrecursionlimit" "limit:index, /" leaf(setrecursionlimit) "Set the maximum depth of the Python interpreter stack to n.";
}

fn getframe(m: &mut Machine, _: &[Value]) -> Outcome {
    Err(m.exception(Type::NotImplementedError, "frames can't be taken hold of"))
}

fn exc_info(m: &mut Machine, _: &[Value]) -> Outcome {
    let Some(exception) = m.handled().present() else { return Ok(m.heap.new_tuple([Value::NONE; 3])) };
    let class = Value::object(m.heap.class_of(exception));
    let traceback = m.exception_data(exception).map_or(Value::NONE, |data| data.traceback);
    Ok(m.heap.new_tuple([class, exception, traceback]))
}

fn exception(m: &mut Machine, _: &[Value]) -> Outcome {
    Ok(m.handled().present().unwrap_or(Value::NONE))
}

/// A tuple as status becomes the arguments of the exception.
fn exit(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let status = arguments[0];
    let args = match m.heap.get(status).and_then(Data::tuple) {
        Some(items) => items.to_vec(),
        _ if status.is_nothing() || status.is_none() => Vec::new(),
        _ => vec![status],
    };
    Err(m.exception_with(Type::SystemExit, args))
}

fn get_int_max_str_digits(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::small(DEFAULT_MAX_DIGITS as i64))
}

fn encoding(m: &mut Machine, _: &[Value]) -> Outcome {
    Ok(m.heap.intern("utf-8"))
}

fn getrecursionlimit(m: &mut Machine, _: &[Value]) -> Outcome {
    let limit = m.limits.recursion.min(i32::MAX as usize);
    Ok(Value::small(limit as i64))
}

fn setrecursionlimit(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(limit) = m.integer(arguments[0]) else { return Ok(Value::NOTHING) };
    let Some(limit) = limit.to_i64().filter(|&limit| i32::try_from(limit).is_ok()) else {
        return Err(m.overflow_error("Python int too large to convert to C int"));
    };
    if limit < 1 {
        return Err(m.value_error("recursion limit must be greater or equal than 1"));
    }
    let depth = m.thread.depth();
    if depth >= limit as usize {
        let message = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        );
        return Err(m.exception(Type::RecursionError, &message));
    }
    m.limits.recursion = limit as usize;
    Ok(Value::NONE)
}

fn getrefcount(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::small(1))
}

/// What CPython's smallest object takes.
const HEADER: usize = 16;

fn getsizeof(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let object = arguments[0];
    let bytes = match m.heap.get(object) {
        Some(data) => HEADER + data.bytes(),
        None if object.is_int() || object.is_bool() => 28,
        None if object.is_float() => 24,
        None => HEADER,
    };
    Ok(Value::small(bytes as i64))
}

fn intern(m: &mut Machine, arguments: &[Value]) -> Outcome {
    if m.text(arguments[0]).is_none() {
        let message = format!("intern() argument must be str, not {}", m.type_name(arguments[0]));
        return Err(m.type_error(&message));
    }
    if !m.is_exact(arguments[0], Type::Str) {
        let message = format!("can't intern {}", m.type_name(arguments[0]));
        return Err(m.type_error(&message));
    }
    Ok(m.heap.intern_value(arguments[0]))
}
