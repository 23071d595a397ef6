//! The order of values of built-in types, where no code of the program can be involved; equality is in [`super::equality`].
//!
//! The answers are `None` where that is not certain, or where containers are nested deeply: then the protocol decides.

use super::Number;
use super::arithmetic::{number_order, order_satisfies};
use super::equality::{Likeness, MOST_NESTED};
use crate::state::{Data, Handle, Machine, Value, names};
use spec::ast::Kind;

impl Machine {
    /// Whether a special method of a class is the one of `object`.
    pub fn inherits_from_object(&mut self, class: Handle, name: Value) -> bool {
        let found = self.lookup(class, name);
        matches!(self.heap.get(found), Some(Data::Builtin(builtin)) if builtin.owner == "object")
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
            Kind::Eq => self.values_equal(a, b, depth),
            Kind::NotEq if self.has_own_inequality(a) || self.has_own_inequality(b) => None,
            Kind::NotEq => self.values_equal(a, b, depth).map(|equal| !equal),
            _ => self.order_values(op, a, b, depth),
        }
    }

    /// `<`, `<=`, `>` or `>=` of values of built-in classes.
    fn order_values(&self, op: Kind, a: Value, b: Value, depth: u32) -> Option<bool> {
        // A subclass may have an order of its own.
        self.exact_type(a).and(self.exact_type(b))?;
        let likeness = self.likeness(a);
        if likeness != self.likeness(b) {
            return None;
        }
        match likeness {
            Likeness::Number => {
                let (a, b) = (self.number(a)?, self.number(b)?);
                let is_complex = |number: &Number| matches!(number, Number::Complex(_));
                (!is_complex(&a) && !is_complex(&b)).then(|| order_satisfies(op, number_order(&a, &b)))
            }
            Likeness::Text => Some(order_satisfies(op, Some(self.text(a)?.cmp(self.text(b)?)))),
            Likeness::Bytes => Some(order_satisfies(op, Some(self.bytes_of(a)?.cmp(self.bytes_of(b)?)))),
            _ if depth >= MOST_NESTED => None,
            Likeness::List | Likeness::Tuple => self.order_sequences(op, a, b, depth),
            Likeness::Set => self.compare_sets(op, a, b, depth),
            _ => None,
        }
    }

    fn order_sequences(&self, op: Kind, a: Value, b: Value, depth: u32) -> Option<bool> {
        let (left, right) = (self.sequence_items(a), self.sequence_items(b));
        match self.first_difference(left, right, depth)? {
            Some(index) => self.order_values(op, left[index], right[index], depth + 1),
            None => Some(order_satisfies(op, Some(left.len().cmp(&right.len())))),
        }
    }

    /// Sets, nested so deeply, are ordered by inclusion.
    pub fn compare_sets(&self, op: Kind, a: Value, b: Value, depth: u32) -> Option<bool> {
        let (a, b) = if matches!(op, Kind::Gt | Kind::GtE) { (b, a) } else { (a, b) };
        let (left, right) = (self.set_table(a)?, self.set_table(b)?);
        let may_be = match op {
            Kind::Eq | Kind::NotEq => left.len() == right.len(),
            Kind::Lt | Kind::Gt => left.len() < right.len(),
            _ => left.len() <= right.len(),
        };
        let is_subset = may_be && self.is_subset_of(left, right, depth)?;
        Some(is_subset != (op == Kind::NotEq))
    }
}
