//! The state of the machine. Read this folder first: everything that a program can observe or change is here, as
//! plain data that can be printed and cloned.

pub mod class;
pub mod dict;
pub mod frame;
pub mod function;
pub mod heap;
pub mod interpolation;
pub mod machine;
pub mod memory;
pub mod names;
pub mod object;
pub mod program;
pub mod rewind;
pub mod shape;
pub mod types;
pub mod value;

pub use class::Class;
pub use dict::{Dict, Entry};
pub use frame::{Activation, Frame, RuleId, Suspended, Thread};
pub use function::{Builtin, Function, Generator, GeneratorState, GetSet, Leaf, Waiting, Work};
pub use heap::Heap;
pub use machine::{Limits, Machine, Output, Stop};
pub use memory::MemoryView;
pub use object::{Alias, Composite, Data, Exception, Iteration, Member, Property, Range, Super, Traceback};
pub use program::{Analysed, Code, Origin, Program};
pub use rewind::Rewindable;
pub use shape::ShapeId;
pub use types::Type;
pub use value::{Handle, Syntax, Value};

/// An exception on its way: the exception object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Thrown(pub Value);

/// What a primitive gives.
pub type Outcome = Result<Value, Thrown>;
