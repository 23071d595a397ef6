//! Changing case, as Unicode's full case mappings have it.

use super::{Text, TextBuilder, TextUnit, Units};
use crate::data::{bytes, unicode};

const CAPITAL_SIGMA: u32 = 0x3A3;
const SMALL_SIGMA: u32 = 0x3C3;
const FINAL_SIGMA: u32 = 0x3C2;

/// Whether the capital sigma at this index is the last letter of a word: a cased letter before it and none after it, not
/// counting what is case-ignorable.
fn is_final_sigma(points: &[u32], at: usize) -> bool {
    let mut before = points[..at].iter().rev().skip_while(|point| unicode::is_case_ignorable(**point));
    let mut after = points[at + 1..].iter().skip_while(|point| unicode::is_case_ignorable(**point));
    let is_cased = |point: Option<&u32>| point.is_some_and(|point| unicode::is_cased(*point));
    is_cased(before.next()) && !is_cased(after.next())
}

fn push_lower(points: &[u32], at: usize, result: &mut TextBuilder) {
    match points[at] {
        CAPITAL_SIGMA if is_final_sigma(points, at) => result.push(FINAL_SIGMA),
        CAPITAL_SIGMA => result.push(SMALL_SIGMA),
        point => unicode::to_lower(point, &mut |point| result.push(point)),
    }
}

impl Text {
    /// `self.lower()`.
    pub fn lower(&self) -> Text {
        match self.units() {
            Units::Narrow(units) => TextUnit::into_text(units.to_ascii_lowercase()),
            Units::Wide(points) => {
                let mut result = TextBuilder::default();
                (0..points.len()).for_each(|at| push_lower(points, at, &mut result));
                result.finish()
            }
        }
    }

    /// `self.upper()`.
    pub fn upper(&self) -> Text {
        match self.units() {
            Units::Narrow(units) => TextUnit::into_text(units.to_ascii_uppercase()),
            Units::Wide(points) => map(points, unicode::to_upper),
        }
    }

    /// `self.casefold()`.
    pub fn casefold(&self) -> Text {
        match self.units() {
            Units::Narrow(units) => TextUnit::into_text(units.to_ascii_lowercase()),
            Units::Wide(points) => map(points, unicode::to_folded),
        }
    }

    /// `self.swapcase()`.
    pub fn swapcase(&self) -> Text {
        if let Units::Narrow(units) = self.units() {
            return TextUnit::into_text(bytes::swapcase(units));
        }
        let points = self.wide();
        let mut result = TextBuilder::with_capacity(points.len());
        for (at, &point) in points.iter().enumerate() {
            if unicode::is_uppercase(point) {
                push_lower(&points, at, &mut result);
            } else if unicode::is_lowercase(point) {
                unicode::to_upper(point, &mut |point| result.push(point));
            } else {
                result.push(point);
            }
        }
        result.finish()
    }

    /// `self.capitalize()`.
    pub fn capitalize(&self) -> Text {
        if let Units::Narrow(units) = self.units() {
            return TextUnit::into_text(bytes::capitalize(units));
        }
        let points = self.wide();
        let mut result = TextBuilder::with_capacity(points.len());
        for (at, &point) in points.iter().enumerate() {
            match at {
                0 => unicode::to_title(point, &mut |point| result.push(point)),
                _ => push_lower(&points, at, &mut result),
            }
        }
        result.finish()
    }

    /// `self.title()`: a letter is capital unless a cased character precedes it.
    pub fn title(&self) -> Text {
        if let Units::Narrow(units) = self.units() {
            return TextUnit::into_text(bytes::title(units));
        }
        let points = self.wide();
        let mut result = TextBuilder::with_capacity(points.len());
        let mut inside_word = false;
        for (at, &point) in points.iter().enumerate() {
            if inside_word {
                push_lower(&points, at, &mut result);
            } else {
                unicode::to_title(point, &mut |point| result.push(point));
            }
            inside_word = unicode::is_cased(point);
        }
        result.finish()
    }
}

fn map(points: &[u32], mapping: fn(u32, &mut dyn FnMut(u32))) -> Text {
    let mut result = TextBuilder::default();
    points.iter().for_each(|point| mapping(*point, &mut |point| result.push(point)));
    result.finish()
}
