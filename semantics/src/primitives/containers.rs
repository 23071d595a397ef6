//! Containers: subscripts, membership, the tables of dictionaries and sets (Language Reference 3.3.7).

use crate::objects::dicts::Found;
use crate::primitives;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value, names};

impl Machine {
    /// The item of a list, tuple, string, bytes or range at an index or slice of ints; [`Value::NOTHING`] for any
    /// other key.
    #[inline]
    pub fn sequence_item(&mut self, container: Value, key: Value) -> Outcome {
        if let Some(item) = self.quick_item(container, key) {
            return Ok(item);
        }
        if let Some(Data::Slice(_)) = self.heap.get(key) {
            return self.sequence_slice(container, key);
        }
        if let Some(Data::Range(_)) = self.heap.get(container) {
            return if self.is_integer(key) { self.range_item(container, key) } else { Ok(Value::NOTHING) };
        }
        let Some(index) = self.clamped(key) else { return Ok(Value::NOTHING) };
        let (found, what) = match self.heap.get(container) {
            Some(Data::List(items)) => (Machine::position(index, items.len()).map(|at| items[at]), "list"),
            Some(Data::Tuple(items)) => (Machine::position(index, items.len()).map(|at| items[at]), "tuple"),
            Some(Data::Pair(items)) => (Machine::position(index, items.len()).map(|at| items[at]), "tuple"),
            Some(Data::Str(text)) => {
                let position = Machine::position(index, text.len());
                let point = position.and_then(|at| text.code_point(at));
                (point.map(|point| self.heap.character(point)), "string")
            }
            Some(Data::Bytes(bytes)) => (byte_at(bytes, index), "bytes"),
            Some(Data::ByteArray(bytes)) => (byte_at(bytes, index), "bytearray"),
            _ => return Ok(Value::NOTHING),
        };
        match found {
            Some(item) => Ok(item),
            None if !key.is_int() && !key.is_bool() && self.small_integer(key).is_none() => {
                Err(self.index_too_large(key))
            }
            None if what == "bytes" => Err(self.index_error("index out of range")),
            None => Err(self.index_error(&format!("{what} index out of range"))),
        }
    }

    /// The item of a list, tuple or ASCII string at a small index that is inside.
    #[inline]
    fn quick_item(&self, container: Value, key: Value) -> Option<Value> {
        let index = key.as_int()?;
        match self.heap.get(container)? {
            Data::List(items) => Some(items[Machine::position(index, items.len())?]),
            Data::Tuple(items) => Some(items[Machine::position(index, items.len())?]),
            Data::Pair(items) => Some(items[Machine::position(index, items.len())?]),
            Data::Str(text) => {
                let text = text.as_str()?.as_bytes();
                Some(self.heap.ascii_character(text[Machine::position(index, text.len())?]))
            }
            _ => None,
        }
    }

    /// An index that doesn't fit 64 bits.
    #[cold]
    pub fn index_too_large(&mut self, key: Value) -> Thrown {
        let name = self.type_name(key);
        self.index_error(&format!("cannot fit '{name}' into an index-sized integer"))
    }

    /// What a slice of ints and `None`s selects.
    fn sequence_slice(&mut self, container: Value, key: Value) -> Outcome {
        if let Some(Data::Range(_)) = self.heap.get(container) {
            return self.range_slice(container, key);
        }
        match self.slice_parts(key) {
            Some(parts) => self.slice_of(container, parts),
            None => Ok(Value::NOTHING),
        }
    }

    /// The same by start, stop and step, for what copies its items.
    pub fn slice_of(&mut self, container: Value, parts: [Value; 3]) -> Outcome {
        let len = match self.heap.get(container) {
            Some(Data::List(items)) => items.len(),
            Some(Data::Tuple(items)) => items.len(),
            Some(Data::Pair(items)) => items.len(),
            Some(Data::Str(text)) => text.len(),
            Some(Data::Bytes(bytes)) => bytes.len(),
            Some(Data::ByteArray(bytes)) => bytes.len(),
            _ => return Ok(Value::NOTHING),
        };
        let Some(indices) = self.indices_of(parts, len) else { return Ok(Value::NOTHING) };
        let indices = indices?;
        let is_all = indices.step == 1 && indices.len() == len;
        self.allow(indices.len() * 8)?;
        Ok(match self.heap.get(container) {
            Some(Data::List(items)) => {
                let items = Machine::picked(items, indices);
                self.heap.new_list(items)
            }
            Some(Data::Tuple(_) | Data::Pair(_)) if is_all && self.is_exact(container, Type::Tuple) => {
                container
            }
            Some(Data::Tuple(items)) => {
                let items = Machine::picked(items, indices);
                self.heap.new_tuple(items)
            }
            Some(Data::Pair(items)) => {
                let items = Machine::picked(items, indices);
                self.heap.new_tuple(items)
            }
            Some(Data::Str(_)) if is_all && self.is_exact(container, Type::Str) => container,
            Some(Data::Str(text)) => {
                let text = text.slice(indices.start, indices.step, indices.len());
                self.heap.new_text(text)
            }
            Some(Data::Bytes(_)) if is_all && self.is_exact(container, Type::Bytes) => container,
            Some(Data::Bytes(bytes)) => {
                let part = Machine::picked(bytes, indices);
                self.heap.new_bytes(part)
            }
            Some(Data::ByteArray(bytes)) => {
                let part = Machine::picked(bytes, indices);
                self.heap.new_object(Type::ByteArray, Data::ByteArray(Box::new(part)))
            }
            _ => Value::NOTHING,
        })
    }

    /// The value of a key, if no code of the program has to be asked. `None`: it is absent.
    fn lookup_key(&mut self, dict: Value, key: Value) -> Option<Option<Value>> {
        match self.find_key(dict, key) {
            Found::At(index) => Some(self.table(dict).map(|table| table.value_at(index))),
            Found::Absent => Some(None),
            Found::Ask => None,
        }
    }

    /// Sets an item of a list at an index or slice of ints; whether that was possible in one step.
    pub fn set_list_item(&mut self, list: Value, key: Value, value: Value) -> Result<bool, Thrown> {
        if let Some(parts) = self.slice_parts(key) {
            return self.set_list_slice(list, parts, value);
        }
        let Some(index) = self.clamped(key) else { return Ok(false) };
        let len = self.list_items(list).len();
        let Some(position) = Machine::position(index, len) else {
            if self.small_integer(key).is_none() {
                return Err(self.index_too_large(key));
            }
            return Err(self.index_error("list assignment index out of range"));
        };
        if let Some(items) = self.list_mut(list) {
            items[position] = value;
        }
        Ok(true)
    }

    /// Replaces the items of a list at a slice of ints; whether that was possible in one step.
    pub fn set_list_slice(&mut self, list: Value, parts: [Value; 3], value: Value) -> Result<bool, Thrown> {
        let is_other_list = value != list && self.is_exact(value, Type::List);
        if !is_other_list {
            let Some(new) = self.all_items(value)? else { return Ok(false) };
            return self.replace_slice(list, parts, &new);
        }
        // The items are lent meanwhile.
        let new = self.list_mut(value).map(std::mem::take).unwrap_or_default();
        let result = self.replace_slice(list, parts, &new);
        if let Some(items) = self.list_mut(value) {
            *items = new;
        }
        result
    }

    fn replace_slice(&mut self, list: Value, parts: [Value; 3], new: &[Value]) -> Result<bool, Thrown> {
        let len = self.list_items(list).len();
        let Some(indices) = self.indices_of(parts, len) else { return Ok(false) };
        let indices = indices?;
        let (replaced, added) = (indices.len(), new.len());
        if indices.step == 1 && replaced != added {
            self.allow(added * 8)?;
            let start = indices.start as usize;
            if let Some(items) = self.list_mut(list) {
                items.splice(start..start + replaced, new.iter().copied());
            }
            self.heap.grew(added * 8);
            return Ok(true);
        }
        if replaced != added {
            let message =
                format!("attempt to assign sequence of size {added} to extended slice of size {replaced}");
            return Err(self.value_error(&message));
        }
        if let Some(items) = self.list_mut(list) {
            for (position, &value) in indices.positions().zip(new) {
                items[position] = value;
            }
        }
        Ok(true)
    }

    /// Takes an item out of a list at an index or slice of ints; whether that was possible in one step.
    pub fn delete_list_item(&mut self, list: Value, key: Value) -> Result<bool, Thrown> {
        let len = self.list_items(list).len();
        if let Some(Data::Slice(_)) = self.heap.get(key) {
            let Some(indices) = self.slice_indices(key, len) else { return Ok(false) };
            let indices = indices?;
            if let Some(items) = self.list_mut(list) {
                remove_positions(items, indices);
            }
            return Ok(true);
        }
        let Some(index) = self.clamped(key) else { return Ok(false) };
        let Some(position) = Machine::position(index, len) else {
            if self.small_integer(key).is_none() {
                return Err(self.index_too_large(key));
            }
            return Err(self.index_error("list assignment index out of range"));
        };
        if let Some(items) = self.list_mut(list) {
            items.remove(position);
        }
        Ok(true)
    }

    /// Whether a container of a built-in class (no matter which subclass) has an item, if no code of the program has
    /// to be asked.
    pub fn has_item(&mut self, container: Value, item: Value) -> Result<Option<bool>, Thrown> {
        let answer = match self.heap.get(container) {
            Some(Data::List(items)) => self.has_equal(items, item),
            Some(Data::Tuple(items)) => self.has_equal(items, item),
            Some(Data::Pair(items)) => self.has_equal(items, item),
            Some(Data::Dict(_)) => return Ok(self.lookup_key(container, item).map(|found| found.is_some())),
            Some(Data::Set(_)) => return Ok(self.has_member(container, item)),
            Some(Data::Str(text)) => match self.heap.get(item) {
                Some(Data::Str(part)) => Some(text.contains(part)),
                _ => return Err(self.no_string_operand(item)),
            },
            Some(Data::Bytes(_) | Data::ByteArray(_)) => return self.bytes_have(container, item),
            Some(Data::Range(_)) => {
                let is_int = self.is_integer(item) && self.exact_type(item).is_some();
                is_int.then(|| self.range_has(container, item))
            }
            Some(Data::DictView(_)) => return Ok(self.view_has(container, item)),
            _ => None,
        };
        Ok(answer)
    }

    fn has_equal(&self, items: &[Value], item: Value) -> Option<bool> {
        for &candidate in items {
            if self.key_equal(candidate, item)? {
                return Some(true);
            }
        }
        Some(false)
    }

    fn has_member(&mut self, set: Value, item: Value) -> Option<bool> {
        let hash = self.key_hash(item)?;
        match self.find_in_set(self.set_table(set)?, item, hash) {
            Found::At(_) => Some(true),
            Found::Absent => Some(false),
            Found::Ask => None,
        }
    }

    fn bytes_have(&mut self, container: Value, item: Value) -> Result<Option<bool>, Thrown> {
        if self.is_integer(item) {
            let byte = self.small_integer(item).and_then(|int| u8::try_from(int).ok());
            let Some(byte) = byte else { return Err(self.value_error("byte must be in range(0, 256)")) };
            return Ok(self.bytes_of(container).map(|bytes| bytes.contains(&byte)));
        }
        let (Some(bytes), Some(part)) = (self.bytes_of(container), self.bytes_of(item)) else {
            return Ok(None);
        };
        Ok(Some(crate::data::sequence::find(bytes, part).is_some()))
    }

    fn view_has(&mut self, view: Value, item: Value) -> Option<bool> {
        match self.exact_type(view)? {
            Type::DictKeys => self.lookup_key(view, item).map(|found| found.is_some()),
            Type::DictItems => {
                let &[key, value] = self.tuple_items(item) else {
                    return Some(false);
                };
                match self.lookup_key(view, key)? {
                    Some(found) => self.key_equal(found, value),
                    None => Some(false),
                }
            }
            _ => {
                for entry in self.table(view)?.iter() {
                    if self.key_equal(entry.value, item)? {
                        return Some(true);
                    }
                }
                Some(false)
            }
        }
    }

    #[cold]
    fn no_string_operand(&mut self, item: Value) -> Thrown {
        let name = self.type_name(item);
        self.type_error(&format!("'in <string>' requires string as left operand, not {name}"))
    }

    /// A `TypeError` whose message names the class of a value.
    #[cold]
    pub fn type_error_about(&mut self, before: &str, value: Value, after: &str) -> Thrown {
        let name = self.type_name(value);
        self.type_error(&format!("{before}'{name}'{after}"))
    }

    /// Whether an object has an attribute, as far as can be seen without asking it.
    fn seems_to_have(&mut self, object: Value, name: Value) -> bool {
        self.special(object, name).is_present()
            || self.own_attribute(object, name).is_present()
            || self.special(object, names::__getattr__).is_present()
    }
}

fn byte_at(bytes: &[u8], index: i64) -> Option<Value> {
    Machine::position(index, bytes.len()).map(|at| Value::small(bytes[at] as i64))
}

/// Takes the items at some positions out.
pub fn remove_positions<T>(items: &mut Vec<T>, indices: crate::data::slice::Indices) {
    if indices.step == 1 {
        let start = indices.start as usize;
        items.drain(start..start + indices.len());
        return;
    }
    let mut doomed: Vec<usize> = indices.positions().collect();
    doomed.sort_unstable();
    let (mut at, mut next) = (0, 0);
    items.retain(|_| {
        let goes = doomed.get(next) == Some(&at);
        next += goes as usize;
        at += 1;
        !goes
    });
}

primitives! { CONTAINERS;
    /// The item of a built-in container, if no code of the program has to be asked for it; otherwise nothing.
    fn getitem_builtin(m, container, key) {
        match m.exact_type(container) {
            Some(Type::List | Type::Tuple | Type::Str | Type::Bytes | Type::ByteArray | Type::Range) => {
                m.sequence_item(container, key)
            }
            Some(Type::Dict) => match m.lookup_key(container, key) {
                Some(Some(value)) => Ok(value),
                Some(None) => Err(m.key_error(key)),
                None => Ok(Value::NOTHING),
            },
            _ => Ok(Value::NOTHING),
        }
    }
    /// Sets the item of a list or dictionary if no code of the program has to be asked; whether that was so.
    fn setitem_builtin(m, container, key, value) {
        match m.exact_type(container) {
            Some(Type::List) => Ok(Value::bool(m.set_list_item(container, key, value)?)),
            Some(Type::Dict) => Ok(Value::bool(m.try_dict_set(container, key, value))),
            _ => Ok(Value::FALSE),
        }
    }
    /// Deletes the item of a list or dictionary if no code of the program has to be asked; otherwise gives nothing.
    fn delitem_builtin(m, container, key) {
        match m.exact_type(container) {
            Some(Type::List) => {
                let is_done = m.delete_list_item(container, key)?;
                Ok(if is_done { Value::NONE } else { Value::NOTHING })
            }
            Some(Type::Dict) => crate::builtins::containers::dict::delitem(m, &[container, key]),
            _ => Ok(Value::NOTHING),
        }
    }
    /// Whether a built-in container has an item, if no code of the program has to be asked; otherwise nothing.
    fn contains_builtin(m, container, item) {
        if m.exact_type(container).is_none() {
            return Ok(Value::NOTHING);
        }
        Ok(m.has_item(container, item)?.map_or(Value::NOTHING, Value::bool))
    }

    /// Sets an entry of a dictionary if no code of the program has to be asked; whether that was so.
    fn dict_set_builtin(m, dict, key, value) { Ok(Value::bool(m.try_dict_set(dict, key, value))) }
    /// Adds the entries of another dictionary if no code of the program has to be asked; whether that was so.
    fn dict_update_builtin(m, dict, mapping) {
        Ok(Value::bool(m.iterates_as_dict(mapping) && m.try_dict_update(dict, mapping)))
    }
    /// Whether this is a dictionary, and not of a subclass that iterates in its own way.
    fn is_dict_object(m, value) { Ok(Value::bool(m.iterates_as_dict(value))) }
    /// The keys, hashes and values of a dictionary in turn.
    fn dict_entries(m, dict) {
        let entries: Vec<_> = m.table(dict).map(|table| table.iter().copied().collect()).unwrap_or_default();
        let mut words = Vec::with_capacity(entries.len() * 3);
        for entry in entries {
            words.extend([entry.key, m.heap.new_int(entry.hash), entry.value]);
        }
        Ok(m.heap.new_list(words))
    }
    /// Adds an entry whose key is not in the dictionary.
    fn dict_insert(m, dict, key, hash, value) {
        let hash = m.small_integer(hash).unwrap_or(0);
        m.dict_insert_new(dict, key, hash, value);
        Ok(Value::NONE)
    }
    /// Overwrites the value of an entry.
    fn dict_set_at(m, dict, index, value) {
        let index = index.as_int().unwrap_or(0) as usize;
        if let Some(table) = m.dict_mut(dict) {
            table.set_value_at(index, value);
        }
        Ok(Value::NONE)
    }
    /// The value of an entry.
    fn dict_value_at(m, dict, index) {
        let index = index.as_int().unwrap_or(0) as usize;
        Ok(m.table(dict).map_or(Value::NOTHING, |table| table.value_at(index)))
    }
    /// The index of the key in a dictionary or set, nothing if it is not there, or a tuple of the indices of keys that
    /// must be asked whether they are equal to it.
    fn probe(m, table, key, hash) {
        let hash = m.small_integer(hash).unwrap_or(0);
        let found = match m.heap.get(table) {
            Some(Data::Set(set)) => m.find_in_set(set, key, hash),
            _ => m.table(table).map_or(Found::Absent, |dict| m.find_in_dict(dict, key, hash)),
        };
        Ok(match found {
            Found::At(index) => Value::small(index as i64),
            Found::Absent => Value::NOTHING,
            Found::Ask => {
                let candidates = m.candidates(table, key, hash);
                let candidates: Vec<Value> = candidates.into_iter().map(|index| Value::small(index as i64)).collect();
                m.heap.new_tuple(candidates)
            }
        })
    }
    /// The key at an index of a dictionary or set, or nothing.
    fn key_at(m, table, index) { Ok(m.key_at_index(table, index.as_int().unwrap_or(0) as usize)) }
    /// Takes the entry at an index out; gives its value, of a set the key.
    fn remove_at(m, table, index) { Ok(m.remove_entry(table, index.as_int().unwrap_or(0) as usize)) }

    /// A new dictionary without entries.
    fn new_dict(m) { Ok(m.heap.new_dict()) }
    /// A new set without items.
    fn new_set(m) { Ok(m.new_set(Default::default())) }
    /// Adds an item to a set if no code of the program has to be asked; whether that was so.
    fn set_add_builtin(m, set, item) { Ok(Value::bool(m.try_set_add(set, item))) }
    /// Adds the items of a built-in container if no code of the program has to be asked; whether that was so.
    fn set_update_builtin(m, set, values) {
        Ok(Value::bool(m.try_set_update(set, values)?))
    }
    /// Adds an item that is not in the set.
    fn set_insert(m, set, item, hash) {
        let hash = m.small_integer(hash).unwrap_or(0);
        m.set_insert_new(set, item, hash);
        Ok(Value::NONE)
    }
    /// A set that is looked for in a set is looked for as the frozenset equal to it; anything else is itself.
    fn hashable_item(m, item) {
        let Some(table) = m.set_table(item).cloned() else { return Ok(item) };
        if !m.is_instance(item, Type::Set) || !m.special(item, names::__hash__).is_none() && m.exact_type(item).is_none() {
            return Ok(item);
        }
        Ok(m.new_frozenset(table))
    }

    /// The mapping that a read-only view shows; of a class, a dictionary of its attributes. Anything else is itself.
    fn proxied(m, proxy) {
        let Some(&Data::MappingProxy(inner)) = m.heap.get(proxy) else { return Ok(proxy) };
        Ok(if m.class(inner).is_some() { m.copied_dict(inner) } else { inner })
    }
    /// Whether an object has a method `keys`, which makes it a mapping.
    fn has_keys(m, value) { Ok(Value::bool(m.seems_to_have(value, names::keys))) }
    /// Whether an object can be subscribed.
    fn is_mapping(m, value) { Ok(Value::bool(m.special(value, names::__getitem__).is_present())) }
    /// Whether an object has `__iter__`, or `__getitem__` to be iterated by.
    fn is_iterable(m, value) {
        let has_iter = m.special(value, names::__iter__).is_present();
        Ok(Value::bool(has_iter || m.special(value, names::__getitem__).is_present()))
    }
    /// A generic alias such as `type[int]`.
    fn generic_alias(m, origin, arguments) { Ok(m.new_generic_alias(origin, arguments)) }

    /// The key is not there.
    fn key_error(m, key) { Ok(m.key_error(key).0) }
    /// The object has no items.
    fn not_subscriptable(m, value) {
        if let Some(class) = m.class(value) {
            let name = m.text_of(class.name);
            return Ok(m.type_error(&format!("type '{name}' is not subscriptable")).0);
        }
        Ok(m.type_error_about("", value, " object is not subscriptable").0)
    }
    /// Items of the object can't be set.
    fn no_item_assignment(m, value) { Ok(m.type_error_about("", value, " object does not support item assignment").0) }
    /// Items of the object can't be deleted.
    fn no_item_deletion(m, value) {
        let is_sequence = m.exact_type(value).is_none()
            || m.special(value, names::__len__).is_present()
            || m.special(value, names::__contains__).is_present();
        let after = if is_sequence { " object doesn't support item deletion" } else { " object does not support item deletion" };
        Ok(m.type_error_about("", value, after).0)
    }
    /// The class has set `__contains__` to `None`.
    fn not_a_container(m, value) { Ok(m.type_error_about("", value, " object is not a container").0) }
    /// What stands right of `in` has no items.
    fn argument_not_iterable(m, value) { Ok(m.type_error_about("argument of type ", value, " is not iterable").0) }
    /// What `**` is applied to is no mapping.
    fn no_mapping(m, value) { Ok(m.type_error_about("", value, " object is not a mapping").0) }
}
