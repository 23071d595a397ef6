//! One file a subcommand.

pub mod ast;
pub mod bench;
pub mod builtins;
pub mod check;
pub mod compare;
pub mod dis;
pub mod front_end;
pub mod fuzz;
#[cfg(feature = "mutants")]
pub mod mutants;
pub mod reduce;
pub mod rules;
pub mod run;
pub mod scope;
pub mod step;
pub mod trace;
pub mod unparse;
