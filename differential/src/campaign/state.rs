//! How far a campaign has come: what is shown, and what is saved.

use super::Plan;
use super::squad::{Batch, Finding};
use crate::compare::Signature;
use crate::engine::Outcome;
use crate::observe::Ending;
use crate::triage::Bucket;
use semantics::rules::link::RULES;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often it is saved.
const INTERVAL: Duration = Duration::from_secs(2);

const STATE: &str = "state.json";
const CORPUS: &str = "corpus";

/// A campaign's state.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct State {
    /// What makes two campaigns the same.
    seed: u64,
    profile: Option<String>,
    against: Vec<String>,
    /// All programs before this one have run.
    pub next: u64,
    pub totals: Totals,
    pub buckets: Vec<Bucket>,
    /// How many differences of each kind there were before they were reduced.
    kinds: Vec<(Kind, u64)>,
    /// By rule: with which orders of magnitude of firing there is a program in the corpus.
    magnitudes: Vec<u32>,
    /// Programs after `next` that have run.
    #[serde(skip)]
    ahead: BTreeSet<(u64, u64)>,
    #[serde(skip)]
    kind_index: HashMap<Kind, usize>,
    #[serde(skip)]
    saved: Option<Instant>,
    /// When this process began, and how many programs had run.
    #[serde(skip)]
    began: Option<(Instant, u64)>,
}

/// A kind of difference before it is reduced: the engine, the signature, the rule.
pub type Kind = (String, Signature, String);

/// Counts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Totals {
    pub programs: u64,
    /// By how they ended on the reference machine.
    pub normal: u64,
    pub raised: u64,
    pub poisoned: u64,
    pub unsupported: u64,
    pub rejected: u64,
    pub crashed: u64,
    /// Differences that were not there when the program ran alone.
    pub unconfirmed: u64,
    /// Differences by entry of the table of known ones.
    pub known: BTreeMap<String, u64>,
    pub opponents: Vec<OpponentTotals>,
    /// By rule: how often it fired.
    pub rules: Vec<u64>,
}

/// What came of comparing with one opponent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OpponentTotals {
    pub same: u64,
    pub different: u64,
    /// Limits and constructs that are not supported.
    pub nothing: u64,
}

impl Totals {
    pub fn count_known(&mut self, id: &str) {
        *self.known.entry(id.to_owned()).or_default() += 1;
    }

    /// How many rules have fired.
    pub fn covered(&self) -> usize {
        self.rules.iter().filter(|&&count| count > 0).count()
    }

    /// The rules that have not fired.
    pub fn uncovered(&self) -> Vec<&'static str> {
        let rules = RULES.rules.iter().zip(&self.rules);
        rules.filter(|(_, count)| **count == 0).map(|(rule, _)| rule.definition.id).collect()
    }

    fn count(&mut self, outcome: &Outcome) {
        let counter = match outcome {
            Outcome::Done(observation) if observation.ending == Ending::Normal => &mut self.normal,
            Outcome::Done(_) => &mut self.raised,
            Outcome::Poisoned(_) => &mut self.poisoned,
            Outcome::Unsupported(_) => &mut self.unsupported,
            Outcome::Rejected(_) => &mut self.rejected,
            Outcome::Crashed { .. } => &mut self.crashed,
        };
        *counter += 1;
    }
}

impl State {
    /// The state that the plan's folder holds, or a new one.
    pub fn open(plan: &Plan) -> Result<State, String> {
        let file = plan.folder.join(STATE);
        let (seed, profile) = (plan.seed, plan.profile.map(|profile| profile.name().to_owned()));
        let against: Vec<String> = plan.opponents.iter().map(|opponent| opponent.text().to_owned()).collect();
        let mut state = match std::fs::read(&file) {
            Ok(text) => {
                serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))?
            }
            Err(_) => State { seed, profile: profile.clone(), against: against.clone(), ..State::default() },
        };
        if (state.seed, &state.profile, &state.against) != (seed, &profile, &against) {
            return Err(format!(
                "{} holds another campaign: seed {}, profile {}, against {}",
                plan.folder.display(),
                state.seed,
                state.profile.as_deref().unwrap_or("any"),
                state.against.join(", ")
            ));
        }
        let rules = RULES.rules.len();
        state.totals.rules.resize(rules, 0);
        state.magnitudes.resize(rules, 0);
        state.totals.opponents.resize(plan.opponents.len(), OpponentTotals::default());
        state.kind_index = state.kinds.iter().enumerate().map(|(at, (kind, _))| (kind.clone(), at)).collect();
        state.began = Some((Instant::now(), state.totals.programs));
        std::fs::create_dir_all(plan.folder.join(CORPUS)).map_err(|error| in_folder(&plan.folder, error))?;
        Ok(state)
    }

    /// The opponents, as they are given on a command line.
    pub fn against(&self) -> &[String] {
        &self.against
    }

    /// Programs a second, since this process began.
    pub fn speed(&self) -> f64 {
        let Some((began, before)) = self.began else { return 0.0 };
        (self.totals.programs - before) as f64 / began.elapsed().as_secs_f64().max(1e-3)
    }

    /// The sources of the corpus.
    pub fn corpus(folder: &Path) -> Result<Vec<String>, String> {
        let read = || -> std::io::Result<Vec<String>> {
            let mut files: Vec<PathBuf> = std::fs::read_dir(folder.join(CORPUS))?
                .map(|entry| Ok(entry?.path()))
                .collect::<std::io::Result<_>>()?;
            files.sort();
            files.iter().map(std::fs::read_to_string).collect()
        };
        read().map_err(|error| in_folder(folder, error))
    }

    /// Counts what became of the programs with these numbers, and gives the differences.
    pub fn add(&mut self, range: Range<u64>, batch: Batch, folder: &Path) -> Result<Vec<Finding>, String> {
        for (number, ran) in range.clone().zip(&batch.outcomes) {
            self.totals.programs += 1;
            self.totals.count(&ran.outcome);
            if self.covers_more(&ran.coverage) && matches!(ran.outcome, Outcome::Done(_)) {
                let file = folder.join(CORPUS).join(format!("{number:09}.py"));
                std::fs::write(&file, &ran.source).map_err(|error| in_folder(folder, error))?;
            }
        }
        for (number, totals) in self.totals.opponents.iter_mut().enumerate() {
            totals.same += batch.same[number];
            totals.nothing += batch.nothing[number];
            totals.different +=
                batch.findings.iter().filter(|finding| finding.opponent == number).count() as u64;
        }
        self.ahead.insert((range.start, range.end));
        while let Some(&(start, end)) = self.ahead.first()
            && start <= self.next
        {
            self.next = self.next.max(end);
            self.ahead.pop_first();
        }
        Ok(batch.findings)
    }

    /// Counts how often rules fired, and says whether that is new.
    fn covers_more(&mut self, coverage: &[u64]) -> bool {
        let mut is_new = false;
        for (rule, &count) in coverage.iter().enumerate().filter(|(_, count)| **count > 0) {
            self.totals.rules[rule] += count;
            let magnitude = 1 << count.ilog10().min(31);
            is_new |= self.magnitudes[rule] & magnitude == 0;
            self.magnitudes[rule] |= magnitude;
        }
        is_new
    }

    /// Counts a difference by its kind; the count with it.
    pub fn count_kind(&mut self, kind: &Kind) -> u64 {
        let next = self.kinds.len();
        let at = *self.kind_index.entry(kind.clone()).or_insert(next);
        if at == next {
            self.kinds.push((kind.clone(), 0));
        }
        self.kinds[at].1 += 1;
        self.kinds[at].1
    }

    /// Adds a bucket, or counts for the one that there is; whether it is new.
    pub fn add_bucket(&mut self, bucket: &mut Bucket, folder: &Path) -> bool {
        if let Some(same) = self.buckets.iter_mut().find(|other| other.is_same(bucket)) {
            same.count += 1;
            return false;
        }
        bucket.name_after(&self.buckets, folder);
        self.buckets.push(bucket.clone());
        true
    }

    pub fn save_if_due(&mut self, folder: &Path) -> Result<(), String> {
        if self.saved.is_some_and(|saved| saved.elapsed() < INTERVAL) {
            return Ok(());
        }
        self.saved = Some(Instant::now());
        self.save(folder)
    }

    /// Writes the state beside the old one, and then over it.
    pub fn save(&self, folder: &Path) -> Result<(), String> {
        let save = || -> std::io::Result<()> {
            let new = folder.join("state.json.new");
            std::fs::write(&new, serde_json::to_vec(self)?)?;
            std::fs::rename(new, folder.join(STATE))
        };
        save().map_err(|error| in_folder(folder, error))
    }
}

fn in_folder(folder: &Path, error: std::io::Error) -> String {
    format!("{}: {error}", folder.display())
}
