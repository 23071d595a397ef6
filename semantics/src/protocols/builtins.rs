//! What built-in functions and types of the library do by asking their arguments.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static BUILTINS;
    /// `iter(object)`; `iter(callable, sentinel)` calls until the sentinel comes.
    protocol "builtin.iter" builtin_iter(object, sentinel) [ref "3.3.7"] {
        if is_nothing(sentinel) { return iter(object); }
        return callable_iterator(object, sentinel);
    }

    /// `list(iterable)`.
    protocol "list.init" list_init(list, values) [ref "3.3.7"] {
        clear_list(list);
        if is_something(values) { extend_list(list, values); }
    }

    /// `list.extend(iterable)`: what was added before an iterator fails stays.
    protocol "list.extend" list_extend(list, values) [ref "3.3.7"] {
        extend_list(list, values);
    }

    /// `list += iterable`.
    protocol "list.iadd" list_iadd(list, values) [ref "3.3.7"] {
        extend_list(list, values);
        return list;
    }

    /// `sum(iterable, start)`: ints as long as there are no others; then floats, and ints among them, where what is lost by
    /// rounding is added up apart; then whatever comes.
    protocol "builtin.sum" builtin_sum(values, start) [ref "3.3.8"] {
        let iterator = iter(values);
        let total = start_of_sum(start);
        scope Ints {
            if not is_exact_int(total) { leave Ints; }
            loop {
                let item = next(iterator);
                if is_nothing(item) { return total; }
                let total = binary(Add, total, item);
                if not is_int_or_bool(item) { leave Ints; }
            }
        }
        scope Floats {
            if not is_exact_float(total) { leave Floats; }
            let lost = nothing_lost();
            loop {
                let item = next(iterator);
                if is_nothing(item) { return with_lost(total, lost); }
                if not is_float_summand(item) {
                    let total = binary(Add, with_lost(total, lost), item);
                    leave Floats;
                }
                let lost = more_lost(total, item, lost);
                let total = binary(Add, total, item);
            }
        }
        loop {
            let item = next(iterator);
            if is_nothing(item) { return total; }
            let total = binary(Add, total, item);
        }
    }

    /// `__build_class__(function, name, *bases, metaclass=..., **named)`.
    protocol "builtin.build_class" builtin_build_class(function, name, bases, named) [ref "3.3.3"] {
        if not is_function(function) { raise no_body_of_class(); }
        if not is_text(name) { raise no_name_of_class(); }
        return build_class(function, name, bases, named);
    }

    /// How many items an iterator by index has left, if the sequence says how long it is.
    protocol "iterator.sequence.hint" sequence_iterator_hint(iterator) [ref "3.3.7"] {
        let sequence = iteration_over(iterator);
        if is_nothing(sequence) { return 0; }
        if is_nothing(special(sequence, "__len__")) { return NotImplemented; }
        return left_from(len(sequence), iteration_index(iterator));
    }

    /// A read-only view of a mapping asks the mapping.
    protocol "mappingproxy.getitem" proxy_getitem(proxy, key) [ref "3.3.7"] {
        return getitem(proxied(proxy), key);
    }

    /// `key in proxy`.
    protocol "mappingproxy.contains" proxy_contains(proxy, key) [ref "3.3.7"] {
        return contains(proxied(proxy), key);
    }

    /// `len(proxy)`.
    protocol "mappingproxy.len" proxy_len(proxy) [ref "3.3.7"] {
        return len(proxied(proxy));
    }

    /// `iter(proxy)`.
    protocol "mappingproxy.iter" proxy_iter(proxy) [ref "3.3.7"] {
        return iter(proxied(proxy));
    }

    /// `proxy.get(key, default)`.
    protocol "mappingproxy.get" proxy_get(proxy, key, default) [ref "3.3.7"] {
        return call(getattr(proxied(proxy), "get"), tuple2(key, or_none(default)), Nothing);
    }

    /// `proxy.keys()`.
    protocol "mappingproxy.keys" proxy_keys(proxy) [ref "3.3.7"] {
        return call(getattr(proxied(proxy), "keys"), no_arguments(), Nothing);
    }

    /// `proxy.values()`.
    protocol "mappingproxy.values" proxy_values(proxy) [ref "3.3.7"] {
        return call(getattr(proxied(proxy), "values"), no_arguments(), Nothing);
    }

    /// `proxy.items()`.
    protocol "mappingproxy.items" proxy_items(proxy) [ref "3.3.7"] {
        return call(getattr(proxied(proxy), "items"), no_arguments(), Nothing);
    }

    /// `proxy.copy()`.
    protocol "mappingproxy.copy" proxy_copy(proxy) [ref "3.3.7"] {
        return call(getattr(proxied(proxy), "copy"), no_arguments(), Nothing);
    }

    /// `proxy | other`.
    protocol "mappingproxy.or" proxy_or(proxy, other) [ref "3.3.8"] {
        return binary(BitOr, proxied(proxy), proxied(other));
    }

    /// `other | proxy`.
    protocol "mappingproxy.ror" proxy_ror(proxy, other) [ref "3.3.8"] {
        return binary(BitOr, proxied(other), proxied(proxy));
    }

    /// `proxy == other`.
    protocol "mappingproxy.eq" proxy_eq(proxy, other) [ref "3.3.1"] {
        return rich_compare(Eq, proxied(proxy), proxied(other));
    }

    /// `hash(proxy)`.
    protocol "mappingproxy.hash" proxy_hash(proxy) [ref "3.3.1"] {
        return hash(proxied(proxy));
    }

    /// `repr(proxy)`.
    protocol "mappingproxy.repr" proxy_repr(proxy) [ref "3.3.1"] {
        return concatenated(tuple3("mappingproxy(", repr(proxied(proxy)), ")"));
    }

    /// `str(proxy)`.
    protocol "mappingproxy.str" proxy_str(proxy) [ref "3.3.1"] {
        return str(proxied(proxy));
    }
}
