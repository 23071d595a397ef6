//! Engines: what they observe, and that programs don't see each other.

use differential::engine::{Engine, InProcess, Job, Limits, Outcome, Worker};
use differential::machine::{Kind, isolated};
use differential::observe::{Ending, Observation, Wish};
use differential::pythons;
use std::time::Duration;

/// A harness as small as can be.
const HARNESS: &str = "
__log__ = []
def log(text):
    __log__.append(text)
class Held:
    items = []
def __digest__():
    return chr(10).join([name + ' = ' + repr(globals()[name]) for name in sorted(globals()) if name not in known])
known = None
known = set(globals())
";

/// The machines, and the newest CPython that there is.
fn with_engines(test: impl Fn(&mut dyn Engine) + Send + Sync) {
    let done = isolated(|| {
        for &kind in Kind::ALL {
            test(&mut InProcess::start(kind, HARNESS).expect("the harness is good"));
        }
        match python() {
            Some(mut python) => test(&mut python),
            None => eprintln!("skipped in part: no Python is installed"),
        }
    });
    done.expect("no panic");
}

fn python() -> Option<Worker> {
    let python = pythons::find().pop()?;
    let limits = Limits { time: Duration::from_millis(500), ..Limits::default() };
    Some(Worker::start(&python.path.to_string_lossy(), HARNESS, limits).expect("it starts"))
}

fn observation(engine: &mut dyn Engine, source: &str) -> Observation {
    let job = Job { wish: Wish { message: true, lines: false }, ..Job::new(source) };
    match engine.run(&job) {
        Outcome::Done(observation) => *observation,
        other => panic!("{}: {other:?}", engine.name()),
    }
}

#[test]
fn observation_has_ending_log_output_and_namespace() {
    with_engines(|engine| {
        let seen = observation(engine, "x = 1\nlog('a\\ud800')\nprint('out')\nlog('b')\n1 / 0\n");
        assert_eq!(seen.ending, Ending::Raised("ZeroDivisionError".into()), "{}", engine.name());
        assert_eq!(seen.log, ["a\\ud800", "b"], "{}", engine.name());
        assert_eq!((seen.stdout.as_str(), seen.digest.as_str()), ("out\n", "x = 1"), "{}", engine.name());
        assert_eq!(seen.message.as_deref(), Some("division by zero"), "{}", engine.name());
        assert_eq!(seen.raised_at, Some(5), "{}", engine.name());
    });
}

/// Leaves as much behind as it can.
const UNTIDY: &str = "
import sys, builtins
sys.left = builtins.left = Held.left = 1
Held.items.append(1)
log('left')
del __digest__
class Base(Held): __slots__ = ('a', 'b')
class Left(Exception): pass
left = Base(); left.a = 1
print = len
sys.setrecursionlimit(500)
raise Left
";

const LOOK: &str = "
import sys
class Other(Held): pass
o = Other(); o.b = 2; o.a = 1
seen = [hasattr(sys, 'left'), hasattr(Held, 'left'), Held.items, sys.getrecursionlimit()]
seen += [[c.__name__ for c in Held.__subclasses__()], o.__dict__]
print('here')
log('x')
try:
    left
except NameError:
    del o, Other
";

#[test]
fn programs_that_run_alone_do_not_see_each_other() {
    with_engines(|engine| {
        let before = observation(engine, LOOK);
        assert_eq!(before.digest.lines().filter(|line| line.contains("'left'")).count(), 0);
        observation(engine, UNTIDY);
        assert_eq!(observation(engine, LOOK), before, "{}", engine.name());
    });
}

#[test]
fn machine_that_goes_back_is_as_new() {
    let programs =
        ["x = [i * i for i in range(9)]\nlog(str(x))", UNTIDY, LOOK, "def f(): yield 1\ng = f()\nnext(g)"];
    let done = isolated(|| {
        for &kind in Kind::ALL {
            let mut used = InProcess::start(kind, HARNESS).expect("the harness is good");
            for source in programs.iter().cycle().take(12) {
                let (outcome, steps) = (used.run(&Job::new(source)), used.machine().steps);
                let mut new = InProcess::start(kind, HARNESS).expect("the harness is good");
                assert_eq!((new.run(&Job::new(source)), new.machine().steps), (outcome, steps), "{source}");
            }
        }
    });
    done.expect("no panic");
}

#[test]
fn batch_gives_outcomes_in_order() {
    with_engines(|engine| {
        let sources: Vec<String> = (0..120).map(|number| format!("n = {number}")).collect();
        let jobs: Vec<Job> = sources.iter().map(|source| Job::new(source)).collect();
        engine.submit(&jobs);
        for (source, outcome) in sources.iter().zip(engine.collect()) {
            assert!(matches!(&outcome, Outcome::Done(seen) if &seen.digest == source), "{outcome:?}");
        }
    });
}

#[test]
fn limits_poison_a_program_and_no_other_of_its_batch() {
    with_engines(|engine| {
        let endless = Job::new("while True: pass");
        let deep = Job::new("def f(): f()\nf()");
        engine.submit(&[Job::new("x = 1"), endless, deep, Job::new("x = 2")]);
        let outcomes = engine.collect();
        let name = engine.name();
        assert!(matches!(outcomes[0], Outcome::Done(_)), "{name}: {outcomes:?}");
        assert!(matches!(outcomes[1], Outcome::Poisoned(_)), "{name}: {outcomes:?}");
        assert!(matches!(outcomes[2], Outcome::Poisoned(_)), "{name}: {outcomes:?}");
        assert!(matches!(outcomes[3], Outcome::Done(_)), "{name}: {outcomes:?}");
    });
}

#[test]
fn text_that_is_no_program_is_rejected() {
    with_engines(|engine| {
        assert!(matches!(engine.run(&Job::new("x = = 1")), Outcome::Rejected(_)), "{}", engine.name());
    });
}

#[test]
fn crash_is_told_with_its_signal_and_the_next_program_runs() {
    let Some(mut python) = python() else { return eprintln!("skipped: no Python is installed") };
    let crash = Job::new("import os\nos.kill(os.getpid(), 11)");
    python.submit(&[Job::new("x = 1"), crash, Job::new("x = 2")]);
    let outcomes = python.collect();
    assert!(matches!(outcomes[0], Outcome::Done(_)), "{outcomes:?}");
    assert!(matches!(outcomes[1], Outcome::Crashed { signal: Some(11), .. }), "{outcomes:?}");
    assert!(matches!(outcomes[2], Outcome::Done(_)), "{outcomes:?}");
}

#[test]
fn command_that_is_no_python_is_an_error() {
    assert!(Worker::start("/bin/cat", HARNESS, Limits::default()).is_err());
    assert!(Worker::start("/nonexistent/python", HARNESS, Limits::default()).is_err());
}
