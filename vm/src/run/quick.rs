//! Protocols that begin with a quick answer.
//!
//! Many protocols first try a primitive that decides where only built-in types are involved:
//! `let quick = p(a, b); if is_something(quick) { return quick; }`. For those the VM makes this first step itself, and begins
//! the rule only if the answer is still open.

use semantics::rules::language::{Arg, Operation, Primitive, RuleDef, Step};
use semantics::rules::link::RULES;
use semantics::state::RuleId;
use std::sync::LazyLock;

static QUICK: LazyLock<Vec<Option<&'static Primitive>>> =
    LazyLock::new(|| RULES.rules.iter().map(|rule| first_answer(rule.definition)).collect());

/// The primitive that a protocol tries first, on all of its values.
#[inline]
pub(super) fn quick(rule: RuleId) -> Option<&'static Primitive> {
    QUICK[rule.0 as usize]
}

fn first_answer(definition: &'static RuleDef) -> Option<&'static Primitive> {
    let [
        Step::Apply { operation: Operation::Primitive(primitive), arguments, slot: Some(answer), .. },
        Step::Apply { operation: question, arguments: asked, slot: Some(decided), .. },
        Step::If { condition, then: [Step::Return { value: Some(result) }], otherwise: [] },
        ..,
    ] = definition.body
    else {
        return None;
    };
    let takes_all = arguments.len() == definition.parameters
        && arguments.iter().enumerate().all(|(slot, argument)| *argument == Arg::Slot(slot as u8));
    let answer = Arg::Slot(*answer);
    let is_quick = question.name() == "is_something"
        && **asked == [answer]
        && *condition == Arg::Slot(*decided)
        && *result == answer;
    (takes_all && is_quick).then_some(primitive)
}
