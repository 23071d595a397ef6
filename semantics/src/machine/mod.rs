//! The reference machine: [`Machine::step`] makes exactly one transition.
//!
//! The top activation does its next op. Judgments, protocols and clauses push an activation; `return` pops one and hands
//! its value to the one below. What leaves an activation in another way (an exception, a `break`) looks for a region
//! that wants it, first in the activation and then in those below. Questions about syntax, copies and jumps only find the
//! way to the next op: they are no transitions of their own.

mod completion;
mod syntax;

pub use completion::Unwound;
pub use syntax::{element, field_value, unsupported};

use crate::rules::language::{Judgment, Transfer};
use crate::rules::link::{Op, Operand, Operands, Place, Run, Target};
use crate::state::{Activation, Machine, RuleId, Stop, Thrown, Value};
use completion::Completion;
use spec::ast::NodeId;

/// The most operands that an op has.
const MOST_OPERANDS: usize = 8;

/// Something that looks on. A machine without a tracer pays nothing for it.
pub trait Tracer {
    /// Called before each transition.
    fn before_step(&mut self, machine: &Machine);
}

/// What an activation's operands are looked up in.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    base: u32,
    node: NodeId,
}

impl Activation {
    /// Where its operands are looked up.
    #[inline(always)]
    pub fn here(&self) -> Here {
        Here { base: self.base, node: self.node }
    }
}

impl Machine {
    /// Steps until there is a result, or a limit is reached.
    pub fn run(&mut self) {
        while self.result.is_none() && self.stopped.is_none() {
            self.step();
        }
    }

    /// As [`Machine::run`], and the tracer sees each state.
    pub fn run_traced(&mut self, tracer: &mut dyn Tracer) {
        while self.result.is_none() && self.stopped.is_none() {
            tracer.before_step(self);
            self.step();
        }
    }

    /// Makes one transition: the top activation, which must be one of a rule, does its next op.
    #[inline]
    pub fn step(&mut self) {
        self.steps += 1;
        if self.steps >= self.limits.fuel {
            self.stopped = Some(Stop::Fuel);
        }
        self.collect_if_needed();
        let Some(top) = self.thread.activations.last() else { return };
        let here = top.here();
        let (op, at) = self.find_way(here, top.at as Place);
        if let Some(top) = self.thread.activations.last_mut() {
            top.at = at as u32 + 1;
        }
        self.transition(here, op);
    }

    /// Does what only leads to the next transition: that, and its place.
    #[inline(always)]
    fn find_way(&mut self, here: Here, mut at: Place) -> (&'static Op, Place) {
        let rules = self.rules;
        loop {
            let op = &rules.code[at as usize];
            at += 1;
            match *op {
                Op::When { answer, inputs, otherwise } => {
                    if !self.ask(here, answer, inputs).is_true() {
                        at = otherwise;
                    }
                }
                Op::Ask { answer, inputs, into } => {
                    let answer = self.ask(here, answer, inputs);
                    self.set(here, into, answer);
                }
                Op::Copy { value, into } => {
                    let value = self.operand(here, value);
                    self.set(here, into, value);
                }
                Op::Field { node, index, code, into } => {
                    let node = self.operand(here, node).as_node();
                    let value = field_value(&self.program, node, index, code);
                    self.set(here, into, value);
                }
                Op::Unless { condition, target } => {
                    if !self.operand(here, condition).is_true() {
                        at = target;
                    }
                }
                Op::Next { counter, list, into, done } => {
                    let index = self.count(here, counter);
                    let list = self.operand(here, list);
                    match element(&self.program, list, index) {
                        Some(element) => self.set(here, into, element),
                        None => at = done,
                    }
                }
                Op::Count { counter } => {
                    let index = self.count(here, counter);
                    self.set(here, counter as Target, Value::small(index as i64 + 1));
                }
                Op::Pack { into } => self.pack(here, into),
                Op::Jump { target } => at = target,
                Op::JudgeNext { list, counter, done, .. } => {
                    let index = self.count(here, counter);
                    let list = self.operand(here, list);
                    if element(&self.program, list, index).is_some() {
                        return (op, at - 1);
                    }
                    at = done;
                }
                _ => return (op, at - 1),
            }
        }
    }

    /// Makes a transition. The activation goes on after it unless it says otherwise.
    #[inline(always)]
    fn transition(&mut self, here: Here, op: &'static Op) {
        match *op {
            Op::Judge { judgment, node, inputs, into } => {
                let node = self.operand(here, node).as_node();
                self.with_operands(here, inputs, |machine, values| {
                    machine.judge(judgment, node, values, into);
                });
            }
            Op::JudgeNext { judgment, list, counter, into, .. } => {
                let index = self.count(here, counter);
                let list = self.operand(here, list);
                let node = element(&self.program, list, index).map_or(NodeId(0), Value::as_node);
                self.set(here, counter as Target, Value::small(index as i64 + 1));
                self.judge(judgment, node, &[], into);
            }
            Op::Primitive { run, inputs, into } => match self.primitive(here, run, inputs) {
                Ok(value) => self.set(here, into, value),
                Err(thrown) => self.throw(thrown),
            },
            Op::Conclude { run, inputs } => match self.primitive(here, run, inputs) {
                Ok(value) => self.finish_activation(value),
                Err(thrown) => self.throw(thrown),
            },
            Op::ConcludeIfAny { run, inputs, into } => match self.primitive(here, run, inputs) {
                Ok(value) if value.is_present() => self.finish_activation(value),
                Ok(value) => self.set(here, into, value),
                Err(thrown) => self.throw(thrown),
            },
            Op::Test { run, inputs, otherwise } => match self.primitive(here, run, inputs) {
                Ok(value) if value.is_true() => {}
                Ok(_) => self.jump(otherwise),
                Err(thrown) => self.throw(thrown),
            },
            Op::Apply { rule, first, inputs, into, is_clause } => {
                let node = if is_clause { here.node } else { NodeId(0) };
                self.with_operands(here, inputs, |machine, values| {
                    machine.apply(rule, first, node, values, into);
                });
            }
            Op::Transfer { transfer, inputs, into } => {
                let mut values = [Value::NOTHING; 2];
                for (value, &operand) in values.iter_mut().zip(self.rules.operands(inputs)) {
                    *value = self.operand(here, operand);
                }
                self.transfer(transfer, values[0], values[1], into);
            }
            Op::Leave { label, value } => {
                let value = value.map_or(Value::NONE, |value| self.operand(here, value));
                self.complete(Completion::Leave(label, value));
            }
            Op::Raise { value } => {
                let exception = self.operand(here, value);
                self.throw(Thrown(exception));
            }
            Op::Return { value } => {
                let value = value.map_or(Value::NONE, |value| self.operand(here, value));
                self.finish_activation(value);
            }
            Op::ReturnThrough { value } => {
                let value = value.map_or(Value::NONE, |value| self.operand(here, value));
                self.complete(Completion::Return(value));
            }
            Op::Yield { value, into } => {
                let value = self.operand(here, value);
                self.suspend(value, into);
            }
            Op::Resume { completion, value } => {
                let (kind, value) = (self.get(here, completion), self.get(here, value));
                if let Some(completion) = Completion::read(kind, value) {
                    self.complete(completion);
                }
            }
            _ => unreachable!("{op:?} is no transition"),
        }
    }

    #[inline(always)]
    fn get(&self, here: Here, slot: u8) -> Value {
        self.thread.slots[here.base as usize + slot as usize]
    }

    #[inline(always)]
    fn set(&mut self, here: Here, into: Target, value: Value) {
        if into != Activation::DISCARD {
            self.thread.slots[here.base as usize + into as usize] = value;
        }
    }

    /// The number in a counter.
    #[inline(always)]
    fn count(&self, here: Here, counter: u8) -> usize {
        self.get(here, counter).as_int().unwrap_or(0) as usize
    }

    #[inline(always)]
    fn jump(&mut self, target: Place) {
        if let Some(top) = self.thread.activations.last_mut() {
            top.at = target as u32;
        }
    }

    /// The value of an operand.
    #[inline(always)]
    pub fn operand(&self, here: Here, operand: Operand) -> Value {
        match operand {
            Operand::Slot(slot) => self.get(here, slot),
            Operand::Field(index, code) => field_value(&self.program, here.node, index, code),
            Operand::Constant(index) => self.rule_constants[index as usize],
            Operand::This => Value::node(here.node),
        }
    }

    /// Looks operands up and does something with them.
    #[inline(always)]
    fn with_operands<T>(
        &mut self,
        here: Here,
        inputs: Operands,
        act: impl FnOnce(&mut Machine, &[Value]) -> T,
    ) -> T {
        let mut values = [Value::NOTHING; MOST_OPERANDS];
        for (value, &operand) in values.iter_mut().zip(self.rules.operands(inputs)) {
            *value = self.operand(here, operand);
        }
        act(self, &values[..inputs.len as usize])
    }

    #[inline(always)]
    fn primitive(&mut self, here: Here, run: Run, inputs: Operands) -> Result<Value, Thrown> {
        self.with_operands(here, inputs, run)
    }

    #[inline(always)]
    fn ask(&mut self, here: Here, answer: crate::rules::link::Answer, inputs: Operands) -> Value {
        self.with_operands(here, inputs, |machine, values| answer(&machine.program, values))
    }

    /// The values that have been put above the slots of the activation on top become a tuple.
    fn pack(&mut self, here: Here, into: Target) {
        let Some(top) = self.thread.activations.last() else { return };
        let first = here.base as usize + self.rules.get(top.rule).slots.len();
        let tuple = self.heap.new_tuple(self.thread.slots[first..self.thread.top].to_vec());
        self.thread.top = first;
        self.set(here, into, tuple);
    }

    /// Begins the rule that makes a judgment on a node. An absent node is judged to be nothing.
    #[inline(always)]
    pub fn judge(&mut self, judgment: Judgment, node: NodeId, inputs: &[Value], into: Target) {
        if node.0 == 0 {
            return self.deliver(into, Value::NOTHING);
        }
        let form = self.program.ast.kind(node);
        match self.rules.rule_for(judgment, form) {
            Some(rule) => self.begin_rule(rule, node, into, inputs),
            None => self.stopped = Some(unsupported(&self.program, judgment, node)),
        }
    }

    /// Applies a protocol or clause. What it asks a primitive at first is asked before it is begun.
    #[inline(always)]
    fn apply(&mut self, rule: RuleId, first: Option<Run>, node: NodeId, values: &[Value], into: Target) {
        let (start, below) = (self.rules.get(rule).start, self.thread.top as u32);
        let Some(first) = first else { return self.begin_at(rule, start, node, into, values, below) };
        match first(self, values) {
            Ok(value) if value.is_nothing() => {
                self.begin_at(rule, start + 1, node, into, values, below);
            }
            outcome => {
                self.coverage[rule.0 as usize] += 1;
                match outcome {
                    Ok(value) => self.deliver(into, value),
                    Err(thrown) => self.throw(thrown),
                }
            }
        }
    }

    /// Pushes an activation of a rule.
    #[inline]
    pub fn begin_rule(&mut self, rule: RuleId, node: NodeId, into: Target, inputs: &[Value]) {
        self.begin_at(rule, self.rules.get(rule).start, node, into, inputs, self.thread.top as u32);
    }

    /// Pushes an activation that begins at this place of the rule. When it is popped, slots are in use up to `below`.
    #[inline(always)]
    pub fn begin_at(
        &mut self,
        rule: RuleId,
        at: Place,
        node: NodeId,
        into: Target,
        inputs: &[Value],
        below: u32,
    ) {
        self.coverage[rule.0 as usize] += 1;
        let count = self.rules.get(rule).slots.len();
        let base = self.thread.top;
        self.thread.reserve(base, count);
        let slots = &mut self.thread.slots[base..base + count];
        // Linking saw to it that slots are set before use. But the collector reads them.
        for (index, slot) in slots.iter_mut().enumerate() {
            *slot = inputs.get(index).copied().unwrap_or(Value::NOTHING);
        }
        self.thread.top = base + count;
        let activation = Activation { rule, into, at: at as u32, node, base: base as u32, below };
        self.thread.activations.push(activation);
        if self.thread.activations.len() > self.most_activations() {
            self.too_deep(base);
        }
    }

    #[cold]
    #[inline(never)]
    fn too_deep(&mut self, base: usize) {
        self.thread.top = base;
        self.thread.activations.pop();
        let thrown = self.recursion_error();
        self.throw(thrown);
    }

    /// Rules may be nested in each other without frames (`repr` of nested lists); that has a limit as well.
    #[inline]
    pub fn most_activations(&self) -> usize {
        self.limits.recursion.saturating_mul(64).max(10_000)
    }

    /// Pops the top activation and hands its result on; so do those below whose result it is as well.
    #[inline]
    pub fn finish_activation(&mut self, mut value: Value) {
        while let Some(done) = self.thread.activations.pop() {
            self.thread.top = done.below as usize;
            let index = self.thread.activations.len() as u32;
            if self.thread.frames.last().is_some_and(|frame| frame.activation == index) {
                let Some(result) = self.leave_frame(value, done.into) else { return };
                value = result;
            }
            if done.into != Activation::CONCLUDE {
                return self.put(done.into, value);
            }
        }
    }

    /// Hands a result to the top activation; without one, the run has its result.
    #[inline(always)]
    pub fn deliver(&mut self, into: Target, value: Value) {
        if into == Activation::CONCLUDE { self.finish_activation(value) } else { self.put(into, value) }
    }

    #[inline(always)]
    pub(crate) fn put(&mut self, into: Target, value: Value) {
        let Some(top) = self.thread.activations.last() else {
            self.result = Some(Ok(value));
            return;
        };
        if into < Activation::NO_SLOT {
            self.thread.slots[top.base as usize + into as usize] = value;
        } else if into == Activation::PUSH {
            let at = self.thread.top;
            self.thread.reserve(at, 1);
            self.thread.slots[at] = value;
            self.thread.top = at + 1;
        }
    }

    fn transfer(&mut self, transfer: Transfer, first: Value, second: Value, into: Target) {
        let outcome = match transfer {
            Transfer::Invoke => self.invoke(first, second, into),
            Transfer::RunClass => self.run_class(first, second, into),
            Transfer::Resume => self.resume(first, second, into),
            Transfer::ThrowInto => self.throw_into(first, second, into),
            Transfer::Perform => {
                self.perform(first, second, into);
                Ok(())
            }
            Transfer::Advance => self.advance(first, into),
            Transfer::Reraise => {
                self.rethrow(first);
                Ok(())
            }
        };
        if let Err(thrown) = outcome {
            self.throw(thrown);
        }
    }
}
