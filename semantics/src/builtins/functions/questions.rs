//! Questions to one object.

use crate::state::{Machine, Outcome, Value, names};

pub fn callable(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::bool(machine.special(args[0], names::__call__).is_present()))
}

pub fn hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(match machine.key_hash(args[0]) {
        Some(hash) => machine.heap.new_int(hash),
        None => Value::NOTHING,
    })
}

pub fn id(machine: &mut Machine, args: &[Value]) -> Outcome {
    let identity = machine.heap.identity(args[0]);
    Ok(machine.heap.new_int(identity))
}

pub fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.length(args[0]).map_or(Value::NOTHING, |len| Value::small(len as i64)))
}
