//! `gradus reduce`

use crate::style::{DIM, RULE, paint};
use crate::{Outcome, source};
use clap::Args;
use differential::campaign::{Opponent, Squad};
use serde::Serialize;
use std::time::Instant;

/// Make a program smaller as long as an engine and the reference machine differ on it in the same way.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus reduce program.py --against python3.12 > smaller.py
  gradus reduce program.py                            against the VM

Exit codes: 0 the smaller program is printed; 1 there is no difference; 2 wrong usage, or the engine does not start.")]
pub struct Arguments {
    /// The program (`-` is standard input)
    file: String,
    /// `vm`, or the command of another Python
    #[arg(long, value_name = "COMMAND", default_value = "vm")]
    against: String,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Reduced {
    program: String,
    lines: usize,
    signature: String,
    rule: String,
    seconds: f64,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let text = source::read(&self.file)?;
        let program = String::from_utf8(text.bytes).map_err(|error| format!("{}: {error}", self.file))?;
        let mut squad = Squad::start(&[Opponent::parse(&self.against)])?;
        let Some(finding) = squad.compare(&program, None, 0) else {
            eprintln!("{} and the reference machine don't differ", squad.opponent(0).0);
            return Ok(1);
        };
        let started = Instant::now();
        let reduced = squad.reduce(&finding, None);
        let place = squad.locate(&reduced);
        let result = Reduced {
            lines: reduced.source.lines().count(),
            program: reduced.source,
            signature: reduced.difference.signature().to_string(),
            rule: place.rule,
            seconds: started.elapsed().as_secs_f64(),
        };
        if self.json {
            source::print_json(&result)?;
        } else {
            source::print(&format!("{}\n", result.program.trim_end()));
            let said = format!("{} lines in {:.1} s; {}", result.lines, result.seconds, result.signature);
            anstream::eprintln!("{}, in {}", paint(DIM, said), paint(RULE, result.rule));
        }
        Ok(0)
    }
}
