//! The state of the tokenizer between tokens (Language Reference 2.1): indentation, brackets, f-strings.

use super::fstring::FString;
use super::scan::{self, Prefix};
use super::{LexicalError, Tok, Token, Tokens, name_or_keyword, number};
use crate::ast::Span;
use crate::error::{ErrorKind, Place, SyntaxError};
use crate::source::Source;
use crate::unicode;

const MAX_BRACKETS: usize = 200;
const MAX_INDENTS: usize = 100;
const TAB_WIDTH: u32 = 8;

/// The width of a line's indentation, with tabs to multiples of 8 and with tabs of width 1: where comparing the two
/// disagrees, the meaning depends on the width of a tab (Language Reference 2.1.8).
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Indentation {
    column: u32,
    narrow: u32,
}

pub(super) struct Driver<'s> {
    source: &'s Source,
    bytes: &'s [u8],
    pub at: usize,
    pub tokens: Vec<Token>,
    indents: Vec<Indentation>,
    /// The open brackets' offsets.
    brackets: Vec<u32>,
    pub fstrings: Vec<FString>,
    /// The error found is of the kind that does not count before the parser's.
    is_late: bool,
    /// Where the line starts, with those that are joined to it by backslashes or in a string.
    joined_start: usize,
    /// Where the comment before the current line end starts.
    comment: Option<usize>,
}

pub(super) type Step = Result<(), SyntaxError>;

impl<'s> Driver<'s> {
    pub fn new(source: &'s Source) -> Driver<'s> {
        let bytes = source.text().as_bytes();
        Driver {
            source,
            bytes,
            at: 0,
            // Real programs have a token every four to five bytes.
            tokens: Vec::with_capacity(bytes.len() / 4 + 8),
            indents: Vec::new(),
            brackets: Vec::new(),
            fstrings: Vec::new(),
            is_late: false,
            joined_start: 0,
            comment: None,
        }
    }

    pub fn bytes(&self) -> &'s [u8] {
        self.bytes
    }

    pub fn run(mut self) -> Tokens {
        let error = self.all_tokens().err().map(|error| {
            let end = self.at;
            self.push(Tok::Error, end, end);
            let open = if self.fstrings.is_empty() { self.brackets.last() } else { None };
            let unclosed = open.map(|&open| (open, self.never_closed(open as usize)));
            LexicalError { error, is_prior: !self.is_late && self.fstrings.is_empty(), unclosed }
        });
        Tokens { list: self.tokens, error }
    }

    #[inline]
    pub fn push(&mut self, kind: Tok, start: usize, end: usize) {
        self.tokens.push(Token { kind, start: start as u32, end: end as u32 });
    }

    #[inline]
    pub fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn rest(&self) -> &'s [u8] {
        &self.bytes[self.at..]
    }

    pub fn at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Takes what a scanner that cannot fail finds.
    pub fn take(&mut self, scanner: impl Fn(&'s [u8]) -> scan::Scan<'s>) -> &'s [u8] {
        match scanner(self.rest()) {
            Ok((_, found)) => {
                self.at += found.len();
                found
            }
            Err(_) => &[],
        }
    }

    /// An error at the character before `offset`.
    pub fn error_at(&self, offset: usize, message: &str) -> SyntaxError {
        let (line, column) = self.source.character_position(offset);
        let (line, column) = (line as i32, column as i32);
        let place = Place { line, offset: column, end_line: line, end_offset: column };
        self.placed(offset.saturating_sub(1), offset, place, message)
    }

    pub fn error_range(&self, start: usize, end: usize, message: &str) -> SyntaxError {
        SyntaxError::new(self.source, Span::new(start, end), message)
    }

    fn placed(&self, start: usize, end: usize, place: Place, message: &str) -> SyntaxError {
        let mut error = SyntaxError::nowhere(message);
        error.span = Span::new(start, end);
        error.place = Some(place);
        error
    }

    /// An error of the line that starts at `start`. CPython places it at the line's first column and gives 0 for its
    /// end, or at its last one and gives -1.
    fn line_error(&mut self, start: usize, kind: ErrorKind, end_offset: i32, message: &str) -> SyntaxError {
        self.is_late = true;
        let (line, _) = self.source.position(start);
        let text = self.source.line_text(line);
        let offset = if end_offset == 0 { 1 } else { text.chars().count() as i32 };
        let place = Place { line: line as i32, offset, end_line: line as i32, end_offset };
        self.placed(start, start + text.trim_end().len(), place, message).with_kind(kind)
    }

    fn all_tokens(&mut self) -> Step {
        self.line_start()?;
        loop {
            if self.fstrings.last().is_some_and(|fstring| fstring.in_text) {
                self.fstring_token()?;
                continue;
            }
            match self.peek(0) {
                b' ' => self.at += 1,
                b'\t' | b'\x0c' => {
                    self.take(scan::blanks);
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.name()?,
                b'0'..=b'9' => self.number()?,
                b'.' if self.peek(1).is_ascii_digit() => self.number()?,
                b'"' | b'\'' => self.string(self.at, Prefix::default())?,
                b'\n' => self.newline()?,
                b'#' => {
                    self.comment = Some(self.at);
                    self.take(scan::line_rest);
                }
                b'\\' => self.continuation()?,
                0 if self.at_end() => return self.end(),
                byte if byte >= 0x80 => self.name()?,
                _ => self.operator()?,
            }
        }
    }

    /// The end of the text: what is still open is an error, indented blocks end.
    fn end(&mut self) -> Step {
        if let Some(&open) = self.brackets.last() {
            self.is_late = true;
            return Err(self.never_closed(open as usize));
        }
        let end = self.at;
        if self.tokens.last().is_some_and(|last| !matches!(last.kind, Tok::Newline | Tok::Dedent)) {
            self.push(Tok::Newline, end, end);
        }
        for _ in std::mem::take(&mut self.indents) {
            self.push(Tok::Dedent, end, end);
        }
        self.push(Tok::End, end, end);
        Ok(())
    }

    fn never_closed(&self, open: usize) -> SyntaxError {
        let (line, column) = self.source.character_position(open);
        let (line, column) = (line as i32, column as i32);
        let place = Place { line, offset: column + 1, end_line: line, end_offset: 0 };
        let bracket = char::from(self.bytes[open]);
        self.placed(open, open + 1, place, &format!("'{bracket}' was never closed"))
    }

    fn newline(&mut self) -> Step {
        let end = self.at + 1;
        // A comment belongs to the line end after it.
        let start = self.comment.take().unwrap_or(self.at);
        self.at = end;
        self.joined_start = end;
        if !self.brackets.is_empty() {
            return Ok(());
        }
        self.push(Tok::Newline, start, end);
        self.line_start()
    }

    /// Reads the indentation of the next line that holds code (Language Reference 2.1.8).
    fn line_start(&mut self) -> Step {
        loop {
            let start = self.at;
            self.joined_start = start;
            let mut width = Indentation::default();
            // A backslash among the blanks joins lines; the width before the first one counts, unless it is 0.
            let mut joined: Option<Indentation> = None;
            loop {
                match self.peek(0) {
                    b' ' => {
                        width.column += 1;
                        width.narrow += 1;
                    }
                    b'\t' => {
                        width.column = (width.column / TAB_WIDTH + 1) * TAB_WIDTH;
                        width.narrow += 1;
                    }
                    b'\x0c' => width = Indentation::default(),
                    b'\\' => {
                        joined = joined.filter(|joined| joined.column != 0).or(Some(width));
                        self.continuation()?;
                        continue;
                    }
                    _ => break,
                }
                self.at += 1;
            }
            if let Some(joined) = joined.filter(|joined| joined.column != 0) {
                width = joined;
            }
            match self.peek(0) {
                b'#' => {
                    self.take(scan::line_rest);
                    self.at += 1;
                }
                b'\n' => self.at += 1,
                _ if self.at_end() => return Ok(()),
                _ => return self.indentation(start, width),
            }
            if self.at_end() {
                self.at = self.bytes.len();
                return Ok(());
            }
        }
    }

    fn indentation(&mut self, start: usize, width: Indentation) -> Step {
        let current = self.indents.last().copied().unwrap_or_default();
        let inconsistent = "inconsistent use of tabs and spaces in indentation";
        if width.column == current.column {
            if width.narrow != current.narrow {
                return Err(self.line_error(start, ErrorKind::TabError, 0, inconsistent));
            }
            return Ok(());
        }
        if width.column > current.column {
            if self.indents.len() + 1 >= MAX_INDENTS {
                let message = "too many levels of indentation";
                return Err(self.line_error(start, ErrorKind::IndentationError, 0, message));
            }
            if width.narrow <= current.narrow {
                return Err(self.line_error(start, ErrorKind::TabError, 0, inconsistent));
            }
            self.indents.push(width);
            self.push(Tok::Indent, start, self.at);
            return Ok(());
        }
        let kept = self.indents.partition_point(|open| open.column <= width.column);
        let open = kept.checked_sub(1).map_or(Indentation::default(), |last| self.indents[last]);
        if width.column != open.column {
            let message = "unindent does not match any outer indentation level";
            return Err(self.line_error(start, ErrorKind::IndentationError, -1, message));
        }
        for _ in kept..self.indents.len() {
            self.push(Tok::Dedent, self.at, self.at);
        }
        self.indents.truncate(kept);
        if width.narrow != open.narrow {
            return Err(self.line_error(start, ErrorKind::TabError, 0, inconsistent));
        }
        Ok(())
    }

    /// A backslash at the end of a line joins it with the next (Language Reference 2.1.5).
    fn continuation(&mut self) -> Step {
        if self.peek(1) != b'\n' {
            self.is_late = true;
            let line = self.source.position(self.at).0 as i32;
            // CPython counts the column from the first of the joined lines.
            let column = self.source.text()[self.joined_start..self.at].chars().count() as i32;
            let place = Place { line, offset: column + 2, end_line: line, end_offset: 0 };
            let message = "unexpected character after line continuation character";
            return Err(self.placed(self.at, self.at + 1, place, message));
        }
        self.at += 2;
        if self.at_end() {
            self.is_late = true;
            if let Some(&open) = self.brackets.last() {
                return Err(self.never_closed(open as usize));
            }
            let (line, column) = self.source.character_position(self.at - 1);
            let (line, column) = (line as i32, column as i32);
            let place = Place { line, offset: column + 1, end_line: line, end_offset: -1 };
            return Err(self.placed(self.at - 2, self.at - 1, place, "unexpected EOF while parsing"));
        }
        Ok(())
    }

    /// A name, a keyword, or the prefix of a string.
    fn name(&mut self) -> Step {
        let start = self.at;
        let name = self.take(scan::name);
        if matches!(self.peek(0), b'"' | b'\'')
            && let Some(prefix) = scan::string_prefix(name)
        {
            return self.string(start, prefix);
        }
        // Keywords are recognized before names are normalized: other spellings of their letters make names.
        let kind = name_or_keyword(name);
        if !name.is_ascii() {
            self.check_name(start)?;
        }
        self.push(kind, start, self.at);
        Ok(())
    }

    /// Names consist of the characters of UAX 31 (Language Reference 2.3).
    fn check_name(&mut self, start: usize) -> Step {
        let name = &self.source.text()[start..self.at];
        for (offset, c) in name.char_indices() {
            let fits = if offset == 0 {
                unicode::is_identifier_start(c)
            } else {
                unicode::is_identifier_continue(c)
            };
            if fits {
                continue;
            }
            let end = start + offset + c.len_utf8();
            let code = format!("U+{:04X}", c as u32);
            let message = if unicode::is_printable(c as u32) {
                format!("invalid character '{c}' ({code})")
            } else {
                format!("invalid non-printable character {code}")
            };
            return Err(self.error_at(end, &message));
        }
        Ok(())
    }

    fn number(&mut self) -> Step {
        let start = self.at;
        let Ok((rest, form)) = scan::number(self.rest()) else {
            return Err(self.error_at(start + 1, "invalid decimal literal"));
        };
        let end = self.bytes.len() - rest.len();
        if form == scan::NumberForm::LeadingZero || !number::ends_well(&self.bytes[start..end], rest) {
            return Err(number::diagnose(self, start, end, form));
        }
        self.at = end;
        self.push(Tok::Number, start, end);
        Ok(())
    }

    /// A string literal from its quote on; `start` is where its prefix starts.
    fn string(&mut self, start: usize, prefix: Prefix) -> Step {
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        if prefix.formatted {
            return self.fstring_start(start, prefix, triple);
        }
        if !triple && self.peek(1) == quote {
            self.at += 2;
            self.push(Tok::String, start, self.at);
            return Ok(());
        }
        self.at += if triple { 3 } else { 1 };
        loop {
            self.take(|rest| scan::string_text(rest, quote));
            match self.peek(0) {
                b'\\' => self.at += 2,
                b'\n' if triple => self.at += 1,
                byte if byte == quote && !triple => {
                    self.at += 1;
                    break;
                }
                byte if byte == quote && self.peek(1) == quote && self.peek(2) == quote => {
                    self.at += 3;
                    break;
                }
                byte if byte == quote => self.at += 1,
                _ => return Err(self.unterminated(start, quote, triple)),
            }
            if self.at_end() {
                return Err(self.unterminated(start, quote, triple));
            }
        }
        self.push(Tok::String, start, self.at);
        Ok(())
    }

    fn unterminated(&mut self, start: usize, quote: u8, triple: bool) -> SyntaxError {
        if let Some(fstring) = self.fstrings.last()
            && fstring.quote == quote
            && fstring.triple == triple
        {
            return self.error_at(start + 1, "f-string: expecting '}'");
        }
        let kind = if triple { "triple-quoted string" } else { "string" };
        let escaped = [b'\\', quote];
        let has_escaped_quote = memchr::memmem::find(&self.bytes[start..self.at], &escaped).is_some();
        let mut error = self.unterminated_message(start, kind);
        if has_escaped_quote && !triple {
            error.message.push_str("; perhaps you escaped the end quote?");
        }
        error
    }

    /// "unterminated ... literal", with the line where the text ended.
    pub fn unterminated_message(&mut self, start: usize, kind: &str) -> SyntaxError {
        let last = self.at.min(self.bytes.len().saturating_sub(1));
        let (line, _) = self.source.position(last);
        self.at = start;
        self.error_at(start + 1, &format!("unterminated {kind} literal (detected at line {line})"))
    }

    fn operator(&mut self) -> Step {
        let start = self.at;
        let first = self.bytes[start];
        if self.fstring_field_ends(first)? {
            return Ok(());
        }
        let (kind, len) = scan::operator(self.rest());
        match kind {
            Tok::LeftParen | Tok::LeftBracket | Tok::LeftBrace => self.open_bracket(start)?,
            Tok::RightParen | Tok::RightBracket | Tok::RightBrace => self.close_bracket(start)?,
            Tok::Unknown if !unicode::is_printable(first as u32) => {
                let message = format!("invalid non-printable character U+{:04X}", first);
                return Err(self.error_at(start + 1, &message));
            }
            _ => {}
        }
        self.at = start + len;
        self.push(kind, start, self.at);
        Ok(())
    }

    pub(super) fn open_bracket(&mut self, at: usize) -> Step {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(self.error_at(at + 1, "too many nested parentheses"));
        }
        self.brackets.push(at as u32);
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.depth += 1;
        }
        Ok(())
    }

    fn close_bracket(&mut self, at: usize) -> Step {
        let closing = char::from(self.bytes[at]);
        if closing == '}' && self.fstrings.last().is_some_and(|fstring| fstring.depth == 0) {
            return Err(self.error_at(at + 1, "f-string: single '}' is not allowed"));
        }
        let Some(open) = self.brackets.pop() else {
            return Err(self.error_at(at + 1, &format!("unmatched '{closing}'")));
        };
        let opening = char::from(self.bytes[open as usize]);
        if !matches!((opening, closing), ('(', ')') | ('[', ']') | ('{', '}')) {
            return Err(self.mismatch(open as usize, opening, at, closing));
        }
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.depth -= 1;
            if fstring.depth < 0 {
                return Err(self.error_at(at + 1, &format!("f-string: unmatched '{closing}'")));
            }
            if closing == '}' && fstring.depth == fstring.field {
                fstring.close_field();
            }
        }
        Ok(())
    }

    fn mismatch(&self, open: usize, opening: char, at: usize, closing: char) -> SyntaxError {
        if opening == '{' && self.fstrings.last().is_some_and(|fstring| fstring.depth - 1 == fstring.field) {
            return self.error_at(at + 1, &format!("f-string: unmatched '{closing}'"));
        }
        let (line, _) = self.source.position(open);
        let mut message =
            format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'");
        if line != self.source.position(at).0 {
            message.push_str(&format!(" on line {line}"));
        }
        self.error_at(at + 1, &message)
    }
}
