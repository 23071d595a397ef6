//! Comparing what two engines observed of the same program.
//!
//! In this order: how the program ended, what instrumented objects logged, standard output, the final namespace; then, where
//! wished for, the message and the lines. What the language leaves open is not in an observation at all: addresses, the
//! order of sets, how often a sort compares.

use crate::engine::Outcome;
use crate::observe::{Ending, Observation};
use serde::{Deserialize, Serialize};

/// The part of an observation that differs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Whether there is an observation at all: an engine crashed, or takes the text for no program.
    Outcome,
    Ending,
    Log,
    Stdout,
    Namespace,
    Message,
    Lines,
}

impl Part {
    pub fn name(self) -> &'static str {
        match self {
            Part::Outcome => "outcome",
            Part::Ending => "ending",
            Part::Log => "log",
            Part::Stdout => "stdout",
            Part::Namespace => "namespace",
            Part::Message => "message",
            Part::Lines => "lines",
        }
    }
}

/// The first difference between two outcomes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Difference {
    pub part: Part,
    /// Which event, line of output, line of the namespace, or executed line: counted from 0.
    pub index: usize,
    pub expected: String,
    pub actual: String,
    /// The first event that differs, where what differs first in the order above is the ending.
    pub event: Option<usize>,
}

/// What stays the same while a program that shows a difference is made smaller.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, PartialOrd, Ord)]
pub struct Signature {
    pub part: Part,
    pub expected: String,
    pub actual: String,
}

impl std::fmt::Display for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}: {} / {}", self.part.name(), self.expected, self.actual)
    }
}

/// What a comparison says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    Same,
    Different(Difference),
    /// One of the outcomes says nothing: a limit was reached, or a construct is not supported.
    Nothing(String),
}

impl Verdict {
    pub fn difference(self) -> Option<Difference> {
        match self {
            Verdict::Different(difference) => Some(difference),
            _ => None,
        }
    }
}

/// Compares two outcomes. `strict`: both engines run the same version, so a text is a program for both or for neither.
pub fn compare(expected: &Outcome, actual: &Outcome, strict: bool) -> Verdict {
    let (expected, actual) = match (expected, actual) {
        (Outcome::Done(expected), Outcome::Done(actual)) => (expected, actual),
        (Outcome::Rejected(_), Outcome::Rejected(_)) => return Verdict::Same,
        (Outcome::Crashed { .. }, Outcome::Crashed { .. }) => return Verdict::Same,
        _ => return compare_kinds(expected, actual, strict),
    };
    if says_nothing(expected) || says_nothing(actual) {
        return Verdict::Nothing("a limit inside of the program".into());
    }
    match first_difference(expected, actual) {
        Some(difference) => Verdict::Different(difference),
        None => Verdict::Same,
    }
}

/// Outcomes of different kinds.
fn compare_kinds(expected: &Outcome, actual: &Outcome, strict: bool) -> Verdict {
    for outcome in [expected, actual] {
        if let Outcome::Poisoned(reason) = outcome {
            return Verdict::Nothing(format!("limit: {reason}"));
        }
    }
    for outcome in [expected, actual] {
        match outcome {
            Outcome::Unsupported(reason) => return Verdict::Nothing(format!("not supported: {reason}")),
            Outcome::Rejected(reason) if !strict => return Verdict::Nothing(format!("rejected: {reason}")),
            _ => {}
        }
    }
    Verdict::Different(Difference {
        part: Part::Outcome,
        index: 0,
        expected: describe_kind(expected),
        actual: describe_kind(actual),
        event: None,
    })
}

/// An outcome in a word or two.
fn describe_kind(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done(_) => "done".into(),
        Outcome::Poisoned(reason) => format!("poisoned: {reason}"),
        Outcome::Unsupported(reason) => format!("unsupported: {reason}"),
        Outcome::Rejected(message) => format!("rejected: {message}"),
        Outcome::Crashed { signal: Some(signal), .. } => format!("crashed: signal {signal}"),
        Outcome::Crashed { signal: None, detail } => format!("crashed: {detail}"),
    }
}

/// Whether a comparison with this outcome can say anything: no limit was reached, and nothing lacks a rule.
pub fn says_something(expected: &Outcome) -> bool {
    match expected {
        Outcome::Poisoned(_) | Outcome::Unsupported(_) => false,
        Outcome::Done(observation) => !says_nothing(observation),
        Outcome::Rejected(_) | Outcome::Crashed { .. } => true,
    }
}

/// Where the stack or the memory ends is each engine's own business, and so is what a program does that has seen it.
fn says_nothing(observation: &Observation) -> bool {
    observation.log.iter().any(|event| event.contains("RecursionError") || event.contains("MemoryError"))
}

fn first_difference(expected: &Observation, actual: &Observation) -> Option<Difference> {
    let event = first_differing(&expected.log, &actual.log);
    let difference = |part, index, expected: &str, actual: &str| {
        Some(Difference {
            part,
            index,
            expected: expected.to_owned(),
            actual: actual.to_owned(),
            event: event.filter(|_| part <= Part::Log),
        })
    };
    if expected.ending != actual.ending {
        return difference(Part::Ending, 0, &ending(&expected.ending), &ending(&actual.ending));
    }
    if let Some(index) = event {
        let text = |log: &[String]| log.get(index).map_or(END, String::as_str).to_owned();
        return difference(Part::Log, index, &text(&expected.log), &text(&actual.log));
    }
    for (part, a, b) in [
        (Part::Stdout, Some(&expected.stdout), Some(&actual.stdout)),
        (Part::Namespace, Some(&expected.digest), Some(&actual.digest)),
        (Part::Message, expected.message.as_ref(), actual.message.as_ref()),
    ] {
        if let (Some(a), Some(b)) = (a, b)
            && let Some((index, a, b)) = first_differing_line(a, b)
        {
            return difference(part, index, a, b);
        }
    }
    let (a, b) = (expected.lines.as_ref()?, actual.lines.as_ref()?);
    let index = first_differing(a, b)?;
    let text = |lines: &[u32]| lines.get(index).map_or(END.to_owned(), u32::to_string);
    difference(Part::Lines, index, &text(a), &text(b))
}

/// Stands for what is not there since the other side goes on longer.
pub const END: &str = "(nothing)";

fn ending(ending: &Ending) -> String {
    match ending {
        Ending::Normal => "normal".into(),
        Ending::Raised(name) => name.clone(),
    }
}

fn first_differing<T: PartialEq>(a: &[T], b: &[T]) -> Option<usize> {
    let common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    (common < a.len().max(b.len())).then_some(common)
}

fn first_differing_line<'a>(a: &'a str, b: &'a str) -> Option<(usize, &'a str, &'a str)> {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('\n').collect(), b.split('\n').collect());
    let index = first_differing(&a, &b)?;
    Some((index, a.get(index).copied().unwrap_or(END), b.get(index).copied().unwrap_or(END)))
}

impl Difference {
    /// The signature: the difference without what names, numbers and texts of the program contribute.
    pub fn signature(&self) -> Signature {
        let kind = |text: &str| match self.part {
            Part::Outcome => text.split(':').next().unwrap_or(text).to_owned(),
            Part::Ending => text.to_owned(),
            Part::Log => event_kind(text),
            Part::Namespace | Part::Stdout => value_kind(text),
            Part::Message | Part::Lines => "text".to_owned(),
        };
        Signature { part: self.part, expected: kind(&self.expected), actual: kind(&self.actual) }
    }
}

/// The kind of an event. An event is a label (`n3`), or a name and what happened to it (`v1 + v2`): the kind is the first
/// word of what happened.
fn event_kind(event: &str) -> String {
    if event == END {
        return "nothing".into();
    }
    match event.split_once(' ') {
        // An exception that was caught, and what it came from.
        Some((name, "in" | "from")) => name.to_owned(),
        Some((name, what)) if what.starts_with("in ") || what.starts_with("from ") => name.to_owned(),
        Some((_, what)) => value_kind(what.split(' ').next().unwrap_or(what)),
        None => value_kind(event),
    }
}

/// The kind of a value's text: numbers and quoted text are replaced by what they are.
fn value_kind(text: &str) -> String {
    if text == END {
        return "nothing".into();
    }
    let text = text.split_once(" = ").map_or(text, |(_, value)| value);
    let mut kind = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '0'..='9' => {
                while characters.next_if(|c| c.is_ascii_digit() || *c == '.').is_some() {}
                kind.push('#');
            }
            '\'' | '"' => {
                for inner in characters.by_ref() {
                    if inner == character {
                        break;
                    }
                }
                kind.push_str("''");
            }
            _ => kind.push(character),
        }
        if kind.len() >= 24 {
            break;
        }
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(ending: Ending, log: &[&str], digest: &str) -> Outcome {
        Outcome::Done(Box::new(Observation {
            ending,
            log: log.iter().map(|&event| event.to_owned()).collect(),
            stdout: String::new(),
            digest: digest.to_owned(),
            message: None,
            lines: None,
            raised_at: None,
        }))
    }

    fn difference(expected: &Outcome, actual: &Outcome) -> Difference {
        compare(expected, actual, true).difference().expect("they differ")
    }

    #[test]
    fn endings_come_before_events_and_name_the_first_event_that_differs() {
        let found = difference(
            &done(Ending::Normal, &["a", "v1 bool"], ""),
            &done(Ending::Raised("TypeError".into()), &["a"], ""),
        );
        assert_eq!((found.part, found.event), (Part::Ending, Some(1)));
    }

    #[test]
    fn events_come_before_the_namespace() {
        let found =
            difference(&done(Ending::Normal, &["v1 bool"], "x = 1"), &done(Ending::Normal, &[], "x = 2"));
        assert_eq!(found.signature().to_string(), "log: bool / nothing");
    }

    #[test]
    fn signature_has_no_names_numbers_or_texts() {
        let found = difference(
            &done(Ending::Normal, &[], "a = 1\nx = -12"),
            &done(Ending::Normal, &[], "a = 1\nx = 'it''s'"),
        );
        assert_eq!(found.index, 1);
        assert_eq!(found.signature().to_string(), "namespace: -# / ''''");
    }

    #[test]
    fn limits_say_nothing() {
        let limited = Outcome::Poisoned("steps".into());
        let crashed = Outcome::Crashed { signal: Some(11), detail: String::new() };
        assert!(matches!(compare(&limited, &crashed, true), Verdict::Nothing(_)));
        let caught = done(Ending::Normal, &["RecursionError"], "");
        assert!(matches!(compare(&caught, &done(Ending::Normal, &[], ""), true), Verdict::Nothing(_)));
    }

    #[test]
    fn rejection_counts_between_engines_of_one_version_only() {
        let (program, rejected) = (done(Ending::Normal, &[], ""), Outcome::Rejected("SyntaxError: x".into()));
        assert_eq!(difference(&program, &rejected).signature().to_string(), "outcome: done / rejected");
        assert!(matches!(compare(&program, &rejected, false), Verdict::Nothing(_)));
    }

    #[test]
    fn crash_differs_from_anything_else() {
        let crashed = Outcome::Crashed { signal: Some(11), detail: String::new() };
        let found = difference(&done(Ending::Normal, &[], ""), &crashed);
        assert_eq!(found.actual, "crashed: signal 11");
    }
}
