//! Operators: sections 3.3.1 and 3.3.8 of the Language Reference.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static OPERATORS;
    /// The left operand's method is tried, then the right operand's reflected one, if the types differ. The right
    /// operand goes first when its type is a proper subclass of the left one's and overrides the reflected method.
    protocol "operator.binary" binary(op, a, b) [ref "3.3.8"] {
        let quick = binary_builtin(op, a, b);
        if is_something(quick) { return quick; }
        let method = number_method(a, binary_name(op));
        let reflected = reflected_method(a, b, op, method);
        if reflected_goes_first(a, b, reflected) {
            let result = call_special(reflected, b, tuple1(a));
            if is_implemented(result) { return result; }
            let reflected = Nothing;
        }
        if is_something(method) {
            let result = call_special(method, a, tuple1(b));
            if is_implemented(result) { return result; }
        }
        if is_something(reflected) {
            let result = call_special(reflected, b, tuple1(a));
            if is_implemented(result) { return result; }
        }
        return sequence_operator(op, a, b);
    }

    /// Sequences come last: `+` concatenates and `*` repeats. Where nothing applies, `TypeError` is raised.
    protocol "operator.sequence" sequence_operator(op, a, b) [ref "3.3.8"] {
        let method = sequence_method(a, b, op);
        if is_something(method) { return call_special(method, a, tuple1(b)); }
        let swapped = swapped_repeat_method(a, b, op);
        if is_something(swapped) { return call_special(swapped, b, tuple1(a)); }
        raise unsupported_operands(op, a, b);
    }

    /// The in-place method is tried, which may change the left operand; without one the binary operator is applied.
    protocol "operator.inplace" inplace(op, a, b) [ref "3.3.8"] {
        let quick = inplace_builtin(op, a, b);
        if is_something(quick) { return quick; }
        let method = inplace_method(a, op);
        if is_something(method) {
            let result = call_special(method, a, tuple1(b));
            if is_implemented(result) { return result; }
        }
        return inplace_by_binary(op, a, b);
    }

    /// What is said when nothing applies names the operator with its `=`.
    protocol "operator.inplace.binary" inplace_by_binary(op, a, b) [ref "3.3.8"] {
        let method = number_method(a, binary_name(op));
        let reflected = reflected_method(a, b, op, method);
        if either_is_something(method, reflected) {
            let result = binary_methods(op, a, b, method, reflected);
            if is_implemented(result) { return result; }
        }
        let concatenation = inplace_sequence_method(a, b, op);
        if is_something(concatenation) { return call_special(concatenation, a, tuple1(b)); }
        let swapped = inplace_swapped_repeat(a, b, op);
        if is_something(swapped) { return call_special(swapped, b, tuple1(a)); }
        raise unsupported_inplace(op, a, b);
    }

    /// The two methods of a binary operator in their order; `NotImplemented` if neither knows.
    protocol "operator.binary.methods" binary_methods(op, a, b, method, reflected) [ref "3.3.8"] {
        if reflected_goes_first(a, b, reflected) {
            let result = call_special(reflected, b, tuple1(a));
            if is_implemented(result) { return result; }
        }
        if is_something(method) {
            let result = call_special(method, a, tuple1(b));
            if is_implemented(result) { return result; }
        }
        if is_something(reflected) {
            if not reflected_goes_first(a, b, reflected) {
                return call_special(reflected, b, tuple1(a));
            }
        }
        return NotImplemented;
    }

    /// A unary operator is a method of its operand.
    protocol "operator.unary" unary(op, value) [ref "3.3.8"] {
        let quick = unary_builtin(op, value);
        if is_something(quick) { return quick; }
        let method = special(value, unary_name(op));
        if is_something(method) { return call_special(method, value, no_arguments()); }
        raise bad_operand(op, value);
    }

    /// `is` compares identities, `in` asks the container, the others are rich comparisons.
    protocol "operator.compare" compare(op, a, b) [ref "6.10"] {
        let quick = compare_builtin(op, a, b);
        if is_something(quick) { return quick; }
        if is_membership(op) {
            let found = contains(b, a);
            return membership(op, found);
        }
        return rich_compare(op, a, b);
    }

    /// The left operand's method is tried, then the right operand's reflected one; a proper subclass on the right goes
    /// first. Without either, `==` and `!=` compare identities, and the others raise `TypeError`.
    protocol "operator.rich" rich_compare(op, a, b) [ref "3.3.1"] {
        let quick = compare_builtin(op, a, b);
        if is_something(quick) { return quick; }
        let method = special(a, comparison_name(op));
        let reflected = special(b, swapped_name(op));
        let swapped_first = is_proper_subclass(b, a);
        if swapped_first {
            if is_something(reflected) {
                let result = call_special(reflected, b, tuple1(a));
                if is_implemented(result) { return result; }
            }
        }
        if is_something(method) {
            let result = call_special(method, a, tuple1(b));
            if is_implemented(result) { return result; }
        }
        if not swapped_first {
            if is_something(reflected) {
                let result = call_special(reflected, b, tuple1(a));
                if is_implemented(result) { return result; }
            }
        }
        return compare_by_identity(op, a, b);
    }

    /// Whether two objects are equal, as containers understand it: identical, or `==` is true.
    protocol "operator.equal" equal(a, b) [ref "6.10.1"] {
        if identical(a, b) { return True; }
        return truth(rich_compare(Eq, a, b));
    }

    /// `object.__ne__` is the opposite of `__eq__`, unless that does not know.
    protocol "object.ne" object_ne(a, b) [ref "3.3.1"] {
        let method = special(a, "__eq__");
        let result = call_special(method, a, tuple1(b));
        if is_implemented(result) { return negation(truth(result)); }
        return NotImplemented;
    }
}
