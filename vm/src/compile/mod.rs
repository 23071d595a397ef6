//! The compiler: rules with their syntax known in advance.
//!
//! Compiling a unit is carrying its `run` rule out as far as the syntax decides: questions are answered, judgments on
//! syntax are replaced by the rules that make them, `each` is unrolled. What is left are the steps on values, and they
//! become instructions. Where control goes is taken from the rules' scopes and protected parts: nothing here knows what
//! `break`, `return` or `finally` mean.

mod branch;
mod expand;
mod layout;
mod live;
mod outline;
mod protect;
mod registers;
pub mod select;
mod tidy;
mod walks;

use crate::code::{Cache, Compiled};
use crate::instruction::{Instruction, Protected, Reg};
use layout::Listing;
use rustc_hash::FxHashMap;
use semantics::rules::language::Judgment;
use semantics::state::{Code, Machine, RuleId, Stop, Value};
use smallvec::{SmallVec, smallvec};
use spec::ast::{Kind, NodeId};
use spec::scope::UnitKind;
use std::cell::Cell;
use std::rc::Rc;

/// Where the value of a judgment or slot is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Known when compiling: syntax, a constant.
    Known(Value),
    Register(Reg),
    /// The values of consecutive registers: what `eval*` gives. The register before them is free.
    Pack(Reg, u16),
    /// An iterator that is only walked: three registers from here on stand for it.
    Walk(Reg),
}

/// A scope around, as rules write it.
#[derive(Debug)]
enum Around {
    Scope {
        label: &'static str,
        slot: Option<Reg>,
        exits: Vec<usize>,
    },
    Finally {
        completion: Reg,
        value: Reg,
        entries: Vec<usize>,
        pending: Vec<protect::Pending>,
    },
    /// A test whose result decides where to go.
    Test(branch::Exits),
    /// The end of a rule that is being expanded: `return` inside goes here.
    Rule {
        result: Option<Reg>,
        exits: Vec<usize>,
        direct: Option<Place>,
    },
}

/// Why a unit is not compiled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// There is no rule for some syntax.
    Stopped(Stop),
    /// Registers, constants and caches are numbered by 16 bits, and there are more. The rules step such a unit.
    TooLarge,
}

/// Units of more instructions than this are stepped by the rules: tidying takes more than linear time.
const MOST_INSTRUCTIONS: usize = 1 << 20;

/// Tables for compiling a unit, which serve the next one as well.
#[derive(Default)]
pub struct Workspace {
    emitted: Listing,
    constants: FxHashMap<Value, u16>,
    layout: layout::Tables,
    tidy: tidy::Tables,
}

/// Compiles the unit with this number.
pub fn compile(machine: &mut Machine, number: u32) -> Result<Compiled, Failure> {
    Workspace::default().compile(machine, number)
}

impl Workspace {
    /// Compiles the unit with this number.
    pub fn compile(&mut self, machine: &mut Machine, number: u32) -> Result<Compiled, Failure> {
        let code = machine.codes[number as usize].clone();
        let node = code.unit().node;
        if code.slots.len() > registers::MOST_REGISTERS {
            return Err(Failure::TooLarge);
        }
        let mut compiler = Compiler::of_unit(machine, &code, self);
        let into = compiler.temporary();
        let result = compiler.judge(Judgment::Run, node, &[], into)?;
        compiler.conclude(result, into);
        if compiler.is_too_large {
            return Err(Failure::TooLarge);
        }
        let mut compiled = compiler.finish(code.slots.len(), self);
        let parameters = plain_parameters(&code);
        if code.unit().is_generator {
            compiled.generator_parameters = parameters;
        } else {
            compiled.plain_parameters = parameters;
        }
        compiled.has_cells = !code.unit().cells.is_empty() || !code.free().is_empty();
        Ok(compiled)
    }

    /// Compiles a protocol, whose first registers are its parameters. `None` if it is about syntax as well.
    pub fn compile_protocol(&mut self, machine: &mut Machine, rule: RuleId) -> Option<Compiled> {
        let definition = machine.rules.get(rule).definition;
        if !expand::is_about_values(definition) {
            return None;
        }
        let mut compiler = Compiler::new(machine, definition.parameters, self);
        let definition = compiler.definition(rule);
        compiler.rule = rule;
        compiler.is_protocol = true;
        compiler.bound.fill(true);
        let into = compiler.temporary();
        let parameters = (0..definition.parameters as Reg).map(|register| Some(Place::Register(register)));
        let result = compiler.body(definition, parameters.collect(), into).ok()?;
        compiler.conclude(result, into);
        Some(compiler.finish(definition.parameters, self))
    }
}

/// How many arguments a call can bind by position at once.
fn plain_parameters(code: &Code) -> u32 {
    let unit = code.unit();
    let parameters = unit.parameters;
    let is_plain = matches!(unit.kind, UnitKind::Function | UnitKind::Lambda)
        && parameters.keyword_only == 0
        && !parameters.var_positional
        && !parameters.var_keyword;
    if is_plain {
        (parameters.positional_only + parameters.positional_or_keyword) as u32
    } else {
        Compiled::NOT_PLAIN
    }
}

struct Compiler<'a> {
    machine: &'a mut Machine,
    instructions: Vec<Instruction>,
    positions: Vec<NodeId>,
    rules: Vec<RuleId>,
    constants: Vec<Value>,
    numbers_of_constants: FxHashMap<Value, u16>,
    caches: Vec<Cache>,
    protected: Vec<Protected>,
    /// The first register that is free, and the most that were used.
    next: Reg,
    most: Reg,
    around: Vec<Around>,
    /// The syntax and the rule at hand.
    node: NodeId,
    rule: RuleId,
    /// Variables that are surely bound here.
    bound: SmallVec<[bool; 32]>,
    /// Whether the unit deletes this variable somewhere.
    deleted: Vec<bool>,
    /// Whether a variable may be used in its place: nothing in the unit binds variables inside of expressions.
    in_place: bool,
    /// The last instruction to which a jump leads.
    last_target: usize,
    /// What is compiled is a protocol: any of its values may be absent.
    is_protocol: bool,
    /// Something does not fit the numbers that instructions have for it.
    is_too_large: bool,
    /// How many branches and loops, whose ways are only known when the program runs, are around in the rule at hand.
    dynamic: u32,
}

impl<'a> Compiler<'a> {
    /// A compiler of code with this many variables.
    fn new(machine: &'a mut Machine, variables: usize, workspace: &mut Workspace) -> Compiler<'a> {
        workspace.emitted.clear();
        workspace.constants.clear();
        let Listing { instructions, positions, rules, protected, .. } =
            std::mem::take(&mut workspace.emitted);
        Compiler {
            machine,
            instructions,
            positions,
            rules,
            constants: Vec::new(),
            numbers_of_constants: std::mem::take(&mut workspace.constants),
            caches: Vec::new(),
            protected,
            next: variables as Reg,
            most: variables as Reg,
            around: Vec::new(),
            node: NodeId(0),
            rule: RuleId(0),
            bound: smallvec![false; variables],
            deleted: vec![false; variables],
            in_place: true,
            last_target: 0,
            is_protocol: false,
            is_too_large: false,
            dynamic: 0,
        }
    }

    fn of_unit(machine: &'a mut Machine, code: &Rc<Code>, workspace: &mut Workspace) -> Compiler<'a> {
        let unit = code.unit();
        let parameters = unit.parameters;
        let count = (parameters.positional_only + parameters.positional_or_keyword + parameters.keyword_only)
            as usize
            + parameters.var_positional as usize
            + parameters.var_keyword as usize;
        let survey = Survey::of(code);
        let mut compiler = Compiler::new(machine, code.slots.len(), workspace);
        // What is deleted anywhere is checked everywhere: at a place where ways meet, one of them may have deleted it.
        for (bound, deleted) in compiler.bound[..count].iter_mut().zip(&survey.deleted) {
            *bound = !deleted;
        }
        compiler.node = unit.node;
        compiler.deleted = survey.deleted;
        compiler.in_place = !survey.binds_in_expressions;
        compiler
    }

    /// The code ends with this value.
    fn conclude(&mut self, result: Place, otherwise: Reg) {
        let value = self.in_register(result, otherwise);
        self.emit(Instruction::Return { value });
    }

    fn finish(self, variables: usize, workspace: &mut Workspace) -> Compiled {
        let registers = self.most as usize + 2;
        let emitted = Listing {
            instructions: self.instructions,
            positions: self.positions,
            rules: self.rules,
            protected: self.protected,
            general: Vec::new(),
        };
        let mut listing = workspace.layout.lay_out(&emitted);
        (workspace.emitted, workspace.constants) = (emitted, self.numbers_of_constants);
        workspace.tidy.tidy(&mut listing, variables, registers);
        if mutant!(ProtectedPartsEndEarly) {
            listing.protected.iter_mut().for_each(|range| range.end = range.end.max(range.start + 2) - 1);
        }
        Compiled {
            instructions: listing.instructions,
            constants: self.constants,
            caches: self.caches.into_iter().map(Cell::new).collect(),
            protected: listing.protected,
            general: listing.general,
            registers,
            variables,
            positions: listing.positions,
            rules: listing.rules,
            plain_parameters: Compiled::NOT_PLAIN,
            generator_parameters: Compiled::NOT_PLAIN,
            has_cells: false,
        }
    }

    fn emit(&mut self, instruction: Instruction) -> usize {
        self.instructions.push(instruction);
        self.positions.push(self.node);
        self.rules.push(self.rule);
        self.is_too_large |= self.instructions.len() > MOST_INSTRUCTIONS;
        self.instructions.len() - 1
    }

    fn here(&self) -> usize {
        self.instructions.len()
    }
}

/// What has to be known of a unit before it is compiled.
struct Survey {
    deleted: Vec<bool>,
    binds_in_expressions: bool,
}

impl Survey {
    fn of(code: &Rc<Code>) -> Survey {
        use spec::scope::Variable;
        let program = &code.program;
        let mut survey = Survey { deleted: vec![false; code.slots.len()], binds_in_expressions: false };
        let root = code.unit().node;
        let mut pending = vec![root];
        while let Some(node) = pending.pop() {
            let kind = program.ast.kind(node);
            match kind {
                Kind::NamedExpr => survey.binds_in_expressions = true,
                Kind::Name if program.ast.view::<spec::ast::Name>(node).ctx == Kind::Del => {
                    if let Some(Variable::Local(slot)) = program.scopes.variable(node) {
                        survey.mark(slot);
                    }
                }
                // Leaving a handler deletes its name.
                Kind::ExceptHandler => {
                    if let Some(Variable::Local(slot)) = program.scopes.variable(node) {
                        survey.mark(slot);
                    }
                }
                // The variables of a comprehension are unbound whenever it starts.
                Kind::ListComp | Kind::SetComp | Kind::DictComp => {
                    for &slot in &program.scopes.inlined(node).slots {
                        survey.mark(slot);
                    }
                }
                _ => {}
            }
            // Inner units are walked as well, since their defaults and decorators belong to this one. What their bodies
            // add is harmless: a variable taken for deleted is only checked more often.
            program.ast.for_each_child(node, |child| pending.push(child));
        }
        survey
    }

    fn mark(&mut self, slot: u16) {
        if let Some(deleted) = self.deleted.get_mut(slot as usize) {
            *deleted = true;
        }
    }
}
