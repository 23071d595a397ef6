//! Any program: the two machines give the same output and end in the same way.
#![no_main]

use libfuzzer_sys::fuzz_target;
use semantics::state::{Limits, Machine, Output};

/// Steps that a program may make; one that needs more says nothing.
const FUEL: u64 = 20_000;
const MEMORY: usize = 256 << 20;

/// Output, and how the run ended; `None` if a limit was reached or a construct has no rule.
fn observe(bytes: &[u8], run: fn(&mut Machine)) -> Option<(Vec<u8>, Option<String>)> {
    let limits = Limits { fuel: FUEL, memory: MEMORY, ..Limits::default() };
    let mut machine = Machine::new(limits, Output::kept());
    machine.load_main("fuzz.py", bytes).ok()?;
    run(&mut machine);
    machine.flush_output();
    if machine.stopped.is_some() {
        return None;
    }
    let ending = match machine.result {
        Some(Err(exception)) => Some(machine.type_name(exception)),
        _ => None,
    };
    match &machine.output {
        Output::Kept { stdout, .. } => Some((stdout.clone(), ending)),
        Output::Process { .. } => None,
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let (Some(reference), Some(fast)) = (observe(bytes, Machine::run), observe(bytes, vm::run)) {
        assert_eq!(reference, fast);
    }
});
