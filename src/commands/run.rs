//! `gradus run`

use crate::Outcome;
use crate::source::{self, Text};
use clap::{Args, ValueEnum};
use differential::machine::{Job, Kind, run_here};
use semantics::rules::link::RULES;
use semantics::state::Limits;
use std::cmp::Reverse;

/// Run a program.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus run hello.py one two          arguments are in sys.argv
  gradus run -c 'print(6 * 7)'
  echo 'print(6 * 7)' | gradus run -
  gradus run --fuel 1000000 hello.py   stop after a million steps
  gradus run --rules hello.py          then tell how often each rule was begun")]
pub struct Arguments {
    #[command(flatten)]
    machine: MachineOptions,
    /// Tell afterwards, on standard error, how often each rule was begun: on the VM, those that no fast path stood for
    #[arg(long)]
    rules: bool,
    #[command(flatten)]
    program: ProgramOptions,
}

/// A program and its arguments.
#[derive(Args)]
pub struct ProgramOptions {
    /// The program as text; then all that follows is its arguments
    #[arg(short = 'c', value_name = "CODE")]
    code: Option<String>,
    /// The program's file (`-` is standard input), then its arguments
    #[arg(
        required_unless_present = "code",
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILE [ARGUMENTS]"
    )]
    words: Vec<String>,
}

impl ProgramOptions {
    /// The program's text, and `sys.argv`.
    pub fn read(self) -> Result<(Text, Vec<String>), String> {
        match self.code {
            Some(code) => {
                let arguments = std::iter::once("-c".to_owned()).chain(self.words).collect();
                Ok((source::read_or_code(None, Some(&code))?, arguments))
            }
            None => Ok((source::read_or_code(self.words.first().map(String::as_str), None)?, self.words)),
        }
    }
}

/// Which machine, and what it may use.
#[derive(Args, Clone)]
pub struct MachineOptions {
    /// Which machine runs it
    #[arg(long, value_enum, default_value_t = MachineName::Vm)]
    machine: MachineName,
    /// How many steps it may make; arithmetic with long numbers counts as more than one
    #[arg(long, value_name = "STEPS")]
    fuel: Option<u64>,
    /// How many bytes its objects may take (4G, 500M, ...)
    #[arg(long, value_name = "BYTES", value_parser = bytes)]
    memory: Option<usize>,
}

#[derive(Clone, Copy, ValueEnum, PartialEq, Eq)]
pub enum MachineName {
    Vm,
    Reference,
}

impl From<MachineName> for Kind {
    fn from(name: MachineName) -> Kind {
        match name {
            MachineName::Vm => Kind::Vm,
            MachineName::Reference => Kind::Reference,
        }
    }
}

impl MachineOptions {
    pub fn kind(&self) -> Kind {
        self.machine.into()
    }

    pub fn limits(&self) -> Limits {
        let default = Limits::default();
        Limits {
            fuel: self.fuel.unwrap_or(default.fuel),
            memory: self.memory.unwrap_or(default.memory),
            ..default
        }
    }
}

fn bytes(text: &str) -> Result<usize, String> {
    let (digits, unit) = match text.char_indices().last() {
        Some((at, 'k' | 'K')) => (&text[..at], 1 << 10),
        Some((at, 'm' | 'M')) => (&text[..at], 1 << 20),
        Some((at, 'g' | 'G')) => (&text[..at], 1 << 30),
        _ => (text, 1),
    };
    let number: usize = digits.parse().map_err(|_| format!("`{text}` is no number of bytes"))?;
    number.checked_mul(unit).ok_or_else(|| format!("`{text}` is too much"))
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let (text, arguments) = self.program.read()?;
        let job = Job {
            file: &text.name,
            text: &text.bytes,
            arguments,
            limits: self.machine.limits(),
            kind: self.machine.kind(),
        };
        let (ending, counts) = run_here(&job);
        if self.rules {
            tell_rules(&counts);
        }
        if let Some(complaint) = ending.complaint(&text.name) {
            eprintln!("gradus: {complaint}");
        }
        Ok(ending.code())
    }
}

/// The rules that were begun, the most frequent first.
fn tell_rules(counts: &[u64]) {
    let mut begun: Vec<(u64, &str)> = counts
        .iter()
        .zip(&RULES.rules)
        .filter(|(count, _)| **count > 0)
        .map(|(count, rule)| (*count, rule.definition.id))
        .collect();
    begun.sort_by_key(|&(count, id)| (Reverse(count), id));
    for (count, id) in begun {
        eprintln!("{count:>12}  {id}");
    }
}
