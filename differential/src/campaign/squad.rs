//! The engines of one thread: the reference machine and its opponents.

use crate::compare::{Difference, Verdict, compare, says_something};
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

/// Programs that have run on the machines of this process, and on other engines not yet or not to the end.
#[derive(Default)]
pub struct Round {
    programs: Vec<Program>,
    outcomes: Vec<Ran>,
    /// By opponent: which programs it is to run.
    wanted: Vec<Vec<usize>>,
    /// By opponent: the outcomes of these.
    actual: Vec<Vec<Outcome>>,
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

    /// Runs made programs on the machines of this process. Other processes go on with what was handed over before.
    pub fn run_programs(&mut self, programs: Vec<Generated>) -> Round {
        let program = |made: Generated| Program {
            seed: Some(made.seed),
            source: made.source,
            since: (made.since.0 as u32, made.since.1 as u32),
        };
        self.run_here(programs.into_iter().map(program).collect())
    }

    /// Runs programs on all engines.
    pub fn run_sources(&mut self, sources: &[String]) -> Batch {
        let program = |source: &String| Program { seed: None, source: source.clone(), since: (0, 0) };
        let round = self.run_here(sources.iter().map(program).collect());
        self.hand_over(&round);
        self.conclude(round)
    }

    /// Runs programs on the machines of this process, the reference machine first. Those that it can't say anything about
    /// run nowhere else: at a limit other engines take longest.
    fn run_here(&mut self, programs: Vec<Program>) -> Round {
        let mut round = Round { programs: Vec::with_capacity(programs.len()), ..Round::default() };
        round.actual.resize_with(self.opponents.len(), Vec::new);
        round.wanted.resize_with(self.opponents.len(), Vec::new);
        for (at, program) in programs.into_iter().enumerate() {
            let analysis = analyse(&program.source);
            let job = Job::parsed(&program.source, analysis.as_ref());
            let outcome = self.reference.run(&job);
            let coverage = self.reference.machine().coverage.clone();
            for (number, engine) in self.opponents.iter_mut().enumerate() {
                if program.since > engine.version() || !says_something(&outcome) {
                    continue;
                }
                round.wanted[number].push(at);
                if !engine.works_beside() {
                    round.actual[number].push(engine.run(&job));
                }
            }
            round.outcomes.push(Ran { source: program.source.clone(), outcome, coverage });
            round.programs.push(program);
        }
        round
    }

    /// Hands the programs of a round over to other processes. Until it is concluded they take nothing else.
    pub fn hand_over(&mut self, round: &Round) {
        for (engine, wanted) in self.opponents.iter_mut().zip(&round.wanted) {
            if engine.works_beside() {
                let jobs: Vec<Job> = wanted.iter().map(|&at| Job::new(&round.programs[at].source)).collect();
                engine.submit(&jobs);
            }
        }
    }

    /// Waits for other processes, and compares.
    pub fn conclude(&mut self, mut round: Round) -> Batch {
        for (engine, outcomes) in self.opponents.iter_mut().zip(&mut round.actual) {
            if engine.works_beside() {
                *outcomes = engine.collect();
            }
        }
        let opponents = self.opponents.len();
        let mut batch = Batch { same: vec![0; opponents], nothing: vec![0; opponents], ..Batch::default() };
        for (number, engine) in self.opponents.iter().enumerate() {
            let fitting = round.programs.iter().filter(|program| program.since <= engine.version()).count();
            batch.nothing[number] = (fitting - round.wanted[number].len()) as u64;
            let strict = engine.version() >= self.reference.version();
            let actual = std::mem::take(&mut round.actual[number]);
            for (&at, actual) in round.wanted[number].iter().zip(actual) {
                let (program, expected) = (&round.programs[at], &round.outcomes[at].outcome);
                match compare(expected, &actual, strict) {
                    Verdict::Same => batch.same[number] += 1,
                    Verdict::Nothing(_) => batch.nothing[number] += 1,
                    Verdict::Different(difference) => batch.findings.push(Finding {
                        seed: program.seed,
                        source: program.source.clone(),
                        opponent: number,
                        expected: expected.clone(),
                        actual,
                        difference,
                    }),
                }
            }
        }
        batch.outcomes = round.outcomes;
        batch
    }

    /// Runs a program alone on an opponent and on the reference machine, and compares.
    pub fn compare(&mut self, source: &str, seed: Option<u64>, opponent: usize) -> Option<Finding> {
        let analysis = analyse(source);
        let job = Job::parsed(source, analysis.as_ref());
        let expected = self.reference.run(&job);
        if !says_something(&expected) {
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
