//! Making a program smaller while something stays true of it.
//!
//! The tree is changed in place, one edit at a time; an edit that loses what is to be kept is taken back. Candidates are
//! texts of trees, and those with early errors are nobody's business; none is asked about twice.

mod expressions;
mod names;
mod statements;

use rustc_hash::{FxHashSet, FxHasher};
use spec::ast::{Ast, ListId, NodeId, Quantity, Sort};
use spec::scope::Scopes;
use spec::unparse::unparse;
use spec::walk::{Visit, walk};
use spec::{Source, parse};
use std::hash::Hasher;

/// Makes a program smaller as long as `keep` says that it still shows what it is kept for. What is no program, or does
/// not show it once it is written in the usual form, is given back as it is.
pub fn reduce(source: &str, keep: &mut dyn FnMut(&str) -> bool) -> String {
    let Ok(text) = Source::from_text("program", source) else { return source.to_owned() };
    let Ok(tree) = parse(&text) else { return source.to_owned() };
    let best = unparse(&tree);
    if !keep(&best) {
        return source.to_owned();
    }
    let mut reducer = Reducer { tree, keep, seen: FxHashSet::default(), best };
    reducer.run();
    reducer.best
}

/// A new value for a field of a node.
#[derive(Clone, Copy, Debug)]
struct Write {
    node: NodeId,
    field: u8,
    word: u32,
}

/// Where a node stands: in a field of another, or in a list there.
#[derive(Clone, Copy, Debug)]
struct Place {
    parent: NodeId,
    field: u8,
    index: Option<usize>,
}

struct Reducer<'k> {
    tree: Ast,
    keep: &'k mut dyn FnMut(&str) -> bool,
    /// Hashes of the texts that were tried.
    seen: FxHashSet<u64>,
    /// The text of the tree.
    best: String,
}

impl Reducer<'_> {
    fn run(&mut self) {
        // Whole statements first: what is left out early costs nothing later.
        while self.drop_statements() || self.unwrap_statements() {}
        loop {
            let mut changed = self.drop_parts();
            changed |= self.simplify_expressions();
            while self.drop_statements() || self.unwrap_statements() {
                changed = true;
            }
            changed |= self.simplify_constants();
            if !changed {
                break;
            }
        }
        self.rename();
    }

    /// Makes an edit, if it keeps what is to be kept.
    fn attempt(&mut self, edit: &[Write]) -> bool {
        let before: Vec<u32> = edit.iter().map(|write| self.tree.word(write.node, write.field)).collect();
        for write in edit {
            self.tree.set_word(write.node, write.field, write.word);
        }
        let text = unparse(&self.tree);
        if self.is_new(&text) && is_program(&text) && (self.keep)(&text) {
            self.best = text;
            return true;
        }
        for (write, &word) in edit.iter().zip(&before) {
            self.tree.set_word(write.node, write.field, word);
        }
        false
    }

    fn is_new(&mut self, text: &str) -> bool {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        text != self.best && self.seen.insert(hasher.finish())
    }

    /// All nodes, parents first.
    fn nodes(&self) -> Vec<NodeId> {
        let entered = |visit| match visit {
            Visit::Enter(node) => Some(node),
            Visit::Leave(_) => None,
        };
        walk(&self.tree, self.tree.root).filter_map(entered).collect()
    }

    /// Where the children of a node stand that are of a sort.
    fn places_in(&self, parent: NodeId, sort: Sort) -> Vec<Place> {
        let mut places = Vec::new();
        for (field, schema) in self.tree.kind(parent).schema().fields.iter().enumerate() {
            let field = field as u8;
            if schema.sort != sort {
                continue;
            }
            if schema.quantity == Quantity::Many {
                let len = self.list_at(parent, field).len();
                places.extend((0..len).map(|index| Place { parent, field, index: Some(index) }));
            } else {
                places.push(Place { parent, field, index: None });
            }
        }
        places
    }

    /// The words of a list field.
    fn list_at(&self, node: NodeId, field: u8) -> &[u32] {
        self.tree.list_words(ListId(self.tree.word(node, field)))
    }

    /// The node at a place; a list may have become shorter, and a node may be absent.
    fn node_at(&self, place: Place) -> Option<NodeId> {
        let word = match place.index {
            Some(index) => *self.list_at(place.parent, place.field).get(index)?,
            None => self.tree.word(place.parent, place.field),
        };
        (word != 0).then_some(NodeId(word))
    }

    /// The edit that puts another node, or several, at a place.
    fn put(&mut self, place: Place, nodes: &[u32]) -> Write {
        let Place { parent: node, field, index } = place;
        let word = match index {
            Some(index) => {
                let mut words = self.list_at(node, field).to_vec();
                words.splice(index..=index, nodes.iter().copied());
                self.new_list(&words)
            }
            None => nodes.first().copied().unwrap_or_default(),
        };
        Write { node, field, word }
    }

    fn new_list(&mut self, words: &[u32]) -> u32 {
        self.tree.add_list(words.iter().copied()).0
    }
}

/// Whether a text is a program: it can be read, and has no early errors.
fn is_program(text: &str) -> bool {
    let Ok(source) = Source::from_text("program", text) else { return false };
    let Ok(mut tree) = parse(&source) else { return false };
    Scopes::analyze(&mut tree, &source).is_ok()
}
