//! The source lines of a traceback entry, and what is underlined in them.
//!
//! Columns are characters of the dedented lines. `^` marks what failed; of a binary operation, a subscript or a call
//! only the operator or the brackets, and the operands get `~`.

use spec::Source;
use spec::ast::{Assign, Ast, BinOp, Call, Expr, Kind, Module, NodeId, Return, Span, Subscript};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A place in some lines: line from 0, column from 0.
type Place = (usize, usize);

/// The lines of source under the first line of an entry.
pub fn push_source(out: &mut String, source: &Source, span: Span) {
    let (first, first_column) = source.position(span.start as usize);
    let (last, last_column) = source.position(span.end as usize);
    let original: Vec<&str> = (first..=last).map(|line| source.line_text(line).trim_end()).collect();
    let lines = dedent(&original);
    if lines.iter().all(String::is_empty) {
        return;
    }
    let removed = length(original[0]) - length(&lines[0]);
    let start = length(before(original[0], first_column)).saturating_sub(removed);
    let end = length(before(original[original.len() - 1], last_column)).saturating_sub(removed);
    let shown = Shown::new(lines, start, end).render();
    let shown: Vec<&str> = shown.lines().collect();
    for line in dedent(&shown) {
        let _ = writeln!(out, "    {line}");
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The part of a line before a column in bytes.
fn before(line: &str, column: usize) -> &str {
    line.get(..column).unwrap_or(line)
}

/// How wide characters are on a terminal.
fn width<'a>(characters: impl IntoIterator<Item = &'a char>) -> usize {
    use unicode_width::UnicodeWidthChar;
    characters.into_iter().map(|character| if character.width() == Some(2) { 2 } else { 1 }).sum()
}

/// The lines without the white space that all of them begin with; those of nothing else become empty.
fn dedent(lines: &[&str]) -> Vec<String> {
    let blank = |line: &str| line.trim_matches([' ', '\t']).is_empty();
    let margins = lines.iter().filter(|line| !blank(line)).map(|line| {
        let rest = line.trim_start_matches([' ', '\t']);
        &line[..line.len() - rest.len()]
    });
    let common = margins.reduce(|a, b| {
        let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        &a[..same]
    });
    let count = common.map_or(0, str::len);
    lines.iter().map(|line| if blank(line) { String::new() } else { line[count..].to_owned() }).collect()
}

/// What is between the operands of the expression that failed.
struct Anchors {
    start: Place,
    end: Place,
}

struct Shown {
    lines: Vec<Vec<char>>,
    start: usize,
    end: usize,
    anchors: Option<Anchors>,
    has_carets: bool,
}

impl Shown {
    fn new(lines: Vec<String>, start: usize, end: usize) -> Shown {
        let anchors = find_anchors(&lines, start, end);
        let has_carets =
            !is_whole_call(&lines, start, end) && (anchors.is_some() || is_part(&lines, start, end));
        let lines = lines.iter().map(|line| line.chars().collect()).collect();
        Shown { lines, start, end, anchors, has_carets }
    }

    /// The first line, the last one and those around the anchors; for others a line that counts them.
    fn render(&self) -> String {
        let count = self.lines.len();
        let mut wanted = BTreeSet::from([0, count - 1]);
        if let Some(anchors) = &self.anchors {
            for line in [anchors.start.0, anchors.end.0] {
                wanted.extend(line.saturating_sub(1)..(line + 2).min(count));
            }
        }
        let mut out = String::new();
        let mut previous: Option<usize> = None;
        for line in wanted {
            match previous.map_or(0, |previous| line - previous - 1) {
                0 => {}
                1 => self.push_line(&mut out, line - 1),
                left_out => out.push_str(&format!("...<{left_out} lines>...\n")),
            }
            self.push_line(&mut out, line);
            previous = Some(line);
        }
        out
    }

    fn push_line(&self, out: &mut String, line: usize) {
        let text = &self.lines[line];
        let _ = writeln!(out, "{}", text.iter().collect::<String>());
        if !self.has_carets {
            return;
        }
        let indent = text.iter().take_while(|character| character.is_whitespace()).count();
        let is_last = line + 1 == self.lines.len();
        let end = if is_last { width(&text[..self.end.min(text.len())]) } else { width(text) };
        let start = if line == 0 { width(&self.lines[0][..self.start.min(text.len())]) } else { 0 };
        for column in 0..end {
            out.push(if column < indent || column < start { ' ' } else { self.mark(line, column) });
        }
        out.push('\n');
    }

    fn mark(&self, line: usize, column: usize) -> char {
        let Some(anchors) = &self.anchors else { return '^' };
        let shown = |place: Place| {
            let text = &self.lines[place.0];
            (place.0, width(&text[..place.1.min(text.len())]))
        };
        let is_between = (line, column) >= shown(anchors.start) && (line, column) < shown(anchors.end);
        if is_between { '^' } else { '~' }
    }
}

/// Whether there is anything beside what failed.
fn is_part(lines: &[String], start: usize, end: usize) -> bool {
    let before: String = lines[0].chars().take(start).collect();
    let after: String = lines[lines.len() - 1].chars().skip(end).collect();
    !before.trim_start().is_empty() || !after.trim_end().is_empty()
}

fn parse(text: &str) -> Option<(Source, Ast)> {
    let source = Source::from_text("<traceback>", text).ok()?;
    let ast = spec::parse(&source).ok()?;
    Some((source, ast))
}

fn statements(ast: &Ast) -> Vec<NodeId> {
    match ast.kind(ast.root) {
        Kind::Module => ast.list(ast.view::<Module>(ast.root).body).collect(),
        _ => Vec::new(),
    }
}

/// Whether the lines are `return f(...)` or `name = f(...)`, and the call is what failed: then nothing is underlined.
fn is_whole_call(lines: &[String], start: usize, end: usize) -> bool {
    let Some((source, ast)) = parse(&lines.join("\n")) else { return false };
    let Some(&statement) = statements(&ast).first() else { return true };
    let value = match ast.kind(statement) {
        Kind::Return => ast.view::<Return>(statement).value.filter(|&value| {
            ast.kind(value) == Kind::Call && ast.kind(ast.view::<Call>(value).func) == Kind::Name
        }),
        Kind::Assign => {
            let assign = ast.view::<Assign>(statement);
            let targets: Vec<NodeId> = ast.list(assign.targets).collect();
            let is_name = matches!(targets[..], [only] if ast.kind(only) == Kind::Name);
            Some(assign.value).filter(|&value| is_name && ast.kind(value) == Kind::Call)
        }
        _ => None,
    };
    value.is_some_and(|value| {
        let span = ast.span(value);
        source.position(span.start as usize) == (1, start)
            && source.position(span.end as usize) == (lines.len(), end)
    })
}

/// The operator or the brackets of the expression that the lines contain from `start` to `end`.
fn find_anchors(lines: &[String], start: usize, end: usize) -> Option<Anchors> {
    let mut segment: Vec<String> = lines.to_vec();
    let last = segment.len() - 1;
    segment[last] = segment[last].chars().take(end).collect();
    segment[0] = segment[0].chars().skip(start).collect();
    // In parentheses, so that it may have several lines.
    let (source, ast) = parse(&format!("(\n{}\n)", segment.join("\n")))?;
    let &[statement] = &statements(&ast)[..] else { return None };
    if ast.kind(statement) != Kind::Expr {
        return None;
    }
    let expression = ast.view::<Expr>(statement).value;
    let text = source.text();
    let whole_end = ast.span(expression).end as usize;
    let (from, to) = match ast.kind(expression) {
        Kind::BinOp => {
            let operation = ast.view::<BinOp>(expression);
            let from =
                search(text, ast.span(operation.left).end as usize, |c| !c.is_whitespace() && c != ')')?;
            (from, operator_end(text, from, ast.span(operation.right).start as usize))
        }
        Kind::Subscript => {
            let value = ast.view::<Subscript>(expression).value;
            (search(text, ast.span(value).end as usize, |c| c == '[')?, whole_end)
        }
        Kind::Call => {
            let function = ast.view::<Call>(expression).func;
            (search(text, ast.span(function).end as usize, |c| c == '(')?, whole_end)
        }
        _ => return None,
    };
    let place = |offset: usize| {
        let (line, column) = source.character_position(offset);
        let line = line - 2;
        (line, if line == 0 { column + start } else { column })
    };
    Some(Anchors { start: place(from), end: place(to) })
}

/// The offset of the first character wanted, comments and line continuations left out.
fn search(text: &str, from: usize, is_wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut rest = text[from..].char_indices();
    while let Some((at, character)) = rest.next() {
        if matches!(character, '\\' | '#') {
            rest.by_ref().find(|(_, character)| *character == '\n');
        } else if is_wanted(character) {
            return Some(from + at);
        }
    }
    None
}

/// Operators have one character or two.
fn operator_end(text: &str, start: usize, right: usize) -> usize {
    match text[start + 1..].chars().next() {
        Some(second) if start + 1 < right && !second.is_whitespace() && !matches!(second, '\\' | '#') => {
            start + 2
        }
        _ => start + 1,
    }
}
