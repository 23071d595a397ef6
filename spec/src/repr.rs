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

/// `repr` of a float: the shortest digits that read back equal (of two equally near, the even ones), with an exponent below
/// 1e-4 and from 1e16 on.
pub fn repr_float(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".to_owned() } else { "-inf".to_owned() };
    }
    let mut buffer = ryu::Buffer::new();
    let text = buffer.format_finite(value);
    // In this range the crate writes floats as Python does.
    if value == 0.0 || (1e-4..1e16).contains(&value.abs()) {
        return text.to_owned();
    }
    match text.split_once('e') {
        Some((mantissa, exponent)) => {
            let (sign, digits) = exponent.strip_prefix('-').map_or(('+', exponent), |digits| ('-', digits));
            format!("{}e{sign}{digits:0>2}", mantissa.strip_suffix(".0").unwrap_or(mantissa))
        }
        // Between 1e-5 and 1e-4 it writes no exponent.
        None => {
            let sign = if value < 0.0 { "-" } else { "" };
            let (first, rest) = text.trim_start_matches(['-', '0', '.']).split_at(1);
            let point = if rest.is_empty() { "" } else { "." };
            format!("{sign}{first}{point}{rest}e-05")
        }
    }
}

/// `repr` of a complex number: without a real part only if that is positive zero.
pub fn repr_complex(real: f64, imaginary: f64) -> String {
    let part = |value: f64| {
        let text = repr_float(value);
        text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
    };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", part(imaginary));
    }
    let plus = if imaginary.is_sign_negative() && !imaginary.is_nan() { "" } else { "+" };
    format!("({}{plus}{}j)", part(real), part(imaginary))
}

#[cfg(test)]
mod tests {
    use super::{repr_complex, repr_float};

    #[test]
    fn complex_numbers_are_written_as_by_cpython() {
        for (real, imaginary, text) in [
            (0.0, 1.0, "1j"),
            (0.0, -0.0, "-0j"),
            (-0.0, 1.5, "(-0+1.5j)"),
            (1e16, -2.0, "(1e+16-2j)"),
            (f64::INFINITY, f64::NAN, "(inf+nanj)"),
            (f64::NAN, f64::NEG_INFINITY, "(nan-infj)"),
        ] {
            assert_eq!(repr_complex(real, imaginary), text);
        }
    }

    #[test]
    #[allow(clippy::excessive_precision)] // the digits are those halfway between two texts
    fn floats_are_written_as_by_cpython() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (-1.5, "-1.5"),
            (1e16, "1e+16"),
            (9999999999999998.0, "9999999999999998.0"),
            (1.5e300, "1.5e+300"),
            (-1.25e-7, "-1.25e-07"),
            (1e-7, "1e-07"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (-0.000012345, "-1.2345e-05"),
            (0.00009999, "9.999e-05"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            // Halfway between two texts of equal length.
            (2001599834386887.25, "2001599834386887.2"),
            (562949953421312.375, "562949953421312.4"),
        ] {
            assert_eq!(repr_float(value), text);
        }
    }
}
