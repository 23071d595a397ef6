//! Expanding rules: the steps of a body, with the slots that the syntax decides already known.

use super::branch::is_named;
use super::outline::{Outline, outline};
use super::walks::is_only_walked;
use super::{Around, Compiler, Failure, Place};
use crate::instruction::{Instruction, Reg};
use crate::seeded::rewritten;
use semantics::machine::{element, field_value, unsupported};
use semantics::rules::language::{Arg, Head, Judgment, Operation, RuleDef, Step, Transfer};
use semantics::rules::link::field_code;
use semantics::state::{RuleId, Value};
use smallvec::{SmallVec, smallvec};
use spec::ast::NodeId;

/// The slots of a rule that is being expanded.
pub(super) struct Slots {
    /// Where each slot's value is; `None` before it is set.
    places: SlotPlaces,
    /// Slots that are set more than once when the program runs keep one register.
    fixed: SmallVec<[Option<Reg>; USUAL_SLOTS]>,
    definition: &'static RuleDef,
}

/// Most rules have no more slots than this.
const USUAL_SLOTS: usize = 12;

pub(super) type SlotPlaces = SmallVec<[Option<Place>; USUAL_SLOTS]>;

/// The operands of a step.
type Places = SmallVec<[Place; 6]>;

/// The longest general case that ends with a result.
const MOST_GENERAL: usize = 6;

pub(super) type Expansion<T> = Result<T, Failure>;

impl Compiler<'_> {
    /// Expands the rule that makes a judgment on a node. The value is left where it is cheapest; `into` is free for it.
    pub(super) fn judge(
        &mut self,
        judgment: Judgment,
        node: NodeId,
        inputs: &[Place],
        into: Reg,
    ) -> Expansion<Place> {
        if node.0 == 0 {
            return Ok(Place::Known(Value::NOTHING));
        }
        if self.is_too_large {
            return Err(Failure::TooLarge);
        }
        let program = self.machine.program.clone();
        let form = program.ast.kind(node);
        let Some(rule) = self.machine.rules.rule_for(judgment, form) else {
            return Err(Failure::Stopped(unsupported(&program, judgment, node)));
        };
        let definition = self.definition(rule);
        let mut places = SlotPlaces::new();
        if let Head::Rule { form, fields, .. } = &definition.head {
            for &field in fields.iter() {
                let value = field_value(&program, node, field, field_code(*form, field));
                places.push(Some(Place::Known(value)));
            }
        }
        places.extend(inputs.iter().map(|place| Some(*place)));
        let outer = (self.node, self.rule);
        (self.node, self.rule) = (node, rule);
        let result = self.body(definition, places, into);
        (self.node, self.rule) = outer;
        result
    }

    /// Expands a clause about the same node, or a protocol in its place.
    pub(super) fn clause(
        &mut self,
        definition: &'static RuleDef,
        inputs: &[Place],
        into: Reg,
    ) -> Expansion<Place> {
        let outer = self.rule;
        self.rule = self.machine.rules.of_definition(definition).unwrap_or(outer);
        let definition = rewritten(definition).unwrap_or(definition);
        let result = self.body(definition, inputs.iter().map(|place| Some(*place)).collect(), into);
        self.rule = outer;
        result
    }

    /// The rule with this number.
    pub(super) fn definition(&self, rule: RuleId) -> &'static RuleDef {
        let definition = self.machine.rules.get(rule).definition;
        rewritten(definition).unwrap_or(definition)
    }

    pub(super) fn body(
        &mut self,
        definition: &'static RuleDef,
        places: SlotPlaces,
        into: Reg,
    ) -> Expansion<Place> {
        let free = self.next;
        let outline = outline(definition);
        let mut slots = Slots::new(definition, places);
        self.fix_slots(definition, &outline, &mut slots);
        let is_test = matches!(self.around.last(), Some(Around::Test(_)));
        if let Some((Step::Return { value }, before)) = definition.body.split_last()
            && !outline.may_return_early
            && !is_test
        {
            self.block(before, &mut slots)?;
            let place = self.optional(value.as_ref(), &slots);
            let place = self.keep(place, into, free);
            self.next = free;
            return Ok(place);
        }
        let bound = self.bound.clone();
        let uses_result = outline.returns_value;
        self.around.push(Around::Rule {
            result: uses_result.then_some(into),
            exits: Vec::new(),
            direct: None,
        });
        let dynamic = std::mem::take(&mut self.dynamic);
        let ends = self.block(definition.body, &mut slots)?;
        self.dynamic = dynamic;
        if matches!(self.around.last(), Some(Around::Rule { exits, .. }) if !exits.is_empty()) || is_test {
            // What is bound on one way through the rule need not be on another.
            self.bound = bound;
        }
        if is_test {
            // Every way through the rule of a test has concluded it: nothing falls through to here.
            self.around.pop();
            self.next = free;
            return Ok(Place::Known(Value::TRUE));
        }
        let end_is_reached = !ends && !definition.body.last().is_some_and(never_ends);
        if uses_result && end_is_reached {
            self.put(Place::Known(Value::NONE), into);
        }
        if let Some(Around::Rule { exits, direct, .. }) = self.around.pop() {
            if let Some(place) = direct {
                let place = self.keep(place, into, free);
                self.next = free;
                return Ok(place);
            }
            self.land(exits);
        }
        self.next = free;
        Ok(if uses_result { Place::Register(into) } else { Place::Known(Value::NONE) })
    }

    /// A value that is about to lose its temporary register moves to `into`.
    fn keep(&mut self, place: Place, into: Reg, free: Reg) -> Place {
        match place {
            Place::Register(register) if register >= free && register != into => {
                if !self.retarget(register, into) {
                    self.put(place, into);
                }
                Place::Register(into)
            }
            Place::Pack(..) => {
                self.put(place, into);
                Place::Register(into)
            }
            _ => place,
        }
    }

    /// Expands steps in order. Gives whether their end can't be reached: what comes then is not expanded.
    /// Lets the last instruction put its result, whose register is about to be free, into another one. Not if a jump
    /// leads past it, for then the value may come from elsewhere.
    fn retarget(&mut self, from: Reg, into: Reg) -> bool {
        if self.last_target == self.here() {
            return false;
        }
        let end = self.here();
        self.set_result(end, from, into)
    }

    /// Changes the result of the instruction before `end`, and of a fast path that stands for it.
    fn set_result(&mut self, end: usize, from: Reg, into: Reg) -> bool {
        match self.instructions[..end].last_mut().and_then(Instruction::result_mut) {
            Some(result) if *result == from => *result = into,
            _ => return false,
        }
        // A fast path lies before its general case, which ends here.
        for length in 1..=MOST_GENERAL.min(end - 1) {
            let fast = &mut self.instructions[end - 1 - length];
            if fast.skips() == length
                && let Some(result) = fast.result_mut()
                && *result == from
            {
                *result = into;
            }
        }
        true
    }

    /// A statement that ends with moving a temporary into a variable computes into the variable instead.
    fn compute_in_place(&mut self, free: Reg) {
        let end = self.here();
        let Some(&Instruction::Move { into, from }) = self.instructions.last() else { return };
        if from < free || end < 2 || self.last_target >= end - 1 {
            return;
        }
        if self.set_result(end - 1, from, into) {
            self.instructions.pop();
            self.positions.pop();
            self.rules.pop();
        }
    }

    pub(super) fn block(&mut self, steps: &'static [Step], slots: &mut Slots) -> Expansion<bool> {
        let mut rest = steps;
        while let Some((step, after)) = rest.split_first() {
            rest = match self.fused(step, after, slots)? {
                Some(used) => &after[used..],
                None => {
                    if self.step(step, slots)? {
                        return Ok(true);
                    }
                    after
                }
            };
        }
        Ok(false)
    }

    /// Expands one step. Gives whether nothing after it is reached.
    fn step(&mut self, step: &'static Step, slots: &mut Slots) -> Expansion<bool> {
        match step {
            Step::When { question, arguments, then, otherwise } => {
                let places: Places = arguments.iter().map(|&arg| self.place(arg, slots)).collect();
                let answer = self.ask(question, &places);
                self.block(if answer.is_true() { then } else { otherwise }, slots)
            }
            Step::Each { items, lists, body, .. } => self.each_step(items, lists, body, slots),
            _ => {
                self.plain_step(step, slots)?;
                Ok(matches!(step, Step::Return { .. } | Step::Raise { .. } | Step::Leave { .. })
                    || is_reraise(step))
            }
        }
    }

    fn plain_step(&mut self, step: &'static Step, slots: &mut Slots) -> Expansion<()> {
        match step {
            Step::When { .. } | Step::Each { .. } => unreachable!("the caller expands these"),
            Step::Judge { judgment, all, node, inputs, slot } => {
                let inputs: Places = inputs.iter().map(|&arg| self.place(arg, slots)).collect();
                let subject = self.place(*node, slots);
                self.judge_step(*judgment, *all, subject, &inputs, *slot, slots)
            }
            Step::Apply { operation, arguments, slot, at } => {
                let places: Places = arguments.iter().map(|&arg| self.place(arg, slots)).collect();
                let outer = self.node;
                if let Some(at) = at
                    && let Place::Known(node) = self.place(*at, slots)
                {
                    self.node = node.as_node();
                }
                let result = self.apply_step(operation, &places, *slot, slots);
                self.node = outer;
                result
            }
            Step::Copy { value, slot } => {
                let place = self.place(*value, slots);
                self.set(*slot, place, slots);
                Ok(())
            }
            Step::Open { form, node, fields } => {
                let Place::Known(node) = self.place(*node, slots) else { unreachable!("syntax is known") };
                for &(index, slot) in fields.iter() {
                    let value =
                        field_value(&self.machine.program, node.as_node(), index, field_code(*form, index));
                    slots.places[slot as usize] = Some(Place::Known(value));
                }
                Ok(())
            }
            Step::If { condition, then, otherwise } => {
                let condition = self.place(*condition, slots);
                self.if_step(condition, then, otherwise, slots)
            }
            Step::Loop { body } => {
                let bound = self.bound.clone();
                let start = self.target();
                self.dynamic += 1;
                self.block(body, slots)?;
                self.dynamic -= 1;
                let offset = start as i32 - self.here() as i32 - 1;
                self.emit(Instruction::Loop { offset });
                self.bound = bound;
                Ok(())
            }
            Step::Scope { label, slot, body } => self.scope_step(label, *slot, body, slots),
            Step::Leave { label, value } => {
                let value = value.map(|value| self.place(value, slots));
                self.leave(label, value);
                Ok(())
            }
            Step::Catch { body, slot, handler } => self.catch_step(body, *slot, handler, slots),
            Step::Finally { body, last, .. } => self.finally_step(body, last, slots),
            Step::Yield { value, slot } => {
                let value = self.place(*value, slots);
                let value = self.register(value);
                let into = match slot {
                    Some(slot) => self.slot_register(*slot, slots),
                    None => self.temporary(),
                };
                self.emit(Instruction::Yield { value, into });
                self.target();
                Ok(())
            }
            Step::Raise { value } => {
                let value = self.place(*value, slots);
                let exception = self.register(value);
                self.emit(Instruction::Raise { exception });
                Ok(())
            }
            Step::Return { value } => {
                let place = self.optional(value.as_ref(), slots);
                self.return_from_rule(place);
                Ok(())
            }
        }
    }

    fn optional(&mut self, value: Option<&Arg>, slots: &Slots) -> Place {
        value.map_or(Place::Known(Value::NONE), |&value| self.place(value, slots))
    }

    /// Where an argument's value is.
    pub(super) fn place(&mut self, arg: Arg, slots: &Slots) -> Place {
        let value = match arg {
            Arg::Slot(slot) => {
                let Some(place) = slots.places[slot as usize] else {
                    unreachable!("linking checks that slots are set")
                };
                return place;
            }
            Arg::Text(text) => self.machine.heap.intern(text),
            Arg::Int(int) => Value::small(int as i64),
            Arg::Kind(kind) => Value::kind(kind),
            Arg::None => Value::NONE,
            Arg::True => Value::TRUE,
            Arg::False => Value::FALSE,
            Arg::NotImplemented => Value::NOT_IMPLEMENTED,
            Arg::Nothing => Value::NOTHING,
            Arg::This => Value::node(self.node),
        };
        Place::Known(value)
    }

    /// Sets a slot.
    pub(super) fn set(&mut self, slot: u8, place: Place, slots: &mut Slots) {
        match slots.fixed[slot as usize] {
            Some(register) => {
                self.put(place, register);
                slots.places[slot as usize] = Some(Place::Register(register));
            }
            None => slots.places[slot as usize] = Some(place),
        }
    }

    /// The register into which a slot's value is to be computed.
    pub(super) fn slot_register(&mut self, slot: u8, slots: &mut Slots) -> Reg {
        let register = slots.fixed[slot as usize].unwrap_or_else(|| self.temporary());
        slots.places[slot as usize] = Some(Place::Register(register));
        register
    }

    fn fix_slots(&mut self, definition: &'static RuleDef, outline: &Outline, slots: &mut Slots) {
        for (slot, count) in outline.settings.iter().enumerate() {
            let before = (slot < definition.parameters) as u32;
            if count.dynamic > 0 && count.all + before > 1 {
                let register = self.temporary();
                slots.fixed[slot] = Some(register);
                if let Some(place) = slots.places[slot] {
                    self.put(place, register);
                    slots.places[slot] = Some(Place::Register(register));
                }
            }
        }
    }

    fn judge_step(
        &mut self,
        judgment: Judgment,
        all: bool,
        subject: Place,
        inputs: &[Place],
        slot: Option<u8>,
        slots: &mut Slots,
    ) -> Expansion<()> {
        let Place::Known(subject) = subject else { unreachable!("judgments are on syntax, which is known") };
        if judgment == Judgment::Exec {
            return self.exec_list(subject);
        }
        if all {
            let Some(slot) = slot else { unreachable!("linking checks that eval* has a name") };
            let pack = self.pack(judgment, subject, inputs)?;
            self.set(slot, pack, slots);
            return Ok(());
        }
        let Some(slot) = slot else {
            let free = self.next;
            let into = self.temporary();
            self.judge(judgment, subject.as_node(), inputs, into)?;
            self.next = free;
            return Ok(());
        };
        let into = slots.fixed[slot as usize].unwrap_or_else(|| self.temporary());
        let place = self.judge(judgment, subject.as_node(), inputs, into)?;
        self.set(slot, place, slots);
        Ok(())
    }

    /// The statements of a list, one after another.
    fn exec_list(&mut self, list: Value) -> Expansion<()> {
        let program = self.machine.program.clone();
        let mut index = 0;
        while let Some(statement) = element(&program, list, index) {
            let free = self.next;
            let into = self.temporary();
            self.judge(Judgment::Exec, statement.as_node(), &[], into)?;
            self.compute_in_place(free);
            self.next = free;
            index += 1;
        }
        Ok(())
    }

    /// The values of a list of expressions, in consecutive registers with one more before them.
    fn pack(&mut self, judgment: Judgment, list: Value, inputs: &[Place]) -> Expansion<Place> {
        let program = self.machine.program.clone();
        let mut nodes = SmallVec::<[NodeId; 8]>::new();
        while let Some(node) = element(&program, list, nodes.len()) {
            nodes.push(node.as_node());
        }
        let first = self.temporaries(nodes.len() + 1) + 1;
        if self.is_too_large {
            return Err(Failure::TooLarge);
        }
        for (node, into) in nodes.iter().zip(first..) {
            let place = self.judge(judgment, *node, inputs, into)?;
            self.put(place, into);
        }
        Ok(Place::Pack(first, nodes.len() as u16))
    }

    fn apply_step(
        &mut self,
        operation: &'static Operation,
        places: &[Place],
        slot: Option<u8>,
        slots: &mut Slots,
    ) -> Expansion<()> {
        match operation {
            Operation::Question(_) => {
                let answer = self.ask(operation, places);
                if let Some(slot) = slot {
                    slots.places[slot as usize] = Some(Place::Known(answer));
                }
                Ok(())
            }
            Operation::Rule(definition) if matches!(definition.head, Head::Clause { .. }) => {
                let into = match slot {
                    Some(slot) => slots.fixed[slot as usize].unwrap_or_else(|| self.temporary()),
                    None => self.temporary(),
                };
                let place = self.clause(definition, places, into)?;
                if let Some(slot) = slot {
                    self.set(slot, place, slots);
                }
                Ok(())
            }
            Operation::Transfer(Transfer::Reraise) => {
                let exception = self.register(places[0]);
                self.emit(Instruction::Reraise { exception });
                Ok(())
            }
            _ => {
                if let Some(slot) = slot
                    && is_named(operation, "iteration.iter")
                    && is_only_walked(slots.definition, slot)
                {
                    slots.places[slot as usize] = Some(self.walk(places[0]));
                    return Ok(());
                }
                let wanted = slot.map(|slot| slots.fixed[slot as usize]);
                let place = self.select(operation, places, wanted.flatten())?;
                if let Some(slot) = slot {
                    self.set(slot, place, slots);
                }
                Ok(())
            }
        }
    }

    /// The answer to a question about syntax.
    fn ask(&self, question: &Operation, places: &[Place]) -> Value {
        let Operation::Question(question) = question else {
            unreachable!("linking checks that it is a question")
        };
        let values: SmallVec<[Value; 6]> = places
            .iter()
            .map(|place| match place {
                Place::Known(value) => *value,
                other => unreachable!("{} is asked about a value: {other:?}", question.name),
            })
            .collect();
        (question.answer)(&self.machine.program, &values)
    }

    fn each_step(
        &mut self,
        items: &[u8],
        lists: &[Arg],
        body: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<bool> {
        let program = self.machine.program.clone();
        let lists: SmallVec<[Value; 4]> = lists
            .iter()
            .map(|&list| match self.place(list, slots) {
                Place::Known(list) => list,
                other => unreachable!("each goes over syntax, not {other:?}"),
            })
            .collect();
        for index in 0.. {
            for (&item, &list) in items.iter().zip(&lists) {
                match element(&program, list, index) {
                    Some(element) => slots.places[item as usize] = Some(Place::Known(element)),
                    None => return Ok(false),
                }
            }
            if self.block(body, slots)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The instructions of a rule that has no number cost nothing extra; this names the rule of what comes.
    pub(super) fn rule_of(&self, definition: &'static RuleDef) -> RuleId {
        self.machine.rules.of_definition(definition).unwrap_or(self.rule)
    }
}

impl Slots {
    fn new(definition: &'static RuleDef, mut places: SlotPlaces) -> Slots {
        places.resize(definition.slots.len(), None);
        Slots { places, fixed: smallvec![None; definition.slots.len()], definition }
    }
}

/// Whether a protocol's steps are about values alone, so that it can be compiled once for all.
pub(super) fn is_about_values(definition: &RuleDef) -> bool {
    matches!(definition.head, Head::Protocol { .. }) && definition.body.iter().all(is_value_step)
}

fn is_value_step(step: &Step) -> bool {
    let all = |steps: &[Step]| steps.iter().all(is_value_step);
    match step {
        Step::Judge { .. }
        | Step::Open { .. }
        | Step::When { .. }
        | Step::Each { .. }
        | Step::Yield { .. } => false,
        Step::Apply { operation, .. } => match operation {
            Operation::Question(_) => false,
            Operation::Rule(definition) => matches!(definition.head, Head::Protocol { .. }),
            _ => true,
        },
        Step::If { then, otherwise, .. } => all(then) && all(otherwise),
        Step::Loop { body } | Step::Scope { body, .. } => all(body),
        Step::Catch { body, handler, .. } => all(body) && all(handler),
        Step::Finally { body, last, .. } => all(body) && all(last),
        Step::Copy { .. } | Step::Leave { .. } | Step::Raise { .. } | Step::Return { .. } => true,
    }
}

fn is_reraise(step: &Step) -> bool {
    matches!(step, Step::Apply { operation: Operation::Transfer(Transfer::Reraise), .. })
}

/// Whether what comes after a step is never reached.
fn never_ends(step: &Step) -> bool {
    match step {
        Step::Return { .. } | Step::Raise { .. } | Step::Leave { .. } | Step::Loop { .. } => true,
        Step::If { then, otherwise, .. } => {
            then.last().is_some_and(never_ends) && otherwise.last().is_some_and(never_ends)
        }
        _ => false,
    }
}
