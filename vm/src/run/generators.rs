//! Generators. One that stands at `yield from` another hands on at once: down what it is sent, and up what it is given.

use super::Vm;
use crate::instruction::{Instruction, Reg};
use semantics::state::{Data, RuleId, Thrown, Value};

impl Vm<'_> {
    #[inline(always)]
    pub(super) fn is_generator(&self, value: Value) -> bool {
        matches!(self.machine.heap.get(value), Some(Data::Generator(_)))
    }

    /// A generator goes on: its `yield` has the value `sent`. Where it only hands that on to another generator, that one goes
    /// on as well.
    pub(super) fn resume(&mut self, generator: Value, sent: Value, into: Reg) -> Result<(), Thrown> {
        let (mut generator, mut sent, mut into) = (generator, sent, into);
        loop {
            self.machine.resume(generator, sent, into)?;
            if self.machine.frame().generator != generator {
                return Ok(());
            }
            match self.delegation() {
                Some(inner) => (generator, sent, into) = inner,
                None => return Ok(()),
            }
        }
    }

    /// Takes the step of the frame on top, if that is to send something to a generator: to which one, what, and where the
    /// answer goes.
    fn delegation(&mut self) -> Option<(Value, Value, Reg)> {
        let top = *self.machine.thread.activations.last()?;
        if top.rule != RuleId::COMPILED {
            return None;
        }
        let Instruction::Send { into, iterator, value } =
            *self.code_of(&top)?.instructions.get(top.at as usize)?
        else {
            return None;
        };
        let register = |register: Reg| self.machine.thread.slots[top.base as usize + register as usize];
        let (inner, sent) = (register(iterator), register(value));
        if !self.is_generator(inner) {
            return None;
        }
        self.machine.thread.activations.last_mut()?.at += 1;
        Some((inner, sent, into))
    }

    /// `yield`: the frame on top is suspended, and so are those below that only hand on what they have been given.
    pub(super) fn suspend(&mut self, value: Value, into: Reg) {
        let mut into = Some(into);
        while let Some(taker) = into {
            self.machine.suspend(value, taker);
            into = self.handing_on();
        }
    }

    /// Takes the steps of the frame on top that lead from `yield from` having been given something to `yield`, if it stands
    /// there: where what `yield` is sent goes.
    fn handing_on(&mut self) -> Option<Reg> {
        let top = *self.machine.thread.activations.last()?;
        if top.rule != RuleId::COMPILED {
            return None;
        }
        let code = self.code_of(&top)?;
        let leads_to = |at: usize, offset: i32| (at as i64 + 1 + offset as i64) as usize;
        let at = top.at as usize;
        let Instruction::Send { into: given, .. } = *code.instructions.get(at.checked_sub(1)?)? else {
            return None;
        };
        let asked = match *code.instructions.get(at)? {
            Instruction::Loop { offset } => leads_to(at, offset),
            _ => at,
        };
        let yielding = match *code.instructions.get(asked)? {
            Instruction::IfSomething { value, offset } if value == given => leads_to(asked, offset),
            _ => return None,
        };
        match *code.instructions.get(yielding)? {
            Instruction::Yield { value, into } if value == given => {
                self.machine.thread.activations.last_mut()?.at = yielding as u32 + 1;
                Some(into)
            }
            _ => None,
        }
    }
}
