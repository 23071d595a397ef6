//! `bytes` and `bytearray`.

use super::text::{Text, TextBuilder};

/// Whitespace for `bytes`: that of ASCII.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// `repr(bytes)`: double quotes only if there are single quotes and no double ones.
pub fn repr(bytes: &[u8]) -> Text {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    let mut result = TextBuilder::with_capacity(bytes.len() + 3);
    result.push(b'b' as u32);
    result.push(quote as u32);
    for &byte in bytes {
        match byte {
            b'\t' => result.push_str("\\t"),
            b'\n' => result.push_str("\\n"),
            b'\r' => result.push_str("\\r"),
            b' '..=b'~' => {
                if byte == quote || byte == b'\\' {
                    result.push(b'\\' as u32);
                }
                result.push(byte as u32);
            }
            _ => result.push_str(&format!("\\x{byte:02x}")),
        }
    }
    result.push(quote as u32);
    result.finish()
}
