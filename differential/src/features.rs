//! What a run of the reference machine reaches, for a fuzzer that looks for more: which rules, begun by which, with operands
//! of which classes, with which outcome.

use semantics::machine::Tracer;
use semantics::rules::link::RULES;
use semantics::state::{Machine, RuleId, Type, Value};
use std::hash::{Hash, Hasher};

/// How many counters there are. Features that fall on the same one are not told apart.
pub const COUNTERS: usize = 1 << 16;

/// How many operands of a rule count.
const OPERANDS: usize = 2;

/// Notes features as the machine goes on: `count` is called with the number of a counter.
pub struct Features<C: FnMut(usize)> {
    count: C,
    /// The rule on top before the last step, where its result was to go, and how high the stack was.
    top: Option<(RuleId, u16, usize)>,
}

/// A thing that was reached.
#[derive(Hash)]
enum Feature {
    Begun(u16),
    BegunBy(u16, u16),
    Operands(u16, [u32; OPERANDS]),
    Gave(u16, u32),
    Unwound(u16),
}

impl<C: FnMut(usize)> Features<C> {
    pub fn new(count: C) -> Features<C> {
        Features { count, top: None }
    }

    fn note(&mut self, feature: Feature) {
        let mut hasher = rustc_hash::FxHasher::default();
        feature.hash(&mut hasher);
        (self.count)((hasher.finish() >> 32) as usize % COUNTERS);
    }

    fn begun(&mut self, machine: &Machine) {
        let [.., below, top] = &machine.thread.activations[..] else { return };
        self.note(Feature::Begun(top.rule.0));
        self.note(Feature::BegunBy(below.rule.0, top.rule.0));
        let parameters = RULES.get(top.rule).definition.parameters.min(OPERANDS);
        let mut classes = [0; OPERANDS];
        // What lies above the slots in use may be left from another program.
        let slots = &machine.thread.slots[top.base as usize..machine.thread.top];
        for (class, value) in classes[..parameters].iter_mut().zip(slots) {
            *class = class_of(machine, *value);
        }
        self.note(Feature::Operands(top.rule.0, classes));
    }

    fn ended(&mut self, machine: &Machine, rule: RuleId, into: u16, height: usize) {
        let now = machine.thread.activations.len();
        match machine.thread.activations.last() {
            Some(top) if now + 1 == height && top.at > 0 => {
                let slots = &machine.thread.slots[top.base as usize..machine.thread.top];
                let result = slots.get(into as usize);
                let class = result.map_or(u32::MAX, |&value| class_of(machine, value));
                self.note(Feature::Gave(rule.0, class));
            }
            _ => self.note(Feature::Unwound(rule.0)),
        }
    }
}

/// A number for the class of a value: built-in classes by themselves, those of the program alike.
fn class_of(machine: &Machine, value: Value) -> u32 {
    if value.is_nothing() || value.is_syntax() {
        return u32::MAX;
    }
    let class = machine.heap.class_of(value).0;
    class.min(Type::ALL.len() as u32)
}

impl<C: FnMut(usize)> Tracer for Features<C> {
    fn before_step(&mut self, machine: &Machine) {
        if let Some((rule, into, height)) = self.top
            && machine.thread.activations.len() < height
        {
            self.ended(machine, rule, into, height);
        }
        let Some(&top) = machine.thread.activations.last() else { return };
        if machine.beginning_rule().is_some() {
            self.begun(machine);
        }
        self.top = Some((top.rule, top.into, machine.thread.activations.len()));
    }
}
