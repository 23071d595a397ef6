//! Formatted string literals (Language Reference 2.4.3, PEP 701): their text and their fields are tokens of their
//! own, so that fields hold any expression, strings with the same quotes included.

use super::Tok;
use super::driver::{Driver, Step};
use super::scan::{self, Prefix};

const MAX_NESTING: usize = 150;
const MAX_FIELDS: i32 = 3;

/// An f-string that the tokenizer is inside of.
pub(super) struct FString {
    pub quote: u8,
    pub triple: bool,
    raw: bool,
    start: usize,
    /// Whether text follows, or an expression.
    pub in_text: bool,
    /// Whether the text is a format specification.
    in_spec: bool,
    /// Brackets open inside of the f-string, those of its fields included.
    pub depth: i32,
    /// How deep fields are nested (a field in a format specification): -1 outside of all.
    pub field: i32,
}

impl FString {
    /// The `}` of a field was read: text goes on.
    pub fn close_field(&mut self) {
        self.field -= 1;
        self.in_text = true;
        self.in_spec = false;
    }
}

impl Driver<'_> {
    pub(super) fn fstring_start(&mut self, start: usize, prefix: Prefix, triple: bool) -> Step {
        let quote = self.peek(0);
        self.at += if triple { 3 } else { 1 };
        if self.fstrings.len() + 1 >= MAX_NESTING {
            return Err(self.error_at(self.at, "too many nested f-strings"));
        }
        self.push(Tok::FStringStart, start, self.at);
        self.fstrings.push(FString {
            quote,
            triple,
            raw: prefix.raw,
            start,
            in_text: true,
            in_spec: false,
            depth: 0,
            field: -1,
        });
        Ok(())
    }

    fn fstring(&mut self) -> &mut FString {
        self.fstrings.last_mut().expect("an f-string is in progress")
    }

    fn at_fstring_end(&self, quote: u8, triple: bool) -> bool {
        self.peek(0) == quote && (!triple || self.peek(1) == quote && self.peek(2) == quote)
    }

    /// The next token inside an f-string where text may stand.
    pub(super) fn fstring_token(&mut self) -> Step {
        let fstring = self.fstring();
        let (quote, triple) = (fstring.quote, fstring.triple);
        if self.peek(0) == b'{' && self.peek(1) != b'{' {
            self.fstring().in_text = false;
            return self.open_field();
        }
        if self.at_fstring_end(quote, triple) {
            let start = self.at;
            self.at += if triple { 3 } else { 1 };
            self.push(Tok::FStringEnd, start, self.at);
            self.fstrings.pop();
            return Ok(());
        }
        self.fstring_text()
    }

    /// A field is about to start at `{`.
    fn open_field(&mut self) -> Step {
        let at = self.at;
        let fstring = self.fstring();
        fstring.field += 1;
        if fstring.field >= MAX_FIELDS {
            return Err(self.error_at(at, "f-string: expressions nested too deeply"));
        }
        fstring.in_text = false;
        let brace = self.at;
        self.open_brace(brace)
    }

    fn open_brace(&mut self, at: usize) -> Step {
        self.open_bracket(at)?;
        self.at = at + 1;
        self.push(Tok::LeftBrace, at, at + 1);
        Ok(())
    }

    /// Text up to a field, a doubled brace or the closing quotes.
    fn fstring_text(&mut self) -> Step {
        let start = self.at;
        let fstring = self.fstring();
        let (quote, triple, raw, opened) = (fstring.quote, fstring.triple, fstring.raw, fstring.start);
        let in_spec = fstring.in_spec && fstring.field >= 0;
        let in_field = fstring.depth > 0;
        loop {
            self.take(|rest| scan::fstring_text(rest, quote));
            match self.peek(0) {
                b'{' if self.peek(1) == b'{' && !in_spec => return self.doubled_brace(start),
                b'{' => {
                    self.push_text(start);
                    return self.open_field();
                }
                b'}' if self.peek(1) == b'}' && !in_spec && !in_field => return self.doubled_brace(start),
                b'}' => {
                    self.push_text(start);
                    self.fstring().in_text = false;
                    return Ok(());
                }
                b'\\' => self.fstring_escape(raw),
                b'\n' if triple => self.at += 1,
                b'\n' if in_spec && !self.at_end() => {
                    self.push_text(start);
                    let fstring = self.fstring();
                    fstring.in_text = false;
                    fstring.in_spec = false;
                    return Ok(());
                }
                byte if byte == quote && self.at_fstring_end(quote, triple) => {
                    self.push_text(start);
                    return Ok(());
                }
                byte if byte == quote => self.at += 1,
                _ => {
                    let kind = if triple { "triple-quoted f-string" } else { "f-string" };
                    return Err(self.unterminated_message(opened, kind));
                }
            }
        }
    }

    fn push_text(&mut self, start: usize) {
        if self.at > start {
            self.push(Tok::FStringMiddle, start, self.at);
        }
    }

    /// `{{` and `}}` stand for one brace and end the token.
    fn doubled_brace(&mut self, start: usize) -> Step {
        self.at += 2;
        self.push(Tok::FStringMiddle, start, self.at);
        Ok(())
    }

    /// A backslash in the text: it hides a quote, but no brace, except in `\N{...}`.
    fn fstring_escape(&mut self, raw: bool) {
        match self.peek(1) {
            b'{' | b'}' => self.at += 1,
            b'N' if !raw && self.peek(2) == b'{' => {
                self.at += 3;
                let name = self.bytes()[self.at..].iter();
                self.at += name.take_while(|byte| !b"{}\n'\"".contains(byte)).count();
                if self.peek(0) == b'}' {
                    self.at += 1;
                }
            }
            _ => self.at = (self.at + 2).min(self.bytes().len()),
        }
    }

    /// In a field, `:` starts the format specification. It is no part of `:=` there.
    pub(super) fn fstring_field_ends(&mut self, first: u8) -> Result<bool, crate::error::SyntaxError> {
        let Some(fstring) = self.fstrings.last_mut() else { return Ok(false) };
        if first != b':' || fstring.depth - 1 != fstring.field {
            return Ok(false);
        }
        fstring.in_text = true;
        fstring.in_spec = true;
        let start = self.at;
        self.at += 1;
        self.push(Tok::Colon, start, start + 1);
        Ok(true)
    }
}
