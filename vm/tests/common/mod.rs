//! Programs run on both machines.
#![allow(dead_code)]

use semantics::state::{Limits, Machine, Output};

/// A machine with a program loaded, and nothing of it run yet.
pub fn loaded(source: &str) -> Machine {
    let limits = Limits { memory: 1 << 30, ..Limits::default() };
    let mut machine = Machine::new(limits, Output::kept());
    if let Err(error) = machine.load_main("test.py", source.as_bytes()) {
        panic!("{}", error.headline());
    }
    machine
}

/// What a machine has written, and the exception that nobody caught.
pub fn outcome(machine: &Machine) -> String {
    assert_eq!(machine.stopped, None);
    let Output::Kept { stdout, .. } = &machine.output else { unreachable!("output is kept") };
    let mut text = String::from_utf8_lossy(stdout).into_owned();
    if let Some(name) = machine.uncaught() {
        text.push_str(&name);
        text.push('\n');
    }
    text
}

/// What the program writes on the VM.
pub fn on_vm(source: &str) -> String {
    let mut machine = loaded(source);
    vm::run(&mut machine);
    outcome(&machine)
}

/// What the program writes on the VM when garbage is collected early and often.
pub fn on_vm_with_little_room(source: &str) -> String {
    let mut machine = loaded(source);
    machine.heap.threshold = machine.heap.bytes + (64 << 10);
    vm::run(&mut machine);
    assert!(machine.heap.collections > 1, "the program is meant to leave garbage");
    outcome(&machine)
}

/// What the program writes on the reference machine.
pub fn on_reference(source: &str) -> String {
    let mut machine = loaded(source);
    machine.run();
    outcome(&machine)
}

/// Both machines write the same words, these.
#[track_caller]
pub fn expect(source: &str, words: &str) {
    let wanted: Vec<&str> = words.split_whitespace().collect();
    assert_eq!(on_vm(source).split_whitespace().collect::<Vec<_>>(), wanted, "on the VM");
    assert_eq!(
        on_reference(source).split_whitespace().collect::<Vec<_>>(),
        wanted,
        "on the reference machine"
    );
}
