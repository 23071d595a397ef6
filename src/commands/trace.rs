//! `gradus trace`

use super::run::MachineOptions;
use crate::{Outcome, source};
use clap::{Args, ValueEnum};
use differential::machine::{Ending, Job, Observer, watch_here};
use semantics::machine::Tracer;
use semantics::state::{Machine, RuleId};
use std::io::{BufWriter, Write};

/// Print each transition of the reference machine.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus trace hello.py > steps.jsonl
  gradus trace --format text -c 'x = 1 + 2'")]
pub struct Arguments {
    #[command(flatten)]
    machine: MachineOptions,
    /// One JSON object a line, or text
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// The program as text
    #[arg(short = 'c', value_name = "CODE", conflicts_with = "file")]
    code: Option<String>,
    /// The program's file; `-` is standard input
    #[arg(required_unless_present = "code")]
    file: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Jsonl,
    Text,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let text = source::read_or_code(self.file.as_deref(), self.code.as_deref())?;
        let job = Job {
            file: &text.name,
            text: &text.bytes,
            arguments: vec![text.name.clone()],
            limits: self.machine.limits(),
            kind: differential::machine::Kind::Reference,
        };
        let printer = Printer { out: BufWriter::new(std::io::stdout()), format: self.format, is_open: true };
        let (ending, stderr) = watch_here(&job, printer);
        eprint!("{stderr}");
        if let Some(complaint) = ending.complaint(&text.name) {
            eprintln!("gradus: {complaint}");
        }
        Ok(if ending == Ending::Exit(0) { 0 } else { ending.code() })
    }
}

/// Prints what the machine is about to do.
struct Printer {
    out: BufWriter<std::io::Stdout>,
    format: Format,
    /// Nobody listens any more once this is false.
    is_open: bool,
}

impl Observer for Printer {}

impl Tracer for Printer {
    fn before_step(&mut self, machine: &Machine) {
        if !self.is_open || machine.program.is_prelude {
            return;
        }
        let Some(activation) = machine.thread.activations.last() else { return };
        if activation.rule == RuleId::COMPILED {
            return;
        }
        let rule = machine.rules.get(activation.rule);
        let node = if activation.node.0 == 0 { machine.current_node() } else { activation.node };
        let span = machine.program.ast.span(node);
        let (line, column) = machine.program.source.position(span.start as usize);
        let text = machine.program.source.slice(span).lines().next().unwrap_or_default();
        let id = rule.definition.id;
        let written = match self.format {
            Format::Jsonl => {
                let slots: serde_json::Map<String, serde_json::Value> = rule
                    .slots
                    .iter()
                    .enumerate()
                    .filter(|(_, name)| !name.starts_with('%'))
                    .map(|(index, name)| {
                        let value = machine.thread.slots[activation.base as usize + index];
                        ((*name).to_owned(), machine.sketch(value).into())
                    })
                    .collect();
                let event = serde_json::json!({
                    "step": machine.steps,
                    "rule": id,
                    "at": activation.at,
                    "frames": machine.thread.frames.len(),
                    "depth": machine.thread.activations.len(),
                    "line": line,
                    "column": column,
                    "source": text,
                    "slots": slots,
                });
                writeln!(self.out, "{event}")
            }
            Format::Text => {
                let depth = "  ".repeat(machine.thread.activations.len() - 1);
                writeln!(self.out, "{:>7} {line:>4} {depth}{id} @{} `{text}`", machine.steps, activation.at)
            }
        };
        self.is_open = written.is_ok();
    }
}
