//! Flattening one rule.

use super::super::language::{
    Arg, Head, Judgment, Operation, Primitive, RuleDef, Step, Transfer, answer_if_any,
};
use super::{
    Constant, LinkedRule, Op, Operand, Operands, Place, Region, RegionKind, RuleTable, Target, field_code,
};
use crate::state::Activation;

/// Flattens one rule.
pub(super) struct Linker<'a> {
    table: &'a mut RuleTable,
    definition: &'static RuleDef,
    start: Place,
    /// By slot of the definition: the field that it names, or its slot in the activation.
    places_of_slots: Vec<Operand>,
    slots: Vec<&'static str>,
    regions: Vec<Region>,
    /// Slots of the activation that are set on every way here.
    set: Vec<bool>,
    around: Vec<Around>,
}

/// What the steps at hand are inside of.
enum Around {
    /// A scope, the slot of its value, and the jumps that leave it.
    Scope {
        label: &'static str,
        into: Target,
        exits: Vec<usize>,
    },
    Catch,
    Finally,
}

impl<'a> Linker<'a> {
    pub fn new(table: &'a mut RuleTable, definition: &'static RuleDef) -> Self {
        let field_count = match &definition.head {
            Head::Rule { fields, .. } => fields.len(),
            _ => 0,
        };
        let mut slots = Vec::new();
        let mut places_of_slots = Vec::new();
        for (index, name) in definition.slots.iter().enumerate() {
            match &definition.head {
                Head::Rule { form, fields, .. } if index < field_count => {
                    places_of_slots.push(Operand::Field(fields[index], field_code(*form, fields[index])));
                }
                _ => {
                    places_of_slots.push(Operand::Slot(slots.len() as u8));
                    slots.push(*name);
                }
            }
        }
        let mut set = vec![false; slots.len()];
        let inputs = definition.parameters - field_count;
        set[..inputs].fill(true);
        let start = table.code.len() as Place;
        Linker {
            table,
            definition,
            start,
            places_of_slots,
            slots,
            regions: Vec::new(),
            set,
            around: Vec::new(),
        }
    }

    pub fn link(mut self) -> LinkedRule {
        self.block(self.definition.body);
        self.emit(Op::Return { value: None });
        LinkedRule {
            definition: self.definition,
            start: self.start,
            regions: self.regions,
            slots: self.slots,
        }
    }

    fn problem(&mut self, what: String) {
        self.table.problems.push(format!("{}: {what}", self.definition.id));
    }

    fn here(&self) -> Place {
        self.table.code.len() as Place
    }

    fn emit(&mut self, op: Op) -> usize {
        self.table.code.push(op);
        self.table.places.push(None);
        self.table.code.len() - 1
    }

    fn temporary(&mut self) -> u8 {
        self.slots.push("%");
        self.set.push(true);
        self.slots.len() as u8 - 1
    }

    /// Reads an argument; a slot must have been set on every way here.
    fn operand(&mut self, arg: Arg) -> Operand {
        let constant = match arg {
            Arg::Slot(slot) => {
                let operand = self.places_of_slots[slot as usize];
                if let Operand::Slot(own) = operand
                    && !self.set[own as usize]
                {
                    self.problem(format!("`{}` may be used before it is set", self.slots[own as usize]));
                }
                return operand;
            }
            Arg::This => return Operand::This,
            Arg::Text(text) => Constant::Text(text),
            Arg::Int(int) => Constant::Int(int),
            Arg::Kind(kind) => Constant::Kind(kind),
            Arg::None => Constant::None,
            Arg::True => Constant::True,
            Arg::False => Constant::False,
            Arg::NotImplemented => Constant::NotImplemented,
            Arg::Nothing => Constant::Nothing,
        };
        self.table.constant(constant)
    }

    fn operands(&mut self, args: &[Arg]) -> Operands {
        let operands: Vec<_> = args.iter().map(|&arg| self.operand(arg)).collect();
        let start = self.table.operands.len() as u16;
        self.table.operands.extend(operands);
        Operands { start, len: args.len() as u8 }
    }

    /// The slot of the activation that a slot of the definition stands for, set from here on.
    fn target(&mut self, slot: u8) -> Target {
        match self.places_of_slots[slot as usize] {
            Operand::Slot(own) => {
                self.set[own as usize] = true;
                own as Target
            }
            _ => {
                let name = self.definition.slots[slot as usize];
                self.problem(format!("`{name}` is part of the syntax and can't be set"));
                Activation::DISCARD
            }
        }
    }

    fn optional_target(&mut self, slot: Option<u8>) -> Target {
        slot.map_or(Activation::DISCARD, |slot| self.target(slot))
    }

    fn block(&mut self, steps: &'static [Step]) {
        let mut rest = steps;
        while let [step, others @ ..] = rest {
            let done = self.fused(rest);
            if done == 0 {
                self.step(step);
                rest = others;
            } else {
                rest = &rest[done..];
            }
        }
    }

    /// Steps that are one transition together: how many of them have been linked.
    fn fused(&mut self, steps: &'static [Step]) -> usize {
        if let Some((primitive, arguments, slot)) = answer_if_any(steps)
            && !self.is_inside(|around| matches!(around, Around::Finally))
        {
            self.check_arity(primitive.name, primitive.arity, arguments.len());
            let inputs = self.operands(arguments);
            let into = self.target(slot);
            self.emit(Op::ConcludeIfAny { run: primitive.run, inputs, into });
            return 3;
        }
        let [first, second, ..] = steps else {
            return if self.drops_its_result(steps) { self.last(&steps[0]) } else { 0 };
        };
        match (first, second) {
            (
                Step::Apply { operation, arguments, slot: Some(result), at },
                Step::If { condition, then, otherwise },
            ) if *condition == Arg::Slot(*result) && self.is_temporary(*result) => {
                let Operation::Primitive(primitive) = operation else { return 0 };
                self.check_arity(primitive.name, primitive.arity, arguments.len());
                let inputs = self.operands(arguments);
                let place = at.map(|at| self.operand(at));
                let branch = self.emit(Op::Test { run: primitive.run, inputs, otherwise: 0 });
                self.table.places[branch] = place;
                self.branches(branch, then, otherwise);
                2
            }
            (
                Step::Apply { slot: Some(result), .. } | Step::Judge { slot: Some(result), .. },
                Step::Return { value: Some(value) },
            ) if *value == Arg::Slot(*result) => {
                let linked = self.last(first);
                if linked > 0 { 2 } else { 0 }
            }
            _ => 0,
        }
    }

    /// Links a step whose result is the rule's: how many steps that are.
    fn last(&mut self, step: &'static Step) -> usize {
        if self.is_inside(|around| matches!(around, Around::Finally)) {
            return 0;
        }
        let is_caught = self.is_inside(|around| matches!(around, Around::Catch));
        match step {
            Step::Apply { operation: Operation::Primitive(primitive), arguments, at, .. } => {
                self.check_arity(primitive.name, primitive.arity, arguments.len());
                let inputs = self.operands(arguments);
                let place = at.map(|at| self.operand(at));
                let op = self.emit(Op::Conclude { run: primitive.run, inputs });
                self.table.places[op] = place;
            }
            // What it leads to is no longer inside of the protected part.
            _ if is_caught => return 0,
            Step::Apply {
                operation: Operation::Transfer(Transfer::Reraise) | Operation::Question(_),
                ..
            } => {
                return 0;
            }
            Step::Apply { operation, arguments, at, .. } => {
                self.apply(operation, arguments, Activation::CONCLUDE, *at);
            }
            Step::Judge { judgment, all: false, node, inputs, .. } if *judgment != Judgment::Exec => {
                self.judge(*judgment, *node, inputs, Activation::CONCLUDE);
            }
            _ => return 0,
        }
        self.set.fill(true);
        1
    }

    /// Whether what these steps, the last ones of a rule, give is of no account.
    fn drops_its_result(&self, steps: &'static [Step]) -> bool {
        use Judgment::*;
        let is_end = steps.as_ptr_range().end == self.definition.body.as_ptr_range().end;
        is_end
            && steps.len() == 1
            && matches!(self.definition.head, Head::Rule { judgment: Exec | Bind | Delete | Augment, .. })
    }

    fn is_inside(&self, of: impl Fn(&Around) -> bool) -> bool {
        self.around.iter().any(of)
    }

    /// Whether a slot of the definition has no name there: then it is used once.
    fn is_temporary(&self, slot: u8) -> bool {
        self.definition.slots[slot as usize].starts_with('%')
    }

    fn step(&mut self, step: &'static Step) {
        match step {
            Step::Judge { judgment: Judgment::Exec, node, .. } => {
                self.judge_each(Judgment::Exec, *node, Activation::DISCARD);
            }
            Step::Judge { judgment, all: true, node, slot, .. } => {
                self.judge_each(*judgment, *node, Activation::PUSH);
                let into = self.optional_target(*slot);
                self.emit(Op::Pack { into });
            }
            Step::Judge { judgment, all: false, node, inputs, slot } => {
                let op = self.judge(*judgment, *node, inputs, Activation::DISCARD);
                let target = self.optional_target(*slot);
                if let Op::Judge { into, .. } = &mut self.table.code[op] {
                    *into = target;
                }
            }
            Step::Apply { operation, arguments, slot, at } => {
                let op = self.apply(operation, arguments, Activation::DISCARD, *at);
                let target = self.optional_target(*slot);
                if let Some(op) = op {
                    self.set_target(op, target);
                }
            }
            Step::Copy { value, slot } => {
                let value = self.operand(*value);
                let into = self.target(*slot);
                self.emit(Op::Copy { value, into });
            }
            Step::Open { form, node, fields } => {
                let node = self.operand(*node);
                for &(index, slot) in fields.iter() {
                    let into = self.target(slot);
                    self.emit(Op::Field { node, index, code: field_code(*form, index), into });
                }
            }
            Step::If { condition, then, otherwise } => {
                let condition = self.operand(*condition);
                let branch = self.emit(Op::Unless { condition, target: 0 });
                self.branches(branch, then, otherwise);
            }
            Step::When { question, arguments, then, otherwise } => {
                let inputs = self.operands(arguments);
                let Operation::Question(question) = question else {
                    return self
                        .problem(format!("`when` needs a question about syntax, not {}", question.name()));
                };
                self.check_arity(question.name, question.arity, arguments.len());
                let branch = self.emit(Op::When { answer: question.answer, inputs, otherwise: 0 });
                self.branches(branch, then, otherwise);
            }
            Step::Each { items, lists, counter, body } => self.each(items, lists, *counter, body),
            Step::Loop { body } => {
                let start = self.here();
                let before = self.set.clone();
                self.block(body);
                self.emit(Op::Jump { target: start });
                self.set = before;
                // Nothing comes after a loop but by leaving it: what is set there is settled by the scope.
                self.set.fill(true);
            }
            Step::Scope { label, slot, body } => self.scope(label, *slot, body),
            Step::Leave { label, value } => self.leave(label, *value),
            Step::Catch { body, slot, handler } => self.catch(body, *slot, handler),
            Step::Finally { body, last, completion, value } => self.finally(body, last, *completion, *value),
            Step::Yield { value, slot } => {
                let value = self.operand(*value);
                let into = self.optional_target(*slot);
                self.emit(Op::Yield { value, into });
            }
            Step::Raise { value } => {
                let value = self.operand(*value);
                self.emit(Op::Raise { value });
                self.set.fill(true);
            }
            Step::Return { value } => {
                let value = value.map(|value| self.operand(value));
                let is_inside = self.is_inside(|around| matches!(around, Around::Finally));
                self.emit(if is_inside { Op::ReturnThrough { value } } else { Op::Return { value } });
                self.set.fill(true);
            }
        }
    }

    /// The two branches of an `if` or `when` whose jump is at `branch`.
    fn branches(&mut self, branch: usize, then: &'static [Step], otherwise: &'static [Step]) {
        let before = self.set.clone();
        self.block(then);
        let after_then = std::mem::replace(&mut self.set, before);
        let skip = (!otherwise.is_empty()).then(|| self.emit(Op::Jump { target: 0 }));
        self.patch(branch);
        self.block(otherwise);
        if let Some(skip) = skip {
            self.patch(skip);
        }
        for (slot, then) in self.set.iter_mut().zip(after_then) {
            *slot &= then;
        }
    }

    /// Lets a jump that was emitted go to here.
    fn patch(&mut self, jump: usize) {
        let here = self.here();
        match &mut self.table.code[jump] {
            Op::Unless { target, .. } | Op::Jump { target } => *target = here,
            Op::When { otherwise, .. } | Op::Test { otherwise, .. } => *otherwise = here,
            Op::Next { done, .. } | Op::JudgeNext { done, .. } => *done = here,
            other => unreachable!("{other:?} is no jump"),
        }
    }

    fn judge(&mut self, judgment: Judgment, node: Arg, inputs: &'static [Arg], into: Target) -> usize {
        let node = self.operand(node);
        let inputs = self.operands(inputs);
        self.emit(Op::Judge { judgment, node, inputs, into })
    }

    /// A judgment on each element of a list of syntax.
    fn judge_each(&mut self, judgment: Judgment, list: Arg, into: Target) {
        let list = self.operand(list);
        let counter = self.start_counting();
        let next = self.emit(Op::JudgeNext { judgment, list, counter, into, done: 0 });
        self.emit(Op::Jump { target: next as Place });
        self.patch(next);
    }

    /// A counter at 0.
    fn start_counting(&mut self) -> u8 {
        let counter = self.temporary();
        let value = self.table.constant(Constant::Int(0));
        self.emit(Op::Copy { value, into: counter as Target });
        counter
    }

    fn each(&mut self, items: &'static [u8], lists: &'static [Arg], counter: u8, body: &'static [Step]) {
        let lists: Vec<_> = lists.iter().map(|&list| self.operand(list)).collect();
        let before = self.set.clone();
        let target = self.target(counter);
        let zero = self.table.constant(Constant::Int(0));
        self.emit(Op::Copy { value: zero, into: target });
        let start = self.here();
        let mut exits = Vec::new();
        for (&item, &list) in items.iter().zip(&lists) {
            let into = self.target(item);
            exits.push(self.emit(Op::Next { counter: target as u8, list, into, done: 0 }));
        }
        self.emit(Op::Count { counter: target as u8 });
        self.block(body);
        self.emit(Op::Jump { target: start });
        for exit in exits {
            self.patch(exit);
        }
        // A list may be empty, but rules rely on lists that the grammar keeps from being so; what the body sets may
        // be used after it if it was set before as well, or if the body always runs.
        for (slot, before) in self.set.iter_mut().zip(before) {
            *slot |= before;
        }
    }

    /// An operation, whose result goes nowhere yet unless `into` says so.
    fn apply(
        &mut self,
        operation: &'static Operation,
        args: &'static [Arg],
        into: Target,
        at: Option<Arg>,
    ) -> Option<usize> {
        let inputs = self.operands(args);
        let place = at.map(|at| self.operand(at));
        let op = match operation {
            Operation::Primitive(Primitive { name, arity, run, .. }) => {
                self.check_arity(name, *arity, args.len());
                Op::Primitive { run: *run, inputs, into }
            }
            Operation::Question(question) => {
                self.check_arity(question.name, question.arity, args.len());
                Op::Ask { answer: question.answer, inputs, into }
            }
            Operation::Rule(definition) => {
                self.check_arity(definition.id, definition.parameters, args.len());
                let Some(rule) = self.table.of_definition(definition) else {
                    self.problem(format!("{} is in no table", definition.id));
                    return None;
                };
                let first = definition.first_answer().map(|primitive| primitive.run);
                let is_clause = matches!(definition.head, Head::Clause { .. });
                Op::Apply { rule, first, inputs, into, is_clause }
            }
            Operation::Transfer(transfer) => {
                let arity = transfer.arity();
                self.check_arity(transfer.name(), arity, args.len());
                if *transfer == Transfer::Reraise {
                    self.set.fill(true);
                }
                Op::Transfer { transfer: *transfer, inputs, into }
            }
        };
        let index = self.emit(op);
        self.table.places[index] = place;
        Some(index)
    }

    fn set_target(&mut self, op: usize, target: Target) {
        match &mut self.table.code[op] {
            Op::Primitive { into, .. }
            | Op::Ask { into, .. }
            | Op::Apply { into, .. }
            | Op::Transfer { into, .. } => *into = target,
            other => unreachable!("{other:?} has no target"),
        }
    }

    fn check_arity(&mut self, name: &str, arity: usize, given: usize) {
        if arity != given {
            self.problem(format!("{name} takes {arity} operands, and is given {given}"));
        }
    }

    fn scope(&mut self, label: &'static str, slot: Option<u8>, body: &'static [Step]) {
        let into = self.optional_target(slot);
        let start = self.here();
        self.around.push(Around::Scope { label, into, exits: Vec::new() });
        self.block(body);
        if let Some(Around::Scope { exits, .. }) = self.around.pop() {
            for exit in exits {
                self.patch(exit);
            }
        }
        let end = self.here();
        let label = self.table.label(label);
        self.regions.push(Region { start, end, kind: RegionKind::Scope { label, into, target: end } });
    }

    /// A scope of the rule itself is left by a jump, unless a `finally` part goes first.
    fn leave(&mut self, label: &'static str, value: Option<Arg>) {
        let number = self.table.label(label);
        let value = value.map(|value| self.operand(value));
        let is_known =
            self.is_inside(|around| matches!(around, Around::Scope { label: own, .. } if *own == label));
        if !is_known && number > 2 {
            self.problem(format!("there is no scope `{label}` around `leave {label}`"));
        }
        let wanted = |around: &&Around| match around {
            Around::Scope { label: own, .. } => *own == label,
            Around::Catch => false,
            Around::Finally => true,
        };
        match self.around.iter().rev().find(wanted) {
            Some(&Around::Scope { into, .. }) => {
                if into != Activation::DISCARD {
                    let none = self.table.constant(Constant::None);
                    self.emit(Op::Copy { value: value.unwrap_or(none), into });
                }
                let exit = self.emit(Op::Jump { target: 0 });
                let scopes = self.around.iter_mut().rev();
                if let Some(Around::Scope { exits, .. }) = scopes
                    .into_iter()
                    .find(|around| matches!(around, Around::Scope { label: own, .. } if *own == label))
                {
                    exits.push(exit);
                }
            }
            _ => {
                self.emit(Op::Leave { label: number, value });
            }
        }
        self.set.fill(true);
    }

    fn catch(&mut self, body: &'static [Step], slot: u8, handler: &'static [Step]) {
        let before = self.set.clone();
        let start = self.here();
        self.around.push(Around::Catch);
        self.block(body);
        self.around.pop();
        let end = self.here();
        let skip = self.emit(Op::Jump { target: 0 });
        let after_body = std::mem::replace(&mut self.set, before);
        let into = self.target(slot);
        let target = self.here();
        self.regions.push(Region { start, end, kind: RegionKind::Catch { into, target } });
        self.block(handler);
        self.patch(skip);
        for (slot, body) in self.set.iter_mut().zip(after_body) {
            *slot &= body;
        }
    }

    fn finally(&mut self, body: &'static [Step], last: &'static [Step], completion: u8, value: u8) {
        let before = self.set.clone();
        let (completion, value) = (self.target(completion) as u8, self.target(value) as u8);
        let start = self.here();
        self.around.push(Around::Finally);
        self.block(body);
        self.around.pop();
        let end = self.here();
        let nothing = self.table.constant(Constant::Nothing);
        self.emit(Op::Copy { value: nothing, into: completion as Target });
        let target = self.here();
        self.regions.push(Region { start, end, kind: RegionKind::Finally { completion, value, target } });
        let after_body = std::mem::replace(&mut self.set, before);
        self.block(last);
        self.emit(Op::Resume { completion, value });
        for (slot, body) in self.set.iter_mut().zip(after_body) {
            *slot |= body;
        }
    }
}
