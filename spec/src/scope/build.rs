//! The first pass: which names each scope binds and uses (Language Reference 4.2.1). The tree is walked with a stack
//! of what is left to do, since it may be deeper than the native stack.

use super::mangle;
use super::table::{Flags, Scope, ScopeId, ScopeKind, Table};
use crate::ast::{Ast, NodeId};
use crate::error::SyntaxError;
use crate::names::Symbol;
use crate::source::Source;
use rustc_hash::FxHashMap;

/// What is left to do.
#[derive(Clone, Copy, Debug)]
pub(super) enum Work {
    Visit(NodeId),
    /// A node binds a name.
    Define(NodeId, Symbol, Flags),
    Enter {
        kind: ScopeKind,
        node: NodeId,
        name: Symbol,
    },
    Leave,
    /// Names are private to this class from here on.
    Private(Option<Symbol>),
    /// The parameters of a function whose scope has been entered.
    Parameters(NodeId),
    InTargets(bool),
    /// An iterable of a comprehension begins or ends.
    InIterable(bool),
    Coroutine,
    /// An annotation, which may be evaluated or not.
    Annotation(NodeId),
    /// The scope is the default of a type parameter.
    Default,
}

pub(super) type Step = Result<(), Box<SyntaxError>>;

pub(super) struct Builder<'a> {
    pub ast: &'a mut Ast,
    pub source: &'a Source,
    pub table: Table,
    pub current: ScopeId,
    pub private: Option<Symbol>,
    pub work: Vec<Work>,
    pub known: Known,
    mangle_cache: FxHashMap<(Symbol, Symbol), Symbol>,
}

/// Names with a meaning of their own.
pub(super) struct Known {
    pub class: Symbol,
    pub class_dict: Symbol,
    pub super_: Symbol,
    pub star: Symbol,
    pub lambda: Symbol,
    pub generator: Symbol,
    pub list: Symbol,
    pub set: Symbol,
    pub dict: Symbol,
    pub annotation: Symbol,
}

impl Known {
    fn new(ast: &mut Ast) -> Known {
        let mut intern = |text| ast.names.intern(text);
        Known {
            class: intern("__class__"),
            class_dict: intern("__classdict__"),
            super_: intern("super"),
            star: intern("*"),
            lambda: intern("<lambda>"),
            generator: intern("<genexpr>"),
            list: intern("<listcomp>"),
            set: intern("<setcomp>"),
            dict: intern("<dictcomp>"),
            annotation: intern("_annotation"),
        }
    }
}

pub(super) fn build(ast: &mut Ast, source: &Source) -> Result<Table, SyntaxError> {
    let root = ast.root;
    let known = Known::new(ast);
    let name = ast.names.intern("<module>");
    let future_annotations = super::visit::future_annotations(ast);
    let table = Table {
        scopes: Vec::new(),
        entries: Vec::new(),
        map: FxHashMap::default(),
        occurrences: Vec::with_capacity(ast.table_len() / 2),
        mangled: vec![None; ast.table_len()],
        future_annotations,
    };
    let mut builder = Builder {
        ast,
        source,
        table,
        current: ScopeId(0),
        private: None,
        work: Vec::new(),
        known,
        mangle_cache: FxHashMap::default(),
    };
    builder.add_scope(ScopeKind::Module, root, name, None);
    builder.work.push(Work::Visit(root));
    match builder.run() {
        Ok(()) => Ok(builder.table),
        Err(error) => Err(*error),
    }
}

impl Builder<'_> {
    fn run(&mut self) -> Step {
        while let Some(work) = self.work.pop() {
            match work {
                Work::Visit(node) => self.visit(node)?,
                Work::Define(node, name, flags) => self.define(node, name, flags)?,
                Work::Enter { kind, node, name } => self.enter(kind, node, name),
                Work::Leave => self.leave(),
                Work::Private(class) => self.private = class,
                Work::Parameters(node) => self.parameters(node)?,
                Work::InTargets(on) => self.scope().in_targets = on,
                Work::InIterable(true) => self.scope().in_iterables += 1,
                Work::InIterable(false) => self.scope().in_iterables -= 1,
                Work::Coroutine => self.scope().is_coroutine = true,
                Work::Annotation(node) => self.annotation(node),
                Work::Default => self.scope().is_default = true,
            }
        }
        Ok(())
    }

    /// Plans work in its order, to be done before all that is planned already.
    pub fn plan(&mut self, items: impl IntoIterator<Item = Work>) {
        let start = self.work.len();
        self.work.extend(items);
        self.work[start..].reverse();
    }

    pub fn scope(&mut self) -> &mut Scope {
        &mut self.table.scopes[self.current.0 as usize]
    }

    pub fn kind(&self) -> ScopeKind {
        self.table.scope(self.current).kind
    }

    #[cold]
    pub fn error(&self, node: NodeId, message: impl Into<String>) -> Box<SyntaxError> {
        Box::new(SyntaxError::after_parsing(self.source, self.ast.span(node), message))
    }

    pub fn text(&self, name: Symbol) -> &str {
        self.ast.name(name)
    }

    fn add_scope(&mut self, kind: ScopeKind, node: NodeId, name: Symbol, class: Option<ScopeId>) -> ScopeId {
        let id = ScopeId(self.table.scopes.len() as u32);
        let parent = (id.0 > 0).then_some(self.current);
        let in_iterables = parent.map_or(0, |parent| self.table.scope(parent).in_iterables);
        self.table.scopes.push(Scope {
            kind,
            node,
            parent,
            name,
            entries: Vec::new(),
            parameters: Vec::new(),
            is_generator: kind == ScopeKind::GeneratorExp,
            is_coroutine: false,
            class,
            is_default: false,
            private: self.private,
            in_targets: false,
            in_iterables,
        });
        id
    }

    fn enter(&mut self, kind: ScopeKind, node: NodeId, name: Symbol) {
        let class = kind.is_type_scope().then(|| self.class_around()).flatten();
        self.current = self.add_scope(kind, node, name, class);
        if class.is_some() {
            let entry = self.table.entry(self.current, self.known.class_dict);
            let flags = &mut self.table.entries[entry as usize].flags;
            *flags = flags.with(Flags::USE);
        }
    }

    /// The class body that a type scope entered here can see: only the nearest, through other type scopes.
    fn class_around(&self) -> Option<ScopeId> {
        let scope = self.table.scope(self.current);
        if scope.kind == ScopeKind::Class { Some(self.current) } else { scope.class }
    }

    fn leave(&mut self) {
        let scope = self.table.scope(self.current);
        let (parent, private) = (scope.parent, scope.private);
        // A comprehension that awaits makes what is around it await, but a generator does so only when it runs.
        let awaits = scope.is_coroutine && scope.kind.is_inlined();
        self.private = private;
        if let Some(parent) = parent {
            self.current = parent;
            if awaits {
                self.scope().is_coroutine = true;
            }
        }
    }

    /// The name as it is known in this scope (Language Reference 6.2.1).
    pub fn mangle(&mut self, name: Symbol) -> Symbol {
        let Some(class) = self.private else { return name };
        if !self.ast.name(name).starts_with("__") {
            return name;
        }
        if let Some(&known) = self.mangle_cache.get(&(class, name)) {
            return known;
        }
        let text = mangle(self.ast.name(class), self.ast.name(name)).into_owned();
        let symbol = self.ast.names.intern(&text);
        self.mangle_cache.insert((class, name), symbol);
        symbol
    }

    /// Notes the mangled name of a node.
    pub fn note_mangled(&mut self, node: NodeId, name: Symbol) -> Symbol {
        let mangled = self.mangle(name);
        self.table.mangled[node.0 as usize] = Some(mangled);
        mangled
    }

    /// A node uses or binds a name in the current scope.
    pub fn define(&mut self, node: NodeId, name: Symbol, flags: Flags) -> Step {
        let mangled = self.note_mangled(node, name);
        let entry = self.define_name(node, name, mangled, flags, self.current)?;
        self.table.occurrences.push((node, entry));
        Ok(())
    }

    /// Adds flags to a name's entry in a scope.
    pub fn define_name(
        &mut self,
        node: NodeId,
        name: Symbol,
        mangled: Symbol,
        mut flags: Flags,
        scope: ScopeId,
    ) -> Result<u32, Box<SyntaxError>> {
        let at = self.table.entry(scope, mangled);
        let before = self.table.entries[at as usize].flags;
        if flags.has(Flags::PARAM) && before.has(Flags::PARAM) {
            let text = self.text(name);
            return Err(self.error(node, format!("duplicate argument '{text}' in function definition")));
        }
        if flags.has(Flags::TYPE_PARAM) && before.has(Flags::TYPE_PARAM) {
            let text = self.text(name);
            return Err(self.error(node, format!("duplicate type parameter '{text}'")));
        }
        // A name that is only used there (`for a[x] in b`) is treated alike.
        if self.scope().in_targets {
            if before.has(Flags(Flags::GLOBAL.0 | Flags::NONLOCAL.0)) {
                let text = self.text(name);
                let message =
                    format!("comprehension inner loop cannot rebind assignment expression target '{text}'");
                return Err(self.error(node, message));
            }
            flags = flags.with(Flags::ITERATION);
        }
        self.table.entries[at as usize].flags = before.with(flags);
        if flags.has(Flags::GLOBAL) {
            // The module has the name too, whether or not it binds it.
            let global = self.table.entry(ScopeId(0), mangled);
            let flags = &mut self.table.entries[global as usize].flags;
            *flags = flags.with(Flags::GLOBAL);
        }
        if flags.has(Flags::PARAM) {
            self.table.scopes[scope.0 as usize].parameters.push(at);
        }
        Ok(at)
    }

    /// An annotation: in a scope of its own where it is not evaluated.
    fn annotation(&mut self, node: NodeId) {
        if !self.table.future_annotations {
            return self.plan([Work::Visit(node)]);
        }
        let name = self.known.annotation;
        self.plan([Work::Enter { kind: ScopeKind::Annotation, node, name }, Work::Visit(node), Work::Leave]);
    }
}
