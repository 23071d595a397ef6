//! Escape sequences in string and bytes literals (Language Reference 2.4.1.1).

use crate::constant::Wtf8;

/// Decodes the body of a string literal. The error is CPython's message.
pub fn decode_text(body: &str) -> Result<Wtf8, String> {
    let Some(first) = memchr::memchr(b'\\', body.as_bytes()) else { return Ok(Wtf8::from(body)) };
    let mut out = Wtf8::default();
    out.push_str(&body[..first]);
    let mut at = first;
    while at < body.len() {
        at = match decode_escape(body, at, &mut out) {
            Ok(next) => next,
            Err((end, reason)) => return Err(unicode_error(body, at, end, reason)),
        };
        let next = memchr::memchr(b'\\', &body.as_bytes()[at..]).map_or(body.len(), |found| at + found);
        out.push_str(&body[at..next]);
        at = next;
    }
    Ok(out)
}

/// The codec sees other than ASCII characters as escapes of ten bytes, so they count as ten in its positions.
fn codec_position(body: &str, at: usize) -> usize {
    body[..at].chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum()
}

fn unicode_error(body: &str, start: usize, end: usize, reason: &str) -> String {
    let (start, end) = (codec_position(body, start), codec_position(body, end));
    // Python names one position where the faulty text is one byte long.
    let place =
        if end <= start + 1 { format!("position {start}") } else { format!("position {start}-{}", end - 1) };
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in {place}: {reason}")
}

/// Decodes the escape at `at`; gives the offset after it, or where the faulty text ends and what is wrong with it.
fn decode_escape(body: &str, at: usize, out: &mut Wtf8) -> Result<usize, (usize, &'static str)> {
    let bytes = body.as_bytes();
    let Some(&letter) = bytes.get(at + 1) else {
        out.push_str("\\");
        return Ok(at + 1);
    };
    let after = at + 2;
    match letter {
        b'\n' => {}
        b'x' => return hexadecimal(bytes, after, 2, "truncated \\xXX escape", out),
        b'u' => return hexadecimal(bytes, after, 4, "truncated \\uXXXX escape", out),
        b'U' => return hexadecimal(bytes, after, 8, "truncated \\UXXXXXXXX escape", out),
        b'N' => return named(body, after, out),
        b'0'..=b'7' => {
            let (value, end) = octal(bytes, at + 1);
            out.push(value);
            return Ok(end);
        }
        _ => match simple_escape(letter) {
            Some(byte) => out.push(u32::from(byte)),
            // Unknown escapes stay as they are.
            None => {
                out.push_str("\\");
                return Ok(at + 1);
            }
        },
    }
    Ok(after)
}

fn simple_escape(letter: u8) -> Option<u8> {
    Some(match letter {
        b'\\' | b'\'' | b'"' => letter,
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    })
}

/// Up to three octal digits.
fn octal(bytes: &[u8], start: usize) -> (u32, usize) {
    let digits = bytes[start..].iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
    digits.fold((0, start), |(value, end), digit| (value * 8 + u32::from(digit - b'0'), end + 1))
}

fn hexadecimal(
    bytes: &[u8],
    start: usize,
    len: usize,
    truncated: &'static str,
    out: &mut Wtf8,
) -> Result<usize, (usize, &'static str)> {
    let digits = bytes[start..].iter().take(len).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let end = start + digits;
    if digits < len {
        return Err((end, truncated));
    }
    let value = bytes[start..end]
        .iter()
        .fold(0u32, |value, &byte| value << 4 | char::from(byte).to_digit(16).unwrap_or_default());
    if value > 0x10_FFFF {
        return Err((end, "illegal Unicode character"));
    }
    out.push(value);
    Ok(end)
}

/// `\N{NAME}`.
fn named(body: &str, start: usize, out: &mut Wtf8) -> Result<usize, (usize, &'static str)> {
    let malformed = "malformed \\N character escape";
    let Some(rest) = body[start..].strip_prefix('{') else { return Err((start, malformed)) };
    let Some(len) = rest.find('}') else { return Err((body.len(), malformed)) };
    let end = start + len + 2;
    if len == 0 {
        return Err((end - 1, malformed));
    }
    match unicode_names2::character(&rest[..len]) {
        Some(c) => {
            out.push(c as u32);
            Ok(end)
        }
        None => Err((end, "unknown Unicode character name")),
    }
}

/// Decodes the body of a bytes literal, which is ASCII.
pub fn decode_bytes(body: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(&byte) = body.get(at) {
        let Some(&letter) = body.get(at + 1).filter(|_| byte == b'\\') else {
            out.push(byte);
            at += 1;
            continue;
        };
        at += 2;
        match letter {
            b'\n' => {}
            b'x' => {
                let digits = body.get(at..at + 2).and_then(|digits| std::str::from_utf8(digits).ok());
                let all = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
                let Some(value) = all.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else {
                    return Err(format!("(value error) invalid \\x escape at position {}", at - 2));
                };
                out.push(value);
                at += 2;
            }
            b'0'..=b'7' => {
                let (value, end) = octal(body, at - 1);
                out.push(value as u8);
                at = end;
            }
            _ => match simple_escape(letter) {
                Some(byte) => out.push(byte),
                None => out.extend([b'\\', letter]),
            },
        }
    }
    Ok(out)
}
