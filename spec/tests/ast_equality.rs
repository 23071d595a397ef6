//! The fast parser gives CPython's tree, positions included, for every file of the standard library.

mod support;

use spec::{Source, dump::dump, parse};
use support::Oracle;

fn our_dump(path: &std::path::Path) -> String {
    let bytes = std::fs::read(path).expect("the library is readable");
    let source = match Source::from_bytes(&path.to_string_lossy(), &bytes) {
        Ok(source) => source,
        Err(error) => return format!("ERROR {}", error.kind.name()),
    };
    match parse(&source) {
        Ok(ast) => dump(&ast, &source),
        Err(error) => format!("ERROR {}", error.kind.name()),
    }
}

#[test]
fn standard_library_parses_as_in_cpython() {
    let Some(mut oracle) = Oracle::start("dump", "") else { return };
    let files = oracle.library_files();
    let mut differences = Vec::new();
    for path in &files {
        let theirs = oracle.ask(path);
        let ours = our_dump(path);
        if ours != theirs {
            differences.push(format!("{}: {}", path.display(), support::first_difference(&ours, &theirs)));
        }
    }
    println!("{} of {} files equal", files.len() - differences.len(), files.len());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// The normative grammar gives the same trees.
#[test]
fn grammar_and_fast_parser_give_equal_trees() {
    let Some(oracle) = Oracle::start("dump", "") else { return };
    for path in oracle.library_files() {
        let bytes = std::fs::read(&path).expect("the library is readable");
        let Ok(source) = Source::from_bytes(&path.to_string_lossy(), &bytes) else { continue };
        match (parse(&source), spec::grammar::parse(&source)) {
            (Ok(fast), Ok(normative)) => {
                let (fast, normative) = (dump(&fast, &source), dump(&normative, &source));
                let difference = || support::first_difference(&fast, &normative);
                assert!(fast == normative, "{}: {}", path.display(), difference());
            }
            (fast, normative) => assert_eq!(fast.err(), normative.err(), "{}", path.display()),
        }
    }
}
