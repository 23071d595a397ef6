//! `gradus bench`

use super::check::own_folder;
use crate::{Outcome, source};
use clap::Args;
use comfy_table::{CellAlignment, Table};
use differential::bench::{self, Report};
use differential::conformance::{Engine, OWN_VERSION};
use differential::machine::Kind;
use differential::pythons;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

/// Measure the machines against the CPythons found: median times as ratios to CPython 3.13.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus bench                        all programs, three rounds
  gradus bench --rounds 9 nbody       one program, nine rounds")]
pub struct Arguments {
    /// Only programs whose names contain one of these words
    words: Vec<String>,
    /// How often each program runs on each engine
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Only on this machine, beside the CPythons
    #[arg(long, value_enum)]
    machine: Option<super::run::MachineName>,
    /// All CPythons found, and not only 3.13
    #[arg(long)]
    all: bool,
    /// The folder of the programs
    #[arg(long, value_name = "DIR")]
    programs: Option<PathBuf>,
    /// Print all times as JSON
    #[arg(long)]
    json: bool,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let folder = self.programs.clone().unwrap_or_else(|| own_folder("differential/programs/bench"));
        let programs =
            bench::programs(&folder, &self.words).map_err(|e| format!("{}: {e}", folder.display()))?;
        if programs.is_empty() {
            return Err("no program is meant by these words".into());
        }
        let engines = self.engines();
        let is_base =
            |engine: &Engine| matches!(engine, Engine::Python(python) if python.version == OWN_VERSION);
        let base = engines.iter().position(is_base).unwrap_or(0);
        let bar = ProgressBar::new((programs.len() * engines.len() * self.rounds) as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        let report = bench::run(&programs, &engines, base, self.rounds, &|program| {
            bar.set_message(program.to_owned());
            bar.inc(1);
        });
        bar.finish_and_clear();
        if self.json {
            source::print_json(&report)?;
        } else {
            source::print(&describe(&report));
        }
        let has_failed =
            report.programs.iter().flat_map(|line| &line.times).any(|times| times.failure.is_some());
        Ok(has_failed as u8)
    }

    fn engines(&self) -> Vec<Engine> {
        let mut engines: Vec<Engine> = match self.machine {
            Some(machine) => vec![Engine::Machine(machine.into())],
            None => Kind::ALL.iter().map(|&kind| Engine::Machine(kind)).collect(),
        };
        if self.all {
            engines.extend(pythons::find().into_iter().map(Engine::Python));
        } else {
            engines.extend(pythons::find_version(OWN_VERSION).map(Engine::Python));
        }
        engines
    }
}

fn describe(report: &Report) -> String {
    let mut table = Table::new();
    table.load_style(crate::style::TABLE);
    let mut header = vec!["program".to_owned(), format!("{} (s)", report.engines[report.base])];
    let others: Vec<usize> = (0..report.engines.len()).filter(|&engine| engine != report.base).collect();
    header.extend(others.iter().map(|&engine| report.engines[engine].clone()));
    table.set_header(header);
    for line in &report.programs {
        let base =
            line.times[report.base].median().map_or("failed".to_owned(), |median| format!("{median:.3}"));
        let mut row = vec![line.program.clone(), base];
        row.extend(others.iter().map(|&engine| match report.ratio(line, engine) {
            Some(ratio) => format!("{ratio:.2}"),
            None => "failed".to_owned(),
        }));
        table.add_row(row);
    }
    let mut row = vec!["geometric mean".to_owned(), String::new()];
    row.extend(
        others.iter().map(|&engine| report.mean(engine).map_or(String::new(), |mean| format!("{mean:.2}"))),
    );
    table.add_row(row);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut out = format!("{table}\n");
    for line in &report.programs {
        for (engine, times) in report.engines.iter().zip(&line.times) {
            if let Some(failure) = &times.failure {
                out.push_str(&format!("{} on {engine}: {failure}\n", line.program));
            }
        }
    }
    let base = &report.engines[report.base];
    out.push_str(&format!("Medians of {} rounds, start-up included, as ratios to {base}.\n", report.rounds));
    out
}
