//! Scopes: which variable each name of a program means (Language Reference 4.2, *Naming and binding*).
//!
//! A *unit* is what runs in a frame of its own: a module, a function, a lambda, a class body, a generator expression.
//! Its variables live in numbered *slots*, parameters first. List, set and dict comprehensions have a scope but no
//! unit (PEP 709): their variables are further slots of the unit around them.

mod build;
mod resolve;
mod table;
mod visit;

use crate::ast::{Ast, ConstId, Constant, Expr, Kind, NodeId};
use crate::constant::ConstantValue;
use crate::early;
use crate::error::SyntaxError;
use crate::names::Symbol;
use crate::source::Source;

pub use table::{Entry, Flags, Scope, ScopeId, ScopeKind, Status};

/// Where a name is looked up, bound and deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Variable {
    /// A slot of the frame.
    Local(u16),
    /// A slot of the frame that holds a cell, shared with other frames.
    Cell(u16),
    /// The module's globals, then the builtins.
    Global(Symbol),
    /// The namespace of the class body or module that runs, then globals and builtins.
    Named(Symbol),
    /// In a class body: its namespace first, then the cell in this slot.
    NamedOrCell(Symbol, u16),
    /// In a type scope inside of a class body (PEP 695): the namespace of the class, which the cell in slot `class`
    /// holds; then globals and builtins.
    ClassNamed { name: Symbol, class: u16 },
    /// As [`Variable::ClassNamed`], but the cell in slot `cell` after the namespace.
    ClassNamedOrCell { name: Symbol, class: u16, cell: u16 },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitKind {
    Module,
    Function,
    Lambda,
    Class,
    GeneratorExp,
    /// The implicit scope of a type parameter list (PEP 695), of a type alias's value, of a type variable's bound or
    /// default.
    TypeParameters,
}

/// Index of a [`Unit`] in [`Scopes::units`]; 0 is the module.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UnitId(pub u32);

/// How many parameters a unit has of each kind. They take the first slots, in the order of CPython's `co_varnames`:
/// positional-only ones, those given either way, keyword-only ones, `*args`, `**kwargs`. A generator expression has
/// one: `.0`, the iterator of its first iterable, which is evaluated in the unit around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Parameters {
    pub positional_only: u16,
    /// Those that may be given by position or by keyword.
    pub positional_or_keyword: u16,
    pub keyword_only: u16,
    pub var_positional: bool,
    pub var_keyword: bool,
}

/// What runs in a frame of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    pub kind: UnitKind,
    /// The `Module`, `FunctionDef`, `Lambda`, `ClassDef`, ... that this unit belongs to.
    pub node: NodeId,
    pub parent: Option<UnitId>,
    /// `<module>`, `f`, `<lambda>`, `<genexpr>`.
    pub name: String,
    /// The dotted path of PEP 3155: `C.method`, `f.<locals>.g`.
    pub qualified_name: String,
    pub parameters: Parameters,
    /// The name of each slot (mangled where it is private to a class).
    pub slots: Vec<Symbol>,
    /// Slots for which the frame makes a new cell when it starts (a parameter's value moves into its cell).
    pub cells: Vec<u16>,
    /// Slots that take a cell of the frame in which the function is made.
    pub free: Vec<Captured>,
    pub is_generator: bool,
    pub is_async: bool,
    /// The slot of `__class__`: in a class body, the cell that gets the finished class, if a method asks for it; in a
    /// function, the cell that `super()` without arguments reads.
    pub class_cell: Option<u16>,
    /// In a class body, the cell that gets the namespace, if a type scope asks for it; there, where that cell is.
    pub namespace_cell: Option<u16>,
}

/// A free variable: the slot that holds its cell here, and in the parent unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Captured {
    pub slot: u16,
    pub parent_slot: u16,
}

/// The scope of a comprehension that runs in the frame around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InlinedScope {
    /// The slots of its variables, unbound anew whenever the comprehension starts.
    pub slots: Vec<u16>,
    /// Those of them that get a new cell then.
    pub cells: Vec<u16>,
    /// Whether it awaits, itself or in a comprehension inside.
    pub is_async: bool,
}

/// The scopes of a program, by node.
#[derive(Clone, Debug)]
pub struct Scopes {
    /// All units; the module's is the first, and parents come before children.
    pub units: Vec<Unit>,
    /// `from __future__ import annotations`: annotations are kept as text and not evaluated (PEP 563).
    pub future_annotations: bool,
    /// The symbol table, as the `symtable` module shows it: comprehensions have entries of their own here.
    pub scopes: Vec<Scope>,
    pub entries: Vec<Entry>,
    variables: Vec<Option<Variable>>,
    mangled: Vec<Option<Symbol>>,
    /// The unit of each node plus one, or the inlined scope of a comprehension plus one.
    index: Vec<u32>,
    type_units: Vec<(NodeId, UnitId)>,
    default_units: Vec<(NodeId, UnitId)>,
    inlined: Vec<InlinedScope>,
}

impl Scopes {
    /// Finds the variable of every name, and the early errors that the parser does not see. Mangled names (6.2.1) are added to the names of the tree.
    pub fn analyze(ast: &mut Ast, source: &Source) -> Result<Scopes, SyntaxError> {
        let future_end = early::future::check(ast, source)?;
        let table = build::build(ast, source)?;
        let scopes = resolve::resolve(ast, source, table)?;
        early::check(ast, source, &scopes, future_end)?;
        Ok(scopes)
    }

    /// The unit that belongs to a node: the module, a function, a lambda, a class, a generator expression; a type
    /// alias's value, a type variable's bound.
    #[inline]
    pub fn unit_of(&self, node: NodeId) -> Option<UnitId> {
        self.index[node.0 as usize].checked_sub(1).map(UnitId)
    }

    /// The unit around the type parameters of a function, class or alias.
    pub fn type_parameters_of(&self, node: NodeId) -> Option<UnitId> {
        find_unit(&self.type_units, node)
    }

    /// The unit of a type parameter's default (PEP 696).
    pub fn default_of(&self, type_parameter: NodeId) -> Option<UnitId> {
        find_unit(&self.default_units, type_parameter)
    }

    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// The variable that a node names: a `Name`, a definition's name (in the scope around it), what an `alias`, a
    /// handler, a pattern, a parameter or a type parameter binds. `None` for all others.
    #[inline]
    pub fn variable(&self, node: NodeId) -> Option<Variable> {
        self.variables[node.0 as usize]
    }

    /// The scope of a list, set or dictionary comprehension.
    pub fn inlined(&self, comprehension: NodeId) -> &InlinedScope {
        &self.inlined[self.index[comprehension.0 as usize] as usize - 1]
    }

    /// The identifier of a node (`Name`, `Attribute`, `arg`, `alias` of an import, ...), mangled where it is private to
    /// a class (6.2.1). Keywords of calls and of class patterns are never mangled.
    #[inline]
    pub fn mangled(&self, node: NodeId) -> Option<Symbol> {
        self.mangled[node.0 as usize]
    }
}

fn find_unit(units: &[(NodeId, UnitId)], node: NodeId) -> Option<UnitId> {
    units.binary_search_by_key(&node, |&(key, _)| key).ok().map(|at| units[at].1)
}

impl Unit {
    /// The docstring: the first statement of a module, class or function, if it is a string.
    pub fn docstring(&self, ast: &Ast) -> Option<ConstId> {
        use crate::ast::{AsyncFunctionDef, ClassDef, FunctionDef, Module};
        let body = match ast.kind(self.node) {
            Kind::Module => ast.view::<Module>(self.node).body,
            Kind::ClassDef => ast.view::<ClassDef>(self.node).body,
            Kind::FunctionDef => ast.view::<FunctionDef>(self.node).body,
            Kind::AsyncFunctionDef => ast.view::<AsyncFunctionDef>(self.node).body,
            _ => return None,
        };
        let first = ast.list(body).next()?;
        let value = (ast.kind(first) == Kind::Expr).then(|| ast.view::<Expr>(first).value)?;
        let constant = (ast.kind(value) == Kind::Constant).then(|| ast.view::<Constant>(value).value)?;
        matches!(ast.constant(constant), ConstantValue::Str(_)).then_some(constant)
    }
}

/// A name that is private to a class, as it is known outside (Language Reference 6.2.1); others unchanged.
pub fn mangle<'a>(class: &str, name: &'a str) -> std::borrow::Cow<'a, str> {
    let stripped = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || stripped.is_empty() {
        return name.into();
    }
    format!("_{stripped}{name}").into()
}
