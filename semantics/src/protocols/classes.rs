//! Making classes: section 3.3.3 of the Language Reference.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static CLASSES;
    /// The bases are resolved, the metaclass determined, the namespace prepared; the body runs in it; the metaclass
    /// is called with name, bases and namespace.
    protocol "class.build" build_class(function, name, bases, named) [ref "3.3.3"] {
        let resolved = resolve_bases(bases);
        let metaclass = metaclass_of(resolved, named);
        let prepare = builtin_getattr(metaclass, "__prepare__", None);
        if is_none(prepare) { let namespace = new_dict(); }
        else {
            let namespace = call(prepare, tuple2(name, resolved), named);
            if not is_mapping(namespace) { raise prepare_returned(metaclass, namespace); }
        }
        if is_class_body(function) { let cell = run_class(function, namespace); }
        else { let cell = call(function, no_arguments(), Nothing); }
        if not identical(resolved, bases) { setitem(namespace, "__orig_bases__", bases); }
        let class = call(metaclass, tuple3(name, resolved, namespace), named);
        check_class_cell(cell, class, name);
        return class;
    }

    /// A base that is no class may stand for others by `__mro_entries__` (PEP 560).
    protocol "class.bases" resolve_bases(bases) [ref "3.3.3.2"] {
        if are_all_classes(bases) { return bases; }
        let result = empty_list();
        let position = 0;
        loop {
            if tuple_ends(bases, position) { return tuple_of_list(result); }
            let base = tuple_item(bases, position);
            if is_class(base) { list_append(result, base); }
            else {
                let maker = builtin_getattr(base, "__mro_entries__", None);
                if is_none(maker) { list_append(result, base); }
                else {
                    let entries = call(maker, tuple1(bases), Nothing);
                    if not is_tuple(entries) { raise mro_entries_returned(); }
                    extend_list(result, entries);
                }
            }
            let position = plus_one(position);
        }
    }

    /// `type.__new__`: makes the class; a metaclass with a method `mro` of its own decides the resolution order. Then each attribute with `__set_name__` is told its name, and the parent's
    /// `__init_subclass__` is called.
    protocol "type.new" type_new(metaclass, name, bases, namespace, named) [ref "3.3.3.6"] {
        let winner = most_derived_metaclass(metaclass, bases);
        if not identical(winner, metaclass) {
            let maker = mro_attribute(winner, "__new__");
            if not is_type_new(maker) {
                let make = descriptor_get(maker, None, winner);
                return call(make, tuple4(winner, name, bases, namespace), named);
            }
        }
        let class = make_class(winner, name, bases, namespace);
        let chooser = special(class, "mro");
        if not is_type_mro(chooser) {
            let order = empty_list();
            extend_list(order, call_special(chooser, class, no_arguments()));
            set_resolution_order(class, order);
        }
        let pending = attributes_to_name(class);
        let position = 0;
        scope Named {
            loop {
                if list_ends(pending, position) { leave Named; }
                let pair = list_item(pending, position);
                let attribute = tuple_item(pair, 1);
                let method = special(attribute, "__set_name__");
                protect {
                    let dropped = call_special(method, attribute, tuple2(class, tuple_item(pair, 0)));
                } catch e {
                    note_set_name(e, attribute, tuple_item(pair, 0), class);
                    reraise(e);
                }
                let position = plus_one(position);
            }
        }
        let initializer = attribute_after(class, "__init_subclass__");
        let initialize = descriptor_get(initializer, class, class);
        let ignored = call(initialize, no_arguments(), named);
        return class;
    }

    /// `isinstance(x, class)`: the class's metaclass may decide by `__instancecheck__`.
    protocol "builtin.isinstance" builtin_isinstance(object, class) [ref "3.3.5"] {
        let quick = isinstance_builtin(object, class);
        if is_something(quick) { return quick; }
        if is_tuple(class) {
            let position = 0;
            loop {
                if tuple_ends(class, position) { return False; }
                if builtin_isinstance(object, tuple_item(class, position)) { return True; }
                let position = plus_one(position);
            }
        }
        let method = special(class, "__instancecheck__");
        if is_nothing(method) { raise isinstance_argument("isinstance"); }
        return truth(call_special(method, class, tuple1(object)));
    }

    /// `issubclass(c, class)`: the class's metaclass may decide by `__subclasscheck__`.
    protocol "builtin.issubclass" builtin_issubclass(candidate, class) [ref "3.3.5"] {
        let quick = issubclass_builtin(candidate, class);
        if is_something(quick) { return quick; }
        if is_tuple(class) {
            let position = 0;
            loop {
                if tuple_ends(class, position) { return False; }
                if builtin_issubclass(candidate, tuple_item(class, position)) { return True; }
                let position = plus_one(position);
            }
        }
        let method = special(class, "__subclasscheck__");
        if is_nothing(method) { raise isinstance_argument("issubclass"); }
        return truth(call_special(method, class, tuple1(candidate)));
    }

    /// `type.__instancecheck__`: the object's class, or else its `__class__`, is the class or derived from it.
    protocol "type.instancecheck" type_instancecheck(class, object) [ref "3.3.5"] {
        if is_instance_of_class(object, class) { return True; }
        let claimed = builtin_getattr(object, "__class__", None);
        return is_subclass_or_not(claimed, class);
    }
}
