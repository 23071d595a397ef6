//! What a Python program *is*: tokens, syntax tree, scopes, early errors.
#![forbid(unsafe_code)]

pub mod ast;
pub mod constant;
pub mod names;
pub mod scope;
