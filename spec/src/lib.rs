//! What a Python program *is*: tokens, syntax tree, scopes, early errors.
#![forbid(unsafe_code)]

pub mod ast;
pub mod constant;
pub mod difference;
pub mod dump;
pub mod early;
pub mod error;
pub mod escapes;
pub mod grammar;
mod literal;
pub mod names;
mod parser;
pub mod repr;
pub mod scope;
pub mod source;
pub mod tokens;
pub mod unicode;
pub mod unparse;
pub mod walk;

pub use ast::Ast;
pub use error::SyntaxError;
pub use parser::{parse, parse_expression};
pub use source::Source;
