//! The ways through a rule's body, each as an inference rule.

use super::head;
use super::steps::Names;
use crate::rules::language::{Arg, Judgment, Operation, RuleDef, Step, Transfer};

/// Premises and what follows from them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InferenceRule {
    pub premises: Vec<String>,
    pub conclusion: String,
}

/// More ways than this are not listed.
const MOST_PATHS: usize = 40;

/// One inference rule for each way through the body; and whether there are more than are listed.
pub fn inference_rules(rule: &'static RuleDef) -> (Vec<InferenceRule>, bool) {
    let mut walk = Walk { scopes: Vec::new(), is_cut: false };
    let start = Path { premises: Vec::new(), names: Names::new(rule), end: End::Falls };
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
    premises: Vec<String>,
    names: Names,
    end: End,
}

impl Path {
    fn with(mut self, premise: String) -> Path {
        self.premises.push(premise);
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
                self.with(format!("{text} ⇒ {name}"))
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
                let mut paths = self.ways_out(&path, *judgment, &text);
                paths.insert(0, path.result(*slot, text));
                paths
            }
            Step::Apply { operation, arguments, slot, .. } => vec![apply(path, operation, arguments, *slot)],
            Step::Copy { value, slot } => {
                let text = format!("{} = {}", path.names.slot(*slot), path.names.arg(*value));
                vec![path.with(text)]
            }
            Step::Open { form, node, fields } => {
                let text = format!("{} = {}", path.names.arg(*node), path.names.pattern(*form, fields));
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
                let paths = self.block(path, body);
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
                vec![path.result(*slot, text)]
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
        let yes = path.clone().with(condition.clone());
        let no = path.with(format!("not {condition}"));
        let mut paths = self.block(yes, then);
        paths.extend(self.block(no, otherwise));
        paths
    }

    /// What holds for each element is one premise; a way out taken at one of them is a way of its own.
    fn each(&mut self, path: Path, items: &[u8], lists: &[Arg], body: &'static [Step]) -> Vec<Path> {
        let names = &path.names;
        let items: Vec<String> = items.iter().map(|&item| names.slot(item)).collect();
        let lists: Vec<String> = lists.iter().map(|&list| names.arg(list)).collect();
        let range = format!("{} in {}", items.join(", "), lists.join(", "));
        let inner = Path { premises: Vec::new(), ..path.clone() };
        let (through, out): (Vec<Path>, Vec<Path>) =
            self.block(inner, body).into_iter().partition(|inner| inner.end == End::Falls);
        let ways: Vec<String> = through.iter().map(|inner| inner.premises.join("; ")).collect();
        let mut paths = Vec::new();
        if !ways.is_empty() {
            paths.push(path.clone().with(format!("for each {range}: {}", ways.join(" or "))));
        }
        paths.extend(out.into_iter().map(|inner| {
            let premise = format!("for some {range}: {}", inner.premises.join("; "));
            Path { premises: path.premises.clone(), ..inner }.with(premise)
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
        let failed = path.clone().with(format!("{} ⇒ raise {name}", self.summary(&path, body)));
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
        let inner = Path { premises: Vec::new(), ..path.clone() };
        let mut first =
            self.block(inner, body).into_iter().next().map(|path| path.premises).unwrap_or_default();
        if first.len() > 3 {
            first.truncate(2);
            first.push("...".into());
        }
        format!("({})", first.join("; "))
    }
}

fn apply(path: Path, operation: &'static Operation, arguments: &[Arg], slot: Option<u8>) -> Path {
    if let Operation::Transfer(Transfer::Reraise) = operation {
        let value = arguments.first().map(|&arg| path.names.arg(arg)).unwrap_or_default();
        return path.ending(End::Raises(value));
    }
    let text = path.names.application(operation, arguments);
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
