//! The table of a `dict`: insertion-ordered, and searched step by step, since equality of keys may run Python code.

use super::value::Value;
use hashbrown::HashTable;

#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub hash: i64,
    /// [`Value::NOTHING`] where an entry was deleted.
    pub key: Value,
    pub value: Value,
}

/// Spreads the bits of a hash over the word: those of small ints are the ints themselves, and the table looks at the
/// highest ones as well.
#[inline(always)]
fn spread(hash: i64) -> u64 {
    let product = (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    product ^ (product >> 32)
}

/// So many entries are searched one after another, without a table.
const UNINDEXED: usize = 8;

/// Keys, each with its hash and value, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    /// How many entries are not deleted.
    len: usize,
    /// The indices of the entries, once there have been more than a few.
    table: HashTable<u32>,
    /// Changes whenever keys come, go or move, not when a value is overwritten: a cached index stays good as long as
    /// this does.
    pub version: u32,
}

impl Dict {
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    #[inline(always)]
    fn is_indexed(&self) -> bool {
        self.table.capacity() > 0
    }

    /// The number of entries with the deleted ones: the end of a walk by index.
    pub fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// The entry at an index, unless it was deleted.
    #[inline]
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index).filter(|entry| entry.key.is_present())
    }

    /// The index and entry of the first one at or after `index`.
    pub fn next_from(&self, index: usize) -> Option<(usize, Entry)> {
        let rest = self.entries.get(index..)?;
        let found = rest.iter().position(|entry| entry.key.is_present())?;
        Some((index + found, rest[found]))
    }

    /// The index and entry of the last one before `end`.
    pub fn previous_from(&self, end: usize) -> Option<(usize, Entry)> {
        let before = &self.entries[..end.min(self.entries.len())];
        let found = before.iter().rposition(|entry| entry.key.is_present())?;
        Some((found, before[found]))
    }

    /// All entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        self.entries.iter().filter(|entry| entry.key.is_present())
    }

    /// The indices of the entries with this hash: those whose keys may be equal.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        let entries = &self.entries;
        let unindexed = if self.is_indexed() { 0 } else { entries.len() };
        let indexed = self.table.iter_hash(spread(hash)).map(|&index| index as usize);
        (0..unindexed)
            .chain(indexed)
            .filter(move |&index| entries[index].hash == hash && entries[index].key.is_present())
    }

    /// The index of the entry whose key satisfies `is_equal`, among those with this hash.
    #[inline]
    pub fn find(&self, hash: i64, mut is_equal: impl FnMut(Value) -> bool) -> Option<usize> {
        let entries = &self.entries;
        if !self.is_indexed() {
            return entries
                .iter()
                .position(|entry| entry.hash == hash && entry.key.is_present() && is_equal(entry.key));
        }
        self.table
            .find(spread(hash), |&index| {
                let entry = &entries[index as usize];
                entry.hash == hash && is_equal(entry.key)
            })
            .map(|&index| index as usize)
    }

    pub fn value_at(&self, index: usize) -> Value {
        self.entries[index].value
    }

    pub fn set_value_at(&mut self, index: usize, value: Value) {
        self.entries[index].value = value;
    }

    /// Adds a key that is known to be absent.
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        self.version = self.version.wrapping_add(1);
        let index = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.len += 1;
        if self.is_indexed() {
            self.index(index);
        } else if index >= UNINDEXED {
            self.index_all();
        }
    }

    /// Enters an entry into the table.
    #[inline]
    fn index(&mut self, index: usize) {
        let entries = &self.entries;
        let hash_of = |&other: &u32| spread(entries[other as usize].hash);
        self.table.insert_unique(spread(entries[index].hash), index as u32, hash_of);
    }

    /// Enters all entries into the table, which is empty.
    fn index_all(&mut self) {
        for index in 0..self.entries.len() {
            if self.entries[index].key.is_present() {
                self.index(index);
            }
        }
    }

    /// Takes an entry out.
    pub fn remove_at(&mut self, index: usize) -> Entry {
        self.version = self.version.wrapping_add(1);
        let entry = self.entries[index];
        if let Ok(found) = self.table.find_entry(spread(entry.hash), |&other| other as usize == index) {
            found.remove();
        }
        self.len -= 1;
        self.entries[index].key = Value::NOTHING;
        self.entries[index].value = Value::NOTHING;
        while self.entries.last().is_some_and(|last| last.key.is_nothing()) {
            self.entries.pop();
        }
        // Walks in progress keep an index, so entries move only when most of many are gone.
        if self.entries.len() > 32 && self.entries.len() > self.len * 4 {
            self.compact();
        }
        entry
    }

    fn compact(&mut self) {
        self.entries.retain(|entry| entry.key.is_present());
        self.table.clear();
        self.index_all();
    }

    pub fn clear(&mut self) {
        self.version = self.version.wrapping_add(1);
        self.entries.clear();
        self.table.clear();
        self.len = 0;
    }

    /// What the table takes, in bytes.
    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>() + self.table.capacity() * 5
    }
}
