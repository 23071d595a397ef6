//! Names that the rules and primitives use, as constants: the heap interns them first, in this order.

use super::types::TYPE_COUNT;
use super::value::Value;

/// The number of strings that the heap makes before anything else: those of one character, and the empty one.
const CHARACTERS: u32 = 129;

macro_rules! names {
    ($($name:ident)*) => {
        #[allow(non_camel_case_types)]
        #[repr(u32)]
        enum Index { $($name,)* }

        $(
            #[allow(non_upper_case_globals, missing_docs)]
            pub const $name: Value = Value::object_const(TYPE_COUNT as u32 + CHARACTERS + Index::$name as u32);
        )*

        /// The texts, in the order of their handles.
        pub const ALL: &[&str] = &[$(stringify!($name),)*];
    };
}

names! {
    __abs__ __add__ __all__ __and__ __annotations__ __bool__ __bytes__ __call__ __cause__ __ceil__ __class__
    __class_getitem__ __classcell__ __closure__ __code__ __complex__ __contains__ __context__ __defaults__ __del__ __delattr__
    __delete__ __delitem__ __dict__ __dir__ __divmod__ __doc__ __enter__ __eq__ __exit__ __file__ __float__ __floor__
    __floordiv__ __format__ __func__ __future__ __ge__ __get__ __getattr__ __getattribute__ __getitem__ __globals__
    __gt__ __hash__ __iadd__ __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imod__ __import__ __imul__ __index__
    __init__ __init_subclass__ __instancecheck__ __int__ __invert__ __ior__ __ipow__ __irshift__ __isub__ __iter__
    __itruediv__ __ixor__ __kwdefaults__ __le__ __len__ __length_hint__ __loader__ __lshift__ __lt__ __main__ __matmul__ __missing__
    __mod__ __module__ __mro__ __mro_entries__ __mul__ __name__ __ne__ __neg__ __new__ __next__ __notes__ __or__
    __package__ __pos__ __pow__ __prepare__ __qualname__ __radd__ __rand__ __rdivmod__ __reduce__ __reduce_ex__
    __repr__ __reversed__ __rfloordiv__ __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __round__ __rpow__
    __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __self__ __set__ __set_name__ __setattr__ __setitem__
    __slots__ __spec__ __str__ __sub__ __subclasscheck__ __subclasses__ __suppress_context__ __traceback__
    __truediv__ __trunc__ __type_params__ __weakref__ __wrapped__ __xor__ __orig_bases__ __match_args__ __aiter__ __anext__
    __await__ __aenter__ __aexit__ __firstlineno__ __static_attributes__ __builtins__ __debug__
    args builtins code end file flush function key keys len message mro msg name obj object path print
    reason repr reverse send sep stdout stderr throw close value with_traceback add_note encoding start
    stop step count index real imag numerator denominator get items metaclass list dict int float str
    exit write isinstance __abstractmethods__
}
