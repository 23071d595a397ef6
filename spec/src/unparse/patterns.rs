//! Patterns.

use super::{Piece, Printer, level};
use crate::ast::{
    Kind, ListId, MatchAs, MatchClass, MatchMapping, MatchOr, MatchSequence, MatchSingleton, MatchStar,
    MatchValue, NodeId,
};

impl Printer<'_> {
    /// A pattern; `closed` where `as` and `|` need parentheses.
    pub(super) fn pattern(&mut self, node: NodeId, closed: bool) {
        match self.ast.kind(node) {
            Kind::MatchValue => self.put_node(self.ast.view::<MatchValue>(node).value, level::ANY),
            Kind::MatchSingleton => {
                let MatchSingleton { value } = self.ast.view(node);
                self.out.push_str(&crate::dump::repr_constant(self.ast.constant(value)));
            }
            Kind::MatchSequence => {
                let MatchSequence { patterns } = self.ast.view(node);
                self.put("[");
                self.patterns(patterns, 0);
                self.put("]");
            }
            Kind::MatchMapping => self.mapping(node),
            Kind::MatchClass => self.class_pattern(node),
            Kind::MatchStar => {
                self.put("*");
                match self.ast.view::<MatchStar>(node).name {
                    Some(name) => self.plan.push(Piece::Name(name)),
                    None => self.put("_"),
                }
            }
            Kind::MatchAs => self.as_pattern(node, closed),
            _ => self.or_pattern(node, closed),
        }
    }

    fn patterns(&mut self, patterns: ListId, before: usize) {
        for (at, pattern) in self.ast.list(patterns).enumerate() {
            if at + before > 0 {
                self.put(", ");
            }
            self.plan.push(Piece::Pattern(pattern, false));
        }
    }

    fn as_pattern(&mut self, node: NodeId, closed: bool) {
        let MatchAs { pattern, name } = self.ast.view(node);
        let closed = closed && pattern.is_some();
        if closed {
            self.put("(");
        }
        if let Some(pattern) = pattern {
            // Alternatives may stand before `as`, another `as` may not.
            let inner_as = self.ast.kind(pattern) == Kind::MatchAs;
            self.plan.push(Piece::Pattern(pattern, inner_as));
            self.put(" as ");
        }
        match name {
            Some(name) => self.plan.push(Piece::Name(name)),
            None => self.put("_"),
        }
        if closed {
            self.put(")");
        }
    }

    fn or_pattern(&mut self, node: NodeId, closed: bool) {
        let MatchOr { patterns } = self.ast.view(node);
        if closed {
            self.put("(");
        }
        for (at, pattern) in self.ast.list(patterns).enumerate() {
            if at > 0 {
                self.put(" | ");
            }
            self.plan.push(Piece::Pattern(pattern, true));
        }
        if closed {
            self.put(")");
        }
    }

    fn mapping(&mut self, node: NodeId) {
        let MatchMapping { keys, patterns, rest } = self.ast.view(node);
        self.put("{");
        for (at, (key, pattern)) in self.ast.list(keys).zip(self.ast.list(patterns)).enumerate() {
            if at > 0 {
                self.put(", ");
            }
            self.put_node(key, level::ANY);
            self.put(": ");
            self.plan.push(Piece::Pattern(pattern, false));
        }
        if let Some(rest) = rest {
            self.put(if self.ast.list(keys).len() > 0 { ", **" } else { "**" });
            self.plan.push(Piece::Name(rest));
        }
        self.put("}");
    }

    fn class_pattern(&mut self, node: NodeId) {
        let MatchClass { cls, patterns, kwd_attrs, kwd_patterns } = self.ast.view(node);
        self.put_node(cls, level::ATOM);
        self.put("(");
        self.patterns(patterns, 0);
        let before = self.ast.list(patterns).len();
        let keywords = self.ast.name_list(kwd_attrs).zip(self.ast.list(kwd_patterns));
        for (at, (name, pattern)) in keywords.enumerate() {
            if at + before > 0 {
                self.put(", ");
            }
            self.plan.push(Piece::Name(name));
            self.put("=");
            self.plan.push(Piece::Pattern(pattern, false));
        }
        self.put(")");
    }
}
