//! The objects of the built-in classes: what primitives and built-in functions do with their data.

mod access;
mod arithmetic;
mod compare;
pub mod composites;
mod concat;
pub mod dicts;
mod equality;
mod errors;
mod fields;
mod hash;
mod instances;
mod iterators;
mod lookup;
pub mod numbers;
pub mod output;
mod repr;
mod sequences;
mod text;
pub mod tracebacks;

pub use arithmetic::{Number, number_order, numbers_equal, order_satisfies};
