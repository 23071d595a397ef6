//! The ways through a rule's body, each as an inference rule.

use super::facts::Facts;
use super::head;
use super::steps::Names;
use crate::rules::language::{Arg, Judgment, Operation, RuleDef, Step, Transfer};
use std::fmt;

/// Premises and what follows from them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InferenceRule {
    pub premises: Vec<Premise>,
    pub conclusion: String,
}

/// What must hold for a conclusion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Premise {
    Plain(String),
    /// What holds, in one of several ways, `for each` element of a list or `for some` element.
    Elements {
        which: &'static str,
        range: String,
        ways: Vec<Vec<Premise>>,
    },
}

impl fmt::Display for Premise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Premise::Plain(text) => f.write_str(text),
            Premise::Elements { which, range, ways } => {
                let ways: Vec<String> = ways.iter().map(|way| joined(way)).collect();
                write!(f, "{which} {range}: {}", ways.join(" or "))
            }
        }
    }
}

/// Premises in one line.
fn joined(premises: &[Premise]) -> String {
    premises.iter().map(Premise::to_string).collect::<Vec<_>>().join("; ")
}

/// More ways than this are not listed.
const MOST_PATHS: usize = 40;

/// One inference rule for each way through the body; and whether there are more than are listed.
pub fn inference_rules(rule: &'static RuleDef) -> (Vec<InferenceRule>, bool) {
    let mut walk = Walk { scopes: Vec::new(), is_cut: false };
    let start =
        Path { premises: Vec::new(), names: Names::new(rule), facts: Facts::default(), end: End::Falls };
    let paths = walk.block(start, rule.body);
    let head = head(rule);
    let rules = paths.into_iter().map(|path| InferenceRule {
        premises: path.premises,
        conclusion: match path.end {
            End::Falls | End::Returns(None) => format!("{head} ⇒ done"),
            End::Returns(Some(value)) => format!("{head} ⇒ {value}"),
            End::Leaves(label, None) => format!("{head} ⇒ leave {label}"),
            End::Leaves(label, Some(value)) => format!("{head} ⇒ leave {label}({value})"),
            End::Raises(value) => format!("{head} ⇒ raise {value}"),
            End::Again => format!("{head} ⇒ the loop goes on"),
        },
    });
    (rules.collect(), walk.is_cut)
}

/// How a way ends.
#[derive(Clone, PartialEq, Eq)]
enum End {
    /// It goes on with the next step.
    Falls,
    Returns(Option<String>),
    Leaves(&'static str, Option<String>),
    Raises(String),
    /// Back to the beginning of a loop.
    Again,
}

#[derive(Clone)]
struct Path {
    premises: Vec<Premise>,
    names: Names,
    /// What has been decided on this way.
    facts: Facts,
    end: End,
}

impl Path {
    fn with(mut self, premise: String) -> Path {
        self.premises.push(Premise::Plain(premise));
        self
    }

    /// The same way, of which nothing has been told yet.
    fn fresh(&self) -> Path {
        Path { premises: Vec::new(), ..self.undecided() }
    }

    /// The same way, where steps that may have been made any number of times leave nothing decided.
    fn undecided(&self) -> Path {
        Path { facts: Facts::default(), ..self.clone() }
    }

    /// A condition that holds or does not.
    fn deciding(mut self, condition: &str, holds: bool) -> Path {
        self.facts.add(condition, holds);
        self.with(if holds { condition.to_owned() } else { format!("not {condition}") })
    }

    /// A slot gets another value.
    fn set(mut self, slot: u8) -> Path {
        self.facts.forget_about(&self.names.slot(slot));
        self
    }

    /// Code of the program may run.
    fn running(mut self) -> Path {
        self.facts.forget_states();
        self
    }

    fn ending(mut self, end: End) -> Path {
        self.end = end;
        self
    }

    /// A result goes into a slot; one without a name is mentioned where it is used.
    fn result(mut self, slot: Option<u8>, text: String) -> Path {
        match slot {
            None => self.with(text),
            Some(slot) if self.names.is_nameless(slot) => {
                self.names.define(slot, text);
                self
            }
            Some(slot) => {
                let name = self.names.slot(slot);
                self.set(slot).with(format!("{text} ⇒ {name}"))
            }
        }
    }
}

struct Walk {
    /// The scopes around, whose labels syntax may leave to.
    scopes: Vec<&'static str>,
    is_cut: bool,
}

impl Walk {
    fn block(&mut self, start: Path, steps: &'static [Step]) -> Vec<Path> {
        let mut paths = vec![start];
        for step in steps {
            let mut next = Vec::new();
            for path in paths {
                if path.end == End::Falls {
                    next.extend(self.step(path, step));
                } else {
                    next.push(path);
                }
            }
            if next.len() > MOST_PATHS {
                next.truncate(MOST_PATHS);
                self.is_cut = true;
            }
            paths = next;
        }
        paths
    }

    fn step(&mut self, path: Path, step: &'static Step) -> Vec<Path> {
        match step {
            Step::Judge { judgment, all, node, inputs, slot } => {
                let text = path.names.judgment(*judgment, *all, *node, inputs);
                let path = path.running();
                let mut paths = self.ways_out(&path, *judgment, &text);
                paths.insert(0, path.result(*slot, text));
                paths
            }
            Step::Apply { operation, arguments, slot, .. } => vec![apply(path, operation, arguments, *slot)],
            Step::Copy { value, slot } => {
                let text = format!("{} = {}", path.names.slot(*slot), path.names.arg(*value));
                vec![path.set(*slot).with(text)]
            }
            Step::Open { form, node, fields } => {
                let text = format!("{} = {}", path.names.arg(*node), path.names.pattern(*form, fields));
                let path = fields.iter().fold(path, |path, &(_, slot)| path.set(slot));
                vec![path.with(text)]
            }
            Step::If { condition, then, otherwise } => {
                let condition = path.names.arg(*condition);
                self.branches(path, condition, then, otherwise)
            }
            Step::When { question, arguments, then, otherwise } => {
                let condition = path.names.application(question, arguments);
                self.branches(path, condition, then, otherwise)
            }
            Step::Each { items, lists, body, .. } => self.each(path, items, lists, body),
            Step::Loop { body } => {
                let paths = self.block(path.undecided(), body);
                let again = |path: Path| if path.end == End::Falls { path.ending(End::Again) } else { path };
                paths.into_iter().map(again).collect()
            }
            Step::Scope { label, slot, body } => self.scope(path, label, *slot, body),
            Step::Leave { label, value } => {
                let value = value.map(|value| path.names.arg(value));
                vec![path.ending(End::Leaves(label, value))]
            }
            Step::Catch { body, slot, handler } => self.catch(path, body, *slot, handler),
            Step::Finally { body, last, .. } => self.finally(path, body, last),
            Step::Yield { value, slot } => {
                let text = format!("yield {}", path.names.arg(*value));
                vec![path.running().result(*slot, text)]
            }
            Step::Raise { value } => {
                let value = path.names.arg(*value);
                vec![path.ending(End::Raises(value))]
            }
            Step::Return { value } => vec![give(path, *value)],
        }
    }

    /// The syntax of a suite may itself leave to one of the scopes around it.
    fn ways_out(&self, path: &Path, judgment: Judgment, text: &str) -> Vec<Path> {
        if !matches!(judgment, Judgment::Exec | Judgment::Run) {
            return Vec::new();
        }
        let labels = self.scopes.iter().filter(|label| matches!(**label, "Break" | "Continue" | "Return"));
        labels
            .map(|&label| {
                path.clone().with(format!("{text} ⇒ leave {label}")).ending(End::Leaves(label, None))
            })
            .collect()
    }

    fn branches(
        &mut self,
        path: Path,
        condition: String,
        then: &'static [Step],
        otherwise: &'static [Step],
    ) -> Vec<Path> {
        if let Some(holds) = path.facts.get(&condition) {
            return self.block(path, if holds { then } else { otherwise });
        }
        let mut paths = self.block(path.clone().deciding(&condition, true), then);
        paths.extend(self.block(path.deciding(&condition, false), otherwise));
        paths
    }

    /// What holds for each element is one premise; a way out taken at one of them is a way of its own.
    fn each(&mut self, path: Path, items: &[u8], lists: &[Arg], body: &'static [Step]) -> Vec<Path> {
        let names = &path.names;
        let items: Vec<String> = items.iter().map(|&item| names.slot(item)).collect();
        let lists: Vec<String> = lists.iter().map(|&list| names.arg(list)).collect();
        let range = format!("{} in {}", items.join(", "), lists.join(", "));
        let (through, out): (Vec<Path>, Vec<Path>) =
            self.block(path.fresh(), body).into_iter().partition(|inner| inner.end == End::Falls);
        let ways: Vec<Vec<Premise>> = through.into_iter().map(|inner| inner.premises).collect();
        let mut paths = Vec::new();
        let elements = |which, ways| Premise::Elements { which, range: range.clone(), ways };
        if !ways.is_empty() {
            let mut path = path.undecided();
            path.premises.push(elements("for each", ways));
            paths.push(path);
        }
        paths.extend(out.into_iter().map(|inner| {
            let mut premises = path.premises.clone();
            premises.push(elements("for some", vec![inner.premises]));
            Path { premises, ..inner }
        }));
        paths
    }

    fn scope(
        &mut self,
        path: Path,
        label: &'static str,
        slot: Option<u8>,
        body: &'static [Step],
    ) -> Vec<Path> {
        self.scopes.push(label);
        let paths = self.block(path, body);
        self.scopes.pop();
        let arrived = |path: Path| match path.end.clone() {
            End::Leaves(left, value) if left == label => match (slot, value) {
                (Some(slot), Some(value)) => {
                    let name = path.names.slot(slot);
                    path.with(format!("{name} = {value}")).ending(End::Falls)
                }
                _ => path.ending(End::Falls),
            },
            _ => path,
        };
        paths.into_iter().map(arrived).collect()
    }

    fn catch(&mut self, path: Path, body: &'static [Step], slot: u8, handler: &'static [Step]) -> Vec<Path> {
        let mut paths = Vec::new();
        let name = path.names.slot(slot);
        let failed = path.undecided().with(format!("{} ⇒ raise {name}", self.summary(&path, body)));
        for inner in self.block(path, body) {
            match inner.end.clone() {
                End::Raises(value) => {
                    let caught = inner.with(format!("{name} = {value}")).ending(End::Falls);
                    paths.extend(self.block(caught, handler));
                }
                _ => paths.push(inner),
            }
        }
        paths.extend(self.block(failed, handler));
        paths
    }

    fn finally(&mut self, path: Path, body: &'static [Step], last: &'static [Step]) -> Vec<Path> {
        let failed = path.clone().with(format!("{} ⇒ raise e", self.summary(&path, body)));
        let mut inner = self.block(path, body);
        // A part that catches everything has its failures among its own ways already.
        if !matches!(body, [Step::Catch { .. }]) {
            inner.push(failed.ending(End::Raises("e".into())));
        }
        let mut paths = Vec::new();
        for path in inner {
            let saved = path.end.clone();
            for path in self.block(path.ending(End::Falls), last) {
                let end = if path.end == End::Falls { saved.clone() } else { path.end.clone() };
                paths.push(path.ending(end));
            }
        }
        paths
    }

    /// The first way through some steps, in a few words.
    fn summary(&mut self, path: &Path, body: &'static [Step]) -> String {
        let mut first =
            self.block(path.fresh(), body).into_iter().next().map(|path| path.premises).unwrap_or_default();
        if first.len() > 3 {
            first.truncate(2);
            first.push(Premise::Plain("...".into()));
        }
        format!("({})", joined(&first))
    }
}

fn apply(path: Path, operation: &'static Operation, arguments: &[Arg], slot: Option<u8>) -> Path {
    if let Operation::Transfer(Transfer::Reraise) = operation {
        let value = arguments.first().map(|&arg| path.names.arg(arg)).unwrap_or_default();
        return path.ending(End::Raises(value));
    }
    let text = path.names.application(operation, arguments);
    let path = if let Operation::Rule(_) = operation { path.running() } else { path };
    path.result(slot, text)
}

/// The conclusion of the rule; what has no name gets one in a premise.
fn give(path: Path, value: Option<Arg>) -> Path {
    match value {
        Some(Arg::Slot(slot)) if path.names.is_nameless(slot) => {
            let text = path.names.slot(slot);
            path.with(format!("{text} ⇒ v")).ending(End::Returns(Some("v".into())))
        }
        Some(value) => {
            let value = path.names.arg(value);
            path.ending(End::Returns(Some(value)))
        }
        None => path.ending(End::Returns(None)),
    }
}
