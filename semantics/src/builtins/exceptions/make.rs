//! Making exceptions: what the constructors of the classes take.

use crate::builtins::signature::unexpected_keyword;
use crate::state::types::TYPE_COUNT;
use crate::state::{Data, Exception, Machine, Outcome, Thrown, Type, Value, names};
use std::sync::OnceLock;

pub fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    let class =
        if class == Type::OsError.handle() { class_of_os_error(machine, args[1]).handle() } else { class };
    let shape = machine.shape_for(class);
    let data = Data::Exception(Box::new(Exception::new(args[1])));
    Ok(machine.heap.allocate(shape, data))
}

/// `OSError(errno, ...)` makes an instance of the subclass for this error.
fn class_of_os_error(machine: &Machine, args: Value) -> Type {
    let number = match machine.tuple_items(args) {
        [number, _, rest @ ..] if rest.len() <= 3 => number.as_int(),
        _ => None,
    };
    match number {
        Some(1 | 13) => Type::PermissionError,
        Some(2) => Type::FileNotFoundError,
        Some(3) => Type::ProcessLookupError,
        Some(4) => Type::InterruptedError,
        Some(10) => Type::ChildProcessError,
        Some(11 | 114 | 115) => Type::BlockingIoError,
        Some(17) => Type::FileExistsError,
        Some(20) => Type::NotADirectoryError,
        Some(21) => Type::IsADirectoryError,
        Some(32 | 108) => Type::BrokenPipeError,
        Some(103) => Type::ConnectionAbortedError,
        Some(104) => Type::ConnectionResetError,
        Some(110) => Type::TimeoutError,
        Some(111) => Type::ConnectionRefusedError,
        _ => Type::OsError,
    }
}

/// Fills the members of a new exception from its arguments.
type Filler = fn(&mut Machine, Value, &[Value]) -> Result<(), Thrown>;

/// The classes whose constructors do something with their arguments beside keeping them.
const MAKERS: &[(Type, Filler)] = &[
    (Type::ImportError, init_import_error),
    (Type::SyntaxError, init_syntax_error),
    (Type::OsError, init_os_error),
    (Type::UnicodeEncodeError, |machine, exception, given| init_unicode_error(machine, exception, given, 2)),
    (Type::UnicodeDecodeError, |machine, exception, given| init_unicode_error(machine, exception, given, 2)),
    (Type::UnicodeTranslateError, |machine, exception, given| {
        init_unicode_error(machine, exception, given, 1)
    }),
];

/// The attributes that the constructors of some classes take by keyword.
const KEYWORDS: &[(Type, &[&str])] = &[
    (Type::ImportError, &["name", "path", "name_from"]),
    (Type::AttributeError, &["name", "obj"]),
    (Type::NameError, &["name"]),
];

pub fn init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let (exception, given, named) = (args[0], args[1], args[2]);
    if let Some(data) = machine.exception_data_mut(exception) {
        data.args = given;
    }
    take_keywords(machine, exception, named)?;
    let layout = machine.class_data(machine.heap.class_of(exception)).layout;
    if let Some(fill) = filler(machine, layout) {
        let items = machine.tuple_items(given).to_vec();
        fill(machine, exception, &items)?;
    }
    Ok(Value::NONE)
}

/// What the constructor of a built-in class does with its arguments. It is looked for once.
fn filler(machine: &Machine, class: Type) -> Option<Filler> {
    static KNOWN: [OnceLock<Option<Filler>>; TYPE_COUNT] = [const { OnceLock::new() }; TYPE_COUNT];
    *KNOWN[class as usize].get_or_init(|| {
        let is_for = |of: Type| machine.is_subclass(class.handle(), of.handle());
        MAKERS.iter().find(|(of, _)| is_for(*of)).map(|&(_, fill)| fill)
    })
}

fn take_keywords(machine: &mut Machine, exception: Value, named: Value) -> Result<(), Thrown> {
    let entries: Vec<_> = machine.dict(named).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
    if entries.is_empty() {
        return Ok(());
    }
    let known = KEYWORDS.iter().find(|(class, _)| machine.is_instance(exception, *class));
    let Some((class, known)) = known else { return Err(no_keywords(machine, exception)) };
    for entry in entries {
        let name = machine.text_of(entry.key);
        if !known.contains(&name.as_str()) {
            let known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
            let message = unexpected_keyword(class.name(), &name, &known);
            return Err(machine.type_error(&message));
        }
        machine.set_exception_member(exception, entry.key, entry.value);
    }
    Ok(())
}

fn no_keywords(machine: &mut Machine, exception: Value) -> Thrown {
    let name = machine.type_name(exception);
    machine.type_error(&format!("{name}() takes no keyword arguments"))
}

/// The group has been made; its arguments are kept.
pub fn init_group(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.dict(args[2]).is_some_and(|named| !named.is_empty()) {
        return Err(no_keywords(machine, args[0]));
    }
    if let Some(data) = machine.exception_data_mut(args[0]) {
        data.args = args[1];
    }
    Ok(Value::NONE)
}

/// Sets members by their names, in this order.
fn set_members(machine: &mut Machine, exception: Value, names: &[&str], values: &[Value]) {
    for (name, &value) in names.iter().zip(values) {
        let name = machine.heap.intern(name);
        machine.set_exception_member(exception, name, value);
    }
}

fn init_import_error(machine: &mut Machine, exception: Value, given: &[Value]) -> Result<(), Thrown> {
    if given.len() == 1 {
        set_members(machine, exception, &["msg"], given);
    }
    Ok(())
}

const PLACE: &[&str] = &["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];

/// A message, and a tuple that says where.
fn init_syntax_error(machine: &mut Machine, exception: Value, given: &[Value]) -> Result<(), Thrown> {
    set_members(machine, exception, &["msg"], &given[..given.len().min(1)]);
    let &[_, place] = given else { return Ok(()) };
    let Some(parts) = machine.all_items(place)? else {
        return Err(machine.type_error_about("", place, " object is not iterable"));
    };
    if !(4..=6).contains(&parts.len()) {
        let (bound, count) = if parts.len() < 4 { ("least", 4) } else { ("most", 6) };
        let message = format!("function takes at {bound} {count} arguments ({} given)", parts.len());
        return Err(machine.type_error(&message));
    }
    if parts.len() == 5 {
        return Err(machine.type_error("end_offset must be provided when end_lineno is provided"));
    }
    set_members(machine, exception, PLACE, &parts);
    Ok(())
}

/// The number, what the system says, and the files: these are no part of the arguments that are kept.
fn init_os_error(machine: &mut Machine, exception: Value, given: &[Value]) -> Result<(), Thrown> {
    if !(2..=5).contains(&given.len()) {
        return Ok(());
    }
    set_members(machine, exception, &["errno", "strerror"], given);
    let Some(&file) = given.get(2).filter(|file| !file.is_none()) else { return Ok(()) };
    if machine.is_instance(exception, Type::BlockingIoError) && machine.is_integer(file) {
        set_members(machine, exception, &["characters_written"], &[file]);
        return Ok(());
    }
    set_members(machine, exception, &["filename"], &[file]);
    if let Some(&other) = given.get(4) {
        set_members(machine, exception, &["filename2"], &[other]);
    }
    let kept = machine.heap.new_tuple(given[..2].to_vec());
    if let Some(data) = machine.exception_data_mut(exception) {
        data.args = kept;
    }
    Ok(())
}

/// Encoding, object, start, end and reason; the error of a translation has no encoding. `object` tells at which place
/// the object is, counted from 1.
fn init_unicode_error(
    machine: &mut Machine,
    exception: Value,
    given: &[Value],
    object: usize,
) -> Result<(), Thrown> {
    let names = &["encoding", "object", "start", "end", "reason"][2 - object..];
    if given.len() != names.len() {
        let (count, number) = (names.len(), given.len());
        let message = format!("function takes exactly {count} arguments ({number} given)");
        return Err(machine.type_error(&message));
    }
    let is_bytes = machine.is_instance(exception, Type::UnicodeDecodeError);
    let mut values = given.to_vec();
    for (index, value) in values.iter_mut().enumerate() {
        let is_place = (object..object + 2).contains(&index);
        if is_place && !machine.is_integer(*value) {
            return Err(machine.type_error_about("", *value, " object cannot be interpreted as an integer"));
        }
        if index + 1 == object && is_bytes {
            *value = bytes_of_fault(machine, *value)?;
        } else if !is_place && machine.text(*value).is_none() {
            let given = machine.type_name(*value);
            let message = format!("argument {} must be str, not {given}", index + 1);
            return Err(machine.type_error(&message));
        }
    }
    set_members(machine, exception, names, &values);
    Ok(())
}

/// What could not be decoded, as bytes that nobody changes.
fn bytes_of_fault(machine: &mut Machine, value: Value) -> Outcome {
    let Some(bytes) = machine.bytes_of(value).map(<[u8]>::to_vec) else {
        return Err(machine.type_error_about("a bytes-like object is required, not ", value, ""));
    };
    Ok(if machine.is_instance(value, Type::Bytes) { value } else { machine.heap.new_bytes(bytes) })
}

/// The attributes that `__reduce__` adds: those of the dict, and the members that are no arguments.
fn state(machine: &mut Machine, exception: Value, members: &[Value]) -> Value {
    let own = machine.attribute_dict(exception);
    let mut entries: Vec<(Value, Value)> = Vec::new();
    for &name in members {
        let value = machine.exception_member(exception, name);
        if value.is_present() && !value.is_none() {
            entries.push((name, value));
        }
    }
    let in_dict = machine.dict(own).map(|dict| dict.iter().copied().collect::<Vec<_>>()).unwrap_or_default();
    if entries.is_empty() && in_dict.is_empty() {
        return Value::NONE;
    }
    let state = machine.heap.new_dict();
    for (name, value) in in_dict.iter().map(|entry| (entry.key, entry.value)).chain(entries) {
        machine.dict_set_name(state, name, value);
    }
    state
}

pub fn attribute_error_state(machine: &mut Machine, args: &[Value]) -> Outcome {
    let state = match state(machine, args[0], &[names::name]) {
        Value::NONE => machine.heap.new_dict(),
        state => state,
    };
    let given = machine.exception_data(args[0]).map_or(Value::NONE, |data| data.args);
    machine.dict_set_name(state, names::args, given);
    Ok(state)
}

pub fn reduce(machine: &mut Machine, args: &[Value]) -> Outcome {
    let exception = args[0];
    let class = Value::object(machine.heap.class_of(exception));
    let given = machine.exception_data(exception).map_or(Value::NONE, |data| data.args);
    let given = arguments_to_repeat(machine, exception, given);
    let state = if machine.is_instance(exception, Type::AttributeError) {
        attribute_error_state(machine, args)?
    } else if machine.is_instance(exception, Type::ImportError) {
        let members = ["name", "path", "name_from"].map(|name| machine.heap.intern(name));
        state(machine, exception, &members)
    } else {
        state(machine, exception, &[])
    };
    let parts = if state.is_none() { vec![class, given] } else { vec![class, given, state] };
    Ok(machine.heap.new_tuple(parts))
}

/// The files of an `OSError` are arguments again.
fn arguments_to_repeat(machine: &mut Machine, exception: Value, given: Value) -> Value {
    let items = machine.tuple_items(given).to_vec();
    if !machine.is_instance(exception, Type::OsError) || items.len() != 2 {
        return given;
    }
    let [file, other] = ["filename", "filename2"].map(|name| {
        let name = machine.heap.intern(name);
        machine.exception_member(exception, name)
    });
    match (file.present(), other.present()) {
        (Some(file), Some(other)) => machine.heap.new_tuple([items[0], items[1], file, Value::NONE, other]),
        (Some(file), None) => machine.heap.new_tuple([items[0], items[1], file]),
        _ => given,
    }
}
