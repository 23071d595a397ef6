//! The items that a buffer of bytes consists of: formats of one native character, as in the `struct` module.

use super::error::{DataError, Outcome};
use super::int::{Endian, Int};

/// What the items of a buffer are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Format(u8);

/// One item.
#[derive(Clone, PartialEq, Debug)]
pub enum Item {
    Int(Int),
    Float(f64),
    Bool(bool),
    Byte(u8),
}

impl Format {
    /// Bytes as ints.
    pub const BYTES: Format = Format(b'B');

    /// The format of this name: one native character, which may follow an `@`.
    pub fn named(name: &str) -> Option<Format> {
        match name.strip_prefix('@').unwrap_or(name).as_bytes() {
            &[code] if b"cbB?hHiIlLqQnNfdP".contains(&code) => Some(Format(code)),
            _ => None,
        }
    }

    pub fn name(self) -> char {
        self.0 as char
    }

    /// The size of an item in bytes.
    pub fn size(self) -> usize {
        match self.0 {
            b'c' | b'b' | b'B' | b'?' => 1,
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' => 4,
            _ => 8,
        }
    }

    /// Whether an item is one byte, and no truth value.
    pub fn is_byte(self) -> bool {
        matches!(self.0, b'c' | b'b' | b'B')
    }

    fn is_signed(self) -> bool {
        matches!(self.0, b'b' | b'h' | b'i' | b'l' | b'q' | b'n')
    }

    /// Whether items are ints.
    pub fn is_int(self) -> bool {
        !matches!(self.0, b'c' | b'?' | b'f' | b'd')
    }

    /// Whether items are floats.
    pub fn is_float(self) -> bool {
        matches!(self.0, b'f' | b'd')
    }

    /// Whether items are truth values.
    pub fn is_bool(self) -> bool {
        self.0 == b'?'
    }

    /// The item that these bytes are, as many as an item has.
    pub fn unpack(self, bytes: &[u8]) -> Item {
        match (self.0, bytes) {
            (b'c', &[byte]) => Item::Byte(byte),
            (b'?', &[byte]) => Item::Bool(byte != 0),
            (b'f', &[a, b, c, d]) => Item::Float(f32::from_ne_bytes([a, b, c, d]) as f64),
            (b'd', &[a, b, c, d, e, f, g, h]) => Item::Float(f64::from_ne_bytes([a, b, c, d, e, f, g, h])),
            _ => Item::Int(Int::from_bytes(bytes, Endian::NATIVE, self.is_signed())),
        }
    }

    /// The bytes of an item. `ValueError`: it does not fit.
    pub fn pack(self, item: &Item) -> Outcome<Vec<u8>> {
        match (self.0, item) {
            (b'c', Item::Byte(byte)) => Ok(vec![*byte]),
            (b'?', Item::Bool(truth)) => Ok(vec![*truth as u8]),
            (b'f', Item::Float(float)) => Ok((*float as f32).to_ne_bytes().to_vec()),
            (b'd', Item::Float(float)) => Ok(float.to_ne_bytes().to_vec()),
            (_, Item::Int(int)) if self.is_int() => {
                let bytes = int.to_bytes(self.size() as i64, Endian::NATIVE, self.is_signed(), usize::MAX);
                bytes.map_err(|_| self.wrong_value())
            }
            _ => Err(self.wrong_type()),
        }
    }

    pub fn wrong_value(self) -> DataError {
        DataError::value_error(format!("memoryview: invalid value for format '{}'", self.name()))
    }

    pub fn wrong_type(self) -> DataError {
        DataError::type_error(format!("memoryview: invalid type for format '{}'", self.name()))
    }
}
