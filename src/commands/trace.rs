//! `gradus trace`

use crate::{Outcome, source};
use clap::{Args, ValueEnum};
use differential::machine::{Job, Kind, watch};
use semantics::machine::Tracer;
use semantics::state::{Limits, Machine, Output};
use std::io::{BufWriter, Write};

/// Print each transition of the reference machine: the rule, the syntax it is about, and its slots.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus trace hello.py > steps.jsonl
  gradus trace --format text -c 'x = 1 + 2'

Each line is an object with the fields step, rule, at, frames, depth, line, column, source, slots, and output where the
program has written something since the line before. The last line says how the program ended.")]
pub struct Arguments {
    /// One JSON object a line, or text
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// How many transitions at most
    #[arg(long, value_name = "STEPS")]
    fuel: Option<u64>,
    /// The program as text
    #[arg(short = 'c', value_name = "CODE", conflicts_with = "file")]
    code: Option<String>,
    /// The program's file; `-` is standard input
    #[arg(required_unless_present = "code")]
    file: Option<String>,
}

#[derive(Clone, Copy, ValueEnum, PartialEq, Eq)]
pub enum Format {
    Jsonl,
    Text,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let text = source::read_or_code(self.file.as_deref(), self.code.as_deref())?;
        let limits = Limits::default();
        let job = Job {
            file: &text.name,
            text: &text.bytes,
            arguments: vec![text.name.clone()],
            limits: Limits { fuel: self.fuel.unwrap_or(limits.fuel), ..limits },
            kind: Kind::Reference,
        };
        trace(&job, self.format)
    }
}

/// Runs a program and prints its transitions.
pub fn trace(job: &Job, format: Format) -> Outcome {
    let mut printer = Printer { out: BufWriter::new(std::io::stdout()), format, is_open: true, written: 0 };
    let report = watch(job, &mut printer);
    let code = report.ending.code();
    if format == Format::Jsonl {
        let rest = String::from_utf8_lossy(report.stdout.get(printer.written..).unwrap_or_default());
        let event = serde_json::json!({ "step": report.steps, "output": rest, "exit": code });
        drop(writeln!(printer.out, "{event}"));
    }
    drop(printer.out.flush());
    eprint!("{}", String::from_utf8_lossy(&report.stderr));
    if let Some(complaint) = report.ending.complaint(job.file) {
        eprintln!("gradus: {complaint}");
    }
    Ok(code)
}

/// Prints what the machine is about to do.
struct Printer {
    out: BufWriter<std::io::Stdout>,
    format: Format,
    /// Nobody listens any more once this is false.
    is_open: bool,
    /// How much of the program's output has been reported.
    written: usize,
}

impl Tracer for &mut Printer {
    fn before_step(&mut self, machine: &Machine) {
        if !self.is_open || !machine.is_in_program() {
            return;
        }
        let written = match self.format {
            Format::Jsonl => self.print_object(machine),
            Format::Text => self.print_line(machine),
        };
        self.is_open = written.is_ok();
    }
}

impl Printer {
    fn print_object(&mut self, machine: &Machine) -> std::io::Result<()> {
        let activations = machine.view_activations();
        let Some(top) = activations.last() else { return Ok(()) };
        let slots: serde_json::Map<_, _> =
            top.slots.iter().map(|(name, value)| ((*name).to_owned(), value.clone().into())).collect();
        let (line, column) = place(machine);
        let mut event = serde_json::json!({
            "step": machine.steps,
            "rule": top.rule,
            "at": machine.thread.activations.last().map(|top| top.at - machine.rules.get(top.rule).start as u32),
            "frames": machine.thread.frames.len(),
            "depth": activations.len(),
            "line": line,
            "column": column,
            "source": top.source,
            "slots": slots,
        });
        let output = self.new_output(machine);
        if !output.is_empty() {
            event["output"] = output.into();
        }
        writeln!(self.out, "{event}")
    }

    fn print_line(&mut self, machine: &Machine) -> std::io::Result<()> {
        let activations = machine.view_activations();
        let Some(top) = activations.last() else { return Ok(()) };
        let output = self.new_output(machine);
        for line in output.lines() {
            writeln!(self.out, "        > {line}")?;
        }
        let indent = "  ".repeat(activations.len() - 1);
        let is_set = |slot: &&(&str, String)| slot.1 != "Nothing";
        let slots = top.slots.iter().filter(is_set).map(|(name, value)| format!("{name}={value}"));
        let slots: Vec<String> = slots.collect();
        let (line, _) = place(machine);
        writeln!(self.out, "{line:>6}  {indent}{} `{}` {}", top.rule, top.source, slots.join(" "))
    }

    /// What the program has written since this was last asked.
    fn new_output(&mut self, machine: &Machine) -> String {
        let Output::Kept { stdout, .. } = &machine.output else { return String::new() };
        let new = String::from_utf8_lossy(&stdout[self.written..]).into_owned();
        self.written = stdout.len();
        new
    }
}

/// Line and column of what the machine is about to do.
fn place(machine: &Machine) -> (usize, usize) {
    let start = machine.focus().map_or(0, |span| span.start as usize);
    machine.program.source.position(start)
}
