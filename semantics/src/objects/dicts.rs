//! The tables of dictionaries and sets: searching them, as far as no code of the program has to compare keys.

use crate::data::set_table::SetTable;
use crate::state::{Data, Dict, Machine, Type, Value, names};

/// What a search for a key comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    At(usize),
    Absent,
    /// Keys with the same hash must be asked whether they are equal.
    Ask,
}

impl Machine {
    /// Searches a dictionary for a key with this hash.
    #[inline]
    pub fn find_in_dict(&self, dict: &Dict, key: Value, hash: i64) -> Found {
        self.find_in_dict_within(dict, key, hash, 0)
    }

    /// The same for keys that are nested so deeply.
    #[inline]
    pub fn find_in_dict_within(&self, dict: &Dict, key: Value, hash: i64, depth: u32) -> Found {
        let mut is_certain = true;
        let found = dict.find(hash, |candidate| {
            let equal = self.key_equal_within(candidate, key, depth);
            is_certain &= equal.is_some();
            equal == Some(true)
        });
        match found {
            Some(index) if is_certain => Found::At(index),
            None if is_certain => Found::Absent,
            _ => self.find_in_order(dict, key, hash, depth),
        }
    }

    /// Searches a dictionary, or what shows one, for a key. `Ask`: code of the program has a say.
    #[inline]
    pub fn find_key(&mut self, dict: Value, key: Value) -> Found {
        match (self.key_hash(key), self.table(dict)) {
            (Some(hash), Some(table)) => self.find_in_dict(table, key, hash),
            _ => Found::Ask,
        }
    }

    /// The same where some keys must be asked.
    #[cold]
    fn find_in_order(&self, dict: &Dict, key: Value, hash: i64, depth: u32) -> Found {
        let (mut found, mut first_unknown) = (None, usize::MAX);
        for index in dict.candidates(hash) {
            let candidate = dict.entry(index).map_or(Value::NOTHING, |entry| entry.key);
            match self.key_equal_within(candidate, key, depth) {
                Some(true) => found = Some(index),
                Some(false) => {}
                None => first_unknown = first_unknown.min(index),
            }
        }
        match found {
            // Keys are compared in the order in which they were added.
            Some(index) if index < first_unknown => Found::At(index),
            None if first_unknown == usize::MAX => Found::Absent,
            _ => Found::Ask,
        }
    }

    /// Searches a set for a key with this hash.
    pub fn find_in_set(&self, set: &SetTable<Value>, key: Value, hash: i64) -> Found {
        self.find_in_set_within(set, key, hash, 0)
    }

    /// The same for keys that are nested so deeply.
    fn find_in_set_within(&self, set: &SetTable<Value>, key: Value, hash: i64, depth: u32) -> Found {
        let mut probe = set.candidates(hash);
        while let Some(index) = probe.next(set) {
            let Some((_, &candidate)) = set.entry(index) else { continue };
            match self.key_equal_within(candidate, key, depth) {
                Some(true) => return Found::At(index),
                Some(false) => {}
                None => return Found::Ask,
            }
        }
        Found::Absent
    }

    /// The indices of the keys in a dictionary or set that may be equal to a key, in the order in which they are asked.
    pub fn candidates(&self, table: Value, key: Value, hash: i64) -> Vec<usize> {
        let mut indices = Vec::new();
        if let Some(dict) = self.table(table) {
            indices.extend(dict.candidates(hash));
            indices.sort_unstable();
        } else if let Some(set) = self.set_table(table) {
            let mut probe = set.candidates(hash);
            while let Some(index) = probe.next(set) {
                indices.push(index);
            }
        }
        indices.retain(|&index| self.key_equal(self.key_at_index(table, index), key) != Some(false));
        indices
    }

    /// The key at an index of a dictionary or set; [`Value::NOTHING`] where there is none.
    pub fn key_at_index(&self, table: Value, index: usize) -> Value {
        match self.heap.get(table) {
            Some(Data::Set(set)) => set.entry(index).map_or(Value::NOTHING, |(_, &key)| key),
            _ => {
                self.table(table).and_then(|dict| dict.entry(index)).map_or(Value::NOTHING, |entry| entry.key)
            }
        }
    }

    /// The table behind a dictionary, a view, a class, or a proxy of one of these.
    pub fn table(&self, value: Value) -> Option<&Dict> {
        match self.heap.get(value)? {
            Data::Dict(dict) => Some(dict),
            Data::Class(class) => Some(&class.attributes),
            Data::DictView(inner) | Data::MappingProxy(inner) => match self.heap.get(*inner)? {
                Data::Dict(dict) => Some(dict),
                Data::Class(class) => Some(&class.attributes),
                _ => None,
            },
            _ => None,
        }
    }

    /// What a view or proxy shows; anything else is itself.
    pub fn dict_behind(&self, value: Value) -> Value {
        match self.heap.get(value) {
            Some(&(Data::DictView(inner) | Data::MappingProxy(inner))) => inner,
            _ => value,
        }
    }

    /// Whether this is a dictionary whose class leaves `__iter__` to `dict`. Its entries are taken as they lie there; of
    /// another one its methods are asked.
    pub fn iterates_as_dict(&mut self, value: Value) -> bool {
        self.is_exact(value, Type::Dict)
            || self.dict(value).is_some()
                && self.special(value, names::__iter__) == self.lookup(Type::Dict.handle(), names::__iter__)
    }

    /// A new dictionary of the entries of a dictionary, view, class or proxy.
    pub fn copied_dict(&mut self, value: Value) -> Value {
        let table = self.table(value).cloned().unwrap_or_default();
        self.heap.new_object(Type::Dict, Data::Dict(Box::new(table)))
    }

    /// The table of a set or frozenset.
    #[inline]
    pub fn set_table(&self, value: Value) -> Option<&SetTable<Value>> {
        match self.heap.get(value) {
            Some(Data::Set(set)) => Some(set),
            _ => None,
        }
    }

    /// The table of a set, to be changed.
    #[inline]
    pub fn set_table_mut(&mut self, value: Value) -> Option<&mut SetTable<Value>> {
        match self.heap.get_mut(value) {
            Some(Data::Set(set)) => Some(set),
            _ => None,
        }
    }

    pub fn new_set(&mut self, table: SetTable<Value>) -> Value {
        self.heap.new_object(Type::Set, Data::Set(Box::new(table)))
    }

    pub fn new_frozenset(&mut self, table: SetTable<Value>) -> Value {
        self.heap.new_object(Type::FrozenSet, Data::Set(Box::new(table)))
    }

    /// Whether all keys of one set, nested so deeply, are in another, as far as that can be said.
    pub(super) fn is_subset_of(
        &self,
        left: &SetTable<Value>,
        right: &SetTable<Value>,
        depth: u32,
    ) -> Option<bool> {
        for (hash, &key) in left.iter() {
            match self.find_in_set_within(right, key, hash, depth + 1) {
                Found::At(_) => {}
                Found::Absent => return Some(false),
                Found::Ask => return None,
            }
        }
        Some(true)
    }

    /// Adds a key that is not in the dictionary.
    pub fn dict_insert_new(&mut self, dict: Value, key: Value, hash: i64, value: Value) {
        let mut grown = 0;
        if let Some(Data::Dict(table)) = self.heap.get_mut(dict) {
            let before = table.bytes();
            table.insert_new(hash, key, value);
            grown = table.bytes().saturating_sub(before);
        }
        self.heap.grew(grown);
    }

    /// Adds a key that is not in the set.
    pub fn set_insert_new(&mut self, set: Value, key: Value, hash: i64) {
        if let Some(table) = self.set_table_mut(set) {
            table.insert_new(hash, key);
        }
        self.heap.grew(32);
    }

    /// Sets the value of a key if no code of the program has to be asked; whether that was so.
    pub fn try_dict_set(&mut self, dict: Value, key: Value, value: Value) -> bool {
        let Some(hash) = self.key_hash(key) else { return false };
        self.try_dict_set_hashed(dict, key, hash, value)
    }

    pub fn try_dict_set_hashed(&mut self, dict: Value, key: Value, hash: i64, value: Value) -> bool {
        let Some(table) = self.dict(dict) else { return false };
        match self.find_in_dict(table, key, hash) {
            Found::At(index) => {
                if let Some(table) = self.dict_mut(dict) {
                    table.set_value_at(index, value);
                }
            }
            Found::Absent => self.dict_insert_new(dict, key, hash, value),
            Found::Ask => return false,
        }
        true
    }

    /// Adds a key to a set if no code of the program has to be asked; whether that was so.
    pub fn try_set_add(&mut self, set: Value, key: Value) -> bool {
        let Some(hash) = self.key_hash(key) else { return false };
        self.try_set_add_hashed(set, key, hash)
    }

    pub fn try_set_add_hashed(&mut self, set: Value, key: Value, hash: i64) -> bool {
        let Some(table) = self.set_table(set) else { return false };
        match self.find_in_set(table, key, hash) {
            Found::At(_) => {}
            Found::Absent => self.set_insert_new(set, key, hash),
            Found::Ask => return false,
        }
        true
    }

    /// Adds the entries of one dictionary to another; `false` as soon as code of the program must be asked.
    pub fn try_dict_update(&mut self, dict: Value, other: Value) -> bool {
        if dict == other {
            return true;
        }
        let Some(source) = self.table(other) else { return false };
        let is_whole = self.dict(dict).is_some_and(|target| target.is_empty());
        let entries: Vec<_> = source.iter().copied().collect();
        for entry in entries {
            if is_whole {
                // The keys of one dictionary differ from each other.
                self.dict_insert_new(dict, entry.key, entry.hash, entry.value);
            } else if !self.try_dict_set_hashed(dict, entry.key, entry.hash, entry.value) {
                return false;
            }
        }
        true
    }

    /// Adds the keys of a set to another; `false` as soon as code of the program must be asked.
    pub fn try_set_union(&mut self, set: Value, other: Value) -> bool {
        if set == other {
            return true;
        }
        let Some(source) = self.set_table(other) else { return false };
        let keys: Vec<(i64, Value)> = source.iter().map(|(hash, &key)| (hash, key)).collect();
        let Some(target) = self.set_table(set) else { return false };
        if target.is_empty() {
            let mut table = self.take_set(set);
            let copy = self.set_table(other).cloned().unwrap_or_default();
            // The keys of one set differ from each other.
            table.update(&copy, |a, b| a == b);
            self.put_set(set, table);
            self.heap.grew(keys.len() * 32);
            return true;
        }
        if let Some(table) = self.set_table_mut(set) {
            table.reserve_for_update(keys.len());
        }
        keys.into_iter().all(|(hash, key)| self.try_set_add_hashed(set, key, hash))
    }

    /// Takes the table out of a set, for an operation on it.
    pub fn take_set(&mut self, set: Value) -> SetTable<Value> {
        self.set_table_mut(set).map(std::mem::take).unwrap_or_default()
    }

    pub fn put_set(&mut self, set: Value, table: SetTable<Value>) {
        if let Some(place) = self.set_table_mut(set) {
            *place = table;
        }
    }

    /// Takes the entry at an index out of a dictionary or set: the value, or the key of the set.
    pub fn remove_entry(&mut self, table: Value, index: usize) -> Value {
        match self.heap.get_mut(table) {
            Some(Data::Dict(dict)) => dict.remove_at(index).value,
            Some(Data::Set(set)) => set.remove(index).unwrap_or(Value::NONE),
            _ => Value::NONE,
        }
    }
}
