//! Where two trees differ first.

use crate::ast::{Ast, ConstId, FieldSchema, ListId, NodeId, Quantity, Sort};
use crate::constant::ConstantValue;
use crate::names::Symbol;

/// Whether positions count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Positions {
    Compared,
    Ignored,
}

/// The first node, in the order of the fields, in which two trees differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// How one gets to the node from the root: `body[3].value.left`.
    pub path: String,
    /// What differs: `kind`, `position`, or the name of a field.
    pub what: &'static str,
    pub left: NodeId,
    pub right: NodeId,
}

/// Compares two trees; `None` if they are equal.
pub fn difference(left: &Ast, right: &Ast, positions: Positions) -> Option<Difference> {
    let mut work = vec![(left.root, right.root)];
    while let Some((a, b)) = work.pop() {
        let start = work.len();
        if let Err(what) = compare(left, right, positions, (a, b), &mut work) {
            return Some(Difference { path: path(left, a), what, left: a, right: b });
        }
        work[start..].reverse();
    }
    None
}

type Pair = (NodeId, NodeId);

/// Compares two nodes without their children, which are left to be compared.
fn compare(
    left: &Ast,
    right: &Ast,
    positions: Positions,
    (a, b): Pair,
    work: &mut Vec<Pair>,
) -> Result<(), &'static str> {
    let kind = left.kind(a);
    if kind != right.kind(b) {
        return Err("kind");
    }
    for (field, (&x, &y)) in kind.schema().fields.iter().zip(left.words(a).iter().zip(right.words(b))) {
        if !same_field(left, right, field, (x, y), work) {
            return Err(field.python_name());
        }
    }
    let same_place = || left.span(a) == right.span(b);
    if positions == Positions::Compared && kind.has_position() && !same_place() {
        return Err("position");
    }
    Ok(())
}

fn same_field(
    left: &Ast,
    right: &Ast,
    field: &FieldSchema,
    (x, y): (u32, u32),
    work: &mut Vec<Pair>,
) -> bool {
    if field.quantity != Quantity::Many {
        return same_word(left, right, field.sort, (x, y), work);
    }
    let (xs, ys) = (left.list_words(ListId(x)), right.list_words(ListId(y)));
    let mut pairs = xs.iter().copied().zip(ys.iter().copied());
    xs.len() == ys.len() && pairs.all(|pair| same_word(left, right, field.sort, pair, work))
}

fn same_word(left: &Ast, right: &Ast, sort: Sort, (x, y): (u32, u32), work: &mut Vec<Pair>) -> bool {
    match sort {
        _ if sort.is_node() => {
            if x != 0 && y != 0 {
                work.push((NodeId(x), NodeId(y)));
            }
            (x == 0) == (y == 0)
        }
        Sort::identifier | Sort::string => {
            (x == 0) == (y == 0) && (x == 0 || left.name(Symbol(x)) == right.name(Symbol(y)))
        }
        Sort::constant => same_constant(left.constant(ConstId(x)), right.constant(ConstId(y))),
        _ => x == y,
    }
}

/// Zeros of different signs are different constants.
fn same_constant(a: &ConstantValue, b: &ConstantValue) -> bool {
    match (a, b) {
        (ConstantValue::Float(a), ConstantValue::Float(b))
        | (ConstantValue::Imaginary(a), ConstantValue::Imaginary(b)) => a.to_bits() == b.to_bits(),
        _ => a == b,
    }
}

/// The path from the root of a tree to one of its nodes.
fn path(ast: &Ast, wanted: NodeId) -> String {
    // Each node that is met, the node above it, and the step from there.
    let mut met: Vec<(NodeId, usize, &'static str, Option<usize>)> = vec![(ast.root, 0, "", None)];
    let mut at = 0;
    while at < met.len() && met[at].0 != wanted {
        let node = met[at].0;
        for (field, &word) in ast.kind(node).schema().fields.iter().zip(ast.words(node)) {
            if !field.sort.is_node() {
                continue;
            }
            let name = field.python_name();
            if field.quantity == Quantity::Many {
                let elements = ast.optional_list(ListId(word)).enumerate();
                met.extend(elements.filter_map(|(index, node)| Some((node?, at, name, Some(index)))));
            } else if word != 0 {
                met.push((NodeId(word), at, name, None));
            }
        }
        at += 1;
    }
    let mut steps = Vec::new();
    while let Some(&(_, above, name, index)) = met.get(at).filter(|_| at != 0) {
        steps.push(index.map_or_else(|| name.to_owned(), |index| format!("{name}[{index}]")));
        at = above;
    }
    steps.reverse();
    steps.join(".")
}

#[cfg(test)]
mod tests {
    use super::{Positions, difference};
    use crate::{Ast, Source, parse};

    fn tree(text: &str) -> Ast {
        parse(&Source::from_text("test", text).expect("text")).expect("a program")
    }

    fn first(left: &str, right: &str, positions: Positions) -> Option<(String, &'static str)> {
        difference(&tree(left), &tree(right), positions).map(|found| (found.path, found.what))
    }

    #[test]
    fn layout_is_no_difference_unless_positions_count() {
        assert_eq!(first("a+b", "a  +  b", Positions::Ignored), None);
        let found = first("x\na+b", "x\na +b", Positions::Compared);
        assert_eq!(found, Some(("body[1]".to_owned(), "position")));
    }

    #[test]
    fn the_first_difference_is_found_with_its_path() {
        let found = |left, right| first(left, right, Positions::Ignored);
        assert_eq!(found("a\nb + c.d", "a\nb + c.e"), Some(("body[1].value.right".to_owned(), "attr")));
        assert_eq!(found("f(a, b)", "f(a)"), Some(("body[0].value".to_owned(), "args")));
        assert_eq!(found("f(a, 1)", "f(a, b)"), Some(("body[0].value.args[1]".to_owned(), "kind")));
        assert_eq!(found("{**a}", "{b: a}"), Some(("body[0].value".to_owned(), "keys")));
        assert_eq!(found("x = 0.0", "x = 0."), None);
        assert_eq!(found("1 - 1", "1 + 1"), Some(("body[0].value".to_owned(), "op")));
    }
}
