//! Items, iteration, unpacking.

use super::{Vm, is_exact};
use crate::run::operators::primitive;
use crate::seeded;
use semantics::objects::dicts::Found;
use semantics::primitives;
use semantics::state::{Data, RuleId, Thrown, Type, Value};

impl Vm<'_> {
    /// The item of a list at a small index.
    #[inline(always)]
    pub(super) fn list_item(&self, container: Value, key: Value) -> Option<Value> {
        let index = key.as_int()?;
        match self.machine.heap.get(container)? {
            Data::List(items) if is_exact(self.machine, container, Type::List) => {
                let index = if index < 0 { index + items.len() as i64 } else { index };
                items.get(index as usize).copied()
            }
            data if is_exact(self.machine, container, Type::Tuple) => {
                let items = data.tuple()?;
                let index = if index < 0 { index + items.len() as i64 } else { index };
                items.get(index as usize).copied()
            }
            _ => None,
        }
    }

    #[inline(always)]
    pub(super) fn set_list_item(&mut self, container: Value, key: Value, value: Value) -> bool {
        let Some(index) = key.as_int() else { return false };
        if !is_exact(self.machine, container, Type::List) {
            return false;
        }
        let Some(Data::List(items)) = self.machine.heap.get_mut(container) else { return false };
        let index = if index < 0 { index + items.len() as i64 } else { index };
        match items.get_mut(index as usize) {
            Some(item) => {
                *item = value;
                true
            }
            None => false,
        }
    }

    /// Searches a dictionary of exactly that class; of another container nothing is known.
    #[inline]
    pub(super) fn find_in_dict(&mut self, container: Value, key: Value) -> Found {
        if is_exact(self.machine, container, Type::Dict) {
            self.machine.find_key(container, key)
        } else {
            Found::Ask
        }
    }

    #[inline(never)]
    pub(super) fn get_item(&mut self, container: Value, key: Value) -> Result<Value, Thrown> {
        if let Some(item) = seeded::wrong_item(self.machine, container, key) {
            return Ok(item);
        }
        if let Found::At(index) = self.find_in_dict(container, key)
            && let Some(dict) = self.machine.dict(container)
        {
            return Ok(dict.value_at(index));
        }
        primitive(primitives::getitem_builtin(), self.machine, &[container, key])
    }

    #[inline(never)]
    pub(super) fn set_item(&mut self, container: Value, key: Value, value: Value) -> Result<bool, Thrown> {
        if let Found::At(index) = self.find_in_dict(container, key)
            && let Some(dict) = self.machine.dict_mut(container)
        {
            dict.set_value_at(index, value);
            return Ok(true);
        }
        Ok(primitive(primitives::setitem_builtin(), self.machine, &[container, key, value])?.is_true())
    }

    /// What a slice of a list, tuple, string or bytes selects; nothing for another container.
    #[inline(never)]
    pub(super) fn get_slice(&mut self, container: Value, parts: [Value; 3]) -> Result<Value, Thrown> {
        match self.machine.exact_type(container) {
            Some(Type::List | Type::Tuple | Type::Str | Type::Bytes | Type::ByteArray) => {
                self.machine.slice_of(container, seeded::spoiled_slice(parts).map(or_none))
            }
            _ => Ok(Value::NOTHING),
        }
    }

    /// Replaces the items of a list at a slice; whether it was one.
    #[inline(never)]
    pub(super) fn set_slice(
        &mut self,
        container: Value,
        parts: [Value; 3],
        value: Value,
    ) -> Result<bool, Thrown> {
        let is_list = is_exact(self.machine, container, Type::List);
        Ok(is_list && self.machine.set_list_slice(container, parts.map(or_none), value)?)
    }

    /// Puts the items of a tuple or list of that length into consecutive slots.
    pub(super) fn unpack(&mut self, value: Value, first: usize, count: usize) -> bool {
        let exact = is_exact(self.machine, value, Type::Tuple) || is_exact(self.machine, value, Type::List);
        if !exact {
            return false;
        }
        let semantics::state::Machine { heap, thread, .. } = &mut *self.machine;
        let items = match heap.get(value) {
            Some(Data::Tuple(items)) => &items[..],
            Some(Data::Pair(items)) => &items[..],
            Some(Data::List(items)) => &items[..],
            _ => return false,
        };
        let are_dropped = mutant!(TooManyValuesDropped) && items.len() > count;
        if items.len() != count && !are_dropped {
            return false;
        }
        thread.slots[first..first + count].copy_from_slice(&items[..count]);
        true
    }

    /// A tuple as it is, the items of a list in a tuple.
    pub(super) fn items_as_tuple(&mut self, value: Value) -> Option<Value> {
        if is_exact(self.machine, value, Type::Tuple) {
            return Some(value);
        }
        match self.machine.heap.get(value) {
            Some(Data::List(items)) if is_exact(self.machine, value, Type::List) => {
                let items: Box<[Value]> = Box::from(&items[..]);
                Some(self.machine.heap.new_tuple(items))
            }
            _ => None,
        }
    }

    #[inline(never)]
    pub(super) fn iterate(&mut self, iterable: Value) -> Result<Value, Thrown> {
        let iterable = seeded::iterated_instead(self.machine, iterable);
        primitive(primitives::iter_builtin(), self.machine, &[iterable])
    }

    /// The next item of a built-in iterator (nothing when it is exhausted); `None` for any other.
    #[inline(always)]
    pub(super) fn next(&mut self, iterator: Value) -> Result<Option<Value>, Thrown> {
        if self.machine.depth_of(iterator) == 0 {
            return Ok(None);
        }
        seeded::next_item(self.machine, iterator).map(Some)
    }

    /// Puts the items of the tuple that an iterator gives next into slots, without the tuple; whether there was one. `None`
    /// if the iterator has to be asked for the tuple.
    #[inline(never)]
    pub(super) fn next_parts(
        &mut self,
        iterator: Value,
        first: usize,
        count: usize,
    ) -> Result<Option<bool>, Thrown> {
        let mut items = [Value::NOTHING; 4];
        let Some(items) = items.get_mut(..count) else { return Ok(None) };
        let given = self.machine.next_parts(iterator, items)?;
        if given == Some(true) {
            self.machine.thread.slots[first..first + count].copy_from_slice(items);
        }
        Ok(given)
    }

    /// The next item of an iterator that only the rule knows about.
    pub(super) fn next_slowly(&mut self, iterator: Value, into: u16, rule: RuleId) -> Result<(), Thrown> {
        if self.machine.is_composite(iterator)
            && let Some(rule) = self.machine.rule_to_advance(iterator)
        {
            self.begin(rule, into, &[iterator]);
            return Ok(());
        }
        if self.enter_next(iterator, into)? {
            return Ok(());
        }
        self.begin(rule, into, &[iterator]);
        Ok(())
    }
}

/// A part of a slice that is absent.
fn or_none(part: Value) -> Value {
    part.present().unwrap_or(Value::NONE)
}
