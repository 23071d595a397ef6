//! `bytes` and `bytearray` (Library Reference 4.8).

mod make;
mod methods;
mod mutable;
mod parts;
mod search;

pub use methods::to_hex;

use crate::objects::order_satisfies;
use crate::state::{Builtin, Data, Machine, Outcome, Thrown, Type, Value};
use spec::ast::Kind;

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![BYTES, BYTEARRAY]
}

/// The leaf of a method that makes other bytes.
macro_rules! mapped {
    ($function:ident) => {
        |machine, args| {
            let bytes = crate::data::bytes::$function(subject(machine, args[0]));
            Ok(like(machine, args[0], bytes))
        }
    };
}

/// The leaf of a method that asks something about bytes.
macro_rules! asked {
    ($function:ident) => {
        |machine, args| Ok(Value::bool(crate::data::bytes::$function(subject(machine, args[0]))))
    };
}

/// The leaf of a rich comparison.
macro_rules! compared {
    ($op:ident) => {
        |machine, args| compare(machine, Kind::$op, args)
    };
}

builtins! { BYTES, "bytes";
    "__new__" "cls, source=, encoding=, errors=" leaf_or(make::new_bytes, "bytes_new") "Bytes from ints, from other bytes, or from a string in an encoding.";
    "__hash__" "self, /" leaf(methods::hash) "The hash.";
    "__iter__" "self, /" leaf(|machine, args| Ok(machine.iterator_over(Type::Bytes, args[0]))) "An iterator over the bytes, as ints.";
    "__bytes__" "self, /" leaf(methods::plain) "The bytes themselves.";
    "__getnewargs__" "self, /" leaf(methods::new_arguments) "What makes a copy.";
    "__str__" "self, /" leaf(methods::repr) "The same as repr().";
    "__repr__" "self, /" leaf(methods::repr) "The bytes as a literal.";
    "__lt__" "self, value, /" leaf(compared!(Lt)) "self < value";
    "__le__" "self, value, /" leaf(compared!(LtE)) "self <= value";
    "__eq__" "self, value, /" leaf(compared!(Eq)) "self == value";
    "__ne__" "self, value, /" leaf(compared!(NotEq)) "self != value";
    "__gt__" "self, value, /" leaf(compared!(Gt)) "self > value";
    "__ge__" "self, value, /" leaf(compared!(GtE)) "self >= value";
    "__mod__" "self, value, /" leaf_or(methods::modulo, "bytes___mod__") "printf-style formatting.";
    "__rmod__" "self, value, /" leaf_or(methods::reflected_modulo, "bytes___rmod__") "printf-style formatting with the operands exchanged.";
    "__len__" "self, /" leaf(methods::len) "The number of bytes.";
    "__getitem__" "self, key, /" leaf_or(methods::get_item, "bytes___getitem__") "The int at an index, or the bytes of a slice.";
    "__add__" "self, value, /" leaf(methods::add) "self + value";
    "__mul__" "self, value:index, /" leaf(methods::multiply) "The bytes repeated.";
    "__rmul__" "self, value:index, /" leaf(methods::multiply) "The bytes repeated.";
    "__contains__" "self, key:index, /" leaf(methods::contains) "Whether a byte or bytes are part of these.";
    "capitalize" "self, /" leaf(mapped!(capitalize)) "The first byte in upper case, the others in lower case.";
    "center" "self, width:index, fillchar=, /" leaf(methods::center) "In the middle of a field.";
    "count" "self, sub:index, start:index=, end:index=, /" leaf(search::count) "How often bytes occur.";
    "decode" "self, /, encoding=, errors=" leaf(methods::decode) "The string that the bytes stand for in an encoding.";
    "endswith" "self, suffix, start:index=, end:index=, /" leaf(search::ends_with) "Whether they end with bytes, or with one of a tuple.";
    "expandtabs" "self, /, tabsize:index=" leaf(methods::expand_tabs) "Tabs replaced by spaces.";
    "find" "self, sub:index, start:index=, end:index=, /" leaf(search::find) "The index of the first occurrence, or -1.";
    "fromhex" "cls, string, /" leaf(methods::from_hex) "The bytes of hexadecimal digits.";
    "hex" "self, /, sep=, bytes_per_sep:index=" leaf(methods::to_hex) "The bytes as hexadecimal digits.";
    "index" "self, sub:index, start:index=, end:index=, /" leaf(search::index) "The index of the first occurrence.";
    "isalnum" "self, /" leaf(asked!(is_alnum)) "Whether all are letters or digits, and there is one.";
    "isalpha" "self, /" leaf(asked!(is_alpha)) "Whether all are letters, and there is one.";
    "isascii" "self, /" leaf(methods::is_ascii) "Whether all are ASCII.";
    "isdigit" "self, /" leaf(asked!(is_digit)) "Whether all are digits, and there is one.";
    "islower" "self, /" leaf(asked!(is_lower)) "Whether there are letters, all in lower case.";
    "isspace" "self, /" leaf(asked!(is_all_space)) "Whether all are whitespace, and there is one.";
    "istitle" "self, /" leaf(asked!(is_title)) "Whether each word begins with its only capital.";
    "isupper" "self, /" leaf(asked!(is_upper)) "Whether there are letters, all in upper case.";
    "join" "self, iterable_of_bytes, /" leaf_or(methods::join, "bytes_join") "Bytes one after another, with these between them.";
    "ljust" "self, width:index, fillchar=, /" leaf(methods::ljust) "On the left of a field.";
    "lower" "self, /" leaf(methods::lower) "In lower case.";
    "lstrip" "self, bytes=, /" leaf(parts::lstrip) "Without bytes at the left end.";
    "maketrans" "frm, to, /" leaf(methods::make_table) "A table for translate().";
    "partition" "self, sep, /" leaf(parts::partition) "What is before, is, and is after the first separator.";
    "replace" "self, old, new, count:index=, /" leaf(methods::replace) "With one part replaced by another.";
    "removeprefix" "self, prefix, /" leaf(methods::remove_prefix) "Without a prefix.";
    "removesuffix" "self, suffix, /" leaf(methods::remove_suffix) "Without a suffix.";
    "rfind" "self, sub:index, start:index=, end:index=, /" leaf(search::rfind) "The index of the last occurrence, or -1.";
    "rindex" "self, sub:index, start:index=, end:index=, /" leaf(search::rindex) "The index of the last occurrence.";
    "rjust" "self, width:index, fillchar=, /" leaf(methods::rjust) "On the right of a field.";
    "rpartition" "self, sep, /" leaf(parts::rpartition) "What is before, is, and is after the last separator.";
    "rsplit" "self, /, sep=, maxsplit:index=" leaf(parts::rsplit) "The parts between separators, from the right.";
    "rstrip" "self, bytes=, /" leaf(parts::rstrip) "Without bytes at the right end.";
    "split" "self, /, sep=, maxsplit:index=" leaf(parts::split) "The parts between separators.";
    "splitlines" "self, /, keepends:truth=" leaf(parts::split_lines) "The lines.";
    "startswith" "self, prefix, start:index=, end:index=, /" leaf(search::starts_with) "Whether they begin with bytes, or with one of a tuple.";
    "strip" "self, bytes=, /" leaf(parts::strip) "Without bytes at both ends.";
    "swapcase" "self, /" leaf(mapped!(swapcase)) "Upper and lower case exchanged.";
    "title" "self, /" leaf(mapped!(title)) "Each word with a capital.";
    "translate" "self, table, /, delete=" leaf(methods::translate) "Each byte replaced as a table says.";
    "upper" "self, /" leaf(methods::upper) "In upper case.";
    "zfill" "self, width:index, /" leaf(methods::zero_fill) "With zeros after the sign.";
}

builtins! { BYTEARRAY, "bytearray";
    "__new__" "cls, *args, **kwargs" leaf(make::new_bytearray) "A bytearray without content.";
    "__init__" "self, source=, encoding=, errors=" leaf_or(make::init, "bytearray_init") "Fills it from ints, from bytes, or from a string in an encoding.";
    "__iter__" "self, /" leaf(|machine, args| Ok(machine.iterator_over(Type::ByteArray, args[0]))) "An iterator over the bytes, as ints.";
    "__setitem__" "self, key, value, /" leaf_or(mutable::set_item, "bytearray___setitem__") "Sets the byte at an index, or the bytes of a slice.";
    "__delitem__" "self, key, /" leaf_or(mutable::delete_item, "bytearray___delitem__") "Deletes the byte at an index, or the bytes of a slice.";
    "__iadd__" "self, value, /" leaf(mutable::extend_in_place) "self += value";
    "__imul__" "self, value:index, /" leaf(mutable::repeat_in_place) "self *= value";
    "__alloc__" "self, /" leaf(mutable::allocated) "The number of bytes for which there is room.";
    "__sizeof__" "self, /" leaf(mutable::size) "The memory that it takes, in bytes.";
    "append" "self, item:index, /" leaf(mutable::append) "Adds a byte at the end.";
    "clear" "self, /" leaf(mutable::clear) "Removes all bytes.";
    "copy" "self, /" leaf(mutable::copy) "A copy.";
    "extend" "self, iterable_of_ints, /" leaf_or(mutable::extend, "bytearray_extend") "Adds bytes at the end.";
    "insert" "self, index:index, item:index, /" leaf(mutable::insert) "Inserts a byte before an index.";
    "pop" "self, index:index=, /" leaf(mutable::pop) "Takes out the byte at an index, by default the last.";
    "remove" "self, value:index, /" leaf(mutable::remove) "Removes the first byte of this value.";
    "reverse" "self, /" leaf(mutable::reverse) "Reverses the order of the bytes.";
    "__str__" "self, /" leaf(methods::repr) "The same as repr().";
    "__repr__" "self, /" leaf(methods::repr) "The bytes as a literal.";
    "__lt__" "self, value, /" leaf(compared!(Lt)) "self < value";
    "__le__" "self, value, /" leaf(compared!(LtE)) "self <= value";
    "__eq__" "self, value, /" leaf(compared!(Eq)) "self == value";
    "__ne__" "self, value, /" leaf(compared!(NotEq)) "self != value";
    "__gt__" "self, value, /" leaf(compared!(Gt)) "self > value";
    "__ge__" "self, value, /" leaf(compared!(GtE)) "self >= value";
    "__mod__" "self, value, /" leaf_or(methods::modulo, "bytes___mod__") "printf-style formatting.";
    "__rmod__" "self, value, /" leaf_or(methods::reflected_modulo, "bytes___rmod__") "printf-style formatting with the operands exchanged.";
    "__len__" "self, /" leaf(methods::len) "The number of bytes.";
    "__getitem__" "self, key, /" leaf_or(methods::get_item, "bytearray___getitem__") "The int at an index, or the bytes of a slice.";
    "__add__" "self, value, /" leaf(methods::add) "self + value";
    "__mul__" "self, value:index, /" leaf(methods::multiply) "The bytes repeated.";
    "__rmul__" "self, value:index, /" leaf(methods::multiply) "The bytes repeated.";
    "__contains__" "self, key:index, /" leaf(methods::contains) "Whether a byte or bytes are part of these.";
    "capitalize" "self, /" leaf(mapped!(capitalize)) "The first byte in upper case, the others in lower case.";
    "center" "self, width:index, fillchar=, /" leaf(methods::center) "In the middle of a field.";
    "count" "self, sub:index, start:index=, end:index=, /" leaf(search::count) "How often bytes occur.";
    "decode" "self, /, encoding=, errors=" leaf(methods::decode) "The string that the bytes stand for in an encoding.";
    "endswith" "self, suffix, start:index=, end:index=, /" leaf(search::ends_with) "Whether they end with bytes, or with one of a tuple.";
    "expandtabs" "self, /, tabsize:index=" leaf(methods::expand_tabs) "Tabs replaced by spaces.";
    "find" "self, sub:index, start:index=, end:index=, /" leaf(search::find) "The index of the first occurrence, or -1.";
    "fromhex" "cls, string, /" leaf(methods::from_hex) "The bytes of hexadecimal digits.";
    "hex" "self, /, sep=, bytes_per_sep:index=" leaf(methods::to_hex) "The bytes as hexadecimal digits.";
    "index" "self, sub:index, start:index=, end:index=, /" leaf(search::index) "The index of the first occurrence.";
    "isalnum" "self, /" leaf(asked!(is_alnum)) "Whether all are letters or digits, and there is one.";
    "isalpha" "self, /" leaf(asked!(is_alpha)) "Whether all are letters, and there is one.";
    "isascii" "self, /" leaf(methods::is_ascii) "Whether all are ASCII.";
    "isdigit" "self, /" leaf(asked!(is_digit)) "Whether all are digits, and there is one.";
    "islower" "self, /" leaf(asked!(is_lower)) "Whether there are letters, all in lower case.";
    "isspace" "self, /" leaf(asked!(is_all_space)) "Whether all are whitespace, and there is one.";
    "istitle" "self, /" leaf(asked!(is_title)) "Whether each word begins with its only capital.";
    "isupper" "self, /" leaf(asked!(is_upper)) "Whether there are letters, all in upper case.";
    "join" "self, iterable_of_bytes, /" leaf_or(methods::join, "bytearray_join") "Bytes one after another, with these between them.";
    "ljust" "self, width:index, fillchar=, /" leaf(methods::ljust) "On the left of a field.";
    "lower" "self, /" leaf(methods::lower) "In lower case.";
    "lstrip" "self, bytes=, /" leaf(parts::lstrip) "Without bytes at the left end.";
    "maketrans" "frm, to, /" leaf(methods::make_table) "A table for translate().";
    "partition" "self, sep, /" leaf(parts::partition) "What is before, is, and is after the first separator.";
    "replace" "self, old, new, count:index=, /" leaf(methods::replace) "With one part replaced by another.";
    "removeprefix" "self, prefix, /" leaf(methods::remove_prefix) "Without a prefix.";
    "removesuffix" "self, suffix, /" leaf(methods::remove_suffix) "Without a suffix.";
    "rfind" "self, sub:index, start:index=, end:index=, /" leaf(search::rfind) "The index of the last occurrence, or -1.";
    "rindex" "self, sub:index, start:index=, end:index=, /" leaf(search::rindex) "The index of the last occurrence.";
    "rjust" "self, width:index, fillchar=, /" leaf(methods::rjust) "On the right of a field.";
    "rpartition" "self, sep, /" leaf(parts::rpartition) "What is before, is, and is after the last separator.";
    "rsplit" "self, /, sep=, maxsplit:index=" leaf(parts::rsplit) "The parts between separators, from the right.";
    "rstrip" "self, bytes=, /" leaf(parts::rstrip) "Without bytes at the right end.";
    "split" "self, /, sep=, maxsplit:index=" leaf(parts::split) "The parts between separators.";
    "splitlines" "self, /, keepends:truth=" leaf(parts::split_lines) "The lines.";
    "startswith" "self, prefix, start:index=, end:index=, /" leaf(search::starts_with) "Whether they begin with bytes, or with one of a tuple.";
    "strip" "self, bytes=, /" leaf(parts::strip) "Without bytes at both ends.";
    "swapcase" "self, /" leaf(mapped!(swapcase)) "Upper and lower case exchanged.";
    "title" "self, /" leaf(mapped!(title)) "Each word with a capital.";
    "translate" "self, table, /, delete=" leaf(methods::translate) "Each byte replaced as a table says.";
    "upper" "self, /" leaf(methods::upper) "In upper case.";
    "zfill" "self, width:index, /" leaf(methods::zero_fill) "With zeros after the sign.";
}

/// The content of a bytes object or bytearray.
fn subject(machine: &Machine, value: Value) -> &[u8] {
    machine.bytes_of(value).unwrap_or_default()
}

/// Bytes as an object of the type of `self`, without a subclass.
fn like(machine: &mut Machine, value: Value, bytes: Vec<u8>) -> Value {
    match machine.heap.get(value) {
        Some(Data::ByteArray(_)) => machine.heap.new_object(Type::ByteArray, Data::ByteArray(bytes.into())),
        _ => machine.heap.new_bytes(bytes),
    }
}

/// An argument that must be bytes-like: a copy of its content.
fn buffer(machine: &mut Machine, value: Value) -> Result<Vec<u8>, Thrown> {
    match machine.bytes_of(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => {
            let given = machine.type_name(value);
            Err(machine.type_error(&format!("a bytes-like object is required, not '{given}'")))
        }
    }
}

/// An optional int argument, clamped to 64 bits.
fn count_argument(machine: &mut Machine, value: Value, default: i64) -> Result<i64, Thrown> {
    match machine.clamped(value) {
        _ if value.is_nothing() => Ok(default),
        Some(int) => Ok(int),
        None => Err(no_integer(machine, value)),
    }
}

fn no_integer(machine: &mut Machine, value: Value) -> Thrown {
    let given = machine.type_name(value);
    machine.type_error(&format!("'{given}' object cannot be interpreted as an integer"))
}

/// The byte that an int is; `None` if `__index__` must be asked.
fn byte(machine: &mut Machine, value: Value) -> Result<Option<u8>, Thrown> {
    if let Some(int) = machine.clamped(value) {
        return match u8::try_from(int) {
            Ok(byte) => Ok(Some(byte)),
            Err(_) => Err(machine.value_error("byte must be in range(0, 256)")),
        };
    }
    if machine.special(value, crate::state::names::__index__).is_present() {
        return Ok(None);
    }
    Err(no_integer(machine, value))
}

fn compare(machine: &mut Machine, op: Kind, args: &[Value]) -> Outcome {
    let is_bytes = |value| matches!(machine.heap.get(value), Some(Data::Bytes(_)));
    let (Some(a), Some(b)) = (machine.bytes_of(args[0]), machine.bytes_of(args[1])) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    // A bytearray compares itself with whatever has bytes, a bytes object only with its like.
    if is_bytes(args[0]) && !is_bytes(args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(Value::bool(order_satisfies(op, Some(a.cmp(b)))))
}
