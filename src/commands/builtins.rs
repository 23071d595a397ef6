//! `gradus builtins`

use crate::Outcome;
use clap::Args;

/// builtins
#[derive(Args)]
pub struct Arguments {}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        Err("not yet".into())
    }
}
