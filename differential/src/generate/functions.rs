//! Functions: their parameters, their bodies, their calls.

use super::maker::{Code, Maker, Variable};
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{Ast, FunctionDef, Global, Kind, NodeId, Nonlocal, arguments};
use spec::names::Symbol;

/// How an argument is passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Passing {
    PositionalOnly,
    Either,
    KeywordOnly,
}

/// A parameter of a function.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parameter {
    pub name: Symbol,
    pub kind: Type,
    pub passing: Passing,
    pub has_default: bool,
}

/// A function that may be called.
#[derive(Clone, Debug)]
pub(super) struct Function {
    pub name: Symbol,
    pub parameters: Vec<Parameter>,
    /// Whether there are `*args` and `**kwargs`.
    pub takes_more: bool,
    pub takes_named: bool,
    /// What a call gives.
    pub result: Type,
    /// Whether a call gives a generator that must not be finalized early.
    pub keep: bool,
    /// How many frames were open where it was defined: it is gone with the last of them.
    pub level: usize,
    pub calls: u32,
}

impl Maker {
    /// A function, generator or class at the top level.
    pub fn definition(&mut self, out: &mut Vec<NodeId>) {
        let choices = [Feature::Functions, Feature::Generators, Feature::Classes];
        let features = self.features;
        match self.dice.weighted(choices.iter().map(|&choice| features.factor(choice))) {
            0 => self.function(false, out),
            1 => self.function(true, out),
            _ if self.frames.len() > 1 => self.function(false, out),
            _ if self.has(Feature::Raise) && self.dice.chance(8) => self.exception_class(out),
            _ => self.class(out),
        }
    }

    pub(super) fn inner_function(&mut self, out: &mut Vec<NodeId>) {
        if self.lines >= 4 && self.frames.len() <= 3 {
            if self.has(Feature::Classes) && self.dice.chance(4) {
                return self.class(out);
            }
            let is_generator = self.has(Feature::Generators) && self.dice.chance(6);
            self.function(is_generator, out);
        }
    }

    fn function(&mut self, is_generator: bool, out: &mut Vec<NodeId>) {
        let result = match is_generator {
            true => Type::Iterator(self.element()),
            false => self.concrete(),
        };
        let name = self.fresh(b'f');
        let parameters = self.parameters();
        let takes_more = self.has(Feature::Varied) && self.dice.chance(4);
        let takes_named = self.has(Feature::Varied) && self.dice.chance(3);
        let (args, more) = self.parameter_nodes(&parameters, takes_more, takes_named);
        let code = if is_generator { Code::Generator } else { Code::Function };
        let before = self.tree.ast.table_len();
        let body = self.enclosed(code, result, |maker| {
            parameters.iter().for_each(|parameter| maker.know(parameter.name, parameter.kind));
            more.iter().for_each(|&(name, kind)| maker.know(name, kind));
            maker.function_body(is_generator)
        });
        let keep = is_generator && self.has_cleanup_since(before);
        let decorators = self.decorators();
        self.lines -= 1;
        self.push_function(name, args, &body, &decorators, out);
        let level = self.frames.len();
        self.functions.push(Function {
            name,
            parameters,
            takes_more,
            takes_named,
            result,
            keep,
            level,
            calls: 0,
        });
        self.pending.push(name);
    }

    pub fn push_function(
        &mut self,
        name: Symbol,
        args: NodeId,
        body: &[NodeId],
        decorators: &[NodeId],
        out: &mut Vec<NodeId>,
    ) {
        let (body, decorator_list) = (self.tree.list(body), self.tree.list(decorators));
        let type_params = Ast::EMPTY;
        let function =
            FunctionDef { name, args, body, decorator_list, returns: None, type_comment: None, type_params };
        out.push(self.tree.add(function));
    }

    /// Whether something would run if a generator with this body were finalized.
    fn has_cleanup_since(&self, before: usize) -> bool {
        (before..self.tree.ast.table_len()).any(|at| {
            matches!(self.tree.ast.kind(NodeId(at as u32)), Kind::Try | Kind::With | Kind::YieldFrom)
        })
    }

    /// What a function does: statements, and in the end what it gives.
    fn function_body(&mut self, is_generator: bool) -> Vec<NodeId> {
        let mut body = self.declarations();
        let count = 1 + self.dice.below(4);
        body.extend(self.block(count));
        if is_generator {
            self.push_yield(&mut body);
        }
        let wants_result = !is_generator || self.dice.chance(3);
        let ends = body.last().is_some_and(|&last| self.tree.ast.kind(last) == Kind::Return);
        if wants_result && !ends {
            let result = if is_generator { Type::Any } else { self.frame().result };
            let value = self.operand(result);
            body.push(self.tree.returning(Some(value)));
            self.lines -= 1;
        }
        body
    }

    /// `global` and `nonlocal`.
    fn declarations(&mut self) -> Vec<NodeId> {
        let mut body = Vec::new();
        let own = self.frames.len() - 1;
        if self.has(Feature::Global) && self.dice.chance(6) {
            let candidates = self.frames[0].variables.clone();
            if let Some(name) = self.adopt(&candidates, true) {
                let names = self.tree.ast.add_list([name.0].into_iter());
                body.push(self.tree.add(Global { names }));
            }
        }
        let outer = self.frames[..own].iter().rev().find(|frame| frame.code != Code::Class);
        let is_function =
            |frame: &&super::maker::Frame| matches!(frame.code, Code::Function | Code::Generator);
        if let Some(outer) = outer.filter(is_function).filter(|_| self.features.has(Feature::Nonlocal)) {
            let candidates: Vec<Variable> =
                outer.variables.iter().filter(|variable| !variable.is_global).copied().collect();
            if let Some(name) = self.adopt(&candidates, false) {
                let names = self.tree.ast.add_list([name.0].into_iter());
                body.push(self.tree.add(Nonlocal { names }));
            }
        }
        body
    }

    /// Makes one of the variables the current function's own.
    fn adopt(&mut self, candidates: &[Variable], is_global: bool) -> Option<Symbol> {
        if candidates.is_empty() {
            return None;
        }
        let mut variable = self.dice.pick(candidates);
        variable.deletable = false;
        variable.is_global = is_global;
        let own = &mut self.frame().variables;
        if own.iter().any(|other| other.name == variable.name) {
            return None;
        }
        own.push(variable);
        Some(variable.name)
    }

    pub(super) fn decorators(&mut self) -> Vec<NodeId> {
        if !self.has(Feature::Decorators) || !self.dice.chance(5) {
            return Vec::new();
        }
        (0..1 + self.dice.below(2))
            .map(|_| {
                // `at('#1', lambda f: f)`: what decorates is noted, and what it gives is the function.
                let name = self.fresh(b'f');
                let args = self.tree.plain_parameters(&[name]);
                let function = self.tree.load(name);
                let label = self.label();
                let body = self.tree.call("at", &[label, function]);
                let decorator = self.tree.lambda(args, body);
                let label = self.label();
                self.tree.call("at", &[label, decorator])
            })
            .collect()
    }

    // ---- Parameters

    fn parameters(&mut self) -> Vec<Parameter> {
        let count = self.dice.pick(&[1, 2, 0, 3]);
        let mut passings: Vec<Passing> = (0..count)
            .map(|_| match self.has(Feature::Varied) {
                true => self.dice.pick(&[Passing::Either, Passing::PositionalOnly, Passing::KeywordOnly]),
                false => Passing::Either,
            })
            .collect();
        passings.sort_by_key(|passing| *passing as u8);
        let mut must_have_default = false;
        let mut parameters = Vec::with_capacity(count);
        for passing in passings {
            let kind = self.concrete();
            let wants = self.has(Feature::Defaults) && self.dice.chance(6);
            let is_keyword = passing == Passing::KeywordOnly;
            must_have_default |= wants && !is_keyword;
            let has_default = wants || must_have_default && !is_keyword;
            let hidden = self
                .hidden_name(kind)
                .filter(|name| !parameters.iter().any(|it: &Parameter| it.name == *name));
            let name = hidden.unwrap_or_else(|| self.fresh(b'p'));
            parameters.push(Parameter { name, kind, passing, has_default });
        }
        parameters
    }

    /// The parameters' nodes, and the names for what else is passed.
    fn parameter_nodes(
        &mut self,
        parameters: &[Parameter],
        takes_more: bool,
        takes_named: bool,
    ) -> (NodeId, Vec<(Symbol, Type)>) {
        let (mut defaults, mut kw_defaults) = (Vec::new(), Vec::new());
        let mut lists = [Vec::new(), Vec::new(), Vec::new()];
        for parameter in parameters {
            lists[parameter.passing as usize].push(self.tree.parameter(parameter.name));
            let default = parameter.has_default.then(|| self.operand(parameter.kind));
            match parameter.passing {
                Passing::KeywordOnly => kw_defaults.push(default.map_or(0, |node| node.0)),
                _ => defaults.extend(default),
            }
        }
        let mut more = Vec::new();
        let mut extra = |maker: &mut Self, wanted: bool, kind: Type| {
            wanted.then(|| {
                let name = maker.fresh(kind.letter());
                more.push((name, kind));
                maker.tree.parameter(name)
            })
        };
        let vararg = extra(self, takes_more, Type::Tuple(Elem::Any));
        let kwarg = extra(self, takes_named, Type::Dict(Elem::Any));
        let [posonlyargs, args, kwonlyargs] = lists.map(|list| self.tree.list(&list));
        let kw_defaults = self.tree.ast.add_list(kw_defaults.into_iter());
        let defaults = self.tree.list(&defaults);
        let node =
            self.tree.add(arguments { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults });
        (node, more)
    }

    // ---- Calls

    /// A call of a function of the program, if there is one with such a result.
    pub(super) fn function_call(&mut self, kind: Type) -> NodeId {
        let fitting: Vec<usize> = (0..self.functions.len())
            .filter(|&at| self.functions[at].result.is(kind) && self.functions[at].calls < 6)
            .collect();
        if fitting.is_empty() {
            return self.leaf(kind);
        }
        let at = self.dice.pick(&fitting);
        self.call_of(at)
    }

    pub(super) fn call_statement(&mut self, out: &mut Vec<NodeId>) {
        if self.functions.is_empty() {
            return;
        }
        let at = self.dice.below(self.functions.len());
        self.call_and_log(at, out);
    }

    /// Calls a function of this frame that nobody has called yet.
    pub(super) fn pending_call(&mut self, out: &mut Vec<NodeId>) {
        let level = self.frames.len();
        let is_pending =
            |function: &Function| function.level == level && self.pending.contains(&function.name);
        if let Some(at) = self.functions.iter().position(is_pending) {
            self.call_and_log(at, out);
        }
    }

    fn call_and_log(&mut self, at: usize, out: &mut Vec<NodeId>) {
        let mut value = self.call_of(at);
        if let Type::Iterator(_) = self.functions[at].result {
            value = self.tree.call("list", &[value]);
        }
        let call = self.tree.call("log", &[value]);
        self.push_expr(call, out);
    }

    /// A call of the function at this place.
    fn call_of(&mut self, at: usize) -> NodeId {
        self.functions[at].calls += 1;
        let function = self.functions[at].clone();
        self.pending.retain(|&name| name != function.name);
        let callee = self.tree.load(function.name);
        let callee = self.noted(callee);
        let depth = self.depth;
        self.depth = depth.max(self.max_depth.saturating_sub(1));
        let (arguments, keywords) = self.arguments(&function);
        self.depth = depth;
        let call = self.tree.apply(callee, &arguments, &keywords);
        if function.keep { self.tree.call("keep", &[call]) } else { call }
    }

    fn arguments(&mut self, function: &Function) -> (Vec<NodeId>, Vec<NodeId>) {
        let (mut arguments, mut keywords) = (Vec::new(), Vec::new());
        let mut by_name = false;
        for parameter in &function.parameters {
            if parameter.has_default && self.dice.chance(7) {
                by_name = true;
                continue;
            }
            let is_either = parameter.passing == Passing::Either;
            by_name |= parameter.passing == Passing::KeywordOnly || is_either && self.dice.chance(3);
            if by_name && parameter.passing == Passing::PositionalOnly {
                continue;
            }
            let value = self.operand(parameter.kind);
            if by_name {
                let name = self.tree.ast.names.text(parameter.name).to_owned();
                keywords.push(self.tree.keyword(Some(&name), value));
            } else {
                arguments.push(value);
            }
        }
        let all_positional = arguments.len()
            == function.parameters.iter().filter(|it| it.passing != Passing::KeywordOnly).count();
        if function.takes_more && all_positional && self.dice.chance(8) {
            let value = self.operand(Type::Any);
            arguments.push(value);
            if self.dice.chance(8) {
                let more = self.operand(Type::Tuple(Elem::Int));
                arguments.push(self.tree.starred(more));
            }
        }
        if function.takes_named && self.dice.chance(8) {
            let value = self.operand(Type::Any);
            keywords.push(self.tree.keyword(Some("named"), value));
            if self.dice.chance(8) {
                let value = self.operand(Type::Any);
                let key = self.tree.str("other");
                let dict = self.tree.dict(&[(Some(key), value)]);
                keywords.push(self.tree.keyword(None, dict));
            }
        }
        if self.has(Feature::Unpacking) && !arguments.is_empty() && self.dice.chance(3) {
            // The same arguments, from a display.
            let at = self.dice.below(arguments.len());
            let rest = self.tree.tuple(&arguments[at..]);
            arguments.truncate(at);
            arguments.push(self.tree.starred(rest));
        }
        (arguments, keywords)
    }
}
