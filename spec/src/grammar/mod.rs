//! The normative grammar (`spec/grammar/python.gram`), executed: from tokens to the tree, and from a text that is no
//! program to the error that it has.
//!
//! `load` reads the notation, `compile` makes tables of it, `machine` runs them over tokens: a packrat parser with
//! left recursion, which asks first sets before it tries anything. `helpers` and `faults` are the words that actions
//! use besides the names of forms.

mod compile;
mod faults;
mod helpers;
mod load;
mod machine;

use crate::ast::{Ast, Kind};
use crate::error::SyntaxError;
use crate::source::Source;
use crate::tokens::Tok;
use std::sync::OnceLock;

/// Parses a module by the normative grammar.
pub fn parse(source: &Source) -> Result<Ast, SyntaxError> {
    machine::parse(python(), source, "file")
}

/// Parses one expression by the normative grammar.
pub fn parse_expression(source: &Source) -> Result<Ast, SyntaxError> {
    machine::parse(python(), source, "eval")
}

/// The grammar of Python 3.13.
pub fn python() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| {
        let text = include_str!("../../grammar/python.gram");
        match load::load(text).and_then(|rules| compile::compile(&rules)) {
            Ok(grammar) => grammar,
            // The grammar is part of the program, and its tests read it.
            Err(message) => unreachable!("the grammar is well-formed: {message}"),
        }
    })
}

/// A set of kinds of tokens.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct TokenSet(u128);

impl TokenSet {
    const ALL: TokenSet = TokenSet(u128::MAX);

    fn of(kind: Tok) -> TokenSet {
        TokenSet(1 << kind as u8)
    }

    fn has(self, kind: Tok) -> bool {
        self.0 >> kind as u8 & 1 != 0
    }

    fn with(self, other: TokenSet) -> TokenSet {
        TokenSet(self.0 | other.0)
    }
}

/// A grammar, ready to run.
#[derive(Debug)]
pub struct Grammar {
    rules: Vec<Rule>,
    choices: Vec<Choice>,
}

impl Grammar {
    /// The rules as (name, section of the Language Reference), templates once for each use.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &str)> {
        self.rules.iter().map(|rule| (&*rule.name, &*rule.section))
    }

    fn find(&self, name: &str) -> usize {
        self.rules.iter().position(|rule| rule.name == name).unwrap_or_default()
    }
}

#[derive(Debug)]
struct Rule {
    name: String,
    section: String,
    choice: usize,
    memo: bool,
    /// The alternatives marked `?` are not tried inside of it, in no pass.
    valid_only: bool,
    /// What may follow a match of the rule in its own left-recursive alternatives.
    continues: Option<TokenSet>,
}

#[derive(Debug, Default)]
struct Choice {
    alternatives: Vec<Alternative>,
    /// The tokens that a match may start with; all, if a match may be empty.
    first: TokenSet,
    nullable: bool,
}

#[derive(Debug)]
struct Alternative {
    /// Tried only to find out what is wrong.
    second_pass: bool,
    left_recursive: bool,
    items: Vec<Bound>,
    slots: usize,
    action: Action,
    first: TokenSet,
}

/// An item, and where its value is kept.
#[derive(Debug)]
struct Bound {
    slot: Option<usize>,
    item: Item,
}

#[derive(Clone, Debug)]
enum Item {
    Token(Tok),
    Soft(String),
    Rule(usize),
    Group(usize),
    Optional(usize),
    Repeat { choice: Box<Item>, at_least_one: bool },
    Gather { separator: Box<Item>, element: Box<Item> },
    And(Box<Item>),
    Not(Box<Item>),
    Cut,
    Forced(Tok),
}

/// How the value of a match is made.
#[derive(Debug)]
enum Action {
    Slot(usize),
    Nothing,
    Kind(Kind),
    Number(i32),
    Text(String),
    Node(Kind, Vec<Action>),
    List(Vec<(bool, Action)>),
    Help(helpers::Helper, Vec<Action>),
}
