//! Protocols: each is compiled once, when it is first begun, and is then an activation of compiled code in the frame at
//! hand. One that is about syntax as well is stepped by the reference machine.

use super::Vm;
use crate::code::Compiled;
use semantics::state::{Activation, RuleId, Thrown, Value};
use spec::ast::NodeId;

/// What is known of a protocol's code.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Protocol<'a> {
    #[default]
    Unknown,
    Compiled(&'a Compiled),
    /// The reference machine has to step it.
    Stepped,
}

impl<'a> Protocol<'a> {
    /// What is known when it has been compiled, or could not be.
    pub(super) fn of(code: &'a Option<Compiled>) -> Protocol<'a> {
        code.as_ref().map_or(Protocol::Stepped, Protocol::Compiled)
    }
}

impl<'a> Vm<'a> {
    /// Begins a protocol's rule in the frame on top; its result goes to the slot. An exception that this leads to is on
    /// its way already.
    #[inline(never)]
    pub(super) fn begin(&mut self, rule: RuleId, into: u16, inputs: &[Value]) {
        if let Protocol::Unknown = self.protocols[rule.0 as usize] {
            self.compile_protocol(rule);
        }
        let Protocol::Compiled(code) = self.protocols[rule.0 as usize] else {
            return self.begin_stepped(rule, into, inputs);
        };
        let registers = code.registers;
        let machine = &mut *self.machine;
        if machine.thread.activations.len() >= machine.most_activations() {
            return self.begin_stepped(rule, into, inputs);
        }
        machine.coverage[rule.0 as usize] += 1;
        let thread = &mut machine.thread;
        let base = thread.top;
        thread.reserve(base, registers);
        thread.slots[base..base + inputs.len()].copy_from_slice(inputs);
        thread.slots[base + inputs.len()..base + registers].fill(Value::NOTHING);
        thread.top = base + registers;
        thread.activations.push(Activation {
            rule: rule.compiled(),
            into,
            at: 0,
            node: NodeId(0),
            base: base as u32,
            below: base as u32,
        });
        // Protocols that begin protocols may make something each time, without a call or a loop between them.
        if self.machine.heap.is_full() {
            self.poll_slowly();
        }
    }

    #[cold]
    fn begin_stepped(&mut self, rule: RuleId, into: u16, inputs: &[Value]) {
        self.machine.begin_rule(rule, NodeId(0), into, inputs);
        self.catch_pending();
    }

    #[cold]
    fn compile_protocol(&mut self, rule: RuleId) {
        self.protocols[rule.0 as usize] = match self.kept.workspace.compile_protocol(self.machine, rule) {
            Some(code) => {
                code.check();
                self.machine.pinned.extend(code.constants.iter().copied());
                Protocol::Compiled(self.arena.alloc(code))
            }
            None => Protocol::Stepped,
        };
    }

    /// Begins the protocol of a built-in function, whose parameters are bound: a tuple.
    pub(super) fn perform(&mut self, callee: Value, bound: Value, into: u16) {
        let rule = self.machine.performed_rule(callee);
        let values = self.machine.tuple_items(bound).to_vec();
        self.begin(rule, into, &values);
    }

    /// An iterator that is built out of others goes on: by its rule, unless it does so by itself.
    pub(super) fn advance(&mut self, iterator: Value, into: u16) -> Result<(), Thrown> {
        match self.machine.rule_to_advance(iterator) {
            Some(rule) => {
                self.begin(rule, into, &[iterator]);
                Ok(())
            }
            None => self.machine.advance(iterator, into),
        }
    }

    /// The code that an activation carries out, if it is compiled.
    #[inline(always)]
    pub(super) fn code_of(&self, activation: &Activation) -> Option<&'a Compiled> {
        if activation.rule == RuleId::COMPILED {
            return *self.codes.get(activation.node.0 as usize)?;
        }
        match self.protocols[activation.rule.compiled_protocol()?.0 as usize] {
            Protocol::Compiled(code) => Some(code),
            _ => None,
        }
    }
}
