//! What a Python program *does*: the state of the machine, the rules that change it, and the reference machine that
//! steps through them.
#![forbid(unsafe_code)]

pub mod bootstrap;
#[macro_use]
pub mod builtins;
mod control;
pub mod data;
mod generators;
pub mod machine;
pub mod modules;
pub mod objects;
pub mod primitives;
pub mod protocols;
pub mod rules;
pub mod state;
pub mod view;
