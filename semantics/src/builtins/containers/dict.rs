//! The methods of `dict`.

use crate::builtins::sequences::{class_getitem, size};
use crate::objects::dicts::Found;
use crate::protocols;
use crate::state::{Data, Dict, Machine, Outcome, Thrown, Type, Value};

builtins! { METHODS, "dict";
    "__new__" "cls, *args, **kwargs" leaf(new) "A new dictionary without entries.";
    "__init__" "self, *args, **kwargs" leaf_or(init, "dict_init") "Fills the dictionary from a mapping or from pairs, and from keyword arguments.";
    "clear" "self, /" leaf(clear) "Removes all entries.";
    "copy" "self, /" leaf_or(copy, "dict_copy") "A new dictionary of the same entries.";
    "fromkeys" "cls, iterable, value=, /" leaf_or(fromkeys, "dict_fromkeys") "A new dictionary with the items of an iterable as keys.";
    "get" "self, key, default=, /" leaf_or_rule(get, protocols::dict_get) "The value of a key, or the default.";
    "items" "self, /" leaf(items) "A view of the entries, as tuples of key and value.";
    "keys" "self, /" leaf(keys) "A view of the keys.";
    "pop" "self, key, default=, /" leaf_or_rule(pop, protocols::dict_pop) "Removes a key and gives its value, or the default.";
    "popitem" "self, /" leaf(popitem) "Removes the entry added last and gives it as a tuple.";
    "setdefault" "self, key, default=, /" leaf_or_rule(setdefault, protocols::dict_setdefault) "The value of a key, which is added with the default if it is missing.";
    "update" "self, *args, **kwargs" leaf_or(update, "dict_update") "Adds entries from a mapping or from pairs, and from keyword arguments.";
    "values" "self, /" leaf(values) "A view of the values.";
    "__contains__" "self, key, /" leaf_or_rule(contains, protocols::dict_contains) "Whether there is an entry with the key.";
    "__getitem__" "self, key, /" leaf_or_rule(getitem, protocols::dict_getitem) "The value of a key.";
    "__setitem__" "self, key, value, /" leaf_or_rule(setitem, protocols::dict_setitem) "Sets the value of a key.";
    "__delitem__" "self, key, /" leaf_or_rule(delitem, protocols::dict_delitem) "Removes a key and its value.";
    "__len__" "self, /" leaf(len) "The number of entries.";
    "__iter__" "self, /" leaf(iter) "An iterator over the keys.";
    "__reversed__" "self, /" leaf(reversed) "An iterator over the keys from the last to the first.";
    "__eq__" "self, value, /" leaf_or(equal, "dict___eq__") "Whether both have the same keys with equal values.";
    "__ne__" "self, value, /" leaf_or(unequal, "dict___ne__") "Whether an entry differs.";
    "__or__" "self, value, /" leaf_or(union, "dict___or__") "A new dictionary of the entries of both.";
    "__ror__" "self, value, /" leaf_or(reflected_union, "dict___ror__") "A new dictionary of the entries of both.";
    "__ior__" "self, value, /" leaf_or(inplace_union, "dict___ior__") "Adds entries from a mapping or from pairs.";
    "__repr__" "self, /" leaf_or(repr, "dict_repr") "The entries in braces.";
    "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
    "__sizeof__" "self, /" leaf(sizeof) "The memory that the dictionary takes, in bytes.";
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.class_for_new(args[0]);
    Ok(machine.heap.allocate(machine.shape_for(class), Data::Dict(Box::default())))
}

fn init(machine: &mut Machine, args: &[Value]) -> Outcome {
    fill(machine, args, "dict")
}

fn update(machine: &mut Machine, args: &[Value]) -> Outcome {
    fill(machine, args, "update")
}

/// Adds the entries of the one argument, if there is one, and then the keyword arguments.
fn fill(machine: &mut Machine, args: &[Value], name: &str) -> Outcome {
    let &[dict, positional, named] = args else { return Ok(Value::NONE) };
    let positional = machine.tuple_items(positional);
    if positional.len() > 1 {
        let message = format!("{name} expected at most 1 argument, got {}", positional.len());
        return Err(machine.type_error(&message));
    }
    if let Some(&source) = positional.first()
        && !merge(machine, dict, source)?
    {
        return Ok(Value::NOTHING);
    }
    if machine.dict(named).is_some_and(|named| !named.is_empty()) && !machine.try_dict_update(dict, named) {
        return Ok(Value::NOTHING);
    }
    Ok(Value::NONE)
}

/// Adds the entries of a dictionary, or of a list or tuple of pairs; `false` if it is something else, or code of the
/// program must compare keys. Adding the same entries again does no harm.
fn merge(machine: &mut Machine, dict: Value, source: Value) -> Result<bool, Thrown> {
    match machine.exact_type(source) {
        Some(Type::Dict) => Ok(machine.try_dict_update(dict, source)),
        Some(Type::List | Type::Tuple | Type::DictItems) => {
            let pairs = machine.all_items(source)?.unwrap_or_default();
            for pair in pairs {
                let is_pair = matches!(machine.exact_type(pair), Some(Type::List | Type::Tuple));
                let &[key, value] = machine.sequence_items(pair) else { return Ok(false) };
                if !is_pair || !machine.try_dict_set(dict, key, value) {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        _ => Ok(false),
    }
}

fn clear(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(table) = machine.dict_mut(args[0]) {
        table.clear();
    }
    Ok(Value::NONE)
}

fn copy(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(if machine.iterates_as_dict(args[0]) { machine.copied_dict(args[0]) } else { Value::NOTHING })
}

fn fromkeys(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, keys, value] = args else { return Ok(Value::NONE) };
    if class != Type::Dict.value() {
        return Ok(Value::NOTHING);
    }
    let Some(keys) = machine.all_items(keys)? else { return Ok(Value::NOTHING) };
    let dict = machine.heap.new_dict();
    let value = value.present().unwrap_or(Value::NONE);
    for key in keys {
        if !machine.try_dict_set(dict, key, value) {
            return Ok(Value::NOTHING);
        }
    }
    Ok(dict)
}

fn value_at(machine: &Machine, dict: Value, index: usize) -> Value {
    machine.dict(dict).map_or(Value::NOTHING, |table| table.value_at(index))
}

fn get(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[dict, key, default] = args else { return Ok(Value::NONE) };
    Ok(match machine.find_key(dict, key) {
        Found::At(index) => value_at(machine, dict, index),
        Found::Absent => default.present().unwrap_or(Value::NONE),
        _ => Value::NOTHING,
    })
}

fn getitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[dict, key] = args else { return Ok(Value::NONE) };
    match machine.find_key(dict, key) {
        Found::At(index) => Ok(value_at(machine, dict, index)),
        Found::Absent if machine.is_exact(dict, Type::Dict) => Err(machine.key_error(key)),
        _ => Ok(Value::NOTHING),
    }
}

fn contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(match machine.find_key(args[0], args[1]) {
        Found::At(_) => Value::TRUE,
        Found::Absent => Value::FALSE,
        _ => Value::NOTHING,
    })
}

fn setitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = machine.try_dict_set(args[0], args[1], args[2]);
    Ok(if is_done { Value::NONE } else { Value::NOTHING })
}

pub fn delitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[dict, key] = args else { return Ok(Value::NONE) };
    match machine.find_key(dict, key) {
        Found::At(index) => {
            machine.remove_entry(dict, index);
            Ok(Value::NONE)
        }
        Found::Absent => Err(machine.key_error(key)),
        _ => Ok(Value::NOTHING),
    }
}

fn pop(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[dict, key, default] = args else { return Ok(Value::NONE) };
    match machine.find_key(dict, key) {
        Found::At(index) => Ok(machine.remove_entry(dict, index)),
        Found::Absent => default.present().ok_or_else(|| machine.key_error(key)),
        _ => Ok(Value::NOTHING),
    }
}

fn popitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    let last = machine.dict(args[0]).and_then(|table| table.previous_from(table.entry_count()));
    let Some((index, entry)) = last else {
        let message = machine.heap.new_str("popitem(): dictionary is empty");
        return Err(machine.key_error(message));
    };
    machine.remove_entry(args[0], index);
    Ok(machine.heap.new_tuple([entry.key, entry.value]))
}

fn setdefault(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[dict, key, default] = args else { return Ok(Value::NONE) };
    let default = default.present().unwrap_or(Value::NONE);
    match machine.find_key(dict, key) {
        Found::At(index) => Ok(value_at(machine, dict, index)),
        Found::Absent => {
            machine.try_dict_set(dict, key, default);
            Ok(default)
        }
        _ => Ok(Value::NOTHING),
    }
}

fn keys(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.heap.new_object(Type::DictKeys, Data::DictView(args[0])))
}

fn values(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.heap.new_object(Type::DictValues, Data::DictView(args[0])))
}

fn items(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.heap.new_object(Type::DictItems, Data::DictView(args[0])))
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(machine.dict(args[0]).map_or(0, Dict::len)))
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.iterator_over(Type::Dict, args[0]))
}

fn reversed(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.dict_iterator(Type::DictReverseKeyIterator, args[0]))
}

fn equal(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_instance(args[1], Type::Dict) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(machine.equal_dicts(args[0], args[1], 0).map_or(Value::NOTHING, Value::bool))
}

fn unequal(machine: &mut Machine, args: &[Value]) -> Outcome {
    let equal = equal(machine, args)?;
    Ok(if equal.is_bool() { Value::bool(!equal.is_true()) } else { equal })
}

fn union(machine: &mut Machine, args: &[Value]) -> Outcome {
    union_of(machine, args[0], args[1])
}

fn reflected_union(machine: &mut Machine, args: &[Value]) -> Outcome {
    union_of(machine, args[1], args[0])
}

fn union_of(machine: &mut Machine, left: Value, right: Value) -> Outcome {
    if machine.dict(left).is_none() || machine.dict(right).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if !machine.iterates_as_dict(left) || !machine.is_exact(right, Type::Dict) {
        return Ok(Value::NOTHING);
    }
    let result = machine.copied_dict(left);
    Ok(if machine.try_dict_update(result, right) { result } else { Value::NOTHING })
}

fn inplace_union(machine: &mut Machine, args: &[Value]) -> Outcome {
    let is_done = merge(machine, args[0], args[1])?;
    Ok(if is_done { args[0] } else { Value::NOTHING })
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

fn sizeof(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(48 + machine.dict(args[0]).map_or(0, Dict::bytes)))
}
