//! Programs on another Python, by its command.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// What a process gave.
#[derive(Clone, Debug)]
pub struct Observed {
    /// The exit code; `None` if it was killed or ran out of time.
    pub code: Option<i32>,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    pub time: Duration,
}

/// A command: a program and its first arguments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Engine {
    pub words: Vec<String>,
}

impl Engine {
    /// A command line, taken apart at spaces outside of quotes.
    pub fn parse(text: &str) -> Engine {
        let mut words = Vec::new();
        let mut word: Option<String> = None;
        let mut quote: Option<char> = None;
        for character in text.chars() {
            match (quote, character) {
                (Some(open), _) if open == character => quote = None,
                (None, '"' | '\'') => {
                    quote = Some(character);
                    word.get_or_insert_default();
                }
                (None, character) if character.is_whitespace() => words.extend(word.take()),
                _ => word.get_or_insert_default().push(character),
            }
        }
        words.extend(word);
        Engine { words }
    }

    /// A path to the command stays good in another folder.
    pub fn make_absolute(&mut self) {
        if let Some(first) = self.words.first_mut()
            && first.contains('/')
            && let Ok(path) = std::path::absolute(&*first)
        {
            *first = path.to_string_lossy().into_owned();
        }
    }

    /// Runs a program in its own folder, so that tracebacks show its bare name.
    pub fn run(&self, program: &Path, limit: Duration) -> std::io::Result<Observed> {
        let (command, arguments) = self.words.split_first().ok_or(std::io::ErrorKind::InvalidInput)?;
        let mut process = Command::new(command);
        process.args(arguments);
        process.arg(program.file_name().unwrap_or(program.as_os_str()));
        if let Some(folder) = program.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            process.current_dir(folder);
        }
        process
            .env("PYTHONIOENCODING", "utf-8")
            .env("PYTHONHASHSEED", "0")
            .env("PYTHONDONTWRITEBYTECODE", "1");
        run(process, limit)
    }
}

/// Runs a command to its end, or kills it when its time is up.
pub fn run(mut command: Command, limit: Duration) -> std::io::Result<Observed> {
    let started = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        let stdout = scope.spawn(|| read_all(stdout));
        let stderr = scope.spawn(|| read_all(stderr));
        let status = wait(&mut child, started + limit)?;
        let time = started.elapsed();
        let join = |thread: std::thread::ScopedJoinHandle<Vec<u8>>| thread.join().unwrap_or_default();
        Ok(Observed { code: status.and_then(|s| s.code()), stdout: join(stdout), stderr: join(stderr), time })
    })
}

fn read_all(stream: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut stream) = stream {
        // A stream that breaks has given what it gave.
        drop(stream.read_to_end(&mut bytes));
    }
    bytes
}

fn wait(child: &mut Child, end: Instant) -> std::io::Result<Option<ExitStatus>> {
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= end {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(5));
    }
}
