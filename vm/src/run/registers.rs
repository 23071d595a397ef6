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

use crate::code::Compiled;
use crate::instruction::{Instruction, Reg};
use semantics::state::{Thread, Value};

/// The registers of the frame on top.
#[derive(Clone, Copy)]
pub(super) struct Registers {
    first: *mut Value,
}

impl Registers {
    /// The registers of code from slot `base` on.
    ///
    /// # Safety
    /// Until they are taken anew, the thread's slots must neither move nor shrink, and only registers of `code`, which has
    /// been checked, may be asked for.
    #[inline(always)]
    pub unsafe fn of(thread: &mut Thread, base: usize, code: &Compiled) -> Registers {
        debug_assert!(base + code.registers <= thread.slots.len());
        // SAFETY: `base` is inside of the slots, since the frame's registers are.
        Registers { first: unsafe { thread.slots.as_mut_ptr().add(base) } }
    }

    #[inline(always)]
    pub fn get(self, register: Reg) -> Value {
        // SAFETY: by the promise made to `of`.
        unsafe { *self.first.add(register as usize) }
    }

    #[inline(always)]
    pub fn set(self, register: Reg, value: Value) {
        // SAFETY: by the promise made to `of`.
        unsafe { *self.first.add(register as usize) = value }
    }
}

/// Where the frame on top is in its code.
#[derive(Clone, Copy)]
pub(super) struct Position {
    next: *const Instruction,
}

impl Position {
    /// The instruction with this index.
    ///
    /// # Safety
    /// The code must have been checked, must live as long as the position is used, and have an instruction there.
    #[inline(always)]
    pub unsafe fn of(code: &Compiled, index: usize) -> Position {
        debug_assert!(index < code.instructions.len());
        // SAFETY: the index is inside.
        Position { next: unsafe { code.instructions.as_ptr().add(index) } }
    }

    /// The index of the next instruction.
    #[inline(always)]
    pub fn index(self, code: &Compiled) -> usize {
        (self.next as usize - code.instructions.as_ptr() as usize) / size_of::<Instruction>()
    }

    /// The next instruction; goes past it.
    #[inline(always)]
    pub fn fetch(&mut self) -> Instruction {
        // SAFETY: checked code does not run over its end.
        unsafe {
            let instruction = *self.next;
            self.next = self.next.add(1);
            instruction
        }
    }

    /// The next instruction, where one is known to follow.
    #[inline(always)]
    pub fn peek(self) -> Instruction {
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
        // SAFETY: in checked code all general cases are inside.
        self.next = unsafe { code.instructions.as_ptr().add(general) };
    }

    /// Jumps, counted from the next instruction.
    #[inline(always)]
    pub fn jump(&mut self, offset: i32) {
        // SAFETY: in checked code every jump leads to an instruction.
        self.next = unsafe { self.next.offset(offset as isize) };
    }
}
