//! The classes of characters that the language speaks of, in the Unicode version of Python 3.13.

mod tables;

fn contains(table: &[(u32, u32)], point: u32) -> bool {
    let at = table.partition_point(|&(_, last)| last < point);
    table.get(at).is_some_and(|&(first, _)| first <= point)
}

/// Whether a name may start with the character (Language Reference 2.3).
pub fn is_identifier_start(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic() || c == '_';
    }
    contains(tables::IDENTIFIER_START, c as u32)
}

/// Whether a name may hold the character after its first (Language Reference 2.3).
pub fn is_identifier_continue(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    contains(tables::IDENTIFIER_CONTINUE, c as u32)
}

/// What `str.isprintable` says of one code point; `repr` escapes the others.
pub fn is_printable(point: u32) -> bool {
    if point < 0x80 {
        return (0x20..0x7F).contains(&point);
    }
    contains(tables::PRINTABLE, point)
}
