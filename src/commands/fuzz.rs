//! `gradus fuzz`

use crate::style::{BAD, DIM, GOOD, RULE, STRONG, paint};
use crate::{Outcome, source};
use clap::Args;
use comfy_table::{CellAlignment, Table};
use differential::campaign::{self, News, Opponent, Plan, State};
use differential::engine::InProcess;
use differential::generate::{HARNESS, Profile};
use differential::known::Known;
use differential::machine::Kind;
use differential::triage::Bucket;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use std::path::PathBuf;
use std::time::Duration;

/// Make programs, run them on the reference machine and other engines, and reduce those on which they differ.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus fuzz --time 60s                             the reference machine and the VM, for a minute
  gradus fuzz --programs 100000 -j 2                 so many programs, on two cores
  gradus fuzz --against python3.12 --time 10m        another Python
  gradus fuzz --against vm --against pypy3           both
  gradus fuzz --profile generators --seed 7          one kind of programs only
  gradus fuzz --check-known --against python3.12     whether the known differences are still there

An interrupted campaign goes on where it was: its folder remembers.
Exit codes: 0 no difference was found; 1 there are differences; 2 wrong usage, or an engine does not start.")]
pub struct Arguments {
    /// `vm`, or the command of another Python (may be repeated)
    #[arg(long, value_name = "COMMAND", default_value = "vm")]
    against: Vec<String>,
    /// End after this time (90, 90s, 10m, 2h); without it and --programs, a minute
    #[arg(long, value_name = "TIME", value_parser = duration)]
    time: Option<Duration>,
    /// End when so many programs have run
    #[arg(long, value_name = "N")]
    programs: Option<u64>,
    /// The same seed makes the same programs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// What the programs are about
    #[arg(long, value_name = "PROFILE")]
    profile: Option<Profile>,
    /// How many programs run at a time
    #[arg(short, long, default_value_t = 1)]
    jobs: usize,
    /// The folder of the campaign
    #[arg(long, value_name = "DIR", default_value = "gradus-fuzz")]
    out: PathBuf,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Print the program that runs before each program, and do nothing else
    #[arg(long)]
    harness: bool,
    /// Check that the known differences of the engines are still there, and do nothing else
    #[arg(long)]
    check_known: bool,
    /// Look for the seeded bugs of the VM (--time: for each at most; a minute), and do nothing else
    #[arg(long)]
    mutants: bool,
}

/// How often progress is shown in a second.
const FRAMES: u8 = 5;

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        if self.harness {
            source::print(HARNESS);
            return Ok(0);
        }
        if self.mutants {
            return self.hunt_mutants();
        }
        let known = Known::load()?;
        if self.check_known {
            return self.check(&known);
        }
        let plan = self.plan();
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(FRAMES));
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        let state = campaign::run(&plan, &known, &|news| match news {
            News::Progress(state) => {
                bar.set_message(progress(state));
                bar.tick();
            }
            News::Found(bucket) => bar.suspend(|| anstream::eprint!("{}", describe(bucket, &self.out))),
        })?;
        bar.finish_and_clear();
        if self.json {
            source::print_json(&report(&state))?;
        } else {
            source::print(&summary(&state));
        }
        Ok(if state.buckets.is_empty() { 0 } else { 1 })
    }

    fn plan(&self) -> Plan {
        let default = (self.time.is_none() && self.programs.is_none()).then_some(Duration::from_secs(60));
        Plan {
            opponents: self.against.iter().map(|text| Opponent::parse(text)).collect(),
            seed: self.seed,
            profile: self.profile,
            programs: self.programs,
            time: self.time.or(default),
            jobs: self.jobs,
            folder: self.out.clone(),
        }
    }

    #[cfg(not(feature = "mutants"))]
    fn hunt_mutants(&self) -> Outcome {
        Err("this gradus has no seeded bugs; one that has them: cargo run --release --features mutants -- fuzz --mutants"
            .into())
    }

    #[cfg(feature = "mutants")]
    fn hunt_mutants(&self) -> Outcome {
        let limit = self.time.unwrap_or(Duration::from_secs(60));
        let plan = self.plan();
        super::mutants::hunt_all(limit, self.json, &|number| plan.program(number))
    }

    /// Whether the entries of the table of known differences that are about these engines still hold.
    fn check(&self, known: &Known) -> Outcome {
        let mut reference = InProcess::start(Kind::Reference, HARNESS)?;
        let (mut count, mut failures) = (0, 0);
        for text in &self.against {
            let mut engine = Opponent::parse(text).start()?;
            let (name, version) = (engine.name().to_owned(), engine.version());
            for entry in known.entries.iter().filter(|entry| entry.is_about(&name, version)) {
                count += 1;
                if let Err(failure) = entry.check(&mut reference, &mut *engine) {
                    failures += 1;
                    source::print(&format!("{}\n", paint(BAD, failure)));
                }
            }
        }
        source::print(&format!("{count} known differences, {failures} of them gone or changed\n"));
        Ok(if failures == 0 { 0 } else { 1 })
    }
}

/// A time such as `90`, `90s`, `10m`, `2h`.
fn duration(text: &str) -> Result<Duration, String> {
    let (digits, unit) = match text.char_indices().last() {
        Some((at, 's')) => (&text[..at], 1),
        Some((at, 'm')) => (&text[..at], 60),
        Some((at, 'h')) => (&text[..at], 3600),
        _ => (text, 1),
    };
    let number: u64 = digits.parse().map_err(|_| format!("`{text}` is no time"))?;
    number.checked_mul(unit).map(Duration::from_secs).ok_or_else(|| format!("`{text}` is too long"))
}

fn progress(state: &State) -> String {
    let totals = &state.totals;
    format!(
        "{} programs, {}/s, {} of {} rules, {} buckets",
        HumanCount(totals.programs),
        state.speed().round(),
        totals.covered(),
        totals.rules.len(),
        state.buckets.len()
    )
}

/// A bucket for a person: what differs, where, the program, and how to see it again.
fn describe(bucket: &Bucket, out: &std::path::Path) -> String {
    let program = std::fs::read_to_string(out.join("buckets").join(&bucket.name).join("program.py"));
    let program: String = program.unwrap_or_default().lines().map(|line| format!("    {line}\n")).collect();
    let line = bucket.place.line.map(|line| format!(", line {line}")).unwrap_or_default();
    format!(
        "{} {}\n  rule      {}{line}\n  expected  {}\n  actual    {}\n{program}  {}     {}\n\n",
        paint(STRONG, &bucket.engine),
        paint(BAD, &bucket.signature),
        paint(RULE, &bucket.place.rule),
        bucket.difference.expected,
        bucket.difference.actual,
        paint(DIM, "again"),
        bucket.replay
    )
}

fn summary(state: &State) -> String {
    let totals = &state.totals;
    let mut out = String::new();
    if !state.buckets.is_empty() {
        let mut table = Table::new();
        table.load_style(crate::style::TABLE);
        table.set_header(["bucket", "difference", "rule", "lines", "times"]);
        for bucket in &state.buckets {
            table.add_row([
                &bucket.name,
                &bucket.signature.to_string(),
                &bucket.place.rule,
                &bucket.lines.to_string(),
                &bucket.count.to_string(),
            ]);
        }
        for column in table.column_iter_mut().skip(3) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        out.push_str(&format!("{table}\n\n"));
    }
    let share = |count: u64| 100.0 * count as f64 / totals.programs.max(1) as f64;
    out.push_str(&format!(
        "{} programs at {:.0}/s: {:.1} % ended normally, {:.1} % by an exception, {:.1} % at a limit; {} not supported, {} rejected, {} crashed\n",
        totals.programs,
        state.speed(),
        share(totals.normal),
        share(totals.raised),
        share(totals.poisoned),
        totals.unsupported,
        totals.rejected,
        totals.crashed,
    ));
    for (against, counts) in state.against().iter().zip(&totals.opponents) {
        out.push_str(&format!(
            "{against}: {} the same, {} different, {} of which nothing can be said\n",
            counts.same, counts.different, counts.nothing
        ));
    }
    if totals.unconfirmed > 0 {
        out.push_str(&format!("{} differences did not show again\n", totals.unconfirmed));
    }
    for (id, count) in &totals.known {
        out.push_str(&format!("{count} known: {id}\n"));
    }
    out.push_str(&format!("{} of {} rules fired", totals.covered(), totals.rules.len()));
    let missing = totals.uncovered();
    if !missing.is_empty() {
        out.push_str(&format!("; not these: {}", missing.join(", ")));
    }
    let verdict = match state.buckets.len() {
        0 => paint(GOOD, "no differences"),
        count => paint(BAD, format!("{count} buckets of differences")),
    };
    out.push_str(&format!("\n{verdict}\n"));
    out
}

fn report(state: &State) -> serde_json::Value {
    json!({
        "programs": state.totals.programs,
        "programs_per_second": state.speed(),
        "totals": state.totals,
        "against": state.against(),
        "rules": { "all": state.totals.rules.len(), "covered": state.totals.covered(), "missing": state.totals.uncovered() },
        "buckets": state.buckets,
    })
}
