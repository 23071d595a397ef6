//! The constants that a syntax tree may hold.

use num_bigint::BigInt;

/// The value of a literal, or of a constant name (`None`, `True`, `False`, `...`).
#[derive(Clone, PartialEq, Debug)]
pub enum ConstantValue {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    Float(f64),
    /// An imaginary literal; its real part is 0.
    Imaginary(f64),
    Str(Wtf8),
    Bytes(Box<[u8]>),
}

/// A Python string: UTF-8 in which lone surrogates are encoded like any other code point below U+10000.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Wtf8(Vec<u8>);

impl From<&str> for Wtf8 {
    fn from(text: &str) -> Wtf8 {
        Wtf8(text.as_bytes().to_vec())
    }
}

impl Wtf8 {
    /// The text, unless it holds a surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn push_str(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    pub fn append(&mut self, other: &Wtf8) {
        self.0.extend_from_slice(&other.0);
    }

    /// Adds one code point, which may be a surrogate.
    pub fn push(&mut self, code_point: u32) {
        match char::from_u32(code_point) {
            Some(c) => self.push_str(c.encode_utf8(&mut [0; 4])),
            None => self.0.extend_from_slice(&[
                0xE0 | (code_point >> 12) as u8,
                0x80 | (code_point >> 6 & 0x3F) as u8,
                0x80 | (code_point & 0x3F) as u8,
            ]),
        }
    }

    /// The code points, surrogates included.
    pub fn code_points(&self) -> impl Iterator<Item = u32> + '_ {
        let mut rest = &self.0[..];
        std::iter::from_fn(move || {
            let (&first, _) = rest.split_first()?;
            let (len, start) = match first {
                0..=0x7F => (1, first as u32),
                0x80..=0xDF => (2, first as u32 & 0x1F),
                0xE0..=0xEF => (3, first as u32 & 0x0F),
                _ => (4, first as u32 & 0x07),
            };
            let (bytes, tail) = rest.split_at(len);
            rest = tail;
            Some(bytes[1..].iter().fold(start, |point, byte| point << 6 | (*byte as u32 & 0x3F)))
        })
    }
}
