//! `str`: an immutable sequence of code points (Library Reference 4.7).
//!
//! A text is ASCII, one byte a character, or a slice of code points: length and indexing take constant time in both. Lone
//! surrogates are ordinary code points. A short ASCII text lies in the value itself. The methods are spread over this folder
//! by subject.

mod build;
mod case;
mod grown;
mod join;
mod layout;
mod predicates;
mod quote;
mod repr;
mod search;
mod split;
mod translate;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;

use compact_str::CompactString;
use spec::constant::Wtf8;

use super::error::Outcome;
use super::hash;
use super::sequence::{self, Unit};

use repr::Repr;

pub use build::TextBuilder;
pub use join::Joining;
pub use quote::write_escape;
pub use translate::Translation;

/// The largest code point.
pub const MAX_CODE_POINT: u32 = 0x10FFFF;

/// An immutable Python string. It is wide only if some code point is not ASCII, so equality of the units is equality of
/// the code points. A copy shares the contents.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text(Repr);

const _: () = assert!(size_of::<Text>() == 16);

/// The contents of a text.
#[derive(Clone, Copy)]
pub enum Units<'a> {
    Narrow(&'a [u8]),
    Wide(&'a [u32]),
}

impl<'a> Units<'a> {
    #[inline]
    pub fn len(self) -> usize {
        match self {
            Units::Narrow(units) => units.len(),
            Units::Wide(units) => units.len(),
        }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The code point at an index, if there is one.
    #[inline]
    pub fn get(self, index: usize) -> Option<u32> {
        match self {
            Units::Narrow(units) => units.get(index).map(|unit| *unit as u32),
            Units::Wide(units) => units.get(index).copied(),
        }
    }

    /// The index of the first of two ASCII characters from `start` on, or where the text ends.
    pub fn find_either(self, a: u8, b: u8, start: usize) -> usize {
        let found = match self {
            Units::Narrow(units) => memchr::memchr2(a, b, &units[start..]),
            Units::Wide(units) => {
                units[start..].iter().position(|unit| *unit == a as u32 || *unit == b as u32)
            }
        };
        found.map_or(self.len(), |at| start + at)
    }
}

/// A part of a text.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    /// All of it is ASCII.
    Narrow(&'a str),
    Wide(&'a [u32]),
}

impl<'a> Part<'a> {
    /// The code points in a range, which must lie within the part.
    #[inline]
    pub fn range(self, range: Range<usize>) -> Part<'a> {
        match self {
            Part::Narrow(text) => Part::Narrow(&text[range]),
            Part::Wide(points) => Part::Wide(&points[range]),
        }
    }

    /// The code point at an index, if there is one.
    #[inline]
    pub fn get(self, index: usize) -> Option<u32> {
        match self {
            Part::Narrow(text) => text.as_bytes().get(index).map(|byte| *byte as u32),
            Part::Wide(points) => points.get(index).copied(),
        }
    }

    /// The part as a text of its own.
    pub fn to_text(self) -> Text {
        match self {
            Part::Narrow(text) => Text(Repr::ascii(text)),
            Part::Wide(points) => u32::text(points),
        }
    }

    #[inline]
    pub fn len(self) -> usize {
        match self {
            Part::Narrow(text) => text.len(),
            Part::Wide(points) => points.len(),
        }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// The contents of two texts in one representation.
pub(super) enum Pair<'a> {
    Narrow(&'a [u8], &'a [u8]),
    Wide(Cow<'a, [u32]>, Cow<'a, [u32]>),
}

/// Runs the same code on the bytes or on the code points of a text.
macro_rules! with_units {
    ($text:expr, $units:ident => $body:expr) => {
        match $text.units() {
            $crate::data::text::Units::Narrow($units) => $body,
            $crate::data::text::Units::Wide($units) => $body,
        }
    };
}

/// Runs the same code on two texts in their common representation.
macro_rules! with_pair {
    ($left:expr, $right:expr, $a:ident, $b:ident => $body:expr) => {
        match $left.pair($right) {
            $crate::data::text::Pair::Narrow($a, $b) => $body,
            $crate::data::text::Pair::Wide(a, b) => {
                let ($a, $b) = (&a[..], &b[..]);
                $body
            }
        }
    };
}

pub(crate) use {with_pair, with_units};

/// A unit of a text: an ASCII byte or a code point.
pub trait TextUnit: Unit {
    /// The text of these units.
    fn into_text(units: Vec<Self>) -> Text;
    /// A copy of some units as a text.
    fn text(units: &[Self]) -> Text;
}

impl TextUnit for u8 {
    fn into_text(units: Vec<u8>) -> Text {
        match String::from_utf8(units) {
            Ok(text) => Text(Repr::ascii_owned(text)),
            Err(error) => latin(error.as_bytes()),
        }
    }

    fn text(units: &[u8]) -> Text {
        match std::str::from_utf8(units) {
            Ok(text) => Text(Repr::ascii(text)),
            Err(_) => latin(units),
        }
    }
}

/// Not reached from a text. As Latin-1, any bytes make a text.
#[cold]
fn latin(bytes: &[u8]) -> Text {
    bytes.iter().map(|byte| *byte as u32).collect()
}

impl TextUnit for u32 {
    fn into_text(units: Vec<u32>) -> Text {
        if is_ascii(&units) { narrow(&units) } else { Text(Repr::wide(units.into())) }
    }

    fn text(units: &[u32]) -> Text {
        if is_ascii(units) { narrow(units) } else { Text(Repr::wide(units.into())) }
    }
}

fn is_ascii(units: &[u32]) -> bool {
    // Whole chunks are or-ed, so that the compiler can use vector instructions and still stop early.
    units.chunks(64).all(|chunk| chunk.iter().fold(0, |all, unit| all | unit) < 0x80)
}

fn narrow(units: &[u32]) -> Text {
    Text(Repr::ascii_owned(units.iter().map(|unit| *unit as u8 as char).collect()))
}

impl Text {
    /// The empty string.
    pub fn empty() -> Text {
        Text(Repr::ascii(""))
    }

    /// The decimal digits of an int.
    pub fn of_int(int: i64) -> Text {
        let mut digits = itoa::Buffer::new();
        Text(Repr::ascii(digits.format(int)))
    }

    fn from_string(text: String) -> Text {
        if text.is_ascii() {
            Text(Repr::ascii_owned(text))
        } else {
            Text(Repr::wide(text.chars().map(|c| c as u32).collect()))
        }
    }

    /// The text of one code point (at most [`MAX_CODE_POINT`]; surrogates are allowed).
    pub fn from_code_point(point: u32) -> Text {
        u32::text(&[point])
    }

    /// The length in code points.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes that the contents take, for limits.
    pub fn byte_size(&self) -> usize {
        with_units!(self, units => size_of_val(units))
    }

    /// `str.isascii`.
    pub fn is_ascii(&self) -> bool {
        self.0.is_ascii()
    }

    /// The contents, if all are ASCII.
    pub fn as_str(&self) -> Option<&str> {
        self.0.as_str()
    }

    /// The contents.
    #[inline]
    pub fn units(&self) -> Units<'_> {
        self.0.units()
    }

    /// The code points in a range, which must lie within the text.
    #[inline]
    pub fn part(&self, range: Range<usize>) -> Part<'_> {
        self.whole().range(range)
    }

    /// All code points.
    #[inline]
    pub fn whole(&self) -> Part<'_> {
        match self.0.units() {
            Units::Wide(points) => Part::Wide(points),
            Units::Narrow(_) => Part::Narrow(self.as_str().unwrap_or_default()),
        }
    }

    /// `hash(self)`.
    #[inline]
    pub fn hash_value(&self) -> i64 {
        self.0.hash(|| hash::of_text(self))
    }

    /// The text of the one string that all names with this text share.
    pub fn as_name(&self) -> Text {
        Text(self.0.as_name())
    }

    /// Whether it is such a string's: two that are not the same are not equal.
    #[inline]
    pub fn is_name(&self) -> bool {
        self.0.is_name()
    }

    /// What it takes in memory beside the value itself, in bytes.
    #[inline]
    pub fn outside(&self) -> usize {
        self.0.outside()
    }

    /// How much of that is taken only when the contents are asked for.
    #[inline]
    pub fn promised(&self) -> usize {
        self.0.promised()
    }

    pub(super) fn wide(&self) -> Cow<'_, [u32]> {
        match self.units() {
            Units::Narrow(units) => Cow::Owned(units.iter().map(|unit| *unit as u32).collect()),
            Units::Wide(points) => Cow::Borrowed(points),
        }
    }

    pub(super) fn pair<'a>(&'a self, other: &'a Text) -> Pair<'a> {
        match (self.units(), other.units()) {
            (Units::Narrow(a), Units::Narrow(b)) => Pair::Narrow(a, b),
            _ => Pair::Wide(self.wide(), other.wide()),
        }
    }

    /// The code points.
    pub fn code_points(&self) -> CodePoints<'_> {
        CodePoints { units: self.units() }
    }

    /// The code point at an index, if there is one.
    pub fn code_point(&self, index: usize) -> Option<u32> {
        self.units().get(index)
    }

    /// The character at an index (`s[i]`, after the index was made positive).
    pub fn get(&self, index: usize) -> Option<Text> {
        self.code_point(index).map(Text::from_code_point)
    }

    /// The code points in a range. The range must lie within the text.
    pub fn range(&self, range: Range<usize>) -> Text {
        self.part(range).to_text()
    }

    /// `count` code points from `start` on, `step` apart: a slice whose bounds were computed by
    /// [`indices`](crate::data::slice). Positions outside the text are left out.
    pub fn slice(&self, start: i64, step: i64, count: usize) -> Text {
        if let (Ok(start), 1) = (usize::try_from(start), step) {
            let end = start.saturating_add(count).min(self.len());
            return self.range(start.min(end)..end);
        }
        with_units!(self, units => TextUnit::into_text(super::slice::pick(units, start, step, count)))
    }

    /// `self + other`.
    pub fn concat(&self, other: &Text) -> Text {
        match Repr::sum(&self.0, &other.0) {
            Some(sum) => Text(sum),
            None => Text(Repr::wide([self.wide(), other.wide()].concat().into())),
        }
    }

    /// `self * times`. `MemoryError`: the result would exceed `limit` bytes.
    pub fn repeat(&self, times: i64, limit: usize) -> Outcome<Text> {
        with_units!(self, units => sequence::repeat(units, times, limit).map(TextUnit::into_text))
    }

    /// The text in UTF-8, with U+FFFD for each surrogate.
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        match self.as_str() {
            Some(text) => Cow::Borrowed(text),
            None => {
                let char = |point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER);
                Cow::Owned(self.code_points().map(char).collect())
            }
        }
    }

    /// The text in UTF-8, if it holds no surrogate.
    pub fn to_utf8(&self) -> Option<Cow<'_, str>> {
        match self.as_str() {
            Some(text) => Some(Cow::Borrowed(text)),
            None => self.code_points().map(char::from_u32).collect::<Option<_>>().map(Cow::Owned),
        }
    }

    /// The text as the syntax tree holds it.
    pub fn to_wtf8(&self) -> Wtf8 {
        match self.as_str() {
            Some(text) => Wtf8::from(text),
            None => {
                let mut result = Wtf8::default();
                self.code_points().for_each(|point| result.push(point));
                result
            }
        }
    }
}

/// An iterator over the code points of a text.
#[derive(Clone)]
pub struct CodePoints<'a> {
    units: Units<'a>,
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        match &mut self.units {
            Units::Narrow(units) => units.split_off_first().map(|unit| *unit as u32),
            Units::Wide(units) => units.split_off_first().copied(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = match self.units {
            Units::Narrow(units) => units.len(),
            Units::Wide(units) => units.len(),
        };
        (len, Some(len))
    }
}

impl ExactSizeIterator for CodePoints<'_> {}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        if text.is_ascii() {
            Text(Repr::ascii(text))
        } else {
            Text(Repr::wide(text.chars().map(|c| c as u32).collect()))
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::from_string(text)
    }
}

impl From<CompactString> for Text {
    fn from(text: CompactString) -> Text {
        Text::from(&*text)
    }
}

impl From<&Wtf8> for Text {
    fn from(text: &Wtf8) -> Text {
        match text.as_str() {
            Some(text) => Text::from(text),
            None => text.code_points().collect(),
        }
    }
}

impl FromIterator<u32> for Text {
    fn from_iter<I: IntoIterator<Item = u32>>(points: I) -> Text {
        let mut builder = TextBuilder::default();
        points.into_iter().for_each(|point| builder.push(point));
        builder.finish()
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The first bytes mostly decide; they are compared without a call.
#[inline]
fn order_of_bytes(a: &[u8], b: &[u8]) -> Ordering {
    match (a.first(), b.first()) {
        (Some(x), Some(y)) if x != y => x.cmp(y),
        _ => a.cmp(b),
    }
}

/// Strings are ordered by their code points (Language Reference 6.10.1).
impl Ord for Text {
    fn cmp(&self, other: &Text) -> Ordering {
        match (self.units(), other.units()) {
            (Units::Narrow(a), Units::Narrow(b)) => order_of_bytes(a, b),
            (Units::Wide(a), Units::Wide(b)) => a.cmp(b),
            _ => self.code_points().cmp(other.code_points()),
        }
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        match self.as_str() {
            Some(text) => text == other,
            None => self.code_points().eq(other.chars().map(|c| c as u32)),
        }
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.repr().to_string_lossy())
    }
}
