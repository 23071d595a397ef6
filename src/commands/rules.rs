//! `gradus rules`

use crate::Outcome;
use clap::Args;

/// rules
#[derive(Args)]
pub struct Arguments {}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        Err("not yet".into())
    }
}
