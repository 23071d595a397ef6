//! Any other Python as an engine: one process that runs many programs.
//!
//! The process runs `worker.py`, which says how the two talk. Programs go there in batches. Where there is `fork`, each batch
//! runs in a child of its own, which leaves nothing behind; a child that comes to a bad end gives no answers, and its
//! programs run again, each alone, so that it shows which of them it was. Without `fork` the process itself is retired
//! after some programs, and whenever one is to run alone.

use super::{Capabilities, Engine, Job, Outcome};
use crate::command;
use crate::observe::{Ending, Observation};
use crate::pythons::Version;
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use tempfile::NamedTempFile;

const WORKER: &str = include_str!("worker.py");

/// What a program may use in a worker.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Processor time of a program.
    pub time: Duration,
    /// Address space, in megabytes. 0 for no limit.
    pub memory: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { time: Duration::from_secs(2), memory: 1024 }
    }
}

/// How long a batch may take beyond the processor time of its programs: other work may be going on.
const PATIENCE: Duration = Duration::from_secs(20);

/// A process that can't fork is replaced after this many programs.
const RETIREMENT: usize = 2000;

/// Another Python.
pub struct Worker {
    command: command::Engine,
    harness: String,
    limits: Limits,
    script: NamedTempFile,
    greeting: Greeting,
    isolates: bool,
    process: Option<Process>,
    submitted: Vec<Owned>,
}

/// A job that outlives its submission.
struct Owned {
    source: String,
    flags: u32,
}

/// What a worker says about itself.
#[derive(Clone, Debug, Default)]
struct Greeting {
    name: String,
    version: Version,
    can_fork: bool,
    has_lines: bool,
    has_surrogates: bool,
}

struct Process {
    child: Child,
    requests: ChildStdin,
    answers: Receiver<Vec<u8>>,
    /// How many programs it has run.
    programs: usize,
}

impl Worker {
    /// Starts a Python by its command. Fails if it does not come up, or if programs see each other in it.
    pub fn start(text: &str, harness: &str, limits: Limits) -> Result<Worker, String> {
        let mut command = command::Engine::parse(text);
        if command.words.is_empty() {
            return Err("an empty command is no Python".into());
        }
        command.make_absolute();
        let script = write_script().map_err(|error| format!("the worker can't be written: {error}"))?;
        let mut worker = Worker {
            command,
            harness: harness.to_owned(),
            limits,
            script,
            greeting: Greeting::default(),
            isolates: false,
            process: None,
            submitted: Vec::new(),
        };
        worker.process = Some(worker.spawn().map_err(|error| format!("`{text}`: {error}"))?);
        worker.isolates = worker.probe().map_err(|error| format!("`{text}`: {error}"))?;
        Ok(worker)
    }

    /// Starts a process and hears what it is.
    fn spawn(&mut self) -> Result<Process, String> {
        let mut process = Process::start(&self.command, &self.script).map_err(|error| error.to_string())?;
        process.send(self.harness.as_bytes()).map_err(|error| error.to_string())?;
        let answer = process.answers.recv_timeout(PATIENCE);
        let answer = answer.map_err(|_| format!("no answer from the worker: {}", process.end()))?;
        self.greeting = Greeting::parse(&answer).ok_or("an odd answer from the worker")?;
        Ok(process)
    }

    /// Lets a program leave things behind, and looks whether the next one sees them: whether batches are isolated from each
    /// other. That names are left behind must not happen in any case.
    fn probe(&mut self) -> Result<bool, String> {
        let leave = "import sys\nleft = 1\n__log__.append('left')\nsys.left = 1\n";
        let look = "import sys\n__log__.append('left' in globals())\n__log__[:] = [str(hasattr(sys, 'left')), \
                    str(__log__ == [False])]\n";
        self.run_batch(&[Owned::from(&Job::new(leave))]);
        let seen = self.run_batch(&[Owned::from(&Job::new(look))]);
        match seen.as_slice() {
            [Outcome::Done(seen)] if seen.log.get(1).is_some_and(|clean| clean == "True") => {
                Ok(seen.log[0] == "False")
            }
            [Outcome::Done(_)] => Err("programs see what others have left".into()),
            other => Err(format!("it can't be used: {other:?}")),
        }
    }

    /// A process, with nothing left of other programs if it is to be `clean`.
    fn process(&mut self, clean: bool) -> Result<&mut Process, String> {
        let is_used = |process: &Process| {
            !self.greeting.can_fork && process.programs >= if clean { 1 } else { RETIREMENT }
        };
        if self.process.as_ref().is_some_and(is_used) {
            self.process = None;
        }
        if self.process.is_none() {
            self.process = Some(self.spawn()?);
        }
        self.process.as_mut().ok_or_else(|| "no process".to_owned())
    }

    fn send(&mut self, jobs: &[Owned], clean: bool) -> Result<(), String> {
        let Limits { time, memory } = self.limits;
        let flags = jobs.iter().fold(0, |flags, job| flags | job.flags);
        let mut request = Vec::new();
        for number in [flags, time.as_millis() as u32, memory, jobs.len() as u32] {
            request.extend(number.to_be_bytes());
        }
        for job in jobs {
            request.extend((job.source.len() as u32).to_be_bytes());
            request.extend(job.source.as_bytes());
        }
        let process = self.process(clean)?;
        process.programs += jobs.len();
        process.send(&request).map_err(|error| error.to_string())
    }

    /// The outcomes of the programs sent last, or what became of the process instead.
    fn receive(&mut self, count: usize) -> Result<Vec<Outcome>, Outcome> {
        let limit = self.limits.time * count as u32 + PATIENCE;
        let Some(process) = &mut self.process else { return Err(crashed(None, "it is not running")) };
        match process.answers.recv_timeout(limit) {
            Ok(answer) if answer.first() == Some(&b'X') => Err(ended(&answer)),
            Ok(answer) => parse_outcomes(&answer, count).ok_or_else(|| {
                self.process = None;
                crashed(None, "an odd answer from the worker")
            }),
            Err(RecvTimeoutError::Timeout) => {
                self.process = None;
                Err(Outcome::Poisoned("time".into()))
            }
            Err(RecvTimeoutError::Disconnected) => {
                let detail = process.end();
                let signal = process.signal();
                self.process = None;
                Err(crashed(signal, &detail))
            }
        }
    }

    fn run_batch(&mut self, jobs: &[Owned]) -> Vec<Outcome> {
        match self.send(jobs, false) {
            Ok(()) => self.finish(jobs),
            Err(error) => {
                self.process = None;
                vec![crashed(None, &error); jobs.len()]
            }
        }
    }

    /// The outcomes of programs that were sent. If there are none, each runs alone.
    fn finish(&mut self, jobs: &[Owned]) -> Vec<Outcome> {
        match self.receive(jobs.len()) {
            Ok(outcomes) => outcomes,
            Err(outcome) if jobs.len() == 1 && self.greeting.can_fork => vec![outcome],
            Err(_) => jobs.iter().map(|job| self.run_alone(job)).collect(),
        }
    }

    fn run_alone(&mut self, job: &Owned) -> Outcome {
        if let Err(error) = self.send(std::slice::from_ref(job), true) {
            self.process = None;
            return crashed(None, &error);
        }
        match self.receive(1) {
            Ok(mut outcomes) => outcomes.pop().unwrap_or_else(|| crashed(None, "no outcome")),
            Err(outcome) => outcome,
        }
    }
}

impl Engine for Worker {
    fn name(&self) -> &str {
        &self.greeting.name
    }

    fn version(&self) -> Version {
        self.greeting.version
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            lines: self.greeting.has_lines,
            isolates: self.isolates,
            surrogates: self.greeting.has_surrogates,
        }
    }

    fn works_beside(&self) -> bool {
        true
    }

    fn run(&mut self, job: &Job) -> Outcome {
        self.run_alone(&Owned::from(job))
    }

    fn submit(&mut self, jobs: &[Job]) {
        self.submitted = jobs.iter().map(Owned::from).collect();
        let jobs = std::mem::take(&mut self.submitted);
        if self.send(&jobs, false).is_err() {
            // Collecting finds no process, and runs them one by one in a new one.
            self.process = None;
        }
        self.submitted = jobs;
    }

    fn collect(&mut self) -> Vec<Outcome> {
        let jobs = std::mem::take(&mut self.submitted);
        if jobs.is_empty() { Vec::new() } else { self.finish(&jobs) }
    }
}

impl From<&Job<'_>> for Owned {
    fn from(job: &Job) -> Owned {
        let flags = job.wish.message as u32 | (job.wish.lines as u32) << 1;
        Owned { source: job.source.to_owned(), flags }
    }
}

impl Greeting {
    fn parse(answer: &[u8]) -> Option<Greeting> {
        let text = std::str::from_utf8(answer).ok()?;
        let words: Vec<&str> = text.split(' ').collect();
        let [name, major, minor, micro, fork, lines, surrogates] = words[..] else { return None };
        let name = match name {
            "cpython" => "CPython",
            "pypy" => "PyPy",
            "rustpython" => "RustPython",
            "micropython" => "MicroPython",
            other => other,
        };
        Some(Greeting {
            name: format!("{name} {major}.{minor}.{micro}"),
            version: (major.parse().ok()?, minor.parse().ok()?),
            can_fork: fork == "fork",
            has_lines: lines == "lines",
            has_surrogates: surrogates == "surrogates",
        })
    }
}

impl Process {
    fn start(command: &command::Engine, script: &NamedTempFile) -> std::io::Result<Process> {
        let (program, arguments) = command.words.split_first().ok_or(std::io::ErrorKind::InvalidInput)?;
        let mut child = Command::new(program)
            .args(arguments)
            .arg(script.path())
            .env("PYTHONHASHSEED", "0")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let requests = child.stdin.take().ok_or(std::io::ErrorKind::BrokenPipe)?;
        let mut stdout = child.stdout.take().ok_or(std::io::ErrorKind::BrokenPipe)?;
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            while let Ok(frame) = read_frame(&mut stdout) {
                if sender.send(frame).is_err() {
                    break;
                }
            }
        });
        Ok(Process { child, requests, answers, programs: 0 })
    }

    fn send(&mut self, content: &[u8]) -> std::io::Result<()> {
        self.requests.write_all(&(content.len() as u32).to_be_bytes())?;
        self.requests.write_all(content)?;
        self.requests.flush()
    }

    /// How the process ended, in words.
    fn end(&mut self) -> String {
        match self.child.wait() {
            Ok(status) => status.to_string(),
            Err(error) => error.to_string(),
        }
    }

    /// The signal that ended the process.
    fn signal(&mut self) -> Option<i32> {
        use std::os::unix::process::ExitStatusExt;
        self.child.wait().ok().and_then(|status| status.signal())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn write_script() -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix("gradus-worker-").suffix(".py").tempfile()?;
    file.write_all(WORKER.as_bytes())?;
    file.flush()?;
    Ok(file)
}

fn read_frame(stream: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let mut content = Vec::new();
    let count = u32::from_be_bytes(length) as u64;
    stream.take(count).read_to_end(&mut content)?;
    if content.len() as u64 == count { Ok(content) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
}

fn crashed(signal: Option<i32>, detail: &str) -> Outcome {
    Outcome::Crashed { signal, detail: detail.to_owned() }
}

/// Signals by which the system ends a process that used up its time (`SIGKILL` after the last warning, `SIGXCPU`,
/// `SIGPROF`) or the memory of the computer.
const OF_LIMITS: [i32; 3] = [9, 24, 27];

/// What became of a child that gave no answers.
fn ended(answer: &[u8]) -> Outcome {
    let mut parts = Parts(&answer[1..]);
    let signal = parts.number().map(|signal| signal as i32).filter(|&signal| signal != 0);
    match signal {
        Some(signal) if OF_LIMITS.contains(&signal) => Outcome::Poisoned("time".into()),
        _ => crashed(signal, &parts.text().unwrap_or_default()),
    }
}

/// An answer, taken apart from its beginning.
struct Parts<'a>(&'a [u8]);

impl<'a> Parts<'a> {
    fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*number))
    }

    fn field(&mut self) -> Option<&'a [u8]> {
        let count = self.number()? as usize;
        let (field, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(field)
    }

    fn text(&mut self) -> Option<String> {
        self.field().map(|field| String::from_utf8_lossy(field).into_owned())
    }
}

fn parse_outcomes(answer: &[u8], count: usize) -> Option<Vec<Outcome>> {
    let mut parts = Parts(answer);
    (0..count).map(|_| parse_outcome(parts.field()?)).collect()
}

fn parse_outcome(field: &[u8]) -> Option<Outcome> {
    let (kind, rest) = field.split_first()?;
    let mut parts = Parts(rest);
    Some(match kind {
        b'D' => Outcome::Done(Box::new(parse_observation(&mut parts)?)),
        b'L' => Outcome::Poisoned(parts.text()?),
        b'R' => Outcome::Rejected(parts.text()?),
        _ => return None,
    })
}

fn parse_observation(parts: &mut Parts) -> Option<Observation> {
    let ending = match parts.text()? {
        name if name.is_empty() => Ending::Normal,
        name => Ending::Raised(name),
    };
    let count = parts.number()?;
    let log = (0..count).map(|_| parts.text()).collect::<Option<_>>()?;
    let (stdout, digest) = (parts.text()?, parts.text()?);
    let (message, lines) = (parts.text()?, parts.text()?);
    let raised_at = parts.number()?;
    let lines: Vec<u32> = lines.split(' ').filter_map(|line| line.parse().ok()).collect();
    Some(Observation {
        ending,
        log,
        stdout,
        digest,
        message: (!message.is_empty()).then_some(message),
        lines: (!lines.is_empty()).then_some(lines),
        raised_at: (raised_at != 0).then_some(raised_at),
    })
}
