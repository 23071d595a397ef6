//! Node constructors: the tree of a program, built bottom up.

use spec::ast::{
    Assign, Ast, Attribute, AugAssign, BinOp, BoolOp, Call, ClassDef, Compare, ConstId, Constant, Dict,
    ExceptHandler, Expr, For, If, IfExp, Kind, Lambda, List, ListId, Module, Name, NamedExpr, NodeId, Return,
    Slice, Span, Starred, Subscript, Try, Tuple, UnaryOp, While, With, arg, arguments, comprehension, field,
    keyword, withitem,
};
use spec::ast::{Form, Set};
use spec::constant::{ConstantValue, Wtf8};
use spec::names::Symbol;

/// A tree that grows.
#[derive(Default)]
pub(super) struct Tree {
    pub ast: Ast,
}

impl Tree {
    pub fn add<F: Form>(&mut self, form: F) -> NodeId {
        self.ast.add(form, Span::default())
    }

    pub fn list(&mut self, nodes: &[NodeId]) -> ListId {
        self.ast.add_nodes(nodes)
    }

    pub fn symbol(&mut self, text: &str) -> Symbol {
        self.ast.names.intern(text)
    }

    // ---- Names and constants

    pub fn load(&mut self, id: Symbol) -> NodeId {
        self.add(Name { id, ctx: Kind::Load })
    }

    pub fn store(&mut self, id: Symbol) -> NodeId {
        self.add(Name { id, ctx: Kind::Store })
    }

    pub fn name(&mut self, text: &str) -> NodeId {
        let id = self.symbol(text);
        self.load(id)
    }

    pub fn constant(&mut self, value: ConstantValue) -> NodeId {
        let value: ConstId = self.ast.add_constant(value);
        self.add(Constant { value, kind: None })
    }

    pub fn none(&mut self) -> NodeId {
        self.constant(ConstantValue::None)
    }

    /// A small number; a negative one is a negation.
    pub fn int(&mut self, value: i64) -> NodeId {
        let node = self.constant(ConstantValue::Int(value.unsigned_abs().into()));
        if value < 0 { self.unary(Kind::USub, node) } else { node }
    }

    pub fn str(&mut self, text: &str) -> NodeId {
        self.constant(ConstantValue::Str(Wtf8::from(text)))
    }

    // ---- Expressions

    pub fn attribute(&mut self, value: NodeId, attr: &str) -> NodeId {
        let attr = self.symbol(attr);
        self.add(Attribute { value, attr, ctx: Kind::Load })
    }

    pub fn subscript(&mut self, value: NodeId, slice: NodeId) -> NodeId {
        self.add(Subscript { value, slice, ctx: Kind::Load })
    }

    pub fn slice(&mut self, lower: Option<NodeId>, upper: Option<NodeId>, step: Option<NodeId>) -> NodeId {
        self.add(Slice { lower, upper, step })
    }

    pub fn apply(&mut self, func: NodeId, args: &[NodeId], keywords: &[NodeId]) -> NodeId {
        let (args, keywords) = (self.list(args), self.list(keywords));
        self.add(Call { func, args, keywords })
    }

    pub fn call(&mut self, function: &str, args: &[NodeId]) -> NodeId {
        let function = self.name(function);
        self.apply(function, args, &[])
    }

    pub fn method(&mut self, object: NodeId, name: &str, args: &[NodeId]) -> NodeId {
        let function = self.attribute(object, name);
        self.apply(function, args, &[])
    }

    pub fn keyword(&mut self, name: Option<&str>, value: NodeId) -> NodeId {
        let arg = name.map(|name| self.symbol(name));
        self.add(keyword { arg, value })
    }

    pub fn binary(&mut self, left: NodeId, op: Kind, right: NodeId) -> NodeId {
        self.add(BinOp { left, op, right })
    }

    pub fn unary(&mut self, op: Kind, operand: NodeId) -> NodeId {
        self.add(UnaryOp { op, operand })
    }

    pub fn boolean(&mut self, op: Kind, values: &[NodeId]) -> NodeId {
        let values = self.list(values);
        self.add(BoolOp { op, values })
    }

    pub fn compare(&mut self, left: NodeId, rest: &[(Kind, NodeId)]) -> NodeId {
        let ops = self.ast.add_list(rest.iter().map(|(op, _)| *op as u32));
        let comparators = self.ast.add_list(rest.iter().map(|(_, node)| node.0));
        self.add(Compare { left, ops, comparators })
    }

    pub fn conditional(&mut self, body: NodeId, test: NodeId, orelse: NodeId) -> NodeId {
        self.add(IfExp { test, body, orelse })
    }

    pub fn walrus(&mut self, target: Symbol, value: NodeId) -> NodeId {
        let target = self.store(target);
        self.add(NamedExpr { target, value })
    }

    pub fn lambda(&mut self, args: NodeId, body: NodeId) -> NodeId {
        self.add(Lambda { args, body })
    }

    pub fn list_display(&mut self, elements: &[NodeId]) -> NodeId {
        let elts = self.list(elements);
        self.add(List { elts, ctx: Kind::Load })
    }

    pub fn tuple(&mut self, elements: &[NodeId]) -> NodeId {
        let elts = self.list(elements);
        self.add(Tuple { elts, ctx: Kind::Load })
    }

    pub fn set(&mut self, elements: &[NodeId]) -> NodeId {
        let elts = self.list(elements);
        self.add(Set { elts })
    }

    /// A key that is absent stands for `**`.
    pub fn dict(&mut self, pairs: &[(Option<NodeId>, NodeId)]) -> NodeId {
        let keys = self.ast.add_list(pairs.iter().map(|(key, _)| key.map_or(0, |key| key.0)));
        let values = self.ast.add_list(pairs.iter().map(|(_, value)| value.0));
        self.add(Dict { keys, values })
    }

    pub fn starred(&mut self, value: NodeId) -> NodeId {
        self.add(Starred { value, ctx: Kind::Load })
    }

    pub fn clause(&mut self, target: NodeId, iter: NodeId, ifs: &[NodeId]) -> NodeId {
        let ifs = self.list(ifs);
        self.add(comprehension { target, iter, ifs, is_async: 0 })
    }

    // ---- Parameters

    /// Parameters that are only names.
    pub fn plain_parameters(&mut self, names: &[Symbol]) -> NodeId {
        let args: Vec<NodeId> = names.iter().map(|&name| self.parameter(name)).collect();
        let args = self.list(&args);
        self.add(arguments {
            posonlyargs: Ast::EMPTY,
            args,
            vararg: None,
            kwonlyargs: Ast::EMPTY,
            kw_defaults: Ast::EMPTY,
            kwarg: None,
            defaults: Ast::EMPTY,
        })
    }

    pub fn parameter(&mut self, name: Symbol) -> NodeId {
        self.add(arg { arg: name, annotation: None, type_comment: None })
    }

    // ---- Statements

    pub fn expr(&mut self, value: NodeId) -> NodeId {
        self.add(Expr { value })
    }

    pub fn assign(&mut self, targets: &[NodeId], value: NodeId) -> NodeId {
        for &target in targets {
            self.place(target, Kind::Store);
        }
        let targets = self.list(targets);
        self.add(Assign { targets, value, type_comment: None })
    }

    pub fn augment(&mut self, target: NodeId, op: Kind, value: NodeId) -> NodeId {
        self.place(target, Kind::Store);
        self.add(AugAssign { target, op, value })
    }

    /// A class with one base and nothing else about it.
    pub fn class(&mut self, name: Symbol, base: NodeId, body: &[NodeId]) -> NodeId {
        let (bases, body) = (self.list(&[base]), self.list(body));
        let (keywords, decorator_list, type_params) = (Ast::EMPTY, Ast::EMPTY, Ast::EMPTY);
        self.add(ClassDef { name, bases, keywords, body, decorator_list, type_params })
    }

    pub fn returning(&mut self, value: Option<NodeId>) -> NodeId {
        self.add(Return { value })
    }

    pub fn condition(&mut self, test: NodeId, body: &[NodeId], orelse: &[NodeId]) -> NodeId {
        let (body, orelse) = (self.list(body), self.list(orelse));
        self.add(If { test, body, orelse })
    }

    pub fn while_loop(&mut self, test: NodeId, body: &[NodeId], orelse: &[NodeId]) -> NodeId {
        let (body, orelse) = (self.list(body), self.list(orelse));
        self.add(While { test, body, orelse })
    }

    pub fn for_loop(&mut self, target: NodeId, iter: NodeId, body: &[NodeId], orelse: &[NodeId]) -> NodeId {
        self.place(target, Kind::Store);
        let (body, orelse) = (self.list(body), self.list(orelse));
        self.add(For { target, iter, body, orelse, type_comment: None })
    }

    pub fn with(&mut self, items: &[(NodeId, Option<NodeId>)], body: &[NodeId]) -> NodeId {
        let mut nodes = Vec::with_capacity(items.len());
        for &(context_expr, optional_vars) in items {
            if let Some(target) = optional_vars {
                self.place(target, Kind::Store);
            }
            nodes.push(self.add(withitem { context_expr, optional_vars }));
        }
        let (items, body) = (self.list(&nodes), self.list(body));
        self.add(With { items, body, type_comment: None })
    }

    pub fn handler(&mut self, type_: Option<NodeId>, name: Option<Symbol>, body: &[NodeId]) -> NodeId {
        let body = self.list(body);
        self.add(ExceptHandler { type_, name, body })
    }

    pub fn attempt(
        &mut self,
        body: &[NodeId],
        handlers: &[NodeId],
        orelse: &[NodeId],
        last: &[NodeId],
    ) -> NodeId {
        let (body, handlers) = (self.list(body), self.list(handlers));
        let (orelse, finalbody) = (self.list(orelse), self.list(last));
        self.add(Try { body, handlers, orelse, finalbody })
    }

    pub fn finish(mut self, body: &[NodeId]) -> Ast {
        let body = self.list(body);
        self.ast.root = self.add(Module { body, type_ignores: Ast::EMPTY });
        self.ast
    }

    /// Makes of an expression that was read a target.
    pub fn place(&mut self, node: NodeId, ctx: Kind) {
        let ctx_field = match self.ast.kind(node) {
            Kind::Name => field::Name::ctx,
            Kind::Attribute => field::Attribute::ctx,
            Kind::Subscript => field::Subscript::ctx,
            Kind::Starred => field::Starred::ctx,
            Kind::List => field::List::ctx,
            Kind::Tuple => field::Tuple::ctx,
            _ => return,
        };
        self.ast.set_word(node, ctx_field, ctx as u32);
        let elements = match self.ast.kind(node) {
            Kind::List => self.ast.view::<List>(node).elts,
            Kind::Tuple => self.ast.view::<Tuple>(node).elts,
            Kind::Starred => {
                let inner = self.ast.view::<Starred>(node).value;
                return self.place(inner, ctx);
            }
            _ => return,
        };
        for element in self.ast.list_words(elements).to_vec() {
            self.place(NodeId(element), ctx);
        }
    }
}
