//! Generators. Those that stand at `yield from` another only hand on: they stay off the stack.

use super::Vm;
use crate::code::Compiled;
use crate::instruction::{Instruction, Reg};
use crate::seeded::rewritten;
use semantics::rules::link::RULES;
use semantics::state::{Activation, Data, GeneratorState, Machine, RuleId, Thrown, Value, Waiting};

/// What a frame does that stands at `yield from`, having been given something.
struct Handing {
    /// The registers that take what it is given, and what it is sent next.
    given: Reg,
    sent: Reg,
    /// Where it stands, and where it will have yielded.
    at: u32,
    yielded: u32,
}

impl<'a> Vm<'a> {
    /// As [`Machine::resume`], for a generator that stands at a `yield` of compiled code: gives the code, with where its
    /// registers begin and where it goes on. `None` if it is anything else; then nothing has been done.
    #[inline(always)]
    pub(super) fn resume_quickly(
        &mut self,
        generator: Value,
        sent: Value,
        into: Reg,
    ) -> Option<(&'a Compiled, usize, usize)> {
        let handled = self.machine.handled();
        let Machine { heap, thread, limits, .. } = &mut *self.machine;
        let Some(Data::Generator(data)) = heap.get_mut(generator) else { return None };
        if !data.is_ready() {
            return None;
        }
        let (innermost, waiting) = (data.innermost, data.waiting.len());
        if thread.depth() + waiting >= limits.recursion {
            return None;
        }
        let data = match innermost.present() {
            None => data,
            Some(innermost) => match heap.get_mut(innermost) {
                Some(Data::Generator(data)) => data,
                _ => return None,
            },
        };
        let suspended = data.suspended.as_ref()?;
        let at = suspended.first.at as usize;
        if at == 0 || suspended.first.rule != RuleId::COMPILED || !suspended.others.is_empty() {
            return None;
        }
        let code = (*self.codes.get(suspended.first.node.0 as usize)?)?;
        let base = thread.top;
        let target = data.put_back(thread, handled, into);
        if target < Activation::NO_SLOT {
            thread.slots[base + target as usize] = sent;
        }
        if innermost.is_present() {
            self.machine.run_innermost(generator);
        }
        self.machine.look_up_in_frame();
        Some((code, base, at))
    }

    /// Compiled code on top that gives a value to compiled code below: the code below, its activation, and the one on top.
    #[inline(always)]
    fn resumed_by_code(&mut self) -> Option<(&'a Compiled, Activation, Activation)> {
        let &[.., below, top] = &self.machine.thread.activations[..] else { return None };
        let code = self.code_of(&below)?;
        (top.rule == RuleId::COMPILED && top.into < Activation::NO_SLOT).then_some((code, below, top))
    }

    /// As [`Machine::suspend`], where compiled code resumed the generator that does not hand on: gives that code, with where
    /// its registers begin, where it goes on, and the register in which the value is. `None` if it is otherwise; then nothing
    /// has been done.
    #[inline(always)]
    pub(super) fn suspend_quickly(
        &mut self,
        value: Value,
        sent: Reg,
        at: usize,
    ) -> Option<(&'a Compiled, usize, usize, Reg)> {
        let (code, below, top) = self.resumed_by_code()?;
        let Machine { heap, thread, .. } = &mut *self.machine;
        let frame = thread.frames.last().filter(|frame| !frame.is_delegate)?;
        let Some(Data::Generator(data)) = heap.get_mut(frame.generator) else { return None };
        let outermost = data.outermost;
        data.suspend_code(thread, sent, at as u32);
        let base = below.base as usize;
        thread.slots[base + top.into as usize] = value;
        if outermost.is_present() {
            self.machine.stop_innermost(outermost);
        }
        self.machine.look_up_in_frame();
        Some((code, base, below.at as usize, top.into))
    }

    /// Ends the generator whose frame is on top, where compiled code resumed it and nobody waits for it: gives that code,
    /// with where its registers begin and where it goes on. `None` if it is otherwise; then nothing has been done.
    #[inline(never)]
    pub(super) fn end_quickly(&mut self, result: Value) -> Option<(&'a Compiled, usize, usize)> {
        let (code, below, top) = self.resumed_by_code()?;
        let Machine { heap, thread, .. } = &mut *self.machine;
        let generator = thread.frames.last().filter(|frame| !frame.ends_by_exception)?.generator;
        match heap.get(generator) {
            Some(Data::Generator(data)) if data.outermost.is_nothing() => {}
            _ => return None,
        }
        thread.frames.pop();
        thread.activations.pop();
        thread.top = top.below as usize;
        let base = below.base as usize;
        thread.slots[base + top.into as usize] = Value::NOTHING;
        self.machine.finish_generator(generator, result);
        self.machine.look_up_in_frame();
        Some((code, base, below.at as usize))
    }

    /// A protocol is about to be begun with these values. If it is the one behind `next` or `send`, which would resume a
    /// generator and tell of its end by `StopIteration`, the generator is resumed without it; whether it was.
    #[inline(always)]
    pub(super) fn ask_generator(
        &mut self,
        protocol: RuleId,
        bound: &[Value],
        into: Reg,
    ) -> Result<bool, Thrown> {
        let known = self.rules();
        let (generator, sent) = match *bound {
            [generator, ref default @ ..]
                if protocol == known.builtin_next || protocol == known.iterator_next =>
            {
                let has_default = default.first().is_some_and(|default| default.is_present());
                (if has_default { Value::NOTHING } else { generator }, Value::NONE)
            }
            [generator, sent, ..] if protocol == known.generator_send => (generator, sent),
            _ => return Ok(false),
        };
        let can_go_on = match self.machine.heap.get(generator) {
            Some(Data::Generator(data)) => {
                matches!(data.state, GeneratorState::Created | GeneratorState::Suspended)
            }
            _ => false,
        };
        if !can_go_on || rewritten(RULES.get(protocol).definition).is_some() {
            return Ok(false);
        }
        if self.resume_quickly(generator, sent, into).is_none() {
            self.machine.resume(generator, sent, into)?;
        }
        self.machine.frame_mut().ends_by_exception = true;
        Ok(true)
    }

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
