//! Compiled code that outlives a run.

use super::Vm;
use super::protocols::Protocol;
use crate::code::{Cache, Compiled};
use crate::compile::{compile, compile_protocol};
use crate::seeded::rewritten;
use semantics::state::{Machine, RuleId};
use std::ops::Range;
use typed_arena::Arena;

/// The code of everything that a machine had loaded at one time, and of the protocols. A machine that goes back to that
/// time ([`semantics::state::Rewindable`]) can use it again.
pub struct Library {
    /// By the number of the unit. Nothing where there is no rule for some syntax.
    units: Vec<Option<Compiled>>,
    /// By the number of the rule. Nothing where the reference machine has to step it.
    protocols: Vec<Option<Compiled>>,
}

impl Library {
    /// Compiles all that the machine has loaded so far, and the protocols.
    pub fn compile(machine: &mut Machine) -> Library {
        let protocols = (0..machine.rules.rules.len() as u16).map(RuleId);
        let protocols: Vec<_> = protocols.map(|rule| compile_protocol(machine, rule)).collect();
        let units = (0..machine.codes.len() as u32).map(|number| {
            machine.program = machine.codes[number as usize].program.clone();
            let code = compile(machine, number).ok()?;
            *machine.codes[number as usize].positions.borrow_mut() = code.positions.clone();
            Some(code)
        });
        let library = Library { units: units.collect(), protocols };
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

    fn go_on(&self, machine: &mut Machine) {
        let arena = Arena::new();
        let mut vm = Vm::new(machine, &arena);
        vm.codes = self.units.iter().map(Option::as_ref).collect();
        vm.protocols = self.protocols.iter().map(Protocol::of).collect();
        for (protocol, rule) in vm.protocols.iter_mut().zip(&vm.machine.rules.rules) {
            if rewritten(rule.definition).is_some() {
                *protocol = Protocol::Unknown;
            }
        }
        vm.run();
    }

    /// Nothing is left of what instructions have learnt in a run: the machine goes back to before it.
    pub fn forget(&self) {
        for cache in self.all().flat_map(|code| &code.caches) {
            cache.set(Cache::new(cache.get().name));
        }
    }

    fn all(&self) -> impl Iterator<Item = &Compiled> {
        self.units.iter().chain(&self.protocols).flatten()
    }
}
