//! Searching in bytes.

use super::subject;
use crate::data::bytes;
use crate::state::{Data, Machine, Outcome, Thrown, Value};

/// What is searched: bytes, or one byte as an int.
fn needle(machine: &mut Machine, value: Value) -> Result<Vec<u8>, Thrown> {
    if let Some(bytes) = machine.bytes_of(value) {
        return Ok(bytes.to_vec());
    }
    match machine.clamped(value).map(u8::try_from) {
        Some(Ok(byte)) => Ok(vec![byte]),
        Some(Err(_)) => Err(machine.value_error("byte must be in range(0, 256)")),
        None => {
            let given = machine.type_name(value);
            Err(machine
                .type_error(&format!("argument should be integer or bytes-like object, not '{given}'")))
        }
    }
}

type Search = fn(&[u8], &[u8], Option<i64>, Option<i64>) -> Option<usize>;

fn search(machine: &mut Machine, args: &[Value], search: Search) -> Result<Option<usize>, Thrown> {
    let (start, end) = (machine.search_bound(args[2])?, machine.search_bound(args[3])?);
    let needle = needle(machine, args[1])?;
    Ok(search(subject(machine, args[0]), &needle, start, end))
}

fn or_minus_one(found: Option<usize>) -> Outcome {
    Ok(Value::small(found.map_or(-1, |at| at as i64)))
}

pub fn find(machine: &mut Machine, args: &[Value]) -> Outcome {
    or_minus_one(search(machine, args, bytes::find)?)
}

pub fn rfind(machine: &mut Machine, args: &[Value]) -> Outcome {
    or_minus_one(search(machine, args, bytes::rfind)?)
}

fn or_error(machine: &mut Machine, found: Option<usize>) -> Outcome {
    let at = machine.lift(found.ok_or_else(bytes::not_found))?;
    Ok(Value::small(at as i64))
}

pub fn index(machine: &mut Machine, args: &[Value]) -> Outcome {
    let found = search(machine, args, bytes::find)?;
    or_error(machine, found)
}

pub fn rindex(machine: &mut Machine, args: &[Value]) -> Outcome {
    let found = search(machine, args, bytes::rfind)?;
    or_error(machine, found)
}

pub fn count(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (start, end) = (machine.search_bound(args[2])?, machine.search_bound(args[3])?);
    let needle = needle(machine, args[1])?;
    Ok(Value::small(bytes::count(subject(machine, args[0]), &needle, start, end) as i64))
}

type Affix = fn(&[u8], &[u8], Option<i64>, Option<i64>) -> bool;

fn has_affix(machine: &mut Machine, args: &[Value], name: &str, has: Affix) -> Outcome {
    let (start, end) = (machine.search_bound(args[2])?, machine.search_bound(args[3])?);
    let tuple = machine.heap.get(args[1]).and_then(Data::tuple).map(<[Value]>::to_vec);
    if tuple.is_none() && machine.bytes_of(args[1]).is_none() {
        let given = machine.type_name(args[1]);
        let message = format!("{name} first arg must be bytes or a tuple of bytes, not {given}");
        return Err(machine.type_error(&message));
    }
    for candidate in tuple.unwrap_or_else(|| vec![args[1]]) {
        let candidate = super::buffer(machine, candidate)?;
        if has(subject(machine, args[0]), &candidate, start, end) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

pub fn starts_with(machine: &mut Machine, args: &[Value]) -> Outcome {
    has_affix(machine, args, "startswith", bytes::starts_with)
}

pub fn ends_with(machine: &mut Machine, args: &[Value]) -> Outcome {
    has_affix(machine, args, "endswith", bytes::ends_with)
}
