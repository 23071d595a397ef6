//! The parts of iterators that are built out of others: see [`crate::objects::composites`] for what they mean.

use crate::primitives;
use crate::state::{Composite, Machine, Type, Value};

fn part(m: &Machine, it: Value, part: impl Fn(&Composite) -> Value) -> Value {
    m.composite(it).map_or(Value::NOTHING, part)
}

fn is(m: &Machine, it: Value, test: impl Fn(&Composite) -> bool) -> Value {
    Value::bool(m.composite(it).is_some_and(test))
}

primitives! { COMPOSITES;
    /// Whether this is an iterator that is built out of others, and of no class of the program.
    fn is_composite(m, value) { Ok(Value::bool(m.is_composite(value))) }
    /// What items are taken from; nothing once the iterator has come to its end.
    fn source(m, it) { Ok(part(m, it, |parts| parts.source)) }
    /// The iterator to be asked after so many items; nothing if all have been asked.
    fn source_after(m, it, items) {
        let (sources, place) = (part(m, it, |parts| parts.source), m.list_items(items).len());
        Ok(m.tuple_items(sources).get(place).copied().unwrap_or(Value::NOTHING))
    }
    /// Whether there is one iterator inside, and not a tuple of several.
    fn has_one_source(m, it) { Ok(is(m, it, |parts| parts.bound == 1)) }
    /// What is done to the items: a function, a step, ...
    fn applied(m, it) { Ok(part(m, it, |parts| parts.by)) }
    /// What is remembered from one item to the next.
    fn kept(m, it) { Ok(part(m, it, |parts| parts.kept)) }
    /// Remembers something for the next item.
    fn keep(m, it, value) {
        if let Some(parts) = m.composite_mut(it) {
            parts.kept = value;
        }
        Ok(Value::NONE)
    }
    /// The iterator has come to its end for good.
    fn end(m, it) { Ok(m.end_composite(it)) }

    /// The number of an item; the next one is kept instead.
    fn counted(m, it) { m.counted(it) }
    /// Whether all iterators must end together.
    fn is_strict(m, it) { Ok(is(m, it, |parts| parts.bound == 1)) }
    /// The iterator after so many items has ended too early.
    fn zip_shorter(m, items) { Ok(m.zip_shorter(m.list_items(items).len())) }
    /// The iterator after so many items goes on.
    fn zip_longer(m, items) { Ok(m.zip_longer(m.list_items(items).len())) }
    /// Whether instead of a function's answer the truth of the item is meant.
    fn is_truth_itself(m, function) { Ok(Value::bool(function.is_none() || function == Type::Bool.value())) }
    /// Whether the function has said what ends its being asked.
    fn is_decided(m, it) { Ok(is(m, it, |parts| parts.index == 1)) }
    /// The function has said it.
    fn decide(m, it) {
        if let Some(parts) = m.composite_mut(it) {
            parts.index = 1;
        }
        Ok(Value::NONE)
    }

    /// Whether all items down to the first have been given.
    fn is_before_start(m, it) { Ok(is(m, it, |parts| parts.index < 0 || parts.source.is_nothing())) }
    /// The index of the next item.
    fn next_index(m, it) {
        let index = m.composite(it).map_or(0, |parts| parts.index);
        Ok(m.heap.new_int(index))
    }
    /// Goes on to the item before.
    fn step_back(m, it) {
        if let Some(parts) = m.composite_mut(it) {
            parts.index -= 1;
        }
        Ok(Value::NONE)
    }
    /// How many items are left down to the first, in a sequence that is this long now.
    fn left_before(m, it, length) {
        let left = m.composite(it).map_or(0, |parts| parts.index + 1);
        let length = m.clamped(length).unwrap_or(0);
        Ok(m.heap.new_int(if length < left { 0 } else { left }))
    }

    /// Whether an initial total is to be given first; from now on it is not.
    fn takes_initial(m, it) {
        let pending = m.composite_mut(it).map_or(0, |parts| std::mem::take(&mut parts.index));
        Ok(Value::bool(pending == 1))
    }
    /// Whether a batch has all its items.
    fn is_full_batch(m, it, items) {
        let count = m.list_items(items).len() as i64;
        Ok(is(m, it, |parts| parts.bound <= count))
    }
    /// Whether the last batch must be complete.
    fn is_strict_batch(m, it) { Ok(is(m, it, |parts| parts.step == 1)) }
    /// The last batch is not complete.
    fn incomplete_batch(m) { Ok(m.value_error("batched(): incomplete batch").0) }

    /// An item of the first round is kept for the later ones.
    fn save_item(m, it, item) {
        m.save_item(it, item);
        Ok(Value::NONE)
    }
    /// The first round is over.
    fn close_circle(m, it) {
        m.close_circle(it);
        Ok(Value::NONE)
    }
    /// The next item of a later round.
    fn next_saved(m, it) { Ok(m.next_saved(it)) }

    /// Whether an item is to be skipped.
    fn skips(m, it) { Ok(is(m, it, |parts| parts.index > 0)) }
    /// Whether a slice is at its end.
    fn is_past_stop(m, it) { Ok(is(m, it, |parts| parts.bound <= 0)) }
    /// An item has been skipped.
    fn pass_item(m, it) {
        m.pass_item(it);
        Ok(Value::NONE)
    }
    /// An item has been given.
    fn take_item(m, it) {
        m.take_item(it);
        Ok(Value::NONE)
    }

    /// Whether a value is a tuple, of no subclass.
    fn is_exact_tuple(m, value) { Ok(Value::bool(m.is_exact(value, Type::Tuple))) }
    /// One of several iterators has ended; whether others go on.
    fn others_go_on(m, it, items) {
        let place = m.list_items(items).len();
        Ok(Value::bool(m.end_one(it, place)))
    }

    /// The iterator `iter(callable, sentinel)`.
    fn callable_iterator(m, function, sentinel) {
        let parts = Composite { by: sentinel, ..Composite::new(Type::CallableIterator, function) };
        Ok(m.new_composite(Type::CallableIterator.handle(), parts))
    }
}
