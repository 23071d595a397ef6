//! Every operand of every rule about syntax has an effect in some generated program: something is noted while it is judged.
//! A machine that judged operands in another order would be seen.

use differential::engine::{InProcess, Job};
use differential::generate::{HARNESS, program};
use differential::machine::{Kind, isolated};
use semantics::machine::Tracer;
use semantics::rules::language::{Head, Judgment};
use semantics::rules::link::{Op, RULES};
use semantics::state::{Data, Machine, Value};

/// By then each of them should have been met; most are after a few hundred.
const PROGRAMS: u64 = 4_000;

/// Notes which operands are being judged whenever the log grows.
struct Watch {
    log: Value,
    first_code: u32,
    length: usize,
    /// By place of the op that judges.
    met: Vec<bool>,
}

impl Tracer for Watch {
    fn before_step(&mut self, machine: &Machine) {
        let Some(Data::List(events)) = machine.heap.get(self.log) else { return };
        if events.len() != self.length {
            self.length = events.len();
            self.note(machine);
        }
    }
}

impl Watch {
    /// Each activation of the program is about to go on after the op that it is at.
    fn note(&mut self, machine: &Machine) {
        let thread = &machine.thread;
        let mut end = thread.activations.len();
        for frame in thread.frames.iter().rev() {
            let begin = frame.activation as usize;
            if frame.code >= self.first_code {
                for activation in &thread.activations[begin..end] {
                    self.met[activation.at as usize - 1] = true;
                }
            }
            end = begin;
        }
    }
}

/// The ops that judge operands: the place, and what to call it.
fn operands() -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, rule) in RULES.rules.iter().enumerate() {
        if matches!(rule.definition.head, Head::Protocol { .. }) {
            continue;
        }
        let start = rule.start as usize;
        let end = RULES.rules.get(number + 1).map_or(RULES.code.len(), |next| next.start as usize);
        let judgments = (start..end).filter_map(|place| match RULES.code[place] {
            Op::Judge { judgment, .. } | Op::JudgeNext { judgment, .. } => Some((place, judgment)),
            _ => None,
        });
        let judgments = judgments.filter(|(_, judgment)| !matches!(judgment, Judgment::Exec | Judgment::Run));
        for (count, (place, judgment)) in judgments.enumerate() {
            found.push((place, format!("{} {}: {}", rule.definition.id, count + 1, judgment.name())));
        }
    }
    found
}

#[test]
fn each_operand_of_each_rule_has_an_effect_in_some_program() {
    let mut missing = operands();
    assert!(missing.len() > 100, "{missing:?}");
    let missing = isolated(|| {
        let mut reference = InProcess::start(Kind::Reference, HARNESS).expect("the harness is good");
        for seed in 0..PROGRAMS {
            let (log, first_code) = reference.landmarks();
            let mut watch = Watch { log, first_code, length: 0, met: vec![false; RULES.code.len()] };
            reference.watch(&Job::new(&program(None, seed).source), &mut watch);
            missing.retain(|&(place, _)| !watch.met[place]);
            if missing.is_empty() {
                break;
            }
        }
        missing
    });
    let missing: Vec<String> = missing.expect("no panic").into_iter().map(|(_, name)| name).collect();
    assert!(missing.is_empty(), "without effect:\n{}", missing.join("\n"));
}
