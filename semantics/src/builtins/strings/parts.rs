//! Splitting, stripping and joining.

use super::{count_argument, subject};
use crate::data::error::Outcome as DataOutcome;
use crate::data::sequence::Side;
use crate::data::text::Text;
use crate::state::{Machine, Outcome, Value};

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

pub fn join(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(items) = machine.all_items(args[1])? else { return Ok(Value::NOTHING) };
    if let Some(place) = items.iter().position(|item| machine.text(*item).is_none()) {
        let given = machine.type_name(items[place]);
        return Err(
            machine.type_error(&format!("sequence item {place}: expected str instance, {given} found"))
        );
    }
    if let [only] = items.as_slice()
        && machine.is_exact(*only, crate::state::Type::Str)
    {
        return Ok(*only);
    }
    let limit = machine.allowance();
    let parts = items.iter().map(|item| subject(machine, *item));
    let joined = subject(machine, args[0]).join(parts, limit);
    let text = machine.lift(joined)?;
    Ok(machine.heap.new_text(text))
}
