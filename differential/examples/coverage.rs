//! Which rules generated programs reach: `coverage FIRST COUNT`. Programs run in batches on the reference machine.

use differential::generate::{HARNESS, program};
use differential::machine::{Job, Kind, observe};
use semantics::rules::link::RULES;
use semantics::state::Limits;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [first, count] = &arguments[..] else { return Err("FIRST COUNT".into()) };
    let (first, count): (u64, u64) = (first.parse()?, count.parse()?);
    let mut times = vec![0u64; RULES.rules.len()];
    let mut examples = vec![None; RULES.rules.len()];
    for start in (first..first + count).step_by(20) {
        let mut text = HARNESS.to_owned();
        for seed in start..start + 20 {
            text.push_str(&program(None, seed).source);
            text.push_str("\n__reset__()\n");
        }
        let limits = Limits { fuel: 200_000_000, ..Limits::default() };
        let job =
            Job { file: "p.py", text: text.as_bytes(), arguments: vec![], limits, kind: Kind::Reference };
        let report = observe(&job);
        for (number, &fired) in report.coverage.iter().enumerate() {
            times[number] += fired;
            if fired > 0 {
                examples[number].get_or_insert(start);
            }
        }
    }
    let reached = times.iter().filter(|&&times| times > 0).count();
    for (number, rule) in RULES.rules.iter().enumerate() {
        if times[number] == 0 {
            println!("{}", rule.definition.id);
        } else if examples[number].is_some_and(|at| at > first + count / 4) {
            println!("{} rare: first at {:?}", rule.definition.id, examples[number]);
        }
    }
    println!("{reached} of {}", times.len());
    Ok(())
}
