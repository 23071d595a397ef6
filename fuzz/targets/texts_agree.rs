//! Any text: the two machines take it for a program or not, and observe the same of it.
#![no_main]

use differential::compare::{Verdict, compare};
use differential::engine::{Engine, InProcess, Job};
use differential::generate::HARNESS;
use differential::machine::Kind;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local! {
    static MACHINES: RefCell<(InProcess, InProcess)> = RefCell::new((
        InProcess::start(Kind::Reference, HARNESS).expect("the harness is tested"),
        InProcess::start(Kind::Vm, HARNESS).expect("the harness is tested"),
    ));
}

fuzz_target!(|text: &str| {
    let job = Job::new(text);
    MACHINES.with_borrow_mut(|(reference, vm)| {
        if let Verdict::Different(difference) = compare(&reference.run(&job), &vm.run(&job), true) {
            panic!("{difference:#?}");
        }
    });
});
