//! `complex`.

use super::{Rank, compared, forward, number_bool, number_format, number_hash, of_one, reflected};
use crate::data::complex::Complex;
use crate::objects::Number;
use crate::protocols;
use crate::state::{Machine, Outcome, Thrown, Type, Value};

use spec::ast::Kind;

builtins! { COMPLEX, "complex";
    "__new__" "cls, real=, imag=" leaf_or(new, "complex_new") "A complex number from numbers or a numeral.";
    "__repr__" "self, /" leaf(repr) "The number as it is written.";
    "__hash__" "self, /" leaf(number_hash) "The hash, which equal numbers share.";
    "__bool__" "self, /" leaf(number_bool) "Whether it is not 0.";
    "__lt__" "self, value, /" leaf(compared!(Complex Lt)) "Complex numbers have no order.";
    "__le__" "self, value, /" leaf(compared!(Complex LtE)) "Complex numbers have no order.";
    "__eq__" "self, value, /" leaf(compared!(Complex Eq)) "self == value";
    "__ne__" "self, value, /" leaf(compared!(Complex NotEq)) "self != value";
    "__gt__" "self, value, /" leaf(compared!(Complex Gt)) "Complex numbers have no order.";
    "__ge__" "self, value, /" leaf(compared!(Complex GtE)) "Complex numbers have no order.";
    "__add__" "self, value, /" leaf(forward!(Complex Add)) "self + value";
    "__radd__" "self, value, /" leaf(reflected!(Complex Add)) "value + self";
    "__sub__" "self, value, /" leaf(forward!(Complex Sub)) "self - value";
    "__rsub__" "self, value, /" leaf(reflected!(Complex Sub)) "value - self";
    "__mul__" "self, value, /" leaf(forward!(Complex Mult)) "self * value";
    "__rmul__" "self, value, /" leaf(reflected!(Complex Mult)) "value * self";
    "__pow__" "self, value, mod=, /" leaf(pow) "self ** value";
    "__rpow__" "self, value, mod=, /" leaf(rpow) "value ** self";
    "__neg__" "self, /" leaf(of_one!(USub)) "-self";
    "__pos__" "self, /" leaf(of_one!(UAdd)) "+self";
    "__abs__" "self, /" leaf(abs) "The distance from 0.";
    "__truediv__" "self, value, /" leaf(forward!(Complex Div)) "self / value";
    "__rtruediv__" "self, value, /" leaf(reflected!(Complex Div)) "value / self";
    "__complex__" "self, /" leaf(plain) "The number itself.";
    "__format__" "self, format_spec, /" leaf_or_rule(number_format, protocols::object_format) "The number by a format specification.";
    "__getnewargs__" "self, /" leaf(new_arguments) "What makes a copy.";
    "conjugate" "self, /" leaf(conjugate) "The number with the opposite imaginary part.";
}

attributes! { COMPLEX_ATTRIBUTES, "complex";
    "real" get(real) set(none) "The real part.";
    "imag" get(imaginary) set(none) "The imaginary part.";
}

fn number(machine: &Machine, value: Value) -> Complex {
    machine.complex(value).unwrap_or(Complex::new(0.0, 0.0))
}

fn give(machine: &mut Machine, complex: Complex) -> Outcome {
    Ok(machine.heap.new_complex(complex.real, complex.imaginary))
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, real, imaginary] = args else { return Ok(Value::NOTHING) };
    let own_class = machine.class_for_new(class);
    if imaginary.is_nothing() {
        if class == Type::Complex.value() && machine.is_exact(real, Type::Complex) {
            return Ok(real);
        }
        if machine.is_exact(real, Type::Str) {
            let parsed = machine.text(real).map(Complex::parse).unwrap_or(Ok(Complex::new(0.0, 0.0)));
            let complex = machine.lift(parsed)?;
            return Ok(machine.complex_of_class(own_class, complex));
        }
    }
    let (Some(first), Some(second)) = (part(machine, real)?, part(machine, imaginary)?) else {
        return Ok(Value::NOTHING);
    };
    let complex = match (first, second) {
        (Part::Real(real), Part::Real(imaginary)) => Complex::new(real, imaginary),
        (Part::Complex(it), _) if imaginary.is_nothing() => it,
        // A complex imaginary part takes something from the real one.
        (first, second) => {
            let (first, second) = (first.complex(), second.complex());
            Complex::new(first.real - second.imaginary, first.imaginary + second.real)
        }
    };
    Ok(machine.complex_of_class(own_class, complex))
}

#[derive(Clone, Copy)]
enum Part {
    Real(f64),
    Complex(Complex),
}

impl Part {
    fn complex(self) -> Complex {
        match self {
            Part::Real(real) => Complex::new(real, 0.0),
            Part::Complex(complex) => complex,
        }
    }
}

/// An argument of a built-in type; `None` if it is something else.
fn part(machine: &mut Machine, value: Value) -> Result<Option<Part>, Thrown> {
    if value.is_nothing() {
        return Ok(Some(Part::Real(0.0)));
    }
    Ok(match machine.exact_number(value) {
        Some(Number::Int(int)) => Some(Part::Real(machine.lift(int.to_f64())?)),
        Some(Number::Float(float)) => Some(Part::Real(float)),
        Some(Number::Complex(complex)) => Some(Part::Complex(complex)),
        None => None,
    })
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = number(machine, args[0]).repr();
    Ok(machine.heap.new_str(&text))
}

fn power(machine: &mut Machine, base: Value, exponent: Value, modulus: Value) -> Outcome {
    if modulus.is_present() && !modulus.is_none() {
        return Err(machine.value_error("complex modulo"));
    }
    super::arithmetic(machine, Rank::Complex, Kind::Pow, base, exponent)
}

fn pow(machine: &mut Machine, args: &[Value]) -> Outcome {
    power(machine, args[0], args[1], args[2])
}

fn rpow(machine: &mut Machine, args: &[Value]) -> Outcome {
    power(machine, args[1], args[0], args[2])
}

fn abs(machine: &mut Machine, args: &[Value]) -> Outcome {
    let size = number(machine, args[0]).abs();
    Ok(Value::float(machine.lift(size)?))
}

fn plain(machine: &mut Machine, args: &[Value]) -> Outcome {
    let complex = number(machine, args[0]);
    give(machine, complex)
}

fn conjugate(machine: &mut Machine, args: &[Value]) -> Outcome {
    let complex = number(machine, args[0]).conjugate();
    give(machine, complex)
}

fn new_arguments(machine: &mut Machine, args: &[Value]) -> Outcome {
    let complex = number(machine, args[0]);
    Ok(machine.heap.new_tuple([Value::float(complex.real), Value::float(complex.imaginary)]))
}

fn real(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::float(number(machine, args[0]).real))
}

fn imaginary(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::float(number(machine, args[0]).imaginary))
}
