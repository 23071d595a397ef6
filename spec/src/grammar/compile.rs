//! From the rules as written to tables: templates are filled in, names resolved, first sets computed.

use super::helpers::Helper;
use super::load::{Operand, RawAction, RawForm, RawRule, RawSequence};
use super::{Action, Alternative, Bound, Choice, Grammar, Item, Rule, TokenSet};
use crate::ast::Kind;
use crate::tokens::Tok;
use std::collections::HashMap;

/// What the parameters of a template stand for.
type Arguments = HashMap<String, Operand>;

pub(super) fn compile(raw: &[RawRule]) -> Result<Grammar, String> {
    let by_name: HashMap<&str, &RawRule> = raw.iter().map(|rule| (&*rule.name, rule)).collect();
    let grammar = Grammar { rules: Vec::new(), choices: Vec::new() };
    let mut compiler = Compiler { by_name, grammar, instances: HashMap::new(), pending: Vec::new() };
    for rule in raw.iter().filter(|rule| rule.parameters.is_empty()) {
        compiler.instance(&rule.name, &[])?;
    }
    while let Some((id, name, arguments)) = compiler.pending.pop() {
        compiler.rule(id, &name, arguments)?;
    }
    let mut grammar = compiler.grammar;
    first_sets(&mut grammar);
    continuations(&mut grammar);
    Ok(grammar)
}

struct Compiler<'a> {
    by_name: HashMap<&'a str, &'a RawRule>,
    grammar: Grammar,
    /// The rules that are made already, by name and arguments.
    instances: HashMap<String, usize>,
    pending: Vec<(usize, String, Arguments)>,
}

/// An operand as text, to tell instances of templates apart.
fn key(operand: &Operand) -> String {
    match operand {
        Operand::Literal(text) => format!("'{text}'"),
        Operand::Soft(text) => format!("\"{text}\""),
        Operand::Reference(name, arguments) if arguments.is_empty() => name.clone(),
        Operand::Reference(name, arguments) => instance_name(name, arguments),
        Operand::Optional(_) | Operand::Group(_) => "(...)".to_owned(),
    }
}

fn instance_name(name: &str, arguments: &[Operand]) -> String {
    if arguments.is_empty() {
        return name.to_owned();
    }
    format!("{name}<{}>", arguments.iter().map(key).collect::<Vec<_>>().join(", "))
}

/// Puts arguments in the place of parameters.
fn substitute(operand: &Operand, arguments: &Arguments) -> Operand {
    match operand {
        Operand::Reference(name, inner) if inner.is_empty() => {
            arguments.get(name).cloned().unwrap_or_else(|| operand.clone())
        }
        Operand::Reference(name, inner) => {
            Operand::Reference(name.clone(), inner.iter().map(|it| substitute(it, arguments)).collect())
        }
        other => other.clone(),
    }
}

impl Compiler<'_> {
    /// The rule with this name and arguments.
    fn instance(&mut self, name: &str, arguments: &[Operand]) -> Result<usize, String> {
        let full = instance_name(name, arguments);
        if let Some(&id) = self.instances.get(&full) {
            return Ok(id);
        }
        let raw = *self.by_name.get(name).ok_or_else(|| format!("no rule {name}"))?;
        if raw.parameters.len() != arguments.len() {
            return Err(format!("{full} has the wrong number of arguments"));
        }
        let id = self.grammar.rules.len();
        let choice = self.grammar.choices.len();
        self.grammar.choices.push(Choice::default());
        let rule = Rule {
            name: full.clone(),
            section: raw.section.clone(),
            choice,
            memo: raw.memo,
            valid_only: raw.valid_only,
            continues: None,
        };
        self.grammar.rules.push(rule);
        self.instances.insert(full, id);
        let arguments = raw.parameters.iter().cloned().zip(arguments.iter().cloned()).collect();
        self.pending.push((id, name.to_owned(), arguments));
        Ok(id)
    }

    fn rule(&mut self, id: usize, name: &str, arguments: Arguments) -> Result<(), String> {
        let raw = self.by_name[name];
        let mut alternatives = Vec::new();
        for (second_pass, sequence) in &raw.alternatives {
            let mut alternative = self.alternative(sequence, &arguments)?;
            alternative.second_pass = *second_pass;
            let first = alternative.items.first().map(|bound| &bound.item);
            alternative.left_recursive = matches!(first, Some(Item::Rule(first)) if *first == id);
            alternatives.push(alternative);
        }
        let choice = self.grammar.rules[id].choice;
        self.grammar.choices[choice].alternatives = alternatives;
        Ok(())
    }

    fn choice(&mut self, sequences: &[RawSequence], arguments: &Arguments) -> Result<usize, String> {
        let alternatives = sequences.iter().map(|sequence| self.alternative(sequence, arguments));
        let alternatives = alternatives.collect::<Result<Vec<_>, _>>()?;
        self.grammar.choices.push(Choice { alternatives, ..Choice::default() });
        Ok(self.grammar.choices.len() - 1)
    }

    fn alternative(&mut self, sequence: &RawSequence, arguments: &Arguments) -> Result<Alternative, String> {
        let mut names = Vec::new();
        let mut items = Vec::new();
        for raw in &sequence.items {
            let item = self.item(&raw.form, arguments)?;
            let wanted = raw.name.is_some() || sequence.action.is_none() && sequence.items.len() == 1;
            let slot = wanted.then_some(names.len());
            if wanted {
                names.push(raw.name.clone().unwrap_or_default());
            }
            items.push(Bound { slot, item });
        }
        let action = match &sequence.action {
            Some(action) => self.action(action, &names, arguments)?,
            None if items.len() == 1 => Action::Slot(0),
            None => Action::Nothing,
        };
        Ok(Alternative {
            second_pass: false,
            left_recursive: false,
            items,
            slots: names.len(),
            action,
            first: TokenSet::default(),
        })
    }

    fn item(&mut self, form: &RawForm, arguments: &Arguments) -> Result<Item, String> {
        Ok(match form {
            RawForm::Cut => Item::Cut,
            RawForm::Plain(operand) => self.operand(operand, arguments)?,
            RawForm::And(operand) => Item::And(Box::new(self.operand(operand, arguments)?)),
            RawForm::Not(operand) => Item::Not(Box::new(self.operand(operand, arguments)?)),
            RawForm::Forced(operand) => match self.operand(operand, arguments)? {
                Item::Token(kind) => Item::Forced(kind),
                _ => return Err("only a token can be forced".to_owned()),
            },
            RawForm::Gather(separator, element) => Item::Gather {
                separator: Box::new(self.operand(separator, arguments)?),
                element: Box::new(self.operand(element, arguments)?),
            },
            RawForm::Repeat(operand, at_least_one) => Item::Repeat {
                choice: Box::new(self.operand(operand, arguments)?),
                at_least_one: *at_least_one,
            },
        })
    }

    fn operand(&mut self, operand: &Operand, arguments: &Arguments) -> Result<Item, String> {
        Ok(match &substitute(operand, arguments) {
            Operand::Literal(text) => {
                Item::Token(Tok::spelled(text).ok_or_else(|| format!("no token '{text}'"))?)
            }
            Operand::Soft(text) => Item::Soft(text.clone()),
            Operand::Optional(sequences) => Item::Optional(self.choice(sequences, arguments)?),
            Operand::Group(sequences) => Item::Group(self.choice(sequences, arguments)?),
            Operand::Reference(name, inner) => match token_class(name) {
                Some(kind) => Item::Token(kind),
                None => Item::Rule(self.instance(name, inner)?),
            },
        })
    }

    fn action(&self, action: &RawAction, names: &[String], arguments: &Arguments) -> Result<Action, String> {
        let all = |actions: &[RawAction]| -> Result<Vec<Action>, String> {
            actions.iter().map(|action| self.action(action, names, arguments)).collect()
        };
        Ok(match action {
            RawAction::Text(text) => Action::Text(text.clone()),
            RawAction::Number(number) => Action::Number(*number),
            RawAction::Variable(name) => variable(name, names, arguments)?,
            RawAction::List(elements) => {
                let elements = elements
                    .iter()
                    .map(|(spread, element)| Ok((*spread, self.action(element, names, arguments)?)));
                Action::List(elements.collect::<Result<_, String>>()?)
            }
            RawAction::Call(name, actions) => match Kind::named(name) {
                Some(kind) if kind.schema().fields.len() == actions.len() => {
                    Action::Node(kind, all(actions)?)
                }
                Some(_) => return Err(format!("{name} has the wrong number of fields")),
                None => {
                    let helper = Helper::named(name).ok_or_else(|| format!("no helper {name}"))?;
                    Action::Help(helper, all(actions)?)
                }
            },
        })
    }
}

fn variable(name: &str, names: &[String], arguments: &Arguments) -> Result<Action, String> {
    if let Some(slot) = names.iter().position(|other| other == name) {
        return Ok(Action::Slot(slot));
    }
    if name == "none" {
        return Ok(Action::Nothing);
    }
    let name = match arguments.get(name) {
        Some(Operand::Soft(text)) => return Ok(Action::Text(text.clone())),
        Some(Operand::Reference(name, _)) => name,
        _ => name,
    };
    Kind::named(name).map(Action::Kind).ok_or_else(|| format!("no variable {name}"))
}

fn token_class(name: &str) -> Option<Tok> {
    let is_class = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    is_class.then(|| Tok::ALL.iter().copied().find(|kind| kind.text() == name)).flatten()
}

/// The tokens with which an item may start, and whether it may match nothing.
fn first(grammar: &Grammar, item: &Item) -> (TokenSet, bool) {
    match item {
        Item::Token(kind) => (TokenSet::of(*kind), false),
        Item::Soft(_) => (TokenSet::of(Tok::Name), false),
        Item::Rule(rule) => {
            let choice = &grammar.choices[grammar.rules[*rule].choice];
            (choice.first, choice.nullable)
        }
        Item::Group(choice) => (grammar.choices[*choice].first, grammar.choices[*choice].nullable),
        Item::Optional(choice) => (grammar.choices[*choice].first, true),
        Item::Repeat { choice, at_least_one } => {
            let (set, nullable) = first(grammar, choice);
            (set, nullable || !at_least_one)
        }
        Item::Gather { element, .. } => first(grammar, element),
        Item::And(_) | Item::Not(_) | Item::Cut => (TokenSet::default(), true),
        // It looks at its token whatever it is.
        Item::Forced(_) => (TokenSet::ALL, false),
    }
}

fn sequence_first(grammar: &Grammar, items: &[Bound]) -> (TokenSet, bool) {
    let mut set = TokenSet::default();
    for bound in items {
        let (item_set, nullable) = first(grammar, &bound.item);
        set = set.with(item_set);
        if !nullable {
            return (set, false);
        }
    }
    (set, true)
}

/// Computes first sets until nothing changes.
fn first_sets(grammar: &mut Grammar) {
    loop {
        let mut changed = false;
        for at in 0..grammar.choices.len() {
            let mut total = TokenSet::default();
            let mut nullable = false;
            for index in 0..grammar.choices[at].alternatives.len() {
                let alternative = &grammar.choices[at].alternatives[index];
                let (set, empty) = sequence_first(grammar, &alternative.items);
                let set = if empty { TokenSet::ALL } else { set };
                total = total.with(set);
                nullable |= empty;
                grammar.choices[at].alternatives[index].first = set;
            }
            let choice = &mut grammar.choices[at];
            changed |= choice.first != total || choice.nullable != nullable;
            choice.first = total;
            choice.nullable = nullable;
        }
        if !changed {
            return;
        }
    }
}

/// The tokens that go on after a match of a left-recursive rule.
fn continuations(grammar: &mut Grammar) {
    for at in 0..grammar.rules.len() {
        let choice = &grammar.choices[grammar.rules[at].choice];
        let recursive = choice.alternatives.iter().filter(|alternative| alternative.left_recursive);
        let sets: Vec<TokenSet> = recursive.map(|it| sequence_first(grammar, &it.items[1..]).0).collect();
        if !sets.is_empty() {
            grammar.rules[at].continues = sets.into_iter().reduce(TokenSet::with);
        }
    }
}
