//! The scopes are those of CPython's `symtable`, for every file of the standard library.

mod support;

use spec::scope::{Flags, ScopeId, ScopeKind, Scopes, Status};
use spec::{Ast, Source, parse};
use std::collections::BTreeMap;
use support::Oracle;

/// One line a table, children indented: type, name, line, and each name with its flags and its scope. Names that the
/// compiler makes up are left out.
const PRELUDE: &str = r#"
import _symtable
FLAGS = 1 | 2 | 4 | 8 | 16 | 128 | 256

def line(table, depth):
    made_up = {"__type_params__", "__classdict__"}
    names = sorted(n for n in table.symbols if not n.startswith(".") and n not in made_up)
    names = [f"{n}:{table.symbols[n] & FLAGS}:{table.symbols[n] >> 12}" for n in names]
    lineno = table.lineno if table.type < 3 else 0
    return f"{'  ' * depth}{table.type} {table.name} {lineno} {' '.join(names)}"

def tables(path):
    source = open(path, "rb").read()
    compile(source, path, "exec", dont_inherit=True)
    lines, work = [], [(_symtable.symtable(source, path, "exec"), 0)]
    while work:
        table, depth = work.pop()
        lines.append(line(table, depth))
        work.extend((child, depth + 1) for child in reversed(table.children))
    return "\n".join(lines)
"#;

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
        ];
        pairs.into_iter().filter(|(flag, _)| flags.has(*flag)).map(|(_, bit)| bit).sum()
    }

    fn status(status: Status) -> u8 {
        match status {
            Status::Local => 1,
            Status::GlobalExplicit => 2,
            Status::GlobalImplicit => 3,
            Status::Free(_) => 4,
            Status::Cell => 5,
        }
    }

    fn names(&self, scope: usize, names: &mut BTreeMap<String, (u16, u8)>) {
        let own = &self.scopes.scopes[scope];
        for &at in &own.entries {
            let entry = &self.scopes.entries[at as usize];
            let flags = Self::flags(entry.flags);
            let name = self.ast.name(entry.name).to_owned();
            names.entry(name).or_insert((flags, Self::status(entry.status)));
        }
        for child in &self.children[scope] {
            if self.is_merged(*child) {
                self.merge(own.kind, *child, names);
            }
        }
    }

    fn merge(&self, around: ScopeKind, child: usize, names: &mut BTreeMap<String, (u16, u8)>) {
        let mut inner = BTreeMap::new();
        self.names(child, &mut inner);
        for (name, (flags, status)) in inner {
            let hidden = around == ScopeKind::Class && status == 4 && name == "__class__";
            names.entry(name).or_insert((flags, if hidden { 3 } else { status }));
        }
    }

    fn visible_children(&self, scope: usize) -> Vec<usize> {
        // CPython keeps no tables of annotations that are not evaluated.
        let kept = |child: &&usize| self.scopes.scopes[**child].kind != ScopeKind::Annotation;
        let children = self.children[scope].iter().filter(kept);
        children
            .flat_map(|&child| if self.is_merged(child) { self.visible_children(child) } else { vec![child] })
            .collect()
    }

    fn print(&mut self, scope: usize, depth: usize) {
        let mut names = BTreeMap::new();
        self.names(scope, &mut names);
        let own = &self.scopes.scopes[scope];
        let unit = match own.kind {
            _ if own.kind.is_inlined() => None,
            ScopeKind::TypeParameters => self.scopes.type_parameters_of(own.node),
            ScopeKind::TypeVariable if own.is_default => self.scopes.default_of(own.node),
            _ => self.scopes.unit_of(own.node),
        };
        if let Some(unit) = unit.map(|id| self.scopes.unit(id)) {
            for captured in &unit.free {
                let name = self.ast.name(unit.slots[captured.slot as usize]).to_owned();
                names.entry(name).or_insert((0, 4));
            }
        }
        let code = type_code(own.kind);
        let lineno = match own.kind {
            ScopeKind::Module => 0,
            _ if code >= 3 => 0,
            _ => self.source.position(self.ast.span(own.node).start as usize).0,
        };
        let name = self.ast.name(own.name).trim_matches(['<', '>']);
        let name = if own.kind == ScopeKind::Module { "top" } else { name };
        let made_up = ["__type_params__", "__classdict__"];
        let names = names.iter().filter(|(name, _)| !name.starts_with('.') && !made_up.contains(&&***name));
        let names: Vec<String> =
            names.map(|(name, (flags, status))| format!("{name}:{flags}:{status}")).collect();
        self.lines.push(format!("{}{code} {name} {lineno} {}", "  ".repeat(depth), names.join(" ")));
        for child in self.visible_children(scope) {
            self.print(child, depth + 1);
        }
    }
}

fn our_tables(path: &std::path::Path) -> String {
    let bytes = std::fs::read(path).expect("the library is readable");
    let analyzed = Source::from_bytes(&path.to_string_lossy(), &bytes).and_then(|source| {
        let mut ast = parse(&source)?;
        let scopes = Scopes::analyze(&mut ast, &source)?;
        Ok((source, ast, scopes))
    });
    let (source, ast, scopes) = match analyzed {
        Ok(analyzed) => analyzed,
        Err(error) => return format!("ERROR {}", error.kind.name()),
    };
    let mut children = vec![Vec::new(); scopes.scopes.len()];
    for (at, scope) in scopes.scopes.iter().enumerate() {
        if let Some(ScopeId(parent)) = scope.parent {
            children[parent as usize].push(at);
        }
    }
    let mut printer = Printer { ast: &ast, source: &source, scopes: &scopes, children, lines: Vec::new() };
    printer.print(0, 0);
    printer.lines.join("\n")
}

#[test]
fn standard_library_has_cpythons_symbol_tables() {
    let Some(mut oracle) = Oracle::start("tables", PRELUDE) else { return };
    let files = oracle.library_files();
    let mut differences = Vec::new();
    for path in &files {
        let (theirs, ours) = (oracle.ask(path), our_tables(path));
        if ours != theirs {
            let mut ours: Vec<&str> = ours.lines().collect();
            let mut theirs: Vec<&str> = theirs.lines().collect();
            ours.sort_unstable();
            theirs.sort_unstable();
            let at = ours.iter().zip(&theirs).position(|(our, their)| our != their).unwrap_or(0);
            let cut = |lines: &[&str]| lines.get(at).unwrap_or(&"").chars().take(1500).collect::<String>();
            differences.push(format!(
                "{}\n  ours   {}\n  theirs {}",
                path.display(),
                cut(&ours),
                cut(&theirs)
            ));
        }
    }
    println!("{} of {} files equal", files.len() - differences.len(), files.len());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
