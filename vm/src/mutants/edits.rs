//! Small changes to the body of a rule.
//!
//! A step is named by what stands in the rule: `let x` for one that sets the slot `x`, `exec x`, `bind x`, `leave Label`,
//! `raise`, `when`, or the name of the operation that it applies.

use semantics::rules::language::{Arg, Judgment, Operation, RuleDef, Step};

/// A primitive.
pub type Primitive = fn() -> &'static Operation;

/// One change. It is made wherever a step of that name stands.
#[derive(Debug)]
pub enum Edit {
    /// The first one is made before the second one, which stands in the same list of steps.
    Before(&'static str, &'static str),
    Drop(&'static str),
    Twice(&'static str),
    /// The operation is not applied: this is its result.
    Answer(&'static str, Arg),
    /// The operation is not applied: its first operand is its result.
    Pass(&'static str),
    /// One of its operands is this.
    Operand(&'static str, usize, Arg),
    /// Two of its operands change places.
    Exchange(&'static str, usize, usize),
    /// Another operation is applied.
    Replace(&'static str, Primitive),
    /// One of its operands goes through a primitive first.
    Through(&'static str, usize, Primitive),
    /// The rule starts with a primitive on all of its values.
    Start(Primitive),
    /// The change is made only where the step stands for the n-th time, counted from 0.
    Nth(usize, &'static Edit),
}

/// The rule with changes.
///
/// # Panics
/// If a change is nowhere to be made.
pub fn rewrite(definition: &'static RuleDef, edits: &[Edit]) -> &'static RuleDef {
    let mut rule = *definition;
    for edit in edits {
        let (edit, only) = match edit {
            Edit::Nth(only, edit) => (*edit, Some(*only)),
            _ => (edit, None),
        };
        let mut rewriter = Rewriter { slots: rule.slots.to_vec(), rule, edit, only, met: 0, done: 0 };
        let mut body = rewriter.steps(rule.body);
        if let Edit::Start(primitive) = edit {
            let arguments = (0..rule.parameters as u8).map(Arg::Slot).collect();
            body = leak([vec![apply(primitive(), arguments, None)], body.to_vec()].concat());
            rewriter.done += 1;
        }
        assert!(rewriter.done > 0, "{}: {edit:?} is nowhere to be made", definition.id);
        (rule.body, rule.slots) = (body, leak(rewriter.slots));
    }
    Box::leak(Box::new(rule))
}

fn leak<T>(items: Vec<T>) -> &'static [T] {
    items.leak()
}

fn apply(operation: &'static Operation, arguments: Vec<Arg>, slot: Option<u8>) -> Step {
    Step::Apply { operation, arguments: leak(arguments), slot, at: None }
}

struct Rewriter<'a> {
    rule: RuleDef,
    slots: Vec<&'static str>,
    edit: &'a Edit,
    only: Option<usize>,
    /// How often the step was met, and how often changed.
    met: usize,
    done: usize,
}

impl Rewriter<'_> {
    fn steps(&mut self, steps: &'static [Step]) -> &'static [Step] {
        if let Edit::Before(first, second) = self.edit {
            let find = |rewriter: &Self, name: &str, from: usize| {
                (from..steps.len()).find(|&at| rewriter.is_named(&steps[at], name))
            };
            if let Some(to) = find(self, second, 0)
                && let Some(from) = find(self, first, to + 1)
            {
                self.done += 1;
                let mut moved = steps.to_vec();
                let step = moved.remove(from);
                moved.insert(to, step);
                return leak(moved);
            }
        }
        let mut result = Vec::new();
        for step in steps {
            if self.is_met(step) {
                self.change(*step, &mut result);
            } else {
                result.push(self.inside(*step));
            }
        }
        leak(result)
    }

    /// Whether the change is to be made to this step.
    fn is_met(&mut self, step: &Step) -> bool {
        use Edit::*;
        let name = match self.edit {
            Drop(name) | Twice(name) | Answer(name, _) | Pass(name) | Operand(name, ..) => name,
            Exchange(name, ..) | Replace(name, _) | Through(name, ..) => name,
            Before(..) | Start(_) | Nth(..) => return false,
        };
        if !self.is_named(step, name) {
            return false;
        }
        self.met += 1;
        let is_this = self.only.is_none_or(|only| only + 1 == self.met);
        self.done += is_this as usize;
        is_this
    }

    fn is_named(&self, step: &Step, name: &str) -> bool {
        let slot_name = |slot: u8| self.rule.slots[slot as usize];
        let judged = |node: Arg| match node {
            Arg::Slot(slot) => slot_name(slot),
            _ => "self",
        };
        if let Some(wanted) = name.strip_prefix("let ") {
            let slot = match step {
                Step::Judge { slot, .. } | Step::Apply { slot, .. } => *slot,
                _ => None,
            };
            return slot.is_some_and(|slot| slot_name(slot) == wanted);
        }
        match step {
            Step::Apply { operation, .. } => operation.name() == name,
            Step::Judge { judgment: Judgment::Exec, node, .. } => {
                name.strip_prefix("exec ") == Some(judged(*node))
            }
            Step::Judge { judgment: Judgment::Bind, node, .. } => {
                name.strip_prefix("bind ") == Some(judged(*node))
            }
            Step::Leave { label, .. } => name.strip_prefix("leave ") == Some(label),
            Step::Raise { .. } => name == "raise",
            Step::When { .. } => name == "when",
            _ => false,
        }
    }

    /// The changed step: none, one or several.
    fn change(&mut self, step: Step, result: &mut Vec<Step>) {
        match *self.edit {
            Edit::Drop(_) => {}
            Edit::Twice(_) => result.extend([step, step]),
            _ => self.change_operation(step, result),
        }
    }

    fn change_operation(&mut self, step: Step, result: &mut Vec<Step>) {
        let Step::Apply { operation, arguments, slot, at } = step else {
            panic!("{}: {:?} is about an operation", self.rule.id, self.edit)
        };
        let mut arguments = arguments.to_vec();
        let mut operation = operation;
        match *self.edit {
            Edit::Answer(_, value) => {
                result.extend(slot.map(|slot| Step::Copy { value, slot }));
                return;
            }
            Edit::Pass(_) => {
                result.extend(slot.map(|slot| Step::Copy { value: arguments[0], slot }));
                return;
            }
            Edit::Operand(_, index, value) => arguments[index] = value,
            Edit::Exchange(_, first, second) => arguments.swap(first, second),
            Edit::Replace(_, primitive) => operation = primitive(),
            Edit::Through(_, index, primitive) => {
                let between = self.slots.len() as u8;
                self.slots.push("%");
                result.push(apply(primitive(), vec![arguments[index]], Some(between)));
                arguments[index] = Arg::Slot(between);
            }
            _ => unreachable!("the other changes are made elsewhere"),
        }
        result.push(Step::Apply { operation, arguments: leak(arguments), slot, at });
    }

    /// A step with what is inside of it changed.
    fn inside(&mut self, step: Step) -> Step {
        match step {
            Step::If { condition, then, otherwise } => {
                Step::If { condition, then: self.steps(then), otherwise: self.steps(otherwise) }
            }
            Step::When { question, arguments, then, otherwise } => {
                Step::When { question, arguments, then: self.steps(then), otherwise: self.steps(otherwise) }
            }
            Step::Each { items, lists, counter, body } => {
                Step::Each { items, lists, counter, body: self.steps(body) }
            }
            Step::Loop { body } => Step::Loop { body: self.steps(body) },
            Step::Scope { label, slot, body } => Step::Scope { label, slot, body: self.steps(body) },
            Step::Catch { body, slot, handler } => {
                Step::Catch { body: self.steps(body), slot, handler: self.steps(handler) }
            }
            Step::Finally { body, last, completion, value } => {
                Step::Finally { body: self.steps(body), last: self.steps(last), completion, value }
            }
            other => other,
        }
    }
}
