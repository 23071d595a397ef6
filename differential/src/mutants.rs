//! Seeded bugs: how many programs it takes until the reference machine and a VM with a mistake differ.

use crate::compare::{Difference, Verdict, compare};
use crate::engine::{Engine, InProcess, Job, Outcome};
use crate::generate::{Generated, HARNESS};
use crate::machine::Kind;
use std::time::{Duration, Instant};
use vm::mutants::Mutant;

/// How a mutant was found.
#[derive(Clone, Debug)]
pub struct Detection {
    pub source: String,
    pub difference: Difference,
}

/// The search for one mutant.
#[derive(Clone, Debug)]
pub struct Hunt {
    pub mutant: Mutant,
    pub detection: Option<Detection>,
    /// How many programs ran, the one that shows the mistake included.
    pub programs: u64,
    pub time: Duration,
}

/// The machines of a search.
pub struct Hunter {
    reference: InProcess,
    vm: InProcess,
}

impl Hunter {
    pub fn start() -> Result<Hunter, String> {
        let start = |kind| InProcess::start(kind, HARNESS);
        Ok(Hunter { reference: start(Kind::Reference)?, vm: start(Kind::Vm)? })
    }

    /// Runs programs until one shows the mutant, or the time is over.
    pub fn hunt(&mut self, mutant: Mutant, limit: Duration, program: impl Fn(u64) -> Generated) -> Hunt {
        let started = Instant::now();
        let mut hunt = Hunt { mutant, detection: None, programs: 0, time: Duration::ZERO };
        while hunt.detection.is_none() && started.elapsed() < limit {
            let source = program(hunt.programs).source;
            hunt.programs += 1;
            hunt.detection =
                self.difference(&source, mutant).map(|difference| Detection { source, difference });
        }
        hunt.time = started.elapsed();
        hunt
    }

    /// The difference that a mutant makes to a program, and the machines as they are do not.
    pub fn difference(&mut self, source: &str, mutant: Mutant) -> Option<Difference> {
        let expected = self.reference.run(&Job::new(source));
        let difference = self.compared(&expected, source, Some(mutant))?;
        self.compared(&expected, source, None).is_none().then_some(difference)
    }

    fn compared(&mut self, expected: &Outcome, source: &str, mutant: Option<Mutant>) -> Option<Difference> {
        self.vm.set_mutant(mutant);
        match compare(expected, &self.vm.run(&Job::new(source)), true) {
            Verdict::Different(difference) => Some(difference),
            _ => None,
        }
    }
}
