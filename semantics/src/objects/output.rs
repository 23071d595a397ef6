//! Standard output, error and input of a program.

use crate::data::codec::{Encoding, Handler, encode};
use crate::state::{Builtin, Machine, Outcome, Output, Thrown, Value};
use std::io::{BufRead, IsTerminal, Write};

/// So much output is kept back before it is handed to the system.
const BUFFER: usize = 1 << 16;

impl Machine {
    /// Writes to the program's standard output. It may be kept back until [`Machine::flush_output`].
    pub fn write_stdout(&mut self, bytes: &[u8]) {
        match &mut self.output {
            Output::Kept { stdout, .. } => stdout.extend_from_slice(bytes),
            Output::Process { pending, is_terminal } => {
                pending.extend_from_slice(bytes);
                let is_terminal = *is_terminal.get_or_insert_with(|| std::io::stdout().is_terminal());
                if pending.len() >= BUFFER || is_terminal && bytes.contains(&b'\n') {
                    self.flush_output();
                }
            }
        }
    }

    /// Writes to the program's standard error.
    pub fn write_stderr(&mut self, bytes: &[u8]) {
        match &mut self.output {
            Output::Kept { stderr, .. } => stderr.extend_from_slice(bytes),
            // Nobody can be told that standard error can't be written.
            Output::Process { .. } => drop(std::io::stderr().write_all(bytes)),
        }
    }

    /// Hands over what has been kept back. A reader who has gone away (`gradus ... | head`) is no error of the program.
    pub fn flush_output(&mut self) {
        if let Output::Process { pending, .. } = &mut self.output
            && !pending.is_empty()
        {
            let mut stdout = std::io::stdout().lock();
            drop(stdout.write_all(pending).and_then(|()| stdout.flush()));
            pending.clear();
        }
    }

    /// A string argument in UTF-8.
    fn encoded(&mut self, value: Value, handler: &str) -> Result<Vec<u8>, Thrown> {
        let Some(text) = self.text(value) else { return Ok(Vec::new()) };
        let bytes = match text.to_utf8() {
            Some(valid) => Ok(valid.into_owned().into_bytes()),
            None => Encoding::from_name("utf-8")
                .and_then(|encoding| encode(text, encoding, Handler::from_name(handler)?)),
        };
        self.lift(bytes)
    }
}

builtins! { OUTPUT, "_prelude";
    "_write_stdout" "text, /" leaf(write_stdout) "Writes to the machine's standard output.";
    "_write_stderr" "text, /" leaf(write_stderr) "Writes to the machine's standard error.";
    "_flush" "" leaf(flush) "Hands over what standard output has kept back.";
    "_read_line" "" leaf(read_line) "The next line of standard input, with its line end; empty at the end.";
    "_replaced_stdout" "default, /" leaf(replaced_stdout) "What the program has put into `sys.stdout`, or the default while it is the machine's own.";
}

/// The tables of this file.
pub fn tables() -> Vec<&'static [Builtin]> {
    vec![OUTPUT]
}

fn write_stdout(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let bytes = m.encoded(arguments[0], "strict")?;
    m.write_stdout(&bytes);
    Ok(Value::NONE)
}

fn write_stderr(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let bytes = m.encoded(arguments[0], "backslashreplace")?;
    m.write_stderr(&bytes);
    Ok(Value::NONE)
}

fn flush(m: &mut Machine, _: &[Value]) -> Outcome {
    m.flush_output();
    Ok(Value::NONE)
}

fn read_line(m: &mut Machine, _: &[Value]) -> Outcome {
    m.flush_output();
    let mut line = Vec::new();
    if matches!(m.output, Output::Process { .. }) {
        // A stream that can't be read is at its end.
        drop(std::io::stdin().lock().read_until(b'\n', &mut line));
    }
    Ok(m.heap.new_str(&String::from_utf8_lossy(&line)))
}

fn replaced_stdout(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let modules = m.modules;
    let sys = m.dict_get_str(modules, "sys");
    if sys.is_nothing() {
        return Ok(arguments[0]);
    }
    let dict = m.attribute_dict(sys);
    match m.dict_get_str(dict, "stdout").present() {
        Some(stdout) => Ok(stdout),
        None => Err(m.exception(crate::state::Type::RuntimeError, "lost sys.stdout")),
    }
}
