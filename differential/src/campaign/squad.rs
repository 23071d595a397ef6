//! The engines of one thread: the reference machine and its opponents.

use crate::compare::{Difference, Verdict, compare};
use crate::engine::{Engine, InProcess, Job, Limits, Outcome, Worker, analyse};
use crate::generate::{Generated, HARNESS};
use crate::machine::Kind;
use crate::place::{Place, locate};
use crate::pythons::Version;
use crate::reduce::reduce;
use std::time::{Duration, Instant};

/// Whom the reference machine is compared with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Opponent {
    Vm,
    Command(String),
}

impl Opponent {
    /// `vm`, or a command.
    pub fn parse(text: &str) -> Opponent {
        if text == "vm" { Opponent::Vm } else { Opponent::Command(text.to_owned()) }
    }

    /// As it is given on a command line.
    pub fn text(&self) -> &str {
        match self {
            Opponent::Vm => "vm",
            Opponent::Command(command) => command,
        }
    }

    pub fn start(&self) -> Result<Box<dyn Engine>, String> {
        Ok(match self {
            Opponent::Vm => Box::new(InProcess::start(Kind::Vm, HARNESS)?),
            Opponent::Command(command) => Box::new(Worker::start(command, HARNESS, Limits::default())?),
        })
    }
}

/// The engines of one thread.
pub struct Squad {
    pub reference: InProcess,
    opponents: Vec<Box<dyn Engine>>,
}

/// A program on which an opponent and the reference machine differ.
#[derive(Clone, Debug)]
pub struct Finding {
    pub seed: Option<u64>,
    pub source: String,
    pub opponent: usize,
    pub expected: Outcome,
    pub actual: Outcome,
    pub difference: Difference,
}

/// What became of a few programs.
#[derive(Default)]
pub struct Batch {
    pub findings: Vec<Finding>,
    /// By program: the reference machine's outcome, and how often each rule fired.
    pub outcomes: Vec<Ran>,
    /// By opponent: how many programs were the same, and of how many nothing can be said.
    pub same: Vec<u64>,
    pub nothing: Vec<u64>,
}

/// A program that ran on the reference machine.
pub struct Ran {
    pub source: String,
    pub outcome: Outcome,
    pub coverage: Vec<u64>,
}

/// A program of a batch.
struct Program {
    seed: Option<u64>,
    source: String,
    since: Version,
}

/// How long one difference is reduced.
const REDUCTION: Duration = Duration::from_secs(60);

impl Squad {
    pub fn start(opponents: &[Opponent]) -> Result<Squad, String> {
        Ok(Squad {
            reference: InProcess::start(Kind::Reference, HARNESS)?,
            opponents: opponents.iter().map(Opponent::start).collect::<Result<_, _>>()?,
        })
    }

    /// Name and version of an opponent.
    pub fn opponent(&self, number: usize) -> (String, Version) {
        let engine = &self.opponents[number];
        (engine.name().to_owned(), engine.version())
    }

    pub fn run_programs(&mut self, programs: Vec<Generated>) -> Batch {
        let program = |made: Generated| Program {
            seed: Some(made.seed),
            source: made.source,
            since: (made.since.0 as u32, made.since.1 as u32),
        };
        self.run(programs.into_iter().map(program).collect())
    }

    pub fn run_sources(&mut self, sources: &[String]) -> Batch {
        let program = |source: &String| Program { seed: None, source: source.clone(), since: (0, 0) };
        self.run(sources.iter().map(program).collect())
    }

    /// Runs programs on all engines. Other processes work while those of this one do.
    fn run(&mut self, programs: Vec<Program>) -> Batch {
        let suits = |engine: &dyn Engine, program: &Program| program.since <= engine.version();
        for engine in self.opponents.iter_mut().filter(|engine| engine.works_beside()) {
            let fitting = programs.iter().filter(|program| suits(&**engine, program));
            engine.submit(&fitting.map(|program| Job::new(&program.source)).collect::<Vec<_>>());
        }
        let mut actual: Vec<Vec<Outcome>> = self.opponents.iter().map(|_| Vec::new()).collect();
        let mut batch = Batch { same: vec![0; self.opponents.len()], ..Batch::default() };
        batch.nothing = batch.same.clone();
        for program in &programs {
            let analysis = analyse(&program.source);
            let job = Job::parsed(&program.source, analysis.as_ref());
            let outcome = self.reference.run(&job);
            let coverage = self.reference.machine().coverage.clone();
            batch.outcomes.push(Ran { source: program.source.clone(), outcome, coverage });
            let here =
                self.opponents.iter_mut().zip(&mut actual).filter(|(engine, _)| !engine.works_beside());
            for (engine, outcomes) in here.filter(|(engine, _)| suits(&***engine, program)) {
                outcomes.push(engine.run(&job));
            }
        }
        for (engine, outcomes) in self.opponents.iter_mut().zip(&mut actual) {
            if engine.works_beside() {
                *outcomes = engine.collect();
            }
        }
        for (number, (engine, actual)) in self.opponents.iter().zip(actual).enumerate() {
            let fitting =
                programs.iter().zip(&batch.outcomes).filter(|(program, _)| suits(&**engine, program));
            let fitting: Vec<_> = fitting.collect();
            let strict = engine.version() >= self.reference.version();
            for ((program, ran), actual) in fitting.into_iter().zip(actual) {
                match compare(&ran.outcome, &actual, strict) {
                    Verdict::Same => batch.same[number] += 1,
                    Verdict::Nothing(_) => batch.nothing[number] += 1,
                    Verdict::Different(difference) => batch.findings.push(Finding {
                        seed: program.seed,
                        source: program.source.clone(),
                        opponent: number,
                        expected: ran.outcome.clone(),
                        actual,
                        difference,
                    }),
                }
            }
        }
        batch
    }

    /// Runs a program alone on an opponent and on the reference machine, and compares.
    pub fn compare(&mut self, source: &str, seed: Option<u64>, opponent: usize) -> Option<Finding> {
        let analysis = analyse(source);
        let job = Job::parsed(source, analysis.as_ref());
        let expected = self.reference.run(&job);
        if matches!(expected, Outcome::Poisoned(_) | Outcome::Unsupported(_)) {
            return None;
        }
        let engine = &mut self.opponents[opponent];
        let strict = engine.version() >= self.reference.version();
        let actual = engine.run(&job);
        let difference = compare(&expected, &actual, strict).difference()?;
        Some(Finding { seed, source: source.to_owned(), opponent, expected, actual, difference })
    }

    /// Runs a program that differed once more, with nothing before it.
    pub fn confirm(&mut self, finding: Finding) -> Option<Finding> {
        self.compare(&finding.source, finding.seed, finding.opponent)
    }

    pub fn locate(&mut self, finding: &Finding) -> Place {
        let job = Job::new(&finding.source);
        locate(&mut self.reference, &job, &finding.expected, &finding.actual, &finding.difference)
    }

    /// Makes the program smaller as long as it shows the same difference.
    pub fn reduce(&mut self, finding: &Finding, deadline: Option<Instant>) -> Finding {
        let signature = finding.difference.signature();
        let end = Instant::now() + REDUCTION;
        let end = deadline.map_or(end, |deadline| end.min(deadline + Duration::from_secs(10)));
        let mut best = finding.clone();
        reduce(&finding.source, &mut |candidate| {
            if Instant::now() >= end {
                return false;
            }
            match self.compare(candidate, finding.seed, finding.opponent) {
                Some(found) if found.difference.signature() == signature => {
                    best = found;
                    true
                }
                _ => false,
            }
        });
        best
    }
}
