//! `int`: integers without bound, of which most fit 64 bits (Library Reference 4.4).

mod arithmetic;
mod bits;
mod bytes;
mod number_theory;
mod real;
mod text;

use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

pub use arithmetic::Power;
pub use bytes::Endian;
pub use real::{big_to_f64, compare_big_with_float};
pub use text::DEFAULT_MAX_DIGITS;
pub(super) use text::{digits_from_text, literal_repr};

/// A Python int. `Big` is used only for what doesn't fit 64 bits, so derived equality is numeric equality.
#[derive(Clone, PartialEq, Eq)]
pub enum Int {
    Small(i64),
    Big(Box<BigInt>),
}

impl Int {
    pub const ZERO: Int = Int::Small(0);
    pub const ONE: Int = Int::Small(1);

    /// The number as a `BigInt`.
    pub fn to_big(&self) -> BigInt {
        match self {
            Int::Small(small) => BigInt::from(*small),
            Int::Big(big) => (**big).clone(),
        }
    }

    /// The number, if it fits.
    pub fn to_i64(&self) -> Option<i64> {
        match self {
            Int::Small(small) => Some(*small),
            Int::Big(_) => None,
        }
    }

    /// The nearest number that fits 64 bits: what a slice bound means.
    pub fn to_i64_saturating(&self) -> i64 {
        match self {
            Int::Small(small) => *small,
            Int::Big(big) if big.sign() == Sign::Minus => i64::MIN,
            Int::Big(_) => i64::MAX,
        }
    }

    pub fn is_zero(&self) -> bool {
        *self == Int::ZERO
    }

    pub fn is_negative(&self) -> bool {
        match self {
            Int::Small(small) => *small < 0,
            Int::Big(big) => big.sign() == Sign::Minus,
        }
    }

    pub fn is_odd(&self) -> bool {
        match self {
            Int::Small(small) => small & 1 == 1,
            Int::Big(big) => big.bit(0),
        }
    }
}

impl From<i64> for Int {
    fn from(small: i64) -> Int {
        Int::Small(small)
    }
}

impl From<i32> for Int {
    fn from(small: i32) -> Int {
        Int::Small(small as i64)
    }
}

impl From<usize> for Int {
    fn from(size: usize) -> Int {
        Int::from(BigInt::from(size))
    }
}

impl From<i128> for Int {
    fn from(number: i128) -> Int {
        match i64::try_from(number) {
            Ok(small) => Int::Small(small),
            Err(_) => Int::Big(Box::new(BigInt::from(number))),
        }
    }
}

impl From<BigInt> for Int {
    fn from(big: BigInt) -> Int {
        match big.to_i64() {
            Some(small) => Int::Small(small),
            None => Int::Big(Box::new(big)),
        }
    }
}

impl PartialOrd for Int {
    fn partial_cmp(&self, other: &Int) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Int {
    fn cmp(&self, other: &Int) -> Ordering {
        match (self, other) {
            (Int::Small(a), Int::Small(b)) => a.cmp(b),
            (Int::Big(a), Int::Big(b)) => a.cmp(b),
            (Int::Small(_), Int::Big(big)) if big.sign() == Sign::Minus => Ordering::Greater,
            (Int::Small(_), Int::Big(_)) => Ordering::Less,
            (Int::Big(_), Int::Small(_)) => other.cmp(self).reverse(),
        }
    }
}

impl fmt::Display for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Int::Small(small) => small.fmt(f),
            Int::Big(big) => big.fmt(f),
        }
    }
}

impl fmt::Debug for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
