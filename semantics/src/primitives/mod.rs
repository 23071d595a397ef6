//! Primitives: the data operations that rules apply to values. Each finishes in one step and runs no Python code.

mod attributes;
mod basics;
mod calls;
mod classes;
mod composites;
mod containers;
mod conversions;
mod exceptions;
mod imports;
mod iteration;
mod operators;
mod variables;

pub use attributes::*;
pub use basics::*;
pub use calls::*;
pub use classes::*;
pub use composites::*;
pub use containers::*;
pub use conversions::*;
pub use exceptions::*;
pub use imports::*;
pub use iteration::*;
pub use operators::*;
pub use variables::*;

use crate::rules::language::{Operation, Transfer};

macro_rules! transfers {
    ($($(#[doc = $doc:literal])+ $name:ident $transfer:ident)*) => {$(
        $(#[doc = $doc])+
        pub const fn $name() -> &'static Operation {
            static OPERATION: Operation = Operation::Transfer(Transfer::$transfer);
            &OPERATION
        }
    )*};
}

transfers! {
    /// A new frame for a function whose parameters are bound.
    invoke Invoke
    /// A frame for the body of a class.
    run_class RunClass
    /// A generator's frame goes on with a value; gives what it yields, or nothing when it ends.
    resume Resume
    /// A generator's frame goes on with an exception.
    throw_into ThrowInto
    /// An iterator that is built out of others goes on; gives its next item, or nothing at its end.
    advance Advance
    /// An exception goes on its way.
    reraise Reraise
    /// A built-in function that is a protocol begins it.
    perform Perform
}

/// The primitives of all files.
pub fn tables() -> [&'static [&'static Operation]; 12] {
    [
        variables::VARIABLES,
        attributes::ATTRIBUTES,
        basics::BASICS,
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
