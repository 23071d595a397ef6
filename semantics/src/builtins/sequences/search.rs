//! `index`, `count` and `in`, which lists and tuples share.

use crate::state::{Data, Machine, Outcome, Value};

/// How often an item of a list or tuple equals a value.
pub fn count(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[sequence, value] = args else { return Ok(Value::NONE) };
    let mut count = 0;
    for &item in machine.sequence_items(sequence) {
        match machine.key_equal(item, value) {
            Some(equal) => count += equal as i64,
            None => return Ok(Value::NOTHING),
        }
    }
    Ok(Value::small(count))
}

/// The index of the first item that equals a value.
pub fn index(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[sequence, value, start, stop] = args else { return Ok(Value::NONE) };
    let (start, stop) = match (bound(machine, start, 0), bound(machine, stop, i64::MAX)) {
        (Some(start), Some(stop)) => (start, stop),
        _ => return Ok(Value::NOTHING),
    };
    let items = machine.sequence_items(sequence);
    let from_end = |at: i64| if at < 0 { (at + items.len() as i64).max(0) } else { at };
    let (start, stop) = (from_end(start), from_end(stop).min(items.len() as i64));
    for position in start..stop {
        match machine.key_equal(items[position as usize], value) {
            Some(true) => return Ok(Value::small(position)),
            Some(false) => {}
            None => return Ok(Value::NOTHING),
        }
    }
    if machine.heap.get(sequence).and_then(Data::tuple).is_some() {
        return Err(machine.value_error("tuple.index(x): x not in tuple"));
    }
    match machine.repr_value(value)? {
        Some(text) => Err(machine.value_error(&format!("{} is not in list", text.to_string_lossy()))),
        None => Ok(Value::NOTHING),
    }
}

fn bound(machine: &Machine, value: Value, default: i64) -> Option<i64> {
    if value.is_nothing() { Some(default) } else { machine.clamped(value) }
}

/// Whether a built-in container has an item.
pub fn contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.has_item(args[0], args[1])?.map_or(Value::NOTHING, Value::bool))
}
