//! The methods that `str`, `bytes` and `bytearray` share, on plain slices of units.
//!
//! A unit is a byte (of bytes, or of an ASCII string) or a code point. Operations that cut return ranges of the input, so
//! that the caller decides what to copy.

use std::ops::Range;

use super::error::{DataError, Outcome, check_size};

/// One element of a string or of bytes.
pub trait Unit: Copy + Eq + Ord + 'static {
    /// The code point, or the value of the byte.
    fn code(self) -> u32;
    /// The unit of an ASCII character.
    fn ascii(byte: u8) -> Self;
    /// The first occurrence of a nonempty needle.
    fn find(hay: &[Self], needle: &[Self]) -> Option<usize>;
    /// The last occurrence of a nonempty needle.
    fn rfind(hay: &[Self], needle: &[Self]) -> Option<usize>;
}

impl Unit for u8 {
    fn code(self) -> u32 {
        self as u32
    }

    fn ascii(byte: u8) -> u8 {
        byte
    }

    fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
        match needle {
            [unit] => memchr::memchr(*unit, hay),
            _ => memchr::memmem::find(hay, needle),
        }
    }

    fn rfind(hay: &[u8], needle: &[u8]) -> Option<usize> {
        match needle {
            [unit] => memchr::memrchr(*unit, hay),
            _ => memchr::memmem::rfind(hay, needle),
        }
    }
}

impl Unit for u32 {
    fn code(self) -> u32 {
        self
    }

    fn ascii(byte: u8) -> u32 {
        byte as u32
    }

    fn find(hay: &[u32], needle: &[u32]) -> Option<usize> {
        if hay.len() < needle.len() {
            return None;
        }
        if is_cheap(hay.len(), needle.len()) {
            let last = hay.len() - needle.len();
            return (0..=last).find(|&at| hay[at] == needle[0] && &hay[at..at + needle.len()] == needle);
        }
        search_linear(hay.iter(), needle)
    }

    fn rfind(hay: &[u32], needle: &[u32]) -> Option<usize> {
        if hay.len() < needle.len() {
            return None;
        }
        if is_cheap(hay.len(), needle.len()) {
            let last = hay.len() - needle.len();
            return (0..=last)
                .rev()
                .find(|&at| hay[at] == needle[0] && &hay[at..at + needle.len()] == needle);
        }
        let reversed: Vec<u32> = needle.iter().rev().copied().collect();
        let from_end = search_linear(hay.iter().rev(), &reversed)?;
        Some(hay.len() - from_end - needle.len())
    }
}

/// Whether comparing at every position is fast enough even in the worst case.
fn is_cheap(hay: usize, needle: usize) -> bool {
    needle <= 4 || hay.saturating_mul(needle) < 1 << 14
}

/// Knuth, Morris and Pratt's search: linear whatever the input.
fn search_linear<'a>(hay: impl Iterator<Item = &'a u32>, needle: &[u32]) -> Option<usize> {
    let mut borders = vec![0; needle.len()];
    let mut border = 0;
    for at in 1..needle.len() {
        while border > 0 && needle[at] != needle[border] {
            border = borders[border - 1];
        }
        border += (needle[at] == needle[border]) as usize;
        borders[at] = border;
    }
    let mut matched = 0;
    for (at, unit) in hay.enumerate() {
        while matched > 0 && *unit != needle[matched] {
            matched = borders[matched - 1];
        }
        matched += (*unit == needle[matched]) as usize;
        if matched == needle.len() {
            return Some(at + 1 - matched);
        }
    }
    None
}

/// The window that optional `start` and `end` arguments select, as in `str.find`; `None` when it is not one (`start > end`),
/// so that not even the empty string is in it.
pub fn window(start: Option<i64>, end: Option<i64>, len: usize) -> Option<Range<usize>> {
    let len = len as i64;
    let from_end = |at: i64| if at < 0 { (at + len).max(0) } else { at };
    let start = from_end(start.unwrap_or(0));
    let end = from_end(end.unwrap_or(len)).min(len);
    (start <= end).then_some(start as usize..end as usize)
}

/// `hay.find(needle)`.
pub fn find<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    if needle.is_empty() { Some(0) } else { T::find(hay, needle) }
}

/// `hay.rfind(needle)`.
pub fn rfind<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    if needle.is_empty() { Some(hay.len()) } else { T::rfind(hay, needle) }
}

/// The starts of the occurrences of a nonempty needle that don't overlap, from the left.
pub fn occurrences<'a, T: Unit>(hay: &'a [T], needle: &'a [T]) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + T::find(&hay[from..], needle)?;
        from = at + needle.len();
        Some(at)
    })
}

/// `hay.count(needle)`.
pub fn count<T: Unit>(hay: &[T], needle: &[T]) -> usize {
    if needle.is_empty() { hay.len() + 1 } else { occurrences(hay, needle).count() }
}

/// How many cuts `maxsplit` allows: a negative number means no limit.
pub fn max_cuts(maxsplit: i64) -> usize {
    usize::try_from(maxsplit).unwrap_or(usize::MAX)
}

fn check_separator<T>(separator: &[T]) -> Outcome<()> {
    if separator.is_empty() { Err(DataError::value_error("empty separator")) } else { Ok(()) }
}

/// `hay.split(separator, maxsplit)`. `ValueError` when the separator is empty.
pub fn split<T: Unit>(hay: &[T], separator: &[T], maxsplit: i64) -> Outcome<Vec<Range<usize>>> {
    check_separator(separator)?;
    let mut parts = Vec::new();
    let mut start = 0;
    for at in occurrences(hay, separator).take(max_cuts(maxsplit)) {
        parts.push(start..at);
        start = at + separator.len();
    }
    parts.push(start..hay.len());
    Ok(parts)
}

/// `hay.rsplit(separator, maxsplit)`. `ValueError` when the separator is empty.
pub fn rsplit<T: Unit>(hay: &[T], separator: &[T], maxsplit: i64) -> Outcome<Vec<Range<usize>>> {
    check_separator(separator)?;
    let mut parts = Vec::new();
    let mut end = hay.len();
    while parts.len() < max_cuts(maxsplit) {
        let Some(at) = T::rfind(&hay[..end], separator) else { break };
        parts.push(at + separator.len()..end);
        end = at;
    }
    parts.push(0..end);
    parts.reverse();
    Ok(parts)
}

/// `hay.split(None, maxsplit)`: runs of whitespace separate, and only the rest that `maxsplit`
/// leaves uncut can end with whitespace.
pub fn split_whitespace<T: Unit>(hay: &[T], space: fn(T) -> bool, maxsplit: i64) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = skip(hay, 0, space);
    while at < hay.len() {
        if parts.len() == max_cuts(maxsplit) {
            parts.push(at..hay.len());
            break;
        }
        let end = skip(hay, at, |unit| !space(unit));
        parts.push(at..end);
        at = skip(hay, end, space);
    }
    parts
}

/// `hay.rsplit(None, maxsplit)`.
pub fn rsplit_whitespace<T: Unit>(hay: &[T], space: fn(T) -> bool, maxsplit: i64) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut end = strip_end(hay, hay.len(), space);
    while end > 0 {
        if parts.len() == max_cuts(maxsplit) {
            parts.push(0..end);
            break;
        }
        let start = strip_end(hay, end, |unit| !space(unit));
        parts.push(start..end);
        end = strip_end(hay, start, space);
    }
    parts.reverse();
    parts
}

fn skip<T: Unit>(hay: &[T], from: usize, skipped: impl Fn(T) -> bool) -> usize {
    hay[from..].iter().position(|unit| !skipped(*unit)).map_or(hay.len(), |at| from + at)
}

fn strip_end<T: Unit>(hay: &[T], end: usize, stripped: impl Fn(T) -> bool) -> usize {
    hay[..end].iter().rposition(|unit| !stripped(*unit)).map_or(0, |at| at + 1)
}

/// `hay.splitlines(keep_ends)`; a carriage return and the line feed after it end one line.
pub fn split_lines<T: Unit>(hay: &[T], ends_line: fn(T) -> bool, keep_ends: bool) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < hay.len() {
        let end = skip(hay, start, |unit| !ends_line(unit));
        let after = match hay[end..] {
            [] => end,
            [first, second, ..] if first == T::ascii(b'\r') && second == T::ascii(b'\n') => end + 2,
            _ => end + 1,
        };
        lines.push(start..if keep_ends { after } else { end });
        start = after;
    }
    lines
}

/// Which ends `strip`, `lstrip` and `rstrip` trim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    Left,
    Right,
    Both,
}

/// What is left of `hay` without the units at its ends that `stripped` accepts.
pub fn strip<T: Unit>(hay: &[T], side: Side, stripped: impl Fn(T) -> bool) -> Range<usize> {
    let start = if side == Side::Right { 0 } else { skip(hay, 0, &stripped) };
    let end = if side == Side::Left { hay.len() } else { strip_end(hay, hay.len(), &stripped) };
    start..end.max(start)
}

/// `hay.partition(separator)`: where the separator starts. `ValueError` when it is empty.
pub fn partition<T: Unit>(hay: &[T], separator: &[T], from_right: bool) -> Outcome<Option<usize>> {
    check_separator(separator)?;
    Ok(if from_right { T::rfind(hay, separator) } else { T::find(hay, separator) })
}

/// `hay.replace(old, new, count)`; a negative count means all. `None`: nothing to replace. `MemoryError`: the result would
/// exceed `limit` bytes.
pub fn replace<T: Unit>(
    hay: &[T],
    old: &[T],
    new: &[T],
    count: i64,
    limit: usize,
) -> Outcome<Option<Vec<T>>> {
    let max = max_cuts(count);
    if old.is_empty() {
        return interleave(hay, new, max, limit);
    }
    let found = occurrences(hay, old).take(max).count();
    if found == 0 {
        return Ok(None);
    }
    let len = found.checked_mul(new.len()).and_then(|added| added.checked_add(hay.len() - found * old.len()));
    let len = len.ok_or_else(DataError::memory_error)?;
    check_size(len, size_of::<T>(), limit)?;
    let mut result = Vec::with_capacity(len);
    let mut start = 0;
    for at in occurrences(hay, old).take(found) {
        result.extend_from_slice(&hay[start..at]);
        result.extend_from_slice(new);
        start = at + old.len();
    }
    result.extend_from_slice(&hay[start..]);
    Ok(Some(result))
}

/// Replaces the empty string: `new` goes before each of the first `max` units, and at the end if the count allows it.
fn interleave<T: Unit>(hay: &[T], new: &[T], max: usize, limit: usize) -> Outcome<Option<Vec<T>>> {
    let times = max.min(hay.len() + 1);
    if times == 0 {
        return Ok(None);
    }
    let len = times.checked_mul(new.len()).and_then(|added| added.checked_add(hay.len()));
    check_size(len.ok_or_else(DataError::memory_error)?, size_of::<T>(), limit)?;
    let mut result = Vec::new();
    for at in 0..times {
        result.extend_from_slice(new);
        result.extend(hay.get(at));
    }
    result.extend_from_slice(hay.get(times..).unwrap_or(&[]));
    Ok(Some(result))
}

/// `hay * times`; a negative count gives nothing. `MemoryError`: the result would exceed `limit` bytes.
pub fn repeat<T: Unit>(hay: &[T], times: i64, limit: usize) -> Outcome<Vec<T>> {
    if hay.is_empty() || times <= 0 {
        return Ok(Vec::new());
    }
    let times = times as usize;
    let len = hay.len().checked_mul(times).ok_or_else(DataError::memory_error)?;
    check_size(len, size_of::<T>(), limit)?;
    Ok(hay.repeat(times))
}

/// `hay.expandtabs(tab_size)`. `MemoryError`: the result would exceed `limit` bytes.
pub fn expand_tabs<T: Unit>(hay: &[T], tab_size: i64, limit: usize) -> Outcome<Vec<T>> {
    let tab_size = usize::try_from(tab_size).unwrap_or(0);
    let mut result = Vec::with_capacity(hay.len());
    let mut column = 0usize;
    for &unit in hay {
        if unit == T::ascii(b'\t') {
            let spaces = if tab_size == 0 { 0 } else { tab_size - column % tab_size };
            check_size(result.len().saturating_add(spaces), size_of::<T>(), limit)?;
            result.resize(result.len() + spaces, T::ascii(b' '));
            column += spaces;
        } else {
            let ends_line = unit == T::ascii(b'\n') || unit == T::ascii(b'\r');
            column = if ends_line { 0 } else { column + 1 };
            result.push(unit);
        }
    }
    Ok(result)
}

/// Where a padded text stands in its field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Justify {
    Left,
    Right,
    Center,
}

/// How many fill units `width` asks for on the left and on the right of `len` units.
pub fn padding(len: usize, width: i64, justify: Justify) -> (usize, usize) {
    let width = usize::try_from(width).unwrap_or(0);
    let missing = width.saturating_sub(len);
    match justify {
        Justify::Left => (0, missing),
        Justify::Right => (missing, 0),
        // An odd unit goes to the left when the width is odd too.
        Justify::Center => {
            let left = missing / 2 + (missing & width & 1);
            (left, missing - left)
        }
    }
}

/// `hay.ljust`, `hay.rjust` and `hay.center`. `MemoryError`: the result would exceed `limit` bytes.
pub fn pad<T: Unit>(hay: &[T], width: i64, fill: T, justify: Justify, limit: usize) -> Outcome<Vec<T>> {
    let (left, right) = padding(hay.len(), width, justify);
    surround(hay, left, fill, right, limit)
}

/// `hay` between two runs of `fill`. `MemoryError`: the result would exceed `limit` bytes.
pub fn surround<T: Unit>(hay: &[T], left: usize, fill: T, right: usize, limit: usize) -> Outcome<Vec<T>> {
    let len = left.saturating_add(hay.len()).saturating_add(right);
    check_size(len, size_of::<T>(), limit)?;
    let mut result = Vec::with_capacity(len);
    result.resize(left, fill);
    result.extend_from_slice(hay);
    result.resize(len, fill);
    Ok(result)
}

/// `hay.zfill(width)`: zeros after the sign. `MemoryError`: the result would exceed `limit` bytes.
pub fn zero_fill<T: Unit>(hay: &[T], width: i64, limit: usize) -> Outcome<Vec<T>> {
    let zero = T::ascii(b'0');
    let mut result = pad(hay, width, zero, Justify::Right, limit)?;
    let added = result.len() - hay.len();
    if let Some(&first) = hay.first()
        && added > 0
        && (first == T::ascii(b'+') || first == T::ascii(b'-'))
    {
        result.swap(0, added);
    }
    Ok(result)
}
