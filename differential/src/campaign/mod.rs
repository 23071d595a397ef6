//! A campaign: programs are made, run on the reference machine and on its opponents, and compared. What differs is confirmed,
//! reduced, and put into a bucket.
//!
//! A campaign is a seed and a number: program `n` of a seed is always the same one. Its folder holds how far it has come, so
//! that it goes on where it was interrupted, the buckets, and the corpus: programs that made a rule fire that had not fired
//! before, or ten times as often. They run again when it goes on.

mod squad;
mod state;

pub use squad::{Opponent, Round, Squad};
pub use state::{OpponentTotals, State, Totals};

use crate::generate::Profile;
use crate::known::Known;
use crate::machine::{guarded, isolated};
use crate::triage::Bucket;
use squad::Finding;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// What a campaign is to do.
#[derive(Clone, Debug)]
pub struct Plan {
    pub opponents: Vec<Opponent>,
    pub seed: u64,
    pub profile: Option<Profile>,
    /// It ends when so many programs have run, those before an interruption included,
    pub programs: Option<u64>,
    /// or after this time.
    pub time: Option<Duration>,
    pub jobs: usize,
    pub folder: PathBuf,
}

/// What a campaign tells while it goes on.
pub enum News<'a> {
    Progress(&'a State),
    Found(&'a Bucket),
}

/// How many programs go to an engine at a time.
const BATCH: u64 = 50;

/// How many differences of one kind are reduced: they may have different causes.
const MOST_REDUCED: u64 = 3;

/// What the threads share.
struct Shared<'a> {
    plan: &'a Plan,
    known: &'a Known,
    state: Mutex<State>,
    next: AtomicU64,
    /// A thread has failed: the others need not go on.
    failed: AtomicBool,
    deadline: Option<Instant>,
    tell: &'a (dyn Fn(News) + Sync),
}

/// Carries a campaign out, or goes on with it.
pub fn run(plan: &Plan, known: &Known, tell: &(dyn Fn(News) + Sync)) -> Result<State, String> {
    let state = State::open(plan)?;
    let shared = Shared {
        plan,
        known,
        next: AtomicU64::new(state.next),
        state: Mutex::new(state),
        failed: AtomicBool::new(false),
        deadline: plan.time.map(|time| Instant::now() + time),
        tell,
    };
    let results: Vec<Result<(), String>> = std::thread::scope(|scope| {
        let shared = &shared;
        let threads: Vec<_> = (0..plan.jobs.max(1))
            .map(|number| scope.spawn(move || isolated(|| shared.work(number == 0))))
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                thread.join().unwrap_or_else(|_| Err("a thread came to a bad end".into())).flatten()
            })
            .collect()
    });
    let state = shared.state.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    state.save(&plan.folder)?;
    results.into_iter().collect::<Result<(), String>>()?;
    Ok(state)
}

impl Shared<'_> {
    /// What each thread does: takes the next programs until there are enough.
    fn work(&self, is_first: bool) -> Result<(), String> {
        let done = self.work_on(is_first);
        self.failed.fetch_or(done.is_err(), Ordering::Relaxed);
        done
    }

    fn work_on(&self, is_first: bool) -> Result<(), String> {
        let mut squad = Squad::start(&self.plan.opponents)?;
        if is_first {
            for source in State::corpus(&self.plan.folder)? {
                let findings = squad.run_sources(&[source]);
                self.take(&mut squad, findings.findings)?;
            }
        }
        // While other processes run the programs of one round, this one runs those of the next.
        let mut before: Option<(Range<u64>, Round)> = None;
        loop {
            let next = self.next_range().map(|range| {
                let programs = range.clone().map(|number| self.plan.program(number)).collect();
                (range, squad.run_programs(programs))
            });
            if let Some((range, round)) = before.take() {
                let batch = squad.conclude(round);
                let findings = self.lock().add(range, batch, &self.plan.folder)?;
                self.take(&mut squad, findings)?;
                self.report()?;
            }
            let Some((range, round)) = next else { return Ok(()) };
            squad.hand_over(&round);
            before = Some((range, round));
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn next_range(&self) -> Option<Range<u64>> {
        if self.failed.load(Ordering::Relaxed) || self.deadline.is_some_and(|end| Instant::now() >= end) {
            return None;
        }
        let start = self.next.fetch_add(BATCH, Ordering::Relaxed);
        let end = self.plan.programs.map_or(start + BATCH, |most| most.min(start + BATCH));
        (start < end).then_some(start..end)
    }

    /// Shows how it goes, and saves it from time to time.
    fn report(&self) -> Result<(), String> {
        let mut state = self.lock();
        (self.tell)(News::Progress(&state));
        state.save_if_due(&self.plan.folder)
    }

    /// Confirms differences, and puts them into buckets.
    fn take(&self, squad: &mut Squad, findings: Vec<Finding>) -> Result<(), String> {
        for finding in findings {
            let Some(finding) = squad.confirm(finding) else {
                self.lock().totals.unconfirmed += 1;
                continue;
            };
            let place = squad.locate(&finding);
            let (name, version) = squad.opponent(finding.opponent);
            let signature = finding.difference.signature();
            if let Some(entry) = self.known.find(&name, version, &signature, &place.rule) {
                self.lock().totals.count_known(&entry.id);
                continue;
            }
            let kind = (name.clone(), signature, place.rule.clone());
            let count = self.lock().count_kind(&kind);
            if count > MOST_REDUCED {
                continue;
            }
            self.keep(squad, finding, name)?;
        }
        Ok(())
    }

    /// Reduces a difference, and puts it into its bucket.
    fn keep(&self, squad: &mut Squad, finding: Finding, name: String) -> Result<(), String> {
        let original = finding.source.clone();
        let started = Instant::now();
        let reduced = guarded(|| squad.reduce(&finding, self.deadline))
            .map_err(|panic| format!("reducing failed: {panic}\n{original}"))?;
        let place = squad.locate(&reduced);
        let (name, version) = (name, squad.opponent(reduced.opponent).1);
        let signature = reduced.difference.signature();
        if let Some(entry) = self.known.find(&name, version, &signature, &place.rule) {
            self.lock().totals.count_known(&entry.id);
            return Ok(());
        }
        let mut bucket = Bucket::new(
            &name,
            &self.plan.opponents[reduced.opponent],
            signature,
            place,
            reduced.difference.clone(),
        );
        bucket.seed = finding.seed;
        bucket.seconds = started.elapsed().as_secs_f64();
        bucket.lines = reduced.source.lines().count();
        let mut state = self.lock();
        if state.add_bucket(&mut bucket, &self.plan.folder) {
            bucket.write(
                &self.plan.folder,
                &reduced.source,
                &original,
                &reduced.expected,
                &reduced.actual,
            )?;
            (self.tell)(News::Found(&bucket));
        }
        state.save(&self.plan.folder)
    }
}

impl Plan {
    /// The program with this number.
    pub fn program(&self, number: u64) -> crate::generate::Generated {
        crate::generate::program(self.profile, mixed(self.seed, number))
    }
}

/// A number that looks like nothing else: SplitMix64.
fn mixed(seed: u64, number: u64) -> u64 {
    let mut z =
        seed.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
