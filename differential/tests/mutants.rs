//! Seeded bugs are found. (With the feature `mutants` alone.)
#![cfg(feature = "mutants")]

use differential::generate::program;
use differential::machine::isolated;
use differential::mutants::Hunter;
use std::collections::HashSet;
use std::time::Duration;
use vm::mutants::Mutant;

/// How long each mutant is looked for, on a busy computer and unoptimized.
const LIMIT: Duration = Duration::from_secs(60);

#[test]
fn each_mutant_is_found() {
    let hunts = isolated(|| {
        let mut hunter = Hunter::start().expect("the harness is good");
        let hunt = |&mutant: &Mutant| hunter.hunt(mutant, LIMIT, |number| program(None, number));
        Mutant::ALL.iter().map(hunt).collect::<Vec<_>>()
    });
    let hunts = hunts.expect("no panic");
    let missed: Vec<&str> =
        hunts.iter().filter(|hunt| hunt.detection.is_none()).map(|hunt| hunt.mutant.name()).collect();
    assert!(missed.is_empty(), "not found: {}", missed.join(", "));
    let mut programs: Vec<u64> = hunts.iter().map(|hunt| hunt.programs).collect();
    programs.sort_unstable();
    assert!(programs[programs.len() / 2] <= 12, "{programs:?}");
}

#[test]
fn each_mutant_says_what_it_does() {
    let mistakes: HashSet<&str> = Mutant::ALL.iter().map(|mutant| mutant.doc()).collect();
    assert_eq!(mistakes.len(), Mutant::ALL.len());
    assert!(Mutant::ALL.len() >= 60);
}
