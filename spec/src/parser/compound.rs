//! Compound statements (Language Reference, chapter 8), `match` apart.

use super::expressions::power;
use super::{Parsed, Parser};
use crate::ast::{
    Ast, AsyncFor, AsyncFunctionDef, AsyncWith, ClassDef, ExceptHandler, For, FunctionDef, If, Kind, ListId,
    NodeId, ParamSpec, Starred, Try, TryStar, TypeVar, TypeVarTuple, While, With, withitem,
};
use crate::tokens::Tok;

impl Parser<'_> {
    /// A compound statement if one starts here.
    pub(super) fn compound_statement(&mut self) -> Parsed<Option<NodeId>> {
        let start = self.start();
        let node = match self.kind() {
            Tok::Name => return self.match_statement(),
            Tok::Def => self.function(start, Ast::EMPTY)?,
            Tok::If => self.if_statement()?,
            Tok::Class => self.class(Ast::EMPTY)?,
            Tok::With => self.with_statement(start)?,
            Tok::For => self.for_statement(start)?,
            Tok::Try => self.try_statement()?,
            Tok::While => self.while_statement()?,
            Tok::At => self.decorated()?,
            Tok::Async => self.async_statement()?,
            _ => return Ok(None),
        };
        Ok(Some(node))
    }

    fn async_statement(&mut self) -> Parsed {
        let start = self.start();
        match self.peek(1) {
            Tok::Def => self.function(start, Ast::EMPTY),
            Tok::With => self.with_statement(start),
            Tok::For => self.for_statement(start),
            _ => {
                self.advance();
                Err(self.unexpected())
            }
        }
    }

    fn else_block(&mut self) -> Parsed<ListId> {
        if self.eat(Tok::Else) { self.block() } else { Ok(Ast::EMPTY) }
    }

    /// `elif` clauses are nested in the tree, but not in the text: they are collected, then nested from the last on.
    fn if_statement(&mut self) -> Parsed {
        let mut clauses = Vec::new();
        loop {
            let start = self.start();
            self.advance();
            let test = self.named_expression()?;
            let body = self.block()?;
            clauses.push((start, test, body));
            if self.kind() != Tok::Elif {
                break;
            }
        }
        let mut orelse = self.else_block()?;
        let mut node = NodeId(0);
        for (start, test, body) in clauses.into_iter().rev() {
            node = self.add(start, If { test, body, orelse });
            orelse = self.ast.add_nodes(&[node]);
        }
        Ok(node)
    }

    fn while_statement(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let test = self.named_expression()?;
        let body = self.block()?;
        let orelse = self.else_block()?;
        Ok(self.add(start, While { test, body, orelse }))
    }

    fn for_statement(&mut self, start: u32) -> Parsed {
        let is_async = self.eat(Tok::Async);
        self.advance();
        let target = self.star_targets()?;
        self.expect(Tok::In)?;
        let iter = self.star_expressions()?;
        let body = self.block()?;
        let orelse = self.else_block()?;
        Ok(if is_async {
            self.add(start, AsyncFor { target, iter, body, orelse, type_comment: None })
        } else {
            self.add(start, For { target, iter, body, orelse, type_comment: None })
        })
    }

    fn with_statement(&mut self, start: u32) -> Parsed {
        let is_async = self.eat(Tok::Async);
        self.advance();
        let items = match self.kind() {
            Tok::LeftParen => self.attempt(Self::parenthesized_items),
            _ => None,
        };
        let items = match items {
            Some(items) => items,
            None => self.with_items(Tok::Colon)?,
        };
        let body = self.block()?;
        Ok(if is_async {
            self.add(start, AsyncWith { items, body, type_comment: None })
        } else {
            self.add(start, With { items, body, type_comment: None })
        })
    }

    /// Items in parentheses of their own; `with (a, b):` has two items, not a tuple.
    fn parenthesized_items(&mut self) -> Parsed<ListId> {
        self.advance();
        let items = self.with_items(Tok::RightParen)?;
        self.advance();
        if self.kind() == Tok::Colon { Ok(items) } else { Err(self.unexpected()) }
    }

    fn with_items(&mut self, close: Tok) -> Parsed<ListId> {
        let mark = self.stack.len();
        loop {
            let start = self.start();
            let context_expr = self.expression()?;
            let optional_vars = if self.eat(Tok::As) { Some(self.star_target()?) } else { None };
            let item = self.add(start, withitem { context_expr, optional_vars });
            self.push(item);
            if !self.eat(Tok::Comma) || close == Tok::RightParen && self.kind() == close {
                break;
            }
        }
        if self.kind() != close {
            return Err(self.unexpected());
        }
        Ok(self.list_from(mark))
    }

    fn try_statement(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let body = self.block()?;
        let mark = self.stack.len();
        let is_star = self.kind() == Tok::Except && self.peek(1) == Tok::Star;
        while self.kind() == Tok::Except {
            let handler = self.handler(is_star)?;
            self.push(handler);
        }
        let handlers = self.list_from(mark);
        let orelse = if handlers == Ast::EMPTY { Ast::EMPTY } else { self.else_block()? };
        let finalbody = if self.eat(Tok::Finally) { self.block()? } else { Ast::EMPTY };
        if handlers == Ast::EMPTY && finalbody == Ast::EMPTY {
            return Err(self.unexpected());
        }
        Ok(if is_star {
            self.add(start, TryStar { body, handlers, orelse, finalbody })
        } else {
            self.add(start, Try { body, handlers, orelse, finalbody })
        })
    }

    fn handler(&mut self, is_star: bool) -> Parsed {
        let start = self.start();
        self.advance();
        if self.eat(Tok::Star) != is_star {
            return Err(self.unexpected());
        }
        if self.kind() == Tok::Colon && !is_star {
            let body = self.block()?;
            return Ok(self.add(start, ExceptHandler { type_: None, name: None, body }));
        }
        let type_ = Some(self.expression()?);
        let name = if self.eat(Tok::As) { Some(self.name()?) } else { None };
        let body = self.block()?;
        Ok(self.add(start, ExceptHandler { type_, name, body }))
    }

    fn decorated(&mut self) -> Parsed {
        let mark = self.stack.len();
        while self.eat(Tok::At) {
            let decorator = self.named_expression()?;
            self.push(decorator);
            self.expect(Tok::Newline)?;
        }
        let decorators = self.list_from(mark);
        let start = self.start();
        match (self.kind(), self.peek(1)) {
            (Tok::Def, _) | (Tok::Async, Tok::Def) => self.function(start, decorators),
            (Tok::Class, _) => self.class(decorators),
            _ => Err(self.unexpected()),
        }
    }

    fn function(&mut self, start: u32, decorator_list: ListId) -> Parsed {
        let is_async = self.eat(Tok::Async);
        self.advance();
        let name = self.name()?;
        let type_params = self.type_parameters()?;
        self.expect(Tok::LeftParen)?;
        let args = self.parameters(Tok::RightParen, true)?;
        self.advance();
        let returns = if self.eat(Tok::Arrow) { Some(self.expression()?) } else { None };
        let body = self.block()?;
        let type_comment = None;
        Ok(if is_async {
            let form =
                AsyncFunctionDef { name, args, body, decorator_list, returns, type_comment, type_params };
            self.add(start, form)
        } else {
            let form = FunctionDef { name, args, body, decorator_list, returns, type_comment, type_params };
            self.add(start, form)
        })
    }

    fn class(&mut self, decorator_list: ListId) -> Parsed {
        let start = self.start();
        self.advance();
        let name = self.name()?;
        let type_params = self.type_parameters()?;
        let open = self.start();
        let (bases, keywords) = if self.eat(Tok::LeftParen) {
            let (bases, keywords, lone_generator) = self.argument_list(open)?;
            // Only a call may hold a generator expression without parentheses.
            if lone_generator.is_some() {
                return Err(self.unexpected());
            }
            self.expect(Tok::RightParen)?;
            (bases, keywords)
        } else {
            (Ast::EMPTY, Ast::EMPTY)
        };
        let body = self.block()?;
        Ok(self.add(start, ClassDef { name, bases, keywords, body, decorator_list, type_params }))
    }

    /// `[T: bound = default, *Ts, **P]` (Language Reference 8.10, PEP 695, PEP 696).
    pub(super) fn type_parameters(&mut self) -> Parsed<ListId> {
        if !self.eat(Tok::LeftBracket) {
            return Ok(Ast::EMPTY);
        }
        let mark = self.stack.len();
        loop {
            let parameter = self.type_parameter()?;
            self.push(parameter);
            if !self.eat(Tok::Comma) || self.kind() == Tok::RightBracket {
                break;
            }
        }
        self.expect(Tok::RightBracket)?;
        Ok(self.list_from(mark))
    }

    fn type_parameter(&mut self) -> Parsed {
        let start = self.start();
        if self.eat(Tok::Star) {
            let name = self.name()?;
            let default_value = if self.eat(Tok::Equal) { Some(self.starred_default()?) } else { None };
            return Ok(self.add(start, TypeVarTuple { name, default_value }));
        }
        if self.eat(Tok::DoubleStar) {
            let name = self.name()?;
            let default_value = if self.eat(Tok::Equal) { Some(self.expression()?) } else { None };
            return Ok(self.add(start, ParamSpec { name, default_value }));
        }
        let name = self.name()?;
        let bound = if self.eat(Tok::Colon) { Some(self.expression()?) } else { None };
        let default_value = if self.eat(Tok::Equal) { Some(self.expression()?) } else { None };
        Ok(self.add(start, TypeVar { name, bound, default_value }))
    }

    fn starred_default(&mut self) -> Parsed {
        let start = self.start();
        if !self.eat(Tok::Star) {
            return self.expression();
        }
        let value = self.operators(power::BIT_OR)?;
        Ok(self.add(start, Starred { value, ctx: Kind::Load }))
    }
}
