//! A program ready to run: its tree, its scopes, and the values that its text stands for.

use super::heap::Heap;
use super::value::Value;
use crate::data::text::Text;
use num_traits::ToPrimitive;
use rustc_hash::FxHashMap;
use spec::ast::{Ast, Attribute, ClassDef, FunctionDef, Kind, Name, NodeId, arg, field};
use spec::constant::ConstantValue;
use spec::scope::{Captured, Scopes, Unit, UnitId, UnitKind};
use spec::{Source, SyntaxError};
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// Where a program's text is from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The user: its frames are shown in tracebacks.
    User,
    /// A module of the standard library that CPython writes in Python as well.
    Library,
    /// The prelude, or a module that CPython writes in C: its functions pass for built-in ones.
    Native,
}

/// What is known of a source file before it is loaded: its tree and its scopes. Machines can share it.
#[derive(Debug)]
pub struct Analysed {
    pub source: Source,
    pub ast: Ast,
    pub scopes: Scopes,
    /// By number of the unit: whether a body annotates variables, or a function its parameters.
    annotated: Vec<bool>,
    /// The unit around each variable annotation.
    around: FxHashMap<NodeId, UnitId>,
}

/// One source file, loaded. Its names and constants are objects of the heap that are never collected.
#[derive(Debug)]
pub struct Program {
    analysed: Rc<Analysed>,
    /// By number of the symbol: the interned string.
    pub names: Vec<Value>,
    /// By number of the constant.
    pub constants: Vec<Value>,
    /// The number of the first unit's code; the others follow.
    pub first_code: u32,
    pub origin: Origin,
}

impl Deref for Program {
    type Target = Analysed;

    #[inline(always)]
    fn deref(&self) -> &Analysed {
        &self.analysed
    }
}

/// The code of one unit.
#[derive(Debug)]
pub struct Code {
    pub program: Rc<Program>,
    pub unit: UnitId,
    pub name: Value,
    pub qualified_name: Value,
    /// The names of the parameters and other variables, by slot.
    pub slots: Vec<Value>,
    free: Vec<Captured>,
    /// Where compiled code came from: by instruction, the syntax. Filled in by a machine that compiles.
    pub positions: RefCell<Vec<NodeId>>,
}

impl Code {
    pub fn new(program: &Rc<Program>, unit: UnitId, heap: &mut Heap) -> Code {
        let data = program.scopes.unit(unit);
        let mut free = data.free.clone();
        free.sort_by_key(|captured| program.ast.name(data.slots[captured.slot as usize]));
        Code {
            program: program.clone(),
            unit,
            name: heap.intern(&data.name),
            qualified_name: heap.intern(&data.qualified_name),
            slots: data.slots.iter().map(|symbol| program.names[symbol.0 as usize]).collect(),
            free,
            positions: RefCell::new(Vec::new()),
        }
    }

    pub fn unit(&self) -> &Unit {
        &self.program.scopes.units[self.unit.0 as usize]
    }

    /// The free variables in the order that they have in the closure of a function: that of their names.
    pub fn free(&self) -> &[Captured] {
        &self.free
    }
}

impl Analysed {
    /// Parses and analyses a source. Private names are replaced by their mangled form.
    pub fn new(file: &str, text: &[u8]) -> Result<Rc<Analysed>, SyntaxError> {
        let source = Source::from_bytes(file, text)?;
        let mut ast = spec::parse(&source)?;
        let scopes = Scopes::analyze(&mut ast, &source)?;
        mangle(&mut ast, &scopes);
        super::interpolation::replace(&mut ast);
        let (annotated, around) = find_annotations(&ast, &scopes);
        Ok(Rc::new(Analysed { source, ast, scopes, annotated, around }))
    }
}

impl Program {
    /// Makes the objects that the program's text stands for.
    pub fn prepare(analysed: Rc<Analysed>, heap: &mut Heap, first_code: u32, origin: Origin) -> Program {
        let ast = &analysed.ast;
        let mut names = vec![Value::NOTHING];
        names.extend(ast.names.iter().map(|(_, text)| heap.intern(text)));
        let constants = ast.constants().iter().map(|constant| value_of(constant, heap)).collect();
        Program { analysed, names, constants, first_code, origin }
    }

    /// Whether its frames have no place in tracebacks.
    #[inline]
    pub fn is_hidden(&self) -> bool {
        self.origin != Origin::User
    }

    /// The unit of a definition.
    pub fn unit_of(&self, node: NodeId) -> Option<&Unit> {
        self.scopes.unit_of(node).map(|unit| self.scopes.unit(unit))
    }

    /// What kind of unit a variable annotation, a module or a class body belongs to.
    pub fn unit_around(&self, node: NodeId) -> UnitKind {
        match self.around.get(&node) {
            Some(&unit) => self.scopes.unit(unit).kind,
            None => self.unit_of(node).map_or(UnitKind::Module, |unit| unit.kind),
        }
    }

    /// Whether the body of a module or class annotates variables, or a function its parameters or its result.
    pub fn has_annotations(&self, node: NodeId) -> bool {
        self.scopes.unit_of(node).is_some_and(|unit| self.annotated[unit.0 as usize])
    }

    /// The doc string of a definition, or [`Value::NOTHING`].
    pub fn docstring(&self, node: NodeId) -> Value {
        let constant = self.unit_of(node).and_then(|unit| unit.docstring(&self.ast));
        constant.map_or(Value::NOTHING, |constant| self.constants[constant.0 as usize])
    }

    /// The line on which a definition begins, its decorators included.
    pub fn first_line(&self, node: NodeId) -> usize {
        let decorators = match self.ast.kind(node) {
            Kind::ClassDef => self.ast.view::<ClassDef>(node).decorator_list,
            Kind::FunctionDef => self.ast.view::<FunctionDef>(node).decorator_list,
            _ => Ast::EMPTY,
        };
        let first = self.ast.list(decorators).next().unwrap_or(node);
        self.source.position(self.ast.span(first).start as usize).0
    }

    /// The name of a parameter.
    pub fn parameter_name(&self, parameter: NodeId) -> Value {
        self.names[self.ast.word(parameter, field::arg::arg) as usize]
    }

    /// The names that methods of a class set on their first parameter (`__static_attributes__`), sorted.
    pub fn static_attributes(&self, class: NodeId) -> Vec<Value> {
        let mut found: Vec<(&str, Value)> = Vec::new();
        for method in self.ast.list(self.ast.view::<ClassDef>(class).body) {
            if self.ast.kind(method) != Kind::FunctionDef {
                continue;
            }
            let Some(&own) = self.unit_of(method).and_then(|unit| unit.slots.first()) else { continue };
            let mut pending = vec![method];
            while let Some(node) = pending.pop() {
                self.ast.for_each_child(node, |child| pending.push(child));
                if self.ast.kind(node) != Kind::Attribute {
                    continue;
                }
                let attribute = self.ast.view::<Attribute>(node);
                let is_own = self.ast.kind(attribute.value) == Kind::Name
                    && self.ast.view::<Name>(attribute.value).id == own;
                if attribute.ctx == Kind::Store && is_own {
                    found.push((self.ast.name(attribute.attr), self.names[attribute.attr.0 as usize]));
                }
            }
        }
        found.sort_unstable_by_key(|&(text, _)| text);
        found.dedup_by_key(|&mut (text, _)| text);
        found.into_iter().map(|(_, value)| value).collect()
    }

    pub fn code_of(&self, node: NodeId) -> Option<u32> {
        self.scopes.unit_of(node).map(|unit| self.first_code + unit.0)
    }

    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        self.names.iter().chain(&self.constants).copied().for_each(visit);
    }
}

/// Which units annotate something, and the unit around each variable annotation.
fn find_annotations(ast: &Ast, scopes: &Scopes) -> (Vec<bool>, FxHashMap<NodeId, UnitId>) {
    let mut annotated = vec![false; scopes.units.len()];
    let mut around = FxHashMap::default();
    for unit in (0..scopes.units.len() as u32).map(UnitId) {
        let definition = scopes.unit(unit).node;
        let mut pending = vec![definition];
        while let Some(node) = pending.pop() {
            match ast.kind(node) {
                Kind::AnnAssign => {
                    annotated[unit.0 as usize] = true;
                    around.insert(node, unit);
                }
                Kind::arg if ast.view::<arg>(node).annotation.is_some() => annotated[unit.0 as usize] = true,
                Kind::FunctionDef if node == definition => {
                    annotated[unit.0 as usize] |= ast.view::<FunctionDef>(node).returns.is_some();
                }
                _ => {}
            }
            if node == definition || has_statements(ast.kind(node)) {
                ast.for_each_child(node, |child| pending.push(child));
            }
        }
    }
    (annotated, around)
}

/// Whether statements of the same unit may be inside of this form.
fn has_statements(kind: Kind) -> bool {
    use Kind::*;
    matches!(
        kind,
        If | For
            | While
            | With
            | Try
            | TryStar
            | AsyncFor
            | AsyncWith
            | Match
            | ExceptHandler
            | match_case
            | arguments
    )
}

/// Replaces private names (`__x` inside a class) by what they stand for, where no variable is meant.
fn mangle(ast: &mut Ast, scopes: &Scopes) {
    for index in 1..ast.table_len() as u32 {
        let node = NodeId(index);
        let at = match ast.kind(node) {
            Kind::Attribute => field::Attribute::attr,
            Kind::arg => field::arg::arg,
            _ => continue,
        };
        if let Some(mangled) = scopes.mangled(node) {
            ast.set_word(node, at, mangled.0);
        }
    }
}

/// The object that a constant of the text stands for.
fn value_of(constant: &ConstantValue, heap: &mut Heap) -> Value {
    match constant {
        ConstantValue::None => Value::NONE,
        ConstantValue::True => Value::TRUE,
        ConstantValue::False => Value::FALSE,
        ConstantValue::Ellipsis => Value::ELLIPSIS,
        ConstantValue::Int(int) => match int.to_i64() {
            Some(small) => heap.new_int(small),
            None => heap.new_bigint(int.clone()),
        },
        ConstantValue::Float(float) => Value::float(*float),
        ConstantValue::Imaginary(imaginary) => heap.new_complex(0.0, *imaginary),
        ConstantValue::Str(text) => {
            let text = Text::from(text);
            // Strings that look like names are shared, as names are.
            if text.len() <= 32 { heap.intern_text(text) } else { heap.new_text(text) }
        }
        ConstantValue::Bytes(bytes) => heap.new_bytes(bytes.clone()),
    }
}
