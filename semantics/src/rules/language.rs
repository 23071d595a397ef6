//! The language of rules.
//!
//! A rule says how one *judgment* on one form of syntax is made, as a few steps:
//!
//! ```text
//! /// The operands are evaluated from left to right; the operator is then applied to their values.
//! rule "expr.binop" eval BinOp(left, op, right) [ref "6.7"] {
//!     let a = eval left;
//!     let b = eval right;
//!     return binary(op, a, b);
//! }
//! ```
//!
//! | step | meaning |
//! |---|---|
//! | `let x = eval e;` `test e` `collect e from acc` `run e` | another judgment on a part of the syntax |
//! | `exec body;` `bind t from v;` `delete t;` | judgments without a result; `exec` takes a list of statements |
//! | `let vs = eval* es;` | each of a list, from left to right, into a tuple |
//! | `let x = name(a, b) at e;` | a primitive (one step), a protocol (a rule of its own), or a question about syntax; `at` says which part of the source a failure is shown at |
//! | `do name(syntax; values)` | a clause: a rule of its own about the same syntax |
//! | `if c { } else { }`, `loop { }` | as usual; `c` is a name or a call that gives a truth value |
//! | `when question(syntax) { } else { }`, `each x in xs { }` | the same about syntax: decided before anything runs |
//! | `let Form(field, ..) = e;` | the parts of a piece of syntax |
//! | `scope Label(v) { }`, `leave Label(v);` | a way out; syntax inside may take it too (`break`, `return`) |
//! | `protect { } catch e { }`, `protect { } finally { }` | what happens on the ways out |
//! | `let x = yield v;`, `raise e;`, `return v;` | suspend the frame, raise, conclude |
//!
//! Slots hold values. A slot whose content is decided by the syntax alone is *static*: the reference machine computes
//! it when it gets there, the compiler beforehand.

use crate::state::{Machine, Program, Thrown, Value};
use spec::ast::Kind;

/// What can be asked of a piece of syntax.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Judgment {
    /// The value of an expression.
    Eval,
    /// The truth of an expression's value.
    Test,
    /// A statement carried out.
    Exec,
    /// A target bound to a value.
    Bind,
    /// A target deleted.
    Delete,
    /// A target updated by an operator and an expression.
    Augment,
    /// One element of a comprehension handed over.
    Collect,
    /// The body of a function, class or module carried out in its frame.
    Run,
}

impl Judgment {
    pub const ALL: [Judgment; 8] = [
        Judgment::Eval,
        Judgment::Test,
        Judgment::Exec,
        Judgment::Bind,
        Judgment::Delete,
        Judgment::Augment,
        Judgment::Collect,
        Judgment::Run,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Judgment::Eval => "eval",
            Judgment::Test => "test",
            Judgment::Exec => "exec",
            Judgment::Bind => "bind",
            Judgment::Delete => "delete",
            Judgment::Augment => "augment",
            Judgment::Collect => "collect",
            Judgment::Run => "run",
        }
    }
}

/// A rule, clause or protocol, as data.
#[derive(Clone, Copy, Debug)]
pub struct RuleDef {
    pub id: &'static str,
    /// The section of the Language Reference that it states.
    pub section: &'static str,
    /// The rule in words.
    pub doc: &'static str,
    pub head: Head,
    /// How many of the slots are given from outside: fields and inputs, or parameters.
    pub parameters: usize,
    /// The names of all slots; those that begin with `%` have none in the source.
    pub slots: &'static [&'static str],
    pub body: &'static [Step],
    pub file: &'static str,
    pub line: u32,
}

impl RuleDef {
    /// The primitive that a protocol tries first, on all of its values, to give its answer if there is one.
    pub fn first_answer(&self) -> Option<&'static Primitive> {
        let (primitive, arguments, _) = answer_if_any(self.body)?;
        let takes_all = arguments.len() == self.parameters
            && arguments.iter().enumerate().all(|(slot, argument)| *argument == Arg::Slot(slot as u8));
        takes_all.then_some(primitive)
    }
}

/// Whether steps begin with `let quick = p(..); if is_something(quick) { return quick; }`: the primitive, its arguments
/// and the slot.
pub fn answer_if_any(steps: &'static [Step]) -> Option<(&'static Primitive, &'static [Arg], u8)> {
    let [
        Step::Apply { operation: Operation::Primitive(primitive), arguments, slot: Some(answer), at: None },
        Step::Apply { operation: question, arguments: asked, slot: Some(decided), .. },
        Step::If { condition, then: [Step::Return { value: Some(result) }], otherwise: [] },
        ..,
    ] = steps
    else {
        return None;
    };
    let value = Arg::Slot(*answer);
    let is_one = question.name() == "is_something"
        && **asked == [value]
        && *condition == Arg::Slot(*decided)
        && *result == value;
    is_one.then_some((primitive, arguments, *answer))
}

/// What a rule is about.
#[derive(Clone, Copy, Debug)]
pub enum Head {
    /// One judgment on one form. The first slots are the fields, then come the inputs.
    Rule { judgment: Judgment, form: Kind, fields: &'static [u8], inputs: usize },
    /// Part of a rule: some syntax, then values.
    Clause { syntax: usize, values: usize },
    /// Starts from values.
    Protocol { values: usize },
}

/// An operand of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arg {
    Slot(u8),
    /// A name or text, as a Python string.
    Text(&'static str),
    Int(i32),
    Kind(Kind),
    None,
    True,
    False,
    NotImplemented,
    /// The absence of a value.
    Nothing,
    /// The syntax that the rule is about.
    This,
}

/// One step of a rule's body.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Judge {
        judgment: Judgment,
        all: bool,
        node: Arg,
        inputs: &'static [Arg],
        slot: Option<u8>,
    },
    Apply {
        operation: &'static Operation,
        arguments: &'static [Arg],
        slot: Option<u8>,
        at: Option<Arg>,
    },
    Copy {
        value: Arg,
        slot: u8,
    },
    Open {
        form: Kind,
        node: Arg,
        fields: &'static [(u8, u8)],
    },
    If {
        condition: Arg,
        then: &'static [Step],
        otherwise: &'static [Step],
    },
    When {
        question: &'static Operation,
        arguments: &'static [Arg],
        then: &'static [Step],
        otherwise: &'static [Step],
    },
    Each {
        items: &'static [u8],
        lists: &'static [Arg],
        counter: u8,
        body: &'static [Step],
    },
    Loop {
        body: &'static [Step],
    },
    Scope {
        label: &'static str,
        slot: Option<u8>,
        body: &'static [Step],
    },
    Leave {
        label: &'static str,
        value: Option<Arg>,
    },
    Catch {
        body: &'static [Step],
        slot: u8,
        handler: &'static [Step],
    },
    Finally {
        body: &'static [Step],
        last: &'static [Step],
        completion: u8,
        value: u8,
    },
    Yield {
        value: Arg,
        slot: Option<u8>,
    },
    Raise {
        value: Arg,
    },
    Return {
        value: Option<Arg>,
    },
}

/// What a rule may apply to values.
#[derive(Debug)]
pub enum Operation {
    Primitive(Primitive),
    Question(Question),
    /// A protocol or a clause.
    Rule(&'static RuleDef),
    Transfer(Transfer),
}

/// A data operation that runs no Python code and finishes in one step.
pub struct Primitive {
    pub name: &'static str,
    pub doc: &'static str,
    pub arity: usize,
    pub run: fn(&mut Machine, &[Value]) -> Result<Value, Thrown>,
}

/// A question about syntax: its answer depends on the program's text alone.
pub struct Question {
    pub name: &'static str,
    pub doc: &'static str,
    pub arity: usize,
    pub answer: fn(&Program, &[Value]) -> Value,
}

/// Steps that move control between frames.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Transfer {
    /// `invoke(function, arguments)`: a new frame for the function, its parameters already bound.
    Invoke,
    /// `resume(generator, value)`: the generator's frame goes on; gives what it yields, or nothing when it ends.
    Resume,
    /// `throw_into(generator, exception)`: the same, raising the exception where it was suspended.
    ThrowInto,
    /// `run_class(function, namespace)`: a frame for a class body; gives the cell of `__class__`, if it has one.
    RunClass,
    /// `perform(builtin, arguments)`: the protocol behind a built-in function, its parameters already bound.
    Perform,
    /// `advance(iterator)`: an iterator that is built out of others goes on: by its rule, unless it does so by itself.
    Advance,
    /// `reraise(exception)`: raised again, without a new entry in its traceback.
    Reraise,
}

impl Transfer {
    pub fn name(self) -> &'static str {
        match self {
            Transfer::Invoke => "invoke",
            Transfer::Resume => "resume",
            Transfer::ThrowInto => "throw_into",
            Transfer::RunClass => "run_class",
            Transfer::Perform => "perform",
            Transfer::Advance => "advance",
            Transfer::Reraise => "reraise",
        }
    }

    pub fn arity(self) -> usize {
        match self {
            Transfer::Advance | Transfer::Reraise => 1,
            _ => 2,
        }
    }
}

impl Operation {
    pub fn name(&self) -> &'static str {
        match self {
            Operation::Primitive(primitive) => primitive.name,
            Operation::Question(question) => question.name,
            Operation::Rule(rule) => rule.id,
            Operation::Transfer(transfer) => transfer.name(),
        }
    }
}

impl std::fmt::Debug for Primitive {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}/{}", self.name, self.arity)
    }
}

impl std::fmt::Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}?/{}", self.name, self.arity)
    }
}

/// Declares primitives: `/// doc` and then `fn name(machine, a, b) { body }`, each a function that gives the [`Operation`] (a function, since the
/// name of a static could not be used for a variable).
#[macro_export]
macro_rules! primitives {
    ($table:ident; $($(#[doc = $doc:literal])+ fn $name:ident($machine:ident $(, $arg:ident)*) $body:block)*) => {
        $(
            $(#[doc = $doc])+
            pub const fn $name() -> &'static $crate::rules::language::Operation {
                static OPERATION: $crate::rules::language::Operation =
                    $crate::rules::language::Operation::Primitive($crate::rules::language::Primitive {
                    name: stringify!($name),
                    doc: concat!($($doc, "\n"),+),
                    arity: { const NAMES: &[&str] = &[$(stringify!($arg)),*]; NAMES.len() },
                    run: {
                        #[allow(unused_variables)]
                        fn run(
                            $machine: &mut $crate::state::Machine,
                            arguments: &[$crate::state::Value],
                        ) -> Result<$crate::state::Value, $crate::state::Thrown> {
                            let &[$($arg),*] = arguments else { unreachable!("arity is checked when rules are linked") };
                            $body
                        }
                        run
                    },
                });
                &OPERATION
            }
        )*
        /// The primitives of this file.
        pub static $table: &[&$crate::rules::language::Operation] = &[$($name()),*];
    };
}

/// Declares questions about syntax: `/// doc` and then `fn name(program, a) { body }`.
#[macro_export]
macro_rules! questions {
    ($table:ident; $($(#[doc = $doc:literal])+ fn $name:ident($program:ident $(, $arg:ident)*) $body:block)*) => {
        $(
            $(#[doc = $doc])+
            pub const fn $name() -> &'static $crate::rules::language::Operation {
                static OPERATION: $crate::rules::language::Operation =
                    $crate::rules::language::Operation::Question($crate::rules::language::Question {
                    name: stringify!($name),
                    doc: concat!($($doc, "\n"),+),
                    arity: { const NAMES: &[&str] = &[$(stringify!($arg)),*]; NAMES.len() },
                    answer: {
                        #[allow(unused_variables)]
                        fn answer(
                            $program: &$crate::state::Program,
                            arguments: &[$crate::state::Value],
                        ) -> $crate::state::Value {
                            let &[$($arg),*] = arguments else { unreachable!("arity is checked when rules are linked") };
                            $body
                        }
                        answer
                    },
                });
                &OPERATION
            }
        )*
        /// The questions of this file.
        pub static $table: &[&$crate::rules::language::Operation] = &[$($name()),*];
    };
}
