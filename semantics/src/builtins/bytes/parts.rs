//! Splitting and stripping.

use super::{buffer, count_argument, like, subject};
use crate::data::bytes;
use crate::data::error::Outcome as DataOutcome;
use crate::data::sequence::{self, Side};
use crate::state::{Machine, Outcome, Thrown, Value};
use std::ops::Range;

fn list_of_parts(machine: &mut Machine, whole: Value, parts: Vec<Range<usize>>) -> Outcome {
    let items = parts.into_iter().map(|part| {
        let bytes = subject(machine, whole)[part].to_vec();
        like(machine, whole, bytes)
    });
    let items = items.collect();
    Ok(machine.heap.new_list(items))
}

/// Bytes, or nothing for `None` or a missing argument.
fn optional_buffer(machine: &mut Machine, value: Value) -> Result<Option<Vec<u8>>, Thrown> {
    if value.is_nothing() || value.is_none() { Ok(None) } else { buffer(machine, value).map(Some) }
}

type Split = fn(&[u8], Option<&[u8]>, i64) -> DataOutcome<Vec<Range<usize>>>;

fn split_by(machine: &mut Machine, args: &[Value], split: Split) -> Outcome {
    let most = count_argument(machine, args[2], -1)?;
    let separator = optional_buffer(machine, args[1])?;
    let parts = split(subject(machine, args[0]), separator.as_deref(), most);
    let parts = machine.lift(parts)?;
    list_of_parts(machine, args[0], parts)
}

pub fn split(machine: &mut Machine, args: &[Value]) -> Outcome {
    split_by(machine, args, bytes::split)
}

pub fn rsplit(machine: &mut Machine, args: &[Value]) -> Outcome {
    split_by(machine, args, bytes::rsplit)
}

pub fn split_lines(machine: &mut Machine, args: &[Value]) -> Outcome {
    let keep_ends = args[1].is_present() && machine.truth_value(args[1]).unwrap_or(true);
    let lines = bytes::split_lines(subject(machine, args[0]), keep_ends);
    list_of_parts(machine, args[0], lines)
}

fn partition_by(machine: &mut Machine, args: &[Value], from_right: bool) -> Outcome {
    let separator = buffer(machine, args[1])?;
    let found = sequence::partition(subject(machine, args[0]), &separator, from_right);
    let found = machine.lift(found)?;
    let whole = subject(machine, args[0]).to_vec();
    let parts = match found {
        Some(at) => [whole[..at].to_vec(), separator.clone(), whole[at + separator.len()..].to_vec()],
        None if from_right => [Vec::new(), Vec::new(), whole],
        None => [whole, Vec::new(), Vec::new()],
    };
    let parts = parts.map(|part| like(machine, args[0], part));
    Ok(machine.heap.new_tuple(parts))
}

pub fn partition(machine: &mut Machine, args: &[Value]) -> Outcome {
    partition_by(machine, args, false)
}

pub fn rpartition(machine: &mut Machine, args: &[Value]) -> Outcome {
    partition_by(machine, args, true)
}

fn strip_side(machine: &mut Machine, args: &[Value], side: Side) -> Outcome {
    let set = optional_buffer(machine, args[1])?;
    let bytes = subject(machine, args[0]);
    let kept = bytes[bytes::strip(bytes, set.as_deref(), side)].to_vec();
    Ok(like(machine, args[0], kept))
}

pub fn strip(machine: &mut Machine, args: &[Value]) -> Outcome {
    strip_side(machine, args, Side::Both)
}

pub fn lstrip(machine: &mut Machine, args: &[Value]) -> Outcome {
    strip_side(machine, args, Side::Left)
}

pub fn rstrip(machine: &mut Machine, args: &[Value]) -> Outcome {
    strip_side(machine, args, Side::Right)
}
