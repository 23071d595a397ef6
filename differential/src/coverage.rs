//! How often each rule fires over the suite.

use crate::conformance::Report;
use semantics::rules::link::RULES;
use serde::Serialize;

/// One rule.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub rule: &'static str,
    /// How many programs fire it, and how often all together.
    pub programs: usize,
    pub times: u64,
    /// The program that fires it and otherwise the fewest rules.
    pub example: Option<String>,
}

/// All rules in their order.
pub fn of(report: &Report) -> Vec<Line> {
    let sizes: Vec<usize> = report
        .programs
        .iter()
        .map(|entry| entry.coverage.iter().filter(|&&count| count > 0).count())
        .collect();
    let lines = RULES.rules.iter().enumerate().map(|(number, rule)| {
        let fired =
            |index: &usize| report.programs[*index].coverage.get(number).is_some_and(|&count| count > 0);
        let programs: Vec<usize> = (0..report.programs.len()).filter(fired).collect();
        let example = programs.iter().min_by_key(|&&index| sizes[index]);
        Line {
            rule: rule.definition.id,
            programs: programs.len(),
            times: programs.iter().map(|&index| report.programs[index].coverage[number]).sum(),
            example: example.map(|&index| report.programs[index].id.clone()),
        }
    });
    lines.collect()
}
