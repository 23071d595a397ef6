//! Code is checked before it runs: the loop relies on it. Each test spoils good code in one way.

use semantics::state::{RuleId, Value};
use spec::ast::NodeId;
use std::cell::Cell;
use vm::code::{Cache, Compiled};
use vm::instruction::{Instruction, Protected};

/// Code of three registers, one constant and one cache.
fn code() -> Compiled {
    let instructions = vec![
        Instruction::Load { into: 0, constant: 0 },
        Instruction::LoadGlobal { into: 1, cache: 0 },
        Instruction::Add { into: 2, a: 0, b: 1 },
        Instruction::Unless { condition: 2, offset: 1 },
        Instruction::Jump { offset: -5 },
        Instruction::Return { value: 2 },
        Instruction::Binary { op: 0, into: 2, a: 0, b: 1 },
        Instruction::Jump { offset: -5 },
    ];
    let count = instructions.len();
    Compiled {
        instructions,
        constants: vec![Value::ZERO],
        caches: vec![Cell::new(Cache::new(Value::NONE))],
        protected: vec![Protected { start: 0, end: 3, handler: 5, into: 2 }],
        general: vec![0, 0, 6, 0, 0, 0, 0, 0],
        registers: 3,
        variables: 1,
        positions: vec![NodeId(0); count],
        rules: vec![RuleId(0); count],
        plain_parameters: Compiled::NOT_PLAIN,
        generator_parameters: Compiled::NOT_PLAIN,
        has_cells: false,
    }
}

fn with(index: usize, instruction: Instruction) -> Compiled {
    let mut code = code();
    code.instructions[index] = instruction;
    code
}

#[test]
fn good_code_passes() {
    code().check();
}

#[test]
#[should_panic(expected = "leaves the registers")]
fn a_register_that_is_written_beyond_the_last() {
    with(0, Instruction::Load { into: 3, constant: 0 }).check();
}

#[test]
#[should_panic(expected = "leaves the registers")]
fn a_register_that_is_read_beyond_the_last() {
    with(5, Instruction::Return { value: u16::MAX }).check();
}

#[test]
#[should_panic(expected = "leaves the registers")]
fn the_last_of_many_registers_beyond_the_last() {
    with(0, Instruction::NewTuple { first: 1, count: 3, into: 0 }).check();
}

#[test]
#[should_panic(expected = "leaves the registers")]
fn the_second_register_of_a_method_lookup() {
    with(1, Instruction::GetMethod { into: 2, object: 0, cache: 0 }).check();
}

#[test]
#[should_panic(expected = "jumps out of the code")]
fn a_jump_beyond_the_end() {
    with(4, Instruction::Jump { offset: 3 }).check();
}

#[test]
#[should_panic(expected = "jumps out of the code")]
fn a_jump_before_the_beginning() {
    with(4, Instruction::Loop { offset: -6 }).check();
}

#[test]
#[should_panic(expected = "jumps out of the code")]
fn a_comparison_that_jumps_beyond_the_end() {
    with(3, Instruction::LessUnless { a: 0, b: 1, offset: 100 }).check();
}

#[test]
#[should_panic(expected = "control runs over the end")]
fn a_last_instruction_after_which_control_goes_on() {
    with(7, Instruction::Move { into: 0, from: 1 }).check();
}

#[test]
#[should_panic(expected = "control runs over the end")]
fn no_instructions_at_all() {
    let mut code = code();
    code.instructions.clear();
    code.general.clear();
    code.positions.clear();
    code.rules.clear();
    code.check();
}

#[test]
#[should_panic(expected = "goes past the end")]
fn unpacking_whose_other_way_is_missing() {
    let mut code = with(6, Instruction::Unpack { value: 0, first: 1, count: 2 });
    code.protected.clear();
    code.check();
}

#[test]
#[should_panic(expected = "general case outside")]
fn a_general_case_beyond_the_end() {
    let mut code = code();
    code.general[2] = 8;
    code.check();
}

#[test]
#[should_panic(expected = "has no constant")]
fn a_constant_that_is_not_there() {
    with(0, Instruction::Load { into: 0, constant: 1 }).check();
}

#[test]
#[should_panic(expected = "has no cache")]
fn a_cache_that_is_not_there() {
    with(1, Instruction::LoadGlobal { into: 1, cache: 1 }).check();
}

#[test]
#[should_panic(expected = "names no primitive")]
fn a_primitive_that_is_not_there() {
    with(0, Instruction::Primitive { number: u16::MAX, first: 0, count: 1, into: 0 }).check();
}

#[test]
#[should_panic(expected = "names no rule")]
fn a_protocol_that_is_not_there() {
    with(0, Instruction::Protocol { rule: RuleId(u16::MAX), first: 0, count: 1, into: 0 }).check();
}

#[test]
#[should_panic(expected = "handler outside")]
fn a_handler_beyond_the_end() {
    let mut code = code();
    code.protected[0].handler = 8;
    code.check();
}

#[test]
#[should_panic(expected = "outside of the code")]
fn a_protected_range_beyond_the_end() {
    let mut code = code();
    code.protected[0].end = 9;
    code.check();
}

#[test]
#[should_panic(expected = "leaves the registers")]
fn a_handler_that_puts_the_exception_beyond_the_last_register() {
    let mut code = code();
    code.protected[0].into = 3;
    code.check();
}

#[test]
#[should_panic(expected = "variables are registers")]
fn more_variables_than_registers() {
    let mut code = code();
    code.variables = 4;
    code.check();
}

#[test]
#[should_panic(expected = "tables go by instruction")]
fn a_table_that_is_too_short() {
    let mut code = code();
    code.positions.pop();
    code.check();
}
