//! An installed CPython as the oracle: one process, asked over pipes.

use crate::conformance::OWN_VERSION;
use crate::pythons::{self, Python};
use serde::{Deserialize, Serialize};
use spec::error::Place;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

const WORKER: &str = include_str!("worker.py");

/// What can be asked.
#[derive(Clone, Copy, Debug)]
pub enum Question<'a> {
    /// The dump of a file's tree, and how long `ast.parse` took.
    Tree(&'a Path),
    /// The symbol tables of a file; its early errors come first.
    Tables(&'a Path),
    /// Whether a file's bytes are a program for the parser.
    File(&'a Path),
    /// Whether a text is a program, early errors included.
    Text(&'a str),
}

/// An exception that says that something is no program.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fault {
    pub kind: String,
    pub message: String,
    /// Line, offset, and those of the end.
    pub place: Option<[i32; 4]>,
}

impl Fault {
    /// An error of the specification in the same form.
    pub fn of(error: &spec::SyntaxError) -> Fault {
        let place = |Place { line, offset, end_line, end_offset }| [line, offset, end_line, end_offset];
        Fault {
            kind: error.kind.name().to_owned(),
            message: error.message.clone(),
            place: error.place.map(place),
        }
    }

    /// Line and offset; 0 where there are none.
    pub fn start(&self) -> (i32, i32) {
        self.place.map_or((0, 0), |[line, offset, ..]| (line, offset))
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{}: {}", self.kind, self.message)?;
        match self.place {
            Some([line, offset, end_line, end_offset]) => {
                write!(out, " ({line}:{offset} to {end_line}:{end_offset})")
            }
            None => Ok(()),
        }
    }
}

/// What CPython says.
#[derive(Clone, Debug)]
pub struct Answer {
    pub result: Result<String, Fault>,
    /// The time of its parser.
    pub seconds: f64,
}

#[derive(Deserialize)]
struct Data {
    text: Option<String>,
    error: Option<Fault>,
}

struct Process {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Process {
    fn start(python: &Path) -> Result<Process, String> {
        let started = Command::new(python)
            .args(["-I", "-X", "utf8", "-c", WORKER])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = started.map_err(|error| format!("{}: {error}", python.display()))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(stdin), Some(stdout)) => Ok(Process { child, stdin, stdout: BufReader::new(stdout) }),
            _ => Err("no pipes".to_owned()),
        }
    }

    fn ask(&mut self, what: &str, data: &[u8]) -> std::io::Result<Answer> {
        writeln!(self.stdin, "{what} {}", data.len())?;
        self.stdin.write_all(data)?;
        self.stdin.flush()?;
        let broken = || std::io::Error::from(std::io::ErrorKind::InvalidData);
        let mut line = String::new();
        self.stdout.read_line(&mut line)?;
        let (seconds, length) = line.trim_end().split_once(' ').ok_or_else(broken)?;
        let seconds = seconds.parse().map_err(|_| broken())?;
        let mut json = vec![0; length.parse().map_err(|_| broken())?];
        self.stdout.read_exact(&mut json)?;
        let data: Data = serde_json::from_slice(&json)?;
        let result = match (data.text, data.error) {
            (Some(text), _) => Ok(text),
            (None, Some(error)) => Err(error),
            (None, None) => return Err(broken()),
        };
        Ok(Answer { result, seconds })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A process that has ended already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An installed CPython 3.13, as many processes of it as are asked at the same time.
pub struct Oracle {
    pub python: Python,
    /// The folder of its standard library.
    pub library: PathBuf,
    idle: Mutex<Vec<Process>>,
}

impl Oracle {
    /// `None` where no CPython 3.13 is installed.
    pub fn find() -> Option<Oracle> {
        let python = pythons::find_version(OWN_VERSION)?;
        let library = library_of(&python.path)?;
        Some(Oracle { python, library, idle: Mutex::new(Vec::new()) })
    }

    /// For tests, which skip what needs a Python.
    pub fn find_or_say() -> Option<Oracle> {
        let oracle = Oracle::find();
        if oracle.is_none() {
            eprintln!("skipped: {}", missing());
        }
        oracle
    }

    /// Asks. A process that dies (or is killed: one ends itself after two minutes) is replaced by another, which is asked
    /// again; the error says that this died too.
    pub fn ask(&self, question: Question) -> Result<Answer, String> {
        let (what, data) = match question {
            Question::Tree(path) => ("tree", path.as_os_str().as_encoded_bytes()),
            Question::Tables(path) => ("tables", path.as_os_str().as_encoded_bytes()),
            Question::File(path) => ("file", path.as_os_str().as_encoded_bytes()),
            Question::Text(text) => ("text", text.as_bytes()),
        };
        let kept = self.idle().pop();
        if let Some(Ok(answer)) = kept.map(|process| self.ask_process(process, what, data)) {
            return Ok(answer);
        }
        let answer = self.ask_process(Process::start(&self.python.path)?, what, data);
        answer.map_err(|error| format!("{} gives no answer: {error}", self.python.name()))
    }

    fn ask_process(&self, mut process: Process, what: &str, data: &[u8]) -> std::io::Result<Answer> {
        let answer = process.ask(what, data)?;
        self.idle().push(process);
        Ok(answer)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Process>> {
        self.idle.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// What to say where there is no CPython to compare with.
pub fn missing() -> String {
    let (major, minor) = OWN_VERSION;
    format!("no CPython {major}.{minor} on PATH or under ~/.pyenv/versions to compare with")
}

fn library_of(python: &Path) -> Option<PathBuf> {
    let code = "import ast, os; print(os.path.dirname(ast.__file__))";
    let output = Command::new(python).args(["-I", "-c", code]).stderr(Stdio::null()).output().ok()?;
    let path = String::from_utf8(output.stdout).ok()?;
    Some(PathBuf::from(path.trim_end()))
}
