//! Benchmarks: whole programs on several engines in alternation, as ratios to one of them.

use crate::command;
use crate::conformance::Engine;
use crate::machine::{Ending, Job, observe};
use semantics::state::Limits;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const TIME_LIMIT: Duration = Duration::from_secs(600);

/// The times of a program on an engine, in seconds.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Times {
    pub seconds: Vec<f64>,
    /// Why there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl Times {
    pub fn median(&self) -> Option<f64> {
        let mut sorted = self.seconds.clone();
        sorted.sort_by(f64::total_cmp);
        match sorted.len() {
            0 => None,
            len if len % 2 == 1 => Some(sorted[len / 2]),
            len => Some((sorted[len / 2 - 1] + sorted[len / 2]) / 2.0),
        }
    }
}

/// A program and its times, one an engine.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub program: String,
    pub times: Vec<Times>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub engines: Vec<String>,
    /// The engine to which the others are compared.
    pub base: usize,
    pub rounds: usize,
    pub programs: Vec<Line>,
}

impl Report {
    /// The median time of a program on an engine, as a ratio to that on the base.
    pub fn ratio(&self, line: &Line, engine: usize) -> Option<f64> {
        Some(line.times[engine].median()? / line.times[self.base].median()?)
    }

    /// The geometric mean of an engine's ratios, over the programs that both finish.
    pub fn mean(&self, engine: usize) -> Option<f64> {
        let ratios: Vec<f64> = self.programs.iter().filter_map(|line| self.ratio(line, engine)).collect();
        let sum: f64 = ratios.iter().map(|ratio| ratio.ln()).sum();
        (!ratios.is_empty()).then(|| (sum / ratios.len() as f64).exp())
    }
}

/// The programs of a folder whose names contain one of the words; without words, all.
pub fn programs(folder: &Path, words: &[String]) -> std::io::Result<Vec<PathBuf>> {
    let mut programs: Vec<PathBuf> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    programs.retain(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let is_program = path.extension().is_some_and(|extension| extension == "py");
        is_program && (words.is_empty() || words.iter().any(|word| name.contains(word.as_str())))
    });
    programs.sort();
    Ok(programs)
}

/// Runs the programs so many rounds, the engines in alternation. `done` is told of each run.
pub fn run(
    programs: &[PathBuf],
    engines: &[Engine],
    base: usize,
    rounds: usize,
    done: &dyn Fn(&str),
) -> Report {
    let mut lines = Vec::with_capacity(programs.len());
    for program in programs {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut times = vec![Times::default(); engines.len()];
        for _ in 0..rounds {
            for (engine, times) in engines.iter().zip(&mut times) {
                if times.failure.is_none() {
                    match once(program, engine) {
                        Ok(time) => times.seconds.push(time.as_secs_f64()),
                        Err(failure) => times.failure = Some(failure),
                    }
                }
                done(&name);
            }
        }
        lines.push(Line { program: name, times });
    }
    Report { engines: engines.iter().map(Engine::name).collect(), base, rounds, programs: lines }
}

/// The time of one run, if it gives what stands beside the program. The start of a process counts, as that of a machine
/// does.
fn once(program: &Path, engine: &Engine) -> Result<Duration, String> {
    let expected = std::fs::read(program.with_extension("out")).ok();
    let is_right = |stdout: &[u8]| expected.as_ref().is_none_or(|expected| expected == stdout);
    let (time, stdout) = match engine {
        Engine::Machine(kind) => {
            let text = std::fs::read(program).map_err(|error| error.to_string())?;
            let file = program.file_name().unwrap_or_default().to_string_lossy();
            let job = Job {
                file: &file,
                text: &text,
                arguments: vec![file.to_string()],
                limits: Limits::default(),
                kind: *kind,
            };
            let started = Instant::now();
            let report = observe(&job);
            let time = started.elapsed();
            match report.ending {
                Ending::Exit(0) => (time, report.stdout),
                ending => {
                    let last =
                        String::from_utf8_lossy(&report.stderr).trim_end().lines().last().map(str::to_owned);
                    return Err(ending.complaint(&file).or(last).unwrap_or_default());
                }
            }
        }
        Engine::Python(python) => by_command(program, &python.engine())?,
        Engine::Other(_, command) => by_command(program, command)?,
    };
    if is_right(&stdout) { Ok(time) } else { Err("the output is wrong".into()) }
}

fn by_command(program: &Path, command: &command::Engine) -> Result<(Duration, Vec<u8>), String> {
    let observed = command.run(program, TIME_LIMIT).map_err(|error| error.to_string())?;
    match observed.code {
        Some(0) => Ok((observed.time, observed.stdout)),
        Some(code) => Err(format!("exit code {code}")),
        None => Err("it was stopped or took too long".into()),
    }
}
