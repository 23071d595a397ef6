//! Reading a rule token by token.

use crate::{Fault, Parsed};
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

pub struct Cursor {
    tokens: Vec<TokenTree>,
    at: usize,
    /// Where an error at the end is shown.
    end: Span,
}

impl Cursor {
    pub fn new(stream: TokenStream, end: Span) -> Cursor {
        Cursor { tokens: stream.into_iter().collect(), at: 0, end }
    }

    pub fn inside(group: &Group) -> Cursor {
        Cursor::new(group.stream(), group.span_close())
    }

    pub fn at_end(&self) -> bool {
        self.at == self.tokens.len()
    }

    pub fn span(&self) -> Span {
        self.tokens.get(self.at).map_or(self.end, TokenTree::span)
    }

    pub fn fault<T>(&self, message: impl Into<String>) -> Parsed<T> {
        Err(Fault { span: self.span(), message: message.into() })
    }

    pub fn peek_ident(&self) -> Option<&Ident> {
        match self.tokens.get(self.at) {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    pub fn peek_word(&self, word: &str) -> bool {
        self.peek_ident().is_some_and(|ident| ident == word)
    }

    /// Whether the token after the next one is a group in parentheses: the next one is then called or destructured.
    pub fn peek_call(&self) -> bool {
        let next = self.tokens.get(self.at + 1);
        self.peek_ident().is_some()
            && matches!(next, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
    }

    pub fn ident(&mut self, expected: &str) -> Parsed<Ident> {
        match self.peek_ident().cloned() {
            Some(ident) => {
                self.at += 1;
                Ok(ident)
            }
            None => self.fault(format!("expected {expected}")),
        }
    }

    /// Takes the word if it comes next.
    pub fn word(&mut self, word: &str) -> bool {
        let found = self.peek_word(word);
        self.at += found as usize;
        found
    }

    /// Takes the punctuation character if it comes next.
    pub fn punct(&mut self, character: char) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(TokenTree::Punct(p)) if p.as_char() == character);
        self.at += found as usize;
        found
    }

    pub fn expect_punct(&mut self, character: char) -> Parsed<()> {
        if self.punct(character) { Ok(()) } else { self.fault(format!("expected `{character}`")) }
    }

    pub fn literal(&mut self) -> Option<Literal> {
        match self.tokens.get(self.at) {
            Some(TokenTree::Literal(literal)) => {
                self.at += 1;
                Some(literal.clone())
            }
            _ => None,
        }
    }

    pub fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.tokens.get(self.at) {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                self.at += 1;
                Some(group.clone())
            }
            _ => None,
        }
    }

    pub fn expect_group(&mut self, delimiter: Delimiter, expected: &str) -> Parsed<Group> {
        match self.group(delimiter) {
            Some(group) => Ok(group),
            None => self.fault(format!("expected {expected}")),
        }
    }
}
