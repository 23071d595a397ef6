//! Looking at a machine without changing it: values in a few characters, activations, frames.

use crate::data::float;
use crate::state::{Activation, Data, Handle, Machine, RuleId, Type, Value};
use spec::ast::{NodeId, Span};

/// One activation, as it is shown.
#[derive(Clone, Debug)]
pub struct ActivationView {
    pub rule: &'static str,
    /// The syntax that it is about; a protocol has none.
    pub source: String,
    /// The slots that have a name.
    pub slots: Vec<(&'static str, String)>,
    /// The frame that it runs in, by number from the outermost.
    pub frame: usize,
}

/// One frame, as it is shown.
#[derive(Clone, Debug)]
pub struct FrameView {
    pub name: String,
    pub variables: Vec<(String, Value)>,
}

/// Texts longer than this are cut.
const LONGEST: usize = 40;
/// So many items of a container are shown, and containers within it so deep.
const MOST_ITEMS: usize = 6;
const DEEPEST: usize = 3;

impl Machine {
    /// Whether the next transition belongs to the program itself and not to the prelude.
    pub fn is_in_program(&self) -> bool {
        !self.program.is_hidden() && self.thread.activations.last().is_some_and(|top| !top.rule.is_compiled())
    }

    /// The part of the source that the next transition is about.
    pub fn focus(&self) -> Option<Span> {
        if self.thread.frames.is_empty() {
            return None;
        }
        let node = self.current_node();
        (node.0 != 0).then(|| self.program.ast.span(node))
    }

    /// The line of the focus, from 1; of a module as a whole none.
    pub fn focus_line(&self) -> Option<usize> {
        let node = (!self.thread.frames.is_empty()).then(|| self.current_node())?;
        let is_whole = node.0 == 0 || node == self.program.ast.root;
        (!is_whole).then(|| self.program.source.position(self.program.ast.span(node).start as usize).0)
    }

    /// The rule that makes its first transition next, if it is one that begins.
    pub fn beginning_rule(&self) -> Option<RuleId> {
        let top = self.thread.activations.last().filter(|top| !top.rule.is_compiled())?;
        (top.at == u32::from(self.rules.get(top.rule).start)).then_some(top.rule)
    }

    /// The rules in progress, the outermost first.
    pub fn view_activations(&self) -> Vec<ActivationView> {
        let mut views = Vec::new();
        let mut frame = 0;
        for (index, activation) in self.thread.activations.iter().enumerate() {
            while self.thread.frames.get(frame + 1).is_some_and(|next| next.activation as usize <= index) {
                frame += 1;
            }
            if !activation.rule.is_compiled() {
                views.push(self.view_activation(activation, frame));
            }
        }
        views
    }

    fn view_activation(&self, activation: &Activation, frame: usize) -> ActivationView {
        let rule = self.rules.get(activation.rule);
        let code = self.thread.frames.get(frame).map(|frame| &self.codes[frame.code as usize]);
        let source = code.map(|code| excerpt(&code.program, activation.node)).unwrap_or_default();
        let slots =
            rule.slots.iter().enumerate().filter(|(_, name)| !name.starts_with('%')).map(|(index, name)| {
                let value = self.thread.slots[activation.base as usize + index];
                (*name, self.sketch(value))
            });
        ActivationView { rule: rule.definition.id, source, slots: slots.collect(), frame }
    }

    /// The frames of the program, the outermost first, with the variables that are bound.
    pub fn view_frames(&self) -> Vec<FrameView> {
        let own =
            self.thread.frames.iter().filter(|frame| !self.codes[frame.code as usize].program.is_hidden());
        own.map(|frame| {
            let code = &self.codes[frame.code as usize];
            let namespace = if frame.namespace.is_present() { frame.namespace } else { frame.globals };
            let is_by_name =
                frame.namespace.is_present() || code.slots.is_empty() && code.unit().parent.is_none();
            let mut variables: Vec<(String, Value)> = Vec::new();
            for (index, &name) in code.slots.iter().enumerate() {
                let value = match self.thread.slots[frame.base as usize + index] {
                    cell if matches!(self.heap.get(cell), Some(Data::Cell(_))) => self.in_cell(cell),
                    value => value,
                };
                variables.push((self.text_of(name), value));
            }
            if is_by_name && let Some(dict) = self.dict(namespace) {
                variables.extend(dict.iter().map(|entry| (self.text_of(entry.key), entry.value)));
            }
            let is_shown = |(name, value): &(String, Value)| value.is_present() && !is_special(name);
            variables.retain(is_shown);
            FrameView { name: self.text_of(code.qualified_name), variables }
        })
        .collect()
    }

    fn in_cell(&self, cell: Value) -> Value {
        match self.heap.get(cell) {
            Some(&Data::Cell(value)) => value,
            _ => Value::NOTHING,
        }
    }

    /// The objects that the variables of a frame lead to, each with its number, its class and what is in it.
    pub fn view_heap(&self, frame: &FrameView) -> Vec<(u32, String, String)> {
        let mut found: Vec<(u32, String, String)> = Vec::new();
        let mut pending: Vec<Value> = frame.variables.iter().rev().map(|&(_, value)| value).collect();
        while let Some(value) = pending.pop() {
            let Some(handle) = value.as_handle() else { continue };
            let is_known = found.iter().any(|&(known, ..)| known == handle.0);
            if is_known || found.len() >= 64 || !self.is_worth_showing(value) {
                continue;
            }
            found.push((handle.0, self.type_name(value), self.contents(handle)));
            self.heap.data(handle).for_each_value(&mut |inner| pending.push(inner));
        }
        found
    }

    /// Containers and instances: what can change, or has parts.
    fn is_worth_showing(&self, value: Value) -> bool {
        use Data::*;
        matches!(
            self.heap.get(value),
            Some(
                List(_)
                    | Tuple(_)
                    | Dict(_)
                    | Set(_)
                    | Instance(_)
                    | ByteArray(_)
                    | Generator(_)
                    | Exception(_)
                    | Iterator(_)
            )
        )
    }

    fn contents(&self, handle: Handle) -> String {
        let value = Value::object(handle);
        if !matches!(self.heap.data(handle), Data::Instance(_)) {
            return self.sketch(value);
        }
        let mut attributes = self.laid_out_attributes(handle);
        let dict = Value::object(Handle(self.heap.slot(handle).dict));
        attributes.extend(
            self.dict(dict).into_iter().flat_map(|dict| dict.iter()).map(|entry| (entry.key, entry.value)),
        );
        let shown = attributes.iter().take(MOST_ITEMS).filter(|(_, value)| value.is_present());
        let shown: Vec<String> =
            shown.map(|&(name, value)| format!("{}={}", self.text_of(name), self.short(value, 1))).collect();
        shown.join(", ")
    }

    /// A value in a few characters. Runs no code: an instance shows its class and number.
    pub fn sketch(&self, value: Value) -> String {
        self.short(value, 0)
    }

    fn short(&self, value: Value, depth: usize) -> String {
        if value.is_syntax() {
            return self.sketch_syntax(value);
        }
        if let Some(number) = value.as_float() {
            return float::repr(number);
        }
        let Some(handle) = value.as_handle() else { return format!("{value:?}") };
        let all = |items: &[Value], open: &str, close: &str| self.short_items(items, open, close, depth);
        match self.heap.data(handle) {
            Data::Int(int) => int.to_string(),
            Data::Float(number) => float::repr(*number),
            Data::Str(_) => cut(&format!("{:?}", self.text_of(value))),
            Data::Bytes(bytes) => cut(&format!("b{:?}", String::from_utf8_lossy(bytes))),
            Data::Tuple(items) if items.len() == 1 => all(items, "(", ",)"),
            Data::Tuple(items) => all(items, "(", ")"),
            Data::Pair(items) => all(items, "(", ")"),
            Data::List(items) => all(items, "[", "]"),
            Data::Set(set) => all(&set.iter().map(|(_, &item)| item).collect::<Vec<_>>(), "{", "}"),
            Data::Dict(dict) => self.short_dict(dict, depth),
            Data::Class(class) => format!("<class {}>", self.text_of(class.name)),
            Data::Function(function) => format!("<function {}>", self.text_of(function.qualified_name)),
            Data::Builtin(builtin) => format!("<built-in {}>", builtin.name),
            Data::Method(function, _) => format!("<bound {}>", self.short(*function, depth + 1)),
            Data::Cell(inner) => format!("<cell {}>", self.short(*inner, depth + 1)),
            Data::Exception(exception) => {
                format!("{}{}", self.type_name(value), self.short(exception.args, depth + 1))
            }
            _ => format!("<{} @{}>", self.type_name(value), handle.0),
        }
    }

    fn short_items(&self, items: &[Value], open: &str, close: &str, depth: usize) -> String {
        if depth >= DEEPEST {
            return format!("{open}...{close}");
        }
        let mut shown: Vec<String> =
            items.iter().take(MOST_ITEMS).map(|&item| self.short(item, depth + 1)).collect();
        if items.len() > MOST_ITEMS {
            shown.push(format!("... {} more", items.len() - MOST_ITEMS));
        }
        format!("{open}{}{close}", shown.join(", "))
    }

    fn short_dict(&self, dict: &crate::state::Dict, depth: usize) -> String {
        if depth >= DEEPEST {
            return "{...}".into();
        }
        let entry = |entry: &crate::state::dict::Entry| {
            format!("{}: {}", self.short(entry.key, depth + 1), self.short(entry.value, depth + 1))
        };
        let mut shown: Vec<String> = dict.iter().take(MOST_ITEMS).map(entry).collect();
        if dict.len() > MOST_ITEMS {
            shown.push(format!("... {} more", dict.len() - MOST_ITEMS));
        }
        format!("{{{}}}", shown.join(", "))
    }

    fn sketch_syntax(&self, value: Value) -> String {
        use crate::state::Syntax;
        match value.syntax() {
            // Which program the syntax belongs to is known of the innermost frame only.
            Syntax::Node(node) if (node.0 as usize) < self.program.ast.table_len() => {
                format!("`{}`", excerpt(&self.program, node))
            }
            Syntax::Node(_) => "syntax".into(),
            Syntax::List(..) => "list of syntax".into(),
            Syntax::Kind(kind) => kind.schema().name.to_owned(),
        }
    }

    /// Whether the result is an exception that ends the program: its class's name.
    pub fn uncaught(&self) -> Option<String> {
        let Some(Err(exception)) = self.result else { return None };
        Some(if self.is_instance(exception, Type::BaseException) {
            self.type_name(exception)
        } else {
            String::new()
        })
    }
}

/// The first line of a piece of syntax, cut.
fn excerpt(program: &crate::state::Program, node: NodeId) -> String {
    if node.0 == 0 || node == program.ast.root {
        return String::new();
    }
    let text = program.source.slice(program.ast.span(node));
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    if lines.next().is_some() { format!("{} ...", cut(first)) } else { cut(first) }
}

fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    format!("{start}…")
}
