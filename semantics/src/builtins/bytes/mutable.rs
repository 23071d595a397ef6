//! What changes a bytearray.

use super::{byte, subject};
use crate::primitives::remove_positions;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value, names};

/// Changes the content, and counts what it takes more.
fn change<T>(machine: &mut Machine, value: Value, change: impl FnOnce(&mut Vec<u8>) -> T) -> Option<T> {
    let Some(Data::ByteArray(bytes)) = machine.heap.get_mut(value) else { return None };
    let before = bytes.capacity();
    let result = change(bytes);
    let after = bytes.capacity();
    machine.heap.grew(after.saturating_sub(before));
    Some(result)
}

pub fn append(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(byte) = byte(machine, args[1])? else { return Ok(Value::NOTHING) };
    change(machine, args[0], |bytes| bytes.push(byte));
    Ok(Value::NONE)
}

pub fn clear(machine: &mut Machine, args: &[Value]) -> Outcome {
    change(machine, args[0], Vec::clear);
    Ok(Value::NONE)
}

pub fn copy(machine: &mut Machine, args: &[Value]) -> Outcome {
    let bytes = subject(machine, args[0]).to_vec();
    Ok(machine.heap.new_object(Type::ByteArray, Data::ByteArray(bytes.into())))
}

pub fn reverse(machine: &mut Machine, args: &[Value]) -> Outcome {
    change(machine, args[0], |bytes| bytes.reverse());
    Ok(Value::NONE)
}

pub fn allocated(machine: &mut Machine, args: &[Value]) -> Outcome {
    let len = subject(machine, args[0]).len() as i64;
    Ok(Value::small(if len == 0 { 0 } else { len + 1 }))
}

pub fn size(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(57 + subject(machine, args[0]).len() as i64))
}

pub fn insert(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(index) = machine.clamped(args[1]) else { return Ok(Value::NOTHING) };
    let Some(byte) = byte(machine, args[2])? else { return Ok(Value::NOTHING) };
    change(machine, args[0], |bytes| {
        let len = bytes.len() as i64;
        let at = if index < 0 { index.saturating_add(len).max(0) } else { index.min(len) };
        bytes.insert(at as usize, byte);
    });
    Ok(Value::NONE)
}

pub fn pop(machine: &mut Machine, args: &[Value]) -> Outcome {
    let index = if args[1].is_nothing() { Some(-1) } else { machine.clamped(args[1]) };
    let Some(index) = index else { return Ok(Value::NOTHING) };
    let len = subject(machine, args[0]).len();
    if len == 0 {
        return Err(machine.index_error("pop from empty bytearray"));
    }
    let Some(at) = Machine::position(index, len) else {
        return Err(machine.index_error("pop index out of range"));
    };
    let byte = change(machine, args[0], |bytes| bytes.remove(at)).unwrap_or(0);
    Ok(Value::small(byte as i64))
}

pub fn remove(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(byte) = byte(machine, args[1])? else { return Ok(Value::NOTHING) };
    let Some(at) = memchr::memchr(byte, subject(machine, args[0])) else {
        return Err(machine.value_error("value not found in bytearray"));
    };
    change(machine, args[0], |bytes| bytes.remove(at));
    Ok(Value::NONE)
}

pub fn extend(machine: &mut Machine, args: &[Value]) -> Outcome {
    let new = match machine.bytes_of(args[1]) {
        Some(bytes) => Some(bytes.to_vec()),
        None if machine.text(args[1]).is_some() || machine.exact_type(args[1]).is_none() => None,
        None => match machine.all_items(args[1])? {
            Some(items) => machine.bytes_of_items(&items, "byte")?,
            None => None,
        },
    };
    let Some(new) = new else { return Ok(Value::NOTHING) };
    machine.allow(new.len())?;
    change(machine, args[0], |bytes| bytes.extend(new));
    Ok(Value::NONE)
}

pub fn extend_in_place(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(new) = machine.bytes_of(args[1]).map(<[u8]>::to_vec) else {
        let (given, own) = (machine.type_name(args[1]), machine.type_name(args[0]));
        return Err(machine.type_error(&format!("can't concat {given} to {own}")));
    };
    machine.allow(new.len())?;
    change(machine, args[0], |bytes| bytes.extend(new));
    Ok(args[0])
}

pub fn repeat_in_place(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_integer(args[1]) {
        return machine.repeat_or_ask(args[0], args[1]);
    }
    let times = machine.repetitions(args[1])?;
    let len = subject(machine, args[0]).len();
    machine.allow(len.saturating_mul(times))?;
    change(machine, args[0], |bytes| {
        *bytes = if bytes.is_empty() { Vec::new() } else { bytes.repeat(times) }
    });
    Ok(args[0])
}

/// An error that a key is neither int nor slice; nothing if `__index__` must be asked.
fn wrong_key(machine: &mut Machine, key: Value) -> Outcome {
    let is_slice = matches!(machine.heap.get(key), Some(Data::Slice(_)));
    if is_slice || machine.special(key, names::__index__).is_present() {
        return Ok(Value::NOTHING);
    }
    let given = machine.type_name(key);
    Err(machine.type_error(&format!("bytearray indices must be integers or slices, not {given}")))
}

fn position(machine: &mut Machine, value: Value, index: i64) -> Result<usize, Thrown> {
    let len = subject(machine, value).len();
    match Machine::position(index, len) {
        Some(at) => Ok(at),
        None => Err(machine.index_error("bytearray index out of range")),
    }
}

pub fn set_item(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[object, key, value] = args else { return Ok(Value::NOTHING) };
    if let Some(index) = machine.clamped(key) {
        let Some(byte) = byte(machine, value)? else { return Ok(Value::NOTHING) };
        let at = position(machine, object, index)?;
        change(machine, object, |bytes| bytes[at] = byte);
        return Ok(Value::NONE);
    }
    let len = subject(machine, object).len();
    let Some(indices) = machine.slice_indices(key, len) else { return wrong_key(machine, key) };
    let indices = indices?;
    let new = match machine.bytes_of(value) {
        Some(bytes) => bytes.to_vec(),
        None if machine.is_integer(value) || machine.text(value).is_some() => {
            let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
            return Err(machine.type_error(message));
        }
        None => return Ok(Value::NOTHING),
    };
    if indices.step == 1 {
        machine.allow(new.len())?;
        let start = indices.start as usize;
        change(machine, object, |bytes| drop(bytes.splice(start..start + indices.len(), new)));
        return Ok(Value::NONE);
    }
    if new.is_empty() {
        change(machine, object, |bytes| remove_positions(bytes, indices));
        return Ok(Value::NONE);
    }
    if new.len() != indices.len() {
        let (given, wanted) = (new.len(), indices.len());
        let message = format!("attempt to assign bytes of size {given} to extended slice of size {wanted}");
        return Err(machine.value_error(&message));
    }
    change(machine, object, |bytes| indices.positions().zip(new).for_each(|(at, byte)| bytes[at] = byte));
    Ok(Value::NONE)
}

pub fn delete_item(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[object, key] = args else { return Ok(Value::NOTHING) };
    if let Some(index) = machine.clamped(key) {
        let at = position(machine, object, index)?;
        change(machine, object, |bytes| bytes.remove(at));
        return Ok(Value::NONE);
    }
    let len = subject(machine, object).len();
    let Some(indices) = machine.slice_indices(key, len) else { return wrong_key(machine, key) };
    let indices = indices?;
    change(machine, object, |bytes| remove_positions(bytes, indices));
    Ok(Value::NONE)
}
