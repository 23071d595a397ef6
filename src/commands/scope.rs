//! `gradus scope`

use super::front_end::Wishes;
use crate::Outcome;
use crate::source;
use crate::style::{DIM, RULE, STRONG, paint};
use clap::Args;
use spec::scope::{Scopes, Unit, UnitId, UnitKind};
use spec::{Ast, Source};
use std::fmt::Write;

/// Print what each name of a program means: the units that run in a frame of their own, and their variables; or compare
/// the symbol tables of files with CPython's.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus scope hello.py          what the names of a program mean
  gradus scope --compare         the symbol tables and CPython 3.13's, over its standard library
  gradus scope --compare src     the same, and over the folder src

Exit codes: 0, 1 if tables differ, 122 if --compare finds no CPython 3.13")]
pub struct Arguments {
    /// The program's file; `-` is standard input. With --compare, further files and folders
    #[arg(value_name = "FILE|DIR", required_unless_present = "compare")]
    files: Vec<String>,
    /// Compare the symbol tables with `symtable` of an installed CPython 3.13
    #[arg(long)]
    compare: bool,
    #[command(flatten)]
    options: super::front_end::Options,
    /// Print the report of --compare as JSON
    #[arg(long, requires = "compare")]
    json: bool,
    /// How many files are compared at a time
    #[arg(long, default_value_t = 2)]
    jobs: usize,
    /// How many differences are shown
    #[arg(long, default_value_t = 20)]
    show: usize,
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        if self.compare {
            let Arguments { files, json, jobs, show, .. } = &self;
            return self.options.compare_scopes(&Wishes {
                places: files,
                json: *json,
                jobs: *jobs,
                show: *show,
            });
        }
        for file in &self.files {
            print_units(file)?;
        }
        Ok(0)
    }
}

fn print_units(file: &str) -> Result<(), String> {
    let (source, ast, scopes) = source::analyze(&source::read(file)?)?;
    let mut out = String::new();
    for index in 0..scopes.units.len() as u32 {
        describe(&mut out, &source, &ast, &scopes, UnitId(index));
    }
    source::print(&out);
    Ok(())
}

fn depth(scopes: &Scopes, unit: &Unit) -> usize {
    std::iter::successors(unit.parent, |&parent| scopes.unit(parent).parent).count()
}

fn kind(unit: &Unit) -> &'static str {
    match unit.kind {
        UnitKind::Module => "module",
        UnitKind::Function if unit.is_generator => "generator function",
        UnitKind::Function => "function",
        UnitKind::Lambda => "lambda",
        UnitKind::Class => "class body",
        UnitKind::GeneratorExp => "generator expression",
        UnitKind::TypeParameters => "type parameters",
    }
}

/// One unit: its variables by what they are.
fn describe(out: &mut String, source: &Source, ast: &Ast, scopes: &Scopes, id: UnitId) {
    let unit = scopes.unit(id);
    let indent = "    ".repeat(depth(scopes, unit));
    let line = source.position(ast.span(unit.node).start as usize).0;
    let name = paint(STRONG, &unit.qualified_name);
    let _ = writeln!(out, "{indent}{} {name} {}", kind(unit), paint(DIM, format!("line {line}")));
    let parameters = unit.parameters.positional_only
        + unit.parameters.positional_or_keyword
        + unit.parameters.keyword_only
        + unit.parameters.var_positional as u16
        + unit.parameters.var_keyword as u16;
    for (slot, &symbol) in unit.slots.iter().enumerate() {
        let slot = slot as u16;
        let mut what = Vec::new();
        if slot < parameters {
            what.push("parameter");
        }
        let is_free = unit.free.iter().any(|captured| captured.slot == slot);
        if is_free {
            what.push("free: the cell of the unit around it");
        } else if unit.cells.contains(&slot) {
            what.push("cell, shared with inner units");
        } else if slot >= parameters {
            what.push("local");
        }
        let name = paint(RULE, ast.name(symbol));
        let _ = writeln!(out, "{indent}    {slot:>3} {name}: {}", what.join(", "));
    }
    let globals = names_elsewhere(ast, scopes, id);
    if !globals.is_empty() {
        let _ = writeln!(out, "{indent}      by name: {}", globals.join(", "));
    }
}

/// The names that a unit looks up in namespaces, in order of appearance.
fn names_elsewhere(ast: &Ast, scopes: &Scopes, id: UnitId) -> Vec<String> {
    use spec::scope::Variable;
    let mut found: Vec<String> = Vec::new();
    let mut pending = vec![scopes.unit(id).node];
    let root = scopes.unit(id).node;
    let mut nodes = Vec::new();
    while let Some(node) = pending.pop() {
        nodes.push(node);
        if node == root || scopes.unit_of(node).is_none_or(|unit| unit == id) {
            ast.for_each_child(node, |child| pending.push(child));
        }
    }
    nodes.sort_by_key(|&node| ast.span(node).start);
    for node in nodes {
        let name = match scopes.variable(node) {
            Some(Variable::Global(symbol) | Variable::Named(symbol)) => symbol,
            Some(Variable::NamedOrCell(name, _)) => name,
            _ => continue,
        };
        let name = ast.name(name).to_owned();
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}
