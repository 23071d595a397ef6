//! The symbol tables against CPython's `symtable`, file by file.

use super::Difference;
use super::oracle::{Fault, Oracle, Question};
use crate::machine::guarded;
use spec::scope::{Flags, ScopeId, ScopeKind, Scopes, Status};
use spec::{Ast, Source, SyntaxError, parse};
use std::collections::BTreeMap;
use std::path::Path;

/// What was found out about a file.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    pub tables: usize,
    pub names: usize,
    /// Whether both say that it is no program.
    pub is_rejected: bool,
    pub difference: Option<Difference>,
}

/// Compares the symbol tables of a file, or the errors.
pub fn compare(path: &Path, oracle: &Oracle) -> Compared {
    let failed =
        |what: String| Compared { difference: Some(Difference::of_file(path, what)), ..Compared::default() };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return failed(error.to_string()),
    };
    let theirs = match oracle.ask(Question::Tables(path)) {
        Ok(answer) => answer.result,
        Err(error) => return failed(error),
    };
    let ours = match guarded(|| tables(&path.to_string_lossy(), &bytes)) {
        Ok(ours) => ours,
        Err(panic) => return failed(format!("scope analysis panics: {panic}")),
    };
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => Compared {
            tables: ours.lines().count(),
            names: ours.lines().map(|line| line.trim_start().split(' ').count().saturating_sub(5)).sum(),
            is_rejected: false,
            difference: tables_differ(path, &ours, &theirs),
        },
        (Err(ours), Err(theirs)) if Fault::of(&ours) == theirs => {
            Compared { is_rejected: true, ..Compared::default() }
        }
        (ours, theirs) => {
            let ours = ours.map_or_else(|error| Fault::of(&error).to_string(), |_| "tables".to_owned());
            let theirs = theirs.map_or_else(|error| error.to_string(), |_| "tables".to_owned());
            let difference = Difference::of_results(path, BETWEEN, ours, theirs);
            Compared { difference: Some(difference), ..Compared::default() }
        }
    }
}

const BETWEEN: &str = "the symbol tables and CPython's";

/// The first table that differs, and the names that do.
fn tables_differ(path: &Path, ours: &str, theirs: &str) -> Option<Difference> {
    if ours == theirs {
        return None;
    }
    let equal = ours.lines().zip(theirs.lines()).take_while(|(our, their)| our == their).count();
    let line = |text: &str| text.lines().nth(equal).unwrap_or_default().trim().to_owned();
    let (our_line, their_line) = (line(ours), line(theirs));
    let without = |line: &str, other: &str| {
        let other: Vec<&str> = other.split(' ').collect();
        let own = line.split(' ').skip(5).filter(|name| !other.contains(name));
        let head: Vec<&str> = line.split(' ').take(5).collect();
        format!("{}: {}", head.join(" "), own.collect::<Vec<_>>().join(" "))
    };
    Some(Difference {
        file: path.display().to_string(),
        between: BETWEEN,
        node: format!("table {equal}"),
        ours: without(&our_line, &their_line),
        theirs: without(&their_line, &our_line),
    })
}

/// A program's symbol tables as text: a line each, children indented: type, name, line, whether it is nested,
/// parameters, names with flags and scopes.
pub fn tables(name: &str, bytes: &[u8]) -> Result<String, SyntaxError> {
    let source = Source::from_bytes(name, bytes)?;
    let mut ast = parse(&source)?;
    let scopes = Scopes::analyze(&mut ast, &source)?;
    let mut children = vec![Vec::new(); scopes.scopes.len()];
    for (at, scope) in scopes.scopes.iter().enumerate() {
        if let Some(ScopeId(parent)) = scope.parent {
            children[parent as usize].push(at);
        }
    }
    let mut printer = Printer { ast: &ast, source: &source, scopes: &scopes, children, lines: Vec::new() };
    printer.print_all();
    Ok(printer.lines.join("\n"))
}

// The scopes of names, by CPython's numbers.
const LOCAL: u8 = 1;
const GLOBAL_EXPLICIT: u8 = 2;
const GLOBAL_IMPLICIT: u8 = 3;
const FREE: u8 = 4;
const CELL: u8 = 5;

fn type_code(kind: ScopeKind) -> u8 {
    match kind {
        ScopeKind::Module => 2,
        ScopeKind::Class => 1,
        ScopeKind::Annotation => 3,
        ScopeKind::TypeAlias => 4,
        ScopeKind::TypeParameters => 5,
        ScopeKind::TypeVariable => 6,
        _ => 0,
    }
}

struct Printer<'a> {
    ast: &'a Ast,
    source: &'a Source,
    scopes: &'a Scopes,
    children: Vec<Vec<usize>>,
    lines: Vec<String>,
}

impl Printer<'_> {
    /// CPython's table of a comprehension disappears in that of the scope around, except in type scopes of classes.
    fn is_merged(&self, scope: usize) -> bool {
        let scope = &self.scopes.scopes[scope];
        let parent = scope.parent.map(|parent| &self.scopes.scopes[parent.0 as usize]);
        scope.kind.is_inlined() && parent.is_some_and(|parent| parent.class.is_none())
    }

    fn flags(flags: Flags) -> u16 {
        let pairs = [
            (Flags::GLOBAL, 1),
            (Flags::LOCAL, 2),
            (Flags::PARAM, 4),
            (Flags::NONLOCAL, 8),
            (Flags::USE, 16),
            (Flags::IMPORT, 128),
            (Flags::ANNOTATED, 256),
            (Flags::ITERATION, 512),
            (Flags::TYPE_PARAM, 1024),
        ];
        pairs.into_iter().filter(|(flag, _)| flags.has(*flag)).map(|(_, bit)| bit).sum()
    }

    fn status(status: Status) -> u8 {
        match status {
            Status::Local => LOCAL,
            Status::GlobalExplicit => GLOBAL_EXPLICIT,
            Status::GlobalImplicit => GLOBAL_IMPLICIT,
            Status::Free(_) => FREE,
            Status::Cell => CELL,
        }
    }

    /// The names of a scope and of the comprehensions that are merged with it.
    fn names(&self, scope: usize) -> BTreeMap<String, (u16, u8)> {
        let own = &self.scopes.scopes[scope];
        let mut names = BTreeMap::new();
        for &at in &own.entries {
            let entry = &self.scopes.entries[at as usize];
            let name = self.ast.name(entry.name).to_owned();
            names.insert(name, (Self::flags(entry.flags), Self::status(entry.status)));
        }
        let mut cells = Vec::new();
        for &child in self.children[scope].iter().filter(|&&child| self.is_merged(child)) {
            for (name, (flags, status)) in self.names(child) {
                if status == CELL {
                    cells.push(name.clone());
                }
                let hidden = own.kind == ScopeKind::Class && status == FREE && name == "__class__";
                names.entry(name).or_insert((flags, if hidden { GLOBAL_IMPLICIT } else { status }));
            }
        }
        // A local variable is a cell in the table if one of the same name is a cell in a comprehension.
        for name in cells.iter().filter(|_| own.kind.is_function_like()) {
            if let Some((_, status)) = names.get_mut(name).filter(|(_, status)| *status == LOCAL) {
                *status = CELL;
            }
        }
        names
    }

    fn visible_children(&self, scope: usize) -> Vec<usize> {
        // CPython keeps no tables of annotations that are not evaluated.
        let kept = |child: &&usize| self.scopes.scopes[**child].kind != ScopeKind::Annotation;
        let children = self.children[scope].iter().filter(kept);
        children
            .flat_map(|&child| if self.is_merged(child) { self.visible_children(child) } else { vec![child] })
            .collect()
    }

    /// Prints all tables, those that are inside of others after them.
    fn print_all(&mut self) {
        let mut work = vec![(0, 0)];
        while let Some((scope, depth)) = work.pop() {
            let line = self.line(scope);
            self.lines.push(format!("{}{line}", "  ".repeat(depth)));
            let children = self.visible_children(scope);
            work.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
        }
    }

    /// Type, name, line, whether it is nested, parameters, and names with flags and scopes.
    fn line(&self, scope: usize) -> String {
        let mut names = self.names(scope);
        self.add_captured(scope, &mut names);
        let own = &self.scopes.scopes[scope];
        let code = type_code(own.kind);
        let lineno = match own.kind {
            ScopeKind::Module => 0,
            _ if code >= 3 => 0,
            _ => self.source.position(self.ast.span(own.node).start as usize).0,
        };
        let name = self.ast.name(own.name).trim_matches(['<', '>']);
        let name = if own.kind == ScopeKind::Module { "top" } else { name };
        let names = names.iter().filter(|(name, _)| !is_made_up(name));
        let names: Vec<String> =
            names.map(|(name, (flags, status))| format!("{name}:{flags}:{status}")).collect();
        let nested = u8::from(self.is_nested(scope));
        format!("{code} {name} {lineno} {nested} ({}) {}", self.parameters(scope), names.join(" "))
    }

    /// What scopes inside take from scopes around goes through a table.
    fn add_captured(&self, scope: usize, names: &mut BTreeMap<String, (u16, u8)>) {
        let own = &self.scopes.scopes[scope];
        let unit = match own.kind {
            _ if own.kind.is_inlined() => None,
            ScopeKind::TypeParameters => self.scopes.type_parameters_of(own.node),
            ScopeKind::TypeVariable if own.is_default => self.scopes.default_of(own.node),
            _ => self.scopes.unit_of(own.node),
        };
        let Some(unit) = unit.map(|id| self.scopes.unit(id)) else { return };
        for captured in &unit.free {
            let name = self.ast.name(unit.slots[captured.slot as usize]).to_owned();
            names.entry(name).or_insert((0, FREE));
        }
    }

    /// Whether a scope with a frame is around it.
    fn is_nested(&self, scope: usize) -> bool {
        let parent = |scope: usize| self.scopes.scopes[scope].parent.map(|parent| parent.0 as usize);
        let mut around = std::iter::successors(parent(scope), |&scope| parent(scope));
        around.any(|scope| self.scopes.scopes[scope].kind.is_function_like())
    }

    fn parameters(&self, scope: usize) -> String {
        let entries = self.scopes.scopes[scope].parameters.iter();
        let names = entries.map(|&entry| self.ast.name(self.scopes.entries[entry as usize].name));
        names.filter(|name| !is_made_up(name)).collect::<Vec<_>>().join(",")
    }
}

/// Names that the compiler makes up.
fn is_made_up(name: &str) -> bool {
    name.starts_with('.') || matches!(name, "__type_params__" | "__classdict__")
}
