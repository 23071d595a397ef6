//! Engines: whatever takes a program and gives an observation.
//!
//! A program runs in the namespace of a *harness*, which was run there before: Python code that defines logging classes,
//! a list `__log__` of strings, and a function `__digest__()` that gives the rest of the namespace as a string. After each
//! program the namespace is again what the harness left, and `__log__` is empty. So every engine observes by the same
//! Python code, and programs don't see each other.

mod in_process;
mod worker;

pub use in_process::{InProcess, VERSION};
pub use worker::{Limits, Worker};

use crate::machine::guarded;
use crate::observe::{Observation, Wish};
use crate::pythons::Version;
use semantics::state::Analysed;
use std::rc::Rc;

/// A program to run, and what is to be observed of it.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    pub source: &'a str,
    pub wish: Wish,
    /// The same, parsed already; otherwise an engine does so itself.
    pub analysis: Option<&'a Analysis>,
}

impl<'a> Job<'a> {
    pub fn new(source: &'a str) -> Job<'a> {
        Job { source, wish: Wish::default(), analysis: None }
    }

    /// A program that several machines of this process run.
    pub fn parsed(source: &'a str, analysis: Option<&'a Analysis>) -> Job<'a> {
        Job { analysis, ..Job::new(source) }
    }
}

/// A program's tree, or the headline of the error if it is none.
pub type Analysis = Result<Rc<Analysed>, String>;

/// Parses a program for the machines of this process. Nothing if that panics: each engine will tell so.
pub fn analyse(source: &str) -> Option<Analysis> {
    guarded(|| in_process::parse(source)).ok()
}

/// What became of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It ran to its end, or to an exception that it did not catch.
    Done(Box<Observation>),
    /// It reached a limit (steps, time, memory, depth): nothing can be said about it.
    Poisoned(String),
    /// The engine can't run it, and says so itself: a construct without a rule.
    Unsupported(String),
    /// The engine holds that this is no program: the error's message.
    Rejected(String),
    /// The engine itself came to a bad end.
    Crashed { signal: Option<i32>, detail: String },
}

/// What an engine can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Capabilities {
    /// It can say which lines were executed.
    pub lines: bool,
    /// Nothing of a program is left for the next one, even if the program changes built-in modules or the harness.
    pub isolates: bool,
    /// Strings may have lone surrogates.
    pub surrogates: bool,
}

/// See the module.
pub trait Engine {
    /// What reports call it.
    fn name(&self) -> &str;

    /// The version of the language that it runs.
    fn version(&self) -> Version;

    fn capabilities(&self) -> Capabilities;

    /// Whether it is a process of its own, which works while this one does something else.
    fn works_beside(&self) -> bool;

    /// Runs a program.
    fn run(&mut self, job: &Job) -> Outcome;

    /// Hands programs over; an engine that is a process of its own works on them from now on. [`Engine::collect`] gives
    /// the outcomes, in their order.
    fn submit(&mut self, jobs: &[Job]);

    /// The outcomes of what was submitted last.
    fn collect(&mut self) -> Vec<Outcome>;

    /// Whether an outcome would be the same if the program ran again.
    fn is_deterministic(&self, outcome: &Outcome) -> bool {
        !matches!(outcome, Outcome::Poisoned(_))
    }
}
