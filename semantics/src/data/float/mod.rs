//! `float`: IEEE 754 double precision (Library Reference 4.4).

mod hex;
mod text;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, Zero};

use super::error::{DataError, Outcome};
use super::int::{Int, big_to_f64};

pub use hex::{from_hex, to_hex};
pub use text::{FloatStyle, parse, parse_bytes, render, repr};
pub(super) use text::{number_value, numeral_len, scan_number};

/// What `float ** float` gives.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Power {
    Float(f64),
    /// A negative base with a fractional exponent: the power of the operands as complex numbers.
    Complex,
}

/// The error of a result that is too large. CPython's exception has two arguments, of which this is the text as `str()`
/// shows both.
pub(super) fn result_too_large() -> DataError {
    DataError::overflow_error("(34, 'Numerical result out of range')")
}

/// `a / b`. `ZeroDivisionError`.
pub fn true_div(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 { Err(DataError::zero_division("float division by zero")) } else { Ok(a / b) }
}

/// Quotient and remainder by a divisor that is not 0; the remainder has the sign of the divisor.
fn divide(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0.0f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(a / b), remainder);
    }
    // The quotient is nearly whole, and may be a little less than what it should be.
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, remainder)
}

/// `a // b`. `ZeroDivisionError`.
pub fn floor_div(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 { Err(DataError::zero_division("float floor division by zero")) } else { Ok(divide(a, b).0) }
}

/// `a % b`. `ZeroDivisionError`.
pub fn modulo(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 { Err(DataError::zero_division("float modulo by zero")) } else { Ok(divide(a, b).1) }
}

/// `divmod(a, b)`. `ZeroDivisionError`.
pub fn divmod(a: f64, b: f64) -> Outcome<(f64, f64)> {
    if b == 0.0 { Err(DataError::zero_division("float divmod()")) } else { Ok(divide(a, b)) }
}

/// `base ** exponent` (Language Reference 6.5). `ZeroDivisionError`: 0 with a negative exponent; `OverflowError`: the result
/// is too large.
pub fn pow(base: f64, exponent: f64) -> Outcome<Power> {
    if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
        return Err(DataError::zero_division("0.0 cannot be raised to a negative power"));
    }
    let both_finite = base.is_finite() && exponent.is_finite();
    if both_finite && base < 0.0 && exponent.fract() != 0.0 {
        return Ok(Power::Complex);
    }
    let result = base.powf(exponent);
    if both_finite && result.is_infinite() { Err(result_too_large()) } else { Ok(Power::Float(result)) }
}

/// `round(x)`: to the nearest int, of two the even one. `OverflowError`: infinity; `ValueError`: NaN.
pub fn round_to_int(x: f64) -> Outcome<Int> {
    Int::from_f64(x.round_ties_even())
}

/// `round(x, digits)`: the float nearest to the decimal number nearest to `x`, of two the even one. `OverflowError`: the
/// result is too large.
pub fn round(x: f64, digits: i64) -> Outcome<f64> {
    // No float has more decimals than the first bound, nor more digits before the point than the second.
    if !x.is_finite() || x == 0.0 || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0 * x);
    }
    if digits >= 0 {
        let decimal = format!("{x:.*}", digits as usize);
        return Ok(decimal.parse().unwrap_or(x));
    }
    round_to_tens(x, digits.unsigned_abs() as u32)
}

fn round_to_tens(x: f64, places: u32) -> Outcome<f64> {
    let whole = BigInt::from_f64(x.abs()).unwrap_or_default();
    let unit = BigInt::from(10).pow(places);
    let (quotient, rest) = whole.div_mod_floor(&unit);
    let twice: BigInt = rest * 2;
    let above_half = twice > unit || twice == unit && (x.fract() != 0.0 || quotient.is_odd());
    let rounded = (quotient + above_half as u8) * unit;
    let size = big_to_f64(&rounded);
    let size = size.ok_or_else(|| DataError::overflow_error("rounded value too large to represent"))?;
    Ok(size.copysign(x))
}

/// What rounding loses when two floats are added (Neumaier's algorithm adds it up apart).
pub fn lost_by_adding(a: f64, b: f64) -> f64 {
    let sum = a + b;
    if a.abs() >= b.abs() { (a - sum) + b } else { (b - sum) + a }
}

/// A sum with what was lost on the way to it. An infinite sum stays as it is: what it lost is no number.
pub fn with_lost(sum: f64, lost: f64) -> f64 {
    if lost != 0.0 && lost.is_finite() { sum + lost } else { sum }
}

/// `x.is_integer()`.
pub fn is_integer(x: f64) -> bool {
    x.is_finite() && x.fract() == 0.0
}

/// The significand as a whole number and the exponent of 2 that give a finite float exactly.
pub(super) fn decompose(x: f64) -> (u64, i64) {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7FF) as i64;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// `x.as_integer_ratio()`. `OverflowError`: infinity; `ValueError`: NaN.
pub fn as_integer_ratio(x: f64) -> Outcome<(Int, Int)> {
    if x.is_nan() {
        return Err(DataError::value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(DataError::overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (significand, exponent) = decompose(x);
    let shift = (significand.trailing_zeros() as i64).min(-exponent).max(0);
    let exponent = if significand == 0 { 0 } else { exponent + shift };
    let whole = BigInt::from(if significand == 0 { 0 } else { significand >> shift });
    let (top, bottom) = match exponent {
        0.. => (whole << exponent, BigInt::from(1)),
        _ => (whole, BigInt::from(1) << -exponent),
    };
    debug_assert!(!bottom.is_zero() && !top.is_negative());
    Ok((Int::from(if x < 0.0 { -top } else { top }), Int::from(bottom)))
}

/// `hash(x)`: equal to the hash of an equal int (Library Reference 4.4.5). `None` for NaN, which is hashed by identity.
pub fn hash(x: f64) -> Option<i64> {
    const BITS: i64 = 61;
    const MODULUS: u64 = (1 << BITS) - 1;
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { 314159 } else { -314159 });
    }
    let (significand, exponent) = decompose(x);
    // Modulo 2**61 - 1, to multiply by a power of two is to rotate.
    let turn = exponent.rem_euclid(BITS);
    let residue = (significand << turn & MODULUS) | (significand >> (BITS - turn));
    let hash = if x < 0.0 { -(residue as i64) } else { residue as i64 };
    Some(if hash == -1 { -2 } else { hash })
}
