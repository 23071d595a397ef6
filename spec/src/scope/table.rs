//! The symbol table: which names each scope binds and uses.

use crate::ast::NodeId;
use crate::names::Symbol;
use rustc_hash::FxHashMap;

/// Index of a [`Scope`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ScopeId(pub u32);

/// The kinds of scopes. Those of comprehensions and annotations have no frame of their own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ScopeKind {
    Module,
    Function,
    Lambda,
    Class,
    GeneratorExp,
    ListComp,
    SetComp,
    DictComp,
    /// The type parameters of a function, class or alias (PEP 695).
    TypeParameters,
    /// The value of a type alias.
    TypeAlias,
    /// The bound of a type variable, or the default of a type parameter.
    TypeVariable,
    /// An annotation that is not evaluated (PEP 563).
    Annotation,
}

impl ScopeKind {
    /// List, set and dictionary comprehensions, whose variables live in the frame around them.
    pub fn is_inlined(self) -> bool {
        matches!(self, ScopeKind::ListComp | ScopeKind::SetComp | ScopeKind::DictComp)
    }

    pub fn is_comprehension(self) -> bool {
        self.is_inlined() || self == ScopeKind::GeneratorExp
    }

    /// The scopes of PEP 695.
    pub fn is_type_scope(self) -> bool {
        matches!(self, ScopeKind::TypeParameters | ScopeKind::TypeAlias | ScopeKind::TypeVariable)
    }

    /// Whether scopes inside see the variables of this one.
    pub fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// What a scope does with a name.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Flags(pub u16);

impl Flags {
    pub const USE: Flags = Flags(1);
    pub const LOCAL: Flags = Flags(1 << 1);
    pub const PARAM: Flags = Flags(1 << 2);
    pub const GLOBAL: Flags = Flags(1 << 3);
    pub const NONLOCAL: Flags = Flags(1 << 4);
    pub const IMPORT: Flags = Flags(1 << 5);
    pub const ANNOTATED: Flags = Flags(1 << 6);
    pub const TYPE_PARAM: Flags = Flags(1 << 7);
    /// In the target of a comprehension's `for`.
    pub const ITERATION: Flags = Flags(1 << 8);

    pub fn has(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    pub fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    /// Whether the name is bound in the scope, unless it is declared to belong elsewhere.
    pub fn is_bound(self) -> bool {
        self.has(Flags(Flags::LOCAL.0 | Flags::PARAM.0 | Flags::IMPORT.0 | Flags::TYPE_PARAM.0))
    }
}

/// What became of a name in a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Bound here.
    Local,
    /// Bound here, and captured by a scope with another frame.
    Cell,
    /// Bound in the scope around that the entry with this index belongs to.
    Free(u32),
    /// Declared `global`.
    GlobalExplicit,
    /// Bound nowhere around.
    GlobalImplicit,
}

/// One name in one scope.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: Symbol,
    pub scope: ScopeId,
    pub flags: Flags,
    pub status: Status,
    /// The slot of a variable that is bound here.
    pub slot: u16,
    /// The first `global` or `nonlocal` statement that names it, or what stands for one.
    pub directive: Option<NodeId>,
}

/// A scope.
#[derive(Clone, Debug)]
pub struct Scope {
    pub kind: ScopeKind,
    pub node: NodeId,
    pub parent: Option<ScopeId>,
    pub name: Symbol,
    /// The indices of its entries, in the order in which the names were met.
    pub entries: Vec<u32>,
    /// The parameters' entries, in the order of their slots.
    pub parameters: Vec<u32>,
    pub is_generator: bool,
    /// Holds `await`, or runs one through a comprehension; or is an `async def`.
    pub is_coroutine: bool,
    /// The class body in which this type scope stands.
    pub class: Option<ScopeId>,
    /// Whether this is the scope of a type parameter's default (not of its bound).
    pub is_default: bool,
    /// The class to which private names belong.
    pub(super) private: Option<Symbol>,
    /// In the targets of a comprehension's `for`.
    pub(super) in_targets: bool,
    /// How many iterables of comprehensions are around.
    pub(super) in_iterables: u32,
}

/// All scopes, and what is known before names are resolved.
pub(super) struct Table {
    pub scopes: Vec<Scope>,
    pub entries: Vec<Entry>,
    pub map: FxHashMap<(ScopeId, Symbol), u32>,
    /// Nodes that name a variable, with their entries.
    pub occurrences: Vec<(NodeId, u32)>,
    pub mangled: Vec<Option<Symbol>>,
    pub future_annotations: bool,
}

impl Table {
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    pub fn find(&self, scope: ScopeId, name: Symbol) -> Option<&Entry> {
        self.map.get(&(scope, name)).map(|&at| &self.entries[at as usize])
    }

    pub fn flags(&self, scope: ScopeId, name: Symbol) -> Flags {
        self.find(scope, name).map_or(Flags::default(), |entry| entry.flags)
    }

    /// The entry of a name, made if there is none.
    pub fn entry(&mut self, scope: ScopeId, name: Symbol) -> u32 {
        let next = self.entries.len() as u32;
        let at = *self.map.entry((scope, name)).or_insert(next);
        if at == next {
            self.entries.push(Entry {
                name,
                scope,
                flags: Flags::default(),
                status: Status::GlobalImplicit,
                slot: 0,
                directive: None,
            });
            self.scopes[scope.0 as usize].entries.push(at);
        }
        at
    }
}
