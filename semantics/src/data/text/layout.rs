//! Padding and tabs.

use super::{Text, TextUnit, Units, with_units};
use crate::data::error::Outcome;
use crate::data::sequence::{self, Justify};

impl Text {
    /// `self.ljust(width, fill)`, `self.rjust` or `self.center`. `MemoryError`: the result would exceed `limit` bytes.
    pub fn pad(&self, width: i64, fill: u32, justify: Justify, limit: usize) -> Outcome<Text> {
        let (left, right) = sequence::padding(self.len(), width, justify);
        if left + right == 0 {
            return Ok(self.clone());
        }
        match self.units() {
            Units::Narrow(units) if fill < 0x80 => {
                sequence::surround(units, left, fill as u8, right, limit).map(TextUnit::into_text)
            }
            _ => sequence::surround(&self.wide(), left, fill, right, limit).map(TextUnit::into_text),
        }
    }

    /// `self.zfill(width)`. `MemoryError`: the result would exceed `limit` bytes.
    pub fn zero_fill(&self, width: i64, limit: usize) -> Outcome<Text> {
        with_units!(self, units => sequence::zero_fill(units, width, limit).map(TextUnit::into_text))
    }

    /// `self.expandtabs(tab_size)`. `MemoryError`: the result would exceed `limit` bytes.
    pub fn expand_tabs(&self, tab_size: i64, limit: usize) -> Outcome<Text> {
        with_units!(self, units => sequence::expand_tabs(units, tab_size, limit).map(TextUnit::into_text))
    }
}
