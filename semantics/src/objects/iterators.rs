//! The iterators of built-in containers: what they are over, and how they go on.

use crate::data::int::Int;
use crate::state::{Data, Entry, Iteration, Machine, Outcome, Thrown, Type, Value};

impl Machine {
    pub fn iteration(&self, iterator: Value) -> Option<&Iteration> {
        match self.heap.get(iterator) {
            Some(Data::Iterator(iteration)) => Some(iteration),
            _ => None,
        }
    }

    pub fn iteration_mut(&mut self, iterator: Value) -> Option<&mut Iteration> {
        match self.heap.get_mut(iterator) {
            Some(Data::Iterator(iteration)) => Some(iteration),
            _ => None,
        }
    }

    /// A new iterator of a built-in class.
    pub fn new_iterator(&mut self, class: Type, over: Value, index: i64, bound: i64, extra: Value) -> Value {
        let iteration = Iteration { over, index, bound, extra };
        self.heap.new_object(class, Data::Iterator(Box::new(iteration)))
    }

    /// The iterator of a container of a built-in class (`class` is the one that decides, for instances of subclasses);
    /// [`Value::NOTHING`] if it is none.
    pub fn iterator_over(&mut self, class: Type, value: Value) -> Value {
        let class = match class {
            Type::List => Type::ListIterator,
            Type::Tuple => Type::TupleIterator,
            Type::Str => Type::StrIterator,
            Type::Bytes => Type::BytesIterator,
            Type::ByteArray => Type::ByteArrayIterator,
            Type::Range => return self.range_iterator(value),
            Type::Dict | Type::DictKeys => return self.dict_iterator(Type::DictKeyIterator, value),
            Type::DictValues => return self.dict_iterator(Type::DictValueIterator, value),
            Type::DictItems => return self.dict_iterator(Type::DictItemIterator, value),
            Type::Set | Type::FrozenSet => {
                let size = self.set_table(value).map_or(0, |set| set.len()) as i64;
                return self.new_iterator(Type::SetIterator, value, 0, size, Value::small(size));
            }
            _ => return Value::NOTHING,
        };
        self.new_iterator(class, value, 0, 0, Value::NONE)
    }

    /// The iterator of a value of a built-in class; an iterator or generator gives itself. [`Value::NOTHING`] if code of
    /// the program may have to be asked, or there is none.
    pub fn iterator_of_builtin(&mut self, iterable: Value) -> Value {
        match self.heap.get(iterable) {
            Some(Data::Iterator(_) | Data::Generator(_)) => iterable,
            Some(Data::Composite(_)) if self.is_composite(iterable) => iterable,
            Some(_) => match self.exact_type(iterable) {
                Some(class) => self.iterator_over(class, iterable),
                None => Value::NOTHING,
            },
            None => Value::NOTHING,
        }
    }

    /// Small ranges count; others keep the range and an index of any size.
    fn range_iterator(&mut self, range: Value) -> Value {
        if let Some((start, step, len)) = self.small_range(range) {
            return self.new_iterator(Type::RangeIterator, range, start, len, Value::small(step));
        }
        self.new_iterator(Type::LongRangeIterator, range, 0, 0, Value::ZERO)
    }

    /// An iterator over a dictionary or what a view shows: `bound` is the size at the start, `extra` what is left.
    pub fn dict_iterator(&mut self, class: Type, value: Value) -> Value {
        let over = match self.heap.get(value) {
            Some(&Data::DictView(dict)) => dict,
            _ => value,
        };
        let (size, end) =
            self.table(over).map_or((0, 0), |dict| (dict.len() as i64, dict.entry_count() as i64));
        let is_reverse = matches!(
            class,
            Type::DictReverseKeyIterator | Type::DictReverseValueIterator | Type::DictReverseItemIterator
        );
        self.new_iterator(class, over, if is_reverse { end } else { 0 }, size, Value::small(size))
    }

    /// The iterator has come to its end.
    pub fn finish(&mut self, iterator: Value) -> Value {
        if let Some(iteration) = self.iteration_mut(iterator) {
            iteration.over = Value::NOTHING;
        }
        Value::NOTHING
    }

    /// The next item of a built-in iterator, or [`Value::NOTHING`] at its end.
    #[inline]
    pub fn next_item(&mut self, iterator: Value) -> Outcome {
        let Some(iteration) = self.iteration(iterator) else { return self.next_of_composite(iterator) };
        let (over, index) = (iteration.over, iteration.index);
        if over.is_nothing() {
            return Ok(Value::NOTHING);
        }
        let item = match self.heap.get(over) {
            Some(Data::List(_)) => {
                let is_reverse = self.is_exact(iterator, Type::ListReverseIterator);
                return Ok(self.next_of_list(iterator, over, index, if is_reverse { -1 } else { 1 }));
            }
            Some(Data::Range(_)) if self.is_exact(iterator, Type::LongRangeIterator) => {
                return Ok(self.next_of_long_range(iterator));
            }
            Some(Data::Range(_)) => return Ok(self.next_of_range(iterator)),
            Some(Data::Tuple(_) | Data::Pair(_)) => self.walked_item(over, index),
            Some(Data::Bytes(bytes)) => bytes.get(index as usize).map(|&byte| Value::small(byte as i64)),
            Some(Data::ByteArray(bytes)) => bytes.get(index as usize).map(|&byte| Value::small(byte as i64)),
            Some(Data::Str(_)) => return Ok(self.next_of_text(iterator)),
            Some(Data::Set(_)) => return self.next_of_set(iterator, over, index),
            _ => return self.next_of_dict(iterator, over),
        };
        match item {
            Some(item) => {
                if let Some(iteration) = self.iteration_mut(iterator) {
                    iteration.index = index + 1;
                }
                Ok(item)
            }
            None => Ok(self.finish(iterator)),
        }
    }

    /// The item of a list or tuple to which its iterator has come, by its index.
    #[inline(always)]
    pub fn walked_item(&self, sequence: Value, index: i64) -> Option<Value> {
        let items = match self.heap.get(sequence)? {
            Data::List(items) => &items[..],
            Data::Tuple(items) => &items[..],
            Data::Pair(items) => &items[..],
            _ => return None,
        };
        items.get(usize::try_from(index).ok()?).copied()
    }

    /// The item of a list at an index; the iterator goes on by a step.
    #[inline(always)]
    fn next_of_list(&mut self, iterator: Value, list: Value, index: i64, step: i64) -> Value {
        let Some(item) = self.walked_item(list, index) else { return self.finish(iterator) };
        if let Some(iteration) = self.iteration_mut(iterator) {
            iteration.index = index + step;
        }
        item
    }

    #[inline(never)]
    fn next_of_text(&mut self, iterator: Value) -> Value {
        let Some(&Iteration { over, index, .. }) = self.iteration(iterator) else { return Value::NOTHING };
        let Some(point) = self.text(over).and_then(|text| text.code_point(index as usize)) else {
            return self.finish(iterator);
        };
        if let Some(iteration) = self.iteration_mut(iterator) {
            iteration.index = index + 1;
        }
        self.heap.character(point)
    }

    #[inline(always)]
    fn next_of_range(&mut self, iterator: Value) -> Value {
        let Some(iteration) = self.iteration_mut(iterator) else { return Value::NOTHING };
        if iteration.bound <= 0 {
            return Value::NOTHING;
        }
        let number = iteration.index;
        iteration.bound -= 1;
        iteration.index = number.wrapping_add(iteration.extra.as_int().unwrap_or(1));
        self.heap.new_int(number)
    }

    /// The next item of the most common iterators, over a range of ints of 64 bits, a list or a string: nothing at their end, and for
    /// any other.
    #[inline(always)]
    pub fn next_item_quickly(&mut self, iterator: Value) -> Value {
        let shape = self.heap.shape_of(iterator).0;
        if shape == Type::RangeIterator as u32 {
            return self.next_of_range(iterator);
        }
        match self.iteration(iterator) {
            Some(&Iteration { over, index, .. }) if shape == Type::ListIterator as u32 => {
                self.next_of_list(iterator, over, index, 1)
            }
            Some(_) if shape == Type::StrIterator as u32 => self.next_of_text(iterator),
            _ => Value::NOTHING,
        }
    }

    fn next_of_long_range(&mut self, iterator: Value) -> Value {
        let Some(iteration) = self.iteration(iterator) else { return Value::NOTHING };
        let (range, at) = (iteration.over, iteration.extra);
        let (Some(range), Some(at)) = (self.progression(range), self.integer(at)) else {
            return Value::NOTHING;
        };
        let Ok(member) = range.get(&at) else { return Value::NOTHING };
        let next = self.heap.new_integer(at.add(&Int::ONE));
        if let Some(iteration) = self.iteration_mut(iterator) {
            iteration.extra = next;
        }
        self.heap.new_integer(member)
    }

    fn next_of_set(&mut self, iterator: Value, set: Value, index: i64) -> Outcome {
        let Some(table) = self.set_table(set) else { return Ok(Value::NOTHING) };
        let size = table.len() as i64;
        let found = usize::try_from(index).ok().and_then(|index| table.next_from(index));
        let item = found.and_then(|at| table.entry(at)).map(|(_, &key)| key);
        let Some(iteration) = self.iteration_mut(iterator) else { return Ok(Value::NOTHING) };
        if iteration.bound != size {
            iteration.bound = -1;
            return Err(self.exception(Type::RuntimeError, "Set changed size during iteration"));
        }
        let (Some(at), Some(item)) = (found, item) else { return Ok(self.finish(iterator)) };
        iteration.index = at as i64 + 1;
        iteration.extra = Value::small(iteration.extra.as_int().unwrap_or(0) - 1);
        Ok(item)
    }

    fn next_of_dict(&mut self, iterator: Value, dict: Value) -> Outcome {
        let Some(entry) = self.next_entry(iterator, dict)? else { return Ok(Value::NOTHING) };
        Ok(match self.exact_type(iterator) {
            Some(Type::DictKeyIterator | Type::DictReverseKeyIterator) => entry.key,
            Some(Type::DictValueIterator | Type::DictReverseValueIterator) => entry.value,
            _ => self.heap.new_tuple([entry.key, entry.value]),
        })
    }

    /// The entry to which an iterator over a dictionary comes next.
    pub(super) fn next_entry(&mut self, iterator: Value, dict: Value) -> Result<Option<Entry>, Thrown> {
        let Some(class) = self.exact_type(iterator) else { return Ok(None) };
        let is_reverse = matches!(
            class,
            Type::DictReverseKeyIterator | Type::DictReverseValueIterator | Type::DictReverseItemIterator
        );
        let (Some(table), Some(iteration)) = (self.table(dict), self.iteration(iterator)) else {
            return Ok(None);
        };
        if iteration.bound != table.len() as i64 {
            if let Some(iteration) = self.iteration_mut(iterator) {
                iteration.bound = -1;
            }
            return Err(self.exception(Type::RuntimeError, "dictionary changed size during iteration"));
        }
        let at = iteration.index.max(0) as usize;
        let left = iteration.extra.as_int().unwrap_or(0);
        let found = if is_reverse { table.previous_from(at) } else { table.next_from(at) };
        let Some((index, entry)) = found else {
            self.finish(iterator);
            return Ok(None);
        };
        if left == 0 && !is_reverse {
            self.finish(iterator);
            return Err(self.exception(Type::RuntimeError, "dictionary keys changed during iteration"));
        }
        if let Some(iteration) = self.iteration_mut(iterator) {
            iteration.index = if is_reverse { index as i64 } else { index as i64 + 1 };
            iteration.extra = Value::small(left - 1);
        }
        Ok(Some(entry))
    }

    /// How many items a built-in iterator still has, as far as it knows.
    pub fn items_left(&mut self, iterator: Value) -> Value {
        let Some(iteration) = self.iteration(iterator) else { return Value::ZERO };
        let Iteration { over, index, bound, extra } = *iteration;
        if over.is_nothing() {
            return Value::ZERO;
        }
        let left = match self.heap.get(over) {
            Some(Data::List(_)) if self.is_exact(iterator, Type::ListReverseIterator) => {
                // A list that has become shorter than where the iterator stands ends it.
                if index >= self.list_items(over).len() as i64 { 0 } else { index + 1 }
            }
            Some(Data::List(items)) => items.len() as i64 - index,
            Some(Data::Tuple(items)) => items.len() as i64 - index,
            Some(Data::Pair(items)) => items.len() as i64 - index,
            Some(Data::Bytes(bytes)) => bytes.len() as i64 - index,
            Some(Data::ByteArray(bytes)) => bytes.len() as i64 - index,
            Some(Data::Str(text)) => text.len() as i64 - index,
            Some(Data::Range(_)) if self.is_exact(iterator, Type::LongRangeIterator) => {
                let (Some(range), Some(at)) = (self.progression(over), self.integer(extra)) else {
                    return Value::ZERO;
                };
                return self.heap.new_integer(range.len().sub(&at));
            }
            Some(Data::Range(_)) => bound,
            Some(Data::Set(set)) => {
                if set.len() as i64 == bound {
                    extra.as_int().unwrap_or(0)
                } else {
                    0
                }
            }
            _ => match self.table(over) {
                Some(table) if table.len() as i64 == bound => extra.as_int().unwrap_or(0),
                _ => 0,
            },
        };
        Value::small(left.max(0))
    }
}
