//! Differences, put into buckets: those with the same signature in the same rule have the same cause, more often than not.

use crate::campaign::Opponent;
use crate::compare::{Difference, Signature};
use crate::engine::Outcome;
use crate::observe::{Ending, Observation};
use crate::place::Place;
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use std::path::Path;

/// One kind of difference, and the program that shows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bucket {
    /// The name of its folder.
    pub name: String,
    pub engine: String,
    /// The engine as it is given on a command line.
    pub against: String,
    pub signature: Signature,
    pub place: Place,
    pub difference: Difference,
    /// How many reduced programs came to be in it.
    pub count: u64,
    /// The seed of the generator for the program that was reduced.
    pub seed: Option<u64>,
    /// How long reducing took, and how many lines are left.
    pub seconds: f64,
    pub lines: usize,
    /// The command that shows it again.
    pub replay: String,
}

impl Bucket {
    pub fn new(
        engine: &str,
        opponent: &Opponent,
        signature: Signature,
        place: Place,
        difference: Difference,
    ) -> Bucket {
        Bucket {
            name: String::new(),
            engine: engine.to_owned(),
            against: opponent.text().to_owned(),
            signature,
            place,
            difference,
            count: 1,
            seed: None,
            seconds: 0.0,
            lines: 0,
            replay: String::new(),
        }
    }

    /// Whether two differences belong into the same bucket.
    pub fn is_same(&self, other: &Bucket) -> bool {
        (&self.engine, &self.signature, &self.place.rule)
            == (&other.engine, &other.signature, &other.place.rule)
    }

    /// Gives it a name that none of the others has.
    pub fn name_after(&mut self, others: &[Bucket], folder: &Path) {
        let engine = self.engine.to_lowercase().replace(' ', "-");
        let name = format!("{engine}-{}-{}", self.signature.part.name(), self.place.rule);
        let name: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
        let is_free = |name: &String| others.iter().all(|other| &other.name != name);
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        self.name = std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or_default();
        let program = folder.join("buckets").join(&self.name).join("program.py");
        self.replay = format!(
            "gradus compare {} --against {}",
            quoted(&program.to_string_lossy()),
            quoted(&self.against)
        );
    }

    /// Writes its folder.
    pub fn write(
        &self,
        folder: &Path,
        reduced: &str,
        original: &str,
        expected: &Outcome,
        actual: &Outcome,
    ) -> Result<(), String> {
        let folder = folder.join("buckets").join(&self.name);
        let write = || -> std::io::Result<()> {
            std::fs::create_dir_all(&folder)?;
            std::fs::write(folder.join("program.py"), reduced)?;
            std::fs::write(folder.join("original.py"), original)?;
            std::fs::write(folder.join("expected.txt"), describe(expected))?;
            std::fs::write(folder.join("actual.txt"), describe(actual))?;
            std::fs::write(folder.join("bucket.json"), serde_json::to_string_pretty(self)?)
        };
        write().map_err(|error| format!("{}: {error}", folder.display()))
    }
}

/// A word of a command line.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-~=+,:@".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{word}'") }
}

/// An outcome as a text of several lines.
pub fn describe(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done(observation) => describe_observation(observation),
        Outcome::Poisoned(reason) => format!("a limit was reached: {reason}\n"),
        Outcome::Unsupported(reason) => format!("not supported: {reason}\n"),
        Outcome::Rejected(message) => format!("taken for no program: {message}\n"),
        Outcome::Crashed { signal: Some(signal), detail } => {
            format!("crashed by signal {signal}: {detail}\n")
        }
        Outcome::Crashed { signal: None, detail } => format!("crashed: {detail}\n"),
    }
}

fn describe_observation(observation: &Observation) -> String {
    let mut out = String::new();
    // Writing to a string can't fail.
    let _ = match &observation.ending {
        Ending::Normal => writeln!(out, "ending: normal"),
        Ending::Raised(name) => match observation.raised_at {
            Some(line) => writeln!(out, "ending: {name}, line {line}"),
            None => writeln!(out, "ending: {name}"),
        },
    };
    if let Some(message) = &observation.message {
        let _ = writeln!(out, "message: {message}");
    }
    section(&mut out, "log", &observation.log.join("\n"));
    section(&mut out, "stdout", observation.stdout.trim_end_matches('\n'));
    section(&mut out, "namespace", &observation.digest);
    if let Some(lines) = &observation.lines {
        let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
        section(&mut out, "lines", &lines.join(" "));
    }
    out
}

fn section(out: &mut String, title: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str(title);
    out.push_str(":\n");
    for line in text.split('\n') {
        out.push_str("  ");
        out.push_str(line);
        out.push('\n');
    }
}
