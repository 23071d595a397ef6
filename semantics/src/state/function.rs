//! Functions, built-in functions, generators.

use super::frame::{Suspended, Thread};
use super::value::Value;
use crate::rules::language::Operation;
use crate::state::{Machine, Thrown};
use std::sync::OnceLock;

/// A function written in Python.
#[derive(Clone, Debug)]
pub struct Function {
    /// Number of the code in [`Machine::codes`].
    pub code: u32,
    /// The dict of the module's globals.
    pub globals: Value,
    /// The values of missing positional parameters, a tuple or `None`.
    pub defaults: Value,
    /// The values of missing keyword-only parameters, a dict or `None`.
    pub keyword_defaults: Value,
    /// The cells of the free variables, a tuple or `None`.
    pub closure: Value,
    pub name: Value,
    pub qualified_name: Value,
    pub doc: Value,
    pub module: Value,
    pub annotations: Value,
    pub type_parameters: Value,
    /// Part of the prelude: it looks and behaves like a built-in function, and has no place in tracebacks.
    pub is_builtin: bool,
}

impl Function {
    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        let values = [
            self.globals,
            self.defaults,
            self.keyword_defaults,
            self.closure,
            self.name,
            self.qualified_name,
            self.doc,
            self.module,
            self.annotations,
            self.type_parameters,
        ];
        values.into_iter().for_each(visit);
    }
}

/// What a leaf does: Rust code that runs no Python code. It gets its parameters in order; those not given are
/// [`Value::NOTHING`].
pub type Leaf = fn(&mut Machine, &[Value]) -> Result<Value, Thrown>;

/// How a built-in function works.
#[derive(Clone, Copy)]
pub enum Work {
    /// Always a leaf.
    Leaf(Leaf),
    /// A leaf that answers [`Value::NOTHING`] when Python code would have to run; then the function of this name in
    /// the prelude is called with the same arguments.
    LeafOr(Leaf, &'static str),
    /// A leaf that answers [`Value::NOTHING`] when Python code would have to run; then the protocol.
    LeafOrRule(Leaf, &'static Operation),
    /// A protocol, with the function's parameters as its values.
    Rule(&'static Operation),
    /// A function of the prelude.
    Prelude(&'static str),
}

/// The definition of a built-in function or method.
pub struct Builtin {
    pub name: &'static str,
    /// The class or module that it belongs to; empty for the built-in functions.
    pub owner: &'static str,
    /// Its parameters as Python writes them: `self, sub, start=, end=, /`. An optional one ends in `=`.
    pub signature: &'static str,
    pub work: Work,
    pub doc: &'static str,
    /// Whether the first parameter is the object that a method is bound to.
    pub is_method: bool,
    /// Whether it is the `__new__` of a class.
    pub is_maker: bool,
    pub arity: crate::builtins::signature::Arity,
    /// Some arguments are asked for a number before the function sees them.
    pub converts: bool,
    /// The signature taken apart, when it was first needed.
    pub parsed: OnceLock<crate::builtins::signature::Signature>,
    /// The class that `owner` names, when it was first needed.
    pub owner_class: OnceLock<Option<super::Type>>,
    /// See [`Builtin::first_step`].
    pub first_step: OnceLock<Option<Leaf>>,
}

/// An attribute of a built-in class that is computed.
pub struct GetSet {
    pub name: &'static str,
    pub owner: &'static str,
    /// Takes the object.
    pub get: Leaf,
    /// Takes the object and the new value, which is [`Value::NOTHING`] for a deletion.
    pub set: Option<Leaf>,
    pub doc: &'static str,
    /// The class, once it was looked for; `None` if it has no table of its own.
    pub owner_class: OnceLock<Option<super::Type>>,
}

impl std::fmt::Debug for GetSet {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}.{}", self.owner, self.name)
    }
}

impl std::fmt::Debug for Builtin {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}.{}({})", self.owner, self.name, self.signature)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeneratorState {
    Created,
    Suspended,
    Running,
    Finished,
}

/// A generator: a frame that was taken off the stack.
#[derive(Clone, Debug)]
pub struct Generator {
    pub state: GeneratorState,
    /// The frame, unless it is finished.
    pub suspended: Option<Box<Suspended>>,
    /// What it returned; while it runs, what the iterator that it delegates to has returned.
    pub result: Value,
    pub name: Value,
    pub qualified_name: Value,
    pub code: u32,
    /// The iterator that `yield from` delegates to, or `NOTHING`.
    pub delegate: Value,
    /// Generators that delegate to each other, this one first, and stay off the stack until the last one has an answer for
    /// them.
    pub waiting: Vec<Waiting>,
    /// The generator that the last one of those delegates to, which runs for all of them; `NOTHING` if there are none.
    pub innermost: Value,
    /// The generator that keeps the row of those waiting in which this one is, or whose last one delegates to this one;
    /// `NOTHING` for the first one itself.
    pub outermost: Value,
}

/// A generator that waits for what the one that it delegates to will return.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    pub generator: Value,
    /// Where it goes on then, and the slot that takes what it has waited for.
    pub at: u32,
    pub into: u16,
}

impl Generator {
    pub fn bytes(&self) -> usize {
        let waiting = self.waiting.capacity() * size_of::<Waiting>();
        size_of::<Generator>() + waiting + self.suspended.as_ref().map_or(0, |frame| frame.bytes())
    }

    /// Whether it waits for no other generator, and none for it.
    #[inline(always)]
    pub fn is_alone(&self) -> bool {
        self.innermost.is_nothing() && self.outermost.is_nothing()
    }

    /// It runs: its frame is put back onto the stack. Gives the slot that takes what `yield` is sent.
    #[inline(always)]
    pub fn put_back(&mut self, thread: &mut Thread, handled_outside: Value, into: u16) -> u16 {
        self.state = GeneratorState::Running;
        let Some(suspended) = &mut self.suspended else { unreachable!("a suspended generator has a frame") };
        suspended.put_back(thread, handled_outside, into)
    }

    /// Whether it can be resumed at once: alone, or for those that wait for it.
    #[inline(always)]
    pub fn is_ready(&self) -> bool {
        self.state == GeneratorState::Suspended && self.outermost.is_nothing()
    }

    /// `yield` in compiled code, which will go on at this instruction: the frame, the innermost one, is taken off the stack.
    #[inline(always)]
    pub fn suspend_code(&mut self, thread: &mut Thread, into: u16, at: u32) {
        self.state = GeneratorState::Suspended;
        if let Some(suspended) = &mut self.suspended {
            suspended.take_code(thread, into, at);
        }
    }

    /// Whether its frame is off the stack.
    fn is_off_the_stack(&self) -> bool {
        self.state != GeneratorState::Running || self.innermost.is_present()
    }

    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        [self.result, self.name, self.qualified_name, self.delegate, self.innermost, self.outermost]
            .into_iter()
            .for_each(&mut *visit);
        self.waiting.iter().for_each(|waiting| visit(waiting.generator));
        if let Some(suspended) = &self.suspended
            && self.is_off_the_stack()
        {
            suspended.for_each_value(visit);
        }
    }
}
