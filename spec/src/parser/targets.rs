//! What may be assigned to and deleted (Language Reference 7.2, 7.5). Targets are read as expressions and converted.

use super::expressions::power;
use super::{Parsed, Parser};
use crate::ast::{Kind, List, ListId, NodeId, Starred, Tuple, field};
use crate::tokens::Tok;

impl Parser<'_> {
    /// The targets of `for`: a list without `in` at its top.
    pub(super) fn star_targets(&mut self) -> Parsed {
        let start = self.start();
        let first = self.raw_target()?;
        let target = if self.kind() == Tok::Comma {
            let mark = self.stack.len();
            self.push(first);
            while self.eat(Tok::Comma) && super::expressions::starts_expression(self.kind()) {
                let next = self.raw_target()?;
                self.push(next);
            }
            let elts = self.list_from(mark);
            self.add(start, Tuple { elts, ctx: Kind::Load })
        } else {
            first
        };
        self.make_target(target, Kind::Store)?;
        Ok(target)
    }

    /// The target after `as` in `with`.
    pub(super) fn star_target(&mut self) -> Parsed {
        let target = self.raw_target()?;
        self.make_target(target, Kind::Store)?;
        Ok(target)
    }

    /// One target, read as an expression that stops before `in`.
    fn raw_target(&mut self) -> Parsed {
        let start = self.start();
        if self.eat(Tok::Star) {
            let value = self.operators(power::BIT_OR)?;
            return Ok(self.add(start, Starred { value, ctx: Kind::Load }));
        }
        self.operators(power::BIT_OR)
    }

    /// Makes an expression a target: names, attributes, subscriptions, and lists of targets.
    pub(super) fn make_target(&mut self, node: NodeId, ctx: Kind) -> Parsed<()> {
        let context_field = match self.ast.kind(node) {
            Kind::Name => field::Name::ctx,
            Kind::Attribute => field::Attribute::ctx,
            Kind::Subscript => field::Subscript::ctx,
            Kind::Tuple => {
                let elts = self.ast.view::<Tuple>(node).elts;
                self.make_targets(elts, ctx)?;
                field::Tuple::ctx
            }
            Kind::List => {
                let elts = self.ast.view::<List>(node).elts;
                self.make_targets(elts, ctx)?;
                field::List::ctx
            }
            Kind::Starred if ctx == Kind::Store => {
                let value = self.ast.view::<Starred>(node).value;
                if self.ast.kind(value) == Kind::Starred {
                    return Err(self.bad_target(node));
                }
                self.make_target(value, ctx)?;
                field::Starred::ctx
            }
            _ => return Err(self.bad_target(node)),
        };
        self.ast.set_word(node, context_field, ctx as u32);
        Ok(())
    }

    fn make_targets(&mut self, elts: ListId, ctx: Kind) -> Parsed<()> {
        for at in 0..self.ast.list_words(elts).len() {
            let element = NodeId(self.ast.list_words(elts)[at]);
            self.make_target(element, ctx)?;
        }
        Ok(())
    }

    /// Whether a node may be the target of an annotation or an augmented assignment.
    pub(super) fn is_single_target(&self, node: NodeId) -> bool {
        matches!(self.ast.kind(node), Kind::Name | Kind::Attribute | Kind::Subscript)
    }

    #[cold]
    pub(super) fn bad_target(&self, node: NodeId) -> super::Rejection {
        self.error(self.ast.span(node), "invalid syntax")
    }
}
