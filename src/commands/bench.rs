//! `gradus bench`

use crate::Outcome;
use clap::Args;

/// bench
#[derive(Args)]
pub struct Arguments {}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        Err("not yet".into())
    }
}
