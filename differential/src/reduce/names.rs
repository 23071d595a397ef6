//! Canonical names: what the program binds is called `a`, `b`, `c`, ... in the order of the text.

use super::{Reducer, Write};
use rustc_hash::FxHashMap;
use spec::ast::{ListId, NodeId, Quantity, Sort};
use spec::names::Symbol;

impl Reducer<'_> {
    /// Renames all at once, or if that loses what is to be kept one after the other.
    pub(super) fn rename(&mut self) {
        let mut map = FxHashMap::default();
        let mut taken = 0;
        for symbol in self.bound() {
            // Words of the language and of others are no free names.
            let name = loop {
                let name = short(taken);
                taken += 1;
                if self.is_free(&name) {
                    break name;
                }
            };
            map.insert(symbol, self.tree.names.intern(&name));
        }
        let edit = self.renaming(&map);
        if self.attempt(&edit) {
            return;
        }
        for (old, new) in map {
            let edit = self.renaming(&FxHashMap::from_iter([(old, new)]));
            self.attempt(&edit);
        }
    }

    /// What the program binds itself, in the order of the text.
    fn bound(&self) -> Vec<Symbol> {
        let mut bound = Vec::new();
        let mut add = |symbol: Symbol| {
            let text = self.tree.name(symbol);
            // Special names mean something.
            if !text.starts_with('_') && !text.contains('.') && !bound.contains(&symbol) {
                bound.push(symbol);
            }
        };
        for node in self.nodes() {
            use spec::ast::*;
            match self.tree.kind(node) {
                Kind::Name => {
                    let view: Name = self.tree.view(node);
                    if view.ctx == Kind::Store {
                        add(view.id);
                    }
                }
                Kind::FunctionDef => add(self.tree.view::<FunctionDef>(node).name),
                Kind::ClassDef => add(self.tree.view::<ClassDef>(node).name),
                Kind::arg => add(self.tree.view::<arg>(node).arg),
                Kind::ExceptHandler => {
                    if let Some(name) = self.tree.view::<ExceptHandler>(node).name {
                        add(name);
                    }
                }
                _ => {}
            }
        }
        bound
    }

    /// Whether no name of the program that stays reads so.
    fn is_free(&self, name: &str) -> bool {
        match self.tree.names.find(name) {
            Some(symbol) => self.bound().contains(&symbol) || !self.symbols().contains(&symbol),
            None => true,
        }
    }

    /// All names that stand in the tree.
    fn symbols(&self) -> Vec<Symbol> {
        let mut symbols = Vec::new();
        for node in self.nodes() {
            self.each_identifier(node, |_, words| symbols.extend(words.iter().map(|&word| Symbol(word))));
        }
        symbols
    }

    fn each_identifier(&self, node: NodeId, mut visit: impl FnMut(u8, &[u32])) {
        for (field, schema) in self.tree.kind(node).schema().fields.iter().enumerate() {
            if schema.sort != Sort::identifier {
                continue;
            }
            let word = self.tree.word(node, field as u8);
            match schema.quantity {
                Quantity::Many => visit(field as u8, self.tree.list_words(ListId(word))),
                _ => visit(field as u8, &[word]),
            }
        }
    }

    fn renaming(&mut self, map: &FxHashMap<Symbol, Symbol>) -> Vec<Write> {
        let new = |word: u32| map.get(&Symbol(word)).map_or(word, |symbol| symbol.0);
        let mut edit = Vec::new();
        let mut lists = Vec::new();
        for node in self.nodes() {
            let fields = self.tree.kind(node).schema().fields;
            self.each_identifier(node, |field, words| match fields[usize::from(field)].quantity {
                Quantity::Many => {
                    lists.push((node, field, words.iter().map(|&word| new(word)).collect::<Vec<u32>>()))
                }
                _ => edit.push(Write { node, field, word: new(words[0]) }),
            });
        }
        for (node, field, words) in lists {
            let word = self.new_list(&words);
            edit.push(Write { node, field, word });
        }
        edit
    }
}

/// `a` to `z`, then `a1`, `b1`, ...
fn short(number: usize) -> String {
    let letter = (b'a' + (number % 26) as u8) as char;
    match number / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}
