//! The same language, fast: rules compiled to register code, and a machine that runs it.
#![deny(unsafe_code)]

pub mod code;
pub mod compile;
pub mod disassemble;
pub mod instruction;
mod run;

pub use run::{Library, Vm, run};
