//! Reduces a program: `shrink FILE COMMAND...`. The command is started once; it reads the paths of candidates, one a line,
//! and answers each with a line: `y` if the candidate is to be kept.

use differential::reduce::reduce;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, program, rest @ ..] = &arguments[..] else { return Err("FILE COMMAND...".into()) };
    let source = std::fs::read_to_string(file)?;
    let mut judge = Command::new(program).args(rest).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (Some(mut questions), Some(answers)) = (judge.stdin.take(), judge.stdout.take()) else {
        return Err("no pipes".into());
    };
    let mut answers = BufReader::new(answers);
    let candidate = std::env::temp_dir().join(format!("candidate{}.py", std::process::id()));
    let mut asked = 0;
    let mut keep = |text: &str| {
        asked += 1;
        let mut answer = String::new();
        let written =
            std::fs::write(&candidate, text).and_then(|()| writeln!(questions, "{}", candidate.display()));
        written.and_then(|()| answers.read_line(&mut answer)).is_ok() && answer.trim() == "y"
    };
    let reduced = reduce(&source, &mut keep);
    drop(questions);
    judge.wait()?;
    eprintln!("{asked} candidates");
    print!("{reduced}");
    Ok(())
}
