//! `bytes` and `bytearray` (Library Reference 4.8).
//!
//! What is the same for strings is in [`sequence`]: call that for `replace`, `center`, `zfill`,
//! `expandtabs`, `*` and `partition`.

mod case;
mod hex;

use std::ops::Range;

pub use case::*;
pub use hex::{from_hex, to_hex};

use super::error::{DataError, Outcome, check_size};
use super::sequence::{self, Side, window};
use super::text::{Text, TextBuilder};

/// Whitespace for `bytes`: that of ASCII.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// `repr(bytes)`: double quotes only if there are single quotes and no double ones.
pub fn repr(bytes: &[u8]) -> Text {
    let quote = quote_for(bytes);
    let mut result = TextBuilder::with_capacity(bytes.len() + 3);
    push_quoted(bytes, quote, &[quote], &mut result);
    result.finish()
}

/// `repr` of a `bytearray`, in which single quotes are always escaped.
pub fn repr_bytearray(bytes: &[u8]) -> Text {
    let mut result = TextBuilder::with_capacity(bytes.len() + 14);
    result.push_str("bytearray(");
    push_quoted(bytes, quote_for(bytes), b"'", &mut result);
    result.push_str(")");
    result.finish()
}

fn quote_for(bytes: &[u8]) -> u8 {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' }
}

fn push_quoted(bytes: &[u8], quote: u8, escaped: &[u8], result: &mut TextBuilder) {
    result.push(b'b' as u32);
    result.push(quote as u32);
    for &byte in bytes {
        match byte {
            b'\t' => result.push_str("\\t"),
            b'\n' => result.push_str("\\n"),
            b'\r' => result.push_str("\\r"),
            b' '..=b'~' => {
                if escaped.contains(&byte) || byte == b'\\' {
                    result.push(b'\\' as u32);
                }
                result.push(byte as u32);
            }
            _ => result.push_str(&format!("\\x{byte:02x}")),
        }
    }
    result.push(quote as u32);
}

/// `bytes.find(needle, start, end)`; `None` stands for -1.
pub fn find(bytes: &[u8], needle: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = window(start, end, bytes.len())?;
    sequence::find(&bytes[window.clone()], needle).map(|at| window.start + at)
}

/// `bytes.rfind(needle, start, end)`; `None` stands for -1.
pub fn rfind(bytes: &[u8], needle: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = window(start, end, bytes.len())?;
    sequence::rfind(&bytes[window.clone()], needle).map(|at| window.start + at)
}

/// The error of `index` and `rindex`.
pub fn not_found() -> DataError {
    DataError::value_error("subsection not found")
}

/// `bytes.count(needle, start, end)`: occurrences that don't overlap.
pub fn count(bytes: &[u8], needle: &[u8], start: Option<i64>, end: Option<i64>) -> usize {
    window(start, end, bytes.len()).map_or(0, |window| sequence::count(&bytes[window], needle))
}

/// `bytes.startswith(prefix, start, end)` for one prefix.
pub fn starts_with(bytes: &[u8], prefix: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    window(start, end, bytes.len()).is_some_and(|window| bytes[window].starts_with(prefix))
}

/// `bytes.endswith(suffix, start, end)` for one suffix.
pub fn ends_with(bytes: &[u8], suffix: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    window(start, end, bytes.len()).is_some_and(|window| bytes[window].ends_with(suffix))
}

/// `bytes.split(separator, maxsplit)`; `None` splits at whitespace. `ValueError`: the separator is empty.
pub fn split(bytes: &[u8], separator: Option<&[u8]>, maxsplit: i64) -> Outcome<Vec<Range<usize>>> {
    match separator {
        None => Ok(sequence::split_whitespace(bytes, is_space, maxsplit)),
        Some(separator) => sequence::split(bytes, separator, maxsplit),
    }
}

/// `bytes.rsplit(separator, maxsplit)`; `None` splits at whitespace. `ValueError`: the separator is empty.
pub fn rsplit(bytes: &[u8], separator: Option<&[u8]>, maxsplit: i64) -> Outcome<Vec<Range<usize>>> {
    match separator {
        None => Ok(sequence::rsplit_whitespace(bytes, is_space, maxsplit)),
        Some(separator) => sequence::rsplit(bytes, separator, maxsplit),
    }
}

/// `bytes.splitlines(keep_ends)`: only line feeds and carriage returns end a line.
pub fn split_lines(bytes: &[u8], keep_ends: bool) -> Vec<Range<usize>> {
    sequence::split_lines(bytes, |byte| matches!(byte, b'\n' | b'\r'), keep_ends)
}

/// `bytes.strip(set)`, `lstrip` or `rstrip`; `None` strips whitespace.
pub fn strip(bytes: &[u8], set: Option<&[u8]>, side: Side) -> Range<usize> {
    match set {
        None => sequence::strip(bytes, side, is_space),
        Some(set) => sequence::strip(bytes, side, |byte| set.contains(&byte)),
    }
}

/// `bytes.translate(table, delete)`. `ValueError`: the table has not 256 bytes.
pub fn translate(bytes: &[u8], table: Option<&[u8]>, delete: &[u8]) -> Outcome<Vec<u8>> {
    let wrong = || DataError::value_error("translation table must be 256 characters long");
    if table.is_some_and(|table| table.len() != 256) {
        return Err(wrong());
    }
    let mut is_deleted = [false; 256];
    delete.iter().for_each(|byte| is_deleted[*byte as usize] = true);
    let kept = bytes.iter().filter(|byte| !is_deleted[**byte as usize]);
    Ok(kept.map(|byte| table.map_or(*byte, |table| table[*byte as usize])).collect())
}

/// `bytes.maketrans(from, to)`. `ValueError`: the lengths differ.
pub fn translation_table(from: &[u8], to: &[u8]) -> Outcome<Vec<u8>> {
    if from.len() != to.len() {
        return Err(DataError::value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    from.iter().zip(to).for_each(|(from, to)| table[*from as usize] = *to);
    Ok(table)
}

/// `separator.join(parts)`. `MemoryError`: the result would exceed `limit` bytes.
pub fn join<'a>(
    separator: &[u8],
    parts: impl Iterator<Item = &'a [u8]> + Clone,
    limit: usize,
) -> Outcome<Vec<u8>> {
    let add = |sum: usize, part: &[u8]| sum.saturating_add(part.len()).saturating_add(separator.len());
    check_size(parts.clone().fold(0, add).saturating_sub(separator.len()), 1, limit)?;
    let mut result = Vec::new();
    for (index, part) in parts.enumerate() {
        if index > 0 {
            result.extend_from_slice(separator);
        }
        result.extend_from_slice(part);
    }
    Ok(result)
}
