//! The functions of `math` on ints, and hashing.

use num_integer::Integer;

use super::Int;
use crate::data::error::{DataError, Outcome};

/// Numbers are hashed modulo this prime (Library Reference 4.4.5).
const MODULUS: u64 = (1 << 61) - 1;

impl Int {
    /// `hash(self)`: equal to the hash of an equal float or fraction; never -1.
    pub fn hash(&self) -> i64 {
        let residue = match self {
            Int::Small(small) => small.unsigned_abs() % MODULUS,
            Int::Wide(wide) => (i128::from(*wide).unsigned_abs() % MODULUS as u128) as u64,
            Int::Big(big) => big.iter_u64_digits().rev().fold(0, |residue, digit| {
                let wide = (residue as u128) << 64 | digit as u128;
                (wide % MODULUS as u128) as u64
            }),
        };
        let hash = if self.is_negative() { -(residue as i64) } else { residue as i64 };
        if hash == -1 { -2 } else { hash }
    }

    /// `math.isqrt(self)`. `ValueError`: the number is negative.
    pub fn isqrt(&self) -> Outcome<Int> {
        if self.is_negative() {
            return Err(DataError::value_error("isqrt() argument must be nonnegative"));
        }
        Ok(match self {
            Int::Small(small) => Int::Small(small.isqrt()),
            Int::Wide(wide) => Int::from(i128::from(*wide).isqrt()),
            Int::Big(big) => Int::from(big.sqrt()),
        })
    }

    /// `math.gcd(self, other)`.
    pub fn gcd(&self, other: &Int) -> Int {
        Int::from(self.big().gcd(&other.big()))
    }

    /// `math.lcm(self, other)`.
    pub fn lcm(&self, other: &Int) -> Int {
        Int::from(self.big().lcm(&other.big())).abs()
    }
}
