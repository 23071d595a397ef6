//! Any bytes: both parsers give the same tree, or both an error; a tree survives being written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use spec::{Source, dump, grammar, unparse};

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = Source::from_bytes("fuzz.py", bytes) else { return };
    let (fast, normative) = (spec::parse(&source), grammar::parse(&source));
    match (&fast, &normative) {
        (Ok(fast), Ok(normative)) => {
            assert_eq!(dump::dump(fast, &source), dump::dump(normative, &source));
            let text = unparse::unparse(fast);
            let again = Source::from_text("again.py", &text).expect("what is written is text");
            assert!(spec::parse(&again).is_ok(), "{text}");
        }
        (Err(fast), Err(normative)) => assert_eq!(fast.headline(), normative.headline()),
        _ => panic!("one parser accepts what the other rejects"),
    }
});
