//! Translation tables.

use super::subject;
use crate::data::error::DataError;
use crate::data::text::{MAX_CODE_POINT, Text, Translation};
use crate::objects::dicts::Found;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value};

/// Why a translation was given up.
enum Failure {
    /// Code of the program must be asked.
    Ask,
    Data(DataError),
}

impl From<DataError> for Failure {
    fn from(error: DataError) -> Failure {
        Failure::Data(error)
    }
}

pub fn translate(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_exact(args[1], Type::Dict) {
        return Ok(Value::NOTHING);
    }
    let limit = machine.allowance();
    let result = subject(machine, args[0]).translate(|point| translation(machine, args[1], point), limit);
    match result {
        Ok(text) => Ok(machine.heap.new_text(text)),
        Err(Failure::Ask) => Ok(Value::NOTHING),
        Err(Failure::Data(error)) => Err(machine.data_error(error)),
    }
}

/// What a dictionary says about a character.
fn translation(machine: &Machine, table: Value, point: u32) -> Result<Translation, Failure> {
    let Some(dict) = machine.dict(table) else { return Err(Failure::Ask) };
    let value = match machine.find_in_dict(dict, Value::small(point as i64), point as i64) {
        Found::At(index) => dict.value_at(index),
        Found::Absent => return Ok(Translation::Keep),
        Found::Ask => return Err(Failure::Ask),
    };
    if value.is_none() {
        return Ok(Translation::Delete);
    }
    if let Some(text) = machine.text(value) {
        return Ok(Translation::Text(text.clone()));
    }
    let Some(int) = machine.integer(value) else {
        return Err(DataError::type_error("character mapping must return integer, None or str").into());
    };
    let point = int.to_i64().filter(|point| (0..=MAX_CODE_POINT as i64).contains(point));
    let point =
        point.ok_or_else(|| DataError::value_error("character mapping must be in range(0x110000)"))?;
    Ok(Translation::Point(point as u32))
}

pub fn make_table(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[from, to, deleted] = args else { return Ok(Value::NONE) };
    if to.is_nothing() {
        return table_of_dict(machine, from);
    }
    if machine.text(from).is_none() {
        return Err(
            machine.type_error("first maketrans argument must be a string if there is a second argument")
        );
    }
    for (value, place) in [(to, 2), (deleted, 3)] {
        if value.is_present() && machine.text(value).is_none() {
            let given = machine.type_name(value);
            return Err(machine.type_error(&format!("maketrans() argument {place} must be str, not {given}")));
        }
    }
    let pairs = Text::translation_pairs(subject(machine, from), subject(machine, to));
    let pairs = machine.lift(pairs)?;
    let deleted: Vec<u32> =
        machine.text(deleted).map(|text| text.code_points().collect()).unwrap_or_default();
    let table = machine.heap.new_dict();
    for (from, to) in pairs {
        machine.try_dict_set(table, Value::small(from as i64), Value::small(to as i64));
    }
    for point in deleted {
        machine.try_dict_set(table, Value::small(point as i64), Value::NONE);
    }
    Ok(table)
}

/// The table of a dictionary with characters or their numbers as keys.
fn table_of_dict(machine: &mut Machine, dict: Value) -> Outcome {
    let Some(Data::Dict(entries)) = machine.heap.get(dict) else {
        return Err(machine.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    let entries: Vec<(Value, Value)> = entries.iter().map(|entry| (entry.key, entry.value)).collect();
    let table = machine.heap.new_dict();
    for (key, value) in entries {
        let key = table_key(machine, key)?;
        machine.try_dict_set(table, key, value);
    }
    Ok(table)
}

fn table_key(machine: &mut Machine, key: Value) -> Result<Value, Thrown> {
    if let Some(text) = machine.text(key) {
        if text.len() != 1 {
            return Err(machine.value_error("string keys in translate table must be of length 1"));
        }
        return Ok(Value::small(text.code_point(0).unwrap_or(0) as i64));
    }
    if machine.is_integer(key) {
        return Ok(key);
    }
    Err(machine.type_error("keys in translate table must be strings or integers"))
}
