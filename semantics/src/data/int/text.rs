//! Ints as text: `int(text, base)`, `str`, `hex`, `oct`, `bin`.

use std::borrow::Cow;

use compact_str::{CompactString, ToCompactString};
use num_bigint::BigInt;

use super::Int;
use crate::data::bytes;
use crate::data::error::{DataError, Outcome};
use crate::data::sequence::{self, Side};
use crate::data::text::{Text, Units};
use crate::data::unicode;

/// A number in text as ASCII. Unless all is ASCII already, decimal digits of any script become `0` to `9`, whitespace
/// becomes a space, and at the first other character the text ends with a character that no number contains.
pub(in crate::data) fn digits_from_text(text: &Text) -> Cow<'_, [u8]> {
    if let Units::Narrow(units) = text.units() {
        return Cow::Borrowed(units);
    }
    let mut result = Vec::with_capacity(text.len());
    for point in text.code_points() {
        match unicode::decimal_value(point) {
            _ if point < 0x7F => result.push(point as u8),
            Some(value) => result.push(b'0' + value as u8),
            None if unicode::is_space(point) => result.push(b' '),
            None => {
                result.push(b'?');
                break;
            }
        }
    }
    Cow::Owned(result)
}

/// The `repr` of what is no number, cut to what an error message shows.
pub(in crate::data) fn literal_repr(repr: Text, max: usize) -> String {
    let shown = repr.len().min(max);
    repr.range(0..shown).to_string_lossy().into_owned()
}

/// The base, the sign, and the digits with their underscores.
struct Literal<'a> {
    base: u32,
    negative: bool,
    digits: &'a [u8],
}

/// Splits off whitespace, sign and prefix; `None` when base 0 meets a number with a leading zero.
fn dissect(text: &[u8], base: u32) -> Option<Literal<'_>> {
    let text = &text[sequence::strip(text, Side::Both, bytes::is_space)];
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let prefixed = match text {
        [b'0', b'x' | b'X', rest @ ..] => Some((16, rest)),
        [b'0', b'o' | b'O', rest @ ..] => Some((8, rest)),
        [b'0', b'b' | b'B', rest @ ..] => Some((2, rest)),
        _ => None,
    };
    let (base, digits) = match prefixed {
        Some((prefix, rest)) if base == prefix || base == 0 => {
            (prefix, rest.strip_prefix(b"_").unwrap_or(rest))
        }
        _ if base == 0 => {
            let all_zeros = text.iter().all(|digit| matches!(digit, b'0' | b'_'));
            if text.first() == Some(&b'0') && !all_zeros {
                return None;
            }
            (10, text)
        }
        _ => (base, text),
    };
    Some(Literal { base, negative, digits })
}

/// The values of the digits; `None` when there is another character or a misplaced underscore.
fn digit_values(literal: &Literal<'_>) -> Option<Vec<u8>> {
    let mut values = Vec::with_capacity(literal.digits.len());
    let mut after_digit = false;
    for &byte in literal.digits {
        if byte == b'_' {
            if !after_digit {
                return None;
            }
            after_digit = false;
            continue;
        }
        values.push((byte as char).to_digit(literal.base)? as u8);
        after_digit = true;
    }
    after_digit.then_some(values)
}

fn parse(text: &[u8], base: i64, max_digits: usize, repr: impl FnOnce() -> Text) -> Outcome<Int> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(DataError::value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let parsed = dissect(text, base as u32).and_then(|literal| Some((digit_values(&literal)?, literal)));
    let Some((values, literal)) = parsed else {
        let repr = literal_repr(repr(), 200);
        return Err(DataError::value_error(format!("invalid literal for int() with base {base}: {repr}")));
    };
    if !literal.base.is_power_of_two() && max_digits > 0 && values.len() > max_digits {
        let count = values.len();
        return Err(DataError::value_error(format!(
            "Exceeds the limit ({max_digits} digits) for integer string conversion: value has {count} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    let number = from_digits(&values, literal.base);
    Ok(if literal.negative { number.neg() } else { number })
}

fn from_digits(values: &[u8], base: u32) -> Int {
    let small =
        values.iter().try_fold(0i64, |sum, value| sum.checked_mul(base as i64)?.checked_add(*value as i64));
    match small {
        Some(small) => Int::Small(small),
        None => Int::from(BigInt::from_radix_be(num_bigint::Sign::Plus, values, base).unwrap_or_default()),
    }
}

/// The limit of `sys.set_int_max_str_digits` that CPython starts with.
pub const DEFAULT_MAX_DIGITS: usize = 4300;

fn small_to_radix(number: i64, base: u32) -> CompactString {
    let mut digits = [0u8; 65];
    let (mut at, mut rest) = (digits.len(), number.unsigned_abs());
    while rest != 0 || at == digits.len() {
        at -= 1;
        digits[at] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(rest % base as u64) as usize];
        rest /= base as u64;
    }
    if number < 0 {
        at -= 1;
        digits[at] = b'-';
    }
    CompactString::from_utf8(&digits[at..]).unwrap_or_default()
}

/// A number of 128 bits has no more decimal digits.
const MOST_WIDE_DIGITS: usize = 39;

impl Int {
    /// `int(text, base)`. `max_digits` limits numbers in bases that are no powers of two; 0 means no limit. `ValueError`:
    /// not a number, a bad base, or too many digits.
    pub fn parse(text: &Text, base: i64, max_digits: usize) -> Outcome<Int> {
        parse(&digits_from_text(text), base, max_digits, || text.repr())
    }

    /// `int(bytes, base)`, like [`Int::parse`].
    pub fn parse_bytes(text: &[u8], base: i64, max_digits: usize) -> Outcome<Int> {
        parse(text, base, max_digits, || bytes::repr(text))
    }

    /// `str(self)`. `max_digits` as in [`Int::parse`]. `ValueError`: too many digits.
    pub fn to_decimal(&self, max_digits: usize) -> Outcome<CompactString> {
        let too_long = || {
            DataError::value_error(format!(
                "Exceeds the limit ({max_digits} digits) for integer string conversion; \
                 use sys.set_int_max_str_digits() to increase the limit"
            ))
        };
        let big = match self {
            Int::Small(small) => return Ok(small.to_compact_string()),
            Int::Wide(_) if max_digits == 0 || max_digits >= MOST_WIDE_DIGITS => {
                return Ok(self.to_compact_string());
            }
            _ => self.big(),
        };
        // A decimal digit takes more than three bits: what is certainly too long is not converted.
        if max_digits > 0 && big.bits() / 4 > max_digits as u64 {
            return Err(too_long());
        }
        let text = big.to_string();
        let digits = text.len() - self.is_negative() as usize;
        if max_digits > 0 && digits > max_digits { Err(too_long()) } else { Ok(text.into()) }
    }

    /// The digits in base 2 to 36, in small letters, with a sign if negative and no prefix.
    pub fn to_radix(&self, base: u32) -> CompactString {
        match self {
            Int::Small(small) => small_to_radix(*small, base),
            _ => self.big().to_str_radix(base).into(),
        }
    }

    fn prefixed(&self, prefix: &str, base: u32) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        format!("{sign}{prefix}{}", self.abs().to_radix(base))
    }

    /// `hex(self)`.
    pub fn hex(&self) -> String {
        self.prefixed("0x", 16)
    }

    /// `oct(self)`.
    pub fn oct(&self) -> String {
        self.prefixed("0o", 8)
    }

    /// `bin(self)`.
    pub fn bin(&self) -> String {
        self.prefixed("0b", 2)
    }
}
