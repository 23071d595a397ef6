//! The reference machine: [`Machine::step`] makes exactly one transition.
//!
//! The top activation does its next op. Judgments, protocols and clauses push an activation; `return` pops one and hands
//! its value to the one below. What leaves an activation in another way (an exception, a `break`) looks for a region
//! that wants it, first in the activation and then in those below.

use crate::rules::language::{Judgment, Transfer};
use crate::rules::link::{FieldCode, LinkedRule, NO_SLOT, Op, Operand, Operands, RegionKind};
use crate::state::value::ElementCode;
use crate::state::{Activation, Machine, Program, RuleId, Stop, Thrown, Value};
use spec::ast::{ListId, NodeId};

/// The most operands that an op has.
const MOST_OPERANDS: usize = 8;

/// A way out of an activation.
#[derive(Clone, Copy, Debug)]
enum Completion {
    /// To the scope with this label, with a value.
    Leave(u8, Value),
    Raise(Value),
    /// The rule's own conclusion, from inside a protected part.
    Return(Value),
}

/// How completions are written into the slot of a `finally`: labels as they are, then these.
const RAISES: i64 = 1000;
const RETURNS: i64 = 1001;

/// What became of an exception.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unwound {
    /// A region of a rule took it.
    Caught,
    /// It has reached an activation of compiled code, which must look for itself.
    AtCompiled(Value),
    /// Nobody took it; the machine has its result.
    Uncaught,
}

/// Something that looks on. A machine without a tracer pays nothing for it.
pub trait Tracer {
    /// Called before each transition.
    fn before_step(&mut self, machine: &Machine);
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
        let Some(top) = self.thread.activations.last_mut() else { return };
        let activation = *top;
        top.at += 1;
        self.steps += 1;
        if self.steps >= self.limits.fuel {
            self.stopped = Some(Stop::Fuel);
        }
        self.collect_if_needed();
        let rules = self.rules;
        let rule = rules.get(activation.rule);
        self.do_op(&activation, rule, &rule.code[activation.at as usize]);
    }

    fn do_op(&mut self, activation: &Activation, rule: &'static LinkedRule, op: &Op) {
        match *op {
            Op::Judge { judgment, node, inputs, into } => {
                let node = self.operand(activation, node).as_node();
                let (values, count) = self.operands(activation, inputs);
                self.judge(judgment, node, &values[..count], into);
            }
            Op::Primitive { run, inputs, into } => {
                let (values, count) = self.operands(activation, inputs);
                match run(self, &values[..count]) {
                    Ok(value) => self.set(activation, into, value),
                    Err(thrown) => self.throw(thrown),
                }
            }
            Op::Ask { question, inputs, into } => {
                let (values, count) = self.operands(activation, inputs);
                let answer = (question.answer)(&self.program, &values[..count]);
                self.set(activation, into, answer);
            }
            Op::When { question, inputs, otherwise } => {
                let (values, count) = self.operands(activation, inputs);
                if !(question.answer)(&self.program, &values[..count]).is_true() {
                    self.jump(otherwise);
                }
            }
            Op::Apply { rule, inputs, into, is_clause } => {
                let (values, count) = self.operands(activation, inputs);
                let node = if is_clause { activation.node } else { NodeId(0) };
                self.begin_rule(rule, node, slot_or_discard(into), &values[..count]);
            }
            Op::Transfer { transfer, inputs, into } => {
                let (values, _) = self.operands(activation, inputs);
                self.transfer(transfer, values[0], values[1], slot_or_discard(into));
            }
            Op::Copy { value, into } => {
                let value = self.operand(activation, value);
                self.set(activation, into, value);
            }
            Op::Field { node, index, code, into } => {
                let node = self.operand(activation, node).as_node();
                let value = field_value(&self.program, node, index, code);
                self.set(activation, into, value);
            }
            Op::Unless { condition, target } => {
                if !self.operand(activation, condition).is_true() {
                    self.jump(target);
                }
            }
            Op::Next { counter, list, into, done } => {
                let index = self.get(activation, counter).as_int().unwrap_or(0) as usize;
                let list = self.operand(activation, list);
                match element(&self.program, list, index) {
                    Some(element) => self.set(activation, into, element),
                    None => self.jump(done),
                }
            }
            Op::Count { counter } => {
                let index = self.get(activation, counter).as_int().unwrap_or(0);
                self.set(activation, counter, Value::small(index + 1));
            }
            Op::StartPack { into } => {
                let list = self.heap.new_list(Vec::new());
                self.set(activation, into, list);
            }
            Op::AddToPack { pack, value } => {
                let (pack, value) = (self.get(activation, pack), self.get(activation, value));
                self.list_push(pack, value);
            }
            Op::FinishPack { pack } => {
                let list = self.get(activation, pack);
                let items = self.take_list(list);
                let tuple = self.heap.new_tuple(items);
                self.set(activation, pack, tuple);
            }
            Op::Jump { target } => self.jump(target),
            Op::Leave { label, value } => {
                let value = value.map_or(Value::NONE, |value| self.operand(activation, value));
                self.complete(Completion::Leave(label, value));
            }
            Op::Raise { value } => {
                let exception = self.operand(activation, value);
                self.throw(Thrown(exception));
            }
            Op::Return { value } => {
                let value = value.map_or(Value::NONE, |value| self.operand(activation, value));
                if rule.regions.is_empty() {
                    self.finish_activation(value);
                } else {
                    self.complete(Completion::Return(value));
                }
            }
            Op::Yield { value, into } => {
                let value = self.operand(activation, value);
                self.suspend(value, slot_or_discard(into));
            }
            Op::Resume { completion, value } => {
                let value = self.get(activation, value);
                let completion = match self.get(activation, completion).as_int() {
                    None => return,
                    Some(RAISES) => Completion::Raise(value),
                    Some(RETURNS) => Completion::Return(value),
                    Some(label) => Completion::Leave(label as u8, value),
                };
                self.complete(completion);
            }
        }
    }

    #[inline(always)]
    fn get(&self, activation: &Activation, slot: u8) -> Value {
        self.thread.slots[activation.base as usize + slot as usize]
    }

    #[inline(always)]
    fn set(&mut self, activation: &Activation, slot: u8, value: Value) {
        if slot != NO_SLOT {
            self.thread.slots[activation.base as usize + slot as usize] = value;
        }
    }

    #[inline(always)]
    fn jump(&mut self, target: u16) {
        if let Some(top) = self.thread.activations.last_mut() {
            top.at = target as u32;
        }
    }

    /// The value of an operand of the activation's rule.
    #[inline(always)]
    pub fn operand(&self, activation: &Activation, operand: Operand) -> Value {
        match operand {
            Operand::Slot(slot) => self.get(activation, slot),
            Operand::Field(index, code) => field_value(&self.program, activation.node, index, code),
            Operand::Constant(index) => self.rule_constants[index as usize],
            Operand::This => Value::node(activation.node),
        }
    }

    #[inline(always)]
    fn operands(&self, activation: &Activation, range: Operands) -> ([Value; MOST_OPERANDS], usize) {
        let mut values = [Value::NOTHING; MOST_OPERANDS];
        for (value, &operand) in values.iter_mut().zip(self.rules.operands(range)) {
            *value = self.operand(activation, operand);
        }
        (values, range.len as usize)
    }

    /// Begins the rule that makes a judgment on a node. An absent node is judged to be nothing.
    pub fn judge(&mut self, judgment: Judgment, node: NodeId, inputs: &[Value], into: u8) {
        if node.0 == 0 {
            if into != NO_SLOT {
                self.deliver(slot_or_discard(into), Value::NOTHING);
            }
            return;
        }
        let form = self.program.ast.kind(node);
        match self.rules.rule_for(judgment, form) {
            Some(rule) => self.begin_rule(rule, node, slot_or_discard(into), inputs),
            None => self.stopped = Some(unsupported(&self.program, judgment, node)),
        }
    }

    /// Pushes an activation of a rule.
    #[inline]
    pub fn begin_rule(&mut self, rule: RuleId, node: NodeId, into: u16, inputs: &[Value]) {
        self.coverage[rule.0 as usize] += 1;
        let count = self.rules.get(rule).slots.len();
        let base = self.thread.top;
        self.thread.reserve(base, count);
        self.thread.slots[base..base + inputs.len()].copy_from_slice(inputs);
        // The rest needs no clearing: linking saw to it that slots are set before use. But the collector reads them.
        self.thread.slots[base + inputs.len()..base + count].fill(Value::NOTHING);
        self.thread.top = base + count;
        let activation = Activation { rule, into, at: 0, node, base: base as u32, below: base as u32 };
        self.thread.activations.push(activation);
        if self.thread.activations.len() > self.most_activations() {
            self.thread.top = base;
            self.thread.activations.pop();
            let thrown = self.recursion_error();
            self.throw(thrown);
        }
    }

    /// Rules may be nested in each other without frames (`repr` of nested lists); that has a limit as well.
    #[inline]
    pub fn most_activations(&self) -> usize {
        self.limits.recursion.saturating_mul(64).max(10_000)
    }

    /// Pops the top activation and hands its result on.
    #[inline]
    pub fn finish_activation(&mut self, value: Value) {
        let Some(done) = self.thread.activations.pop() else { return };
        self.thread.top = done.below as usize;
        let index = self.thread.activations.len() as u32;
        if self.thread.frames.last().is_some_and(|frame| frame.activation == index) {
            return self.leave_frame(done.into, value);
        }
        self.deliver(done.into, value);
    }

    /// Puts a result into a slot of the top activation; without one, the run has its result.
    #[inline]
    pub fn deliver(&mut self, into: u16, value: Value) {
        match self.thread.activations.last() {
            Some(parent) if into != Activation::DISCARD => {
                self.thread.slots[parent.base as usize + into as usize] = value;
            }
            Some(_) => {}
            None => self.result = Some(Ok(value)),
        }
    }

    /// An exception begins its way, in the op that the top activation was doing.
    pub fn throw(&mut self, thrown: Thrown) {
        self.set_context(thrown.0);
        self.add_traceback(thrown.0);
        self.complete(Completion::Raise(thrown.0));
    }

    /// An exception goes on its way, with no new entry in its traceback.
    pub fn rethrow(&mut self, exception: Value) -> Unwound {
        self.complete(Completion::Raise(exception))
    }

    /// A completion looks for the region that wants it.
    fn complete(&mut self, completion: Completion) -> Unwound {
        loop {
            let Some(&activation) = self.thread.activations.last() else {
                if let Completion::Raise(exception) = completion {
                    self.result = Some(Err(exception));
                }
                return Unwound::Uncaught;
            };
            if activation.rule.is_compiled() {
                let Completion::Raise(exception) = completion else {
                    unreachable!("only exceptions leave rules for compiled code")
                };
                self.pending = Some(exception);
                return Unwound::AtCompiled(exception);
            }
            if self.taken_here(&activation, completion) {
                return Unwound::Caught;
            }
            match completion {
                Completion::Return(value) => {
                    self.finish_activation(value);
                    return Unwound::Caught;
                }
                Completion::Raise(exception) => self.abandon_activation(exception),
                Completion::Leave(..) => {
                    self.thread.activations.pop();
                    self.thread.top = activation.below as usize;
                }
            }
        }
    }

    /// Pops the top activation for an exception, and its frame with it if it was the frame's first.
    pub fn abandon_activation(&mut self, exception: Value) {
        let Some(done) = self.thread.activations.pop() else { return };
        self.thread.top = done.below as usize;
        let index = self.thread.activations.len() as u32;
        if self.thread.frames.last().is_some_and(|frame| frame.activation == index) {
            self.abandon_frame(exception);
        }
    }

    /// Whether a region of the top activation takes the completion; if so, it goes on there.
    fn taken_here(&mut self, activation: &Activation, completion: Completion) -> bool {
        let rules = self.rules;
        let rule = rules.get(activation.rule);
        // `at` has already moved past the op that is being done.
        let at = activation.at as u16 - 1;
        for region in &rule.regions {
            if at < region.start || at >= region.end {
                continue;
            }
            let target = match (region.kind, completion) {
                (RegionKind::Scope { label, slot, target }, Completion::Leave(wanted, value))
                    if label == wanted =>
                {
                    self.set(activation, slot, value);
                    target
                }
                (RegionKind::Catch { slot, target }, Completion::Raise(exception)) => {
                    self.set(activation, slot, exception);
                    target
                }
                (RegionKind::Finally { completion: kind, value: slot, target }, _) => {
                    let (code, value) = match completion {
                        Completion::Leave(label, value) => (label as i64, value),
                        Completion::Raise(exception) => (RAISES, exception),
                        Completion::Return(value) => (RETURNS, value),
                    };
                    self.set(activation, kind, Value::small(code));
                    self.set(activation, slot, value);
                    target
                }
                _ => continue,
            };
            self.thread.top = activation.base as usize + rule.slots.len();
            self.jump(target);
            return true;
        }
        false
    }

    fn transfer(&mut self, transfer: Transfer, first: Value, second: Value, into: u16) {
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

fn slot_or_discard(slot: u8) -> u16 {
    if slot == NO_SLOT { Activation::DISCARD } else { slot as u16 }
}

/// A field of a node, as a value.
#[inline]
pub fn field_value(program: &Program, node: NodeId, index: u8, code: FieldCode) -> Value {
    let word = program.ast.word(node, index);
    match code {
        FieldCode::Node => Value::node(NodeId(word)),
        FieldCode::List(code) => Value::list(ListId(word), 0, code),
        FieldCode::Kind => Value::kind(spec::ast::Kind::ALL[word as usize]),
        FieldCode::Name => program.names[word as usize],
        FieldCode::Constant => program.constants[word as usize],
        FieldCode::Int => Value::small(word as i32 as i64),
    }
}

/// The element of a list of syntax.
pub fn element(program: &Program, list: Value, index: usize) -> Option<Value> {
    let (list, from, code) = list.as_list();
    let word = *program.ast.list_words(list).get(from as usize + index)?;
    Some(match code {
        ElementCode::Node => Value::node(NodeId(word)),
        ElementCode::Kind => Value::kind(spec::ast::Kind::ALL[word as usize]),
        ElementCode::Name => program.names[word as usize],
    })
}

/// The complaint about a construct that has no rule.
pub fn unsupported(program: &Program, judgment: Judgment, node: NodeId) -> Stop {
    let form = program.ast.kind(node);
    let (line, _) = program.source.position(program.ast.span(node).start as usize);
    Stop::Unsupported {
        construct: form.schema().name.to_owned(),
        line: line as u32,
        rule: format!("{} {}", judgment.name(), form.schema().name),
    }
}
