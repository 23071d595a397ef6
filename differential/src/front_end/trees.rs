//! The trees of both parsers against CPython's, file by file.

use super::oracle::{Fault, Oracle, Question};
use super::{Difference, dumps};
use crate::clock::thread_seconds;
use crate::machine::guarded;
use serde::Serialize;
use spec::ast::NodeId;
use spec::difference::{Positions, difference};
use spec::unparse::unparse;
use spec::{Ast, Source, SyntaxError, dump, grammar, parse};
use std::path::Path;

/// What was found out about a file.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    pub bytes: usize,
    pub seconds: Seconds,
    /// Whether all say that it is no program.
    pub is_rejected: bool,
    pub differences: Vec<Difference>,
}

/// The processor time of each parser, from bytes to tree. Only programs count: a text that is none is read twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Seconds {
    pub fast: f64,
    pub grammar: f64,
    pub cpython: f64,
}

impl Seconds {
    pub fn add(&mut self, other: Seconds) {
        self.fast += other.fast;
        self.grammar += other.grammar;
        self.cpython += other.cpython;
    }
}

type Parsed = Result<(Source, Ast), SyntaxError>;

fn timed(
    path: &Path,
    bytes: &[u8],
    parser: impl FnOnce(&Source) -> Result<Ast, SyntaxError>,
) -> (Parsed, f64) {
    let started = thread_seconds();
    let parsed = Source::from_bytes(&path.to_string_lossy(), bytes).and_then(|source| {
        let ast = parser(&source)?;
        Ok((source, ast))
    });
    (parsed, thread_seconds() - started)
}

/// Compares the trees of a file, or the errors.
pub fn compare(path: &Path, oracle: &Oracle) -> Compared {
    let failed =
        |what: String| Compared { differences: vec![Difference::of_file(path, what)], ..Compared::default() };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return failed(error.to_string()),
    };
    let answer = match oracle.ask(Question::Tree(path)) {
        Ok(answer) => answer,
        Err(error) => return failed(error),
    };
    let parsed = guarded(|| (timed(path, &bytes, parse), timed(path, &bytes, grammar::parse)));
    let ((fast, fast_seconds), (normative, grammar_seconds)) = match parsed {
        Ok(parsed) => parsed,
        Err(panic) => return failed(format!("a parser panics: {panic}")),
    };
    let mut compared = Compared {
        is_rejected: fast.is_err() && normative.is_err() && answer.result.is_err(),
        differences: parsers_differ(path, &fast, &normative).into_iter().collect(),
        ..Compared::default()
    };
    match (&fast, &answer.result) {
        (Ok((source, ast)), Ok(theirs)) => {
            compared.bytes = bytes.len();
            compared.seconds =
                Seconds { fast: fast_seconds, grammar: grammar_seconds, cpython: answer.seconds };
            compared.differences.extend(dump_differs(path, source, ast, theirs));
            compared.differences.extend(unparsed_differs(path, source, ast));
        }
        (Err(error), Err(theirs)) if Fault::of(error) == *theirs => {}
        (fast, theirs) => {
            let fast =
                fast.as_ref().map_or_else(|error| Fault::of(error).to_string(), |_| "a tree".to_owned());
            let theirs = theirs.as_ref().map_or_else(Fault::to_string, |_| "a tree".to_owned());
            compared.differences.push(Difference::of_results(path, "CPython and the parsers", fast, theirs));
        }
    }
    compared
}

fn dump_differs(path: &Path, source: &Source, ast: &Ast, theirs: &str) -> Option<Difference> {
    let found = dumps::difference(&dump::dump(ast, source), theirs)?;
    Some(Difference {
        file: path.display().to_string(),
        between: "the fast parser and CPython",
        node: found.path,
        ours: found.ours,
        theirs: found.theirs,
    })
}

/// The grammar against the fast parser, which is compared with CPython.
fn parsers_differ(path: &Path, fast: &Parsed, normative: &Parsed) -> Option<Difference> {
    const BETWEEN: &str = "the fast parser and the grammar";
    match (fast, normative) {
        (Ok((source, fast)), Ok((_, normative))) => {
            let found = difference(fast, normative, Positions::Compared)?;
            let describe = |ast: &Ast, node| described(ast, source, node, found.what);
            Some(Difference {
                file: path.display().to_string(),
                between: BETWEEN,
                node: found.path.clone(),
                ours: describe(fast, found.left),
                theirs: describe(normative, found.right),
            })
        }
        (Err(fast), Err(normative)) if fast == normative => None,
        (fast, normative) => {
            let show = |parsed: &Parsed| match parsed {
                Ok(_) => "a tree".to_owned(),
                Err(error) => Fault::of(error).to_string(),
            };
            Some(Difference::of_results(path, BETWEEN, show(fast), show(normative)))
        }
    }
}

/// Whether what is written from a tree is read as the same tree.
fn unparsed_differs(path: &Path, source: &Source, ast: &Ast) -> Option<Difference> {
    let between = "the tree and what is read of it unparsed";
    match guarded(|| reread(ast)) {
        Ok(Ok((again, tree))) => {
            let found = difference(ast, &tree, Positions::Ignored)?;
            Some(Difference {
                file: path.display().to_string(),
                between,
                node: found.path.clone(),
                ours: described(ast, source, found.left, found.what),
                theirs: described(&tree, &again, found.right, found.what),
            })
        }
        Ok(Err(error)) => {
            Some(Difference::of_results(path, between, "a tree".to_owned(), Fault::of(&error).to_string()))
        }
        Err(panic) => Some(Difference::of_file(path, format!("unparsing panics: {panic}"))),
    }
}

/// The tree that is read from a tree's text.
pub fn reread(ast: &Ast) -> Result<(Source, Ast), SyntaxError> {
    let again = Source::from_text("unparsed", &unparse(ast))?;
    let tree = parse(&again)?;
    Ok((again, tree))
}

/// A node's form and place, and which of its fields differs.
pub fn described(ast: &Ast, source: &Source, node: NodeId, what: &str) -> String {
    let span = ast.span(node);
    let (line, column) = source.position(span.start as usize);
    let (end_line, end_column) = source.position(span.end as usize);
    let form = ast.kind(node).schema().name;
    format!("{form} at {line}:{column} to {end_line}:{end_column}, {what}")
}
