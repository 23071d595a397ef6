//! `int`, `bool`, `float` and `complex` (Library Reference 4.4).

mod complex;
mod float;
mod int;

use crate::objects::{Number, number_order, numbers_equal, order_satisfies};
use crate::state::{Builtin, GetSet, Machine, Outcome, Value};
use spec::ast::Kind;

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![int::INT, int::BOOL, float::FLOAT, complex::COMPLEX]
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    vec![int::INT_ATTRIBUTES, float::FLOAT_ATTRIBUTES, complex::COMPLEX_ATTRIBUTES]
}

/// A type of numbers. Its operators know its own numbers and those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Int,
    Float,
    Complex,
}

fn rank(number: &Number) -> Rank {
    match number {
        Number::Int(_) => Rank::Int,
        Number::Float(_) => Rank::Float,
        Number::Complex(_) => Rank::Complex,
    }
}

/// The operands as numbers, if the operators of this type know them.
fn operands(machine: &Machine, known: Rank, a: Value, b: Value) -> Option<(Number, Number)> {
    let (a, b) = (machine.number(a)?, machine.number(b)?);
    (rank(&a) <= known && rank(&b) <= known).then_some((a, b))
}

/// `a op b`, or `NotImplemented`.
fn arithmetic(machine: &mut Machine, known: Rank, op: Kind, a: Value, b: Value) -> Outcome {
    let Some((x, y)) = operands(machine, known, a, b) else { return Ok(Value::NOT_IMPLEMENTED) };
    // The operators of a type make of all operands numbers of this type.
    let x = match (known, x) {
        (Rank::Float, Number::Int(int)) => Number::Float(machine.lift(int.to_f64())?),
        (_, x) => x,
    };
    let result = machine.number_operation(op, x, y)?;
    Ok(result.present().unwrap_or(Value::NOT_IMPLEMENTED))
}

/// A rich comparison, or `NotImplemented`.
fn comparison(machine: &mut Machine, known: Rank, op: Kind, a: Value, b: Value) -> Outcome {
    let Some((a, b)) = operands(machine, known, a, b) else { return Ok(Value::NOT_IMPLEMENTED) };
    Ok(match op {
        Kind::Eq => Value::bool(numbers_equal(&a, &b)),
        Kind::NotEq => Value::bool(!numbers_equal(&a, &b)),
        _ if known == Rank::Complex => Value::NOT_IMPLEMENTED,
        _ => Value::bool(order_satisfies(op, number_order(&a, &b))),
    })
}

fn unary(machine: &mut Machine, op: Kind, value: Value) -> Outcome {
    match machine.number(value) {
        Some(number) => machine.number_unary(op, number),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn number_bool(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::bool(match machine.number(args[0]) {
        Some(Number::Int(int)) => !int.is_zero(),
        Some(Number::Float(float)) => float != 0.0,
        Some(Number::Complex(complex)) => complex.real != 0.0 || complex.imaginary != 0.0,
        None => true,
    }))
}

fn number_hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let hash = machine.number_hash(args[0]);
    Ok(machine.heap.new_int(hash))
}

fn number_format(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(spec) = machine.text(args[1]) else {
        let message = format!("__format__() argument must be str, not {}", machine.type_name(args[1]));
        return Err(machine.type_error(&message));
    };
    // Without a specification it is `str()`, which of a subclass may be code of the program.
    if spec.is_empty() {
        return machine.str_value(args[0]);
    }
    machine.format_by_spec(args[0], args[1])
}

/// The leaf of an operator whose left operand is `self`.
macro_rules! forward {
    ($rank:ident $op:ident) => {
        |machine, args| {
            $crate::builtins::numbers::arithmetic(machine, Rank::$rank, Kind::$op, args[0], args[1])
        }
    };
}

/// The leaf of an operator whose right operand is `self`.
macro_rules! reflected {
    ($rank:ident $op:ident) => {
        |machine, args| {
            $crate::builtins::numbers::arithmetic(machine, Rank::$rank, Kind::$op, args[1], args[0])
        }
    };
}

/// The leaf of a rich comparison.
macro_rules! compared {
    ($rank:ident $op:ident) => {
        |machine, args| {
            $crate::builtins::numbers::comparison(machine, Rank::$rank, Kind::$op, args[0], args[1])
        }
    };
}

/// The leaf of a unary operator.
macro_rules! of_one {
    ($op:ident) => {
        |machine, args| $crate::builtins::numbers::unary(machine, Kind::$op, args[0])
    };
}

use {compared, forward, of_one, reflected};
