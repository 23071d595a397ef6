//! Containers: section 3.3.7 of the Language Reference, and how dictionaries and sets find their keys.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static CONTAINERS;
    /// The container's `__getitem__` is asked; a class is asked for `__class_getitem__`.
    protocol "container.getitem" getitem(container, key) [ref "3.3.7"] {
        let quick = getitem_builtin(container, key);
        if is_something(quick) { return quick; }
        let method = special(container, "__getitem__");
        if is_something(method) { return call_special(method, container, tuple1(key)); }
        if is_class(container) {
            let maker = mro_attribute(container, "__class_getitem__");
            if is_something(maker) {
                let bound = descriptor_get(maker, None, container);
                return call(bound, tuple1(key), Nothing);
            }
            if is_type_itself(container) { return generic_alias(container, key); }
        }
        raise not_subscriptable(container);
    }

    /// The container's `__setitem__` is asked.
    protocol "container.setitem" setitem(container, key, value) [ref "3.3.7"] {
        if setitem_builtin(container, key, value) { return; }
        let method = special(container, "__setitem__");
        if is_nothing(method) { raise no_item_assignment(container); }
        let dropped = call_special(method, container, tuple2(key, value));
    }

    /// The container's `__delitem__` is asked.
    protocol "container.delitem" delitem(container, key) [ref "3.3.7"] {
        let quick = delitem_builtin(container, key);
        if is_something(quick) { return quick; }
        let method = special(container, "__delitem__");
        if is_nothing(method) { raise no_item_deletion(container); }
        let dropped = call_special(method, container, tuple1(key));
    }

    /// `__contains__` is asked; without one the items are compared one after another.
    protocol "container.contains" contains(container, item) [ref "6.10.2"] {
        let quick = contains_builtin(container, item);
        if is_something(quick) { return quick; }
        let method = special(container, "__contains__");
        if is_nothing(method) { return iter_contains(container, item); }
        if is_none(method) { raise not_a_container(container); }
        return truth(call_special(method, container, tuple1(item)));
    }

    /// An item is in an iterable if iterating over it gives an equal one.
    protocol "container.contains.iter" iter_contains(container, item) [ref "6.10.2"] {
        if not is_iterable(container) { raise argument_not_iterable(container); }
        let iterator = iter(container);
        loop {
            let candidate = next(iterator);
            if is_nothing(candidate) { return False; }
            if equal(candidate, item) { return True; }
        }
    }

    /// The index of a key's entry in a dictionary or set, or nothing: keys with the same hash are compared.
    protocol "container.find" find_key(table, key) [ref "3.2.7.1"] {
        return find_hashed(table, key, hash(key));
    }

    /// The same where the hash is known already.
    protocol "container.find.hashed" find_hashed(table, key, hashed) [ref "3.2.7.1"] {
        let found = probe(table, key, hashed);
        if not is_tuple(found) { return found; }
        let position = 0;
        loop {
            if tuple_ends(found, position) { return Nothing; }
            let index = tuple_item(found, position);
            let candidate = key_at(table, index);
            if is_something(candidate) {
                if equal(candidate, key) {
                    if identical(key_at(table, index), candidate) { return index; }
                    return find_hashed(table, key, hashed);
                }
            }
            let position = plus_one(position);
        }
    }

    /// Sets an entry of a dictionary: an equal key stays and gets the new value.
    protocol "dict.set" dict_set(dict, key, value) [ref "3.2.7.1"] {
        if dict_set_builtin(dict, key, value) { return; }
        dict_set_hashed(dict, key, hash(key), value);
    }

    /// The same where the hash is known already.
    protocol "dict.set.hashed" dict_set_hashed(dict, key, hashed, value) [ref "3.2.7.1"] {
        let index = find_hashed(dict, key, hashed);
        if is_nothing(index) { dict_insert(dict, key, hashed, value); }
        else { dict_set_at(dict, index, value); }
    }

    /// A dictionary of keys and values in turn.
    protocol "dict.pairs" dict_of_pairs(pairs) [ref "6.2.7"] {
        let result = new_dict();
        let position = 0;
        loop {
            if list_ends(pairs, position) { return result; }
            dict_set(result, list_item(pairs, position), list_item(pairs, plus_one(position)));
            let position = plus_one(plus_one(position));
        }
    }

    /// `**mapping` in a display.
    protocol "dict.merge" dict_merge(dict, mapping) [ref "6.2.7"] {
        if dict_update_builtin(dict, mapping) { return; }
        if is_dict_object(mapping) { merge_entries(dict, dict_entries(mapping)); return; }
        if not has_keys(mapping) { raise no_mapping(mapping); }
        let keys = call(getattr(mapping, "keys"), no_arguments(), Nothing);
        let iterator = iter(keys);
        scope Exhausted {
            loop {
                let key = next(iterator);
                if is_nothing(key) { leave Exhausted; }
                dict_set(dict, key, getitem(mapping, key));
            }
        }
    }

    /// The entries of another dictionary, each as its key, its hash and its value: keys are not hashed again.
    protocol "dict.merge.entries" merge_entries(dict, entries) [ref "6.2.7"] {
        let position = 0;
        loop {
            if list_ends(entries, position) { return; }
            let key = list_item(entries, position);
            let position = plus_one(position);
            let hashed = list_item(entries, position);
            let position = plus_one(position);
            dict_set_hashed(dict, key, hashed, list_item(entries, position));
            let position = plus_one(position);
        }
    }

    /// `dict.__getitem__`: a missing key is handed to `__missing__` of a subclass.
    protocol "dict.getitem" dict_getitem(dict, key) [ref "3.3.7"] {
        let index = find_key(dict, key);
        if is_something(index) { return dict_value_at(dict, index); }
        let method = special(dict, "__missing__");
        if is_something(method) { return call_special(method, dict, tuple1(key)); }
        raise key_error(key);
    }

    /// `dict.__setitem__`.
    protocol "dict.setitem" dict_setitem(dict, key, value) [ref "3.3.7"] {
        dict_set(dict, key, value);
        return None;
    }

    /// `dict.__delitem__`.
    protocol "dict.delitem" dict_delitem(dict, key) [ref "3.3.7"] {
        let index = find_key(dict, key);
        if is_nothing(index) { raise key_error(key); }
        remove_at(dict, index);
        return None;
    }

    /// `key in dict`.
    protocol "dict.contains" dict_contains(dict, key) [ref "3.3.7"] {
        return negation(is_nothing(find_key(dict, key)));
    }

    /// `dict.get(key, default)`.
    protocol "dict.get" dict_get(dict, key, default) [ref "3.2.7.1"] {
        let index = find_key(dict, key);
        if is_something(index) { return dict_value_at(dict, index); }
        return or_none(default);
    }

    /// `dict.setdefault(key, default)`.
    protocol "dict.setdefault" dict_setdefault(dict, key, default) [ref "3.2.7.1"] {
        let hashed = hash(key);
        let index = find_hashed(dict, key, hashed);
        if is_something(index) { return dict_value_at(dict, index); }
        dict_insert(dict, key, hashed, or_none(default));
        return or_none(default);
    }

    /// `dict.pop(key, default)`.
    protocol "dict.pop" dict_pop(dict, key, default) [ref "3.2.7.1"] {
        let index = find_key(dict, key);
        if is_something(index) { return remove_at(dict, index); }
        if is_something(default) { return default; }
        raise key_error(key);
    }

    /// Adds an item to a set, unless an equal one is there.
    protocol "set.add" set_add(set, item) [ref "3.2.6"] {
        if set_add_builtin(set, item) { return; }
        let hashed = hash(item);
        if is_nothing(find_hashed(set, item, hashed)) { set_insert(set, item, hashed); }
    }

    /// Adds the items of an iterable to a set.
    protocol "set.update" set_update(set, values) [ref "3.2.6"] {
        if set_update_builtin(set, values) { return; }
        let iterator = iter(values);
        scope Exhausted {
            loop {
                let item = next(iterator);
                if is_nothing(item) { leave Exhausted; }
                set_add(set, item);
            }
        }
    }

    /// `set.add(item)`.
    protocol "set.method.add" set_method_add(set, item) [ref "3.2.6"] {
        set_add(set, item);
        return None;
    }

    /// `item in set`; a set is looked up as the frozenset equal to it.
    protocol "set.contains" set_contains(set, item) [ref "3.2.6"] {
        return negation(is_nothing(find_key(set, hashable_item(item))));
    }

    /// `set.discard(item)`.
    protocol "set.discard" set_discard(set, item) [ref "3.2.6"] {
        let index = find_key(set, hashable_item(item));
        if is_something(index) { remove_at(set, index); }
        return None;
    }

    /// `set.remove(item)`.
    protocol "set.remove" set_remove(set, item) [ref "3.2.6"] {
        let index = find_key(set, hashable_item(item));
        if is_nothing(index) { raise key_error(item); }
        remove_at(set, index);
        return None;
    }
}
