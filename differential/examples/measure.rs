//! What a generated program costs: `measure PROGRAMS [vm|reference]`.

use differential::compare::compare;
use differential::engine::{Engine, InProcess, Job, Outcome};
use differential::generate::{HARNESS, program};
use differential::machine::{Kind, isolated};
use std::time::Instant;

/// Mean, median, 90 % and most.
fn spread(mut numbers: Vec<u64>) -> String {
    numbers.sort_unstable();
    let at = |share: usize| numbers.get(numbers.len() * share / 100).copied().unwrap_or_default();
    let mean = numbers.iter().sum::<u64>() / numbers.len().max(1) as u64;
    format!("mean {mean}, median {}, 90 % {}, most {}", at(50), at(90), numbers.last().unwrap_or(&0))
}

fn measure(count: u64, only: Option<&str>) -> Result<(), String> {
    let started = Instant::now();
    let programs: Vec<String> = (0..count).map(|seed| program(None, seed).source).collect();
    println!("made in {:?} each", started.elapsed() / count as u32);
    println!("lines: {}", spread(programs.iter().map(|source| source.lines().count() as u64).collect()));
    let mut outcomes: Vec<Vec<Outcome>> = Vec::new();
    for &kind in Kind::ALL {
        if only.is_some_and(|only| only != kind.name()) {
            continue;
        }
        let mut engine = InProcess::start(kind, HARNESS)?;
        let mut steps = Vec::new();
        let mut own = Vec::new();
        let started = Instant::now();
        for source in &programs {
            own.push(engine.run(&Job::new(source)));
            steps.push(engine.machine().steps);
        }
        println!("{}: {:?} each; steps: {}", engine.name(), started.elapsed() / count as u32, spread(steps));
        outcomes.push(own);
    }
    if let [expected, actual] = &outcomes[..] {
        let started = Instant::now();
        let different = expected
            .iter()
            .zip(actual)
            .filter(|(expected, actual)| compare(expected, actual, true).difference().is_some());
        println!("{} different; compared in {:?} each", different.count(), started.elapsed() / count as u32);
    }
    Ok(())
}

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count =
        arguments.first().and_then(|count| count.parse().ok()).ok_or("measure PROGRAMS [vm|reference]")?;
    isolated(|| measure(count, arguments.get(1).map(String::as_str))).flatten()
}
