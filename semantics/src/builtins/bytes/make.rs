//! Making bytes and bytearrays.

use super::no_integer;
use crate::builtins::memory::bytes_of_view;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value, names};

pub fn new_bytes(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, source, encoding, errors] = args else { return Ok(Value::NOTHING) };
    let own_class = machine.class_for_new(class);
    let is_plain = encoding.is_nothing() && errors.is_nothing();
    if is_plain && class == Type::Bytes.value() && machine.is_exact(source, Type::Bytes) {
        return Ok(source);
    }
    match content(machine, Type::Bytes, source, encoding, errors)? {
        Some(bytes) => Ok(machine.bytes_of_class(own_class, bytes)),
        None => Ok(Value::NOTHING),
    }
}

pub fn new_bytearray(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    Ok(machine.bytearray_of_class(class, Vec::new()))
}

pub fn init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[object, source, encoding, errors] = args else { return Ok(Value::NOTHING) };
    let Some(bytes) = content(machine, Type::ByteArray, source, encoding, errors)? else {
        return Ok(Value::NOTHING);
    };
    machine.heap.grew(bytes.len());
    if let Some(Data::ByteArray(content)) = machine.heap.get_mut(object) {
        **content = bytes;
    }
    Ok(Value::NONE)
}

/// Whether code of the program says which bytes an object stands for.
fn gives_bytes(machine: &mut Machine, source: Value) -> bool {
    let method = machine.special(source, names::__bytes__);
    method.is_present() && machine.builtin(method).is_none()
}

/// The bytes that the arguments of a constructor stand for; `None` if code of the program must be asked.
fn content(
    machine: &mut Machine,
    class: Type,
    source: Value,
    encoding: Value,
    errors: Value,
) -> Result<Option<Vec<u8>>, Thrown> {
    let name = class.name();
    let is_plain = encoding.is_nothing() && errors.is_nothing();
    if class == Type::Bytes && is_plain && source.is_present() && gives_bytes(machine, source) {
        return Ok(None);
    }
    if machine.text(source).is_some() {
        if encoding.is_nothing() && errors.is_nothing() {
            return Err(machine.type_error("string argument without an encoding"));
        }
        let encoding = machine.encoding(encoding, name)?;
        return machine.encode_by_name(source, encoding, errors, name).map(Some);
    }
    if encoding.is_present() {
        machine.encoding(encoding, name)?;
        return Err(machine.type_error("encoding without a string argument"));
    }
    if errors.is_present() {
        return Err(machine.type_error("errors without a string argument"));
    }
    if source.is_nothing() {
        return Ok(Some(Vec::new()));
    }
    if let Some(bytes) = bytes_of_view(machine, source)? {
        return Ok(Some(bytes));
    }
    if let Some(bytes) = machine.bytes_of(source) {
        return Ok(Some(bytes.to_vec()));
    }
    if machine.exact_type(source).is_none() {
        return Ok(None);
    }
    if machine.is_integer(source) {
        return zeros(machine, source).map(Some);
    }
    let Some(items) = machine.all_items(source)? else { return Ok(None) };
    machine.bytes_of_items(&items, if class == Type::Bytes { "bytes" } else { "byte" })
}

/// As many zero bytes as an int says.
fn zeros(machine: &mut Machine, count: Value) -> Result<Vec<u8>, Thrown> {
    match machine.small_integer(count) {
        Some(count) if count >= 0 => {
            machine.allow(count as usize)?;
            Ok(vec![0; count as usize])
        }
        Some(_) => Err(machine.value_error("negative count")),
        None => Err(machine.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

impl Machine {
    /// The bytes that ints are; `None` if `__index__` must be asked.
    pub fn bytes_of_items(&mut self, items: &[Value], what: &str) -> Result<Option<Vec<u8>>, Thrown> {
        let mut bytes = Vec::with_capacity(items.len());
        for &item in items {
            let Some(int) = self.clamped(item) else {
                if self.special(item, names::__index__).is_present() {
                    return Ok(None);
                }
                return Err(no_integer(self, item));
            };
            match u8::try_from(int) {
                Ok(byte) => bytes.push(byte),
                Err(_) => return Err(self.value_error(&format!("{what} must be in range(0, 256)"))),
            }
        }
        Ok(Some(bytes))
    }
}
