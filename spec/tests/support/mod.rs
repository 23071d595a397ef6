//! An installed CPython 3.13 as the oracle: one process, asked over pipes.

#![allow(dead_code)] // each test uses a part of this

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Answers each line `length` + that many bytes of a path with `length` + that many bytes of text.
const WORKER: &str = r#"
import ast, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
stdin, stdout = sys.stdin.buffer, sys.stdout.buffer

def dump(path):
    tree = ast.parse(open(path, "rb").read())
    return ast.dump(tree, include_attributes=True, indent=2)

while request := stdin.readline():
    path = stdin.read(int(request)).decode()
    try:
        answer = ANSWER(path)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        answer = "ERROR " + type(error).__name__
    data = answer.encode("utf-8", "surrogatepass")
    stdout.write(b"%d\n" % len(data) + data)
    stdout.flush()
"#;

/// A running CPython.
pub struct Oracle {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    pub library: PathBuf,
}

impl Oracle {
    /// Starts the worker with the function that gives its answers, `(path) -> str`; `None` where there is no Python.
    pub fn start(answer: &str, prelude: &str) -> Option<Oracle> {
        let Some(python) = find_python() else {
            eprintln!("skipped: no CPython 3.13 on PATH or under ~/.pyenv/versions");
            return None;
        };
        let library = library_of(&python)?;
        let program = format!("{prelude}\n{}", WORKER.replace("ANSWER", answer));
        let mut child = Command::new(&python)
            .args(["-I", "-c", &program])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the found Python starts");
        let stdin = child.stdin.take().expect("stdin is piped");
        let stdout = BufReader::new(child.stdout.take().expect("stdout is piped"));
        Some(Oracle { child, stdin, stdout, library })
    }

    pub fn ask(&mut self, path: &Path) -> String {
        let path = path.to_str().expect("paths of the library are UTF-8");
        write!(self.stdin, "{}\n{path}", path.len()).expect("the worker reads");
        self.stdin.flush().expect("the worker reads");
        let mut length = String::new();
        self.stdout.read_line(&mut length).expect("the worker answers");
        let mut data = vec![0; length.trim().parse().expect("a length")];
        self.stdout.read_exact(&mut data).expect("the worker answers");
        // Surrogates come as three bytes each, which is how the tree's text keeps them too.
        String::from_utf8(data).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// The files of the standard library, its tests included.
    pub fn library_files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders = vec![self.library.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() && !path.ends_with("site-packages") {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "py") {
                    files.push(path);
                }
            }
        }
        files.sort();
        files
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(python: &Path, code: &str) -> Option<String> {
    let output = Command::new(python).args(["-I", "-c", code]).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn library_of(python: &Path) -> Option<PathBuf> {
    run(python, "import ast, os; print(os.path.dirname(ast.__file__))").map(PathBuf::from)
}

/// A CPython 3.13, on `PATH` or installed by pyenv.
pub fn find_python() -> Option<PathBuf> {
    let mut candidates = Vec::new();
    if let Some(home) = std::env::home_dir() {
        let versions = std::fs::read_dir(home.join(".pyenv/versions")).into_iter().flatten().flatten();
        candidates.extend(versions.map(|version| version.path().join("bin/python")));
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    for folder in std::env::split_paths(&path) {
        candidates.extend(["python3.13", "python3", "python"].map(|name| folder.join(name)));
    }
    let check = "import sys; print(sys.version_info[:2] == (3, 13) and sys.implementation.name == 'cpython')";
    candidates.into_iter().find(|python| {
        python.exists() && run(python, check).as_deref() == Some("True") && library_of(python).is_some()
    })
}

/// The first line in which two texts differ, with some lines around it.
pub fn first_difference(ours: &str, theirs: &str) -> String {
    let at = ours.lines().zip(theirs.lines()).position(|(our, their)| our != their).unwrap_or(0);
    let excerpt = |text: &str| {
        let lines = text.lines().skip(at.saturating_sub(6)).take(10);
        lines.map(|line| line.trim().chars().take(120).collect::<String>()).collect::<Vec<_>>().join(" ")
    };
    format!("line {at}\n  ours   {}\n  theirs {}", excerpt(ours), excerpt(theirs))
}
