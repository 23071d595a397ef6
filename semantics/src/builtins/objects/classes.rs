//! `type` and `super`.

use crate::protocols;
use crate::state::{Builtin, Data, GetSet, Machine, Outcome, Super, Type, Value, names};

pub const TABLES: [&[Builtin]; 2] = [TYPE, SUPER];
pub const ATTRIBUTE_TABLES: [&[GetSet]; 2] = [TYPE_ATTRIBUTES, SUPER_ATTRIBUTES];

builtins! { TYPE, "type";
    "__new__" "cls, name, bases, namespace, /, **kwargs" rule(protocols::type_new) "Makes a class.";
    "__init__" "self, *args, **kwargs" leaf(type_init) "Nothing is left to do.";
    "__call__" "self, *args, **kwargs" rule(protocols::class_call) "Makes an instance.";
    "__repr__" "self, /" leaf(type_repr) "The class's name.";
    "__getattribute__" "self, name, /" rule(protocols::type_getattribute) "The attribute of this name.";
    "__setattr__" "self, name, value, /" rule(protocols::object_setattr) "Sets an attribute of the class.";
    "__delattr__" "self, name, /" rule(protocols::object_delattr) "Deletes an attribute of the class.";
    "__instancecheck__" "self, instance, /" rule(protocols::type_instancecheck) "Whether the object is an instance.";
    "__subclasscheck__" "self, subclass, /" leaf(type_subclasscheck) "Whether the class is derived from this one.";
    "__subclasses__" "self, /" leaf(type_subclasses) "The direct subclasses.";
    "mro" "self, /" leaf(type_mro_list) "The resolution order, as a list.";
    "__dir__" "self, /" leaf(type_dir) "The names of the class's attributes.";
    "__prepare__" "cls, *args, **kwargs" leaf(type_prepare) "The namespace for a class body.";
    "__or__" "self, other, /" leaf(super::aliases::type_or) "A union of types.";
    "__ror__" "self, other, /" leaf(super::aliases::type_ror) "A union of types.";
}

attributes! { TYPE_ATTRIBUTES, "type";
    "__name__" get(type_name) set(set_type_name) "The class's name.";
    "__qualname__" get(type_qualname) set(set_type_qualname) "The dotted path to the class in its module.";
    "__module__" get(type_module) set(set_type_module) "The name of the module.";
    "__mro__" get(type_mro) set(none) "The resolution order.";
    "__bases__" get(type_bases) set(set_type_bases) "The direct bases.";
    "__base__" get(type_base) set(none) "The base that decides the layout.";
    "__dict__" get(type_dict) set(none) "The class's own attributes.";
    "__doc__" get(type_doc) set(set_type_doc) "The doc string.";
    "__annotations__" get(type_annotations) set(set_type_annotations) "The annotations of the body.";
    "__type_params__" get(type_params) set(none) "The type parameters.";
}

builtins! { SUPER, "super";
    "__new__" "cls, *args, **kwargs" leaf(super_new) "A view of the object that begins after a class.";
    "__init__" "self, type=, object=, /" leaf(super_init) "Says from where to look, and for what object.";
    "__getattribute__" "self, name, /" rule(protocols::super_getattribute) "The attribute as the next class has it.";
    "__repr__" "self, /" leaf(super_repr) "The class and the object.";
}

attributes! { SUPER_ATTRIBUTES, "super";
    "__thisclass__" get(super_thisclass) set(none) "The class after which the search begins.";
    "__self__" get(super_self) set(none) "The object.";
    "__self_class__" get(super_self_class) set(none) "The class whose order is followed.";
}

fn type_init(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::NONE)
}

fn type_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(class) = args[0].as_handle() else { return Ok(Value::NONE) };
    let text = format!("<class '{}'>", machine.full_class_name(class));
    Ok(machine.heap.new_str(&text))
}

fn type_subclasscheck(machine: &mut Machine, args: &[Value]) -> Outcome {
    match (args[1].as_handle(), args[0].as_handle()) {
        (Some(candidate), Some(class)) if machine.class(args[1]).is_some() => {
            Ok(Value::bool(machine.is_subclass(candidate, class)))
        }
        _ => Err(machine.type_error("issubclass() arg 1 must be a class")),
    }
}

fn type_subclasses(machine: &mut Machine, args: &[Value]) -> Outcome {
    let subclasses = machine.class(args[0]).map(|class| class.subclasses.clone()).unwrap_or_default();
    Ok(machine.heap.new_list(subclasses.into_iter().map(Value::object).collect()))
}

fn order(machine: &Machine, class: Value) -> Vec<Value> {
    machine
        .class(class)
        .map(|data| data.mro.iter().map(|&base| Value::object(base)).collect())
        .unwrap_or_default()
}

fn type_mro_list(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(class) = args[0].as_handle() else { return Ok(Value::NONE) };
    let mut order = vec![args[0]];
    let bases = machine.base_handles(class);
    order.extend(machine.order_of_bases(&bases)?.into_iter().map(Value::object));
    Ok(machine.heap.new_list(order))
}

fn type_mro(machine: &mut Machine, args: &[Value]) -> Outcome {
    let order = order(machine, args[0]);
    Ok(machine.heap.new_tuple(order))
}

fn type_dir(machine: &mut Machine, args: &[Value]) -> Outcome {
    let mut found = Vec::new();
    for base in machine.class(args[0]).map(|class| class.mro.clone()).unwrap_or_default() {
        found.extend(machine.class_data(base).attributes.iter().map(|entry| entry.key));
    }
    Ok(super::sorted_names(machine, found))
}

fn type_prepare(machine: &mut Machine, _: &[Value]) -> Outcome {
    Ok(machine.heap.new_dict())
}

fn type_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.class(args[0]).map_or(Value::NONE, |class| class.name))
}

/// Classes of the language itself keep their attributes.
fn check_mutable(machine: &mut Machine, class: Value, name: &str) -> Outcome {
    match machine.class(class) {
        Some(data) if data.is_builtin => {
            let message =
                format!("cannot set '{name}' attribute of immutable type '{}'", machine.text_of(data.name));
            Err(machine.type_error(&message))
        }
        _ => Ok(Value::NONE),
    }
}

fn check_string(machine: &mut Machine, class: Value, name: &str, value: Value) -> Outcome {
    check_mutable(machine, class, name)?;
    if machine.text(value).is_some() {
        return Ok(Value::NONE);
    }
    let class_name = machine.class(class).map(|data| machine.text_of(data.name)).unwrap_or_default();
    let message = if value.is_nothing() {
        format!("cannot delete '{name}' attribute of type '{class_name}'")
    } else {
        format!("can only assign string to {class_name}.{name}, not '{}'", machine.type_name(value))
    };
    Err(machine.type_error(&message))
}

fn set_type_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    check_string(machine, args[0], "__name__", args[1])?;
    if let Some(class) = args[0].as_handle() {
        machine.class_data_mut(class).name = args[1];
    }
    Ok(Value::NONE)
}

fn type_qualname(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.class(args[0]).map_or(Value::NONE, |class| class.qualified_name))
}

fn set_type_qualname(machine: &mut Machine, args: &[Value]) -> Outcome {
    check_string(machine, args[0], "__qualname__", args[1])?;
    if let Some(class) = args[0].as_handle() {
        machine.class_data_mut(class).qualified_name = args[1];
    }
    Ok(Value::NONE)
}

/// An attribute that the class itself has, or a default.
fn own(machine: &Machine, class: Value, name: Value, default: Value) -> Value {
    class
        .as_handle()
        .map_or(default, |class| machine.own_class_attribute(class, name).present().unwrap_or(default))
}

fn set_own(machine: &mut Machine, args: &[Value], name: Value) -> Outcome {
    let text = machine.text_of(name);
    check_mutable(machine, args[0], &text)?;
    let Some(class) = args[0].as_handle() else { return Ok(Value::NONE) };
    if args[1].is_present() {
        machine.set_class_attribute(class, name, args[1]);
    } else if !machine.delete_class_attribute(class, name) {
        return Err(machine.exception(Type::AttributeError, &text));
    }
    Ok(Value::NONE)
}

fn type_module(machine: &mut Machine, args: &[Value]) -> Outcome {
    let module = own(machine, args[0], names::__module__, names::builtins);
    // A class may have an attribute of this name for its instances.
    Ok(if machine.text(module).is_some() { module } else { names::builtins })
}

fn set_type_module(machine: &mut Machine, args: &[Value]) -> Outcome {
    set_own(machine, args, names::__module__)
}

fn type_bases(machine: &mut Machine, args: &[Value]) -> Outcome {
    let bases = machine.class(args[0]).map(|class| class.bases.clone()).unwrap_or_default();
    Ok(machine.heap.new_tuple(bases))
}

fn set_type_bases(machine: &mut Machine, args: &[Value]) -> Outcome {
    check_mutable(machine, args[0], "__bases__")?;
    let (Some(class), bases) = (args[0].as_handle(), args[1]) else { return Ok(Value::NONE) };
    let name = machine.class_name(class);
    if bases.is_nothing() {
        return Err(machine.type_error(&format!("cannot delete '__bases__' attribute of type '{name}'")));
    }
    if !machine.is_instance(bases, Type::Tuple) {
        let given = machine.type_name(bases);
        return Err(machine.type_error(&format!("can only assign tuple to {name}.__bases__, not {given}")));
    }
    let mut handles = Vec::new();
    for base in machine.tuple_items(bases).to_vec() {
        let Some(handle) = base.as_handle().filter(|_| machine.class(base).is_some()) else {
            let given = machine.type_name(base);
            return Err(
                machine.type_error(&format!("{name}.__bases__ must be tuple of classes, not '{given}'"))
            );
        };
        handles.push(handle);
    }
    if handles.is_empty() {
        return Err(
            machine.type_error(&format!("can only assign non-empty tuple to {name}.__bases__, not ()"))
        );
    }
    machine.assign_bases(class, handles)?;
    Ok(Value::NONE)
}

fn type_base(machine: &mut Machine, args: &[Value]) -> Outcome {
    let bases = args[0].as_handle().map(|class| machine.base_handles(class)).unwrap_or_default();
    match bases.as_slice() {
        [] => Ok(Value::NONE),
        [only] => Ok(Value::object(*only)),
        several => Ok(Value::object(machine.best_base(several)?)),
    }
}

/// The view is of the class itself: it shows what becomes of the attributes.
fn type_dict(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.heap.new_object(Type::MappingProxy, Data::MappingProxy(args[0])))
}

fn type_doc(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(own(machine, args[0], names::__doc__, Value::NONE))
}

fn set_type_doc(machine: &mut Machine, args: &[Value]) -> Outcome {
    set_own(machine, args, names::__doc__)
}

fn type_annotations(machine: &mut Machine, args: &[Value]) -> Outcome {
    let found = own(machine, args[0], names::__annotations__, Value::NOTHING);
    if found.is_present() {
        return Ok(found);
    }
    if machine.class(args[0]).is_none_or(|class| class.is_builtin) {
        return Err(machine.missing_attribute(args[0], names::__annotations__));
    }
    let dict = machine.heap.new_dict();
    set_own(machine, &[args[0], dict], names::__annotations__)?;
    Ok(dict)
}

fn set_type_annotations(machine: &mut Machine, args: &[Value]) -> Outcome {
    set_own(machine, args, names::__annotations__)
}

fn type_params(machine: &mut Machine, _: &[Value]) -> Outcome {
    Ok(machine.heap.new_tuple([]))
}

fn super_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    let shape = machine.shape_for(class);
    let empty = Super { class: Value::NONE, object: Value::NONE, object_class: Value::NONE };
    Ok(machine.heap.allocate(shape, Data::Super(Box::new(empty))))
}

/// The class and the object of `super()` without arguments: the cell `__class__` and the first parameter.
fn from_frame(machine: &mut Machine) -> Result<(Value, Value), crate::state::Thrown> {
    let frame = *machine.frame();
    let code = machine.code(frame.code).clone();
    let unit = code.unit();
    let count = unit.parameters.positional_only + unit.parameters.positional_or_keyword;
    if count == 0 && !unit.parameters.var_positional {
        return Err(machine.exception(Type::RuntimeError, "super(): no arguments"));
    }
    let read = |machine: &Machine, slot: u16| {
        let value = machine.thread.slots[frame.base as usize + slot as usize];
        match machine.heap.get(value) {
            Some(&Data::Cell(content)) => content,
            _ => value,
        }
    };
    let object = read(machine, 0);
    if object.is_nothing() {
        return Err(machine.exception(Type::RuntimeError, "super(): arg[0] deleted"));
    }
    let Some(slot) = unit.class_cell else {
        return Err(machine.exception(Type::RuntimeError, "super(): __class__ cell not found"));
    };
    let class = read(machine, slot);
    if class.is_nothing() {
        return Err(machine.exception(Type::RuntimeError, "super(): empty __class__ cell"));
    }
    Ok((class, object))
}

fn super_init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (class, object) = match (args[1].present(), args[2].present()) {
        (None, _) => from_frame(machine)?,
        (Some(class), object) => (class, object.unwrap_or(Value::NONE)),
    };
    let Some(handle) = class.as_handle().filter(|_| machine.class(class).is_some()) else {
        let message = format!("super() argument 1 must be a type, not {}", machine.type_name(class));
        return Err(machine.type_error(&message));
    };
    let own = machine.heap.class_of(object);
    let object_class = if object.is_none() {
        Value::NONE
    } else if machine.class(object).is_some()
        && object.as_handle().is_some_and(|it| machine.is_subclass(it, handle))
    {
        object
    } else if machine.is_subclass(own, handle) {
        Value::object(own)
    } else {
        let given = match object.as_handle().filter(|_| machine.class(object).is_some()) {
            Some(class) => format!("type {}", machine.class_name(class)),
            None => format!("instance of {}", machine.class_name(own)),
        };
        let class = machine.class_name(handle);
        let message =
            format!("super(type, obj): obj ({given}) is not an instance or subtype of type ({class}).");
        return Err(machine.type_error(&message));
    };
    if let Some(Data::Super(data)) = machine.heap.get_mut(args[0]) {
        **data = Super { class, object, object_class };
    }
    Ok(Value::NONE)
}

fn super_data(machine: &Machine, value: Value) -> (Value, Value, Value) {
    match machine.heap.get(value) {
        Some(Data::Super(data)) => (data.class, data.object, data.object_class),
        _ => (Value::NONE, Value::NONE, Value::NONE),
    }
}

fn super_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (class, _, object_class) = super_data(machine, args[0]);
    let name = |machine: &Machine, class: Value| class.as_handle().map(|class| machine.class_name(class));
    let class = name(machine, class).unwrap_or_default();
    let text = match name(machine, object_class) {
        Some(object) => format!("<super: <class '{class}'>, <{object} object>>"),
        None => format!("<super: <class '{class}'>, NULL>"),
    };
    Ok(machine.heap.new_str(&text))
}

fn super_thisclass(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(super_data(machine, args[0]).0)
}

fn super_self(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(super_data(machine, args[0]).1)
}

fn super_self_class(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(super_data(machine, args[0]).2)
}
