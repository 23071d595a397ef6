//! `int` and `bool`.

use super::{Rank, compared, forward, number_bool, number_format, number_hash, of_one, reflected};
use crate::data::int::{DEFAULT_MAX_DIGITS, Endian, Int};
use crate::protocols;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value};

use spec::ast::Kind;

builtins! { INT, "int";
    "__new__" "cls, x=, /, base:index=" leaf_or(new, "int_new") "An int from a number, or from digits in a base.";
    "__repr__" "self, /" leaf(repr) "The decimal digits.";
    "__hash__" "self, /" leaf(number_hash) "The hash, which equal numbers share.";
    "__bool__" "self, /" leaf(number_bool) "Whether it is not 0.";
    "__lt__" "self, value, /" leaf(compared!(Int Lt)) "self < value";
    "__le__" "self, value, /" leaf(compared!(Int LtE)) "self <= value";
    "__eq__" "self, value, /" leaf(compared!(Int Eq)) "self == value";
    "__ne__" "self, value, /" leaf(compared!(Int NotEq)) "self != value";
    "__gt__" "self, value, /" leaf(compared!(Int Gt)) "self > value";
    "__ge__" "self, value, /" leaf(compared!(Int GtE)) "self >= value";
    "__add__" "self, value, /" leaf(forward!(Int Add)) "self + value";
    "__radd__" "self, value, /" leaf(reflected!(Int Add)) "value + self";
    "__sub__" "self, value, /" leaf(forward!(Int Sub)) "self - value";
    "__rsub__" "self, value, /" leaf(reflected!(Int Sub)) "value - self";
    "__mul__" "self, value, /" leaf(forward!(Int Mult)) "self * value";
    "__rmul__" "self, value, /" leaf(reflected!(Int Mult)) "value * self";
    "__mod__" "self, value, /" leaf(forward!(Int Mod)) "self % value";
    "__rmod__" "self, value, /" leaf(reflected!(Int Mod)) "value % self";
    "__divmod__" "self, value, /" leaf(divmod) "Quotient and remainder.";
    "__rdivmod__" "self, value, /" leaf(rdivmod) "Quotient and remainder of value by self.";
    "__pow__" "self, value, mod=, /" leaf(pow) "self ** value, modulo mod if it is given";
    "__rpow__" "self, value, mod=, /" leaf(rpow) "value ** self, modulo mod if it is given";
    "__neg__" "self, /" leaf(of_one!(USub)) "-self";
    "__pos__" "self, /" leaf(of_one!(UAdd)) "+self";
    "__abs__" "self, /" leaf(abs) "The absolute value.";
    "__invert__" "self, /" leaf(of_one!(Invert)) "~self";
    "__lshift__" "self, value, /" leaf(forward!(Int LShift)) "self << value";
    "__rlshift__" "self, value, /" leaf(reflected!(Int LShift)) "value << self";
    "__rshift__" "self, value, /" leaf(forward!(Int RShift)) "self >> value";
    "__rrshift__" "self, value, /" leaf(reflected!(Int RShift)) "value >> self";
    "__and__" "self, value, /" leaf(forward!(Int BitAnd)) "self & value";
    "__rand__" "self, value, /" leaf(reflected!(Int BitAnd)) "value & self";
    "__xor__" "self, value, /" leaf(forward!(Int BitXor)) "self ^ value";
    "__rxor__" "self, value, /" leaf(reflected!(Int BitXor)) "value ^ self";
    "__or__" "self, value, /" leaf(forward!(Int BitOr)) "self | value";
    "__ror__" "self, value, /" leaf(reflected!(Int BitOr)) "value | self";
    "__floordiv__" "self, value, /" leaf(forward!(Int FloorDiv)) "self // value";
    "__rfloordiv__" "self, value, /" leaf(reflected!(Int FloorDiv)) "value // self";
    "__truediv__" "self, value, /" leaf(forward!(Int Div)) "self / value";
    "__rtruediv__" "self, value, /" leaf(reflected!(Int Div)) "value / self";
    "__int__" "self, /" leaf(plain) "The int itself.";
    "__index__" "self, /" leaf(plain) "The int itself.";
    "__trunc__" "self, /" leaf(plain) "The int itself.";
    "__floor__" "self, /" leaf(plain) "The int itself.";
    "__ceil__" "self, /" leaf(plain) "The int itself.";
    "__float__" "self, /" leaf(to_float) "The nearest float.";
    "__round__" "self, ndigits:index=, /" leaf(round) "Rounded to a power of ten.";
    "__format__" "self, format_spec, /" leaf_or_rule(number_format, protocols::object_format) "The number by a format specification.";
    "__getnewargs__" "self, /" leaf(new_arguments) "What makes a copy.";
    "__sizeof__" "self, /" leaf(size) "The memory that it takes, in bytes.";
    "conjugate" "self, /" leaf(plain) "The complex conjugate, which is the int itself.";
    "bit_length" "self, /" leaf(bit_length) "The number of bits of the absolute value.";
    "bit_count" "self, /" leaf(bit_count) "The number of ones in the absolute value.";
    "to_bytes" "self, /, length:index=, byteorder=, *, signed:truth=" leaf(to_bytes) "The int as bytes.";
    "from_bytes" "cls, /, bytes, byteorder=, *, signed:truth=" leaf_or(from_bytes, "int_from_bytes") "The int of bytes.";
    "as_integer_ratio" "self, /" leaf(as_integer_ratio) "The int and 1.";
    "is_integer" "self, /" leaf(is_integer) "True.";
}

builtins! { BOOL, "bool";
    "__new__" "cls, object=, /" leaf_or(bool_new, "bool_new") "The truth of an object.";
    "__repr__" "self, /" leaf(bool_repr) "True or False.";
    "__invert__" "self, /" leaf(of_one!(Invert)) "~self, of the int";
    "__and__" "self, value, /" leaf(|machine, args| bool_operation(machine, Kind::BitAnd, args)) "self & value";
    "__rand__" "self, value, /" leaf(|machine, args| bool_operation(machine, Kind::BitAnd, args)) "value & self";
    "__xor__" "self, value, /" leaf(|machine, args| bool_operation(machine, Kind::BitXor, args)) "self ^ value";
    "__rxor__" "self, value, /" leaf(|machine, args| bool_operation(machine, Kind::BitXor, args)) "value ^ self";
    "__or__" "self, value, /" leaf(|machine, args| bool_operation(machine, Kind::BitOr, args)) "self | value";
    "__ror__" "self, value, /" leaf(|machine, args| bool_operation(machine, Kind::BitOr, args)) "value | self";
}

attributes! { INT_ATTRIBUTES, "int";
    "real" get(plain) set(none) "The real part: the int itself.";
    "imag" get(zero) set(none) "The imaginary part: 0.";
    "numerator" get(plain) set(none) "The numerator of the fraction: the int itself.";
    "denominator" get(one) set(none) "The denominator of the fraction: 1.";
}

fn integer(machine: &Machine, value: Value) -> Int {
    machine.integer(value).unwrap_or(Int::ZERO)
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, value, base] = args else { return Ok(Value::NOTHING) };
    let class = machine.class_for_new(class);
    if base.is_present() {
        return match int_in_base(machine, value, base)? {
            Some(int) => Ok(machine.int_of_class(class, int)),
            None => Ok(Value::NOTHING),
        };
    }
    let is_exact = !value.is_object() || machine.builtin_type(machine.heap.class_of(value)).is_some();
    if value.is_present() && !is_exact {
        return Ok(Value::NOTHING);
    }
    let int = if value.is_nothing() {
        Int::ZERO
    } else if let Some(int) = machine.integer(value) {
        int
    } else if let Some(float) = machine.float(value) {
        machine.lift(Int::from_f64(float))?
    } else {
        match parse(machine, value, 10)? {
            Some(int) => int,
            None => return Ok(Value::NOTHING),
        }
    };
    Ok(machine.int_of_class(class, int))
}

fn int_in_base(machine: &mut Machine, value: Value, base: Value) -> Result<Option<Int>, Thrown> {
    if value.is_nothing() {
        return Err(machine.type_error("int() missing string argument"));
    }
    let Some(number) = machine.integer(base) else { return Ok(None) };
    if machine.text(value).is_none() && machine.bytes_of(value).is_none() {
        return Err(machine.type_error("int() can't convert non-string with explicit base"));
    }
    parse(machine, value, number.to_i64_saturating())
}

/// The int that digits say; `None` if the value is neither string nor bytes.
fn parse(machine: &mut Machine, value: Value, base: i64) -> Result<Option<Int>, Thrown> {
    let parsed = if let Some(text) = machine.text(value) {
        Int::parse(text, base, DEFAULT_MAX_DIGITS)
    } else if let Some(bytes) = machine.bytes_of(value) {
        Int::parse_bytes(bytes, base, DEFAULT_MAX_DIGITS)
    } else {
        return Ok(None);
    };
    machine.lift(parsed).map(Some)
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = machine.int_text(args[0])?;
    Ok(machine.heap.new_str(&text))
}

fn plain(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.plain_int(args[0]).unwrap_or(Value::NOT_IMPLEMENTED))
}

fn zero(_machine: &mut Machine, _args: &[Value]) -> Outcome {
    Ok(Value::ZERO)
}

fn one(_machine: &mut Machine, _args: &[Value]) -> Outcome {
    Ok(Value::small(1))
}

fn divide(machine: &mut Machine, a: Value, b: Value) -> Outcome {
    let (Some(a), Some(b)) = (machine.integer(a), machine.integer(b)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (quotient, remainder) = machine.lift(a.divmod(&b))?;
    let pair = [machine.heap.new_integer(quotient), machine.heap.new_integer(remainder)];
    Ok(machine.heap.new_tuple(pair))
}

fn divmod(machine: &mut Machine, args: &[Value]) -> Outcome {
    divide(machine, args[0], args[1])
}

fn rdivmod(machine: &mut Machine, args: &[Value]) -> Outcome {
    divide(machine, args[1], args[0])
}

fn power(machine: &mut Machine, base: Value, exponent: Value, modulus: Value) -> Outcome {
    if modulus.is_nothing() || modulus.is_none() {
        return super::arithmetic(machine, Rank::Int, Kind::Pow, base, exponent);
    }
    let numbers = (machine.integer(base), machine.integer(exponent), machine.integer(modulus));
    let (Some(base), Some(exponent), Some(modulus)) = numbers else { return Ok(Value::NOT_IMPLEMENTED) };
    machine.power_modulo(&base, &exponent, &modulus)
}

fn pow(machine: &mut Machine, args: &[Value]) -> Outcome {
    power(machine, args[0], args[1], args[2])
}

fn rpow(machine: &mut Machine, args: &[Value]) -> Outcome {
    power(machine, args[1], args[0], args[2])
}

fn abs(machine: &mut Machine, args: &[Value]) -> Outcome {
    let int = integer(machine, args[0]).abs();
    Ok(machine.heap.new_integer(int))
}

fn to_float(machine: &mut Machine, args: &[Value]) -> Outcome {
    let float = integer(machine, args[0]).to_f64();
    Ok(Value::float(machine.lift(float)?))
}

fn round(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[1].is_nothing() {
        return plain(machine, args);
    }
    let Some(digits) = machine.integer(args[1]) else { return Ok(Value::NOTHING) };
    let rounded = integer(machine, args[0]).round(&digits);
    Ok(machine.heap.new_integer(rounded))
}

fn new_arguments(machine: &mut Machine, args: &[Value]) -> Outcome {
    let int = plain(machine, args)?;
    Ok(machine.heap.new_tuple([int]))
}

fn size(machine: &mut Machine, args: &[Value]) -> Outcome {
    let digits = integer(machine, args[0]).bit_length().div_ceil(30).max(1);
    Ok(Value::small(24 + 4 * digits as i64))
}

fn bit_length(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(integer(machine, args[0]).bit_length() as i64))
}

fn bit_count(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(integer(machine, args[0]).bit_count() as i64))
}

fn as_integer_ratio(machine: &mut Machine, args: &[Value]) -> Outcome {
    let int = plain(machine, args)?;
    Ok(machine.heap.new_tuple([int, Value::small(1)]))
}

fn is_integer(_machine: &mut Machine, _args: &[Value]) -> Outcome {
    Ok(Value::TRUE)
}

/// The byte order that an argument names; `big` if it is missing.
fn byte_order(machine: &mut Machine, name: Value, function: &str) -> Result<Endian, Thrown> {
    if name.is_nothing() {
        return Ok(Endian::Big);
    }
    if machine.text(name).is_none() {
        let given = machine.type_name(name);
        return Err(
            machine.type_error(&format!("{function}() argument 'byteorder' must be str, not {given}"))
        );
    }
    let order = Endian::from_name(&machine.text_of(name));
    machine.lift(order)
}

/// The truth of an optional argument; `None` if code of the program decides.
fn flag(machine: &mut Machine, value: Value) -> Option<bool> {
    if value.is_nothing() { Some(false) } else { machine.truth_value(value) }
}

fn to_bytes(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[value, length, order, signed] = args else { return Ok(Value::NOTHING) };
    let length = if length.is_nothing() { Some(Int::from(1)) } else { machine.integer(length) };
    let (Some(length), Some(signed)) = (length, flag(machine, signed)) else { return Ok(Value::NOTHING) };
    let order = byte_order(machine, order, "to_bytes")?;
    let limit = machine.allowance();
    let bytes = integer(machine, value).to_bytes(length.to_i64_saturating(), order, signed, limit);
    let bytes = machine.lift(bytes)?;
    Ok(machine.heap.new_bytes(bytes))
}

fn from_bytes(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, bytes, order, signed] = args else { return Ok(Value::NOTHING) };
    let is_builtin =
        matches!(machine.exact_type(bytes), Some(Type::Bytes | Type::ByteArray | Type::MemoryView));
    if class != Type::Int.value() || !is_builtin {
        return Ok(Value::NOTHING);
    }
    let Some(signed) = flag(machine, signed) else { return Ok(Value::NOTHING) };
    let order = byte_order(machine, order, "from_bytes")?;
    let int = Int::from_bytes(machine.bytes_of(bytes).unwrap_or_default(), order, signed);
    Ok(machine.heap.new_integer(int))
}

fn bool_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.class_for_new(args[0]);
    Ok(flag(machine, args[1]).map_or(Value::NOTHING, Value::bool))
}

fn bool_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.heap.new_str(if args[0].is_true() { "True" } else { "False" }))
}

fn bool_operation(machine: &mut Machine, op: Kind, args: &[Value]) -> Outcome {
    if args[0].is_bool() && args[1].is_bool() {
        return machine.bool_operation(op, args[0], args[1]);
    }
    match machine.heap.get(args[1]) {
        Some(Data::Int(_) | Data::Wide(_) | Data::Big(_)) | None => {
            super::arithmetic(machine, Rank::Int, op, args[0], args[1])
        }
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}
