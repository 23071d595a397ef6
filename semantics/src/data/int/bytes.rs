//! `int.to_bytes` and `int.from_bytes`.

use num_bigint::{BigInt, Sign};

use super::Int;
use crate::data::error::{DataError, Outcome, check_size};

/// Which byte of an int comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Endian {
    Little,
    Big,
}

impl Endian {
    /// The order of this computer.
    pub const NATIVE: Endian = if cfg!(target_endian = "big") { Endian::Big } else { Endian::Little };

    /// The order that `byteorder=name` selects. `ValueError`: neither "little" nor "big".
    pub fn from_name(name: &str) -> Outcome<Endian> {
        match name {
            "little" => Ok(Endian::Little),
            "big" => Ok(Endian::Big),
            _ => Err(DataError::value_error("byteorder must be either 'little' or 'big'")),
        }
    }
}

impl Int {
    /// `self.to_bytes(length, order, signed=signed)`. `OverflowError`: it doesn't fit; `ValueError`: the length is negative;
    /// `MemoryError`: it exceeds `limit` bytes.
    pub fn to_bytes(&self, length: i64, order: Endian, signed: bool, limit: usize) -> Outcome<Vec<u8>> {
        let length = usize::try_from(length);
        let length = length.map_err(|_| DataError::value_error("length argument must be non-negative"))?;
        if self.is_negative() && !signed {
            return Err(DataError::overflow_error("can't convert negative int to unsigned"));
        }
        check_size(length, 1, limit)?;
        let mut bytes =
            if signed { self.to_big().to_signed_bytes_le() } else { self.to_big().to_bytes_le().1 };
        if self.is_zero() {
            bytes.clear();
        }
        if bytes.len() > length {
            return Err(DataError::overflow_error("int too big to convert"));
        }
        bytes.resize(length, if self.is_negative() { 0xFF } else { 0 });
        if order == Endian::Big {
            bytes.reverse();
        }
        Ok(bytes)
    }

    /// `int.from_bytes(bytes, order, signed=signed)`.
    pub fn from_bytes(bytes: &[u8], order: Endian, signed: bool) -> Int {
        Int::from(match (order, signed) {
            (Endian::Little, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
            (Endian::Big, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
            (Endian::Little, true) => BigInt::from_signed_bytes_le(bytes),
            (Endian::Big, true) => BigInt::from_signed_bytes_be(bytes),
        })
    }
}
