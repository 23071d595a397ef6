//! Parses files with both parsers, compares the trees, and reports the throughput of each and of scope analysis.

use spec::{Source, dump::dump, grammar, parse, scope::Scopes};
use std::time::{Duration, Instant};

fn main() {
    let (mut bytes_read, mut equal, mut total) = (0, 0, 0);
    let (mut fast_time, mut normative_time, mut scope_time) =
        (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    grammar::python();
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(source) = Source::from_bytes(&path, &bytes) else { continue };
        let started = Instant::now();
        let fast = parse(&source);
        fast_time += started.elapsed();
        let started = Instant::now();
        let normative = grammar::parse(&source);
        normative_time += started.elapsed();
        bytes_read += bytes.len();
        total += 1;
        match (fast, normative) {
            (Ok(mut fast), Ok(normative)) => {
                let started = Instant::now();
                let _ = Scopes::analyze(&mut fast, &source);
                scope_time += started.elapsed();
                let (fast, normative) = (dump(&fast, &source), dump(&normative, &source));
                if fast == normative {
                    equal += 1;
                    continue;
                }
                let at = fast.lines().zip(normative.lines()).position(|(a, b)| a != b).unwrap_or(0);
                let excerpt = |text: &str| {
                    let lines = text.lines().skip(at.saturating_sub(6)).take(9).map(str::trim);
                    lines.collect::<Vec<_>>().join(" ")
                };
                println!("{path}\n  fast      {}\n  normative {}", excerpt(&fast), excerpt(&normative));
            }
            (Err(_), Err(_)) => equal += 1,
            (_, Err(error)) => println!("{path}: the grammar says {} at {:?}", error.headline(), error.place),
            (Err(error), _) => {
                println!("{path}: the fast parser says {} at {:?}", error.headline(), error.place)
            }
        }
    }
    let rate = |time: Duration| bytes_read as f64 / time.as_secs_f64() / 1e6;
    println!("{equal} of {total} equal");
    let rates = [rate(fast_time), rate(normative_time), rate(scope_time)];
    println!("fast parser {:.1} MB/s, grammar {:.1} MB/s, scopes {:.1} MB/s", rates[0], rates[1], rates[2]);
}
