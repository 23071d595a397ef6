//! The same language, fast: rules compiled to register code, and a machine that runs it.
#![deny(unsafe_code)]

#[macro_use]
mod seeded;

pub mod code;
pub mod compile;
pub mod disassemble;
pub mod instruction;
#[cfg(feature = "mutants")]
pub mod mutants;
mod run;

pub use run::{Library, Vm, run};
