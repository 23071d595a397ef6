//! `gradus compare`

use crate::style::{BAD, DIM, GOOD, RULE, STRONG, paint};
use crate::{Outcome, source};
use clap::Args;
use comfy_table::Table;
use differential::campaign::Opponent;
use differential::compare::{Difference, Verdict, compare};
use differential::engine::{self, Engine, InProcess, Job};
use differential::generate::HARNESS;
use differential::keep::{self, Kept};
use differential::machine::Kind;
use differential::observe::Wish;
use differential::place::{Place, locate};
use differential::pythons::Version;
use differential::triage::describe;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Run a program on the reference machine and other engines, and show where what is observed first differs.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus compare program.py                                 the reference machine and the VM
  gradus compare program.py --against python3.12            and CPython 3.12, in its stead
  gradus compare program.py --against vm --against pypy3
  gradus compare program.py --against python3.13 --write spec/conformance/found

The program runs after the harness that instrumented objects come from (`gradus fuzz --harness` prints it).
Exit codes: 0 all observe the same; 1 there is a difference; 2 wrong usage, or an engine does not start.")]
pub struct Arguments {
    /// The program (`-` is standard input)
    file: String,
    /// `vm`, or the command of another Python (may be repeated)
    #[arg(long, value_name = "COMMAND", default_value = "vm")]
    against: Vec<String>,
    /// Compare the messages of uncaught exceptions, too
    #[arg(long)]
    messages: bool,
    /// Write the program into this folder as one of the conformance suite, if all engines confirm what it prints
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// What came of one engine.
#[derive(Serialize)]
struct Compared {
    engine: String,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Difference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
    expected: String,
    actual: String,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        let text = source::read(&self.file)?;
        let program = String::from_utf8(text.bytes).map_err(|error| format!("{}: {error}", self.file))?;
        let wish = Wish { message: self.messages, lines: false };
        let job = Job { wish, ..Job::new(&program) };
        let mut reference = InProcess::start(Kind::Reference, HARNESS)?;
        let mut engines: Vec<_> =
            self.against.iter().map(|text| Opponent::parse(text).start()).collect::<Result<_, _>>()?;
        let results: Vec<Compared> =
            engines.iter_mut().map(|engine| against(&mut reference, &mut **engine, &job)).collect();
        let differ = results.iter().any(|result| result.difference.is_some());
        if self.json {
            source::print_json(&results)?;
        } else {
            results.iter().for_each(|result| source::print(&show(result)));
        }
        if let Some(folder) = &self.write {
            if differ {
                return Err("engines differ, so there is nothing to keep".into());
            }
            let rule =
                results.first().and_then(|result| result.place.as_ref()).map_or("", |place| &place.rule);
            write(folder, Path::new(&self.file), &program, rule, &self.against)?;
        }
        Ok(if differ { 1 } else { 0 })
    }
}

fn against(reference: &mut InProcess, engine: &mut dyn Engine, job: &Job) -> Compared {
    let (expected, actual) = (reference.run(job), engine.run(job));
    let strict = engine.version() >= reference.version();
    let verdict = compare(&expected, &actual, strict);
    let mut compared = Compared {
        engine: engine.name().to_owned(),
        verdict: match verdict {
            Verdict::Same => "same",
            Verdict::Different(_) => "different",
            Verdict::Nothing(_) => "nothing",
        },
        reason: None,
        difference: None,
        place: None,
        expected: describe(&expected),
        actual: describe(&actual),
    };
    match verdict {
        Verdict::Same => {}
        Verdict::Nothing(reason) => compared.reason = Some(reason),
        Verdict::Different(difference) => {
            compared.place = Some(locate(reference, job, &expected, &actual, &difference));
            compared.difference = Some(difference);
        }
    }
    compared
}

/// The observations side by side, and the first difference.
fn show(result: &Compared) -> String {
    let mut table = Table::new();
    table.load_style(crate::style::TABLE);
    table.set_header(["", "reference", &result.engine]);
    let (left, right): (Vec<&str>, Vec<&str>) =
        (result.expected.lines().collect(), result.actual.lines().collect());
    for index in 0..left.len().max(right.len()) {
        let (a, b) = (left.get(index).copied().unwrap_or(""), right.get(index).copied().unwrap_or(""));
        table.add_row([if a == b { "" } else { "≠" }, a, b]);
    }
    let mut out = format!("{table}\n");
    let Some(difference) = &result.difference else {
        let verdict = match &result.reason {
            Some(reason) => paint(DIM, format!("nothing can be said: {reason}")),
            None => paint(GOOD, "the same"),
        };
        out.push_str(&format!("\n{}: {verdict}\n", paint(STRONG, &result.engine)));
        return out;
    };
    out.push_str(&format!("\n{}: {}\n", paint(STRONG, &result.engine), paint(BAD, difference.signature())));
    let number = match difference.index {
        0 => String::new(),
        index => format!(" {}", index + 1),
    };
    out.push_str(&format!("  {}{number}\n", difference.part.name()));
    out.push_str(&format!("  expected  {}\n  actual    {}\n", difference.expected, difference.actual));
    if let Some(place) = &result.place {
        let line = place.line.map(|line| format!(", line {line}")).unwrap_or_default();
        out.push_str(&format!("  rule      {}{line}\n", paint(RULE, &place.rule)));
        if place.stack.len() > 1 {
            out.push_str(&format!("  {}     {}\n", paint(DIM, "stack"), place.stack.join(" < ")));
        }
    }
    out
}

/// Writes a program and its output into a folder of the suite.
fn write(folder: &Path, file: &Path, program: &str, rule: &str, against: &[String]) -> Result<(), String> {
    let kept = keep::keep(program, rule)?;
    let mut since = engine::VERSION;
    for command in against.iter().filter(|command| *command != "vm") {
        let mut engine = engine::Worker::start(command, keep::BARE, engine::Limits::default())?;
        keep::confirm(&kept, &mut engine)?;
        since = since.min(engine.version());
    }
    let name = file.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
    let area = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = with_header(&kept, &format!("{area}.{}", name.replace('_', "-")), since);
    let write = || -> std::io::Result<PathBuf> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(format!("{name}.py"));
        std::fs::write(&path, text)?;
        std::fs::write(path.with_extension("out"), &kept.stdout)?;
        Ok(path)
    };
    let path = write().map_err(|error| format!("{}: {error}", folder.display()))?;
    eprintln!("written: {}", path.display());
    Ok(())
}

/// `since`: the oldest version that has confirmed it.
fn with_header(kept: &Kept, id: &str, since: Version) -> String {
    let (major, minor) = since;
    let rules: Vec<String> = kept.rules.iter().map(|rule| format!("\"{rule}\"")).collect();
    let rules = rules.join(", ");
    format!(
        "# /// gradus\n# id = \"{id}\"\n# rules = [{rules}]\n# python = \">={major}.{minor}\"\n# expect = \"exit 0\"\n# ///\n{}",
        kept.text
    )
}
