//! Walking a tree without recursion: trees may be as deep as their source is long (`1 + 1 + ...`, `a.b.c...`).

use crate::ast::{Ast, NodeId};

/// A node is met before its children, and again after them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visit {
    Enter(NodeId),
    Leave(NodeId),
}

/// Walks the tree below a node, children in the order of the fields.
pub fn walk(ast: &Ast, root: NodeId) -> Walk<'_> {
    Walk { ast, work: vec![Visit::Enter(root)] }
}

/// See [`walk`].
pub struct Walk<'a> {
    ast: &'a Ast,
    work: Vec<Visit>,
}

impl Walk<'_> {
    /// Leaves out the children of the node that was entered last (and its `Leave`).
    pub fn skip_children(&mut self) {
        while let Some(visit) = self.work.pop() {
            if matches!(visit, Visit::Leave(_)) {
                return;
            }
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Visit;

    fn next(&mut self) -> Option<Visit> {
        let visit = self.work.pop()?;
        if let Visit::Enter(node) = visit {
            self.work.push(Visit::Leave(node));
            let start = self.work.len();
            self.ast.for_each_child(node, |child| self.work.push(Visit::Enter(child)));
            self.work[start..].reverse();
        }
        Some(visit)
    }
}
