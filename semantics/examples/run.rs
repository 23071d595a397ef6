//! Runs a file on the reference machine: for working on the semantics alone.
use semantics::state::{Limits, Machine, Output};

fn main() {
    let file = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read(&file).unwrap_or_default();
    for problem in &semantics::rules::link::RULES.problems {
        eprintln!("rule problem: {problem}");
    }
    let mut machine = Machine::new(Limits::default(), Output::default());
    if let Err(error) = machine.load_main(&file, &text) {
        eprintln!("{}", error.headline());
        std::process::exit(1);
    }
    machine.run();
    let _ = machine.flush_output();
    if let Some(stop) = &machine.stopped {
        eprintln!("stopped: {stop:?}");
    }
    if let Some(Err(exception)) = machine.result {
        eprint!("{}", machine.describe_exception(exception));
    }
    eprintln!("{} steps", machine.steps);
}
