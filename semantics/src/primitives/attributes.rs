//! Attributes and descriptors (Language Reference 3.3.2).

use crate::primitives;
use crate::state::{Builtin, Data, Machine, Outcome, Property, Type, Value, names};

/// Whether a value found in a class is the built-in method of this owner and name.
fn is_builtin(machine: &Machine, value: Value, owner: &str, name: &str) -> bool {
    matches!(machine.heap.get(value), Some(Data::Builtin(b)) if b.owner == owner && b.name == name)
}

impl Machine {
    /// Whether nothing but `object` says how the attributes of an object are read.
    pub fn has_default_getter(&mut self, object: Value) -> bool {
        let getter = self.special(object, names::__getattribute__);
        is_builtin(self, getter, "object", "__getattribute__")
    }

    /// Whether nothing but `object` says how the attributes of an object are set.
    pub fn has_default_setter(&mut self, object: Value) -> bool {
        let setter = self.special(object, names::__setattr__);
        is_builtin(self, setter, "object", "__setattr__")
    }

    /// What getting an attribute gives when no Python code has to run; otherwise nothing.
    pub fn attribute_without_code(&mut self, object: Value, name: Value) -> Outcome {
        let found = self.attribute_or_error(object, name);
        // Where that fails, `__getattr__` is asked.
        if found.is_err() && self.special(object, names::__getattr__).is_present() {
            return Ok(Value::NOTHING);
        }
        found
    }

    fn attribute_or_error(&mut self, object: Value, name: Value) -> Outcome {
        let class = self.heap.class_of(object);
        let getter = self.lookup(class, names::__getattribute__);
        let Some(Data::Builtin(getter)) = self.heap.get(getter) else { return Ok(Value::NOTHING) };
        let owner = getter.owner;
        if getter.name != "__getattribute__" || !matches!(owner, "object" | "type") {
            return Ok(Value::NOTHING);
        }
        let found = self.lookup(class, name);
        if found.is_present() && self.is_data_descriptor(found) {
            return self.get_descriptor_without_code(found, object, Value::object(class));
        }
        if owner == "type"
            && let Some(own_class) = object.as_handle()
        {
            let own = self.lookup(own_class, name);
            if own.is_present() {
                return self.get_descriptor_without_code(own, Value::NONE, object);
            }
        } else {
            let own = self.own_attribute(object, name);
            if own.is_present() {
                return Ok(own);
            }
        }
        if found.is_present() {
            return self.get_descriptor_without_code(found, object, Value::object(class));
        }
        Ok(Value::NOTHING)
    }

    /// What comes after the class of a `super` object in the resolution order, or nothing.
    pub fn super_attribute(&self, proxy: Value, name: Value) -> Value {
        let Some(Data::Super(data)) = self.heap.get(proxy) else { return Value::NOTHING };
        let Some(handle) = data.object_class.as_handle().filter(|_| name != names::__class__) else {
            return Value::NOTHING;
        };
        let mro = &self.class_data(handle).mro;
        let after = mro.iter().skip_while(|&&base| Value::object(base) != data.class).skip(1);
        let mut found = after.map(|&base| self.own_class_attribute(base, name));
        found.find(|value| value.is_present()).unwrap_or(Value::NOTHING)
    }

    /// The function that a method of a `super` object is, and the object that a call would bind it to.
    pub fn super_method(&self, proxy: Value, name: Value) -> Option<(Value, Value)> {
        if !self.is_exact(proxy, Type::Super) {
            return None;
        }
        let Some(Data::Super(data)) = self.heap.get(proxy) else { return None };
        let function = self.super_attribute(proxy, name);
        (self.binds(function) && !data.instance().is_none()).then_some((function, data.instance()))
    }

    /// What a descriptor gives when no Python code has to run; otherwise nothing.
    pub fn get_descriptor_without_code(&mut self, descriptor: Value, object: Value, class: Value) -> Outcome {
        let is_instance = !object.is_none() || class == Type::NoneType.value();
        let exact = self.heap.class_of(descriptor);
        let Some(data) = self.heap.get(descriptor) else { return Ok(descriptor) };
        match data {
            Data::Function(_) => {
                let is_bound = is_instance && exact != Type::BuiltinFunction.handle();
                Ok(if is_bound { self.new_method(descriptor, object) } else { descriptor })
            }
            Data::Builtin(builtin) => {
                let builtin = *builtin;
                Ok(self.bind_builtin_method(descriptor, builtin, object, class, is_instance))
            }
            Data::Wrapped(inner) if self.is_subclass(exact, Type::StaticMethod.handle()) => Ok(*inner),
            Data::Wrapped(inner) => {
                let inner = *inner;
                match self.heap.get(inner) {
                    Some(Data::Function(_)) if self.binds(inner) => Ok(self.new_method(inner, class)),
                    _ => Ok(Value::NOTHING),
                }
            }
            Data::Member(_) | Data::GetSet(_) if is_instance => {
                self.read_field(descriptor, object).unwrap_or(Ok(descriptor))
            }
            Data::Member(_) | Data::GetSet(_) => Ok(descriptor),
            Data::Property(_) => Ok(if is_instance { Value::NOTHING } else { descriptor }),
            Data::Instance(_) => {
                let getter = self.lookup(exact, names::__get__);
                Ok(if getter.is_present() { Value::NOTHING } else { descriptor })
            }
            _ => {
                let getter = self.lookup(exact, names::__get__);
                Ok(if getter.is_present() && !self.is_plain_data(descriptor) {
                    Value::NOTHING
                } else {
                    descriptor
                })
            }
        }
    }

    /// Whether an object is of a built-in class that is no descriptor.
    fn is_plain_data(&self, value: Value) -> bool {
        let class = self.heap.class_of(value);
        self.class_data(class).is_builtin
            && !matches!(
                self.builtin_type(class),
                Some(Type::Property | Type::ClassMethod | Type::StaticMethod | Type::Super)
            )
    }

    /// Whether a function found in a class is bound to the object when it is got: built-in functions are not, methods of
    /// built-in classes are.
    #[inline]
    pub fn binds(&self, function: Value) -> bool {
        match self.heap.get(function) {
            Some(Data::Function(_)) => !self.is_exact(function, Type::BuiltinFunction),
            Some(Data::Builtin(builtin)) => builtin.is_method(),
            _ => false,
        }
    }

    /// A function bound to an object; the class tells built-in methods from others.
    pub fn new_method(&mut self, function: Value, object: Value) -> Value {
        let class = match self.builtin_type(self.heap.class_of(function)) {
            Some(Type::WrapperDescriptor) => Type::MethodWrapper,
            Some(Type::MethodDescriptor | Type::ClassMethodDescriptor | Type::BuiltinFunction) => {
                Type::BuiltinFunction
            }
            _ => Type::Method,
        };
        self.heap.new_object(class, Data::Method(function, object))
    }

    fn bind_builtin_method(
        &mut self,
        descriptor: Value,
        builtin: &'static Builtin,
        object: Value,
        class: Value,
        is_instance: bool,
    ) -> Value {
        if builtin.is_class_method() {
            return self.new_method(descriptor, class);
        }
        if builtin.is_method() && is_instance && !builtin.owner.is_empty() {
            return self.new_method(descriptor, object);
        }
        descriptor
    }

    fn property(&self, value: Value) -> Option<&Property> {
        match self.heap.get(value) {
            Some(Data::Property(property)) => Some(property),
            _ => None,
        }
    }

    /// `AttributeError` for an attribute that is not there.
    #[cold]
    pub fn missing_attribute(&mut self, object: Value, name: Value) -> crate::state::Thrown {
        let text = self.text_of(name);
        let message = match self.heap.get(object) {
            Some(Data::Class(_)) => {
                let name = object.as_handle().map(|class| self.class_name_in_messages(class));
                format!("type object '{}' has no attribute '{text}'", name.unwrap_or_default())
            }
            Some(Data::Module) => {
                let dict = self.attribute_dict(object);
                let module = self.dict_get_name(dict, names::__name__);
                format!("module '{}' has no attribute '{text}'", self.text_of(module))
            }
            _ => format!("'{}' object has no attribute '{text}'", self.type_name(object)),
        };
        let thrown = self.exception(Type::AttributeError, &message);
        self.set_exception_member(thrown.0, names::name, name);
        self.set_exception_member(thrown.0, names::obj, object);
        thrown
    }

    /// The attributes of a built-in class can't be changed.
    fn check_class_is_mutable(&mut self, class: Value, name: Value) -> Result<(), crate::state::Thrown> {
        match class.as_handle() {
            Some(handle) if self.class(class).is_some_and(|data| data.is_builtin) => {
                let (name, class) = (self.text_of(name), self.class_name_in_messages(handle));
                let message = format!("cannot set '{name}' attribute of immutable type '{class}'");
                Err(self.type_error(&message))
            }
            _ => Ok(()),
        }
    }

    /// Objects of some classes have no attributes of their own.
    fn check_takes_attributes(&mut self, object: Value, name: Value) -> Result<(), crate::state::Thrown> {
        if self.has_attributes(object) {
            return Ok(());
        }
        let (kind, text) = (self.type_name(object), self.text_of(name));
        let message = if self.special(object, name).is_present() {
            format!("'{kind}' object attribute '{text}' is read-only")
        } else {
            format!("'{kind}' object has no attribute '{text}' and no __dict__ for setting new attributes")
        };
        Err(self.exception(Type::AttributeError, &message))
    }

    /// Which property, of which class, for messages about what it can't do.
    fn property_complaint(&mut self, property: Value, object: Value, what: &str) -> crate::state::Thrown {
        let name = self.property(property).map_or(Value::NONE, |data| data.name);
        let class = self.heap.class_of(object);
        let qualified = self.text_of(self.class_data(class).qualified_name);
        let message = match self.text(name) {
            Some(_) => format!("property '{}' of '{qualified}' object has no {what}", self.text_of(name)),
            None => format!("property of '{qualified}' object has no {what}"),
        };
        self.exception(Type::AttributeError, &message)
    }
}

primitives! { ATTRIBUTES;
    /// The special method of the value's class, unbound, or nothing.
    fn special(m, value, name) { Ok(m.special(value, name)) }
    /// The special method of the value's class, bound to the value, if there is one and no Python code has to run for that;
    /// otherwise nothing.
    fn bound_special_builtin(m, value, name) {
        let (method, class) = (m.special(value, name), Value::object(m.heap.class_of(value)));
        if method.is_nothing() { Ok(method) } else { m.get_descriptor_without_code(method, value, class) }
    }
    /// The attribute, if only data decides; otherwise nothing.
    fn attribute_builtin(m, object, name) { m.attribute_without_code(object, name) }
    /// What the object's class has under the name, unbound, or nothing.
    fn class_attribute(m, object, name) { Ok(m.special(object, name)) }
    /// The object's own attribute, or nothing.
    fn own_attribute(m, object, name) { Ok(m.own_attribute(object, name)) }
    /// What a class or its bases have under the name, or nothing.
    fn mro_attribute(m, class, name) {
        Ok(match class.as_handle() {
            Some(handle) if m.class(class).is_some() => m.lookup(handle, name),
            _ => Value::NOTHING,
        })
    }
    /// What a class's bases have under the name, or nothing.
    fn attribute_after(m, class, name) {
        let Some(handle) = class.as_handle() else { return Ok(Value::NOTHING) };
        let mro = m.class_data(handle).mro.clone();
        let found = mro.iter().skip(1).map(|&base| m.own_class_attribute(base, name)).find(|value| value.is_present());
        Ok(found.unwrap_or(Value::NOTHING))
    }
    /// What comes after the class of a `super` object in the resolution order, or nothing.
    fn super_attribute(m, proxy, name) {
        Ok(m.super_attribute(proxy, name))
    }
    /// The object that `super` binds to; `None` if that is the class itself.
    fn super_instance(m, proxy) {
        let Some(Data::Super(data)) = m.heap.get(proxy) else { return Ok(Value::NONE) };
        Ok(data.instance())
    }
    /// The class whose resolution order `super` follows.
    fn super_class(m, proxy) {
        let Some(Data::Super(data)) = m.heap.get(proxy) else { return Ok(Value::NONE) };
        Ok(data.object_class)
    }
    /// Whether a value found in a class is a data descriptor.
    fn is_data_descriptor(m, value) { Ok(Value::bool(m.is_data_descriptor(value))) }
    /// What a descriptor gives if no Python code has to run; otherwise nothing.
    fn descriptor_get_builtin(m, descriptor, object, class) { m.get_descriptor_without_code(descriptor, object, class) }
    /// Lets a built-in data descriptor set the attribute; whether it was one.
    fn descriptor_set_builtin(m, descriptor, object, value) {
        m.write_field(descriptor, object, value).map(Value::bool)
    }
    /// Lets a built-in data descriptor delete the attribute; whether it was one.
    fn descriptor_delete_builtin(m, descriptor, object) {
        m.write_field(descriptor, object, Value::NOTHING).map(Value::bool)
    }
    /// `TypeError` if `__get__` is given neither an object nor a class.
    fn check_is_asked_for(m, object, class) { m.check_is_asked_for(object, class).map(|()| Value::NONE) }
    /// The getter of a property.
    fn property_getter(m, property, object) {
        match m.property(property) {
            Some(data) if !data.getter.is_none() => Ok(data.getter),
            _ => Err(m.property_complaint(property, object, "getter")),
        }
    }
    /// The setter of a property.
    fn property_setter(m, property, object) {
        match m.property(property) {
            Some(data) if !data.setter.is_none() => Ok(data.setter),
            _ => Err(m.property_complaint(property, object, "setter")),
        }
    }
    /// The deleter of a property.
    fn property_deleter(m, property, object) {
        match m.property(property) {
            Some(data) if !data.deleter.is_none() => Ok(data.deleter),
            _ => Err(m.property_complaint(property, object, "deleter")),
        }
    }
    /// Sets the attribute if only data decides; whether that was so.
    fn set_attribute_builtin(m, object, name, value) {
        let class = m.heap.class_of(object);
        let setter = m.lookup(class, names::__setattr__);
        if !is_builtin(m, setter, "object", "__setattr__") || m.lookup(class, name).is_present() || !m.class_data(class).has_dict {
            return Ok(Value::FALSE);
        }
        m.set_own_attribute(object, name, value);
        Ok(Value::TRUE)
    }
    /// Gives the object, or class, an attribute of its own.
    fn set_own_attribute(m, object, name, value) {
        if let Some(handle) = object.as_handle().filter(|_| m.class(object).is_some()) {
            m.check_class_is_mutable(object, name)?;
            m.set_class_attribute(handle, name, value);
            return Ok(Value::NONE);
        }
        m.check_takes_attributes(object, name)?;
        m.set_own_attribute(object, name, value);
        Ok(Value::NONE)
    }
    /// Takes an attribute of its own away from the object, or class.
    fn delete_own_attribute(m, object, name) {
        if let Some(handle) = object.as_handle().filter(|_| m.class(object).is_some()) {
            m.check_class_is_mutable(object, name)?;
            if m.delete_class_attribute(handle, name) {
                return Ok(Value::NONE);
            }
        } else {
            m.check_takes_attributes(object, name)?;
            if m.delete_own_attribute(object, name) {
                return Ok(Value::NONE);
            }
        }
        Err(m.missing_attribute(object, name))
    }
    /// Whether `__getattribute__` is that of `object`.
    fn is_default_getter(m, getter) { Ok(Value::bool(is_builtin(m, getter, "object", "__getattribute__"))) }
    /// Whether `__getattribute__` is that of `type`.
    fn is_class_getter(m, getter) { Ok(Value::bool(is_builtin(m, getter, "type", "__getattribute__"))) }
    /// Whether `__getattribute__` is that of `super`.
    fn is_super_getter(m, getter) { Ok(Value::bool(is_builtin(m, getter, "super", "__getattribute__"))) }
    /// Whether `__setattr__` is that of `object`.
    fn is_default_setter(m, setter) { Ok(Value::bool(is_builtin(m, setter, "object", "__setattr__"))) }
    /// Whether `__delattr__` is that of `object`.
    fn is_default_deleter(m, deleter) { Ok(Value::bool(is_builtin(m, deleter, "object", "__delattr__"))) }
    /// The name of an attribute as `getattr` and the like are given it.
    fn attribute_name(m, name, function) {
        if m.text(name).is_some() {
            return Ok(m.heap.intern_value(name));
        }
        let message = match m.text_of(function).as_str() {
            "hasattr" => format!("attribute name must be string, not '{}'", m.type_name(name)),
            _ => format!("attribute name must be string, not '{}'", m.type_name(name)),
        };
        Err(m.type_error(&message))
    }
    /// The class given to `__get__`, or the object's own.
    fn class_or_type(m, class, object) {
        Ok(if class.is_present() && !class.is_none() { class } else { Value::object(m.heap.class_of(object)) })
    }
    /// Whether a special method is called with its object as first argument, without being bound by `__get__`.
    fn takes_self(m, method) {
        Ok(Value::bool(m.binds(method)))
    }
    /// `AttributeError` for an attribute that is not there.
    fn no_attribute(m, object, name) { Ok(m.missing_attribute(object, name).0) }
    /// A descriptor has only one of `__set__` and `__delete__`.
    fn missing_method(m, descriptor, method) {
        let method = m.text_of(method);
        Ok(m.exception(Type::AttributeError, &method).0)
    }
}
