//! Prints the tree of a file as `ast.dump` does. With `--time`, parses each file and reports the throughput.

use spec::{Source, dump::dump, parse};
use std::io::Write;
use std::time::Instant;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let time = arguments.first().is_some_and(|argument| argument == "--time");
    if time {
        arguments.remove(0);
    }
    let mut bytes_read = 0;
    let mut spent = std::time::Duration::ZERO;
    for path in &arguments {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{path}: {error}");
                continue;
            }
        };
        let started = Instant::now();
        let source = match Source::from_bytes(path, &bytes) {
            Ok(source) => source,
            Err(error) => {
                println!("{}", error.headline());
                continue;
            }
        };
        let result = parse(&source);
        spent += started.elapsed();
        bytes_read += bytes.len();
        match result {
            Ok(ast) if !time => print(&dump(&ast, &source)),
            Err(error) if !time => print(&error.render(&source)),
            _ => {}
        }
    }
    if time {
        println!("{:.1} MB/s", bytes_read as f64 / spent.as_secs_f64() / 1e6);
    }
}

/// Prints a text; a reader that has gone away is no error.
fn print(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
