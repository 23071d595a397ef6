//! Iteration: sections 3.3.7 and 8.3 of the Language Reference.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static ITERATION;
    /// An iterator comes from `__iter__`; a sequence with `__getitem__` alone is iterated by index.
    protocol "iteration.iter" iter(iterable) [ref "3.3.7"] {
        let quick = iter_builtin(iterable);
        if is_something(quick) { return quick; }
        let method = special(iterable, "__iter__");
        if is_nothing(method) {
            if is_nothing(special(iterable, "__getitem__")) { raise not_iterable(iterable); }
            return sequence_iterator(iterable);
        }
        if is_none(method) { raise not_iterable(iterable); }
        let iterator = call_special(method, iterable, no_arguments());
        if is_nothing(special(iterator, "__next__")) { raise not_iterator(iterator); }
        return iterator;
    }

    /// The next item, or nothing when the iterator is exhausted: it says so by `StopIteration`.
    protocol "iteration.next" next(iterator) [ref "3.3.7"] {
        if is_generator_object(iterator) { return resume(iterator, None); }
        if is_builtin_iterator(iterator) { return next_builtin(iterator); }
        if is_sequence_iterator(iterator) { return next_by_index(iterator); }
        protect {
            if is_composite(iterator) { return advance(iterator); }
            let method = special(iterator, "__next__");
            if is_nothing(method) { raise not_an_iterator(iterator); }
            return call_special(method, iterator, no_arguments());
        } catch e {
            if is_instance_of(e, "StopIteration") { return Nothing; }
            reraise(e);
        }
    }

    /// The same, but what an iterator of the program raises at its end is seen by whoever asked for the item.
    protocol "iteration.pull" pull(iterator) [ref "3.3.7"] {
        if is_direct_iterator(iterator) { return next(iterator); }
        if is_composite(iterator) { return advance(iterator); }
        let method = special(iterator, "__next__");
        if is_nothing(method) { raise not_an_iterator(iterator); }
        return call_special(method, iterator, no_arguments());
    }

    /// A sequence is asked for its items from index 0 on, until it raises `IndexError`.
    protocol "iteration.next.sequence" next_by_index(iterator) [ref "3.3.7"] {
        let sequence = iteration_over(iterator);
        if is_nothing(sequence) { return Nothing; }
        protect {
            let item = getitem(sequence, iteration_index(iterator));
        } catch e {
            if is_instance_of(e, "IndexError") { finish_iteration(iterator); return Nothing; }
            if is_instance_of(e, "StopIteration") { finish_iteration(iterator); return Nothing; }
            reraise(e);
        }
        advance_iteration(iterator);
        return item;
    }

    /// `next(iterator, default)`. Without a default the exception that ends the iterator is seen as it is.
    protocol "builtin.next" builtin_next(iterator, default) [ref "3.3.7"] {
        if is_something(default) {
            let item = next(iterator);
            if is_something(item) { return item; }
            return default;
        }
        if is_direct_iterator(iterator) { return iterator_next(iterator); }
        if is_composite(iterator) { return composite_next(iterator); }
        let method = special(iterator, "__next__");
        if is_nothing(method) { raise not_an_iterator(iterator); }
        return call_special(method, iterator, no_arguments());
    }

    /// `__next__` of built-in iterators and generators.
    protocol "iterator.next" iterator_next(iterator) [ref "3.3.7"] {
        let item = next(iterator);
        if is_something(item) { return item; }
        raise stop_iteration(iterator);
    }

    /// The items of an iterable, one after another, appended to a list.
    protocol "iteration.extend" extend_list(list, values) [ref "3.3.7"] {
        if list_extend_builtin(list, values) { return; }
        let iterator = iter(values);
        length_hint(values);
        extend_by_iterator(list, iterator);
    }

    /// The items that an iterator still has, appended to a list.
    protocol "iteration.drain" extend_by_iterator(list, iterator) [ref "3.3.7"] {
        loop {
            let item = next(iterator);
            if is_nothing(item) { return; }
            list_append(list, item);
        }
    }

    /// How many items an object expects to give, by `__len__` or `__length_hint__`. Nothing depends on the answer, but a
    /// program sees that it is asked.
    protocol "iteration.hint" length_hint(values) [ref "3.3.7"] {
        if is_generator_object(values) { return; }
        if is_something(special(values, "__len__")) {
            protect {
                let length = len(values);
                return;
            } catch e {
                if not is_instance_of(e, "TypeError") { reraise(e); }
            }
        }
        let method = special(values, "__length_hint__");
        if is_nothing(method) { return; }
        protect {
            let hint = call_special(method, values, no_arguments());
        } catch e {
            if is_instance_of(e, "TypeError") { return; }
            reraise(e);
        }
        if is_implemented(hint) { check_hint(hint); }
    }

    /// `*iterable` in a display.
    protocol "iteration.star" extend_by_star(list, values) [ref "6.2.5"] {
        if not is_iterable(values) { raise star_value_not_iterable(values); }
        extend_list(list, values);
    }

    /// The items of an iterable as a list.
    protocol "iteration.list" list_from(values) [ref "3.3.7"] {
        let result = empty_list();
        extend_list(result, values);
        return result;
    }

    /// The single item of an iterable (an annotation `*args: *Ts`).
    protocol "iteration.only" only_item(values) [ref "8.7"] {
        return tuple_item(unpack(values, 1), 0);
    }

    /// Exactly `count` items of an iterable, as a tuple; no more than one too many is asked for.
    protocol "iteration.unpack" unpack(values, count) [ref "7.2"] {
        let quick = unpack_builtin(values, count);
        if is_something(quick) { return quick; }
        if not is_iterable(values) { raise cannot_unpack(values); }
        let iterator = iter(values);
        let items = empty_list();
        loop {
            let item = next(iterator);
            if is_nothing(item) {
                if list_has(items, count) { return tuple_of_list(items); }
                raise too_few_values(items, count, Nothing);
            }
            if list_has(items, count) { raise too_many_values(count, values); }
            list_append(items, item);
        }
    }

    /// The items of an iterable, as a tuple in which those left over for the starred target are a list. Those before it are
    /// asked for one by one; the rest is made a list, of which the last ones are taken.
    protocol "iteration.unpack.star" unpack_starred(values, before, after) [ref "7.2"] {
        let quick = unpack_starred_builtin(values, before, after);
        if is_something(quick) { return quick; }
        if not is_iterable(values) { raise cannot_unpack(values); }
        let iterator = iter(values);
        let items = empty_list();
        scope Taken {
            loop {
                if list_has(items, before) { leave Taken; }
                let item = next(iterator);
                if is_nothing(item) { raise too_few_values(items, before, after); }
                list_append(items, item);
            }
        }
        extend_list(items, iterator);
        let result = split_for_star(items, before, after);
        if is_nothing(result) { raise too_few_values(items, before, after); }
        return result;
    }

    /// A value is sent to the iterator that `yield from` delegates to: its next item, or nothing when it has finished.
    protocol "generator.delegate.send" send_to(iterator, value) [ref "6.2.9.1"] {
        if is_generator_object(iterator) { return resume(iterator, value); }
        if is_none(value) {
            if is_builtin_iterator(iterator) { return next_builtin(iterator); }
        }
        protect {
            if is_none(value) { return builtin_next(iterator, Nothing); }
            let method = getattr(iterator, "send");
            return call(method, tuple1(value), Nothing);
        } catch e {
            if is_instance_of(e, "StopIteration") { delegate_returned(stop_value(e)); return Nothing; }
            reraise(e);
        }
    }

    /// An exception is thrown into the iterator that `yield from` delegates to; `GeneratorExit` closes it instead.
    protocol "generator.delegate.throw" throw_to(iterator, e) [ref "6.2.9.1"] {
        if is_instance_of(e, "GeneratorExit") {
            let closer = builtin_getattr(iterator, "close", None);
            if not is_none(closer) { let dropped = call(closer, no_arguments(), Nothing); }
            reraise(e);
        }
        if is_generator_object(iterator) { return throw_into(iterator, e); }
        let thrower = builtin_getattr(iterator, "throw", None);
        if is_none(thrower) { reraise(e); }
        protect {
            return call(thrower, tuple1(e), Nothing);
        } catch stop {
            if is_instance_of(stop, "StopIteration") { delegate_returned(stop_value(stop)); return Nothing; }
            reraise(stop);
        }
    }

    /// `generator.send(value)`: resumes the generator; when it ends, `StopIteration` carries its result.
    protocol "generator.send" generator_send(generator, value) [ref "6.2.9.1"] {
        let item = resume(generator, value);
        if is_something(item) { return item; }
        raise stop_iteration(generator);
    }

    /// `generator.throw(exception)`: raises it where the generator is suspended.
    protocol "generator.throw" generator_throw(generator, kind, value, traceback) [ref "6.2.9.1"] {
        let exception = thrown_exception(kind, value, traceback);
        let item = throw_into(generator, exception);
        if is_something(item) { return item; }
        raise stop_iteration(generator);
    }

    /// The exception that `throw` is given, as an object.
    protocol "generator.throw.what" thrown_exception(kind, value, traceback) [ref "6.2.9.1"] {
        if not is_instance_of(kind, "BaseException") {
            if not is_exception_class(kind) { raise not_throwable(kind); }
        }
        if is_none_or_nothing(value) { return with_traceback(exception_from(kind), traceback); }
        if is_instance_of(value, "BaseException") { return with_traceback(value, traceback); }
        return with_traceback(call(kind, tuple_or_single(value), Nothing), traceback);
    }

    /// `generator.close()`: raises `GeneratorExit` where the generator is suspended; it must not yield again.
    protocol "generator.close" generator_close(generator) [ref "6.2.9.1"] {
        if has_not_started(generator) { finish_generator(generator); return None; }
        if has_finished(generator) { return None; }
        protect {
            let item = throw_into(generator, in_context(new_exception("GeneratorExit")));
        } catch e {
            if is_instance_of(e, "GeneratorExit") { return None; }
            if is_instance_of(e, "StopIteration") { return None; }
            reraise(e);
        }
        if is_something(item) { raise runtime_error("generator ignored GeneratorExit"); }
        return generator_result(generator);
    }
}
