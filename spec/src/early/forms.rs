//! The checks of statements, parameters and type parameters.

use super::future::is_future;
use super::{Check, Checker, ContextKind, Frame, Role};
use crate::ast::{
    AnnAssign, Assign, Ast, AsyncFor, AsyncFunctionDef, AsyncWith, Attribute, AugAssign, ClassDef,
    ExceptHandler, For, FunctionDef, Kind, Lambda, ListId, Module, Name, NodeId, ParamSpec, Return,
    Subscript, Try, TryStar, TypeAlias, TypeVar, TypeVarTuple, While, With, alias, arg, arguments, withitem,
};
use crate::names::Symbol;
use crate::walk::{Visit, walk};

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
            Kind::Assign => self.assignment(node, context),
            Kind::AnnAssign => self.annotated_assignment(node, context),
            Kind::AugAssign => self.augmented_assignment(node, context),
            Kind::Module => {
                self.plan_list(self.ast.view::<Module>(node).body, context);
                Ok(())
            }
            _ => self.expression(kind, node, context),
        }
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
        self.plan_name(node, function.name);
        let frame = self.function_frame(node, is_async);
        let inner = self.enter_frame(frame);
        self.plan_list(function.body, inner);
        self.parameters(function.args)?;
        let around = self.type_parameters(function.type_params, context)?;
        if !self.scopes.future_annotations {
            if let Some(returns) = function.returns {
                self.plan(returns, around);
            }
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
        let form: arguments = self.ast.view(args);
        // Here positional-only parameters come second.
        let lists = [form.args, form.posonlyargs].into_iter().flat_map(|list| self.ast.list(list));
        let nodes = lists.chain(form.vararg).chain(self.ast.list(form.kwonlyargs)).chain(form.kwarg);
        let annotations: Vec<NodeId> =
            nodes.filter_map(|node| self.ast.view::<arg>(node).annotation).collect();
        for node in annotations.into_iter().rev() {
            // That of `*args` may be starred.
            self.plan_as(node, context, Role::Element);
        }
    }

    fn plan_defaults(&mut self, args: NodeId, context: usize) {
        let args: arguments = self.ast.view(args);
        self.plan_list(args.kw_defaults, context);
        self.plan_list(args.defaults, context);
    }

    fn class(&mut self, node: NodeId, context: usize) -> Check {
        let class: ClassDef = self.ast.view(node);
        self.plan_name(node, class.name);
        let around = self.type_parameters(class.type_params, context)?;
        self.plan_list(class.keywords, around);
        self.plan_elements(class.bases, around);
        // The body is compiled before the call that makes the class.
        let keywords = self.keywords(class.keywords);
        self.plan_check(keywords);
        let inner = self.enter_frame(Frame::Class);
        self.plan_list(class.body, inner);
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
            let role = if starred { Role::Element } else { Role::Plain };
            self.plan_as(default, inner, role);
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
        let start = self.work.len();
        let mut inner = context;
        for item in self.ast.list(items) {
            let withitem { context_expr, optional_vars } = self.ast.view(item);
            self.plan(context_expr, inner);
            inner = match self.enter(inner, ContextKind::Block, context_expr) {
                Ok(inner) => inner,
                Err(error) => {
                    self.plan_check(Err(error));
                    break;
                }
            };
            if let Some(target) = optional_vars {
                self.plan(target, inner);
            }
        }
        self.work[start..].reverse();
        let items = self.work.split_off(start);
        self.plan_list(body, inner);
        self.work.extend(items);
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
        let star = kind == Kind::TryStar;
        if star {
            self.plan_list(orelse, around);
        }
        let kind = if star { ContextKind::ExceptStar } else { ContextKind::Block };
        for handler in self.ast.list(handlers).rev() {
            let handling = self.enter(around, kind, handler)?;
            self.plan(handler, handling);
        }
        if !star {
            self.plan_list(orelse, around);
        }
        self.plan_list(body, inner);
        Ok(())
    }

    fn handler(&mut self, node: NodeId, context: usize) -> Check {
        let ExceptHandler { type_, name, body } = self.ast.view(node);
        let inner = self.enter(context, ContextKind::Block, node)?;
        self.plan_list(body, inner);
        let named = self.bound_name(node, name);
        self.plan_check(named);
        if let Some(type_) = type_ {
            self.plan(type_, context);
        }
        Ok(())
    }

    /// Language Reference 7.6, 7.9, 7.10, 8.4.2.
    fn jump(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        if kind == Kind::Return {
            return self.return_statement(node, context);
        }
        self.leave_blocks(kind, node, context)
    }

    fn leave_blocks(&self, kind: Kind, node: NodeId, context: usize) -> Check {
        let mut at = Some(context);
        while let Some(id) = at {
            match self.contexts[id].kind {
                ContextKind::ExceptStar => {
                    let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                    return Err(self.error(self.place_of_jump(kind, node), message));
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

    /// CPython has gone on to the value of a `return` if that is a constant on the same line.
    fn place_of_jump(&self, kind: Kind, node: NodeId) -> NodeId {
        let line = |node| self.source.position(self.ast.span(node).start as usize).0;
        let value = if kind == Kind::Return { self.ast.view::<Return>(node).value } else { None };
        let is_near = |value: &NodeId| line(*value) == line(node) && self.is_folded(*value);
        value.filter(is_near).unwrap_or(node)
    }

    /// Whether CPython makes one constant of an expression, as far as its form says.
    fn is_folded(&self, node: NodeId) -> bool {
        let mut nodes = walk(self.ast, node).filter_map(|visit| match visit {
            Visit::Enter(node) => Some(node),
            Visit::Leave(_) => None,
        });
        nodes.all(|node| match self.ast.kind(node) {
            Kind::Constant | Kind::Tuple | Kind::UnaryOp | Kind::BinOp => true,
            Kind::Name => self.ast.name(self.ast.view::<Name>(node).id) == "__debug__",
            _ => false,
        })
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
        let leave = self.leave_blocks(Kind::Return, node, context);
        self.plan_check(leave);
        if let Some(value) = value {
            self.plan(value, context);
        }
        Ok(())
    }

    fn import(&mut self, kind: Kind, node: NodeId) -> Check {
        let is_late = || is_future(self.ast, node) && self.ast.span(node).start >= self.future_end;
        if kind == Kind::ImportFrom && is_late() {
            return Err(self.error(node, "from __future__ imports must occur at the beginning of the file"));
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
        if let Some(value) = value {
            self.plan(target, context);
            self.plan(value, context);
            return Ok(());
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
        Ok(())
    }

    /// The value is evaluated before the targets.
    fn assignment(&mut self, node: NodeId, context: usize) -> Check {
        let Assign { targets, value, .. } = self.ast.view(node);
        self.plan_list(targets, context);
        self.plan(value, context);
        Ok(())
    }

    /// An augmented assignment may store into an attribute `__debug__`: CPython does not look there.
    fn augmented_assignment(&mut self, node: NodeId, context: usize) -> Check {
        let AugAssign { target, value, .. } = self.ast.view(node);
        self.plan(value, context);
        match self.ast.kind(target) {
            Kind::Attribute => self.plan(self.ast.view::<Attribute>(target).value, context),
            _ => self.plan(target, context),
        }
        Ok(())
    }
}
