//! Functions, methods, code, cells, frames, tracebacks.

use crate::protocols;
use crate::state::{Builtin, Data, GetSet, Machine, Outcome, Type, Value, names};

pub const TABLES: [&[Builtin]; 9] = [
    FUNCTION,
    METHOD,
    BUILTIN,
    METHOD_DESCRIPTOR,
    WRAPPER,
    METHOD_WRAPPER,
    CLASS_METHOD_DESCRIPTOR,
    CELL,
    CODE,
];
pub const ATTRIBUTE_TABLES: [&[GetSet]; 11] = [
    FUNCTION_ATTRIBUTES,
    METHOD_ATTRIBUTES,
    BUILTIN_ATTRIBUTES,
    METHOD_DESCRIPTOR_ATTRIBUTES,
    WRAPPER_ATTRIBUTES,
    METHOD_WRAPPER_ATTRIBUTES,
    CLASS_METHOD_DESCRIPTOR_ATTRIBUTES,
    CELL_ATTRIBUTES,
    CODE_ATTRIBUTES,
    TRACEBACK_ATTRIBUTES,
    FRAME_ATTRIBUTES,
];

builtins! { FUNCTION, "function";
    "__get__" "self, instance, owner=, /" leaf(function_get) "The function bound to the instance.";
    "__call__" "self, *args, **kwargs" rule(protocols::call) "Calls the function.";
    "__repr__" "self, /" leaf(function_repr) "The qualified name and the identity.";
}

attributes! { FUNCTION_ATTRIBUTES, "function";
    "__name__" get(function_name) set(set_function_name) "The name.";
    "__qualname__" get(function_qualname) set(set_function_qualname) "The dotted path in the module.";
    "__module__" get(function_module) set(set_function_module) "The name of the module.";
    "__doc__" get(function_doc) set(set_function_doc) "The doc string.";
    "__defaults__" get(function_defaults) set(set_function_defaults) "The defaults of positional parameters.";
    "__kwdefaults__" get(function_kwdefaults) set(set_function_kwdefaults) "The defaults of keyword-only parameters.";
    "__closure__" get(function_closure) set(none) "The cells of the free variables.";
    "__code__" get(function_code) set(set_function_code) "The code.";
    "__globals__" get(function_globals) set(none) "The global variables.";
    "__annotations__" get(function_annotations) set(set_function_annotations) "The annotations.";
    "__type_params__" get(function_type_params) set(set_function_type_params) "The type parameters.";
}

builtins! { METHOD, "method";
    "__new__" "cls, function, instance, /" leaf(method_new) "A function bound to an object.";
    "__call__" "self, *args, **kwargs" rule(protocols::call) "Calls the function with the object first.";
    "__repr__" "self, /" prelude("method_repr") "The function and the object.";
    "__eq__" "self, value, /" leaf(method_eq) "Whether both bind the same function to the same object.";
    "__hash__" "self, /" leaf(method_hash) "The hash of function and object.";
    "__getattr__" "self, name, /" rule(protocols::method_getattr) "The function's attribute.";
    "__get__" "self, instance, owner=, /" leaf(method_get) "The method itself.";
}

attributes! { METHOD_ATTRIBUTES, "method";
    "__func__" get(method_func) set(none) "The function.";
    "__self__" get(method_object) set(none) "The object.";
}

builtins! { BUILTIN, "builtin_function_or_method";
    "__call__" "self, *args, **kwargs" rule(protocols::call) "Calls the function.";
    "__repr__" "self, /" leaf(builtin_repr) "The name.";
    "__eq__" "self, value, /" leaf(method_eq) "Whether both are the same method of the same object.";
    "__hash__" "self, /" leaf(method_hash) "The hash of function and object.";
}

builtins! { METHOD_WRAPPER, "method-wrapper";
    "__call__" "self, *args, **kwargs" rule(protocols::call) "Calls the method.";
    "__repr__" "self, /" leaf(builtin_repr) "Name and object.";
    "__eq__" "self, value, /" leaf(method_eq) "Whether both are the same method of the same object.";
    "__hash__" "self, /" leaf(method_hash) "The hash of function and object.";
}

builtins! { METHOD_DESCRIPTOR, "method_descriptor";
    "__get__" "self, instance, owner=, /" leaf(builtin_get) "The method bound to the instance.";
    "__call__" "self, *args, **kwargs" rule(protocols::call) "Calls the method.";
    "__repr__" "self, /" leaf(builtin_repr) "Name and class.";
}

builtins! { WRAPPER, "wrapper_descriptor";
    "__get__" "self, instance, owner=, /" leaf(builtin_get) "The method bound to the instance.";
    "__call__" "self, *args, **kwargs" rule(protocols::call) "Calls the method.";
    "__repr__" "self, /" leaf(builtin_repr) "Name and class.";
}

builtins! { CLASS_METHOD_DESCRIPTOR, "classmethod_descriptor";
    "__get__" "self, instance, owner=, /" leaf(builtin_get) "The method bound to the class.";
    "__call__" "self, *args, **kwargs" rule(protocols::call) "Calls the method.";
    "__repr__" "self, /" leaf(builtin_repr) "Name and class.";
}

/// The attributes that all kinds of built-in functions share.
macro_rules! builtin_attributes {
    ($($table:ident $owner:literal;)*) => {$(
        attributes! { $table, $owner;
            "__name__" get(builtin_name) set(none) "The name.";
            "__qualname__" get(builtin_qualname) set(none) "The name, with that of the class.";
            "__doc__" get(builtin_doc) set(none) "What the function does.";
            "__module__" get(builtin_module) set(none) "The module, or None for a method.";
            "__self__" get(builtin_self) set(none) "The module or class that it belongs to.";
            "__text_signature__" get(builtin_signature) set(none) "The parameters.";
            "__objclass__" get(builtin_class) set(none) "The class that a method belongs to.";
        }
    )*};
}

builtin_attributes! {
    BUILTIN_ATTRIBUTES "builtin_function_or_method";
    METHOD_DESCRIPTOR_ATTRIBUTES "method_descriptor";
    WRAPPER_ATTRIBUTES "wrapper_descriptor";
    METHOD_WRAPPER_ATTRIBUTES "method-wrapper";
    CLASS_METHOD_DESCRIPTOR_ATTRIBUTES "classmethod_descriptor";
}

builtins! { CELL, "cell";
    "__new__" "cls, contents=, /" leaf(cell_new) "A variable shared between frames.";
    "__repr__" "self, /" leaf(cell_repr) "The identity, and what is in it.";
}

attributes! { CELL_ATTRIBUTES, "cell";
    "cell_contents" get(cell_contents) set(set_cell_contents) "What is in the cell.";
}

builtins! { CODE, "code";
    "__repr__" "self, /" leaf(code_repr) "Name and place.";
}

attributes! { CODE_ATTRIBUTES, "code";
    "co_name" get(code_name) set(none) "The name.";
    "co_qualname" get(code_qualname) set(none) "The dotted path in the module.";
    "co_filename" get(code_filename) set(none) "The file.";
    "co_firstlineno" get(code_first_line) set(none) "The line on which the definition begins.";
    "co_argcount" get(code_argcount) set(none) "How many positional parameters there are.";
    "co_posonlyargcount" get(code_posonly) set(none) "How many of them are positional only.";
    "co_kwonlyargcount" get(code_kwonly) set(none) "How many parameters are keyword only.";
    "co_varnames" get(code_varnames) set(none) "Parameters and local variables.";
    "co_nlocals" get(code_nlocals) set(none) "How many there are.";
    "co_freevars" get(code_freevars) set(none) "The free variables.";
    "co_cellvars" get(code_cellvars) set(none) "The variables that inner functions use.";
    "co_flags" get(code_flags) set(none) "Properties, as bits.";
}

attributes! { TRACEBACK_ATTRIBUTES, "traceback";
    "tb_next" get(traceback_next) set(none) "The next entry.";
    "tb_lineno" get(traceback_line) set(none) "The line.";
    "tb_frame" get(traceback_frame) set(none) "The frame.";
}

attributes! { FRAME_ATTRIBUTES, "frame";
    "f_code" get(frame_code) set(none) "The code.";
    "f_globals" get(frame_globals) set(none) "The global variables.";
    "f_lineno" get(frame_line) set(none) "The line.";
}

/// One field of the function's data, as getter and setter.
macro_rules! fields {
    ($($get:ident $set:ident $field:ident $check:literal;)*) => {$(
        fn $get(machine: &mut Machine, args: &[Value]) -> Outcome {
            Ok(machine.function(args[0]).map_or(Value::NONE, |data| data.$field))
        }
        fn $set(machine: &mut Machine, args: &[Value]) -> Outcome {
            let value = args[1].present().unwrap_or(Value::NONE);
            check(machine, $check, args[1])?;
            if let Some(Data::Function(data)) = machine.heap.get_mut(args[0]) {
                data.$field = value;
            }
            machine.heap.epoch += 1;
            Ok(Value::NONE)
        }
    )*};
}

fields! {
    function_name set_function_name name "__name__ must be set to a string object";
    function_qualname set_function_qualname qualified_name "__qualname__ must be set to a string object";
    function_module set_function_module module "";
    function_doc set_function_doc doc "";
    function_defaults set_function_defaults defaults "__defaults__ must be set to a tuple object";
    function_kwdefaults set_function_kwdefaults keyword_defaults "__kwdefaults__ must be set to a dict object";
}

/// Whether a function's attribute may have this value; the complaint says which class it must be of.
fn check(machine: &mut Machine, complaint: &str, value: Value) -> Outcome {
    let is_good = match complaint.rsplit(" to a ").next().unwrap_or_default() {
        "string object" => machine.text(value).is_some(),
        "tuple object" => value.is_none() || value.is_nothing() || machine.is_instance(value, Type::Tuple),
        "dict object" => value.is_none() || value.is_nothing() || machine.is_instance(value, Type::Dict),
        _ => true,
    };
    if is_good { Ok(Value::NONE) } else { Err(machine.type_error(complaint)) }
}

fn function_closure(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.function(args[0]).map_or(Value::NONE, |data| data.closure))
}

fn function_globals(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.function(args[0]).map_or(Value::NONE, |data| data.globals))
}

fn function_type_params(machine: &mut Machine, args: &[Value]) -> Outcome {
    match machine.function(args[0]).map_or(Value::NONE, |data| data.type_parameters) {
        Value::NONE => Ok(machine.heap.new_tuple([])),
        parameters => Ok(parameters),
    }
}

fn set_function_type_params(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_instance(args[1], Type::Tuple) {
        return Err(machine.type_error("__type_params__ must be set to a tuple"));
    }
    if let Some(Data::Function(data)) = machine.heap.get_mut(args[0]) {
        data.type_parameters = args[1];
    }
    Ok(Value::NONE)
}

fn function_annotations(machine: &mut Machine, args: &[Value]) -> Outcome {
    let found = machine.function(args[0]).map_or(Value::NONE, |data| data.annotations);
    if !found.is_none() {
        return Ok(found);
    }
    let dict = machine.heap.new_dict();
    set_function_annotations(machine, &[args[0], dict])?;
    Ok(dict)
}

fn set_function_annotations(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[1].is_present() && !args[1].is_none() && machine.dict(args[1]).is_none() {
        return Err(machine.type_error("__annotations__ must be set to a dict object"));
    }
    if let Some(Data::Function(data)) = machine.heap.get_mut(args[0]) {
        data.annotations = args[1].present().unwrap_or(Value::NONE);
    }
    Ok(Value::NONE)
}

fn function_code(machine: &mut Machine, args: &[Value]) -> Outcome {
    let number = machine.function(args[0]).map_or(0, |data| data.code);
    Ok(machine.heap.new_object(Type::Code, Data::Code(number)))
}

fn set_function_code(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(&Data::Code(number)) = machine.heap.get(args[1]) else {
        return Err(machine.type_error("__code__ must be set to a code object"));
    };
    if let Some(Data::Function(data)) = machine.heap.get_mut(args[0]) {
        data.code = number;
    }
    machine.heap.epoch += 1;
    Ok(Value::NONE)
}

fn function_get(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.check_is_asked_for(args[1], args[2])?;
    Ok(if args[1].is_none() { args[0] } else { machine.new_method(args[0], args[1]) })
}

fn function_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let name = machine.function(args[0]).map(|data| machine.text_of(data.qualified_name)).unwrap_or_default();
    let text = format!("<function {name} at 0x{:x}>", machine.heap.identity(args[0]));
    Ok(machine.heap.new_str(&text))
}

fn method_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.class_for_new(args[0]);
    Ok(machine.heap.new_object(Type::Method, Data::Method(args[1], args[2])))
}

/// The function and the object of a bound method.
fn method_parts(machine: &Machine, value: Value) -> (Value, Value) {
    match machine.heap.get(value) {
        Some(&Data::Method(function, object)) => (function, object),
        _ => (Value::NONE, Value::NONE),
    }
}

fn method_func(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(method_parts(machine, args[0]).0)
}

fn method_object(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(method_parts(machine, args[0]).1)
}

fn method_get(_: &mut Machine, args: &[Value]) -> Outcome {
    Ok(args[0])
}

fn method_eq(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !matches!(machine.heap.get(args[1]), Some(Data::Method(..))) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(Value::bool(method_parts(machine, args[0]) == method_parts(machine, args[1])))
}

fn method_hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !matches!(machine.heap.get(args[0]), Some(Data::Method(..))) {
        let identity = machine.heap.identity(args[0]);
        return Ok(machine.heap.new_int(identity >> 4));
    }
    let (function, object) = method_parts(machine, args[0]);
    let hash = machine.heap.identity(function) ^ machine.heap.identity(object).rotate_left(7);
    Ok(machine.heap.new_int(hash >> 4))
}

fn builtin_get(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.check_is_asked_for(args[1], args[2])?;
    if let Some(builtin) = machine.builtin(args[0]).filter(|builtin| builtin.is_method && !args[1].is_none())
    {
        machine.check_serves(builtin.name, builtin.owner_type(), args[1])?;
    }
    let class = args[2].present().unwrap_or_else(|| Value::object(machine.heap.class_of(args[1])));
    machine.get_descriptor_without_code(args[0], args[1], class)
}

/// The built-in function itself, or that which is bound to an object.
fn unbound(machine: &Machine, value: Value) -> Value {
    match machine.heap.get(value) {
        Some(&Data::Method(function, _)) => function,
        _ => value,
    }
}

fn builtin_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = machine.repr_for_message(args[0]);
    Ok(machine.heap.new_str(&text))
}

fn builtin_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = unbound(machine, args[0]);
    if let Some(data) = machine.function(function) {
        return Ok(data.name);
    }
    let name = machine.builtin(function).map_or("", |builtin| builtin.name);
    Ok(machine.heap.intern(name))
}

fn builtin_qualname(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = unbound(machine, args[0]);
    let name = builtin_name(machine, args)?;
    let name = match (machine.heap.get(args[0]), machine.builtin(function)) {
        (Some(&Data::Method(_, object)), _) => {
            let class = object.as_handle().filter(|_| machine.class(object).is_some());
            let class = class.unwrap_or_else(|| machine.heap.class_of(object));
            let class = machine.text_of(machine.class_data(class).qualified_name);
            format!("{class}.{}", machine.text_of(name))
        }
        (_, Some(builtin)) if builtin.owner_type().is_some() => builtin.display_name(),
        (_, Some(builtin)) => builtin.name.to_owned(),
        _ => return Ok(machine.function(function).map_or(Value::NONE, |data| data.qualified_name)),
    };
    Ok(machine.heap.intern(&name))
}

fn builtin_doc(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = unbound(machine, args[0]);
    if let Some(data) = machine.function(function) {
        return Ok(data.doc);
    }
    let doc = machine.builtin(function).map_or("", |builtin| builtin.doc);
    Ok(machine.heap.new_str(doc))
}

fn builtin_module(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(data) = machine.function(args[0]) {
        return Ok(data.module);
    }
    match machine.builtin(args[0]) {
        Some(builtin) if builtin.owner.is_empty() => Ok(names::builtins),
        Some(builtin) if builtin.owner_type().is_none() => Ok(machine.heap.intern(builtin.owner)),
        _ => Ok(Value::NONE),
    }
}

fn builtin_self(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(&Data::Method(_, object)) = machine.heap.get(args[0]) {
        return Ok(object);
    }
    if let Some(class) = machine.builtin(args[0]).and_then(|builtin| builtin.owner_type()) {
        return Ok(class.value());
    }
    let module = builtin_module(machine, args)?;
    Ok(machine.dict_get_name(machine.modules, module).present().unwrap_or(Value::NONE))
}

fn builtin_class(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = unbound(machine, args[0]);
    match machine.builtin(function).and_then(|builtin| builtin.owner_type()) {
        Some(class) => Ok(class.value()),
        None => {
            let name = machine.heap.intern("__objclass__");
            Err(machine.missing_attribute(args[0], name))
        }
    }
}

fn builtin_signature(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = unbound(machine, args[0]);
    match machine.builtin(function) {
        Some(builtin) => {
            let text = builtin.signature().text();
            Ok(machine.heap.new_str(&text))
        }
        None => Ok(Value::NONE),
    }
}

fn cell_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.heap.new_object(Type::Cell, Data::Cell(args[1])))
}

fn cell_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let content = match machine.heap.get(args[0]) {
        Some(&Data::Cell(content)) => content,
        _ => Value::NOTHING,
    };
    let own = machine.heap.identity(args[0]);
    let text = match content.present() {
        None => format!("<cell at 0x{own:x}: empty>"),
        Some(value) => {
            let (class, identity) = (machine.type_name(value), machine.heap.identity(value));
            format!("<cell at 0x{own:x}: {class} object at 0x{identity:x}>")
        }
    };
    Ok(machine.heap.new_str(&text))
}

fn cell_contents(machine: &mut Machine, args: &[Value]) -> Outcome {
    match machine.heap.get(args[0]) {
        Some(&Data::Cell(content)) if content.is_present() => Ok(content),
        _ => Err(machine.value_error("Cell is empty")),
    }
}

fn set_cell_contents(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(Data::Cell(content)) = machine.heap.get_mut(args[0]) {
        *content = args[1];
    }
    Ok(Value::NONE)
}

fn code_number(machine: &Machine, value: Value) -> u32 {
    match machine.heap.get(value) {
        Some(&Data::Code(number)) => number,
        _ => 0,
    }
}

fn code_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let code = machine.code(code_number(machine, args[0])).clone();
    let text = format!(
        "<code object {} at 0x{:x}, file \"{}\", line {}>",
        machine.text_of(code.name),
        machine.heap.identity(args[0]),
        code.program.source.filename(),
        code.program.first_line(code.unit().node)
    );
    Ok(machine.heap.new_str(&text))
}

fn code_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.code(code_number(machine, args[0])).name)
}

fn code_qualname(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.code(code_number(machine, args[0])).qualified_name)
}

fn code_filename(machine: &mut Machine, args: &[Value]) -> Outcome {
    let name = machine.code(code_number(machine, args[0])).program.source.filename().to_owned();
    Ok(machine.heap.new_str(&name))
}

fn code_first_line(machine: &mut Machine, args: &[Value]) -> Outcome {
    let code = machine.code(code_number(machine, args[0]));
    Ok(Value::small(code.program.first_line(code.unit().node) as i64))
}

fn code_argcount(machine: &mut Machine, args: &[Value]) -> Outcome {
    let parameters = machine.code(code_number(machine, args[0])).unit().parameters;
    Ok(Value::small((parameters.positional_only + parameters.positional_or_keyword) as i64))
}

fn code_posonly(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(machine.code(code_number(machine, args[0])).unit().parameters.positional_only as i64))
}

fn code_kwonly(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(machine.code(code_number(machine, args[0])).unit().parameters.keyword_only as i64))
}

/// The names of the slots that are no free variables.
fn own_slots(machine: &Machine, number: u32) -> Vec<Value> {
    let code = machine.code(number);
    let free = &code.unit().free;
    let is_free = |slot: usize| free.iter().any(|captured| captured.slot as usize == slot);
    code.slots.iter().enumerate().filter(|&(slot, _)| !is_free(slot)).map(|(_, &name)| name).collect()
}

fn code_varnames(machine: &mut Machine, args: &[Value]) -> Outcome {
    let slots = own_slots(machine, code_number(machine, args[0]));
    Ok(machine.heap.new_tuple(slots))
}

fn code_nlocals(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(own_slots(machine, code_number(machine, args[0])).len() as i64))
}

fn code_freevars(machine: &mut Machine, args: &[Value]) -> Outcome {
    let code = machine.code(code_number(machine, args[0]));
    let names: Vec<Value> = code.free().iter().map(|captured| code.slots[captured.slot as usize]).collect();
    Ok(machine.heap.new_tuple(names))
}

fn code_cellvars(machine: &mut Machine, args: &[Value]) -> Outcome {
    let code = machine.code(code_number(machine, args[0]));
    let names: Vec<Value> = code.unit().cells.iter().map(|&slot| code.slots[slot as usize]).collect();
    Ok(machine.heap.new_tuple(names))
}

fn code_flags(machine: &mut Machine, args: &[Value]) -> Outcome {
    let unit = machine.code(code_number(machine, args[0])).unit();
    let bits = [
        (0x4, unit.parameters.var_positional),
        (0x8, unit.parameters.var_keyword),
        (0x20, unit.is_generator),
        (0x3, unit.kind != spec::scope::UnitKind::Module),
    ];
    Ok(Value::small(bits.iter().filter(|(_, set)| *set).map(|(bit, _)| bit).sum()))
}

fn traceback_next(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(match machine.heap.get(args[0]) {
        Some(Data::Traceback(entry)) => entry.next,
        _ => Value::NONE,
    })
}

fn traceback_line(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(Data::Traceback(entry)) = machine.heap.get(args[0]) else { return Ok(Value::NONE) };
    let program = &machine.codes[entry.code as usize].program;
    let (line, _) = program.source.position(program.ast.span(entry.node).start as usize);
    Ok(Value::small(line as i64))
}

/// A frame that has ended is known by the entry of the traceback that it left.
fn traceback_frame(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(Data::Traceback(entry)) = machine.heap.get(args[0]) else { return Ok(Value::NONE) };
    let entry = entry.clone();
    Ok(machine.heap.new_object(Type::Frame, Data::Traceback(entry)))
}

fn frame_code(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(Data::Traceback(entry)) = machine.heap.get(args[0]) else { return Ok(Value::NONE) };
    let number = entry.code;
    Ok(machine.heap.new_object(Type::Code, Data::Code(number)))
}

fn frame_globals(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(match machine.heap.get(args[0]) {
        Some(Data::Traceback(entry)) => entry.globals,
        _ => Value::NONE,
    })
}

fn frame_line(machine: &mut Machine, args: &[Value]) -> Outcome {
    traceback_line(machine, args)
}
