//! The iterators of built-in containers, and generators (Library Reference, "Iterator Types").

use super::sequences::class_getitem;
use crate::protocols;
use crate::state::{Builtin, Data, Generator, GeneratorState, GetSet, Machine, Outcome, Type, Value};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![
        LIST_ITERATOR,
        LIST_REVERSE_ITERATOR,
        TUPLE_ITERATOR,
        STR_ITERATOR,
        BYTES_ITERATOR,
        BYTEARRAY_ITERATOR,
        RANGE_ITERATOR,
        LONG_RANGE_ITERATOR,
        DICT_KEY_ITERATOR,
        DICT_VALUE_ITERATOR,
        DICT_ITEM_ITERATOR,
        DICT_REVERSE_KEY_ITERATOR,
        DICT_REVERSE_VALUE_ITERATOR,
        DICT_REVERSE_ITEM_ITERATOR,
        SET_ITERATOR,
        SEQUENCE_ITERATOR,
        GENERATOR,
    ]
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    vec![GENERATOR_ATTRIBUTES]
}

macro_rules! iterators {
    ($($table:ident $owner:literal)*) => {$(
        builtins! { $table, $owner;
            "__iter__" "self, /" leaf(itself) "The iterator itself.";
            "__next__" "self, /" leaf(next) "The next item; StopIteration at the end.";
            "__length_hint__" "self, /" leaf(length_hint) "How many items are left.";
            "__reduce__" "self, /" leaf(reduce) "What makes a copy.";
        }
    )*};
}

iterators! {
    LIST_ITERATOR "list_iterator"
    LIST_REVERSE_ITERATOR "list_reverseiterator"
    TUPLE_ITERATOR "tuple_iterator"
    STR_ITERATOR "str_ascii_iterator"
    BYTES_ITERATOR "bytes_iterator"
    BYTEARRAY_ITERATOR "bytearray_iterator"
    RANGE_ITERATOR "range_iterator"
    LONG_RANGE_ITERATOR "longrange_iterator"
    DICT_KEY_ITERATOR "dict_keyiterator"
    DICT_VALUE_ITERATOR "dict_valueiterator"
    DICT_ITEM_ITERATOR "dict_itemiterator"
    DICT_REVERSE_KEY_ITERATOR "dict_reversekeyiterator"
    DICT_REVERSE_VALUE_ITERATOR "dict_reversevalueiterator"
    DICT_REVERSE_ITEM_ITERATOR "dict_reverseitemiterator"
    SET_ITERATOR "set_iterator"
}

builtins! { SEQUENCE_ITERATOR, "iterator";
    "__iter__" "self, /" leaf(itself) "The iterator itself.";
    "__next__" "self, /" rule(protocols::iterator_next) "The next item; StopIteration at the end.";
    "__length_hint__" "self, /" rule(protocols::sequence_iterator_hint) "How many items are left.";
}

builtins! { GENERATOR, "generator";
    "__iter__" "self, /" leaf(itself) "The generator itself.";
    "__next__" "self, /" rule(protocols::iterator_next) "Resumes the generator; StopIteration when it ends.";
    "send" "self, object, /" rule(protocols::generator_send) "Resumes the generator; the value is that of the yield expression.";
    "throw" "self, type, value=, traceback=, /" rule(protocols::generator_throw) "Resumes the generator by raising an exception in it.";
    "close" "self, /" rule(protocols::generator_close) "Ends the generator by raising GeneratorExit in it.";
    "__repr__" "self, /" leaf(repr) "The qualified name and the identity.";
    "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
}

attributes! { GENERATOR_ATTRIBUTES, "generator";
    "__name__" get(|m, args| part(m, args, |generator| generator.name)) set(set_name) "The name.";
    "__qualname__" get(|m, args| part(m, args, |generator| generator.qualified_name)) set(set_qualified_name) "The dotted path in the module.";
    "gi_running" get(|m, args| is_in_state(m, args, GeneratorState::Running)) set(none) "Whether it is running.";
    "gi_suspended" get(|m, args| is_in_state(m, args, GeneratorState::Suspended)) set(none) "Whether it stands at a yield.";
    "gi_yieldfrom" get(delegate) set(none) "The iterator that it delegates to, or None.";
    "gi_frame" get(frame) set(none) "The frame, or None when it has ended.";
    "gi_code" get(code) set(none) "The code.";
}

pub fn itself(_: &mut Machine, args: &[Value]) -> Outcome {
    Ok(args[0])
}

fn next(machine: &mut Machine, args: &[Value]) -> Outcome {
    match machine.next_item(args[0])?.present() {
        Some(item) => Ok(item),
        None => Err(machine.exception_with(Type::StopIteration, Vec::new())),
    }
}

fn length_hint(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.items_left(args[0]))
}

/// `iter` of a list of the items that are left.
fn reduce(machine: &mut Machine, args: &[Value]) -> Outcome {
    let copy = match machine.iteration(args[0]) {
        Some(iteration) => Data::Iterator(Box::new(iteration.clone())),
        None => Data::Plain,
    };
    let copy = machine.heap.allocate(machine.heap.shape_of(args[0]), copy);
    let list = machine.heap.new_list(Vec::new());
    machine.extend_list(list, copy)?;
    let arguments = machine.heap.new_tuple([list]);
    let builtins = machine.builtins;
    let maker = machine.dict_get_str(builtins, "iter");
    Ok(machine.heap.new_tuple([maker, arguments]))
}

fn generator(machine: &Machine, value: Value) -> Option<&Generator> {
    match machine.heap.get(value) {
        Some(Data::Generator(generator)) => Some(generator),
        _ => None,
    }
}

fn part(machine: &mut Machine, args: &[Value], part: fn(&Generator) -> Value) -> Outcome {
    Ok(generator(machine, args[0]).map_or(Value::NONE, part))
}

fn is_in_state(machine: &mut Machine, args: &[Value], state: GeneratorState) -> Outcome {
    let is = generator(machine, args[0]).is_some_and(|generator| machine.generator_state(generator) == state);
    Ok(Value::bool(is))
}

/// A generator delegates while it is suspended there.
fn delegate(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(generator) = generator(machine, args[0]) else { return Ok(Value::NONE) };
    Ok(match machine.generator_state(generator) {
        GeneratorState::Suspended => generator.delegate.present().unwrap_or(Value::NONE),
        _ => Value::NONE,
    })
}

fn frame(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(generator) = generator(machine, args[0]) else { return Ok(Value::NONE) };
    if generator.state == GeneratorState::Finished {
        return Ok(Value::NONE);
    }
    Ok(machine.heap.new_object(Type::Frame, Data::Module))
}

fn code(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(generator) = generator(machine, args[0]) else { return Ok(Value::NONE) };
    let code = generator.code;
    Ok(machine.heap.new_object(Type::Code, Data::Code(code)))
}

fn set_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.text(args[1]).is_none() {
        return Err(machine.type_error("__name__ must be set to a string object"));
    }
    if let Some(Data::Generator(generator)) = machine.heap.get_mut(args[0]) {
        generator.name = args[1];
    }
    Ok(Value::NONE)
}

fn set_qualified_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.text(args[1]).is_none() {
        return Err(machine.type_error("__qualname__ must be set to a string object"));
    }
    if let Some(Data::Generator(generator)) = machine.heap.get_mut(args[0]) {
        generator.qualified_name = args[1];
    }
    Ok(Value::NONE)
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let name = generator(machine, args[0]).map_or(Value::NONE, |generator| generator.qualified_name);
    let (name, address) = (machine.text_of(name), machine.address(args[0]));
    Ok(machine.heap.new_str(&format!("<generator object {name} at {address}>")))
}
