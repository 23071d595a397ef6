//! Functions as values, and the variables of others that they see.

use super::expressions::Form;
use super::maker::{Code, Maker};
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{Ast, Kind, NodeId, Nonlocal, Return, arguments};

pub(super) const THUNK: &[Form] = &[
    (Feature::Always, 3, Maker::thunk),
    (Feature::Always, 1, Maker::thunk_with_default),
    (Feature::Functions, 3, Maker::thunk_by_name),
];

impl Maker {
    /// `lambda: ...`
    pub(super) fn thunk(&mut self, _: Type) -> NodeId {
        let args = self.tree.plain_parameters(&[]);
        let body = self.enclosed(Code::Lambda, Type::Int, |maker| maker.operand(Type::Int));
        self.tree.lambda(args, body)
    }

    /// `lambda i=i: ...`: the value of now, not that of the call.
    fn thunk_with_default(&mut self, _: Type) -> NodeId {
        let default = self.operand(Type::Int);
        let name = match self.variable(Type::Int) {
            Some(variable) if self.dice.chance(8) => variable.name,
            _ => self.fresh(b'p'),
        };
        let (parameter, default) = (self.tree.parameter(name), self.tree.list(&[default]));
        let args = self.tree.list(&[parameter]);
        let (none, empty) = (None, Ast::EMPTY);
        let args = self.tree.add(arguments {
            posonlyargs: empty,
            args,
            vararg: none,
            kwonlyargs: empty,
            kw_defaults: empty,
            kwarg: none,
            defaults: default,
        });
        let body = self.enclosed(Code::Lambda, Type::Int, |maker| {
            maker.know(name, Type::Int);
            maker.operand(Type::Int)
        });
        self.tree.lambda(args, body)
    }

    /// A function of the program that needs no arguments.
    fn thunk_by_name(&mut self, kind: Type) -> NodeId {
        let needs_none = |function: &super::functions::Function| {
            function.result == Type::Int && function.parameters.iter().all(|parameter| parameter.has_default)
        };
        match self.functions.iter().rev().find(|function| needs_none(function)).map(|function| function.name)
        {
            Some(name) => self.tree.load(name),
            None => self.thunk(kind),
        }
    }

    /// `f()`
    pub(super) fn thunk_call(&mut self, _: Type) -> NodeId {
        let function = self.operand(Type::Thunk);
        self.tree.apply(function, &[], &[])
    }

    /// Functions made in the turns of a loop, called after it.
    pub(super) fn loop_of_thunks(&mut self, out: &mut Vec<NodeId>) {
        let functions = self.declare(Type::List(Elem::Thunk));
        let (target, empty) = (self.tree.store(functions), self.tree.list_display(&[]));
        out.push(self.tree.assign(&[target], empty));
        let turns = self.dice.pick(&[2, 3]);
        let turns = self.tree.int(turns);
        let range = self.tree.call("range", &[turns]);
        let turn = self.fresh(b'i');
        let target = self.tree.store(turn);
        let body = self.forgetting(|maker| {
            maker.know(turn, Type::Int);
            let mut body = Vec::new();
            if maker.dice.chance(6) {
                maker.statement(&mut body);
            }
            let thunk = maker.operand(Type::Thunk);
            let list = maker.tree.load(functions);
            let call = maker.tree.method(list, "append", &[thunk]);
            maker.push_expr(call, &mut body);
            body
        });
        out.push(self.tree.for_loop(target, range, &body, &[]));
        let name = self.fresh(b'f');
        let (target, list, function) =
            (self.tree.store(name), self.tree.load(functions), self.tree.load(name));
        let clause = self.tree.clause(target, list, &[]);
        let (elt, generators) = (self.tree.apply(function, &[], &[]), self.tree.list(&[clause]));
        let results = self.tree.add(spec::ast::ListComp { elt, generators });
        let call = self.tree.call("log", &[results]);
        self.push_expr(call, out);
        self.lines -= 2;
    }

    /// A function that counts in a variable of the function around it.
    pub(super) fn counter(&mut self, out: &mut Vec<NodeId>) {
        let (outer, inner, count) = (self.fresh(b'f'), self.fresh(b'f'), self.fresh(b'i'));
        let args = self.tree.plain_parameters(&[count]);
        let inner_args = self.tree.plain_parameters(&[]);
        let names = self.tree.ast.add_list([count.0].into_iter());
        let statement = self.tree.add(Nonlocal { names });
        let inner_body = self.enclosed(Code::Function, Type::Int, |maker| {
            let op = maker.dice.pick(&[Kind::Add, Kind::Sub, Kind::BitXor]);
            let (target, value) = (maker.tree.store(count), maker.operand(Type::Int));
            let step = maker.tree.augment(target, op, value);
            let value = maker.tree.load(count);
            let result = maker.tree.add(Return { value: Some(value) });
            vec![statement, step, result]
        });
        let mut body = Vec::new();
        self.push_function(inner, inner_args, &inner_body, &[], &mut body);
        let own = self.tree.load(inner);
        let value = if self.dice.chance(8) {
            // Another function sees the same variable.
            let args = self.tree.plain_parameters(&[]);
            let seen = self.tree.load(count);
            let reader = self.tree.lambda(args, seen);
            self.tree.tuple(&[own, reader])
        } else {
            let again = self.tree.load(inner);
            self.tree.tuple(&[own, again])
        };
        body.push(self.tree.returning(Some(value)));
        self.push_function(outer, args, &body, &[], out);
        for _ in 0..1 + self.dice.below(2) {
            let names = [self.declare(Type::Thunk), self.declare(Type::Thunk)];
            let targets = names.map(|name| self.tree.store(name));
            let target = self.tree.tuple(&targets);
            let (function, start) = (self.tree.load(outer), self.operand(Type::Int));
            let made = self.tree.apply(function, &[start], &[]);
            out.push(self.tree.assign(&[target], made));
            let mut calls = Vec::new();
            for at in [0, 1, 0] {
                let function = self.tree.load(names[at]);
                calls.push(self.tree.apply(function, &[], &[]));
            }
            let call = self.tree.call("log", &calls);
            self.push_expr(call, out);
        }
        self.lines -= 5;
    }

    /// The name of a variable that a new one of this type may have, too: it hides the other.
    pub(super) fn hidden_name(&mut self, kind: Type) -> Option<spec::names::Symbol> {
        if !self.has(Feature::Closures) && !self.has(Feature::Comprehensions) || !self.dice.chance(4) {
            return None;
        }
        self.find(|variable| variable.kind == kind).map(|variable| variable.name)
    }
}
