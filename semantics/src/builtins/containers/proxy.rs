//! `mappingproxy`: a read-only view of a mapping, or of the attributes of a class.

use crate::builtins::sequences::{class_getitem, size};
use crate::objects::dicts::Found;
use crate::protocols;
use crate::state::{Data, Machine, Outcome, Type, Value, names};

builtins! { METHODS, "mappingproxy";
    "__new__" "cls, mapping" leaf(new) "A read-only view of a mapping.";
    "copy" "self, /" leaf_or_rule(copy, protocols::proxy_copy) "A copy of the mapping.";
    "get" "self, key, default=, /" leaf_or_rule(get, protocols::proxy_get) "The value of a key, or the default.";
    "items" "self, /" leaf_or_rule(items, protocols::proxy_items) "The mapping's entries.";
    "keys" "self, /" leaf_or_rule(keys, protocols::proxy_keys) "The mapping's keys.";
    "values" "self, /" leaf_or_rule(values, protocols::proxy_values) "The mapping's values.";
    "__contains__" "self, key, /" leaf_or_rule(contains, protocols::proxy_contains) "Whether the mapping has the key.";
    "__getitem__" "self, key, /" leaf_or_rule(getitem, protocols::proxy_getitem) "The value of a key.";
    "__len__" "self, /" leaf_or_rule(len, protocols::proxy_len) "The number of entries.";
    "__iter__" "self, /" leaf_or_rule(iter, protocols::proxy_iter) "An iterator over the keys.";
    "__reversed__" "self, /" leaf(reversed) "An iterator over the keys from the last to the first.";
    "__or__" "self, value, /" rule(protocols::proxy_or) "A new mapping of the entries of both.";
    "__ror__" "self, value, /" rule(protocols::proxy_ror) "A new mapping of the entries of both.";
    "__ior__" "self, value, /" leaf(no_inplace) "Not supported: the view is read-only.";
    "__eq__" "self, value, /" rule(protocols::proxy_eq) "Whether the mapping equals the other.";
    "__hash__" "self, /" rule(protocols::proxy_hash) "The mapping's hash.";
    "__repr__" "self, /" rule(protocols::proxy_repr) "The mapping's repr.";
    "__str__" "self, /" rule(protocols::proxy_str) "The mapping's text.";
    "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let mapping = args[1];
    let has_items = machine.special(mapping, names::__getitem__).is_present();
    if !has_items || matches!(machine.heap.get(mapping), Some(Data::List(_) | Data::Tuple(_) | Data::Pair(_)))
    {
        let name = machine.type_name(mapping);
        return Err(machine.type_error(&format!("mappingproxy() argument must be a mapping, not {name}")));
    }
    Ok(machine.heap.new_object(Type::MappingProxy, Data::MappingProxy(mapping)))
}

/// Whether the proxy is that of a plain dictionary or of a class, which no code of the program speaks for.
fn is_plain(machine: &Machine, proxy: Value) -> bool {
    let Some(&Data::MappingProxy(inner)) = machine.heap.get(proxy) else { return false };
    machine.is_exact(inner, Type::Dict) || machine.class(inner).is_some()
}

fn copy(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(if is_plain(machine, args[0]) { machine.copied_dict(args[0]) } else { Value::NOTHING })
}

fn find(machine: &mut Machine, proxy: Value, key: Value) -> Option<Option<Value>> {
    if !is_plain(machine, proxy) {
        return None;
    }
    let hash = machine.key_hash(key)?;
    let table = machine.table(proxy)?;
    match machine.find_in_dict(table, key, hash) {
        Found::At(index) => Some(Some(table.value_at(index))),
        Found::Absent => Some(None),
        Found::Ask => None,
    }
}

fn get(machine: &mut Machine, args: &[Value]) -> Outcome {
    let default = args[2].present().unwrap_or(Value::NONE);
    Ok(find(machine, args[0], args[1]).map_or(Value::NOTHING, |found| found.unwrap_or(default)))
}

fn getitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    match find(machine, args[0], args[1]) {
        Some(Some(value)) => Ok(value),
        Some(None) => Err(machine.key_error(args[1])),
        None => Ok(Value::NOTHING),
    }
}

fn contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(find(machine, args[0], args[1]).map_or(Value::NOTHING, |found| Value::bool(found.is_some())))
}

fn view(machine: &mut Machine, proxy: Value, class: Type) -> Outcome {
    if !is_plain(machine, proxy) {
        return Ok(Value::NOTHING);
    }
    let behind = machine.dict_behind(proxy);
    Ok(machine.heap.new_object(class, Data::DictView(behind)))
}

fn keys(machine: &mut Machine, args: &[Value]) -> Outcome {
    view(machine, args[0], Type::DictKeys)
}

fn values(machine: &mut Machine, args: &[Value]) -> Outcome {
    view(machine, args[0], Type::DictValues)
}

fn items(machine: &mut Machine, args: &[Value]) -> Outcome {
    view(machine, args[0], Type::DictItems)
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !is_plain(machine, args[0]) {
        return Ok(Value::NOTHING);
    }
    Ok(machine.table(args[0]).map_or(Value::NOTHING, |table| size(table.len())))
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !is_plain(machine, args[0]) {
        return Ok(Value::NOTHING);
    }
    let behind = machine.dict_behind(args[0]);
    Ok(machine.dict_iterator(Type::DictKeyIterator, behind))
}

fn reversed(machine: &mut Machine, args: &[Value]) -> Outcome {
    let behind = machine.dict_behind(args[0]);
    if machine.table(behind).is_none() {
        return Err(machine.type_error_about("", behind, " object is not reversible"));
    }
    Ok(machine.dict_iterator(Type::DictReverseKeyIterator, behind))
}

fn no_inplace(machine: &mut Machine, args: &[Value]) -> Outcome {
    let name = machine.type_name(args[0]);
    Err(machine.type_error(&format!("'|=' is not supported by {name}; use '|' instead")))
}
