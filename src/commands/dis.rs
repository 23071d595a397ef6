//! `gradus dis`

use crate::{Outcome, source};
use clap::Args;
use semantics::state::{Limits, Machine, Output, Stop};
use vm::compile::Failure;

/// Print the code that a program is compiled to, each instruction with the rule behind it.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus dis hello.py
  gradus dis -c 'x = [i * 2 for i in range(9)]'")]
pub struct Arguments {
    /// The program as text
    #[arg(short = 'c', value_name = "CODE", conflicts_with = "file")]
    code: Option<String>,
    /// The program's file; `-` is standard input
    #[arg(required_unless_present = "code")]
    file: Option<String>,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let text = source::read_or_code(self.file.as_deref(), self.code.as_deref())?;
        // Errors in the source are shown with it.
        source::analyze(&text)?;
        let mut machine = Machine::new(Limits::default(), Output::kept());
        let first = machine.codes.len();
        machine.load_main(&text.name, &text.bytes).map_err(|error| error.headline())?;
        let mut listings = Vec::new();
        for number in first..machine.codes.len() {
            let number = number as u32;
            match vm::compile::compile(&mut machine, number) {
                Ok(code) => listings.push(vm::disassemble::listing(&machine, number, &code)),
                Err(Failure::Stopped(Stop::Unsupported { construct, line, rule })) => {
                    eprintln!(
                        "gradus: {}, line {line}: {construct} is not supported: no rule `{rule}`",
                        text.name
                    );
                    return Ok(differential::machine::Ending::UNSUPPORTED);
                }
                Err(Failure::TooLarge) => {
                    let name = machine.text_of(machine.codes[number as usize].qualified_name);
                    listings.push(format!("{name}: too large for instructions: the rules step it\n"));
                }
                Err(Failure::Stopped(stop)) => return Err(format!("stopped: {stop:?}")),
            }
        }
        source::print(&listings.join("\n"));
        Ok(0)
    }
}
