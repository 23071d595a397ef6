//! `repr` of strings, bytes and floats.

use crate::constant::Wtf8;
use crate::unicode;
use std::fmt::Write;

/// Single quotes, unless only double ones avoid escapes.
fn quote_for(bytes: &[u8]) -> char {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' }
}

/// `repr` of a Python string without surrogates.
pub fn repr_str(text: &str) -> String {
    repr_points(text.as_bytes(), text.chars().map(u32::from))
}

/// `repr` of a Python string.
pub fn repr_wtf8(text: &Wtf8) -> String {
    repr_points(text.as_bytes(), text.code_points())
}

fn repr_points(bytes: &[u8], points: impl Iterator<Item = u32>) -> String {
    let quote = quote_for(bytes);
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push(quote);
    for point in points {
        match char::from_u32(point) {
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some('\\') => out.push_str("\\\\"),
            Some(c) if c == quote => out.extend(['\\', c]),
            Some(c) if unicode::is_printable(point) => out.push(c),
            _ => push_escape(&mut out, point),
        }
    }
    out.push(quote);
    out
}

fn push_escape(out: &mut String, point: u32) {
    // Writing to a string cannot fail.
    let _ = match point {
        0..=0xFF => write!(out, "\\x{point:02x}"),
        0x100..=0xFFFF => write!(out, "\\u{point:04x}"),
        _ => write!(out, "\\U{point:08x}"),
    };
}

/// `repr` of a bytes object.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let quote = quote_for(bytes);
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            0x20..=0x7E if char::from(byte) == quote => out.extend(['\\', quote]),
            0x20..=0x7E => out.push(char::from(byte)),
            _ => push_escape(&mut out, u32::from(byte)),
        }
    }
    out.push(quote);
    out
}

/// `repr` of a float: the shortest digits that read back equal, with an exponent below 1e-4 and from 1e16 on.
pub fn repr_float(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".to_owned() } else { "-inf".to_owned() };
    }
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = format!("{value}");
        return if plain.contains('.') { plain } else { plain + ".0" };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}
