//! Expressions.

use super::{Piece, Printer, level};
use crate::ast::{
    Ast, Attribute, Await, BinOp, BoolOp, Call, Compare, Constant, Dict, DictComp, Expression,
    FormattedValue, GeneratorExp, IfExp, JoinedStr, Kind, Lambda, List, ListComp, ListId, Module, Name,
    NamedExpr, NodeId, Set, SetComp, Slice, Starred, Subscript, Tuple, UnaryOp, Yield, YieldFrom,
    comprehension, keyword,
};
use crate::constant::ConstantValue;
use crate::repr;
use std::fmt::Write;

/// Longer decimal literals are errors; the number was written with another base.
const MAX_DECIMAL_BITS: u64 = 14_000;

fn operator(op: Kind) -> (&'static str, u8) {
    match op {
        Kind::Or => (" or ", level::OR),
        Kind::And => (" and ", level::AND),
        Kind::BitOr => (" | ", level::BIT_OR),
        Kind::BitXor => (" ^ ", level::BIT_XOR),
        Kind::BitAnd => (" & ", level::BIT_AND),
        Kind::LShift => (" << ", level::SHIFT),
        Kind::RShift => (" >> ", level::SHIFT),
        Kind::Add => (" + ", level::SUM),
        Kind::Sub => (" - ", level::SUM),
        Kind::Mult => (" * ", level::TERM),
        Kind::MatMult => (" @ ", level::TERM),
        Kind::Div => (" / ", level::TERM),
        Kind::Mod => (" % ", level::TERM),
        Kind::FloorDiv => (" // ", level::TERM),
        _ => (" ** ", level::POWER),
    }
}

/// The operator of an augmented assignment, and other operators by their kind.
pub(super) fn symbol(op: Kind) -> &'static str {
    match op {
        Kind::Eq => " == ",
        Kind::NotEq => " != ",
        Kind::Lt => " < ",
        Kind::LtE => " <= ",
        Kind::Gt => " > ",
        Kind::GtE => " >= ",
        Kind::Is => " is ",
        Kind::IsNot => " is not ",
        Kind::In => " in ",
        Kind::NotIn => " not in ",
        Kind::Not => "not ",
        Kind::USub => "-",
        Kind::UAdd => "+",
        Kind::Invert => "~",
        other => operator(other).0,
    }
}

impl Printer<'_> {
    /// The level at which an expression binds.
    fn level_of(&self, node: NodeId) -> u8 {
        match self.ast.kind(node) {
            Kind::BoolOp => operator(self.ast.view::<BoolOp>(node).op).1,
            Kind::BinOp => operator(self.ast.view::<BinOp>(node).op).1,
            Kind::UnaryOp if self.ast.view::<UnaryOp>(node).op == Kind::Not => level::NOT,
            Kind::UnaryOp => level::FACTOR,
            Kind::Compare => level::COMPARISON,
            Kind::IfExp | Kind::Lambda => level::TEST,
            Kind::Await => level::AWAIT,
            Kind::Starred => level::ANY,
            _ => level::ATOM,
        }
    }

    pub(super) fn node(&mut self, node: NodeId, level: u8) {
        let parenthesized = self.level_of(node) < level && self.ast.kind(node) != Kind::Starred;
        if parenthesized {
            self.put("(");
        }
        self.expression(node);
        if parenthesized {
            self.put(")");
        }
    }

    fn expression(&mut self, node: NodeId) {
        match self.ast.kind(node) {
            Kind::Module => self.plan.push(Piece::Block(self.ast.view::<Module>(node).body, 0)),
            Kind::Expression => self.put_node(self.ast.view::<Expression>(node).body, level::ANY),
            Kind::Constant => self.constant(node),
            Kind::Name => self.name(self.ast.view::<Name>(node).id),
            Kind::BoolOp => {
                let BoolOp { op, values } = self.ast.view(node);
                let (text, level) = operator(op);
                for (at, value) in self.ast.list(values).enumerate() {
                    if at > 0 {
                        self.put(text);
                    }
                    self.put_node(value, level + 1);
                }
            }
            Kind::BinOp => {
                let BinOp { left, op, right } = self.ast.view(node);
                let (text, level) = operator(op);
                let (left_level, right_level) = match op {
                    Kind::Pow => (level::AWAIT, level::FACTOR),
                    _ => (level, level + 1),
                };
                self.put_node(left, left_level);
                self.put(text);
                self.put_node(right, right_level);
            }
            Kind::UnaryOp => {
                let UnaryOp { op, operand } = self.ast.view(node);
                self.put(symbol(op));
                self.put_node(operand, if op == Kind::Not { level::NOT } else { level::FACTOR });
            }
            Kind::Compare => self.compare(node),
            Kind::Attribute => {
                let Attribute { value, attr, .. } = self.ast.view(node);
                self.put_primary(value);
                self.put(".");
                self.plan.push(Piece::Name(attr));
            }
            Kind::Subscript => {
                let Subscript { value, slice, .. } = self.ast.view(node);
                self.put_primary(value);
                self.put("[");
                self.slice_elements(slice);
                self.put("]");
            }
            Kind::Call => {
                let Call { func, args, keywords } = self.ast.view(node);
                self.put_primary(func);
                self.arguments(args, keywords);
            }
            Kind::Tuple => {
                let Tuple { elts, .. } = self.ast.view(node);
                self.put("(");
                self.tuple_elements(elts);
                self.put(")");
            }
            Kind::List => self.bracketed("[", self.ast.view::<List>(node).elts, "]"),
            Kind::Set => self.bracketed("{", self.ast.view::<Set>(node).elts, "}"),
            Kind::Dict => self.dict(node),
            Kind::Slice => {
                let Slice { lower, upper, step } = self.ast.view(node);
                self.put_optional("", lower, level::TEST);
                self.put(":");
                self.put_optional("", upper, level::TEST);
                self.put_optional(":", step, level::TEST);
            }
            _ => self.compound_expression(node),
        }
    }

    fn compound_expression(&mut self, node: NodeId) {
        match self.ast.kind(node) {
            Kind::IfExp => {
                let IfExp { test, body, orelse } = self.ast.view(node);
                self.put_node(body, level::OR);
                self.put(" if ");
                self.put_node(test, level::OR);
                self.put(" else ");
                self.put_node(orelse, level::TEST);
            }
            Kind::Lambda => {
                let Lambda { args, body } = self.ast.view(node);
                self.put("lambda ");
                self.parameters(args);
                self.put(": ");
                self.put_node(body, level::TEST);
            }
            Kind::NamedExpr => {
                let NamedExpr { target, value } = self.ast.view(node);
                self.put("(");
                self.put_node(target, level::ATOM);
                self.put(" := ");
                self.put_node(value, level::TEST);
                self.put(")");
            }
            Kind::Await => {
                self.put("await ");
                self.put_node(self.ast.view::<Await>(node).value, level::ATOM);
            }
            Kind::Yield => {
                self.put("(yield");
                self.put_optional(" ", self.ast.view::<Yield>(node).value, level::ANY);
                self.put(")");
            }
            Kind::YieldFrom => {
                self.put("(yield from ");
                self.put_node(self.ast.view::<YieldFrom>(node).value, level::TEST);
                self.put(")");
            }
            Kind::Starred => {
                self.put("*");
                self.put_node(self.ast.view::<Starred>(node).value, level::BIT_OR);
            }
            Kind::ListComp => {
                let ListComp { elt, generators } = self.ast.view(node);
                self.comprehension("[", &[elt], generators, "]");
            }
            Kind::SetComp => {
                let SetComp { elt, generators } = self.ast.view(node);
                self.comprehension("{", &[elt], generators, "}");
            }
            Kind::GeneratorExp => {
                let GeneratorExp { elt, generators } = self.ast.view(node);
                self.comprehension("(", &[elt], generators, ")");
            }
            Kind::DictComp => {
                let DictComp { key, value, generators } = self.ast.view(node);
                self.comprehension("{", &[key, value], generators, "}");
            }
            Kind::JoinedStr => self.formatted(node),
            Kind::keyword => {
                let keyword { arg, value } = self.ast.view(node);
                match arg {
                    Some(name) => {
                        self.plan.push(Piece::Name(name));
                        self.put("=");
                    }
                    None => self.put("**"),
                }
                self.put_node(value, level::TEST);
            }
            _ => self.other(node),
        }
    }

    /// What a dot, a parenthesis or a bracket follows. After a number a dot would belong to it.
    fn put_primary(&mut self, node: NodeId) {
        let is_number = self.ast.kind(node) == Kind::Constant && {
            let value = self.ast.view::<Constant>(node).value;
            matches!(self.ast.constant(value), ConstantValue::Int(_))
        };
        if is_number {
            self.put("(");
        }
        self.put_node(node, level::ATOM);
        if is_number {
            self.put(")");
        }
    }

    fn bracketed(&mut self, open: &'static str, elts: ListId, close: &'static str) {
        self.put(open);
        self.put_list(elts, level::TEST);
        self.put(close);
    }

    fn tuple_elements(&mut self, elts: ListId) {
        self.put_list(elts, level::TEST);
        if self.ast.list(elts).len() == 1 {
            self.put(",");
        }
    }

    /// A tuple in brackets needs no parentheses, and may have none if it holds a slice.
    fn slice_elements(&mut self, slice: NodeId) {
        if self.ast.kind(slice) == Kind::Tuple {
            let Tuple { elts, .. } = self.ast.view(slice);
            if elts != Ast::EMPTY {
                return self.tuple_elements(elts);
            }
        }
        self.put_node(slice, level::TEST);
    }

    pub(super) fn arguments(&mut self, args: ListId, keywords: ListId) {
        self.put("(");
        self.put_list(args, level::TEST);
        if args != Ast::EMPTY && keywords != Ast::EMPTY {
            self.put(", ");
        }
        self.put_list(keywords, level::TEST);
        self.put(")");
    }

    fn compare(&mut self, node: NodeId) {
        let Compare { left, ops, comparators } = self.ast.view(node);
        self.put_node(left, level::BIT_OR);
        for (op, comparator) in self.ast.kind_list(ops).zip(self.ast.list(comparators)) {
            self.put(symbol(op));
            self.put_node(comparator, level::BIT_OR);
        }
    }

    fn dict(&mut self, node: NodeId) {
        let Dict { keys, values } = self.ast.view(node);
        self.put("{");
        for (at, (key, value)) in self.ast.optional_list(keys).zip(self.ast.list(values)).enumerate() {
            if at > 0 {
                self.put(", ");
            }
            match key {
                Some(key) => {
                    self.put_node(key, level::TEST);
                    self.put(": ");
                    self.put_node(value, level::TEST);
                }
                None => {
                    self.put("**");
                    self.put_node(value, level::BIT_OR);
                }
            }
        }
        self.put("}");
    }

    fn comprehension(
        &mut self,
        open: &'static str,
        elements: &[NodeId],
        generators: ListId,
        close: &'static str,
    ) {
        self.put(open);
        for (at, &element) in elements.iter().enumerate() {
            self.put(if at > 0 { ": " } else { "" });
            self.put_node(element, level::TEST);
        }
        for clause in self.ast.list(generators) {
            let comprehension { target, iter, ifs, is_async } = self.ast.view(clause);
            self.put(if is_async != 0 { " async for " } else { " for " });
            self.put_node(target, level::BIT_OR);
            self.put(" in ");
            self.put_node(iter, level::OR);
            for test in self.ast.list(ifs) {
                self.put(" if ");
                self.put_node(test, level::OR);
            }
        }
        self.put(close);
    }

    pub(super) fn constant(&mut self, node: NodeId) {
        let Constant { value, kind } = self.ast.view(node);
        if kind.is_some() {
            self.out.push('u');
        }
        // Writing to a string cannot fail.
        let _ = match self.ast.constant(value) {
            ConstantValue::Ellipsis => write!(self.out, "..."),
            ConstantValue::Int(value) if value.bits() > MAX_DECIMAL_BITS => write!(self.out, "{value:#x}"),
            ConstantValue::Float(value) if value.is_infinite() => write!(self.out, "1e999"),
            ConstantValue::Imaginary(value) if value.is_infinite() => write!(self.out, "1e999j"),
            other => write!(self.out, "{}", crate::dump::repr_constant(other)),
        };
    }

    /// An f-string. Text that its first literal marked with `u` stands in a literal of its own.
    fn formatted(&mut self, node: NodeId) {
        let JoinedStr { values } = self.ast.view(node);
        let mut open = false;
        for value in self.ast.list(values) {
            let marked =
                self.ast.kind(value) == Kind::Constant && self.ast.view::<Constant>(value).kind.is_some();
            if marked {
                self.put(if open { "' " } else { "" });
                self.put_node(value, level::ATOM);
                self.put(" ");
                open = false;
                continue;
            }
            if !open {
                self.put("f'");
                open = true;
            }
            self.formatted_value(value);
        }
        self.put(if open { "'" } else { "f''" });
    }

    fn formatted_value(&mut self, value: NodeId) {
        if self.ast.kind(value) != Kind::FormattedValue {
            self.plan.push(Piece::FormattedText(value));
            return;
        }
        let FormattedValue { value, conversion, format_spec } = self.ast.view(value);
        // A space keeps the brace apart from that of a display.
        self.put("{ ");
        self.put_node(value, level::OR);
        match u8::try_from(conversion) {
            Ok(b's') => self.put("!s"),
            Ok(b'r') => self.put("!r"),
            Ok(b'a') => self.put("!a"),
            _ => {}
        }
        if let Some(spec) = format_spec {
            self.put(":");
            for value in self.ast.list(self.ast.view::<JoinedStr>(spec).values) {
                self.formatted_value(value);
            }
        }
        self.put("}");
    }

    /// Text of an f-string: braces are escaped, since doubling them means nothing in a format specification.
    pub(super) fn formatted_text(&mut self, node: NodeId) {
        let Constant { value, .. } = self.ast.view(node);
        let ConstantValue::Str(text) = self.ast.constant(value) else { return };
        let printed = repr::repr_wtf8(text);
        for c in printed[1..printed.len() - 1].chars() {
            match c {
                '{' => self.out.push_str("\\x7b"),
                '}' => self.out.push_str("\\x7d"),
                '\'' if printed.starts_with('"') => self.out.push_str("\\'"),
                _ => self.out.push(c),
            }
        }
    }
}
