//! `gradus step`

use super::run::ProgramOptions;
use super::trace::{Format, trace};
use crate::Outcome;
use crate::stepper::{self, Session};
use clap::Args;
use differential::machine::{Job, Kind};
use semantics::state::Limits;
use std::io::IsTerminal;

/// Walk through a program's steps on the full screen, forward and back. Not on a terminal: print them.
#[derive(Args)]
#[command(after_help = "Keys:
  → or space  the next transition        ←  the one before
  i  into: until another rule begins     o  over: until the rule at hand has made its next step
  u  out: until the rule at hand is done n  the next line
  l  to a line    r  to a rule           z  where you were before
  e  to the end   0  to the beginning    q  quit")]
pub struct Arguments {
    #[command(flatten)]
    program: ProgramOptions,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let (text, arguments) = self.program.read()?;
        let job = Job {
            file: &text.name,
            text: &text.bytes,
            arguments,
            limits: Limits::default(),
            kind: Kind::Reference,
        };
        if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
            return trace(&job, Format::Text);
        }
        let session = Session::start(&job).map_err(|text| format!("not a program\n{text}"))?;
        stepper::show(session).map_err(|error| error.to_string())?;
        Ok(0)
    }
}
