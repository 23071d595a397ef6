//! The built-in classes, numbered: class, handle in the heap and first shape have the same number.

use super::value::{Handle, Value};

macro_rules! types {
    ($($name:ident $python:literal $base:ident,)*) => {
        /// A built-in class.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u32)]
        pub enum Type { $($name,)* }

        impl Type {
            /// All built-in classes, bases first.
            pub const ALL: &'static [Type] = &[$(Type::$name,)*];

            /// The name by which Python knows it.
            pub fn name(self) -> &'static str {
                const NAMES: &[&str] = &[$($python,)*];
                NAMES[self as usize]
            }

            /// Its base class (`object` is its own here).
            pub fn base(self) -> Type {
                const BASES: &[Type] = &[$(Type::$base,)*];
                BASES[self as usize]
            }
        }
    };
}

types! {
    Object "object" Object,
    Type "type" Object,
    NoneType "NoneType" Object,
    NotImplementedType "NotImplementedType" Object,
    EllipsisType "ellipsis" Object,
    Int "int" Object,
    Bool "bool" Int,
    Float "float" Object,
    Complex "complex" Object,
    Str "str" Object,
    Bytes "bytes" Object,
    ByteArray "bytearray" Object,
    MemoryView "memoryview" Object,
    List "list" Object,
    Tuple "tuple" Object,
    Dict "dict" Object,
    Set "set" Object,
    FrozenSet "frozenset" Object,
    Range "range" Object,
    Slice "slice" Object,
    Function "function" Object,
    BuiltinFunction "builtin_function_or_method" Object,
    MethodDescriptor "method_descriptor" Object,
    WrapperDescriptor "wrapper_descriptor" Object,
    MethodWrapper "method-wrapper" Object,
    ClassMethodDescriptor "classmethod_descriptor" Object,
    Method "method" Object,
    MemberDescriptor "member_descriptor" Object,
    GetSetDescriptor "getset_descriptor" Object,
    MappingProxy "mappingproxy" Object,
    Cell "cell" Object,
    Code "code" Object,
    Frame "frame" Object,
    Traceback "traceback" Object,
    Module "module" Object,
    Generator "generator" Object,
    Property "property" Object,
    ClassMethod "classmethod" Object,
    StaticMethod "staticmethod" Object,
    Super "super" Object,
    ListIterator "list_iterator" Object,
    ListReverseIterator "list_reverseiterator" Object,
    TupleIterator "tuple_iterator" Object,
    StrIterator "str_ascii_iterator" Object,
    BytesIterator "bytes_iterator" Object,
    ByteArrayIterator "bytearray_iterator" Object,
    RangeIterator "range_iterator" Object,
    LongRangeIterator "longrange_iterator" Object,
    DictKeyIterator "dict_keyiterator" Object,
    DictValueIterator "dict_valueiterator" Object,
    DictItemIterator "dict_itemiterator" Object,
    DictReverseKeyIterator "dict_reversekeyiterator" Object,
    DictReverseValueIterator "dict_reversevalueiterator" Object,
    DictReverseItemIterator "dict_reverseitemiterator" Object,
    SetIterator "set_iterator" Object,
    SequenceIterator "iterator" Object,
    CallableIterator "callable_iterator" Object,
    Enumerate "enumerate" Object,
    Filter "filter" Object,
    Map "map" Object,
    Reversed "reversed" Object,
    Zip "zip" Object,
    Accumulate "itertools.accumulate" Object,
    Batched "itertools.batched" Object,
    Chain "itertools.chain" Object,
    Combinations "itertools.combinations" Object,
    Multisets "itertools.combinations_with_replacement" Object,
    Compress "itertools.compress" Object,
    Count "itertools.count" Object,
    Cycle "itertools.cycle" Object,
    DropWhile "itertools.dropwhile" Object,
    FilterFalse "itertools.filterfalse" Object,
    Islice "itertools.islice" Object,
    Pairwise "itertools.pairwise" Object,
    Permutations "itertools.permutations" Object,
    Product "itertools.product" Object,
    Repeat "itertools.repeat" Object,
    StarMap "itertools.starmap" Object,
    TakeWhile "itertools.takewhile" Object,
    ZipLongest "itertools.zip_longest" Object,
    DictKeys "dict_keys" Object,
    DictValues "dict_values" Object,
    DictItems "dict_items" Object,
    GenericAlias "types.GenericAlias" Object,
    UnionType "types.UnionType" Object,
    SimpleNamespace "types.SimpleNamespace" Object,
    BaseException "BaseException" Object,
    Exception "Exception" BaseException,
    GeneratorExit "GeneratorExit" BaseException,
    KeyboardInterrupt "KeyboardInterrupt" BaseException,
    SystemExit "SystemExit" BaseException,
    ArithmeticError "ArithmeticError" Exception,
    AssertionError "AssertionError" Exception,
    AttributeError "AttributeError" Exception,
    BufferError "BufferError" Exception,
    EofError "EOFError" Exception,
    ImportError "ImportError" Exception,
    LookupError "LookupError" Exception,
    MemoryError "MemoryError" Exception,
    NameError "NameError" Exception,
    OsError "OSError" Exception,
    ReferenceError "ReferenceError" Exception,
    RuntimeError "RuntimeError" Exception,
    StopIteration "StopIteration" Exception,
    StopAsyncIteration "StopAsyncIteration" Exception,
    SyntaxError "SyntaxError" Exception,
    SystemError "SystemError" Exception,
    TypeError "TypeError" Exception,
    ValueError "ValueError" Exception,
    Warning "Warning" Exception,
    FloatingPointError "FloatingPointError" ArithmeticError,
    OverflowError "OverflowError" ArithmeticError,
    ZeroDivisionError "ZeroDivisionError" ArithmeticError,
    ModuleNotFoundError "ModuleNotFoundError" ImportError,
    IndexError "IndexError" LookupError,
    KeyError "KeyError" LookupError,
    UnboundLocalError "UnboundLocalError" NameError,
    BlockingIoError "BlockingIOError" OsError,
    ChildProcessError "ChildProcessError" OsError,
    ConnectionError "ConnectionError" OsError,
    BrokenPipeError "BrokenPipeError" ConnectionError,
    ConnectionAbortedError "ConnectionAbortedError" ConnectionError,
    ConnectionRefusedError "ConnectionRefusedError" ConnectionError,
    ConnectionResetError "ConnectionResetError" ConnectionError,
    FileExistsError "FileExistsError" OsError,
    FileNotFoundError "FileNotFoundError" OsError,
    InterruptedError "InterruptedError" OsError,
    IsADirectoryError "IsADirectoryError" OsError,
    NotADirectoryError "NotADirectoryError" OsError,
    PermissionError "PermissionError" OsError,
    ProcessLookupError "ProcessLookupError" OsError,
    TimeoutError "TimeoutError" OsError,
    NotImplementedError "NotImplementedError" RuntimeError,
    RecursionError "RecursionError" RuntimeError,
    PythonFinalizationError "PythonFinalizationError" RuntimeError,
    IndentationError "IndentationError" SyntaxError,
    TabError "TabError" IndentationError,
    UnicodeError "UnicodeError" ValueError,
    UnicodeDecodeError "UnicodeDecodeError" UnicodeError,
    UnicodeEncodeError "UnicodeEncodeError" UnicodeError,
    UnicodeTranslateError "UnicodeTranslateError" UnicodeError,
    BytesWarning "BytesWarning" Warning,
    DeprecationWarning "DeprecationWarning" Warning,
    EncodingWarning "EncodingWarning" Warning,
    FutureWarning "FutureWarning" Warning,
    ImportWarning "ImportWarning" Warning,
    PendingDeprecationWarning "PendingDeprecationWarning" Warning,
    ResourceWarning "ResourceWarning" Warning,
    RuntimeWarning "RuntimeWarning" Warning,
    SyntaxWarning "SyntaxWarning" Warning,
    UnicodeWarning "UnicodeWarning" Warning,
    UserWarning "UserWarning" Warning,
    BaseExceptionGroup "BaseExceptionGroup" BaseException,
    ExceptionGroup "ExceptionGroup" BaseExceptionGroup,
}

/// How many built-in classes there are.
pub const TYPE_COUNT: usize = Type::ALL.len();

impl Type {
    /// The class object.
    pub const fn handle(self) -> Handle {
        Handle(self as u32)
    }

    pub const fn value(self) -> Value {
        Value::object_const(self as u32)
    }

    /// The class of a value that is no object of the heap.
    #[inline]
    pub fn of_immediate(value: Value) -> Type {
        if value.is_int() {
            Type::Int
        } else if value.is_float() {
            Type::Float
        } else if value.is_bool() {
            Type::Bool
        } else if value == Value::NOT_IMPLEMENTED {
            Type::NotImplementedType
        } else if value == Value::ELLIPSIS {
            Type::EllipsisType
        } else {
            Type::NoneType
        }
    }

    /// Whether this is `BaseException` or derived from it.
    pub fn is_exception(self) -> bool {
        let mut class = self;
        while class != Type::Object {
            if class == Type::BaseException {
                return true;
            }
            class = class.base();
        }
        false
    }
}
