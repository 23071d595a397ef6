//! Arithmetic of the built-in numbers: which of two types decides, and what an operator gives.

use crate::data::complex::Complex;
use crate::data::error::Outcome as DataOutcome;
use crate::data::float;
use crate::data::int::work::of_product;
use crate::data::int::{Int, Power};
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value};
use spec::ast::Kind;
use std::cmp::Ordering;

/// A number of one of the built-in types. A bool counts as an int.
#[derive(Clone, Debug)]
pub enum Number {
    Int(Int),
    Float(f64),
    Complex(Complex),
}

impl Machine {
    /// A data operation's result; its failure becomes an exception.
    #[inline]
    pub fn lift<T>(&mut self, result: DataOutcome<T>) -> Result<T, Thrown> {
        result.map_err(|error| {
            // The C library's error comes with its number.
            if error.message == "(34, 'Numerical result out of range')" {
                let message = self.heap.new_str("Numerical result out of range");
                return self.exception_with(Type::OverflowError, vec![Value::small(34), message]);
            }
            self.data_error(error)
        })
    }

    /// The number that a value is, also an instance of a subclass.
    pub fn number(&self, value: Value) -> Option<Number> {
        if let Some(float) = value.as_float() {
            return Some(Number::Float(float));
        }
        match self.heap.get(value) {
            Some(Data::Float(float)) => Some(Number::Float(*float)),
            Some(&Data::Complex(real, imaginary)) => Some(Number::Complex(Complex::new(real, imaginary))),
            _ => self.integer(value).map(Number::Int),
        }
    }

    /// The number that a value is, if it is of exactly a built-in type.
    #[inline]
    pub fn exact_number(&self, value: Value) -> Option<Number> {
        if self.is_exact_number(value) { self.number(value) } else { None }
    }

    /// Whether a value is a number of exactly a built-in type.
    #[inline]
    pub fn is_exact_number(&self, value: Value) -> bool {
        let class = self.heap.shape_of(value).0;
        class >= Type::Int as u32 && class <= Type::Complex as u32
    }

    /// `a op b` for numbers; [`Value::NOTHING`] if the operator is not for them.
    pub fn number_operation(&mut self, op: Kind, a: Number, b: Number) -> Outcome {
        match (a, b) {
            (Number::Int(a), Number::Int(b)) => self.int_operation(op, &a, &b),
            (Number::Complex(a), b) => {
                let b = self.complex_of(b)?;
                self.complex_operation(op, a, b)
            }
            (a, Number::Complex(b)) => {
                let a = self.complex_of(a)?;
                self.complex_operation(op, a, b)
            }
            (a, b) => {
                if !is_float_operator(op) {
                    return Ok(Value::NOTHING);
                }
                let (a, b) = (self.float_of(a)?, self.float_of(b)?);
                self.float_operation(op, a, b)
            }
        }
    }

    /// `pow(base, exponent, modulus)`.
    pub fn power_modulo(&mut self, base: &Int, exponent: &Int, modulus: &Int) -> Outcome {
        self.spend(base.work_to_raise_modulo(exponent, modulus))?;
        let result = self.lift(base.pow_mod(exponent, modulus))?;
        Ok(self.heap.new_integer(result))
    }

    fn float_of(&mut self, number: Number) -> Result<f64, Thrown> {
        match number {
            Number::Int(int) => self.lift(int.to_f64()),
            Number::Float(float) => Ok(float),
            Number::Complex(complex) => Ok(complex.real),
        }
    }

    fn complex_of(&mut self, number: Number) -> Result<Complex, Thrown> {
        match number {
            Number::Complex(complex) => Ok(complex),
            other => Ok(Complex::new(self.float_of(other)?, 0.0)),
        }
    }

    fn int_operation(&mut self, op: Kind, a: &Int, b: &Int) -> Outcome {
        if let (Int::Big(_), _) | (_, Int::Big(_)) = (a, b) {
            self.spend(match op {
                Kind::Mult => a.work_to_multiply(b),
                Kind::FloorDiv | Kind::Mod | Kind::Div => a.work_to_divide(b),
                _ => 0.0,
            })?;
        }
        let result = match op {
            Kind::Add => a.add(b),
            Kind::Sub => a.sub(b),
            Kind::Mult => {
                self.allow((a.bit_length() + b.bit_length()) as usize / 8)?;
                a.mul(b)
            }
            Kind::FloorDiv => self.lift(a.floor_div(b))?,
            Kind::Mod => self.lift(a.modulo(b))?,
            Kind::Div => {
                let quotient = self.lift(a.true_div(b))?;
                return Ok(Value::float(quotient));
            }
            Kind::Pow => return self.int_power(a, b),
            Kind::LShift => {
                let limit = self.allowance();
                self.lift(a.shift_left(b, limit))?
            }
            Kind::RShift => self.lift(a.shift_right(b))?,
            Kind::BitAnd => a.and(b),
            Kind::BitOr => a.or(b),
            Kind::BitXor => a.xor(b),
            _ => return Ok(Value::NOTHING),
        };
        Ok(self.heap.new_integer(result))
    }

    fn int_power(&mut self, base: &Int, exponent: &Int) -> Outcome {
        let limit = self.allowance();
        let work = base.work_to_raise(exponent);
        // What is too large is an error of its own.
        if work <= of_product(limit as f64 * 8.0) && base.bit_length() > 1 {
            self.spend(work)?;
        }
        Ok(match self.lift(base.pow(exponent, limit))? {
            Power::Int(int) => self.heap.new_integer(int),
            Power::Float(float) => Value::float(float),
        })
    }

    /// `a op b` for two floats.
    #[inline]
    pub fn float_operation(&mut self, op: Kind, a: f64, b: f64) -> Outcome {
        let result = match op {
            Kind::Add => a + b,
            Kind::Sub => a - b,
            Kind::Mult => a * b,
            Kind::Div if b != 0.0 => a / b,
            Kind::Div => self.lift(float::true_div(a, b))?,
            Kind::FloorDiv => self.lift(float::floor_div(a, b))?,
            Kind::Mod => self.lift(float::modulo(a, b))?,
            Kind::Pow => match self.lift(float::pow(a, b))? {
                float::Power::Float(result) => result,
                float::Power::Complex => {
                    return self.complex_operation(op, Complex::new(a, 0.0), Complex::new(b, 0.0));
                }
            },
            _ => return Ok(Value::NOTHING),
        };
        Ok(Value::float(result))
    }

    fn complex_operation(&mut self, op: Kind, a: Complex, b: Complex) -> Outcome {
        let result = match op {
            Kind::Add => a + b,
            Kind::Sub => a - b,
            Kind::Mult => a * b,
            Kind::Div => self.lift(a.true_div(b))?,
            Kind::Pow => self.lift(a.pow(b))?,
            _ => return Ok(Value::NOTHING),
        };
        Ok(self.heap.new_complex(result.real, result.imaginary))
    }

    /// `op value` for a number; [`Value::NOTHING`] if the operator is not for it.
    pub fn number_unary(&mut self, op: Kind, number: Number) -> Outcome {
        Ok(match (op, number) {
            (Kind::UAdd, Number::Int(int)) => self.heap.new_integer(int),
            (Kind::USub, Number::Int(int)) => self.heap.new_integer(int.neg()),
            (Kind::Invert, Number::Int(int)) => self.heap.new_integer(int.invert()),
            (Kind::UAdd, Number::Float(float)) => Value::float(float),
            (Kind::USub, Number::Float(float)) => Value::float(-float),
            (Kind::UAdd, Number::Complex(it)) => self.heap.new_complex(it.real, it.imaginary),
            (Kind::USub, Number::Complex(it)) => self.heap.new_complex(-it.real, -it.imaginary),
            _ => Value::NOTHING,
        })
    }
}

fn is_float_operator(op: Kind) -> bool {
    matches!(op, Kind::Add | Kind::Sub | Kind::Mult | Kind::Div | Kind::FloorDiv | Kind::Mod | Kind::Pow)
}

/// Whether two numbers are equal: compared exactly, whatever their types.
pub fn numbers_equal(a: &Number, b: &Number) -> bool {
    match (a, b) {
        (Number::Complex(a), Number::Complex(b)) => a == b,
        (Number::Complex(a), b) | (b, Number::Complex(a)) => {
            a.imaginary == 0.0 && numbers_equal(&Number::Float(a.real), b)
        }
        (a, b) => number_order(a, b) == Some(Ordering::Equal),
    }
}

/// How two numbers are ordered; `None` with NaN and complex numbers.
pub fn number_order(a: &Number, b: &Number) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
        (Number::Int(a), Number::Float(b)) => a.compare_float(*b),
        (Number::Float(a), Number::Int(b)) => b.compare_float(*a).map(Ordering::reverse),
        _ => None,
    }
}

/// What a comparison operator says about an order.
#[inline]
pub fn order_satisfies(op: Kind, order: Option<Ordering>) -> bool {
    match op {
        Kind::Eq => order == Some(Ordering::Equal),
        Kind::NotEq => order != Some(Ordering::Equal),
        Kind::Lt => order == Some(Ordering::Less),
        Kind::LtE => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Kind::Gt => order == Some(Ordering::Greater),
        Kind::GtE => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        _ => false,
    }
}
