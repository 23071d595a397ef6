//! Putting sign, prefix, grouped digits and padding together.

use super::{Align, FormatSpec, Grouping};
use crate::data::error::{Outcome, check_size};
use crate::data::text::{Part, Text, TextBuilder};
use compact_str::CompactString;

/// A number taken apart. All parts are ASCII, but for the character that `c` gives, which is in `rest`.
pub(super) struct Numeral {
    pub negative: bool,
    pub prefix: &'static str,
    /// The digits before the point.
    pub digits: CompactString,
    /// What follows them: point, digits, exponent, percent sign; or `inf`, `nan`.
    pub rest: Text,
}

impl Numeral {
    /// Takes apart the absolute value of a float that was rendered.
    pub fn from_float(negative: bool, text: &str) -> Numeral {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = text.split_at(digits);
        Numeral { negative, prefix: "", digits: digits.into(), rest: Text::from(rest) }
    }

    fn sign(&self, spec: &FormatSpec) -> &'static str {
        match spec.sign {
            _ if self.negative => "-",
            Some(b'+') => "+",
            Some(b' ') => " ",
            _ => "",
        }
    }

    /// Writes the number in its field. `MemoryError`: the field exceeds `limit` bytes.
    pub fn lay_out(&self, spec: &FormatSpec, limit: usize, out: &mut TextBuilder) -> Outcome<()> {
        check_size(spec.width.max(self.digits.len() * 2 + self.rest.len()), size_of::<u32>(), limit)?;
        let sign = self.sign(spec);
        let around = sign.len() + self.prefix.len() + self.rest.len();
        // Zeros that fill up are digits too, and are grouped.
        let zeros_are_digits = spec.fill == b'0' as u32 && spec.align == Align::AfterSign;
        let min_width = if zeros_are_digits { spec.width.saturating_sub(around) } else { 0 };
        let zeros = match spec.grouping {
            None if !self.digits.is_empty() => min_width.saturating_sub(self.digits.len()),
            _ => 0,
        };
        let grouped = match spec.grouping {
            Some(grouping) if !self.digits.is_empty() => Some(group(&self.digits, min_width, grouping)),
            _ => None,
        };
        let digits = grouped.as_deref().unwrap_or(&self.digits);
        let missing = spec.width.saturating_sub(around + zeros + digits.len());
        let (left, middle, right) = match spec.align {
            Align::Left => (0, 0, missing),
            Align::Right => (missing, 0, 0),
            Align::Center => (missing / 2, 0, missing - missing / 2),
            Align::AfterSign => (0, missing, 0),
        };
        out.push_repeated(spec.fill, left);
        out.push_str(sign);
        out.push_str(self.prefix);
        out.push_repeated(spec.fill, middle);
        out.push_repeated(b'0' as u32, zeros);
        out.push_str(digits);
        out.push_text(&self.rest);
        out.push_repeated(spec.fill, right);
        Ok(())
    }
}

/// The digits in groups, with as many leading zeros as make them `min_width` wide; a separator never comes first.
fn group(digits: &str, min_width: usize, grouping: Grouping) -> String {
    let mut reversed = Vec::new();
    let mut digits = digits.bytes().rev().peekable();
    let mut in_group = 0;
    while digits.peek().is_some() || reversed.len() < min_width {
        if in_group == grouping.size {
            reversed.push(grouping.separator);
            in_group = 0;
        }
        // A zero after the separator, even if that makes it one wider than asked.
        reversed.push(digits.next().unwrap_or(b'0'));
        in_group += 1;
    }
    reversed.iter().rev().map(|byte| *byte as char).collect()
}

/// Writes a text in its field. `MemoryError`: the field exceeds `limit` bytes.
pub(super) fn pad(text: Part, spec: &FormatSpec, limit: usize, out: &mut TextBuilder) -> Outcome<()> {
    check_size(spec.width, size_of::<u32>(), limit)?;
    let missing = spec.width.saturating_sub(text.len());
    let left = match spec.align {
        Align::Left | Align::AfterSign => 0,
        Align::Right => missing,
        Align::Center => missing / 2,
    };
    out.push_repeated(spec.fill, left);
    out.push_part(text);
    out.push_repeated(spec.fill, missing - left);
    Ok(())
}
