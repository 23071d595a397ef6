//! Leaving statements out, and putting the suites of compound statements in their place.

use super::{Place, Reducer, Write};
use spec::ast::{Ast, Kind, ListId, NodeId, Pass, Quantity, Sort, Span};

impl Reducer<'_> {
    /// Every list of statements, the outer ones first.
    fn suites(&self) -> Vec<(NodeId, u8)> {
        let mut suites = Vec::new();
        for node in self.nodes() {
            for (field, schema) in self.tree.kind(node).schema().fields.iter().enumerate() {
                if schema.sort == Sort::stmt && schema.quantity == Quantity::Many {
                    suites.push((node, field as u8));
                }
            }
        }
        suites
    }

    /// Leaves out as many statements as possible: halves of each suite, then quarters, ... then single ones.
    pub(super) fn drop_statements(&mut self) -> bool {
        let mut changed = false;
        let mut at = 0;
        // The list of suites is made anew after each change: an inner one may be gone with its statement.
        while let Some(&(node, field)) = self.suites().get(at) {
            changed |= self.drop_from(node, field);
            at += 1;
        }
        changed
    }

    fn drop_from(&mut self, node: NodeId, field: u8) -> bool {
        let mut changed = false;
        let mut size = self.list_at(node, field).len();
        while size > 0 {
            // From the end: what comes last is needed by nothing.
            let mut end = self.list_at(node, field).len();
            while end > 0 {
                let start = end.saturating_sub(size);
                changed |= self.drop_range(node, field, start, end);
                end = start;
            }
            size /= 2;
        }
        changed
    }

    fn drop_range(&mut self, node: NodeId, field: u8, start: usize, end: usize) -> bool {
        let words = self.list_at(node, field);
        if words.len() == 1 && self.tree.kind(NodeId(words[0])) == Kind::Pass {
            return false;
        }
        let mut rest = words.to_vec();
        rest.drain(start..end.min(words.len()));
        if rest.is_empty() {
            if self.attempt(&[Write { node, field, word: Ast::EMPTY.0 }]) {
                return true;
            }
            rest.push(self.tree.add(Pass {}, Span::default()).0);
        }
        let word = self.new_list(&rest);
        self.attempt(&[Write { node, field, word }])
    }

    /// Puts one of its suites in the place of a compound statement.
    pub(super) fn unwrap_statements(&mut self) -> bool {
        let mut changed = false;
        let mut at = 0;
        while let Some(&(parent, field)) = self.suites().get(at) {
            let mut index = 0;
            while index < self.list_at(parent, field).len() {
                let place = Place { parent, field, index: Some(index) };
                // What came in its place may be compound, too.
                if self.unwrap_at(place) {
                    changed = true;
                } else {
                    index += 1;
                }
            }
            at += 1;
        }
        changed
    }

    fn unwrap_at(&mut self, place: Place) -> bool {
        let Some(statement) = self.node_at(place) else { return false };
        self.suites_of(statement).into_iter().any(|suite| {
            let words = self.tree.list_words(suite).to_vec();
            let edit = self.put(place, &words);
            !words.is_empty() && self.attempt(&[edit])
        })
    }

    /// The suites of a statement, those of its handlers and cases included.
    fn suites_of(&self, statement: NodeId) -> Vec<ListId> {
        let mut suites = Vec::new();
        let mut work = vec![statement];
        while let Some(node) = work.pop() {
            let fields = self.tree.kind(node).schema().fields.iter();
            for (schema, &word) in fields.zip(self.tree.words(node)) {
                match schema.sort {
                    Sort::stmt => suites.push(ListId(word)),
                    Sort::excepthandler | Sort::match_case => work.extend(self.tree.list(ListId(word))),
                    _ => {}
                }
            }
        }
        suites
    }
}
