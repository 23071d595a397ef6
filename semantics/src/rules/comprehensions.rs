//! Comprehensions and generator expressions: sections 6.2.4 to 6.2.8 of the Language Reference.

use super::functions::*;
use super::questions::*;
use crate::primitives::*;
use crate::protocols::*;
use semantics_macros::rules;

rules! { pub static RULES;
    /// A list comprehension collects its elements in a new list.
    rule "expr.listcomp" eval ListComp(generators) [ref "6.2.5"] {
        let result = empty_list();
        do comprehension_for(generators; result);
        return result;
    }

    /// Each element is evaluated and appended.
    rule "expr.listcomp.element" collect ListComp(elt) from result [ref "6.2.5"] {
        let value = eval elt;
        list_append(result, value);
    }

    /// A set comprehension collects its elements in a new set.
    rule "expr.setcomp" eval SetComp(generators) [ref "6.2.6"] {
        let result = new_set();
        do comprehension_for(generators; result);
        return result;
    }

    /// Each element is evaluated and added.
    rule "expr.setcomp.element" collect SetComp(elt) from result [ref "6.2.6"] {
        let value = eval elt;
        set_add(result, value);
    }

    /// A dict comprehension collects its pairs in a new dictionary.
    rule "expr.dictcomp" eval DictComp(generators) [ref "6.2.7"] {
        let result = new_dict();
        do comprehension_for(generators; result);
        return result;
    }

    /// The key is evaluated before the value (PEP 572).
    rule "expr.dictcomp.element" collect DictComp(key, value) from result [ref "6.2.7"] {
        let k = eval key;
        let v = eval value;
        dict_set(result, k, v);
    }

    /// The `for` clauses nest from left to right. The variables of a comprehension are its own: they are unbound when
    /// it starts. The first iterable is evaluated before that, in the scope around.
    clause "expr.comprehension" comprehension_for(generators; result) [ref "6.2.4"] {
        let first_clause = first(generators);
        let comprehension(iter) = first_clause;
        let iterable = eval iter;
        let iterator = iter(iterable) at iter;
        start_scope(self);
        do comprehension_loop(generators; iterator, result);
    }

    /// For each item: the target is bound to it, the conditions are tested from left to right; if all are true, the
    /// next `for` clause runs, or, after the last one, the element is collected.
    clause "expr.comprehension.for" comprehension_loop(generators; iterator, result) [ref "6.2.4"] {
        let clause_here = first(generators);
        let comprehension(target, iter, ifs, is_async) = clause_here;
        when is_true(is_async) { unsupported(self, "an asynchronous comprehension"); }
        let others = rest(generators);
        scope Exhausted {
            loop {
                let item = next(iterator) at iter;
                if is_nothing(item) { leave Exhausted; }
                bind target from item;
                scope Skipped {
                    each condition in ifs {
                        if not test condition { leave Skipped; }
                    }
                    when is_empty(others) {
                        collect self from result;
                    } else {
                        let inner_clause = first(others);
                        let comprehension(iter: inner_iter) = inner_clause;
                        let iterable = eval inner_iter;
                        let inner = iter(iterable) at inner_iter;
                        do comprehension_loop(others; inner, result);
                    }
                }
            }
        }
    }

    /// A generator expression evaluates its first iterable at once; everything else waits until it is iterated.
    rule "expr.generatorexp" eval GeneratorExp(generators) [ref "6.2.8"] {
        let first_clause = first(generators);
        let comprehension(iter) = first_clause;
        let iterable = eval iter;
        let iterator = iter(iterable) at iter;
        let function = make_function(self, None, None, None);
        let generator = invoke(function, tuple1(iterator));
        return generator;
    }

    /// Each element is evaluated and yielded.
    rule "expr.generatorexp.element" collect GeneratorExp(elt) from result [ref "6.2.8"] {
        let value = eval elt;
        yield value;
    }

    /// The clauses run in a frame of their own, whose first variable is the iterator.
    rule "expr.generatorexp.run" run GeneratorExp(generators) [ref "6.2.8"] {
        protect {
            do comprehension_loop(generators; load_local(0), None);
        } catch e {
            do generator_failed(; e);
        }
        return None;
    }
}
