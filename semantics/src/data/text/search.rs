//! Searching: `find`, `count`, `in`, `startswith`, `replace`, ... Optional `start` and `end` work as in slices.

use super::{Text, TextUnit, Units, with_pair};
use crate::data::error::{DataError, Outcome};
use crate::data::sequence::{self, window};

impl Text {
    /// `needle in self`.
    pub fn contains(&self, needle: &Text) -> bool {
        self.find(needle, None, None).is_some()
    }

    /// `self.find(needle, start, end)`; `None` stands for -1.
    pub fn find(&self, needle: &Text, start: Option<i64>, end: Option<i64>) -> Option<usize> {
        let window = window(start, end, self.len())?;
        if self.is_ascii() && !needle.is_ascii() {
            return None;
        }
        with_pair!(self, needle, hay, needle => {
            sequence::find(&hay[window.clone()], needle).map(|at| window.start + at)
        })
    }

    /// `self.rfind(needle, start, end)`; `None` stands for -1.
    pub fn rfind(&self, needle: &Text, start: Option<i64>, end: Option<i64>) -> Option<usize> {
        let window = window(start, end, self.len())?;
        if self.is_ascii() && !needle.is_ascii() {
            return None;
        }
        with_pair!(self, needle, hay, needle => {
            sequence::rfind(&hay[window.clone()], needle).map(|at| window.start + at)
        })
    }

    /// `self.index(needle, start, end)`. `ValueError` when it is not there.
    pub fn index(&self, needle: &Text, start: Option<i64>, end: Option<i64>) -> Outcome<usize> {
        self.find(needle, start, end).ok_or_else(|| DataError::value_error("substring not found"))
    }

    /// `self.rindex(needle, start, end)`. `ValueError` when it is not there.
    pub fn rindex(&self, needle: &Text, start: Option<i64>, end: Option<i64>) -> Outcome<usize> {
        self.rfind(needle, start, end).ok_or_else(|| DataError::value_error("substring not found"))
    }

    /// `self.count(needle, start, end)`: occurrences that don't overlap.
    pub fn count(&self, needle: &Text, start: Option<i64>, end: Option<i64>) -> usize {
        let Some(window) = window(start, end, self.len()) else { return 0 };
        if self.is_ascii() && !needle.is_ascii() {
            return 0;
        }
        with_pair!(self, needle, hay, needle => sequence::count(&hay[window], needle))
    }

    /// `self.startswith(prefix, start, end)` for one prefix.
    pub fn starts_with(&self, prefix: &Text, start: Option<i64>, end: Option<i64>) -> bool {
        let Some(window) = window(start, end, self.len()) else { return false };
        let len = prefix.len();
        window.len() >= len && self.equals_at(window.start, prefix)
    }

    /// `self.endswith(suffix, start, end)` for one suffix.
    pub fn ends_with(&self, suffix: &Text, start: Option<i64>, end: Option<i64>) -> bool {
        let Some(window) = window(start, end, self.len()) else { return false };
        let len = suffix.len();
        window.len() >= len && self.equals_at(window.end - len, suffix)
    }

    /// Whether `other` stands at this position, which leaves room for it.
    fn equals_at(&self, at: usize, other: &Text) -> bool {
        let end = at + other.len();
        match (self.units(), other.units()) {
            (Units::Narrow(a), Units::Narrow(b)) => a[at..end] == *b,
            (Units::Wide(a), Units::Wide(b)) => a[at..end] == *b,
            (Units::Wide(a), Units::Narrow(_)) => a[at..end].iter().copied().eq(other.code_points()),
            (Units::Narrow(_), Units::Wide(_)) => false,
        }
    }

    /// `self.removeprefix(prefix)`.
    pub fn remove_prefix(&self, prefix: &Text) -> Text {
        if self.starts_with(prefix, None, None) { self.range(prefix.len()..self.len()) } else { self.clone() }
    }

    /// `self.removesuffix(suffix)`.
    pub fn remove_suffix(&self, suffix: &Text) -> Text {
        if self.ends_with(suffix, None, None) {
            self.range(0..self.len() - suffix.len())
        } else {
            self.clone()
        }
    }

    /// `self.replace(old, new, count)`; a negative count means all. `MemoryError`: the result would exceed `limit` bytes.
    pub fn replace(&self, old: &Text, new: &Text, count: i64, limit: usize) -> Outcome<Text> {
        let replaced = match (self.units(), old.units(), new.units()) {
            (Units::Narrow(hay), Units::Narrow(old), Units::Narrow(new)) => {
                sequence::replace(hay, old, new, count, limit)?.map(TextUnit::into_text)
            }
            (Units::Narrow(_), Units::Wide(_), _) => None,
            _ => sequence::replace(&self.wide(), &old.wide(), &new.wide(), count, limit)?
                .map(TextUnit::into_text),
        };
        Ok(replaced.unwrap_or_else(|| self.clone()))
    }
}
