//! What an activation does next.
//!
//! Most ops are transitions. Some only find the way to the next one (questions about syntax, copies, jumps): they are
//! done together with the transition that they lead to.

use super::super::language::{Judgment, Transfer};
use crate::state::value::ElementCode;
use crate::state::{Machine, Outcome, Program, RuleId, Value};

/// How the word of a field becomes a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldCode {
    Node,
    List(ElementCode),
    Kind,
    Name,
    Constant,
    Int,
}

/// An operand of an [`Op`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    Slot(u8),
    /// A field of the syntax that the rule is about.
    Field(u8, FieldCode),
    /// A constant of the rule table.
    Constant(u16),
    This,
}

/// Some operands of the rule table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Operands {
    pub start: u16,
    pub len: u8,
}

/// What a primitive does.
pub type Run = fn(&mut Machine, &[Value]) -> Outcome;

/// What a question about syntax asks.
pub type Answer = fn(&Program, &[Value]) -> Value;

/// The place of an op among those of all rules.
pub type Place = u16;

/// Where a result goes: a slot of the activation, or one of the targets of [`crate::state::Activation`].
pub type Target = u16;

/// One op of a rule.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    // The way to the next transition.
    /// The answer to a question about syntax.
    Ask {
        answer: Answer,
        inputs: Operands,
        into: Target,
    },
    /// Goes on at `otherwise` unless the answer is true.
    When {
        answer: Answer,
        inputs: Operands,
        otherwise: Place,
    },
    Copy {
        value: Operand,
        into: Target,
    },
    /// A part of a piece of syntax.
    Field {
        node: Operand,
        index: u8,
        code: FieldCode,
        into: Target,
    },
    Unless {
        condition: Operand,
        target: Place,
    },
    /// The next element of a list of syntax, or on to `done`.
    Next {
        counter: u8,
        list: Operand,
        into: Target,
        done: Place,
    },
    /// Counts an element as done.
    Count {
        counter: u8,
    },
    /// The values that lie above the rule's slots become a tuple.
    Pack {
        into: Target,
    },
    Jump {
        target: Place,
    },

    // Transitions.
    Judge {
        judgment: Judgment,
        node: Operand,
        inputs: Operands,
        into: Target,
    },
    /// Judges the next element of a list of syntax, or goes on to `done`.
    JudgeNext {
        judgment: Judgment,
        list: Operand,
        counter: u8,
        into: Target,
        done: Place,
    },
    Primitive {
        run: Run,
        inputs: Operands,
        into: Target,
    },
    /// A primitive whose result is the rule's.
    Conclude {
        run: Run,
        inputs: Operands,
    },
    /// A primitive whose result is the rule's, if it has one; otherwise the rule goes on.
    ConcludeIfAny {
        run: Run,
        inputs: Operands,
        into: Target,
    },
    /// A primitive whose result only decides where to go on: at `otherwise` unless it is true.
    Test {
        run: Run,
        inputs: Operands,
        otherwise: Place,
    },
    /// A protocol, or a clause, which goes on about the same syntax. A protocol that begins by asking a primitive for its
    /// result is not begun if there is one.
    Apply {
        rule: RuleId,
        first: Option<Run>,
        inputs: Operands,
        into: Target,
        is_clause: bool,
    },
    Transfer {
        transfer: Transfer,
        inputs: Operands,
        into: Target,
    },
    Leave {
        label: u8,
        value: Option<Operand>,
    },
    Raise {
        value: Operand,
    },
    Return {
        value: Option<Operand>,
    },
    /// Concludes from inside of a protected part, whose `finally` part goes first.
    ReturnThrough {
        value: Option<Operand>,
    },
    Yield {
        value: Operand,
        into: Target,
    },
    /// The end of a `finally` part: the saved completion goes on.
    Resume {
        completion: u8,
        value: u8,
    },
}

/// What a region of a rule's code does with completions that come out of it.
#[derive(Clone, Copy, Debug)]
pub enum RegionKind {
    Scope { label: u8, into: Target, target: Place },
    Catch { into: Target, target: Place },
    Finally { completion: u8, value: u8, target: Place },
}

/// A scope or protected part.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    pub start: Place,
    pub end: Place,
    pub kind: RegionKind,
}
