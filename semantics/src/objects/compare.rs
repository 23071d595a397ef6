//! Comparing values of built-in types where no code of the program can be involved.
//!
//! The answers are `None` where that is not certain, or where containers are nested deeply: then the protocol decides.

use super::arithmetic::{number_order, numbers_equal, order_satisfies};
use crate::state::{Data, Handle, Machine, Type, Value, names};
use spec::ast::Kind;

/// Containers are looked into so deeply.
pub const MOST_NESTED: u32 = 100;

/// What decides a comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Number,
    Text,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
    /// `object.__eq__`.
    Identity,
    /// Something else, perhaps a method of the program.
    Unknown,
}

impl Machine {
    fn family(&mut self, value: Value) -> Family {
        if !value.is_object() {
            let is_number = value.is_int() || value.is_float() || value.is_bool();
            return if is_number { Family::Number } else { Family::Identity };
        }
        match self.exact_type(value) {
            Some(Type::Int | Type::Complex | Type::Float) => Family::Number,
            Some(Type::Str) => Family::Text,
            Some(Type::Bytes | Type::ByteArray) => Family::Bytes,
            Some(Type::List) => Family::List,
            Some(Type::Tuple) => Family::Tuple,
            Some(Type::Dict) => Family::Dict,
            Some(Type::Set | Type::FrozenSet) => Family::Set,
            _ if self.inherits_from_object(self.heap.class_of(value), names::__eq__) => Family::Identity,
            _ => Family::Unknown,
        }
    }

    /// Whether a special method of a class is the one of `object`.
    pub fn inherits_from_object(&mut self, class: Handle, name: Value) -> bool {
        let found = self.lookup(class, name);
        matches!(self.heap.get(found), Some(Data::Builtin(builtin)) if builtin.owner == "object")
    }

    /// `a == b`, if that is certain without running code of the program.
    pub fn values_equal(&mut self, a: Value, b: Value, depth: u32) -> Option<bool> {
        let (left, right) = (self.family(a), self.family(b));
        if left == Family::Unknown || right == Family::Unknown {
            return None;
        }
        if left != right {
            return Some(false);
        }
        match left {
            Family::Number => Some(numbers_equal(&self.number(a)?, &self.number(b)?)),
            Family::Text => Some(self.same_text(a, b)),
            Family::Bytes => Some(self.bytes_of(a)? == self.bytes_of(b)?),
            Family::Identity => Some(a == b),
            _ if depth >= MOST_NESTED => None,
            Family::List => self.sequences_equal(a, b, depth + 1),
            Family::Tuple => self.sequences_equal(a, b, depth + 1),
            Family::Dict => self.dicts_equal(a, b, depth + 1),
            Family::Set => Some(self.set_size(a)? == self.set_size(b)? && self.is_subset(a, b, depth + 1)?),
            Family::Unknown => None,
        }
    }

    /// As containers understand equality: identical, or equal.
    pub fn same_or_equal(&mut self, a: Value, b: Value, depth: u32) -> Option<bool> {
        if a == b { Some(true) } else { self.values_equal(a, b, depth) }
    }

    /// The bytes of a `bytes` or `bytearray`, or those that a view shows one after another.
    pub fn bytes_of(&self, value: Value) -> Option<&[u8]> {
        match self.heap.get(value)? {
            Data::Bytes(bytes) => Some(bytes),
            Data::ByteArray(bytes) => Some(bytes),
            Data::MemoryView(view) if view.is_contiguous() && !view.is_released => {
                self.bytes_of(view.exporter)?.get(view.start..view.start + view.byte_len())
            }
            _ => None,
        }
    }

    /// The items of a list or tuple.
    pub fn sequence_items(&self, value: Value) -> &[Value] {
        match self.heap.get(value) {
            Some(Data::List(items)) => items,
            Some(Data::Tuple(items)) => items,
            Some(Data::Pair(items)) => items,
            _ => &[],
        }
    }

    fn sequences_equal(&mut self, a: Value, b: Value, depth: u32) -> Option<bool> {
        let (len, other) = (self.sequence_items(a).len(), self.sequence_items(b).len());
        // Lists of different lengths are not looked into; tuples are.
        if len != other && matches!(self.heap.get(a), Some(Data::List(_))) {
            return Some(false);
        }
        let difference = self.first_difference(a, b, depth)?;
        Some(difference.is_none() && len == other)
    }

    /// The index at which two sequences differ first, if one does before either ends.
    fn first_difference(&mut self, a: Value, b: Value, depth: u32) -> Option<Option<usize>> {
        let mut index = 0;
        while let (Some(&x), Some(&y)) =
            (self.sequence_items(a).get(index), self.sequence_items(b).get(index))
        {
            if !self.same_or_equal(x, y, depth)? {
                return Some(Some(index));
            }
            index += 1;
        }
        Some(None)
    }

    fn dicts_equal(&mut self, a: Value, b: Value, depth: u32) -> Option<bool> {
        if self.dict(a)?.len() != self.dict(b)?.len() {
            return Some(false);
        }
        let mut at = 0;
        while let Some((index, entry)) = self.dict(a)?.next_from(at) {
            at = index + 1;
            let candidates: Vec<usize> = self.dict(b)?.candidates(entry.hash).collect();
            let mut found = false;
            for candidate in candidates {
                let Some(&other) = self.dict(b)?.entry(candidate) else { continue };
                if self.same_or_equal(other.key, entry.key, depth)? {
                    found = self.same_or_equal(entry.value, other.value, depth)?;
                    break;
                }
            }
            if !found {
                return Some(false);
            }
        }
        Some(true)
    }

    fn set_size(&self, set: Value) -> Option<usize> {
        match self.heap.get(set)? {
            Data::Set(table) => Some(table.len()),
            _ => None,
        }
    }

    /// Whether each member of one set is in the other.
    fn is_subset(&mut self, a: Value, b: Value, depth: u32) -> Option<bool> {
        let Some(Data::Set(table)) = self.heap.get(a) else { return None };
        let members: Vec<(i64, Value)> = table.iter().map(|(hash, key)| (hash, *key)).collect();
        for (hash, member) in members {
            if !self.set_has(b, hash, member, depth)? {
                return Some(false);
            }
        }
        Some(true)
    }

    fn set_has(&mut self, set: Value, hash: i64, member: Value, depth: u32) -> Option<bool> {
        let Some(Data::Set(table)) = self.heap.get(set) else { return None };
        let mut probe = table.candidates(hash);
        let mut candidates = Vec::new();
        while let Some(index) = probe.next(table) {
            candidates.extend(table.entry(index).map(|(_, key)| *key));
        }
        for candidate in candidates {
            if self.same_or_equal(candidate, member, depth)? {
                return Some(true);
            }
        }
        Some(false)
    }

    /// Whether the program has given a value's class a `__ne__`.
    fn has_own_inequality(&mut self, value: Value) -> bool {
        self.exact_type(value).is_none()
            && !self.inherits_from_object(self.heap.class_of(value), names::__ne__)
    }

    /// `a op b` for one of the six rich comparisons, if it is certain without running code of the program.
    pub fn compare_values(&mut self, op: Kind, a: Value, b: Value, depth: u32) -> Option<bool> {
        if let (Some(x), Some(y)) = (self.exact_text(a), self.exact_text(b)) {
            return Some(match op {
                Kind::Eq => self.same_text(a, b),
                Kind::NotEq => !self.same_text(a, b),
                _ => order_satisfies(op, Some(x.cmp(y))),
            });
        }
        match op {
            Kind::Eq => return self.values_equal(a, b, depth),
            Kind::NotEq if self.has_own_inequality(a) || self.has_own_inequality(b) => return None,
            Kind::NotEq => return self.values_equal(a, b, depth).map(|equal| !equal),
            _ => {}
        }
        let (left, right) = (self.family(a), self.family(b));
        if left != right {
            return None;
        }
        match left {
            Family::Number => {
                let (a, b) = (self.number(a)?, self.number(b)?);
                let is_complex = |number: &super::Number| matches!(number, super::Number::Complex(_));
                (!is_complex(&a) && !is_complex(&b)).then(|| order_satisfies(op, number_order(&a, &b)))
            }
            // Two strings have been compared already.
            Family::Text => None,
            Family::Bytes => Some(order_satisfies(op, Some(self.bytes_of(a)?.cmp(self.bytes_of(b)?)))),
            _ if depth >= MOST_NESTED => None,
            Family::List | Family::Tuple => self.order_sequences(op, a, b, depth + 1),
            Family::Set => self.compare_sets(op, a, b, depth + 1),
            _ => None,
        }
    }

    fn order_sequences(&mut self, op: Kind, a: Value, b: Value, depth: u32) -> Option<bool> {
        match self.first_difference(a, b, depth)? {
            Some(index) => {
                let (x, y) = (self.sequence_items(a)[index], self.sequence_items(b)[index]);
                self.compare_values(op, x, y, depth)
            }
            None => {
                let order = self.sequence_items(a).len().cmp(&self.sequence_items(b).len());
                Some(order_satisfies(op, Some(order)))
            }
        }
    }

    /// Sets are ordered by inclusion.
    fn compare_sets(&mut self, op: Kind, a: Value, b: Value, depth: u32) -> Option<bool> {
        let (a, b) = if matches!(op, Kind::Gt | Kind::GtE) { (b, a) } else { (a, b) };
        let (left, right) = (self.set_size(a)?, self.set_size(b)?);
        let is_strict = matches!(op, Kind::Lt | Kind::Gt);
        if left > right || is_strict && left == right {
            return Some(false);
        }
        self.is_subset(a, b, depth)
    }
}
