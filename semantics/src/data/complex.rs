//! `complex` (Library Reference 4.4).

use std::ops::{Add, Mul, Neg, Sub};

use super::bytes;
use super::error::{DataError, Outcome};
use super::float::{self, scan_number};
use super::int::digits_from_text;
use super::sequence::{self, Side};
use super::text::Text;

/// A complex number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Complex {
    pub real: f64,
    pub imaginary: f64,
}

impl Complex {
    pub const ONE: Complex = Complex { real: 1.0, imaginary: 0.0 };

    pub fn new(real: f64, imaginary: f64) -> Complex {
        Complex { real, imaginary }
    }

    /// `repr(self)`.
    pub fn repr(self) -> String {
        spec::repr::repr_complex(self.real, self.imaginary)
    }

    /// `complex(text)`. `ValueError`: not a complex number.
    pub fn parse(text: &Text) -> Outcome<Complex> {
        let units = digits_from_text(text);
        if !underscores_separate_digits(&units) {
            let repr = text.repr();
            let repr = repr.to_string_lossy();
            return Err(DataError::value_error(format!("could not convert string to complex: {repr}")));
        }
        let trim = |text: &[u8]| sequence::strip(text, Side::Both, bytes::is_space);
        let mut body = &units[trim(&units)];
        if let [b'(', inner @ .., b')'] = body {
            body = &inner[trim(inner)];
        }
        scan(body).ok_or_else(|| DataError::value_error("complex() arg is a malformed string"))
    }

    /// `self / other`. `ZeroDivisionError`.
    pub fn true_div(self, other: Complex) -> Outcome<Complex> {
        self.quotient(other).ok_or_else(|| DataError::zero_division("complex division by zero"))
    }

    /// Scales by the larger part of the divisor, so that no intermediate result is too large. `None`: division by zero.
    fn quotient(self, other: Complex) -> Option<Complex> {
        let (real, imaginary) = (other.real.abs(), other.imaginary.abs());
        if real >= imaginary {
            if real == 0.0 {
                return None;
            }
            let ratio = other.imaginary / other.real;
            let size = other.real + other.imaginary * ratio;
            let top = (self.real + self.imaginary * ratio, self.imaginary - self.real * ratio);
            return Some(Complex::new(top.0 / size, top.1 / size));
        }
        if imaginary >= real {
            let ratio = other.real / other.imaginary;
            let size = other.real * ratio + other.imaginary;
            let top = (self.real * ratio + self.imaginary, self.imaginary * ratio - self.real);
            return Some(Complex::new(top.0 / size, top.1 / size));
        }
        Some(Complex::new(f64::NAN, f64::NAN))
    }

    /// `self ** exponent`. `ZeroDivisionError`: 0 with a negative or complex exponent; `OverflowError`: too large.
    pub fn pow(self, exponent: Complex) -> Outcome<Complex> {
        // Small whole exponents are multiplied out, which is more precise.
        let whole = exponent.imaginary == 0.0 && exponent.real.fract() == 0.0 && exponent.real.abs() <= 100.0;
        let result = if whole { self.pow_whole(exponent.real as i32) } else { self.pow_polar(exponent) };
        let no_power = || DataError::zero_division("0.0 to a negative or complex power");
        let result = result.ok_or_else(no_power)?;
        if result.real.is_infinite() || result.imaginary.is_infinite() {
            return Err(DataError::overflow_error("complex exponentiation"));
        }
        Ok(result)
    }

    fn pow_whole(self, exponent: i32) -> Option<Complex> {
        let mut rest = exponent.unsigned_abs();
        let (mut result, mut square) = (Complex::ONE, self);
        while rest > 0 {
            if rest & 1 == 1 {
                result = result * square;
            }
            rest >>= 1;
            square = square * square;
        }
        if exponent > 0 { Some(result) } else { Complex::ONE.quotient(result) }
    }

    fn pow_polar(self, exponent: Complex) -> Option<Complex> {
        if exponent == Complex::new(0.0, 0.0) {
            return Some(Complex::ONE);
        }
        if self == Complex::new(0.0, 0.0) {
            let defined = exponent.imaginary == 0.0 && exponent.real >= 0.0;
            return defined.then_some(Complex::new(0.0, 0.0));
        }
        let size = self.real.hypot(self.imaginary);
        let angle = self.imaginary.atan2(self.real);
        let (mut length, mut phase) = (size.powf(exponent.real), angle * exponent.real);
        if exponent.imaginary != 0.0 {
            length /= (angle * exponent.imaginary).exp();
            phase += exponent.imaginary * size.ln();
        }
        // CPython takes the domain error that the C library reports for this angle for a division by zero.
        (!phase.is_infinite()).then(|| Complex::new(length * phase.cos(), length * phase.sin()))
    }

    /// `abs(self)`. `OverflowError`: too large.
    pub fn abs(self) -> Outcome<f64> {
        let size = self.real.hypot(self.imaginary);
        if size.is_infinite() && self.real.is_finite() && self.imaginary.is_finite() {
            return Err(DataError::overflow_error("absolute value too large"));
        }
        Ok(size)
    }

    /// `self.conjugate()`.
    pub fn conjugate(self) -> Complex {
        Complex::new(self.real, -self.imaginary)
    }

    /// `hash(self)`: equal to the hash of an equal float. `None` with a NaN, which is hashed by identity.
    pub fn hash(self) -> Option<i64> {
        let imaginary = float::hash(self.imaginary)?.wrapping_mul(1_000_003);
        let hash = float::hash(self.real)?.wrapping_add(imaginary);
        Some(if hash == -1 { -2 } else { hash })
    }
}

impl Add for Complex {
    type Output = Complex;

    fn add(self, other: Complex) -> Complex {
        Complex::new(self.real + other.real, self.imaginary + other.imaginary)
    }
}

impl Sub for Complex {
    type Output = Complex;

    fn sub(self, other: Complex) -> Complex {
        Complex::new(self.real - other.real, self.imaginary - other.imaginary)
    }
}

impl Mul for Complex {
    type Output = Complex;

    fn mul(self, other: Complex) -> Complex {
        Complex::new(
            self.real * other.real - self.imaginary * other.imaginary,
            self.real * other.imaginary + self.imaginary * other.real,
        )
    }
}

impl Neg for Complex {
    type Output = Complex;

    fn neg(self) -> Complex {
        Complex::new(-self.real, -self.imaginary)
    }
}

fn underscores_separate_digits(text: &[u8]) -> bool {
    let is_digit = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit);
    let separates = |at: usize| is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    memchr::memchr_iter(b'_', text).all(separates)
}

/// A real number, an imaginary one, or a real and then a signed imaginary one.
fn scan(text: &[u8]) -> Option<Complex> {
    let first = scan_number(text).unwrap_or(0);
    if first == text.len() {
        return Some(Complex::new(float::number_value(text)?, 0.0));
    }
    if first == 0 || matches!(text[first..], [b'j' | b'J']) {
        return Some(Complex::new(0.0, scan_imaginary(text)?));
    }
    let rest = &text[first..];
    if !matches!(rest.first(), Some(b'+' | b'-')) {
        return None;
    }
    Some(Complex::new(float::number_value(&text[..first])?, scan_imaginary(rest)?))
}

/// A number before `j`; the number 1 may be left out.
fn scan_imaginary(text: &[u8]) -> Option<f64> {
    let [number @ .., b'j' | b'J'] = text else { return None };
    match number {
        [] | [b'+'] => Some(1.0),
        [b'-'] => Some(-1.0),
        _ => (scan_number(number)? == number.len()).then(|| float::number_value(number))?,
    }
}
