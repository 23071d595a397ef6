//! Programs on the machines of this process.

use semantics::machine::Tracer;
use semantics::state::{Limits, Machine, Output, Stop, Type, Value};
use spec::{Source, SyntaxError};
use std::backtrace::{Backtrace, BacktraceStatus};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Which of the machines.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    Vm,
    Reference,
}

impl Kind {
    /// The machines that there are, the fastest first.
    pub const ALL: &[Kind] = &[Kind::Reference, Kind::Vm];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Vm => "vm",
            Kind::Reference => "reference",
        }
    }
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ending {
    /// The program's own exit code.
    Exit(u8),
    /// There is no rule for a construct.
    Unsupported { construct: String, line: u32, rule: String },
    /// It used up what it was allowed.
    Limit(&'static str),
    /// A mistake in the machine: what was said about it.
    Internal(String),
}

impl Ending {
    pub const UNSUPPORTED: u8 = 121;
    pub const LIMIT: u8 = 124;
    pub const INTERNAL: u8 = 125;

    /// The exit code of the command.
    pub fn code(&self) -> u8 {
        match self {
            Ending::Exit(code) => *code,
            Ending::Unsupported { .. } => Ending::UNSUPPORTED,
            Ending::Limit(_) => Ending::LIMIT,
            Ending::Internal(_) => Ending::INTERNAL,
        }
    }

    /// What there is to say about an ending that is not the program's own.
    pub fn complaint(&self, file: &str) -> Option<String> {
        match self {
            Ending::Exit(_) => None,
            Ending::Unsupported { construct, line, rule } => Some(format!(
                "{file}, line {line}: {construct} is not supported: there is no rule for `{rule}`"
            )),
            Ending::Limit(limit) => Some(format!("{file}: stopped: the {limit} limit is reached")),
            Ending::Internal(message) => Some(format!("internal error: {message}")),
        }
    }
}

/// A program and what it may use.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    /// The name that tracebacks show.
    pub file: &'a str,
    pub text: &'a [u8],
    /// `sys.argv`, the program's name first.
    pub arguments: Vec<String>,
    pub limits: Limits,
    pub kind: Kind,
}

/// What a run gave.
#[derive(Debug)]
pub struct Report {
    pub ending: Ending,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    pub steps: u64,
    /// By number of the rule: how often it was begun.
    pub coverage: Vec<u64>,
    pub time: Duration,
}

/// Lets a machine run until it has a result or has to stop.
pub fn run(machine: &mut Machine, kind: Kind) {
    match kind {
        Kind::Vm => vm::run(machine),
        Kind::Reference => machine.run(),
    }
}

/// Runs a program; its output goes to this process, which is to end soon. Gives how it ended, and by number of the rule how
/// often it was begun.
pub fn run_here(job: &Job) -> (Ending, Vec<u64>) {
    isolated(|| {
        let mut machine = Machine::new(job.limits, Output::default());
        let ending = play(&mut machine, job);
        machine.flush_output();
        let coverage = std::mem::take(&mut machine.coverage);
        // The system takes all memory back at once; giving up object by object would take as long as a collection.
        std::mem::forget(machine);
        (ending, coverage)
    })
    .unwrap_or_else(|message| (Ending::Internal(message), Vec::new()))
}

/// Runs a program; its output is kept.
pub fn observe(job: &Job) -> Report {
    let started = Instant::now();
    let observed = isolated(|| {
        let mut machine = Machine::new(job.limits, Output::kept());
        let ending = play(&mut machine, job);
        let (stdout, stderr) = kept(&mut machine);
        let (steps, coverage) = (machine.steps, std::mem::take(&mut machine.coverage));
        Report { ending, stdout, stderr, steps, coverage, time: started.elapsed() }
    });
    observed.unwrap_or_else(|message| Report {
        ending: Ending::Internal(message),
        stdout: Vec::new(),
        stderr: Vec::new(),
        steps: 0,
        coverage: Vec::new(),
        time: started.elapsed(),
    })
}

/// Runs a program on the reference machine; its output is kept, and the tracer sees each state.
pub fn watch<T: Tracer + Send>(job: &Job, mut tracer: T) -> Report {
    let started = Instant::now();
    let mut machine = Machine::new(job.limits, Output::kept());
    let mut ending = None;
    if start(&mut machine, job) {
        machine.run_traced(&mut tracer);
        ending = Some(conclude(&mut machine));
    }
    let (stdout, stderr) = kept(&mut machine);
    Report {
        ending: ending.unwrap_or(Ending::Exit(1)),
        stdout,
        stderr,
        steps: machine.steps,
        coverage: machine.coverage,
        time: started.elapsed(),
    }
}

/// The output that a machine has kept.
fn kept(machine: &mut Machine) -> (Vec<u8>, Vec<u8>) {
    match std::mem::take(&mut machine.output) {
        Output::Kept { stdout, stderr } => (stdout, stderr),
        Output::Process { .. } => Default::default(),
    }
}

/// Loads and runs a program, and tells the user of an exception that it did not catch.
fn play(machine: &mut Machine, job: &Job) -> Ending {
    if !start(machine, job) {
        return Ending::Exit(1);
    }
    run(machine, job.kind);
    conclude(machine)
}

/// Loads a program; whether it is one. If not, the user is told.
pub fn start(machine: &mut Machine, job: &Job) -> bool {
    machine.arguments = job.arguments.clone();
    let Err(error) = machine.load_main(job.file, job.text) else { return true };
    let text = syntax_error_text(&error, job.file, job.text);
    machine.write_stderr(text.as_bytes());
    false
}

/// What a source that is no program makes CPython print.
pub fn syntax_error_text(error: &SyntaxError, file: &str, text: &[u8]) -> String {
    match Source::from_bytes(file, text) {
        Ok(source) => error.traceback(&source),
        Err(error) => format!("{}\n", error.headline()),
    }
}

/// The ending of a machine that has run. The user is told of an exception that nobody caught.
pub fn conclude(machine: &mut Machine) -> Ending {
    match machine.stopped.clone() {
        Some(Stop::Fuel) => return Ending::Limit("fuel"),
        Some(Stop::Memory) => return Ending::Limit("memory"),
        Some(Stop::Unsupported { construct, line, rule }) => {
            return Ending::Unsupported { construct, line, rule };
        }
        None => {}
    }
    let Some(Err(exception)) = machine.result else { return Ending::Exit(0) };
    machine.flush_output();
    if machine.is_instance(exception, Type::SystemExit) {
        return Ending::Exit(exit_code(machine, exception));
    }
    let text = machine.describe_exception(exception);
    machine.write_stderr(text.as_bytes());
    Ending::Exit(1)
}

/// The exit code that a `SystemExit` asks for. What is neither `None` nor an int is printed.
fn exit_code(machine: &mut Machine, exception: Value) -> u8 {
    let name = machine.heap.intern("code");
    let args = machine.exception_data(exception).map_or(Value::NONE, |data| data.args);
    let code =
        machine.exception_member(exception, name).present().unwrap_or(match *machine.tuple_items(args) {
            [] => Value::NONE,
            [only] => only,
            _ => args,
        });
    if code.is_none() {
        return 0;
    }
    if machine.is_integer(code) {
        // The system keeps the low 8 bits; CPython makes -1 of what is no C int.
        return machine.small_integer(code).map_or(255, |code| code as u8);
    }
    let text = machine.describe_value(code).unwrap_or_default();
    machine.write_stderr(format!("{text}\n").as_bytes());
    1
}

/// The native stack of a machine's thread: parsing is recursive, and nothing else is deep.
const STACK: usize = 256 << 20;

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on panics are kept for [`guarded`] and not printed; with `RUST_BACKTRACE=1`, with where they come from.
pub fn keep_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!(" ({}:{})", place.file(), place.line()));
        let payload = panic.payload();
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("panic");
        let mut message = format!("{text}{}", place.unwrap_or_default());
        let backtrace = Backtrace::capture();
        if backtrace.status() == BacktraceStatus::Captured {
            message.push_str(&format!("\n{backtrace}"));
        }
        PANIC.with(|last| *last.borrow_mut() = Some(message));
    }));
}

/// What the last panic of this thread said, where panics are kept.
pub fn last_panic() -> String {
    PANIC.with(|last| last.borrow_mut().take()).unwrap_or_else(|| "panic".to_owned())
}

/// Does something; a panic becomes an error.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| last_panic())
}

/// Does something on a thread of its own, where a panic becomes an error.
pub fn isolated<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, String> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || guarded(work));
        match thread.map(|thread| thread.join()) {
            Ok(Ok(result)) => result,
            Ok(Err(_)) => Err("a thread came to a bad end".to_owned()),
            Err(error) => Err(format!("no thread could be started: {error}")),
        }
    })
}
