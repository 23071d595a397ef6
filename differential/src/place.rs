//! Where in a program, and in which rule, the reference machine was when two engines parted.

use crate::compare::{Difference, END, Part};
use crate::engine::{Engine, InProcess, Job, Outcome};
use semantics::machine::Tracer;
use semantics::rules::language::Judgment;
use semantics::state::{Data, Machine, Output, Program, RuleId, Value};
use serde::{Deserialize, Serialize};
use spec::ast::{Assign, Expr, Kind, Name, NodeId, Return, Sort};
use spec::walk::{Visit, walk};
use spec::{Ast, Source};

/// A place in a run of the reference machine.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Place {
    /// The innermost rule about syntax of the program.
    pub rule: String,
    /// The rules in progress in the program's innermost frame, the innermost first.
    pub stack: Vec<String>,
    pub line: Option<u32>,
}

/// Finds the place of a difference: runs the program again on the reference machine, up to there.
pub fn locate(
    reference: &mut InProcess,
    job: &Job,
    expected: &Outcome,
    actual: &Outcome,
    found: &Difference,
) -> Place {
    let event = match found.part {
        Part::Log => Some(found.index),
        _ => found.event,
    };
    let place = match (event, found.part) {
        (Some(event), _) => place_of_event(reference, job, event_to_watch(expected, actual, event)),
        (None, Part::Stdout) => run_until(reference, job, Moment::Printed(common_stdout(expected, actual))),
        (None, Part::Ending) => place_of_ending(reference, job, expected, actual),
        (None, Part::Namespace) => place_of_variable(job, found),
        _ => None,
    };
    place.unwrap_or_else(|| Place { rule: "(none)".into(), ..Place::default() })
}

/// The event whose place counts. If the other engine has one more than it should, the rule at fault is that of the event
/// before.
fn event_to_watch(expected: &Outcome, actual: &Outcome, index: usize) -> usize {
    let (Outcome::Done(expected), Outcome::Done(actual)) = (expected, actual) else { return index };
    let is_extra = match expected.log.get(index) {
        Some(event) => actual.log.get(index + 1) == Some(event),
        None => true,
    };
    if is_extra { index.saturating_sub(1) } else { index }
}

fn place_of_event(reference: &mut InProcess, job: &Job, event: usize) -> Option<Place> {
    run_until(reference, job, Moment::Logged(event))
}

fn common_stdout(expected: &Outcome, actual: &Outcome) -> usize {
    let (Outcome::Done(expected), Outcome::Done(actual)) = (expected, actual) else { return 0 };
    expected.stdout.bytes().zip(actual.stdout.bytes()).take_while(|(a, b)| a == b).count()
}

/// Where the exception comes from that only one of the two raises.
fn place_of_ending(
    reference: &mut InProcess,
    job: &Job,
    expected: &Outcome,
    actual: &Outcome,
) -> Option<Place> {
    let raised_at = |outcome: &Outcome| match outcome {
        Outcome::Done(observation) => observation.raised_at,
        _ => None,
    };
    if raised_at(expected).is_some() {
        reference.run(job);
        let (machine, (_, first)) = (reference.machine(), reference.landmarks());
        if let Some(Err(exception)) = machine.result {
            return raising_place(machine, exception, first);
        }
    }
    statement_at(job.source, raised_at(actual)?)
}

/// What to wait for.
enum Moment {
    /// The event with this index has been logged.
    Logged(usize),
    /// More than so many bytes have been printed.
    Printed(usize),
}

struct Watch {
    moment: Moment,
    log: Value,
    first_code: u32,
    place: Option<Place>,
}

impl Tracer for Watch {
    fn before_step(&mut self, machine: &Machine) {
        if self.place.is_none() && self.has_come(machine) {
            self.place = place_in_program(machine, self.first_code);
        }
    }
}

impl Watch {
    fn has_come(&self, machine: &Machine) -> bool {
        match self.moment {
            Moment::Logged(index) => {
                matches!(machine.heap.get(self.log), Some(Data::List(items)) if items.len() > index)
            }
            Moment::Printed(count) => {
                matches!(&machine.output, Output::Kept { stdout, .. } if stdout.len() > count)
            }
        }
    }
}

fn run_until(reference: &mut InProcess, job: &Job, moment: Moment) -> Option<Place> {
    let (log, first_code) = reference.landmarks();
    let mut watch = Watch { moment, log, first_code, place: None };
    reference.watch(job, &mut watch);
    watch.place
}

/// Where the innermost frame of the program is.
fn place_in_program(machine: &Machine, first_code: u32) -> Option<Place> {
    let thread = &machine.thread;
    let mut end = thread.activations.len();
    for frame in thread.frames.iter().rev() {
        let begin = frame.activation as usize;
        let program = &machine.codes[frame.code as usize].program;
        if frame.code >= first_code && !program.is_hidden() {
            let inside = &thread.activations[begin..end];
            let at = inside.iter().rev().find(|activation| activation.node.0 != 0)?;
            let name = |rule: RuleId| machine.rules.get(rule).definition.id.to_owned();
            return Some(Place {
                rule: name(at.rule),
                stack: inside.iter().rev().map(|activation| name(activation.rule)).collect(),
                line: line_of(program, at.node),
            });
        }
        end = begin;
    }
    None
}

/// Where the program raised an exception: the innermost entry of its traceback that belongs to the program.
pub fn raising_place(machine: &Machine, exception: Value, first_code: u32) -> Option<Place> {
    let mut entry = machine.exception_data(exception)?.traceback;
    let mut found = None;
    while let Some(Data::Traceback(traceback)) = machine.heap.get(entry) {
        if traceback.code >= first_code {
            found = Some((traceback.code, traceback.node));
        }
        entry = traceback.next;
    }
    let (code, node) = found?;
    let program = &machine.codes[code as usize].program;
    let rule = rule_about(&program.ast, node);
    Some(Place { stack: vec![rule.clone()], rule, line: line_of(program, node) })
}

fn line_of(program: &Program, node: NodeId) -> Option<u32> {
    Some(program.source.position(program.ast.span(node).start as usize).0 as u32)
}

/// The rule about a piece of syntax.
fn rule_about(ast: &Ast, node: NodeId) -> String {
    let kind = ast.kind(node);
    let judgment = if kind.schema().sort == Sort::stmt { Judgment::Exec } else { Judgment::Eval };
    let rules = &*semantics::rules::link::RULES;
    match rules.rule_for(judgment, kind) {
        Some(rule) => rules.get(rule).definition.id.to_owned(),
        None => kind.schema().name.to_owned(),
    }
}

/// The statement that begins on a line, or rather the expression that it is about.
fn statement_at(text: &str, line: u32) -> Option<Place> {
    find_statement(text, |source, ast, node| source.position(ast.span(node).start as usize).0 as u32 == line)
}

/// The last statement that binds the variable which differs.
fn place_of_variable(job: &Job, found: &Difference) -> Option<Place> {
    let line = if found.expected == END { &found.actual } else { &found.expected };
    let (name, _) = line.split_once(" = ")?;
    find_statement(job.source, |_, ast, node| binds(ast, node, name))
}

/// Whether a statement itself (not one inside of it) binds a name.
fn binds(ast: &Ast, statement: NodeId, name: &str) -> bool {
    let mut pending = vec![statement];
    while let Some(node) = pending.pop() {
        if ast.kind(node) == Kind::Name {
            let view = ast.view::<Name>(node);
            if view.ctx == Kind::Store && ast.name(view.id) == name {
                return true;
            }
        }
        ast.for_each_child(node, |child| {
            if !matches!(ast.kind(child).schema().sort, Sort::stmt | Sort::excepthandler) {
                pending.push(child);
            }
        });
    }
    matches!(ast.kind(statement), Kind::FunctionDef | Kind::ClassDef)
        && ast.name(spec::names::Symbol(ast.word(statement, 0))) == name
}

fn find_statement(text: &str, is_meant: impl Fn(&Source, &Ast, NodeId) -> bool) -> Option<Place> {
    let source = Source::from_text("program.py", text).ok()?;
    let ast = spec::parse(&source).ok()?;
    let statements = walk(&ast, ast.root).filter_map(|visit| match visit {
        Visit::Enter(node) if ast.kind(node).schema().sort == Sort::stmt => Some(node),
        _ => None,
    });
    let found = statements.filter(|&node| is_meant(&source, &ast, node)).last()?;
    let rule = rule_about(&ast, subject(&ast, found));
    let line = source.position(ast.span(found).start as usize).0 as u32;
    Some(Place { stack: vec![rule.clone(), rule_about(&ast, found)], rule, line: Some(line) })
}

/// The expression that a simple statement hands on; of another statement, itself.
fn subject(ast: &Ast, statement: NodeId) -> NodeId {
    match ast.kind(statement) {
        Kind::Assign => ast.view::<Assign>(statement).value,
        Kind::Expr => ast.view::<Expr>(statement).value,
        Kind::Return => ast.view::<Return>(statement).value.unwrap_or(statement),
        _ => statement,
    }
}
