//! Building a text piece by piece.

use super::repr::Repr;
use super::{Text, TextUnit, Units};
use smallvec::SmallVec;

/// So many characters need no memory of their own while a text is built.
const INSIDE: usize = 64;

/// A text under construction: ASCII for as long as it can be.
#[derive(Default)]
pub struct TextBuilder {
    narrow: SmallVec<[u8; INSIDE]>,
    /// Once a code point is not ASCII, everything is here.
    wide: Option<Vec<u32>>,
}

impl TextBuilder {
    /// A builder with room for so many ASCII characters.
    pub fn with_capacity(capacity: usize) -> TextBuilder {
        TextBuilder { narrow: SmallVec::with_capacity(capacity), wide: None }
    }

    /// The text that `write` writes.
    pub fn text<E>(write: impl FnOnce(&mut TextBuilder) -> Result<(), E>) -> Result<Text, E> {
        let mut builder = TextBuilder::default();
        write(&mut builder)?;
        Ok(builder.finish())
    }

    /// The number of code points so far.
    pub fn len(&self) -> usize {
        self.wide.as_ref().map_or(self.narrow.len(), Vec::len)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes that the contents take so far, for limits.
    pub fn byte_size(&self) -> usize {
        self.wide.as_ref().map_or(self.narrow.len(), |wide| wide.len() * size_of::<u32>())
    }

    #[cold]
    fn widen(&mut self) -> &mut Vec<u32> {
        let narrow = &mut self.narrow;
        self.wide.get_or_insert_with(|| std::mem::take(narrow).into_iter().map(u32::from).collect())
    }

    /// Adds a code point.
    #[inline]
    pub fn push(&mut self, point: u32) {
        match &mut self.wide {
            None if point < 0x80 => self.narrow.push(point as u8),
            None => self.widen().push(point),
            Some(wide) => wide.push(point),
        }
    }

    /// Adds UTF-8 text.
    #[inline]
    pub fn push_str(&mut self, text: &str) {
        match &mut self.wide {
            None if text.is_ascii() => self.narrow.extend_from_slice(text.as_bytes()),
            _ => self.widen().extend(text.chars().map(|c| c as u32)),
        }
    }

    /// Adds a text.
    #[inline]
    pub fn push_text(&mut self, text: &Text) {
        self.push_units(text.units());
    }

    /// Adds units of a text.
    #[inline]
    pub fn push_units(&mut self, units: Units) {
        match (units, &mut self.wide) {
            (Units::Narrow(units), None) => self.narrow.extend_from_slice(units),
            (Units::Narrow(units), Some(wide)) => wide.extend(units.iter().map(|unit| *unit as u32)),
            (Units::Wide(units), None) if super::is_ascii(units) => {
                self.narrow.extend(units.iter().map(|unit| *unit as u8));
            }
            (Units::Wide(units), _) => self.widen().extend_from_slice(units),
        }
    }

    /// Adds a code point `count` times.
    #[inline]
    pub fn push_repeated(&mut self, point: u32, count: usize) {
        match &mut self.wide {
            // Nothing is added: what is ASCII stays so.
            _ if count == 0 => {}
            None if point < 0x80 => self.narrow.resize(self.narrow.len() + count, point as u8),
            _ => self.widen().extend(std::iter::repeat_n(point, count)),
        }
    }

    /// The text that was built.
    pub fn finish(self) -> Text {
        match self.wide {
            None if self.narrow.spilled() => TextUnit::into_text(self.narrow.into_vec()),
            None => TextUnit::text(&self.narrow[..]),
            Some(wide) => Text(Repr::wide(wide.into())),
        }
    }
}
