//! The methods of `set` and `frozenset`. They share those that change nothing.

use super::algebra::Operation;
use crate::builtins::sequences::{class_getitem, size};
use crate::data::set_table::SetTable;
use crate::objects::dicts::Found;
use crate::protocols;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value};
use spec::ast::Kind;

macro_rules! shared_methods {
    ($table:ident, $owner:literal) => {
        builtins! { $table, $owner;
            "copy" "self, /" leaf(copy) "A set of the same items.";
            "union" "self, *others" leaf_or(|m, args| combined(m, args, Operation::Union), "set_union") "The items of all.";
            "intersection" "self, *others" leaf_or(|m, args| combined(m, args, Operation::Intersection), "set_intersection") "The items that all have.";
            "difference" "self, *others" leaf_or(|m, args| combined(m, args, Operation::Difference), "set_difference") "The items that no other has.";
            "symmetric_difference" "self, other, /" leaf_or(symmetric, "set_symmetric_difference") "The items that exactly one has.";
            "isdisjoint" "self, other, /" leaf_or(isdisjoint, "set_isdisjoint") "Whether there is no common item.";
            "issubset" "self, other, /" leaf_or(issubset, "set_issubset") "Whether the other has all items.";
            "issuperset" "self, other, /" leaf_or(issuperset, "set_issuperset") "Whether this has all items of the other.";
            "__contains__" "self, object, /" leaf_or_rule(contains, protocols::set_contains) "Whether an item is in the set.";
            "__len__" "self, /" leaf(len) "The number of items.";
            "__iter__" "self, /" leaf(iter) "An iterator over the items.";
            "__and__" "self, value, /" leaf_or(|m, args| operator(m, args[0], args[1], Operation::Intersection), "set___and__") "The items that both have.";
            "__rand__" "self, value, /" leaf_or(|m, args| operator(m, args[1], args[0], Operation::Intersection), "set___rand__") "The items that both have.";
            "__or__" "self, value, /" leaf_or(|m, args| operator(m, args[0], args[1], Operation::Union), "set___or__") "The items of both.";
            "__ror__" "self, value, /" leaf_or(|m, args| operator(m, args[1], args[0], Operation::Union), "set___ror__") "The items of both.";
            "__sub__" "self, value, /" leaf_or(|m, args| operator(m, args[0], args[1], Operation::Difference), "set___sub__") "The items that the other does not have.";
            "__rsub__" "self, value, /" leaf_or(|m, args| operator(m, args[1], args[0], Operation::Difference), "set___rsub__") "The items of the other that this does not have.";
            "__xor__" "self, value, /" leaf_or(|m, args| operator(m, args[0], args[1], Operation::Symmetric), "set___xor__") "The items that exactly one has.";
            "__rxor__" "self, value, /" leaf_or(|m, args| operator(m, args[1], args[0], Operation::Symmetric), "set___rxor__") "The items that exactly one has.";
            "__eq__" "self, value, /" leaf_or(|m, args| compare(m, args, Kind::Eq), "set___eq__") "Whether both have the same items.";
            "__ne__" "self, value, /" leaf_or(|m, args| compare(m, args, Kind::NotEq), "set___ne__") "Whether an item is in one of them only.";
            "__lt__" "self, value, /" leaf_or(|m, args| compare(m, args, Kind::Lt), "set___lt__") "Whether the other has all items, and more.";
            "__le__" "self, value, /" leaf_or(|m, args| compare(m, args, Kind::LtE), "set___le__") "Whether the other has all items.";
            "__gt__" "self, value, /" leaf_or(|m, args| compare(m, args, Kind::Gt), "set___gt__") "Whether this has all items of the other, and more.";
            "__ge__" "self, value, /" leaf_or(|m, args| compare(m, args, Kind::GtE), "set___ge__") "Whether this has all items of the other.";
            "__repr__" "self, /" leaf_or(repr, "set_repr") "The items in braces.";
            "__reduce__" "self, /" leaf(reduce) "What makes a copy.";
            "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
            "__sizeof__" "self, /" leaf(sizeof) "The memory that the set takes, in bytes.";
        }
    };
}

shared_methods! { SET, "set" }
shared_methods! { FROZENSET, "frozenset" }

builtins! { SET_CHANGES, "set";
    "__new__" "cls, *args, **kwargs" leaf(new) "A new set without items.";
    "__init__" "self, iterable=, /" leaf_or(init, "set_init") "Fills the set with the items of an iterable.";
    "add" "self, object, /" leaf_or_rule(add, protocols::set_method_add) "Adds an item.";
    "clear" "self, /" leaf(clear) "Removes all items.";
    "discard" "self, object, /" leaf_or_rule(discard, protocols::set_discard) "Removes an item if it is there.";
    "pop" "self, /" leaf(pop) "Removes some item and gives it.";
    "remove" "self, object, /" leaf_or_rule(remove, protocols::set_remove) "Removes an item, which must be there.";
    "update" "self, *others" leaf_or(update, "set_update") "Adds the items of all.";
    "intersection_update" "self, *others" leaf_or(|m, args| replace(m, args, Operation::Intersection), "set_intersection_update") "Keeps the items that all have.";
    "difference_update" "self, *others" leaf_or(|m, args| replace(m, args, Operation::Difference), "set_difference_update") "Removes the items that another has.";
    "symmetric_difference_update" "self, other, /" leaf_or(symmetric_update, "set_symmetric_difference_update") "Keeps the items that exactly one has.";
    "__iand__" "self, value, /" leaf_or(|m, args| inplace(m, args, Operation::Intersection), "set___iand__") "Keeps the items that both have.";
    "__ior__" "self, value, /" leaf_or(inplace_union, "set___ior__") "Adds the items of the other.";
    "__isub__" "self, value, /" leaf_or(|m, args| inplace(m, args, Operation::Difference), "set___isub__") "Removes the items of the other.";
    "__ixor__" "self, value, /" leaf_or(|m, args| inplace(m, args, Operation::Symmetric), "set___ixor__") "Keeps the items that exactly one has.";
}

builtins! { FROZENSET_OWN, "frozenset";
    "__new__" "cls, iterable=, /" leaf_or(new_frozen, "frozenset_new") "A frozenset of the items of an iterable.";
    "__hash__" "self, /" leaf(hash) "The hash, which combines those of the items.";
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    Ok(machine.heap.allocate(machine.shape_for(class), Data::Set(Box::default())))
}

fn init(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[set, values] = args else { return Ok(Value::NONE) };
    machine.take_set(set);
    let is_done = values.is_nothing() || machine.try_set_update(set, values)?;
    Ok(if is_done { Value::NONE } else { Value::NOTHING })
}

fn new_frozen(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, values] = args else { return Ok(Value::NONE) };
    let class = machine.class_for_new(class);
    let is_plain = class == Type::FrozenSet.handle();
    if is_plain && machine.is_exact(values, Type::FrozenSet) {
        return Ok(values);
    }
    let set = machine.new_set(SetTable::default());
    if values.is_present() && !machine.try_set_update(set, values)? {
        return Ok(Value::NOTHING);
    }
    let table = machine.take_set(set);
    Ok(machine.heap.allocate(machine.shape_for(class), Data::Set(Box::new(table))))
}

fn is_set(machine: &Machine, value: Value) -> bool {
    machine.set_table(value).is_some()
}

/// A result: a set or frozenset as `like` is, but of no subclass.
fn result_like(machine: &mut Machine, like: Value, table: SetTable<Value>) -> Value {
    if machine.is_instance(like, Type::Set) { machine.new_set(table) } else { machine.new_frozenset(table) }
}

fn table_of(machine: &Machine, set: Value) -> SetTable<Value> {
    machine.set_table(set).map(SetTable::copy).unwrap_or_default()
}

fn copy(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.is_exact(args[0], Type::FrozenSet) {
        return Ok(args[0]);
    }
    let table = table_of(machine, args[0]);
    Ok(result_like(machine, args[0], table))
}

fn combined(machine: &mut Machine, args: &[Value], operation: Operation) -> Outcome {
    let others = machine.tuple_items(args[1]).to_vec();
    let mut table = table_of(machine, args[0]);
    for other in others {
        match machine.set_operation(table, other, operation)? {
            Some(result) => table = result,
            None => return Ok(Value::NOTHING),
        }
    }
    Ok(result_like(machine, args[0], table))
}

fn symmetric(machine: &mut Machine, args: &[Value]) -> Outcome {
    let table = table_of(machine, args[0]);
    let result = machine.set_operation(table, args[1], Operation::Symmetric)?;
    Ok(result.map_or(Value::NOTHING, |table| result_like(machine, args[0], table)))
}

fn operator(machine: &mut Machine, left: Value, right: Value, operation: Operation) -> Outcome {
    if !is_set(machine, left) || !is_set(machine, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let table = table_of(machine, left);
    let result = machine.set_operation(table, right, operation)?;
    Ok(result.map_or(Value::NOTHING, |table| result_like(machine, left, table)))
}

fn replace(machine: &mut Machine, args: &[Value], operation: Operation) -> Outcome {
    let others = machine.tuple_items(args[1]).to_vec();
    for other in others {
        if !machine.try_set_change(args[0], other, operation)? {
            return Ok(Value::NOTHING);
        }
    }
    Ok(Value::NONE)
}

fn symmetric_update(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = machine.try_set_change(args[0], args[1], Operation::Symmetric)?;
    Ok(if is_done { Value::NONE } else { Value::NOTHING })
}

fn inplace(machine: &mut Machine, args: &[Value], operation: Operation) -> Outcome {
    if !is_set(machine, args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let is_done = machine.try_set_change(args[0], args[1], operation)?;
    Ok(if is_done { args[0] } else { Value::NOTHING })
}

fn inplace_union(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !is_set(machine, args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(if machine.try_set_union(args[0], args[1]) { args[0] } else { Value::NOTHING })
}

fn update(machine: &mut Machine, args: &[Value]) -> Outcome {
    let others = machine.tuple_items(args[1]).to_vec();
    for other in others {
        if !machine.try_set_update(args[0], other)? {
            return Ok(Value::NOTHING);
        }
    }
    Ok(Value::NONE)
}

fn isdisjoint(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(keys) = machine.hashed_items(args[1])? else { return Ok(Value::NOTHING) };
    let Some(table) = machine.set_table(args[0]) else { return Ok(Value::NOTHING) };
    for (hash, key) in keys {
        match machine.find_in_set(table, key, hash) {
            Found::At(_) => return Ok(Value::FALSE),
            Found::Absent => {}
            Found::Ask => return Ok(Value::NOTHING),
        }
    }
    Ok(Value::TRUE)
}

fn issubset(machine: &mut Machine, args: &[Value]) -> Outcome {
    let other = match as_set(machine, args[1])? {
        Some(other) => other,
        None => return Ok(Value::NOTHING),
    };
    compare(machine, &[args[0], other], Kind::LtE)
}

fn issuperset(machine: &mut Machine, args: &[Value]) -> Outcome {
    let other = match as_set(machine, args[1])? {
        Some(other) => other,
        None => return Ok(Value::NOTHING),
    };
    compare(machine, &[args[0], other], Kind::GtE)
}

/// The value if it is a set, or a set of its items.
fn as_set(machine: &mut Machine, value: Value) -> Result<Option<Value>, Thrown> {
    if is_set(machine, value) {
        return Ok(Some(value));
    }
    let set = machine.new_set(SetTable::default());
    Ok(machine.try_set_update(set, value)?.then_some(set))
}

fn compare(machine: &mut Machine, args: &[Value], op: Kind) -> Outcome {
    if machine.set_table(args[0]).and(machine.set_table(args[1])).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(machine.compare_sets(op, args[0], args[1], 0).map_or(Value::NOTHING, Value::bool))
}

fn add(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = machine.try_set_add(args[0], args[1]);
    Ok(if is_done { Value::NONE } else { Value::NOTHING })
}

fn clear(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(table) = machine.set_table_mut(args[0]) {
        table.clear();
    }
    Ok(Value::NONE)
}

fn find(machine: &mut Machine, set: Value, item: Value) -> Option<Found> {
    let hash = machine.key_hash(item)?;
    let table = machine.set_table(set)?;
    Some(machine.find_in_set(table, item, hash))
}

fn contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(match find(machine, args[0], args[1]) {
        Some(Found::At(_)) => Value::TRUE,
        Some(Found::Absent) => Value::FALSE,
        _ => Value::NOTHING,
    })
}

fn discard(machine: &mut Machine, args: &[Value]) -> Outcome {
    match find(machine, args[0], args[1]) {
        Some(Found::At(index)) => machine.remove_entry(args[0], index),
        Some(Found::Absent) => Value::NONE,
        _ => return Ok(Value::NOTHING),
    };
    Ok(Value::NONE)
}

fn remove(machine: &mut Machine, args: &[Value]) -> Outcome {
    match find(machine, args[0], args[1]) {
        Some(Found::At(index)) => machine.remove_entry(args[0], index),
        Some(Found::Absent) => return Err(machine.key_error(args[1])),
        _ => return Ok(Value::NOTHING),
    };
    Ok(Value::NONE)
}

fn pop(machine: &mut Machine, args: &[Value]) -> Outcome {
    match machine.set_table_mut(args[0]).and_then(SetTable::pop) {
        Some(item) => Ok(item),
        None => {
            let message = machine.heap.new_str("pop from an empty set");
            Err(machine.key_error(message))
        }
    }
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(machine.set_table(args[0]).map_or(0, SetTable::len)))
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.iterator_over(Type::Set, args[0]))
}

fn hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let hash = machine.frozenset_hash(args[0]).unwrap_or(0);
    Ok(machine.heap.new_int(hash))
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

fn reduce(machine: &mut Machine, args: &[Value]) -> Outcome {
    let items: Vec<Value> =
        machine.set_table(args[0]).map(|set| set.keys().copied().collect()).unwrap_or_default();
    let items = machine.heap.new_list(items);
    let arguments = machine.heap.new_tuple([items]);
    let class = Value::object(machine.heap.class_of(args[0]));
    Ok(machine.heap.new_tuple([class, arguments, Value::NONE]))
}

fn sizeof(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(200 + machine.set_table(args[0]).map_or(0, |set| set.len() * 16)))
}
