//! Splitting, stripping and joining.

use super::{count_argument, subject};
use crate::data::error::{DataError, Outcome as DataOutcome};
use crate::data::sequence::Side;
use crate::data::text::{Joining, Text};
use crate::state::{Machine, Outcome, Type, Value};

fn list_of_texts(machine: &mut Machine, texts: Vec<Text>) -> Outcome {
    let items = texts.into_iter().map(|text| machine.heap.new_text(text)).collect();
    Ok(machine.heap.new_list(items))
}

type Split = fn(&Text, Option<&Text>, i64) -> DataOutcome<Vec<Text>>;

fn split_by(machine: &mut Machine, args: &[Value], split: Split) -> Outcome {
    let separator = args[1];
    let most = count_argument(machine, args[2], -1)?;
    let is_given = separator.is_present() && !separator.is_none();
    if is_given && machine.text(separator).is_none() {
        let message = format!("must be str or None, not {}", machine.type_name(separator));
        return Err(machine.type_error(&message));
    }
    let parts = split(subject(machine, args[0]), machine.text(separator), most);
    let parts = machine.lift(parts)?;
    list_of_texts(machine, parts)
}

pub fn split(machine: &mut Machine, args: &[Value]) -> Outcome {
    split_by(machine, args, Text::split)
}

pub fn rsplit(machine: &mut Machine, args: &[Value]) -> Outcome {
    split_by(machine, args, Text::rsplit)
}

pub fn split_lines(machine: &mut Machine, args: &[Value]) -> Outcome {
    let keep_ends = args[1].is_present() && machine.truth_value(args[1]).unwrap_or(true);
    let lines = subject(machine, args[0]).split_lines(keep_ends);
    list_of_texts(machine, lines)
}

type Partition = fn(&Text, &Text) -> DataOutcome<[Text; 3]>;

fn partition_by(machine: &mut Machine, args: &[Value], partition: Partition) -> Outcome {
    if machine.text(args[1]).is_none() {
        let message = format!("must be str, not {}", machine.type_name(args[1]));
        return Err(machine.type_error(&message));
    }
    let parts = partition(subject(machine, args[0]), subject(machine, args[1]));
    let parts = machine.lift(parts)?.map(|text| machine.heap.new_text(text));
    Ok(machine.heap.new_tuple(parts))
}

pub fn partition(machine: &mut Machine, args: &[Value]) -> Outcome {
    partition_by(machine, args, Text::partition)
}

pub fn rpartition(machine: &mut Machine, args: &[Value]) -> Outcome {
    partition_by(machine, args, Text::rpartition)
}

fn strip_side(machine: &mut Machine, args: &[Value], side: Side, name: &str) -> Outcome {
    let is_given = args[1].is_present() && !args[1].is_none();
    if is_given && machine.text(args[1]).is_none() {
        return Err(machine.type_error(&format!("{name} arg must be None or str")));
    }
    let stripped = subject(machine, args[0]).strip(machine.text(args[1]), side);
    Ok(machine.heap.new_text(stripped))
}

pub fn strip(machine: &mut Machine, args: &[Value]) -> Outcome {
    strip_side(machine, args, Side::Both, "strip")
}

pub fn lstrip(machine: &mut Machine, args: &[Value]) -> Outcome {
    strip_side(machine, args, Side::Left, "lstrip")
}

pub fn rstrip(machine: &mut Machine, args: &[Value]) -> Outcome {
    strip_side(machine, args, Side::Right, "rstrip")
}

/// Why strings were not joined.
enum Unjoined {
    /// The item at this place is no string.
    NoString(usize),
    Data(DataError),
}

fn join_items(machine: &Machine, separator: &Text, items: &[Value]) -> Result<Text, Unjoined> {
    let mut joining = Joining::new(separator);
    for (place, &item) in items.iter().enumerate() {
        joining.measure(machine.text(item).ok_or(Unjoined::NoString(place))?);
    }
    let parts = items.iter().filter_map(|&item| machine.text(item));
    joining.join(parts, machine.allowance()).map_err(Unjoined::Data)
}

pub fn join(machine: &mut Machine, args: &[Value]) -> Outcome {
    let copied;
    let items = match machine.exact_type(args[1]) {
        Some(Type::List | Type::Tuple) => machine.sequence_items(args[1]),
        _ => match machine.all_items(args[1])? {
            Some(items) => {
                copied = items;
                &copied
            }
            None => return Ok(Value::NOTHING),
        },
    };
    if let &[only] = items
        && machine.is_exact(only, Type::Str)
    {
        return Ok(only);
    }
    match join_items(machine, subject(machine, args[0]), items) {
        Ok(text) => Ok(machine.heap.new_text(text)),
        Err(Unjoined::Data(error)) => Err(machine.data_error(error)),
        Err(Unjoined::NoString(place)) => {
            let given = machine.type_name(items[place]);
            let message = format!("sequence item {place}: expected str instance, {given} found");
            Err(machine.type_error(&message))
        }
    }
}
