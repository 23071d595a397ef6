//! Linking: from rules as they are written to rules as they are stepped through.
//!
//! Each body becomes a flat list of [`Op`]s with jumps, and a table of its *regions* (scopes and protected parts).
//! Linking checks what the macro can't see: every name has its arity, every form one rule a judgment, every slot is set
//! before it is used, every `leave` has a scope. `gradus rules check` shows what it finds.

use super::language::{Arg, Head, Judgment, Operation, Primitive, Question, RuleDef, Step, Transfer};
use crate::state::RuleId;
use crate::state::value::ElementCode;
use spec::ast::{Kind, Quantity, Sort};
use std::collections::HashMap;
use std::sync::LazyLock;

/// No slot takes the result.
pub const NO_SLOT: u8 = u8::MAX;

/// How the word of a field becomes a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldCode {
    Node,
    List(ElementCode),
    Kind,
    Name,
    Constant,
    Int,
}

/// An operand of an [`Op`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    Slot(u8),
    /// A field of the syntax that the rule is about.
    Field(u8, FieldCode),
    /// A constant of the rule table.
    Constant(u16),
    This,
}

/// Some operands of the rule table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Operands {
    pub start: u16,
    pub len: u8,
}

/// One transition of an activation.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    Judge {
        judgment: Judgment,
        node: Operand,
        inputs: Operands,
        into: u8,
    },
    Primitive {
        run: fn(&mut crate::state::Machine, &[crate::state::Value]) -> crate::state::Outcome,
        inputs: Operands,
        into: u8,
    },
    Ask {
        question: &'static Question,
        inputs: Operands,
        into: u8,
    },
    /// Goes on at `otherwise` unless the answer is true.
    When {
        question: &'static Question,
        inputs: Operands,
        otherwise: u16,
    },
    /// A protocol, or a clause, which goes on about the same syntax.
    Apply {
        rule: RuleId,
        inputs: Operands,
        into: u8,
        is_clause: bool,
    },
    Transfer {
        transfer: Transfer,
        inputs: Operands,
        into: u8,
    },
    Copy {
        value: Operand,
        into: u8,
    },
    Field {
        node: Operand,
        index: u8,
        code: FieldCode,
        into: u8,
    },
    Unless {
        condition: Operand,
        target: u16,
    },
    /// The next element of a list of syntax, or on to `done`.
    Next {
        counter: u8,
        list: Operand,
        into: u8,
        done: u16,
    },
    /// Counts an element as done.
    Count {
        counter: u8,
    },
    StartPack {
        into: u8,
    },
    AddToPack {
        pack: u8,
        value: u8,
    },
    FinishPack {
        pack: u8,
    },
    Jump {
        target: u16,
    },
    Leave {
        label: u8,
        value: Option<Operand>,
    },
    Raise {
        value: Operand,
    },
    Return {
        value: Option<Operand>,
    },
    Yield {
        value: Operand,
        into: u8,
    },
    /// The end of a `finally` part: the saved completion goes on.
    Resume {
        completion: u8,
        value: u8,
    },
}

/// What a region of a rule's code does with completions that come out of it.
#[derive(Clone, Copy, Debug)]
pub enum RegionKind {
    Scope { label: u8, slot: u8, target: u16 },
    Catch { slot: u8, target: u16 },
    Finally { completion: u8, value: u8, target: u16 },
}

#[derive(Clone, Copy, Debug)]
pub struct Region {
    pub start: u16,
    pub end: u16,
    pub kind: RegionKind,
}

/// A rule ready to be stepped through.
#[derive(Debug)]
pub struct LinkedRule {
    pub definition: &'static RuleDef,
    pub code: Vec<Op>,
    /// Inner ones before outer ones.
    pub regions: Vec<Region>,
    /// By number of the op: which syntax a failure there is shown at, where the rule says so.
    pub places: Vec<Option<Operand>>,
    /// The names of the slots; the first ones take the inputs.
    pub slots: Vec<&'static str>,
}

/// A constant that rules mention.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Constant {
    Text(&'static str),
    Int(i32),
    Kind(Kind),
    None,
    True,
    False,
    NotImplemented,
    Nothing,
}

/// All rules, linked.
#[derive(Debug)]
pub struct RuleTable {
    pub rules: Vec<LinkedRule>,
    pub operands: Vec<Operand>,
    pub constants: Vec<Constant>,
    pub labels: Vec<&'static str>,
    /// By judgment and form.
    dispatch: Vec<[Option<RuleId>; Judgment::ALL.len()]>,
    by_id: HashMap<&'static str, RuleId>,
    by_definition: HashMap<usize, RuleId>,
    /// What is wrong with the rules, one line each.
    pub problems: Vec<String>,
}

/// The rules of Python.
pub static RULES: LazyLock<RuleTable> = LazyLock::new(|| RuleTable::link(super::tables()));

impl RuleTable {
    pub fn link(definitions: impl Iterator<Item = &'static RuleDef>) -> RuleTable {
        let mut table = RuleTable {
            rules: Vec::new(),
            operands: Vec::new(),
            constants: Vec::new(),
            labels: vec!["Break", "Continue", "Return"],
            dispatch: vec![Default::default(); Kind::ALL.len()],
            by_id: HashMap::new(),
            by_definition: HashMap::new(),
            problems: Vec::new(),
        };
        let definitions: Vec<_> = definitions.collect();
        for (number, definition) in definitions.iter().enumerate() {
            table.register(definition, RuleId(number as u16));
        }
        table.default_test();
        for definition in definitions {
            let rule = Linker::new(&mut table, definition).link();
            table.rules.push(rule);
        }
        table
    }

    fn register(&mut self, definition: &'static RuleDef, id: RuleId) {
        if self.by_id.insert(definition.id, id).is_some() {
            self.problems.push(format!("two rules have the id {}", definition.id));
        }
        self.by_definition.insert(definition as *const _ as usize, id);
        if let Head::Rule { judgment, form, .. } = definition.head {
            let entry = &mut self.dispatch[form as usize][judgment as usize];
            if entry.replace(id).is_some() {
                self.problems.push(format!(
                    "{}: there is another rule to {} {form:?}",
                    definition.id,
                    judgment.name()
                ));
            }
        }
    }

    /// Expressions without a rule of their own for it are tested by testing their value.
    fn default_test(&mut self) {
        let Some(&rule) = self.by_id.get("expr.test") else { return };
        for entry in &mut self.dispatch {
            if entry[Judgment::Eval as usize].is_some() && entry[Judgment::Test as usize].is_none() {
                entry[Judgment::Test as usize] = Some(rule);
            }
        }
    }

    pub fn get(&self, id: RuleId) -> &LinkedRule {
        &self.rules[id.0 as usize]
    }

    /// The rule that makes a judgment on a form.
    #[inline]
    pub fn rule_for(&self, judgment: Judgment, form: Kind) -> Option<RuleId> {
        self.dispatch[form as usize][judgment as usize]
    }

    pub fn named(&self, id: &str) -> Option<RuleId> {
        self.by_id.get(id).copied()
    }

    pub fn of_definition(&self, definition: &'static RuleDef) -> Option<RuleId> {
        self.by_definition.get(&(definition as *const _ as usize)).copied()
    }

    pub fn operands(&self, range: Operands) -> &[Operand] {
        &self.operands[range.start as usize..range.start as usize + range.len as usize]
    }

    fn constant(&mut self, constant: Constant) -> Operand {
        let index = self.constants.iter().position(|known| *known == constant).unwrap_or_else(|| {
            self.constants.push(constant);
            self.constants.len() - 1
        });
        Operand::Constant(index as u16)
    }

    fn label(&mut self, label: &'static str) -> u8 {
        let index = self.labels.iter().position(|known| *known == label).unwrap_or_else(|| {
            self.labels.push(label);
            self.labels.len() - 1
        });
        index as u8
    }
}

/// How a field of this sort becomes a value.
pub fn field_code(form: Kind, index: u8) -> FieldCode {
    let field = form.schema().fields[index as usize];
    match (field.quantity, field.sort) {
        (Quantity::Many, Sort::identifier) => FieldCode::List(ElementCode::Name),
        (Quantity::Many, sort) if sort.is_operator() => FieldCode::List(ElementCode::Kind),
        (Quantity::Many, _) => FieldCode::List(ElementCode::Node),
        (_, Sort::identifier | Sort::string) => FieldCode::Name,
        (_, Sort::constant) => FieldCode::Constant,
        (_, Sort::int) => FieldCode::Int,
        (_, sort) if sort.is_operator() => FieldCode::Kind,
        _ => FieldCode::Node,
    }
}

/// Flattens one rule.
struct Linker<'a> {
    table: &'a mut RuleTable,
    definition: &'static RuleDef,
    /// By slot of the definition: the field that it names, or its slot in the activation.
    places_of_slots: Vec<Operand>,
    slots: Vec<&'static str>,
    code: Vec<Op>,
    regions: Vec<Region>,
    places: Vec<Option<Operand>>,
    /// Slots of the activation that are set on every way here.
    set: Vec<bool>,
    /// Labels of the scopes around, and whether each is reached.
    scopes: Vec<&'static str>,
}

impl<'a> Linker<'a> {
    fn new(table: &'a mut RuleTable, definition: &'static RuleDef) -> Self {
        let field_count = match &definition.head {
            Head::Rule { fields, .. } => fields.len(),
            _ => 0,
        };
        let mut slots = Vec::new();
        let mut places_of_slots = Vec::new();
        for (index, name) in definition.slots.iter().enumerate() {
            match &definition.head {
                Head::Rule { form, fields, .. } if index < field_count => {
                    places_of_slots.push(Operand::Field(fields[index], field_code(*form, fields[index])));
                }
                _ => {
                    places_of_slots.push(Operand::Slot(slots.len() as u8));
                    slots.push(*name);
                }
            }
        }
        let mut set = vec![false; slots.len()];
        let inputs = definition.parameters - field_count;
        set[..inputs].fill(true);
        Linker {
            table,
            definition,
            places_of_slots,
            slots,
            code: Vec::new(),
            regions: Vec::new(),
            places: Vec::new(),
            set,
            scopes: Vec::new(),
        }
    }

    fn link(mut self) -> LinkedRule {
        self.block(self.definition.body);
        self.emit(Op::Return { value: None });
        LinkedRule {
            definition: self.definition,
            code: self.code,
            regions: self.regions,
            places: self.places,
            slots: self.slots,
        }
    }

    fn problem(&mut self, what: String) {
        self.table.problems.push(format!("{}: {what}", self.definition.id));
    }

    fn here(&self) -> u16 {
        self.code.len() as u16
    }

    fn emit(&mut self, op: Op) -> usize {
        self.code.push(op);
        self.places.push(None);
        self.code.len() - 1
    }

    fn temporary(&mut self) -> u8 {
        self.slots.push("%");
        self.set.push(true);
        self.slots.len() as u8 - 1
    }

    /// Reads an argument; a slot must have been set on every way here.
    fn operand(&mut self, arg: Arg) -> Operand {
        let constant = match arg {
            Arg::Slot(slot) => {
                let operand = self.places_of_slots[slot as usize];
                if let Operand::Slot(own) = operand
                    && !self.set[own as usize]
                {
                    self.problem(format!("`{}` may be used before it is set", self.slots[own as usize]));
                }
                return operand;
            }
            Arg::This => return Operand::This,
            Arg::Text(text) => Constant::Text(text),
            Arg::Int(int) => Constant::Int(int),
            Arg::Kind(kind) => Constant::Kind(kind),
            Arg::None => Constant::None,
            Arg::True => Constant::True,
            Arg::False => Constant::False,
            Arg::NotImplemented => Constant::NotImplemented,
            Arg::Nothing => Constant::Nothing,
        };
        self.table.constant(constant)
    }

    fn operands(&mut self, args: &[Arg]) -> Operands {
        let operands: Vec<_> = args.iter().map(|&arg| self.operand(arg)).collect();
        let start = self.table.operands.len() as u16;
        self.table.operands.extend(operands);
        Operands { start, len: args.len() as u8 }
    }

    /// The slot of the activation that a slot of the definition stands for, set from here on.
    fn target(&mut self, slot: u8) -> u8 {
        match self.places_of_slots[slot as usize] {
            Operand::Slot(own) => {
                self.set[own as usize] = true;
                own
            }
            _ => {
                let name = self.definition.slots[slot as usize];
                self.problem(format!("`{name}` is part of the syntax and can't be set"));
                NO_SLOT
            }
        }
    }

    fn optional_target(&mut self, slot: Option<u8>) -> u8 {
        slot.map_or(NO_SLOT, |slot| self.target(slot))
    }

    fn block(&mut self, steps: &'static [Step]) {
        for step in steps {
            self.step(step);
        }
    }

    fn step(&mut self, step: &'static Step) {
        match step {
            Step::Judge { judgment, all, node, inputs, slot } => {
                self.judge(*judgment, *all, *node, inputs, *slot)
            }
            Step::Apply { operation, arguments, slot, at } => self.apply(operation, arguments, *slot, *at),
            Step::Copy { value, slot } => {
                let value = self.operand(*value);
                let into = self.target(*slot);
                self.emit(Op::Copy { value, into });
            }
            Step::Open { form, node, fields } => {
                let node = self.operand(*node);
                for &(index, slot) in fields.iter() {
                    let into = self.target(slot);
                    self.emit(Op::Field { node, index, code: field_code(*form, index), into });
                }
            }
            Step::If { condition, then, otherwise } => {
                let condition = self.operand(*condition);
                let branch = self.emit(Op::Unless { condition, target: 0 });
                self.branches(branch, then, otherwise);
            }
            Step::When { question, arguments, then, otherwise } => {
                let inputs = self.operands(arguments);
                let Operation::Question(question) = question else {
                    return self
                        .problem(format!("`when` needs a question about syntax, not {}", question.name()));
                };
                self.check_arity(question.name, question.arity, arguments.len());
                let branch = self.emit(Op::When { question, inputs, otherwise: 0 });
                self.branches(branch, then, otherwise);
            }
            Step::Each { items, lists, counter, body } => self.each(items, lists, *counter, body),
            Step::Loop { body } => {
                let start = self.here();
                let before = self.set.clone();
                self.block(body);
                self.emit(Op::Jump { target: start });
                self.set = before;
                // Nothing comes after a loop but by leaving it: what is set there is settled by the scope.
                self.set.fill(true);
            }
            Step::Scope { label, slot, body } => self.scope(label, *slot, body),
            Step::Leave { label, value } => {
                let label_number = self.table.label(label);
                if label_number > 2 && !self.scopes.contains(label) {
                    self.problem(format!("there is no scope `{label}` around `leave {label}`"));
                }
                let value = value.map(|value| self.operand(value));
                self.emit(Op::Leave { label: label_number, value });
                self.set.fill(true);
            }
            Step::Catch { body, slot, handler } => self.catch(body, *slot, handler),
            Step::Finally { body, last, completion, value } => self.finally(body, last, *completion, *value),
            Step::Yield { value, slot } => {
                let value = self.operand(*value);
                let into = self.optional_target(*slot);
                self.emit(Op::Yield { value, into });
            }
            Step::Raise { value } => {
                let value = self.operand(*value);
                self.emit(Op::Raise { value });
                self.set.fill(true);
            }
            Step::Return { value } => {
                let value = value.map(|value| self.operand(value));
                self.emit(Op::Return { value });
                self.set.fill(true);
            }
        }
    }

    /// The two branches of an `if` or `when` whose jump is at `branch`.
    fn branches(&mut self, branch: usize, then: &'static [Step], otherwise: &'static [Step]) {
        let before = self.set.clone();
        self.block(then);
        let after_then = std::mem::replace(&mut self.set, before);
        let skip = (!otherwise.is_empty()).then(|| self.emit(Op::Jump { target: 0 }));
        self.patch(branch);
        self.block(otherwise);
        if let Some(skip) = skip {
            self.patch(skip);
        }
        for (slot, then) in self.set.iter_mut().zip(after_then) {
            *slot &= then;
        }
    }

    /// Lets a jump that was emitted go to here.
    fn patch(&mut self, jump: usize) {
        let here = self.here();
        match &mut self.code[jump] {
            Op::Unless { target, .. } | Op::Jump { target } => *target = here,
            Op::When { otherwise, .. } => *otherwise = here,
            Op::Next { done, .. } => *done = here,
            other => unreachable!("{other:?} is no jump"),
        }
    }

    fn judge(&mut self, judgment: Judgment, all: bool, node: Arg, inputs: &'static [Arg], slot: Option<u8>) {
        let node = self.operand(node);
        let inputs = self.operands(inputs);
        if judgment == Judgment::Exec {
            let item = self.temporary();
            self.for_each(node, item, |linker| {
                linker.emit(Op::Judge { judgment, node: Operand::Slot(item), inputs, into: NO_SLOT });
            });
        } else if all {
            let Some(slot) = slot else { return self.problem("the values of `eval*` need a name".into()) };
            let pack = self.target(slot);
            let item = self.temporary();
            self.emit(Op::StartPack { into: pack });
            self.for_each(node, item, |linker| {
                linker.emit(Op::Judge { judgment, node: Operand::Slot(item), inputs, into: item });
                linker.emit(Op::AddToPack { pack, value: item });
            });
            self.emit(Op::FinishPack { pack });
        } else {
            let into = self.optional_target(slot);
            self.emit(Op::Judge { judgment, node, inputs, into });
        }
    }

    /// Code for each element of a list of syntax.
    fn for_each(&mut self, list: Operand, item: u8, body: impl FnOnce(&mut Self)) {
        let counter = self.temporary();
        let zero = self.table.constant(Constant::Int(0));
        self.emit(Op::Copy { value: zero, into: counter });
        let start = self.here();
        let next = self.emit(Op::Next { counter, list, into: item, done: 0 });
        self.emit(Op::Count { counter });
        body(self);
        self.emit(Op::Jump { target: start });
        self.patch(next);
    }

    fn each(&mut self, items: &'static [u8], lists: &'static [Arg], counter: u8, body: &'static [Step]) {
        let lists: Vec<_> = lists.iter().map(|&list| self.operand(list)).collect();
        let before = self.set.clone();
        let counter = self.target(counter);
        let zero = self.table.constant(Constant::Int(0));
        self.emit(Op::Copy { value: zero, into: counter });
        let start = self.here();
        let mut exits = Vec::new();
        for (&item, &list) in items.iter().zip(&lists) {
            let into = self.target(item);
            exits.push(self.emit(Op::Next { counter, list, into, done: 0 }));
        }
        self.emit(Op::Count { counter });
        self.block(body);
        self.emit(Op::Jump { target: start });
        for exit in exits {
            self.patch(exit);
        }
        // A list may be empty, but rules rely on lists that the grammar keeps from being so; what the body sets may
        // be used after it if it was set before as well, or if the body always runs.
        for (slot, before) in self.set.iter_mut().zip(before) {
            *slot |= before;
        }
    }

    fn apply(
        &mut self,
        operation: &'static Operation,
        args: &'static [Arg],
        slot: Option<u8>,
        at: Option<Arg>,
    ) {
        let inputs = self.operands(args);
        let place = at.map(|at| self.operand(at));
        let into = self.optional_target(slot);
        let index = match operation {
            Operation::Primitive(Primitive { name, arity, run, .. }) => {
                self.check_arity(name, *arity, args.len());
                self.emit(Op::Primitive { run: *run, inputs, into })
            }
            Operation::Question(question) => {
                self.check_arity(question.name, question.arity, args.len());
                self.emit(Op::Ask { question, inputs, into })
            }
            Operation::Rule(definition) => {
                self.check_arity(definition.id, definition.parameters, args.len());
                match self.table.of_definition(definition) {
                    Some(rule) => {
                        let is_clause = matches!(definition.head, Head::Clause { .. });
                        self.emit(Op::Apply { rule, inputs, into, is_clause })
                    }
                    None => return self.problem(format!("{} is in no table", definition.id)),
                }
            }
            Operation::Transfer(transfer) => {
                let arity = transfer.arity();
                self.check_arity(transfer.name(), arity, args.len());
                if *transfer == Transfer::Reraise {
                    self.set.fill(true);
                }
                self.emit(Op::Transfer { transfer: *transfer, inputs, into })
            }
        };
        self.places[index] = place;
    }

    fn check_arity(&mut self, name: &str, arity: usize, given: usize) {
        if arity != given {
            self.problem(format!("{name} takes {arity} operands, and is given {given}"));
        }
    }

    fn scope(&mut self, label: &'static str, slot: Option<u8>, body: &'static [Step]) {
        let slot = self.optional_target(slot);
        let start = self.here();
        self.scopes.push(label);
        self.block(body);
        self.scopes.pop();
        let end = self.here();
        let label = self.table.label(label);
        self.regions.push(Region { start, end, kind: RegionKind::Scope { label, slot, target: end } });
    }

    fn catch(&mut self, body: &'static [Step], slot: u8, handler: &'static [Step]) {
        let before = self.set.clone();
        let start = self.here();
        self.block(body);
        let end = self.here();
        let skip = self.emit(Op::Jump { target: 0 });
        let after_body = std::mem::replace(&mut self.set, before);
        let slot = self.target(slot);
        let target = self.here();
        self.regions.push(Region { start, end, kind: RegionKind::Catch { slot, target } });
        self.block(handler);
        self.patch(skip);
        for (slot, body) in self.set.iter_mut().zip(after_body) {
            *slot &= body;
        }
    }

    fn finally(&mut self, body: &'static [Step], last: &'static [Step], completion: u8, value: u8) {
        let before = self.set.clone();
        let (completion, value) = (self.target(completion), self.target(value));
        let start = self.here();
        self.block(body);
        let end = self.here();
        let nothing = self.table.constant(Constant::Nothing);
        self.emit(Op::Copy { value: nothing, into: completion });
        let target = self.here();
        self.regions.push(Region { start, end, kind: RegionKind::Finally { completion, value, target } });
        let after_body = std::mem::replace(&mut self.set, before);
        self.block(last);
        self.emit(Op::Resume { completion, value });
        for (slot, body) in self.set.iter_mut().zip(after_body) {
            *slot |= body;
        }
    }
}
