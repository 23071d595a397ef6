//! `float.hex` and `float.fromhex`.

use super::decompose;
use crate::data::bytes;
use crate::data::error::{DataError, Outcome};
use crate::data::sequence::{self, Side};

/// `x.hex()`.
pub fn to_hex(x: f64) -> String {
    let sign = if x.is_sign_negative() && !x.is_nan() { "-" } else { "" };
    if !x.is_finite() {
        return super::repr(x);
    }
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (significand, exponent) = decompose(x);
    let (lead, fraction) = (significand >> 52, significand & ((1 << 52) - 1));
    format!("{sign}0x{lead}.{fraction:013x}p{:+}", exponent + 52)
}

fn invalid() -> DataError {
    DataError::value_error("invalid hexadecimal floating-point string")
}

fn too_large() -> DataError {
    DataError::overflow_error("hexadecimal value too large to represent as a float")
}

/// `float.fromhex(text)`, rounded to the nearest, of two to the even float. `ValueError`: not such a number;
/// `OverflowError`: too large.
pub fn from_hex(text: &str) -> Outcome<f64> {
    let text = text.as_bytes();
    let text = &text[sequence::strip(text, Side::Both, bytes::is_space)];
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let size = if body.eq_ignore_ascii_case(b"inf") || body.eq_ignore_ascii_case(b"infinity") {
        f64::INFINITY
    } else if body.eq_ignore_ascii_case(b"nan") {
        f64::NAN
    } else {
        let (hex, rest) = Hex::parse(body)?;
        // A number that is too large is reported before what follows it is looked at.
        let value = hex.value()?;
        if !rest.is_empty() {
            return Err(invalid());
        }
        value
    };
    Ok(if negative { -size } else { size })
}

/// A hexadecimal number: `significand * 2 ** exponent`, and a little more if `sticky`.
#[derive(Default)]
struct Hex {
    significand: u64,
    exponent: i64,
    sticky: bool,
}

impl Hex {
    /// The number at the start, and what follows it.
    fn parse(text: &[u8]) -> Outcome<(Hex, &[u8])> {
        let text = match text {
            [b'0', b'x' | b'X', rest @ ..] => rest,
            _ => text,
        };
        let mut hex = Hex::default();
        let (mut digits, mut after_point, mut at) = (0, false, 0);
        while let Some(&byte) = text.get(at) {
            match (byte as char).to_digit(16) {
                Some(digit) => {
                    hex.push(digit as u64, after_point);
                    digits += 1;
                }
                None if byte == b'.' && !after_point => after_point = true,
                None => break,
            }
            at += 1;
        }
        if digits == 0 {
            return Err(invalid());
        }
        let (exponent, rest) = parse_exponent(&text[at..])?;
        hex.exponent = hex.exponent.saturating_add(exponent);
        Ok((hex, rest))
    }

    fn push(&mut self, digit: u64, after_point: bool) {
        if self.significand >> 60 == 0 {
            self.significand = self.significand << 4 | digit;
            self.exponent -= if after_point { 4 } else { 0 };
        } else {
            self.sticky |= digit != 0;
            self.exponent += if after_point { 0 } else { 4 };
        }
    }

    fn value(&self) -> Outcome<f64> {
        if self.significand == 0 {
            return Ok(0.0);
        }
        let bits = 64 - self.significand.leading_zeros() as i64;
        let top = self.exponent.saturating_add(bits);
        if top > 1024 {
            return Err(too_large());
        }
        if top < -1074 {
            return Ok(0.0);
        }
        let extra = (bits - 53).max(-1074 - self.exponent);
        if extra <= 0 {
            return check(self.significand as f64, self.exponent);
        }
        let kept = self.significand.checked_shr(extra as u32).unwrap_or(0);
        let half = self.significand >> (extra - 1) & 1 == 1;
        let rest = self.sticky || self.significand & ((1 << (extra - 1)) - 1) != 0;
        let rounded = kept + (half && (rest || kept & 1 == 1)) as u64;
        check(rounded as f64, self.exponent + extra)
    }
}

/// `number * 2 ** exponent`, which is exact unless it is too large.
fn check(number: f64, exponent: i64) -> Outcome<f64> {
    let half = (exponent / 2) as i32;
    let value = number * 2f64.powi(half) * 2f64.powi(exponent as i32 - half);
    if value.is_infinite() { Err(too_large()) } else { Ok(value) }
}

/// `p`, a sign and decimal digits, or nothing; and what follows. An exponent beyond 64 bits is as good as the largest.
fn parse_exponent(text: &[u8]) -> Outcome<(i64, &[u8])> {
    let [b'p' | b'P', body @ ..] = text else { return Ok((0, text)) };
    let (negative, body) = match body {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, body),
    };
    let len = body.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if len == 0 {
        return Err(invalid());
    }
    let add = |sum: i64, digit: &u8| sum.saturating_mul(10).saturating_add((digit - b'0') as i64);
    let size = body[..len].iter().fold(0, add).min(i64::MAX / 2);
    Ok((if negative { -size } else { size }, &body[len..]))
}
