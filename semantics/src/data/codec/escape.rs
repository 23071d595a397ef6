//! `unicode_escape` and `raw_unicode_escape`: the escapes of string literals as encodings (Language Reference 2.4.1.1).

use super::Handler;
use super::decode::replace;
use crate::data::error::{CodecFault, Outcome};
use crate::data::text::{MAX_CODE_POINT, Text, TextBuilder, write_escape};
use crate::data::unicode;

/// `text.encode("unicode_escape")`, which always succeeds.
pub(super) fn encode(text: &Text) -> Vec<u8> {
    let mut result = TextBuilder::with_capacity(text.len());
    for point in text.code_points() {
        match point {
            0x09 => result.push_str("\\t"),
            0x0A => result.push_str("\\n"),
            0x0D => result.push_str("\\r"),
            0x5C => result.push_str("\\\\"),
            0x20..0x7F => result.push(point),
            _ => write_escape(point, &mut result),
        }
    }
    result.finish().code_points().map(|point| point as u8).collect()
}

/// `text.encode("raw_unicode_escape")`, which always succeeds.
pub(super) fn encode_raw(text: &Text) -> Vec<u8> {
    let mut result = Vec::with_capacity(text.len());
    for point in text.code_points() {
        match u8::try_from(point) {
            Ok(byte) => result.push(byte),
            Err(_) if point <= 0xFFFF => result.extend_from_slice(format!("\\u{point:04x}").as_bytes()),
            Err(_) => result.extend_from_slice(format!("\\U{point:08x}").as_bytes()),
        }
    }
    result
}

/// Where an escape that is wrong ends, and what is wrong.
type Wrong = (usize, &'static str);

/// The bytes, and the place in them.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// The number in so many hexadecimal digits.
    fn hex(&mut self, digits: usize, truncated: &'static str) -> Result<u32, Wrong> {
        let mut value = 0;
        for _ in 0..digits {
            let digit = self.bytes.get(self.at).and_then(|byte| (*byte as char).to_digit(16));
            value = value << 4 | digit.ok_or((self.at, truncated))?;
            self.at += 1;
        }
        Ok(value)
    }

    fn code_point(&mut self, too_large: &'static str) -> Result<u32, Wrong> {
        let point = self.hex(8, "truncated \\UXXXXXXXX escape")?;
        if point > MAX_CODE_POINT { Err((self.at, too_large)) } else { Ok(point) }
    }

    /// `{NAME}` after `\N`.
    fn name(&mut self) -> Result<u32, Wrong> {
        const MALFORMED: &str = "malformed \\N character escape";
        if self.bytes.get(self.at) != Some(&b'{') {
            return Err((self.at, MALFORMED));
        }
        let start = self.at + 1;
        let Some(len) = memchr::memchr(b'}', &self.bytes[start..]) else {
            return Err((self.bytes.len(), MALFORMED));
        };
        if len == 0 {
            return Err((start, MALFORMED));
        }
        self.at = start + len + 1;
        let name = String::from_utf8_lossy(&self.bytes[start..start + len]);
        unicode::by_name(&name).map(|c| c as u32).ok_or((self.at, "unknown Unicode character name"))
    }

    /// Up to three octal digits, of which the first was read.
    fn octal(&mut self, first: u8) -> u32 {
        let mut value = (first - b'0') as u32;
        for _ in 0..2 {
            let Some(byte @ b'0'..=b'7') = self.bytes.get(self.at) else { break };
            value = value << 3 | (byte - b'0') as u32;
            self.at += 1;
        }
        value
    }

    /// What follows a backslash.
    fn escape(&mut self, result: &mut TextBuilder) -> Result<(), Wrong> {
        let byte = self.take().ok_or((self.at, "\\ at end of string"))?;
        let point = match byte {
            b'\n' => return Ok(()),
            b'\\' | b'\'' | b'"' => byte as u32,
            b'a' => 0x07,
            b'b' => 0x08,
            b't' => 0x09,
            b'n' => 0x0A,
            b'v' => 0x0B,
            b'f' => 0x0C,
            b'r' => 0x0D,
            b'0'..=b'7' => self.octal(byte),
            b'x' => self.hex(2, "truncated \\xXX escape")?,
            b'u' => self.hex(4, "truncated \\uXXXX escape")?,
            b'U' => self.code_point("illegal Unicode character")?,
            b'N' => self.name()?,
            _ => {
                result.push(b'\\' as u32);
                byte as u32
            }
        };
        result.push(point);
        Ok(())
    }

    /// What follows a backslash in the raw encoding.
    fn raw_escape(&mut self, result: &mut TextBuilder) -> Result<(), Wrong> {
        let point = match self.take() {
            Some(b'u') => self.hex(4, "truncated \\uXXXX escape")?,
            Some(b'U') => self.code_point("\\Uxxxxxxxx out of range")?,
            other => {
                result.push(b'\\' as u32);
                other.into_iter().for_each(|byte| result.push(byte as u32));
                return Ok(());
            }
        };
        result.push(point);
        Ok(())
    }
}

/// `bytes.decode("unicode_escape", handler)`, or `raw_unicode_escape`. `UnicodeDecodeError`: an escape is wrong and the
/// handler doesn't help.
pub(super) fn decode(bytes: &[u8], handler: Handler, raw: bool) -> Outcome<Text> {
    let mut reader = Reader { bytes, at: 0 };
    let mut result = TextBuilder::with_capacity(bytes.len());
    while let Some(byte) = reader.take() {
        if byte != b'\\' {
            result.push(byte as u32);
            continue;
        }
        let start = reader.at - 1;
        let escaped = if raw { reader.raw_escape(&mut result) } else { reader.escape(&mut result) };
        if let Err((end, reason)) = escaped {
            let encoding = if raw { "rawunicodeescape" } else { "unicodeescape" };
            reader.at = replace(bytes, CodecFault { encoding, start, end, reason }, handler, &mut result)?;
        }
    }
    Ok(result.finish())
}
