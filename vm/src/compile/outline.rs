//! What has to be known of a rule's body before it is expanded, and is the same each time.

use rustc_hash::FxHashMap;
use semantics::rules::language::{Operation, RuleDef, Step};
use semantics::rules::link::RULES;
use std::borrow::Cow;
use std::sync::LazyLock;

/// See the module.
#[derive(Clone)]
pub(super) struct Outline {
    /// By slot: how often it is set.
    pub settings: Box<[Settings]>,
    /// Whether there is a `return` before the last step.
    pub may_return_early: bool,
    /// Whether there is a `return` of a value.
    pub returns_value: bool,
}

static OUTLINES: LazyLock<FxHashMap<usize, Outline>> = LazyLock::new(|| {
    let definitions = RULES.rules.iter().map(|rule| rule.definition);
    definitions.map(|definition| (key(definition), Outline::of(definition))).collect()
});

/// A rule's address, which is its own.
fn key(definition: &'static RuleDef) -> usize {
    definition as *const RuleDef as usize
}

/// The outline of a rule.
pub(super) fn outline(definition: &'static RuleDef) -> Cow<'static, Outline> {
    match OUTLINES.get(&key(definition)) {
        Some(outline) => Cow::Borrowed(outline),
        None => Cow::Owned(Outline::of(definition)),
    }
}

impl Outline {
    fn of(definition: &RuleDef) -> Outline {
        let mut settings = vec![Settings::default(); definition.slots.len()];
        count_settings(definition.body, &mut settings, false);
        let before = definition.body.split_last().map_or(&[][..], |(_, before)| before);
        Outline {
            settings: settings.into(),
            may_return_early: before.iter().any(may_return),
            returns_value: definition.body.iter().any(returns_value),
        }
    }
}

/// How often a slot is set to a value that is only known when the program runs.
#[derive(Clone, Copy, Default)]
pub(super) struct Settings {
    pub all: u32,
    /// On ways that may or may not be taken: what is read later may come from elsewhere.
    pub dynamic: u32,
}

impl Settings {
    fn add(&mut self, is_dynamic: bool) {
        self.all += 1;
        self.dynamic += is_dynamic as u32;
    }
}

fn count_settings(steps: &[Step], counts: &mut [Settings], is_dynamic: bool) {
    for step in steps {
        match step {
            Step::Judge { slot: Some(slot), .. }
            | Step::Copy { slot, .. }
            | Step::Yield { slot: Some(slot), .. } => {
                counts[*slot as usize].add(is_dynamic);
            }
            Step::Apply { operation, slot: Some(slot), .. }
                if !matches!(operation, Operation::Question(_)) =>
            {
                counts[*slot as usize].add(is_dynamic);
            }
            Step::If { then, otherwise, .. } => {
                count_settings(then, counts, true);
                count_settings(otherwise, counts, true);
            }
            Step::When { then, otherwise, .. } => {
                // Only one branch is ever expanded.
                let mut other = counts.to_vec();
                count_settings(then, counts, is_dynamic);
                count_settings(otherwise, &mut other, is_dynamic);
                for (count, other) in counts.iter_mut().zip(other) {
                    count.all = count.all.max(other.all);
                    count.dynamic = count.dynamic.max(other.dynamic);
                }
            }
            Step::Each { body, .. } => count_settings(body, counts, is_dynamic),
            Step::Loop { body } => count_settings(body, counts, true),
            Step::Scope { slot, body, .. } => {
                if let Some(slot) = slot {
                    // A scope's slot is set on each way out.
                    counts[*slot as usize].add(true);
                    counts[*slot as usize].add(true);
                }
                count_settings(body, counts, true);
            }
            Step::Catch { body, slot, handler } => {
                counts[*slot as usize].add(true);
                counts[*slot as usize].add(true);
                count_settings(body, counts, true);
                count_settings(handler, counts, true);
            }
            Step::Finally { body, last, .. } => {
                count_settings(body, counts, true);
                count_settings(last, counts, true);
            }
            _ => {}
        }
    }
}

/// Whether a step contains a `return`.
fn may_return(step: &Step) -> bool {
    let any = |steps: &[Step]| steps.iter().any(may_return);
    match step {
        Step::Return { .. } => true,
        Step::If { then, otherwise, .. } | Step::When { then, otherwise, .. } => any(then) || any(otherwise),
        Step::Each { body, .. } | Step::Loop { body } | Step::Scope { body, .. } => any(body),
        Step::Catch { body, handler, .. } => any(body) || any(handler),
        Step::Finally { body, last, .. } => any(body) || any(last),
        _ => false,
    }
}

/// Whether a step contains a `return` of a value.
fn returns_value(step: &Step) -> bool {
    let any = |steps: &[Step]| steps.iter().any(returns_value);
    match step {
        Step::Return { value } => value.is_some(),
        Step::If { then, otherwise, .. } | Step::When { then, otherwise, .. } => any(then) || any(otherwise),
        Step::Each { body, .. } | Step::Loop { body } | Step::Scope { body, .. } => any(body),
        Step::Catch { body, handler, .. } => any(body) || any(handler),
        Step::Finally { body, last, .. } => any(body) || any(last),
        _ => false,
    }
}
