//! Errors in source text: what CPython calls `SyntaxError`, `IndentationError` and `TabError`.

use crate::ast::Span;
use crate::source::Source;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// The exception class that reports the error.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ErrorKind {
    SyntaxError,
    IndentationError,
    TabError,
    /// Nesting beyond what the parser admits (CPython: "too complex to compile").
    MemoryError,
    /// Nesting beyond what the passes after the parser admit.
    RecursionError,
}

impl ErrorKind {
    /// The name of the class in Python.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::SyntaxError => "SyntaxError",
            ErrorKind::IndentationError => "IndentationError",
            ErrorKind::TabError => "TabError",
            ErrorKind::MemoryError => "MemoryError",
            ErrorKind::RecursionError => "RecursionError",
        }
    }
}

/// The attributes `lineno`, `offset`, `end_lineno` and `end_offset` of Python's exception: lines and columns from
/// 1, columns counted in characters. CPython gives -1 or 0 for some ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    pub line: i32,
    pub offset: i32,
    pub end_line: i32,
    pub end_offset: i32,
}

/// A program that is none, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    pub kind: ErrorKind,
    pub message: String,
    /// What to underline.
    pub span: Span,
    /// Where CPython says that the error is; `None` where it gives no position.
    pub place: Option<Place>,
}

impl SyntaxError {
    /// An error without a position (an unreadable file, an unknown encoding).
    pub fn nowhere(message: impl Into<String>) -> SyntaxError {
        SyntaxError {
            kind: ErrorKind::SyntaxError,
            message: message.into(),
            span: Span::default(),
            place: None,
        }
    }

    /// An error that CPython places at both ends of `span`.
    pub fn new(source: &Source, span: Span, message: impl Into<String>) -> SyntaxError {
        let (line, offset) = source.character_position(span.start as usize);
        let (mut end_line, mut end_column) = source.position(span.end as usize);
        if end_line > line && end_column == 0 && source.slice(span).ends_with('\n') {
            // A line end belongs to its line.
            (end_line, end_column) = source.position(span.end as usize - 1);
            end_column += 1;
        }
        let text = source.line_text(line);
        let text = if end_line == line { text } else { text.trim_end_matches('\n') };
        let place = Place {
            line: line as i32,
            offset: offset as i32 + 1,
            end_line: end_line as i32,
            end_offset: end_offset(text, end_column) as i32,
        };
        SyntaxError { kind: ErrorKind::SyntaxError, message: message.into(), span, place: Some(place) }
    }

    /// An error that CPython finds after parsing: there it counts columns in bytes.
    pub fn after_parsing(source: &Source, span: Span, message: impl Into<String>) -> SyntaxError {
        let (line, column) = source.position(span.start as usize);
        let (end_line, end_column) = source.position(span.end as usize);
        let place = Place {
            line: line as i32,
            offset: column as i32 + 1,
            end_line: end_line as i32,
            end_offset: end_column as i32 + 1,
        };
        SyntaxError { kind: ErrorKind::SyntaxError, message: message.into(), span, place: Some(place) }
    }

    pub fn with_kind(mut self, kind: ErrorKind) -> SyntaxError {
        self.kind = kind;
        self
    }

    /// `SyntaxError: message`, the last line of a traceback.
    pub fn headline(&self) -> String {
        format!("{}: {}", self.kind.name(), self.message)
    }

    /// The error as the end of CPython's traceback: file, line, source line, carets, message.
    pub fn traceback(&self, source: &Source) -> String {
        let Some(place) = self.place else {
            return format!("{}\n", self.headline());
        };
        let mut out = format!("  File \"{}\", line {}\n", source.filename(), place.line);
        let line = source.line_text(place.line.max(1) as usize);
        let shown = line.trim_start_matches([' ', '\t', '\x0c']);
        if !shown.trim_end().is_empty() {
            out.push_str(&format!("    {}\n", shown.trim_end()));
            push_carets(&mut out, place, line, shown);
        }
        out.push_str(&self.headline());
        out.push('\n');
        out
    }

    /// The error for a person: the source with a label under the place.
    pub fn render(&self, source: &Source) -> String {
        let title = self.headline();
        let group = match self.place {
            None => Level::ERROR.primary_title(&*title).elements(Vec::<annotate_snippets::Element>::new()),
            Some(_) => {
                let snippet = Snippet::source(source.text())
                    .path(source.filename())
                    .annotation(AnnotationKind::Primary.span(self.shown_span(source)));
                Level::ERROR.primary_title(&*title).element(snippet)
            }
        };
        Renderer::plain().render(&[group])
    }

    /// The span, widened to one character where it is empty, and cut to the text.
    fn shown_span(&self, source: &Source) -> std::ops::Range<usize> {
        let text = source.text();
        let start = source.character_start(self.span.start as usize);
        let mut end = (self.span.end as usize).max(start + 1).min(text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        start..end.max(start)
    }
}

/// A column in bytes as `end_offset`, which counts characters from 1. CPython counts them on the line where the error
/// starts, also for an end on another line, and not beyond the end of that line.
fn end_offset(line: &str, column: usize) -> usize {
    let counted = line.char_indices().take_while(|&(at, _)| at <= column).count();
    counted + usize::from(column >= line.len())
}

/// The line of carets under the source line; its spaces keep the tabs of the line above.
fn push_carets(out: &mut String, place: Place, line: &str, shown: &str) {
    if place.offset < 1 {
        return;
    }
    let stripped = line.chars().count() - shown.chars().count();
    let shown_len = shown.trim_end_matches('\n').chars().count();
    let start = (place.offset as usize - 1).saturating_sub(stripped);
    let end = if place.end_line != place.line || place.end_offset <= place.offset {
        if place.end_line > place.line { shown_len } else { start + 1 }
    } else {
        (place.end_offset as usize - 1).saturating_sub(stripped)
    };
    if place.offset as usize - 1 < stripped {
        return;
    }
    let pad: String = shown.chars().take(start).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
    out.push_str("    ");
    out.push_str(&pad);
    out.push_str(&"^".repeat(end.saturating_sub(start).max(1)));
    out.push('\n');
}
