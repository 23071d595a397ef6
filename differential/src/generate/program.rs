//! A whole program: definitions of variables, then segments.

use super::maker::Maker;
use super::profile::Feature;
use super::types::Type;
use spec::Ast;
use spec::ast::NodeId;

/// How many of 16 segments are situations.
const SITUATIONS: usize = 9;

impl Maker {
    /// The program, and the lowest version that has all it uses.
    pub fn program(mut self) -> (Ast, (u8, u8)) {
        let mut body = self.globals();
        while self.lines > 0 {
            if self.wants_definition() {
                self.definition(&mut body);
            }
            self.segment(&mut body);
        }
        if !self.pending.is_empty() {
            self.segment(&mut body);
        }
        let since = self.since;
        (self.tree.finish(&body), since)
    }

    /// Variables of the types that the program is about, with values that nothing can go wrong with.
    fn globals(&mut self) -> Vec<NodeId> {
        let count = 2 + self.dice.below(4);
        let mut body = Vec::new();
        self.imports(&mut body);
        for _ in 0..count {
            let kind = self.concrete();
            if !matches!(kind, Type::Nothing) {
                let value = self.constant(kind);
                let name = self.declare(kind);
                let target = self.tree.store(name);
                body.push(self.tree.assign(&[target], value));
                self.lines -= 1;
            }
        }
        body
    }

    fn wants_definition(&mut self) -> bool {
        let has_room = self.lines > 6;
        let can = [Feature::Functions, Feature::Classes, Feature::Generators].iter().any(|&it| self.has(it));
        has_room && can && self.dice.chance(9)
    }

    /// Statements of which an exception ends no others than those after it.
    fn segment(&mut self, body: &mut Vec<NodeId>) {
        let count = 3 + self.dice.below(5);
        let inner = self.forgetting(|maker| {
            let mut inner = Vec::new();
            while !maker.pending.is_empty() && inner.len() < 3 {
                maker.pending_call(&mut inner);
            }
            if maker.dice.chance(SITUATIONS) {
                maker.situation(&mut inner);
                maker.situation(&mut inner);
            } else {
                inner.extend(maker.block(count));
            }
            inner
        });
        self.lines -= 1;
        if self.dice.chance(12) {
            let guard = self.tree.name("guard");
            body.push(self.tree.with(&[(guard, None)], &inner));
            return;
        }
        self.lines -= 2;
        let error = self.tree.symbol("error");
        let kind = self.tree.name("Exception");
        let caught = self.tree.load(error);
        let note = self.tree.call("caught", &[caught]);
        let note = self.tree.expr(note);
        let handler = self.tree.handler(Some(kind), Some(error), &[note]);
        body.push(self.tree.attempt(&inner, &[handler], &[], &[]));
    }
}
