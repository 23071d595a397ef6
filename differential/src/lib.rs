//! Running programs on several engines and comparing what is observed.
//!
//! An *engine* is anything that takes a program and gives an observation: the machines in this process
//! ([`machine`]), and any other Python by its command ([`command`]).
#![forbid(unsafe_code)]

pub mod bench;
pub mod campaign;
pub mod clock;
pub mod command;
pub mod compare;
pub mod conformance;
pub mod coverage;
pub mod engine;
pub mod features;
pub mod front_end;
pub mod generate;
pub mod header;
pub mod junit;
pub mod keep;
pub mod known;
pub mod machine;
#[cfg(feature = "mutants")]
pub mod mutants;
pub mod observe;
pub mod parallel;
pub mod place;
pub mod pythons;
pub mod reduce;
pub mod triage;
