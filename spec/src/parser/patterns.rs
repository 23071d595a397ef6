//! The `match` statement and its patterns (Language Reference 8.6).

use super::expressions::starts_expression;
use super::{Parsed, Parser};
use crate::ast::{
    Ast, Attribute, BinOp, Constant, Kind, ListId, Match, MatchAs, MatchClass, MatchMapping, MatchOr,
    MatchSequence, MatchSingleton, MatchStar, MatchValue, Name, NodeId, UnaryOp, match_case,
};
use crate::constant::ConstantValue;
use crate::names::Symbol;
use crate::tokens::Tok;

impl Parser<'_> {
    /// A `match` statement if one starts here: `match` is a keyword only before a subject, a colon and a `case`.
    pub(super) fn match_statement(&mut self) -> Parsed<Option<NodeId>> {
        if !starts_expression(self.peek(1)) || !self.at_soft_keyword("match") {
            return Ok(None);
        }
        let start = self.start();
        let Some(subject) = self.attempt(Self::match_header) else { return Ok(None) };
        let mark = self.stack.len();
        self.nested(|parser| {
            while !parser.eat(Tok::Dedent) {
                let case = parser.case()?;
                parser.push(case);
            }
            Ok(())
        })?;
        let cases = self.list_from(mark);
        Ok(Some(self.add(start, Match { subject, cases })))
    }

    /// The subject and what follows it up to the first `case`.
    fn match_header(&mut self) -> Parsed {
        self.advance();
        let start = self.start();
        let first = self.star_named_expression()?;
        let subject = if self.kind() == Tok::Comma {
            self.tuple_rest(start, first, Self::star_named_expression)?
        } else if self.ast.kind(first) == Kind::Starred {
            return Err(self.unexpected());
        } else {
            first
        };
        for kind in [Tok::Colon, Tok::Newline, Tok::Indent] {
            self.expect(kind)?;
        }
        if self.at_soft_keyword("case") { Ok(subject) } else { Err(self.unexpected()) }
    }

    fn case(&mut self) -> Parsed {
        let start = self.start();
        if !self.at_soft_keyword("case") {
            return Err(self.unexpected());
        }
        self.advance();
        let pattern = self.patterns()?;
        let guard = if self.eat(Tok::If) { Some(self.named_expression()?) } else { None };
        let body = self.block()?;
        Ok(self.add(start, match_case { pattern, guard, body }))
    }

    /// A pattern, or a sequence of patterns without brackets.
    fn patterns(&mut self) -> Parsed {
        let start = self.start();
        let first = self.maybe_star_pattern()?;
        if self.kind() != Tok::Comma {
            if self.ast.kind(first) == Kind::MatchStar {
                return Err(self.unexpected());
            }
            return Ok(first);
        }
        let patterns = self.pattern_list(first)?;
        Ok(self.add(start, MatchSequence { patterns }))
    }

    /// The patterns of a sequence, the first of which has been read.
    fn pattern_list(&mut self, first: NodeId) -> Parsed<ListId> {
        let mark = self.stack.len();
        self.push(first);
        while self.eat(Tok::Comma) && starts_expression(self.kind()) {
            let next = self.maybe_star_pattern()?;
            self.push(next);
        }
        Ok(self.list_from(mark))
    }

    fn maybe_star_pattern(&mut self) -> Parsed {
        let start = self.start();
        if !self.eat(Tok::Star) {
            return self.pattern();
        }
        let name = if self.at_soft_keyword("_") {
            self.advance();
            None
        } else {
            Some(self.capture_name()?)
        };
        Ok(self.add(start, MatchStar { name }))
    }

    /// The name of a capture: no dot, call or `=` follows it, and it is not `_`.
    fn capture_name(&mut self) -> Parsed<Symbol> {
        if self.at_soft_keyword("_") || matches!(self.peek(1), Tok::Dot | Tok::LeftParen | Tok::Equal) {
            return Err(self.unexpected());
        }
        self.name()
    }

    /// A pattern with an optional `as` (Language Reference 8.6.4.1, 8.6.4.2).
    fn pattern(&mut self) -> Parsed {
        self.nested(|parser| {
            let start = parser.start();
            let pattern = parser.or_pattern()?;
            if !parser.eat(Tok::As) {
                return Ok(pattern);
            }
            let name = Some(parser.capture_name()?);
            Ok(parser.add(start, MatchAs { pattern: Some(pattern), name }))
        })
    }

    fn or_pattern(&mut self) -> Parsed {
        let start = self.start();
        let first = self.closed_pattern()?;
        if self.kind() != Tok::Bar {
            return Ok(first);
        }
        let mark = self.stack.len();
        self.push(first);
        while self.eat(Tok::Bar) {
            let next = self.closed_pattern()?;
            self.push(next);
        }
        let patterns = self.list_from(mark);
        Ok(self.add(start, MatchOr { patterns }))
    }

    fn closed_pattern(&mut self) -> Parsed {
        let start = self.start();
        match self.kind() {
            Tok::Name => self.name_pattern(),
            Tok::None => Ok(self.singleton(ConstantValue::None)),
            Tok::True => Ok(self.singleton(ConstantValue::True)),
            Tok::False => Ok(self.singleton(ConstantValue::False)),
            Tok::Number | Tok::Minus | Tok::String | Tok::FStringStart => {
                let value = self.literal()?;
                Ok(self.add(start, MatchValue { value }))
            }
            Tok::LeftParen => self.parenthesized_pattern(),
            Tok::LeftBracket => {
                self.advance();
                let patterns = self.sequence_items(Tok::RightBracket)?;
                Ok(self.add(start, MatchSequence { patterns }))
            }
            Tok::LeftBrace => self.mapping_pattern(),
            _ => Err(self.unexpected()),
        }
    }

    fn singleton(&mut self, constant: ConstantValue) -> NodeId {
        let start = self.start();
        self.advance();
        let value = self.ast.add_constant(constant);
        self.add(start, MatchSingleton { value })
    }

    fn sequence_items(&mut self, close: Tok) -> Parsed<ListId> {
        if self.eat(close) {
            return Ok(Ast::EMPTY);
        }
        let first = self.maybe_star_pattern()?;
        let patterns = self.pattern_list(first)?;
        self.expect(close)?;
        Ok(patterns)
    }

    /// A group, or a sequence if there is a comma (Language Reference 8.6.4.7, 8.6.4.8).
    fn parenthesized_pattern(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        if self.eat(Tok::RightParen) {
            return Ok(self.add(start, MatchSequence { patterns: Ast::EMPTY }));
        }
        let first = self.maybe_star_pattern()?;
        if self.kind() == Tok::RightParen && self.ast.kind(first) != Kind::MatchStar {
            self.advance();
            return Ok(first);
        }
        if self.kind() != Tok::Comma {
            return Err(self.unexpected());
        }
        let patterns = self.pattern_list(first)?;
        self.expect(Tok::RightParen)?;
        Ok(self.add(start, MatchSequence { patterns }))
    }

    /// A capture, the wildcard, a dotted value or a class (Language Reference 8.6.4.4 to 8.6.4.6, 8.6.4.10).
    fn name_pattern(&mut self) -> Parsed {
        let start = self.start();
        if self.at_soft_keyword("_") {
            self.advance();
            return Ok(self.add(start, MatchAs { pattern: None, name: None }));
        }
        if !matches!(self.peek(1), Tok::Dot | Tok::LeftParen | Tok::Equal) {
            let name = Some(self.name()?);
            return Ok(self.add(start, MatchAs { pattern: None, name }));
        }
        let value = self.name_or_attribute()?;
        if self.kind() == Tok::LeftParen {
            return self.class_pattern(start, value);
        }
        if self.ast.kind(value) == Kind::Name || self.kind() == Tok::Equal {
            return Err(self.unexpected());
        }
        Ok(self.add(start, MatchValue { value }))
    }

    fn name_or_attribute(&mut self) -> Parsed {
        let start = self.start();
        let id = self.name()?;
        let mut value = self.add(start, Name { id, ctx: Kind::Load });
        while self.eat(Tok::Dot) {
            let attr = self.name()?;
            value = self.add(start, Attribute { value, attr, ctx: Kind::Load });
        }
        Ok(value)
    }

    fn class_pattern(&mut self, start: u32, cls: NodeId) -> Parsed {
        self.advance();
        let mark = self.stack.len();
        let mut names = Vec::new();
        let mut keyword_patterns = Vec::new();
        while self.kind() != Tok::RightParen {
            if self.kind() == Tok::Name && self.peek(1) == Tok::Equal {
                // After positional patterns, CPython takes `_` for one more of them.
                if names.is_empty() && self.stack.len() > mark && self.at_soft_keyword("_") {
                    return Err(self.unexpected());
                }
                names.push(self.name()?.0);
                self.advance();
                keyword_patterns.push(self.pattern()?.0);
            } else if names.is_empty() {
                let pattern = self.pattern()?;
                self.push(pattern);
            } else {
                return Err(self.unexpected());
            }
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        self.expect(Tok::RightParen)?;
        let patterns = self.list_from(mark);
        let kwd_attrs = self.ast.add_list(names.into_iter());
        let kwd_patterns = self.ast.add_list(keyword_patterns.into_iter());
        Ok(self.add(start, MatchClass { cls, patterns, kwd_attrs, kwd_patterns }))
    }

    fn mapping_pattern(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let mark = self.stack.len();
        let mut patterns = Vec::new();
        let mut rest = None;
        while self.kind() != Tok::RightBrace && rest.is_none() {
            if self.eat(Tok::DoubleStar) {
                rest = Some(self.capture_name()?);
            } else {
                let key = self.mapping_key()?;
                self.push(key);
                self.expect(Tok::Colon)?;
                patterns.push(self.pattern()?.0);
            }
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        self.expect(Tok::RightBrace)?;
        let keys = self.list_from(mark);
        let patterns = self.ast.add_list(patterns.into_iter());
        Ok(self.add(start, MatchMapping { keys, patterns, rest }))
    }

    fn mapping_key(&mut self) -> Parsed {
        match self.kind() {
            Tok::Name if self.peek(1) == Tok::Dot => self.name_or_attribute(),
            Tok::None => Ok(self.constant(ConstantValue::None)),
            Tok::True => Ok(self.constant(ConstantValue::True)),
            Tok::False => Ok(self.constant(ConstantValue::False)),
            _ => self.literal(),
        }
    }

    /// A number with a sign, a complex number, or strings (Language Reference 8.6.4.3).
    fn literal(&mut self) -> Parsed {
        if matches!(self.kind(), Tok::String | Tok::FStringStart) {
            return self.strings();
        }
        let start = self.start();
        let left = self.signed_number()?;
        let op = match self.kind() {
            Tok::Plus => Kind::Add,
            Tok::Minus => Kind::Sub,
            _ => return Ok(left),
        };
        self.advance();
        let number = match self.ast.kind(left) {
            Kind::UnaryOp => self.ast.view::<UnaryOp>(left).operand,
            _ => left,
        };
        if self.is_imaginary(number) {
            return Err(self.error(self.ast.span(number), "real number required in complex literal"));
        }
        if self.kind() != Tok::Number {
            return Err(self.unexpected());
        }
        let right = self.number()?;
        if !self.is_imaginary(right) {
            return Err(self.error(self.ast.span(right), "imaginary number required in complex literal"));
        }
        Ok(self.add(start, BinOp { left, op, right }))
    }

    fn is_imaginary(&self, number: NodeId) -> bool {
        let value = self.ast.view::<Constant>(number).value;
        matches!(self.ast.constant(value), ConstantValue::Imaginary(_))
    }

    fn signed_number(&mut self) -> Parsed {
        let start = self.start();
        let negative = self.eat(Tok::Minus);
        if self.kind() != Tok::Number {
            return Err(self.unexpected());
        }
        let operand = self.number()?;
        Ok(if negative { self.add(start, UnaryOp { op: Kind::USub, operand }) } else { operand })
    }
}
