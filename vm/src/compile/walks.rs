//! Loops whose iterator nobody else sees.
//!
//! `for` makes an iterator and asks it for one item after another. Where the rules do nothing else with it, it need not be
//! an object: a walk keeps in three registers what the iterator would keep. Which slots these are is read off the rules.

use super::branch::is_named;
use super::outline::outline;
use super::{Compiler, Place};
use crate::instruction::Instruction;
use semantics::rules::language::{Arg, Head, Operation, RuleDef, Step};

impl Compiler<'_> {
    /// `iteration.iter` into a slot that is only walked.
    pub(super) fn walk(&mut self, iterable: Place) -> Place {
        let iterable = self.register(iterable);
        let into = self.temporaries(3);
        self.emit(Instruction::Walk { into, iterable });
        Place::Walk(into)
    }
}

/// Whether what a slot of a rule is set to once is only asked for its next item.
pub(super) fn is_only_walked(definition: &'static RuleDef, slot: u8) -> bool {
    outline(definition).settings[slot as usize].all == 1
        && are_only_walks(definition.body, slot, &mut vec![definition])
}

/// The same of the parameter of a clause. Those in `within` are being looked at already.
fn is_parameter_only_walked(
    definition: &'static RuleDef,
    slot: u8,
    within: &mut Vec<&'static RuleDef>,
) -> bool {
    if within.iter().any(|other| std::ptr::eq(*other, definition)) {
        return true;
    }
    within.push(definition);
    outline(definition).settings[slot as usize].all == 0 && are_only_walks(definition.body, slot, within)
}

/// Whether these steps use a slot for walking only.
fn are_only_walks(steps: &'static [Step], slot: u8, within: &mut Vec<&'static RuleDef>) -> bool {
    let is = |arg: &Arg| *arg == Arg::Slot(slot);
    steps.iter().all(|step| {
        let mut all =
            |blocks: &[&'static [Step]]| blocks.iter().all(|block| are_only_walks(block, slot, within));
        match step {
            Step::If { condition, then, otherwise } => !is(condition) && all(&[then, otherwise]),
            Step::When { arguments, then, otherwise, .. } => {
                !arguments.iter().any(is) && all(&[then, otherwise])
            }
            Step::Each { lists, body, .. } => !lists.iter().any(is) && all(&[body]),
            Step::Loop { body } | Step::Scope { body, .. } => all(&[body]),
            Step::Catch { body, handler, .. } => all(&[body, handler]),
            Step::Finally { body, last, .. } => all(&[body, last]),
            Step::Apply { operation, arguments, at, .. } => {
                !at.as_ref().is_some_and(is)
                    && (0..).zip(*arguments).all(|(place, argument)| {
                        !is(argument)
                            || is_named(operation, "iteration.next")
                            || is_walked_by_clause(operation, place, within)
                    })
            }
            Step::Judge { node, inputs, .. } => !is(node) && !inputs.iter().any(is),
            Step::Copy { value, .. } | Step::Yield { value, .. } | Step::Raise { value } => !is(value),
            Step::Open { node, .. } => !is(node),
            Step::Leave { value, .. } | Step::Return { value } => !value.as_ref().is_some_and(is),
        }
    })
}

/// Whether an operation is a clause that only walks its parameter with this number.
fn is_walked_by_clause(
    operation: &'static Operation,
    parameter: u8,
    within: &mut Vec<&'static RuleDef>,
) -> bool {
    match operation {
        Operation::Rule(clause) if matches!(clause.head, Head::Clause { .. }) => {
            is_parameter_only_walked(clause, parameter, within)
        }
        _ => false,
    }
}
