//! Expressions: chapter 6 of the Language Reference.

use super::functions::*;
use super::names::*;
use super::questions::*;
use crate::primitives::*;
use crate::protocols::*;
use semantics_macros::rules;

rules! { pub static RULES;
    /// A name stands for the variable that its scope gives it. Looking up one that is not bound raises `NameError`,
    /// of a function's own variable `UnboundLocalError`.
    rule "expr.name" eval Name() [ref "6.2.1"] {
        when is_local(self) { return load_local(slot_of(self)); }
        else when is_cell(self) { return load_cell(slot_of(self)); }
        else when is_global(self) { return load_global(name_of(self)); }
        else { return load_from_class(name_of(self), slot_of(self)); }
    }

    /// A literal, and each of `None`, `True`, `False` and `...`, is its value.
    rule "expr.constant" eval Constant(value) [ref "6.2.2"] {
        return value;
    }

    /// The elements are evaluated from left to right and put into a new list in that order.
    rule "expr.list" eval List(elts) [ref "6.2.5"] {
        when has_starred(elts) { return do unpacked_elements(elts); }
        let values = eval* elts;
        return new_list(values);
    }

    /// The elements are evaluated from left to right; the tuple holds them in that order.
    rule "expr.tuple" eval Tuple(elts) [ref "6.2.3"] {
        when has_starred(elts) {
            let values = do unpacked_elements(elts);
            return tuple_of_list(values);
        }
        let values = eval* elts;
        return values;
    }

    /// The elements are evaluated from left to right and added to a new set.
    rule "expr.set" eval Set(elts) [ref "6.2.6"] {
        let result = new_set();
        when has_starred(elts) {
            each element in elts {
                when is_starred(element) {
                    let Starred(value) = element;
                    let values = eval value;
                    set_update(result, values);
                } else {
                    let value = eval element;
                    set_add(result, value);
                }
            }
        } else {
            let values = eval* elts;
            set_update(result, values);
        }
        return result;
    }

    /// Each element is evaluated in turn; a starred one contributes the items that its value iterates over.
    clause "expr.elements" unpacked_elements(elts;) [ref "6.2.5"] {
        let result = empty_list();
        each element in elts {
            when is_starred(element) {
                let Starred(value) = element;
                let values = eval value;
                extend_by_star(result, values) at value;
            } else {
                let value = eval element;
                list_append(result, value);
            }
        }
        return result;
    }

    /// Each key is evaluated before its value, pair after pair; then the dictionary is made, in which a later pair
    /// replaces an earlier one with an equal key. `**` merges a mapping in its place, and so does a row of pairs.
    rule "expr.dict" eval Dict(keys, values) [ref "6.2.7"] {
        when is_plain_dict(keys) {
            let pairs = empty_list();
            each key, value in keys, values {
                let k = eval key;
                list_append(pairs, k);
                let v = eval value;
                list_append(pairs, v);
            }
            return dict_of_pairs(pairs);
        }
        let result = new_dict();
        let pairs = empty_list();
        each key, value in keys, values {
            when is_present(key) {
                let k = eval key;
                list_append(pairs, k);
                let v = eval value;
                list_append(pairs, v);
            } else {
                dict_merge(result, dict_of_pairs(pairs));
                let pairs = empty_list();
                let mapping = eval value;
                dict_merge(result, mapping);
            }
        }
        dict_merge(result, dict_of_pairs(pairs));
        return result;
    }

    /// The primary is evaluated; then it is asked for the attribute.
    rule "expr.attribute" eval Attribute(value, attr) [ref "6.3.1"] {
        let object = eval value;
        return getattr(object, attr);
    }

    /// The primary is evaluated, then the subscript; then the item is looked up.
    rule "expr.subscript" eval Subscript(value, slice) [ref "6.3.2"] {
        let object = eval value;
        let key = eval slice;
        return getitem(object, key);
    }

    /// Lower bound, upper bound and stride are evaluated in this order; a missing one is `None`.
    rule "expr.slice" eval Slice(lower, upper, step) [ref "6.3.3"] {
        let start = eval lower;
        let stop = eval upper;
        let stride = eval step;
        return new_slice(start, stop, stride);
    }

    /// The primary is evaluated, then the arguments: the positional ones from left to right, then the keyword
    /// arguments from left to right. Then the primary's value is called with them.
    rule "expr.call" eval Call(func, args, keywords) [ref "6.3.4"] {
        let callee = eval func;
        when has_starred(args) {
            let values = do starred_arguments(args; callee);
        } else {
            let values = eval* args;
        }
        when is_empty(keywords) {
            return call(callee, values, Nothing);
        }
        let named = do keyword_arguments(keywords; callee);
        return call(callee, values, named);
    }

    /// The positional arguments of a call, with those from `*iterable` in their places.
    clause "expr.call.starred" starred_arguments(args; callee) [ref "6.3.4"] {
        let result = empty_list();
        each argument in args {
            when is_starred(argument) {
                let Starred(value) = argument;
                let values = eval value;
                extend_arguments(result, values, callee);
            } else {
                let value = eval argument;
                list_append(result, value);
            }
        }
        return tuple_of_list(result);
    }

    /// The keyword arguments of a call, with those from `**mapping` in their places. None may be given twice.
    clause "expr.call.keywords" keyword_arguments(keywords; callee) [ref "6.3.4"] {
        let result = new_dict();
        each argument in keywords {
            let keyword(arg, value) = argument;
            let v = eval value;
            when is_named_keyword(argument) { add_keyword(result, arg, v, callee); }
            else { merge_keywords(result, v, callee); }
        }
        return result;
    }

    /// The operand is evaluated; the operator is then applied to its value. `not` gives the opposite of its truth.
    rule "expr.unaryop" eval UnaryOp(op, operand) [ref "6.6"] {
        let value = eval operand;
        when is_operator(op, Not) { return negation(truth(value)); }
        return unary(op, value);
    }

    /// The operands are evaluated from left to right; the operator is then applied to their values.
    rule "expr.binop" eval BinOp(left, op, right) [ref "6.7"] {
        let a = eval left;
        let b = eval right;
        return binary(op, a, b);
    }

    /// `a < b < c` compares `a` with `b`; only if the result is true, `c` is evaluated and `b` compared with it.
    /// Each operand is evaluated at most once. The result is that of the last comparison made.
    rule "expr.compare" eval Compare(left, ops, comparators) [ref "6.10"] {
        let a = eval left;
        let result = Nothing;
        each op, comparator in ops, comparators {
            let b = eval comparator;
            let result = compare(op, a, b);
            when not is_last(comparator, comparators) {
                if not truth(result) { return result; }
                let a = b;
            }
        }
        return result;
    }

    /// `and` evaluates operands until one is false, `or` until one is true; that one, or the last, is the result.
    rule "expr.boolop" eval BoolOp(op, values) [ref "6.11"] {
        let result = Nothing;
        each operand in values {
            let result = eval operand;
            when not is_last(operand, values) {
                let t = truth(result);
                when is_operator(op, And) {
                    if not t { return result; }
                } else {
                    if t { return result; }
                }
            }
        }
        return result;
    }

    /// The value is evaluated and bound to the target; it is also the value of the expression.
    rule "expr.namedexpr" eval NamedExpr(target, value) [ref "6.12"] {
        let v = eval value;
        bind target from v;
        return v;
    }

    /// First the condition is evaluated; then one of the two others, not both.
    rule "expr.ifexp" eval IfExp(test, body, orelse) [ref "6.13"] {
        if test test {
            let value = eval body;
            return value;
        }
        let other = eval orelse;
        return other;
    }

    /// A function without a name; its body is not evaluated until it is called.
    rule "expr.lambda" eval Lambda(args) [ref "6.14"] {
        let positional = do positional_defaults(args;);
        let named = do named_defaults(args;);
        return make_function(self, positional, named, Nothing);
    }

    /// The generator is suspended; its value goes to whoever resumed it. What `send` passes in then is the value of
    /// the expression.
    rule "expr.yield" eval Yield(value) [ref "6.2.9"] {
        let v = eval value;
        let sent = yield or_none(v);
        return sent;
    }

    /// The items of a subiterator are yielded as they come. What is sent or thrown in goes to the subiterator; the
    /// value that it returns is the value of the expression (PEP 380).
    rule "expr.yieldfrom" eval YieldFrom(value) [ref "6.2.9"] {
        let iterable = eval value;
        let iterator = iter(iterable) at value;
        protect {
            delegating_to(iterator);
            let item = send_to(iterator, None);
            loop {
                if is_nothing(item) { return delegate_result(iterator); }
                scope Resumed {
                    protect {
                        let sent = yield item;
                    } catch e {
                        let item = throw_to(iterator, e);
                        leave Resumed;
                    }
                    let item = send_to(iterator, sent);
                }
            }
        } finally {
            delegating_to(Nothing);
        }
    }

    /// The parts of an f-string are evaluated from left to right and concatenated.
    rule "expr.joinedstr" eval JoinedStr(values) [ref "2.4.3"] {
        let parts = eval* values;
        return concatenated(parts);
    }

    /// A replacement field: the expression is evaluated, converted by `!s`, `!r` or `!a` if that is given, then
    /// formatted by the format specifier, which is evaluated after it.
    rule "expr.formattedvalue" eval FormattedValue(value, conversion, format_spec) [ref "2.4.3"] {
        let v = eval value;
        when is_conversion(conversion, 115) { let v = str(v); }
        when is_conversion(conversion, 114) { let v = repr(v); }
        when is_conversion(conversion, 97) { let v = ascii(v); }
        let spec = eval format_spec;
        return format(v, spec);
    }

    /// Where only the truth of an expression counts, it is evaluated and its value tested.
    clause "expr.test" truth_of_value(;) [ref "6.11"] {
        let value = eval self;
        return truth(value);
    }

    /// `and` and `or` test each operand at most once, and the one that decides is not tested again.
    rule "expr.boolop.test" test BoolOp(op, values) [ref "6.11"] {
        each operand in values {
            when is_operator(op, And) {
                if not test operand { return False; }
            } else {
                if test operand { return True; }
            }
        }
        return is_operator(op, And);
    }

    /// `not` turns the truth of its operand around; other operators give a value to be tested.
    rule "expr.unaryop.test" test UnaryOp(op, operand) [ref "6.11"] {
        when is_operator(op, Not) {
            let t = test operand;
            return negation(t);
        }
        let value = eval operand;
        return truth(unary(op, value));
    }

    /// In a chain each result is tested once.
    rule "expr.compare.test" test Compare(left, ops, comparators) [ref "6.10"] {
        let a = eval left;
        each op, comparator in ops, comparators {
            let b = eval comparator;
            let result = compare(op, a, b);
            if not truth(result) { return False; }
            let a = b;
        }
        return True;
    }

    /// Of a conditional expression the chosen branch is tested.
    rule "expr.ifexp.test" test IfExp(test, body, orelse) [ref "6.13"] {
        if test test {
            let t = test body;
            return t;
        }
        let other = test orelse;
        return other;
    }
}
