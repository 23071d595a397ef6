//! What the fuzzers do, on fixed seeds: a few programs of each kind.

use differential::compare::{Verdict, compare};
use differential::engine::{Engine, InProcess, Job, Outcome};
use differential::features::{COUNTERS, Features};
use differential::generate::{HARNESS, Profile, from_bytes, program};
use differential::machine::{Kind, isolated};
use semantics::machine::Tracer;
use semantics::state::Machine;
use spec::{Source, dump, grammar, parse, unparse};

/// How many programs of each profile.
const COUNT: u64 = 20;

fn each_program(mut test: impl FnMut(&str)) {
    for &profile in Profile::ALL {
        for seed in 0..COUNT {
            test(&program(Some(profile), seed).source);
        }
    }
}

/// Looks on and sees nothing.
struct Idle;

impl Tracer for Idle {
    fn before_step(&mut self, _: &Machine) {}
}

#[test]
fn machines_agree_on_generated_programs() {
    let done = isolated(|| {
        let mut reference = InProcess::start(Kind::Reference, HARNESS).expect("the harness is good");
        let mut vm = InProcess::start(Kind::Vm, HARNESS).expect("the harness is good");
        let mut compared = 0;
        each_program(|source| {
            let job = Job::new(source);
            match compare(&reference.run(&job), &vm.run(&job), true) {
                Verdict::Same => compared += 1,
                Verdict::Nothing(_) => {}
                Verdict::Different(difference) => panic!("{difference:?}\n{source}"),
            }
        });
        assert!(compared > COUNT * Profile::ALL.len() as u64 * 9 / 10, "{compared} were compared");
    });
    done.expect("no panic");
}

#[test]
fn harness_may_be_compiled_or_stepped() {
    let done = isolated(|| {
        let mut reference = InProcess::start(Kind::Reference, HARNESS).expect("the harness is good");
        each_program(|source| {
            let job = Job::new(source);
            let (mixed, stepped) = (reference.run(&job), reference.watch(&job, &mut Idle));
            // More steps are counted where the harness is stepped as well.
            if !matches!(stepped, Outcome::Poisoned(_)) {
                assert_eq!(mixed, stepped, "{source}");
            }
        });
    });
    done.expect("no panic");
}

#[test]
fn parsers_agree_on_generated_programs_and_on_their_unparsed_trees() {
    each_program(|text| {
        let source = Source::from_text("program.py", text).expect("it is text");
        let tree = parse(&source).expect("it is a program");
        let normative = grammar::parse(&source).expect("it is a program");
        assert_eq!(dump::dump(&tree, &source), dump::dump(&normative, &source), "{text}");
        let again = Source::from_text("program.py", &unparse::unparse(&tree)).expect("it is text");
        let tree = parse(&again).expect("it is a program");
        assert_eq!(unparse::unparse(&tree), again.text(), "{text}");
    });
}

#[test]
fn any_bytes_make_a_program() {
    for length in [0, 1, 7, 100, 5000] {
        let bytes: Vec<u8> = (0..length).map(|index: u32| (index * 151 % 256) as u8).collect();
        for &profile in Profile::ALL {
            let made = from_bytes(profile, &bytes);
            let source = Source::from_text("program.py", &made.source).expect("it is text");
            parse(&source).expect("it is a program");
        }
    }
}

#[test]
fn different_programs_reach_different_features() {
    let reached = |source: &str| {
        let mut reached = vec![false; COUNTERS];
        let mut reference = InProcess::start(Kind::Reference, HARNESS).expect("the harness is good");
        reference.watch(&Job::new(source), &mut Features::new(|counter| reached[counter] = true));
        reached
    };
    let done = isolated(|| {
        let (ints, texts) = (reached("x = 1 + 2"), reached("x = 'a' + 'b'"));
        let (caught, again) =
            (reached("try:\n    1 + 'a'\nexcept TypeError:\n    pass"), reached("x = 1 + 2"));
        assert_eq!(ints, again);
        assert!(ints != texts && ints != caught && texts != caught);
    });
    done.expect("no panic");
}
