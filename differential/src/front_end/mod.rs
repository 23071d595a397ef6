//! The front end against CPython: trees, symbol tables and early errors.
//!
//! [`check_trees`] compares both parsers with `ast.parse`, [`check_tables`] the scopes with `symtable`, file by file.

pub mod dumps;
pub mod early;
pub mod files;
pub mod oracle;
pub mod packages;
pub mod tables;
pub mod trees;

use crate::parallel;
use oracle::Oracle;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::time::Instant;
use trees::Seconds;

/// Where two sides differ first in a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Difference {
    pub file: String,
    /// What was compared.
    pub between: &'static str,
    /// Where in the tree or among the tables; empty if it is the file as a whole.
    pub node: String,
    pub ours: String,
    pub theirs: String,
}

impl Difference {
    /// A file that could not be compared.
    fn of_file(path: &Path, what: String) -> Difference {
        Difference {
            file: path.display().to_string(),
            between: "the file",
            node: String::new(),
            ours: what,
            theirs: String::new(),
        }
    }

    /// A tree on one side and an error on the other, or two errors.
    fn of_results(path: &Path, between: &'static str, ours: String, theirs: String) -> Difference {
        Difference { file: path.display().to_string(), between, node: String::new(), ours, theirs }
    }
}

/// The comparison of both parsers with CPython's.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TreeReport {
    pub python: String,
    pub files: usize,
    /// Files that are programs: their trees are equal, except for the differences.
    pub programs: usize,
    /// Files that all say are no programs, with equal errors, except for the differences.
    pub rejected: Vec<String>,
    /// The size of the programs.
    pub bytes: usize,
    pub seconds: Seconds,
    /// The time of the comparison as a whole.
    pub elapsed: f64,
    pub differences: Vec<Difference>,
}

impl TreeReport {
    /// Millions of bytes a second, from bytes to tree: the fast parser, the grammar, `ast.parse`.
    pub fn rates(&self) -> [f64; 3] {
        let Seconds { fast, grammar, cpython } = self.seconds;
        [fast, grammar, cpython].map(|seconds| self.bytes as f64 / seconds.max(1e-9) / 1e6)
    }
}

/// Compares the trees of files, so many at a time; `done` is told of each file.
pub fn check_trees(
    files: &[PathBuf],
    oracle: &Oracle,
    jobs: usize,
    done: &(impl Fn(&Path) + Sync),
) -> TreeReport {
    let started = Instant::now();
    // Building the grammar is no part of the first file.
    spec::grammar::python();
    let compared = parallel::map(files, jobs, |path| {
        let compared = trees::compare(path, oracle);
        done(path);
        compared
    });
    let mut report = TreeReport {
        python: oracle.python.full_version.clone(),
        files: files.len(),
        ..TreeReport::default()
    };
    for (path, one) in files.iter().zip(compared) {
        report.bytes += one.bytes;
        report.seconds.add(one.seconds);
        match one.is_rejected {
            true => report.rejected.push(path.display().to_string()),
            false => report.programs += 1,
        }
        report.differences.extend(one.differences);
    }
    report.elapsed = started.elapsed().as_secs_f64();
    report
}

/// The comparison of symbol tables with CPython's.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TableReport {
    pub python: String,
    pub files: usize,
    pub rejected: usize,
    pub tables: usize,
    /// Names, each once for each table that it is in.
    pub names: usize,
    pub elapsed: f64,
    pub differences: Vec<Difference>,
}

/// Compares the symbol tables of files, so many at a time; `done` is told of each file.
pub fn check_tables(
    files: &[PathBuf],
    oracle: &Oracle,
    jobs: usize,
    done: &(impl Fn(&Path) + Sync),
) -> TableReport {
    let started = Instant::now();
    let compared = parallel::map(files, jobs, |path| {
        let compared = tables::compare(path, oracle);
        done(path);
        compared
    });
    let mut report = TableReport {
        python: oracle.python.full_version.clone(),
        files: files.len(),
        ..TableReport::default()
    };
    for one in compared {
        report.tables += one.tables;
        report.names += one.names;
        report.rejected += usize::from(one.is_rejected);
        report.differences.extend(one.difference);
    }
    report.elapsed = started.elapsed().as_secs_f64();
    report
}
