//! Early errors against CPython's: a table of cases, each a text that is no program (or only looks so).

use super::oracle::{Fault, Oracle, Question};
use crate::machine::guarded;
use crate::parallel;
use serde::Serialize;
use spec::early::rules::{RULES, rule_of};
use spec::scope::Scopes;
use spec::{Source, SyntaxError, parse};
use std::collections::BTreeMap;
use std::path::Path;

/// A text, and where it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    pub name: String,
    pub text: String,
}

/// What separates the cases of a file.
const SEPARATOR: &str = "\n%%\n";

/// Cases in which CPython differs from itself, and why.
pub const KNOWN: [(&str, &str); 2] = [
    (
        "f'{x:\\x}'",
        "in a format specification a wrong escape escapes from CPython's parser as a UnicodeDecodeError",
    ),
    ("f'{x:\\N{nope}}'", "the same"),
];

/// Reads the cases of a folder: the files `.txt`, in which lines `%%` stand between cases; the files `.json`, lists of
/// strings, for what is no plain text; and the files `.py`, a case each.
pub fn load(folder: &Path) -> Result<Vec<Case>, String> {
    let problem = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let mut paths: Vec<_> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => return Err(problem(folder, &error)),
    };
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !matches!(&*extension, "txt" | "json" | "py") {
            continue;
        }
        let text = std::fs::read_to_string(&path).map_err(|error| problem(&path, &error))?;
        let texts: Vec<String> = match &*extension {
            "txt" => text.strip_suffix('\n').unwrap_or(&text).split(SEPARATOR).map(str::to_owned).collect(),
            "json" => serde_json::from_str(&text).map_err(|error| problem(&path, &error))?,
            _ => vec![text],
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let several = texts.len() > 1;
        cases.extend(texts.into_iter().enumerate().map(|(at, text)| {
            let name = if several { format!("{name} {}", at + 1) } else { name.clone() };
            Case { name, text }
        }));
    }
    Ok(cases)
}

/// The early error of a text, if it has one.
pub fn early_error(text: &str) -> Option<SyntaxError> {
    let analyzed = Source::from_text("program", text).and_then(|source| {
        let mut ast = parse(&source)?;
        Scopes::analyze(&mut ast, &source)
    });
    analyzed.err()
}

/// What both sides say of a text.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Compared {
    pub name: String,
    pub text: String,
    pub ours: Option<Fault>,
    pub theirs: Option<Fault>,
}

impl Compared {
    /// Whether this is equal on both sides.
    fn is_equal<T: PartialEq>(&self, part: impl Fn(&Fault) -> T) -> bool {
        self.ours.as_ref().map(&part) == self.theirs.as_ref().map(&part)
    }

    fn equal_parts(&self) -> Parts {
        let (kind, message) = (self.is_equal(|it| it.kind.clone()), self.is_equal(|it| it.message.clone()));
        let (line, offset) = (self.is_equal(|it| it.start().0), self.is_equal(Fault::start));
        Parts {
            cases: 1,
            accepted: usize::from(self.ours.is_some() == self.theirs.is_some()),
            kind: usize::from(kind),
            message: usize::from(message),
            line: usize::from(line),
            offset: usize::from(offset),
            all: usize::from(kind && message && offset),
            ends: usize::from(self.ours == self.theirs),
        }
    }

    /// Whether type, message, line and offset are equal.
    pub fn is_all_equal(&self) -> bool {
        self.equal_parts().all == 1
    }

    /// The area of the error: the second word of its rule's id.
    fn area(&self) -> String {
        let fault = self.theirs.as_ref().or(self.ours.as_ref());
        match fault.map(|fault| rule_of(&fault.message)) {
            None => "accepted".to_owned(),
            Some(None) => "other".to_owned(),
            Some(Some(rule)) => rule.id.split('.').nth(1).unwrap_or_default().to_owned(),
        }
    }
}

/// In how many cases something is equal.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Serialize)]
pub struct Parts {
    pub cases: usize,
    /// Accepted by both, or rejected by both.
    pub accepted: usize,
    pub kind: usize,
    pub message: usize,
    pub line: usize,
    /// Line and offset.
    pub offset: usize,
    /// Type, message, line and offset.
    pub all: usize,
    /// These and where the error ends.
    pub ends: usize,
}

impl Parts {
    fn add(&mut self, other: Parts) {
        self.cases += other.cases;
        self.accepted += other.accepted;
        self.kind += other.kind;
        self.message += other.message;
        self.line += other.line;
        self.offset += other.offset;
        self.all += other.all;
        self.ends += other.ends;
    }
}

/// The comparison of early errors with CPython's.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EarlyReport {
    pub python: String,
    pub areas: BTreeMap<String, Parts>,
    pub all: Parts,
    /// Rules that no case is about.
    pub unreached: Vec<&'static str>,
    /// Cases in which type, message, line or offset differ, as is known.
    pub known: Vec<Compared>,
    /// The same, and not known.
    pub differences: Vec<Compared>,
    /// Cases in which only the end of the error differs.
    pub other_ends: Vec<Compared>,
    /// Cases that could not be compared.
    pub problems: Vec<String>,
}

/// Compares one text.
pub fn compare(case: &Case, oracle: &Oracle) -> Result<Compared, String> {
    let theirs = oracle.ask(Question::Text(&case.text)).map_err(|error| format!("{}: {error}", case.name))?;
    let ours = guarded(|| early_error(&case.text)).map_err(|panic| format!("{}: {panic}", case.name))?;
    Ok(Compared {
        name: case.name.clone(),
        text: case.text.clone(),
        ours: ours.as_ref().map(Fault::of),
        theirs: theirs.result.err(),
    })
}

/// Compares the early errors of texts, so many at a time.
pub fn check(cases: &[Case], oracle: &Oracle, jobs: usize, done: &(impl Fn() + Sync)) -> EarlyReport {
    let compared = parallel::map(cases, jobs, |case| {
        let compared = compare(case, oracle);
        done();
        compared
    });
    let mut report = EarlyReport { python: oracle.python.full_version.clone(), ..EarlyReport::default() };
    let mut reached: Vec<&str> = Vec::new();
    for one in compared {
        let one = match one {
            Ok(one) => one,
            Err(problem) => {
                report.problems.push(problem);
                continue;
            }
        };
        let parts = one.equal_parts();
        report.areas.entry(one.area()).or_default().add(parts);
        report.all.add(parts);
        reached.extend(one.ours.iter().filter_map(|fault| Some(rule_of(&fault.message)?.id)));
        match (parts.all, parts.ends) {
            (0, _) if KNOWN.iter().any(|(text, _)| *text == one.text) => report.known.push(one),
            (0, _) => report.differences.push(one),
            (_, 0) => report.other_ends.push(one),
            _ => {}
        }
    }
    report.unreached = RULES.iter().map(|rule| rule.id).filter(|id| !reached.contains(id)).collect();
    report
}
