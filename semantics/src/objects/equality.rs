//! Equality of values of built-in types, where no code of the program can be involved.
//!
//! The answers are `None` where that is not certain, or where containers are nested deeply: then the protocol decides,
//! which needs no native stack.

use super::arithmetic::numbers_equal;
use super::dicts::Found;
use crate::state::{Data, Handle, Machine, Type, Value, names};
use spec::ast::Kind;

/// Containers are looked into so deeply.
pub const MOST_NESTED: u32 = 100;

/// By what the objects of a class are equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Likeness {
    Number,
    Text,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
    Range,
    /// Two objects are equal if they are the same.
    Identity,
    /// The class says so itself, or the comparison is no matter of one step.
    Unknown,
}

impl Machine {
    /// The built-in class of which a value is an instance, if it is of no subclass.
    #[inline]
    pub fn exact_type(&self, value: Value) -> Option<Type> {
        Type::ALL.get(self.heap.shape_of(value).0 as usize).copied()
    }

    /// Whether two objects are the same or equal, as containers understand it, unless code of the program would have to
    /// decide.
    #[inline]
    pub fn key_equal(&self, a: Value, b: Value) -> Option<bool> {
        self.key_equal_within(a, b, 0)
    }

    /// The same in containers that are nested so deeply.
    #[inline]
    pub fn key_equal_within(&self, a: Value, b: Value, depth: u32) -> Option<bool> {
        if a == b {
            return Some(true);
        }
        if self.is_exact(a, Type::Str) && self.is_exact(b, Type::Str) {
            return Some(self.same_text(a, b));
        }
        if depth < MOST_NESTED && self.is_exact(a, Type::Tuple) && self.is_exact(b, Type::Tuple) {
            return self.equal_sequences(a, b, depth);
        }
        self.values_equal(a, b, depth)
    }

    /// `a == b`, if that is certain without running code of the program.
    pub fn values_equal(&self, a: Value, b: Value, depth: u32) -> Option<bool> {
        if let Some((a, b)) = Value::ints(a, b) {
            return Some(a == b);
        }
        let (left, right) = (self.likeness(a), self.likeness(b));
        if left == Likeness::Unknown || right == Likeness::Unknown {
            return None;
        }
        if left != right {
            return Some(false);
        }
        match left {
            Likeness::Number => Some(numbers_equal(&self.number(a)?, &self.number(b)?)),
            Likeness::Text => Some(self.same_text(a, b)),
            Likeness::Bytes => Some(self.bytes_of(a)? == self.bytes_of(b)?),
            Likeness::Range => Some(self.equal_ranges(a, b)),
            Likeness::Identity => Some(a == b),
            _ if depth >= MOST_NESTED => None,
            Likeness::List | Likeness::Tuple => self.equal_sequences(a, b, depth),
            Likeness::Dict => self.equal_dicts(a, b, depth),
            Likeness::Set => self.compare_sets(Kind::Eq, a, b, depth),
            Likeness::Unknown => None,
        }
    }

    /// What equality, and the order of built-in types, go by.
    pub(super) fn likeness(&self, value: Value) -> Likeness {
        let Some(handle) = value.as_handle() else {
            let is_number = value.is_int() || value.is_float() || value.is_bool();
            return if is_number { Likeness::Number } else { Likeness::Identity };
        };
        if let Some(class) = self.exact_type(value) {
            return likeness_of_class(class, self.heap.data(handle));
        }
        let class = self.heap.class_of(value);
        let layout = self.class_data(class).layout;
        if !self.has_equality_of(class, layout) {
            return Likeness::Unknown;
        }
        likeness_of_class(layout, self.heap.data(handle))
    }

    /// Whether a class has the `__eq__` of its layout. That is remembered until some class changes.
    fn has_equality_of(&self, class: Handle, layout: Type) -> bool {
        let memory = &self.class_data(class).has_plain_equality;
        let (epoch, is_plain) = memory.get();
        if epoch == self.heap.epoch {
            return is_plain;
        }
        let is_plain = self.lookup_uncached(class, names::__eq__)
            == self.lookup_uncached(layout.handle(), names::__eq__);
        memory.set((self.heap.epoch, is_plain));
        is_plain
    }

    /// Whether two lists or two tuples, nested so deeply, have equal items, as far as that can be said.
    pub fn equal_sequences(&self, a: Value, b: Value, depth: u32) -> Option<bool> {
        let (left, right) = (self.sequence_items(a), self.sequence_items(b));
        // Lists of different lengths are not looked into; tuples are.
        if left.len() != right.len() && matches!(self.heap.get(a), Some(Data::List(_))) {
            return Some(false);
        }
        let difference = self.first_difference(left, right, depth)?;
        Some(difference.is_none() && left.len() == right.len())
    }

    /// The index at which two sequences differ first, if one does before either ends.
    pub(super) fn first_difference(&self, a: &[Value], b: &[Value], depth: u32) -> Option<Option<usize>> {
        for (index, (&a, &b)) in a.iter().zip(b).enumerate() {
            if !self.key_equal_within(a, b, depth + 1)? {
                return Some(Some(index));
            }
        }
        Some(None)
    }

    /// Whether two dictionaries, nested so deeply, have the same keys with equal values, as far as that can be said.
    pub fn equal_dicts(&self, a: Value, b: Value, depth: u32) -> Option<bool> {
        let (left, right) = (self.dict(a)?, self.dict(b)?);
        if left.len() != right.len() {
            return Some(false);
        }
        for entry in left.iter() {
            let index = match self.find_in_dict_within(right, entry.key, entry.hash, depth + 1) {
                Found::At(index) => index,
                Found::Absent => return Some(false),
                Found::Ask => return None,
            };
            if !self.key_equal_within(entry.value, right.value_at(index), depth + 1)? {
                return Some(false);
            }
        }
        Some(true)
    }
}

fn likeness_of_class(class: Type, data: &Data) -> Likeness {
    match data {
        Data::Int(_) | Data::Wide(_) | Data::Big(_) | Data::Float(_) | Data::Complex(..) => Likeness::Number,
        Data::Str(_) => Likeness::Text,
        Data::Bytes(_) | Data::ByteArray(_) => Likeness::Bytes,
        Data::List(_) => Likeness::List,
        Data::Tuple(_) | Data::Pair(_) => Likeness::Tuple,
        Data::Dict(_) => Likeness::Dict,
        Data::Set(_) => Likeness::Set,
        Data::Range(_) => Likeness::Range,
        Data::Slice(_)
        | Data::DictView(_)
        | Data::MappingProxy(_)
        | Data::Method(..)
        | Data::GenericAlias(_)
        | Data::Union(_) => {
            if class == Type::DictValues {
                Likeness::Identity
            } else {
                Likeness::Unknown
            }
        }
        _ if class == Type::SimpleNamespace || class == Type::MemoryView => Likeness::Unknown,
        _ => Likeness::Identity,
    }
}
