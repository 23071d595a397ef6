//! Reading programs from files and standard input, and printing results.

use spec::scope::Scopes;
use spec::{Ast, Source, SyntaxError};
use std::io::{Read, Write};

/// A program's text, and the name by which tracebacks call it.
pub struct Text {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Reads a file; `-` is standard input.
pub fn read(file: &str) -> Result<Text, String> {
    if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| format!("can't read standard input: {error}"))?;
        return Ok(Text { name: "<stdin>".to_owned(), bytes });
    }
    match std::fs::read(file) {
        // As CPython, which shows the absolute path of the main program.
        Ok(bytes) => {
            let path = std::path::absolute(file).unwrap_or_else(|_| file.into());
            Ok(Text { name: path.to_string_lossy().into_owned(), bytes })
        }
        Err(error) => Err(format!("can't open file '{file}': {error}")),
    }
}

/// The program of `-c CODE`, or of a file.
pub fn read_or_code(file: Option<&str>, code: Option<&str>) -> Result<Text, String> {
    match (file, code) {
        (_, Some(code)) => Ok(Text { name: "<string>".to_owned(), bytes: code.as_bytes().to_vec() }),
        (Some(file), None) => read(file),
        (None, None) => Err("there is no program".into()),
    }
}

/// A program's tree; an error is shown with the source around it.
pub fn parse(text: &Text) -> Result<(Source, Ast), String> {
    let source = Source::from_bytes(&text.name, &text.bytes).map_err(|error| error.headline())?;
    let ast = spec::parse(&source).map_err(|error| shown(&error, &source))?;
    Ok((source, ast))
}

/// A program's tree and scopes.
pub fn analyze(text: &Text) -> Result<(Source, Ast, Scopes), String> {
    let (source, mut ast) = parse(text)?;
    let scopes = Scopes::analyze(&mut ast, &source).map_err(|error| shown(&error, &source))?;
    Ok((source, ast, scopes))
}

fn shown(error: &SyntaxError, source: &Source) -> String {
    format!("not a program\n{}", error.render(source))
}

/// Prints data. A reader who has gone away (`gradus ... | head`) is no error.
pub fn print(text: &str) {
    let mut stdout = anstream::stdout().lock();
    drop(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()));
}

/// Prints data as JSON.
pub fn print_json(value: &impl serde::Serialize) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    print(&format!("{text}\n"));
    Ok(())
}
