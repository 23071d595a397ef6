//! The rules of Python, one file a chapter of the Language Reference, and the language in which they are written.

pub mod compound_statements;
pub mod comprehensions;
pub mod expressions;
pub mod functions;
pub mod language;
pub mod link;
pub mod names;
pub mod questions;
pub mod show;
pub mod simple_statements;

use language::RuleDef;

/// All rules: first those of syntax in the order of the Reference, then the protocols.
pub fn tables() -> impl Iterator<Item = &'static RuleDef> {
    let syntax = [
        names::RULES,
        expressions::RULES,
        comprehensions::RULES,
        simple_statements::RULES,
        compound_statements::RULES,
        functions::RULES,
    ];
    syntax.into_iter().chain(crate::protocols::tables()).flatten().copied()
}
