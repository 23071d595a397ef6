//! The machines of this process as engines. They are started once, with the harness, and rewound before each program.

use super::{Analysis, Capabilities, Engine, Job, Outcome};
use crate::machine::{Kind, guarded};
use crate::observe::{Ending, Observation};
use crate::place::raising_place;
use crate::pythons::Version;
use semantics::machine::Tracer;
use semantics::state::{Analysed, Data, Limits, Machine, Origin, Output, Rewindable, Stop, Value};
use std::ops::Range;
use vm::Library;

/// The version of the language that the machines run.
pub const VERSION: Version = (3, 13);

/// What a program may use: one that needs more says nothing.
pub const LIMITS: Limits = Limits { fuel: 400_000, memory: 256 << 20, recursion: 1000 };

/// What describing the namespace may use beyond that.
const FUEL_FOR_DIGEST: u64 = 4_000_000;

/// A machine of this process.
pub struct InProcess {
    kind: Kind,
    harness: String,
    started: Started,
    outcomes: Vec<Outcome>,
    /// The mistake that the VM makes.
    #[cfg(feature = "mutants")]
    mutant: Option<vm::mutants::Mutant>,
}

impl InProcess {
    /// Starts a machine and runs the harness. Fails if the harness is no good.
    pub fn start(kind: Kind, harness: &str) -> Result<InProcess, String> {
        let started = Started::new(kind, harness)?;
        Ok(InProcess {
            kind,
            harness: harness.to_owned(),
            started,
            outcomes: Vec::new(),
            #[cfg(feature = "mutants")]
            mutant: None,
        })
    }

    /// From now on the VM makes this mistake in programs, and in what of its own they use.
    #[cfg(feature = "mutants")]
    pub fn set_mutant(&mut self, mutant: Option<vm::mutants::Mutant>) {
        self.mutant = mutant;
    }

    fn run_started(&mut self, job: &Job) -> Outcome {
        if let Err(outcome) = self.started.begin(job) {
            return outcome;
        }
        #[cfg(feature = "mutants")]
        vm::mutants::with(self.mutant, || self.started.go(self.kind));
        #[cfg(not(feature = "mutants"))]
        self.started.go(self.kind);
        self.started.observe(job)
    }

    /// Runs a program on the reference machine's rules, and the tracer sees each state.
    pub fn watch(&mut self, job: &Job, tracer: &mut dyn Tracer) -> Outcome {
        if let Err(outcome) = self.started.begin(job) {
            return outcome;
        }
        self.started.base.machine.run_traced(tracer);
        self.started.observe(job)
    }

    /// Where the event log is, and the number of the first code that belongs to the program.
    pub fn landmarks(&self) -> (Value, u32) {
        (self.started.log, self.started.harness.end)
    }

    /// The state after the last program: of the reference machine, for instance, which rules it began.
    pub fn machine(&self) -> &Machine {
        &self.started.base.machine
    }
}

impl Engine for InProcess {
    fn name(&self) -> &str {
        self.kind.name()
    }

    fn version(&self) -> Version {
        VERSION
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { lines: false, isolates: true, surrogates: true }
    }

    fn works_beside(&self) -> bool {
        false
    }

    fn run(&mut self, job: &Job) -> Outcome {
        guarded(|| self.run_started(job)).unwrap_or_else(|detail| {
            // What the machine was doing when it panicked is unknown, so it is not used again.
            match Started::new(self.kind, &self.harness) {
                Ok(started) => self.started = started,
                Err(error) => return Outcome::Crashed { signal: None, detail: format!("{detail}; {error}") },
            }
            Outcome::Crashed { signal: None, detail }
        })
    }

    fn submit(&mut self, jobs: &[Job]) {
        self.outcomes = jobs.iter().map(|job| self.run(job)).collect();
    }

    fn collect(&mut self) -> Vec<Outcome> {
        std::mem::take(&mut self.outcomes)
    }
}

/// A machine in which the harness has run.
struct Started {
    base: Rewindable,
    /// The compiled code of the prelude and the harness. The reference machine has it too: it makes its transitions by
    /// the rules in the program and in the prelude, but most of the time would be spent in the harness, which only looks on.
    library: Library,
    harness: Range<u32>,
    globals: Value,
    log: Value,
    digest: Value,
}

impl Started {
    fn new(kind: Kind, harness: &str) -> Result<Started, String> {
        let mut machine = Machine::new(Limits::default(), Output::kept());
        let first = machine.codes.len() as u32;
        machine.load_main("harness.py", harness.as_bytes()).map_err(|error| error.headline())?;
        crate::machine::run(&mut machine, kind);
        if let Some(stop) = &machine.stopped {
            return Err(format!("the harness stops: {stop:?}"));
        }
        if let Some(Err(exception)) = machine.result {
            return Err(format!("the harness fails: {}", machine.describe_exception(exception)));
        }
        let main = machine.heap.intern("__main__");
        let main = machine.dict_get_name(machine.modules, main);
        let globals = machine.attribute_dict(main);
        let mut get = |name: &str| machine.dict_get_str(globals, name).present();
        let log = get("__log__").ok_or("the harness has no `__log__`")?;
        let digest = get("__digest__").ok_or("the harness has no `__digest__`")?;
        machine.compiled = 0..0;
        let library = Library::compile(&mut machine);
        let harness = first..machine.codes.len() as u32;
        Ok(Started { base: Rewindable::new(machine), library, harness, globals, log, digest })
    }

    /// Runs the program that has been begun.
    fn go(&mut self, kind: Kind) {
        let machine = &mut self.base.machine;
        match kind {
            Kind::Reference => self.library.run_only(machine, self.harness.clone()),
            Kind::Vm => self.library.run(machine),
        }
    }

    /// Loads a program into a machine that knows nothing but the harness.
    fn begin(&mut self, job: &Job) -> Result<(), Outcome> {
        self.base.rewind();
        let machine = &mut self.base.machine;
        machine.limits = LIMITS;
        let analysis = job.analysis.cloned().unwrap_or_else(|| parse(job.source));
        let function =
            machine.load_analysed(analysis.map_err(Outcome::Rejected)?, self.globals, Origin::User);
        machine.begin(function);
        Ok(())
    }

    /// What can be said after the run.
    fn observe(&mut self, job: &Job) -> Outcome {
        let machine = &mut self.base.machine;
        if let Some(stop) = &machine.stopped {
            return stopped(stop);
        }
        if machine.reached_a_limit {
            return Outcome::Poisoned("recursion or memory".into());
        }
        let raised = match machine.result {
            Some(Err(exception)) => Some(exception),
            _ => None,
        };
        let ending = raised.map_or(Ending::Normal, |exception| Ending::Raised(machine.type_name(exception)));
        let raised_at =
            raised.and_then(|exception| raising_place(machine, exception, self.harness.end)?.line);
        let log = strings(machine, self.log);
        let stdout = match &mut machine.output {
            Output::Kept { stdout, .. } => String::from_utf8_lossy(&std::mem::take(stdout)).into_owned(),
            Output::Process { .. } => String::new(),
        };
        // What describes the result is no part of the run.
        let coverage = machine.coverage.clone();
        let message = match raised {
            Some(exception) if job.wish.message => machine.describe_value(exception),
            _ => None,
        };
        let digest = self.describe_namespace();
        self.base.machine.coverage = coverage;
        match digest {
            Ok(digest) => {
                let lines = None;
                Outcome::Done(Box::new(Observation {
                    ending,
                    log,
                    stdout,
                    digest,
                    message,
                    lines,
                    raised_at,
                }))
            }
            Err(reason) => Outcome::Poisoned(reason),
        }
    }

    /// Runs the harness's `__digest__()`.
    fn describe_namespace(&mut self) -> Result<String, String> {
        let machine = &mut self.base.machine;
        machine.limits.fuel = machine.steps + FUEL_FOR_DIGEST;
        machine.begin(self.digest);
        self.library.run_only(machine, 0..self.harness.end);
        match machine.result {
            Some(Ok(text)) => Ok(escaped(machine, text)),
            Some(Err(exception)) => {
                Err(format!("the namespace can't be described: {}", machine.type_name(exception)))
            }
            None => Err("the namespace can't be described within the limits".to_owned()),
        }
    }
}

/// A program's tree, as machines of this process know it.
pub(super) fn parse(source: &str) -> Analysis {
    Analysed::new("program.py", source.as_bytes()).map_err(|error| error.headline())
}

/// The outcome of a run that was stopped.
fn stopped(stop: &Stop) -> Outcome {
    match stop {
        Stop::Fuel => Outcome::Poisoned("steps".to_owned()),
        Stop::Memory => Outcome::Poisoned("memory".to_owned()),
        Stop::Unsupported { construct, line, rule } => {
            Outcome::Unsupported(format!("line {line}: {construct}: there is no rule for `{rule}`"))
        }
    }
}

/// The strings in a list.
fn strings(machine: &Machine, list: Value) -> Vec<String> {
    match machine.heap.get(list) {
        Some(Data::List(items)) => items.iter().map(|&item| escaped(machine, item)).collect(),
        _ => Vec::new(),
    }
}

/// A string's text; lone surrogates are escaped.
fn escaped(machine: &Machine, value: Value) -> String {
    match machine.text(value) {
        Some(text) if text.is_ascii() => text.to_string_lossy().into_owned(),
        Some(text) => {
            let write = |point: u32| match char::from_u32(point) {
                Some(character) => character.to_string(),
                None => format!("\\u{point:04x}"),
            };
            text.code_points().map(write).collect()
        }
        None => format!("not a string: {}", machine.type_name(value)),
    }
}
