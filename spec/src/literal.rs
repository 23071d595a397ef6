//! What literals mean (Language Reference 2.4): shared by the fast parser and the normative one.

use crate::ast::{Ast, Constant, ListId, NodeId, Span};
use crate::constant::{ConstantValue, Wtf8};
use crate::escapes;
use num_bigint::BigInt;

/// Longer decimal literals are errors, since converting them takes more than linear time.
const MAX_DIGITS: usize = 4300;

/// A string literal taken apart.
pub(crate) struct Literal<'s> {
    pub body: &'s str,
    pub raw: bool,
    pub bytes: bool,
    pub unicode: bool,
}

/// Takes a string literal apart into prefix and body.
pub(crate) fn split_literal(text: &str) -> Literal<'_> {
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
pub(crate) enum Part {
    /// Text; whether the first of its literals has the prefix `u`.
    Text(Wtf8, Span, bool),
    Field(NodeId),
}

/// The parts of adjacent literals.
#[derive(Default)]
pub(crate) struct Parts {
    pub list: Vec<Part>,
}

impl Parts {
    /// Adds text; it joins the text before it, whose span then reaches to its end.
    pub fn push_text(&mut self, text: Wtf8, span: Span, unicode: bool) {
        match self.list.last_mut() {
            Some(Part::Text(before, before_span, _)) => {
                before.append(&text);
                before_span.end = span.end;
            }
            _ => self.list.push(Part::Text(text, span, unicode)),
        }
    }

    /// The parts as text, where none is a field; and whether the first literal has the prefix `u`.
    pub fn into_text(self) -> (Wtf8, bool) {
        match self.list.into_iter().next() {
            Some(Part::Text(text, _, unicode)) => (text, unicode),
            _ => (Wtf8::default(), false),
        }
    }

    /// The nodes of the parts, as a list. Empty text is left out.
    pub fn into_list(self, ast: &mut Ast) -> ListId {
        let mut nodes = Vec::with_capacity(self.list.len());
        for part in self.list {
            match part {
                Part::Field(node) => nodes.push(node),
                Part::Text(text, ..) if text.is_empty() => {}
                Part::Text(text, span, unicode) => {
                    let kind = unicode.then(|| ast.names.intern("u"));
                    let value = ast.add_constant(ConstantValue::Str(text));
                    nodes.push(ast.add(Constant { value, kind }, span));
                }
            }
        }
        ast.add_nodes(&nodes)
    }
}

/// The text of a string literal, or what is wrong with it.
pub(crate) fn decode(literal: &Literal) -> Result<Wtf8, String> {
    if literal.raw { Ok(Wtf8::from(literal.body)) } else { escapes::decode_text(literal.body) }
}

/// The value of a bytes literal, or what is wrong with it.
pub(crate) fn decode_bytes(literal: &Literal) -> Result<Vec<u8>, String> {
    if !literal.body.is_ascii() {
        return Err("bytes can only contain ASCII literal characters".to_owned());
    }
    if literal.raw {
        return Ok(literal.body.as_bytes().to_vec());
    }
    escapes::decode_bytes(literal.body.as_bytes())
}

/// The text of an f-string's token, or what is wrong with it.
pub(crate) fn decode_formatted(text: &str, raw: bool) -> Result<Wtf8, String> {
    // A doubled brace ends its token, and stands for one.
    let doubled = text.ends_with("{{") || text.ends_with("}}");
    let text = &text[..text.len() - usize::from(doubled)];
    if raw { Ok(Wtf8::from(text)) } else { escapes::decode_text(text) }
}
/// The text of a field with `=`: white space is kept, comments are dropped. Like CPython 3.13, this takes any `#`
/// for the start of a comment.
pub(crate) fn without_comments(text: &str) -> String {
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

/// The value of a numeric literal, or what is wrong with it.
pub(crate) fn number_value(text: &str) -> Result<ConstantValue, String> {
    let stripped;
    let text = if text.contains('_') {
        stripped = text.replace('_', "");
        &stripped
    } else {
        text
    };
    let bytes = text.as_bytes();
    if let [b'0', letter, ..] = bytes {
        let radix = match letter {
            b'x' | b'X' => 16,
            b'o' | b'O' => 8,
            b'b' | b'B' => 2,
            _ => 10,
        };
        if radix != 10 {
            return Ok(ConstantValue::Int(integer(&text[2..], radix)));
        }
    }
    if let Some(number) = text.strip_suffix(['j', 'J']) {
        return Ok(ConstantValue::Imaginary(number.parse().unwrap_or(f64::INFINITY)));
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        if bytes.len() > MAX_DIGITS {
            return Err(too_many_digits(bytes.len()));
        }
        return Ok(ConstantValue::Int(integer(text, 10)));
    }
    Ok(ConstantValue::Float(text.parse().unwrap_or(f64::INFINITY)))
}

fn integer(digits: &str, radix: u32) -> BigInt {
    match u64::from_str_radix(digits, radix) {
        Ok(small) => BigInt::from(small),
        Err(_) => BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default(),
    }
}

#[cold]
fn too_many_digits(digits: usize) -> String {
    format!(
        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {digits} digits; use \
         sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals \
         to avoid decimal conversion limits."
    )
}
