//! Statements, and the parts of definitions.

use super::{Piece, Printer, level};
use crate::ast::{
    AnnAssign, Assert, Assign, Ast, AsyncFor, AsyncFunctionDef, AsyncWith, AugAssign, ClassDef, Delete,
    ExceptHandler, Expr, For, FunctionDef, Global, If, Import, ImportFrom, Kind, ListId, Match, NodeId,
    Nonlocal, ParamSpec, Raise, Return, Try, TryStar, TypeAlias, TypeVar, TypeVarTuple, While, With, alias,
    arg, arguments, match_case, withitem,
};
use crate::names::Symbol;

impl Printer<'_> {
    pub(super) fn block(&mut self, list: ListId, depth: usize) {
        for statement in self.ast.list(list) {
            if depth > 0 || !self.plan.is_empty() {
                self.plan.push(Piece::Line(depth));
            }
            self.plan.push(Piece::Statement(statement, depth));
        }
        if depth == 0 {
            self.put("\n");
        }
    }

    fn suite(&mut self, list: ListId, depth: usize) {
        self.put(":");
        self.plan.push(Piece::Block(list, depth + 1));
    }

    fn else_suite(&mut self, list: ListId, depth: usize) {
        if list != Ast::EMPTY {
            self.plan.push(Piece::Line(depth));
            self.put("else");
            self.suite(list, depth);
        }
    }

    pub(super) fn statement(&mut self, node: NodeId, depth: usize) {
        match self.ast.kind(node) {
            Kind::FunctionDef | Kind::AsyncFunctionDef => self.function(node, depth),
            Kind::ClassDef => self.class(node, depth),
            Kind::For | Kind::AsyncFor => self.for_statement(node, depth),
            Kind::While => {
                let While { test, body, orelse } = self.ast.view(node);
                self.put("while ");
                self.put_node(test, level::TEST);
                self.suite(body, depth);
                self.else_suite(orelse, depth);
            }
            Kind::If => self.if_statement(node, depth),
            Kind::With | Kind::AsyncWith => self.with_statement(node, depth),
            Kind::Match => self.match_statement(node, depth),
            Kind::Try | Kind::TryStar => self.try_statement(node, depth),
            Kind::Import | Kind::ImportFrom => self.import(node),
            Kind::Pass => self.put("pass"),
            Kind::Break => self.put("break"),
            Kind::Continue => self.put("continue"),
            Kind::Global => self.names("global ", self.ast.view::<Global>(node).names),
            Kind::Nonlocal => self.names("nonlocal ", self.ast.view::<Nonlocal>(node).names),
            _ => self.simple_statement(node),
        }
    }

    fn simple_statement(&mut self, node: NodeId) {
        match self.ast.kind(node) {
            Kind::Expr => self.put_node(self.ast.view::<Expr>(node).value, level::ANY),
            Kind::Return => {
                self.put("return");
                self.put_optional(" ", self.ast.view::<Return>(node).value, level::ANY);
            }
            Kind::Delete => {
                self.put("del ");
                self.put_list(self.ast.view::<Delete>(node).targets, level::ATOM);
            }
            Kind::Assign => {
                let Assign { targets, value, .. } = self.ast.view(node);
                for target in self.ast.list(targets) {
                    self.put_node(target, level::ANY);
                    self.put(" = ");
                }
                self.put_node(value, level::ANY);
            }
            Kind::AugAssign => {
                let AugAssign { target, op, value } = self.ast.view(node);
                self.put_node(target, level::ATOM);
                // ` + ` without its last space.
                let symbol = super::expressions::symbol(op);
                self.put(&symbol[..symbol.len() - 1]);
                self.put("= ");
                self.put_node(value, level::ANY);
            }
            Kind::AnnAssign => self.annotated_assignment(node),
            Kind::Raise => {
                let Raise { exc, cause } = self.ast.view(node);
                self.put("raise");
                self.put_optional(" ", exc, level::TEST);
                self.put_optional(" from ", cause, level::TEST);
            }
            Kind::Assert => {
                let Assert { test, msg } = self.ast.view(node);
                self.put("assert ");
                self.put_node(test, level::TEST);
                self.put_optional(", ", msg, level::TEST);
            }
            _ => {
                let TypeAlias { name, type_params, value } = self.ast.view(node);
                self.put("type ");
                self.put_node(name, level::ATOM);
                self.type_parameters(type_params);
                self.put(" = ");
                self.put_node(value, level::TEST);
            }
        }
    }

    fn annotated_assignment(&mut self, node: NodeId) {
        let AnnAssign { target, annotation, value, simple } = self.ast.view(node);
        let parenthesized = simple == 0 && self.ast.kind(target) == Kind::Name;
        self.put(if parenthesized { "(" } else { "" });
        self.put_node(target, level::ATOM);
        self.put(if parenthesized { "): " } else { ": " });
        self.put_node(annotation, level::TEST);
        self.put_optional(" = ", value, level::ANY);
    }

    fn names(&mut self, before: &'static str, names: ListId) {
        self.put(before);
        for (at, name) in self.ast.name_list(names).enumerate() {
            self.put(if at > 0 { ", " } else { "" });
            self.plan.push(Piece::Name(name));
        }
    }

    fn import(&mut self, node: NodeId) {
        let names = if self.ast.kind(node) == Kind::Import {
            self.put("import ");
            self.ast.view::<Import>(node).names
        } else {
            let ImportFrom { module, names, level } = self.ast.view(node);
            self.put("from ");
            (0..level).for_each(|_| self.put("."));
            self.plan.extend(module.map(Piece::Name));
            self.put(" import ");
            names
        };
        for (at, node) in self.ast.list(names).enumerate() {
            let alias { name, asname } = self.ast.view(node);
            self.put(if at > 0 { ", " } else { "" });
            self.plan.push(Piece::Name(name));
            self.put_name(" as ", asname);
        }
    }

    fn put_name(&mut self, before: &'static str, name: Option<Symbol>) {
        if let Some(name) = name {
            self.put(before);
            self.plan.push(Piece::Name(name));
        }
    }

    fn decorators(&mut self, list: ListId, depth: usize) {
        for decorator in self.ast.list(list) {
            self.put("@");
            self.put_node(decorator, level::TEST);
            self.plan.push(Piece::Line(depth));
        }
    }

    fn function(&mut self, node: NodeId, depth: usize) {
        let is_async = self.ast.kind(node) == Kind::AsyncFunctionDef;
        let function = if is_async {
            let AsyncFunctionDef { name, args, body, decorator_list, returns, type_comment, type_params } =
                self.ast.view(node);
            FunctionDef { name, args, body, decorator_list, returns, type_comment, type_params }
        } else {
            self.ast.view(node)
        };
        self.decorators(function.decorator_list, depth);
        self.put(if is_async { "async def " } else { "def " });
        self.plan.push(Piece::Name(function.name));
        self.type_parameters(function.type_params);
        self.put("(");
        self.parameters(function.args);
        self.put(")");
        self.put_optional(" -> ", function.returns, level::TEST);
        self.suite(function.body, depth);
    }

    fn class(&mut self, node: NodeId, depth: usize) {
        let class: ClassDef = self.ast.view(node);
        self.decorators(class.decorator_list, depth);
        self.put("class ");
        self.plan.push(Piece::Name(class.name));
        self.type_parameters(class.type_params);
        if class.bases != Ast::EMPTY || class.keywords != Ast::EMPTY {
            self.arguments(class.bases, class.keywords);
        }
        self.suite(class.body, depth);
    }

    fn type_parameters(&mut self, parameters: ListId) {
        if parameters == Ast::EMPTY {
            return;
        }
        self.put("[");
        self.put_list(parameters, level::ANY);
        self.put("]");
    }

    /// The parameters of a function or lambda.
    pub(super) fn parameters(&mut self, args: NodeId) {
        let args: arguments = self.ast.view(args);
        let positional: Vec<NodeId> =
            self.ast.list(args.posonlyargs).chain(self.ast.list(args.args)).collect();
        let defaults: Vec<NodeId> = self.ast.list(args.defaults).collect();
        let positional_only = self.ast.list(args.posonlyargs).len();
        // With more defaults than parameters it is no tree of Python, and none of them is shown.
        let without_default = positional.len().checked_sub(defaults.len()).unwrap_or(positional.len());
        let mut first = true;
        for (at, &node) in positional.iter().enumerate() {
            self.comma(&mut first);
            let default = at.checked_sub(without_default).map(|at| defaults[at]);
            self.parameter("", node, default);
            if at + 1 == positional_only {
                self.put(", /");
            }
        }
        if let Some(node) = args.vararg {
            self.comma(&mut first);
            self.parameter("*", node, None);
        } else if args.kwonlyargs != Ast::EMPTY {
            self.comma(&mut first);
            self.put("*");
        }
        for (node, default) in self.ast.list(args.kwonlyargs).zip(self.ast.optional_list(args.kw_defaults)) {
            self.comma(&mut first);
            self.parameter("", node, default);
        }
        if let Some(node) = args.kwarg {
            self.comma(&mut first);
            self.parameter("**", node, None);
        }
    }

    fn comma(&mut self, first: &mut bool) {
        if !std::mem::take(first) {
            self.put(", ");
        }
    }

    fn parameter(&mut self, before: &'static str, node: NodeId, default: Option<NodeId>) {
        let arg { arg: name, annotation, .. } = self.ast.view(node);
        self.put(before);
        self.plan.push(Piece::Name(name));
        self.put_optional(": ", annotation, level::TEST);
        self.put_optional("=", default, level::TEST);
    }

    fn for_statement(&mut self, node: NodeId, depth: usize) {
        let For { target, iter, body, orelse, .. } = if self.ast.kind(node) == Kind::For {
            self.put("for ");
            self.ast.view(node)
        } else {
            self.put("async for ");
            let AsyncFor { target, iter, body, orelse, type_comment } = self.ast.view(node);
            For { target, iter, body, orelse, type_comment }
        };
        self.put_node(target, level::BIT_OR);
        self.put(" in ");
        self.put_node(iter, level::ANY);
        self.suite(body, depth);
        self.else_suite(orelse, depth);
    }

    /// An `if` that is all of an `else` is an `elif`: ladders may be longer than lines can be indented.
    fn if_statement(&mut self, node: NodeId, depth: usize) {
        let mut word = "if ";
        let mut node = node;
        loop {
            let If { test, body, orelse } = self.ast.view(node);
            self.put(word);
            self.put_node(test, level::TEST);
            self.suite(body, depth);
            let mut rest = self.ast.list(orelse);
            match (rest.next(), rest.next()) {
                (Some(only), None) if self.ast.kind(only) == Kind::If => node = only,
                _ => return self.else_suite(orelse, depth),
            }
            self.plan.push(Piece::Line(depth));
            word = "elif ";
        }
    }

    /// Items stand in parentheses: without, those of a tuple would be taken for them.
    fn with_statement(&mut self, node: NodeId, depth: usize) {
        let With { items, body, .. } = if self.ast.kind(node) == Kind::With {
            self.put("with (");
            self.ast.view(node)
        } else {
            self.put("async with (");
            let AsyncWith { items, body, type_comment } = self.ast.view(node);
            With { items, body, type_comment }
        };
        for (at, item) in self.ast.list(items).enumerate() {
            let withitem { context_expr, optional_vars } = self.ast.view(item);
            self.put(if at > 0 { ", " } else { "" });
            self.put_node(context_expr, level::TEST);
            self.put_optional(" as ", optional_vars, level::BIT_OR);
        }
        self.put(")");
        self.suite(body, depth);
    }

    fn match_statement(&mut self, node: NodeId, depth: usize) {
        let Match { subject, cases } = self.ast.view(node);
        self.put("match (");
        self.put_node(subject, level::TEST);
        self.put("):");
        for case in self.ast.list(cases) {
            let match_case { pattern, guard, body } = self.ast.view(case);
            self.plan.push(Piece::Line(depth + 1));
            self.put("case ");
            self.plan.push(Piece::Pattern(pattern, false));
            self.put_optional(" if ", guard, level::TEST);
            self.suite(body, depth + 1);
        }
    }

    fn try_statement(&mut self, node: NodeId, depth: usize) {
        let is_star = self.ast.kind(node) == Kind::TryStar;
        let Try { body, handlers, orelse, finalbody } = if is_star {
            let TryStar { body, handlers, orelse, finalbody } = self.ast.view(node);
            Try { body, handlers, orelse, finalbody }
        } else {
            self.ast.view(node)
        };
        self.put("try");
        self.suite(body, depth);
        for handler in self.ast.list(handlers) {
            let ExceptHandler { type_, name, body } = self.ast.view(handler);
            self.plan.push(Piece::Line(depth));
            self.put(if is_star { "except*" } else { "except" });
            self.put_optional(" ", type_, level::TEST);
            self.put_name(" as ", name);
            self.suite(body, depth);
        }
        self.else_suite(orelse, depth);
        if finalbody != Ast::EMPTY {
            self.plan.push(Piece::Line(depth));
            self.put("finally");
            self.suite(finalbody, depth);
        }
    }

    /// What is neither statement, expression nor pattern.
    pub(super) fn other(&mut self, node: NodeId) {
        match self.ast.kind(node) {
            Kind::TypeVar => {
                let TypeVar { name, bound, default_value } = self.ast.view(node);
                self.plan.push(Piece::Name(name));
                self.put_optional(": ", bound, level::TEST);
                self.put_optional(" = ", default_value, level::TEST);
            }
            Kind::ParamSpec => {
                let ParamSpec { name, default_value } = self.ast.view(node);
                self.put_name("**", Some(name));
                self.put_optional(" = ", default_value, level::TEST);
            }
            Kind::TypeVarTuple => {
                let TypeVarTuple { name, default_value } = self.ast.view(node);
                self.put_name("*", Some(name));
                self.put_optional(" = ", default_value, level::TEST);
            }
            _ => {}
        }
    }
}
