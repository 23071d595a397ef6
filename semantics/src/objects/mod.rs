//! The objects of the built-in classes: what primitives and built-in functions do with their data.

mod access;
mod errors;
mod lookup;
pub mod numbers;
