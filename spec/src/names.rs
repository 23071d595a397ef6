//! Names of one syntax tree, each kept once.

use rustc_hash::FxHashMap;

/// A name of an [`crate::ast::Ast`]. Names are numbered from 1; 0 stands for "absent" inside the tree.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Symbol(pub u32);

/// The table of names: from text to symbol and back.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: Vec<Box<str>>,
    symbols: FxHashMap<Box<str>, Symbol>,
}

impl Names {
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&symbol) = self.symbols.get(text) {
            return symbol;
        }
        self.texts.push(text.into());
        let symbol = Symbol(self.texts.len() as u32);
        self.symbols.insert(text.into(), symbol);
        symbol
    }

    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.symbols.get(text).copied()
    }

    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.0 as usize - 1]
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// All symbols, in the order in which they were met.
    pub fn iter(&self) -> impl Iterator<Item = (Symbol, &str)> {
        self.texts.iter().enumerate().map(|(at, text)| (Symbol(at as u32 + 1), &**text))
    }
}

/// A name as the language compares it: in normal form NFKC (Language Reference 2.3).
pub fn normalize(name: &str) -> std::borrow::Cow<'_, str> {
    use unicode_normalization::UnicodeNormalization;
    if name.is_ascii() { name.into() } else { name.nfkc().collect::<String>().into() }
}
