//! Where seeded bugs (`mutants`) come into the VM. Without the feature of that name nothing of them is left: the macro is
//! `false`, and the functions do nothing.

/// Whether this mutant is switched on.
#[cfg(feature = "mutants")]
macro_rules! mutant {
    ($name:ident) => {
        $crate::mutants::is_on($crate::mutants::Mutant::$name)
    };
}

/// Whether this mutant is switched on: never.
#[cfg(not(feature = "mutants"))]
macro_rules! mutant {
    ($name:ident) => {
        false
    };
}

#[cfg(feature = "mutants")]
pub(crate) use crate::mutants::hooks::*;
#[cfg(feature = "mutants")]
pub(crate) use crate::mutants::{extra_primitives, rewritten};

#[cfg(not(feature = "mutants"))]
mod nothing {
    use semantics::rules::language::{Operation, RuleDef};
    use semantics::state::{Machine, Thrown, Value};
    use spec::ast::Kind;

    /// The rule as the mutant at hand has it, where that is another one.
    #[inline(always)]
    pub(crate) fn rewritten(_: &RuleDef) -> Option<&'static RuleDef> {
        None
    }

    /// Primitives that only mutants use.
    pub(crate) fn extra_primitives() -> &'static [&'static Operation] {
        &[]
    }

    /// Whether two constants are one by mistake.
    #[inline(always)]
    pub(crate) fn are_merged(_: Value, _: Value) -> bool {
        false
    }

    /// A wrong result of an operator on two small ints.
    #[inline(always)]
    pub(crate) fn wrong_ints(_: Kind, _: i64, _: i64) -> Option<Value> {
        None
    }

    /// A wrong result of an operator on two floats.
    #[inline(always)]
    pub(crate) fn wrong_floats(_: Kind, _: f64, _: f64) -> Option<Value> {
        None
    }

    /// A wrong result of an operator, in place of the right one.
    #[inline(always)]
    pub(crate) fn wrong_result(_: &mut Machine, right: Value) -> Value {
        right
    }

    /// A wrong result of a comparison.
    #[inline(always)]
    pub(crate) fn wrong_comparison(_: &mut Machine, _: Kind, _: Value, _: Value) -> Option<Value> {
        None
    }

    /// A wrong item.
    #[inline(always)]
    pub(crate) fn wrong_item(_: &mut Machine, _: Value, _: Value) -> Option<Value> {
        None
    }

    /// The parts of a slice that are used instead of these.
    #[inline(always)]
    pub(crate) fn spoiled_slice(parts: [Value; 3]) -> [Value; 3] {
        parts
    }

    /// What is iterated instead of this.
    #[inline(always)]
    pub(crate) fn iterated_instead(_: &mut Machine, iterable: Value) -> Value {
        iterable
    }

    /// The next item of one of the most common iterators.
    #[inline(always)]
    pub(crate) fn next_item_quickly(machine: &mut Machine, iterator: Value) -> Value {
        machine.next_item_quickly(iterator)
    }

    /// The next item of a built-in iterator.
    #[inline(always)]
    pub(crate) fn next_item(machine: &mut Machine, iterator: Value) -> Result<Value, Thrown> {
        machine.next_item(iterator)
    }

    /// Arguments that came from defaults, from one slot to another.
    #[inline(always)]
    pub(crate) fn spoil_defaults(_: &mut Machine, _: usize, _: usize) {}

    /// The label that a jump out really goes to.
    #[inline(always)]
    pub(crate) fn label_instead(label: &'static str) -> &'static str {
        label
    }

    /// Whether a jump out to this label forgets `finally`.
    #[inline(always)]
    pub(crate) fn forgets_finally(_: &str) -> bool {
        false
    }
}
#[cfg(not(feature = "mutants"))]
pub(crate) use nothing::*;
