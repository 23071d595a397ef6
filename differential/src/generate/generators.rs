//! Generators: what they yield, and how they are driven.

use super::maker::{Code, Maker};
use super::profile::Feature;
use super::types::Type;
use spec::ast::{NodeId, Yield, YieldFrom};

impl Maker {
    /// A call of a generator function with such elements, or another iterator.
    pub(super) fn generator_call(&mut self, kind: Type) -> NodeId {
        if self.functions.iter().any(|function| function.result == kind && function.calls < 6) {
            return self.function_call(kind);
        }
        self.noting_iterator(kind)
    }

    pub(super) fn yield_statement(&mut self, out: &mut Vec<NodeId>) {
        if self.code() == Code::Generator {
            self.push_yield(out);
        }
    }

    pub(super) fn push_yield(&mut self, out: &mut Vec<NodeId>) {
        let kind = self.frame().result;
        let element = kind.element().kind();
        if self.has(Feature::Delegation) && self.dice.chance(4) {
            let sources = [Type::List(kind.element()), Type::Tuple(kind.element()), kind];
            let source = self.dice.pick(&sources);
            let value = self.operand(source);
            let value = self.tree.add(YieldFrom { value });
            return self.bound_or_not(value, out);
        }
        let value = Some(self.operand(element));
        let value = self.tree.add(Yield { value });
        self.bound_or_not(value, out);
    }

    /// `(yield x)` as an operand: what is evaluated before it waits.
    pub(super) fn yield_expression(&mut self, kind: Type) -> NodeId {
        if self.code() != Code::Generator {
            return self.leaf(kind);
        }
        let element = self.frame().result.element().kind();
        let value = Some(self.operand(element));
        let sent = self.tree.add(Yield { value });
        if kind == Type::Any {
            return sent;
        }
        // Nobody knows what is sent.
        let value = self.operand(kind);
        let pair = self.tree.tuple(&[sent, value]);
        let index = self.tree.int(1);
        self.tree.subscript(pair, index)
    }

    /// What a `yield` gives is bound to a variable, shown, or neither.
    fn bound_or_not(&mut self, value: NodeId, out: &mut Vec<NodeId>) {
        match self.dice.below(4) {
            0 => {
                let name = self.declare(Type::Any);
                let target = self.tree.store(name);
                out.push(self.tree.assign(&[target], value));
            }
            1 => {
                let call = self.tree.call("log", &[value]);
                self.push_expr(call, out);
            }
            _ => self.push_expr(value, out),
        }
    }

    /// A generator that is sent values and exceptions.
    pub(super) fn driven(&mut self, out: &mut Vec<NodeId>) {
        let is_generator = |result: Type| matches!(result, Type::Iterator(_));
        let Some(result) =
            self.functions.iter().map(|function| function.result).find(|&result| is_generator(result))
        else {
            return;
        };
        let call = self.function_call(result);
        let call = self.tree.call("keep", &[call]);
        let name = self.declare(Type::Generator);
        let target = self.tree.store(name);
        out.push(self.tree.assign(&[target], call));
        let mut body = Vec::new();
        for at in 0..2 + self.dice.below(3) {
            let generator = self.tree.load(name);
            let value = self.request(generator, at == 0);
            let value = self.tree.call("log", &[value]);
            self.push_expr(value, &mut body);
        }
        let handler = self.shown_handler();
        out.push(self.tree.attempt(&body, &[handler], &[], &[]));
        self.lines -= body.len() as i32 + 2;
    }

    fn request(&mut self, generator: NodeId, is_first: bool) -> NodeId {
        match self.dice.below(7) {
            6 => {
                let name = self.dice.pick(&["gi_running", "gi_frame", "gi_yieldfrom"]);
                let value = self.tree.attribute(generator, name);
                let none = self.tree.none();
                self.tree.compare(value, &[(spec::ast::Kind::Is, none)])
            }
            0 | 1 => self.tree.call("next", &[generator]),
            2 if !is_first => {
                let error = self.exception();
                self.tree.method(generator, "throw", &[error])
            }
            3 if !is_first => self.tree.method(generator, "close", &[]),
            _ => {
                let starts = is_first && self.dice.chance(14);
                let value = if starts { self.tree.none() } else { self.operand(Type::Any) };
                self.tree.method(generator, "send", &[value])
            }
        }
    }
}
