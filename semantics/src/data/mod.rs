//! The data operations of Python's built-in types, on plain Rust data.
//!
//! Nothing here knows values, heaps or steps: each function is a *primitive*, takes slices and numbers, and gives a result or
//! a [`error::DataError`]. Results that an argument could make huge take a `limit` in bytes.

pub mod bytes;
pub mod choices;
pub mod codec;
pub mod complex;
pub mod error;
pub mod float;
pub mod format_spec;
pub mod format_string;
pub mod hash;
pub mod int;
pub mod memory;
pub mod percent;
pub mod range;
pub mod sequence;
pub mod set_table;
pub mod slice;
pub mod suggestions;
pub mod text;
pub mod unicode;
