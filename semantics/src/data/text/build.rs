//! Building a text piece by piece.

use super::{Text, Units};
use compact_str::CompactString;

/// So many characters at a time are added where one is repeated.
const REPEATED: usize = 16;

/// A text under construction: ASCII for as long as it can be.
#[derive(Default)]
pub struct TextBuilder {
    narrow: CompactString,
    /// Once a code point is not ASCII, everything is here.
    wide: Option<Vec<u32>>,
}

impl TextBuilder {
    /// A builder with room for so many ASCII characters.
    pub fn with_capacity(capacity: usize) -> TextBuilder {
        TextBuilder { narrow: CompactString::with_capacity(capacity), wide: None }
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

    fn widen(&mut self) -> &mut Vec<u32> {
        let narrow = &mut self.narrow;
        self.wide.get_or_insert_with(|| std::mem::take(narrow).bytes().map(u32::from).collect())
    }

    /// Adds a code point.
    pub fn push(&mut self, point: u32) {
        match &mut self.wide {
            None if point < 0x80 => self.narrow.push(point as u8 as char),
            None => self.widen().push(point),
            Some(wide) => wide.push(point),
        }
    }

    /// Adds UTF-8 text.
    pub fn push_str(&mut self, text: &str) {
        match &mut self.wide {
            None if text.is_ascii() => self.narrow.push_str(text),
            _ => self.widen().extend(text.chars().map(|c| c as u32)),
        }
    }

    /// Adds a text.
    pub fn push_text(&mut self, text: &Text) {
        match (text.units(), &mut self.wide) {
            (Units::Narrow(_), None) => self.narrow.push_str(text.as_str().unwrap_or_default()),
            (Units::Narrow(units), Some(wide)) => wide.extend(units.iter().map(|unit| *unit as u32)),
            (Units::Wide(units), _) => self.widen().extend_from_slice(units),
        }
    }

    /// Adds a code point `count` times.
    pub fn push_repeated(&mut self, point: u32, count: usize) {
        match &mut self.wide {
            // Nothing is added: what is ASCII stays so.
            _ if count == 0 => {}
            None if point < 0x80 => {
                self.narrow.reserve(count);
                let units = [point as u8; REPEATED];
                let units = std::str::from_utf8(&units).unwrap_or_default();
                (0..count / REPEATED).for_each(|_| self.narrow.push_str(units));
                self.narrow.push_str(&units[..count % REPEATED]);
            }
            _ => self.widen().extend(std::iter::repeat_n(point, count)),
        }
    }

    /// The text that was built.
    pub fn finish(self) -> Text {
        match self.wide {
            None => Text::Ascii(self.narrow),
            Some(wide) => Text::Wide(wide.into()),
        }
    }
}
