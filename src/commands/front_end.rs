//! `gradus check --front-end` and `gradus scope --compare`: the front end against an installed CPython.

use super::check::own_folder;
use crate::style::{BAD, DIM, GOOD, STRONG, paint};
use crate::{Outcome, source};
use clap::Args;
use comfy_table::{CellAlignment, Table};
use differential::front_end::early::{self, EarlyReport, Parts};
use differential::front_end::oracle::{self, Fault, Oracle};
use differential::front_end::packages::{self, Missing, PACKAGES};
use differential::front_end::{Difference, TableReport, TreeReport, check_tables, check_trees, files};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};

/// The exit code where there is no CPython 3.13 to compare with.
pub const NO_PYTHON: u8 = 122;

/// What is compared, and how it is shown.
#[derive(Args)]
pub struct Options {
    /// Only the files given, not CPython's standard library
    #[arg(long)]
    no_library: bool,
    /// Not CPython's standard library but 20 popular packages of PyPI, downloaded by its pip
    #[arg(long)]
    packages: bool,
    /// Not trees but early errors: type, message, line and offset of each case of a table
    #[arg(long, conflicts_with_all = ["packages", "no_library"])]
    early: bool,
    /// Where downloaded packages are kept
    #[arg(long, value_name = "DIR", requires = "packages")]
    cache: Option<PathBuf>,
}

/// Places, and how the comparison is shown.
pub struct Wishes<'a> {
    pub places: &'a [String],
    pub json: bool,
    pub jobs: usize,
    /// How many differences are shown.
    pub show: usize,
}

impl Options {
    /// Compares trees and errors.
    pub fn check(&self, wishes: &Wishes) -> Outcome {
        let Some(oracle) = find_oracle() else { return Ok(NO_PYTHON) };
        if self.early {
            return check_early(wishes, &oracle);
        }
        let files = self.files(wishes.places, &oracle)?;
        let bar = progress(files.len());
        let report = check_trees(&files, &oracle, wishes.jobs, &|path| advance(&bar, path));
        bar.finish_and_clear();
        conclude(wishes, &report, &report.differences, describe_trees)
    }

    /// Compares symbol tables.
    pub fn compare_scopes(&self, wishes: &Wishes) -> Outcome {
        let Some(oracle) = find_oracle() else { return Ok(NO_PYTHON) };
        let files = self.files(wishes.places, &oracle)?;
        let bar = progress(files.len());
        let report = check_tables(&files, &oracle, wishes.jobs, &|path| advance(&bar, path));
        bar.finish_and_clear();
        conclude(wishes, &report, &report.differences, describe_tables)
    }

    fn files(&self, places: &[String], oracle: &Oracle) -> Result<Vec<PathBuf>, String> {
        let mut found = match () {
            () if self.packages => self.package_files(oracle),
            () if self.no_library => Vec::new(),
            () => files::library_files(&oracle.library),
        };
        for place in places {
            let path = Path::new(place);
            if !path.exists() {
                return Err(format!("there is no file or folder {place}"));
            }
            found.extend(files::python_files(path));
        }
        Ok(found)
    }

    /// The files of the packages. Those that can't be downloaded are left out.
    fn package_files(&self, oracle: &Oracle) -> Vec<PathBuf> {
        let cache = self.cache.clone().unwrap_or_else(default_cache);
        let started = |package: &str| eprintln!("downloading {package}");
        let (folders, missing) = packages::fetch(&oracle.python, &cache, &PACKAGES, &started);
        for Missing { package, reason } in &missing {
            eprintln!("skipped: {package}: {reason}");
        }
        eprintln!("{} of {} packages in {}", folders.len(), PACKAGES.len(), cache.display());
        folders.iter().flat_map(|folder| files::python_files(folder)).collect()
    }
}

/// Downloads are kept beside what is built.
fn default_cache() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target.unwrap_or_else(|| own_folder("target")).join("packages")
}

fn find_oracle() -> Option<Oracle> {
    let found = Oracle::find();
    if found.is_none() {
        eprintln!("gradus: {}", oracle::missing());
    }
    found
}

/// A progress bar, which shows on a terminal only.
fn progress(length: usize) -> ProgressBar {
    let bar = ProgressBar::new(length as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}

fn advance(bar: &ProgressBar, path: &Path) {
    bar.set_message(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
    bar.inc(1);
}

/// Prints a report; differences are failures.
fn conclude<R: serde::Serialize>(
    wishes: &Wishes,
    report: &R,
    differences: &[Difference],
    describe: impl Fn(&R) -> String,
) -> Outcome {
    if wishes.json {
        source::print_json(report)?;
    } else {
        source::print(&describe_differences(differences, wishes.show));
        source::print(&describe(report));
    }
    Ok(if differences.is_empty() { 0 } else { 1 })
}

/// Each difference: the file, what was compared, the node, and both sides.
fn describe_differences(differences: &[Difference], most: usize) -> String {
    let mut out = String::new();
    for found in differences.iter().take(most) {
        let place = if found.node.is_empty() { String::new() } else { format!(", at {}", found.node) };
        let between = paint(DIM, format!("{}{place}", found.between));
        out.push_str(&format!("{}: {between}\n", paint(STRONG, &found.file)));
        for side in [&found.ours, &found.theirs].into_iter().filter(|side| !side.is_empty()) {
            out.push_str(&format!("  {side}\n"));
        }
    }
    if differences.len() > most {
        let more = differences.len() - most;
        out.push_str(&format!("... and {more} more differences (--show {})\n", differences.len()));
    }
    out
}

/// The verdict of a comparison.
pub fn verdict(differences: usize) -> String {
    match differences {
        0 => paint(GOOD, "all equal"),
        1 => paint(BAD, "1 difference"),
        more => paint(BAD, format!("{more} differences")),
    }
}

fn describe_trees(report: &TreeReport) -> String {
    let TreeReport { python, files, programs, rejected, elapsed, differences, .. } = report;
    let mut out = format!("{}\n\n", throughput(report));
    out.push_str(&format!(
        "{files} files in {elapsed:.0} s, by both parsers and CPython {python}: {programs} trees, also unparsed and \
         read again, {} errors: {}\n",
        rejected.len(),
        verdict(differences.len())
    ));
    out
}

/// Millions of bytes a second of each parser, and how many times as fast as CPython's it is.
fn throughput(report: &TreeReport) -> Table {
    let [fast, grammar, cpython] = report.rates();
    let mut table = Table::new();
    table.load_style(crate::style::TABLE);
    table.set_header(["parser", "MB/s", "times ast.parse"]);
    for (name, rate) in [("fast parser", fast), ("grammar", grammar), ("ast.parse", cpython)] {
        table.add_row([name.to_owned(), format!("{rate:.1}"), format!("{:.1}", rate / cpython)]);
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn describe_tables(report: &TableReport) -> String {
    let TableReport { python, files, rejected, tables, names, elapsed, differences } = report;
    format!(
        "{files} files in {elapsed:.0} s, by the scopes and CPython {python}'s symtable: {tables} tables with {names} \
         names, {rejected} errors: {}\n",
        verdict(differences.len())
    )
}

/// Compares the early errors of the cases of this project, or of those in the folders given.
fn check_early(wishes: &Wishes, oracle: &Oracle) -> Outcome {
    let own = ["spec/conformance/early", "differential/programs/early"].map(own_folder);
    let folders = match wishes.places.is_empty() {
        true => own.to_vec(),
        false => wishes.places.iter().map(PathBuf::from).collect(),
    };
    let mut cases = Vec::new();
    for folder in folders {
        cases.extend(early::load(&folder)?);
    }
    let bar = progress(cases.len());
    let report = early::check(&cases, oracle, wishes.jobs, &|| bar.inc(1));
    bar.finish_and_clear();
    if wishes.json {
        source::print_json(&report)?;
    } else {
        source::print(&describe_early(&report, wishes.show));
    }
    let is_success = report.differences.is_empty() && report.problems.is_empty();
    Ok(if is_success { 0 } else { 1 })
}

fn describe_early(report: &EarlyReport, most: usize) -> String {
    let mut out = String::new();
    let shown = report.differences.iter().chain(&report.known).chain(&report.other_ends);
    for one in shown.take(most) {
        let side =
            |fault: &Option<Fault>| fault.as_ref().map_or_else(|| "a program".to_owned(), Fault::to_string);
        let text: String = format!("{:?}", one.text).chars().take(300).collect();
        out.push_str(&format!("{}: {}\n", paint(STRONG, &one.name), paint(DIM, text)));
        out.push_str(&format!("  here     {}\n  CPython  {}\n", side(&one.ours), side(&one.theirs)));
    }
    for problem in &report.problems {
        out.push_str(&format!("{} {problem}\n", paint(BAD, "problem:")));
    }
    out.push_str(&format!("{}\n", early_table(report)));
    let EarlyReport { python, all, differences, known, other_ends, .. } = report;
    let share = 100.0 * all.all as f64 / all.cases.max(1) as f64;
    out.push_str(&format!(
        "{} cases, {share:.2} % as by CPython {python} in type, message, line and offset: {}, {} known; {} more end elsewhere\n",
        all.cases,
        verdict(differences.len()),
        known.len(),
        other_ends.len()
    ));
    out
}

/// In how many cases what is equal, by area.
fn early_table(report: &EarlyReport) -> Table {
    let mut table = Table::new();
    table.load_style(crate::style::TABLE);
    table.set_header([
        "area", "cases", "rejected", "type", "message", "line", "offset", "all four", "and end",
    ]);
    let all = ("all".to_owned(), report.all);
    for (area, parts) in report.areas.iter().map(|(area, parts)| (area.clone(), *parts)).chain([all]) {
        let Parts { cases, accepted, kind, message, line, offset, all, ends } = parts;
        let numbers =
            [cases, accepted, kind, message, line, offset, all, ends].map(|number| number.to_string());
        table.add_row(std::iter::once(area).chain(numbers).collect::<Vec<_>>());
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}
