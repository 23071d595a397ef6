//! Asks an installed CPython 3.13 for the value of expressions.
#![allow(dead_code)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use semantics::data::error::DataError;

const SCRIPT: &str = r#"
import sys
exec(sys.argv[1])
for line in sys.stdin:
    try:
        result = ascii(eval(line))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(result.encode("ascii", "backslashreplace").decode().replace("\n", "\\n"))
"#;

/// An expression, and what we say its `ascii()` is (or `Error: message`).
pub type Case = (String, String);

fn candidates() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut found: Vec<PathBuf> = Vec::new();
    if let Some(home) = std::env::var_os("HOME") {
        let versions = std::fs::read_dir(PathBuf::from(home).join(".pyenv/versions"));
        for entry in versions.into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with("3.13") {
                found.push(entry.path().join("bin/python3"));
            }
        }
    }
    found.extend(std::env::split_paths(&path).map(|folder| folder.join("python3.13")));
    found.retain(|file| file.exists());
    found
}

/// A CPython 3.13, if one is installed.
pub fn python() -> Option<PathBuf> {
    let is_right = |file: &PathBuf| {
        let version = Command::new(file).arg("--version").output();
        version.is_ok_and(|out| String::from_utf8_lossy(&out.stdout).starts_with("Python 3.13"))
    };
    let found = candidates().into_iter().find(is_right);
    if found.is_none() {
        eprintln!("skipped: no CPython 3.13 found");
    }
    found
}

/// The `ascii()` of the value of each expression, or `Error: message`; `None` without a CPython 3.13.
pub fn evaluate(setup: &str, expressions: &[String]) -> Option<Vec<String>> {
    let mut child = Command::new(python()?)
        .args(["-S", "-W", "ignore", "-c", SCRIPT, setup])
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("CPython starts");
    let mut input = child.stdin.take().expect("a pipe");
    let text = expressions.iter().map(|expression| format!("{expression}\n")).collect::<String>();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("CPython ends");
    writer.join().expect("the writer ends").expect("CPython reads all");
    let lines: Vec<String> = String::from_utf8_lossy(&output.stdout).lines().map(String::from).collect();
    assert_eq!(lines.len(), expressions.len(), "one line an expression");
    Some(lines)
}

/// Compares our values with CPython's, and shows up to 20 differences.
pub fn compare(setup: &str, cases: Vec<Case>) {
    let (expressions, ours): (Vec<_>, Vec<_>) = cases.into_iter().unzip();
    let Some(theirs) = evaluate(setup, &expressions) else { return };
    let differences: Vec<String> = (0..ours.len())
        .filter(|&n| ours[n] != theirs[n])
        .map(|n| format!("{}\n   ours: {}\n CPython: {}", expressions[n], ours[n], theirs[n]))
        .collect();
    let shown = differences.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(differences.is_empty(), "{} of {} differ:\n{shown}", differences.len(), ours.len());
}

/// What CPython prints for an outcome.
pub fn show<T>(outcome: Result<T, DataError>, show: impl FnOnce(T) -> String) -> String {
    match outcome {
        Ok(value) => show(value),
        Err(error) => escape(&error.to_string()),
    }
}

fn escape(text: &str) -> String {
    let escape_one = |c: char| match c {
        '\n' => "\\n".to_string(),
        '\0'..='\x7F' => c.to_string(),
        '\u{80}'..='\u{FF}' => format!("\\x{:02x}", c as u32),
        '\u{100}'..='\u{FFFF}' => format!("\\u{:04x}", c as u32),
        _ => format!("\\U{:08x}", c as u32),
    };
    text.chars().map(escape_one).collect()
}

/// A small random generator (SplitMix64), so that each run is the same.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// A number between two, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u64) as usize]
    }
}
