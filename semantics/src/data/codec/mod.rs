//! The encodings that need no tables, and the standard error handlers (Library Reference, `codecs`).

mod decode;
mod encode;
mod escape;

pub use decode::decode;
pub use encode::encode;

use super::error::{CodecFault, DataError, ErrorKind, Outcome};
use super::text::{Text, TextBuilder, write_escape};

/// The order of the bytes of one code unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ByteOrder {
    Little,
    Big,
    /// Little, announced by a byte order mark; when decoding, a mark decides.
    Marked,
}

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    /// UTF-8 with a signature.
    Utf8Signed,
    Ascii,
    Latin1,
    Utf16(ByteOrder),
    Utf32(ByteOrder),
    /// The escapes of string literals; other bytes are Latin-1.
    UnicodeEscape,
    /// Only the escapes `\uXXXX` and `\UXXXXXXXX`.
    RawUnicodeEscape,
}

/// What to do with what cannot be encoded or decoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    SurrogateEscape,
    SurrogatePass,
    /// Encoding only.
    XmlCharRefReplace,
    /// Encoding only.
    NameReplace,
}

impl Encoding {
    /// The encoding of this name, by the rules of the `encodings` package: case, and which punctuation separates, don't
    /// matter. `LookupError`: none of ours.
    pub fn from_name(name: &str) -> Outcome<Encoding> {
        use ByteOrder::*;
        let unknown = || DataError::lookup_error(format!("unknown encoding: {name}"));
        Ok(match normalize(name).as_str() {
            "utf_8" | "u8" | "utf" | "utf8" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Encoding::Utf8,
            "utf_8_sig" => Encoding::Utf8Signed,
            "ascii" | "646" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us" | "us_ascii" => {
                Encoding::Ascii
            }
            "latin_1" | "8859" | "cp819" | "csisolatin1" | "ibm819" | "iso8859" | "iso8859_1"
            | "iso_8859_1" | "iso_8859_1_1987" | "iso_ir_100" | "l1" | "latin" | "latin1" => Encoding::Latin1,
            "utf_16" | "u16" | "utf16" => Encoding::Utf16(Marked),
            "utf_16_le" | "unicodelittleunmarked" | "utf_16le" => Encoding::Utf16(Little),
            "utf_16_be" | "unicodebigunmarked" | "utf_16be" => Encoding::Utf16(Big),
            "utf_32" | "u32" | "utf32" => Encoding::Utf32(Marked),
            "utf_32_le" | "utf_32le" => Encoding::Utf32(Little),
            "utf_32_be" | "utf_32be" => Encoding::Utf32(Big),
            "unicode_escape" | "unicodeescape" => Encoding::UnicodeEscape,
            "raw_unicode_escape" | "rawunicodeescape" => Encoding::RawUnicodeEscape,
            _ => return Err(unknown()),
        })
    }
}

/// Lower case, with one underscore for each run of other punctuation than dots.
fn normalize(name: &str) -> String {
    let mut result = String::new();
    let mut separated = false;
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || c == '.' {
            if separated && !result.is_empty() {
                result.push('_');
            }
            separated = false;
            result.push(c.to_ascii_lowercase());
        } else {
            separated = true;
        }
    }
    result
}

impl Handler {
    /// The standard error handler of this name. `LookupError`: there is none.
    pub fn from_name(name: &str) -> Outcome<Handler> {
        Ok(match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::BackslashReplace,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            "xmlcharrefreplace" => Handler::XmlCharRefReplace,
            "namereplace" => Handler::NameReplace,
            _ => return Err(DataError::lookup_error(format!("unknown error handler name '{name}'"))),
        })
    }
}

fn encode_error(fault: CodecFault, text: &Text) -> DataError {
    DataError { kind: ErrorKind::UnicodeEncodeError(fault), message: encode_message(&fault, text) }
}

fn decode_error(fault: CodecFault, bytes: &[u8]) -> DataError {
    DataError { kind: ErrorKind::UnicodeDecodeError(fault), message: decode_message(&fault, bytes) }
}

/// `str()` of a `UnicodeEncodeError`.
pub fn encode_message(fault: &CodecFault, text: &Text) -> String {
    let CodecFault { encoding, start, end, reason } = *fault;
    match text.code_point(start) {
        Some(point) if end == start + 1 => {
            let mut escape = TextBuilder::default();
            write_escape(point, &mut escape);
            let escape = escape.finish();
            let escape = escape.to_string_lossy();
            format!("'{encoding}' codec can't encode character '{escape}' in position {start}: {reason}")
        }
        _ => {
            let last = end.saturating_sub(1);
            format!("'{encoding}' codec can't encode characters in position {start}-{last}: {reason}")
        }
    }
}

/// `str()` of a `UnicodeDecodeError`.
pub fn decode_message(fault: &CodecFault, bytes: &[u8]) -> String {
    let CodecFault { encoding, start, end, reason } = *fault;
    match bytes.get(start) {
        Some(byte) if end == start + 1 => {
            format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
        }
        _ => {
            let last = end.saturating_sub(1);
            format!("'{encoding}' codec can't decode bytes in position {start}-{last}: {reason}")
        }
    }
}
