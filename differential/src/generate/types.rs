//! What is known of a value while a program is made: enough to know what may be done with it.

/// What kind of value an expression has.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Type {
    Int,
    Float,
    Bool,
    Complex,
    Str,
    Bytes,
    Nothing,
    List(Elem),
    Tuple(Elem),
    /// Its keys are ints or strings.
    Dict(Elem),
    Set,
    Iterator(Elem),
    /// An instance of the harness's `V`: every operation is noted.
    V,
    /// An int or a `V`: both can be added, compared and so on.
    Mixed,
    /// An instance of the harness's `Box`.
    Box,
    /// An instance of a class of the program, by its number.
    Object(u16),
    /// A generator function's result, to be driven.
    Generator,
    /// A function that takes no arguments and gives an int.
    Thunk,
    /// Any value: it may be passed on, shown, and tested for identity.
    Any,
}

/// The types that elements of a container may have, all the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Elem {
    Int,
    Str,
    V,
    Mixed,
    Thunk,
    Any,
}

impl Elem {
    pub fn kind(self) -> Type {
        match self {
            Elem::Int => Type::Int,
            Elem::Str => Type::Str,
            Elem::V => Type::V,
            Elem::Mixed => Type::Mixed,
            Elem::Thunk => Type::Thunk,
            Elem::Any => Type::Any,
        }
    }
}

impl Type {
    /// Whether a value of this type may stand where the other type is asked for.
    pub fn is(self, wanted: Type) -> bool {
        self == wanted || wanted == Type::Any || wanted == Type::Mixed && matches!(self, Type::Int | Type::V)
    }

    /// With which letter names of this type begin.
    pub fn letter(self) -> u8 {
        match self {
            Type::Int | Type::Bool => b'i',
            Type::Float | Type::Complex => b'x',
            Type::Str => b's',
            Type::Bytes => b'b',
            Type::List(_) => b'l',
            Type::Tuple(_) => b't',
            Type::Dict(_) => b'd',
            Type::Set => b'u',
            Type::Iterator(_) | Type::Generator => b'g',
            Type::V | Type::Mixed | Type::Box => b'v',
            Type::Object(_) => b'o',
            Type::Thunk => b'f',
            Type::Nothing | Type::Any => b'a',
        }
    }
}

impl Type {
    /// Whether values may become larger and larger: they are cut before they are bound anew.
    pub fn grows(self) -> bool {
        matches!(self, Type::Str | Type::Bytes | Type::List(_) | Type::Tuple(_))
    }
}
