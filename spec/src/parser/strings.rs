//! String and bytes literals, f-strings and their concatenation (Language Reference 2.4.1 to 2.4.3).

use super::{Parsed, Parser, Rejection};
use crate::ast::{Constant, FormattedValue, JoinedStr, Span};
use crate::constant::{ConstantValue, Wtf8};
use crate::literal::{self, Literal, Part, Parts, split_literal, without_comments};
use crate::tokens::{Tok, Token};

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
        let values = parts.into_list(&mut self.ast);
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
        literal::decode(literal).map_err(|error| self.error(token.span(), &error))
    }

    fn decode_bytes(&self, literal: &Literal, token: Token) -> Parsed<Vec<u8>> {
        literal::decode_bytes(literal).map_err(|error| self.error(token.span(), &error))
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
        let decoded = literal::decode_formatted(self.text(token), raw)
            .map_err(|error| self.error(token.span(), &error))?;
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
        let values = parts.into_list(&mut self.ast);
        Ok(self.add(start, JoinedStr { values }))
    }
}
