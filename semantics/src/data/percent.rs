//! printf-style formatting of `str` and `bytes` (Library Reference, "printf-style String Formatting").
//!
//! [`pieces`] is lazy, because the values before an error in the template are converted before the error is raised. Which
//! arguments there are, and what `str()` of them is, is the caller's business; a template of bytes is given as Latin-1.

use super::error::{DataError, Outcome, check_size};
use super::float::{self, FloatStyle, numeral_len};
use super::format_spec::Limits;
use super::int::Int;
use super::text::{Text, TextBuilder, Units};
use std::ops::Range;

/// One piece of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// This part of the template.
    Literal(Range<usize>),
    Conversion(Conversion),
}

/// A width or a precision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    Absent,
    Given(usize),
    /// `*`: the next argument.
    Argument,
}

/// `%(key)flags width.precision kind`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conversion {
    /// The key in parentheses, for which the argument must be a mapping.
    pub key: Option<Text>,
    pub flags: Flags,
    pub width: Count,
    pub precision: Count,
    /// The conversion type. `%`, which comes here only after flags or a width, is none.
    pub kind: u32,
    /// Where the conversion type is in the template.
    pub at: usize,
}

/// The flags of a conversion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space.
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
}

/// How a value is shown, when all arguments of a conversion are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    pub flags: Flags,
    pub width: usize,
    pub precision: Option<usize>,
}

impl Layout {
    /// The layout for a width and a precision. A negative width from an argument pads on the right, and a negative precision
    /// is 0. `OverflowError`: the precision is too big.
    pub fn new(mut flags: Flags, width: i64, precision: Option<i64>) -> Outcome<Layout> {
        flags.left |= width < 0;
        let width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        if precision.is_some_and(|precision| precision > i32::MAX as i64) {
            return Err(DataError::overflow_error("Python int too large to convert to C int"));
        }
        Ok(Layout { flags, width, precision: precision.map(|precision| precision.max(0) as usize) })
    }
}

impl Conversion {
    /// The error of a conversion type that there is not.
    pub fn unsupported(&self) -> DataError {
        let shown = char::from_u32(self.kind).filter(|c| ('\x1F'..'\x7F').contains(c)).unwrap_or('?');
        DataError::value_error(format!(
            "unsupported format character '{shown}' (0x{:x}) at index {}",
            self.kind, self.at
        ))
    }
}

/// What can be wrong with the arguments of a template: each is a `TypeError`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WrongArguments<'a> {
    /// A key, but the argument is no mapping.
    NoMapping,
    TooFew,
    TooMany,
    /// The argument of a `*` is no int.
    StarWantsInt,
    /// `%d`, `%i` or `%u` of a value of this type.
    NoNumber(u8, &'a str),
    /// `%o`, `%x` or `%X` of a value of this type.
    NoInt(u8, &'a str),
    /// `%e`, `%f` or `%g` of a value of this type.
    NoFloat(&'a str),
    /// `%c` of something else than an int or one character.
    NoCharacter,
    /// `%c` in bytes of something else than an int or one byte.
    NoByte,
    /// `%s` or `%b` in bytes of a value of this type.
    NoBytes(&'a str),
}

impl From<WrongArguments<'_>> for DataError {
    fn from(wrong: WrongArguments<'_>) -> DataError {
        DataError::type_error(match wrong {
            WrongArguments::NoMapping => "format requires a mapping".to_string(),
            WrongArguments::TooFew => "not enough arguments for format string".to_string(),
            WrongArguments::TooMany => "not all arguments converted during string formatting".to_string(),
            WrongArguments::StarWantsInt => "* wants int".to_string(),
            WrongArguments::NoNumber(kind, class) => {
                format!("%{} format: a real number is required, not {class}", kind as char)
            }
            WrongArguments::NoInt(kind, class) => {
                format!("%{} format: an integer is required, not {class}", kind as char)
            }
            WrongArguments::NoFloat(class) => format!("must be real number, not {class}"),
            WrongArguments::NoCharacter => "%c requires int or char".to_string(),
            WrongArguments::NoByte => "%c requires an integer in range(256) or a single byte".to_string(),
            WrongArguments::NoBytes(class) => {
                let wanted = "a bytes-like object, or an object that implements __bytes__";
                format!("%b requires {wanted}, not '{class}'")
            }
        })
    }
}

/// The pieces of a template, in order; nothing follows an error, which is a `ValueError`.
pub fn pieces(template: &Text) -> Pieces<'_> {
    Pieces { template, units: template.units(), at: 0 }
}

/// An iterator over the pieces of a template.
pub struct Pieces<'a> {
    template: &'a Text,
    units: Units<'a>,
    at: usize,
}

impl Iterator for Pieces<'_> {
    type Item = Outcome<Piece>;

    fn next(&mut self) -> Option<Outcome<Piece>> {
        let start = self.at;
        self.at = self.units.find_either(b'%', b'%', start);
        if self.at > start {
            return Some(Ok(Piece::Literal(start..self.at)));
        }
        self.peek()?;
        self.at += 1;
        if self.accept(b'%') {
            return Some(Ok(Piece::Literal(self.at - 1..self.at)));
        }
        let conversion = self.conversion();
        if conversion.is_err() {
            self.at = self.template.len();
        }
        Some(conversion.map(Piece::Conversion))
    }
}

impl Pieces<'_> {
    fn peek(&self) -> Option<u32> {
        self.units.get(self.at)
    }

    fn accept(&mut self, byte: u8) -> bool {
        let accepted = self.peek() == Some(byte as u32);
        self.at += accepted as usize;
        accepted
    }

    fn conversion(&mut self) -> Outcome<Conversion> {
        let key = if self.accept(b'(') { Some(self.key()?) } else { None };
        let flags = self.flags();
        let width =
            if self.accept(b'*') { Count::Argument } else { self.number("width too big", i64::MAX as u64)? };
        let precision = match self.accept(b'.') {
            false => Count::Absent,
            true if self.accept(b'*') => Count::Argument,
            true => match self.number("precision too big", i32::MAX as u64)? {
                Count::Absent => Count::Given(0),
                given => given,
            },
        };
        // A length modifier, as in C; it means nothing.
        let _ = self.accept(b'h') || self.accept(b'l') || self.accept(b'L');
        let kind = self.peek().ok_or_else(|| DataError::value_error("incomplete format"))?;
        self.at += 1;
        Ok(Conversion { key, flags, width, precision, kind, at: self.at - 1 })
    }

    /// The text up to the parenthesis that closes the key.
    fn key(&mut self) -> Outcome<Text> {
        let start = self.at;
        let mut depth = 1;
        while let Some(point) = self.peek() {
            self.at += 1;
            match char::from_u32(point) {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(self.template.range(start..self.at - 1));
            }
        }
        Err(DataError::value_error("incomplete format key"))
    }

    fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        loop {
            match self.peek().and_then(char::from_u32) {
                Some('-') => flags.left = true,
                Some('+') => flags.plus = true,
                Some(' ') => flags.blank = true,
                Some('#') => flags.alternate = true,
                Some('0') => flags.zero = true,
                _ => return flags,
            }
            self.at += 1;
        }
    }

    fn number(&mut self, too_big: &str, max: u64) -> Outcome<Count> {
        let start = self.at;
        let mut value = 0u64;
        while let Some(digit) = self.peek().and_then(char::from_u32).and_then(|c| c.to_digit(10)) {
            value = value.saturating_mul(10).saturating_add(digit as u64);
            self.at += 1;
            if value > max {
                return Err(DataError::value_error(too_big));
            }
        }
        Ok(if self.at > start { Count::Given(value as usize) } else { Count::Absent })
    }
}

/// Writes what `%s`, `%r`, `%a` (and `%c`, without a precision) make of a text.
pub fn write_text(text: &Text, layout: Layout, limits: Limits, out: &mut TextBuilder) -> Outcome<()> {
    let len = layout.precision.map_or(text.len(), |precision| precision.min(text.len()));
    check_size(layout.width.max(len), size_of::<u32>(), limits.bytes)?;
    let missing = layout.width.saturating_sub(len);
    out.push_repeated(b' ' as u32, if layout.flags.left { 0 } else { missing });
    out.push_part(text.part(0..len));
    out.push_repeated(b' ' as u32, if layout.flags.left { missing } else { 0 });
    Ok(())
}

/// The same for bytes (`%b`, `%s` of a template of bytes).
pub fn format_bytes(bytes: &[u8], layout: Layout, limits: Limits) -> Outcome<Vec<u8>> {
    let shown = &bytes[..layout.precision.map_or(bytes.len(), |precision| precision.min(bytes.len()))];
    let missing = layout.width.saturating_sub(shown.len());
    let (left, right) = if layout.flags.left { (0, missing) } else { (missing, 0) };
    super::sequence::surround(shown, left, b' ', right, limits.bytes)
}

/// Writes what `%c` makes of an int. `OverflowError`: there is no such character.
pub fn write_character(value: &Int, layout: Layout, limits: Limits, out: &mut TextBuilder) -> Outcome<()> {
    let point = super::format_spec::code_point(value)?;
    write_text(&Text::from_code_point(point), Layout { precision: None, ..layout }, limits, out)
}

/// Writes what `%d`, `%i`, `%u`, `%o`, `%x` and `%X` make of an int; the precision is the least number of digits.
pub fn write_int(
    value: &Int,
    kind: u8,
    layout: Layout,
    limits: Limits,
    out: &mut TextBuilder,
) -> Outcome<()> {
    let size = value.abs();
    let (prefix, digits) = match kind {
        b'o' => ("0o", size.to_radix(8)),
        b'x' => ("0x", size.to_radix(16)),
        b'X' => ("0X", size.to_radix(16).to_ascii_uppercase()),
        _ => ("", size.to_decimal(limits.max_digits)?),
    };
    let prefix = if layout.flags.alternate { prefix } else { "" };
    let zeros = layout.precision.unwrap_or(0).saturating_sub(digits.len());
    check_size(zeros, 1, limits.bytes)?;
    lay_out(value.is_negative(), prefix, zeros, &digits, layout, limits, out)
}

/// Writes what `%e`, `%f`, `%g` and their capitals make of a float.
pub fn write_float(
    value: f64,
    kind: u8,
    layout: Layout,
    limits: Limits,
    out: &mut TextBuilder,
) -> Outcome<()> {
    let precision = layout.precision.unwrap_or(6);
    let style = match kind.to_ascii_lowercase() {
        b'e' => FloatStyle::Exponent(precision),
        b'f' => FloatStyle::Fixed(precision),
        _ => FloatStyle::General(precision),
    };
    check_size(numeral_len(style), 1, limits.bytes)?;
    let mut digits = float::render(value, style, layout.flags.alternate);
    if kind.is_ascii_uppercase() {
        digits.make_ascii_uppercase();
    }
    lay_out(value.is_sign_negative() && !value.is_nan(), "", 0, &digits, layout, limits, out)
}

fn lay_out(
    negative: bool,
    prefix: &str,
    zeros: usize,
    digits: &str,
    layout: Layout,
    limits: Limits,
    out: &mut TextBuilder,
) -> Outcome<()> {
    let Flags { left, plus, blank, zero, .. } = layout.flags;
    let sign = match (negative, plus, blank) {
        (true, ..) => "-",
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    };
    check_size(layout.width, 1, limits.bytes)?;
    let missing = layout.width.saturating_sub(sign.len() + prefix.len() + zeros + digits.len());
    let (blanks_before, more_zeros, blanks_after) = match (left, zero) {
        (true, _) => (0, 0, missing),
        (false, true) => (0, missing, 0),
        (false, false) => (missing, 0, 0),
    };
    out.push_repeated(b' ' as u32, blanks_before);
    out.push_str(sign);
    out.push_str(prefix);
    out.push_repeated(b'0' as u32, more_zeros + zeros);
    out.push_str(digits);
    out.push_repeated(b' ' as u32, blanks_after);
    Ok(())
}
