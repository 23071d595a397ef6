//! `gradus builtins`

use crate::style::{DIM, STRONG, paint};
use crate::{Outcome, source};
use clap::Args;
use differential::command;
use differential::conformance::OWN_VERSION;
use differential::machine::{Ending, Job, Kind, observe};
use differential::pythons;
use semantics::state::Limits;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::time::Duration;

/// Compare the built-in names with those of an installed CPython 3.13, and list what is missing.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus builtins                      how much there is of each type and module
  gradus builtins --missing            the names that are missing
  gradus builtins --missing str math   of these alone")]
pub struct Arguments {
    /// Only types and modules of these names
    words: Vec<String>,
    /// List the names that are missing
    #[arg(long)]
    missing: bool,
    #[arg(long)]
    json: bool,
}

/// Prints all names; runs on both sides.
const PROGRAM: &str = include_str!("names.py");

/// The names of each type and module, by kind and owner.
type Names = BTreeMap<(String, String), BTreeSet<String>>;

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let python = pythons::find_version(OWN_VERSION).ok_or("there is no CPython 3.13 to compare with")?;
        let program = program();
        let theirs = theirs(&python, &program)?;
        let ours = ours(&program)?;
        let is_wanted = |owner: &str| self.words.is_empty() || self.words.iter().any(|word| word == owner);
        let mut gaps: Vec<(String, String, usize, Vec<String>)> = Vec::new();
        for ((kind, owner), names) in
            theirs.iter().filter(|((kind, owner), _)| kind != "type" && is_wanted(owner))
        {
            let kind = if kind == "own" { "type" } else { kind };
            let own = ours.get(&(kind.to_owned(), owner.clone()));
            let is_missing = |name: &&String| own.is_none_or(|own| !own.contains(*name));
            let missing: Vec<String> = names.iter().filter(is_missing).cloned().collect();
            gaps.push((kind.to_owned(), owner.clone(), names.len(), missing));
        }
        if self.json {
            let data: Vec<serde_json::Value> = gaps
                .iter()
                .map(|(kind, owner, all, missing)| {
                    serde_json::json!({ "kind": kind, "name": owner, "names": all, "missing": missing })
                })
                .collect();
            source::print_json(&data)?;
        } else {
            source::print(&describe(&gaps, self.missing));
        }
        let missing: usize = gaps.iter().map(|(.., missing)| missing.len()).sum();
        let all: usize = gaps.iter().map(|(_, _, all, _)| all).sum();
        eprintln!("{} of {all} names that CPython {} has", all - missing, python.full_version);
        Ok(0)
    }
}

fn describe(gaps: &[(String, String, usize, Vec<String>)], names: bool) -> String {
    let mut out = String::new();
    let mut undocumented = Vec::new();
    for (kind, owner, all, missing) in gaps {
        if names && missing.is_empty() {
            continue;
        }
        if names && matches!(&missing[..], [only] if only == "__doc__") {
            undocumented.push(owner.as_str());
            continue;
        }
        let kind = if kind == "builtin" { "module" } else { kind };
        let count = format!("{} of {all}", all - missing.len());
        out.push_str(&format!("{kind} {}: {}\n", paint(STRONG, owner), paint(DIM, count)));
        if names {
            out.push_str(&format!("{}\n", semantics::rules::show::paragraph(&missing.join(" "), 100)));
        }
    }
    if !undocumented.is_empty() {
        let list = semantics::rules::show::paragraph(&undocumented.join(" "), 100);
        out.push_str(&format!("nothing but `__doc__`:\n{list}\n"));
    }
    out
}

fn program() -> String {
    let mut program = PROGRAM.to_owned();
    for name in semantics::modules::names().filter(|name| !matches!(*name, "builtins" | "_sys")) {
        program.push_str(&format!("\ntry:\n    import {name}\n    show_module('{name}', {name})\n"));
        program.push_str("except Exception:\n    pass\n");
    }
    program
}

fn read(output: &[u8]) -> Names {
    let mut names = Names::new();
    for line in String::from_utf8_lossy(output).lines() {
        if let [kind, owner, name] = line.split(' ').collect::<Vec<_>>()[..] {
            names.entry((kind.to_owned(), owner.to_owned())).or_default().insert(name.to_owned());
        }
    }
    names
}

fn theirs(python: &pythons::Python, program: &str) -> Result<Names, String> {
    let mut command = Command::new(&python.path);
    command.args(["-c", program]);
    let observed = command::run(command, Duration::from_secs(60)).map_err(|error| error.to_string())?;
    match observed.code {
        Some(0) => Ok(read(&observed.stdout)),
        _ => Err(format!("CPython failed: {}", String::from_utf8_lossy(&observed.stderr))),
    }
}

fn ours(program: &str) -> Result<Names, String> {
    let job = Job {
        file: "<names>",
        text: program.as_bytes(),
        arguments: vec!["names".to_owned()],
        limits: Limits::default(),
        kind: Kind::Reference,
    };
    let report = observe(&job);
    match report.ending {
        Ending::Exit(0) => Ok(read(&report.stdout)),
        ending => {
            let error = String::from_utf8_lossy(&report.stderr).into_owned();
            Err(ending.complaint("the list of names").unwrap_or(error))
        }
    }
}
