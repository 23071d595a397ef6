//! The table of `dict`: keys in the order of their insertion (Library Reference 4.10).
//!
//! Keys are compared by the caller, because `__eq__` may be any code: the table only says which entries have the right hash.
//! After each call of user code the caller compares [`DictTable::structure_version`] and, if it changed, starts its search
//! again. Entries are addressed by an index that is good until that number changes; removing leaves the others in place, so
//! that only adding a key may move them.

use hashbrown::{HashTable, hash_table};

/// The end of a chain.
const NONE: u32 = u32::MAX;
/// The least size of a table, of which two thirds can be used.
const MIN_SIZE: usize = 8;

#[derive(Clone, Debug)]
struct Entry<K, V> {
    hash: i64,
    /// The next entry with the same hash, in insertion order.
    next: u32,
    /// `None` after removal.
    pair: Option<(K, V)>,
}

/// A hash table that remembers the order of insertion.
#[derive(Clone, Debug)]
pub struct DictTable<K, V> {
    entries: Vec<Entry<K, V>>,
    /// For each hash, the first entry that has it.
    index: HashTable<u32>,
    len: usize,
    /// How many keys can be added before the table is made anew, without the removed ones. It is counted as CPython does,
    /// because it shows in what a program sees that removes and adds keys while it iterates.
    usable: usize,
    structure_version: u32,
}

impl<K, V> Default for DictTable<K, V> {
    fn default() -> DictTable<K, V> {
        DictTable { entries: Vec::new(), index: HashTable::new(), len: 0, usable: 0, structure_version: 0 }
    }
}

/// Spreads the bits of a hash: those of small ints are the ints themselves.
fn spread(hash: i64) -> u64 {
    let product = (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    product ^ (product >> 32)
}

impl<K, V> DictTable<K, V> {
    /// An empty table with room for so many keys.
    pub fn with_capacity(capacity: usize) -> DictTable<K, V> {
        let size = (capacity * 3 / 2 + 1).next_power_of_two();
        DictTable {
            entries: Vec::with_capacity(capacity),
            index: HashTable::with_capacity(capacity),
            usable: if size > MIN_SIZE { size * 2 / 3 } else { 0 },
            ..DictTable::default()
        }
    }

    /// The number of keys.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// A number that changes whenever keys are added or removed or entries move, but not when a value is replaced: an index
    /// that was found stays right as long as this stays the same.
    pub fn structure_version(&self) -> u32 {
        self.structure_version
    }

    fn change_structure(&mut self) {
        self.structure_version = self.structure_version.wrapping_add(1);
    }

    /// The first entry with this hash.
    pub fn first_candidate(&self, hash: i64) -> Option<usize> {
        let first = self.index.find(spread(hash), |entry| self.entries[*entry as usize].hash == hash)?;
        Some(*first as usize)
    }

    /// The entry with the same hash that was added after the one at this index.
    pub fn next_candidate(&self, index: usize) -> Option<usize> {
        let next = self.entries.get(index)?.next;
        (next != NONE).then_some(next as usize)
    }

    /// The entries with this hash, in insertion order.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.first_candidate(hash), |index| self.next_candidate(*index))
    }

    /// The entry that `is_equal` accepts, asked in insertion order about the keys with this hash.
    pub fn find(&self, hash: i64, mut is_equal: impl FnMut(&K) -> bool) -> Option<usize> {
        self.candidates(hash).find(|index| self.key(*index).is_some_and(&mut is_equal))
    }

    /// The hash, key and value at an index, if there is an entry.
    pub fn entry(&self, index: usize) -> Option<(i64, &K, &V)> {
        let entry = self.entries.get(index)?;
        entry.pair.as_ref().map(|(key, value)| (entry.hash, key, value))
    }

    /// The key at an index.
    pub fn key(&self, index: usize) -> Option<&K> {
        self.entries.get(index)?.pair.as_ref().map(|(key, _)| key)
    }

    /// The value at an index.
    pub fn value(&self, index: usize) -> Option<&V> {
        self.entries.get(index)?.pair.as_ref().map(|(_, value)| value)
    }

    /// The value at an index, to be replaced.
    pub fn value_mut(&mut self, index: usize) -> Option<&mut V> {
        self.entries.get_mut(index)?.pair.as_mut().map(|(_, value)| value)
    }

    /// Adds a key that is not in the dict, at the end; gives its index.
    pub fn insert_new(&mut self, hash: i64, key: K, value: V) -> usize {
        self.grow_if_full();
        self.usable -= 1;
        let index = self.entries.len();
        // More entries than an index can number need some 100 GB.
        let number = u32::try_from(index).unwrap_or(NONE);
        if let Some(mut last) = self.first_or_insert(hash, number) {
            while let Some(next) = self.next_candidate(last) {
                last = next;
            }
            self.entries[last].next = number;
        }
        self.entries.push(Entry { hash, next: NONE, pair: Some((key, value)) });
        self.len += 1;
        self.change_structure();
        index
    }

    /// The first entry with this hash; if there is none, the new entry becomes it.
    fn first_or_insert(&mut self, hash: i64, number: u32) -> Option<usize> {
        let hash_of = |entry: &u32| self.entries[*entry as usize].hash;
        match self.index.entry(spread(hash), |entry| hash_of(entry) == hash, |entry| spread(hash_of(entry))) {
            hash_table::Entry::Occupied(first) => Some(*first.get() as usize),
            hash_table::Entry::Vacant(place) => {
                place.insert(number);
                None
            }
        }
    }

    /// Makes the table anew when it is full, for three times its keys.
    fn grow_if_full(&mut self) {
        if self.usable > 0 {
            return;
        }
        if self.entries.len() > self.len {
            self.compact();
        }
        let size = (self.len * 3).next_power_of_two().max(MIN_SIZE);
        self.usable = size * 2 / 3 - self.len;
    }

    fn compact(&mut self) {
        self.entries.retain(|entry| entry.pair.is_some());
        self.rebuild_index();
        self.change_structure();
    }

    fn rebuild_index(&mut self) {
        self.index.clear();
        // From the last to the first, so that each entry can be put before those with the same hash.
        for index in (0..self.entries.len()).rev() {
            let hash = self.entries[index].hash;
            let entries = &self.entries;
            let first = self.index.find_mut(spread(hash), |entry| entries[*entry as usize].hash == hash);
            let next = first.map(|first| std::mem::replace(first, index as u32));
            if next.is_none() {
                self.first_or_insert(hash, index as u32);
            }
            self.entries[index].next = next.unwrap_or(NONE);
        }
    }

    /// Removes the entry at an index. The others keep their indices.
    pub fn remove(&mut self, index: usize) -> Option<(K, V)> {
        let pair = self.entries.get_mut(index)?.pair.take()?;
        self.unlink(index);
        self.len -= 1;
        self.change_structure();
        Some(pair)
    }

    /// Takes an entry out of the chain of those with its hash.
    fn unlink(&mut self, index: usize) {
        let Entry { hash, next, .. } = self.entries[index];
        let before = self.candidates(hash).take_while(|other| *other != index).last();
        if let Some(before) = before {
            self.entries[before].next = next;
            return;
        }
        let entries = &self.entries;
        if let Ok(found) = self.index.find_entry(spread(hash), |entry| entries[*entry as usize].hash == hash)
        {
            if next == NONE {
                found.remove();
            } else {
                *found.into_mut() = next;
            }
        }
    }

    /// Removes all keys.
    pub fn clear(&mut self) {
        self.entries = Vec::new();
        self.index = HashTable::new();
        self.len = 0;
        self.usable = 0;
        self.change_structure();
    }

    /// The first entry at or after a position: iteration that is safe under mutation. The position after it comes next.
    pub fn next_from(&self, position: usize) -> Option<usize> {
        let rest = self.entries.get(position..)?;
        rest.iter().position(|entry| entry.pair.is_some()).map(|at| position + at)
    }

    /// The last entry before a position, for iteration in reverse; start from [`DictTable::end`].
    pub fn previous_from(&self, position: usize) -> Option<usize> {
        let start = &self.entries[..position.min(self.entries.len())];
        start.iter().rposition(|entry| entry.pair.is_some())
    }

    /// The position after the last entry.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// `dict.popitem()`: removes the key that was added last.
    pub fn pop_last(&mut self) -> Option<(K, V)> {
        let last = self.previous_from(self.end())?;
        let pair = self.remove(last);
        self.entries.truncate(last);
        pair
    }

    /// The keys and values in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.entries.iter().filter_map(|entry| entry.pair.as_ref()).map(|(key, value)| (key, value))
    }

    /// The hashes, keys and values in insertion order, to copy into another dict.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, &K, &V)> {
        (0..self.entries.len()).filter_map(|index| self.entry(index))
    }
}

impl<K: Clone, V: Clone> DictTable<K, V> {
    /// A copy without traces of removed keys.
    pub fn copy(&self) -> DictTable<K, V> {
        let mut result = self.clone();
        if result.entries.len() > result.len {
            result.compact();
        }
        result
    }
}
