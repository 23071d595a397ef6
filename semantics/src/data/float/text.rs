//! Floats as text: `float(text)`, `repr`, and the notations of formatting.

use crate::data::bytes;
use crate::data::error::{DataError, Outcome};
use crate::data::int::{digits_from_text, literal_repr};
use crate::data::sequence::{self, Side};
use crate::data::text::Text;

/// How a finite float is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatStyle {
    /// The shortest digits that give the same float.
    Shortest,
    /// `e`: one digit before the point, and an exponent.
    Exponent(usize),
    /// `f`: so many digits after the point.
    Fixed(usize),
    /// `g`: so many significant digits, of which trailing zeros are dropped.
    General(usize),
}

/// More digits than any float has: further ones are zeros.
const MAX_DIGITS: usize = 1100;

/// Decimal digits `d1 d2 d3...`, meaning `d1.d2d3... * 10 ** exponent`.
struct Decimal {
    digits: String,
    exponent: i64,
}

/// The shortest digits that identify a finite, nonnegative float; of two equally near, the even ones.
fn shortest(x: f64) -> Decimal {
    let mut buffer = ryu::Buffer::new();
    let text = buffer.format_finite(x);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let significant = digits.trim_start_matches('0');
    let leading_zeros = digits.len() - significant.len();
    let exponent = exponent.parse::<i64>().unwrap_or(0) + whole.len() as i64 - 1 - leading_zeros as i64;
    if significant.is_empty() {
        return Decimal { digits: "0".to_string(), exponent: 0 };
    }
    let mut decimal = Decimal { digits: significant.to_string(), exponent };
    decimal.drop_trailing_zeros();
    decimal
}

/// The digits of a finite, nonnegative float, correctly rounded: so many after the first.
fn decimal(x: f64, after_first: usize) -> Decimal {
    let text = format!("{x:.*e}", after_first.min(MAX_DIGITS));
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut digits = digits.replace('.', "");
    digits.extend(std::iter::repeat_n('0', after_first.saturating_sub(MAX_DIGITS)));
    Decimal { digits, exponent: exponent.parse().unwrap_or(0) }
}

impl Decimal {
    fn drop_trailing_zeros(&mut self) {
        let kept = self.digits.trim_end_matches('0').len().max(1);
        self.digits.truncate(kept);
    }

    /// `d.ddde+xx`.
    fn scientific(&self, keep_point: bool) -> String {
        let (first, rest) = self.digits.split_at(1);
        let point = if rest.is_empty() && !keep_point { "" } else { "." };
        let sign = if self.exponent < 0 { '-' } else { '+' };
        format!("{first}{point}{rest}e{sign}{:02}", self.exponent.abs())
    }

    /// The digits with the point in its place.
    fn positional(&self, keep_point: bool) -> String {
        let before = self.exponent + 1;
        let mut result = String::new();
        if before <= 0 {
            result.push_str("0.");
            result.extend(std::iter::repeat_n('0', before.unsigned_abs() as usize));
            result.push_str(&self.digits);
            return result;
        }
        let before = before as usize;
        let (whole, fraction) = self.digits.split_at(before.min(self.digits.len()));
        result.push_str(whole);
        result.extend(std::iter::repeat_n('0', before - whole.len()));
        if keep_point || !fraction.is_empty() {
            result.push('.');
            result.push_str(fraction);
        }
        result
    }
}

/// An upper bound of the length of a rendered float, for limits.
pub(in crate::data) fn numeral_len(style: FloatStyle) -> usize {
    match style {
        FloatStyle::Shortest => 32,
        FloatStyle::Exponent(precision) | FloatStyle::Fixed(precision) | FloatStyle::General(precision) => {
            precision.saturating_add(330)
        }
    }
}

/// Writes the absolute value of a float; infinity is `inf`, and what is no number `nan`. `keep_point` keeps the point and,
/// in [`FloatStyle::General`], trailing zeros.
pub fn render(x: f64, style: FloatStyle, keep_point: bool) -> String {
    let x = x.abs();
    if x.is_nan() {
        return "nan".to_string();
    }
    if x.is_infinite() {
        return "inf".to_string();
    }
    match style {
        FloatStyle::Shortest => {
            let decimal = shortest(x);
            let plain = (-4..16).contains(&decimal.exponent);
            if plain { decimal.positional(keep_point) } else { decimal.scientific(keep_point) }
        }
        FloatStyle::Exponent(precision) => decimal(x, precision).scientific(keep_point),
        FloatStyle::Fixed(precision) => fixed(x, precision, keep_point),
        FloatStyle::General(precision) => general(x, precision.max(1), keep_point),
    }
}

/// The powers of ten that leave room for digits before the point in 53 bits.
const POWERS: [u64; 10] =
    [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/// A nonnegative float as a whole number of units of `1 / power`, correctly rounded; `None` if there are too many.
fn in_units(x: f64, power: u64) -> Option<u64> {
    let product = x * power as f64;
    if product >= (1u64 << 51) as f64 {
        return None;
    }
    // The exact product is `product + error`, and the error is too small to reach over a half.
    let error = x.mul_add(power as f64, -product);
    let whole = product.floor();
    let half = (product - whole).partial_cmp(&0.5)?.then(error.partial_cmp(&0.0)?);
    let is_up = half.is_gt() || half.is_eq() && whole as u64 % 2 == 1;
    Some(whole as u64 + is_up as u64)
}

fn fixed(x: f64, precision: usize, keep_point: bool) -> String {
    if let Some(&power) = POWERS.get(precision)
        && precision > 0
        && let Some(units) = in_units(x, power)
    {
        return format!("{}.{:0precision$}", units / power, units % power);
    }
    let mut text = format!("{x:.*}", precision.min(MAX_DIGITS));
    if precision == 0 && keep_point {
        text.push('.');
    }
    text.extend(std::iter::repeat_n('0', precision.saturating_sub(MAX_DIGITS)));
    text
}

fn general(x: f64, precision: usize, keep_point: bool) -> String {
    // The digits that are dropped again need not be made.
    let digits = if keep_point { precision } else { precision.min(MAX_DIGITS) };
    let mut decimal = decimal(x, digits - 1);
    if !keep_point {
        decimal.drop_trailing_zeros();
    }
    let plain = decimal.exponent >= -4 && decimal.exponent < i64::try_from(precision).unwrap_or(i64::MAX);
    if plain { decimal.positional(keep_point) } else { decimal.scientific(keep_point) }
}

/// `repr(x)`, which is also `str(x)`.
pub fn repr(x: f64) -> String {
    spec::repr::repr_float(x)
}

/// Skips decimal digits in which single underscores may separate; `None` when an underscore is misplaced.
fn skip_digits(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    let mut after_digit = false;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'0'..=b'9' => after_digit = true,
            b'_' if after_digit => after_digit = false,
            b'_' => return None,
            _ => break,
        }
        at += 1;
    }
    (after_digit || at == 0).then_some(at)
}

/// The length of the number at the start of `text`, if there is one: signed, in decimal, or `inf` or `nan`.
pub(in crate::data) fn scan_number(text: &[u8]) -> Option<usize> {
    let sign = matches!(text.first(), Some(b'+' | b'-')) as usize;
    let body = &text[sign..];
    for word in [&b"infinity"[..], b"inf", b"nan"] {
        if body.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) {
            return Some(sign + word.len());
        }
    }
    let whole = skip_digits(body)?;
    let mut len = whole;
    if body.get(len) == Some(&b'.') {
        let fraction = skip_digits(&body[len + 1..])?;
        len += 1 + fraction;
        if whole + fraction == 0 {
            return None;
        }
    } else if whole == 0 {
        return None;
    }
    if matches!(body.get(len), Some(b'e' | b'E')) {
        let sign = matches!(body.get(len + 1), Some(b'+' | b'-')) as usize;
        let digits = skip_digits(body.get(len + 1 + sign..)?)?;
        if digits > 0 {
            len += 1 + sign + digits;
        }
    }
    Some(sign + len)
}

/// The value of what [`scan_number`] accepted.
pub(in crate::data) fn number_value(text: &[u8]) -> Option<f64> {
    let text: String = text.iter().filter(|byte| **byte != b'_').map(|byte| *byte as char).collect();
    text.parse().ok()
}

fn parse_units(text: &[u8], repr: impl FnOnce() -> Text) -> Outcome<f64> {
    let body = &text[sequence::strip(text, Side::Both, bytes::is_space)];
    let whole = scan_number(body).filter(|len| *len == body.len());
    whole.and_then(|_| number_value(body)).ok_or_else(|| {
        let repr = literal_repr(repr(), usize::MAX);
        DataError::value_error(format!("could not convert string to float: {repr}"))
    })
}

/// `float(text)`. `ValueError`: not a number.
pub fn parse(text: &Text) -> Outcome<f64> {
    parse_units(&digits_from_text(text), || text.repr())
}

/// `float(bytes)`. `ValueError`: not a number.
pub fn parse_bytes(text: &[u8]) -> Outcome<f64> {
    parse_units(text, || bytes::repr(text))
}
