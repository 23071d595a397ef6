//! Templates of `str.format` (Library Reference 6.1.3): parsing only; looking values up and formatting them runs user code.
//!
//! [`pieces`] is lazy, because the fields before an error are evaluated before the error is raised. A field's specification
//! is a template again: it is parsed once the caller comes to it.

use super::error::{DataError, Outcome};
use super::text::{Part, Text, Units};
use super::unicode;
use std::ops::Range;

/// One piece of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// This part of the template.
    Literal(Range<usize>),
    Field(Field),
}

/// A replacement field `{name!conversion:spec}`. The name and the specification are parts of the template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    pub name: Range<usize>,
    /// The character after `!`.
    pub conversion: Option<u32>,
    pub spec: Range<usize>,
    /// Whether the specification has fields itself.
    pub spec_has_fields: bool,
}

/// What a field name begins with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum First {
    /// Nothing: the next positional argument.
    Auto,
    Position(usize),
    Keyword(Text),
}

/// A step from one value to the next in a field name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Access {
    /// `.name`
    Attribute(Text),
    /// `[number]`
    Index(usize),
    /// `[anything else]`
    Key(Text),
}

/// How positional arguments are numbered: one template can't mix both ways.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Numbering {
    #[default]
    Undecided,
    /// The next number.
    Automatic(usize),
    Manual,
}

impl Numbering {
    /// The number of the positional argument that a field name begins with; `None` for a keyword. `ValueError`: the template
    /// mixes both ways of numbering.
    pub fn position(&mut self, first: &First) -> Outcome<Option<usize>> {
        match (first, *self) {
            (First::Keyword(_), _) => Ok(None),
            (First::Auto, Numbering::Manual) => Err(DataError::value_error(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            (First::Position(_), Numbering::Automatic(_)) => Err(DataError::value_error(
                "cannot switch from automatic field numbering to manual field specification",
            )),
            (First::Auto, Numbering::Undecided) => {
                *self = Numbering::Automatic(1);
                Ok(Some(0))
            }
            (First::Auto, Numbering::Automatic(next)) => {
                *self = Numbering::Automatic(next + 1);
                Ok(Some(next))
            }
            (First::Position(position), _) => {
                *self = Numbering::Manual;
                Ok(Some(*position))
            }
        }
    }
}

/// The error of specifications nested too deeply: a field's specification may have fields, but theirs may not.
pub fn recursion_error() -> DataError {
    DataError::value_error("Max string recursion exceeded")
}

/// The conversion of a field: `r`, `s` or `a`. `ValueError`: another.
pub fn check_conversion(conversion: u32) -> Outcome<u8> {
    match char::from_u32(conversion) {
        Some(known @ ('r' | 's' | 'a')) => Ok(known as u8),
        Some(c @ '!'..='~') => Err(DataError::value_error(format!("Unknown conversion specifier {c}"))),
        _ => Err(DataError::value_error(format!("Unknown conversion specifier \\x{conversion:x}"))),
    }
}

/// The pieces of a template, in order; nothing follows an error, which is a `ValueError`.
pub fn pieces(template: &Text) -> Pieces<'_> {
    Pieces { units: template.units(), at: 0 }
}

/// An iterator over the pieces of a template.
pub struct Pieces<'a> {
    units: Units<'a>,
    at: usize,
}

const OPEN: u32 = b'{' as u32;
const CLOSE: u32 = b'}' as u32;

impl Iterator for Pieces<'_> {
    type Item = Outcome<Piece>;

    fn next(&mut self) -> Option<Outcome<Piece>> {
        if self.at >= self.units.len() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.at = self.units.len();
        }
        Some(piece)
    }
}

impl Pieces<'_> {
    fn take(&mut self) -> Option<u32> {
        let point = self.units.get(self.at)?;
        self.at += 1;
        Some(point)
    }

    fn piece(&mut self) -> Outcome<Piece> {
        let start = self.at;
        self.at = self.units.find_either(b'{', b'}', start);
        let Some(point) = self.units.get(self.at) else { return Ok(Piece::Literal(start..self.at)) };
        if self.units.get(self.at + 1) == Some(point) {
            // A doubled brace stands for one.
            self.at += 2;
            return Ok(Piece::Literal(start..self.at - 1));
        }
        if point == CLOSE {
            return Err(DataError::value_error("Single '}' encountered in format string"));
        }
        if self.at + 1 == self.units.len() {
            return Err(DataError::value_error("Single '{' encountered in format string"));
        }
        if self.at > start {
            return Ok(Piece::Literal(start..self.at));
        }
        self.at += 1;
        self.field().map(Piece::Field)
    }

    fn field(&mut self) -> Outcome<Field> {
        let start = self.at;
        let end = self.skip_name()?;
        let mut field = Field { name: start..self.at, conversion: None, spec: 0..0, spec_has_fields: false };
        self.at += end.is_some() as usize;
        match end {
            Some(CLOSE) => return Ok(field),
            None => return Err(DataError::value_error("expected '}' before end of string")),
            Some(point) if point == b'!' as u32 => {
                field.conversion = Some(self.conversion()?);
                match self.take() {
                    Some(CLOSE) => return Ok(field),
                    Some(point) if point != b':' as u32 => {
                        return Err(DataError::value_error("expected ':' after conversion specifier"));
                    }
                    _ => {}
                }
            }
            Some(_) => {}
        }
        self.read_spec(&mut field)?;
        Ok(field)
    }

    /// Goes to the character that ends a field name, and says which.
    fn skip_name(&mut self) -> Outcome<Option<u32>> {
        let mut in_brackets = false;
        while let Some(point) = self.units.get(self.at) {
            match char::from_u32(point) {
                Some(']') if in_brackets => in_brackets = false,
                _ if in_brackets => {}
                Some('[') => in_brackets = true,
                Some('{') => return Err(DataError::value_error("unexpected '{' in field name")),
                Some('}' | ':' | '!') => return Ok(Some(point)),
                _ => {}
            }
            self.at += 1;
        }
        Ok(None)
    }

    fn conversion(&mut self) -> Outcome<u32> {
        let missing = "end of string while looking for conversion specifier";
        self.take().ok_or_else(|| DataError::value_error(missing))
    }

    fn read_spec(&mut self, field: &mut Field) -> Outcome<()> {
        let start = self.at;
        let mut depth = 1;
        while let Some(point) = self.take() {
            if point == OPEN {
                field.spec_has_fields = true;
                depth += 1;
            } else if point == CLOSE {
                depth -= 1;
            }
            if depth == 0 {
                field.spec = start..self.at - 1;
                return Ok(());
            }
        }
        Err(DataError::value_error("unmatched '{' in format spec"))
    }
}

/// A number in decimal digits of any script; `None` if it is something else. `ValueError`: too large.
fn number(text: Part) -> Outcome<Option<usize>> {
    let mut value = 0i64;
    for point in (0..text.len()).filter_map(|at| text.get(at)) {
        let Some(digit) = unicode::decimal_value(point) else { return Ok(None) };
        let next = value.checked_mul(10).and_then(|value| value.checked_add(digit as i64));
        value = next.ok_or_else(|| DataError::value_error("Too many decimal digits in format string"))?;
    }
    Ok((!text.is_empty()).then_some(value as usize))
}

fn position_of(text: Part, from: usize, wanted: &[u8]) -> usize {
    let is_wanted = |at: &usize| text.get(*at).is_some_and(|p| wanted.iter().any(|byte| p == *byte as u32));
    (from..text.len()).find(is_wanted).unwrap_or(text.len())
}

/// Splits a field name into what it begins with and the accesses that follow, which are lazy like the pieces. `ValueError`:
/// the number is too large.
pub fn split_name(name: Part<'_>) -> Outcome<(First, Accesses<'_>)> {
    let end = position_of(name, 0, b".[");
    let first = name.range(0..end);
    let first = match number(first)? {
        Some(position) => First::Position(position),
        None if first.is_empty() => First::Auto,
        None => First::Keyword(first.to_text()),
    };
    Ok((first, Accesses { name, at: end }))
}

/// An iterator over the accesses in a field name; an error is a `ValueError`.
pub struct Accesses<'a> {
    name: Part<'a>,
    at: usize,
}

impl Iterator for Accesses<'_> {
    type Item = Outcome<Access>;

    fn next(&mut self) -> Option<Outcome<Access>> {
        let first = self.name.get(self.at)?;
        self.at += 1;
        let access = self.access(first);
        if access.is_err() {
            self.at = self.name.len();
        }
        Some(access)
    }
}

impl Accesses<'_> {
    fn access(&mut self, first: u32) -> Outcome<Access> {
        let start = self.at;
        let access = match char::from_u32(first) {
            Some('.') => {
                self.at = position_of(self.name, start, b".[");
                Access::Attribute(self.name.range(start..self.at).to_text())
            }
            Some('[') => {
                let end = position_of(self.name, start, b"]");
                if end == self.name.len() {
                    return Err(DataError::value_error("Missing ']' in format string"));
                }
                self.at = end + 1;
                let key = self.name.range(start..end);
                number(key)?.map_or_else(|| Access::Key(key.to_text()), Access::Index)
            }
            _ => {
                let message = "Only '.' or '[' may follow ']' in format field specifier";
                return Err(DataError::value_error(message));
            }
        };
        match &access {
            Access::Attribute(text) | Access::Key(text) if text.is_empty() => {
                Err(DataError::value_error("Empty attribute in format string"))
            }
            _ => Ok(access),
        }
    }
}
