//! Differences that are known and explained: the table `known.toml`.

use crate::compare::{Part, Signature, compare};
use crate::engine::{Engine, InProcess, Job};
use crate::header::Range;
use crate::place::locate;
use crate::pythons::Version;
use serde::Deserialize;

const TABLE: &str = include_str!("../known.toml");

/// All entries of the table.
#[derive(Debug, Deserialize)]
pub struct Known {
    #[serde(default, rename = "difference")]
    pub entries: Vec<Entry>,
}

/// One difference that is known: where it is found, why it is there, and a program that shows it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub id: String,
    pub engine: String,
    pub versions: String,
    pub part: Part,
    pub expected: Option<String>,
    pub actual: Option<String>,
    /// Any of these rules.
    pub rules: Vec<String>,
    pub reason: String,
    pub link: String,
    pub program: String,
}

impl Known {
    /// The table of this project.
    pub fn load() -> Result<Known, String> {
        let known: Known = toml::from_str(TABLE).map_err(|error| error.to_string())?;
        for entry in &known.entries {
            Range::parse(&entry.versions).map_err(|error| format!("{}: {error}", entry.id))?;
        }
        Ok(known)
    }

    /// The entry that explains a difference.
    pub fn find(&self, name: &str, version: Version, signature: &Signature, rule: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.is_about(name, version) && entry.explains(signature, rule))
    }
}

impl Entry {
    /// Whether the entry is about an engine.
    pub fn is_about(&self, name: &str, version: Version) -> bool {
        name.starts_with(&self.engine)
            && Range::parse(&self.versions).is_ok_and(|range| range.contains(version))
    }

    fn explains(&self, signature: &Signature, rule: &str) -> bool {
        let is = |wanted: &Option<String>, kind: &str| wanted.as_deref().is_none_or(|wanted| wanted == kind);
        self.part == signature.part
            && is(&self.expected, &signature.expected)
            && is(&self.actual, &signature.actual)
            && self.rules.iter().any(|wanted| wanted == rule)
    }

    /// Whether the entry's program still shows the difference on an engine; if not, what it shows instead.
    pub fn check(&self, reference: &mut InProcess, engine: &mut dyn Engine) -> Result<(), String> {
        let job = Job::new(&self.program);
        let (expected, actual) = (reference.run(&job), engine.run(&job));
        let verdict = compare(&expected, &actual, true);
        let Some(difference) = verdict.difference() else {
            return Err(format!("{}: {} no longer differs", self.id, engine.name()));
        };
        let place = locate(reference, &job, &expected, &actual, &difference);
        let signature = difference.signature();
        if self.explains(&signature, &place.rule) {
            return Ok(());
        }
        Err(format!("{}: {} differs otherwise now: {signature}, in {}", self.id, engine.name(), place.rule))
    }
}
