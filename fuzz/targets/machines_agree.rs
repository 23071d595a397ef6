//! Programs made from bytes: the reference machine and the VM observe the same. What guides the search is not only which code
//! runs, but what the reference machine reaches: see `differential::features`.
#![no_main]

use differential::compare::{Verdict, compare};
use differential::engine::{Engine, InProcess, Job};
use differential::features::{COUNTERS, Features};
use differential::generate::{HARNESS, Profile, from_bytes};
use differential::machine::Kind;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use std::sync::atomic::{AtomicU8, Ordering};

/// libFuzzer takes the bytes in this section for counters of its own.
// SAFETY: the section is one of plain bytes, and its name means nothing to the linker.
#[unsafe(link_section = "__libfuzzer_extra_counters")]
static REACHED: [AtomicU8; COUNTERS] = [const { AtomicU8::new(0) }; COUNTERS];

thread_local! {
    static MACHINES: RefCell<(InProcess, InProcess)> = RefCell::new((
        InProcess::start(Kind::Reference, HARNESS).expect("the harness is tested"),
        InProcess::start(Kind::Vm, HARNESS).expect("the harness is tested"),
    ));
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let made = from_bytes(Profile::ALL[first as usize % Profile::ALL.len()], rest);
    let job = Job::new(&made.source);
    MACHINES.with_borrow_mut(|(reference, vm)| {
        let count = |counter: usize| {
            let counter = &REACHED[counter];
            counter.store(counter.load(Ordering::Relaxed).saturating_add(1), Ordering::Relaxed);
        };
        let expected = reference.watch(&job, &mut Features::new(count));
        let verdict = compare(&expected, &vm.run(&job), true);
        if let Verdict::Different(difference) = verdict {
            panic!("{difference:#?}\n{}", made.source);
        }
    });
});
