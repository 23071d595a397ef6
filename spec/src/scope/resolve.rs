//! The second pass: which variable each name means (Language Reference 4.2.2), and where it is kept.
//!
//! Scopes are numbered with parents before children, so that slots can be given out from the outside in. A variable
//! that another frame uses becomes a cell; every frame in between hands the cell on.

use super::build::Step;
use super::table::{Entry, Flags, ScopeId, ScopeKind, Status, Table};
use super::{Captured, InlinedScope, Parameters, Scopes, Unit, UnitId, UnitKind, Variable};
use crate::ast::{Ast, Kind, NodeId, arguments};
use crate::error::SyntaxError;
use crate::names::Symbol;
use crate::source::Source;
use rustc_hash::FxHashMap;

pub(super) fn resolve(ast: &mut Ast, source: &Source, table: Table) -> Result<Scopes, SyntaxError> {
    let class_name = ast.names.intern("__class__");
    let namespace_name = ast.names.intern("__classdict__");
    let iterator = ast.names.intern(".0");
    let mut resolver = Resolver {
        ast,
        source,
        table,
        class_name,
        namespace_name,
        iterator,
        units: Vec::new(),
        unit_of_scope: Vec::new(),
        inlined: Vec::new(),
        inlined_of_scope: FxHashMap::default(),
        captures: FxHashMap::default(),
    };
    match resolver.run() {
        Ok(()) => Ok(resolver.finish()),
        Err(error) => Err(*error),
    }
}

/// What a frame captures: an entry, or a class's own `__class__` or namespace.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Target {
    Entry(u32),
    Class(ScopeId),
    Namespace(ScopeId),
}

struct Resolver<'a> {
    ast: &'a Ast,
    source: &'a Source,
    table: Table,
    class_name: Symbol,
    namespace_name: Symbol,
    iterator: Symbol,
    units: Vec<Unit>,
    /// The unit in whose frame a scope runs; none for annotations that do not run.
    unit_of_scope: Vec<Option<UnitId>>,
    inlined: Vec<InlinedScope>,
    inlined_of_scope: FxHashMap<ScopeId, usize>,
    /// The slot by which a unit reaches what it captures.
    captures: FxHashMap<(UnitId, Target), u16>,
}

impl Resolver<'_> {
    fn run(&mut self) -> Step {
        for at in 0..self.table.scopes.len() {
            self.open_scope(ScopeId(at as u32))?;
        }
        for at in 0..self.table.scopes.len() {
            let scope = ScopeId(at as u32);
            for index in 0..self.table.scope(scope).entries.len() {
                let entry = self.table.scope(scope).entries[index];
                self.resolve_entry(entry)?;
            }
        }
        self.set_cells();
        Ok(())
    }

    /// Gives a scope its unit and its own variables their slots.
    fn open_scope(&mut self, id: ScopeId) -> Step {
        let scope = self.table.scope(id);
        let parent_unit = scope.parent.and_then(|parent| self.unit_of_scope[parent.0 as usize]);
        let is_root = scope.parent.is_none();
        if scope.kind == ScopeKind::Annotation || parent_unit.is_none() && !is_root {
            self.unit_of_scope.push(None);
            return Ok(());
        }
        if scope.kind.is_inlined() {
            self.unit_of_scope.push(parent_unit);
            self.inlined_of_scope.insert(id, self.inlined.len());
            let is_async = self.table.scope(id).is_coroutine;
            self.inlined.push(InlinedScope { slots: Vec::new(), cells: Vec::new(), is_async });
        } else {
            let unit = self.new_unit(id, parent_unit);
            self.unit_of_scope.push(Some(UnitId(self.units.len() as u32)));
            self.units.push(unit);
        }
        self.give_slots(id)
    }

    fn new_unit(&self, id: ScopeId, parent: Option<UnitId>) -> Unit {
        let scope = self.table.scope(id);
        let kind = match scope.kind {
            ScopeKind::Module => UnitKind::Module,
            ScopeKind::Function => UnitKind::Function,
            ScopeKind::Lambda => UnitKind::Lambda,
            ScopeKind::Class => UnitKind::Class,
            ScopeKind::GeneratorExp => UnitKind::GeneratorExp,
            _ => UnitKind::TypeParameters,
        };
        let name = self.ast.name(scope.name).to_owned();
        let name = if scope.kind == ScopeKind::TypeParameters {
            format!("<generic parameters of {name}>")
        } else {
            name
        };
        Unit {
            kind,
            node: scope.node,
            parent,
            qualified_name: self.qualified_name(id, &name),
            name,
            parameters: self.parameters(id),
            slots: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            is_generator: scope.is_generator,
            is_async: scope.is_coroutine,
            class_cell: None,
            namespace_cell: None,
        }
    }

    /// PEP 3155: the path of names; `<locals>` stands between a function and what it holds.
    fn qualified_name(&self, id: ScopeId, name: &str) -> String {
        let scope = self.table.scope(id);
        let mut around = scope.parent;
        while let Some(parent) = around {
            let skipped = self.table.scope(parent).kind.is_inlined()
                || self.table.scope(parent).kind == ScopeKind::TypeParameters;
            if !skipped {
                break;
            }
            around = self.table.scope(parent).parent;
        }
        let Some(around) = around else { return name.to_owned() };
        let defines = matches!(scope.kind, ScopeKind::Function | ScopeKind::Class);
        if defines && self.is_global_there(around, scope.node) {
            return name.to_owned();
        }
        let Some(unit) = self.unit_of_scope[around.0 as usize] else { return name.to_owned() };
        let unit = &self.units[unit.0 as usize];
        match unit.kind {
            UnitKind::Module => name.to_owned(),
            UnitKind::Class => format!("{}.{name}", unit.qualified_name),
            _ => format!("{}.<locals>.{name}", unit.qualified_name),
        }
    }

    /// Whether the scope declares the name of a definition global.
    fn is_global_there(&self, scope: ScopeId, definition: NodeId) -> bool {
        let Some(name) = self.table.mangled[definition.0 as usize] else { return false };
        self.table.flags(scope, name).has(Flags::GLOBAL)
    }

    fn parameters(&self, id: ScopeId) -> Parameters {
        let scope = self.table.scope(id);
        let args = match self.ast.kind(scope.node) {
            Kind::FunctionDef if scope.kind == ScopeKind::Function => {
                self.ast.view::<crate::ast::FunctionDef>(scope.node).args
            }
            Kind::AsyncFunctionDef if scope.kind == ScopeKind::Function => {
                self.ast.view::<crate::ast::AsyncFunctionDef>(scope.node).args
            }
            Kind::Lambda => self.ast.view::<crate::ast::Lambda>(scope.node).args,
            Kind::GeneratorExp => return Parameters { positional_only: 1, ..Parameters::default() },
            _ => return Parameters::default(),
        };
        let args: arguments = self.ast.view(args);
        let count = |list| self.ast.list_words(list).len() as u16;
        Parameters {
            positional_only: count(args.posonlyargs),
            positional_or_keyword: count(args.args),
            keyword_only: count(args.kwonlyargs),
            var_positional: args.vararg.is_some(),
            var_keyword: args.kwarg.is_some(),
        }
    }

    /// Slots for the variables that a scope binds: parameters first. Modules and classes keep theirs by name.
    fn give_slots(&mut self, id: ScopeId) -> Step {
        let scope = self.table.scope(id);
        if scope.kind == ScopeKind::GeneratorExp {
            self.new_slot(id, self.iterator)?;
        }
        let scope = self.table.scope(id);
        if matches!(scope.kind, ScopeKind::Module | ScopeKind::Class) {
            return Ok(());
        }
        let is_local = |entry: &&u32| is_local(&self.table.entries[**entry as usize]);
        let named = scope
            .entries
            .iter()
            .filter(|entry| !self.table.entries[**entry as usize].flags.has(Flags::PARAM));
        let order: Vec<u32> = scope.parameters.iter().chain(named).filter(is_local).copied().collect();
        for at in order {
            let slot = self.new_slot(id, self.table.entries[at as usize].name)?;
            self.table.entries[at as usize].slot = slot;
            if let Some(&inlined) = self.inlined_of_scope.get(&id) {
                self.inlined[inlined].slots.push(slot);
            }
        }
        Ok(())
    }

    fn new_slot(&mut self, scope: ScopeId, name: Symbol) -> Result<u16, Box<SyntaxError>> {
        let node = self.table.scope(scope).node;
        let unit = self.unit_of_scope[scope.0 as usize].unwrap_or(UnitId(0));
        self.add_slot(unit, name, node)
    }

    fn add_slot(&mut self, unit: UnitId, name: Symbol, node: NodeId) -> Result<u16, Box<SyntaxError>> {
        let slots = &mut self.units[unit.0 as usize].slots;
        match u16::try_from(slots.len()) {
            Ok(slot) if slot < u16::MAX => {
                slots.push(name);
                Ok(slot)
            }
            _ => Err(self.error(node, "too many variables in one scope".to_owned())),
        }
    }

    #[cold]
    fn error(&self, node: NodeId, message: String) -> Box<SyntaxError> {
        Box::new(SyntaxError::after_parsing(self.source, self.ast.span(node), message))
    }

    fn resolve_entry(&mut self, at: u32) -> Step {
        let entry = self.table.entries[at as usize].clone();
        let flags = entry.flags;
        let status = if flags.has(Flags::GLOBAL) {
            if flags.has(Flags::NONLOCAL) {
                let message = format!("name '{}' is nonlocal and global", self.ast.name(entry.name));
                return Err(self.error(entry.directive.unwrap_or(self.ast.root), message));
            }
            Status::GlobalExplicit
        } else if flags.has(Flags::NONLOCAL) {
            self.resolve_nonlocal(&entry)?
        } else if flags.is_bound() {
            // A scope inside may have made it a cell already.
            match entry.status {
                Status::Cell => Status::Cell,
                _ => Status::Local,
            }
        } else {
            self.resolve_use(&entry)?
        };
        self.table.entries[at as usize].status = status;
        Ok(())
    }

    fn resolve_nonlocal(&mut self, entry: &Entry) -> Result<Status, Box<SyntaxError>> {
        let name = self.ast.name(entry.name);
        let node = entry.directive.unwrap_or(self.ast.root);
        if self.table.scope(entry.scope).kind == ScopeKind::Module {
            return Err(self.error(node, "nonlocal declaration not allowed at module level".to_owned()));
        }
        if let Some(class) = self.implicit_class(entry) {
            return self.capture_class(entry, class);
        }
        let Some(binding) = self.binding(entry) else {
            return Err(self.error(node, format!("no binding for nonlocal '{name}' found")));
        };
        let bound = &self.table.entries[binding as usize];
        if bound.flags.has(Flags::TYPE_PARAM) {
            let message = format!("nonlocal binding not allowed for type parameter '{name}'");
            return Err(self.error(node, message));
        }
        self.capture(entry.scope, Target::Entry(binding))?;
        Ok(Status::Free(binding))
    }

    fn resolve_use(&mut self, entry: &Entry) -> Result<Status, Box<SyntaxError>> {
        if let Some(class) = self.table.scope(entry.scope).class {
            if entry.name == self.namespace_name {
                self.capture(entry.scope, Target::Namespace(class))?;
                return Ok(Status::Free(u32::MAX));
            }
            let flags = self.table.flags(class, entry.name);
            if flags.has(Flags::GLOBAL) {
                return Ok(Status::GlobalExplicit);
            }
            if flags.is_bound() && !flags.has(Flags::NONLOCAL) {
                return Ok(Status::GlobalImplicit);
            }
        }
        if let Some(class) = self.implicit_class(entry) {
            return self.capture_class(entry, class);
        }
        match self.binding(entry) {
            Some(binding) => {
                self.capture(entry.scope, Target::Entry(binding))?;
                Ok(Status::Free(binding))
            }
            None => Ok(Status::GlobalImplicit),
        }
    }

    /// The entry of the nearest scope around in which the name is bound (4.2.2); classes are not seen from inside.
    fn binding(&self, entry: &Entry) -> Option<u32> {
        let mut around = self.table.scope(entry.scope).parent;
        while let Some(id) = around {
            let scope = self.table.scope(id);
            if scope.kind.is_function_like()
                && let Some(&at) = self.table.map.get(&(id, entry.name))
            {
                let flags = self.table.entries[at as usize].flags;
                if flags.has(Flags::GLOBAL) {
                    return None;
                }
                if flags.is_bound() && !flags.has(Flags::NONLOCAL) {
                    return Some(at);
                }
            }
            around = scope.parent;
        }
        None
    }

    /// The class whose `__class__` cell the name means: a name that each class binds for its methods.
    fn implicit_class(&self, entry: &Entry) -> Option<ScopeId> {
        if entry.name != self.class_name {
            return None;
        }
        let mut scope = self.table.scope(entry.scope);
        let mut crossed_frame = !scope.kind.is_inlined();
        while let Some(id) = scope.parent {
            scope = self.table.scope(id);
            if scope.kind == ScopeKind::Class {
                // A comprehension in the class body runs in its frame and sees no more than the body does.
                return crossed_frame.then_some(id);
            }
            if scope.kind.is_function_like()
                && let Some(found) = self.table.find(id, entry.name)
                && (found.flags.has(Flags::GLOBAL) || found.flags.is_bound())
            {
                return None;
            }
            crossed_frame |= !scope.kind.is_inlined();
        }
        None
    }

    /// `__class__` is free, but bound by no entry.
    fn capture_class(&mut self, entry: &Entry, class: ScopeId) -> Result<Status, Box<SyntaxError>> {
        self.capture(entry.scope, Target::Class(class))?;
        Ok(Status::Free(u32::MAX))
    }

    /// Makes a variable reachable from a scope: the slot by which the scope's frame reaches it.
    fn capture(&mut self, scope: ScopeId, target: Target) -> Result<u16, Box<SyntaxError>> {
        let Some(unit) = self.unit_of_scope[scope.0 as usize] else { return Ok(0) };
        let (home, name) = match target {
            Target::Entry(at) => {
                let entry = &self.table.entries[at as usize];
                (entry.scope, entry.name)
            }
            Target::Class(class) => (class, self.class_name),
            Target::Namespace(class) => (class, self.namespace_name),
        };
        let Some(home_unit) = self.unit_of_scope[home.0 as usize] else { return Ok(0) };
        let mut path = Vec::new();
        let mut at = unit;
        while at != home_unit && !self.captures.contains_key(&(at, target)) {
            path.push(at);
            let Some(parent) = self.units[at.0 as usize].parent else { break };
            at = parent;
        }
        let mut slot = match self.captures.get(&(at, target)) {
            Some(&slot) => slot,
            None => self.home_slot(home_unit, target, unit != home_unit)?,
        };
        for unit in path.into_iter().rev() {
            let parent_slot = slot;
            slot = self.add_slot(unit, name, self.units[unit.0 as usize].node)?;
            let free = &mut self.units[unit.0 as usize];
            free.free.push(Captured { slot, parent_slot });
            if matches!(target, Target::Class(_)) {
                free.class_cell = Some(slot);
            }
            if matches!(target, Target::Namespace(_)) {
                free.namespace_cell = Some(slot);
            }
            self.captures.insert((unit, target), slot);
        }
        Ok(slot)
    }

    /// The slot of a variable in the unit that it belongs to; it becomes a cell where another frame uses it.
    fn home_slot(&mut self, unit: UnitId, target: Target, shared: bool) -> Result<u16, Box<SyntaxError>> {
        let name = match target {
            Target::Entry(at) => {
                let entry = &mut self.table.entries[at as usize];
                if shared {
                    entry.status = Status::Cell;
                }
                return Ok(entry.slot);
            }
            Target::Class(_) => self.class_name,
            Target::Namespace(_) => self.namespace_name,
        };
        let slot = self.add_slot(unit, name, self.units[unit.0 as usize].node)?;
        let home = &mut self.units[unit.0 as usize];
        match target {
            Target::Class(_) => home.class_cell = Some(slot),
            _ => home.namespace_cell = Some(slot),
        }
        home.cells.push(slot);
        self.captures.insert((unit, target), slot);
        Ok(slot)
    }

    /// Which slots get new cells, when a frame starts or an inlined comprehension does.
    fn set_cells(&mut self) {
        for entry in &self.table.entries {
            let Some(unit) = self.unit_of_scope[entry.scope.0 as usize] else { continue };
            if entry.status != Status::Cell || self.keeps_by_name(entry.scope) {
                continue;
            }
            match self.inlined_of_scope.get(&entry.scope) {
                Some(&inlined) => self.inlined[inlined].cells.push(entry.slot),
                None => self.units[unit.0 as usize].cells.push(entry.slot),
            }
        }
        for unit in &mut self.units {
            unit.cells.sort_unstable();
        }
    }

    fn keeps_by_name(&self, scope: ScopeId) -> bool {
        matches!(self.table.scope(scope).kind, ScopeKind::Module | ScopeKind::Class)
    }

    /// Where an entry's name is looked up.
    fn variable(&self, at: u32) -> Variable {
        let entry = &self.table.entries[at as usize];
        let scope = self.table.scope(entry.scope);
        let Some(unit) = self.unit_of_scope[entry.scope.0 as usize] else {
            return Variable::Global(entry.name);
        };
        if let Some(class) = scope.class {
            return self.type_scope_variable(entry, class, unit);
        }
        match entry.status {
            Status::Local | Status::Cell => match (scope.kind, entry.status) {
                (ScopeKind::Module, _) => Variable::Global(entry.name),
                (ScopeKind::Class, _) => Variable::Named(entry.name),
                (_, Status::Cell) => Variable::Cell(entry.slot),
                _ => Variable::Local(entry.slot),
            },
            Status::Free(binding) => {
                let (slot, is_cell) = self.free_slot(entry, binding, unit);
                match scope.kind {
                    ScopeKind::Class if !entry.flags.has(Flags::NONLOCAL) => {
                        Variable::NamedOrCell(entry.name, slot)
                    }
                    _ if is_cell => Variable::Cell(slot),
                    _ => Variable::Local(slot),
                }
            }
            Status::GlobalImplicit if scope.kind == ScopeKind::Class => Variable::Named(entry.name),
            Status::GlobalExplicit | Status::GlobalImplicit => Variable::Global(entry.name),
        }
    }

    /// The slot by which a unit reaches a variable of a scope around, and whether it holds a cell.
    fn free_slot(&self, entry: &Entry, binding: u32, unit: UnitId) -> (u16, bool) {
        if binding == u32::MAX {
            return (self.units[unit.0 as usize].class_cell.unwrap_or_default(), true);
        }
        if let Some(&slot) = self.captures.get(&(unit, Target::Entry(binding))) {
            return (slot, true);
        }
        // A comprehension uses a variable of the frame that it runs in.
        debug_assert!(self.table.scope(entry.scope).kind.is_inlined());
        let bound = &self.table.entries[binding as usize];
        (bound.slot, bound.status == Status::Cell)
    }

    fn type_scope_variable(&self, entry: &Entry, class: ScopeId, unit: UnitId) -> Variable {
        let namespace = self.captures.get(&(unit, Target::Namespace(class))).copied().unwrap_or_default();
        let name = entry.name;
        match entry.status {
            Status::Local => Variable::Local(entry.slot),
            Status::Cell => Variable::Cell(entry.slot),
            Status::Free(binding) => {
                let (cell, _) = self.free_slot(entry, binding, unit);
                Variable::ClassNamedOrCell { name, class: namespace, cell }
            }
            Status::GlobalExplicit => Variable::Global(name),
            Status::GlobalImplicit => Variable::ClassNamed { name, class: namespace },
        }
    }

    fn finish(self) -> Scopes {
        let len = self.ast.table_len();
        let mut variables = vec![None; len];
        let by_entry: Vec<Variable> =
            (0..self.table.entries.len()).map(|at| self.variable(at as u32)).collect();
        for &(node, entry) in &self.table.occurrences {
            variables[node.0 as usize] = Some(by_entry[entry as usize]);
        }
        let mut index = vec![0; len];
        let (mut type_units, mut default_units) = (Vec::new(), Vec::new());
        for (at, scope) in self.table.scopes.iter().enumerate() {
            let node = scope.node.0 as usize;
            if let Some(&inlined) = self.inlined_of_scope.get(&ScopeId(at as u32)) {
                index[node] = inlined as u32 + 1;
                continue;
            }
            let Some(unit) = self.unit_of_scope[at] else { continue };
            match scope.kind {
                ScopeKind::TypeParameters => type_units.push((scope.node, unit)),
                ScopeKind::TypeVariable if scope.is_default => default_units.push((scope.node, unit)),
                _ => index[node] = unit.0 + 1,
            }
        }
        type_units.sort_unstable_by_key(|&(node, _)| node);
        default_units.sort_unstable_by_key(|&(node, _)| node);
        Scopes {
            units: self.units,
            future_annotations: self.table.future_annotations,
            scopes: self.table.scopes,
            entries: self.table.entries,
            variables,
            mangled: self.table.mangled,
            index,
            type_units,
            default_units,
            inlined: self.inlined,
        }
    }
}

fn is_local(entry: &Entry) -> bool {
    entry.flags.is_bound() && !entry.flags.has(Flags(Flags::GLOBAL.0 | Flags::NONLOCAL.0))
}
