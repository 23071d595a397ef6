//! The checks of each form of syntax, patterns apart.

use super::{Check, Checker, ContextKind, Frame};
use crate::ast::{
    AnnAssign, Ast, AsyncFor, AsyncFunctionDef, AsyncWith, Attribute, Await, Call, ClassDef, DictComp,
    ExceptHandler, For, FunctionDef, GeneratorExp, ImportFrom, Kind, Lambda, List, ListComp, ListId, Module,
    Name, NodeId, ParamSpec, Return, Set, SetComp, Subscript, Try, TryStar, Tuple, TypeAlias, TypeVar,
    TypeVarTuple, While, With, alias, arg, arguments, comprehension, keyword, withitem,
};
use crate::names::Symbol;

/// The features that a module may ask for (Language Reference 7.11.1).
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Any more elements before or after a starred target do not fit into CPython's instruction.
const MAX_BEFORE_STAR: usize = 1 << 8;
const MAX_AFTER_STAR: usize = (i32::MAX >> 8) as usize;

impl Checker<'_> {
    pub(super) fn check(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        match kind {
            Kind::FunctionDef | Kind::AsyncFunctionDef => self.function(node, context),
            Kind::Lambda => {
                let Lambda { args, body } = self.ast.view(node);
                let frame = self.function_frame(node, false);
                let inner = self.enter_frame(frame);
                self.plan(body, inner);
                self.parameters(args)?;
                self.plan_defaults(args, context);
                Ok(())
            }
            Kind::ClassDef => self.class(node, context),
            Kind::TypeAlias => self.type_alias(node, context),
            Kind::TypeVar | Kind::ParamSpec | Kind::TypeVarTuple => self.type_parameter(node),
            Kind::For | Kind::AsyncFor | Kind::While => self.loop_statement(kind, node, context),
            Kind::With | Kind::AsyncWith => self.with_statement(kind, node, context),
            Kind::Try | Kind::TryStar => self.try_statement(kind, node, context),
            Kind::ExceptHandler => self.handler(node, context),
            Kind::Break | Kind::Continue | Kind::Return => self.jump(kind, node, context),
            Kind::Match => self.match_statement(node, context),
            Kind::Import | Kind::ImportFrom => self.import(kind, node),
            Kind::AnnAssign => self.annotated_assignment(node, context),
            Kind::Module => {
                self.plan_list(self.ast.view::<Module>(node).body, context);
                Ok(())
            }
            _ => self.expression(kind, node, context),
        }
    }

    fn expression(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        match kind {
            Kind::Constant => Ok(()),
            Kind::Name => {
                let Name { id, ctx } = self.ast.view(node);
                self.name(node, id, ctx)
            }
            Kind::Attribute => {
                let Attribute { value, attr, ctx } = self.ast.view(node);
                if ctx == Kind::Store {
                    self.name(node, attr, ctx)?;
                }
                self.plan(value, context);
                Ok(())
            }
            Kind::Tuple | Kind::List | Kind::Set => self.display(kind, node, context),
            Kind::Call => {
                let Call { func, args, keywords } = self.ast.view(node);
                self.keywords(keywords)?;
                self.plan_list(keywords, context);
                self.plan_elements(args, context);
                self.plan(func, context);
                Ok(())
            }
            Kind::Yield | Kind::YieldFrom => self.yield_expression(kind, node, context),
            Kind::Await => self.await_expression(node, context),
            Kind::ListComp | Kind::SetComp | Kind::DictComp | Kind::GeneratorExp => {
                self.comprehension(kind, node, context)
            }
            _ => {
                self.plan_children(node, context);
                Ok(())
            }
        }
    }

    /// `__debug__` is a constant under the name of a variable (Language Reference 4.1).
    fn name(&self, node: NodeId, name: Symbol, ctx: Kind) -> Check {
        if ctx == Kind::Load || self.ast.name(name) != "__debug__" {
            return Ok(());
        }
        let verb = if ctx == Kind::Del { "delete" } else { "assign to" };
        Err(self.error(node, format!("cannot {verb} __debug__")))
    }

    pub(super) fn bound_name(&self, node: NodeId, name: Option<Symbol>) -> Check {
        name.map_or(Ok(()), |name| self.name(node, name, Kind::Store))
    }

    fn display(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let (elts, ctx) = match kind {
            Kind::Tuple => {
                let Tuple { elts, ctx } = self.ast.view(node);
                (elts, ctx)
            }
            Kind::List => {
                let List { elts, ctx } = self.ast.view(node);
                (elts, ctx)
            }
            _ => (self.ast.view::<Set>(node).elts, Kind::Load),
        };
        if ctx == Kind::Store {
            self.starred_targets(node, elts)?;
        }
        self.plan_elements(elts, context);
        Ok(())
    }

    fn starred_targets(&self, node: NodeId, elts: ListId) -> Check {
        let mut elements = self.ast.list(elts);
        let len = elements.len();
        let is_starred = |element: NodeId| self.ast.kind(element) == Kind::Starred;
        let Some(at) = elements.position(is_starred) else { return Ok(()) };
        if at >= MAX_BEFORE_STAR || len - at > MAX_AFTER_STAR {
            return Err(self.error(node, "too many expressions in star-unpacking assignment"));
        }
        if elements.any(is_starred) {
            return Err(self.error(node, "multiple starred expressions in assignment"));
        }
        Ok(())
    }

    /// Keywords of one call are different (6.3.4).
    fn keywords(&self, keywords: ListId) -> Check {
        let mut seen = rustc_hash::FxHashSet::default();
        for node in self.ast.list(keywords) {
            let Some(name) = self.ast.view::<keyword>(node).arg else { continue };
            self.name(node, name, Kind::Store)?;
            if !seen.insert(name) {
                let text = self.ast.name(name);
                return Err(self.error(node, format!("keyword argument repeated: {text}")));
            }
        }
        Ok(())
    }

    fn function_frame(&self, node: NodeId, is_async: bool) -> Frame {
        let unit = self.scopes.unit_of(node).map(|unit| self.scopes.unit(unit));
        Frame::Function { is_async, is_generator: unit.is_some_and(|unit| unit.is_generator) }
    }

    fn function(&mut self, node: NodeId, context: usize) -> Check {
        let is_async = self.ast.kind(node) == Kind::AsyncFunctionDef;
        let function = if is_async {
            let AsyncFunctionDef { name, args, body, decorator_list, returns, type_comment, type_params } =
                self.ast.view(node);
            FunctionDef { name, args, body, decorator_list, returns, type_comment, type_params }
        } else {
            self.ast.view(node)
        };
        self.bound_name(node, Some(function.name))?;
        let frame = self.function_frame(node, is_async);
        let inner = self.enter_frame(frame);
        self.plan_list(function.body, inner);
        self.parameters(function.args)?;
        let around = self.type_parameters(function.type_params, context)?;
        if !self.scopes.future_annotations {
            self.work.extend(function.returns.map(|node| super::Item {
                node,
                context: around,
                role: super::Role::Plain,
            }));
            self.plan_annotations(function.args, around);
        }
        self.plan_type_parameters(function.type_params, around);
        self.plan_defaults(function.args, context);
        self.plan_list(function.decorator_list, context);
        Ok(())
    }

    fn parameter_nodes(&self, args: NodeId) -> Vec<NodeId> {
        let args: arguments = self.ast.view(args);
        let lists = [args.posonlyargs, args.args].into_iter().flat_map(|list| self.ast.list(list));
        lists.chain(args.vararg).chain(self.ast.list(args.kwonlyargs)).chain(args.kwarg).collect()
    }

    fn parameters(&self, args: NodeId) -> Check {
        for node in self.parameter_nodes(args) {
            self.bound_name(node, Some(self.ast.view::<arg>(node).arg))?;
        }
        Ok(())
    }

    fn plan_annotations(&mut self, args: NodeId, context: usize) {
        for node in self.parameter_nodes(args).into_iter().rev() {
            if let Some(annotation) = self.ast.view::<arg>(node).annotation {
                // That of `*args` may be starred.
                self.work.push(super::Item { node: annotation, context, role: super::Role::Element });
            }
        }
    }

    fn plan_defaults(&mut self, args: NodeId, context: usize) {
        let args: arguments = self.ast.view(args);
        self.plan_list(args.kw_defaults, context);
        self.plan_list(args.defaults, context);
    }

    fn class(&mut self, node: NodeId, context: usize) -> Check {
        let class: ClassDef = self.ast.view(node);
        self.bound_name(node, Some(class.name))?;
        let around = self.type_parameters(class.type_params, context)?;
        self.keywords(class.keywords)?;
        let inner = self.enter_frame(Frame::Class);
        self.plan_list(class.body, inner);
        self.plan_list(class.keywords, around);
        self.plan_elements(class.bases, around);
        self.plan_type_parameters(class.type_params, around);
        self.plan_list(class.decorator_list, context);
        Ok(())
    }

    fn type_alias(&mut self, node: NodeId, context: usize) -> Check {
        let TypeAlias { name, type_params, value } = self.ast.view(node);
        self.bound_name(node, Some(self.ast.view::<Name>(name).id))?;
        let around = self.type_parameters(type_params, context)?;
        let inner = self.enter_frame(Frame::TypeScope);
        self.plan(value, inner);
        self.plan_type_parameters(type_params, around);
        Ok(())
    }

    /// The context of what type parameters are around of; without any, the context is the same.
    fn type_parameters(
        &mut self,
        parameters: ListId,
        context: usize,
    ) -> Result<usize, Box<crate::SyntaxError>> {
        if parameters == Ast::EMPTY {
            return Ok(context);
        }
        let mut seen_default = false;
        for node in self.ast.list(parameters) {
            let (name, default) = self.type_parameter_default(node);
            if seen_default && default.is_none() {
                let text = self.ast.name(name);
                let message = format!("non-default type parameter '{text}' follows default type parameter");
                return Err(self.error(node, message));
            }
            seen_default |= default.is_some();
        }
        Ok(self.enter_frame(Frame::TypeScope))
    }

    fn plan_type_parameters(&mut self, parameters: ListId, context: usize) {
        if parameters != Ast::EMPTY {
            self.plan_list(parameters, context);
        }
    }

    fn type_parameter_default(&self, node: NodeId) -> (Symbol, Option<NodeId>) {
        match self.ast.kind(node) {
            Kind::TypeVar => {
                let view: TypeVar = self.ast.view(node);
                (view.name, view.default_value)
            }
            Kind::ParamSpec => {
                let view: ParamSpec = self.ast.view(node);
                (view.name, view.default_value)
            }
            _ => {
                let view: TypeVarTuple = self.ast.view(node);
                (view.name, view.default_value)
            }
        }
    }

    fn type_parameter(&mut self, node: NodeId) -> Check {
        let (name, default) = self.type_parameter_default(node);
        self.bound_name(node, Some(name))?;
        let inner = self.enter_frame(Frame::TypeScope);
        if let Some(default) = default {
            // That of a type variable tuple may be starred.
            let starred = self.ast.kind(node) == Kind::TypeVarTuple;
            let role = if starred { super::Role::Element } else { super::Role::Plain };
            self.work.push(super::Item { node: default, context: inner, role });
        }
        if self.ast.kind(node) == Kind::TypeVar
            && let Some(bound) = self.ast.view::<TypeVar>(node).bound
        {
            self.plan(bound, inner);
        }
        Ok(())
    }

    fn loop_statement(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let (header, body, orelse) = match kind {
            Kind::While => {
                let While { test, body, orelse } = self.ast.view(node);
                ([None, Some(test)], body, orelse)
            }
            Kind::For => {
                let For { target, iter, body, orelse, .. } = self.ast.view(node);
                ([Some(target), Some(iter)], body, orelse)
            }
            _ => {
                let AsyncFor { target, iter, body, orelse, .. } = self.ast.view(node);
                self.only_in_async(node, context, "for")?;
                ([Some(target), Some(iter)], body, orelse)
            }
        };
        let inner = self.enter(context, ContextKind::Loop, node)?;
        self.plan_list(orelse, context);
        self.plan_list(body, inner);
        for node in header.into_iter().flatten() {
            self.plan(node, context);
        }
        Ok(())
    }

    fn only_in_async(&self, node: NodeId, context: usize, word: &str) -> Check {
        match self.frame(context) {
            Frame::Function { is_async: true, .. } => Ok(()),
            _ => Err(self.error(node, format!("'async {word}' outside async function"))),
        }
    }

    fn with_statement(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let (items, body) = if kind == Kind::With {
            let With { items, body, .. } = self.ast.view(node);
            (items, body)
        } else {
            let AsyncWith { items, body, .. } = self.ast.view(node);
            self.only_in_async(node, context, "with")?;
            (items, body)
        };
        let mut inner = context;
        let mut planned = Vec::new();
        for item in self.ast.list(items) {
            let withitem { context_expr, optional_vars } = self.ast.view(item);
            planned.push((context_expr, inner));
            inner = self.enter(inner, ContextKind::Block, context_expr)?;
            planned.extend(optional_vars.map(|target| (target, inner)));
        }
        self.plan_list(body, inner);
        for (node, context) in planned.into_iter().rev() {
            self.plan(node, context);
        }
        Ok(())
    }

    fn try_statement(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let Try { body, handlers, orelse, finalbody } = if kind == Kind::Try {
            self.ast.view(node)
        } else {
            let TryStar { body, handlers, orelse, finalbody } = self.ast.view(node);
            Try { body, handlers, orelse, finalbody }
        };
        let last = self.ast.list(handlers).len().saturating_sub(1);
        for (at, handler) in self.ast.list(handlers).enumerate() {
            if at < last && self.ast.view::<ExceptHandler>(handler).type_.is_none() {
                return Err(self.error(handler, "default 'except:' must be last"));
            }
        }
        let mut around = context;
        if finalbody != Ast::EMPTY {
            let last = self.enter(context, ContextKind::Block, node)?;
            self.plan_list(finalbody, last);
            around = self.enter(context, ContextKind::Block, node)?;
        }
        if handlers == Ast::EMPTY {
            self.plan_list(body, around);
            return Ok(());
        }
        let inner = self.enter(around, ContextKind::Block, node)?;
        let kind = if kind == Kind::Try { ContextKind::Block } else { ContextKind::ExceptStar };
        for handler in self.ast.list(handlers).rev() {
            let handling = self.enter(around, kind, handler)?;
            self.plan(handler, handling);
        }
        self.plan_list(orelse, around);
        self.plan_list(body, inner);
        Ok(())
    }

    fn handler(&mut self, node: NodeId, context: usize) -> Check {
        let ExceptHandler { type_, name, body } = self.ast.view(node);
        self.bound_name(node, name)?;
        let inner = self.enter(context, ContextKind::Block, node)?;
        self.plan_list(body, inner);
        if let Some(type_) = type_ {
            self.plan(type_, context);
        }
        Ok(())
    }

    /// Language Reference 7.6, 7.9, 7.10, 8.4.2.
    fn jump(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        if kind == Kind::Return {
            self.return_statement(node, context)?;
        }
        let mut at = Some(context);
        while let Some(id) = at {
            match self.contexts[id].kind {
                ContextKind::ExceptStar => {
                    let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                    return Err(self.error(node, message));
                }
                ContextKind::Loop if kind != Kind::Return => return Ok(()),
                _ => {}
            }
            at = self.contexts[id].around;
        }
        match kind {
            Kind::Break => Err(self.error(node, "'break' outside loop")),
            Kind::Continue => Err(self.error(node, "'continue' not properly in loop")),
            _ => Ok(()),
        }
    }

    fn return_statement(&mut self, node: NodeId, context: usize) -> Check {
        let Return { value } = self.ast.view(node);
        match self.frame(context) {
            Frame::Function { is_async: true, is_generator: true } if value.is_some() => {
                return Err(self.error(node, "'return' with value in async generator"));
            }
            Frame::Function { .. } => {}
            _ => return Err(self.error(node, "'return' outside function")),
        }
        if let Some(value) = value {
            self.plan(value, context);
        }
        Ok(())
    }

    fn yield_expression(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let word = if kind == Kind::Yield { "yield" } else { "yield from" };
        match self.frame(context) {
            Frame::Module | Frame::Class => {
                return Err(self.error(node, format!("'{word}' outside function")));
            }
            Frame::Function { is_async: true, .. } if kind == Kind::YieldFrom => {
                return Err(self.error(node, "'yield from' inside async function"));
            }
            _ => {}
        }
        self.plan_children(node, context);
        Ok(())
    }

    fn await_expression(&mut self, node: NodeId, context: usize) -> Check {
        match self.frame(context) {
            Frame::Module | Frame::Class => return Err(self.error(node, "'await' outside function")),
            Frame::Function { is_async: true, .. } | Frame::GeneratorExp => {}
            _ => return Err(self.error(node, "'await' outside async function")),
        }
        let Await { value } = self.ast.view(node);
        self.plan(value, context);
        Ok(())
    }

    fn comprehension(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let (elements, generators) = match kind {
            Kind::ListComp => {
                let ListComp { elt, generators } = self.ast.view(node);
                ([None, Some(elt)], generators)
            }
            Kind::SetComp => {
                let SetComp { elt, generators } = self.ast.view(node);
                ([None, Some(elt)], generators)
            }
            Kind::GeneratorExp => {
                let GeneratorExp { elt, generators } = self.ast.view(node);
                ([None, Some(elt)], generators)
            }
            _ => {
                let DictComp { key, value, generators } = self.ast.view(node);
                ([Some(value), Some(key)], generators)
            }
        };
        let is_generator = kind == Kind::GeneratorExp;
        if !is_generator && self.scopes.inlined(node).is_async {
            let allowed =
                matches!(self.frame(context), Frame::Function { is_async: true, .. } | Frame::GeneratorExp);
            if !allowed {
                let message = "asynchronous comprehension outside of an asynchronous function";
                return Err(self.error(node, message));
            }
        }
        let mut inner = if is_generator { self.enter_frame(Frame::GeneratorExp) } else { context };
        let mut planned = Vec::new();
        for (at, clause) in self.ast.list(generators).enumerate() {
            let comprehension { target, iter, ifs, is_async } = self.ast.view(clause);
            planned.push((iter, if at == 0 { context } else { inner }));
            if is_async != 0 {
                inner = self.enter(inner, ContextKind::Block, node)?;
            }
            planned.push((target, inner));
            planned.extend(self.ast.list(ifs).map(|test| (test, inner)));
        }
        for element in elements.into_iter().flatten() {
            self.plan(element, inner);
        }
        for (node, context) in planned.into_iter().rev() {
            self.plan(node, context);
        }
        Ok(())
    }

    fn import(&mut self, kind: Kind, node: NodeId) -> Check {
        if kind == Kind::ImportFrom {
            let ImportFrom { module, level, .. } = self.ast.view(node);
            let future = level == 0 && module.is_some_and(|module| self.ast.name(module) == "__future__");
            if future && self.ast.span(node).start >= self.future_end {
                let message = "from __future__ imports must occur at the beginning of the file";
                return Err(self.error(node, message));
            }
        }
        let mut names = Vec::new();
        self.ast.for_each_child(node, |name| names.push(name));
        for name in names {
            let alias { name, asname } = self.ast.view(name);
            self.bound_name(node, Some(asname.unwrap_or(name)))?;
        }
        Ok(())
    }

    fn annotated_assignment(&mut self, node: NodeId, context: usize) -> Check {
        let AnnAssign { target, annotation, value, .. } = self.ast.view(node);
        let evaluated = matches!(self.frame(context), Frame::Module | Frame::Class);
        if evaluated && !self.scopes.future_annotations {
            self.plan(annotation, context);
        }
        match self.ast.kind(target) {
            Kind::Name => {
                let Name { id, ctx } = self.ast.view(target);
                self.name(node, id, ctx)?;
            }
            Kind::Attribute => {
                let Attribute { value, attr, ctx } = self.ast.view(target);
                self.name(node, attr, ctx)?;
                self.plan(value, context);
            }
            _ => {
                let Subscript { value, slice, .. } = self.ast.view(target);
                self.plan(slice, context);
                self.plan(value, context);
            }
        }
        if let Some(value) = value {
            self.plan(value, context);
        }
        Ok(())
    }

    /// Imports from `__future__` at the beginning of the module: their features must exist (7.11.1).
    pub(super) fn future_imports(&mut self) -> Check {
        if self.ast.kind(self.ast.root) != Kind::Module {
            return Ok(());
        }
        let body = self.ast.view::<Module>(self.ast.root).body;
        for (at, statement) in self.ast.list(body).enumerate() {
            match self.ast.kind(statement) {
                Kind::Expr if at == 0 && self.is_docstring(statement) => {}
                Kind::ImportFrom => {
                    let ImportFrom { module, names, level } = self.ast.view(statement);
                    if level != 0 || module.is_none_or(|module| self.ast.name(module) != "__future__") {
                        self.future_end = self.ast.span(statement).start;
                        return Ok(());
                    }
                    self.features(statement, names)?;
                }
                _ => {
                    self.future_end = self.ast.span(statement).start;
                    return Ok(());
                }
            }
        }
        self.future_end = u32::MAX;
        Ok(())
    }

    fn is_docstring(&self, statement: NodeId) -> bool {
        let value = self.ast.view::<crate::ast::Expr>(statement).value;
        self.ast.kind(value) == Kind::Constant && {
            let constant = self.ast.view::<crate::ast::Constant>(value).value;
            matches!(self.ast.constant(constant), crate::constant::ConstantValue::Str(_))
        }
    }

    fn features(&self, statement: NodeId, names: ListId) -> Check {
        for node in self.ast.list(names) {
            let name = self.ast.name(self.ast.view::<alias>(node).name);
            if name == "braces" {
                return Err(self.error(statement, "not a chance"));
            }
            if !FEATURES.contains(&name) {
                return Err(self.error(statement, format!("future feature {name} is not defined")));
            }
        }
        Ok(())
    }
}
