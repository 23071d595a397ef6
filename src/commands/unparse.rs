//! `gradus unparse`

use crate::style::{BAD, paint};
use crate::{Outcome, source};
use clap::Args;
use differential::front_end::trees::{described, reread};
use spec::difference::{Positions, difference};

/// Print a program's syntax tree as source text again: reading that gives an equal tree.
#[derive(Args)]
#[command(after_help = "Exit codes: 0; 1 if --check finds a difference")]
pub struct Arguments {
    /// The program's file; `-` is standard input
    file: String,
    /// Print nothing, but read the text again and compare the trees
    #[arg(long)]
    check: bool,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let (source, ast) = source::parse(&source::read(&self.file)?)?;
        if !self.check {
            let text = spec::unparse::unparse(&ast);
            source::print(text.strip_suffix('\n').unwrap_or(&text));
            source::print("\n");
            return Ok(0);
        }
        let message = match reread(&ast) {
            Err(error) => format!("what is written is no program: {}", error.headline()),
            Ok((again, tree)) => match difference(&ast, &tree, Positions::Ignored) {
                None => return Ok(0),
                Some(found) => format!(
                    "the trees differ at {}\n  {}\n  {}",
                    found.path,
                    described(&ast, &source, found.left, found.what),
                    described(&tree, &again, found.right, found.what)
                ),
            },
        };
        source::print(&format!("{} {message}\n", paint(BAD, "difference:")));
        Ok(1)
    }
}
