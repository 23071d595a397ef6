//! `bytes.hex` and `bytes.fromhex`.

use super::is_space;
use crate::data::error::{DataError, Outcome};
use crate::data::text::Text;

fn digit(value: u8) -> char {
    char::from_digit(value as u32, 16).unwrap_or('0')
}

/// `bytes.hex(separator, group)`: the separator comes after each `group` bytes, counted from the right, or from the left if
/// the number is negative. `ValueError`: the separator is not one ASCII character.
pub fn to_hex(bytes: &[u8], separator: Option<&Text>, group: i64) -> Outcome<Text> {
    let separator = match separator {
        None => None,
        Some(text) if text.len() != 1 => return Err(DataError::value_error("sep must be length 1.")),
        Some(text) => Some(text.as_str().ok_or_else(|| DataError::value_error("sep must be ASCII."))?),
    };
    let separator = separator.filter(|_| group != 0);
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut result = String::with_capacity(bytes.len() * 2);
    for (index, byte) in bytes.iter().enumerate() {
        // How many bytes there are on the side from which groups are counted.
        let counted = if group > 0 { bytes.len() - index } else { index };
        if let Some(separator) = separator
            && index > 0
            && counted.is_multiple_of(size)
        {
            result.push_str(separator);
        }
        result.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    Ok(Text::from(result))
}

/// `bytes.fromhex(text)`; whitespace may separate bytes. `ValueError`: anything else than pairs of digits.
pub fn from_hex(text: &Text) -> Outcome<Vec<u8>> {
    let error = |at: usize| {
        DataError::value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))
    };
    let Some(ascii) = text.as_str() else {
        return Err(error(text.code_points().position(|point| point >= 0x80).unwrap_or(0)));
    };
    let units = ascii.as_bytes();
    let value = |at: usize| {
        let digit = units.get(at).and_then(|byte| (*byte as char).to_digit(16));
        digit.map(|digit| digit as u8).ok_or_else(|| error(at))
    };
    let mut result = Vec::with_capacity(units.len() / 2);
    let mut at = 0;
    while at < units.len() {
        if is_space(units[at]) {
            at += 1;
            continue;
        }
        result.push(value(at)? << 4 | value(at + 1)?);
        at += 2;
    }
    Ok(result)
}
