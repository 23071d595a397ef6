//! Compiled code.

use crate::instruction::{Instruction, Protected};
use semantics::state::{RuleId, Value};
use spec::ast::NodeId;
use std::cell::Cell;

/// What an instruction has learnt.
#[derive(Clone, Copy, Debug)]
pub struct Cache {
    /// The name that is looked up.
    pub name: Value,
    /// The shape, or the version of the dict, for which the rest is good.
    pub key: u32,
    /// The epoch of classes in which it was learnt.
    pub epoch: u32,
    pub kind: Kind,
    pub index: u32,
    /// A shape to go to, a second version, ...
    pub other: u32,
    pub value: Value,
}

/// What a cache knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Empty,
    /// The attribute is the object's field at `index`.
    Field,
    /// Setting the attribute adds a field and leads to the shape `other`.
    NewField,
    /// The attribute is a function of the class.
    Method,
    /// The name is a global variable, at `index` of the globals.
    Global,
    /// The name is built in, at `index` of the builtins.
    Builtin,
}

impl Cache {
    pub fn new(name: Value) -> Cache {
        Cache { name, key: u32::MAX, epoch: 0, kind: Kind::Empty, index: 0, other: 0, value: Value::NOTHING }
    }
}

/// The code of one unit.
#[derive(Debug)]
pub struct Compiled {
    pub instructions: Vec<Instruction>,
    pub constants: Vec<Value>,
    pub caches: Vec<Cell<Cache>>,
    pub protected: Vec<Protected>,
    pub registers: usize,
    /// How many registers are variables.
    pub variables: usize,
    /// By instruction: the syntax that it carries out, and the rule that it was emitted for.
    pub positions: Vec<NodeId>,
    pub rules: Vec<RuleId>,
    /// A call can bind its arguments by position: how many, if the parameters are plain and no cells are needed.
    pub plain_parameters: Option<usize>,
}
