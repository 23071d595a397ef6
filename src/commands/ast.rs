//! `gradus ast`

use crate::Outcome;
use crate::source;
use clap::Args;

/// Print a program's syntax tree, as Python's `ast.dump(..., include_attributes=True, indent=2)` does.
#[derive(Args)]
pub struct Arguments {
    /// The program's file; `-` is standard input
    file: String,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let text = source::read(&self.file)?;
        let (source, ast) = source::parse(&text)?;
        source::print(&format!("{}\n", spec::dump::dump(&ast, &source)));
        Ok(0)
    }
}
