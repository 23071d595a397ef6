//! `gradus step`

use crate::Outcome;
use clap::Args;

/// step
#[derive(Args)]
pub struct Arguments {}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        Err("not yet".into())
    }
}
