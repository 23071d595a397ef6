//! From text to bytes.

use super::{ByteOrder, Encoding, Handler, encode_error, escape};
use crate::data::error::{CodecFault, Outcome};
use crate::data::text::{Text, TextBuilder, Units, write_escape};
use crate::data::unicode;

/// `text.encode(encoding, handler)`. `UnicodeEncodeError`: a character has no encoding and the handler doesn't help.
pub fn encode(text: &Text, encoding: Encoding, handler: Handler) -> Outcome<Vec<u8>> {
    match encoding {
        Encoding::Utf8 => utf8(text, handler, Vec::new()),
        Encoding::Utf8Signed => utf8(text, handler, vec![0xEF, 0xBB, 0xBF]),
        Encoding::Ascii => single_byte(text, handler, 0x80),
        Encoding::Latin1 => single_byte(text, handler, 0x100),
        Encoding::Utf16(order) => wide(text, handler, Wide { order, width: 2 }),
        Encoding::Utf32(order) => wide(text, handler, Wide { order, width: 4 }),
        Encoding::UnicodeEscape => Ok(escape::encode(text)),
        Encoding::RawUnicodeEscape => Ok(escape::encode_raw(text)),
    }
}

fn is_surrogate(point: u32) -> bool {
    (0xD800..0xE000).contains(&point)
}

/// The byte that `surrogateescape` hid in this surrogate when it decoded.
fn escaped_byte(point: u32) -> Option<u8> {
    (0xDC80..=0xDCFF).contains(&point).then(|| (point - 0xDC00) as u8)
}

fn utf8(text: &Text, handler: Handler, mut result: Vec<u8>) -> Outcome<Vec<u8>> {
    let points = match text.units() {
        Units::Narrow(units) => {
            result.extend_from_slice(units);
            return Ok(result);
        }
        Units::Wide(points) => points,
    };
    let mut at = 0;
    while let Some(&point) = points.get(at) {
        if let Some(c) = char::from_u32(point) {
            result.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            at += 1;
            continue;
        }
        let end = run_end(points, at, is_surrogate);
        let fault = CodecFault { encoding: "utf-8", start: at, end, reason: "surrogates not allowed" };
        match handler {
            Handler::SurrogatePass => points[at..end].iter().for_each(|p| push_surrogate(*p, &mut result)),
            _ => {
                replace(text, points, fault, handler, &mut result, |point, result| result.push(point as u8))?
            }
        }
        at = end;
    }
    Ok(result)
}

fn push_surrogate(point: u32, result: &mut Vec<u8>) {
    let last = |shift: u32| 0x80 | (point >> shift & 0x3F) as u8;
    result.extend_from_slice(&[0xE0 | (point >> 12) as u8, last(6), last(0)]);
}

fn run_end(points: &[u32], from: usize, in_run: impl Fn(u32) -> bool) -> usize {
    points[from..].iter().position(|point| !in_run(*point)).map_or(points.len(), |len| from + len)
}

fn single_byte(text: &Text, handler: Handler, limit: u32) -> Outcome<Vec<u8>> {
    let points = match text.units() {
        Units::Narrow(units) => return Ok(units.to_vec()),
        Units::Wide(points) => points,
    };
    let (encoding, reason) = match limit {
        0x80 => ("ascii", "ordinal not in range(128)"),
        _ => ("latin-1", "ordinal not in range(256)"),
    };
    let mut result = Vec::with_capacity(points.len());
    let mut at = 0;
    while let Some(&point) = points.get(at) {
        if point < limit {
            result.push(point as u8);
            at += 1;
            continue;
        }
        let end = run_end(points, at, |point| point >= limit);
        let fault = CodecFault { encoding, start: at, end, reason };
        replace(text, points, fault, handler, &mut result, |point, result| result.push(point as u8))?;
        at = end;
    }
    Ok(result)
}

/// Writes what the handler puts in the place of a fault; its ASCII characters go through `push`.
fn replace(
    text: &Text,
    points: &[u32],
    mut fault: CodecFault,
    handler: Handler,
    result: &mut Vec<u8>,
    mut push: impl FnMut(u32, &mut Vec<u8>),
) -> Outcome<()> {
    for point in &points[fault.start..fault.end] {
        let mut replacement = TextBuilder::default();
        match handler {
            Handler::Ignore => {}
            Handler::Replace => replacement.push(b'?' as u32),
            Handler::BackslashReplace => write_escape(*point, &mut replacement),
            Handler::XmlCharRefReplace => replacement.push_str(&format!("&#{point};")),
            Handler::NameReplace => match unicode::name(*point) {
                Some(name) => replacement.push_str(&format!("\\N{{{name}}}")),
                None => write_escape(*point, &mut replacement),
            },
            Handler::SurrogateEscape => match escaped_byte(*point) {
                Some(byte) => result.push(byte),
                None => return Err(encode_error(fault, text)),
            },
            Handler::Strict | Handler::SurrogatePass => return Err(encode_error(fault, text)),
        }
        replacement.finish().code_points().for_each(|point| push(point, result));
        // What `surrogateescape` could encode is no part of the fault that it reports.
        fault.start += 1;
    }
    Ok(())
}

/// How the units of UTF-16 and UTF-32 are written.
#[derive(Clone, Copy)]
struct Wide {
    order: ByteOrder,
    width: usize,
}

impl Wide {
    fn name(self) -> &'static str {
        match (self.width, self.order) {
            (2, ByteOrder::Little) => "utf-16-le",
            (2, ByteOrder::Big) => "utf-16-be",
            (2, ByteOrder::Marked) => "utf-16",
            (_, ByteOrder::Little) => "utf-32-le",
            (_, ByteOrder::Big) => "utf-32-be",
            (_, ByteOrder::Marked) => "utf-32",
        }
    }

    fn push_unit(self, unit: u32, result: &mut Vec<u8>) {
        match self.order {
            ByteOrder::Big => result.extend_from_slice(&unit.to_be_bytes()[4 - self.width..]),
            _ => result.extend_from_slice(&unit.to_le_bytes()[..self.width]),
        }
    }

    fn push(self, point: u32, result: &mut Vec<u8>) {
        if self.width == 2 && point >= 0x10000 {
            self.push_unit(0xD7C0 + (point >> 10), result);
            self.push_unit(0xDC00 + (point & 0x3FF), result);
        } else {
            self.push_unit(point, result);
        }
    }
}

fn wide(text: &Text, handler: Handler, format: Wide) -> Outcome<Vec<u8>> {
    let mut result = Vec::with_capacity(text.len() * format.width);
    if format.order == ByteOrder::Marked {
        format.push_unit(0xFEFF, &mut result);
    }
    let points = text.wide();
    for (at, &point) in points.iter().enumerate() {
        if !is_surrogate(point) || handler == Handler::SurrogatePass {
            format.push(point, &mut result);
            continue;
        }
        let reason = "surrogates not allowed";
        let fault = CodecFault { encoding: format.name(), start: at, end: at + 1, reason };
        // A single byte, as `surrogateescape` gives it, is no whole unit.
        let handler = if handler == Handler::SurrogateEscape { Handler::Strict } else { handler };
        replace(text, &points, fault, handler, &mut result, |point, result| format.push(point, result))?;
    }
    Ok(result)
}
