//! What each form of syntax does to the scope around it.

use super::build::{Builder, Step, Work};
use super::table::{Flags, ScopeId, ScopeKind};
use crate::ast::{
    AnnAssign, Ast, AsyncFunctionDef, Attribute, ClassDef, DictComp, ExceptHandler, FunctionDef,
    GeneratorExp, Global, ImportFrom, Kind, Lambda, ListComp, ListId, MatchAs, MatchMapping, MatchStar,
    Module, Name, NamedExpr, NodeId, Nonlocal, ParamSpec, SetComp, TypeAlias, TypeVar, TypeVarTuple, alias,
    arg, arguments, comprehension, keyword,
};
use crate::names::Symbol;

/// Whether the module starts with `from __future__ import annotations` (Language Reference 7.11.1).
pub(super) fn future_annotations(ast: &Ast) -> bool {
    if ast.kind(ast.root) != Kind::Module {
        return false;
    }
    let body = ast.view::<Module>(ast.root).body;
    for (at, statement) in ast.list(body).enumerate() {
        match ast.kind(statement) {
            Kind::Expr if at == 0 => {}
            Kind::ImportFrom => {
                let import = ast.view::<ImportFrom>(statement);
                if import.level != 0 || import.module.is_none_or(|module| ast.name(module) != "__future__") {
                    return false;
                }
                let mut names = ast.list(import.names).map(|node| ast.view::<alias>(node).name);
                if names.any(|name| ast.name(name) == "annotations") {
                    return true;
                }
            }
            _ => return false,
        }
    }
    false
}

/// The parts of a function definition, async or not.
struct Function {
    name: Symbol,
    args: NodeId,
    body: ListId,
    decorators: ListId,
    returns: Option<NodeId>,
    type_params: ListId,
}

impl Builder<'_> {
    pub(super) fn visit(&mut self, node: NodeId) -> Step {
        match self.ast.kind(node) {
            Kind::FunctionDef | Kind::AsyncFunctionDef => self.function(node),
            Kind::ClassDef => self.class(node),
            Kind::TypeAlias => {
                self.type_alias(node);
                Ok(())
            }
            Kind::Lambda => self.lambda(node),
            Kind::ListComp | Kind::SetComp | Kind::DictComp | Kind::GeneratorExp => {
                self.comprehension(node);
                Ok(())
            }
            Kind::comprehension => {
                self.comprehension_clause(node);
                Ok(())
            }
            Kind::Name => self.name(node),
            Kind::NamedExpr => self.named_expression(node),
            Kind::Yield | Kind::YieldFrom | Kind::Await => self.suspension(node),
            Kind::AnnAssign => self.annotated_assignment(node),
            Kind::alias => self.alias(node),
            Kind::Global => {
                let names = self.ast.view::<Global>(node).names;
                self.declaration(node, names, Flags::GLOBAL, "global")
            }
            Kind::Nonlocal => {
                let names = self.ast.view::<Nonlocal>(node).names;
                self.declaration(node, names, Flags::NONLOCAL, "nonlocal")
            }
            Kind::TypeVar | Kind::ParamSpec | Kind::TypeVarTuple => self.type_parameter(node),
            kind => self.other(kind, node),
        }
    }

    fn other(&mut self, kind: Kind, node: NodeId) -> Step {
        match kind {
            Kind::Attribute => {
                let attr = self.ast.view::<Attribute>(node).attr;
                self.note_mangled(node, attr);
            }
            Kind::keyword => {
                self.table.mangled[node.0 as usize] = self.ast.view::<keyword>(node).arg;
            }
            Kind::ExceptHandler => {
                let handler = self.ast.view::<ExceptHandler>(node);
                self.plan_list(handler.body);
                self.plan_binding(node, handler.name);
                self.plan(handler.type_.map(Work::Visit));
                return Ok(());
            }
            Kind::MatchStar => self.plan_binding(node, self.ast.view::<MatchStar>(node).name),
            Kind::MatchAs => {
                let pattern = self.ast.view::<MatchAs>(node);
                self.plan_binding(node, pattern.name);
                self.plan(pattern.pattern.map(Work::Visit));
                return Ok(());
            }
            Kind::MatchMapping => self.plan_binding(node, self.ast.view::<MatchMapping>(node).rest),
            _ => {}
        }
        self.plan_children(node);
        Ok(())
    }

    fn plan_children(&mut self, node: NodeId) {
        let start = self.work.len();
        let Builder { ast, work, .. } = self;
        ast.for_each_child(node, |child| work.push(Work::Visit(child)));
        work[start..].reverse();
    }

    fn plan_list(&mut self, list: ListId) {
        let nodes = self.ast.optional_list(list).rev().flatten().map(Work::Visit);
        self.work.extend(nodes);
    }

    fn plan_binding(&mut self, node: NodeId, name: Option<Symbol>) {
        self.work.extend(name.map(|name| Work::Define(node, name, Flags::LOCAL)));
    }

    fn name(&mut self, node: NodeId) -> Step {
        let Name { id, ctx } = self.ast.view(node);
        let flags = if ctx == Kind::Load { Flags::USE } else { Flags::LOCAL };
        self.define(node, id, flags)?;
        // `super` finds the class through a cell that it does not name (Data model, 3.3.3.6).
        if ctx == Kind::Load && id == self.known.super_ && self.kind().is_function_like() {
            let class = self.known.class;
            self.define_name(node, class, class, Flags::USE, self.current)?;
        }
        Ok(())
    }

    /// Defaults and decorators belong to the scope around; so do annotations, or to that of the type parameters.
    fn function(&mut self, node: NodeId) -> Step {
        let is_async = self.ast.kind(node) == Kind::AsyncFunctionDef;
        let function = if is_async {
            let view: AsyncFunctionDef = self.ast.view(node);
            let AsyncFunctionDef {
                name, args, body, decorator_list: decorators, returns, type_params, ..
            } = view;
            Function { name, args, body, decorators, returns, type_params }
        } else {
            let view: FunctionDef = self.ast.view(node);
            let FunctionDef { name, args, body, decorator_list: decorators, returns, type_params, .. } = view;
            Function { name, args, body, decorators, returns, type_params }
        };
        let name = function.name;
        let generic = function.type_params != Ast::EMPTY;
        self.define(node, name, Flags::LOCAL)?;
        // In reverse, since the last planned is done first.
        if generic {
            self.work.push(Work::Leave);
        }
        self.work.push(Work::Leave);
        self.plan_list(function.body);
        self.plan([Work::Enter { kind: ScopeKind::Function, node, name }, Work::Parameters(function.args)]);
        if is_async {
            let at = self.work.len() - 1;
            self.work.insert(at, Work::Coroutine);
        }
        self.plan(function.returns.map(Work::Annotation));
        self.plan_annotations(function.args);
        if generic {
            self.plan_list(function.type_params);
            self.work.push(Work::Enter { kind: ScopeKind::TypeParameters, node, name });
        }
        self.plan_list(function.decorators);
        self.plan_defaults(function.args);
        Ok(())
    }

    fn lambda(&mut self, node: NodeId) -> Step {
        let Lambda { args, body } = self.ast.view(node);
        let name = self.known.lambda;
        self.plan([
            Work::Enter { kind: ScopeKind::Lambda, node, name },
            Work::Parameters(args),
            Work::Visit(body),
            Work::Leave,
        ]);
        self.plan_defaults(args);
        Ok(())
    }

    fn plan_defaults(&mut self, args: NodeId) {
        let args: arguments = self.ast.view(args);
        self.plan_list(args.kw_defaults);
        self.plan_list(args.defaults);
    }

    fn plan_annotations(&mut self, args: NodeId) {
        let args: arguments = self.ast.view(args);
        let lists = [args.posonlyargs, args.args].into_iter().flat_map(|list| self.ast.list(list));
        let nodes = lists.chain(args.vararg).chain(args.kwarg).chain(self.ast.list(args.kwonlyargs));
        let annotations = nodes.filter_map(|node| self.ast.view::<arg>(node).annotation);
        let planned: Vec<Work> = annotations.map(Work::Annotation).collect();
        self.plan(planned);
    }

    /// The parameters in the order of their slots.
    fn parameter_nodes(&self, args: NodeId) -> Vec<NodeId> {
        let args: arguments = self.ast.view(args);
        let lists = [args.posonlyargs, args.args, args.kwonlyargs];
        let named = lists.into_iter().flat_map(|list| self.ast.list(list));
        named.chain(args.vararg).chain(args.kwarg).collect()
    }

    pub(super) fn parameters(&mut self, args: NodeId) -> Step {
        for node in self.parameter_nodes(args) {
            let name = self.ast.view::<arg>(node).arg;
            self.define(node, name, Flags::PARAM)?;
        }
        Ok(())
    }

    fn class(&mut self, node: NodeId) -> Step {
        let class: ClassDef = self.ast.view(node);
        let name = class.name;
        let generic = class.type_params != Ast::EMPTY;
        self.define(node, name, Flags::LOCAL)?;
        if generic {
            self.work.push(Work::Leave);
        }
        self.work.push(Work::Leave);
        self.plan_list(class.body);
        self.plan([Work::Enter { kind: ScopeKind::Class, node, name }, Work::Private(Some(name))]);
        self.plan_list(class.keywords);
        self.plan_list(class.bases);
        if generic {
            self.plan_list(class.type_params);
            self.plan([
                Work::Enter { kind: ScopeKind::TypeParameters, node, name },
                Work::Private(Some(name)),
            ]);
        }
        self.plan_list(class.decorator_list);
        Ok(())
    }

    /// The value is evaluated when it is asked for, in a scope of its own (Language Reference 7.14).
    fn type_alias(&mut self, node: NodeId) {
        let TypeAlias { name: target, type_params, value } = self.ast.view(node);
        let name = self.ast.view::<Name>(target).id;
        let generic = type_params != Ast::EMPTY;
        if generic {
            self.work.push(Work::Leave);
        }
        self.plan([Work::Enter { kind: ScopeKind::TypeAlias, node, name }, Work::Visit(value), Work::Leave]);
        if generic {
            self.plan_list(type_params);
            self.work.push(Work::Enter { kind: ScopeKind::TypeParameters, node, name });
        }
        self.work.push(Work::Visit(target));
    }

    fn type_parameter(&mut self, node: NodeId) -> Step {
        let (name, bound, default) = match self.ast.kind(node) {
            Kind::TypeVar => {
                let view: TypeVar = self.ast.view(node);
                (view.name, view.bound, view.default_value)
            }
            Kind::ParamSpec => {
                let view: ParamSpec = self.ast.view(node);
                (view.name, None, view.default_value)
            }
            _ => {
                let view: TypeVarTuple = self.ast.view(node);
                (view.name, None, view.default_value)
            }
        };
        self.define(node, name, Flags::LOCAL.with(Flags::TYPE_PARAM))?;
        let enter = Work::Enter { kind: ScopeKind::TypeVariable, node, name };
        if let Some(default) = default {
            self.plan([enter, Work::Default, Work::Visit(default), Work::Leave]);
        }
        if let Some(bound) = bound {
            self.plan([enter, Work::Visit(bound), Work::Leave]);
        }
        Ok(())
    }

    /// The first iterable belongs to the scope around, everything else to the comprehension (6.2.4).
    fn comprehension(&mut self, node: NodeId) {
        let known = &self.known;
        let (kind, name, elements, generators) = match self.ast.kind(node) {
            Kind::ListComp => {
                let ListComp { elt, generators } = self.ast.view(node);
                (ScopeKind::ListComp, known.list, [None, Some(elt)], generators)
            }
            Kind::SetComp => {
                let SetComp { elt, generators } = self.ast.view(node);
                (ScopeKind::SetComp, known.set, [None, Some(elt)], generators)
            }
            Kind::GeneratorExp => {
                let GeneratorExp { elt, generators } = self.ast.view(node);
                (ScopeKind::GeneratorExp, known.generator, [None, Some(elt)], generators)
            }
            _ => {
                let DictComp { key, value, generators } = self.ast.view(node);
                (ScopeKind::DictComp, known.dict, [Some(value), Some(key)], generators)
            }
        };
        let clauses: Vec<NodeId> = self.ast.list(generators).collect();
        let Some((&first, rest)) = clauses.split_first() else { return };
        let outermost: comprehension = self.ast.view(first);
        self.work.push(Work::Leave);
        self.plan(elements.into_iter().flatten().map(Work::Visit));
        self.work.extend(rest.iter().rev().map(|&clause| Work::Visit(clause)));
        self.plan_list(outermost.ifs);
        self.plan([Work::InTargets(true), Work::Visit(outermost.target), Work::InTargets(false)]);
        if outermost.is_async != 0 {
            self.work.push(Work::Coroutine);
        }
        self.plan([
            Work::InIterable(true),
            Work::Visit(outermost.iter),
            Work::InIterable(false),
            Work::Enter { kind, node, name },
        ]);
    }

    /// A clause other than the first.
    fn comprehension_clause(&mut self, node: NodeId) {
        let clause: comprehension = self.ast.view(node);
        if clause.is_async != 0 {
            self.work.push(Work::Coroutine);
        }
        self.plan_list(clause.ifs);
        self.plan([
            Work::InTargets(true),
            Work::Visit(clause.target),
            Work::InTargets(false),
            Work::InIterable(true),
            Work::Visit(clause.iter),
            Work::InIterable(false),
        ]);
    }

    fn named_expression(&mut self, node: NodeId) -> Step {
        let NamedExpr { target, value } = self.ast.view(node);
        if self.scope().in_iterables > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(self.error(node, message));
        }
        self.reject_in_annotation(node, "named expression")?;
        if self.kind().is_comprehension() {
            self.bind_outside(target)?;
        }
        self.plan([Work::Visit(value), Work::Visit(target)]);
        Ok(())
    }

    /// The target of an assignment expression in a comprehension belongs to the scope around it (PEP 572).
    fn bind_outside(&mut self, target: NodeId) -> Step {
        let id = self.ast.view::<Name>(target).id;
        let name = self.mangle(id);
        let mut scope = self.current;
        loop {
            let kind = self.table.scope(scope).kind;
            let flags = self.table.flags(scope, name);
            match kind {
                _ if kind.is_comprehension() => {
                    if flags.has(Flags::ITERATION) && flags.has(Flags::LOCAL) {
                        let text = self.text(id);
                        let message = format!(
                            "assignment expression cannot rebind comprehension iteration variable '{text}'"
                        );
                        return Err(self.error(target, message));
                    }
                }
                ScopeKind::Function | ScopeKind::Lambda => {
                    let here = if flags.has(Flags::GLOBAL) { Flags::GLOBAL } else { Flags::NONLOCAL };
                    return self.declare_outside(target, id, name, here, (scope, Flags::LOCAL));
                }
                ScopeKind::Module => {
                    return self.declare_outside(target, id, name, Flags::GLOBAL, (scope, Flags::GLOBAL));
                }
                // What is not evaluated does not bind either.
                ScopeKind::Annotation => {}
                _ => {
                    let place = match kind {
                        ScopeKind::Class => "in a class body",
                        ScopeKind::TypeParameters => "within the definition of a generic",
                        ScopeKind::TypeAlias => "in a type alias",
                        _ => "in a TypeVar bound",
                    };
                    let message =
                        format!("assignment expression within a comprehension cannot be used {place}");
                    return Err(self.error(target, message));
                }
            }
            match self.table.scope(scope).parent {
                Some(parent) => scope = parent,
                None => return Ok(()),
            }
        }
    }

    fn declare_outside(
        &mut self,
        node: NodeId,
        id: Symbol,
        name: Symbol,
        here: Flags,
        (outside, there): (ScopeId, Flags),
    ) -> Step {
        let entry = self.define_name(node, id, name, here, self.current)?;
        self.table.entries[entry as usize].directive.get_or_insert(node);
        self.define_name(node, id, name, there, outside)?;
        Ok(())
    }

    fn suspension(&mut self, node: NodeId) -> Step {
        let is_await = self.ast.kind(node) == Kind::Await;
        self.reject_in_annotation(node, if is_await { "await expression" } else { "yield expression" })?;
        if is_await {
            self.scope().is_coroutine = true;
        } else {
            self.reject_yield_in_comprehension(node)?;
            self.scope().is_generator = true;
        }
        self.plan_children(node);
        Ok(())
    }

    fn reject_yield_in_comprehension(&self, node: NodeId) -> Step {
        let place = match self.kind() {
            ScopeKind::ListComp => "list comprehension",
            ScopeKind::SetComp => "set comprehension",
            ScopeKind::DictComp => "dict comprehension",
            ScopeKind::GeneratorExp => "generator expression",
            _ => return Ok(()),
        };
        Err(self.error(node, format!("'yield' inside {place}")))
    }

    /// Yields, awaits and assignments have no meaning where evaluation is put off or left out (PEP 563, PEP 695).
    fn reject_in_annotation(&self, node: NodeId, what: &str) -> Step {
        let scope = self.table.scope(self.current);
        let place = match scope.kind {
            ScopeKind::Annotation => "an annotation",
            ScopeKind::TypeVariable if scope.is_default => match self.ast.kind(scope.node) {
                Kind::TypeVar => "a TypeVar default",
                Kind::ParamSpec => "a ParamSpec default",
                _ => "a TypeVarTuple default",
            },
            ScopeKind::TypeVariable => "a TypeVar bound",
            ScopeKind::TypeAlias => "a type alias",
            ScopeKind::TypeParameters => "the definition of a generic",
            _ => return Ok(()),
        };
        Err(self.error(node, format!("{what} cannot be used within {place}")))
    }

    fn annotated_assignment(&mut self, node: NodeId) -> Step {
        let AnnAssign { target, annotation, value, simple } = self.ast.view(node);
        if self.ast.kind(target) != Kind::Name {
            self.plan(
                [Work::Visit(target), Work::Annotation(annotation)].into_iter().chain(value.map(Work::Visit)),
            );
            return Ok(());
        }
        let id = self.ast.view::<Name>(target).id;
        let name = self.mangle(id);
        let before = self.table.flags(self.current, name);
        for (flag, word) in [(Flags::GLOBAL, "global"), (Flags::NONLOCAL, "nonlocal")] {
            if before.has(flag) && simple != 0 && self.kind() != ScopeKind::Module {
                let message = format!("annotated name '{}' can't be {word}", self.text(id));
                return Err(self.error(node, message));
            }
        }
        if simple != 0 {
            self.define(target, id, Flags::LOCAL.with(Flags::ANNOTATED))?;
        } else if value.is_some() {
            self.define(target, id, Flags::LOCAL)?;
        }
        self.plan([Work::Annotation(annotation)].into_iter().chain(value.map(Work::Visit)));
        Ok(())
    }

    fn alias(&mut self, node: NodeId) -> Step {
        let alias { name, asname } = self.ast.view(node);
        if name == self.known.star {
            return match self.kind() {
                ScopeKind::Module => Ok(()),
                _ => Err(self.error(node, "import * only allowed at module level")),
            };
        }
        let bound = match asname {
            Some(name) => name,
            None => match self.text(name).split_once('.') {
                Some((first, _)) => {
                    let first = first.to_owned();
                    self.ast.names.intern(&first)
                }
                None => name,
            },
        };
        self.define(node, bound, Flags::IMPORT)?;
        self.note_mangled(node, name);
        Ok(())
    }

    /// `global` and `nonlocal` (Language Reference 7.12, 7.13).
    fn declaration(&mut self, node: NodeId, names: ListId, flag: Flags, word: &str) -> Step {
        for at in 0..self.ast.list_words(names).len() {
            let id = Symbol(self.ast.list_words(names)[at]);
            let name = self.mangle(id);
            let before = self.table.flags(self.current, name);
            let text = self.text(id);
            let problem = if before.has(Flags::PARAM) {
                Some(format!("name '{text}' is parameter and {word}"))
            } else if before.has(Flags::USE) {
                Some(format!("name '{text}' is used prior to {word} declaration"))
            } else if before.has(Flags::ANNOTATED) {
                Some(format!("annotated name '{text}' can't be {word}"))
            } else if before.has(Flags::LOCAL) {
                Some(format!("name '{text}' is assigned to before {word} declaration"))
            } else {
                None
            };
            if let Some(message) = problem {
                return Err(self.error(node, message));
            }
            let entry = self.define_name(node, id, name, flag, self.current)?;
            self.table.entries[entry as usize].directive.get_or_insert(node);
        }
        Ok(())
    }
}
