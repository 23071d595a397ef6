//! `gradus check`

use crate::Outcome;
use clap::Args;

/// check
#[derive(Args)]
pub struct Arguments {}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        Err("not yet".into())
    }
}
