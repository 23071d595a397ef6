//! The text of an uncaught exception, as CPython 3.13 prints it.
//!
//! What needs Python code (`str()` of an exception, `dir()` of the object that lacks an attribute) is asked first, by
//! the prelude function `_exception_details`; from its answers the text is made in one go.

mod carets;
mod groups;

use crate::state::{Builtin, Data, Machine, Outcome, Thread, Traceback, Type, Value};
use rustc_hash::FxHashMap;
use spec::ast::{Assert, Ast, FunctionDef, Kind, NodeId};
use std::fmt::Write;

/// The sentence between an exception and the one that it was raised from.
const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
/// The sentence between an exception and one raised while it was handled.
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
/// A line of a traceback that repeats is shown so often.
const MOST_REPEATED: usize = 3;
/// Steps that the last questions to a program may take.
const LAST_STEPS: u64 = 10_000_000;

/// What the prelude found out about one exception.
#[derive(Debug)]
struct Details {
    text: String,
    notes: Vec<String>,
    /// The names among which a misspelt one may be meant.
    candidates: Option<Vec<String>>,
    /// Of a `SyntaxError`, where it is.
    syntax: Option<SyntaxPlace>,
}

#[derive(Debug)]
struct SyntaxPlace {
    message: Option<String>,
    file: Option<String>,
    line: Option<i64>,
    offset: Option<i64>,
    text: Option<String>,
    end_line: Option<i64>,
    end_offset: Option<i64>,
}

builtins! { TRACEBACKS, "_prelude";
    "_describe" "exception, details, /" leaf(describe) "The text of an exception, made from what `_exception_details` found out.";
    "_names_at" "exception, /" leaf(names_at) "The names that are known where an exception was raised.";
}

/// The tables of this file.
pub fn tables() -> Vec<&'static [Builtin]> {
    vec![TRACEBACKS]
}

fn describe(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let text = m.render_exception(arguments[0], arguments[1]);
    Ok(m.heap.new_str(&text))
}

fn names_at(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let mut traceback = m.exception_data(arguments[0]).map_or(Value::NONE, |data| data.traceback);
    let mut last = None;
    while let Some(Data::Traceback(entry)) = m.heap.get(traceback) {
        last = Some((entry.code, entry.globals));
        traceback = entry.next;
    }
    let Some((code, globals)) = last else { return Ok(Value::NONE) };
    let mut names = m.code(code).slots.clone();
    for dict in [globals, m.builtins] {
        names.extend(m.dict(dict).into_iter().flat_map(|dict| dict.iter().map(|entry| entry.key)));
    }
    Ok(m.heap.new_list(names))
}

impl Machine {
    /// The whole text of an exception that nobody caught. Runs `str()` of it; the machine must not be in the middle of
    /// a step.
    pub fn describe_exception(&mut self, exception: Value) -> String {
        let details = self.run_aside("_exception_details", exception).unwrap_or(Value::NONE);
        self.render_exception(exception, details)
    }

    /// The string that `str()` gives for a value, or nothing if that fails.
    pub fn describe_value(&mut self, value: Value) -> Option<String> {
        let text = self.run_aside("_safe_str", value)?;
        Some(self.shown_text(text))
    }

    /// Runs a function of the prelude on the side, as if the program had ended. Nothing is collected meanwhile.
    fn run_aside(&mut self, function: &str, argument: Value) -> Option<Value> {
        let prelude = self.prelude;
        let function = self.dict_get_str(prelude, function).present()?;
        let thread = std::mem::take(&mut self.thread);
        let (result, stopped) = (self.result.take(), self.stopped.take());
        let (limits, threshold) = (self.limits, self.heap.threshold);
        let compiled = std::mem::replace(&mut self.compiled, 0..0);
        let program = self.program.clone();
        self.limits.fuel = self.steps.saturating_add(LAST_STEPS);
        self.limits.recursion = limits.recursion.max(1000);
        self.heap.threshold = usize::MAX;
        let arguments = self.heap.new_tuple([argument]);
        if self.invoke(function, arguments, 0).is_ok() {
            self.run();
        }
        let answer = self.result.take();
        self.thread = Thread { ..thread };
        (self.result, self.stopped, self.program) = (result, stopped, program);
        (self.limits, self.heap.threshold, self.compiled) = (limits, threshold, compiled);
        answer?.ok()
    }

    /// The text of an exception, its chain and its group, with the details that are known.
    fn render_exception(&self, exception: Value, details: Value) -> String {
        let mut known = FxHashMap::default();
        for &entry in self.list_items(details) {
            if let &[exception, text, notes, candidates, syntax] = self.tuple_items(entry) {
                known.insert(exception, self.details(text, notes, candidates, syntax));
            }
        }
        let mut page = groups::Page::default();
        self.render_chain(exception, &known, &mut page);
        page.text
    }

    fn details(&self, text: Value, notes: Value, candidates: Value, syntax: Value) -> Details {
        let strings = |list: Value| self.list_items(list).iter().map(|&item| self.shown_text(item)).collect();
        let optional = |value: Value| self.text(value).is_some().then(|| self.shown_text(value));
        let syntax = match *self.tuple_items(syntax) {
            [message, file, line, offset, text, end_line, end_offset] => Some(SyntaxPlace {
                message: optional(message),
                file: optional(file),
                line: self.small_integer(line),
                offset: self.small_integer(offset),
                text: optional(text),
                end_line: self.small_integer(end_line),
                end_offset: self.small_integer(end_offset),
            }),
            _ => None,
        };
        Details {
            text: self.shown_text(text),
            notes: strings(notes),
            candidates: (!candidates.is_none()).then(|| strings(candidates)),
            syntax,
        }
    }

    /// The exceptions from which this one came, each with the sentence that follows it; the oldest first.
    fn chain_of(&self, exception: Value) -> Vec<(Value, &'static str)> {
        let mut chain = vec![(exception, "")];
        let mut current = exception;
        while let Some(data) = self.exception_data(current) {
            let (next, sentence) = if !data.cause.is_none() {
                (data.cause, CAUSE)
            } else if !data.context.is_none() && !data.suppress_context {
                (data.context, CONTEXT)
            } else {
                break;
            };
            if chain.iter().any(|&(seen, _)| seen == next) {
                break;
            }
            chain.push((next, sentence));
            current = next;
        }
        chain.reverse();
        chain
    }

    /// `Traceback (most recent call last):` apart, the lines of a traceback.
    fn render_frames(&self, mut traceback: Value) -> String {
        let mut out = String::new();
        let mut last = None;
        let mut repeated = 0;
        while let Some(Data::Traceback(entry)) = self.heap.get(traceback) {
            let place = self.place_of(entry);
            if last == Some(place) {
                repeated += 1;
            } else {
                push_repeated(&mut out, repeated);
                repeated = 1;
                last = Some(place);
            }
            if repeated <= MOST_REPEATED {
                self.push_entry(&mut out, entry, place.1);
            }
            traceback = entry.next;
        }
        push_repeated(&mut out, repeated);
        out
    }

    /// The code and the line of an entry.
    fn place_of(&self, entry: &Traceback) -> (u32, usize) {
        let code = self.code(entry.code);
        let node =
            if entry.node.0 == 0 { code.unit().node } else { shown_node(&code.program.ast, entry.node) };
        let start = code.program.ast.span(node).start as usize;
        (entry.code, code.program.source.position(start).0)
    }

    fn push_entry(&self, out: &mut String, entry: &Traceback, line: usize) {
        let code = self.code(entry.code);
        let source = &code.program.source;
        let name = self.text_of(code.name);
        let _ = writeln!(out, "  File \"{}\", line {line}, in {name}", source.filename());
        // As CPython, which can't read standard input a second time.
        if source.filename() == "<stdin>" {
            return;
        }
        if entry.node.0 == 0 {
            let text = source.line_text(line).trim();
            if !text.is_empty() {
                let _ = writeln!(out, "    {text}");
            }
            return;
        }
        let ast = &code.program.ast;
        carets::push_source(out, source, ast.span(shown_node(ast, entry.node)));
    }

    /// The last lines: class and text of the exception, and its notes.
    fn render_exception_only(&self, exception: Value, details: Option<&Details>) -> String {
        let name = self.exception_name(exception);
        let Some(details) = details else { return format!("{name}\n") };
        let mut out = String::new();
        if let Some(place) = &details.syntax {
            push_syntax_error(&mut out, &name, place);
        } else {
            let text = format!("{}{}", details.text, self.suggestion(exception, details));
            let separator = if text.is_empty() { "" } else { ": " };
            let _ = writeln!(out, "{name}{separator}{text}");
        }
        for note in &details.notes {
            for line in note.split('\n') {
                let _ = writeln!(out, "{line}");
            }
        }
        out
    }

    /// The name of an exception's class, with its module unless that goes without saying.
    fn exception_name(&self, exception: Value) -> String {
        let class = self.heap.class_of(exception);
        let data = self.class_data(class);
        let name = self.text_of(data.qualified_name);
        let module = self.own_class_attribute(class, crate::state::names::__module__);
        match self.text(module) {
            Some(_) => match self.text_of(module).as_str() {
                "__main__" | "builtins" => name,
                module => format!("{module}.{name}"),
            },
            None => name,
        }
    }

    /// ` Did you mean`, and the like.
    fn suggestion(&self, exception: Value, details: &Details) -> String {
        let attribute = if self.is_instance(exception, Type::ImportError) { "name_from" } else { "name" };
        let Some(attribute) = self.heap.find_interned(&attribute.into()) else { return String::new() };
        let wrong = self.exception_member(exception, attribute);
        let Some(wrong) =
            wrong.present().filter(|name| self.text(*name).is_some()).map(|name| self.text_of(name))
        else {
            return String::new();
        };
        let mut out = String::new();
        let similar = details
            .candidates
            .as_ref()
            .and_then(|names| crate::data::suggestions::most_similar(&wrong, names));
        if let Some(similar) = similar {
            let _ = write!(out, ". Did you mean: '{similar}'?");
        }
        if self.is_instance(exception, Type::NameError)
            && crate::data::suggestions::is_standard_module(&wrong)
        {
            let start = if similar.is_some() { " Or did" } else { ". Did" };
            let _ = write!(out, "{start} you forget to import '{wrong}'?");
        }
        out
    }

    /// The text of a string; surrogates are escaped, as on standard error.
    fn shown_text(&self, value: Value) -> String {
        let Some(text) = self.text(value) else { return String::new() };
        if let Some(valid) = text.to_utf8() {
            return valid.into_owned();
        }
        let mut out = String::new();
        for point in text.code_points() {
            match char::from_u32(point) {
                Some(character) => out.push(character),
                None => out.push_str(&format!("\\u{point:04x}")),
            }
        }
        out
    }
}

/// The syntax that CPython shows for what failed: of an assertion the test, of a decorated function the decorator.
fn shown_node(ast: &Ast, node: NodeId) -> NodeId {
    match ast.kind(node) {
        Kind::Assert => ast.view::<Assert>(node).test,
        Kind::FunctionDef => ast.list(ast.view::<FunctionDef>(node).decorator_list).last().unwrap_or(node),
        _ => node,
    }
}

fn push_repeated(out: &mut String, times: usize) {
    if times > MOST_REPEATED {
        let more = times - MOST_REPEATED;
        let plural = if more == 1 { "" } else { "s" };
        let _ = writeln!(out, "  [Previous line repeated {more} more time{plural}]");
    }
}

/// The lines of a `SyntaxError`.
fn push_syntax_error(out: &mut String, name: &str, place: &SyntaxPlace) {
    let mut suffix = String::new();
    if let Some(line) = place.line {
        let file = place.file.as_deref().unwrap_or("<string>");
        let _ = writeln!(out, "  File \"{file}\", line {line}");
    } else if let Some(file) = &place.file {
        suffix = format!(" ({file})");
    }
    if let Some(text) = &place.text {
        push_marked_line(out, text, place);
    }
    let message = place.message.as_deref().filter(|text| !text.is_empty()).unwrap_or("<no detail available>");
    let _ = writeln!(out, "{name}: {message}{suffix}");
}

fn push_marked_line(out: &mut String, text: &str, place: &SyntaxPlace) {
    let whole = text.trim_end_matches('\n');
    let shown = whole.trim_start_matches([' ', '\n', '\x0c']);
    let _ = writeln!(out, "    {shown}");
    let (Some(offset), Some(_)) = (place.offset, place.line) else { return };
    let len = whole.chars().count() as i64;
    let stripped = len - shown.chars().count() as i64;
    let mut end = if place.line == place.end_line {
        place.end_offset.filter(|&end| end != 0).unwrap_or(offset)
    } else {
        len + 1
    };
    if offset == end || end == -1 {
        end = offset + 1;
    }
    let (start, end) = (offset - 1 - stripped, end - 1 - stripped);
    if start < 0 {
        return;
    }
    let pad: String =
        shown.chars().take(start as usize).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
    let _ = writeln!(out, "    {pad}{}", "^".repeat((end - start).max(0) as usize));
}
