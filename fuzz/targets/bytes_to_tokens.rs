//! Any bytes: the tokens of a source lie one behind the other, inside of the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use spec::Source;
use spec::tokens::{Tok, tokenize};

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = Source::from_bytes("fuzz.py", bytes) else { return };
    let tokens = tokenize(&source);
    let mut end = 0;
    for token in &tokens.list {
        assert!(end <= token.start && token.start <= token.end, "{token:?} after {end}");
        end = token.end;
    }
    assert!(end as usize <= source.text().len(), "{end}");
    let last = tokens.list.last().map(|token| token.kind);
    assert_eq!(last, Some(if tokens.error.is_some() { Tok::Error } else { Tok::End }));
});
