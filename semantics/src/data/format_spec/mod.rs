//! The format mini-language: what `format(value, spec)` and f-strings do (Library Reference 6.1.3.1).

mod apply;
mod layout;

pub(super) use apply::code_point;
pub use apply::{write_complex, write_float, write_int, write_text};

use super::error::{DataError, Outcome};
use super::text::Part;
use super::unicode;

/// What formatting may produce at most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// The size of a result in bytes.
    pub bytes: usize,
    /// The decimal digits of an int (`sys.set_int_max_str_digits`); 0 means no limit.
    pub max_digits: usize,
}

/// Where the padding goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: between the sign and the digits.
    AfterSign,
}

/// How digits are grouped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grouping {
    pub separator: u8,
    /// The digits in a group.
    pub size: usize,
}

/// A parsed format specification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormatSpec {
    pub fill: u32,
    pub align: Align,
    /// `+`, `-` or a space.
    pub sign: Option<u8>,
    /// `z`: no negative zero.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    pub width: usize,
    pub grouping: Option<Grouping>,
    pub precision: Option<usize>,
    /// The presentation type, or the default of the value's type.
    pub kind: Option<u32>,
}

fn alignment(point: Option<u32>) -> Option<Align> {
    Some(match char::from_u32(point?)? {
        '<' => Align::Left,
        '>' => Align::Right,
        '^' => Align::Center,
        '=' => Align::AfterSign,
        _ => return None,
    })
}

/// Reads a specification from left to right.
struct Reader<'a> {
    text: Part<'a>,
    at: usize,
}

impl Reader<'_> {
    #[inline]
    fn peek(&self, ahead: usize) -> Option<u32> {
        self.text.get(self.at + ahead)
    }

    fn next_is(&self, byte: u8) -> bool {
        self.peek(0) == Some(byte as u32)
    }

    fn accept(&mut self, byte: u8) -> bool {
        let accepted = self.next_is(byte);
        self.at += accepted as usize;
        accepted
    }

    /// A number in decimal digits of any script, if there is one.
    fn number(&mut self) -> Outcome<Option<usize>> {
        let start = self.at;
        let mut value = 0i64;
        while let Some(digit) = self.peek(0).and_then(unicode::decimal_value) {
            let next = value.checked_mul(10).and_then(|value| value.checked_add(digit as i64));
            value = next.ok_or_else(|| DataError::value_error("Too many decimal digits in format string"))?;
            self.at += 1;
        }
        Ok((self.at > start).then_some(value as usize))
    }
}

/// A character as error messages show it.
fn show_kind(kind: u32) -> String {
    match char::from_u32(kind) {
        Some(c @ '!'..='\x7F') => c.to_string(),
        _ => format!("\\x{kind:x}"),
    }
}

/// The error of a presentation type that the value's type doesn't have.
fn unknown_kind(kind: u32, type_name: &str) -> DataError {
    DataError::value_error(format!(
        "Unknown format code '{}' for object of type '{type_name}'",
        show_kind(kind)
    ))
}

impl FormatSpec {
    /// Parses a specification for a value of the named type. `ValueError`: it is malformed.
    pub fn parse(text: Part, kind: Option<u8>, align: Align, type_name: &str) -> Outcome<FormatSpec> {
        let mut spec = FormatSpec {
            fill: b' ' as u32,
            align,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: kind.map(u32::from),
        };
        let mut reader = Reader { text, at: 0 };
        spec.read_front(&mut reader, align);
        spec.width = reader.number()?.unwrap_or(0);
        let separator = read_separator(&mut reader)?;
        if reader.accept(b'.') {
            let missing = || DataError::value_error("Format specifier missing precision");
            spec.precision = Some(reader.number()?.ok_or_else(missing)?);
        }
        if let Some(kind) = reader.peek(0) {
            if reader.peek(1).is_some() {
                let text = text.to_text();
                let text = text.to_string_lossy();
                return Err(DataError::value_error(format!(
                    "Invalid format specifier '{text}' for object of type '{type_name}'"
                )));
            }
            spec.kind = Some(kind);
        }
        if let Some(separator) = separator {
            spec.grouping = Some(Grouping { separator, size: group_size(separator, spec.kind)? });
        }
        Ok(spec)
    }

    /// Everything before the width.
    fn read_front(&mut self, reader: &mut Reader<'_>, default_align: Align) {
        let mut align_given = true;
        let mut fill_given = false;
        if let (Some(fill), Some(align)) = (reader.peek(0), alignment(reader.peek(1))) {
            (self.fill, self.align) = (fill, align);
            fill_given = true;
            reader.at += 2;
        } else if let Some(align) = alignment(reader.peek(0)) {
            self.align = align;
            reader.at += 1;
        } else {
            align_given = false;
        }
        self.sign = [b'+', b'-', b' '].into_iter().find(|sign| reader.accept(*sign));
        self.no_negative_zero = reader.accept(b'z');
        self.alternate = reader.accept(b'#');
        if !fill_given && reader.accept(b'0') {
            self.fill = b'0' as u32;
            if !align_given && default_align == Align::Right {
                self.align = Align::AfterSign;
            }
        }
    }
}

fn read_separator(reader: &mut Reader<'_>) -> Outcome<Option<u8>> {
    let both = || DataError::value_error("Cannot specify both ',' and '_'.");
    let comma = reader.accept(b',');
    if reader.accept(b'_') {
        if comma || reader.next_is(b',') {
            return Err(both());
        }
        return Ok(Some(b'_'));
    }
    Ok(comma.then_some(b','))
}

fn group_size(separator: u8, kind: Option<u32>) -> Outcome<usize> {
    let Some(kind) = kind else { return Ok(3) };
    match char::from_u32(kind) {
        Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(3),
        Some('b' | 'o' | 'x' | 'X') if separator == b'_' => Ok(4),
        _ => {
            let (separator, kind) = (separator as char, show_kind(kind));
            Err(DataError::value_error(format!("Cannot specify '{separator}' with '{kind}'.")))
        }
    }
}
