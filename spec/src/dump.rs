//! The tree as text, as Python's `ast.dump(tree, include_attributes=True, indent=2)` prints it.

use crate::ast::{Ast, ConstId, FieldSchema, Kind, ListId, NodeId, Quantity, Sort};
use crate::constant::ConstantValue;
use crate::names::Symbol;
use crate::repr;
use crate::source::Source;
use std::fmt::Write;

/// Prints a tree, with positions.
pub fn dump(ast: &Ast, source: &Source) -> String {
    let mut dumper = Dumper { ast, source, out: String::new() };
    let mut work = vec![Item::Node(ast.root, 0)];
    while let Some(item) = work.pop() {
        match item {
            Item::Text(text) => dumper.out.push_str(text),
            Item::Line(level) => dumper.line(level),
            Item::Positions(node, level, first) => dumper.positions(node, level, first),
            Item::Node(node, level) => dumper.node(node, level, &mut work),
            Item::List(list, sort, level) => dumper.list(list, sort, level, &mut work),
        }
    }
    dumper.out
}

/// What is left to print; a stack of these stands for the recursion.
enum Item {
    Text(&'static str),
    Line(usize),
    Positions(NodeId, usize, bool),
    Node(NodeId, usize),
    List(ListId, Sort, usize),
}

struct Dumper<'a> {
    ast: &'a Ast,
    source: &'a Source,
    out: String,
}

impl Dumper<'_> {
    fn line(&mut self, level: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", level));
    }

    /// A node: its name, and one line for each field that Python prints.
    fn node(&mut self, node: NodeId, level: usize, work: &mut Vec<Item>) {
        let kind = self.ast.kind(node);
        let schema = kind.schema();
        self.out.push_str(schema.name);
        self.out.push('(');
        let level = level + 1;
        let mut items = Vec::new();
        let mut first = true;
        for (field, &word) in schema.fields.iter().zip(self.ast.words(node)) {
            if self.is_omitted(field, word) {
                continue;
            }
            if !first {
                items.push(Item::Text(","));
            }
            first = false;
            items.push(Item::Line(level));
            items.push(Item::Text(field.python_name()));
            items.push(Item::Text("="));
            self.field(field, word, level, &mut items, node);
        }
        if kind.has_position() {
            items.push(Item::Positions(node, level, first));
        }
        items.push(Item::Text(")"));
        work.extend(items.into_iter().rev());
    }

    /// Python 3.13 leaves out absent optional fields and empty lists.
    fn is_omitted(&self, field: &FieldSchema, word: u32) -> bool {
        match field.quantity {
            Quantity::One => false,
            Quantity::Optional => word == 0,
            Quantity::Many => ListId(word) == Ast::EMPTY,
        }
    }

    fn field(&mut self, field: &FieldSchema, word: u32, level: usize, items: &mut Vec<Item>, node: NodeId) {
        let _ = node;
        items.push(if field.quantity == Quantity::Many {
            Item::List(ListId(word), field.sort, level)
        } else if field.sort.is_node() {
            Item::Node(NodeId(word), level)
        } else {
            Item::List(ListId(word), field.sort, usize::MAX)
        });
    }

    /// A list, or (at no level) one word of a sort that is no node.
    fn list(&mut self, list: ListId, sort: Sort, level: usize, work: &mut Vec<Item>) {
        if level == usize::MAX {
            return self.word(sort, list.0);
        }
        self.out.push('[');
        let level = level + 1;
        let words = self.ast.list_words(list);
        let mut items = Vec::with_capacity(words.len() * 3 + 1);
        for (at, &word) in words.iter().enumerate() {
            if at > 0 {
                items.push(Item::Text(","));
            }
            items.push(Item::Line(level));
            items.push(match (sort.is_node(), word) {
                (true, 0) => Item::Text("None"),
                (true, _) => Item::Node(NodeId(word), level),
                (false, _) => Item::List(ListId(word), sort, usize::MAX),
            });
        }
        items.push(Item::Text("]"));
        work.extend(items.into_iter().rev());
    }

    fn word(&mut self, sort: Sort, word: u32) {
        match sort {
            Sort::identifier | Sort::string => {
                let text = repr::repr_str(self.ast.name(Symbol(word)));
                self.out.push_str(&text);
            }
            Sort::int => {
                let _ = write!(self.out, "{}", word as i32);
            }
            Sort::constant => {
                let text = repr_constant(self.ast.constant(ConstId(word)));
                self.out.push_str(&text);
            }
            _ => {
                self.out.push_str(Kind::ALL[word as usize].schema().name);
                self.out.push_str("()");
            }
        }
    }

    fn positions(&mut self, node: NodeId, level: usize, first: bool) {
        let span = self.ast.span(node);
        let (line, column) = self.source.position(span.start as usize);
        let (end_line, end_column) = self.source.position(span.end as usize);
        let positions = [
            ("lineno", line),
            ("col_offset", column),
            ("end_lineno", end_line),
            ("end_col_offset", end_column),
        ];
        for (at, (name, value)) in positions.into_iter().enumerate() {
            if !(first && at == 0) {
                self.out.push(',');
            }
            self.line(level);
            let _ = write!(self.out, "{name}={value}");
        }
    }
}

/// `repr` of a constant.
pub fn repr_constant(constant: &ConstantValue) -> String {
    match constant {
        ConstantValue::None => "None".to_owned(),
        ConstantValue::True => "True".to_owned(),
        ConstantValue::False => "False".to_owned(),
        ConstantValue::Ellipsis => "Ellipsis".to_owned(),
        ConstantValue::Int(value) => value.to_string(),
        ConstantValue::Float(value) => repr::repr_float(*value),
        ConstantValue::Imaginary(value) => repr::repr_complex(0.0, *value),
        ConstantValue::Str(text) => repr::repr_wtf8(text),
        ConstantValue::Bytes(bytes) => repr::repr_bytes(bytes),
    }
}
