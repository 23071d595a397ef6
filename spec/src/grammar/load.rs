//! Reads the notation of the grammar.

use pest::Parser;
use pest::iterators::Pair;
use pest_derive::Parser;

#[derive(Parser)]
#[grammar = "../grammar/notation.pest"]
struct Notation;

/// A rule as written.
pub(super) struct RawRule {
    pub name: String,
    pub section: String,
    pub parameters: Vec<String>,
    pub memo: bool,
    pub valid_only: bool,
    pub alternatives: Vec<(bool, RawSequence)>,
}

pub(super) struct RawSequence {
    pub items: Vec<RawItem>,
    pub action: Option<RawAction>,
}

pub(super) struct RawItem {
    pub name: Option<String>,
    pub form: RawForm,
}

pub(super) enum RawForm {
    Cut,
    Forced(Operand),
    And(Operand),
    Not(Operand),
    Gather(Operand, Operand),
    Repeat(Operand, bool),
    Plain(Operand),
}

#[derive(Clone)]
pub(super) enum Operand {
    Literal(String),
    Soft(String),
    Optional(std::rc::Rc<Vec<RawSequence>>),
    Group(std::rc::Rc<Vec<RawSequence>>),
    Reference(String, Vec<Operand>),
}

pub(super) enum RawAction {
    Call(String, Vec<RawAction>),
    List(Vec<(bool, RawAction)>),
    Text(String),
    Number(i32),
    Variable(String),
}

pub(super) fn load(text: &str) -> Result<Vec<RawRule>, String> {
    let mut file = Notation::parse(Rule::file, text).map_err(|error| error.to_string())?;
    let mut rules = Vec::new();
    let mut section = String::new();
    for pair in file.next().into_iter().flat_map(Pair::into_inner) {
        match pair.as_rule() {
            Rule::heading => section = pair.as_str().trim_start_matches('#').trim().to_owned(),
            Rule::rule => rules.push(rule(pair, &section)),
            _ => {}
        }
    }
    Ok(rules)
}

fn rule(pair: Pair<Rule>, section: &str) -> RawRule {
    let mut rule = RawRule {
        name: String::new(),
        section: section.to_owned(),
        parameters: Vec::new(),
        memo: false,
        valid_only: false,
        alternatives: Vec::new(),
    };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name => rule.name = part.as_str().to_owned(),
            Rule::parameters => {
                rule.parameters = part.into_inner().map(|name| name.as_str().to_owned()).collect()
            }
            Rule::memo => rule.memo = true,
            Rule::valid => rule.valid_only = true,
            _ => rule.alternatives.push(alternative(part)),
        }
    }
    rule
}

fn alternative(pair: Pair<Rule>) -> (bool, RawSequence) {
    let second_pass = pair.as_str().starts_with('?');
    let parts = pair.into_inner().filter(|part| part.as_rule() == Rule::sequence);
    let sequence = parts.map(sequence).next().unwrap_or(RawSequence { items: Vec::new(), action: None });
    (second_pass, sequence)
}

fn sequence(pair: Pair<Rule>) -> RawSequence {
    let mut sequence = RawSequence { items: Vec::new(), action: None };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::item => sequence.items.push(item(part)),
            _ => sequence.action = part.into_inner().next().map(action),
        }
    }
    sequence
}

fn item(pair: Pair<Rule>) -> RawItem {
    let mut name = None;
    let mut form = RawForm::Cut;
    for part in pair.into_inner() {
        let kind = part.as_rule();
        if kind == Rule::binding {
            name = part.into_inner().next().map(|name| name.as_str().to_owned());
            continue;
        }
        if kind == Rule::cut {
            continue;
        }
        if kind == Rule::operand {
            form = RawForm::Plain(operand(part));
            continue;
        }
        let text = part.as_str().trim_end().to_owned();
        let mut operands = part.into_inner().filter(|part| part.as_rule() == Rule::operand).map(operand);
        let (first, second) = (operands.next(), operands.next());
        form = match (kind, first, second) {
            (Rule::forced, Some(first), _) => RawForm::Forced(first),
            (Rule::and, Some(first), _) => RawForm::And(first),
            (Rule::not, Some(first), _) => RawForm::Not(first),
            (Rule::gather, Some(first), Some(second)) => RawForm::Gather(first, second),
            (_, Some(first), _) => RawForm::Repeat(first, text.ends_with('+')),
            _ => RawForm::Cut,
        };
    }
    RawItem { name, form }
}

fn operand(pair: Pair<Rule>) -> Operand {
    let Some(inner) = pair.into_inner().next() else { return Operand::Soft(String::new()) };
    simple_operand(inner)
}

fn simple_operand(pair: Pair<Rule>) -> Operand {
    let text = pair.as_str();
    match pair.as_rule() {
        Rule::literal => Operand::Literal(text[1..text.len() - 1].to_owned()),
        Rule::soft => Operand::Soft(text[1..text.len() - 1].to_owned()),
        Rule::optional => Operand::Optional(pair.into_inner().map(sequence).collect::<Vec<_>>().into()),
        Rule::group => Operand::Group(pair.into_inner().map(sequence).collect::<Vec<_>>().into()),
        _ => {
            let mut parts = pair.into_inner();
            let name = parts.next().map(|name| name.as_str().to_owned()).unwrap_or_default();
            let arguments = parts.next().map(Pair::into_inner).into_iter().flatten();
            let arguments = arguments.filter_map(|argument| argument.into_inner().next()).map(simple_operand);
            Operand::Reference(name, arguments.collect())
        }
    }
}

fn action(pair: Pair<Rule>) -> RawAction {
    let pair = match pair.as_rule() {
        Rule::action => match pair.into_inner().next() {
            Some(inner) => inner,
            None => return RawAction::List(Vec::new()),
        },
        _ => pair,
    };
    let text = pair.as_str();
    match pair.as_rule() {
        Rule::soft => RawAction::Text(text[1..text.len() - 1].replace("\\\"", "\"")),
        Rule::number => RawAction::Number(text.trim().parse().unwrap_or_default()),
        Rule::list => RawAction::List(pair.into_inner().map(element).collect()),
        Rule::call => {
            let mut parts = pair.into_inner();
            let name = parts.next().map(|name| name.as_str().to_owned()).unwrap_or_default();
            RawAction::Call(name, parts.map(action).collect())
        }
        _ => RawAction::Variable(text.trim().to_owned()),
    }
}

fn element(pair: Pair<Rule>) -> (bool, RawAction) {
    let mut inner = pair.into_inner();
    match inner.next() {
        Some(part) if part.as_rule() == Rule::spread => {
            (true, part.into_inner().next().map_or(RawAction::List(Vec::new()), action))
        }
        Some(part) => (false, action(part)),
        None => (false, RawAction::List(Vec::new())),
    }
}
