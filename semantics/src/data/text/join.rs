//! `str.join`, in two passes over the parts: one to measure them, one to copy them.

use super::repr::Repr;
use super::{Text, TextBuilder};
use crate::data::error::{DataError, Outcome, check_size};

/// What is known of the parts so far.
pub struct Joining<'a> {
    separator: &'a Text,
    count: usize,
    /// The characters of the parts, if they can be counted.
    len: Option<usize>,
    is_ascii: bool,
}

impl<'a> Joining<'a> {
    pub fn new(separator: &'a Text) -> Joining<'a> {
        Joining { separator, count: 0, len: Some(0), is_ascii: separator.is_ascii() }
    }

    /// Measures a part.
    #[inline]
    pub fn measure(&mut self, part: &Text) {
        self.count += 1;
        self.len = self.len.and_then(|len| len.checked_add(part.len()));
        self.is_ascii &= part.is_ascii();
    }

    /// The length of the result, if it can be counted.
    fn total(&self) -> Option<usize> {
        let between = self.count.saturating_sub(1).checked_mul(self.separator.len())?;
        self.len?.checked_add(between)
    }

    /// The parts that were measured, with the separator between them. `MemoryError`: that would exceed `limit` bytes.
    pub fn join<'b>(self, parts: impl Iterator<Item = &'b Text>, limit: usize) -> Outcome<Text> {
        let len = self.total().ok_or_else(DataError::memory_error)?;
        check_size(len, if self.is_ascii { 1 } else { size_of::<u32>() }, limit)?;
        if !self.is_ascii {
            return Ok(self.join_wide(parts));
        }
        let mut result = String::with_capacity(len);
        self.each(parts, |text| {
            let text = text.as_str().unwrap_or_default();
            match text.as_bytes() {
                [only] => result.push(*only as char),
                _ => result.push_str(text),
            }
        });
        Ok(Text(Repr::ascii_owned(result)))
    }

    fn join_wide<'b>(self, parts: impl Iterator<Item = &'b Text>) -> Text {
        let mut builder = TextBuilder::default();
        self.each(parts, |text| builder.push_text(text));
        builder.finish()
    }

    /// Calls `add` on what the result consists of.
    #[inline]
    fn each<'b>(&self, parts: impl Iterator<Item = &'b Text>, mut add: impl FnMut(&Text)) {
        for (index, part) in parts.enumerate() {
            if index > 0 && !self.separator.is_empty() {
                add(self.separator);
            }
            add(part);
        }
    }
}
