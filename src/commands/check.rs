//! `gradus check`

use super::front_end::Wishes;
use crate::style::{BAD, DIM, GOOD, RULE, STRONG, paint};
use crate::{Outcome, source};
use clap::Args;
use comfy_table::{CellAlignment, Table};
use differential::command;
use differential::conformance::{self, Engine, Entry, Failure, Report, Suite};
use differential::machine::Kind;
use differential::{junit, pythons};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

/// Run the conformance suite on the machines and every CPython found, or on any other program; or compare the parsers
/// with CPython's.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus check                                the whole suite on everything
  gradus check operators generators           the programs whose ids contain one of the words
  gradus check --against './mypython -q'      another implementation instead of the CPythons
  gradus check --no-python --junit out.xml    the machines alone, with a report for a build server
  gradus check --front-end                    both parsers and CPython 3.13's, over its standard library
  gradus check --front-end src                the same, and over the folder src
  gradus check --front-end --packages         over the sources of 20 packages of PyPI
  gradus check --front-end --early            early errors, by type, message and place

Exit codes: 0 if all is as it should be, 1 if not, 122 if --front-end finds no CPython 3.13")]
pub struct Arguments {
    /// Only programs whose ids contain one of these words; with --front-end, further files and folders to compare
    #[arg(value_name = "WORD|DIR")]
    words: Vec<String>,
    /// Compare trees and errors of both parsers with those of an installed CPython 3.13
    #[arg(long, conflicts_with_all = ["against", "no_python", "machine", "suite", "junit", "write_rules"])]
    front_end: bool,
    #[command(flatten)]
    front_end_options: super::front_end::Options,
    /// Another implementation: a command that takes a program's file (may be repeated)
    #[arg(long, value_name = "COMMAND")]
    against: Vec<String>,
    /// Not on the CPythons of this computer
    #[arg(long)]
    no_python: bool,
    /// Only on this machine
    #[arg(long, value_enum)]
    machine: Option<super::run::MachineName>,
    /// The folder of the suite
    #[arg(long, value_name = "DIR")]
    suite: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Write the report as JUnit XML
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,
    /// Write into the headers of the programs which rules characterize them
    #[arg(long)]
    write_rules: bool,
    /// How many programs run, or files are compared, at a time
    #[arg(long, default_value_t = 2)]
    jobs: usize,
    /// How many failures or differences are shown in full
    #[arg(long, default_value_t = 20)]
    show: usize,
}

/// How many rules `--write-rules` writes into a header.
const MOST_RULES: usize = 4;

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        if self.front_end {
            return self.front_end_options.check(&Wishes {
                places: &self.words,
                json: self.json,
                jobs: self.jobs,
                show: self.show,
            });
        }
        let suite = load_suite(self.suite.clone(), &self.words)?;
        let engines = self.engines();
        let report = run_suite(&suite, &engines, self.jobs);
        if self.write_rules {
            let changed = conformance::write_rules(&suite, &report, MOST_RULES).map_err(|e| e.to_string())?;
            eprintln!("{changed} headers written");
        }
        if let Some(file) = &self.junit {
            std::fs::write(file, junit::render(&report)).map_err(|e| format!("{}: {e}", file.display()))?;
        }
        if self.json {
            source::print_json(&report)?;
        } else {
            source::print(&describe(&report, self.show));
        }
        Ok(if report.is_success() { 0 } else { 1 })
    }

    fn engines(&self) -> Vec<Engine> {
        let mut engines: Vec<Engine> = match self.machine {
            Some(machine) => vec![Engine::Machine(machine.into())],
            None => Kind::ALL.iter().map(|&kind| Engine::Machine(kind)).collect(),
        };
        if !self.against.is_empty() {
            engines = self.against.iter().map(|text| other(text)).collect();
        } else if !self.no_python {
            engines.extend(pythons::find().into_iter().map(Engine::Python));
        }
        engines
    }
}

/// Another implementation. A path in the command is made absolute: programs run in their own folders.
fn other(text: &str) -> Engine {
    let mut command = command::Engine::parse(text);
    command.make_absolute();
    Engine::Other(text.to_owned(), command)
}

/// Reads the suite: from the folder given, or from that of this project.
pub fn load_suite(folder: Option<PathBuf>, words: &[String]) -> Result<Suite, String> {
    let folder = folder.unwrap_or_else(|| own_folder("spec/conformance"));
    let suite = Suite::load(&folder, words).map_err(|error| format!("{}: {error}", folder.display()))?;
    if suite.programs.is_empty() && suite.problems.is_empty() {
        return Err("no program of the suite is meant by these words".into());
    }
    Ok(suite)
}

/// A folder of this project: here or above, or where the command was built.
pub fn own_folder(path: &str) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let found = here.ancestors().map(|folder| folder.join(path)).find(|folder| folder.is_dir());
    let built = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    let folder = found.unwrap_or(built);
    folder.strip_prefix(&here).map(PathBuf::from).unwrap_or(folder)
}

/// Runs the suite under a progress bar, which shows on a terminal only.
pub fn run_suite(suite: &Suite, engines: &[Engine], jobs: usize) -> Report {
    let bar = ProgressBar::new(suite.programs.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    let report = conformance::check(suite, engines, jobs, &|entry: &Entry| {
        bar.set_message(entry.id.clone());
        bar.inc(1);
    });
    bar.finish_and_clear();
    report
}

/// The report for a person.
fn describe(report: &Report, most_failures: usize) -> String {
    let mut out = String::new();
    for problem in &report.problems {
        out.push_str(&format!("{} {problem}\n", paint(BAD, "problem:")));
    }
    let groups = same_failures(report);
    for (entry, engines, failure) in groups.iter().take(most_failures) {
        out.push_str(&describe_failure(entry, &engines.join(", "), failure));
    }
    if groups.len() > most_failures {
        let more = groups.len() - most_failures;
        out.push_str(&format!("... and {more} more failures (--show {})\n\n", groups.len()));
    }
    let failures = report.failures().count();
    out.push_str(&format!("{}\n", table(report)));
    let count = report.programs.len();
    let verdict = match failures + report.problems.len() {
        0 => paint(GOOD, "all as it should be"),
        _ => paint(BAD, format!("{failures} failures, {} problems", report.problems.len())),
    };
    out.push_str(&format!("{count} programs in {:.1} s: {verdict}\n", report.seconds));
    out
}

/// Failures of a program that look the same on several engines, together.
fn same_failures(report: &Report) -> Vec<(&Entry, Vec<&str>, &Failure)> {
    let mut groups: Vec<(&Entry, Vec<&str>, &Failure)> = Vec::new();
    for (entry, verdict, failure) in report.failures() {
        let is_same = |group: &&mut (&Entry, Vec<&str>, &Failure)| {
            group.0.id == entry.id && group.2.what == failure.what && group.2.actual == failure.actual
        };
        match groups.iter_mut().find(is_same) {
            Some(group) => group.1.push(&verdict.engine),
            None => groups.push((entry, vec![&verdict.engine], failure)),
        }
    }
    groups
}

fn describe_failure(entry: &Entry, engine: &str, failure: &Failure) -> String {
    let at = failure.line.map(|line| format!(", line {line}")).unwrap_or_default();
    let mut out = format!("{} on {engine}: {}{at}\n", paint(STRONG, &entry.id), paint(BAD, &failure.what));
    for (label, text) in
        [("expected", &failure.expected), ("actual  ", &failure.actual), ("error   ", &failure.message)]
    {
        if !text.is_empty() {
            out.push_str(&format!("  {label}  {text}\n"));
        }
    }
    if !failure.rules.is_empty() {
        out.push_str(&format!("  {}  {}\n", paint(DIM, "rules   "), paint(RULE, failure.rules.join(", "))));
    }
    out.push_str(&format!("  {}  {}\n\n", paint(DIM, "again   "), failure.replay));
    out
}

/// Passed of run, by area and engine.
fn table(report: &Report) -> Table {
    let mut table = Table::new();
    table.load_style(crate::style::TABLE);
    let engines = report.engines.iter().map(|name| name.replace("CPython ", "py"));
    let header = std::iter::once("area".to_owned()).chain(engines);
    table.set_header(header.collect::<Vec<_>>());
    let mut areas: Vec<&str> = report.programs.iter().map(|entry| entry.area.as_str()).collect();
    areas.dedup();
    for area in areas {
        let row = (0..report.engines.len()).map(|engine| cell(report, engine, Some(area)));
        table.add_row(std::iter::once(area.to_owned()).chain(row).collect::<Vec<_>>());
    }
    let row = (0..report.engines.len()).map(|engine| cell(report, engine, None));
    table.add_row(std::iter::once("all".to_owned()).chain(row).collect::<Vec<_>>());
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn cell(report: &Report, engine: usize, area: Option<&str>) -> String {
    let entries = report.programs.iter().filter(|entry| area.is_none_or(|area| entry.area == area));
    let verdicts: Vec<_> = entries.filter_map(|entry| entry.verdicts[engine].as_ref()).collect();
    let passed = verdicts.iter().filter(|verdict| verdict.failure.is_none()).count();
    match verdicts.len() {
        0 => "-".to_owned(),
        all if all == passed => passed.to_string(),
        all => format!("{passed}/{all}"),
    }
}
