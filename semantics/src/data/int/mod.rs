//! `int`: integers without bound, of which most fit 64 bits (Library Reference 4.4).

mod arithmetic;
mod bits;
mod bytes;
mod division;
mod number_theory;
mod real;
mod text;
pub mod work;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

pub use arithmetic::Power;
pub use bytes::Endian;
pub use real::{big_to_f64, compare_big_with_float};
pub use text::DEFAULT_MAX_DIGITS;
pub(super) use text::{digits_from_text, literal_repr};

/// A Python int. Each variant is used only for what doesn't fit the one before, so derived equality is numeric equality.
#[derive(Clone, PartialEq, Eq)]
pub enum Int {
    Small(i64),
    Wide(Wide),
    Big(Rc<BigInt>),
}

/// A number of 128 bits in two words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wide {
    low: u64,
    high: i64,
}

impl From<i128> for Wide {
    fn from(number: i128) -> Wide {
        Wide { low: number as u64, high: (number >> 64) as i64 }
    }
}

impl From<Wide> for i128 {
    fn from(wide: Wide) -> i128 {
        (wide.high as i128) << 64 | wide.low as i128
    }
}

impl Int {
    pub const ZERO: Int = Int::Small(0);
    pub const ONE: Int = Int::Small(1);

    /// The number as a `BigInt`.
    pub fn to_big(&self) -> BigInt {
        self.big().into_owned()
    }

    /// The same without a copy of what is one already.
    pub(super) fn big(&self) -> Cow<'_, BigInt> {
        match self {
            Int::Small(small) => Cow::Owned(BigInt::from(*small)),
            Int::Wide(wide) => Cow::Owned(BigInt::from(i128::from(*wide))),
            Int::Big(big) => Cow::Borrowed(big),
        }
    }

    /// The number, if it fits 128 bits.
    #[inline]
    pub(super) fn to_i128(&self) -> Option<i128> {
        match self {
            Int::Small(small) => Some(*small as i128),
            Int::Wide(wide) => Some((*wide).into()),
            Int::Big(_) => None,
        }
    }

    /// The number, if it fits.
    pub fn to_i64(&self) -> Option<i64> {
        match self {
            Int::Small(small) => Some(*small),
            _ => None,
        }
    }

    /// The nearest number that fits 64 bits: what a slice bound means.
    pub fn to_i64_saturating(&self) -> i64 {
        match self {
            Int::Small(small) => *small,
            _ if self.is_negative() => i64::MIN,
            _ => i64::MAX,
        }
    }

    pub fn is_zero(&self) -> bool {
        *self == Int::ZERO
    }

    pub fn is_negative(&self) -> bool {
        match self {
            Int::Small(small) => *small < 0,
            Int::Wide(wide) => wide.high < 0,
            Int::Big(big) => big.sign() == Sign::Minus,
        }
    }

    pub fn is_odd(&self) -> bool {
        match self {
            Int::Small(small) => small & 1 == 1,
            Int::Wide(wide) => wide.low & 1 == 1,
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
            Err(_) => Int::Wide(number.into()),
        }
    }
}

impl From<BigInt> for Int {
    fn from(big: BigInt) -> Int {
        if big.bits() <= 128
            && let Some(number) = big.to_i128()
        {
            return Int::from(number);
        }
        Int::Big(Rc::new(big))
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
            (_, Int::Big(big)) if big.sign() == Sign::Minus => Ordering::Greater,
            (_, Int::Big(_)) => Ordering::Less,
            (Int::Big(_), _) => other.cmp(self).reverse(),
            _ => self.to_i128().cmp(&other.to_i128()),
        }
    }
}

impl fmt::Display for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Int::Small(small) => small.fmt(f),
            Int::Wide(wide) => i128::from(*wide).fmt(f),
            Int::Big(big) => big.fmt(f),
        }
    }
}

impl fmt::Debug for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
