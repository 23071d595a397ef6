//! The table of `set` and `frozenset`, laid out as CPython 3.13 lays it out, so that iteration has the same order.
//!
//! The language leaves the order of a set open; programs still depend on what CPython does with small ints. Keys are compared
//! by the caller, because `__eq__` may be any code: the table only says which entries have the right hash. After each call of
//! user code the caller compares [`SetTable::version`] and, if it changed, starts its search again.
//!
//! The operations on whole sets are here for keys of built-in types. For others the caller takes the same steps one by one:
//! [`SetTable::fill_from`] or [`SetTable::reserve_for_update`] and then each key; [`intersection_swaps`];
//! [`difference_copies`]; [`SetTable::shrink_after_difference`]; `a ^ b` toggles the keys of `a` in a copy of `b`.

/// Places that are searched one after another before the search jumps.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const MIN_SIZE: usize = 8;
/// Sets beyond this size grow to twice, smaller ones to four times their number of keys.
const LARGE: usize = 50_000;

#[derive(Clone, Debug)]
enum Slot<K> {
    Unused,
    /// A key was removed; searches go on.
    Removed,
    Used(i64, K),
}

/// A hash table of keys.
#[derive(Clone, Debug)]
pub struct SetTable<K> {
    slots: Vec<Slot<K>>,
    /// Slots that are not unused.
    fill: usize,
    used: usize,
    /// Where [`SetTable::pop_position`] goes on.
    finger: usize,
    version: u32,
}

/// The sequence of slots in which a hash is looked for.
#[derive(Clone, Debug)]
pub struct Probe {
    hash: i64,
    perturb: u64,
    /// The start of the current run, and the next place in it.
    start: usize,
    at: usize,
    /// The last place of the current run.
    end: usize,
}

impl Probe {
    fn new(hash: i64, mask: usize) -> Probe {
        let mut probe = Probe { hash, perturb: hash as u64, start: hash as usize & mask, at: 0, end: 0 };
        probe.begin_run(mask);
        probe
    }

    fn begin_run(&mut self, mask: usize) {
        self.at = self.start;
        self.end = if self.start + LINEAR_PROBES <= mask { self.start + LINEAR_PROBES } else { self.start };
    }

    fn advance(&mut self, mask: usize) -> usize {
        if self.at > self.end {
            self.perturb >>= PERTURB_SHIFT;
            let next = self.start.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize);
            self.start = next & mask;
            self.begin_run(mask);
        }
        self.at += 1;
        self.at - 1
    }

    /// The next entry with the hash, or `None` when there are no more. The table must be as it was when the search began.
    pub fn next<K>(&mut self, table: &SetTable<K>) -> Option<usize> {
        loop {
            let at = self.advance(table.mask());
            match table.slots.get(at)? {
                Slot::Unused => return None,
                Slot::Used(hash, _) if *hash == self.hash => return Some(at),
                _ => {}
            }
        }
    }
}

impl<K> Default for SetTable<K> {
    fn default() -> SetTable<K> {
        SetTable { slots: unused(MIN_SIZE), fill: 0, used: 0, finger: 0, version: 0 }
    }
}

fn unused<K>(size: usize) -> Vec<Slot<K>> {
    std::iter::repeat_with(|| Slot::Unused).take(size).collect()
}

impl<K> SetTable<K> {
    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The number of keys.
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// A number that changes whenever a key is added or removed.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Starts a search for keys with this hash.
    pub fn candidates(&self, hash: i64) -> Probe {
        Probe::new(hash, self.mask())
    }

    /// The entry at an index, if there is one.
    pub fn entry(&self, index: usize) -> Option<(i64, &K)> {
        match self.slots.get(index)? {
            Slot::Used(hash, key) => Some((*hash, key)),
            _ => None,
        }
    }

    /// The first entry at or after a position: iteration that is safe under mutation. The position after it comes next.
    pub fn next_from(&self, position: usize) -> Option<usize> {
        let is_used = |at: &usize| matches!(self.slots[*at], Slot::Used(..));
        (position..self.slots.len()).find(is_used)
    }

    /// The entries in iteration order.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &K)> {
        (0..self.slots.len()).filter_map(|index| self.entry(index))
    }

    /// All keys, for a garbage collector.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(_, key)| key)
    }

    /// The entry that `is_equal` accepts, asked in probe order about the keys with this hash.
    pub fn find(&self, hash: i64, mut is_equal: impl FnMut(&K) -> bool) -> Option<usize> {
        let mut probe = self.candidates(hash);
        while let Some(index) = probe.next(self) {
            if self.entry(index).is_some_and(|(_, key)| is_equal(key)) {
                return Some(index);
            }
        }
        None
    }

    /// Adds a key that is not in the set.
    pub fn insert_new(&mut self, hash: i64, key: K) {
        let (at, was_removed) = self.free_slot(hash);
        self.slots[at] = Slot::Used(hash, key);
        self.used += 1;
        self.version = self.version.wrapping_add(1);
        // Only a new slot can fill the table up.
        self.fill += !was_removed as usize;
        if !was_removed && self.fill * 5 >= self.mask() * 3 {
            self.resize_for_growth();
        }
    }

    /// The slot for a new key with this hash, and whether it is that of a removed key: the last such slot
    /// on the way to the first unused one is taken.
    fn free_slot(&self, hash: i64) -> (usize, bool) {
        let mask = self.mask();
        let mut probe = Probe::new(hash, mask);
        let mut removed = None;
        loop {
            let at = probe.advance(mask);
            match self.slots[at] {
                Slot::Unused => return removed.map_or((at, false), |removed| (removed, true)),
                Slot::Removed => removed = Some(at),
                Slot::Used(..) => {}
            }
        }
    }

    fn resize_for_growth(&mut self) {
        self.resize(if self.used > LARGE { self.used * 2 } else { self.used * 4 });
    }

    /// Makes a table for more than `keys` keys, without the slots of removed keys.
    fn resize(&mut self, keys: usize) {
        let size = (keys + 1).next_power_of_two().max(MIN_SIZE);
        if size == MIN_SIZE && self.slots.len() == MIN_SIZE && self.fill == self.used {
            return;
        }
        let old = std::mem::replace(&mut self.slots, unused(size));
        self.fill = self.used;
        for slot in old {
            if let Slot::Used(hash, key) = slot {
                let (at, _) = self.free_slot(hash);
                self.slots[at] = Slot::Used(hash, key);
            }
        }
    }

    /// Removes the entry at an index.
    pub fn remove(&mut self, index: usize) -> Option<K> {
        let slot = self.slots.get_mut(index).filter(|slot| matches!(slot, Slot::Used(..)))?;
        let Slot::Used(_, key) = std::mem::replace(slot, Slot::Removed) else { return None };
        self.used -= 1;
        self.version = self.version.wrapping_add(1);
        Some(key)
    }

    /// Removes all keys.
    pub fn clear(&mut self) {
        self.replace(SetTable::default());
    }

    /// Takes over the keys of another set, as `intersection_update` does. Where `pop` goes on stays.
    pub fn replace(&mut self, other: SetTable<K>) {
        let version = self.version.wrapping_add(1);
        *self = SetTable { version, finger: self.finger, ..other };
    }

    /// `set.pop()`: removes the key that CPython would choose.
    pub fn pop(&mut self) -> Option<K> {
        let start = self.finger & self.mask();
        let index = self.next_from(start).or_else(|| self.next_from(0))?;
        self.finger = index + 1;
        self.remove(index)
    }

    /// To be called before the keys of a set or a dict of so many keys are added one by one (`update`).
    pub fn reserve_for_update(&mut self, keys: usize) {
        if (self.fill + keys) * 5 >= self.mask() * 3 {
            self.resize((self.used + keys) * 2);
        }
    }

    /// To be called after keys were removed one by one (`difference_update`).
    pub fn shrink_after_difference(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.resize_for_growth();
        }
    }
}

/// Whether `a & b` goes through the keys of `a`, looking them up in `b`; otherwise it is the other way round. What is found
/// is added to an empty set.
pub fn intersection_swaps(len_a: usize, len_b: usize) -> bool {
    len_b > len_a
}

/// Whether `a - b` discards the keys of `b` from a copy of `a`; otherwise the keys of `a` that are not in `b` are added to an
/// empty set.
pub fn difference_copies(len_a: usize, len_b: usize) -> bool {
    len_a == 0 || len_a >> 2 > len_b
}

/// The set operations on keys that compare without running user code. Their order is that of CPython.
impl<K: Clone> SetTable<K> {
    /// `set(self)`: a copy that may have another layout than the original.
    pub fn copy(&self) -> SetTable<K> {
        let mut result = SetTable::default();
        result.fill_from(self);
        result
    }

    /// Makes room for the keys of another set and, if the table has no key and no trace of one, copies them, which needs no
    /// comparison. Says whether it did; if not, they are to be added one by one.
    pub fn fill_from(&mut self, other: &SetTable<K>) -> bool {
        if other.is_empty() {
            return true;
        }
        self.reserve_for_update(other.used);
        if self.fill > 0 {
            return false;
        }
        if self.slots.len() == other.slots.len() && other.fill == other.used {
            self.slots = other.slots.clone();
        } else {
            for (hash, key) in other.iter() {
                let (at, _) = self.free_slot(hash);
                self.slots[at] = Slot::Used(hash, key.clone());
            }
        }
        (self.fill, self.used) = (other.used, other.used);
        self.version = self.version.wrapping_add(1);
        true
    }

    /// `self.add(key)`; says whether the key is new.
    pub fn add(&mut self, hash: i64, key: K, is_equal: impl Fn(&K, &K) -> bool) -> bool {
        let is_new = self.find(hash, |other| is_equal(other, &key)).is_none();
        if is_new {
            self.insert_new(hash, key);
        }
        is_new
    }

    /// `self.discard(key)`; says whether the key was there.
    pub fn discard(&mut self, hash: i64, key: &K, is_equal: impl Fn(&K, &K) -> bool) -> bool {
        let found = self.find(hash, |other| is_equal(other, key));
        found.is_some_and(|index| self.remove(index).is_some())
    }

    fn has(&self, hash: i64, key: &K, is_equal: impl Fn(&K, &K) -> bool) -> bool {
        self.find(hash, |other| is_equal(other, key)).is_some()
    }

    /// `self |= other`.
    pub fn update(&mut self, other: &SetTable<K>, is_equal: impl Fn(&K, &K) -> bool) {
        if self.fill_from(other) {
            return;
        }
        for (hash, key) in other.iter() {
            self.add(hash, key.clone(), &is_equal);
        }
    }

    /// `self & other`.
    pub fn intersection(&self, other: &SetTable<K>, is_equal: impl Fn(&K, &K) -> bool) -> SetTable<K> {
        let (small, large) =
            if intersection_swaps(self.used, other.used) { (self, other) } else { (other, self) };
        let mut result = SetTable::default();
        for (hash, key) in small.iter().filter(|(hash, key)| large.has(*hash, key, &is_equal)) {
            // Keys of one hash meet again, and may find now that they are equal.
            result.add(hash, key.clone(), &is_equal);
        }
        result
    }

    /// `self - other`.
    pub fn difference(&self, other: &SetTable<K>, is_equal: impl Fn(&K, &K) -> bool) -> SetTable<K> {
        if difference_copies(self.used, other.used) {
            let mut result = self.copy();
            result.difference_update(other, is_equal);
            return result;
        }
        let mut result = SetTable::default();
        for (hash, key) in self.iter().filter(|(hash, key)| !other.has(*hash, key, &is_equal)) {
            result.add(hash, key.clone(), &is_equal);
        }
        result
    }

    /// `self -= other`, which is another set.
    pub fn difference_update(&mut self, other: &SetTable<K>, is_equal: impl Fn(&K, &K) -> bool) {
        for (hash, key) in other.iter() {
            self.discard(hash, key, &is_equal);
        }
        self.shrink_after_difference();
    }

    /// `self ^ other`.
    pub fn symmetric_difference(
        &self,
        other: &SetTable<K>,
        is_equal: impl Fn(&K, &K) -> bool,
    ) -> SetTable<K> {
        let mut result = other.copy();
        result.symmetric_difference_update(self, is_equal);
        result
    }

    /// `self ^= other`, which is another set.
    pub fn symmetric_difference_update(&mut self, other: &SetTable<K>, is_equal: impl Fn(&K, &K) -> bool) {
        for (hash, key) in other.iter() {
            if !self.discard(hash, key, &is_equal) {
                self.add(hash, key.clone(), &is_equal);
            }
        }
    }
}
