//! `DictTable` against a plain list of pairs.

mod oracle;

use oracle::{Case, Random};
use semantics::data::dict_table::DictTable;

/// Few hashes, so that chains get long.
fn hash(key: i64) -> i64 {
    key % 7 - 3
}

struct Pair {
    table: DictTable<i64, u64>,
    model: Vec<(i64, u64)>,
}

impl Pair {
    fn find(&self, key: i64) -> Option<usize> {
        self.table.find(hash(key), |other| *other == key)
    }

    fn set(&mut self, key: i64, value: u64) {
        let before = self.table.structure_version();
        match self.find(key) {
            Some(index) => {
                *self.table.value_mut(index).expect("an entry") = value;
                assert_eq!(self.table.structure_version(), before);
            }
            None => {
                let index = self.table.insert_new(hash(key), key, value);
                assert_eq!(self.table.entry(index), Some((hash(key), &key, &value)));
                assert_ne!(self.table.structure_version(), before);
            }
        }
        match self.model.iter_mut().find(|(other, _)| *other == key) {
            Some((_, old)) => *old = value,
            None => self.model.push((key, value)),
        }
    }

    fn remove(&mut self, key: i64) {
        let before = self.table.structure_version();
        let removed = self.find(key).and_then(|index| self.table.remove(index));
        assert_eq!(removed.is_some(), self.table.structure_version() != before);
        let at = self.model.iter().position(|(other, _)| *other == key);
        assert_eq!(removed, at.map(|at| self.model.remove(at)));
    }

    fn check(&self) {
        assert_eq!(self.table.len(), self.model.len());
        assert!(self.table.iter().map(|(key, value)| (*key, *value)).eq(self.model.iter().copied()));
        assert!(self.table.copy().iter().map(|(key, value)| (*key, *value)).eq(self.model.iter().copied()));
        let backwards = std::iter::successors(self.table.previous_from(self.table.end()), |at| {
            self.table.previous_from(*at)
        });
        assert!(
            backwards.map(|at| *self.table.key(at).expect("a key")).eq(self
                .model
                .iter()
                .rev()
                .map(|pair| pair.0))
        );
        for (key, _) in &self.model {
            assert!(self.find(*key).is_some());
        }
        for hash in -4..5 {
            let keys = self.table.candidates(hash).map(|at| *self.table.key(at).expect("a key"));
            assert!(keys.eq(self.model.iter().map(|pair| pair.0).filter(|key| self::hash(*key) == hash)));
        }
    }
}

#[test]
fn it_behaves_like_a_list_of_pairs() {
    for seed in 0..60 {
        let mut random = Random(seed);
        let mut pair = Pair { table: DictTable::default(), model: Vec::new() };
        for _ in 0..800 {
            let key = random.between(0, 60);
            match random.below(20) {
                0..=9 => pair.set(key, random.next()),
                10..=17 => pair.remove(key),
                18 => assert_eq!(pair.table.pop_last(), pair.model.pop()),
                _ if random.below(20) == 0 => {
                    pair.table.clear();
                    pair.model.clear();
                }
                _ => {}
            }
            pair.check();
        }
    }
}

#[test]
fn removing_during_iteration_is_safe() {
    let mut table = DictTable::default();
    for key in 0..100 {
        table.insert_new(key, key, ());
    }
    let (mut position, mut seen) = (0, Vec::new());
    while let Some(index) = table.next_from(position) {
        let key = *table.key(index).expect("a key");
        seen.push(key);
        table.remove(index);
        position = index + 1;
    }
    assert_eq!(seen, (0..100).collect::<Vec<i64>>());
    assert!(table.is_empty() && table.next_from(0).is_none());
}

#[test]
fn a_queue_stays_small() {
    let mut table = DictTable::default();
    for key in 0..100_000i64 {
        table.insert_new(key, key, ());
        if key >= 10 {
            let first = table.next_from(0).expect("a key");
            table.remove(first);
        }
    }
    assert!(table.end() < 100);
}

/// Iterates over a dict of `size` keys; at each key removes some and adds as many others.
fn churn(size: i64, removed: &[i64]) -> Vec<i64> {
    let mut table = DictTable::default();
    for key in 0..size {
        table.insert_new(key, key, ());
    }
    let (mut position, mut seen, mut next) = (0, Vec::new(), size);
    while let Some(index) = table.next_from(position) {
        let key = *table.key(index).expect("a key");
        seen.push(key);
        position = index + 1;
        if seen.len() == size as usize {
            break;
        }
        for offset in removed {
            if let Some(found) = table.find(key + offset, |other| *other == key + offset) {
                table.remove(found);
                table.insert_new(next, next, ());
                next += 1;
            }
        }
        if key % 5 == 0 {
            let (last, ()) = table.pop_last().expect("a key");
            table.insert_new(last, last, ());
        }
    }
    seen
}

#[test]
fn changing_keys_during_iteration_shows_what_cpython_shows() {
    let mut random = Random(16);
    let mut cases: Vec<Case> = Vec::new();
    for _ in 0..500 {
        let size = random.between(1, 30);
        let removed: Vec<i64> = (0..random.below(3)).map(|_| random.between(-2, 3)).collect();
        cases.push((format!("churn({size}, {removed:?})"), format!("{:?}", churn(size, &removed))));
    }
    let setup = "
def churn(size, removed):
    table = {}
    for key in range(size): table[key] = None
    seen, next = [], size
    for key in table:
        seen.append(key)
        if len(seen) == size: break
        for offset in removed:
            if key + offset in table:
                del table[key + offset]
                table[next] = None
                next += 1
        if key % 5 == 0:
            last, _ = table.popitem()
            table[last] = None
    return seen
";
    oracle::compare(setup, cases);
}
