//! Generators. Those that stand at `yield from` another only hand on: they stay off the stack.

use super::Vm;
use crate::instruction::{Instruction, Reg};
use semantics::state::{Data, RuleId, Thrown, Value, Waiting};

/// What a frame does that stands at `yield from`, having been given something.
struct Handing {
    /// The registers that take what it is given, and what it is sent next.
    given: Reg,
    sent: Reg,
    /// Where it stands, and where it will have yielded.
    at: u32,
    yielded: u32,
}

impl Vm<'_> {
    #[inline(always)]
    pub(super) fn is_generator(&self, value: Value) -> bool {
        matches!(self.machine.heap.get(value), Some(Data::Generator(_)))
    }

    /// `yield from` sends something to a generator.
    pub(super) fn send_to_generator(
        &mut self,
        generator: Value,
        sent: Value,
        into: Reg,
    ) -> Result<(), Thrown> {
        let depth = self.machine.thread.frames.len();
        self.machine.resume(generator, sent, into)?;
        if self.machine.thread.frames.len() > depth {
            self.machine.frame_mut().is_delegate = true;
        }
        Ok(())
    }

    /// `yield`: the frame on top is suspended, and so are those below that only hand on what they have been given.
    pub(super) fn suspend(&mut self, value: Value, into: Reg) {
        let frame = self.machine.frame();
        let (generator, is_delegate) = (frame.generator, frame.is_delegate);
        self.machine.suspend(value, into);
        if is_delegate {
            self.hand_on(generator, value);
        }
    }

    /// The generator has yielded something to the `yield from` of the frame on top, which yields it as well.
    #[inline(never)]
    fn hand_on(&mut self, generator: Value, value: Value) {
        let mut inner = generator;
        let mut all = std::mem::take(&mut self.waiting);
        while let Some(handing) = self.handing_on() {
            let frame = self.machine.frame();
            let (generator, is_delegate) = (frame.generator, frame.is_delegate);
            if let Some(top) = self.machine.thread.activations.last_mut() {
                top.at = handing.yielded;
            }
            self.machine.suspend(value, handing.sent);
            all.push((inner, Waiting { generator, at: handing.at, into: handing.given }));
            inner = generator;
            if !is_delegate {
                break;
            }
        }
        // From the outside in, so that each comes to a row that has begun.
        for (inner, waiting) in all.drain(..).rev() {
            self.machine.wait_for(inner, waiting);
        }
        self.waiting = all;
    }

    /// The steps of the frame on top that lead from `yield from` having been given something to `yield`, if it stands there.
    fn handing_on(&mut self) -> Option<Handing> {
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
                Some(Handing { given, sent: into, at: top.at, yielded: yielding as u32 + 1 })
            }
            _ => None,
        }
    }
}
