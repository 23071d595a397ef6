//! The `gradus` command.
#![forbid(unsafe_code)]

mod commands;
mod source;
mod stepper;
mod style;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Strings, tuples and instances come and go all the time: an allocator that is good at small pieces pays.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Python as explicit rules: run a program, see each of its steps, and check any Python against the language.
#[derive(Parser)]
#[command(name = "gradus", version, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  gradus run hello.py                  run a program
  gradus run -c 'print(6 * 7)'         run a line
  gradus step hello.py                 walk through its steps, forward and back
  gradus rules show expr.binop         a rule of the language
  gradus check                         the conformance suite, on the machines and every CPython found
  gradus check --against ./mypython    the suite on another implementation
  gradus fuzz --against ./mypython     programs made at random, on both

Exit codes:
  the program's own (`run`); 0 and 1 for success and failure of everything else; 2 wrong usage; 121 a construct that has
  no rule; 122 there is no CPython to compare with; 124 a limit was reached; 125 an internal error";

#[derive(Subcommand)]
enum Command {
    Run(commands::run::Arguments),
    Step(commands::step::Arguments),
    Trace(commands::trace::Arguments),
    Ast(commands::ast::Arguments),
    Scope(commands::scope::Arguments),
    Unparse(commands::unparse::Arguments),
    Dis(commands::dis::Arguments),
    Rules(commands::rules::Arguments),
    Builtins(commands::builtins::Arguments),
    Check(commands::check::Arguments),
    Fuzz(commands::fuzz::Arguments),
    Compare(commands::compare::Arguments),
    Reduce(commands::reduce::Arguments),
    Bench(commands::bench::Arguments),
}

/// What a command gives: its exit code, or why it could not be carried out.
type Outcome = Result<u8, String>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    differential::machine::keep_panics();
    let done = differential::machine::isolated(|| carry_out(arguments.command));
    match done {
        Ok(Ok(code)) => ExitCode::from(code),
        Ok(Err(message)) => {
            eprintln!("gradus: {message}");
            ExitCode::from(2)
        }
        Err(message) => {
            eprintln!("gradus: internal error: {message}");
            ExitCode::from(differential::machine::Ending::INTERNAL)
        }
    }
}

fn carry_out(command: Command) -> Outcome {
    match command {
        Command::Run(arguments) => arguments.carry_out(),
        Command::Step(arguments) => arguments.carry_out(),
        Command::Trace(arguments) => arguments.carry_out(),
        Command::Ast(arguments) => arguments.carry_out(),
        Command::Scope(arguments) => arguments.carry_out(),
        Command::Unparse(arguments) => arguments.carry_out(),
        Command::Dis(arguments) => arguments.carry_out(),
        Command::Rules(arguments) => arguments.carry_out(),
        Command::Builtins(arguments) => arguments.carry_out(),
        Command::Check(arguments) => arguments.carry_out(),
        Command::Fuzz(arguments) => arguments.carry_out(),
        Command::Compare(arguments) => arguments.carry_out(),
        Command::Reduce(arguments) => arguments.carry_out(),
        Command::Bench(arguments) => arguments.carry_out(),
    }
}
