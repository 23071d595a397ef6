//! The fast parser: recursive descent over statements, precedence climbing over operators.
//!
//! It accepts exactly Python 3.13 (Language Reference, chapters 6 to 9) and gives nodes CPython's positions: a node
//! starts with its first token (an opening parenthesis around its left operand included) and ends with its last one
//! that is not a line end. Chains (`a.b.c`, `1 + 1 + 1`, `elif`) are loops; real nesting is counted, and runs on a
//! native stack that grows with it.

mod arguments;
mod atoms;
mod compound;
mod expressions;
mod patterns;
mod statements;
mod strings;
mod targets;

use crate::ast::{Ast, Expression, Form, ListId, Module, NodeId, Span};
use crate::error::{ErrorKind, SyntaxError};
use crate::grammar;
use crate::names::{Symbol, normalize};
use crate::source::Source;
use crate::tokens::{LexicalError, Tok, Token, tokenize};

/// How deep expressions and statements may nest before the parser gives up, as CPython's does.
const MAX_DEPTH: u32 = 1500;
const RED_ZONE: usize = 128 * 1024;
const STACK_SEGMENT: usize = 2 * 1024 * 1024;

/// Parses a module (`compile` with mode "exec").
pub fn parse(source: &Source) -> Result<Ast, SyntaxError> {
    let mut parser = Parser::new(source);
    match parser.module() {
        Ok(root) => Ok(parser.finish(root)),
        Err(error) => Err(explain(*error, || grammar::parse(source))),
    }
}

/// Parses one expression (`compile` with mode "eval").
pub fn parse_expression(source: &Source) -> Result<Ast, SyntaxError> {
    let mut parser = Parser::new(source);
    match parser.lone_expression() {
        Ok(root) => Ok(parser.finish(root)),
        Err(error) => Err(explain(*error, || grammar::parse_expression(source))),
    }
}

/// What is wrong with a text is for the normative grammar to say.
fn explain(error: SyntaxError, normative: impl FnOnce() -> Result<Ast, SyntaxError>) -> SyntaxError {
    if error.kind == ErrorKind::MemoryError {
        return error;
    }
    let explained = normative();
    debug_assert!(explained.is_err(), "only the fast parser rejects the text: {error:?}");
    explained.err().unwrap_or(error)
}

type Rejection = Box<SyntaxError>;
type Parsed<T = NodeId> = Result<T, Rejection>;

struct Parser<'s> {
    source: &'s Source,
    tokens: Vec<Token>,
    lexical_error: Option<LexicalError>,
    /// The index of the current token, and the token.
    at: usize,
    token: Token,
    /// The end of the last token taken that is no line end or indentation.
    last_end: u32,
    ast: Ast,
    /// The elements of the lists that are being built, innermost last.
    stack: Vec<u32>,
    depth: u32,
}

impl<'s> Parser<'s> {
    fn new(source: &'s Source) -> Parser<'s> {
        let tokens = tokenize(source);
        let token = tokens.list[0];
        Parser {
            source,
            ast: Ast::with_capacity(tokens.list.len()),
            tokens: tokens.list,
            lexical_error: tokens.error,
            at: 0,
            token,
            last_end: 0,
            stack: Vec::new(),
            depth: 0,
        }
    }

    fn finish(self, root: NodeId) -> Ast {
        let mut ast = self.ast;
        ast.root = root;
        ast
    }

    fn module(&mut self) -> Parsed {
        let mark = self.stack.len();
        while self.kind() != Tok::End {
            self.statement()?;
        }
        let body = self.list_from(mark);
        let end = self.source.text().len();
        Ok(self.ast.add(Module { body, type_ignores: Ast::EMPTY }, Span::new(0, end)))
    }

    fn lone_expression(&mut self) -> Parsed {
        let body = self.expression_list()?;
        while self.kind() == Tok::Newline {
            self.advance();
        }
        self.expect(Tok::End)?;
        Ok(self.ast.add(Expression { body }, self.ast.span(body)))
    }

    #[inline]
    fn kind(&self) -> Tok {
        self.token.kind
    }

    /// The kind of a token after the current one.
    #[inline]
    fn peek(&self, ahead: usize) -> Tok {
        self.tokens.get(self.at + ahead).map_or(Tok::End, |token| token.kind)
    }

    /// Where the current token starts.
    #[inline]
    fn start(&self) -> u32 {
        self.token.start
    }

    #[inline]
    fn advance(&mut self) {
        if !matches!(self.token.kind, Tok::Newline | Tok::Indent | Tok::Dedent) {
            self.last_end = self.token.end;
        }
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
            self.token = self.tokens[self.at];
        }
    }

    #[inline]
    fn eat(&mut self, kind: Tok) -> bool {
        let found = self.token.kind == kind;
        if found {
            self.advance();
        }
        found
    }

    #[inline]
    fn expect(&mut self, kind: Tok) -> Parsed<()> {
        if self.eat(kind) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// From `start` to the end of the last token taken.
    #[inline]
    fn span_from(&self, start: u32) -> Span {
        Span { start, end: self.last_end }
    }

    /// Adds a node from `start` to the end of the last token taken.
    #[inline]
    fn add<F: Form>(&mut self, start: u32, form: F) -> NodeId {
        let span = self.span_from(start);
        self.ast.add(form, span)
    }

    /// Takes the list that was pushed since `mark`.
    #[inline]
    fn list_from(&mut self, mark: usize) -> ListId {
        self.ast.add_list(self.stack.drain(mark..))
    }

    #[inline]
    fn push(&mut self, node: NodeId) {
        self.stack.push(node.0);
    }

    fn text(&self, token: Token) -> &'s str {
        self.source.slice(token.span())
    }

    /// Whether the current token is this name: a keyword where the context asks for one (Language Reference 2.3.2).
    fn at_soft_keyword(&self, word: &str) -> bool {
        self.kind() == Tok::Name && self.text(self.token) == word
    }

    /// Takes a name.
    #[inline]
    fn name(&mut self) -> Parsed<Symbol> {
        if self.kind() != Tok::Name {
            return Err(self.unexpected());
        }
        let symbol = self.intern(self.token);
        self.advance();
        Ok(symbol)
    }

    #[inline]
    fn intern(&mut self, token: Token) -> Symbol {
        let text = self.text(token);
        if text.is_ascii() { self.ast.names.intern(text) } else { self.ast.names.intern(&normalize(text)) }
    }

    /// The current token cannot stand here.
    #[cold]
    fn unexpected(&self) -> Rejection {
        if self.kind() == Tok::Error
            && let Some(lexical) = &self.lexical_error
        {
            return Box::new(lexical.error.clone());
        }
        let unexpected_indent = self.kind() == Tok::Indent;
        let message = if unexpected_indent { "unexpected indent" } else { "invalid syntax" };
        let error = SyntaxError::new(self.source, self.token.span(), message);
        let kind = if unexpected_indent { ErrorKind::IndentationError } else { ErrorKind::SyntaxError };
        Box::new(error.with_kind(kind))
    }

    #[cold]
    fn error(&self, span: Span, message: &str) -> Rejection {
        Box::new(SyntaxError::new(self.source, span, message))
    }

    /// Runs a parser one level deeper, on more native stack where it runs short.
    fn nested<T>(&mut self, parser: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            let message = "Parser stack overflowed - Python source too complex to compile";
            return Err(Box::new(SyntaxError::nowhere(message).with_kind(ErrorKind::MemoryError)));
        }
        self.depth += 1;
        let result = stacker::maybe_grow(RED_ZONE, STACK_SEGMENT, || parser(self));
        self.depth -= 1;
        result
    }

    /// Tries a parser that may fail after it has taken tokens; the failure leaves no trace but unused nodes.
    fn attempt<T>(&mut self, parser: impl FnOnce(&mut Self) -> Parsed<T>) -> Option<T> {
        let (at, token, last_end) = (self.at, self.token, self.last_end);
        let (mark, depth) = (self.stack.len(), self.depth);
        let result = parser(self);
        if result.is_err() {
            (self.at, self.token, self.last_end) = (at, token, last_end);
            self.stack.truncate(mark);
            self.depth = depth;
        }
        result.ok()
    }
}
