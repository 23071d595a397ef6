//! Functions that go through an iterable, where its items are of built-in types.

use crate::builtins::sequences::is_missing;
use crate::data::float::{lost_by_adding, with_lost};
use crate::data::int::Int;
use crate::objects::Number;
use crate::state::{Machine, Outcome, Thrown, Type, Value};

/// Ranges with more members are gone through by Python code: one step at a time, which limits can end.
const LONG: i64 = 1 << 20;

/// The items of a container that is there as a whole.
fn items(machine: &mut Machine, value: Value) -> Result<Option<Vec<Value>>, Thrown> {
    match machine.exact_type(value) {
        Some(
            Type::List
            | Type::Tuple
            | Type::Set
            | Type::FrozenSet
            | Type::Dict
            | Type::DictKeys
            | Type::DictValues
            | Type::Str
            | Type::Bytes,
        ) => machine.all_items(value),
        Some(Type::Range) if machine.small_range(value).is_some_and(|(_, _, len)| len <= LONG) => {
            machine.all_items(value)
        }
        _ => Ok(None),
    }
}

pub fn all(machine: &mut Machine, args: &[Value]) -> Outcome {
    quantify(machine, args[0], false)
}

pub fn any(machine: &mut Machine, args: &[Value]) -> Outcome {
    quantify(machine, args[0], true)
}

/// Whether an item has this truth; the first one ends the search.
fn quantify(machine: &mut Machine, iterable: Value, wanted: bool) -> Outcome {
    if machine.is_exact(iterable, Type::Range) {
        return Ok(Value::NOTHING);
    }
    let Some(items) = items(machine, iterable)? else { return Ok(Value::NOTHING) };
    for item in items {
        match machine.truth_value(item) {
            Some(truth) if truth == wanted => return Ok(Value::bool(wanted)),
            Some(_) => {}
            None => return Ok(Value::NOTHING),
        }
    }
    Ok(Value::bool(!wanted))
}

pub fn max(machine: &mut Machine, args: &[Value]) -> Outcome {
    extreme(machine, args, "max")
}

pub fn min(machine: &mut Machine, args: &[Value]) -> Outcome {
    extreme(machine, args, "min")
}

/// The greatest or least item; of equal ones the first.
fn extreme(machine: &mut Machine, args: &[Value], name: &str) -> Outcome {
    let &[candidates, key, default] = args else { return Ok(Value::NOTHING) };
    if !is_missing(key) {
        return Ok(Value::NOTHING);
    }
    let candidates = match machine.tuple_items(candidates) {
        &[single] => match items(machine, single)? {
            Some(items) => items,
            None => return Ok(Value::NOTHING),
        },
        several if several.len() > 1 && default.is_nothing() => several.to_vec(),
        _ => return Ok(Value::NOTHING),
    };
    let Some((&first, rest)) = candidates.split_first() else {
        let message = format!("{name}() iterable argument is empty");
        return default.present().ok_or_else(|| machine.value_error(&message));
    };
    let mut best = first;
    for &candidate in rest {
        let is_better =
            if name == "max" { machine.is_less(best, candidate) } else { machine.is_less(candidate, best) };
        match is_better {
            Some(true) => best = candidate,
            Some(false) => {}
            None => return Ok(Value::NOTHING),
        }
    }
    Ok(best)
}

/// A sum in progress.
enum Sum {
    Int(Int),
    /// What is lost by rounding is added up apart (Neumaier's algorithm).
    Float {
        total: f64,
        lost: f64,
    },
}

impl Sum {
    /// The sum with one more number; `None` if that is no matter of ints and floats.
    fn plus(self, number: Number) -> Option<Sum> {
        Some(match (self, number) {
            (Sum::Int(total), Number::Int(int)) => Sum::Int(total.add(&int)),
            (Sum::Int(total), Number::Float(float)) => {
                Sum::Float { total: total.to_f64().ok()? + float, lost: 0.0 }
            }
            (Sum::Float { total, lost }, Number::Float(float)) => {
                Sum::Float { total: total + float, lost: lost + lost_by_adding(total, float) }
            }
            (Sum::Float { total, lost }, Number::Int(Int::Small(int))) => {
                Sum::Float { total: total + int as f64, lost }
            }
            _ => return None,
        })
    }
}

pub fn sum(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[iterable, start] = args else { return Ok(Value::NOTHING) };
    if start.is_bool() {
        return Ok(Value::NOTHING);
    }
    let mut sum = match machine.exact_number(start.present().unwrap_or(Value::ZERO)) {
        Some(Number::Int(int)) => Sum::Int(int),
        Some(Number::Float(total)) => Sum::Float { total, lost: 0.0 },
        _ => return Ok(Value::NOTHING),
    };
    let Some(items) = items(machine, iterable)? else { return Ok(Value::NOTHING) };
    if items.is_empty() {
        return Ok(start.present().unwrap_or(Value::ZERO));
    }
    for item in items {
        let Some(number) = machine.exact_number(item) else { return Ok(Value::NOTHING) };
        match sum.plus(number) {
            Some(more) => sum = more,
            None => return Ok(Value::NOTHING),
        }
    }
    Ok(match sum {
        Sum::Int(int) => machine.heap.new_integer(int),
        Sum::Float { total, lost } => Value::float(with_lost(total, lost)),
    })
}
