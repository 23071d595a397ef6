//! The views that `keys`, `values` and `items` give. Their set operations are functions of the prelude.

use crate::builtins::sequences::size;
use crate::protocols;
use crate::state::{Data, Dict, Machine, Outcome, Type, Value};

builtins! { KEYS, "dict_keys";
    "isdisjoint" "self, other, /" prelude("dict_keys_isdisjoint") "Whether there is no common item.";
    "__contains__" "self, key, /" leaf_or_rule(contains, protocols::dict_contains) "Whether there is such a key.";
    "__len__" "self, /" leaf(len) "The number of keys.";
    "__iter__" "self, /" leaf(iter) "An iterator over the keys.";
    "__reversed__" "self, /" leaf(|m, args| reversed(m, args, Type::DictReverseKeyIterator)) "An iterator over the keys from the last to the first.";
    "__and__" "self, value, /" prelude("dict_keys___and__") "The set of items that are in both.";
    "__rand__" "self, value, /" prelude("dict_keys___rand__") "The set of items that are in both.";
    "__or__" "self, value, /" prelude("dict_keys___or__") "The set of items that are in one of them.";
    "__ror__" "self, value, /" prelude("dict_keys___ror__") "The set of items that are in one of them.";
    "__sub__" "self, value, /" prelude("dict_keys___sub__") "The set of items that are not in the other.";
    "__rsub__" "self, value, /" prelude("dict_keys___rsub__") "The set of items that are not in the other.";
    "__xor__" "self, value, /" prelude("dict_keys___xor__") "The set of items that are in exactly one of them.";
    "__rxor__" "self, value, /" prelude("dict_keys___rxor__") "The set of items that are in exactly one of them.";
    "__eq__" "self, value, /" prelude("dict_keys___eq__") "Whether both have the same items.";
    "__ne__" "self, value, /" prelude("dict_keys___ne__") "Whether an item is in one of them only.";
    "__lt__" "self, value, /" prelude("dict_keys___lt__") "Whether the other has all items, and more.";
    "__le__" "self, value, /" prelude("dict_keys___le__") "Whether the other has all items.";
    "__gt__" "self, value, /" prelude("dict_keys___gt__") "Whether this has all items of the other, and more.";
    "__ge__" "self, value, /" prelude("dict_keys___ge__") "Whether this has all items of the other.";
    "__repr__" "self, /" leaf_or(repr, "dict_keys_repr") "The keys as a list.";
}

attributes! { KEYS_MAPPING, "dict_keys";
    "mapping" get(mapping) set(none) "The dictionary, read-only.";
}

builtins! { VALUES, "dict_values";
    "__len__" "self, /" leaf(len) "The number of values.";
    "__iter__" "self, /" leaf(iter) "An iterator over the values.";
    "__reversed__" "self, /" leaf(|m, args| reversed(m, args, Type::DictReverseValueIterator)) "An iterator over the values from the last to the first.";
    "__repr__" "self, /" leaf_or(repr, "dict_values_repr") "The values as a list.";
}

attributes! { VALUES_MAPPING, "dict_values";
    "mapping" get(mapping) set(none) "The dictionary, read-only.";
}

builtins! { ITEMS, "dict_items";
    "isdisjoint" "self, other, /" prelude("dict_items_isdisjoint") "Whether there is no common item.";
    "__contains__" "self, key, /" leaf_or(contains, "dict_items___contains__") "Whether there is such a pair of key and value.";
    "__len__" "self, /" leaf(len) "The number of entries.";
    "__iter__" "self, /" leaf(iter) "An iterator over the entries.";
    "__reversed__" "self, /" leaf(|m, args| reversed(m, args, Type::DictReverseItemIterator)) "An iterator over the entries from the last to the first.";
    "__and__" "self, value, /" prelude("dict_items___and__") "The set of items that are in both.";
    "__rand__" "self, value, /" prelude("dict_items___rand__") "The set of items that are in both.";
    "__or__" "self, value, /" prelude("dict_items___or__") "The set of items that are in one of them.";
    "__ror__" "self, value, /" prelude("dict_items___ror__") "The set of items that are in one of them.";
    "__sub__" "self, value, /" prelude("dict_items___sub__") "The set of items that are not in the other.";
    "__rsub__" "self, value, /" prelude("dict_items___rsub__") "The set of items that are not in the other.";
    "__xor__" "self, value, /" prelude("dict_items___xor__") "The set of items that are in exactly one of them.";
    "__rxor__" "self, value, /" prelude("dict_items___rxor__") "The set of items that are in exactly one of them.";
    "__eq__" "self, value, /" prelude("dict_items___eq__") "Whether both have the same items.";
    "__ne__" "self, value, /" prelude("dict_items___ne__") "Whether an item is in one of them only.";
    "__lt__" "self, value, /" prelude("dict_items___lt__") "Whether the other has all items, and more.";
    "__le__" "self, value, /" prelude("dict_items___le__") "Whether the other has all items.";
    "__gt__" "self, value, /" prelude("dict_items___gt__") "Whether this has all items of the other, and more.";
    "__ge__" "self, value, /" prelude("dict_items___ge__") "Whether this has all items of the other.";
    "__repr__" "self, /" leaf_or(repr, "dict_items_repr") "The entries as a list of tuples.";
}

attributes! { ITEMS_MAPPING, "dict_items";
    "mapping" get(mapping) set(none) "The dictionary, read-only.";
}

fn contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.has_item(args[0], args[1])?.map_or(Value::NOTHING, Value::bool))
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(size(machine.table(args[0]).map_or(0, Dict::len)))
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    let class = machine.exact_type(args[0]).unwrap_or(Type::DictKeys);
    Ok(machine.iterator_over(class, args[0]))
}

fn reversed(machine: &mut Machine, args: &[Value], class: Type) -> Outcome {
    Ok(machine.dict_iterator(class, args[0]))
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

fn mapping(machine: &mut Machine, args: &[Value]) -> Outcome {
    let dict = machine.dict_behind(args[0]);
    Ok(machine.heap.new_object(Type::MappingProxy, Data::MappingProxy(dict)))
}
