//! Ints and floats: conversion, true division and comparison, all exact or correctly rounded.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use num_traits::{FromPrimitive, Signed, ToPrimitive};

use super::Int;
use crate::data::error::{DataError, Outcome};

/// The bits of a float's significand.
const SIGNIFICAND: i64 = 53;
/// The exponent of the last bit of the smallest floats.
const LOWEST: i64 = -1074;

/// The float `significand * 2 ** exponent`, to the nearest and of two to the even one; `sticky` says that the exact value is
/// a little larger. `None` when it is too large.
fn scale(significand: &BigUint, exponent: i64, sticky: bool) -> Option<f64> {
    let bits = significand.bits() as i64;
    // How many bits are beyond the precision that floats of this size have.
    let extra = (bits - SIGNIFICAND).max(LOWEST - exponent);
    let (kept, exponent) = if extra > 0 {
        (round_shift(significand, extra as u64, sticky), exponent + extra)
    } else {
        (significand.to_u64()?, exponent)
    };
    if kept == 0 {
        return Some(0.0);
    }
    let top = 64 - kept.leading_zeros() as i64 + exponent;
    if top > 1024 {
        return None;
    }
    Some(times_power_of_two(kept as f64, exponent))
}

fn round_shift(significand: &BigUint, extra: u64, sticky: bool) -> u64 {
    let kept = (significand >> extra).to_u64().unwrap_or(u64::MAX);
    let half = significand.bit(extra - 1);
    let rest = sticky || significand.trailing_zeros().is_some_and(|zeros| zeros < extra - 1);
    kept + (half && (rest || kept & 1 == 1)) as u64
}

/// Exact, for a result that is a float.
fn times_power_of_two(number: f64, exponent: i64) -> f64 {
    let half = exponent / 2;
    let power = |exponent: i64| f64::from_bits(((exponent + 1023) as u64) << 52);
    match exponent {
        -1022..=1023 => number * power(exponent),
        _ => number * power(half) * power(exponent - half),
    }
}

/// The nearest float, of two the even one; `None` when it is too large.
pub fn big_to_f64(big: &BigInt) -> Option<f64> {
    let size = scale(big.magnitude(), 0, false)?;
    Some(if big.is_negative() { -size } else { size })
}

/// Compares exactly; `None` for NaN.
pub fn compare_big_with_float(big: &BigInt, float: f64) -> Option<Ordering> {
    match BigInt::from_f64(float.trunc()) {
        None if float.is_nan() => None,
        None => Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater }),
        Some(whole) => {
            Some(big.cmp(&whole).then_with(|| 0.0.partial_cmp(&float.fract()).unwrap_or(Ordering::Equal)))
        }
    }
}

impl Int {
    /// `float(self)`. `OverflowError`: too large.
    pub fn to_f64(&self) -> Outcome<f64> {
        match self {
            Int::Small(small) => Ok(*small as f64),
            Int::Wide(wide) => Ok(i128::from(*wide) as f64),
            Int::Big(big) => {
                big_to_f64(big).ok_or_else(|| DataError::overflow_error("int too large to convert to float"))
            }
        }
    }

    /// `int(float)`: rounded towards zero. `OverflowError`: infinity; `ValueError`: NaN.
    pub fn from_f64(float: f64) -> Outcome<Int> {
        const EDGE: f64 = i64::MAX as f64;
        if float > -EDGE && float < EDGE {
            return Ok(Int::Small(float as i64));
        }
        match BigInt::from_f64(float) {
            Some(big) => Ok(Int::from(big)),
            None if float.is_nan() => Err(DataError::value_error("cannot convert float NaN to integer")),
            None => Err(DataError::overflow_error("cannot convert float infinity to integer")),
        }
    }

    /// `self / other`, correctly rounded. `ZeroDivisionError`; `OverflowError`: the result is too large.
    pub fn true_div(&self, other: &Int) -> Outcome<f64> {
        const EXACT: u64 = 1 << SIGNIFICAND;
        if other.is_zero() {
            return Err(DataError::zero_division("division by zero"));
        }
        if let (Int::Small(a), Int::Small(b)) = (self, other)
            && a.unsigned_abs() <= EXACT
            && b.unsigned_abs() <= EXACT
        {
            return Ok(*a as f64 / *b as f64);
        }
        let (a, b) = (self.big(), other.big());
        let size = divide(a.magnitude(), b.magnitude());
        let size =
            size.ok_or_else(|| DataError::overflow_error("integer division result too large for a float"))?;
        Ok(if a.is_negative() == b.is_negative() { size } else { -size })
    }

    /// Compares exactly; `None` for NaN.
    pub fn compare_float(&self, float: f64) -> Option<Ordering> {
        const EDGE: f64 = (1u64 << 63) as f64;
        match self {
            Int::Wide(_) | Int::Big(_) => compare_big_with_float(&self.big(), float),
            Int::Small(_) if float >= EDGE => Some(Ordering::Less),
            Int::Small(_) if float < -EDGE => Some(Ordering::Greater),
            Int::Small(_) if float.is_nan() => None,
            Int::Small(small) => {
                Some(small.cmp(&(float as i64)).then_with(|| 0.0f64.total_cmp(&(float.fract() + 0.0))))
            }
        }
    }
}

/// The quotient of two numbers to the nearest float.
fn divide(a: &BigUint, b: &BigUint) -> Option<f64> {
    // Enough bits that no quotient of this size needs more to be rounded.
    let shift = a.bits() as i64 - b.bits() as i64 - SIGNIFICAND - 3;
    if shift > 1024 {
        return None;
    }
    if shift < LOWEST - 2 * SIGNIFICAND {
        return Some(0.0);
    }
    let (a, b) =
        if shift < 0 { (a << shift.unsigned_abs(), b.clone()) } else { (a.clone(), b << shift as u64) };
    let quotient = &a / &b;
    let exact = &quotient * &b == a;
    scale(&quotient, shift, !exact)
}
