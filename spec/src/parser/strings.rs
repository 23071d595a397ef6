//! String and bytes literals, f-strings and their concatenation (Language Reference 2.4.1 to 2.4.3).

use super::{Parsed, Parser, Rejection};
use crate::ast::{Constant, FormattedValue, JoinedStr, NodeId, Span};
use crate::constant::{ConstantValue, Wtf8};
use crate::escapes;
use crate::tokens::{Tok, Token};

/// A string literal taken apart.
struct Literal<'s> {
    body: &'s str,
    raw: bool,
    bytes: bool,
    unicode: bool,
}

fn split_literal(text: &str) -> Literal<'_> {
    let quote_at = text.find(['"', '\'']).unwrap_or(0);
    let (prefix, rest) = text.split_at(quote_at);
    let width =
        if rest.len() >= 6 && (rest.starts_with("\"\"\"") || rest.starts_with("'''")) { 3 } else { 1 };
    let has = |letter: u8| prefix.bytes().any(|byte| byte.eq_ignore_ascii_case(&letter));
    Literal {
        body: &rest[width..rest.len() - width],
        raw: has(b'r'),
        bytes: has(b'b'),
        unicode: prefix.starts_with('u'),
    }
}

/// A part of a string: text, or a field of an f-string.
enum Part {
    /// Text; whether the first of its literals has the prefix `u`.
    Text(Wtf8, Span, bool),
    Field(NodeId),
}

/// The parts of adjacent literals.
#[derive(Default)]
struct Parts {
    list: Vec<Part>,
}

impl Parts {
    /// Adds text; it joins the text before it, whose span then reaches to its end.
    fn push_text(&mut self, text: Wtf8, span: Span, unicode: bool) {
        match self.list.last_mut() {
            Some(Part::Text(before, before_span, _)) => {
                before.append(&text);
                before_span.end = span.end;
            }
            _ => self.list.push(Part::Text(text, span, unicode)),
        }
    }
}

impl Parser<'_> {
    /// One or more adjacent literals.
    pub(super) fn strings(&mut self) -> Parsed {
        if self.kind() == Tok::String && !matches!(self.peek(1), Tok::String | Tok::FStringStart) {
            return self.lone_string();
        }
        let start = self.start();
        if self.all_strings() {
            return self.concatenated(start);
        }
        let mut parts = Parts::default();
        while matches!(self.kind(), Tok::String | Tok::FStringStart) {
            if self.kind() == Tok::FStringStart {
                self.nested(|parser| parser.fstring(&mut parts))?;
            } else {
                let token = self.token;
                let literal = split_literal(self.text(token));
                if literal.bytes {
                    return Err(self.mixed(start));
                }
                let text = self.decode(&literal, token)?;
                self.advance();
                parts.push_text(text, token.span(), literal.unicode);
            }
        }
        let values = self.part_nodes(parts);
        Ok(self.add(start, JoinedStr { values }))
    }

    /// Whether the adjacent literals hold no f-string.
    fn all_strings(&self) -> bool {
        let mut ahead = 0;
        while self.peek(ahead) == Tok::String {
            ahead += 1;
        }
        self.peek(ahead) != Tok::FStringStart
    }

    fn lone_string(&mut self) -> Parsed {
        let token = self.token;
        let literal = split_literal(self.text(token));
        let kind = literal.unicode.then(|| self.ast.names.intern("u"));
        let constant = if literal.bytes {
            ConstantValue::Bytes(self.decode_bytes(&literal, token)?.into())
        } else {
            ConstantValue::Str(self.decode(&literal, token)?)
        };
        self.advance();
        let value = self.ast.add_constant(constant);
        Ok(self.add(token.start, Constant { value, kind }))
    }

    fn concatenated(&mut self, start: u32) -> Parsed {
        let first = split_literal(self.text(self.token));
        let (is_bytes, unicode) = (first.bytes, first.unicode);
        let mut text = Wtf8::default();
        let mut bytes = Vec::new();
        while self.kind() == Tok::String {
            let token = self.token;
            let literal = split_literal(self.text(token));
            if literal.bytes != is_bytes {
                return Err(self.mixed(start));
            }
            if is_bytes {
                bytes.extend(self.decode_bytes(&literal, token)?);
            } else {
                text.append(&self.decode(&literal, token)?);
            }
            self.advance();
        }
        let kind = unicode.then(|| self.ast.names.intern("u"));
        let constant = if is_bytes { ConstantValue::Bytes(bytes.into()) } else { ConstantValue::Str(text) };
        let value = self.ast.add_constant(constant);
        Ok(self.add(start, Constant { value, kind }))
    }

    #[cold]
    fn mixed(&mut self, start: u32) -> Rejection {
        while matches!(self.kind(), Tok::String | Tok::FStringStart) {
            self.advance();
        }
        self.error(self.span_from(start), "cannot mix bytes and nonbytes literals")
    }

    fn decode(&self, literal: &Literal, token: Token) -> Parsed<Wtf8> {
        if literal.raw {
            return Ok(Wtf8::from(literal.body));
        }
        escapes::decode_text(literal.body).map_err(|error| self.error(token.span(), &error))
    }

    fn decode_bytes(&self, literal: &Literal, token: Token) -> Parsed<Vec<u8>> {
        if !literal.body.is_ascii() {
            return Err(self.error(token.span(), "bytes can only contain ASCII literal characters"));
        }
        if literal.raw {
            return Ok(literal.body.as_bytes().to_vec());
        }
        escapes::decode_bytes(literal.body.as_bytes()).map_err(|error| self.error(token.span(), &error))
    }

    /// An f-string; its parts are added.
    fn fstring(&mut self, parts: &mut Parts) -> Parsed<()> {
        let prefix = self.text(self.token);
        let raw = prefix.bytes().any(|byte| byte.eq_ignore_ascii_case(&b'r'));
        self.advance();
        while self.kind() != Tok::FStringEnd {
            self.fstring_part(raw, parts)?;
        }
        self.advance();
        Ok(())
    }

    fn fstring_part(&mut self, raw: bool, parts: &mut Parts) -> Parsed<()> {
        if self.kind() == Tok::LeftBrace {
            return self.field(raw, parts);
        }
        if self.kind() != Tok::FStringMiddle {
            return Err(self.unexpected());
        }
        let token = self.token;
        let mut text = self.text(token);
        // A doubled brace ends its token, and stands for one.
        if text.ends_with("{{") || text.ends_with("}}") {
            text = &text[..text.len() - 1];
        }
        let decoded = if raw {
            Wtf8::from(text)
        } else {
            escapes::decode_text(text).map_err(|error| self.error(token.span(), &error))?
        };
        self.advance();
        parts.push_text(decoded, token.span(), false);
        Ok(())
    }

    /// A replacement field, from its brace on.
    fn field(&mut self, raw: bool, parts: &mut Parts) -> Parsed<()> {
        let start = self.start();
        self.advance();
        let value = self.yield_or_star_expressions()?;
        let debug = self.eat(Tok::Equal);
        let text_end = self.start();
        let mut conversion = -1;
        if self.kind() == Tok::Exclamation {
            conversion = self.conversion()?;
        }
        let format_spec = if self.kind() == Tok::Colon { Some(self.format_spec(raw)?) } else { None };
        self.expect(Tok::RightBrace)?;
        if debug {
            let span = Span { start: start + 1, end: text_end };
            let text = without_comments(self.source.slice(span));
            parts.push_text(Wtf8::from(&*text), span, false);
            if conversion == -1 && format_spec.is_none() {
                conversion = i32::from(b'r');
            }
        }
        let node = self.add(start, FormattedValue { value, conversion, format_spec });
        parts.list.push(Part::Field(node));
        Ok(())
    }

    /// `!s`, `!r` or `!a`.
    fn conversion(&mut self) -> Parsed<i32> {
        let mark_end = self.token.end;
        self.advance();
        let letter = self.token;
        if self.kind() != Tok::Name || letter.start != mark_end {
            return Err(self.unexpected());
        }
        let conversion = match self.text(letter) {
            "s" => b's',
            "r" => b'r',
            "a" => b'a',
            other => {
                let message =
                    format!("f-string: invalid conversion character '{other}': expected 's', 'r', or 'a'");
                return Err(self.error(letter.span(), &message));
            }
        };
        self.advance();
        Ok(i32::from(conversion))
    }

    /// A format specification, from its colon on; it may hold fields itself.
    fn format_spec(&mut self, raw: bool) -> Parsed {
        let start = self.start();
        self.advance();
        let mut parts = Parts::default();
        while self.kind() != Tok::RightBrace {
            self.nested(|parser| parser.fstring_part(raw, &mut parts))?;
        }
        let values = self.part_nodes(parts);
        Ok(self.add(start, JoinedStr { values }))
    }

    fn part_nodes(&mut self, parts: Parts) -> crate::ast::ListId {
        let mark = self.stack.len();
        for part in parts.list {
            let node = match part {
                Part::Field(node) => node,
                Part::Text(text, ..) if text.is_empty() => continue,
                Part::Text(text, span, unicode) => {
                    let kind = unicode.then(|| self.ast.names.intern("u"));
                    let value = self.ast.add_constant(ConstantValue::Str(text));
                    self.ast.add(Constant { value, kind }, span)
                }
            };
            self.push(node);
        }
        self.list_from(mark)
    }
}

/// The text of a field with `=`: white space is kept, comments are dropped. Like CPython 3.13, this takes any `#`
/// for the start of a comment.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        out.push_str(line.split('#').next().unwrap_or_default());
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    out
}
