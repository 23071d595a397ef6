//! Compiled code as text: each instruction with the rule that it was emitted for and the syntax that it carries out.

use crate::code::Compiled;
use crate::compile::Failure;
use semantics::state::{Machine, RuleId};
use std::fmt::Write;

/// The listing of all units of the program that has been loaded last, in the order of the text.
pub fn program(machine: &mut Machine) -> Result<String, Failure> {
    let Some(program) = machine.programs.last().cloned() else { return Ok(String::new()) };
    machine.program = program.clone();
    let mut out = String::new();
    for index in 0..program.scopes.units.len() as u32 {
        let number = program.first_code + index;
        let code = crate::compile::compile(machine, number)?;
        out.push_str(&listing(machine, number, &code));
        out.push('\n');
    }
    Ok(out)
}

/// The listing of one unit.
pub fn listing(machine: &Machine, number: u32, code: &Compiled) -> String {
    let unit = &machine.codes[number as usize];
    let name = machine.text_of(unit.qualified_name);
    let mut out = format!("{name}: {} variables, {} registers\n", code.variables, code.registers);
    let mut line = 0;
    for (index, instruction) in code.instructions.iter().enumerate() {
        let (node, rule) = (code.positions[index], code.rules[index]);
        let (own, _) = unit.program.source.position(unit.program.ast.span(node).start as usize);
        let shown = if own == line { String::new() } else { own.to_string() };
        line = own;
        let rule = if rule == RuleId::COMPILED { "" } else { machine.rules.get(rule).definition.id };
        let _ = writeln!(out, "{shown:>5} {index:>4}  {:<48} {rule}", format!("{instruction:?}"));
    }
    for range in &code.protected {
        let _ = writeln!(
            out,
            "      {}..{} to {} with the exception in {}",
            range.start, range.end, range.handler, range.into
        );
    }
    out
}
