//! Hashes of values of built-in types, where no code of the program can be involved.

use super::arithmetic::Number;
use super::equality::MOST_NESTED;
use crate::data::{float, hash};
use crate::state::{Data, Machine, Type, Value, names};

impl Machine {
    /// The hash of an object, unless code of the program would have to compute it, or it has none.
    #[inline]
    pub fn key_hash(&mut self, value: Value) -> Option<i64> {
        self.simple_hash(value).or_else(|| self.hash_value(value, 0))
    }

    /// The hash of a value, if it is certain without running code of the program.
    pub fn hash_value(&mut self, value: Value, depth: u32) -> Option<i64> {
        if let Some(hash) = self.simple_hash(value) {
            return Some(hash);
        }
        if let Some(float) = value.as_float() {
            return Some(float::hash(float).unwrap_or_else(|| self.identity_hash(value)));
        }
        match self.exact_type(value) {
            Some(Type::Int | Type::Bool | Type::Complex) => Some(self.number_hash(value)),
            Some(Type::Bytes) => Some(hash::of_bytes(self.bytes_of(value)?)),
            Some(Type::NoneType) => Some(hash::NONE),
            Some(Type::Tuple) if depth < MOST_NESTED => self.tuple_hash(value, depth + 1),
            Some(Type::FrozenSet) => self.frozenset_hash(value),
            Some(Type::Tuple) => None,
            _ if self.inherits_from_object(self.heap.class_of(value), names::__hash__) => {
                Some(self.identity_hash(value))
            }
            _ => None,
        }
    }

    /// The hash of a number, also of an instance of a subclass.
    pub fn number_hash(&mut self, value: Value) -> i64 {
        match self.number(value) {
            Some(Number::Int(int)) => int.hash(),
            Some(Number::Float(float)) => float::hash(float).unwrap_or_else(|| self.identity_hash(value)),
            Some(Number::Complex(complex)) => complex.hash().unwrap_or_else(|| self.identity_hash(value)),
            None => 0,
        }
    }

    /// The hash of a frozenset; its members' hashes are known.
    pub fn frozenset_hash(&self, set: Value) -> Option<i64> {
        let Some(Data::Set(table)) = self.heap.get(set) else { return None };
        let hashes: Vec<i64> = table.iter().map(|(hash, _)| hash).collect();
        Some(hash::of_frozenset(hashes.into_iter()))
    }

    /// The hash of an int or a string, which most keys are.
    #[inline]
    fn simple_hash(&self, value: Value) -> Option<i64> {
        match value.as_int() {
            Some(int) => Some(if int == -1 { -2 } else { int }),
            None => self.exact_text(value).map(|text| text.hash_value()),
        }
    }

    fn tuple_hash(&mut self, tuple: Value, depth: u32) -> Option<i64> {
        let mut is_known = true;
        let hash = hash::of_tuple(self.tuple_items(tuple).iter().map(|&item| {
            let hash = self.simple_hash(item);
            is_known &= hash.is_some();
            hash.unwrap_or_default()
        }));
        if is_known {
            return Some(hash);
        }
        let len = self.tuple_items(tuple).len();
        let mut is_known = true;
        let hashes = (0..len).map(|index| {
            let item = self.tuple_items(tuple)[index];
            let hash = if is_known { self.hash_value(item, depth) } else { None };
            is_known &= hash.is_some();
            hash.unwrap_or_default()
        });
        let hash = hash::of_tuple(hashes);
        is_known.then_some(hash)
    }

    /// The hash of `object.__hash__`.
    pub fn identity_hash(&mut self, value: Value) -> i64 {
        self.heap.identity(value) >> 4
    }
}
