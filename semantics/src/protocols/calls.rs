//! Calls: sections 6.3.4 and 3.3.6 of the Language Reference.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static CALLS;
    /// What a call does depends on what is called: a function's parameters are bound and its body runs; a bound
    /// method puts its object before the arguments; anything else is asked for `__call__`.
    protocol "call" call(callee, arguments, named) [ref "6.3.4"] {
        if is_function(callee) {
            let bound = bind_arguments(callee, arguments, named);
            return invoke(callee, bound);
        }
        if is_method(callee) {
            return call(method_function(callee), tuple_prepend(method_self(callee), arguments), named);
        }
        if is_builtin_function(callee) { return call_builtin(callee, arguments, named); }
        let method = special(callee, "__call__");
        if is_nothing(method) { raise not_callable(callee); }
        if is_type_call(method) { return class_call(callee, arguments, named); }
        return call_special_named(method, callee, arguments, named);
    }

    /// A built-in function does its work in one step if no Python code has to run; otherwise a protocol or a function
    /// of the prelude does it.
    protocol "call.builtin" call_builtin(callee, arguments, named) [ref "6.3.4"] {
        let result = run_leaf(callee, arguments, named);
        if is_something(result) { return result; }
        if is_something(unconverted(callee, arguments, named)) {
            return converted_call(callee, arguments, named);
        }
        if is_by_rule(callee) {
            let bound = bind_builtin(callee, arguments, named);
            return perform(callee, bound);
        }
        if is_leaf(callee) { raise no_number(callee, arguments, named); }
        return call(prelude_function(callee), arguments, named);
    }

    /// Arguments that must be numbers are asked which they are, one after the other.
    protocol "call.builtin.converted" converted_call(callee, given, given_names) [ref "3.3.8"] {
        let arguments = given;
        let named = given_names;
        loop {
            let place = unconverted(callee, arguments, named);
            if is_nothing(place) { return call_builtin(callee, arguments, named); }
            let value = argument_at(arguments, named, place);
            if asks_index(callee, arguments, named, place) { let number = index(value); }
            else {
                if asks_real(callee, arguments, named, place) { let number = real(value); }
                else { let number = truth(value); }
            }
            let named = with_keyword(arguments, named, place, number);
            let arguments = with_argument(arguments, place, number);
        }
    }

    /// A special method is found in the class and called with the object first; `__get__` binds what is no function.
    protocol "call.special" call_special(method, object, arguments) [ref "3.3.12"] {
        return call_special_named(method, object, arguments, Nothing);
    }

    /// The same with keyword arguments.
    protocol "call.special.named" call_special_named(method, object, arguments, named) [ref "3.3.12"] {
        if takes_self(method) { return call(method, tuple_prepend(object, arguments), named); }
        let bound = descriptor_get(method, object, type_of(object));
        return call(bound, arguments, named);
    }

    /// Calling a class: `__new__` makes the object; if it is an instance of the class, `__init__` initializes it. A `__new__`
    /// that is not built in is an attribute for which the class is asked, and with it its metaclass.
    protocol "call.class" class_call(class, arguments, named) [ref "3.3.1"] {
        if is_type_itself(class) {
            if is_single(arguments, named) { return type_of(tuple_item(arguments, 0)); }
        }
        let maker = maker_of(class);
        if is_native_maker(maker) { let make = descriptor_get(maker, None, class); }
        else { let make = getattr(class, "__new__"); }
        let object = call(make, tuple_prepend(class, arguments), named);
        if not is_instance_of_class(object, class) { return object; }
        let initializer = special(object, "__init__");
        if initializes_nothing(initializer, class, arguments, named) { return object; }
        let result = call_special_named(initializer, object, arguments, named);
        if not is_none(result) { raise init_returned(result); }
        return object;
    }

    /// `*iterable` among the arguments of a call.
    protocol "call.star" extend_arguments(list, values, callee) [ref "6.3.4"] {
        if list_extend_builtin(list, values) { return; }
        if not is_iterable(values) { raise star_not_iterable(callee, values); }
        extend_list(list, values);
    }

    /// `**mapping` among the arguments of a call: its keys must be strings, and none may be given twice.
    protocol "call.doublestar" merge_keywords(dict, mapping, callee) [ref "6.3.4"] {
        if is_exact_dict(mapping) { add_keywords(dict, mapping, callee); return; }
        if not has_keys(mapping) { raise doublestar_no_mapping(callee, mapping); }
        let keys = call(getattr(mapping, "keys"), no_arguments(), Nothing);
        let iterator = iter(keys);
        scope Exhausted {
            loop {
                let key = next(iterator);
                if is_nothing(key) { leave Exhausted; }
                add_keyword(dict, key, getitem(mapping, key), callee);
            }
        }
    }
}
