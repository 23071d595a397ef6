//! What the objects of the built-in classes consist of.

use super::class::Class;
use super::dict::Dict;
use super::function::{Builtin, Function, Generator, GetSet};
use super::memory::MemoryView;
use super::value::Value;
use crate::data::int::Wide;
use crate::data::set_table::SetTable;
use crate::data::text::Text;
use num_bigint::BigInt;
use std::rc::Rc;

/// The data of one object. The variants stay within 24 bytes; what is larger is boxed.
#[derive(Clone, Debug)]
pub enum Data {
    /// A slot not in use.
    Free,
    /// An int of 64 bits, too large for a value; also the int in an instance of a subclass.
    Int(i64),
    /// An int of 128 bits, too large for 64.
    Wide(Wide),
    Big(Rc<BigInt>),
    /// The float in an instance of a subclass.
    Float(f64),
    /// Real and imaginary part.
    Complex(f64, f64),
    Str(Text),
    Bytes(Box<[u8]>),
    #[allow(clippy::box_collection)] // boxed, since a second vector would make every object larger
    ByteArray(Box<Vec<u8>>),
    MemoryView(Box<MemoryView>),
    List(Vec<Value>),
    Tuple(Box<[Value]>),
    /// A tuple of two items, which most tuples are: they lie here.
    Pair([Value; 2]),
    Dict(Box<Dict>),
    Set(Box<SetTable<Value>>),
    Range(Box<Range>),
    /// Start, stop and step.
    Slice(Box<[Value; 3]>),
    /// The fields of an instance of a class, as its shape names them; unused ones at the end are `NOTHING`.
    Instance(Box<[Value]>),
    Class(Box<Class>),
    Function(Box<Function>),
    /// A built-in function or method, which belongs to the class or module that the definition names.
    Builtin(&'static Builtin),
    /// An attribute that is computed.
    GetSet(&'static GetSet),
    /// A function and the object that it is bound to.
    Method(Value, Value),
    /// A variable shared between frames.
    Cell(Value),
    Property(Box<Property>),
    /// The callable behind a `classmethod` or `staticmethod`.
    Wrapped(Value),
    /// The class that was asked from, and the object or class that was asked for.
    Super(Box<Super>),
    /// The field of an instance that a name in `__slots__` stands for.
    Member(Box<Member>),
    Iterator(Box<Iteration>),
    Composite(Box<Composite>),
    /// The dict that a view shows; the object's class says which view.
    DictView(Value),
    /// A read-only view of a mapping or of a class's attributes.
    MappingProxy(Value),
    Generator(Box<Generator>),
    Exception(Box<Exception>),
    Traceback(Box<Traceback>),
    /// The code of a function, by its number.
    Code(u32),
    /// An object whose attributes are in its dict: a module, a plain namespace.
    Module,
    /// `list[int]`.
    GenericAlias(Box<Alias>),
    /// The members of `int | str`: a tuple.
    Union(Value),
    /// An object without data of its own: `object()`.
    Plain,
}

const _: () = assert!(size_of::<Data>() == 24);

/// A class with arguments in brackets.
#[derive(Clone, Debug)]
pub struct Alias {
    pub origin: Value,
    /// A tuple.
    pub arguments: Value,
    /// `*tuple[int, ...]`.
    pub is_unpacked: bool,
}

/// A range; its members are ints of any size.
#[derive(Clone, Debug)]
pub struct Range {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
    pub len: Value,
}

#[derive(Clone, Debug)]
pub struct Property {
    pub getter: Value,
    pub setter: Value,
    pub deleter: Value,
    pub doc: Value,
    pub name: Value,
}

#[derive(Clone, Debug)]
pub struct Super {
    /// The class after which the search begins.
    pub class: Value,
    /// The object or class to which what is found gets bound; `NOTHING` if unbound.
    pub object: Value,
    /// The class whose resolution order is searched.
    pub object_class: Value,
}

impl Super {
    /// The object that what is found is bound to; `None` if that is the class itself.
    pub fn instance(&self) -> Value {
        if self.object == self.object_class { Value::NONE } else { self.object }
    }
}

#[derive(Clone, Debug)]
pub struct Member {
    pub name: Value,
    pub class: Value,
    pub index: u16,
}

/// An iterator over a built-in container; the object's class says over which.
#[derive(Clone, Debug)]
pub struct Iteration {
    /// What is iterated; `NOTHING` once it is exhausted.
    pub over: Value,
    pub index: i64,
    /// The last index, the step, or the size at the start, as the class needs it.
    pub bound: i64,
    pub extra: Value,
}

/// An iterator that is built out of others, or that counts or chooses. What the parts are for, the class says: see
/// [`crate::objects::composites`].
#[derive(Clone, Debug)]
pub struct Composite {
    /// The built-in class that says how it goes on, also for instances of its subclasses.
    pub kind: super::Type,
    /// How deep iterators are within each other, if all of them go on without code of the program; otherwise 0.
    pub depth: u8,
    /// What items are taken from; `NOTHING` once it has come to its end.
    pub source: Value,
    /// What is done to the items: a function, a step, ...
    pub by: Value,
    /// What it remembers from one item to the next.
    pub kept: Value,
    pub index: i64,
    pub bound: i64,
    pub step: i64,
    /// The places of a choice.
    pub places: Vec<u32>,
}

impl Composite {
    pub fn new(kind: super::Type, source: Value) -> Composite {
        Composite {
            kind,
            depth: 0,
            source,
            by: Value::NOTHING,
            kept: Value::NOTHING,
            index: 0,
            bound: 0,
            step: 0,
            places: Vec::new(),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Exception {
    pub args: Value,
    pub cause: Value,
    pub context: Value,
    pub traceback: Value,
    pub suppress_context: bool,
    /// Further attributes that the class provides for, by their interned names.
    pub members: Vec<(Value, Value)>,
}

impl Exception {
    pub fn new(args: Value) -> Exception {
        Exception {
            args,
            cause: Value::NONE,
            context: Value::NONE,
            traceback: Value::NONE,
            suppress_context: false,
            members: Vec::new(),
        }
    }
}

/// One entry of a traceback: a frame that an exception passed.
#[derive(Clone, Debug)]
pub struct Traceback {
    pub next: Value,
    /// Number of the code that ran.
    pub code: u32,
    /// The syntax that was being carried out.
    pub node: spec::ast::NodeId,
    pub globals: Value,
}

impl Data {
    /// A tuple of these items.
    #[inline]
    pub fn new_tuple(items: impl AsRef<[Value]> + Into<Box<[Value]>>) -> Data {
        match *items.as_ref() {
            [a, b] => Data::Pair([a, b]),
            _ => Data::Tuple(items.into()),
        }
    }

    /// The items of a tuple.
    #[inline]
    pub fn tuple(&self) -> Option<&[Value]> {
        match self {
            Data::Tuple(items) => Some(items),
            Data::Pair(items) => Some(items),
            _ => None,
        }
    }

    /// Whether the data refers to no other object and never changes.
    #[inline(always)]
    pub fn is_leaf(&self) -> bool {
        matches!(
            self,
            Data::Str(_)
                | Data::Bytes(_)
                | Data::Int(_)
                | Data::Wide(_)
                | Data::Big(_)
                | Data::Float(_)
                | Data::Complex(..)
        )
    }

    /// What the data takes beside its slot, in bytes.
    #[inline(always)]
    pub fn bytes(&self) -> usize {
        match self {
            Data::Big(int) => int.bits() as usize / 8 + 32,
            Data::Str(text) => text.outside(),
            Data::Bytes(bytes) => bytes.len(),
            Data::ByteArray(bytes) => bytes.capacity(),
            Data::List(items) => items.capacity() * 8,
            Data::Pair(_) => 0,
            Data::Tuple(items) | Data::Instance(items) => items.len() * 8,
            Data::Dict(dict) => dict.bytes() + size_of::<Dict>(),
            Data::Set(set) => set.len() * 40 + 64,
            Data::Class(_) => 1024,
            Data::Function(_) => size_of::<Function>(),
            Data::Generator(generator) => generator.bytes(),
            Data::Exception(_) => size_of::<Exception>(),
            Data::Composite(composite) => size_of::<Composite>() + composite.places.len() * 4,
            _ => 32,
        }
    }

    /// Calls `visit` on each value that the object refers to.
    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        match self {
            Data::List(items) => items.iter().copied().for_each(visit),
            Data::Pair(items) => items.iter().copied().for_each(visit),
            Data::Tuple(items) | Data::Instance(items) => items.iter().copied().for_each(visit),
            Data::Dict(dict) => dict.iter().for_each(|entry| {
                visit(entry.key);
                visit(entry.value);
            }),
            Data::Set(set) => set.keys().for_each(|key| visit(*key)),
            Data::Range(range) => {
                [range.start, range.stop, range.step, range.len].into_iter().for_each(visit)
            }
            Data::Slice(parts) => parts.iter().copied().for_each(visit),
            Data::MemoryView(view) => visit(view.exporter),
            Data::Class(class) => class.for_each_value(visit),
            Data::Function(function) => function.for_each_value(visit),
            Data::Method(a, b) => {
                visit(*a);
                visit(*b);
            }
            Data::GenericAlias(alias) => {
                visit(alias.origin);
                visit(alias.arguments);
            }
            Data::Union(value)
            | Data::Cell(value)
            | Data::Wrapped(value)
            | Data::DictView(value)
            | Data::MappingProxy(value) => visit(*value),
            Data::Property(it) => {
                [it.getter, it.setter, it.deleter, it.doc, it.name].into_iter().for_each(visit)
            }
            Data::Super(it) => [it.class, it.object, it.object_class].into_iter().for_each(visit),
            Data::Member(member) => [member.name, member.class].into_iter().for_each(visit),
            Data::Iterator(iteration) => [iteration.over, iteration.extra].into_iter().for_each(visit),
            Data::Composite(it) => [it.source, it.by, it.kept].into_iter().for_each(visit),
            Data::Generator(generator) => generator.for_each_value(visit),
            Data::Exception(it) => {
                [it.args, it.cause, it.context, it.traceback].into_iter().for_each(&mut *visit);
                it.members.iter().for_each(|&(_, value)| visit(value));
            }
            Data::Traceback(entry) => [entry.next, entry.globals].into_iter().for_each(visit),
            Data::Free
            | Data::Int(_)
            | Data::Wide(_)
            | Data::Big(_)
            | Data::Float(_)
            | Data::Complex(..)
            | Data::Str(_)
            | Data::Bytes(_)
            | Data::ByteArray(_)
            | Data::Builtin(_)
            | Data::GetSet(_)
            | Data::Code(_)
            | Data::Module
            | Data::Plain => {}
        }
    }
}
