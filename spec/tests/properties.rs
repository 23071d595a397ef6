//! Both parsers on generated texts: no panic, and equal trees or equal errors.

use quickcheck::{Arbitrary, Gen, QuickCheck};
use spec::error::ErrorKind;
use spec::scope::Scopes;
use spec::{Source, SyntaxError, dump::dump, grammar, parse, unparse::unparse};

/// Programs that use all of the syntax; mutations of their parts are the texts under test.
const PROGRAMS: &str = include_str!("data/programs.py");

const PIECES: [&str; 64] = [
    "(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "==", ":=", ".", "*", "**", "/", "not", "in", "is",
    "if", "else", "for", "while", "def", "class", "lambda", "yield", "await", "async", "return", "import",
    "from", "as", "with", "try", "except", "finally", "raise", "pass", "del", "global", "match", "case", "_",
    "x", "1", "'s'", "f'{x}'", "None", "\n", "\n    ", "+", "->", "@", "!", "?", "0x", "'", "\"", "f\"{",
    "\\", "#", "é", "\t",
];

/// So many checks; `GRADUS_CHECKS` asks for another number.
fn checks(default: u64) -> QuickCheck {
    let wanted = std::env::var("GRADUS_CHECKS").ok().and_then(|text| text.parse().ok());
    let count = wanted.unwrap_or(default);
    QuickCheck::new().tests(count).max_tests(count * 2)
}

/// A text near to a program.
#[derive(Clone, Debug)]
struct Mutated(String);

impl Arbitrary for Mutated {
    fn arbitrary(g: &mut Gen) -> Mutated {
        let programs: Vec<&str> = PROGRAMS.split("\n\n").collect();
        let program = *g.choose(&programs).expect("programs");
        let mut parts = split(program);
        for _ in 0..*g.choose(&[1, 1, 1, 2, 3]).expect("a number") {
            mutate(&mut parts, g);
        }
        Mutated(parts.concat())
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Mutated>> {
        let parts: Vec<String> = split(&self.0);
        let without = move |at: usize| {
            let kept = parts.iter().enumerate().filter(move |(other, _)| *other != at);
            Mutated(kept.map(|(_, part)| part.as_str()).collect())
        };
        Box::new((0..split(&self.0).len()).map(without))
    }
}

/// Words, runs of blanks, and single other characters.
fn split(text: &str) -> Vec<String> {
    let class = |c: char| match c {
        _ if c.is_alphanumeric() || c == '_' => 0,
        ' ' => 1,
        _ => 2,
    };
    let mut parts: Vec<String> = Vec::new();
    let mut last = 3;
    for c in text.chars() {
        let this = class(c);
        match parts.last_mut() {
            Some(part) if this == last && this != 2 => part.push(c),
            _ => parts.push(c.to_string()),
        }
        last = this;
    }
    parts
}

fn mutate(parts: &mut Vec<String>, g: &mut Gen) {
    if parts.is_empty() {
        return;
    }
    let at = usize::arbitrary(g) % parts.len();
    let other = usize::arbitrary(g) % parts.len();
    let piece = (*g.choose(&PIECES).expect("pieces")).to_owned();
    match u8::arbitrary(g) % 5 {
        0 => {
            parts.remove(at);
        }
        1 => parts.insert(at, piece),
        2 => parts[at] = piece,
        3 => parts.swap(at, other),
        _ => parts.insert(at, parts[other].clone()),
    }
}

/// Whether both parsers say the same of a text. What is too deep for one may not be for the other.
fn agree(text: &str) -> bool {
    let Ok(source) = Source::from_text("generated", text) else { return true };
    let too_deep = |result: &Result<spec::Ast, SyntaxError>| {
        result.as_ref().is_err_and(|error| error.kind == ErrorKind::MemoryError)
    };
    let (fast, normative) = (parse(&source), grammar::parse(&source));
    if too_deep(&fast) || too_deep(&normative) {
        return true;
    }
    match (fast, normative) {
        (Ok(fast), Ok(normative)) => dump(&fast, &source) == dump(&normative, &source),
        (Err(fast), Err(normative)) => fast == normative,
        _ => false,
    }
}

#[test]
fn parsers_agree_on_mutated_programs() {
    fn property(text: Mutated) -> bool {
        agree(&text.0)
    }
    checks(20_000).quickcheck(property as fn(Mutated) -> bool);
}

#[test]
fn what_is_accepted_survives_unparsing_and_analysis() {
    fn property(text: Mutated) -> bool {
        let Ok(source) = Source::from_text("generated", &text.0) else { return true };
        let Ok(mut ast) = parse(&source) else { return true };
        let printed = unparse(&ast);
        let again = Source::from_text("printed", &printed).expect("text without null bytes");
        let same = parse(&again).is_ok_and(|tree| unparse(&tree) == printed);
        // Early errors are no panics.
        if let Err(error) = Scopes::analyze(&mut ast, &source) {
            let _ = (error.render(&source), error.traceback(&source));
        }
        same
    }
    checks(10_000).quickcheck(property as fn(Mutated) -> bool);
}

#[test]
fn random_bytes_end_in_a_tree_or_an_error() {
    fn property(bytes: Vec<u8>) -> bool {
        match Source::from_bytes("random", &bytes) {
            Ok(source) => match parse(&source) {
                Ok(_) => true,
                Err(error) => !error.render(&source).is_empty() && !error.traceback(&source).is_empty(),
            },
            Err(error) => !error.headline().is_empty(),
        }
    }
    checks(10_000).quickcheck(property as fn(Vec<u8>) -> bool);
}

#[test]
fn random_pieces_end_in_the_same_for_both_parsers() {
    fn property(choices: Vec<u8>) -> bool {
        let text: String =
            choices.iter().map(|&choice| format!("{} ", PIECES[choice as usize % PIECES.len()])).collect();
        agree(&text)
    }
    checks(10_000).quickcheck(property as fn(Vec<u8>) -> bool);
}
