//! Generators: frames that are taken off the stack and put back.
//!
//! Of generators that each stand at the `yield from` of the one before, all but the last only hand on. Where the machine
//! knows that ([`Machine::wait_for`]), they stay off the stack while the last one runs: the first one keeps the row of those
//! that wait, and to resume it is to resume the last one, which yields to whoever resumed the first. One that waits is put
//! back when what it waits for has come to its end. To the program it runs all the while.

use crate::state::{
    Activation, Data, Frame, Generator, GeneratorState, Machine, Suspended, Thrown, Type, Value, Waiting,
};
use std::ops::Range;

/// How many frames of generators that have come to their end are kept for others, and of what size.
const MOST_SPARE_FRAMES: usize = 64;
const MOST_SPARE_BYTES: usize = 4096;

impl Machine {
    fn generator(&self, value: Value) -> Option<&Generator> {
        match self.heap.get(value) {
            Some(Data::Generator(generator)) => Some(generator),
            _ => None,
        }
    }

    #[inline(always)]
    fn generator_mut(&mut self, value: Value) -> Option<&mut Generator> {
        match self.heap.get_mut(value) {
            Some(Data::Generator(generator)) => Some(generator),
            _ => None,
        }
    }

    /// The state of a generator. One that waits runs if the first one of its row does.
    pub fn generator_state(&self, generator: &Generator) -> GeneratorState {
        match self.generator(generator.outermost) {
            Some(outermost) if outermost.state == GeneratorState::Running => GeneratorState::Running,
            _ => generator.state,
        }
    }

    /// Takes the innermost frame, which has not begun yet, off the stack and makes a generator of it.
    pub fn suspend_new(&mut self, function: Value) -> Value {
        let frame = *self.frame();
        let first = self.thread.activations[frame.activation as usize];
        let first = Activation { base: first.base - frame.base, below: 0, ..first };
        let frame = Frame { handled_outside: Value::NOTHING, ..frame };
        let generator = self.new_generator(function, frame, first, 0..0);
        self.take_frame(generator, Activation::DISCARD);
        generator
    }

    /// A generator of a function: its frame, the first activation in it, and where its first slots are.
    pub fn new_generator(
        &mut self,
        function: Value,
        frame: Frame,
        first: Activation,
        slots: Range<usize>,
    ) -> Value {
        let Some(Data::Function(data)) = self.heap.get(function) else {
            unreachable!("generators are made of functions")
        };
        let (name, qualified_name, code) = (data.name, data.qualified_name, data.code);
        let mut suspended = self.spare_frames.pop().unwrap_or_else(|| Box::new(Suspended::empty()));
        suspended.frame = frame;
        suspended.first = first;
        suspended.slots.extend_from_slice(&self.thread.slots[slots]);
        let generator = Generator {
            state: GeneratorState::Created,
            suspended: Some(suspended),
            result: Value::NONE,
            name,
            qualified_name,
            code,
            delegate: Value::NOTHING,
            waiting: Vec::new(),
            innermost: Value::NOTHING,
            outermost: Value::NOTHING,
        };
        let value = self.heap.new_object(Type::Generator, Data::Generator(Box::new(generator)));
        if let Some(Data::Generator(generator)) = self.heap.get_mut(value)
            && let Some(suspended) = &mut generator.suspended
        {
            suspended.frame.generator = value;
        }
        value
    }

    /// Takes the innermost frame off the stack into the room that its generator has for it.
    #[inline(always)]
    fn take_frame(&mut self, generator: Value, into: u16) {
        let Machine { heap, thread, .. } = &mut *self;
        let Some(Data::Generator(data)) = heap.get_mut(generator) else { return };
        if let Some(suspended) = &mut data.suspended {
            suspended.take(thread, into);
        }
        self.look_up_in_frame();
    }

    /// `yield`: the innermost frame goes back into its generator, and the value to whoever resumed it, or resumed the first
    /// one of those that wait for it.
    #[inline]
    pub fn suspend(&mut self, value: Value, into: u16) {
        let Machine { heap, thread, .. } = &mut *self;
        let Some(&frame) = thread.frames.last() else { return };
        let target = thread.activations[frame.activation as usize].into;
        let Some(Data::Generator(data)) = heap.get_mut(frame.generator) else { return };
        if let Some(suspended) = &mut data.suspended {
            suspended.take(thread, into);
        }
        data.state = GeneratorState::Suspended;
        let outermost = data.outermost;
        if outermost.is_present() {
            self.stop_innermost(outermost);
        }
        self.look_up_in_frame();
        self.deliver(target, value);
    }

    /// A generator's frame goes on: `yield` has the value `sent` there. What it yields next, or nothing when it ends,
    /// goes to `into`.
    #[inline]
    pub fn resume(&mut self, generator: Value, sent: Value, into: u16) -> Result<(), Thrown> {
        let handled = self.handled();
        let Machine { heap, thread, limits, .. } = &mut *self;
        if let Some(Data::Generator(data)) = heap.get_mut(generator)
            && data.state == GeneratorState::Suspended
            && data.is_alone()
            && thread.depth() < limits.recursion
        {
            let target = data.put_back(thread, handled, into);
            self.look_up_in_frame();
            self.deliver(target, sent);
            return Ok(());
        }
        self.resume_in_general(generator, sent, into)
    }

    #[inline(never)]
    fn resume_in_general(&mut self, generator: Value, sent: Value, into: u16) -> Result<(), Thrown> {
        self.come_to(generator)?;
        let depth = self.thread.depth();
        let Some(data) = self.generator_mut(generator) else { unreachable!("only generators are come to") };
        match data.state {
            GeneratorState::Created if !sent.is_none() => {
                return Err(self.type_error("can't send non-None value to a just-started generator"));
            }
            GeneratorState::Finished => {
                data.result = Value::NONE;
                self.deliver(into, Value::NOTHING);
                return Ok(());
            }
            _ => {}
        }
        let (mut goes_on, count) = (generator, data.waiting.len());
        if data.innermost.is_present() {
            if depth + count < self.limits.recursion {
                goes_on = self.run_innermost(generator);
            } else {
                self.part(generator);
            }
        }
        self.check_depth()?;
        let target = self.put_back(goes_on, into);
        self.deliver(target, sent);
        Ok(())
    }

    /// As [`Machine::resume`], but `yield` raises the exception. What is handled around the generator does not become its
    /// context, only what the generator itself handles.
    pub fn throw_into(&mut self, generator: Value, exception: Value, into: u16) -> Result<(), Thrown> {
        self.come_to(generator)?;
        self.part(generator);
        let Some(data) = self.generator_mut(generator) else { unreachable!("only generators are come to") };
        match data.state {
            GeneratorState::Created => self.finish_generator(generator, Value::NONE),
            GeneratorState::Suspended => {
                self.check_depth()?;
                self.put_back(generator, into);
                self.chain(exception, self.frame().handling);
            }
            GeneratorState::Finished | GeneratorState::Running => {}
        }
        self.has_context = true;
        Err(Thrown(exception))
    }

    /// The exception that tells of an iterator's end; that of a generator has its result.
    pub fn stopped_iterator(&mut self, iterator: Value) -> Thrown {
        let result = self.generator(iterator).map_or(Value::NONE, |generator| generator.result);
        Thrown(self.stop_with(result))
    }

    /// Somebody is about to do something to a generator, which must not run. From then on it is in no row but its own.
    #[inline(always)]
    fn come_to(&mut self, generator: Value) -> Result<(), Thrown> {
        let Some(data) = self.generator(generator) else {
            unreachable!("a rule does something to a generator that is none")
        };
        let outermost = data.outermost;
        if self.generator_state(data) == GeneratorState::Running {
            return Err(self.value_error("generator already executing"));
        }
        if outermost.is_present() {
            self.part(outermost);
        }
        Ok(())
    }

    #[inline(always)]
    fn check_depth(&mut self) -> Result<(), Thrown> {
        if self.thread.depth() >= self.limits.recursion {
            return Err(self.recursion_error());
        }
        Ok(())
    }

    /// Puts a generator's frame back onto the stack. Gives the slot that takes the value of `yield`.
    fn put_back(&mut self, generator: Value, into: u16) -> u16 {
        let handled = self.handled();
        let Some(Data::Generator(data)) = self.heap.get_mut(generator) else {
            unreachable!("checked by the caller")
        };
        let target = data.put_back(&mut self.thread, handled, into);
        self.look_up_in_frame();
        target
    }

    /// A generator has come to its end.
    pub fn finish_generator(&mut self, generator: Value, result: Value) {
        let Some(data) = self.generator_mut(generator) else { return };
        data.state = GeneratorState::Finished;
        data.result = result;
        if let Some(mut suspended) = data.suspended.take()
            && self.spare_frames.len() < MOST_SPARE_FRAMES
            && suspended.bytes() < MOST_SPARE_BYTES
        {
            suspended.clear();
            self.spare_frames.push(suspended);
        }
    }

    /// What ran for those that wait has yielded.
    pub fn stop_innermost(&mut self, outermost: Value) {
        if let Some(data) = self.generator_mut(outermost) {
            data.state = GeneratorState::Suspended;
            let count = data.waiting.len();
            self.thread.waiting -= count;
        }
    }

    /// The last one of a row begins to run: it is given.
    pub fn run_innermost(&mut self, outermost: Value) -> Value {
        let Some(data) = self.generator_mut(outermost) else { return outermost };
        data.state = GeneratorState::Running;
        let (innermost, count) = (data.innermost, data.waiting.len());
        self.thread.waiting += count;
        innermost
    }

    /// The frame, which was just popped, is that of a generator that has come to its end. The one that waits for it, if there
    /// is one, is put back in its place. Gives the slot that takes the answer there.
    pub(crate) fn wake_waiting(&mut self, done: &Frame, into: u16) -> Option<u16> {
        let data = self.generator_mut(done.generator)?;
        let outermost = std::mem::replace(&mut data.outermost, Value::NOTHING);
        let data = self.generator_mut(outermost)?;
        let next = data.waiting.pop()?;
        data.innermost = if data.waiting.is_empty() { Value::NOTHING } else { next.generator };
        self.thread.waiting -= 1;
        self.put_back(next.generator, into);
        let frame = self.frame_mut();
        (frame.is_delegate, frame.ends_by_exception) = (done.is_delegate, done.ends_by_exception);
        if let Some(top) = self.thread.activations.last_mut() {
            top.at = next.at;
        }
        Some(next.into)
    }

    /// A generator that was just suspended only hands on what the generator `inner` is sent and yields, until that ends: it
    /// will stay off the stack.
    pub fn wait_for(&mut self, inner: Value, waiting: Waiting) {
        let (Some(data), Some(waits)) = (self.generator(inner), self.generator(waiting.generator)) else {
            return;
        };
        let inner = data.outermost.present().unwrap_or(inner);
        let first = waits.outermost.present().unwrap_or(waiting.generator);
        // What is handled must be found from the frame on top, and the frame below that.
        let is_plain =
            waits.suspended.as_ref().is_some_and(|it| it.frame.handling.is_nothing() && it.others.is_empty());
        if !is_plain {
            return;
        }
        let Some(data) = self.generator_mut(inner) else { return };
        let row = std::mem::take(&mut data.waiting);
        let innermost = std::mem::replace(&mut data.innermost, Value::NOTHING).present().unwrap_or(inner);
        for generator in row.iter().map(|it| it.generator).chain([innermost]) {
            if let Some(data) = self.generator_mut(generator) {
                data.outermost = first;
            }
        }
        if let Some(data) = self.generator_mut(first) {
            data.waiting.push(waiting);
            data.waiting.extend(row);
            data.innermost = innermost;
        }
    }

    /// Nobody in the row of this generator, which does not run, waits any more: all are suspended where they stand.
    fn part(&mut self, outermost: Value) {
        let Some(data) = self.generator_mut(outermost) else { return };
        let innermost = std::mem::replace(&mut data.innermost, Value::NOTHING);
        for generator in std::mem::take(&mut data.waiting).iter().map(|it| it.generator).chain([innermost]) {
            if let Some(data) = self.generator_mut(generator) {
                data.outermost = Value::NOTHING;
            }
        }
    }
}
