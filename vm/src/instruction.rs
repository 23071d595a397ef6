//! The instructions of the VM: eight bytes each, over the registers of a frame.
//!
//! The first registers of a frame are its variables, as the scopes number them; the rest are the slots of the rules
//! that were inlined. Every instruction was emitted for a step of a rule. A specialized one is a guarded fast path: when
//! its guard fails, the rule that it stands for runs as an activation on the same stack.

use semantics::state::RuleId;

/// A register of the frame.
pub type Reg = u16;

/// A jump, relative to the next instruction.
pub type Offset = i16;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Instruction {
    /// A constant.
    Load {
        into: Reg,
        constant: u16,
    },
    Move {
        into: Reg,
        from: Reg,
    },
    /// The variable must be bound.
    Check {
        variable: Reg,
    },
    /// A primitive on consecutive registers.
    Primitive {
        number: u16,
        first: Reg,
        count: u8,
        into: Reg,
    },
    /// A protocol on consecutive registers: an activation of its rule.
    Protocol {
        rule: RuleId,
        first: Reg,
        count: u8,
        into: Reg,
    },
    /// Control goes to another frame.
    Transfer {
        number: u8,
        first: Reg,
        into: Reg,
    },

    Jump {
        offset: i32,
    },
    /// A jump back, where garbage may be collected and fuel is counted.
    Loop {
        offset: i32,
    },
    /// Jumps unless the register holds true.
    Unless {
        condition: Reg,
        offset: i32,
    },
    /// Jumps if the register holds a value.
    IfSomething {
        value: Reg,
        offset: i32,
    },
    /// Jumps by truth where it is plain; over the general case otherwise, whose length `skip` is.
    UnlessPlainly {
        value: Reg,
        offset: Offset,
        skip: u8,
    },

    /// Jumps by a comparison of two small ints or floats where that decides: over the general case if it is true.
    CompareUnless {
        op: u8,
        a: Reg,
        b: Reg,
        offset: Offset,
    },
    /// The same with a small constant.
    CompareIntUnless {
        op: u8,
        a: Reg,
        int: i16,
        offset: Offset,
    },
    /// Adds a small constant to a small int, and goes over the general case.
    AddInt {
        into: Reg,
        a: Reg,
        int: i16,
    },
    /// `operator.binary` by operator.
    Add {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    Sub {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    Mul {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    Binary {
        op: u8,
        into: Reg,
        a: Reg,
        b: Reg,
    },
    /// `operator.inplace`.
    InPlace {
        op: u8,
        into: Reg,
        a: Reg,
        b: Reg,
    },
    /// `operator.unary`.
    Unary {
        op: u8,
        into: Reg,
        a: Reg,
    },
    /// `operator.compare`.
    Compare {
        op: u8,
        into: Reg,
        a: Reg,
        b: Reg,
    },
    /// `convert.truth`.
    Truth {
        into: Reg,
        value: Reg,
    },
    /// Whether both are the same word.
    Same {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    /// The opposite of a truth value.
    Not {
        into: Reg,
        value: Reg,
    },

    LoadGlobal {
        into: Reg,
        cache: u16,
    },
    StoreGlobal {
        from: Reg,
        name: u16,
    },
    LoadCell {
        into: Reg,
        slot: Reg,
    },
    StoreCell {
        from: Reg,
        slot: Reg,
    },

    /// `attribute.get`.
    GetAttribute {
        into: Reg,
        object: Reg,
        cache: u16,
    },
    /// The same for a method that is called next: function and object, or any value and nothing.
    GetMethod {
        into: Reg,
        object: Reg,
        cache: u16,
    },
    /// `attribute.set`.
    SetAttribute {
        object: Reg,
        value: Reg,
        cache: u16,
    },
    /// `container.getitem`.
    GetItem {
        into: Reg,
        container: Reg,
        key: Reg,
    },
    /// `container.setitem`.
    SetItem {
        container: Reg,
        key: Reg,
        value: Reg,
    },

    /// `call` of a callee, with arguments in consecutive registers.
    Call {
        count: u8,
        callee: Reg,
        first: Reg,
        into: Reg,
    },
    /// The same after `GetMethod`: the object, if there is one, is in the register before the arguments.
    CallMethod {
        count: u8,
        callee: Reg,
        into: Reg,
    },

    NewList {
        first: Reg,
        count: u16,
        into: Reg,
    },
    NewTuple {
        first: Reg,
        count: u16,
        into: Reg,
    },
    /// `list_append` on a list that the rule made.
    Append {
        list: Reg,
        value: Reg,
    },
    /// The items of a tuple or list in consecutive registers, and the next instruction is skipped; otherwise
    /// `iteration.unpack` into the register before them.
    Unpack {
        value: Reg,
        first: Reg,
        count: u8,
    },
    /// The items of the tuple in the register before them in consecutive registers.
    Spread {
        first: Reg,
        count: u8,
    },

    /// `iteration.iter`.
    Iterate {
        into: Reg,
        iterable: Reg,
    },
    /// `iteration.next`.
    Next {
        into: Reg,
        iterator: Reg,
    },

    Raise {
        exception: Reg,
    },
    Reraise {
        exception: Reg,
    },
    Return {
        value: Reg,
    },
    Yield {
        value: Reg,
        into: Reg,
    },
}

const _: () = assert!(size_of::<Instruction>() == 8);

/// A protected range of instructions: an exception raised in it goes to `handler`, in the register `into`.
#[derive(Clone, Copy, Debug)]
pub struct Protected {
    pub start: u32,
    pub end: u32,
    pub handler: u32,
    pub into: Reg,
}

impl Instruction {
    /// Sets where a jump leads, counted from the next instruction.
    pub fn set_offset(&mut self, distance: i32) {
        use Instruction::*;
        match self {
            Jump { offset } | Loop { offset } => *offset = distance,
            Unless { offset, .. } | IfSomething { offset, .. } => *offset = distance,
            UnlessPlainly { offset, .. } | CompareUnless { offset, .. } | CompareIntUnless { offset, .. } => {
                match Offset::try_from(distance) {
                    Ok(distance) => *offset = distance,
                    // Too far for the fast path: the general case, which comes next, does it.
                    Err(_) => *self = Jump { offset: 0 },
                }
            }
            other => unreachable!("{other:?} is no jump"),
        }
    }

    /// Where a jump leads.
    pub fn offset(&self) -> Option<i32> {
        use Instruction::*;
        match self {
            Jump { offset } | Loop { offset } => Some(*offset),
            Unless { offset, .. } | IfSomething { offset, .. } => Some(*offset),
            UnlessPlainly { offset, .. } | CompareUnless { offset, .. } | CompareIntUnless { offset, .. } => {
                Some(*offset as i32)
            }
            _ => None,
        }
    }
}

impl Instruction {
    /// The register that takes the instruction's result, if it has exactly one and it is written last.
    pub fn result_mut(&mut self) -> Option<&mut Reg> {
        use Instruction::*;
        match self {
            Load { into, .. }
            | Move { into, .. }
            | Primitive { into, .. }
            | Protocol { into, .. }
            | Transfer { into, .. }
            | Add { into, .. }
            | Sub { into, .. }
            | Mul { into, .. }
            | Binary { into, .. }
            | InPlace { into, .. }
            | Unary { into, .. }
            | Compare { into, .. }
            | Same { into, .. }
            | Truth { into, .. }
            | Not { into, .. }
            | LoadGlobal { into, .. }
            | LoadCell { into, .. }
            | GetAttribute { into, .. }
            | GetMethod { into, .. }
            | GetItem { into, .. }
            | Call { into, .. }
            | CallMethod { into, .. }
            | NewList { into, .. }
            | NewTuple { into, .. }
            | Iterate { into, .. }
            | Next { into, .. }
            | Yield { into, .. } => Some(into),
            _ => None,
        }
    }
}
