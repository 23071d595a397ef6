//! From bytes to text.

use super::{ByteOrder, Encoding, Handler, decode_error, escape};
use crate::data::error::{CodecFault, DataError, Outcome};
use crate::data::text::{Text, TextBuilder};

/// `bytes.decode(encoding, handler)`. `UnicodeDecodeError`: the bytes are not in the encoding and the handler doesn't help;
/// `TypeError`: the handler is for encoding only, and was needed.
pub fn decode(bytes: &[u8], encoding: Encoding, handler: Handler) -> Outcome<Text> {
    match encoding {
        Encoding::Utf8 => utf8(bytes, handler),
        Encoding::Utf8Signed => utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), handler),
        Encoding::Ascii => ascii(bytes, handler),
        Encoding::Latin1 => Ok(latin1(bytes)),
        Encoding::Utf16(order) => wide(bytes, handler, order, 2),
        Encoding::Utf32(order) => wide(bytes, handler, order, 4),
        Encoding::UnicodeEscape => escape::decode(bytes, handler, false),
        Encoding::RawUnicodeEscape => escape::decode(bytes, handler, true),
    }
}

/// Writes what the handler puts in the place of a fault, and says where to go on.
pub(super) fn replace(
    bytes: &[u8],
    fault: CodecFault,
    handler: Handler,
    result: &mut TextBuilder,
) -> Outcome<usize> {
    match handler {
        Handler::Ignore => Ok(fault.end),
        Handler::Replace => {
            result.push(char::REPLACEMENT_CHARACTER as u32);
            Ok(fault.end)
        }
        Handler::BackslashReplace => {
            bytes[fault.start..fault.end].iter().for_each(|byte| result.push_str(&format!("\\x{byte:02x}")));
            Ok(fault.end)
        }
        Handler::SurrogateEscape => {
            let bad = bytes[fault.start..fault.end].iter().take_while(|byte| **byte >= 0x80);
            let len = bad.map(|byte| result.push(0xDC00 + *byte as u32)).count();
            if len == 0 { Err(decode_error(fault, bytes)) } else { Ok(fault.start + len) }
        }
        Handler::SurrogatePass => match passed_surrogate(&bytes[fault.start..], fault.encoding) {
            Some((point, len)) => {
                result.push(point);
                Ok(fault.start + len)
            }
            None => Err(decode_error(fault, bytes)),
        },
        Handler::XmlCharRefReplace | Handler::NameReplace => {
            Err(DataError::type_error("don't know how to handle UnicodeDecodeError in error callback"))
        }
        Handler::Strict => Err(decode_error(fault, bytes)),
    }
}

/// The surrogate encoded at the start of these bytes, and its length in bytes.
fn passed_surrogate(bytes: &[u8], encoding: &str) -> Option<(u32, usize)> {
    let (point, len) = match (encoding, bytes) {
        ("utf-8", [a, b, c, ..]) if a & 0xF0 == 0xE0 && b & 0xC0 == 0x80 && c & 0xC0 == 0x80 => {
            ((*a as u32 & 0xF) << 12 | (*b as u32 & 0x3F) << 6 | *c as u32 & 0x3F, 3)
        }
        ("utf-16-le", [a, b, ..]) => (u16::from_le_bytes([*a, *b]) as u32, 2),
        ("utf-16-be", [a, b, ..]) => (u16::from_be_bytes([*a, *b]) as u32, 2),
        ("utf-32-le", [a, b, c, d, ..]) => (u32::from_le_bytes([*a, *b, *c, *d]), 4),
        ("utf-32-be", [a, b, c, d, ..]) => (u32::from_be_bytes([*a, *b, *c, *d]), 4),
        _ => return None,
    };
    (0xD800..0xE000).contains(&point).then_some((point, len))
}

fn utf8(bytes: &[u8], handler: Handler) -> Outcome<Text> {
    let mut result = TextBuilder::default();
    let mut at = 0;
    loop {
        let error = match std::str::from_utf8(&bytes[at..]) {
            Ok(text) if at == 0 => return Ok(Text::from(text)),
            Ok(text) => {
                result.push_str(text);
                return Ok(result.finish());
            }
            Err(error) => error,
        };
        let start = at + error.valid_up_to();
        result.push_str(&String::from_utf8_lossy(&bytes[at..start]));
        let fault = utf8_fault(bytes, start, error.error_len());
        at = replace(bytes, fault, handler, &mut result)?;
    }
}

fn utf8_fault(bytes: &[u8], start: usize, len: Option<usize>) -> CodecFault {
    let (end, reason) = match len {
        None => (bytes.len(), "unexpected end of data"),
        Some(len) if (0xC2..=0xF4).contains(&bytes[start]) => (start + len, "invalid continuation byte"),
        Some(len) => (start + len, "invalid start byte"),
    };
    CodecFault { encoding: "utf-8", start, end, reason }
}

fn ascii(bytes: &[u8], handler: Handler) -> Outcome<Text> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && text.is_ascii()
    {
        return Ok(Text::from(text));
    }
    let mut result = TextBuilder::default();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            result.push(byte as u32);
            at += 1;
        } else {
            let reason = "ordinal not in range(128)";
            let fault = CodecFault { encoding: "ascii", start: at, end: at + 1, reason };
            at = replace(bytes, fault, handler, &mut result)?;
        }
    }
    Ok(result.finish())
}

fn latin1(bytes: &[u8]) -> Text {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => Text::from(text),
        _ => bytes.iter().map(|byte| *byte as u32).collect(),
    }
}

/// The units of UTF-16 or UTF-32 in some bytes.
struct Reader<'a> {
    bytes: &'a [u8],
    big: bool,
    width: usize,
}

impl Reader<'_> {
    /// The unit at a byte position, if it is whole.
    fn unit(&self, at: usize) -> Option<u32> {
        let unit = self.bytes.get(at..at + self.width)?;
        let join = |sum: u32, byte: &u8| sum << 8 | *byte as u32;
        Some(if self.big { unit.iter().fold(0, join) } else { unit.iter().rev().fold(0, join) })
    }

    fn name(&self) -> &'static str {
        match (self.width, self.big) {
            (2, false) => "utf-16-le",
            (2, true) => "utf-16-be",
            (_, false) => "utf-32-le",
            (_, true) => "utf-32-be",
        }
    }

    /// The code point at a byte position and its length in bytes, or the end of the fault and its reason.
    fn code_point(&self, at: usize) -> Result<(u32, usize), (usize, &'static str)> {
        let unit = self.unit(at).ok_or((self.bytes.len(), "truncated data"))?;
        if self.width == 2 { self.join_surrogates(at, unit) } else { check_utf32(at, unit) }
    }

    fn join_surrogates(&self, at: usize, unit: u32) -> Result<(u32, usize), (usize, &'static str)> {
        match unit {
            0xD800..0xDC00 => match self.unit(at + 2) {
                None => Err((self.bytes.len(), "unexpected end of data")),
                Some(low @ 0xDC00..0xE000) => Ok((0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), 4)),
                Some(_) => Err((at + 2, "illegal UTF-16 surrogate")),
            },
            0xDC00..0xE000 => Err((at + 2, "illegal encoding")),
            _ => Ok((unit, 2)),
        }
    }
}

fn check_utf32(at: usize, unit: u32) -> Result<(u32, usize), (usize, &'static str)> {
    match unit {
        0xD800..0xE000 => Err((at + 4, "code point in surrogate code point range(0xd800, 0xe000)")),
        0x110000.. => Err((at + 4, "code point not in range(0x110000)")),
        _ => Ok((unit, 4)),
    }
}

fn wide(bytes: &[u8], handler: Handler, order: ByteOrder, width: usize) -> Outcome<Text> {
    let mut reader = Reader { bytes, big: order == ByteOrder::Big, width };
    let mut at = 0;
    if order == ByteOrder::Marked {
        let big = Reader { bytes, big: true, width };
        reader.big = big.unit(0) == Some(0xFEFF);
        at = if reader.unit(0) == Some(0xFEFF) { width } else { 0 };
    }
    let mut result = TextBuilder::default();
    while at < bytes.len() {
        match reader.code_point(at) {
            Ok((point, len)) => {
                result.push(point);
                at += len;
            }
            Err((end, reason)) => {
                let fault = CodecFault { encoding: reader.name(), start: at, end, reason };
                at = replace(bytes, fault, handler, &mut result)?;
            }
        }
    }
    Ok(result.finish())
}
