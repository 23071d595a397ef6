//! Attribute access: section 3.3.2 of the Language Reference.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static ATTRIBUTES;
    /// The type's `__getattribute__` is asked; if it raises `AttributeError` and there is a `__getattr__`, that is.
    protocol "attribute.get" getattr(object, name) [ref "3.3.2"] {
        let quick = attribute_builtin(object, name);
        if is_something(quick) { return quick; }
        let getter = special(object, "__getattribute__");
        let fallback = special(object, "__getattr__");
        if is_nothing(fallback) { return attribute_by(getter, object, name); }
        protect {
            return attribute_by(getter, object, name);
        } catch e {
            if is_instance_of(e, "AttributeError") {
                return call_special(fallback, object, tuple1(name));
            }
            reraise(e);
        }
    }

    /// What a type's `__getattribute__` finds.
    protocol "attribute.get.by" attribute_by(getter, object, name) [ref "3.3.2"] {
        if is_default_getter(getter) { return generic_getattr(object, name); }
        if is_class_getter(getter) { return class_getattr(object, name); }
        if is_super_getter(getter) { return super_getattr(object, name); }
        return call_special(getter, object, tuple1(name));
    }

    /// A data descriptor of the class goes first, then the object's own attribute, then any other attribute of the
    /// class, bound to the object if it is a descriptor.
    protocol "attribute.get.object" generic_getattr(object, name) [ref "3.3.2.3"] {
        let found = class_attribute(object, name);
        if is_something(found) {
            if is_data_descriptor(found) { return descriptor_get(found, object, type_of(object)); }
        }
        let own = own_attribute(object, name);
        if is_something(own) { return own; }
        if is_something(found) { return descriptor_get(found, object, type_of(object)); }
        raise no_attribute(object, name);
    }

    /// Of a class, the metaclass's data descriptors go first, then what is found along its own resolution order
    /// (bound to no instance), then the metaclass's other attributes.
    protocol "attribute.get.class" class_getattr(class, name) [ref "3.3.2.3"] {
        let found = class_attribute(class, name);
        if is_something(found) {
            if is_data_descriptor(found) { return descriptor_get(found, class, type_of(class)); }
        }
        let own = mro_attribute(class, name);
        if is_something(own) { return descriptor_get(own, None, class); }
        if is_something(found) { return descriptor_get(found, class, type_of(class)); }
        raise no_attribute(class, name);
    }

    /// `super()` looks along the resolution order after its class, and binds what it finds to its object.
    protocol "attribute.get.super" super_getattr(proxy, name) [ref "3.3.2.3"] {
        let found = super_attribute(proxy, name);
        if is_something(found) {
            return descriptor_get(found, super_instance(proxy), super_class(proxy));
        }
        return generic_getattr(proxy, name);
    }

    /// A descriptor found in a class is asked for the value; anything else is the value.
    protocol "attribute.descriptor.get" descriptor_get(descriptor, object, class) [ref "3.3.2.4"] {
        let quick = descriptor_get_builtin(descriptor, object, class);
        if is_something(quick) { return quick; }
        if is_property(descriptor) {
            let getter = property_getter(descriptor, object);
            return call(getter, tuple1(object), Nothing);
        }
        if is_class_method(descriptor) {
            let inner = wrapped(descriptor);
            return descriptor_get(inner, class, type_of(class));
        }
        let method = special(descriptor, "__get__");
        if is_something(method) { return call_special(method, descriptor, tuple2(object, class)); }
        return descriptor;
    }

    /// The type's `__setattr__` is asked.
    protocol "attribute.set" setattr(object, name, value) [ref "3.3.2"] {
        if set_attribute_builtin(object, name, value) { return; }
        let setter = special(object, "__setattr__");
        if is_default_setter(setter) { generic_setattr(object, name, value); }
        else { let dropped = call_special(setter, object, tuple2(name, value)); }
    }

    /// A data descriptor of the class is asked; otherwise the object gets the attribute.
    protocol "attribute.set.object" generic_setattr(object, name, value) [ref "3.3.2.3"] {
        let found = class_attribute(object, name);
        if is_something(found) {
            if descriptor_set_builtin(found, object, value) { return; }
            if is_property(found) {
                let setter = property_setter(found, object);
                let dropped = call(setter, tuple2(object, value), Nothing);
                return;
            }
            let method = special(found, "__set__");
            if is_something(method) {
                let dropped = call_special(method, found, tuple2(object, value));
                return;
            }
            if is_something(special(found, "__delete__")) { raise missing_method(found, "__set__"); }
        }
        set_own_attribute(object, name, value);
    }

    /// The type's `__delattr__` is asked.
    protocol "attribute.delete" delattr(object, name) [ref "3.3.2"] {
        let deleter = special(object, "__delattr__");
        if is_default_deleter(deleter) { generic_delattr(object, name); }
        else { let dropped = call_special(deleter, object, tuple1(name)); }
    }

    /// A data descriptor of the class is asked; otherwise the object loses the attribute, which it must have.
    protocol "attribute.delete.object" generic_delattr(object, name) [ref "3.3.2.3"] {
        let found = class_attribute(object, name);
        if is_something(found) {
            if descriptor_delete_builtin(found, object) { return; }
            if is_property(found) {
                let deleter = property_deleter(found, object);
                let dropped = call(deleter, tuple1(object), Nothing);
                return;
            }
            let method = special(found, "__delete__");
            if is_something(method) {
                let dropped = call_special(method, found, tuple1(object));
                return;
            }
            if is_something(special(found, "__set__")) { raise missing_method(found, "__delete__"); }
        }
        delete_own_attribute(object, name);
    }

    /// The attribute, or the default if there is none.
    protocol "builtin.getattr" builtin_getattr(object, name, default) [ref "3.3.2"] {
        let key = attribute_name(name, "getattr");
        if is_nothing(default) { return getattr(object, key); }
        protect {
            return getattr(object, key);
        } catch e {
            if is_instance_of(e, "AttributeError") { return default; }
            reraise(e);
        }
    }

    /// Whether getting the attribute succeeds.
    protocol "builtin.hasattr" builtin_hasattr(object, name) [ref "3.3.2"] {
        let key = attribute_name(name, "hasattr");
        protect {
            let value = getattr(object, key);
            return True;
        } catch e {
            if is_instance_of(e, "AttributeError") { return False; }
            reraise(e);
        }
    }

    /// Sets an attribute by its name.
    protocol "builtin.setattr" builtin_setattr(object, name, value) [ref "3.3.2"] {
        setattr(object, attribute_name(name, "setattr"), value);
        return None;
    }

    /// Deletes an attribute by its name.
    protocol "builtin.delattr" builtin_delattr(object, name) [ref "3.3.2"] {
        delattr(object, attribute_name(name, "delattr"));
        return None;
    }

    /// `object.__getattribute__`.
    protocol "object.getattribute" object_getattribute(object, name) [ref "3.3.2"] {
        return generic_getattr(object, attribute_name(name, "getattr"));
    }

    /// `type.__getattribute__`.
    protocol "type.getattribute" type_getattribute(class, name) [ref "3.3.2"] {
        return class_getattr(class, attribute_name(name, "getattr"));
    }

    /// `super.__getattribute__`.
    protocol "super.getattribute" super_getattribute(proxy, name) [ref "3.3.2"] {
        return super_getattr(proxy, attribute_name(name, "getattr"));
    }

    /// `object.__setattr__`.
    protocol "object.setattr" object_setattr(object, name, value) [ref "3.3.2"] {
        generic_setattr(object, attribute_name(name, "setattr"), value);
        return None;
    }

    /// `object.__delattr__`.
    protocol "object.delattr" object_delattr(object, name) [ref "3.3.2"] {
        generic_delattr(object, attribute_name(name, "delattr"));
        return None;
    }

    /// `property.__get__`.
    protocol "property.get" property_get(descriptor, object, class) [ref "3.3.2.2"] {
        check_is_asked_for(object, class);
        if is_none_or_nothing(object) { return descriptor; }
        return call(property_getter(descriptor, object), tuple1(object), Nothing);
    }

    /// `property.__set__`.
    protocol "property.set" property_set(descriptor, object, value) [ref "3.3.2.2"] {
        return call(property_setter(descriptor, object), tuple2(object, value), Nothing);
    }

    /// `property.__delete__`.
    protocol "property.delete" property_delete(descriptor, object) [ref "3.3.2.2"] {
        return call(property_deleter(descriptor, object), tuple1(object), Nothing);
    }

    /// `classmethod.__get__`: the callable bound to the class.
    protocol "classmethod.get" class_method_get(descriptor, object, class) [ref "3.3.2.2"] {
        check_is_asked_for(object, class);
        return descriptor_get(descriptor, object, class_or_type(class, object));
    }

    /// A bound method has the attributes of its function as well.
    protocol "method.getattr" method_getattr(method, name) [ref "3.2.8.2"] {
        return getattr(method_function(method), name);
    }

    /// Calling a static method calls its function.
    protocol "staticmethod.call" static_call(method, arguments, named) [ref "3.3.2.2"] {
        return call(wrapped(method), arguments, named);
    }
}
