//! Protocols: the rules that start from values (Language Reference, chapter 3, *Data model*).

mod attributes;
mod builtins;
mod calls;
mod classes;
mod composites;
mod containers;
mod conversions;
mod exceptions;
mod imports;
mod iteration;
mod operators;

pub use attributes::*;
pub use builtins::*;
pub use calls::*;
pub use classes::*;
pub use composites::*;
pub use containers::*;
pub use conversions::*;
pub use exceptions::*;
pub use imports::*;
pub use iteration::*;
pub use operators::*;

use crate::rules::language::RuleDef;

/// The protocols of all files.
pub fn tables() -> [&'static [&'static RuleDef]; 11] {
    [
        attributes::ATTRIBUTES,
        builtins::BUILTINS,
        calls::CALLS,
        classes::CLASSES,
        composites::COMPOSITES,
        containers::CONTAINERS,
        conversions::CONVERSIONS,
        exceptions::EXCEPTIONS,
        imports::IMPORTS,
        iteration::ITERATION,
        operators::OPERATORS,
    ]
}
