//! The methods of `tuple`.

use super::{class_getitem, compare, search, size};
use crate::protocols;
use crate::state::{Data, Machine, Outcome, Type, Value};
use spec::ast::Kind;

builtins! { METHODS, "tuple";
    "__new__" "cls, iterable=, /" leaf_or(new, "tuple_new") "A tuple of the items of an iterable.";
    "count" "self, value, /" leaf_or(search::count, "tuple_count") "How many items equal the value.";
    "index" "self, value, start:index=, stop:index=, /" leaf_or(search::index, "tuple_index") "The index of the first item that equals the value.";
    "__add__" "self, value, /" leaf(add) "A tuple of the items of both.";
    "__mul__" "self, value:index, /" leaf(multiply) "A tuple that repeats the items.";
    "__rmul__" "self, value:index, /" leaf(multiply) "A tuple that repeats the items.";
    "__contains__" "self, key, /" leaf_or(search::contains, "tuple___contains__") "Whether an item equals the key.";
    "__getitem__" "self, key, /" leaf_or(getitem, "tuple___getitem__") "The item at an index, or the tuple of a slice's items.";
    "__len__" "self, /" leaf(len) "The number of items.";
    "__iter__" "self, /" leaf(iter) "An iterator over the items.";
    "__eq__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::Tuple, Kind::Eq), "tuple___eq__") "Whether both have equal items.";
    "__ne__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::Tuple, Kind::NotEq), "tuple___ne__") "Whether an item differs.";
    "__lt__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::Tuple, Kind::Lt), "tuple___lt__") "Whether the first items that differ are in this order.";
    "__le__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::Tuple, Kind::LtE), "tuple___le__") "The same, or both are equal.";
    "__gt__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::Tuple, Kind::Gt), "tuple___gt__") "Whether the first items that differ are in the opposite order.";
    "__ge__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::Tuple, Kind::GtE), "tuple___ge__") "The same, or both are equal.";
    "__hash__" "self, /" leaf_or_rule(hash, protocols::tuple_hash) "The hash, which combines those of the items.";
    "__repr__" "self, /" leaf_or(repr, "tuple_repr") "The items in parentheses.";
    "__getnewargs__" "self, /" leaf(newargs) "What makes a copy.";
    "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, values] = args else { return Ok(Value::NONE) };
    let class = machine.class_for_new(class);
    let is_plain = class == Type::Tuple.handle();
    if values.is_nothing() {
        return Ok(machine.heap.allocate(machine.shape_for(class), Data::Tuple(Box::default())));
    }
    if is_plain && machine.is_exact(values, Type::Tuple) {
        return Ok(values);
    }
    let items = if machine.is_builtin_iterator(values) {
        let list = machine.heap.new_list(Vec::new());
        machine.extend_list(list, values)?;
        machine.take_list(list)
    } else {
        match machine.all_items(values)? {
            Some(items) => items,
            None => return Ok(Value::NOTHING),
        }
    };
    Ok(machine.heap.allocate(machine.shape_for(class), Data::new_tuple(items)))
}

fn add(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_instance(args[1], Type::Tuple) {
        return Err(machine.cannot_concatenate("tuple", args[1]));
    }
    machine.concat_sequences(args[0], args[1])
}

fn multiply(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_integer(args[1]) {
        return Ok(Value::NOTHING);
    }
    machine.repeat_sequence(args[0], args[1])
}

fn getitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.sequence_item(args[0], args[1])
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(machine.tuple_items(args[0]).len()))
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.iterator_over(Type::Tuple, args[0]))
}

fn hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let items = machine.tuple_items(args[0]).to_vec();
    let mut hashes = Vec::with_capacity(items.len());
    for item in items {
        match machine.key_hash(item) {
            Some(hash) => hashes.push(hash),
            None => return Ok(Value::NOTHING),
        }
    }
    let hash = crate::data::hash::of_tuple(hashes.into_iter());
    Ok(machine.heap.new_int(hash))
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

fn newargs(machine: &mut Machine, args: &[Value]) -> Outcome {
    let items = machine.tuple_items(args[0]).to_vec();
    let plain = machine.heap.new_tuple(items);
    Ok(machine.heap.new_tuple([plain]))
}
