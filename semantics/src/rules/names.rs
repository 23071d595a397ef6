//! Naming and binding: section 4.2 of the Language Reference.

use super::questions::*;
use crate::primitives::*;
use crate::protocols::*;
use semantics_macros::rules;

rules! { pub static RULES;
    /// Binding a name sets the variable that its scope gives it.
    clause "name.bind" bind_name(place; value) [ref "4.2"] {
        when is_local(place) { store_local(slot_of(place), value); }
        else when is_cell(place) { store_cell(slot_of(place), value); }
        else when is_global(place) { store_global(name_of(place), value); }
        else { store_name(namespace(), name_of(place), value); }
    }

    /// Deleting a name unbinds its variable, which must be bound.
    clause "name.delete" delete_name(place;) [ref "4.2"] {
        when is_local(place) { delete_local(slot_of(place)); }
        else when is_cell(place) { delete_cell(slot_of(place)); }
        else when is_global(place) { delete_global(name_of(place)); }
        else { delete_from_namespace(namespace(), name_of(place)); }
    }

    /// A name in a class body is looked up in the namespace of the class, then in the cell of the function around if
    /// it is a variable of that, then among globals and builtins.
    protocol "name.class" load_from_class(name, slot) [ref "4.2.2"] {
        let found = load_name(namespace(), name);
        if is_something(found) { return found; }
        if is_something(slot) { return load_cell(slot); }
        return load_global(name);
    }

    /// A name in a namespace, or nothing. A namespace made by `__prepare__` may be any mapping.
    protocol "name.namespace.load" load_name(mapping, name) [ref "3.3.3.4"] {
        if is_exact_dict(mapping) { return dict_find_name(mapping, name); }
        protect {
            return getitem(mapping, name);
        } catch e {
            if is_instance_of(e, "KeyError") { return Nothing; }
            reraise(e);
        }
    }

    /// A name is bound in a namespace.
    protocol "name.namespace.store" store_name(mapping, name, value) [ref "3.3.3.4"] {
        if is_exact_dict(mapping) { dict_set_name(mapping, name, value); }
        else { setitem(mapping, name, value); }
    }

    /// A name is unbound in a namespace.
    protocol "name.namespace.delete" delete_from_namespace(mapping, name) [ref "4.2"] {
        if is_exact_dict(mapping) {
            if not dict_delete_name(mapping, name) { raise name_error(name); }
            return;
        }
        protect {
            delitem(mapping, name);
        } catch e {
            if is_instance_of(e, "KeyError") { raise name_error(name); }
            reraise(e);
        }
    }
}
