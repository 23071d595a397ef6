//! Protocols that begin with a quick answer.
//!
//! Many protocols first try a primitive that decides where only built-in types are involved:
//! `let quick = p(a, b); if is_something(quick) { return quick; }`. For those the VM makes this first step itself, and begins
//! the rule only if the answer is still open.

use crate::seeded::rewritten;
use semantics::rules::language::Primitive;
use semantics::rules::link::RULES;
use semantics::state::RuleId;
use std::sync::LazyLock;

static QUICK: LazyLock<Vec<Option<&'static Primitive>>> =
    LazyLock::new(|| RULES.rules.iter().map(|rule| rule.definition.first_answer()).collect());

/// The primitive that a protocol tries first, on all of its values.
#[inline]
pub(super) fn quick(rule: RuleId) -> Option<&'static Primitive> {
    match rewritten(RULES.get(rule).definition) {
        Some(definition) => definition.first_answer(),
        None => QUICK[rule.0 as usize],
    }
}
