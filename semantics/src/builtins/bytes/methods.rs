//! What bytes and bytearrays have in common.

use super::{buffer, byte, count_argument, like, subject};
use crate::builtins::strings::percent;
use crate::data::bytes;
use crate::data::error::Outcome as DataOutcome;
use crate::data::sequence::{self, Justify};
use crate::data::text::Text;
use crate::state::{Machine, Outcome, Thrown, Type, Value};

/// The result of a data operation as an object like `self`.
fn give(machine: &mut Machine, value: Value, result: DataOutcome<Vec<u8>>) -> Outcome {
    let bytes = machine.lift(result)?;
    Ok(like(machine, value, bytes))
}

pub fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

pub fn hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let hash = crate::data::hash::of_bytes(subject(machine, args[0]));
    Ok(machine.heap.new_int(hash))
}

pub fn plain(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.is_exact(args[0], Type::Bytes) {
        return Ok(args[0]);
    }
    let bytes = subject(machine, args[0]).to_vec();
    Ok(machine.heap.new_bytes(bytes))
}

pub fn new_arguments(machine: &mut Machine, args: &[Value]) -> Outcome {
    let bytes = plain(machine, args)?;
    Ok(machine.heap.new_tuple([bytes]))
}

pub fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(subject(machine, args[0]).len() as i64))
}

pub fn get_item(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.sequence_item(args[0], args[1])
}

pub fn add(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.bytes_of(args[1]).is_none() {
        let (given, own) = (machine.type_name(args[1]), machine.type_name(args[0]));
        return Err(machine.type_error(&format!("can't concat {given} to {own}")));
    }
    machine.concat_sequences(args[0], args[1])
}

pub fn multiply(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repeat_or_ask(args[0], args[1])
}

pub fn contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(part) = machine.bytes_of(args[1]) {
        return Ok(Value::bool(sequence::find(subject(machine, args[0]), part).is_some()));
    }
    let asks = machine.special(args[1], crate::state::names::__index__).is_present();
    if !machine.is_integer(args[1]) && !asks {
        buffer(machine, args[1])?;
    }
    let Some(byte) = byte(machine, args[1])? else { return Ok(Value::NOTHING) };
    Ok(Value::bool(subject(machine, args[0]).contains(&byte)))
}

fn formatted(machine: &mut Machine, template: Value, value: Value) -> Outcome {
    let latin1: Text = subject(machine, template).iter().map(|byte| *byte as u32).collect();
    match percent::expand(machine, &latin1, value, true)? {
        Some(text) => {
            let bytes = text.code_points().map(|point| point as u8).collect();
            Ok(like(machine, template, bytes))
        }
        None => Ok(Value::NOTHING),
    }
}

pub fn modulo(machine: &mut Machine, args: &[Value]) -> Outcome {
    formatted(machine, args[0], args[1])
}

pub fn reflected_modulo(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.bytes_of(args[1]).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    formatted(machine, args[1], args[0])
}

pub fn decode(machine: &mut Machine, args: &[Value]) -> Outcome {
    let encoding = machine.encoding(args[1], "decode")?;
    let bytes = subject(machine, args[0]).to_vec();
    machine.decode_by_name(&bytes, encoding, args[2], "decode")
}

pub fn is_ascii(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::bool(subject(machine, args[0]).is_ascii()))
}

pub fn lower(machine: &mut Machine, args: &[Value]) -> Outcome {
    let bytes = subject(machine, args[0]).to_ascii_lowercase();
    Ok(like(machine, args[0], bytes))
}

pub fn upper(machine: &mut Machine, args: &[Value]) -> Outcome {
    let bytes = subject(machine, args[0]).to_ascii_uppercase();
    Ok(like(machine, args[0], bytes))
}

fn pad(machine: &mut Machine, args: &[Value], justify: Justify, name: &str) -> Outcome {
    let width = count_argument(machine, args[1], 0)?;
    let fill = fill_byte(machine, args[2], name)?;
    let limit = machine.allowance();
    let result = sequence::pad(subject(machine, args[0]), width, fill, justify, limit);
    give(machine, args[0], result)
}

fn fill_byte(machine: &mut Machine, value: Value, name: &str) -> Result<u8, Thrown> {
    match machine.bytes_of(value) {
        _ if value.is_nothing() => Ok(b' '),
        Some(&[byte]) => Ok(byte),
        _ => {
            let given = machine.type_name(value);
            let message = format!("{name}() argument 2 must be a byte string of length 1, not {given}");
            Err(machine.type_error(&message))
        }
    }
}

pub fn center(machine: &mut Machine, args: &[Value]) -> Outcome {
    pad(machine, args, Justify::Center, "center")
}

pub fn ljust(machine: &mut Machine, args: &[Value]) -> Outcome {
    pad(machine, args, Justify::Left, "ljust")
}

pub fn rjust(machine: &mut Machine, args: &[Value]) -> Outcome {
    pad(machine, args, Justify::Right, "rjust")
}

pub fn zero_fill(machine: &mut Machine, args: &[Value]) -> Outcome {
    let width = count_argument(machine, args[1], 0)?;
    let limit = machine.allowance();
    let result = sequence::zero_fill(subject(machine, args[0]), width, limit);
    give(machine, args[0], result)
}

pub fn expand_tabs(machine: &mut Machine, args: &[Value]) -> Outcome {
    let size = count_argument(machine, args[1], 8)?;
    let limit = machine.allowance();
    let result = sequence::expand_tabs(subject(machine, args[0]), size, limit);
    give(machine, args[0], result)
}

pub fn replace(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (old, new) = (buffer(machine, args[1])?, buffer(machine, args[2])?);
    let count = count_argument(machine, args[3], -1)?;
    let limit = machine.allowance();
    let bytes = subject(machine, args[0]);
    let result = sequence::replace(bytes, &old, &new, count, limit);
    let result = result.map(|replaced| replaced.unwrap_or_else(|| bytes.to_vec()));
    give(machine, args[0], result)
}

pub fn remove_prefix(machine: &mut Machine, args: &[Value]) -> Outcome {
    let prefix = buffer(machine, args[1])?;
    let bytes = subject(machine, args[0]);
    let kept = bytes.strip_prefix(prefix.as_slice()).unwrap_or(bytes).to_vec();
    Ok(like(machine, args[0], kept))
}

pub fn remove_suffix(machine: &mut Machine, args: &[Value]) -> Outcome {
    let suffix = buffer(machine, args[1])?;
    let bytes = subject(machine, args[0]);
    let kept = bytes.strip_suffix(suffix.as_slice()).unwrap_or(bytes).to_vec();
    Ok(like(machine, args[0], kept))
}

pub fn from_hex(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(text) = machine.text(args[1]) else {
        let given = machine.type_name(args[1]);
        return Err(machine.type_error(&format!("fromhex() argument must be str, not {given}")));
    };
    let bytes = bytes::from_hex(text);
    let bytes = machine.lift(bytes)?;
    let Some(class) = args[0].as_handle() else { return Ok(Value::NOTHING) };
    Ok(match machine.class_data(class).layout {
        Type::ByteArray => machine.bytearray_of_class(class, bytes),
        _ => machine.bytes_of_class(class, bytes),
    })
}

pub fn to_hex(machine: &mut Machine, args: &[Value]) -> Outcome {
    let separator = match (machine.text(args[1]), machine.bytes_of(args[1])) {
        (Some(text), _) => Some(text.clone()),
        (_, Some(bytes)) => Some(bytes.iter().map(|byte| *byte as u32).collect()),
        _ if args[1].is_nothing() => None,
        _ => {
            let given = machine.type_name(args[1]);
            let has_length = machine.special(args[1], crate::state::names::__len__).is_present();
            let message = match has_length {
                true => "sep must be str or bytes.".to_owned(),
                false => format!("object of type '{given}' has no len()"),
            };
            return Err(machine.type_error(&message));
        }
    };
    let group = count_argument(machine, args[2], 1)?;
    let text = bytes::to_hex(subject(machine, args[0]), separator.as_ref(), group);
    let text = machine.lift(text)?;
    Ok(machine.heap.new_text(text))
}

pub fn make_table(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (from, to) = (buffer(machine, args[0])?, buffer(machine, args[1])?);
    let table = machine.lift(bytes::translation_table(&from, &to))?;
    Ok(machine.heap.new_bytes(table))
}

pub fn translate(machine: &mut Machine, args: &[Value]) -> Outcome {
    let table = if args[1].is_none() { None } else { Some(buffer(machine, args[1])?) };
    let deleted = if args[2].is_nothing() { Vec::new() } else { buffer(machine, args[2])? };
    let result = bytes::translate(subject(machine, args[0]), table.as_deref(), &deleted);
    give(machine, args[0], result)
}

pub fn join(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(items) = machine.all_items(args[1])? else { return Ok(Value::NOTHING) };
    if let Some(place) = items.iter().position(|item| machine.bytes_of(*item).is_none()) {
        let given = machine.type_name(items[place]);
        let message = format!("sequence item {place}: expected a bytes-like object, {given} found");
        return Err(machine.type_error(&message));
    }
    let limit = machine.allowance();
    let parts = items.iter().map(|item| subject(machine, *item));
    let result = bytes::join(subject(machine, args[0]), parts, limit);
    give(machine, args[0], result)
}
