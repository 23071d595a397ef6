//! The instructions of the VM: eight bytes each, over the registers of a frame.
//!
//! The first registers of a frame are its variables, as the scopes number them; the rest are the slots of the rules
//! that were inlined. Every instruction was emitted for a step of a rule. A specialized one is a guarded fast path: when
//! its guard fails, the rule that it stands for runs as an activation on the same stack.

use semantics::state::RuleId;

/// A register of the frame.
pub type Reg = u16;

/// How many instructions compare in general: the comparison, and the jump by its truth in three. Where a fast path has a
/// constant built in, one more loads it.
pub const GENERAL_COMPARISON: usize = 4;

/// How many instructions jump by truth in general.
pub const GENERAL_TRUTH: usize = 2;

/// How many instructions add a constant in general.
pub const GENERAL_ADDITION: usize = 2;

/// How many instructions operate on two values in general.
pub const GENERAL_OPERATION: usize = 1;

/// How many instructions make a slice object and use it.
pub const GENERAL_SLICE: usize = 2;

/// The constant, and `GetItem`.
pub const GENERAL_ITEM: usize = 2;

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
    /// Jumps by truth where that is plain.
    UnlessPlainly {
        value: Reg,
        offset: Offset,
    },

    /// Jumps by a comparison of two small ints or floats, where that decides.
    /// `a > b` is written as `b < a` here.
    LessUnless {
        a: Reg,
        b: Reg,
        offset: Offset,
    },
    LessEqualUnless {
        a: Reg,
        b: Reg,
        offset: Offset,
    },
    EqualUnless {
        a: Reg,
        b: Reg,
        offset: Offset,
    },
    NotEqualUnless {
        a: Reg,
        b: Reg,
        offset: Offset,
    },
    /// The same with a small constant.
    LessIntUnless {
        a: Reg,
        int: i16,
        offset: Offset,
    },
    LessEqualIntUnless {
        a: Reg,
        int: i16,
        offset: Offset,
    },
    GreaterIntUnless {
        a: Reg,
        int: i16,
        offset: Offset,
    },
    GreaterEqualIntUnless {
        a: Reg,
        int: i16,
        offset: Offset,
    },
    EqualIntUnless {
        a: Reg,
        int: i16,
        offset: Offset,
    },
    NotEqualIntUnless {
        a: Reg,
        int: i16,
        offset: Offset,
    },
    /// Jumps by identity, which two words that are no floats decide.
    IsUnless {
        a: Reg,
        b: Reg,
        offset: Offset,
    },
    IsNotUnless {
        a: Reg,
        b: Reg,
        offset: Offset,
    },
    /// Adds a small constant to a small int.
    AddInt {
        into: Reg,
        a: Reg,
        int: i16,
    },
    /// Operators on two small ints, or floats, where that gives a number as simple.
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
    Div {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    FloorDiv {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    Mod {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    And {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    Or {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    Xor {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    LeftShift {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    RightShift {
        into: Reg,
        a: Reg,
        b: Reg,
    },
    /// `operator.binary`.
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
    /// `container.getitem` of a list or tuple at a small constant index.
    GetItemAt {
        into: Reg,
        container: Reg,
        index: i16,
    },
    /// `container.setitem`.
    SetItem {
        container: Reg,
        key: Reg,
        value: Reg,
    },

    /// `container.getitem` with a slice whose start, stop and step are in consecutive registers, and of which no object is
    /// made.
    GetSlice {
        into: Reg,
        container: Reg,
        first: Reg,
    },
    /// `container.setitem` in the same way.
    SetSlice {
        container: Reg,
        value: Reg,
        first: Reg,
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
    /// `concatenated` on the strings in consecutive registers.
    Concat {
        first: Reg,
        count: u16,
        into: Reg,
    },
    /// The tuple of the items of a tuple or list, which are all the arguments of a call. In general they are put into a
    /// list first: so many instructions.
    Starred {
        into: Reg,
        value: Reg,
        general: u8,
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

    /// `iteration.iter` where only the loop sees the iterator. Three registers stand for it: a list or tuple and the index
    /// in it; the next number of a range, how many are left, and the step; or the iterator and nothing.
    Walk {
        into: Reg,
        iterable: Reg,
    },
    /// `iteration.next` of a walk.
    Step {
        into: Reg,
        walk: Reg,
    },
    /// `iteration.pull`.
    Pull {
        into: Reg,
        iterator: Reg,
    },
    /// `generator.delegate.send`.
    Send {
        into: Reg,
        iterator: Reg,
        value: Reg,
    },

    /// `handled_exception`.
    Handled {
        into: Reg,
    },
    /// `begin_handling`, or `end_handling`.
    Handle {
        exception: Reg,
    },
    /// `exception_matches`.
    Matches {
        into: Reg,
        exception: Reg,
        class: Reg,
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

/// What an instruction does with registers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Access {
    Read,
    Write,
    /// So many registers from this one on.
    ReadMany(u16),
    WriteMany(u16),
}

impl Instruction {
    /// Sets where a jump leads, counted from the next instruction; whether that is near enough for this instruction.
    pub fn set_offset(&mut self, distance: i32) -> bool {
        if let Some(offset) = self.short_offset_mut() {
            let Ok(distance) = Offset::try_from(distance) else { return false };
            *offset = distance;
            return true;
        }
        match self.long_offset_mut() {
            Some(offset) => *offset = distance,
            None => unreachable!("{self:?} is no jump"),
        }
        true
    }

    /// Where a jump leads.
    pub fn offset(&self) -> Option<i32> {
        let mut copy = *self;
        if let Some(offset) = copy.short_offset_mut() {
            return Some(*offset as i32);
        }
        copy.long_offset_mut().copied()
    }

    fn long_offset_mut(&mut self) -> Option<&mut i32> {
        use Instruction::*;
        match self {
            Jump { offset } | Loop { offset } | Unless { offset, .. } | IfSomething { offset, .. } => {
                Some(offset)
            }
            _ => None,
        }
    }

    fn short_offset_mut(&mut self) -> Option<&mut Offset> {
        use Instruction::*;
        match self {
            UnlessPlainly { offset, .. } => Some(offset),
            _ => self.comparison_offset_mut(),
        }
    }

    fn comparison_offset_mut(&mut self) -> Option<&mut Offset> {
        use Instruction::*;
        match self {
            LessUnless { offset, .. }
            | LessEqualUnless { offset, .. }
            | EqualUnless { offset, .. }
            | NotEqualUnless { offset, .. }
            | LessIntUnless { offset, .. }
            | LessEqualIntUnless { offset, .. }
            | GreaterIntUnless { offset, .. }
            | GreaterEqualIntUnless { offset, .. }
            | EqualIntUnless { offset, .. }
            | NotEqualIntUnless { offset, .. }
            | IsUnless { offset, .. }
            | IsNotUnless { offset, .. } => Some(offset),
            _ => None,
        }
    }

    /// How many instructions the general case of this fast path is: they come next when code is emitted, and move away when
    /// it is laid out.
    pub fn skips(&self) -> usize {
        let mut copy = *self;
        if copy.comparison_offset_mut().is_some() {
            return if copy.compares_with_int() { GENERAL_COMPARISON + 1 } else { GENERAL_COMPARISON };
        }
        match self {
            Instruction::AddInt { .. } => GENERAL_ADDITION,
            Instruction::GetItemAt { .. } => GENERAL_ITEM,
            Instruction::Starred { general, .. } => *general as usize,
            Instruction::GetSlice { .. } | Instruction::SetSlice { .. } => GENERAL_SLICE,
            Instruction::UnlessPlainly { .. } => GENERAL_TRUTH,
            _ if self.operates_on_numbers() => GENERAL_OPERATION,
            _ => 0,
        }
    }

    /// Whether it is a fast path of an operator.
    fn operates_on_numbers(&self) -> bool {
        use Instruction::*;
        matches!(
            self,
            Add { .. }
                | Sub { .. }
                | Mul { .. }
                | Div { .. }
                | FloorDiv { .. }
                | Mod { .. }
                | And { .. }
                | Or { .. }
                | Xor { .. }
                | LeftShift { .. }
                | RightShift { .. }
        )
    }

    fn compares_with_int(&self) -> bool {
        use Instruction::*;
        matches!(
            self,
            LessIntUnless { .. }
                | LessEqualIntUnless { .. }
                | GreaterIntUnless { .. }
                | GreaterEqualIntUnless { .. }
                | EqualIntUnless { .. }
                | NotEqualIntUnless { .. }
        )
    }

    /// Whether control never comes to the instruction after this one.
    pub fn ends(&self) -> bool {
        use Instruction::*;
        matches!(self, Jump { .. } | Loop { .. } | Raise { .. } | Reraise { .. } | Return { .. })
    }

    /// Shows each register that the instruction names, with what it does to it. Those that a call or a primitive may use
    /// beside are not named.
    pub fn for_each_register(&mut self, visit: &mut impl FnMut(&mut Reg, Access)) {
        use Access::*;
        use Instruction::*;
        match self {
            Jump { .. } | Loop { .. } => {}
            Load { into, .. } | LoadGlobal { into, .. } | Handled { into } => visit(into, Write),
            Check { variable: read }
            | StoreGlobal { from: read, .. }
            | Unless { condition: read, .. }
            | IfSomething { value: read, .. }
            | UnlessPlainly { value: read, .. }
            | LessIntUnless { a: read, .. }
            | LessEqualIntUnless { a: read, .. }
            | GreaterIntUnless { a: read, .. }
            | GreaterEqualIntUnless { a: read, .. }
            | EqualIntUnless { a: read, .. }
            | NotEqualIntUnless { a: read, .. }
            | Handle { exception: read }
            | Raise { exception: read }
            | Reraise { exception: read }
            | Return { value: read } => visit(read, Read),
            Move { into, from: a }
            | AddInt { into, a, .. }
            | Unary { into, a, .. }
            | Truth { into, value: a }
            | Not { into, value: a }
            | LoadCell { into, slot: a }
            | GetAttribute { into, object: a, .. }
            | GetItemAt { into, container: a, .. }
            | Starred { into, value: a, .. }
            | Iterate { into, iterable: a }
            | Next { into, iterator: a }
            | Pull { into, iterator: a }
            | Yield { into, value: a } => {
                visit(a, Read);
                visit(into, Write);
            }
            LessUnless { a, b, .. }
            | LessEqualUnless { a, b, .. }
            | EqualUnless { a, b, .. }
            | NotEqualUnless { a, b, .. }
            | IsUnless { a, b, .. }
            | IsNotUnless { a, b, .. }
            | StoreCell { from: a, slot: b }
            | SetAttribute { object: a, value: b, .. }
            | Append { list: a, value: b } => {
                visit(a, Read);
                visit(b, Read);
            }
            Add { into, a, b }
            | Sub { into, a, b }
            | Mul { into, a, b }
            | Div { into, a, b }
            | FloorDiv { into, a, b }
            | Mod { into, a, b }
            | And { into, a, b }
            | Or { into, a, b }
            | Xor { into, a, b }
            | LeftShift { into, a, b }
            | RightShift { into, a, b }
            | Binary { into, a, b, .. }
            | InPlace { into, a, b, .. }
            | Compare { into, a, b, .. }
            | Same { into, a, b }
            | GetItem { into, container: a, key: b }
            | Matches { into, exception: a, class: b }
            | Send { into, iterator: a, value: b } => {
                visit(a, Read);
                visit(b, Read);
                visit(into, Write);
            }
            SetItem { container, key, value } => {
                visit(container, Read);
                visit(key, Read);
                visit(value, Read);
            }
            GetMethod { into, object, .. } => {
                visit(object, Read);
                visit(into, WriteMany(2));
            }
            GetSlice { into, container, first } => {
                visit(container, Read);
                visit(first, ReadMany(3));
                visit(into, Write);
            }
            SetSlice { container, value, first } => {
                visit(container, Read);
                visit(value, Read);
                visit(first, ReadMany(3));
            }
            Primitive { first, count, into, .. } | Protocol { first, count, into, .. } => {
                visit(first, ReadMany(*count as u16));
                visit(into, Write);
            }
            Transfer { first, into, .. } => {
                visit(first, ReadMany(2));
                visit(into, Write);
            }
            Call { count, callee, first, into } => {
                visit(callee, Read);
                visit(first, ReadMany(*count as u16));
                visit(into, Write);
            }
            CallMethod { count, callee, into } => {
                visit(callee, ReadMany(*count as u16 + 2));
                visit(into, Write);
            }
            NewList { first, count, into }
            | NewTuple { first, count, into }
            | Concat { first, count, into } => {
                visit(first, ReadMany(*count));
                visit(into, Write);
            }
            Walk { into, iterable } => {
                visit(iterable, Read);
                visit(into, WriteMany(3));
            }
            Step { into, walk } => {
                visit(walk, ReadMany(3));
                visit(into, Write);
            }
            Unpack { value, first, count } => {
                visit(value, Read);
                visit(first, WriteMany(*count as u16));
            }
            Spread { first, count } => visit(first, WriteMany(*count as u16)),
        }
    }

    /// The register that takes the instruction's result, if it has exactly one and it is written last.
    pub fn result_mut(&mut self) -> Option<&mut Reg> {
        use Instruction::*;
        match self {
            Load { into, .. }
            | AddInt { into, .. }
            | Move { into, .. }
            | Primitive { into, .. }
            | Protocol { into, .. }
            | Transfer { into, .. }
            | Add { into, .. }
            | Sub { into, .. }
            | Mul { into, .. }
            | Div { into, .. }
            | FloorDiv { into, .. }
            | Mod { into, .. }
            | And { into, .. }
            | Or { into, .. }
            | Xor { into, .. }
            | LeftShift { into, .. }
            | RightShift { into, .. }
            | Binary { into, .. }
            | InPlace { into, .. }
            | Unary { into, .. }
            | Compare { into, .. }
            | Same { into, .. }
            | Truth { into, .. }
            | Not { into, .. }
            | Handled { into }
            | Matches { into, .. }
            | LoadGlobal { into, .. }
            | LoadCell { into, .. }
            | GetAttribute { into, .. }
            | GetMethod { into, .. }
            | GetItem { into, .. }
            | GetItemAt { into, .. }
            | Starred { into, .. }
            | GetSlice { into, .. }
            | Call { into, .. }
            | CallMethod { into, .. }
            | NewList { into, .. }
            | NewTuple { into, .. }
            | Concat { into, .. }
            | Iterate { into, .. }
            | Next { into, .. }
            | Step { into, .. }
            | Pull { into, .. }
            | Send { into, .. }
            | Yield { into, .. } => Some(into),
            _ => None,
        }
    }
}
