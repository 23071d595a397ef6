//! Ways out: scopes, protected parts, and what waits at the end of a `finally`.

use super::expand::{Expansion, Slots};
use super::{Around, Compiler, Place};
use crate::instruction::{Instruction, Protected, Reg};
use crate::seeded::{forgets_finally, label_instead};
use semantics::rules::language::Step;
use semantics::state::Value;

/// A completion that goes on after a `finally` part.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pending {
    Leave(&'static str, Option<Reg>),
    /// Out of the rule that is `depth` rules outward.
    Return(usize, Option<Reg>),
}

/// Written into a completion register: nothing is on its way, an exception is, or a pending completion by number.
const NORMAL: i64 = 0;
const RAISES: i64 = 1;
const FIRST_PENDING: i64 = 2;

/// A `finally` part of more instructions is there only once.
const MOST_COPIED: usize = 24;

impl Compiler<'_> {
    /// Here is where a jump may lead.
    pub(super) fn target(&mut self) -> usize {
        self.last_target = self.here();
        self.last_target
    }

    /// Lets jumps that were emitted lead to here.
    pub(super) fn land(&mut self, jumps: Vec<usize>) {
        for jump in jumps {
            self.land_one(jump);
        }
    }

    pub(super) fn land_one(&mut self, jump: usize) {
        let here = self.target();
        self.land_at(here, jump);
    }

    fn land_at(&mut self, target: usize, jump: usize) {
        let distance = target as i32 - jump as i32 - 1;
        if !self.instructions[jump].set_offset(distance) {
            // Too far for the fast path: the general case, which comes next, does it.
            self.instructions[jump] = Instruction::Jump { offset: 0 };
        }
    }

    fn jump(&mut self) -> usize {
        self.emit(Instruction::Jump { offset: 0 })
    }

    pub(super) fn scope_step(
        &mut self,
        label: &'static str,
        slot: Option<u8>,
        body: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<()> {
        let slot = slot.map(|slot| self.slot_register(slot, slots));
        let bound = self.bound.clone();
        self.around.push(Around::Scope { label, slot, exits: Vec::new() });
        self.dynamic += 1;
        self.block(body, slots)?;
        self.dynamic -= 1;
        let Some(Around::Scope { exits, .. }) = self.around.pop() else { unreachable!("scopes are nested") };
        if !exits.is_empty() {
            self.bound = bound;
        }
        self.land(exits);
        Ok(())
    }

    /// Goes to the end of the innermost scope with this label, through the `finally` parts on the way.
    pub(super) fn leave(&mut self, label: &'static str, value: Option<Place>) {
        let label = label_instead(label);
        for index in (0..self.around.len()).rev() {
            match &self.around[index] {
                Around::Scope { label: found, slot, .. } if *found == label => {
                    if let (Some(slot), Some(value)) = (*slot, value) {
                        self.put(value, slot);
                    }
                    let exit = self.jump();
                    if let Around::Scope { exits, .. } = &mut self.around[index] {
                        exits.push(exit);
                    }
                    return;
                }
                Around::Finally { .. } if forgets_finally(label) => {}
                Around::Finally { value: kept, .. } => {
                    let kept = *kept;
                    let register = value.map(|place| {
                        self.put(place, kept);
                        kept
                    });
                    return self.enter_finally(index, Pending::Leave(label, register));
                }
                _ => {}
            }
        }
        unreachable!("the grammar and linking see to it that there is a scope `{label}`")
    }

    /// Concludes the rule that is being expanded.
    pub(super) fn return_from_rule(&mut self, place: Place) {
        if self.in_test() {
            return self.conclude_test(place);
        }
        if self.dynamic == 0
            && let Some(Around::Rule { exits, direct, .. }) = self.around.last_mut()
            && exits.is_empty()
        {
            *direct = Some(place);
            return;
        }
        self.return_from(0, Some(place));
    }

    /// Concludes the rule `depth` rules outward.
    fn return_from(&mut self, depth: usize, place: Option<Place>) {
        let mut left = depth;
        for index in (0..self.around.len()).rev() {
            match &self.around[index] {
                Around::Rule { result, .. } if left == 0 => {
                    if let (Some(result), Some(place)) = (*result, place) {
                        self.put(place, result);
                    }
                    let exit = self.jump();
                    if let Around::Rule { exits, .. } = &mut self.around[index] {
                        exits.push(exit);
                    }
                    return;
                }
                Around::Rule { .. } => left -= 1,
                Around::Finally { value: kept, .. } => {
                    let kept = *kept;
                    let register = place.map(|place| {
                        self.put(place, kept);
                        kept
                    });
                    return self.enter_finally(index, Pending::Return(left, register));
                }
                Around::Scope { .. } | Around::Test(_) => {}
            }
        }
        unreachable!("a rule is being expanded")
    }

    /// Notes what goes on after a `finally` part, and goes there.
    fn enter_finally(&mut self, index: usize, pending: Pending) {
        let Around::Finally { completion, pending: known, .. } = &mut self.around[index] else {
            unreachable!("the caller found it")
        };
        known.push(pending);
        let (completion, code) = (*completion, FIRST_PENDING + known.len() as i64 - 1);
        self.put(Place::Known(Value::small(code)), completion);
        let entry = self.jump();
        if let Around::Finally { entries, .. } = &mut self.around[index] {
            entries.push(entry);
        }
    }

    pub(super) fn catch_step(
        &mut self,
        body: &'static [Step],
        slot: u8,
        handler: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<()> {
        let into = self.slot_register(slot, slots);
        let bound = self.bound.clone();
        let start = self.target() as u32;
        self.dynamic += 1;
        self.block(body, slots)?;
        self.dynamic -= 1;
        let end = self.here() as u32;
        let skip = self.jump();
        let handler_start = self.target() as u32;
        self.protected.push(Protected { start, end, handler: handler_start, into });
        self.bound = bound;
        self.dynamic += 1;
        self.block(handler, slots)?;
        self.dynamic -= 1;
        self.land_one(skip);
        Ok(())
    }

    pub(super) fn finally_step(
        &mut self,
        body: &'static [Step],
        last: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<()> {
        let (completion, value) = (self.temporary(), self.temporary());
        let bound = self.bound.clone();
        let start = self.target() as u32;
        self.around.push(Around::Finally { completion, value, entries: Vec::new(), pending: Vec::new() });
        self.dynamic += 1;
        self.block(body, slots)?;
        self.dynamic -= 1;
        let Some(Around::Finally { entries, pending, .. }) = self.around.pop() else {
            unreachable!("protected parts are nested")
        };
        let end = self.here() as u32;
        self.put(Place::Known(Value::small(NORMAL)), completion);
        let skip = self.jump();
        let handler = self.target() as u32;
        self.protected.push(Protected { start, end, handler, into: value });
        self.put(Place::Known(Value::small(RAISES)), completion);
        let first = self.target();
        self.copy_of_last(last, &bound, slots)?;
        if self.here() - first <= MOST_COPIED {
            let swallowed = self.reraise(value);
            for (entry, pending) in entries.into_iter().zip(pending) {
                self.land_one(entry);
                self.copy_of_last(last, &bound, slots)?;
                self.go_on(pending);
            }
            self.land_one(skip);
            self.copy_of_last(last, &bound, slots)?;
            self.land(swallowed.into_iter().collect());
        } else {
            for jump in entries.into_iter().chain([skip]) {
                self.land_at(first, jump);
            }
            self.resume(completion, value, pending);
        }
        Ok(())
    }

    /// The steps of a `finally` part, which is come to from anywhere in the part before it. Each way out has its own copy if
    /// they are few.
    fn copy_of_last(&mut self, last: &'static [Step], bound: &[bool], slots: &mut Slots) -> Expansion<()> {
        self.bound.clear();
        self.bound.extend_from_slice(bound);
        self.dynamic += 1;
        self.block(last, slots)?;
        self.dynamic -= 1;
        Ok(())
    }

    /// An exception goes on its way. A seeded bug jumps instead.
    fn reraise(&mut self, exception: Reg) -> Option<usize> {
        if mutant!(FinallySwallows) {
            return Some(self.jump());
        }
        self.emit(Instruction::Reraise { exception });
        None
    }

    /// What was on its way before the `finally` part goes on.
    fn resume(&mut self, completion: Reg, value: Reg, pending: Vec<Pending>) {
        let raises = self.unless_code(completion, RAISES);
        let swallowed = self.reraise(value);
        self.land_one(raises);
        for (pending, code) in pending.into_iter().zip(FIRST_PENDING..) {
            let other = self.unless_code(completion, code);
            self.go_on(pending);
            self.land_one(other);
        }
        self.land(swallowed.into_iter().collect());
    }

    fn go_on(&mut self, pending: Pending) {
        match pending {
            Pending::Leave(label, kept) => self.leave(label, kept.map(Place::Register)),
            Pending::Return(depth, kept) => self.return_from(depth, kept.map(Place::Register)),
        }
    }

    /// A jump that is taken unless the completion is this one.
    fn unless_code(&mut self, completion: Reg, code: i64) -> usize {
        let free = self.next;
        let condition = self.temporary();
        let wanted = self.temporary();
        self.put(Place::Known(Value::small(code)), wanted);
        self.emit(Instruction::Same { into: condition, a: completion, b: wanted });
        let jump = self.emit(Instruction::Unless { condition, offset: 0 });
        self.next = free;
        jump
    }
}
