//! `str` (Library Reference 4.7).

mod errors;
mod format;
mod methods;
mod parts;
pub(crate) mod percent;
mod tables;

use crate::data::text::Text;
use crate::objects::order_satisfies;
use crate::protocols;
use crate::state::{Builtin, Machine, Outcome, Thrown, Type, Value, names};
use spec::ast::Kind;

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![STR, errors::ENCODE, errors::DECODE, errors::TRANSLATE]
}

/// The leaf of a method that makes another text of a text.
macro_rules! mapped {
    ($method:ident) => {
        |machine, args| {
            let text = subject(machine, args[0]).$method();
            Ok(machine.heap.new_text(text))
        }
    };
}

/// The leaf of a method that asks something about a text.
macro_rules! asked {
    ($method:ident) => {
        |machine, args| Ok(Value::bool(subject(machine, args[0]).$method()))
    };
}

/// The leaf of a rich comparison.
macro_rules! compared {
    ($op:ident) => {
        |machine, args| compare(machine, Kind::$op, args)
    };
}

builtins! { STR, "str";
    "__new__" "cls, object=, encoding=, errors=" leaf_or_rule(new, protocols::str_new) "The text of an object, or of bytes in an encoding.";
    "__repr__" "self, /" leaf(mapped!(repr)) "The string as a literal.";
    "__str__" "self, /" leaf(plain) "The string itself.";
    "__hash__" "self, /" leaf(hash) "The hash.";
    "__lt__" "self, value, /" leaf(compared!(Lt)) "self < value";
    "__le__" "self, value, /" leaf(compared!(LtE)) "self <= value";
    "__eq__" "self, value, /" leaf(compared!(Eq)) "self == value";
    "__ne__" "self, value, /" leaf(compared!(NotEq)) "self != value";
    "__gt__" "self, value, /" leaf(compared!(Gt)) "self > value";
    "__ge__" "self, value, /" leaf(compared!(GtE)) "self >= value";
    "__iter__" "self, /" leaf(iterate) "An iterator over the characters.";
    "__mod__" "self, value, /" leaf_or(percent::modulo, "str_mod") "printf-style formatting.";
    "__rmod__" "self, value, /" leaf(percent::reflected_modulo) "printf-style formatting with the operands exchanged.";
    "__len__" "self, /" leaf(len) "The number of characters.";
    "__getitem__" "self, key, /" leaf_or(get_item, "str___getitem__") "The character at an index, or those of a slice.";
    "__add__" "self, value, /" leaf(add) "self + value";
    "__mul__" "self, value:index, /" leaf(multiply) "The string repeated.";
    "__rmul__" "self, value:index, /" leaf(multiply) "The string repeated.";
    "__contains__" "self, key, /" leaf(contains) "Whether a string is part of this one.";
    "encode" "self, /, encoding=, errors=" leaf(encode) "The bytes of the string in an encoding.";
    "replace" "self, old, new, /, count:index=" leaf(methods::replace) "The string with one part replaced by another.";
    "split" "self, /, sep=, maxsplit:index=" leaf(parts::split) "The parts between separators.";
    "rsplit" "self, /, sep=, maxsplit:index=" leaf(parts::rsplit) "The parts between separators, from the right.";
    "join" "self, iterable, /" leaf_or(parts::join, "str_join") "Strings one after another, with this one between them.";
    "capitalize" "self, /" leaf(mapped!(capitalize)) "The first character in title case, the others in lower case.";
    "casefold" "self, /" leaf(mapped!(casefold)) "The string for comparisons that ignore case.";
    "title" "self, /" leaf(mapped!(title)) "Each word with a capital.";
    "center" "self, width:index, fillchar=, /" leaf(methods::center) "In the middle of a field.";
    "count" "self, sub, start:index=, end:index=, /" leaf(methods::count) "How often a string occurs.";
    "expandtabs" "self, /, tabsize:index=" leaf(methods::expand_tabs) "Tabs replaced by spaces.";
    "find" "self, sub, start:index=, end:index=, /" leaf(methods::find) "The index of a string's first occurrence, or -1.";
    "partition" "self, sep, /" leaf(parts::partition) "What is before, is, and is after the first separator.";
    "index" "self, sub, start:index=, end:index=, /" leaf(methods::index) "The index of a string's first occurrence.";
    "ljust" "self, width:index, fillchar=, /" leaf(methods::ljust) "On the left of a field.";
    "lower" "self, /" leaf(mapped!(lower)) "In lower case.";
    "lstrip" "self, chars=, /" leaf(parts::lstrip) "Without characters at the left end.";
    "rfind" "self, sub, start:index=, end:index=, /" leaf(methods::rfind) "The index of a string's last occurrence, or -1.";
    "rindex" "self, sub, start:index=, end:index=, /" leaf(methods::rindex) "The index of a string's last occurrence.";
    "rjust" "self, width:index, fillchar=, /" leaf(methods::rjust) "On the right of a field.";
    "rstrip" "self, chars=, /" leaf(parts::rstrip) "Without characters at the right end.";
    "rpartition" "self, sep, /" leaf(parts::rpartition) "What is before, is, and is after the last separator.";
    "splitlines" "self, /, keepends:truth=" leaf(parts::split_lines) "The lines.";
    "strip" "self, chars=, /" leaf(parts::strip) "Without characters at both ends.";
    "swapcase" "self, /" leaf(mapped!(swapcase)) "Upper and lower case exchanged.";
    "translate" "self, table, /" leaf_or(tables::translate, "str_translate") "Each character replaced as a table says.";
    "upper" "self, /" leaf(mapped!(upper)) "In upper case.";
    "startswith" "self, prefix, start:index=, end:index=, /" leaf(methods::starts_with) "Whether it begins with a string, or with one of a tuple.";
    "endswith" "self, suffix, start:index=, end:index=, /" leaf(methods::ends_with) "Whether it ends with a string, or with one of a tuple.";
    "removeprefix" "self, prefix, /" leaf(methods::remove_prefix) "Without a prefix.";
    "removesuffix" "self, suffix, /" leaf(methods::remove_suffix) "Without a suffix.";
    "isascii" "self, /" leaf(asked!(is_ascii)) "Whether all characters are ASCII.";
    "islower" "self, /" leaf(asked!(is_lower)) "Whether there are cased characters, all in lower case.";
    "isupper" "self, /" leaf(asked!(is_upper)) "Whether there are cased characters, all in upper case.";
    "istitle" "self, /" leaf(asked!(is_title)) "Whether each word begins with its only capital.";
    "isspace" "self, /" leaf(asked!(is_space)) "Whether all characters are whitespace, and there is one.";
    "isdecimal" "self, /" leaf(asked!(is_decimal)) "Whether all characters are decimals, and there is one.";
    "isdigit" "self, /" leaf(asked!(is_digit)) "Whether all characters are digits, and there is one.";
    "isnumeric" "self, /" leaf(asked!(is_numeric)) "Whether all characters are numeric, and there is one.";
    "isalpha" "self, /" leaf(asked!(is_alpha)) "Whether all characters are letters, and there is one.";
    "isalnum" "self, /" leaf(asked!(is_alnum)) "Whether all characters are letters or numeric, and there is one.";
    "isidentifier" "self, /" leaf(asked!(is_identifier)) "Whether it could be a name.";
    "isprintable" "self, /" leaf(asked!(is_printable)) "Whether all characters are printable.";
    "zfill" "self, width:index, /" leaf(methods::zero_fill) "With zeros after the sign.";
    "format" "self, /, *args, **kwargs" leaf_or(format::format, "str_format") "The fields replaced by arguments.";
    "format_map" "self, mapping, /" leaf_or(format::format_map, "str_format_map") "The fields replaced by values of a mapping.";
    "__format__" "self, format_spec, /" leaf_or_rule(format::by_spec, protocols::object_format) "The string by a format specification.";
    "maketrans" "x, y=, z=, /" leaf(tables::make_table) "A table for translate().";
    "__sizeof__" "self, /" leaf(size) "The memory that it takes, in bytes.";
    "__getnewargs__" "self, /" leaf(new_arguments) "What makes a copy.";
}

/// The text of a string, of a subclass or not.
fn subject(machine: &Machine, value: Value) -> &Text {
    machine.text(value).unwrap_or(&machine.heap.empty_text)
}

/// An optional int argument, clamped to 64 bits.
fn count_argument(machine: &mut Machine, value: Value, default: i64) -> Result<i64, Thrown> {
    if value.is_nothing() {
        return Ok(default);
    }
    match machine.clamped(value) {
        Some(int) => Ok(int),
        None => {
            let message =
                format!("'{}' object cannot be interpreted as an integer", machine.type_name(value));
            Err(machine.type_error(&message))
        }
    }
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, value, encoding, errors] = args else { return Ok(Value::NOTHING) };
    let class = machine.class_for_new(class);
    let text = if value.is_nothing() {
        machine.heap.new_str("")
    } else if encoding.is_present() || errors.is_present() {
        machine.decoded_text(value, encoding, errors)?
    } else {
        machine.str_value(value)?
    };
    Ok(if text.is_nothing() { text } else { machine.text_of_class(class, text) })
}

fn plain(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.plain_text(args[0]))
}

fn hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let hash = machine.text_hash(args[0]);
    Ok(machine.heap.new_int(hash))
}

fn compare(machine: &mut Machine, op: Kind, args: &[Value]) -> Outcome {
    let (Some(a), Some(b)) = (machine.text(args[0]), machine.text(args[1])) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(order_satisfies(op, Some(a.cmp(b)))))
}

fn iterate(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.iterator_over(Type::Str, args[0]))
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::small(subject(machine, args[0]).len() as i64))
}

fn get_item(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.sequence_item(args[0], args[1])
}

fn add(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.text(args[1]).is_none() {
        let message = format!("can only concatenate str (not \"{}\") to str", machine.type_name(args[1]));
        return Err(machine.type_error(&message));
    }
    machine.concat_sequences(args[0], args[1])
}

fn multiply(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repeat_or_ask(args[0], args[1])
}

fn contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    match (machine.text(args[0]), machine.text(args[1])) {
        (Some(text), Some(part)) => Ok(Value::bool(text.contains(part))),
        _ => {
            let given = machine.type_name(args[1]);
            Err(machine.type_error(&format!("'in <string>' requires string as left operand, not {given}")))
        }
    }
}

fn encode(machine: &mut Machine, args: &[Value]) -> Outcome {
    let encoding = machine.encoding(args[1], "encode")?;
    let bytes = machine.encode_by_name(args[0], encoding, args[2], "encode")?;
    Ok(machine.heap.new_bytes(bytes))
}

fn size(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = subject(machine, args[0]);
    Ok(Value::small(41 + text.byte_size() as i64))
}

fn new_arguments(machine: &mut Machine, args: &[Value]) -> Outcome {
    let text = machine.plain_text(args[0]);
    Ok(machine.heap.new_tuple([text]))
}

impl Machine {
    /// The string itself if it is of no subclass, else one with its text.
    pub fn plain_text(&mut self, value: Value) -> Value {
        if self.is_exact(value, Type::Str) {
            return value;
        }
        let text = subject(self, value).clone();
        self.heap.new_text(text)
    }

    /// `sequence * times`; nothing if `__index__` must be asked.
    pub fn repeat_or_ask(&mut self, sequence: Value, times: Value) -> Outcome {
        if self.is_integer(times) {
            return self.repeat_sequence(sequence, times);
        }
        if self.special(times, names::__index__).is_present() {
            return Ok(Value::NOTHING);
        }
        let message = format!("'{}' object cannot be interpreted as an integer", self.type_name(times));
        Err(self.type_error(&message))
    }
}
