//! The programs of `spec/conformance/early` have the errors that stand beside them
//! (`differential` compares them with CPython).

use spec::early::rules::RULES;
use spec::scope::Scopes;
use spec::{Source, SyntaxError, parse};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/early");
    let entries = std::fs::read_dir(folder).expect("the folder is part of the crate").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths
}

fn early_error(path: &Path) -> Option<SyntaxError> {
    let text = std::fs::read_to_string(path).expect("a readable program");
    let analyzed = Source::from_text("program", &text).and_then(|source| {
        let mut ast = parse(&source)?;
        Scopes::analyze(&mut ast, &source)
    });
    analyzed.err()
}

fn report(error: Option<&SyntaxError>) -> String {
    let Some(error) = error else { return "accepted".to_owned() };
    let (line, offset) = error.place.map_or((0, 0), |place| (place.line, place.offset));
    format!("{}\nline {line}, offset {offset}\n", error.headline())
}

#[test]
fn programs_have_their_errors() {
    let mut reached = BTreeSet::new();
    for path in programs() {
        let text = std::fs::read_to_string(&path).expect("a readable program");
        let expected = std::fs::read_to_string(path.with_extension("out")).expect("an expected error");
        let error = early_error(&path);
        assert_eq!(report(error.as_ref()), expected, "{}", path.display());
        let rule = error.and_then(|error| error.rule()).expect("a rule");
        assert!(text.contains(&format!("rules = [\"{}\"]", rule.id)), "{}: {}", path.display(), rule.id);
        reached.insert(rule.id);
    }
    // Errors of bytes and of depth have tests of their own.
    let missing: Vec<&str> = RULES.iter().map(|rule| rule.id).filter(|id| !reached.contains(id)).collect();
    let missing: Vec<&str> = missing.into_iter().filter(|id| !id.starts_with("early.source.")).collect();
    assert!(missing.is_empty(), "rules without a program: {missing:?}");
}

#[test]
fn bytes_that_are_no_text_have_errors() {
    for (bytes, id) in [
        (&b"# coding: nonsense\n"[..], "early.source.encoding"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "early.source.encoding"),
        (b"x = '\xff'\n", "early.source.non-utf8"),
        (b"# coding: utf-8\n'\xff'\n", "early.source.undecodable"),
        (b"x = 1\0\n", "early.source.null"),
    ] {
        let error = Source::from_bytes("program", bytes).expect_err("an error");
        assert_eq!(error.rule().map(|rule| rule.id), Some(id), "{}", error.message);
    }
    for bytes in [
        &b"# coding: latin-1\n'\xe9'\n"[..],
        b"\xef\xbb\xbfx\n",
        b"#\n# vim: set fileencoding=koi8-r :\n'\xc1'\n",
    ] {
        Source::from_bytes("program", bytes).expect("text");
    }
}

#[test]
fn nesting_beyond_the_limits_is_an_error() {
    for (text, id) in [
        ("lambda: ".repeat(10_000) + "x", "early.source.too-deep"),
        ("x if y else ".repeat(10_000) + "z", "early.source.too-deep"),
        ("(".repeat(10_000), "early.bracket.too-many"),
        ("{1: ".repeat(10_000), "early.bracket.too-many"),
        ("f'{".repeat(10_000), "early.fstring.too-many"),
    ] {
        let source = Source::from_text("program", &text).expect("text");
        let error = parse(&source).expect_err("an error");
        let rule = error.rule().map(|rule| rule.id);
        let string_ends =
            rule == Some("early.fstring.unterminated") || rule == Some("early.fstring.expecting");
        assert!(rule == Some(id) || id.starts_with("early.fstring") && string_ends, "{}", error.message);
    }
}
