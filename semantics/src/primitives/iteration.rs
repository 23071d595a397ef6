//! Iteration: iterators of built-in containers, unpacking, generators' ends (Language Reference 3.3.7, 6.2.9, 7.2).

use crate::data::float;
use crate::primitives;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value};

impl Machine {
    /// Whether a value is an iterator that goes on without code of the program.
    #[inline]
    pub fn is_builtin_iterator(&self, value: Value) -> bool {
        self.depth_of(value) > 0
    }

    /// Appends all items of a built-in container or iterator to a list; `false` if `values` is none.
    pub fn extend_list(&mut self, list: Value, values: Value) -> Result<bool, Thrown> {
        if self.is_builtin_iterator(values) {
            loop {
                let item = self.next_item(values)?;
                if item.is_nothing() {
                    return Ok(true);
                }
                self.list_push(list, item);
                if self.heap.bytes > self.limits.memory {
                    return Err(self.exception_with(Type::MemoryError, Vec::new()));
                }
            }
        }
        let Some(items) = self.all_items(values)? else { return Ok(false) };
        let bytes = items.len() * 8;
        self.allow(bytes)?;
        if let Some(target) = self.list_mut(list) {
            target.extend_from_slice(&items);
        }
        self.heap.grew(bytes);
        Ok(true)
    }

    /// An exception `StopIteration`, with the value unless that is `None`.
    #[cold]
    pub(crate) fn stop_with(&mut self, value: Value) -> Value {
        let args = if value.is_none() { Vec::new() } else { vec![value] };
        self.exception_with(Type::StopIteration, args).0
    }

    fn count_of(count: Value) -> usize {
        count.as_int().unwrap_or(0) as usize
    }

    #[cold]
    fn too_few(&mut self, expected: usize, is_least: bool, found: usize) -> Value {
        let least = if is_least { "at least " } else { "" };
        self.value_error(&format!("not enough values to unpack (expected {least}{expected}, got {found})")).0
    }

    #[cold]
    fn too_many(&mut self, expected: usize) -> Value {
        self.value_error(&format!("too many values to unpack (expected {expected})")).0
    }

    /// The first and last items of a list or tuple around a list of those between; nothing if there are too few.
    fn split_for_star(&mut self, values: Value, before: Value, after: Value) -> Value {
        let (before, after) = (Machine::count_of(before), Machine::count_of(after));
        let items = self.sequence_items(values);
        if items.len() < before + after {
            return Value::NOTHING;
        }
        let end = items.len() - after;
        let (first, middle, last) =
            (items[..before].to_vec(), items[before..end].to_vec(), items[end..].to_vec());
        let middle = self.heap.new_list(middle);
        self.heap.new_tuple([first, vec![middle], last].concat())
    }

    fn unpacked(&mut self, values: Value, count: usize) -> Outcome {
        let items = self.sequence_items(values);
        let found = items.len();
        if found < count {
            return Err(Thrown(self.too_few(count, false, found)));
        }
        if found > count {
            return Err(Thrown(self.too_many(count)));
        }
        if self.is_exact(values, Type::Tuple) {
            return Ok(values);
        }
        let items = items.to_vec();
        Ok(self.heap.new_tuple(items))
    }
}

primitives! { ITERATION;
    /// The iterator of a built-in container; an iterator or generator gives itself; otherwise nothing.
    fn iter_builtin(m, iterable) { Ok(m.iterator_of_builtin(iterable)) }
    /// Whether an iterator goes on without code of the program.
    fn is_builtin_iterator(m, value) { Ok(Value::bool(m.is_builtin_iterator(value))) }
    /// Whether this is a generator, or an iterator over a container.
    fn is_direct_iterator(m, value) {
        Ok(Value::bool(matches!(m.heap.get(value), Some(Data::Generator(_) | Data::Iterator(_)))))
    }
    /// The next item of a built-in iterator, or nothing at its end.
    fn next_builtin(m, iterator) { m.next_item(iterator) }
    /// Whether this is an iterator over a sequence with `__getitem__` alone.
    fn is_sequence_iterator(m, value) {
        let is_iterator = matches!(m.heap.get(value), Some(Data::Iterator(_)));
        Ok(Value::bool(is_iterator && m.is_exact(value, Type::SequenceIterator)))
    }
    /// An iterator over a sequence by index.
    fn sequence_iterator(m, sequence) { Ok(m.new_iterator(Type::SequenceIterator, sequence, 0, 0, Value::NONE)) }
    /// What an iterator is over, or nothing if it has come to its end.
    fn iteration_over(m, iterator) { Ok(m.iteration(iterator).map_or(Value::NOTHING, |iteration| iteration.over)) }
    /// The index that an iterator has got to.
    fn iteration_index(m, iterator) {
        let index = m.iteration(iterator).map_or(0, |iteration| iteration.index);
        Ok(m.heap.new_int(index))
    }
    /// An iterator has come to its end.
    fn finish_iteration(m, iterator) {
        m.finish(iterator);
        Ok(Value::NONE)
    }
    /// An iterator goes on to the next index.
    fn advance_iteration(m, iterator) {
        if let Some(iteration) = m.iteration_mut(iterator) {
            iteration.index += 1;
        }
        Ok(Value::NONE)
    }

    /// A list loses its items.
    fn clear_list(m, list) {
        m.take_list(list);
        Ok(Value::NONE)
    }
    /// Where a sum starts: not with a string or bytes.
    fn start_of_sum(m, start) {
        let refusal = match m.heap.get(start) {
            Some(Data::Str(_)) => "sum() can't sum strings [use ''.join(seq) instead]",
            Some(Data::Bytes(_)) => "sum() can't sum bytes [use b''.join(seq) instead]",
            Some(Data::ByteArray(_)) => "sum() can't sum bytearray [use b''.join(seq) instead]",
            _ => return Ok(start.present().unwrap_or(Value::ZERO)),
        };
        Err(m.type_error(refusal))
    }
    /// Whether a value is an int, of no subclass.
    fn is_exact_int(m, value) { Ok(Value::bool(m.is_exact(value, Type::Int))) }
    /// The same, or a bool.
    fn is_int_or_bool(m, value) { Ok(Value::bool(value.is_int() || value.is_bool() || m.is_exact(value, Type::Int))) }
    /// Whether a value is a float, of no subclass.
    fn is_exact_float(m, value) { Ok(Value::bool(value.is_float())) }
    /// Whether a value goes into a sum of floats as a float: a float, or an int of 64 bits.
    fn is_float_summand(m, value) { Ok(Value::bool(value.is_float() || m.small_integer(value).is_some())) }
    /// Nothing has been lost by rounding yet.
    fn nothing_lost(m) { Ok(Value::float(0.0)) }
    /// What has been lost by rounding, when an item is added as well.
    fn more_lost(m, total, item, lost) {
        let lost = lost.as_float().unwrap_or(0.0);
        let (Some(total), Some(item)) = (total.as_float(), item.as_float()) else {
            return Ok(Value::float(lost));
        };
        Ok(Value::float(lost + float::lost_by_adding(total, item)))
    }
    /// A sum of floats with what was lost. An infinite one stays as it is: what was lost on the way to it is no number.
    fn with_lost(m, total, lost) {
        Ok(match (total.as_float(), lost.as_float()) {
            (Some(total), Some(lost)) => Value::float(float::with_lost(total, lost)),
            _ => total,
        })
    }

    /// How far an index is from the end, if it is before it.
    fn left_from(m, len, index) {
        Ok(Value::small((m.clamped(len).unwrap_or(0) - index.as_int().unwrap_or(0)).max(0)))
    }

    /// Appends the items of a built-in container to a list; whether `values` is one.
    fn list_extend_builtin(m, list, values) { Ok(Value::bool(m.extend_list(list, values)?)) }
    /// The items of a list or tuple of exactly this many, as a tuple; nothing for any other iterable.
    fn unpack_builtin(m, values, count) {
        match m.exact_type(values) {
            Some(Type::List | Type::Tuple) => m.unpacked(values, Machine::count_of(count)),
            _ => Ok(Value::NOTHING),
        }
    }
    /// The items of a list as a tuple in which those between the first and the last ones are a list; nothing if there
    /// are too few.
    fn split_for_star(m, list, before, after) { Ok(m.split_for_star(list, before, after)) }
    /// The same for a list or tuple, of which there may be too few; nothing for any other iterable.
    fn unpack_starred_builtin(m, values, before, after) {
        if !matches!(m.exact_type(values), Some(Type::List | Type::Tuple)) {
            return Ok(Value::NOTHING);
        }
        match m.split_for_star(values, before, after).present() {
            Some(parts) => Ok(parts),
            None => {
                let found = m.sequence_items(values).len();
                let expected = Machine::count_of(before) + Machine::count_of(after);
                Err(Thrown(m.too_few(expected, true, found)))
            }
        }
    }
    /// A length hint must be an int that is not negative.
    fn check_hint(m, hint) {
        if !m.is_integer(hint) {
            let message = format!("__length_hint__ must be an integer, not {}", m.type_name(hint));
            return Err(m.type_error(&message));
        }
        if m.integer(hint).is_some_and(|hint| hint.is_negative()) {
            return Err(m.value_error("__length_hint__() should return >= 0"));
        }
        Ok(Value::NONE)
    }

    /// There are fewer items than targets.
    fn too_few_values(m, items, before, after) {
        let found = m.list_items(items).len();
        let expected = Machine::count_of(before) + Machine::count_of(after);
        Ok(m.too_few(expected, after.is_present(), found))
    }
    /// There are more items than targets.
    fn too_many_values(m, count, values) { Ok(m.too_many(Machine::count_of(count))) }
    /// What is to be unpacked is no iterable.
    fn cannot_unpack(m, value) {
        let name = m.type_name(value);
        Ok(m.type_error(&format!("cannot unpack non-iterable {name} object")).0)
    }
    /// There is no way to iterate over the object.
    fn not_iterable(m, value) { Ok(m.type_error_about("", value, " object is not iterable").0) }
    /// `__iter__` has returned something that is no iterator.
    fn not_iterator(m, value) { Ok(m.type_error_about("iter() returned non-iterator of type ", value, "").0) }
    /// `next()` of something that is no iterator.
    fn not_an_iterator(m, value) { Ok(m.type_error_about("", value, " object is not an iterator").0) }
    /// `*` before something in a display that is no iterable.
    fn star_value_not_iterable(m, value) {
        let name = m.type_name(value);
        Ok(m.type_error(&format!("Value after * must be an iterable, not {name}")).0)
    }

    /// The exception by which an iterator says that it has come to its end; that of a generator has its result.
    fn stop_iteration(m, iterator) {
        Ok(m.stopped_iterator(iterator).0)
    }
    /// What `throw` was given is no exception.
    fn not_throwable(m, value) {
        let name = m.type_name(value);
        let message = format!("exceptions must be classes or instances deriving from BaseException, not {name}");
        Ok(m.type_error(&message).0)
    }
    /// The value that a `StopIteration` carries.
    fn stop_value(m, exception) {
        let args = m.exception_data(exception).map_or(Value::NOTHING, |data| data.args);
        Ok(m.tuple_items(args).first().copied().unwrap_or(Value::NONE))
    }
}
