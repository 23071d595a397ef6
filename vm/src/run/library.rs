//! Compiled code that outlives a run.

use super::protocols::Protocol;
use super::{Kept, Vm};
use crate::code::Compiled;
use crate::seeded::rewritten;
use semantics::state::{Machine, RuleId};
use std::cell::Cell;
use std::ops::Range;
use typed_arena::Arena;

/// The code of everything that a machine had loaded at one time, and of the protocols. A machine that goes back to that
/// time ([`semantics::state::Rewindable`]) can use it again.
pub struct Library {
    /// By the number of the unit. Nothing where there is no rule for some syntax.
    units: Vec<Option<Compiled>>,
    /// By the number of the rule. Nothing where the reference machine has to step it.
    protocols: Vec<Option<Compiled>>,
    /// What the next run takes over.
    kept: Cell<Option<Kept>>,
}

impl Library {
    /// Compiles all that the machine has loaded so far, and the protocols.
    pub fn compile(machine: &mut Machine) -> Library {
        let protocols = (0..machine.rules.rules.len() as u16).map(RuleId);
        let mut kept = Kept::default();
        let protocols: Vec<_> =
            protocols.map(|rule| kept.workspace.compile_protocol(machine, rule)).collect();
        let units = (0..machine.codes.len() as u32).map(|number| {
            machine.program = machine.codes[number as usize].program.clone();
            let code = kept.workspace.compile(machine, number).ok()?;
            *machine.codes[number as usize].positions.borrow_mut() = code.positions.clone();
            Some(code)
        });
        let units = units.collect();
        let library = Library { units, protocols, kept: Cell::new(Some(kept)) };
        for code in library.all() {
            code.check();
            machine.pinned.extend(code.constants.iter().copied());
        }
        library
    }

    /// Runs what the machine has begun, as [`super::run`] does.
    pub fn run(&self, machine: &mut Machine) {
        machine.compile_from_here();
        self.go_on(machine);
    }

    /// Runs what the machine has begun by its rules, and compiled code only where a rule calls a function of these.
    pub fn run_only(&self, machine: &mut Machine, codes: Range<u32>) {
        machine.compiled = codes;
        self.go_on(machine);
    }

    /// Nothing is left afterwards of what instructions have learnt: the machine goes back to before the run.
    fn go_on(&self, machine: &mut Machine) {
        let arena = Arena::new();
        let protocols = self.protocols.iter().map(Protocol::of).collect();
        let mut vm = Vm::with(machine, &arena, protocols, self.kept.take().unwrap_or_default());
        vm.codes = self.units.iter().map(Option::as_ref).collect();
        for (protocol, rule) in vm.protocols.iter_mut().zip(&vm.machine.rules.rules) {
            if rewritten(rule.definition).is_some() {
                *protocol = Protocol::Unknown;
            }
        }
        vm.run();
        vm.forget();
        self.kept.set(Some(vm.kept));
    }

    fn all(&self) -> impl Iterator<Item = &Compiled> {
        self.units.iter().chain(&self.protocols).flatten()
    }
}
