//! Formatting values of the built-in types. `type_name` is the name of the value's class, which messages show.

use super::layout::{Numeral, pad};
use super::{Align, FormatSpec, Limits, unknown_kind};
use crate::data::complex::Complex;
use crate::data::error::{DataError, Outcome, check_size};
use crate::data::float::{self, FloatStyle, numeral_len};
use crate::data::int::Int;
use crate::data::text::{Part, Text, TextBuilder};
use compact_str::CompactString;

fn refuse<T>(message: impl Into<String>) -> Outcome<T> {
    Err(DataError::value_error(message))
}

/// Writes `format(value, spec)` for a string.
pub fn write_text(
    value: &Text,
    spec: Part,
    type_name: &str,
    limits: Limits,
    out: &mut TextBuilder,
) -> Outcome<()> {
    if spec.is_empty() {
        out.push_text(value);
        return Ok(());
    }
    let spec = FormatSpec::parse(spec, Some(b's'), Align::Left, type_name)?;
    if let Some(kind) = spec.kind.filter(|kind| *kind != b's' as u32) {
        return Err(unknown_kind(kind, type_name));
    }
    if let Some(sign) = spec.sign {
        let name = if sign == b' ' { "Space" } else { "Sign" };
        return refuse(format!("{name} not allowed in string format specifier"));
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z) not allowed in string format specifier");
    }
    if spec.alternate {
        return refuse("Alternate form (#) not allowed in string format specifier");
    }
    if spec.align == Align::AfterSign {
        return refuse("'=' alignment not allowed in string format specifier");
    }
    let shown = spec.precision.map_or(value.len(), |precision| precision.min(value.len()));
    pad(value.part(0..shown), &spec, limits.bytes, out)
}

/// Writes `format(value, spec)` for an int.
pub fn write_int(
    value: &Int,
    spec: Part,
    type_name: &str,
    limits: Limits,
    out: &mut TextBuilder,
) -> Outcome<()> {
    if spec.is_empty() {
        out.push_str(&value.to_decimal(limits.max_digits)?);
        return Ok(());
    }
    let spec = FormatSpec::parse(spec, Some(b'd'), Align::Right, type_name)?;
    let kind = spec.kind.unwrap_or(b'd' as u32);
    match char::from_u32(kind) {
        Some('b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') => {
            int_numeral(value, &spec, kind, limits)?.lay_out(&spec, limits.bytes, out)
        }
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            float_numeral(value.to_f64()?, &spec, type_name, limits)?.lay_out(&spec, limits.bytes, out)
        }
        _ => Err(unknown_kind(kind, type_name)),
    }
}

fn int_numeral(value: &Int, spec: &FormatSpec, kind: u32, limits: Limits) -> Outcome<Numeral> {
    if spec.precision.is_some() {
        return refuse("Precision not allowed in integer format specifier");
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z) not allowed in integer format specifier");
    }
    let (base, prefix) = match kind as u8 {
        b'c' => return character(value, spec),
        b'b' => (2, "0b"),
        b'o' => (8, "0o"),
        b'x' => (16, "0x"),
        b'X' => (16, "0X"),
        _ => (10, ""),
    };
    let digits = match base {
        10 => value.abs().to_decimal(limits.max_digits)?,
        _ => value.abs().to_radix(base),
    };
    let digits = if kind == b'X' as u32 { digits.to_ascii_uppercase() } else { digits };
    let prefix = if spec.alternate { prefix } else { "" };
    Ok(Numeral { negative: value.is_negative(), prefix, digits, rest: Text::empty() })
}

fn character(value: &Int, spec: &FormatSpec) -> Outcome<Numeral> {
    if spec.sign.is_some() {
        return refuse("Sign not allowed with integer format specifier 'c'");
    }
    if spec.alternate {
        return refuse("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    // Formatting with `%` says of such an int only that it is out of range.
    if value.to_i64().is_none() {
        return Err(DataError::overflow_error("Python int too large to convert to C long"));
    }
    let rest = Text::from_code_point(code_point(value)?);
    Ok(Numeral { negative: false, prefix: "", digits: CompactString::const_new(""), rest })
}

/// The character of an int, for `c` in both kinds of formatting. `OverflowError`: there is none.
pub(in crate::data) fn code_point(value: &Int) -> Outcome<u32> {
    let point = value.to_i64().and_then(|point| u32::try_from(point).ok());
    let point = point.filter(|point| *point <= crate::data::text::MAX_CODE_POINT);
    point.ok_or_else(|| DataError::overflow_error("%c arg not in range(0x110000)"))
}

/// Writes `format(value, spec)` for a float.
pub fn write_float(
    value: f64,
    spec: Part,
    type_name: &str,
    limits: Limits,
    out: &mut TextBuilder,
) -> Outcome<()> {
    if spec.is_empty() {
        out.push_str(&float::repr(value));
        return Ok(());
    }
    let spec = FormatSpec::parse(spec, None, Align::Right, type_name)?;
    float_numeral(value, &spec, type_name, limits)?.lay_out(&spec, limits.bytes, out)
}

/// The notation that a presentation type selects; `None`: no type of floats.
fn float_style(kind: Option<u32>, precision: Option<usize>) -> Option<FloatStyle> {
    let given = precision.unwrap_or(6);
    Some(match kind.map(char::from_u32) {
        None => precision.map_or(FloatStyle::Shortest, FloatStyle::General),
        Some(Some('e' | 'E')) => FloatStyle::Exponent(given),
        Some(Some('f' | 'F' | '%')) => FloatStyle::Fixed(given),
        Some(Some('g' | 'G' | 'n')) => FloatStyle::General(given),
        Some(_) => return None,
    })
}

fn check_precision(spec: &FormatSpec, style: FloatStyle, limits: Limits) -> Outcome<()> {
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return refuse("precision too big");
    }
    check_size(numeral_len(style), size_of::<u32>(), limits.bytes)
}

fn float_numeral(value: f64, spec: &FormatSpec, type_name: &str, limits: Limits) -> Outcome<Numeral> {
    let style = float_style(spec.kind, spec.precision);
    let style = style.ok_or_else(|| unknown_kind(spec.kind.unwrap_or(0), type_name))?;
    check_precision(spec, style, limits)?;
    let is_percentage = spec.kind == Some(b'%' as u32);
    let value = if is_percentage { value * 100.0 } else { value };
    let mut text = render(value, style, spec);
    if spec.kind.is_none() && value.is_finite() {
        text = with_fraction(value, text, spec);
    }
    if is_percentage {
        text.push('%');
    }
    Ok(Numeral::from_float(is_negative(value, &text, spec), &text))
}

/// Without a presentation type there is always a digit after the point, and one significant digit less before the
/// exponent is used.
fn with_fraction(value: f64, text: String, spec: &FormatSpec) -> String {
    if text.contains('e') {
        return text;
    }
    let point = text.find('.');
    let whole = point.unwrap_or(text.len());
    let significant = spec.precision.map(|precision| precision.max(1));
    // Zero before the point is no significant digit, except in zero itself.
    let is_fraction = text.starts_with('0') && value != 0.0;
    if let Some(significant) = significant.filter(|significant| whole >= *significant && !is_fraction) {
        let digits = significant - 1;
        let scientific = float::render(value, FloatStyle::Exponent(digits), spec.alternate);
        return if spec.alternate { scientific } else { trim_fraction(&scientific) };
    }
    match point {
        None => text + ".0",
        Some(point) if point + 1 == text.len() => text + "0",
        Some(_) => text,
    }
}

/// Drops trailing zeros before the exponent, and then a point.
fn trim_fraction(scientific: &str) -> String {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, ""));
    let mantissa =
        if mantissa.contains('.') { mantissa.trim_end_matches('0').trim_end_matches('.') } else { mantissa };
    format!("{mantissa}e{exponent}")
}

fn render(value: f64, style: FloatStyle, spec: &FormatSpec) -> String {
    let text = float::render(value, style, spec.alternate);
    let is_upper = matches!(spec.kind.and_then(char::from_u32), Some('E' | 'F' | 'G'));
    if is_upper { text.to_ascii_uppercase() } else { text }
}

/// Whether a minus sign is shown; `z` drops it when all digits that are shown are zeros.
fn is_negative(value: f64, text: &str, spec: &FormatSpec) -> bool {
    let mantissa = text.split(['e', 'E']).next().unwrap_or(text);
    let shows_zero = value.is_finite() && !mantissa.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    value.is_sign_negative() && !value.is_nan() && !(spec.no_negative_zero && shows_zero)
}

/// Writes `format(value, spec)` for a complex number.
pub fn write_complex(
    value: Complex,
    spec: Part,
    type_name: &str,
    limits: Limits,
    out: &mut TextBuilder,
) -> Outcome<()> {
    if spec.is_empty() {
        out.push_str(&value.repr());
        return Ok(());
    }
    let spec = FormatSpec::parse(spec, None, Align::Right, type_name)?;
    let style = float_style(spec.kind, spec.precision).filter(|_| spec.kind != Some(b'%' as u32));
    let style = style.ok_or_else(|| unknown_kind(spec.kind.unwrap_or(0), type_name))?;
    if spec.fill == b'0' as u32 {
        return refuse("Zero padding is not allowed in complex format specifier");
    }
    if spec.align == Align::AfterSign {
        return refuse("'=' alignment flag is not allowed in complex format specifier");
    }
    check_precision(&spec, style, limits)?;
    let part = |value: f64, sign: Option<u8>| {
        let spec = FormatSpec { sign, align: Align::Left, width: 0, ..spec.clone() };
        let text = render(value, style, &spec);
        let numeral = Numeral::from_float(is_negative(value, &text, &spec), &text);
        TextBuilder::text(|out| numeral.lay_out(&spec, limits.bytes, out))
    };
    // Only without a presentation type does it look like `repr`.
    let is_plain = spec.kind.is_none();
    let without_real = is_plain && value.real == 0.0 && value.real.is_sign_positive();
    let imaginary = part(value.imaginary, if without_real { spec.sign } else { Some(b'+') })?;
    let imaginary = imaginary.concat(&Text::from("j"));
    let text = match (is_plain, without_real) {
        (_, true) => imaginary,
        (false, _) => part(value.real, spec.sign)?.concat(&imaginary),
        (true, false) => {
            let both = part(value.real, spec.sign)?.concat(&imaginary);
            Text::from("(").concat(&both).concat(&Text::from(")"))
        }
    };
    pad(text.whole(), &spec, limits.bytes, out)
}
