//! Building a text piece by piece.

use super::repr::Repr;
use super::{Part, Text};

/// So many characters need no memory of their own while a text is built.
const INSIDE: usize = 64;

/// A text under construction: ASCII for as long as it can be.
#[derive(Default)]
pub struct TextBuilder {
    /// The characters, if nothing is in the others.
    inside: heapless::String<INSIDE, u8>,
    /// Once it has room, all characters are here.
    outside: String,
    /// Once a code point is not ASCII, everything is here.
    wide: Option<Vec<u32>>,
}

impl TextBuilder {
    /// A builder with room for so many ASCII characters.
    pub fn with_capacity(capacity: usize) -> TextBuilder {
        let outside = if capacity > INSIDE { String::with_capacity(capacity) } else { String::new() };
        TextBuilder { outside, ..TextBuilder::default() }
    }

    /// The text that `write` writes.
    pub fn text<E>(write: impl FnOnce(&mut TextBuilder) -> Result<(), E>) -> Result<Text, E> {
        let mut builder = TextBuilder::default();
        write(&mut builder)?;
        Ok(builder.finish())
    }

    #[inline]
    fn is_spilled(&self) -> bool {
        self.outside.capacity() > 0
    }

    #[inline]
    fn narrow(&self) -> &str {
        if self.is_spilled() { &self.outside } else { &self.inside }
    }

    /// The number of code points so far.
    pub fn len(&self) -> usize {
        self.wide.as_ref().map_or(self.narrow().len(), Vec::len)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes that the contents take so far, for limits.
    pub fn byte_size(&self) -> usize {
        self.wide.as_ref().map_or(self.narrow().len(), |wide| wide.len() * size_of::<u32>())
    }

    /// Adds ASCII to what is ASCII so far.
    #[inline]
    fn push_narrow(&mut self, text: &str) {
        if self.is_spilled() || self.inside.push_str(text).is_err() {
            self.spill(text.len()).push_str(text);
        }
    }

    /// Where the characters go for which there is no room inside.
    #[inline(never)]
    fn spill(&mut self, more: usize) -> &mut String {
        if !self.is_spilled() {
            self.outside.reserve(2 * INSIDE + more);
            self.outside.push_str(&self.inside);
        }
        &mut self.outside
    }

    #[cold]
    fn widen(&mut self) -> &mut Vec<u32> {
        if self.wide.is_none() {
            self.wide = Some(self.narrow().bytes().map(u32::from).collect());
        }
        self.wide.get_or_insert_default()
    }

    /// Adds a code point.
    #[inline]
    pub fn push(&mut self, point: u32) {
        match &mut self.wide {
            None if point < 0x80 => {
                let character = point as u8 as char;
                if self.is_spilled() || self.inside.push(character).is_err() {
                    self.spill(1).push(character);
                }
            }
            None => self.widen().push(point),
            Some(wide) => wide.push(point),
        }
    }

    /// Adds UTF-8 text.
    #[inline]
    pub fn push_str(&mut self, text: &str) {
        if self.wide.is_none() && text.is_ascii() {
            self.push_narrow(text);
        } else {
            self.widen().extend(text.chars().map(|c| c as u32));
        }
    }

    /// Adds a text.
    #[inline]
    pub fn push_text(&mut self, text: &Text) {
        self.push_part(text.whole());
    }

    /// Adds a part of a text.
    #[inline]
    pub fn push_part(&mut self, part: Part) {
        match (part, &mut self.wide) {
            (Part::Narrow(text), None) => self.push_narrow(text),
            (Part::Narrow(text), Some(wide)) => wide.extend(text.bytes().map(u32::from)),
            (Part::Wide(points), None) if super::is_ascii(points) => {
                points.iter().for_each(|point| self.push(*point));
            }
            (Part::Wide(points), _) => self.widen().extend_from_slice(points),
        }
    }

    /// Adds a code point `count` times.
    #[inline]
    pub fn push_repeated(&mut self, point: u32, count: usize) {
        match &mut self.wide {
            // Nothing is added: what is ASCII stays so.
            _ if count == 0 => {}
            None if point < 0x80 => {
                if count > INSIDE {
                    self.spill(count);
                }
                (0..count).for_each(|_| self.push(point));
            }
            _ => self.widen().extend(std::iter::repeat_n(point, count)),
        }
    }

    /// The text that was built.
    pub fn finish(self) -> Text {
        Text(match self.wide {
            Some(wide) => Repr::wide(wide.into()),
            None if self.outside.capacity() > 0 => Repr::ascii_owned(self.outside),
            None => Repr::ascii(&self.inside),
        })
    }
}
