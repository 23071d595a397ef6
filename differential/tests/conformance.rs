//! The whole conformance suite on the machines.

use differential::conformance::{Engine, Suite, check};
use differential::machine::{Kind, keep_panics};
use std::path::Path;

#[test]
fn suite_passes_on_the_machines() {
    keep_panics();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/conformance");
    let suite = Suite::load(&folder, &[]).expect("the suite is there");
    assert!(suite.programs.len() >= 300, "the suite has {} programs", suite.programs.len());
    let engines: Vec<Engine> = Kind::ALL.iter().map(|&kind| Engine::Machine(kind)).collect();
    let report = check(&suite, &engines, 2, &|_| {});
    let mut failures = report.problems.clone();
    for (entry, verdict, failure) in report.failures() {
        let (what, expected, actual) = (&failure.what, &failure.expected, &failure.actual);
        failures
            .push(format!("{} on {}: {what}: expected {expected}, got {actual}", entry.id, verdict.engine));
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
