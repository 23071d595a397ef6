//! The one error type of the data operations.

use std::fmt;

/// Where and why text could not be encoded or bytes could not be decoded (the attributes of `UnicodeError`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodecFault {
    /// The normalized name of the encoding, as `UnicodeError.encoding` shows it.
    pub encoding: &'static str,
    /// The first offending position: code points of a string, or bytes.
    pub start: usize,
    /// The position after the last offending one.
    pub end: usize,
    pub reason: &'static str,
}

/// Which built-in exception a failed operation raises (Library Reference, "Built-in Exceptions").
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    TypeError,
    ValueError,
    OverflowError,
    ZeroDivisionError,
    IndexError,
    KeyError,
    LookupError,
    /// The result would be larger than the limit that the caller gave.
    MemoryError,
    UnicodeEncodeError(CodecFault),
    UnicodeDecodeError(CodecFault),
}

impl ErrorKind {
    /// The name of the Python exception class.
    pub fn class_name(&self) -> &'static str {
        match self {
            ErrorKind::TypeError => "TypeError",
            ErrorKind::ValueError => "ValueError",
            ErrorKind::OverflowError => "OverflowError",
            ErrorKind::ZeroDivisionError => "ZeroDivisionError",
            ErrorKind::IndexError => "IndexError",
            ErrorKind::KeyError => "KeyError",
            ErrorKind::LookupError => "LookupError",
            ErrorKind::MemoryError => "MemoryError",
            ErrorKind::UnicodeEncodeError(_) => "UnicodeEncodeError",
            ErrorKind::UnicodeDecodeError(_) => "UnicodeDecodeError",
        }
    }
}

/// A failed data operation: the exception to raise, and the text that `str()` of it gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataError {
    pub kind: ErrorKind,
    pub message: String,
}

/// What a data operation gives.
pub type Outcome<T> = Result<T, DataError>;

macro_rules! constructors {
    ($($name:ident $kind:ident),*) => {$(
        #[doc = concat!("A `", stringify!($kind), "` with this message.")]
        pub fn $name(message: impl Into<String>) -> DataError {
            DataError { kind: ErrorKind::$kind, message: message.into() }
        }
    )*};
}

impl DataError {
    constructors!(
        type_error TypeError,
        value_error ValueError,
        overflow_error OverflowError,
        zero_division ZeroDivisionError,
        index_error IndexError,
        key_error KeyError,
        lookup_error LookupError
    );

    /// The result would be larger than the caller allows.
    pub fn memory_error() -> DataError {
        DataError { kind: ErrorKind::MemoryError, message: String::new() }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.class_name(), self.message)
    }
}

impl std::error::Error for DataError {}

/// Checks that `count` items of `size` bytes fit in `limit` bytes.
pub fn check_size(count: usize, size: usize, limit: usize) -> Outcome<()> {
    match count.checked_mul(size) {
        Some(bytes) if bytes <= limit => Ok(()),
        _ => Err(DataError::memory_error()),
    }
}
