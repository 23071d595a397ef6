//! Compiled code.

use crate::compile::select::PRIMITIVES;
use crate::instruction::{Access, Instruction, Protected};
use semantics::rules::language::Operation;
use semantics::rules::link::RULES;
use semantics::state::{RuleId, Value};
use spec::ast::NodeId;
use std::cell::Cell;

/// What an instruction has learnt.
#[derive(Clone, Copy, Debug)]
pub struct Cache {
    /// The name that is looked up.
    pub name: Value,
    /// The shape, handle, or version of the dict for which the rest is good.
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
    /// The attribute is a property of the class, which is `value`, with a getter of Python.
    Property,
    /// The attribute may be in the object's dict, at `index`.
    InDict,
    /// The object, whose handle is `key`, is a class, and the attribute is `value`.
    OfClass,
    /// The object, whose handle is `key`, is a module, and the attribute at `index` of its dict with the version `other`.
    OfModule,
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
    /// By instruction: where the general case of a fast path begins.
    pub general: Vec<u32>,
    pub registers: usize,
    /// How many registers are variables.
    pub variables: usize,
    /// By instruction: the syntax that it carries out, and the rule that it was emitted for.
    pub positions: Vec<NodeId>,
    pub rules: Vec<RuleId>,
    /// A call can bind its arguments by position: how many, if the parameters are plain; otherwise
    /// [`Compiled::NOT_PLAIN`].
    pub plain_parameters: u32,
    /// The same of a generator function, whose call enters nothing.
    pub generator_parameters: u32,
    /// Whether variables of the unit are in cells, of its own or captured ones.
    pub has_cells: bool,
}

impl Compiled {
    /// The number of parameters of a unit to which arguments can't simply be bound by position.
    pub const NOT_PLAIN: u32 = u32::MAX;

    /// Makes sure of what the loop over the instructions relies on: registers, constants, caches and jumps are inside of
    /// their tables, and control does not run over the end.
    ///
    /// # Panics
    /// If that is not so: the compiler is wrong.
    pub fn check(&self) {
        let count = self.instructions.len();
        let tables = [self.general.len(), self.positions.len(), self.rules.len()];
        assert!(tables == [count; 3], "tables go by instruction");
        let ends = self.instructions.last().is_some_and(|last| last.ends());
        assert!(ends, "control runs over the end");
        assert!(self.variables <= self.registers, "variables are registers");
        for (index, instruction) in self.instructions.iter().enumerate() {
            let mut copy = *instruction;
            copy.for_each_register(&mut |register, access| {
                let many = match access {
                    Access::Read | Access::Write => 1,
                    Access::ReadMany(many) | Access::WriteMany(many) => many as usize,
                };
                assert!(*register as usize + many <= self.registers, "{instruction:?} leaves the registers");
            });
            self.check_control(index, instruction);
            self.check_tables(instruction);
        }
        for range in &self.protected {
            assert!(
                range.start < range.end && range.end as usize <= count,
                "{range:?} is outside of the code"
            );
            assert!((range.handler as usize) < count, "{range:?} has its handler outside of the code");
            assert!((range.into as usize) < self.registers, "{range:?} leaves the registers");
        }
    }

    /// Wherever control goes from an instruction, there is another one.
    fn check_control(&self, index: usize, instruction: &Instruction) {
        let count = self.instructions.len();
        if let Some(offset) = instruction.offset() {
            let target = index as i64 + 1 + offset as i64;
            assert!((0..count as i64).contains(&target), "{instruction:?} jumps out of the code");
        }
        let passes = match instruction {
            // What follows is the way for other operands.
            Instruction::Unpack { .. } => 2,
            _ => 1,
        };
        assert!(instruction.ends() || index + passes < count, "{instruction:?} goes past the end");
        assert!(
            (self.general[index] as usize) < count,
            "{instruction:?} has its general case outside of the code"
        );
    }

    fn check_tables(&self, instruction: &Instruction) {
        match *instruction {
            Instruction::Load { constant, .. } | Instruction::StoreGlobal { name: constant, .. } => {
                assert!((constant as usize) < self.constants.len(), "{instruction:?} has no constant");
            }
            Instruction::Primitive { number, count, .. } => {
                let primitive = PRIMITIVES.get(number as usize);
                let arity = primitive.and_then(|operation| match operation {
                    Operation::Primitive(primitive) => Some(primitive.arity),
                    _ => None,
                });
                assert!(
                    arity == Some(count as usize),
                    "{instruction:?} names no primitive with so many operands"
                );
            }
            Instruction::Protocol { rule, .. } => {
                assert!((rule.0 as usize) < RULES.rules.len(), "{instruction:?} names no rule");
            }
            Instruction::LoadGlobal { cache, .. }
            | Instruction::GetAttribute { cache, .. }
            | Instruction::GetMethod { cache, .. }
            | Instruction::SetAttribute { cache, .. } => {
                assert!((cache as usize) < self.caches.len(), "{instruction:?} has no cache");
            }
            _ => {}
        }
    }
}
