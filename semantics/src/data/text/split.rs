//! Cutting: `split`, `splitlines`, `partition`, `strip`.

use std::ops::Range;

use super::{Text, with_pair, with_units};
use crate::data::error::Outcome;
use crate::data::sequence::{self, Side, Unit};
use crate::data::unicode;

/// Whitespace for `str`. (For `bytes`, the four separators at 0x1C are none.)
pub(super) fn is_space<T: Unit>(unit: T) -> bool {
    unicode::is_space(unit.code())
}

fn ends_line<T: Unit>(unit: T) -> bool {
    unicode::ends_line(unit.code())
}

impl Text {
    fn ranges(&self, ranges: Vec<Range<usize>>) -> Vec<Text> {
        ranges.into_iter().map(|range| self.range(range)).collect()
    }

    /// `self.split(separator, maxsplit)`; `None` splits at whitespace. `ValueError`: the separator is empty.
    pub fn split(&self, separator: Option<&Text>, maxsplit: i64) -> Outcome<Vec<Text>> {
        let ranges = match separator {
            None => with_units!(self, units => sequence::split_whitespace(units, is_space, maxsplit)),
            Some(separator) => {
                with_pair!(self, separator, hay, needle => sequence::split(hay, needle, maxsplit)?)
            }
        };
        Ok(self.ranges(ranges))
    }

    /// `self.rsplit(separator, maxsplit)`; `None` splits at whitespace. `ValueError`: the separator is empty.
    pub fn rsplit(&self, separator: Option<&Text>, maxsplit: i64) -> Outcome<Vec<Text>> {
        let ranges = match separator {
            None => with_units!(self, units => sequence::rsplit_whitespace(units, is_space, maxsplit)),
            Some(separator) => {
                with_pair!(self, separator, hay, needle => sequence::rsplit(hay, needle, maxsplit)?)
            }
        };
        Ok(self.ranges(ranges))
    }

    /// `self.splitlines(keep_ends)`.
    pub fn split_lines(&self, keep_ends: bool) -> Vec<Text> {
        self.ranges(with_units!(self, units => sequence::split_lines(units, ends_line, keep_ends)))
    }

    /// `self.partition(separator)`. `ValueError`: the separator is empty.
    pub fn partition(&self, separator: &Text) -> Outcome<[Text; 3]> {
        let at = with_pair!(self, separator, hay, needle => sequence::partition(hay, needle, false)?);
        Ok(match at {
            Some(at) => self.cut(at, separator),
            None => [self.clone(), Text::empty(), Text::empty()],
        })
    }

    /// `self.rpartition(separator)`. `ValueError`: the separator is empty.
    pub fn rpartition(&self, separator: &Text) -> Outcome<[Text; 3]> {
        let at = with_pair!(self, separator, hay, needle => sequence::partition(hay, needle, true)?);
        Ok(match at {
            Some(at) => self.cut(at, separator),
            None => [Text::empty(), Text::empty(), self.clone()],
        })
    }

    fn cut(&self, at: usize, separator: &Text) -> [Text; 3] {
        [self.range(0..at), separator.clone(), self.range(at + separator.len()..self.len())]
    }

    /// `self.strip(chars)`, `lstrip` or `rstrip`; `None` strips whitespace.
    pub fn strip(&self, chars: Option<&Text>, side: Side) -> Text {
        let range = match chars {
            None => with_units!(self, units => sequence::strip(units, side, is_space)),
            Some(chars) => {
                with_pair!(self, chars, hay, set => sequence::strip(hay, side, |unit| set.contains(&unit)))
            }
        };
        if range.len() == self.len() { self.clone() } else { self.range(range) }
    }
}
