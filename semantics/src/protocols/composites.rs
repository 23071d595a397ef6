//! How iterators that are built out of others go on (Library Reference, "Built-in Functions" and `itertools`). Each gives its
//! next item, or nothing at its end. Those that `pull` their items let the exception through by which an iterator of the
//! program ends; the others take it for what it says.

use super::*;
use crate::primitives::*;
use crate::rules::language::Operation;
use crate::state::Type;
use semantics_macros::rules;

/// The rule by which iterators of a built-in class go on; none for those that never run code of the program.
pub fn rule_of_iterator(class: Type) -> Option<&'static Operation> {
    Some(match class {
        Type::CallableIterator => next_of_callable(),
        Type::Enumerate => next_of_enumerate(),
        Type::Filter => next_of_filter(),
        Type::Map => next_of_map(),
        Type::Reversed => next_of_reversed(),
        Type::Zip => next_of_zip(),
        Type::Accumulate => next_of_accumulate(),
        Type::Batched => next_of_batched(),
        Type::Chain => next_of_chain(),
        Type::Compress => next_of_compress(),
        Type::Count => next_of_count(),
        Type::Cycle => next_of_cycle(),
        Type::DropWhile => next_of_dropwhile(),
        Type::FilterFalse => next_of_filterfalse(),
        Type::Islice => next_of_islice(),
        Type::Pairwise => next_of_pairwise(),
        Type::StarMap => next_of_starmap(),
        Type::TakeWhile => next_of_takewhile(),
        Type::ZipLongest => next_of_zip_longest(),
        _ => return None,
    })
}

rules! { pub static COMPOSITES;
    /// `__next__` of these iterators.
    protocol "iterator.next.composite" composite_next(it) [ref "3.3.7"] {
        let item = advance(it);
        if is_something(item) { return item; }
        raise stop_iteration(it);
    }

    /// `iter(callable, sentinel)`: what the callable gives, until it is the sentinel.
    protocol "iterator.callable" next_of_callable(it) [ref "3.3.7"] {
        let function = source(it);
        if is_nothing(function) { return Nothing; }
        protect {
            let result = call(function, no_arguments(), Nothing);
        } catch e {
            if is_instance_of(e, "StopIteration") { end(it); return Nothing; }
            reraise(e);
        }
        if is_nothing(source(it)) { return Nothing; }
        if equal(applied(it), result) { end(it); return Nothing; }
        return result;
    }

    /// `enumerate`: the next number, and an item.
    protocol "iterator.enumerate" next_of_enumerate(it) [ref "3.3.7"] {
        let item = pull(source(it));
        if is_nothing(item) { return Nothing; }
        return tuple2(counted(it), item);
    }

    /// `zip`: an item of each iterator, from the first to the last. It ends with the first that ends; nobody asks those
    /// after it, unless all must end together.
    protocol "iterator.zip" next_of_zip(it) [ref "3.3.7"] {
        if is_nothing(source(it)) { return Nothing; }
        let items = empty_list();
        loop {
            let iterator = source_after(it, items);
            if is_nothing(iterator) { return tuple_of_list(items); }
            if is_strict(it) {
                let item = next(iterator);
                if is_nothing(item) { zip_ends(it, items); return Nothing; }
            } else {
                let item = pull(iterator);
                if is_nothing(item) { return Nothing; }
            }
            list_append(items, item);
        }
    }

    /// With `strict`, an iterator that ends after others have given an item is too short; if it is the first, one that goes
    /// on is too long.
    protocol "iterator.zip.strict" zip_ends(it, items) [ref "3.3.7"] {
        if not list_has(items, 0) { raise zip_shorter(items); }
        loop {
            list_append(items, None);
            let iterator = source_after(it, items);
            if is_nothing(iterator) { return; }
            if is_something(next(iterator)) { raise zip_longer(items); }
        }
    }

    /// `map`: what the function makes of an item of each iterator.
    protocol "iterator.map" next_of_map(it) [ref "3.3.7"] {
        if has_one_source(it) {
            let item = pull(source(it));
            if is_nothing(item) { return Nothing; }
            return call(applied(it), tuple1(item), Nothing);
        }
        let items = empty_list();
        loop {
            let iterator = source_after(it, items);
            if is_nothing(iterator) { return call(applied(it), tuple_of_list(items), Nothing); }
            let item = pull(iterator);
            if is_nothing(item) { return Nothing; }
            list_append(items, item);
        }
    }

    /// Whether a function says yes to an item; `None` and `bool` leave it to the item itself.
    protocol "iterator.passes" passes(function, item) [ref "3.3.7"] {
        if is_truth_itself(function) { return truth(item); }
        return truth(call(function, tuple1(item), Nothing));
    }

    /// `filter`: the next item to which the function says yes.
    protocol "iterator.filter" next_of_filter(it) [ref "3.3.7"] {
        let function = applied(it);
        let iterator = source(it);
        loop {
            let item = pull(iterator);
            if is_nothing(item) { return Nothing; }
            if passes(function, item) { return item; }
        }
    }

    /// `filterfalse`: the next item to which the function says no.
    protocol "iterator.filterfalse" next_of_filterfalse(it) [ref "3.3.7"] {
        let function = applied(it);
        let iterator = source(it);
        loop {
            let item = pull(iterator);
            if is_nothing(item) { return Nothing; }
            if not passes(function, item) { return item; }
        }
    }

    /// `takewhile`: items as long as the function says yes; once it has said no, nothing is asked any more.
    protocol "iterator.takewhile" next_of_takewhile(it) [ref "3.3.7"] {
        if is_decided(it) { return Nothing; }
        let item = pull(source(it));
        if is_nothing(item) { return Nothing; }
        if truth(call(applied(it), tuple1(item), Nothing)) { return item; }
        decide(it);
        return Nothing;
    }

    /// `dropwhile`: items are passed over as long as the function says yes; then all are given.
    protocol "iterator.dropwhile" next_of_dropwhile(it) [ref "3.3.7"] {
        let iterator = source(it);
        loop {
            let item = pull(iterator);
            if is_nothing(item) { return Nothing; }
            if is_decided(it) { return item; }
            if not truth(call(applied(it), tuple1(item), Nothing)) { decide(it); return item; }
        }
    }

    /// `reversed` of a sequence: it is asked for its items by index, down to 0.
    protocol "iterator.reversed" next_of_reversed(it) [ref "3.3.7"] {
        if is_before_start(it) { end(it); return Nothing; }
        protect {
            let item = getitem(source(it), next_index(it));
        } catch e {
            end(it);
            if is_instance_of(e, "IndexError") { return Nothing; }
            if is_instance_of(e, "StopIteration") { return Nothing; }
            reraise(e);
        }
        step_back(it);
        return item;
    }

    /// How many items `reversed` has left; none if the sequence has become too short.
    protocol "iterator.reversed.hint" reversed_hint(it) [ref "3.3.7"] {
        let sequence = source(it);
        if is_nothing(sequence) { return 0; }
        return left_before(it, len(sequence));
    }

    /// `accumulate`: the first item, then what is made of the last total and the next item.
    protocol "iterator.accumulate" next_of_accumulate(it) [ref "3.3.7"] {
        if takes_initial(it) { return kept(it); }
        let item = pull(source(it));
        if is_nothing(item) { return Nothing; }
        let total = kept(it);
        if is_something(total) {
            let function = applied(it);
            if is_none(function) {
                let item = binary(Add, total, item);
            } else {
                let item = call(function, tuple2(total, item), Nothing);
            }
        }
        keep(it, item);
        return item;
    }

    /// `batched`: tuples of so many items; the last one may be shorter, unless it is strict.
    protocol "iterator.batched" next_of_batched(it) [ref "3.3.7"] {
        let iterator = source(it);
        if is_nothing(iterator) { return Nothing; }
        let items = empty_list();
        loop {
            if is_full_batch(it, items) { return tuple_of_list(items); }
            protect {
                let item = next(iterator);
            } catch e {
                end(it);
                reraise(e);
            }
            if is_nothing(item) {
                if list_has(items, 0) { end(it); return Nothing; }
                if is_strict_batch(it) { end(it); raise incomplete_batch(); }
                return tuple_of_list(items);
            }
            list_append(items, item);
        }
    }

    /// `chain`: the items of one iterable after another.
    protocol "iterator.chain" next_of_chain(it) [ref "3.3.7"] {
        loop {
            let current = kept(it);
            if is_nothing(current) {
                let iterables = source(it);
                if is_nothing(iterables) { return Nothing; }
                protect {
                    let iterable = next(iterables);
                    if is_nothing(iterable) { end(it); return Nothing; }
                    let current = iter(iterable);
                } catch e {
                    end(it);
                    reraise(e);
                }
                keep(it, current);
            }
            let item = next(current);
            if is_something(item) { return item; }
            keep(it, Nothing);
        }
    }

    /// `compress`: the items whose selectors are true.
    protocol "iterator.compress" next_of_compress(it) [ref "3.3.7"] {
        let iterator = source(it);
        let selectors = applied(it);
        loop {
            let item = pull(iterator);
            if is_nothing(item) { return Nothing; }
            let selector = pull(selectors);
            if is_nothing(selector) { return Nothing; }
            if truth(selector) { return item; }
        }
    }

    /// `count`: one number after another.
    protocol "iterator.count" next_of_count(it) [ref "3.3.7"] {
        let number = kept(it);
        keep(it, binary(Add, number, applied(it)));
        return number;
    }

    /// `cycle`: the items of an iterator, and those again and again.
    protocol "iterator.cycle" next_of_cycle(it) [ref "3.3.7"] {
        let iterator = source(it);
        if not is_none(iterator) {
            let item = next(iterator);
            if is_something(item) { save_item(it, item); return item; }
            close_circle(it);
        }
        return next_saved(it);
    }

    /// `islice`: items are skipped until the next one that is wanted.
    protocol "iterator.islice" next_of_islice(it) [ref "3.3.7"] {
        let iterator = source(it);
        if is_nothing(iterator) { return Nothing; }
        protect {
            scope Skipped {
                loop {
                    if not skips(it) { leave Skipped; }
                    if is_nothing(pull(iterator)) { end(it); return Nothing; }
                    pass_item(it);
                }
            }
            if is_past_stop(it) { end(it); return Nothing; }
            let item = pull(iterator);
        } catch e {
            end(it);
            reraise(e);
        }
        if is_nothing(item) { end(it); return Nothing; }
        take_item(it);
        return item;
    }

    /// `pairwise`: each item with the one before it.
    protocol "iterator.pairwise" next_of_pairwise(it) [ref "3.3.7"] {
        if is_nothing(source(it)) { return Nothing; }
        let old = kept(it);
        protect {
            if is_nothing(old) {
                let old = pull(source(it));
                if is_nothing(old) { end(it); return Nothing; }
                keep(it, old);
                if is_nothing(source(it)) { return Nothing; }
            }
            let new = pull(source(it));
        } catch e {
            end(it);
            reraise(e);
        }
        if is_nothing(new) { end(it); return Nothing; }
        keep(it, new);
        return tuple2(old, new);
    }

    /// `starmap`: what the function makes of the items of each item.
    protocol "iterator.starmap" next_of_starmap(it) [ref "3.3.7"] {
        let item = pull(source(it));
        if is_nothing(item) { return Nothing; }
        if is_exact_tuple(item) { return call(applied(it), item, Nothing); }
        return call(applied(it), tuple_of_list(list_from(item)), Nothing);
    }

    /// `zip_longest`: an item of each iterator, something else where an iterator has ended, until all have.
    protocol "iterator.zip_longest" next_of_zip_longest(it) [ref "3.3.7"] {
        if is_nothing(source(it)) { return Nothing; }
        let items = empty_list();
        loop {
            let iterator = source_after(it, items);
            if is_nothing(iterator) { return tuple_of_list(items); }
            if is_none(iterator) {
                list_append(items, applied(it));
            } else {
                protect {
                    let item = next(iterator);
                } catch e {
                    end(it);
                    reraise(e);
                }
                if is_nothing(item) {
                    if not others_go_on(it, items) { return Nothing; }
                    let item = applied(it);
                }
                list_append(items, item);
            }
        }
    }
}
