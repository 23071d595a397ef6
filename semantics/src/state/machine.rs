//! The machine: everything there is.

use super::frame::Thread;
use super::heap::Heap;
use super::names;
use super::program::{Code, Program};
use super::value::Value;
use crate::rules::link::RuleTable;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::rc::Rc;

/// Where the program's output goes.
#[derive(Clone, Debug)]
pub enum Output {
    /// To the process's own standard output and error. What is pending has not been handed over yet.
    Process { pending: Vec<u8>, is_terminal: Option<bool> },
    /// Kept in memory.
    Kept { stdout: Vec<u8>, stderr: Vec<u8> },
}

impl Output {
    /// Output that is kept in memory.
    pub fn kept() -> Output {
        Output::Kept { stdout: Vec::new(), stderr: Vec::new() }
    }
}

impl Default for Output {
    fn default() -> Self {
        Output::Process { pending: Vec::new(), is_terminal: None }
    }
}

/// What a run may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Steps, or instructions; `u64::MAX` for no limit.
    pub fuel: u64,
    /// Bytes of the heap, by estimate.
    pub memory: usize,
    /// Frames on the stack: `sys.getrecursionlimit()`.
    pub recursion: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { fuel: u64::MAX, memory: 4 << 30, recursion: 1000 }
    }
}

/// Why a machine stopped before its program ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    Fuel,
    Memory,
    /// There is no rule for this construct: its name, the line, and the missing rule.
    Unsupported {
        construct: String,
        line: u32,
        rule: String,
    },
}

/// Threads, heap, modules, and what a run may use.
#[derive(Clone, Debug)]
pub struct Machine {
    pub heap: Heap,
    pub thread: Thread,
    pub programs: Vec<Rc<Program>>,
    pub codes: Vec<Rc<Code>>,
    /// The program of the innermost frame.
    pub program: Rc<Program>,
    /// The rules by number.
    pub rules: &'static RuleTable,
    /// The constants that the rules mention, by number.
    pub rule_constants: Vec<Value>,
    /// How often each rule was begun.
    pub coverage: Vec<u64>,
    /// The dict of `sys.modules`.
    pub modules: Value,
    /// The dict of the module `builtins`.
    pub builtins: Value,
    /// The functions of the prelude.
    pub prelude: Value,
    /// The built-in exception classes by their (interned) names.
    pub exception_names: FxHashMap<Value, super::Type>,
    /// Class lookups already made, good for the epoch in which they were made.
    pub lookups: FxHashMap<(super::Handle, Value), Value>,
    pub lookups_epoch: u32,
    /// The shapes of instances whose attributes are in a dict, by class and reserved fields.
    pub dict_shapes: FxHashMap<(super::Handle, u16), super::ShapeId>,
    pub output: Output,
    pub arguments: Vec<String>,
    pub limits: Limits,
    /// Steps made so far.
    pub steps: u64,
    /// The result of the outermost frame, once there is one: its value, or the exception that nobody caught.
    pub result: Option<Result<Value, Value>>,
    pub stopped: Option<Stop>,
    /// An exception has said that recursion is too deep, or memory too little. What a program shows after that says
    /// nothing about the language.
    pub reached_a_limit: bool,
    /// The exception that begins its way in this step has its context already.
    pub has_context: bool,
    /// Frames of the codes with these numbers run compiled code: entering such a function pushes an activation of
    /// [`super::RuleId::COMPILED`].
    pub compiled: Range<u32>,
    /// Codes for which that does not hold: they are too large to be compiled.
    pub stepped: Vec<u32>,
    /// An exception that no rule took and that has come to compiled code.
    pub pending: Option<Value>,
    /// Objects that compiled code refers to.
    pub pinned: Vec<Value>,
    /// Objects that the repr in progress is inside of.
    pub in_repr: Vec<Value>,
    /// Empty room for frames of generators.
    #[allow(clippy::vec_box)]
    pub spare_frames: Vec<Box<super::Suspended>>,
}

impl Machine {
    /// A dunder or other name known in advance must have the handle that its constant says.
    pub fn intern_known_names(heap: &mut Heap) {
        for text in names::ALL {
            heap.intern(text);
        }
        debug_assert_eq!(heap.find_interned(&"isinstance".into()), Some(names::isinstance));
    }

    /// Collects garbage if the heap has grown enough, and stops the run if it is still too large.
    #[inline]
    pub fn collect_if_needed(&mut self) {
        if self.heap.is_full() {
            self.collect();
        }
    }

    /// Collects garbage.
    #[cold]
    #[inline(never)]
    pub fn collect(&mut self) {
        let Machine { heap, thread, programs, codes, rule_constants, lookups, in_repr, pinned, .. } = self;
        lookups.clear();
        let result = match self.result {
            Some(Ok(value) | Err(value)) => value,
            None => Value::NOTHING,
        };
        let own = [self.modules, self.builtins, self.prelude, result];
        heap.collect(|visit| {
            let visit = &mut |value| visit(value);
            thread.for_each_value(visit);
            programs.iter().for_each(|program| program.for_each_value(visit));
            codes.iter().for_each(|code| {
                visit(code.name);
                visit(code.qualified_name);
                code.slots.iter().copied().for_each(&mut *visit);
            });
            rule_constants
                .iter()
                .chain(in_repr.iter())
                .chain(pinned.iter())
                .chain(&own)
                .copied()
                .for_each(visit);
        });
        if self.heap.bytes > self.limits.memory {
            self.stopped = Some(Stop::Memory);
        }
        self.heap.stay_below(self.limits.memory);
    }
}
