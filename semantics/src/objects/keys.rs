//! Equality as dictionaries, sets and searches in sequences understand it, where no code of the program has to decide.

use super::arithmetic::numbers_equal;
use super::dicts::Found;
use crate::state::{Data, Handle, Machine, Type, Value, names};

/// Deeper structures are left to the rules, which need no native stack.
pub const DEEPEST: usize = 60;

/// By what the objects of a class are equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Likeness {
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

    /// Whether a class has the `__eq__` of its layout. That is remembered until some class changes.
    fn has_equality_of(&self, class: Handle, layout: Type) -> bool {
        let memory = &self.class_data(class).has_plain_equality;
        let (epoch, is_plain) = memory.get();
        if epoch == self.heap.epoch {
            return is_plain;
        }
        let is_plain = self.look_up(class, names::__eq__) == self.look_up(layout.handle(), names::__eq__);
        memory.set((self.heap.epoch, is_plain));
        is_plain
    }

    /// What a class or one of its bases has under a name; as [`Machine::lookup`], but without remembering it.
    fn look_up(&self, class: Handle, name: Value) -> Value {
        let mro = &self.class_data(class).mro;
        mro.iter()
            .map(|&base| self.own_class_attribute(base, name))
            .find(|value| value.is_present())
            .unwrap_or(Value::NOTHING)
    }

    /// The hash of an object, unless code of the program would have to compute it, or it has none.
    #[inline]
    pub fn key_hash(&mut self, value: Value) -> Option<i64> {
        match self.heap.get(value) {
            Some(Data::Str(text)) if self.is_exact(value, Type::Str) => Some(text.hash_value()),
            _ => self.hash_value(value, 0),
        }
    }

    /// Whether two objects are the same or equal, unless code of the program would have to decide.
    #[inline]
    pub fn key_equal(&self, a: Value, b: Value) -> Option<bool> {
        if a == b {
            return Some(true);
        }
        if self.is_exact(a, Type::Str) && self.is_exact(b, Type::Str) {
            return Some(self.same_text(a, b));
        }
        if self.is_exact(a, Type::Tuple) && self.is_exact(b, Type::Tuple) {
            return self.equal_tuples(self.tuple_items(a), self.tuple_items(b), DEEPEST);
        }
        self.equal_within(a, b, DEEPEST)
    }

    /// As [`Machine::key_equal`], for structures no deeper than `depth`.
    pub fn equal_within(&self, a: Value, b: Value, depth: usize) -> Option<bool> {
        if a == b {
            return Some(true);
        }
        if let Some((a, b)) = Value::ints(a, b) {
            return Some(a == b);
        }
        if self.is_exact(a, Type::Str) && self.is_exact(b, Type::Str) {
            return Some(self.same_text(a, b));
        }
        let (like_a, like_b) = (self.likeness(a), self.likeness(b));
        if like_a == Likeness::Unknown || like_b == Likeness::Unknown {
            return None;
        }
        if like_a != like_b {
            return Some(false);
        }
        match like_a {
            Likeness::Number => Some(numbers_equal(&self.number(a)?, &self.number(b)?)),
            Likeness::Text => Some(self.same_text(a, b)),
            Likeness::Bytes => Some(self.bytes_of(a)? == self.bytes_of(b)?),
            Likeness::Tuple => self.equal_tuples(self.tuple_items(a), self.tuple_items(b), depth),
            Likeness::List => self.equal_items(self.list_items(a), self.list_items(b), depth),
            Likeness::Dict => self.equal_dicts_within(a, b, depth),
            Likeness::Set => self.equal_sets(a, b),
            Likeness::Range => Some(self.equal_ranges(a, b)),
            Likeness::Identity => Some(false),
            Likeness::Unknown => None,
        }
    }

    fn likeness(&self, value: Value) -> Likeness {
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

    /// Whether the items are equal one by one, as far as that can be said.
    pub fn equal_items(&self, a: &[Value], b: &[Value], depth: usize) -> Option<bool> {
        if a.len() != b.len() {
            return Some(false);
        }
        self.equal_tuples(a, b, depth)
    }

    /// The same for tuples, whose items are compared even if their lengths differ.
    fn equal_tuples(&self, a: &[Value], b: &[Value], depth: usize) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        for (&a, &b) in a.iter().zip(b) {
            if a == b {
                continue;
            }
            if !self.equal_within(a, b, depth)? {
                return Some(false);
            }
        }
        Some(a.len() == b.len())
    }

    /// Whether two lists or two tuples have equal items, as far as that can be said.
    pub fn equal_sequences(&self, a: Value, b: Value) -> Option<bool> {
        let (left, right) = (self.sequence_items(a), self.sequence_items(b));
        match self.heap.get(a) {
            Some(Data::Tuple(_) | Data::Pair(_)) => self.equal_tuples(left, right, DEEPEST),
            _ => self.equal_items(left, right, DEEPEST),
        }
    }

    /// Whether two dictionaries have the same keys with equal values, as far as that can be said.
    pub fn equal_dicts(&self, a: Value, b: Value) -> Option<bool> {
        self.equal_dicts_within(a, b, DEEPEST)
    }

    fn equal_dicts_within(&self, a: Value, b: Value, depth: usize) -> Option<bool> {
        let (left, right) = (self.dict(a)?, self.dict(b)?);
        if left.len() != right.len() {
            return Some(false);
        }
        let depth = depth.checked_sub(1)?;
        for entry in left.iter() {
            let index = match self.find_in_dict(right, entry.key, entry.hash) {
                Found::At(index) => index,
                Found::Absent => return Some(false),
                Found::Ask => return None,
            };
            if !self.equal_within(entry.value, right.value_at(index), depth)? {
                return Some(false);
            }
        }
        Some(true)
    }

    fn equal_sets(&self, a: Value, b: Value) -> Option<bool> {
        let (left, right) = (self.set_table(a)?, self.set_table(b)?);
        if left.len() != right.len() {
            return Some(false);
        }
        self.is_subset_of(left, right)
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
