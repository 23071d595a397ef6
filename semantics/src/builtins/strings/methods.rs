//! Searching, replacing and padding.

use super::{count_argument, subject};
use crate::data::sequence::Justify;
use crate::data::text::Text;
use crate::state::{Data, Machine, Outcome, Thrown, Value};

/// Checks that an argument is a string.
fn check_string(machine: &mut Machine, value: Value, name: &str) -> Result<(), Thrown> {
    if machine.text(value).is_some() {
        return Ok(());
    }
    let given = machine.type_name(value);
    Err(machine.type_error(&format!("{name} must be str, not {given}")))
}

impl Machine {
    /// An optional bound of a search: an int, or `None`.
    pub fn search_bound(&mut self, value: Value) -> Result<Option<i64>, Thrown> {
        if value.is_nothing() || value.is_none() {
            return Ok(None);
        }
        match self.clamped(value) {
            Some(bound) => Ok(Some(bound)),
            None => {
                Err(self.type_error("slice indices must be integers or None or have an __index__ method"))
            }
        }
    }
}

fn bounds(machine: &mut Machine, args: &[Value]) -> Result<(Option<i64>, Option<i64>), Thrown> {
    Ok((machine.search_bound(args[2])?, machine.search_bound(args[3])?))
}

type Search = fn(&Text, &Text, Option<i64>, Option<i64>) -> Option<usize>;

fn search(
    machine: &mut Machine,
    args: &[Value],
    name: &str,
    search: Search,
) -> Result<Option<usize>, Thrown> {
    check_string(machine, args[1], &format!("{name}() argument 1"))?;
    let (start, end) = bounds(machine, args)?;
    Ok(search(subject(machine, args[0]), subject(machine, args[1]), start, end))
}

fn found_or_minus_one(found: Option<usize>) -> Outcome {
    Ok(Value::small(found.map_or(-1, |at| at as i64)))
}

fn found_or_error(machine: &mut Machine, found: Option<usize>) -> Outcome {
    match found {
        Some(at) => Ok(Value::small(at as i64)),
        None => Err(machine.value_error("substring not found")),
    }
}

pub fn find(machine: &mut Machine, args: &[Value]) -> Outcome {
    found_or_minus_one(search(machine, args, "find", Text::find)?)
}

pub fn rfind(machine: &mut Machine, args: &[Value]) -> Outcome {
    found_or_minus_one(search(machine, args, "rfind", Text::rfind)?)
}

pub fn index(machine: &mut Machine, args: &[Value]) -> Outcome {
    let found = search(machine, args, "index", Text::find)?;
    found_or_error(machine, found)
}

pub fn rindex(machine: &mut Machine, args: &[Value]) -> Outcome {
    let found = search(machine, args, "rindex", Text::rfind)?;
    found_or_error(machine, found)
}

pub fn count(machine: &mut Machine, args: &[Value]) -> Outcome {
    check_string(machine, args[1], "count() argument 1")?;
    let (start, end) = bounds(machine, args)?;
    let count = subject(machine, args[0]).count(subject(machine, args[1]), start, end);
    Ok(Value::small(count as i64))
}

type Affix = fn(&Text, &Text, Option<i64>, Option<i64>) -> bool;

fn has_affix(machine: &mut Machine, args: &[Value], name: &str, has: Affix) -> Outcome {
    let (start, end) = bounds(machine, args)?;
    let candidate = args[1];
    if machine.text(candidate).is_some() {
        return Ok(Value::bool(has(subject(machine, args[0]), subject(machine, candidate), start, end)));
    }
    if machine.heap.get(candidate).and_then(Data::tuple).is_none() {
        let given = machine.type_name(candidate);
        let message = format!("{name} first arg must be str or a tuple of str, not {given}");
        return Err(machine.type_error(&message));
    }
    for candidate in machine.tuple_items(candidate).to_vec() {
        if machine.text(candidate).is_none() {
            let given = machine.type_name(candidate);
            let message = format!("tuple for {name} must only contain str, not {given}");
            return Err(machine.type_error(&message));
        }
        if has(subject(machine, args[0]), subject(machine, candidate), start, end) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

pub fn starts_with(machine: &mut Machine, args: &[Value]) -> Outcome {
    has_affix(machine, args, "startswith", Text::starts_with)
}

pub fn ends_with(machine: &mut Machine, args: &[Value]) -> Outcome {
    has_affix(machine, args, "endswith", Text::ends_with)
}

pub fn remove_prefix(machine: &mut Machine, args: &[Value]) -> Outcome {
    check_string(machine, args[1], "removeprefix() argument")?;
    let text = subject(machine, args[0]).remove_prefix(subject(machine, args[1]));
    Ok(machine.heap.new_text(text))
}

pub fn remove_suffix(machine: &mut Machine, args: &[Value]) -> Outcome {
    check_string(machine, args[1], "removesuffix() argument")?;
    let text = subject(machine, args[0]).remove_suffix(subject(machine, args[1]));
    Ok(machine.heap.new_text(text))
}

pub fn replace(machine: &mut Machine, args: &[Value]) -> Outcome {
    check_string(machine, args[1], "replace() argument 1")?;
    check_string(machine, args[2], "replace() argument 2")?;
    let count = count_argument(machine, args[3], -1)?;
    let limit = machine.allowance();
    let [text, old, new] = [args[0], args[1], args[2]].map(|value| subject(machine, value));
    let result = text.replace(old, new, count, limit);
    let text = machine.lift(result)?;
    Ok(machine.heap.new_text(text))
}

fn pad(machine: &mut Machine, args: &[Value], justify: Justify) -> Outcome {
    let width = count_argument(machine, args[1], 0)?;
    let fill = fill_character(machine, args[2])?;
    let limit = machine.allowance();
    let result = subject(machine, args[0]).pad(width, fill, justify, limit);
    let text = machine.lift(result)?;
    Ok(machine.heap.new_text(text))
}

fn fill_character(machine: &mut Machine, value: Value) -> Result<u32, Thrown> {
    if value.is_nothing() {
        return Ok(b' ' as u32);
    }
    match machine.text(value) {
        None => {
            let given = machine.type_name(value);
            Err(machine.type_error(&format!("The fill character must be a unicode character, not {given}")))
        }
        Some(text) if text.len() == 1 => Ok(text.code_point(0).unwrap_or(b' ' as u32)),
        Some(_) => Err(machine.type_error("The fill character must be exactly one character long")),
    }
}

pub fn center(machine: &mut Machine, args: &[Value]) -> Outcome {
    pad(machine, args, Justify::Center)
}

pub fn ljust(machine: &mut Machine, args: &[Value]) -> Outcome {
    pad(machine, args, Justify::Left)
}

pub fn rjust(machine: &mut Machine, args: &[Value]) -> Outcome {
    pad(machine, args, Justify::Right)
}

pub fn zero_fill(machine: &mut Machine, args: &[Value]) -> Outcome {
    let width = count_argument(machine, args[1], 0)?;
    let limit = machine.allowance();
    let result = subject(machine, args[0]).zero_fill(width, limit);
    let text = machine.lift(result)?;
    Ok(machine.heap.new_text(text))
}

pub fn expand_tabs(machine: &mut Machine, args: &[Value]) -> Outcome {
    let size = count_argument(machine, args[1], 8)?;
    let limit = machine.allowance();
    let result = subject(machine, args[0]).expand_tabs(size, limit);
    let text = machine.lift(result)?;
    Ok(machine.heap.new_text(text))
}
