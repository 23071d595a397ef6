//! Registers and constants while compiling.

use super::{Compiler, Place};
use crate::code::Cache;
use crate::instruction::{Instruction, Reg};
use crate::seeded::are_merged;
use semantics::state::Value;

/// Registers are numbered by 16 bits, and the last numbers mean something else where a result goes.
pub(super) const MOST_REGISTERS: usize = 65_000;

impl Compiler<'_> {
    /// A register that is free from here on.
    pub(super) fn temporary(&mut self) -> Reg {
        self.temporaries(1)
    }

    /// Consecutive registers that are free from here on.
    pub(super) fn temporaries(&mut self, count: usize) -> Reg {
        if self.next as usize + count > MOST_REGISTERS {
            self.is_too_large = true;
            return 0;
        }
        let first = self.next;
        self.next += count as Reg;
        self.most = self.most.max(self.next);
        first
    }

    pub(super) fn constant(&mut self, value: Value) -> u16 {
        if cfg!(feature = "mutants")
            && let Some(index) = self.constants.iter().position(|&known| are_merged(known, value))
        {
            return index as u16;
        }
        if let Some(&known) = self.numbers_of_constants.get(&value) {
            return known;
        }
        let Ok(number) = u16::try_from(self.constants.len()) else {
            self.is_too_large = true;
            return 0;
        };
        self.constants.push(value);
        self.numbers_of_constants.insert(value, number);
        number
    }

    pub(super) fn cache(&mut self, name: Value) -> u16 {
        let Ok(number) = u16::try_from(self.caches.len()) else {
            self.is_too_large = true;
            return 0;
        };
        self.caches.push(Cache::new(name));
        number
    }

    /// Puts the value of a place into this register.
    pub(super) fn put(&mut self, place: Place, into: Reg) {
        match place {
            Place::Known(value) => {
                let constant = self.constant(value);
                self.emit(Instruction::Load { into, constant });
            }
            Place::Register(from) if from == into => {}
            Place::Register(from) => {
                self.emit(Instruction::Move { into, from });
            }
            Place::Pack(first, count) => {
                self.emit(Instruction::NewTuple { first, count, into });
            }
            Place::Walk(_) => unreachable!("what is only walked is put nowhere"),
        }
    }

    /// The register in which the value of a place is; a constant is put into `otherwise`.
    pub(super) fn in_register(&mut self, place: Place, otherwise: Reg) -> Reg {
        match place {
            Place::Register(register) => register,
            _ => {
                self.put(place, otherwise);
                otherwise
            }
        }
    }

    /// The same with a new register for a constant.
    pub(super) fn register(&mut self, place: Place) -> Reg {
        match place {
            Place::Register(register) => register,
            _ => {
                let register = self.temporary();
                self.put(place, register);
                register
            }
        }
    }

    /// Copies places into consecutive registers.
    pub(super) fn window(&mut self, places: &[Place]) -> Reg {
        if let [Place::Register(first), rest @ ..] = places {
            let consecutive =
                rest.iter().zip(first + 1..).all(|(place, register)| *place == Place::Register(register));
            if consecutive {
                return *first;
            }
        }
        let first = self.temporaries(places.len());
        for (place, into) in places.iter().zip(first..) {
            self.put(*place, into);
        }
        first
    }
}
