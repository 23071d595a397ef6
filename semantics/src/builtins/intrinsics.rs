//! What the functions of the prelude ask the machine: their names begin with an underscore, and a program does not see
//! them.

use crate::data::error::DataError;
use crate::data::format_string;
use crate::data::percent::{self, Conversion, Count};
use crate::data::text::{Text, TextBuilder};
use crate::protocols;
use crate::state::{Builtin, Composite, Data, Exception, Machine, Outcome, Type, Value, names};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![INTRINSICS]
}

builtins! { INTRINSICS, "_prelude";
    "_find" "cls, name, default, /" leaf(find) "What the first class of a resolution order has under a name, as it lies there.";
    "_isa" "obj, cls, /" leaf(isa) "Whether a class is in the resolution order of the object's class.";
    "_is_builtin" "cls, /" leaf(is_builtin) "Whether a class is built in.";
    "_type_name" "obj, /" leaf(type_name) "How messages call the class of an object.";
    "_layout" "obj, /" leaf(layout) "The built-in class that decides what an object consists of.";
    "_own_dict" "obj, /" leaf(own_dict) "The dictionary of an object's own attributes, or None.";
    "_index" "obj, /" rule(protocols::index) "The int that an object is or gives by __index__.";
    "_items" "iterable, /" rule(protocols::list_from) "A list of the items of an iterable.";
    "_length_hint" "iterable, /" rule(protocols::length_hint) "Asks an object how many items it expects to give.";
    "_dict_behind" "view, /" leaf(dict_behind) "The dictionary that a view shows.";
    "_enter_repr" "obj, /" leaf(enter_repr) "Whether the repr of an object is in progress; it is from now on.";
    "_leave_repr" "obj, /" leaf(leave_repr) "The repr of an object is done.";
    "_order_of_plain" "keys, /" leaf(order_of_plain) "The places of the keys in ascending order, or None if code of the program must compare some.";
    "_iterator" "cls, source, by=, kept=, index=, bound=, step=, /" leaf(new_iterator) "An iterator that is built out of others.";
    "_choice" "cls, pool, count, /" leaf(new_choice) "An iterator over choices of items.";
    "_parts" "iterator, /" leaf(parts) "What an iterator is built of.";
    "_parse_format" "template, /" leaf(parse_format) "The fields of a template of str.format.";
    "_parse_percent" "template, /" leaf(parse_percent) "The conversions of a template of the % operator.";
    "_new_group" "cls, message, given, members, /" leaf(new_group) "A group of exceptions.";
}

fn find(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, name, default] = args else { return Ok(Value::NONE) };
    let Some(handle) = class.as_handle().filter(|_| machine.class(class).is_some()) else {
        return Ok(default);
    };
    let name = machine.heap.intern_value(name);
    Ok(machine.lookup(handle, name).present().unwrap_or(default))
}

fn isa(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(class) = args[1].as_handle().filter(|_| machine.class(args[1]).is_some()) else {
        return Ok(Value::FALSE);
    };
    Ok(Value::bool(machine.is_subclass(machine.heap.class_of(args[0]), class)))
}

fn is_builtin(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = args[0].as_handle().filter(|_| machine.class(args[0]).is_some());
    Ok(Value::bool(class.is_some_and(|class| machine.class_data(class).is_builtin)))
}

fn type_name(machine: &mut Machine, args: &[Value]) -> Outcome {
    let name = machine.type_name(args[0]);
    Ok(machine.heap.new_str(&name))
}

fn layout(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.heap.class_of(args[0]);
    Ok(machine.class_data(class).layout.value())
}

fn own_dict(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(if machine.has_attributes(args[0]) { machine.attribute_dict(args[0]) } else { Value::NONE })
}

fn dict_behind(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.dict_behind(args[0]))
}

fn enter_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.in_repr.contains(&args[0]) {
        return Ok(Value::TRUE);
    }
    machine.in_repr.push(args[0]);
    Ok(Value::FALSE)
}

fn leave_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(at) = machine.in_repr.iter().rposition(|&value| value == args[0]) {
        machine.in_repr.remove(at);
    }
    Ok(Value::NONE)
}

fn order_of_plain(machine: &mut Machine, args: &[Value]) -> Outcome {
    let keys = machine.list_items(args[0]).to_vec();
    let Some(order) = machine.order_of(&keys) else { return Ok(Value::NONE) };
    let order = order.into_iter().map(|place| Value::small(place as i64)).collect();
    Ok(machine.heap.new_list(order))
}

fn new_iterator(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, source, by, kept, index, bound, step] = args else { return Ok(Value::NONE) };
    let Some(class) = class.as_handle() else { return Ok(Value::NONE) };
    let kind = machine.class_data(class).layout;
    let number = |value: Value| machine.small_integer(value).unwrap_or(0);
    let has_none = matches!(kind, Type::Zip | Type::ZipLongest) && machine.tuple_items(source).is_empty();
    let parts = Composite {
        by: by.present().unwrap_or(Value::NONE),
        kept: if kept.is_none() { Value::NOTHING } else { kept },
        index: number(index),
        bound: number(bound),
        step: number(step),
        ..Composite::new(kind, if has_none { Value::NOTHING } else { source })
    };
    Ok(machine.new_composite(class, parts))
}

fn new_choice(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, pool, count] = args else { return Ok(Value::NONE) };
    let Some(class) = class.as_handle() else { return Ok(Value::NONE) };
    let kind = machine.class_data(class).layout;
    let (items, count) = (machine.tuple_items(pool), machine.small_integer(count).unwrap_or(0));
    let size = items.len();
    let has_none = match kind {
        Type::Product => items.iter().any(|&pool| machine.tuple_items(pool).is_empty()),
        Type::Multisets => size == 0 && count > 0,
        _ => count > size as i64,
    };
    if has_none {
        return Ok(machine.new_composite(class, Composite::new(kind, Value::NOTHING)));
    }
    machine.allow((count as usize).saturating_mul(4))?;
    let places = match kind {
        Type::Combinations => (0..count as u32).collect(),
        Type::Permutations => (0..size as u32).collect(),
        _ => vec![0; count as usize],
    };
    Ok(machine.new_composite(class, Composite { places, bound: count, ..Composite::new(kind, pool) }))
}

fn parts(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(parts) = machine.composite(args[0]) else { return Ok(Value::NONE) };
    let (index, bound) = (parts.index, parts.bound);
    let values = [parts.source, parts.by, parts.kept].map(|part| part.present().unwrap_or(Value::NONE));
    let [source, by, kept] = values;
    let (index, bound) = (machine.heap.new_int(index), machine.heap.new_int(bound));
    Ok(machine.heap.new_tuple([source, by, kept, index, bound]))
}

fn new_group(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, message, given, members] = args else { return Ok(Value::NONE) };
    let class = machine.class_for_new(class);
    let arguments = machine.heap.new_tuple([message, given]);
    let group = Data::Exception(Box::new(Exception::new(arguments)));
    let group = machine.heap.allocate(machine.shape_for(class), group);
    let exceptions = machine.heap.intern("exceptions");
    machine.set_exception_member(group, names::message, message);
    machine.set_exception_member(group, exceptions, members);
    Ok(group)
}

/// The literal text before a field, and what follows it.
fn entry(machine: &mut Machine, literal: &mut TextBuilder, rest: &[Value]) -> Value {
    let literal = std::mem::take(literal).finish();
    let mut parts = vec![machine.heap.new_text(literal)];
    parts.extend_from_slice(rest);
    machine.heap.new_tuple(parts)
}

fn parse_format(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(template) = machine.text(args[0]).cloned() else { return Ok(Value::NONE) };
    let mut literal = TextBuilder::default();
    let mut entries = Vec::new();
    for piece in format_string::pieces(&template) {
        match machine.lift(piece)? {
            format_string::Piece::Literal(range) => literal.push_part(template.part(range)),
            format_string::Piece::Field(field) => {
                let name = machine.heap.new_text(template.range(field.name));
                let conversion = field.conversion.map_or(Value::NONE, |point| machine.heap.character(point));
                let spec = machine.heap.new_text(template.range(field.spec));
                entries.push(entry(machine, &mut literal, &[name, conversion, spec]));
            }
        }
    }
    entries.push(entry(machine, &mut literal, &[Value::NONE; 3]));
    Ok(machine.heap.new_list(entries))
}

fn parse_percent(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(template) = machine.text(args[0]).cloned() else { return Ok(Value::NONE) };
    let mut literal = TextBuilder::default();
    let mut entries = Vec::new();
    for piece in percent::pieces(&template) {
        match piece {
            Ok(percent::Piece::Literal(range)) => literal.push_part(template.part(range)),
            Ok(percent::Piece::Conversion(conversion)) => {
                let parts = conversion_parts(machine, conversion);
                entries.push(entry(machine, &mut literal, &parts));
            }
            Err(error) => {
                let parts = unfinished(machine, error, &template)?;
                entries.push(entry(machine, &mut literal, &parts));
                return Ok(machine.heap.new_list(entries));
            }
        }
    }
    entries.push(entry(machine, &mut literal, &[Value::NONE; 6]));
    Ok(machine.heap.new_list(entries))
}

fn conversion_parts(machine: &mut Machine, conversion: Conversion) -> [Value; 6] {
    let key = conversion.key.map_or(Value::NONE, |key| machine.heap.new_text(key));
    let set = conversion.flags;
    let flags = [(set.alternate, '#'), (set.zero, '0'), (set.left, '-'), (set.blank, ' '), (set.plus, '+')];
    let flags: String = flags.into_iter().filter_map(|(is_set, sign)| is_set.then_some(sign)).collect();
    let flags = machine.heap.new_str(&flags);
    let [width, precision] = [conversion.width, conversion.precision].map(|count| match count {
        Count::Absent => Value::NONE,
        Count::Given(count) => machine.heap.new_int(count as i64),
        Count::Argument => machine.heap.new_str("*"),
    });
    let kind = machine.heap.character(conversion.kind);
    [key, flags, width, precision, kind, Value::small(conversion.at as i64)]
}

/// A template that ends within a conversion: the prelude raises the error when it comes there.
fn unfinished(
    machine: &mut Machine,
    error: DataError,
    template: &Text,
) -> Result<[Value; 6], crate::state::Thrown> {
    let key = match error.message.as_str() {
        "incomplete format key" => machine.heap.new_str("("),
        "incomplete format" => Value::NONE,
        _ => return machine.lift(Err(error)),
    };
    let nothing = machine.heap.new_text(Text::empty());
    Ok([key, nothing, Value::NONE, Value::NONE, nothing, Value::small(template.len() as i64)])
}
