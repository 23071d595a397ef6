//! Prints the error of each snippet of a file; snippets are separated by lines `%%`.

use spec::{Source, parse, scope::Scopes};
use std::io::Write;

fn main() {
    let path = std::env::args().nth(1).expect("a file of snippets");
    let text = std::fs::read_to_string(path).expect("a readable file");
    let mut out = std::io::stdout().lock();
    for snippet in text.split("\n%%\n") {
        let result = Source::from_text("f", snippet).and_then(|source| {
            let mut ast = parse(&source)?;
            Scopes::analyze(&mut ast, &source)
        });
        let line = match result {
            Ok(_) => "ok".to_owned(),
            Err(error) => {
                let place =
                    error.place.map_or((0, 0, 0, 0), |p| (p.line, p.offset, p.end_line, p.end_offset));
                format!(
                    "{} | {} | {} {} {} {}",
                    error.kind.name(),
                    error.message,
                    place.0,
                    place.1,
                    place.2,
                    place.3
                )
            }
        };
        let _ = writeln!(out, "{line}");
    }
}
