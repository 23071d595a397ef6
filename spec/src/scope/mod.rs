//! Scopes: which variable each name of a program means (Language Reference 4.2, *Naming and binding*).
//!
//! A *unit* is what runs in a frame of its own: a module, a function, a lambda, a class body, a generator expression.
//! Its variables live in numbered *slots*, parameters first. List, set and dict comprehensions have a scope but no
//! unit (PEP 709): their variables are further slots of the unit around them.

use crate::ast::NodeId;
use crate::names::Symbol;

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
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitKind {
    Module,
    Function,
    Lambda,
    Class,
    GeneratorExp,
    /// The implicit scope of a type parameter list (PEP 695) or of a type alias's value.
    TypeParameters,
}

/// Index of a [`Unit`] in [`Scopes::units`]; 0 is the module.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UnitId(pub u32);

/// How many parameters a unit has of each kind. They take the first slots, in this order.
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
}
