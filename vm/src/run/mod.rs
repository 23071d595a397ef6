//! The VM: the reference machine's state, with compiled code on its stack.
//!
//! An activation of compiled code lies on the same stack as those of rules. The loop runs whichever is on top: rules
//! are stepped by the reference machine, instructions here.

mod attributes;
mod calls;
mod classes;
#[allow(unsafe_code)]
mod dispatch;
mod generators;
mod items;
mod library;
mod operators;
mod protocols;
mod quick;
#[allow(unsafe_code)]
mod registers;
mod walks;

pub use library::Library;

use crate::code::{Cache, Compiled};
use crate::compile::{Failure, Workspace, select::PRIMITIVES};
use crate::instruction::{Instruction, Reg};
use protocols::Protocol;
use semantics::machine::Unwound;
use semantics::rules::language::{Operation, Transfer};
use semantics::state::{Activation, Frame, Machine, RuleId, Stop, Thrown, Type, Value, Waiting};
use std::cell::Cell;
use std::rc::Rc;
use typed_arena::Arena;

/// A machine, and the code compiled for it so far.
pub struct Vm<'a> {
    pub machine: &'a mut Machine,
    /// Where compiled code lives as long as the VM.
    arena: &'a Arena<Compiled>,
    /// Classes whose instances are made in the plain way, each with its `__init__` and the epoch in which it was found.
    plans: classes::Plans,
    entrances: calls::Entrances<'a>,
    kept: Kept,
    /// The places that have learnt something, and those in `shared`.
    learnt: Vec<&'a Cell<Cache>>,
    learnt_shared: Vec<usize>,
    /// By the number of the unit.
    codes: Vec<Option<&'a Compiled>>,
    /// By the number of the rule.
    protocols: Vec<Protocol<'a>>,
    /// Empty room for generators that hand on, each with the one that it delegates to.
    waiting: Vec<(Value, Waiting)>,
}

/// Tables that one run can take over from another, empty.
struct Kept {
    /// What places have learnt about attributes, by name and shape: for those that see objects of several shapes.
    shared: Vec<Cache>,
    workspace: Workspace,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept { shared: vec![Cache::new(Value::NOTHING); attributes::SHARED], workspace: Workspace::default() }
    }
}

/// Runs what has been begun until there is a result or a limit is reached. If it has not taken its first step yet, it is
/// compiled from the start.
pub fn run(machine: &mut Machine) {
    machine.compile_from_here();
    Vm::new(machine, &Arena::new()).run();
}

/// What an instruction leads to.
type Outcome = Result<(), Thrown>;

/// Why the loop over the instructions of a frame was left.
enum Left {
    /// Another activation is on top now.
    Switched,
    Thrown(Thrown),
    Reraised(Value),
}

/// How many jumps back and calls are counted before limits are looked at.
const FUEL_STRIDE: u64 = 64;

impl<'a> Vm<'a> {
    pub fn new(machine: &'a mut Machine, arena: &'a Arena<Compiled>) -> Vm<'a> {
        let protocols = vec![Protocol::default(); machine.rules.rules.len()];
        Vm::with(machine, arena, protocols, Kept::default())
    }

    fn with(
        machine: &'a mut Machine,
        arena: &'a Arena<Compiled>,
        protocols: Vec<Protocol<'a>>,
        kept: Kept,
    ) -> Vm<'a> {
        Vm {
            machine,
            arena,
            plans: classes::Plans::default(),
            entrances: calls::Entrances::default(),
            kept,
            learnt: Vec::new(),
            learnt_shared: Vec::new(),
            codes: Vec::new(),
            protocols,
            waiting: Vec::new(),
        }
    }

    /// Runs until there is a result or a limit is reached.
    pub fn run(&mut self) {
        while self.machine.result.is_none() && self.machine.stopped.is_none() {
            let Some(top) = self.machine.thread.activations.last() else { return };
            if !top.rule.is_compiled() {
                self.machine.step();
                self.catch_pending();
                continue;
            }
            let (is_frame, number) = (top.rule == RuleId::COMPILED, top.node.0);
            if is_frame && self.compiled(number).is_none() {
                // It is stepped, unless the machine has stopped.
                self.machine.step_from_here();
                continue;
            }
            self.run_code();
        }
    }

    /// The compiled code of a unit. `None` if the rules step it, or there is no rule for some of it: then the machine has
    /// stopped.
    fn compiled(&mut self, number: u32) -> Option<&'a Compiled> {
        if let Some(&Some(code)) = self.codes.get(number as usize) {
            return Some(code);
        }
        if !self.machine.compiled.contains(&number) || self.machine.stepped.contains(&number) {
            return None;
        }
        self.machine.program = self.machine.codes[number as usize].program.clone();
        let code: &'a Compiled = match self.kept.workspace.compile(self.machine, number) {
            Ok(code) => self.arena.alloc(code),
            Err(Failure::Stopped(stop)) => {
                self.machine.stopped = Some(stop);
                return None;
            }
            Err(Failure::TooLarge) => {
                self.machine.step_code(number);
                return None;
            }
        };
        code.check();
        *self.machine.codes[number as usize].positions.borrow_mut() = code.positions.clone();
        self.machine.pinned.extend(code.constants.iter().copied());
        if self.codes.len() <= number as usize {
            self.codes.resize(number as usize + 1, None);
        }
        self.codes[number as usize] = Some(code);
        Some(code)
    }

    /// An exception that a rule did not take may have come to compiled code.
    fn catch_pending(&mut self) {
        if let Some(exception) = self.machine.pending.take() {
            self.unwind(exception);
        }
    }

    /// Looks for the handler of an exception, from the innermost activation outward.
    fn unwind(&mut self, exception: Value) {
        loop {
            let Some(&top) = self.machine.thread.activations.last() else {
                self.machine.result = Some(Err(exception));
                return;
            };
            if !top.rule.is_compiled() {
                if self.machine.rethrow(exception) != Unwound::AtCompiled(exception) {
                    self.machine.pending = None;
                    return;
                }
                self.machine.pending = None;
                continue;
            }
            let at = top.at.saturating_sub(1);
            let code = self.code_of(&top);
            let found = code.and_then(|code| {
                code.protected.iter().find(|range| range.start <= at && at < range.end).copied()
            });
            match (found, code) {
                (Some(range), Some(code)) => {
                    let base = top.base as usize;
                    self.machine.thread.slots[base + range.into as usize] = exception;
                    self.machine.thread.top = base + code.registers;
                    if let Some(top) = self.machine.thread.activations.last_mut() {
                        top.at = range.handler;
                    }
                    return;
                }
                _ if self.ends_iteration(exception) => return,
                _ => self.machine.abandon_activation(exception),
            }
        }
    }

    /// `StopIteration` out of what `Next` has begun gives no item, as the rule `iteration.next` says: out of a `__next__`
    /// of the program, or of the rule of an iterator.
    fn ends_iteration(&mut self, exception: Value) -> bool {
        let [.., below, done] = self.machine.thread.activations[..] else { return false };
        if !below.rule.is_compiled() || !self.machine.is_instance(exception, Type::StopIteration) {
            return false;
        }
        let last =
            self.code_of(&below).and_then(|code| code.instructions.get((below.at as usize).checked_sub(1)?));
        if !matches!(last, Some(Instruction::Next { .. } | Instruction::Step { .. })) {
            return false;
        }
        self.machine.thread.activations.pop();
        self.machine.thread.top = done.below as usize;
        let index = self.machine.thread.activations.len() as u32;
        if self.machine.frame().activation == index {
            self.machine.pop_frame();
        }
        self.machine.deliver(done.into, Value::NOTHING);
        true
    }

    /// Runs the activation on top, and those that it leads to, until control comes to a rule that is stepped or out of
    /// the program.
    fn run_code(&mut self) {
        match self.instructions() {
            Left::Switched => {}
            Left::Thrown(thrown) => self.throw(thrown),
            Left::Reraised(exception) => self.unwind(exception),
        }
    }

    /// An exception begins its way in the activation on top.
    fn throw(&mut self, thrown: Thrown) {
        self.machine.set_context(thrown.0);
        self.machine.add_traceback(thrown.0);
        self.unwind(thrown.0);
    }

    /// The activation on top if it is one of compiled code: the code, where its registers begin, where it goes on.
    #[inline(always)]
    fn top_code(&mut self) -> Option<(&'a Compiled, usize, usize)> {
        let top = *self.machine.thread.activations.last()?;
        if !top.rule.is_compiled() || self.machine.stopped.is_some() {
            return None;
        }
        let code = self.code_of(&top)?;
        let base = top.base as usize;
        if top.at == 0 && top.rule == RuleId::COMPILED {
            self.machine.thread.reserve(base, code.registers);
            self.machine.thread.slots[base + code.variables..base + code.registers].fill(Value::NOTHING);
            self.machine.thread.top = base + code.registers;
        }
        Some((code, base, top.at as usize))
    }

    /// Notes where the frame on top goes on.
    #[inline(always)]
    fn save(&mut self, at: usize) {
        if let Some(top) = self.machine.thread.activations.last_mut() {
            top.at = at as u32;
        }
    }

    /// Ends a protocol, or a frame that nothing but a call has to do with, and hands its value to the compiled code below:
    /// that is given, with where its registers begin and where it goes on. `None` if it is neither.
    #[inline(always)]
    fn return_plainly(&mut self, value: Value) -> Option<(&'a Compiled, usize, usize)> {
        let thread = &self.machine.thread;
        let &[.., below, done] = &thread.activations[..] else { return None };
        if !below.rule.is_compiled() {
            return None;
        }
        let is_frame = done.rule == RuleId::COMPILED;
        let value = match thread.frames.last() {
            Some(frame) if is_frame => plain_result(frame, value)?,
            _ => value,
        };
        let code = self.code_of(&below)?;
        let base = below.base as usize;
        let thread = &mut self.machine.thread;
        if done.into != Activation::DISCARD {
            thread.slots[base + done.into as usize] = value;
        }
        thread.top = done.below as usize;
        thread.activations.pop();
        if is_frame {
            thread.frames.pop();
        }
        Some((code, base, below.at as usize))
    }

    /// Counts fuel, and collects garbage if it is time.
    #[inline(always)]
    fn poll(&mut self) -> bool {
        self.machine.steps += 1;
        if self.machine.heap.is_full() || self.machine.steps.is_multiple_of(FUEL_STRIDE) {
            return self.poll_slowly();
        }
        false
    }

    #[cold]
    #[inline(never)]
    fn poll_slowly(&mut self) -> bool {
        if self.machine.steps >= self.machine.limits.fuel {
            self.machine.stopped = Some(Stop::Fuel);
        }
        self.machine.collect_if_needed();
        self.machine.stopped.is_some()
    }

    fn copy_inputs(&self, first: usize, count: u8) -> [Value; 8] {
        let mut inputs = [Value::NOTHING; 8];
        // Where there are few, moving them one by one is quicker than a call that moves them all.
        match self.machine.thread.slots[first..first + count as usize] {
            [] => {}
            [a] => inputs[0] = a,
            [a, b] => [inputs[0], inputs[1]] = [a, b],
            [a, b, c] => [inputs[0], inputs[1], inputs[2]] = [a, b, c],
            ref more => inputs[..more.len()].copy_from_slice(more),
        }
        inputs
    }

    /// A primitive as it is. Its program is that of the frame.
    fn primitive(&mut self, base: usize, number: u16, first: Reg, count: u8) -> Result<Value, Thrown> {
        let Operation::Primitive(primitive) = PRIMITIVES[number as usize] else {
            unreachable!("the table holds primitives")
        };
        let code = self.machine.frame().code;
        if !Rc::ptr_eq(&self.machine.program, &self.machine.codes[code as usize].program) {
            self.machine.program = self.machine.codes[code as usize].program.clone();
        }
        let inputs = self.copy_inputs(base + first as usize, count);
        (primitive.run)(self.machine, &inputs[..count as usize])
    }

    fn transfer(&mut self, number: u8, a: Value, b: Value, into: Reg) -> Outcome {
        const INVOKE: u8 = Transfer::Invoke as u8;
        const RESUME: u8 = Transfer::Resume as u8;
        const THROW_INTO: u8 = Transfer::ThrowInto as u8;
        const RUN_CLASS: u8 = Transfer::RunClass as u8;
        const ADVANCE: u8 = Transfer::Advance as u8;
        match number {
            INVOKE => self.machine.invoke(a, b, into),
            RESUME => self.machine.resume(a, b, into),
            THROW_INTO => self.machine.throw_into(a, b, into),
            RUN_CLASS => self.machine.run_class(a, b, into),
            ADVANCE => self.advance(a, into),
            _ => {
                self.perform(a, b, into);
                Ok(())
            }
        }
    }
}

/// What a frame gives that returns this, if nothing but a call has to do with it.
#[inline(always)]
fn plain_result(frame: &Frame, value: Value) -> Option<Value> {
    if !frame.is_plain {
        return None;
    }
    match frame.instance.present() {
        Some(instance) => value.is_none().then_some(instance),
        None => Some(value),
    }
}

/// The class of a value, for guards.
#[inline(always)]
pub(crate) fn is_exact(machine: &Machine, value: Value, class: Type) -> bool {
    machine.heap.shape_of(value).0 == class as u32
}
