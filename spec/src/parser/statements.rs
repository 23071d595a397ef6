//! Simple statements (Language Reference, chapter 7).

use super::expressions::starts_expression;
use super::{Parsed, Parser};
use crate::ast::{
    AnnAssign, Assert, Assign, Attribute, AugAssign, Break, Call, Continue, Delete, Expr, Global, Import,
    ImportFrom, Kind, ListId, Name, NodeId, Nonlocal, Pass, Raise, Return, Subscript, TypeAlias, alias,
};
use crate::names::Symbol;
use crate::tokens::Tok;

/// The operator of an augmented assignment.
fn augmented_operator(kind: Tok) -> Option<Kind> {
    Some(match kind {
        Tok::PlusEqual => Kind::Add,
        Tok::MinusEqual => Kind::Sub,
        Tok::StarEqual => Kind::Mult,
        Tok::AtEqual => Kind::MatMult,
        Tok::SlashEqual => Kind::Div,
        Tok::PercentEqual => Kind::Mod,
        Tok::AmpersandEqual => Kind::BitAnd,
        Tok::BarEqual => Kind::BitOr,
        Tok::CaretEqual => Kind::BitXor,
        Tok::LeftShiftEqual => Kind::LShift,
        Tok::RightShiftEqual => Kind::RShift,
        Tok::DoubleStarEqual => Kind::Pow,
        Tok::DoubleSlashEqual => Kind::FloorDiv,
        _ => return None,
    })
}

impl Parser<'_> {
    /// A statement, or a line of simple statements; they are pushed.
    pub(super) fn statement(&mut self) -> Parsed<()> {
        match self.compound_statement()? {
            Some(node) => {
                self.push(node);
                Ok(())
            }
            None => self.simple_statements(),
        }
    }

    /// Simple statements separated by semicolons, up to the end of the line.
    pub(super) fn simple_statements(&mut self) -> Parsed<()> {
        loop {
            let node = self.simple_statement()?;
            self.push(node);
            if !self.eat(Tok::Semicolon) || self.kind() == Tok::Newline {
                break;
            }
        }
        self.expect(Tok::Newline)
    }

    fn simple_statement(&mut self) -> Parsed {
        let start = self.start();
        match self.kind() {
            Tok::Name if self.at_type_alias() => self.type_alias(),
            Tok::Return => {
                self.advance();
                let value =
                    if starts_expression(self.kind()) { Some(self.star_expressions()?) } else { None };
                Ok(self.add(start, Return { value }))
            }
            Tok::Import => self.import(),
            Tok::From => self.import_from(),
            Tok::Raise => self.raise(),
            Tok::Pass => {
                self.advance();
                Ok(self.add(start, Pass {}))
            }
            Tok::Break => {
                self.advance();
                Ok(self.add(start, Break {}))
            }
            Tok::Continue => {
                self.advance();
                Ok(self.add(start, Continue {}))
            }
            Tok::Del => self.delete(),
            Tok::Assert => {
                self.advance();
                let test = self.expression()?;
                let msg = if self.eat(Tok::Comma) { Some(self.expression()?) } else { None };
                Ok(self.add(start, Assert { test, msg }))
            }
            Tok::Global => {
                self.advance();
                let names = self.names()?;
                Ok(self.add(start, Global { names }))
            }
            Tok::Nonlocal => {
                self.advance();
                let names = self.names()?;
                Ok(self.add(start, Nonlocal { names }))
            }
            _ => self.expression_statement(),
        }
    }

    /// An expression, an assignment, an annotated or augmented one (Language Reference 7.1, 7.2).
    fn expression_statement(&mut self) -> Parsed {
        let start = self.start();
        let parenthesized = self.kind() == Tok::LeftParen;
        let first = self.yield_or_star_expressions()?;
        match self.kind() {
            Tok::Equal => self.assignment(start, first),
            Tok::Colon if self.is_annotation_target(start, first) => {
                self.annotated(start, first, parenthesized)
            }
            kind => {
                let Some(op) = augmented_operator(kind) else {
                    return Ok(self.add(start, Expr { value: first }));
                };
                if !self.is_single_target(first) {
                    return Err(self.bad_target(first));
                }
                self.make_target(first, Kind::Store)?;
                self.advance();
                let value = self.yield_or_star_expressions()?;
                Ok(self.add(start, AugAssign { target: first, op, value }))
            }
        }
    }

    fn assignment(&mut self, start: u32, first: NodeId) -> Parsed {
        let mark = self.stack.len();
        let mut value = first;
        while self.eat(Tok::Equal) {
            self.make_target(value, Kind::Store)?;
            self.push(value);
            value = self.yield_or_star_expressions()?;
        }
        let targets = self.list_from(mark);
        Ok(self.add(start, Assign { targets, value, type_comment: None }))
    }

    /// Whether an annotation may follow. CPython rejects `(a).b: c`: having read a target in parentheses, it reads no
    /// other.
    fn is_annotation_target(&self, start: u32, target: NodeId) -> bool {
        if !self.is_single_target(target) {
            return false;
        }
        let whole = self.ast.span(target).start;
        let mut inner = target;
        while self.ast.span(inner).start == start {
            inner = match self.ast.kind(inner) {
                Kind::Attribute => self.ast.view::<Attribute>(inner).value,
                Kind::Subscript => self.ast.view::<Subscript>(inner).value,
                Kind::Call => self.ast.view::<Call>(inner).func,
                _ => return true,
            };
        }
        whole > start || !self.is_single_target(inner)
    }

    fn annotated(&mut self, start: u32, target: NodeId, parenthesized: bool) -> Parsed {
        self.make_target(target, Kind::Store)?;
        self.advance();
        let annotation = self.expression()?;
        let value = if self.eat(Tok::Equal) { Some(self.yield_or_star_expressions()?) } else { None };
        let simple = i32::from(self.ast.kind(target) == Kind::Name && !parenthesized);
        Ok(self.add(start, AnnAssign { target, annotation, value, simple }))
    }

    fn delete(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let mark = self.stack.len();
        loop {
            let target = self.operators(super::expressions::power::BIT_OR)?;
            self.make_target(target, Kind::Del)?;
            self.push(target);
            if !self.eat(Tok::Comma) || !starts_expression(self.kind()) {
                break;
            }
        }
        let targets = self.list_from(mark);
        Ok(self.add(start, Delete { targets }))
    }

    fn raise(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let exc = if starts_expression(self.kind()) { Some(self.expression()?) } else { None };
        let cause = if exc.is_some() && self.eat(Tok::From) { Some(self.expression()?) } else { None };
        Ok(self.add(start, Raise { exc, cause }))
    }

    fn names(&mut self) -> Parsed<ListId> {
        let mark = self.stack.len();
        loop {
            let name = self.name()?;
            self.stack.push(name.0);
            if !self.eat(Tok::Comma) {
                return Ok(self.list_from(mark));
            }
        }
    }

    fn import(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let mark = self.stack.len();
        loop {
            let from = self.start();
            let name = self.dotted_name()?;
            let asname = self.as_name()?;
            let node = self.add(from, alias { name, asname });
            self.push(node);
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        let names = self.list_from(mark);
        Ok(self.add(start, Import { names }))
    }

    fn as_name(&mut self) -> Parsed<Option<Symbol>> {
        if self.eat(Tok::As) { Ok(Some(self.name()?)) } else { Ok(None) }
    }

    fn dotted_name(&mut self) -> Parsed<Symbol> {
        let first = self.name()?;
        if self.kind() != Tok::Dot {
            return Ok(first);
        }
        let mut text = self.ast.name(first).to_owned();
        while self.eat(Tok::Dot) {
            let part = self.name()?;
            text.push('.');
            text.push_str(self.ast.name(part));
        }
        Ok(self.ast.names.intern(&text))
    }

    fn import_from(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let mut level = 0;
        loop {
            level += match self.kind() {
                Tok::Dot => 1,
                Tok::Ellipsis => 3,
                _ => break,
            };
            self.advance();
        }
        let module = if level > 0 && self.kind() == Tok::Import { None } else { Some(self.dotted_name()?) };
        self.expect(Tok::Import)?;
        let names = self.imported_names()?;
        Ok(self.add(start, ImportFrom { module, names, level }))
    }

    fn imported_names(&mut self) -> Parsed<ListId> {
        let mark = self.stack.len();
        let start = self.start();
        if self.eat(Tok::Star) {
            let name = self.ast.names.intern("*");
            let node = self.add(start, alias { name, asname: None });
            self.push(node);
            return Ok(self.list_from(mark));
        }
        let parenthesized = self.eat(Tok::LeftParen);
        loop {
            let from = self.start();
            let name = self.name()?;
            let asname = self.as_name()?;
            let node = self.add(from, alias { name, asname });
            self.push(node);
            if !self.eat(Tok::Comma) || parenthesized && self.kind() == Tok::RightParen {
                break;
            }
        }
        if parenthesized {
            self.expect(Tok::RightParen)?;
        }
        Ok(self.list_from(mark))
    }

    /// `type` followed by a name and what may follow that in an alias (Language Reference 7.14).
    fn at_type_alias(&self) -> bool {
        self.peek(1) == Tok::Name
            && matches!(self.peek(2), Tok::Equal | Tok::LeftBracket)
            && self.at_soft_keyword("type")
    }

    fn type_alias(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let name_start = self.start();
        let id = self.name()?;
        let name = self.add(name_start, Name { id, ctx: Kind::Store });
        let type_params = self.type_parameters()?;
        self.expect(Tok::Equal)?;
        let value = self.expression()?;
        Ok(self.add(start, TypeAlias { name, type_params, value }))
    }

    /// The statements of a suite: an indented block, or the rest of the line.
    pub(super) fn block(&mut self) -> Parsed<ListId> {
        self.expect(Tok::Colon)?;
        let mark = self.stack.len();
        if !self.eat(Tok::Newline) {
            self.simple_statements()?;
            return Ok(self.list_from(mark));
        }
        self.expect(Tok::Indent)?;
        self.nested(|parser| {
            while !parser.eat(Tok::Dedent) {
                parser.statement()?;
            }
            Ok(())
        })?;
        Ok(self.list_from(mark))
    }
}
