//! Functions of numbers and characters. Other objects are asked by functions of the prelude.

use crate::builtins::sequences::is_missing;
use crate::data::float;
use crate::data::int::Int;
use crate::objects::Number;
use crate::state::{Data, Machine, Outcome, Value};
use spec::ast::Kind;

pub fn abs(machine: &mut Machine, args: &[Value]) -> Outcome {
    match machine.exact_number(args[0]) {
        Some(Number::Int(int)) => Ok(machine.heap.new_integer(int.abs())),
        Some(Number::Float(float)) => Ok(Value::float(float.abs())),
        Some(Number::Complex(complex)) => Ok(Value::float(machine.lift(complex.abs())?)),
        None => Ok(Value::NOTHING),
    }
}

pub fn bin(machine: &mut Machine, args: &[Value]) -> Outcome {
    digits(machine, args[0], Int::bin)
}

pub fn oct(machine: &mut Machine, args: &[Value]) -> Outcome {
    digits(machine, args[0], Int::oct)
}

pub fn hex(machine: &mut Machine, args: &[Value]) -> Outcome {
    digits(machine, args[0], Int::hex)
}

fn digits(machine: &mut Machine, value: Value, write: fn(&Int) -> String) -> Outcome {
    Ok(match machine.integer(value) {
        Some(int) => machine.heap.new_str(&write(&int)),
        None => Value::NOTHING,
    })
}

pub fn chr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(int) = machine.integer(args[0]) else { return Ok(Value::NOTHING) };
    match int.to_i64().map(u32::try_from) {
        Some(Ok(point)) if point < 0x11_0000 => Ok(machine.heap.character(point)),
        _ => Err(machine.value_error("chr() arg not in range(0x110000)")),
    }
}

pub fn ord(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (len, point) = match machine.heap.get(args[0]) {
        Some(Data::Str(text)) => (text.len(), text.code_point(0)),
        Some(Data::Bytes(bytes)) => (bytes.len(), bytes.first().map(|&byte| byte as u32)),
        Some(Data::ByteArray(bytes)) => (bytes.len(), bytes.first().map(|&byte| byte as u32)),
        _ => {
            let name = machine.type_name(args[0]);
            return Err(machine.type_error(&format!("ord() expected string of length 1, but {name} found")));
        }
    };
    match point {
        Some(point) if len == 1 => Ok(Value::small(point as i64)),
        _ => {
            Err(machine.type_error(&format!("ord() expected a character, but string of length {len} found")))
        }
    }
}

pub fn divmod(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (Some(a), Some(b)) = (machine.exact_number(args[0]), machine.exact_number(args[1])) else {
        return Ok(Value::NOTHING);
    };
    let pair = match (a, b) {
        (Number::Int(a), Number::Int(b)) => {
            machine.spend(a.work_to_divide(&b))?;
            let (quotient, rest) = machine.lift(a.divmod(&b))?;
            [machine.heap.new_integer(quotient), machine.heap.new_integer(rest)]
        }
        (Number::Complex(_), _) | (_, Number::Complex(_)) => return Ok(Value::NOTHING),
        (a, b) => {
            let (a, b) = (real(machine, a)?, real(machine, b)?);
            let (quotient, rest) = machine.lift(float::divmod(a, b))?;
            [Value::float(quotient), Value::float(rest)]
        }
    };
    Ok(machine.heap.new_tuple(pair))
}

/// A number that is not complex as a float.
fn real(machine: &mut Machine, number: Number) -> Result<f64, crate::state::Thrown> {
    match number {
        Number::Int(int) => machine.lift(int.to_f64()),
        Number::Float(float) => Ok(float),
        Number::Complex(complex) => Ok(complex.real),
    }
}

pub fn pow(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[base, exponent, modulus] = args else { return Ok(Value::NOTHING) };
    let (Some(a), Some(b)) = (machine.exact_number(base), machine.exact_number(exponent)) else {
        return Ok(Value::NOTHING);
    };
    if is_missing(modulus) {
        return machine.number_operation(Kind::Pow, a, b);
    }
    match (a, b, machine.exact_number(modulus)) {
        (Number::Int(a), Number::Int(b), Some(Number::Int(modulus))) => {
            machine.power_modulo(&a, &b, &modulus)
        }
        _ => Ok(Value::NOTHING),
    }
}

pub fn round(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[number, digits] = args else { return Ok(Value::NOTHING) };
    let places = if is_missing(digits) { None } else { Some(machine.integer(digits)) };
    match (machine.exact_number(number), places) {
        (Some(Number::Int(int)), None) => Ok(machine.heap.new_integer(int)),
        (Some(Number::Int(int)), Some(Some(places))) => Ok(machine.heap.new_integer(int.round(&places))),
        (Some(Number::Float(float)), None) => {
            let int = machine.lift(float::round_to_int(float))?;
            Ok(machine.heap.new_integer(int))
        }
        (Some(Number::Float(float)), Some(Some(places))) => {
            Ok(Value::float(machine.lift(float::round(float, places.to_i64_saturating()))?))
        }
        _ => Ok(Value::NOTHING),
    }
}
