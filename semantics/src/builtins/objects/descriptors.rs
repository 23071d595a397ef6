//! `property`, `classmethod`, `staticmethod`, and the descriptors of built-in classes.

use crate::protocols;
use crate::state::{Builtin, Data, GetSet, Machine, Outcome, Property, Thrown, Value, names};

pub const TABLES: [&[Builtin]; 5] = [PROPERTY, CLASS_METHOD, STATIC_METHOD, MEMBER, GET_SET];
pub const ATTRIBUTE_TABLES: [&[GetSet]; 5] = [
    PROPERTY_ATTRIBUTES,
    CLASS_METHOD_ATTRIBUTES,
    STATIC_METHOD_ATTRIBUTES,
    MEMBER_ATTRIBUTES,
    GET_SET_ATTRIBUTES,
];

builtins! { PROPERTY, "property";
    "__new__" "cls, *args, **kwargs" leaf(property_new) "An attribute that functions compute.";
    "__init__" "self, fget=, fset=, fdel=, doc=" leaf(property_init) "Sets the functions.";
    "__get__" "self, instance, owner=, /" rule(protocols::property_get) "Calls the getter.";
    "__set__" "self, instance, value, /" rule(protocols::property_set) "Calls the setter.";
    "__delete__" "self, instance, /" rule(protocols::property_delete) "Calls the deleter.";
    "__set_name__" "self, owner, name, /" leaf(property_set_name) "Tells the property its name.";
    "getter" "self, fget, /" leaf(with_getter) "A copy with this getter.";
    "setter" "self, fset, /" leaf(with_setter) "A copy with this setter.";
    "deleter" "self, fdel, /" leaf(with_deleter) "A copy with this deleter.";
}

attributes! { PROPERTY_ATTRIBUTES, "property";
    "fget" get(property_fget) set(none) "The getter.";
    "fset" get(property_fset) set(none) "The setter.";
    "fdel" get(property_fdel) set(none) "The deleter.";
    "__doc__" get(property_doc) set(set_property_doc) "The doc string, by default that of the getter.";
    "__name__" get(property_name) set(set_property_attribute_name) "The name that the class gives it.";
    "__isabstractmethod__" get(is_abstract) set(none) "Whether one of the functions is abstract.";
}

builtins! { CLASS_METHOD, "classmethod";
    "__new__" "cls, *args, **kwargs" leaf(wrapped_new) "A method that gets the class as its first argument.";
    "__init__" "self, function, /" leaf(wrapped_init) "Sets the function.";
    "__get__" "self, instance, owner=, /" rule(protocols::class_method_get) "The function bound to the class.";
}

attributes! { CLASS_METHOD_ATTRIBUTES, "classmethod";
    "__func__" get(wrapped_function) set(none) "The function.";
    "__wrapped__" get(wrapped_function) set(none) "The function.";
    "__name__" get(wrapped_name) set(none) "The function's name.";
    "__qualname__" get(wrapped_qualname) set(none) "The function's qualified name.";
    "__doc__" get(wrapped_doc) set(none) "The function's doc string.";
    "__module__" get(wrapped_module) set(none) "The function's module.";
    "__isabstractmethod__" get(is_abstract) set(none) "Whether the function is abstract.";
}

builtins! { STATIC_METHOD, "staticmethod";
    "__new__" "cls, *args, **kwargs" leaf(wrapped_new) "A function in a class that gets no further argument.";
    "__init__" "self, function, /" leaf(wrapped_init) "Sets the function.";
    "__get__" "self, instance, owner=, /" leaf(static_get) "The function itself.";
    "__call__" "self, *args, **kwargs" rule(protocols::static_call) "Calls the function.";
}

attributes! { STATIC_METHOD_ATTRIBUTES, "staticmethod";
    "__func__" get(wrapped_function) set(none) "The function.";
    "__wrapped__" get(wrapped_function) set(none) "The function.";
    "__name__" get(wrapped_name) set(none) "The function's name.";
    "__qualname__" get(wrapped_qualname) set(none) "The function's qualified name.";
    "__doc__" get(wrapped_doc) set(none) "The function's doc string.";
    "__module__" get(wrapped_module) set(none) "The function's module.";
    "__isabstractmethod__" get(is_abstract) set(none) "Whether the function is abstract.";
}

builtins! { MEMBER, "member_descriptor";
    "__get__" "self, instance, owner=, /" leaf(descriptor_get) "The field's value.";
    "__set__" "self, instance, value, /" leaf(field_set) "Sets the field.";
    "__delete__" "self, instance, /" leaf(field_delete) "Empties the field.";
    "__repr__" "self, /" leaf(member_repr) "Name and class.";
}

attributes! { MEMBER_ATTRIBUTES, "member_descriptor";
    "__name__" get(member_name) set(none) "The name in `__slots__`.";
    "__objclass__" get(member_class) set(none) "The class that declares it.";
}

builtins! { GET_SET, "getset_descriptor";
    "__get__" "self, instance, owner=, /" leaf(descriptor_get) "The attribute's value.";
    "__set__" "self, instance, value, /" leaf(field_set) "Sets the attribute.";
    "__delete__" "self, instance, /" leaf(field_delete) "Deletes the attribute.";
    "__repr__" "self, /" leaf(getset_repr) "Name and class.";
}

attributes! { GET_SET_ATTRIBUTES, "getset_descriptor";
    "__name__" get(getset_name) set(none) "The attribute's name.";
    "__doc__" get(getset_doc) set(none) "What it is.";
}

fn property(machine: &Machine, value: Value) -> Property {
    match machine.heap.get(value) {
        Some(Data::Property(property)) => (**property).clone(),
        _ => Property {
            getter: Value::NONE,
            setter: Value::NONE,
            deleter: Value::NONE,
            doc: Value::NONE,
            name: Value::NONE,
        },
    }
}

fn property_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    let shape = machine.shape_for(class);
    let empty = property(machine, Value::NONE);
    Ok(machine.heap.allocate(shape, Data::Property(Box::new(empty))))
}

fn property_init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let or_none = |value: Value| value.present().unwrap_or(Value::NONE);
    let getter = or_none(args[1]);
    let mut doc = or_none(args[4]);
    if doc.is_none() {
        doc = function_field(machine, getter, names::__doc__);
    }
    if let Some(Data::Property(data)) = machine.heap.get_mut(args[0]) {
        **data =
            Property { getter, setter: or_none(args[2]), deleter: or_none(args[3]), doc, name: Value::NONE };
    }
    Ok(Value::NONE)
}

/// A copy of a property, of the same class.
fn copy(machine: &mut Machine, original: Value, change: impl FnOnce(&mut Property)) -> Value {
    let mut data = property(machine, original);
    change(&mut data);
    let shape = machine.heap.shape_of(original);
    machine.heap.allocate(shape, Data::Property(Box::new(data)))
}

fn with_getter(machine: &mut Machine, args: &[Value]) -> Outcome {
    let doc = function_field(machine, args[1], names::__doc__);
    Ok(copy(machine, args[0], |data| {
        data.getter = args[1];
        if data.doc.is_none() {
            data.doc = doc;
        }
    }))
}

fn with_setter(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(copy(machine, args[0], |data| data.setter = args[1]))
}

fn with_deleter(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(copy(machine, args[0], |data| data.deleter = args[1]))
}

fn property_set_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(Data::Property(data)) = machine.heap.get_mut(args[0]) {
        data.name = args[2];
    }
    Ok(Value::NONE)
}

fn property_fget(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(property(machine, args[0]).getter)
}

fn property_fset(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(property(machine, args[0]).setter)
}

fn property_fdel(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(property(machine, args[0]).deleter)
}

fn property_doc(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(property(machine, args[0]).doc)
}

fn set_property_doc(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(Data::Property(data)) = machine.heap.get_mut(args[0]) {
        data.doc = args[1].present().unwrap_or(Value::NONE);
    }
    Ok(Value::NONE)
}

fn property_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    let data = property(machine, args[0]);
    if !data.name.is_none() {
        return Ok(data.name);
    }
    let name = function_field(machine, data.getter, names::__name__);
    if name.is_none() { Err(machine.missing_attribute(args[0], names::__name__)) } else { Ok(name) }
}

fn set_property_attribute_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(Data::Property(data)) = machine.heap.get_mut(args[0]) {
        data.name = args[1].present().unwrap_or(Value::NONE);
    }
    Ok(Value::NONE)
}

fn wrapped_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    let shape = machine.shape_for(class);
    Ok(machine.heap.allocate(shape, Data::Wrapped(Value::NONE)))
}

fn wrapped_init(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(Data::Wrapped(function)) = machine.heap.get_mut(args[0]) {
        *function = args[1];
    }
    Ok(Value::NONE)
}

fn inner(machine: &Machine, value: Value) -> Value {
    match machine.heap.get(value) {
        Some(&Data::Wrapped(function)) => function,
        _ => Value::NONE,
    }
}

fn wrapped_function(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(inner(machine, args[0]))
}

/// An attribute of a function, or `None`.
fn function_field(machine: &mut Machine, function: Value, name: Value) -> Value {
    let Some(data) = machine.function(function) else { return Value::NONE };
    match name {
        names::__name__ => data.name,
        names::__qualname__ => data.qualified_name,
        names::__module__ => data.module,
        _ => data.doc,
    }
}

fn wrapped_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = inner(machine, args[0]);
    Ok(function_field(machine, function, names::__name__))
}

fn wrapped_qualname(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = inner(machine, args[0]);
    Ok(function_field(machine, function, names::__qualname__))
}

fn wrapped_doc(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = inner(machine, args[0]);
    Ok(function_field(machine, function, names::__doc__))
}

fn wrapped_module(machine: &mut Machine, args: &[Value]) -> Outcome {
    let function = inner(machine, args[0]);
    Ok(function_field(machine, function, names::__module__))
}

/// `__isabstractmethod__` of a property, class method or static method: what the functions say.
fn is_abstract(machine: &mut Machine, args: &[Value]) -> Outcome {
    let name = machine.heap.intern("__isabstractmethod__");
    let mut pending = vec![args[0]];
    while let Some(value) = pending.pop() {
        match machine.heap.get(value) {
            Some(Data::Property(it)) => pending.extend([it.deleter, it.setter, it.getter]),
            Some(&Data::Wrapped(function)) => pending.push(function),
            _ if machine.own_attribute(value, name).is_true() => return Ok(Value::TRUE),
            _ => {}
        }
    }
    Ok(Value::FALSE)
}

fn static_get(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.check_is_asked_for(args[1], args[2])?;
    Ok(inner(machine, args[0]))
}

fn descriptor_get(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.check_is_asked_for(args[1], args[2])?;
    if args[1].is_none() {
        return Ok(args[0]);
    }
    machine.read_field(args[0], args[1]).unwrap_or(Ok(args[0]))
}

/// Name and class of a field.
fn member(machine: &Machine, value: Value) -> (Value, Value) {
    match machine.heap.get(value) {
        Some(Data::Member(member)) => (member.name, member.class),
        _ => (Value::NONE, Value::NONE),
    }
}

fn field_set(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.write_field(args[0], args[1], args[2]).map(|_| Value::NONE)
}

fn field_delete(machine: &mut Machine, args: &[Value]) -> Outcome {
    field_set(machine, &[args[0], args[1], Value::NOTHING])
}

fn member_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (name, class) = member(machine, args[0]);
    let class = class.as_handle().map(|class| machine.class_name(class)).unwrap_or_default();
    let text = format!("<member '{}' of '{class}' objects>", machine.text_of(name));
    Ok(machine.heap.new_str(&text))
}

fn member_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(member(machine, args[0]).0)
}

fn member_class(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(member(machine, args[0]).1)
}

fn getset(machine: &mut Machine, value: Value) -> Result<&'static GetSet, Thrown> {
    match machine.heap.get(value) {
        Some(&Data::GetSet(getset)) => Ok(getset),
        _ => Err(machine.type_error("a getset descriptor is needed")),
    }
}

fn getset_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let data = getset(machine, args[0])?;
    let text = format!("<attribute '{}' of '{}' objects>", data.name, data.owner);
    Ok(machine.heap.new_str(&text))
}

fn getset_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    let data = getset(machine, args[0])?;
    Ok(machine.heap.intern(data.name))
}

fn getset_doc(machine: &mut Machine, args: &[Value]) -> Outcome {
    let data = getset(machine, args[0])?;
    Ok(machine.heap.new_str(data.doc))
}
