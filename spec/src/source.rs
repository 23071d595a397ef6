//! Source text: from bytes to characters (Language Reference 2.1.4, PEP 263), and from offsets to lines.

use crate::ast::Span;
use crate::error::{Place, SyntaxError};
use std::sync::OnceLock;

/// One file of Python source: its name and its text with line ends normalized to `\n`.
///
/// The text ends in `\n` unless it is empty: the tokenizer reads an unfinished last line as if it were finished.
#[derive(Clone, Debug)]
pub struct Source {
    filename: String,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
}

impl Source {
    /// Source that is text already (the argument of `compile`, `-c`): a declared encoding is ignored.
    pub fn from_text(filename: &str, text: &str) -> Result<Source, SyntaxError> {
        if memchr::memchr(0, text.as_bytes()).is_some() {
            return Err(SyntaxError::nowhere("source code string cannot contain null bytes"));
        }
        Source::new(filename, text.to_owned())
    }

    /// Source read from a file.
    pub fn from_bytes(filename: &str, bytes: &[u8]) -> Result<Source, SyntaxError> {
        let text = decode(filename, bytes)?;
        if let Some(at) = memchr::memchr(0, text.as_bytes()) {
            let line = 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count() as i32;
            let place = Place { line, offset: 0, end_line: line, end_offset: -1 };
            let mut error = SyntaxError::nowhere("source code cannot contain null bytes");
            error.place = Some(place);
            return Err(error);
        }
        Source::new(filename, text)
    }

    fn new(filename: &str, text: String) -> Result<Source, SyntaxError> {
        // Offsets are kept in 32 bits; a few spare ones let the tokenizer look ahead.
        if text.len() > u32::MAX as usize / 2 {
            return Err(SyntaxError::nowhere("source code is too large"));
        }
        let mut text = normalize_newlines(text);
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        Ok(Source { filename: filename.to_owned(), text, line_starts: OnceLock::new() })
    }

    pub fn filename(&self) -> &str {
        &self.filename
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let newlines = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(newlines.map(|at| at as u32 + 1)).collect()
        })
    }

    /// Line (from 1) and column (from 0, in bytes of UTF-8) of an offset: Python's `lineno` and `col_offset`.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start as usize <= offset);
        (line, offset - starts[line - 1] as usize)
    }

    /// The start of the character that an offset falls into.
    pub fn character_start(&self, offset: usize) -> usize {
        let mut start = offset.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        start
    }

    /// Line (from 1) and column (from 0, in characters) of an offset.
    pub fn character_position(&self, offset: usize) -> (usize, usize) {
        let offset = self.character_start(offset);
        let (line, column) = self.position(offset);
        (line, self.text[offset - column..offset].chars().count())
    }

    /// A line (from 1), with its `\n`; empty after the last one.
    pub fn line_text(&self, line: usize) -> &str {
        let starts = self.line_starts();
        let Some(&start) = starts.get(line.wrapping_sub(1)) else { return "" };
        let end = starts.get(line).map_or(self.text.len(), |&end| end as usize);
        &self.text[start as usize..end]
    }

    /// Where a line (from 1) starts.
    pub fn line_start(&self, line: usize) -> usize {
        self.line_starts().get(line.wrapping_sub(1)).map_or(self.text.len(), |&start| start as usize)
    }

    /// The offset of a line (from 1) and a column in bytes (from 0): the inverse of [`Source::position`].
    pub fn offset(&self, line: usize, column: usize) -> usize {
        (self.line_start(line) + column).min(self.text.len())
    }

    /// How many lines the text has.
    pub fn line_count(&self) -> usize {
        self.line_starts().len() - usize::from(self.text.is_empty() || self.text.ends_with('\n'))
    }
}

/// `\r\n` and `\r` are line ends like `\n` (Language Reference 2.1.2), inside of strings too.
fn normalize_newlines(text: String) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = &text[..];
    while let Some(at) = memchr::memchr(b'\r', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    out.push_str(rest);
    out
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

fn decode(filename: &str, bytes: &[u8]) -> Result<String, SyntaxError> {
    let (body, has_bom) = match bytes.strip_prefix(BOM) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let declared = declared_encoding(body);
    let name = declared.as_deref().map_or("utf-8", canonical_name);
    if has_bom && name != "utf-8" {
        return Err(SyntaxError::nowhere(format!("encoding problem: {name} with BOM")));
    }
    match &*name.to_ascii_lowercase() {
        "utf-8" | "utf8" | "utf_8" | "u8" | "utf" => decode_utf8(filename, body, declared.is_some()),
        "iso-8859-1" | "latin1" | "latin" | "l1" | "iso8859-1" => {
            Ok(body.iter().map(|&byte| char::from(byte)).collect())
        }
        "ascii" | "us-ascii" => match body.is_ascii() {
            true => Ok(body.iter().map(|&byte| char::from(byte)).collect()),
            false => Err(problem(name)),
        },
        _ => decode_other(name, body),
    }
}

fn problem(encoding: &str) -> SyntaxError {
    SyntaxError::nowhere(format!("encoding problem: {encoding}"))
}

fn decode_other(name: &str, body: &[u8]) -> Result<String, SyntaxError> {
    // Python spells some labels otherwise than the web's standard does.
    let lower = name.to_ascii_lowercase().replace('_', "-");
    let label = match &*lower {
        "cp932" | "shift-jis" | "sjis" => "shift_jis",
        "cp949" | "euc-kr" => "euc-kr",
        "cp936" => "gbk",
        "cp950" => "big5",
        "mac-roman" | "macroman" => "macintosh",
        "latin9" | "iso8859-15" => "iso-8859-15",
        other => match other.strip_prefix("cp12") {
            Some(page) => return decode_label(&format!("windows-12{page}"), name, body),
            None => other,
        },
    };
    decode_label(label, name, body)
}

fn decode_label(label: &str, name: &str, body: &[u8]) -> Result<String, SyntaxError> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).ok_or_else(|| problem(name))?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(body);
    Ok(text.ok_or_else(|| problem(name))?.into_owned())
}

/// The names that Python takes for UTF-8 and Latin-1 before it asks its codecs.
fn canonical_name(name: &str) -> &str {
    let lower = name.to_ascii_lowercase().replace('_', "-");
    let is = |base: &str| lower == base || lower.strip_prefix(base).is_some_and(|rest| rest.starts_with('-'));
    if is("utf-8") {
        return "utf-8";
    }
    if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") {
        return "iso-8859-1";
    }
    name
}

/// The encoding that a comment in the first or second line declares (PEP 263).
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let mut lines = bytes.split_inclusive(|&byte| byte == b'\n' || byte == b'\r');
    let first = lines.next()?;
    let mut second = lines.next();
    if first.ends_with(b"\r") && second == Some(b"\n") {
        second = lines.next();
    }
    if let Some(name) = cookie(first) {
        return Some(name);
    }
    // The second line counts only after a line without code.
    let blank = first.iter().find(|byte| !b" \t\x0c\r\n".contains(byte)).is_none_or(|&byte| byte == b'#');
    if blank { cookie(second?) } else { None }
}

fn cookie(line: &[u8]) -> Option<String> {
    let start = line.iter().position(|byte| !b" \t\x0c".contains(byte))?;
    let comment = line[start..].strip_prefix(b"#")?;
    let mut from = 0;
    while let Some(at) = memchr::memmem::find(&comment[from..], b"coding") {
        let after = &comment[from + at + b"coding".len()..];
        if let Some((b':' | b'=', after)) = after.split_first() {
            let skipped = after.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count();
            let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
            let len = after[skipped..].iter().take_while(is_name).count();
            if len > 0 {
                return Some(String::from_utf8_lossy(&after[skipped..skipped + len]).into_owned());
            }
        }
        from += at + b"coding".len();
    }
    None
}

fn decode_utf8(filename: &str, body: &[u8], declared: bool) -> Result<String, SyntaxError> {
    let error = match std::str::from_utf8(body) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error,
    };
    let at = error.valid_up_to();
    let line = 1 + memchr::memchr_iter(b'\n', &body[..at]).count();
    if !declared {
        return Err(SyntaxError::nowhere(format!(
            "Non-UTF-8 code starting with '\\x{:02x}' in file {filename} on line {line}, but no encoding \
             declared; see https://peps.python.org/pep-0263/ for details",
            body[at]
        )));
    }
    let starts_character = (0xC2..=0xF4).contains(&body[at]);
    let reason = match (error.error_len(), starts_character) {
        (None, _) => "unexpected end of data",
        (Some(_), true) => "invalid continuation byte",
        (Some(_), false) => "invalid start byte",
    };
    let message =
        format!("(unicode error) 'utf-8' codec can't decode byte 0x{:02x} in position 0: {reason}", body[at]);
    let start = memchr::memrchr(b'\n', &body[..at]).map_or(0, |newline| newline + 1);
    let column = String::from_utf8_lossy(&body[start..at]).chars().count() as i32;
    let mut error = SyntaxError::nowhere(message);
    let line = line as i32;
    error.place = Some(Place { line, offset: column + 1, end_line: line, end_offset: column + 2 });
    Err(error)
}
