//! Linking: from rules as they are written to rules as they are stepped through.
//!
//! Each body becomes a flat list of [`Op`]s with jumps, and a table of its *regions* (scopes and protected parts).
//! Linking checks what the macro can't see: every name has its arity, every form one rule a judgment, every slot is set
//! before it is used, every `leave` has a scope. `gradus rules check` shows what it finds.

mod linker;
mod op;

pub use op::{Answer, FieldCode, Op, Operand, Operands, Place, Region, RegionKind, Run, Target};

use super::language::{Head, Judgment, RuleDef};
use crate::state::RuleId;
use crate::state::value::ElementCode;
use linker::Linker;
use rustc_hash::FxHashMap;
use spec::ast::{Kind, Quantity, Sort};
use std::sync::LazyLock;

/// A rule ready to be stepped through.
#[derive(Debug)]
pub struct LinkedRule {
    pub definition: &'static RuleDef,
    /// Where its ops begin in the table's.
    pub start: Place,
    /// Inner ones before outer ones.
    pub regions: Vec<Region>,
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
    /// The ops of all rules, one rule after the other.
    pub code: Vec<Op>,
    /// By place of the op: which syntax a failure there is shown at, where the rule says so.
    pub places: Vec<Option<Operand>>,
    pub operands: Vec<Operand>,
    pub constants: Vec<Constant>,
    pub labels: Vec<&'static str>,
    /// By judgment and form.
    dispatch: Vec<[Option<RuleId>; Judgment::ALL.len()]>,
    by_id: FxHashMap<&'static str, RuleId>,
    by_definition: FxHashMap<usize, RuleId>,
    /// What is wrong with the rules, one line each.
    pub problems: Vec<String>,
}

/// The rules of Python.
pub static RULES: LazyLock<RuleTable> = LazyLock::new(|| RuleTable::link(super::tables()));

impl RuleTable {
    pub fn link(definitions: impl Iterator<Item = &'static RuleDef>) -> RuleTable {
        let mut table = RuleTable {
            rules: Vec::new(),
            code: Vec::new(),
            places: Vec::new(),
            operands: Vec::new(),
            constants: Vec::new(),
            labels: vec!["Break", "Continue", "Return"],
            dispatch: vec![Default::default(); Kind::ALL.len()],
            by_id: FxHashMap::default(),
            by_definition: FxHashMap::default(),
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
        if table.code.len() > Place::MAX as usize || table.operands.len() > Place::MAX as usize {
            table.problems.push("there are more ops or operands than places for them".to_owned());
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

    #[inline(always)]
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

    #[inline(always)]
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
