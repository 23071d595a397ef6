//! `+`, `-`, `*`, `//`, `%`, `**` (Language Reference 6.5 to 6.7).

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::{Int, division};
use crate::data::error::{DataError, Outcome};

/// What `int ** int` gives: with a negative exponent, a float.
#[derive(Clone, PartialEq, Debug)]
pub enum Power {
    Int(Int),
    Float(f64),
}

impl Int {
    fn apply(
        &self,
        other: &Int,
        small: impl FnOnce(i64, i64) -> Option<i64>,
        wide: impl FnOnce(i128, i128) -> Option<i128>,
        big: impl FnOnce(&BigInt, &BigInt) -> BigInt,
    ) -> Int {
        if let (Int::Small(a), Int::Small(b)) = (self, other)
            && let Some(result) = small(*a, *b)
        {
            return Int::Small(result);
        }
        if let (Some(a), Some(b)) = (self.to_i128(), other.to_i128())
            && let Some(result) = wide(a, b)
        {
            return Int::from(result);
        }
        Int::from(big(&self.big(), &other.big()))
    }

    /// `self + other`.
    pub fn add(&self, other: &Int) -> Int {
        self.apply(other, i64::checked_add, i128::checked_add, |a, b| a + b)
    }

    /// `self - other`.
    pub fn sub(&self, other: &Int) -> Int {
        self.apply(other, i64::checked_sub, i128::checked_sub, |a, b| a - b)
    }

    /// `self * other`.
    pub fn mul(&self, other: &Int) -> Int {
        self.apply(other, i64::checked_mul, i128::checked_mul, |a, b| a * b)
    }

    /// `-self`.
    pub fn neg(&self) -> Int {
        Int::ZERO.sub(self)
    }

    /// `abs(self)`.
    pub fn abs(&self) -> Int {
        if self.is_negative() { self.neg() } else { self.clone() }
    }

    /// `self // other`, rounded down. `ZeroDivisionError`.
    pub fn floor_div(&self, other: &Int) -> Outcome<Int> {
        if other.is_zero() {
            return Err(DataError::zero_division("integer division or modulo by zero"));
        }
        Ok(self.apply(other, floor_div_small, floor_div_wide, |a, b| division::floored(a, b).0))
    }

    /// `self % other`, which has the sign of `other`. `ZeroDivisionError`.
    pub fn modulo(&self, other: &Int) -> Outcome<Int> {
        if other.is_zero() {
            return Err(DataError::zero_division("integer modulo by zero"));
        }
        Ok(self.apply(other, modulo_small, modulo_wide, |a, b| division::floored(a, b).1))
    }

    /// `divmod(self, other)`. `ZeroDivisionError`.
    pub fn divmod(&self, other: &Int) -> Outcome<(Int, Int)> {
        let quotient = self.floor_div(other)?;
        let remainder = self.sub(&quotient.mul(other));
        Ok((quotient, remainder))
    }

    /// `self ** exponent`. `ZeroDivisionError`: 0 with a negative exponent; `MemoryError`: the result would exceed `limit`
    /// bytes; `OverflowError`: an operand of a negative power doesn't fit a float.
    pub fn pow(&self, exponent: &Int, limit: usize) -> Outcome<Power> {
        if exponent.is_negative() {
            let (base, exponent) = (self.to_f64()?, exponent.to_f64()?);
            return match crate::data::float::pow(base, exponent)? {
                crate::data::float::Power::Float(result) => Ok(Power::Float(result)),
                // A whole exponent never gives a complex number.
                crate::data::float::Power::Complex => Ok(Power::Float(base.powf(exponent))),
            };
        }
        self.pow_natural(exponent, limit).map(Power::Int)
    }

    fn pow_natural(&self, exponent: &Int, limit: usize) -> Outcome<Int> {
        match (self, exponent) {
            (_, Int::Small(0)) | (Int::Small(1), _) => return Ok(Int::ONE),
            (Int::Small(0), _) => return Ok(Int::ZERO),
            (Int::Small(-1), _) => return Ok(Int::Small(if exponent.is_odd() { -1 } else { 1 })),
            _ => {}
        }
        let exponent = exponent.to_i64().and_then(|exponent| u32::try_from(exponent).ok());
        let exponent = exponent.ok_or_else(DataError::memory_error)?;
        if let Int::Small(base) = self
            && let Some(result) = base.checked_pow(exponent)
        {
            return Ok(Int::Small(result));
        }
        let bits = (self.bit_length() - 1).saturating_mul(exponent as u64);
        if bits / 8 > limit as u64 {
            return Err(DataError::memory_error());
        }
        Ok(Int::from(self.big().pow(exponent)))
    }

    /// `pow(self, exponent, modulus)`; a negative exponent asks for the inverse. `ValueError`: the modulus is 0, or there is
    /// no inverse.
    pub fn pow_mod(&self, exponent: &Int, modulus: &Int) -> Outcome<Int> {
        if modulus.is_zero() {
            return Err(DataError::value_error("pow() 3rd argument cannot be 0"));
        }
        let modulus = modulus.big();
        let size = modulus.abs();
        let mut base = self.big().mod_floor(&size);
        if exponent.is_negative() {
            base = invert(&base, &size)?;
        }
        let result = base.modpow(&exponent.abs().big(), &size);
        Ok(Int::from(result.mod_floor(&modulus)))
    }
}

/// The number whose product with `base` is 1 modulo `modulus`.
fn invert(base: &BigInt, modulus: &BigInt) -> Outcome<BigInt> {
    let found = base.extended_gcd(modulus);
    if found.gcd == BigInt::from(1) {
        Ok(found.x.mod_floor(modulus))
    } else {
        Err(DataError::value_error("base is not invertible for the given modulus"))
    }
}

/// Division rounded down, for machine words.
macro_rules! floor_division {
    ($divide:ident $modulo:ident $word:ty) => {
        fn $divide(a: $word, b: $word) -> Option<$word> {
            let quotient = a.checked_div(b)?;
            let inexact = a % b != 0;
            Some(if inexact && (a < 0) != (b < 0) { quotient - 1 } else { quotient })
        }

        fn $modulo(a: $word, b: $word) -> Option<$word> {
            let remainder = a.checked_rem(b)?;
            Some(if remainder != 0 && (remainder < 0) != (b < 0) { remainder + b } else { remainder })
        }
    };
}

floor_division!(floor_div_small modulo_small i64);
floor_division!(floor_div_wide modulo_wide i128);

impl Int {
    /// `round(self, digits)`: for negative `digits`, the nearest multiple of a power of ten, and of two the even one.
    pub fn round(&self, digits: &Int) -> Int {
        if !digits.is_negative() {
            return self.clone();
        }
        // A power of ten with more digits than twice the number rounds it to 0.
        let places = digits.neg().to_i64_saturating();
        if places as u64 > self.bit_length() / 3 + 2 {
            return Int::ZERO;
        }
        let unit = BigInt::from(10).pow(places as u32);
        let (quotient, rest) = self.to_big().div_mod_floor(&unit);
        let twice: BigInt = &rest * 2;
        let up = twice > unit || twice == unit && quotient.is_odd();
        let rounded = if rest.is_zero() { self.to_big() } else { (quotient + up as u8) * unit };
        Int::from(rounded)
    }
}
