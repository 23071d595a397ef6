//! Activations and frames: where a thread is.

use super::value::Value;
use spec::ast::NodeId;

/// The number of a rule in the table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct RuleId(pub u16);

impl RuleId {
    /// The activation of a frame's compiled code, which a faster machine puts on the same stack.
    pub const COMPILED: RuleId = RuleId(u16::MAX);

    /// Numbers from here on are those of compiled code.
    const FIRST_COMPILED: u16 = 1 << 15;

    /// The activation of this protocol where it is compiled.
    pub fn compiled(self) -> RuleId {
        RuleId(self.0 | RuleId::FIRST_COMPILED)
    }

    /// Whether an activation is one of compiled code: of a frame, or of a protocol.
    #[inline(always)]
    pub fn is_compiled(self) -> bool {
        self.0 >= RuleId::FIRST_COMPILED
    }

    /// The protocol that an activation of compiled code carries out; `None` for a frame's code.
    #[inline(always)]
    pub fn compiled_protocol(self) -> Option<RuleId> {
        (self.is_compiled() && self != RuleId::COMPILED).then_some(RuleId(self.0 & !RuleId::FIRST_COMPILED))
    }
}

/// One rule in progress. The stack of activations is the partial derivation tree.
#[derive(Clone, Copy, Debug)]
pub struct Activation {
    pub rule: RuleId,
    /// The slot of the activation below that takes the result, or one of the targets below.
    pub into: u16,
    /// The place of its next op among those of all rules; of compiled code, its next instruction.
    pub at: u32,
    /// The syntax that it is about; absent (0) for a protocol.
    pub node: NodeId,
    /// Where its slots begin in the thread's.
    pub base: u32,
    /// Where the thread's slots ended before.
    pub below: u32,
}

impl Activation {
    /// The target of a result that nobody takes.
    pub const DISCARD: u16 = u16::MAX;
    /// The target of a result that is that of the activation below as well.
    pub const CONCLUDE: u16 = u16::MAX - 1;
    /// The target of a result that is put above the slots of the activation below, as one of several.
    pub const PUSH: u16 = u16::MAX - 2;
    /// The activation of a frame's compiled code that has not begun and lies on nothing yet.
    pub fn of_code(number: u32) -> Activation {
        Activation {
            rule: RuleId::COMPILED,
            into: Activation::DISCARD,
            at: 0,
            node: NodeId(number),
            base: 0,
            below: 0,
        }
    }

    /// Targets from here on are no slots.
    pub const NO_SLOT: u16 = Activation::PUSH;
}

/// The run of one function, class body, module or generator.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Number of the code in [`super::Machine::codes`].
    pub code: u32,
    /// Where the variables' slots begin in the thread's.
    pub base: u32,
    /// Index of the frame's first activation.
    pub activation: u32,
    pub globals: Value,
    /// The namespace of a class body (or of a module that runs in one); otherwise `NOTHING`.
    pub namespace: Value,
    /// The exception that this frame is handling, or `NOTHING`.
    pub handling: Value,
    /// The exception that was being handled when the frame was entered, or `NOTHING`.
    pub handled_outside: Value,
    /// The generator that this frame belongs to, or `NOTHING`.
    pub generator: Value,
    /// The function, or `NOTHING`.
    pub function: Value,
    /// The new instance, where the frame is that of an `__init__` entered straight from the call of a class: the call
    /// gives the instance, not what the frame returns.
    pub instance: Value,
    /// A call and nothing else: what the frame returns goes to the caller, and nobody else keeps the frame.
    pub is_plain: bool,
    /// The `yield from` of the frame below has resumed it.
    pub is_delegate: bool,
    /// Whoever resumed it is told of its end by `StopIteration`.
    pub ends_by_exception: bool,
}

impl Frame {
    /// A frame of this code of a function that lies on nothing yet.
    pub fn new(code: u32, globals: Value, function: Value) -> Frame {
        Frame {
            code,
            base: 0,
            activation: 0,
            globals,
            namespace: Value::NOTHING,
            handling: Value::NOTHING,
            handled_outside: Value::NOTHING,
            generator: Value::NOTHING,
            function,
            instance: Value::NOTHING,
            is_plain: false,
            is_delegate: false,
            ends_by_exception: false,
        }
    }

    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        [
            self.globals,
            self.namespace,
            self.handling,
            self.handled_outside,
            self.generator,
            self.function,
            self.instance,
        ]
        .into_iter()
        .for_each(visit);
    }
}

/// A frame off the stack: its activations and slots, with positions counted from its own beginning. While the frame is
/// on the stack again the room is kept, and what is in it means nothing.
#[derive(Clone, Debug)]
pub struct Suspended {
    pub frame: Frame,
    pub first: Activation,
    /// The activations after the first. Compiled code has none.
    pub others: Vec<Activation>,
    pub slots: Vec<Value>,
    /// The slot of the last activation that takes what `yield` gives.
    pub into: u16,
}

impl Suspended {
    /// Room for a frame.
    pub fn empty() -> Suspended {
        Suspended {
            frame: Frame::new(0, Value::NOTHING, Value::NOTHING),
            first: Activation::of_code(0),
            others: Vec::new(),
            slots: Vec::new(),
            into: Activation::DISCARD,
        }
    }

    pub fn clear(&mut self) {
        self.others.clear();
        self.slots.clear();
        self.into = Activation::DISCARD;
    }

    /// Takes the innermost frame, whose room this is, off the stack. What `yield` is sent will go to the slot.
    #[inline(always)]
    pub fn take(&mut self, thread: &mut Thread, into: u16) {
        let Some(frame) = thread.frames.pop() else { return };
        let (index, base) = (frame.activation as usize, frame.base);
        self.frame.handling = frame.handling;
        self.into = into;
        let first = thread.activations[index];
        self.first.at = first.at;
        if thread.activations.len() > index + 1 {
            self.others.extend(thread.activations[index + 1..].iter().map(|activation| Activation {
                base: activation.base - base,
                below: activation.below - base,
                ..*activation
            }));
        }
        thread.activations.truncate(index);
        self.take_slots(thread, base as usize, first.below as usize);
    }

    /// The same of a frame that has one activation, of compiled code, which will go on at this instruction.
    #[inline(always)]
    pub fn take_code(&mut self, thread: &mut Thread, into: u16, at: u32) {
        let (Some(frame), Some(first)) = (thread.frames.pop(), thread.activations.pop()) else { return };
        self.frame.handling = frame.handling;
        self.into = into;
        self.first.at = at;
        self.take_slots(thread, frame.base as usize, first.below as usize);
    }

    #[inline(always)]
    fn take_slots(&mut self, thread: &mut Thread, base: usize, below: usize) {
        let slots = &thread.slots[base..thread.top];
        if self.slots.len() == slots.len() {
            self.slots.copy_from_slice(slots);
        } else {
            self.slots.clear();
            self.slots.extend_from_slice(slots);
        }
        thread.top = below;
    }

    /// Puts the frame back onto the stack. Gives the slot that takes what `yield` is sent.
    #[inline(always)]
    pub fn put_back(&mut self, thread: &mut Thread, handled_outside: Value, into: u16) -> u16 {
        let base = thread.top;
        let end = base + self.slots.len();
        thread.reserve(base, self.slots.len());
        thread.slots[base..end].copy_from_slice(&self.slots);
        thread.top = end;
        let (base, activation) = (base as u32, thread.activations.len() as u32);
        let on_base = |activation: &Activation| Activation {
            base: activation.base + base,
            below: activation.below + base,
            ..*activation
        };
        thread.activations.push(Activation { below: base, into, ..on_base(&self.first) });
        if !self.others.is_empty() {
            thread.activations.extend(self.others.drain(..).map(|activation| on_base(&activation)));
        }
        thread.frames.push(Frame { base, activation, handled_outside, ..self.frame });
        self.into
    }

    /// What it takes.
    pub fn bytes(&self) -> usize {
        size_of::<Suspended>() + self.slots.capacity() * 8 + self.others.capacity() * size_of::<Activation>()
    }

    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        self.frame.for_each_value(visit);
        self.slots.iter().copied().for_each(visit);
    }
}

/// A thread: its frames, the rules in progress in them, and the slots of both.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    pub frames: Vec<Frame>,
    pub activations: Vec<Activation>,
    /// Variables and slots. Only those below `top` count.
    pub slots: Vec<Value>,
    pub top: usize,
    /// How many frames of generators run but are not there, since each waits for the one that it delegates to.
    pub waiting: usize,
}

impl Thread {
    /// How deep calls are nested.
    #[inline(always)]
    pub fn depth(&self) -> usize {
        self.frames.len() + self.waiting
    }

    /// Makes sure that there are `count` slots from `from` on.
    #[inline]
    pub fn reserve(&mut self, from: usize, count: usize) {
        if self.slots.len() < from + count {
            self.slots.resize((from + count) * 2 + 256, Value::NOTHING);
        }
    }

    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        self.slots[..self.top].iter().copied().for_each(&mut *visit);
        for frame in &self.frames {
            frame.for_each_value(visit);
        }
    }
}
