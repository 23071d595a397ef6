//! `repr` and `ascii` of a string.

use super::{Text, TextBuilder};
use crate::data::unicode;

impl Text {
    /// `repr(self)`: double quotes only if there are single quotes and no double ones.
    pub fn repr(&self) -> Text {
        self.quoted(unicode::is_printable)
    }

    /// `ascii(self)`: all that is not ASCII is escaped.
    pub fn ascii(&self) -> Text {
        self.quoted(|point| point < 0x80 && unicode::is_printable(point))
    }

    fn quoted(&self, is_shown: fn(u32) -> bool) -> Text {
        if let Some(text) = self.as_str()
            && !text.bytes().any(|byte| matches!(byte, b'\'' | b'\\' | 0x7F | 0..0x20))
        {
            return Text::from(format!("'{text}'"));
        }
        let has = |quote: u8| self.code_points().any(|point| point == quote as u32);
        let quote = if has(b'\'') && !has(b'"') { b'"' } else { b'\'' } as u32;
        let mut result = TextBuilder::with_capacity(self.len() + 2);
        result.push(quote);
        for point in self.code_points() {
            if point == quote || point == b'\\' as u32 {
                result.push(b'\\' as u32);
                result.push(point);
            } else if is_shown(point) {
                result.push(point);
            } else {
                write_short_escape(point, &mut result);
            }
        }
        result.push(quote);
        result.finish()
    }
}

fn write_short_escape(point: u32, result: &mut TextBuilder) {
    match point {
        0x09 => result.push_str("\\t"),
        0x0A => result.push_str("\\n"),
        0x0D => result.push_str("\\r"),
        _ => write_escape(point, result),
    }
}

/// Writes `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, the shortest that fits.
pub fn write_escape(point: u32, result: &mut TextBuilder) {
    let escape = match point {
        0..=0xFF => format!("\\x{point:02x}"),
        0x100..=0xFFFF => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    };
    result.push_str(&escape);
}
