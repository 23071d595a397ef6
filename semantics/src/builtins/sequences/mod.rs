//! `list`, `tuple`, `range`, `slice` (Library Reference, "Sequence Types").

mod list;
mod ranges;
mod search;
mod sort;
mod tuple;

pub use sort::sorted;

use crate::state::{Builtin, GetSet, Machine, Outcome, Type, Value};
use spec::ast::Kind;

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![list::METHODS, tuple::METHODS, ranges::RANGE, ranges::SLICE]
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    vec![ranges::RANGE_PARTS, ranges::SLICE_PARTS]
}

/// `self op other` for two lists or two tuples: `NotImplemented` if the other is none, nothing if code of the program
/// must compare items.
fn compare(machine: &mut Machine, args: &[Value], class: Type, op: Kind) -> Outcome {
    let &[left, right] = args else { return Ok(Value::NOTHING) };
    if !machine.is_instance(right, class) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let answer = match op {
        Kind::Eq => machine.equal_sequences(left, right, 0),
        Kind::NotEq => machine.equal_sequences(left, right, 0).map(|equal| !equal),
        _ => machine.compare_values(op, left, right, 0),
    };
    Ok(answer.map_or(Value::NOTHING, Value::bool))
}

/// `cls[item]`: a generic alias.
pub fn class_getitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.new_generic_alias(args[0], args[1]))
}

/// Whether an argument was left out or is `None`.
pub fn is_missing(value: Value) -> bool {
    value.is_nothing() || value.is_none()
}

/// An int for a length or a size.
pub fn size(len: usize) -> Value {
    Value::small(len as i64)
}
