//! Any text is run by both machines to the same end: no panic, no hang, the same output and exit.
//!
//! `GRADUS_CHECKS=100000` asks for so many texts of each sort.

mod generated;

use differential::machine::{Ending, Kind, conclude, guarded, isolated, keep_panics, run, syntax_error_text};
use generated::{Calls, Mutated, Soup};
use quickcheck::{QuickCheck, TestResult, Testable};
use semantics::state::{Limits, Machine, Output};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What a program may use. A step of the VM is a jump back or a call.
fn limits(kind: Kind) -> Limits {
    let fuel = match kind {
        Kind::Reference => 1_000_000,
        Kind::Vm => 100_000,
    };
    Limits { fuel, memory: 64 << 20, recursion: 200 }
}

/// No program within its limits takes so long, on a busy machine and unoptimized.
const HANG: Duration = Duration::from_secs(120);

/// What is run now, and since when.
type Watched = Arc<Mutex<Option<(Instant, String)>>>;

/// Ends the process, saying why, when a program doesn't end.
fn watch(watched: Watched) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let Ok(current) = watched.lock() else { return };
            if let Some((since, text)) = &*current
                && since.elapsed() > HANG
            {
                eprintln!("this program hangs:\n{text}");
                std::process::exit(1);
            }
        }
    });
}

/// Both machines before their first step, to be copied for each program.
struct Machines {
    fresh: Machine,
    watched: Watched,
}

/// What a program showed; nothing where a limit was reached or a construct has no rule.
#[derive(PartialEq, Eq, Debug)]
struct Observed {
    ending: Ending,
    stdout: String,
    stderr: String,
}

impl Machines {
    fn new() -> Machines {
        let watched = Watched::default();
        watch(watched.clone());
        Machines { fresh: Machine::new(limits(Kind::Reference), Output::kept()), watched }
    }

    /// Runs a text on a machine; the error says what the machine did wrong.
    fn observe(&self, text: &[u8], kind: Kind) -> Result<Option<Observed>, String> {
        if let Ok(mut watched) = self.watched.lock() {
            *watched = Some((Instant::now(), String::from_utf8_lossy(text).into_owned()));
        }
        let observed = guarded(|| self.play(text, kind));
        if let Ok(mut watched) = self.watched.lock() {
            *watched = None;
        }
        observed
    }

    fn play(&self, text: &[u8], kind: Kind) -> Option<Observed> {
        let mut machine = self.fresh.clone();
        machine.limits = limits(kind);
        let mut ending = Ending::Exit(1);
        match machine.load_main("program.py", text) {
            Ok(()) => {
                run(&mut machine, kind);
                ending = conclude(&mut machine);
            }
            Err(error) => {
                let text = syntax_error_text(&error, "program.py", text);
                machine.write_stderr(text.as_bytes());
            }
        }
        let Output::Kept { stdout, stderr } = &machine.output else { return None };
        let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let is_decided = matches!(ending, Ending::Exit(_)) && !machine.reached_a_limit;
        is_decided.then_some(Observed { ending, stdout, stderr })
    }

    /// Whether both machines show the same; if not, what they show.
    fn agree(&self, text: &[u8]) -> TestResult {
        let [reference, vm] = [Kind::Reference, Kind::Vm].map(|kind| self.observe(text, kind));
        match (reference, vm) {
            (Ok(None), Ok(_)) | (Ok(_), Ok(None)) => TestResult::passed(),
            (Ok(reference), Ok(vm)) if reference == vm => TestResult::passed(),
            (reference, vm) => {
                let text = String::from_utf8_lossy(text);
                TestResult::error(format!("reference: {reference:#?}\nvm: {vm:#?}\n{text}"))
            }
        }
    }
}

thread_local! {
    static MACHINES: Machines = Machines::new();
}

fn agree(text: &[u8]) -> TestResult {
    MACHINES.with(|machines| machines.agree(text))
}

/// Runs a property so many times, or as often as `GRADUS_CHECKS` says, on a thread with stack enough for parsing.
fn check<P: Testable + Send>(default: u64, property: P) {
    keep_panics();
    let wanted = std::env::var("GRADUS_CHECKS").ok().and_then(|text| text.parse().ok());
    let count = wanted.unwrap_or(default);
    let checks = move || QuickCheck::new().tests(count).max_tests(count * 2).quickcheck(property);
    let result = isolated(checks);
    if let Err(message) = &result {
        eprintln!("{message}");
    }
    assert!(result.is_ok());
}

#[test]
fn on_mutated_programs() {
    fn property(program: Mutated) -> TestResult {
        agree(program.0.as_bytes())
    }
    check(150, property as fn(Mutated) -> TestResult);
}

#[test]
fn on_calls_with_odd_arguments() {
    fn property(calls: Calls) -> TestResult {
        agree(calls.program().as_bytes())
    }
    check(100, property as fn(Calls) -> TestResult);
}

#[test]
fn on_token_soups() {
    fn property(soup: Soup) -> TestResult {
        agree(soup.0.as_bytes())
    }
    check(300, property as fn(Soup) -> TestResult);
}

#[test]
fn on_random_bytes() {
    fn property(bytes: Vec<u8>) -> TestResult {
        agree(&bytes)
    }
    check(300, property as fn(Vec<u8>) -> TestResult);
}
