//! `float`.

use super::{Rank, compared, forward, number_bool, number_format, number_hash, of_one, reflected};
use crate::data::float;
use crate::data::int::Int;
use crate::protocols;
use crate::state::{Machine, Outcome, Type, Value};

use spec::ast::Kind;

builtins! { FLOAT, "float";
    "__new__" "cls, x=, /" leaf_or(new, "float_new") "A float from a number or a numeral.";
    "__repr__" "self, /" leaf(repr) "The shortest numeral that gives the same float.";
    "__hash__" "self, /" leaf(number_hash) "The hash, which equal numbers share.";
    "__bool__" "self, /" leaf(number_bool) "Whether it is not 0.";
    "__lt__" "self, value, /" leaf(compared!(Float Lt)) "self < value";
    "__le__" "self, value, /" leaf(compared!(Float LtE)) "self <= value";
    "__eq__" "self, value, /" leaf(compared!(Float Eq)) "self == value";
    "__ne__" "self, value, /" leaf(compared!(Float NotEq)) "self != value";
    "__gt__" "self, value, /" leaf(compared!(Float Gt)) "self > value";
    "__ge__" "self, value, /" leaf(compared!(Float GtE)) "self >= value";
    "__add__" "self, value, /" leaf(forward!(Float Add)) "self + value";
    "__radd__" "self, value, /" leaf(reflected!(Float Add)) "value + self";
    "__sub__" "self, value, /" leaf(forward!(Float Sub)) "self - value";
    "__rsub__" "self, value, /" leaf(reflected!(Float Sub)) "value - self";
    "__mul__" "self, value, /" leaf(forward!(Float Mult)) "self * value";
    "__rmul__" "self, value, /" leaf(reflected!(Float Mult)) "value * self";
    "__mod__" "self, value, /" leaf(forward!(Float Mod)) "self % value";
    "__rmod__" "self, value, /" leaf(reflected!(Float Mod)) "value % self";
    "__divmod__" "self, value, /" leaf(divmod) "Quotient and remainder.";
    "__rdivmod__" "self, value, /" leaf(rdivmod) "Quotient and remainder of value by self.";
    "__pow__" "self, value, mod=, /" leaf(pow) "self ** value";
    "__rpow__" "self, value, mod=, /" leaf(rpow) "value ** self";
    "__neg__" "self, /" leaf(of_one!(USub)) "-self";
    "__pos__" "self, /" leaf(of_one!(UAdd)) "+self";
    "__abs__" "self, /" leaf(abs) "The absolute value.";
    "__int__" "self, /" leaf(truncated) "The int towards zero.";
    "__trunc__" "self, /" leaf(truncated) "The int towards zero.";
    "__floor__" "self, /" leaf(floor) "The greatest int that is not greater.";
    "__ceil__" "self, /" leaf(ceil) "The least int that is not less.";
    "__round__" "self, ndigits:index=, /" leaf(round) "Rounded to digits after the point, or to an int.";
    "__float__" "self, /" leaf(plain) "The float itself.";
    "__floordiv__" "self, value, /" leaf(forward!(Float FloorDiv)) "self // value";
    "__rfloordiv__" "self, value, /" leaf(reflected!(Float FloorDiv)) "value // self";
    "__truediv__" "self, value, /" leaf(forward!(Float Div)) "self / value";
    "__rtruediv__" "self, value, /" leaf(reflected!(Float Div)) "value / self";
    "__format__" "self, format_spec, /" leaf_or_rule(number_format, protocols::object_format) "The number by a format specification.";
    "__getnewargs__" "self, /" leaf(new_arguments) "What makes a copy.";
    "__getformat__" "cls, typestr, /" leaf(storage_format) "How floats are stored.";
    "conjugate" "self, /" leaf(plain) "The complex conjugate, which is the float itself.";
    "as_integer_ratio" "self, /" leaf(as_integer_ratio) "Two ints whose quotient is exactly the float.";
    "fromhex" "cls, string, /" leaf(from_hex) "The float of a hexadecimal numeral.";
    "hex" "self, /" leaf(hex) "The float as a hexadecimal numeral.";
    "is_integer" "self, /" leaf(is_integer) "Whether it is a whole number.";
}

attributes! { FLOAT_ATTRIBUTES, "float";
    "real" get(plain) set(none) "The real part: the float itself.";
    "imag" get(zero) set(none) "The imaginary part: 0.0.";
}

fn number(machine: &Machine, value: Value) -> f64 {
    machine.float(value).unwrap_or(0.0)
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, value] = args else { return Ok(Value::NOTHING) };
    let class = machine.class_for_new(class);
    if value.is_nothing() {
        return Ok(machine.float_of_class(class, 0.0));
    }
    if value.is_object() && machine.exact_type(value).is_none() {
        return Ok(Value::NOTHING);
    }
    let parsed = if let Some(float) = machine.float(value) {
        Ok(float)
    } else if let Some(int) = machine.integer(value) {
        int.to_f64()
    } else if let Some(text) = machine.text(value) {
        float::parse(text)
    } else if let Some(bytes) = machine.bytes_of(value) {
        float::parse_bytes(bytes)
    } else {
        return Ok(Value::NOTHING);
    };
    let float = machine.lift(parsed)?;
    if float.is_nan() && class == Type::Float.handle() && !value.is_float() {
        return Ok(machine.heap.new_nan());
    }
    Ok(machine.float_of_class(class, float))
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = float::repr(number(machine, args[0]));
    Ok(machine.heap.new_str(&text))
}

fn plain(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::float(number(machine, args[0])))
}

fn zero(_machine: &mut Machine, _args: &[Value]) -> Outcome {
    Ok(Value::float(0.0))
}

/// Two real numbers as floats; `None` if one is something else.
fn floats(machine: &mut Machine, a: Value, b: Value) -> Result<Option<(f64, f64)>, crate::state::Thrown> {
    let mut both = [0.0; 2];
    for (float, value) in both.iter_mut().zip([a, b]) {
        *float = match (machine.float(value), machine.integer(value)) {
            (Some(float), _) => float,
            (None, Some(int)) => machine.lift(int.to_f64())?,
            (None, None) => return Ok(None),
        };
    }
    Ok(Some((both[0], both[1])))
}

fn divide(machine: &mut Machine, a: Value, b: Value) -> Outcome {
    let Some((a, b)) = floats(machine, a, b)? else { return Ok(Value::NOT_IMPLEMENTED) };
    let (quotient, remainder) = machine.lift(float::divmod(a, b))?;
    Ok(machine.heap.new_tuple([Value::float(quotient), Value::float(remainder)]))
}

fn divmod(machine: &mut Machine, args: &[Value]) -> Outcome {
    divide(machine, args[0], args[1])
}

fn rdivmod(machine: &mut Machine, args: &[Value]) -> Outcome {
    divide(machine, args[1], args[0])
}

fn power(machine: &mut Machine, base: Value, exponent: Value, modulus: Value) -> Outcome {
    if modulus.is_present() && !modulus.is_none() {
        return Err(machine.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    let Some((base, exponent)) = floats(machine, base, exponent)? else { return Ok(Value::NOT_IMPLEMENTED) };
    machine.float_operation(Kind::Pow, base, exponent)
}

fn pow(machine: &mut Machine, args: &[Value]) -> Outcome {
    power(machine, args[0], args[1], args[2])
}

fn rpow(machine: &mut Machine, args: &[Value]) -> Outcome {
    power(machine, args[1], args[0], args[2])
}

fn abs(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::float(number(machine, args[0]).abs()))
}

fn to_int(machine: &mut Machine, float: f64) -> Outcome {
    let int = machine.lift(Int::from_f64(float))?;
    Ok(machine.heap.new_integer(int))
}

fn truncated(machine: &mut Machine, args: &[Value]) -> Outcome {
    let float = number(machine, args[0]);
    to_int(machine, float)
}

fn floor(machine: &mut Machine, args: &[Value]) -> Outcome {
    let float = number(machine, args[0]).floor();
    to_int(machine, float)
}

fn ceil(machine: &mut Machine, args: &[Value]) -> Outcome {
    let float = number(machine, args[0]).ceil();
    to_int(machine, float)
}

fn round(machine: &mut Machine, args: &[Value]) -> Outcome {
    let float = number(machine, args[0]);
    if args[1].is_nothing() || args[1].is_none() {
        let int = machine.lift(float::round_to_int(float))?;
        return Ok(machine.heap.new_integer(int));
    }
    let Some(digits) = machine.integer(args[1]) else { return Ok(Value::NOTHING) };
    let rounded = machine.lift(float::round(float, digits.to_i64_saturating()))?;
    Ok(Value::float(rounded))
}

fn new_arguments(machine: &mut Machine, args: &[Value]) -> Outcome {
    let float = plain(machine, args)?;
    Ok(machine.heap.new_tuple([float]))
}

fn storage_format(machine: &mut Machine, args: &[Value]) -> Outcome {
    match machine.text_of(args[1]).as_str() {
        "double" | "float" => Ok(machine.heap.new_str("IEEE, little-endian")),
        _ => Err(machine.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
}

fn as_integer_ratio(machine: &mut Machine, args: &[Value]) -> Outcome {
    let ratio = float::as_integer_ratio(number(machine, args[0]));
    let (top, bottom) = machine.lift(ratio)?;
    let pair = [machine.heap.new_integer(top), machine.heap.new_integer(bottom)];
    Ok(machine.heap.new_tuple(pair))
}

fn from_hex(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.text(args[1]).is_none() {
        return Err(machine.type_error("bad argument type for built-in operation"));
    }
    let parsed = float::from_hex(&machine.text_of(args[1]));
    let float = machine.lift(parsed)?;
    let class = args[0].as_handle().unwrap_or(Type::Float.handle());
    Ok(machine.float_of_class(class, float))
}

fn hex(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = float::to_hex(number(machine, args[0]));
    Ok(machine.heap.new_str(&text))
}

fn is_integer(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::bool(float::is_integer(number(machine, args[0]))))
}
