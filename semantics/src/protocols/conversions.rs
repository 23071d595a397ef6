//! Truth, length, hash, index, text: the special methods that convert (section 3.3 of the Language Reference).

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static CONVERSIONS;
    /// `__bool__` decides; without it `__len__` does; without either an object is true.
    protocol "convert.truth" truth(value) [ref "4.1"] {
        let quick = truth_builtin(value);
        if is_something(quick) { return quick; }
        let method = special(value, "__bool__");
        if is_something(method) {
            let answer = call_special(method, value, no_arguments());
            if is_bool(answer) { return answer; }
            raise bool_returned(answer);
        }
        let sizer = special(value, "__len__");
        if is_nothing(sizer) { return True; }
        return negation(is_zero(checked_length(call_special(sizer, value, no_arguments()))));
    }

    /// The length of a container, from `__len__`.
    protocol "convert.len" len(value) [ref "3.3.7"] {
        let quick = len_builtin(value);
        if is_something(quick) { return quick; }
        let method = special(value, "__len__");
        if is_nothing(method) { raise no_len(value); }
        return checked_length(call_special(method, value, no_arguments()));
    }

    /// A length must be an int that is not negative.
    protocol "convert.len.check" checked_length(answer) [ref "3.3.7"] {
        return length_of_int(index(answer));
    }

    /// The hash of an object, from `__hash__`.
    protocol "convert.hash" hash(value) [ref "3.3.1"] {
        let quick = hash_builtin(value);
        if is_something(quick) { return quick; }
        let method = special(value, "__hash__");
        if is_none_or_nothing(method) { raise unhashable(value); }
        return hash_of_int(call_special(method, value, no_arguments()));
    }

    /// The hash of a tuple combines those of its items.
    protocol "tuple.hash" tuple_hash(tuple) [ref "3.3.1"] {
        let hashes = empty_list();
        let position = 0;
        loop {
            if tuple_ends(tuple, position) { return combined_hash(hashes); }
            list_append(hashes, hash(tuple_item(tuple, position)));
            let position = plus_one(position);
        }
    }

    /// An int, or what `__index__` gives.
    protocol "convert.index" index(value) [ref "3.3.8"] {
        let quick = index_builtin(value);
        if is_something(quick) { return quick; }
        let method = special(value, "__index__");
        if is_nothing(method) { raise not_an_integer(value); }
        return checked_index(call_special(method, value, no_arguments()));
    }

    /// A float, or what `__float__` or `__index__` gives.
    protocol "convert.real" real(value) [ref "3.3.8"] {
        let quick = real_builtin(value);
        if is_something(quick) { return quick; }
        let method = special(value, "__float__");
        if is_something(method) { return checked_real(value, call_special(method, value, no_arguments())); }
        if is_nothing(special(value, "__index__")) { raise not_a_real(value); }
        return real_builtin(index(value));
    }

    /// The text of `str(x)`: what `__str__` gives.
    protocol "convert.str" str(value) [ref "3.3.1"] {
        let quick = str_builtin(value);
        if is_something(quick) { return quick; }
        let method = special(value, "__str__");
        return checked_text(call_special(method, value, no_arguments()), "__str__");
    }

    /// The text of `repr(x)`: what `__repr__` gives.
    protocol "convert.repr" repr(value) [ref "3.3.1"] {
        let quick = repr_builtin(value);
        if is_something(quick) { return quick; }
        let method = special(value, "__repr__");
        return checked_text(call_special(method, value, no_arguments()), "__repr__");
    }

    /// The text of `ascii(x)`: that of `repr(x)` with escapes for all that is not ASCII.
    protocol "convert.ascii" ascii(value) [ref "2.4.3"] {
        return ascii_of_text(repr(value));
    }

    /// `format(x, spec)`: what `__format__` gives.
    protocol "convert.format" format(value, spec) [ref "3.3.1"] {
        let quick = format_builtin(value, spec);
        if is_something(quick) { return quick; }
        let method = special(value, "__format__");
        return checked_text(call_special(method, value, tuple1(or_empty_text(spec))), "__format__");
    }

    /// `object.__format__`: `str(x)`, and no specifier is understood.
    protocol "object.format" object_format(value, spec) [ref "3.3.1"] {
        if is_empty_text(spec) { return str(value); }
        raise no_format_spec(value);
    }

    /// `object.__str__` is `repr(x)`.
    protocol "object.str" object_str(value) [ref "3.3.1"] {
        return repr(value);
    }

    /// `str(x)`, or a decoded bytes object.
    protocol "str.new" str_new(class, value, encoding, errors) [ref "3.3.1"] {
        if is_nothing(value) { return text_of_class(class, ""); }
        if is_something(encoding) { return text_of_class(class, decoded(value, encoding, errors)); }
        if is_something(errors) { return text_of_class(class, decoded(value, encoding, errors)); }
        return text_of_class(class, str(value));
    }
}
