//! Objects, classes, functions, modules, descriptors (Language Reference 3.2 and 3.3).

mod aliases;
mod classes;
mod descriptors;
mod functions;

use crate::protocols;
use crate::state::{Builtin, Data, GetSet, Handle, Machine, Outcome, Type, Value, names};

pub fn tables() -> Vec<&'static [Builtin]> {
    let mut tables = vec![OBJECT, MODULE, NONE, NOT_IMPLEMENTED, ELLIPSIS, NAMESPACE];
    tables.extend(aliases::TABLES);
    tables.push(aliases::HELPERS);
    tables.extend(classes::TABLES);
    tables.extend(descriptors::TABLES);
    tables.extend(functions::TABLES);
    tables
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    let mut tables = vec![OBJECT_ATTRIBUTES];
    tables.extend(aliases::ATTRIBUTE_TABLES);
    tables.extend(classes::ATTRIBUTE_TABLES);
    tables.extend(descriptors::ATTRIBUTE_TABLES);
    tables.extend(functions::ATTRIBUTE_TABLES);
    tables
}

builtins! { OBJECT, "object";
    "__new__" "cls, *args, **kwargs" leaf(object_new) "Creates an instance of the class.";
    "__init__" "self, *args, **kwargs" leaf(object_init) "Does nothing; takes no arguments.";
    "__repr__" "self, /" leaf(object_repr) "The class's name and the identity.";
    "__str__" "self, /" rule(protocols::object_str) "The same as repr().";
    "__eq__" "self, value, /" leaf(object_eq) "Whether both are the same object.";
    "__ne__" "self, value, /" rule(protocols::object_ne) "The opposite of ==.";
    "__lt__" "self, value, /" leaf(not_implemented) "Objects have no order.";
    "__le__" "self, value, /" leaf(not_implemented) "Objects have no order.";
    "__gt__" "self, value, /" leaf(not_implemented) "Objects have no order.";
    "__ge__" "self, value, /" leaf(not_implemented) "Objects have no order.";
    "__hash__" "self, /" leaf(object_hash) "A hash made of the identity.";
    "__getattribute__" "self, name, /" rule(protocols::object_getattribute) "The attribute of this name.";
    "__setattr__" "self, name, value, /" rule(protocols::object_setattr) "Sets an attribute.";
    "__delattr__" "self, name, /" rule(protocols::object_delattr) "Deletes an attribute.";
    "__format__" "self, format_spec, /" rule(protocols::object_format) "str() of the object.";
    "__dir__" "self, /" leaf(object_dir) "The names of the object's attributes.";
    "__sizeof__" "self, /" leaf(object_sizeof) "An estimate of the memory that the object takes, in bytes.";
    "__init_subclass__" "cls, /" leaf(nothing_to_do) "Called for each new subclass.";
    "__getstate__" "self, /" prelude("object_getstate") "The attributes, for a copy.";
    "__reduce__" "self, /" prelude("object_reduce") "What makes a copy.";
    "__reduce_ex__" "self, protocol, /" prelude("object_reduce_ex") "What makes a copy, by a protocol.";
    "__subclasshook__" "cls, subclass, /" leaf(not_implemented) "Abstract base classes may override this.";
}

attributes! { OBJECT_ATTRIBUTES, "object";
    "__class__" get(object_class) set(set_object_class) "The object's class.";
    "__dict__" get(object_dict) set(set_object_dict) "The object's own attributes.";
}

builtins! { MODULE, "module";
    "__new__" "cls, name=, doc=, /" leaf(module_new) "A module without content.";
    "__init__" "self, name, doc=, /" leaf(module_init) "Sets name and doc string.";
    "__repr__" "self, /" leaf(module_repr) "The module's name.";
}

builtins! { NONE, "NoneType";
    "__new__" "cls, /" leaf(none_new) "None.";
    "__repr__" "self, /" leaf(none_repr) "The text None.";
    "__bool__" "self, /" leaf(none_bool) "False.";
}

builtins! { NOT_IMPLEMENTED, "NotImplementedType";
    "__new__" "cls, /" leaf(not_implemented_new) "NotImplemented.";
    "__repr__" "self, /" leaf(not_implemented_repr) "The text NotImplemented.";
}

builtins! { ELLIPSIS, "ellipsis";
    "__new__" "cls, /" leaf(ellipsis_new) "Ellipsis.";
    "__repr__" "self, /" leaf(ellipsis_repr) "The text Ellipsis.";
}

builtins! { NAMESPACE, "types.SimpleNamespace";
    "__new__" "cls, *args, **kwargs" leaf(namespace_new) "An object with these attributes.";
    "__eq__" "self, value, /" prelude("namespace_eq") "Whether both have equal attributes.";
    "__repr__" "self, /" prelude("namespace_repr") "The attributes and their values.";
}

/// Whether the class takes `__new__` and `__init__` from `object`.
fn overrides(machine: &mut Machine, class: Handle, name: Value) -> bool {
    let found = machine.lookup(class, name);
    machine.builtin(found).is_none_or(|builtin| builtin.owner != "object")
}

fn has_arguments(machine: &Machine, args: Value, kwargs: Value) -> bool {
    !machine.tuple_items(args).is_empty() || machine.dict(kwargs).is_some_and(|dict| !dict.is_empty())
}

fn object_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    if has_arguments(machine, args[1], args[2]) {
        if overrides(machine, class, names::__new__) {
            return Err(
                machine.type_error("object.__new__() takes exactly one argument (the type to instantiate)")
            );
        }
        if !overrides(machine, class, names::__init__) {
            let message = format!("{}() takes no arguments", machine.class_name(class));
            return Err(machine.type_error(&message));
        }
    }
    if let Some(thrown) = machine.abstract_methods_complaint(class) {
        return Err(thrown);
    }
    if class == Type::Object.handle() {
        return Ok(machine.heap.new_object(Type::Object, Data::Plain));
    }
    Ok(machine.new_instance(class))
}

impl Machine {
    /// A class with abstract methods can't be instantiated (Library Reference, `abc`).
    fn abstract_methods_complaint(&mut self, class: Handle) -> Option<crate::state::Thrown> {
        let name = self.heap.intern("__abstractmethods__");
        let found = self.own_class_attribute(class, name);
        let methods: Vec<String> = match self.heap.get(found)? {
            Data::Set(set) => set.keys().map(|name| self.text_of(*name)).collect(),
            data => data.tuple()?.iter().map(|&name| self.text_of(name)).collect(),
        };
        if methods.is_empty() {
            return None;
        }
        let mut methods = methods;
        methods.sort();
        let plural = if methods.len() == 1 { "" } else { "s" };
        let list: Vec<String> = methods.iter().map(|name| format!("'{name}'")).collect();
        let message = format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
            self.class_name(class),
            list.join(", ")
        );
        Some(self.type_error(&message))
    }
}

fn object_init(machine: &mut Machine, args: &[Value]) -> Outcome {
    if has_arguments(machine, args[1], args[2]) {
        let class = machine.heap.class_of(args[0]);
        if overrides(machine, class, names::__init__) {
            return Err(machine
                .type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        if !overrides(machine, class, names::__new__) {
            let message = format!("{}() takes no arguments", machine.class_name(class));
            return Err(machine.type_error(&message));
        }
    }
    Ok(Value::NONE)
}

fn object_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = machine.plain_repr(args[0]);
    Ok(machine.heap.new_str(&text))
}

fn object_eq(_: &mut Machine, args: &[Value]) -> Outcome {
    Ok(if args[0] == args[1] { Value::TRUE } else { Value::NOT_IMPLEMENTED })
}

fn not_implemented(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::NOT_IMPLEMENTED)
}

fn nothing_to_do(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::NONE)
}

fn object_hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let identity = machine.heap.identity(args[0]);
    Ok(machine.heap.new_int(identity >> 4))
}

fn object_dir(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.heap.class_of(args[0]);
    let mut found: Vec<Value> = Vec::new();
    for base in machine.class_data(class).mro.clone() {
        found.extend(machine.class_data(base).attributes.iter().map(|entry| entry.key));
    }
    if machine.has_attributes(args[0]) {
        let dict = machine.attribute_dict(args[0]);
        found.extend(machine.dict(dict).into_iter().flat_map(|dict| dict.iter().map(|entry| entry.key)));
    }
    Ok(sorted_names(machine, found))
}

/// A list of names, each once, in their order.
fn sorted_names(machine: &mut Machine, mut found: Vec<Value>) -> Value {
    found.sort_by_cached_key(|&name| machine.text_of(name));
    found.dedup_by(|a, b| machine.same_text(*a, *b));
    machine.heap.new_list(found)
}

fn object_sizeof(machine: &mut Machine, args: &[Value]) -> Outcome {
    let bytes = machine.heap.get(args[0]).map_or(8, |data| 32 + data.bytes());
    Ok(Value::small(bytes as i64))
}

fn object_class(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::object(machine.heap.class_of(args[0])))
}

fn set_object_class(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (object, class) = (args[0], args[1]);
    if class.is_nothing() {
        return Err(machine.type_error("can't delete __class__ attribute"));
    }
    let Some(new) = class.as_handle().filter(|_| machine.class(class).is_some()) else {
        let message = format!("__class__ must be set to a class, not '{}' object", machine.type_name(class));
        return Err(machine.type_error(&message));
    };
    let old = machine.heap.class_of(object);
    let (from, to) = (machine.class_data(old), machine.class_data(new));
    let modules = matches!(machine.heap.get(object), Some(Data::Module)) && to.layout == Type::Module;
    if (from.is_builtin || to.is_builtin) && !modules {
        return Err(machine
            .type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    }
    if from.layout != to.layout || from.reserved != to.reserved || from.has_dict != to.has_dict {
        let message = format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            machine.class_name(new),
            machine.class_name(old)
        );
        return Err(machine.type_error(&message));
    }
    let Some(handle) = object.as_handle() else { return Ok(Value::NONE) };
    let had_dict = machine.heap.slot(handle).dict;
    let own = machine.laid_out_attributes(handle);
    let reserved = machine.class_data(new).reserved;
    let shape = machine.shape_for(new);
    machine.heap.slot_mut(handle).shape = shape;
    if !matches!(machine.heap.data(handle), Data::Instance(_)) {
        return Ok(Value::NONE);
    }
    if had_dict != 0 {
        let shape = machine.dict_shape(new, reserved);
        machine.heap.slot_mut(handle).shape = shape;
        return Ok(Value::NONE);
    }
    for (name, value) in own {
        machine.set_own_attribute(object, name, value);
    }
    Ok(Value::NONE)
}

fn object_dict(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.has_attributes(args[0]) {
        return Err(machine.missing_attribute(args[0], names::__dict__));
    }
    Ok(machine.attribute_dict(args[0]))
}

fn set_object_dict(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[1].is_nothing() {
        return Err(machine.type_error("cannot delete __dict__"));
    }
    if machine.dict(args[1]).is_none() {
        let message = format!("__dict__ must be set to a dictionary, not a '{}'", machine.type_name(args[1]));
        return Err(machine.type_error(&message));
    }
    if let Some(handle) = args[0].as_handle() {
        machine.attribute_dict(args[0]);
        machine.use_dict(handle, args[1]);
    }
    Ok(Value::NONE)
}

fn module_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    let shape = machine.shape_for(class);
    Ok(machine.heap.allocate(shape, Data::Module))
}

fn module_init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let dict = machine.attribute_dict(args[0]);
    machine.dict_set_name(dict, names::__name__, args[1]);
    machine.dict_set_name(dict, names::__doc__, args[2].present().unwrap_or(Value::NONE));
    Ok(Value::NONE)
}

fn module_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let dict = machine.attribute_dict(args[0]);
    let name = machine.dict_get_name(dict, names::__name__);
    let text = format!("<module '{}' (built-in)>", machine.text_of(name));
    Ok(machine.heap.new_str(&text))
}

fn none_new(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::NONE)
}

fn none_repr(machine: &mut Machine, _: &[Value]) -> Outcome {
    Ok(machine.heap.intern("None"))
}

fn none_bool(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::FALSE)
}

fn not_implemented_new(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::NOT_IMPLEMENTED)
}

fn not_implemented_repr(machine: &mut Machine, _: &[Value]) -> Outcome {
    Ok(machine.heap.intern("NotImplemented"))
}

fn ellipsis_new(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::ELLIPSIS)
}

fn ellipsis_repr(machine: &mut Machine, _: &[Value]) -> Outcome {
    Ok(machine.heap.intern("Ellipsis"))
}

fn namespace_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    let shape = machine.shape_for(class);
    let object = machine.heap.allocate(shape, Data::Module);
    let dict = machine.attribute_dict(object);
    let entries: Vec<_> =
        machine.dict(args[2]).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
    for entry in entries {
        machine.dict_set_name(dict, entry.key, entry.value);
    }
    Ok(object)
}
