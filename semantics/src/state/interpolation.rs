//! `'%s: %r' % (a, b)`: an f-string in other clothes.
//!
//! Where the format is a literal and the arguments are a tuple display, CPython (since 3.11) evaluates and converts one
//! argument after the other, as in an f-string, and does not make the tuple. A program can tell by the order in which
//! things happen. Here such an expression becomes the f-string that it stands for, and is covered by the rule for those.

use spec::ast::{Ast, BinOp, Constant, FormattedValue, JoinedStr, Kind, ListId, NodeId, Tuple};
use spec::constant::{ConstantValue, Wtf8};

/// A part of a format.
enum Piece {
    Text(Wtf8),
    /// `%s`, `%r` or `%a`: the letter, and the format specifier.
    Field(u32, String),
}

/// The most digits of a width or precision that CPython looks at here.
const MOST_DIGITS: usize = 2;

/// Replaces the expressions that stand for f-strings.
pub fn replace(ast: &mut Ast) {
    for index in 1..ast.table_len() as u32 {
        let node = NodeId(index);
        if ast.kind(node) == Kind::BinOp
            && let Some((pieces, arguments)) = parts(ast, ast.view::<BinOp>(node))
        {
            replace_one(ast, node, pieces, &arguments);
        }
    }
}

/// The format's pieces, and the argument of each field.
fn parts(ast: &Ast, view: BinOp) -> Option<(Vec<Piece>, Vec<NodeId>)> {
    if view.op != Kind::Mod || ast.kind(view.left) != Kind::Constant || ast.kind(view.right) != Kind::Tuple {
        return None;
    }
    let ConstantValue::Str(format) = ast.constant(ast.view::<Constant>(view.left).value) else { return None };
    let arguments: Vec<NodeId> = ast.list(ast.view::<Tuple>(view.right).elts).collect();
    if arguments.iter().any(|&argument| ast.kind(argument) == Kind::Starred) {
        return None;
    }
    let pieces = pieces(format)?;
    let fields = pieces.iter().filter(|piece| matches!(piece, Piece::Field(..))).count();
    (fields == arguments.len()).then_some((pieces, arguments))
}

/// Takes a format apart; nothing if there is more in it than strings.
fn pieces(format: &Wtf8) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = Wtf8::default();
    let mut points = format.code_points().peekable();
    while let Some(point) = points.next() {
        if point != u32::from('%') || points.next_if_eq(&u32::from('%')).is_some() {
            text.push(point);
            continue;
        }
        let (letter, specifier) = field(&mut points)?;
        pieces.push(Piece::Text(std::mem::take(&mut text)));
        pieces.push(Piece::Field(letter, specifier));
    }
    pieces.push(Piece::Text(text));
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.as_bytes().is_empty()));
    Some(pieces)
}

/// What follows a `%`: flags, width, precision and letter.
fn field(points: &mut std::iter::Peekable<impl Iterator<Item = u32>>) -> Option<(u32, String)> {
    let is = |point: &u32, set: &str| char::from_u32(*point).is_some_and(|point| set.contains(point));
    let mut aligned_left = false;
    while let Some(flag) = points.next_if(|point| is(point, "+- #0")) {
        aligned_left |= flag == u32::from('-');
    }
    let digits = |points: &mut std::iter::Peekable<_>| {
        let mut digits = String::new();
        while let Some(digit) = points.next_if(|point| is(point, "0123456789")) {
            digits.extend(char::from_u32(digit));
        }
        (digits.len() <= MOST_DIGITS).then_some(digits)
    };
    let mut specifier = digits(points)?;
    if !specifier.is_empty() {
        specifier.insert(0, if aligned_left { '<' } else { '>' });
    }
    if points.next_if_eq(&u32::from('.')).is_some() {
        let precision = digits(points)?;
        specifier.push('.');
        specifier.push_str(if precision.is_empty() { "0" } else { &precision });
    }
    let letter = points.next().filter(|letter| is(letter, "sra"))?;
    Some((letter, specifier))
}

fn replace_one(ast: &mut Ast, node: NodeId, pieces: Vec<Piece>, arguments: &[NodeId]) {
    let span = ast.span(node);
    let mut arguments = arguments.iter();
    let mut values = Vec::new();
    let constant = |ast: &mut Ast, text: Wtf8| {
        let value = ast.add_constant(ConstantValue::Str(text));
        ast.add(Constant { value, kind: None }, span)
    };
    for piece in pieces {
        let value = match (piece, &mut arguments) {
            (Piece::Text(text), _) => constant(ast, text),
            (Piece::Field(letter, specifier), arguments) => {
                let Some(&value) = arguments.next() else { return };
                let format_spec =
                    (!specifier.is_empty()).then(|| constant(ast, Wtf8::from(specifier.as_str())));
                let view = FormattedValue { value, conversion: letter as i32, format_spec };
                ast.add(view, ast.span(value))
            }
        };
        values.push(value);
    }
    let values: ListId = ast.add_nodes(&values);
    ast.replace(node, JoinedStr { values });
}
