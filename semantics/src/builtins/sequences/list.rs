//! The methods of `list`.

use super::sort::sort;
use super::{class_getitem, compare, search, size};
use crate::protocols;
use crate::state::{Data, Machine, Outcome, Type, Value};
use spec::ast::Kind;

builtins! { METHODS, "list";
    "__new__" "cls, *args, **kwargs" leaf(new) "A new list without items.";
    "__init__" "self, iterable=, /" leaf_or_rule(init, protocols::list_init) "Fills the list with the items of an iterable.";
    "append" "self, object, /" leaf(append) "Appends an item to the end of the list.";
    "clear" "self, /" leaf(clear) "Removes all items.";
    "copy" "self, /" leaf(copy) "A new list of the same items.";
    "count" "self, value, /" leaf_or(search::count, "list_count") "How many items equal the value.";
    "extend" "self, iterable, /" leaf_or_rule(extend, protocols::list_extend) "Appends the items of an iterable.";
    "index" "self, value, start:index=, stop:index=, /" leaf_or(search::index, "list_index") "The index of the first item that equals the value.";
    "insert" "self, index:index, object, /" leaf(insert) "Inserts an item before an index.";
    "pop" "self, index:index=, /" leaf(pop) "Removes and gives the item at an index, by default the last one.";
    "remove" "self, value, /" leaf_or(remove, "list_remove") "Removes the first item that equals the value.";
    "reverse" "self, /" leaf(reverse) "Reverses the order of the items.";
    "sort" "self, /, *, key=, reverse:truth=" leaf_or(sort, "list_sort") "Sorts the items in ascending order; equal ones keep their order.";
    "__add__" "self, value, /" leaf(add) "A new list of the items of both.";
    "__iadd__" "self, value, /" leaf_or_rule(inplace_add, protocols::list_iadd) "Appends the items of an iterable.";
    "__mul__" "self, value:index, /" leaf(multiply) "A new list that repeats the items.";
    "__rmul__" "self, value:index, /" leaf(multiply) "A new list that repeats the items.";
    "__imul__" "self, value:index, /" leaf(inplace_multiply) "Repeats the items in the list.";
    "__contains__" "self, key, /" leaf_or(search::contains, "list___contains__") "Whether an item equals the key.";
    "__getitem__" "self, index, /" leaf_or(getitem, "list___getitem__") "The item at an index, or the list of a slice's items.";
    "__setitem__" "self, key, value, /" leaf_or(setitem, "list___setitem__") "Sets the item at an index, or those of a slice.";
    "__delitem__" "self, key, /" leaf_or(delitem, "list___delitem__") "Deletes the item at an index, or those of a slice.";
    "__len__" "self, /" leaf(len) "The number of items.";
    "__iter__" "self, /" leaf(iter) "An iterator over the items.";
    "__reversed__" "self, /" leaf(reversed) "An iterator over the items from the last to the first.";
    "__eq__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::List, Kind::Eq), "list___eq__") "Whether both have equal items.";
    "__ne__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::List, Kind::NotEq), "list___ne__") "Whether an item differs.";
    "__lt__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::List, Kind::Lt), "list___lt__") "Whether the first items that differ are in this order.";
    "__le__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::List, Kind::LtE), "list___le__") "The same, or both are equal.";
    "__gt__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::List, Kind::Gt), "list___gt__") "Whether the first items that differ are in the opposite order.";
    "__ge__" "self, value, /" leaf_or(|m, args| compare(m, args, Type::List, Kind::GtE), "list___ge__") "The same, or both are equal.";
    "__repr__" "self, /" leaf_or(repr, "list_repr") "The items in brackets.";
    "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
    "__sizeof__" "self, /" leaf(sizeof) "The memory that the list takes, in bytes.";
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    Ok(machine.heap.allocate(machine.shape_for(class), Data::List(Vec::new())))
}

fn init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[list, values] = args else { return Ok(Value::NONE) };
    machine.take_list(list);
    if values.is_present() && !machine.extend_list(list, values)? {
        return Ok(Value::NOTHING);
    }
    Ok(Value::NONE)
}

fn append(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.list_push(args[0], args[1]);
    Ok(Value::NONE)
}

fn clear(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.take_list(args[0]);
    Ok(Value::NONE)
}

fn copy(machine: &mut Machine, args: &[Value]) -> Outcome {
    let items = machine.list_items(args[0]).to_vec();
    Ok(machine.heap.new_list(items))
}

fn extend(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = machine.extend_list(args[0], args[1])?;
    Ok(if is_done { Value::NONE } else { Value::NOTHING })
}

fn inplace_add(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = machine.extend_list(args[0], args[1])?;
    Ok(if is_done { args[0] } else { Value::NOTHING })
}

fn insert(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[list, index, item] = args else { return Ok(Value::NONE) };
    let Some(at) = machine.clamped(index) else { return Ok(Value::NOTHING) };
    let len = machine.list_items(list).len() as i64;
    let position = if at < 0 { at.saturating_add(len).max(0) } else { at.min(len) };
    if let Some(items) = machine.list_mut(list) {
        items.insert(position as usize, item);
    }
    machine.heap.grew(8);
    Ok(Value::NONE)
}

fn pop(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[list, index] = args else { return Ok(Value::NONE) };
    let at = if index.is_nothing() { Some(-1) } else { machine.clamped(index) };
    let Some(at) = at else { return Ok(Value::NOTHING) };
    let len = machine.list_items(list).len();
    if len == 0 {
        return Err(machine.index_error("pop from empty list"));
    }
    let Some(position) = Machine::position(at, len) else {
        return Err(machine.index_error("pop index out of range"));
    };
    match machine.list_mut(list) {
        Some(items) if position + 1 == len => Ok(items.pop().unwrap_or(Value::NONE)),
        Some(items) => Ok(items.remove(position)),
        None => Ok(Value::NONE),
    }
}

fn remove(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[list, value] = args else { return Ok(Value::NONE) };
    for (position, &item) in machine.list_items(list).iter().enumerate() {
        match machine.key_equal(item, value) {
            Some(false) => {}
            None => return Ok(Value::NOTHING),
            Some(true) => {
                if let Some(items) = machine.list_mut(list) {
                    items.remove(position);
                }
                return Ok(Value::NONE);
            }
        }
    }
    Err(machine.value_error("list.remove(x): x not in list"))
}

fn reverse(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(items) = machine.list_mut(args[0]) {
        items.reverse();
    }
    Ok(Value::NONE)
}

fn add(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_instance(args[1], Type::List) {
        return Err(machine.cannot_concatenate("list", args[1]));
    }
    machine.concat_sequences(args[0], args[1])
}

fn multiply(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_integer(args[1]) {
        return Ok(Value::NOTHING);
    }
    machine.repeat_sequence(args[0], args[1])
}

fn inplace_multiply(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[list, times] = args else { return Ok(Value::NONE) };
    if !machine.is_integer(times) {
        return Ok(Value::NOTHING);
    }
    let times = machine.repetitions(times)?;
    let len = machine.list_items(list).len();
    let bytes = len.saturating_mul(times).saturating_mul(8);
    machine.allow(bytes)?;
    if let Some(items) = machine.list_mut(list) {
        *items = items.repeat(if len == 0 { 0 } else { times });
    }
    machine.heap.grew(bytes);
    Ok(list)
}

fn getitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.sequence_item(args[0], args[1])
}

fn setitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = machine.set_list_item(args[0], args[1], args[2])?;
    Ok(if is_done { Value::NONE } else { Value::NOTHING })
}

fn delitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = machine.delete_list_item(args[0], args[1])?;
    Ok(if is_done { Value::NONE } else { Value::NOTHING })
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(machine.list_items(args[0]).len()))
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.iterator_over(Type::List, args[0]))
}

fn reversed(machine: &mut Machine, args: &[Value]) -> Outcome {
    let last = machine.list_items(args[0]).len() as i64 - 1;
    Ok(machine.new_iterator(Type::ListReverseIterator, args[0], last, 0, Value::NONE))
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

fn sizeof(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(40 + machine.list_items(args[0]).len() * 8))
}
