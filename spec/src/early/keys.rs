//! Which keys of a mapping pattern are equal (Language Reference 8.6.4.9).

use crate::ast::{Ast, BinOp, Constant, Kind, NodeId, UnaryOp};
use crate::constant::ConstantValue;
use crate::dump::repr_constant;
use crate::repr::{repr_complex, repr_float};
use num_bigint::BigInt;

/// A literal key.
pub(super) struct Key {
    /// As Python prints it.
    pub text: String,
    /// Equal for equal keys: a number is equal to those of other types.
    pub equality: String,
}

impl Key {
    pub fn of(ast: &Ast, key: NodeId) -> Key {
        if let Some(number) = Number::of(ast, key) {
            let is_bool = ast.kind(key) == Kind::Constant && {
                let value = ast.constant(ast.view::<Constant>(key).value);
                matches!(value, ConstantValue::True | ConstantValue::False)
            };
            let text = if is_bool { constant_text(ast, key) } else { number.text() };
            return Key { text, equality: number.equality() };
        }
        let text = constant_text(ast, key);
        Key { equality: text.clone(), text }
    }
}

fn constant_text(ast: &Ast, key: NodeId) -> String {
    repr_constant(ast.constant(ast.view::<Constant>(key).value))
}

/// The value of a numeric key, with its sign and its imaginary part.
enum Number {
    Int(BigInt),
    Float(f64),
    Complex(f64, f64),
}

impl Number {
    fn of(ast: &Ast, key: NodeId) -> Option<Number> {
        match ast.kind(key) {
            Kind::Constant => Some(match ast.constant(ast.view::<Constant>(key).value) {
                ConstantValue::True => Number::Int(1.into()),
                ConstantValue::False => Number::Int(0.into()),
                ConstantValue::Int(value) => Number::Int(value.clone()),
                ConstantValue::Float(value) => Number::Float(*value),
                ConstantValue::Imaginary(value) => Number::Complex(0.0, *value),
                _ => return None,
            }),
            Kind::UnaryOp => Some(match Number::of(ast, ast.view::<UnaryOp>(key).operand)? {
                Number::Int(value) => Number::Int(-value),
                Number::Float(value) => Number::Float(-value),
                Number::Complex(real, imaginary) => Number::Complex(-real, -imaginary),
            }),
            Kind::BinOp => {
                let BinOp { left, op, right } = ast.view(key);
                let left = Number::of(ast, left)?.real();
                let Number::Complex(_, right) = Number::of(ast, right)? else { return None };
                Some(match op {
                    Kind::Add => Number::Complex(left + 0.0, 0.0 + right),
                    _ => Number::Complex(left - 0.0, 0.0 - right),
                })
            }
            _ => None,
        }
    }

    fn real(&self) -> f64 {
        match self {
            // The text of an int is that of a float.
            Number::Int(value) => value.to_string().parse().unwrap_or(f64::INFINITY),
            Number::Float(value) | Number::Complex(value, _) => *value,
        }
    }

    fn text(&self) -> String {
        match self {
            Number::Int(value) => value.to_string(),
            Number::Float(value) => repr_float(*value),
            Number::Complex(real, imaginary) => repr_complex(*real, *imaginary),
        }
    }

    fn equality(&self) -> String {
        match self {
            Number::Int(value) => value.to_string(),
            Number::Float(value) if *value == 0.0 => "0".to_owned(),
            // All digits of a whole number are printed.
            Number::Float(value) if value.fract() == 0.0 => format!("{value:.0}"),
            Number::Float(value) => repr_float(*value),
            Number::Complex(real, imaginary) if *imaginary == 0.0 => Number::Float(*real).equality(),
            Number::Complex(real, imaginary) => repr_complex(*real + 0.0, *imaginary),
        }
    }
}
