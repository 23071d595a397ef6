//! Programs made from bytes: both parsers read the tree that was written, and writing what was read gives the same text.
#![no_main]

use differential::generate::{Profile, from_bytes};
use libfuzzer_sys::fuzz_target;
use spec::{Source, dump, grammar, unparse};

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let made = from_bytes(Profile::ALL[first as usize % Profile::ALL.len()], rest);
    let source = Source::from_text("program.py", &made.source).expect("what is written is text");
    let read = spec::parse(&source).expect("what is made is a program");
    let normative = grammar::parse(&source).expect("what is made is a program");
    assert_eq!(dump::dump(&read, &source), dump::dump(&normative, &source));
    assert_eq!(unparse::unparse(&read), made.source);
});
