//! `str.translate` and `str.maketrans`.

use super::{Text, TextBuilder};
use crate::data::error::{DataError, Outcome, check_size};

/// What a translation table says about one code point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Translation {
    /// The table raises `LookupError`: the character stays.
    Keep,
    /// The table gives `None`.
    Delete,
    /// The table gives an int, at most the largest code point.
    Point(u32),
    /// The table gives a string.
    Text(Text),
}

impl Text {
    /// `self.translate(table)`; the table is asked once per character, and its errors come through. `MemoryError`: the result
    /// would exceed `limit` bytes.
    pub fn translate<E: From<DataError>>(
        &self,
        mut table: impl FnMut(u32) -> Result<Translation, E>,
        limit: usize,
    ) -> Result<Text, E> {
        let mut result = TextBuilder::default();
        for point in self.code_points() {
            match table(point)? {
                Translation::Keep => result.push(point),
                Translation::Delete => {}
                Translation::Point(point) => result.push(point),
                Translation::Text(text) => result.push_text(&text),
            }
            check_size(result.byte_size(), 1, limit)?;
        }
        Ok(result.finish())
    }

    /// The pairs of `str.maketrans(from, to)`, in order. `ValueError`: the lengths differ.
    pub fn translation_pairs(from: &Text, to: &Text) -> Outcome<Vec<(u32, u32)>> {
        if from.len() != to.len() {
            return Err(DataError::value_error("the first two maketrans arguments must have equal length"));
        }
        Ok(from.code_points().zip(to.code_points()).collect())
    }
}
