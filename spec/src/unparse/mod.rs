//! From the tree back to source text of the same meaning: parsing it again gives an equal tree (positions apart).
//!
//! What is left to print is kept on a stack, since a tree may be deeper than the native stack.

mod expressions;
mod patterns;
mod statements;

use crate::ast::{Ast, ListId, NodeId};
use crate::names::Symbol;
use crate::tokens::Tok;

/// Prints a tree as source text.
pub fn unparse(ast: &Ast) -> String {
    let mut printer = Printer { ast, out: String::new(), plan: Vec::new() };
    let mut work = vec![Piece::Node(ast.root, level::ANY)];
    while let Some(piece) = work.pop() {
        printer.piece(piece);
        work.extend(printer.plan.drain(..).rev());
    }
    printer.out
}

/// How tightly an expression binds, loosest first. An expression in a place that asks for more gets parentheses.
mod level {
    pub const ANY: u8 = 0;
    pub const TEST: u8 = 1;
    pub const OR: u8 = 2;
    pub const AND: u8 = 3;
    pub const NOT: u8 = 4;
    pub const COMPARISON: u8 = 5;
    pub const BIT_OR: u8 = 6;
    pub const BIT_XOR: u8 = 7;
    pub const BIT_AND: u8 = 8;
    pub const SHIFT: u8 = 9;
    pub const SUM: u8 = 10;
    pub const TERM: u8 = 11;
    pub const FACTOR: u8 = 12;
    pub const POWER: u8 = 13;
    pub const AWAIT: u8 = 14;
    pub const ATOM: u8 = 15;
}

/// What is left to print.
enum Piece {
    Text(&'static str),
    Name(Symbol),
    /// An expression, in a place that asks for this level; or anything that is no statement.
    Node(NodeId, u8),
    Statement(NodeId, usize),
    /// A suite, with the depth of its lines.
    Block(ListId, usize),
    /// A new line of this depth.
    Line(usize),
    Pattern(NodeId, bool),
    /// The text of an f-string.
    FormattedText(NodeId),
}

struct Printer<'a> {
    ast: &'a Ast,
    out: String,
    /// Pieces in their order, to be printed next.
    plan: Vec<Piece>,
}

impl Printer<'_> {
    fn piece(&mut self, piece: Piece) {
        match piece {
            Piece::Text(text) => self.out.push_str(text),
            Piece::Name(name) => self.name(name),
            Piece::Node(node, level) => self.node(node, level),
            Piece::Statement(node, depth) => self.statement(node, depth),
            Piece::Block(list, depth) => self.block(list, depth),
            Piece::Line(depth) => {
                self.out.push('\n');
                self.out.extend(std::iter::repeat_n("    ", depth));
            }
            Piece::Pattern(node, closed) => self.pattern(node, closed),
            Piece::FormattedText(node) => self.formatted_text(node),
        }
    }

    fn put(&mut self, text: &'static str) {
        self.plan.push(Piece::Text(text));
    }

    fn put_node(&mut self, node: NodeId, level: u8) {
        self.plan.push(Piece::Node(node, level));
    }

    fn put_optional(&mut self, before: &'static str, node: Option<NodeId>, level: u8) {
        if let Some(node) = node {
            self.put(before);
            self.put_node(node, level);
        }
    }

    /// A list with commas between.
    fn put_list(&mut self, list: ListId, level: u8) {
        for (at, node) in self.ast.list(list).enumerate() {
            if at > 0 {
                self.put(", ");
            }
            self.put_node(node, level);
        }
    }

    /// A name or a dotted path. A name whose normal form is a keyword was written in other letters (2.3).
    fn name(&mut self, name: Symbol) {
        for (at, part) in self.ast.name(name).split('.').enumerate() {
            if at > 0 {
                self.out.push('.');
            }
            let keyword = Tok::spelled(part).is_some_and(Tok::is_keyword);
            match part.chars().next() {
                Some(first) if keyword => {
                    self.out.push(bold(first));
                    self.out.push_str(&part[1..]);
                }
                _ => self.out.push_str(part),
            }
        }
    }
}

/// The mathematical bold form of an ASCII letter, whose normal form is the letter.
fn bold(letter: char) -> char {
    let base = if letter.is_ascii_uppercase() { 0x1D400 - u32::from('A') } else { 0x1D41A - u32::from('a') };
    char::from_u32(base + u32::from(letter)).unwrap_or(letter)
}
