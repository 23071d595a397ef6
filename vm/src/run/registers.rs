//! The registers of the frame on top, and the place in its code, without a check at each access.
//!
//! This is the VM's only unsafe code. Every instruction reads and writes two or three registers; with a bounds check and the
//! way through the machine to the thread's slots each time, the loop takes about twice as long. What makes it sound:
//!
//! - [`Compiled::check`] is run once on all code that is made: every register that an instruction names is below
//!   `registers`, every jump leads to an instruction, every index of a constant or cache is in its table, and control can't
//!   run over the end.
//! - A frame is entered only after its registers have been reserved (`Thread::reserve`), and [`Registers`] are taken anew
//!   whenever the thread's slots may have moved: after everything that the loop calls.
//!
//! Builds with debug assertions check each access; the tests below and those of `tests/` are small enough for Miri or
//! valgrind, which see registers that have moved.

use crate::code::Compiled;
use crate::instruction::{Instruction, Reg};
use semantics::state::{Thread, Value};

/// The registers of the frame on top.
#[derive(Clone, Copy)]
pub(super) struct Registers {
    first: *mut Value,
    #[cfg(debug_assertions)]
    count: usize,
}

impl Registers {
    /// The registers of code from slot `base` on.
    ///
    /// # Safety
    /// Until they are taken anew, the thread's slots must neither move nor shrink, and only registers of `code`, which has
    /// been checked, may be asked for.
    #[inline(always)]
    pub unsafe fn of(thread: &mut Thread, base: usize, code: &Compiled) -> Registers {
        debug_assert!(base + code.registers <= thread.slots.len(), "the registers have been reserved");
        Registers {
            // SAFETY: `base` is inside of the slots, since the frame's registers are.
            first: unsafe { thread.slots.as_mut_ptr().add(base) },
            #[cfg(debug_assertions)]
            count: code.registers,
        }
    }

    /// The code names this register.
    #[inline(always)]
    fn assert_has(self, _register: Reg) {
        #[cfg(debug_assertions)]
        assert!((_register as usize) < self.count, "register {_register} of {}", self.count);
    }

    #[inline(always)]
    pub fn get(self, register: Reg) -> Value {
        self.assert_has(register);
        // SAFETY: by the promise made to `of`.
        unsafe { *self.first.add(register as usize) }
    }

    #[inline(always)]
    pub fn set(self, register: Reg, value: Value) {
        self.assert_has(register);
        // SAFETY: by the promise made to `of`.
        unsafe { *self.first.add(register as usize) = value }
    }
}

/// Where the frame on top is in its code.
#[derive(Clone, Copy)]
pub(super) struct Position {
    next: *const Instruction,
    /// The first instruction, and the end.
    #[cfg(debug_assertions)]
    code: (*const Instruction, *const Instruction),
}

impl Position {
    /// The instruction with this index.
    ///
    /// # Safety
    /// The code must have been checked, must live as long as the position is used, and have an instruction there.
    #[inline(always)]
    pub unsafe fn of(code: &Compiled, index: usize) -> Position {
        debug_assert!(index < code.instructions.len(), "there is an instruction {index}");
        Position {
            // SAFETY: the index is inside.
            next: unsafe { code.instructions.as_ptr().add(index) },
            #[cfg(debug_assertions)]
            code: (code.instructions.as_ptr_range().start, code.instructions.as_ptr_range().end),
        }
    }

    /// There is a next instruction.
    #[inline(always)]
    fn assert_inside(self) {
        #[cfg(debug_assertions)]
        assert!(self.code.0 <= self.next && self.next < self.code.1, "control has left the code");
    }

    /// The index of the next instruction.
    #[inline(always)]
    pub fn index(self, code: &Compiled) -> usize {
        (self.next as usize - code.instructions.as_ptr() as usize) / size_of::<Instruction>()
    }

    /// The next instruction; goes past it. It is not copied: each instruction reads of it what it needs.
    #[inline(always)]
    pub fn fetch<'a>(&mut self, code: &'a Compiled) -> &'a Instruction {
        debug_assert!(code.instructions.as_ptr_range().contains(&self.next), "control has left the code");
        // SAFETY: checked code does not run over its end, and the position is one of this code.
        unsafe {
            let instruction = &*self.next;
            self.next = self.next.add(1);
            instruction
        }
    }

    /// The next instruction, where one is known to follow.
    #[inline(always)]
    pub fn peek(self) -> Instruction {
        self.assert_inside();
        // SAFETY: checked code does not run over its end.
        unsafe { *self.next }
    }

    /// The instruction that the next one leads to, if it jumps by so many.
    #[inline(always)]
    pub fn peek_beyond(self, offset: i32) -> Instruction {
        // SAFETY: jumps of checked code lead to instructions.
        unsafe { *self.next.offset(offset as isize + 1) }
    }

    /// Goes to the general case of the instruction that was fetched last.
    #[inline(always)]
    pub fn go_general(&mut self, code: &Compiled) {
        let general = code.general[self.index(code) - 1] as usize;
        debug_assert!(general < code.instructions.len(), "the general case is inside");
        // SAFETY: in checked code all general cases are inside.
        self.next = unsafe { code.instructions.as_ptr().add(general) };
    }

    /// Jumps, counted from the next instruction.
    #[inline(always)]
    pub fn jump(&mut self, offset: i32) {
        // SAFETY: in checked code every jump leads to an instruction.
        self.next = unsafe { self.next.offset(offset as isize) };
        self.assert_inside();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use semantics::state::RuleId;
    use spec::ast::NodeId;

    /// Code of four registers: a load, a jump over another load, a return.
    fn code() -> Compiled {
        let instructions = vec![
            Instruction::Load { into: 3, constant: 0 },
            Instruction::Jump { offset: 1 },
            Instruction::Load { into: 0, constant: 0 },
            Instruction::Return { value: 3 },
        ];
        let count = instructions.len();
        Compiled {
            instructions,
            constants: vec![Value::TRUE],
            caches: Vec::new(),
            protected: Vec::new(),
            general: vec![2; count],
            registers: 4,
            variables: 1,
            positions: vec![NodeId(0); count],
            rules: vec![RuleId(0); count],
            plain_parameters: Compiled::NOT_PLAIN,
            generator_parameters: Compiled::NOT_PLAIN,
            has_cells: false,
        }
    }

    fn thread(slots: usize) -> Thread {
        Thread { slots: vec![Value::NONE; slots], top: slots, ..Thread::default() }
    }

    #[test]
    fn registers_are_the_slots_from_the_base_on() {
        let (code, mut thread) = (code(), thread(7));
        // SAFETY: the slots do not move while the registers are used.
        let registers = unsafe { Registers::of(&mut thread, 3, &code) };
        registers.set(0, Value::small(1));
        registers.set(3, Value::small(2));
        let copy = registers;
        assert_eq!((copy.get(0), copy.get(1), copy.get(3)), (Value::small(1), Value::NONE, Value::small(2)));
        assert_eq!(thread.slots[2..7], [Value::NONE, copy.get(0), Value::NONE, Value::NONE, copy.get(3)]);
    }

    #[test]
    fn registers_taken_anew_follow_slots_that_have_moved() {
        let (code, mut thread) = (code(), thread(4));
        // SAFETY: taken anew after `reserve`, which may move the slots.
        let registers = unsafe { Registers::of(&mut thread, 0, &code) };
        registers.set(2, Value::TRUE);
        thread.reserve(4, 10_000);
        let registers = unsafe { Registers::of(&mut thread, 0, &code) };
        assert_eq!(registers.get(2), Value::TRUE);
        registers.set(2, Value::FALSE);
        assert_eq!(thread.slots[2], Value::FALSE);
    }

    #[test]
    fn a_position_goes_on_and_jumps() {
        let code = code();
        code.check();
        // SAFETY: the code is checked and lives on.
        let mut position = unsafe { Position::of(&code, 0) };
        assert_eq!(*position.fetch(&code), Instruction::Load { into: 3, constant: 0 });
        assert_eq!((position.peek(), position.index(&code)), (Instruction::Jump { offset: 1 }, 1));
        position.fetch(&code);
        position.jump(1);
        assert_eq!((*position.fetch(&code), position.index(&code)), (Instruction::Return { value: 3 }, 4));
        position.jump(-4);
        assert_eq!(position.index(&code), 0);
        position.fetch(&code);
        position.go_general(&code);
        assert_eq!(position.peek(), Instruction::Load { into: 0, constant: 0 });
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "register 4 of 4")]
    fn a_register_beyond_those_of_the_code_is_noticed() {
        let (code, mut thread) = (code(), thread(7));
        // SAFETY: what is wrong here is noticed before anything is read.
        unsafe { Registers::of(&mut thread, 0, &code) }.get(4);
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "control has left the code")]
    fn control_beyond_the_end_is_noticed() {
        let code = code();
        // SAFETY: what is wrong here is noticed before anything is read.
        let mut position = unsafe { Position::of(&code, 3) };
        position.fetch(&code);
        position.fetch(&code);
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "have been reserved")]
    fn registers_that_were_not_reserved_are_noticed() {
        // SAFETY: what is wrong here is noticed before anything is read.
        unsafe { Registers::of(&mut thread(6), 3, &code()) };
    }
}
