//! Statements with blocks: `if`, loops, `try`, `with`, and the jumps out of them.

use super::maker::{Code, Maker};
use super::profile::Feature;
use super::types::Type;
use spec::ast::{Break, Continue, Kind, NodeId};

impl Maker {
    /// The statements of a block within another. What it declares may not be there afterwards.
    pub fn suite(&mut self, most: usize) -> Vec<NodeId> {
        let count = 1 + self.dice.below(most);
        self.nesting += 1;
        let suite = self.forgetting(|maker| maker.block(count));
        self.nesting -= 1;
        suite
    }

    /// Whether there is room for a statement with blocks.
    fn has_room(&mut self) -> bool {
        let nesting = self.nesting;
        self.lines >= 2 && nesting < 4 && !self.dice.chance(4 * nesting)
    }

    pub(super) fn if_statement(&mut self, out: &mut Vec<NodeId>) {
        if !self.has_room() {
            return;
        }
        // Where code runs once, one of two suites would never run.
        let varies = self.home().loops > 0 || self.frames.len() > 1;
        let test = if varies { self.test() } else { self.likely_test() };
        let body = self.suite(3);
        let orelse = match self.dice.below(if varies { 4 } else { 16 }) {
            0 => self.suite(2),
            1 if self.has(Feature::ElseSuites) => {
                let test = self.test();
                let (body, last) = (self.suite(1), self.suite(1));
                vec![self.tree.condition(test, &body, &last)]
            }
            _ => Vec::new(),
        };
        out.push(self.tree.condition(test, &body, &orelse));
    }

    /// A loop's suite, and now and then its `else` suite.
    fn loop_suites(&mut self) -> (Vec<NodeId>, Vec<NodeId>) {
        self.home().loops += 1;
        let body = self.suite(3);
        self.home().loops -= 1;
        let orelse = if self.dice.chance(4) { self.suite(1) } else { Vec::new() };
        (body, orelse)
    }

    pub(super) fn while_statement(&mut self, out: &mut Vec<NodeId>) {
        if !self.has_room() || self.frame().loops >= 2 {
            return;
        }
        let turns = self.dice.pick(&[2, 3, 1, 4]);
        let arguments = [self.label(), self.tree.int(turns)];
        let mut tests = vec![self.tree.call("fuel", &arguments)];
        if self.dice.chance(8) {
            tests.push(self.test());
        }
        if tests.len() == 2 && self.dice.chance(4) {
            tests.swap(0, 1);
        }
        let test = if tests.len() == 1 { tests[0] } else { self.tree.boolean(Kind::And, &tests) };
        let (body, orelse) = self.loop_suites();
        out.push(self.tree.while_loop(test, &body, &orelse));
    }

    pub(super) fn for_statement(&mut self, out: &mut Vec<NodeId>) {
        if !self.has_room() || self.frame().loops >= 2 {
            return;
        }
        let (iter, kind) = self.iterable();
        let iter = self.noted(iter);
        let known = self.frame().variables.len();
        if self.has(Feature::Unpacking) && self.dice.chance(4) {
            return self.unpacking_loop(out);
        }
        let target = if self.has(Feature::Boxes) && self.dice.chance(2) {
            let container = self.operand(Type::Box);
            let key = self.key();
            self.tree.subscript(container, key)
        } else {
            let name = self.declare(kind);
            self.tree.store(name)
        };
        let (body, orelse) = self.loop_suites();
        self.frame().variables.truncate(known);
        out.push(self.tree.for_loop(target, iter, &body, &orelse));
    }

    /// `for a, (b, *c) in [...]`
    fn unpacking_loop(&mut self, out: &mut Vec<NodeId>) {
        let mut items = Vec::new();
        let has_star = self.dice.chance(6);
        for _ in 0..1 + self.dice.below(2) {
            let first = self.operand(Type::Int);
            let mut rest = vec![self.operand(Type::Int)];
            if has_star {
                rest.push(self.operand(Type::Int));
            }
            let rest =
                if self.dice.chance(8) { self.tree.tuple(&rest) } else { self.tree.list_display(&rest) };
            items.push(self.tree.tuple(&[first, rest]));
        }
        let iter = self.tree.list_display(&items);
        let known = self.frame().variables.len();
        let (first, second) = (self.declare(Type::Int), self.declare(Type::Int));
        let mut inner = vec![self.tree.store(second)];
        if has_star {
            let rest = self.declare(Type::List(super::types::Elem::Int));
            let rest = self.tree.store(rest);
            inner.push(self.tree.starred(rest));
        }
        let (first, inner) = (self.tree.store(first), self.tree.list_display(&inner));
        let target = self.tree.tuple(&[first, inner]);
        let (body, orelse) = self.loop_suites();
        self.frame().variables.truncate(known);
        out.push(self.tree.for_loop(target, iter, &body, &orelse));
    }

    pub(super) fn try_statement(&mut self, out: &mut Vec<NodeId>) {
        if !self.has_room() {
            return;
        }
        let mut body = self.suite(3);
        let has_finally = self.has(Feature::Finally) && self.dice.chance(8);
        // A body in which nothing goes wrong needs no handlers.
        let raised = (!has_finally || self.dice.chance(10)).then(|| self.certain_raise(&mut body));
        let handlers = match raised {
            Some(class) => self.handlers(class),
            None => Vec::new(),
        };
        let has_else = self.has(Feature::ElseSuites) && !handlers.is_empty() && self.dice.chance(3);
        let orelse = if has_else { self.suite(1) } else { Vec::new() };
        let last = if has_finally { self.suite(2) } else { Vec::new() };
        out.push(self.tree.attempt(&body, &handlers, &orelse, &last));
    }

    /// `with` one or several managers.
    pub(super) fn with_statement(&mut self, out: &mut Vec<NodeId>) {
        if !self.has_room() {
            return;
        }
        let mut items = Vec::new();
        for _ in 0..1 + usize::from(self.dice.chance(3)) {
            let swallow = match self.dice.below(4) {
                0 => Vec::new(),
                1 if self.has(Feature::Instrumented) => vec![self.operand(Type::V)],
                _ => vec![self.operand(Type::Bool)],
            };
            let manager = self.tree.call("Ctx", &swallow);
            let manager = self.noted(manager);
            let target = self.dice.chance(7).then(|| {
                let name = self.declare(Type::V);
                self.tree.store(name)
            });
            items.push((manager, target));
        }
        let body = self.suite(3);
        out.push(self.tree.with(&items, &body));
    }

    /// `break`, `continue` or `return`, in the body of an `if`: what follows is reached in other turns.
    pub(super) fn jump(&mut self, out: &mut Vec<NodeId>) {
        let frame = self.home();
        let (in_loop, in_function) =
            (frame.loops > 0, matches!(frame.code, Code::Function | Code::Generator));
        let jump = match self.dice.below(3) {
            0 if in_loop => self.tree.add(Break {}),
            1 if in_loop => self.tree.add(Continue {}),
            _ if in_function => self.return_statement(),
            _ if in_loop => self.tree.add(Break {}),
            _ => return,
        };
        let test = self.test();
        out.push(self.tree.condition(test, &[jump], &[]));
    }

    pub(super) fn return_statement(&mut self) -> NodeId {
        let result = self.home().result;
        let value = (result != Type::Nothing || self.dice.chance(8)).then(|| self.operand(result));
        self.tree.returning(value)
    }
}
