//! Steps as text. Slots without a name of their own are replaced by what was put into them.

use super::Doc;
use crate::rules::language::{Arg, Judgment, Operation, RuleDef, Step};
use pretty::RcDoc;
use std::collections::HashMap;

/// What the slots of a rule are called, and what is in those that have no name.
#[derive(Clone)]
pub struct Names {
    rule: &'static RuleDef,
    nameless: HashMap<u8, String>,
}

impl Names {
    pub fn new(rule: &'static RuleDef) -> Names {
        Names { rule, nameless: HashMap::new() }
    }

    pub fn is_nameless(&self, slot: u8) -> bool {
        self.rule.slots[slot as usize].starts_with('%')
    }

    pub fn slot(&self, slot: u8) -> String {
        let name = self.rule.slots[slot as usize];
        match self.nameless.get(&slot) {
            Some(text) => text.clone(),
            None => name.replace('%', "_"),
        }
    }

    /// Remembers what is in a slot without a name.
    pub fn define(&mut self, slot: u8, text: String) {
        self.nameless.insert(slot, text);
    }

    pub fn arg(&self, arg: Arg) -> String {
        match arg {
            Arg::Slot(slot) => self.slot(slot),
            Arg::Text(text) => format!("\"{text}\""),
            Arg::Int(int) => int.to_string(),
            Arg::Kind(kind) => kind.schema().name.to_owned(),
            Arg::None => "None".into(),
            Arg::True => "True".into(),
            Arg::False => "False".into(),
            Arg::NotImplemented => "NotImplemented".into(),
            Arg::Nothing => "Nothing".into(),
            Arg::This => "this".into(),
        }
    }

    fn args(&self, args: &[Arg]) -> String {
        args.iter().map(|&arg| self.arg(arg)).collect::<Vec<_>>().join(", ")
    }

    /// `name(a, b)`
    pub fn application(&self, operation: &Operation, arguments: &[Arg]) -> String {
        format!("{}({})", operation.name(), self.args(arguments))
    }

    /// `eval left`, `bind target from value`
    pub fn judgment(&self, judgment: Judgment, all: bool, node: Arg, inputs: &[Arg]) -> String {
        let star = if all { "*" } else { "" };
        let from = if inputs.is_empty() { String::new() } else { format!(" from {}", self.args(inputs)) };
        format!("{}{star} {}{from}", judgment.name(), self.arg(node))
    }

    /// `Form(field, ..)`
    pub fn pattern(&self, form: spec::ast::Kind, fields: &[(u8, u8)]) -> String {
        let fields: Vec<String> = fields.iter().map(|&(_, slot)| self.slot(slot)).collect();
        format!("{}({})", form.schema().name, fields.join(", "))
    }
}

/// Steps in braces.
pub fn block(names: &mut Names, steps: &'static [Step]) -> Doc {
    let lines: Vec<Doc> = steps.iter().filter_map(|step| line(names, step)).collect();
    if lines.is_empty() {
        return RcDoc::text("{ }");
    }
    let body = RcDoc::hardline().append(RcDoc::intersperse(lines, RcDoc::hardline())).nest(4);
    RcDoc::text("{").append(body).append(RcDoc::hardline()).append("}")
}

/// One step; nothing for one whose result is shown where it is used.
fn line(names: &mut Names, step: &'static Step) -> Option<Doc> {
    let text = |text: String| Some(RcDoc::text(text));
    match step {
        Step::Judge { judgment, all, node, inputs, slot } => {
            let judged = names.judgment(*judgment, *all, *node, inputs);
            named(names, *slot, judged).map(RcDoc::text)
        }
        Step::Apply { operation, arguments, slot, at } => {
            let applied = names.application(operation, arguments);
            let at = at.map(|at| format!(" at {}", names.arg(at))).unwrap_or_default();
            named(names, *slot, format!("{applied}{at}")).map(RcDoc::text)
        }
        Step::Copy { value, slot } => text(format!("let {} = {};", names.slot(*slot), names.arg(*value))),
        Step::Open { form, node, fields } => {
            text(format!("let {} = {};", names.pattern(*form, fields), names.arg(*node)))
        }
        Step::If { condition, then, otherwise } => {
            let condition = names.arg(*condition);
            Some(branches(names, format!("if {condition} "), then, otherwise))
        }
        Step::When { question, arguments, then, otherwise } => {
            let condition = names.application(question, arguments);
            Some(branches(names, format!("when {condition} "), then, otherwise))
        }
        Step::Each { items, lists, body, .. } => {
            let items: Vec<String> = items.iter().map(|&item| names.slot(item)).collect();
            let lists: Vec<String> = lists.iter().map(|&list| names.arg(list)).collect();
            let head = format!("each {} in {} ", items.join(", "), lists.join(", "));
            Some(RcDoc::text(head).append(block(names, body)))
        }
        Step::Loop { body } => Some(RcDoc::text("loop ").append(block(names, body))),
        Step::Scope { label, slot, body } => {
            let slot = slot.map(|slot| format!("({})", names.slot(slot))).unwrap_or_default();
            Some(RcDoc::text(format!("scope {label}{slot} ")).append(block(names, body)))
        }
        Step::Leave { label, value } => {
            let value = value.map(|value| format!("({})", names.arg(value))).unwrap_or_default();
            text(format!("leave {label}{value};"))
        }
        Step::Catch { body, slot, handler } => {
            let body = RcDoc::text("protect ").append(block(names, body));
            let caught = format!(" catch {} ", names.slot(*slot));
            Some(body.append(caught).append(block(names, handler)))
        }
        Step::Finally { body, last, .. } => {
            let body = RcDoc::text("protect ").append(block(names, body));
            Some(body.append(" finally ").append(block(names, last)))
        }
        Step::Yield { value, slot } => {
            let yielded = format!("yield {}", names.arg(*value));
            named(names, *slot, yielded).map(RcDoc::text)
        }
        Step::Raise { value } => text(format!("raise {};", names.arg(*value))),
        Step::Return { value: Some(value) } => text(format!("return {};", names.arg(*value))),
        Step::Return { value: None } => text("return;".into()),
    }
}

/// `let x = text;`, or `text;` without a slot; nothing if the slot has no name.
fn named(names: &mut Names, slot: Option<u8>, text: String) -> Option<String> {
    match slot {
        None => Some(format!("{text};")),
        Some(slot) if names.is_nameless(slot) => {
            names.define(slot, text);
            None
        }
        Some(slot) => Some(format!("let {} = {text};", names.slot(slot))),
    }
}

fn branches(names: &mut Names, head: String, then: &'static [Step], otherwise: &'static [Step]) -> Doc {
    let before = names.clone();
    let doc = RcDoc::text(head).append(block(names, then));
    *names = before;
    if otherwise.is_empty() { doc } else { doc.append(" else ").append(block(names, otherwise)) }
}
