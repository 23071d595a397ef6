//! Atoms and primaries: displays, comprehensions, attribute references, subscriptions (Language Reference 6.2, 6.3).

use super::expressions::{power, starts_expression};
use super::{Parsed, Parser};
use crate::ast::{
    Attribute, Constant, Dict, DictComp, GeneratorExp, Kind, List, ListComp, ListId, Name, NodeId, Set,
    SetComp, Slice, Starred, Subscript, Tuple, comprehension,
};
use crate::constant::ConstantValue;
use crate::literal;
use crate::tokens::Tok;

impl Parser<'_> {
    /// An atom and the attribute references, subscriptions and calls that follow it.
    pub(super) fn primary(&mut self) -> Parsed {
        let start = self.start();
        let mut value = self.atom()?;
        loop {
            value = match self.kind() {
                Tok::Dot => {
                    self.advance();
                    let attr = self.name()?;
                    self.add(start, Attribute { value, attr, ctx: Kind::Load })
                }
                Tok::LeftParen => self.nested(|parser| parser.call(start, value))?,
                Tok::LeftBracket => {
                    self.advance();
                    let slice = self.nested(Self::slices)?;
                    self.expect(Tok::RightBracket)?;
                    self.add(start, Subscript { value, slice, ctx: Kind::Load })
                }
                _ => return Ok(value),
            };
        }
    }

    pub(super) fn atom(&mut self) -> Parsed {
        let start = self.start();
        match self.kind() {
            Tok::Name => {
                let id = self.name()?;
                Ok(self.add(start, Name { id, ctx: Kind::Load }))
            }
            Tok::Number => self.number(),
            Tok::String | Tok::FStringStart => self.strings(),
            Tok::None => Ok(self.constant(ConstantValue::None)),
            Tok::True => Ok(self.constant(ConstantValue::True)),
            Tok::False => Ok(self.constant(ConstantValue::False)),
            Tok::Ellipsis => Ok(self.constant(ConstantValue::Ellipsis)),
            Tok::LeftParen => self.nested(Self::parenthesized),
            Tok::LeftBracket => self.nested(Self::list_display),
            Tok::LeftBrace => self.nested(Self::brace_display),
            _ => Err(self.unexpected()),
        }
    }

    /// The number that the current token spells.
    pub(super) fn number(&mut self) -> Parsed {
        match literal::number_value(self.text(self.token)) {
            Ok(value) => Ok(self.constant(value)),
            Err(message) => Err(self.error(self.token.span(), &message)),
        }
    }

    /// The current token stands for this constant.
    pub(super) fn constant(&mut self, constant: ConstantValue) -> NodeId {
        let start = self.start();
        self.advance();
        let value = self.ast.add_constant(constant);
        self.add(start, Constant { value, kind: None })
    }

    /// `()`, `(x)`, `(x, y)`, `(x for x in y)`, `(yield x)`.
    fn parenthesized(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        if self.eat(Tok::RightParen) {
            return Ok(self.add(start, Tuple { elts: crate::ast::Ast::EMPTY, ctx: Kind::Load }));
        }
        if self.kind() == Tok::Yield {
            let inner = self.yield_expression()?;
            self.expect(Tok::RightParen)?;
            return Ok(inner);
        }
        let first = self.star_named_expression()?;
        match self.kind() {
            Tok::RightParen if self.ast.kind(first) != Kind::Starred => {
                self.advance();
                Ok(first)
            }
            Tok::For | Tok::Async => {
                let generators = self.comprehension_clauses(first)?;
                self.expect(Tok::RightParen)?;
                Ok(self.add(start, GeneratorExp { elt: first, generators }))
            }
            Tok::Comma => {
                let elts = self.elements(first)?;
                self.expect(Tok::RightParen)?;
                Ok(self.add(start, Tuple { elts, ctx: Kind::Load }))
            }
            _ => Err(self.unexpected()),
        }
    }

    /// The elements of a display, the first of which has been read.
    fn elements(&mut self, first: NodeId) -> Parsed<ListId> {
        let mark = self.stack.len();
        self.push(first);
        while self.eat(Tok::Comma) && starts_expression(self.kind()) {
            let element = self.star_named_expression()?;
            self.push(element);
        }
        Ok(self.list_from(mark))
    }

    fn list_display(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        if self.eat(Tok::RightBracket) {
            return Ok(self.add(start, List { elts: crate::ast::Ast::EMPTY, ctx: Kind::Load }));
        }
        let first = self.star_named_expression()?;
        if matches!(self.kind(), Tok::For | Tok::Async) {
            let generators = self.comprehension_clauses(first)?;
            self.expect(Tok::RightBracket)?;
            return Ok(self.add(start, ListComp { elt: first, generators }));
        }
        let elts = self.elements(first)?;
        self.expect(Tok::RightBracket)?;
        Ok(self.add(start, List { elts, ctx: Kind::Load }))
    }

    /// A dictionary, a set, or a comprehension of either.
    fn brace_display(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        if matches!(self.kind(), Tok::RightBrace | Tok::DoubleStar) {
            return self.dict_items(start, self.stack.len(), Vec::new());
        }
        let bare_assignment = self.kind() == Tok::Name && self.peek(1) == Tok::ColonEqual;
        let first = self.star_named_expression()?;
        match self.kind() {
            // An assignment expression may be a key only in parentheses.
            Tok::Colon if !bare_assignment && self.ast.kind(first) != Kind::Starred => {
                self.dict_from(start, first)
            }
            Tok::For | Tok::Async => {
                let generators = self.comprehension_clauses(first)?;
                self.expect(Tok::RightBrace)?;
                Ok(self.add(start, SetComp { elt: first, generators }))
            }
            _ => {
                let elts = self.elements(first)?;
                self.expect(Tok::RightBrace)?;
                Ok(self.add(start, Set { elts }))
            }
        }
    }

    /// A dictionary or its comprehension, whose first key has been read.
    fn dict_from(&mut self, start: u32, key: NodeId) -> Parsed {
        self.advance();
        let value = self.expression()?;
        if matches!(self.kind(), Tok::For | Tok::Async) {
            let generators = self.comprehension_clauses(key)?;
            self.expect(Tok::RightBrace)?;
            return Ok(self.add(start, DictComp { key, value, generators }));
        }
        let mark = self.stack.len();
        self.push(key);
        if self.kind() != Tok::RightBrace {
            self.expect(Tok::Comma)?;
        }
        self.dict_items(start, mark, vec![value.0])
    }

    /// The items of a dictionary up to its brace. Keys are on the stack from `mark` on.
    fn dict_items(&mut self, start: u32, mark: usize, mut values: Vec<u32>) -> Parsed {
        while self.kind() != Tok::RightBrace {
            if self.eat(Tok::DoubleStar) {
                self.stack.push(0);
                values.push(self.operators(power::BIT_OR)?.0);
            } else {
                let key = self.expression()?;
                self.push(key);
                self.expect(Tok::Colon)?;
                values.push(self.expression()?.0);
            }
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        self.expect(Tok::RightBrace)?;
        let keys = self.list_from(mark);
        let values = self.ast.add_list(values.into_iter());
        Ok(self.add(start, Dict { keys, values }))
    }

    /// The clauses of a comprehension (Language Reference 6.2.4).
    pub(super) fn comprehension_clauses(&mut self, element: NodeId) -> Parsed<ListId> {
        if self.ast.kind(element) == Kind::Starred {
            let span = self.ast.span(element);
            return Err(self.error(span, "iterable unpacking cannot be used in comprehension"));
        }
        let mark = self.stack.len();
        while matches!(self.kind(), Tok::For | Tok::Async) {
            let start = self.start();
            let is_async = i32::from(self.eat(Tok::Async));
            self.expect(Tok::For)?;
            let target = self.star_targets()?;
            self.expect(Tok::In)?;
            let iter = self.operators(power::OR)?;
            let tests = self.stack.len();
            while self.eat(Tok::If) {
                let test = self.operators(power::OR)?;
                self.push(test);
            }
            let ifs = self.list_from(tests);
            let clause = self.add(start, comprehension { target, iter, ifs, is_async });
            self.push(clause);
        }
        Ok(self.list_from(mark))
    }

    /// What stands in the brackets of a subscription (Language Reference 6.3.2).
    fn slices(&mut self) -> Parsed {
        let start = self.start();
        let first = self.slice()?;
        if self.kind() != Tok::Comma && self.ast.kind(first) != Kind::Starred {
            return Ok(first);
        }
        let mark = self.stack.len();
        self.push(first);
        while self.eat(Tok::Comma) && (starts_expression(self.kind()) || self.kind() == Tok::Colon) {
            let next = self.slice()?;
            self.push(next);
        }
        let elts = self.list_from(mark);
        Ok(self.add(start, Tuple { elts, ctx: Kind::Load }))
    }

    fn slice(&mut self) -> Parsed {
        let start = self.start();
        if self.eat(Tok::Star) {
            let value = self.expression()?;
            return Ok(self.add(start, Starred { value, ctx: Kind::Load }));
        }
        if self.kind() == Tok::Name && self.peek(1) == Tok::ColonEqual {
            return self.named_expression();
        }
        let lower = if self.kind() == Tok::Colon { None } else { Some(self.expression()?) };
        if let (Some(index), false) = (lower, self.kind() == Tok::Colon) {
            return Ok(index);
        }
        self.expect(Tok::Colon)?;
        let upper = self.slice_part()?;
        let step = if self.eat(Tok::Colon) { self.slice_part()? } else { None };
        Ok(self.add(start, Slice { lower, upper, step }))
    }

    fn slice_part(&mut self) -> Parsed<Option<NodeId>> {
        let present = starts_expression(self.kind()) && self.kind() != Tok::Star;
        if present { Ok(Some(self.expression()?)) } else { Ok(None) }
    }
}
