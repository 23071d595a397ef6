//! The conformance suite: small programs, each about one fact, with what they must show.

use crate::command::{self, Observed};
use crate::header::{self, Header};
use crate::machine::{Ending, Job, Kind, observe};
use crate::parallel;
use crate::pythons::{Python, Version};
use semantics::rules::link::RULES;
use semantics::state::Limits;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The version of the language that the machines follow.
pub const OWN_VERSION: Version = (3, 13);
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// One program of the suite.
#[derive(Clone, Debug)]
pub struct Program {
    pub path: PathBuf,
    /// The folder that it is in.
    pub area: String,
    pub text: String,
    pub header: Header,
    pub stdout: String,
    /// The last line of the standard error, where it counts.
    pub last_error: Option<String>,
}

/// All programs, and what is wrong with files that are none.
#[derive(Clone, Debug, Default)]
pub struct Suite {
    pub programs: Vec<Program>,
    pub problems: Vec<String>,
}

impl Suite {
    /// Reads the programs of a folder whose ids contain one of the words; without words, all.
    pub fn load(folder: &Path, words: &[String]) -> std::io::Result<Suite> {
        let mut suite = Suite::default();
        let mut areas: Vec<PathBuf> =
            std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
        areas.retain(|path| path.is_dir());
        areas.sort();
        for area in areas {
            let mut files: Vec<PathBuf> =
                std::fs::read_dir(&area)?.flatten().map(|entry| entry.path()).collect();
            files.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
            files.sort();
            for path in files {
                match Program::load(&path) {
                    Ok(program) => suite.programs.push(program),
                    Err(problem) => suite.problems.push(format!("{}: {problem}", path.display())),
                }
            }
        }
        if !words.is_empty() {
            let is_wanted = |program: &Program| words.iter().any(|word| program.is_meant_by(word));
            suite.programs.retain(is_wanted);
        }
        Ok(suite)
    }
}

impl Program {
    fn load(path: &Path) -> Result<Program, String> {
        let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| error.to_string());
        let text = read(path)?;
        let header = header::parse(&text)?;
        let stdout = read(&path.with_extension("out"))?;
        let last_error = std::fs::read_to_string(path.with_extension("err")).ok();
        let area = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let mut last_error = last_error.map(|text| text.trim_end_matches('\n').to_owned());
        let mut stdout = stdout;
        if header.is_early_error {
            last_error = stdout.lines().next().map(str::to_owned);
            stdout.clear();
        }
        Ok(Program { path: path.to_owned(), area, text, header, stdout, last_error })
    }

    fn is_meant_by(&self, word: &str) -> bool {
        self.header.id.contains(word) || self.path.ends_with(word) || self.path == Path::new(word)
    }

    fn file_name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// What runs the programs.
#[derive(Clone, Debug)]
pub enum Engine {
    Machine(Kind),
    Python(Python),
    /// Any other program: its name and its command.
    Other(String, command::Engine),
}

impl Engine {
    pub fn name(&self) -> String {
        match self {
            Engine::Machine(kind) => kind.name().to_owned(),
            Engine::Python(python) => python.name(),
            Engine::Other(name, _) => name.clone(),
        }
    }

    fn takes(&self, program: &Program) -> bool {
        match self {
            Engine::Machine(_) => program.header.range.contains(OWN_VERSION),
            Engine::Python(python) => program.header.range.contains(python.version),
            Engine::Other(..) => true,
        }
    }

    /// The command that runs a program once more.
    fn replay(&self, program: &Program) -> String {
        let path = program.path.display();
        match self {
            Engine::Machine(kind) => format!("gradus run --machine {} {path}", kind.name()),
            Engine::Python(python) => format!("PYTHONHASHSEED=0 {} {path}", python.path.display()),
            Engine::Other(_, command) => format!("PYTHONHASHSEED=0 {} {path}", command.words.join(" ")),
        }
    }
}

/// What was not as it should be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Failure {
    /// `exit code`, `output`, `error`, `rules`, ...
    pub what: String,
    /// The first line of the output that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    pub expected: String,
    pub actual: String,
    /// The end of what it said on standard error.
    pub message: String,
    /// The rules that fired, those first that the fewest programs fire.
    pub rules: Vec<String>,
    /// The command that shows it again.
    pub replay: String,
}

/// A program on an engine: nothing if it was not run there.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    pub engine: String,
    pub seconds: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
}

/// What became of a program.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    pub id: String,
    pub area: String,
    pub path: PathBuf,
    /// One an engine.
    pub verdicts: Vec<Option<Verdict>>,
    /// By number of the rule, how often the reference machine began it.
    #[serde(skip)]
    pub coverage: Vec<u64>,
}

/// What became of the suite.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub engines: Vec<String>,
    pub programs: Vec<Entry>,
    /// What is wrong with the suite itself.
    pub problems: Vec<String>,
    pub seconds: f64,
}

impl Report {
    pub fn failures(&self) -> impl Iterator<Item = (&Entry, &Verdict, &Failure)> {
        self.programs.iter().flat_map(|entry| {
            let failed = |verdict: &'_ Verdict| verdict.failure.is_some();
            let verdicts = entry.verdicts.iter().flatten().filter(move |verdict| failed(verdict));
            verdicts.filter_map(move |verdict| Some((entry, verdict, verdict.failure.as_ref()?)))
        })
    }

    pub fn is_success(&self) -> bool {
        self.problems.is_empty() && self.failures().next().is_none()
    }

    /// By number of the rule: how many programs fire it.
    pub fn programs_by_rule(&self) -> Vec<usize> {
        let mut counts = vec![0; RULES.rules.len()];
        for entry in &self.programs {
            for (count, &fired) in counts.iter_mut().zip(&entry.coverage) {
                *count += (fired > 0) as usize;
            }
        }
        counts
    }
}

/// Runs the suite. `done` is told of each program that is through.
pub fn check(suite: &Suite, engines: &[Engine], jobs: usize, done: &(dyn Fn(&Entry) + Sync)) -> Report {
    let started = Instant::now();
    let programs = parallel::map(&suite.programs, jobs, |program| {
        let entry = check_program(program, engines);
        done(&entry);
        entry
    });
    let mut report = Report {
        engines: engines.iter().map(Engine::name).collect(),
        programs,
        problems: suite.problems.clone(),
        seconds: started.elapsed().as_secs_f64(),
    };
    name_rules(&mut report);
    report
}

fn check_program(program: &Program, engines: &[Engine]) -> Entry {
    let mut entry = Entry {
        id: program.header.id.clone(),
        area: program.area.clone(),
        path: program.path.clone(),
        verdicts: Vec::with_capacity(engines.len()),
        coverage: Vec::new(),
    };
    for engine in engines {
        let verdict = engine.takes(program).then(|| judge(program, engine, &mut entry.coverage));
        entry.verdicts.push(verdict);
    }
    if entry.coverage.is_empty() && entry.verdicts.iter().flatten().any(|verdict| verdict.failure.is_some()) {
        entry.coverage = on_machine(program, Kind::Reference).2;
    }
    entry
}

/// What a program gave: exit code, output, standard error.
struct Shown {
    code: i32,
    stdout: String,
    stderr: String,
}

fn judge(program: &Program, engine: &Engine, coverage: &mut Vec<u64>) -> Verdict {
    let (mut failure, time) = match engine {
        Engine::Machine(kind) => {
            let (failure, time, fired) = on_machine(program, *kind);
            if *kind == Kind::Reference {
                *coverage = fired;
            }
            (failure, time)
        }
        Engine::Python(python) => by_command(program, &python.engine()),
        Engine::Other(_, command) => by_command(program, command),
    };
    if let Some(failure) = &mut failure {
        failure.replay = engine.replay(program);
    }
    Verdict { engine: engine.name(), seconds: time.as_secs_f64(), failure }
}

fn on_machine(program: &Program, kind: Kind) -> (Option<Failure>, Duration, Vec<u64>) {
    let file = program.file_name();
    let limits = Limits { fuel: 500_000_000, memory: 1 << 30, ..Limits::default() };
    let job = Job { file: &file, text: program.text.as_bytes(), arguments: vec![file.clone()], limits, kind };
    let report = observe(&job);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let shown = Shown {
        code: report.ending.code() as i32,
        stdout: text(&report.stdout),
        stderr: text(&report.stderr),
    };
    let mut failure = match report.ending.complaint(&file) {
        Some(complaint) => Some(stopped(&report.ending, complaint)),
        None => compare(program, &shown),
    };
    if failure.is_none() && kind == Kind::Reference {
        failure = unfired(program, &report.coverage);
    }
    (failure, report.time, report.coverage)
}

fn stopped(ending: &Ending, complaint: String) -> Failure {
    let what = match ending {
        Ending::Unsupported { .. } => "unsupported",
        Ending::Limit(_) => "limit",
        _ => "internal error",
    };
    failure(what, String::new(), complaint)
}

/// The rules that the header declares must have fired.
fn unfired(program: &Program, coverage: &[u64]) -> Option<Failure> {
    let fired = |wanted: &String| {
        let number = RULES.rules.iter().position(|rule| rule.definition.id == wanted);
        number.is_some_and(|number| coverage[number] > 0)
    };
    // Static rules decide before anything runs: what they say is the outcome itself.
    let is_dynamic = |rule: &&String| !rule.starts_with("early.") && !rule.starts_with("scope.");
    let declared = program.header.rules.iter().filter(is_dynamic);
    let missing: Vec<&str> = declared.filter(|rule| !fired(rule)).map(String::as_str).collect();
    (!missing.is_empty()).then(|| failure("rules", missing.join(", "), "did not fire".into()))
}

fn by_command(program: &Program, command: &command::Engine) -> (Option<Failure>, Duration) {
    match command.run(&program.path, TIME_LIMIT) {
        Ok(Observed { code: None, time, .. }) => {
            (Some(failure("time", String::new(), "it was stopped or took too long".into())), time)
        }
        Ok(Observed { code: Some(code), stdout, stderr, time }) => {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            (compare(program, &Shown { code, stdout: text(&stdout), stderr: text(&stderr) }), time)
        }
        Err(error) => (Some(failure("command", String::new(), error.to_string())), Duration::ZERO),
    }
}

fn failure(what: &str, expected: String, actual: String) -> Failure {
    Failure {
        what: what.to_owned(),
        line: None,
        expected,
        actual,
        message: String::new(),
        rules: Vec::new(),
        replay: String::new(),
    }
}

/// The first thing that is not as it should be.
fn compare(program: &Program, shown: &Shown) -> Option<Failure> {
    let last_error = shown.stderr.trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
    let mut found = if shown.stdout != program.stdout {
        first_difference(&program.stdout, &shown.stdout)
    } else if shown.code != program.header.exit_code as i32 {
        failure("exit code", program.header.exit_code.to_string(), shown.code.to_string())
    } else if program.last_error.as_ref().is_some_and(|expected| expected != last_error) {
        failure("error", program.last_error.clone().unwrap_or_default(), last_error.to_owned())
    } else {
        return None;
    };
    found.message = last_error.to_owned();
    Some(found)
}

fn first_difference(expected: &str, actual: &str) -> Failure {
    let (mut left, mut right) = (expected.split('\n'), actual.split('\n'));
    let mut line = 1;
    loop {
        match (left.next(), right.next()) {
            (Some(a), Some(b)) if a == b => line += 1,
            (a, b) => {
                let shown = |line: Option<&str>| line.map_or("(the end)".to_owned(), str::to_owned);
                return Failure { line: Some(line), ..failure("output", shown(a), shown(b)) };
            }
        }
    }
}

/// How many rules a failure names.
const MOST_RULES: usize = 8;

/// Says of each failure which rules fired.
fn name_rules(report: &mut Report) {
    let counts = report.programs_by_rule();
    for entry in &mut report.programs {
        let rules = characteristic_rules(&entry.coverage, &counts, MOST_RULES);
        for failure in entry.verdicts.iter_mut().flatten().filter_map(|verdict| verdict.failure.as_mut()) {
            failure.rules = rules.iter().map(|rule| (*rule).to_owned()).collect();
        }
    }
}

/// The rules that a program fires, those first that the fewest programs fire.
pub fn characteristic_rules(coverage: &[u64], counts: &[usize], most: usize) -> Vec<&'static str> {
    let mut fired: Vec<usize> = (0..coverage.len()).filter(|&rule| coverage[rule] > 0).collect();
    fired.sort_by_key(|&rule| counts[rule]);
    fired.truncate(most);
    fired.into_iter().map(|rule| RULES.rules[rule].definition.id).collect()
}

/// Writes into the headers which rules characterize the programs. Gives how many files have changed.
pub fn write_rules(suite: &Suite, report: &Report, most: usize) -> std::io::Result<usize> {
    let counts = report.programs_by_rule();
    // What every other program fires characterizes none.
    let common = report.programs.len() / 3;
    let mut changed = 0;
    for (program, entry) in suite.programs.iter().zip(&report.programs) {
        if program.header.is_early_error {
            continue;
        }
        let rules = characteristic_rules(&entry.coverage, &counts, usize::MAX);
        let number = |id: &str| RULES.rules.iter().position(|rule| rule.definition.id == id);
        let is_rare = |rule: &&str| number(rule).is_some_and(|number| counts[number] <= common);
        let rules: Vec<&str> = rules.into_iter().filter(is_rare).take(most).collect();
        let text = header::with_rules(&program.text, &rules);
        if text != program.text && !rules.is_empty() {
            std::fs::write(&program.path, text)?;
            changed += 1;
        }
    }
    Ok(changed)
}
