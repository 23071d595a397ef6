//! Shifts and bitwise operations, on two's complement without end (Language Reference 6.8, 6.9).

use super::Int;
use crate::data::error::{DataError, Outcome};

/// Applies a bitwise operator, whose result always fits when both operands do.
macro_rules! bitwise {
    ($($(#[$doc:meta])* $name:ident $operator:tt),*) => {$(
        $(#[$doc])*
        pub fn $name(&self, other: &Int) -> Int {
            if let (Int::Small(a), Int::Small(b)) = (self, other) {
                return Int::Small(a $operator b);
            }
            match (self.to_i128(), other.to_i128()) {
                (Some(a), Some(b)) => Int::from(a $operator b),
                _ => Int::from(self.to_big() $operator &*other.big()),
            }
        }
    )*};
}

fn negative_shift() -> DataError {
    DataError::value_error("negative shift count")
}

impl Int {
    bitwise!(
        /// `self & other`.
        and &,
        /// `self | other`.
        or |,
        /// `self ^ other`.
        xor ^
    );

    /// `~self`.
    pub fn invert(&self) -> Int {
        match self {
            Int::Small(small) => Int::Small(!small),
            Int::Wide(wide) => Int::from(!i128::from(*wide)),
            Int::Big(big) => Int::from(-&**big - 1),
        }
    }

    /// `self << count`. `ValueError`: the count is negative; `MemoryError`: the result would exceed `limit` bytes.
    pub fn shift_left(&self, count: &Int, limit: usize) -> Outcome<Int> {
        if count.is_negative() {
            return Err(negative_shift());
        }
        if self.is_zero() {
            return Ok(Int::ZERO);
        }
        let count = count.to_i64().ok_or_else(DataError::memory_error)? as u64;
        if let Int::Small(small) = self
            && count < 63
            && small.unsigned_abs() >> (63 - count) == 0
        {
            return Ok(Int::Small(small << count));
        }
        if self.bit_length().saturating_add(count) / 8 > limit as u64 {
            return Err(DataError::memory_error());
        }
        Ok(Int::from(&*self.big() << count))
    }

    /// `self >> count`, rounded down. `ValueError`: the count is negative.
    pub fn shift_right(&self, count: &Int) -> Outcome<Int> {
        if count.is_negative() {
            return Err(negative_shift());
        }
        let nothing_left = Int::Small(if self.is_negative() { -1 } else { 0 });
        Ok(match (self, count) {
            (Int::Small(small), Int::Small(count)) => Int::Small(small >> (*count).min(63)),
            (Int::Wide(wide), Int::Small(count)) => Int::from(i128::from(*wide) >> (*count).min(127)),
            (Int::Big(big), Int::Small(count)) if (*count as u64) < big.bits() => {
                Int::from(&**big >> *count as u64)
            }
            _ => nothing_left,
        })
    }

    /// `self.bit_length()`.
    pub fn bit_length(&self) -> u64 {
        match self {
            Int::Small(small) => 64 - small.unsigned_abs().leading_zeros() as u64,
            Int::Wide(wide) => 128 - i128::from(*wide).unsigned_abs().leading_zeros() as u64,
            Int::Big(big) => big.bits(),
        }
    }

    /// `self.bit_count()`: the ones in the absolute value.
    pub fn bit_count(&self) -> u64 {
        match self {
            Int::Small(small) => small.unsigned_abs().count_ones() as u64,
            Int::Wide(wide) => i128::from(*wide).unsigned_abs().count_ones() as u64,
            Int::Big(big) => big.magnitude().count_ones(),
        }
    }
}
