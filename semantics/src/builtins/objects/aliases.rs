//! Generic aliases such as `list[int]`, and unions such as `int | str` (Library Reference 4.12).

use crate::state::{Alias, Builtin, Data, GetSet, Machine, Outcome, Type, Value};

pub const TABLES: [&[Builtin]; 2] = [ALIAS, UNION];
pub const ATTRIBUTE_TABLES: [&[GetSet]; 2] = [ALIAS_ATTRIBUTES, UNION_ATTRIBUTES];

builtins! { ALIAS, "types.GenericAlias";
    "__new__" "cls, origin, args, /" leaf(alias_new) "A class with arguments.";
    "__repr__" "self, /" prelude("alias_repr") "The class, and the arguments in brackets.";
    "__call__" "self, *args, **kwargs" prelude("alias_call") "Calls the class.";
    "__getattribute__" "self, name, /" prelude("alias_getattribute") "The attribute of the class.";
    "__getitem__" "self, key, /" prelude("alias_getitem") "The alias with its type variables replaced.";
    "__eq__" "self, value, /" prelude("alias_eq") "Whether both have the same class and equal arguments.";
    "__hash__" "self, /" prelude("alias_hash") "A hash of the class and the arguments.";
    "__iter__" "self, /" prelude("alias_iter") "The alias unpacked, once.";
    "__or__" "self, value, /" leaf(type_or) "A union.";
    "__ror__" "self, value, /" leaf(type_ror) "A union.";
    "__mro_entries__" "self, bases, /" prelude("alias_mro_entries") "The class as a base.";
    "__instancecheck__" "self, instance, /" prelude("alias_instancecheck") "Not allowed.";
    "__subclasscheck__" "self, cls, /" prelude("alias_subclasscheck") "Not allowed.";
    "__reduce__" "self, /" prelude("alias_reduce") "What makes an equal alias.";
    "__dir__" "self, /" prelude("alias_dir") "The names of the class's attributes and its own.";
}

attributes! { ALIAS_ATTRIBUTES, "types.GenericAlias";
    "__origin__" get(|machine, args| Ok(alias(machine, args[0]).origin)) set(none) "The class.";
    "__args__" get(|machine, args| Ok(alias(machine, args[0]).arguments)) set(none) "The arguments.";
    "__unpacked__" get(|machine, args| Ok(Value::bool(alias(machine, args[0]).is_unpacked))) set(none) "Whether it stands for its arguments one by one.";
}

builtins! { UNION, "types.UnionType";
    "__or__" "self, value, /" leaf(type_or) "A union with one member more.";
    "__ror__" "self, value, /" leaf(type_ror) "A union with one member more.";
    "__eq__" "self, value, /" prelude("union_eq") "Whether both have the same members.";
    "__hash__" "self, /" prelude("union_hash") "A hash of the members.";
    "__repr__" "self, /" prelude("union_repr") "The members, with bars between.";
    "__getattribute__" "self, name, /" prelude("union_getattribute") "The attribute.";
    "__getitem__" "self, key, /" prelude("union_getitem") "The union with its type variables replaced.";
    "__instancecheck__" "self, instance, /" prelude("union_instancecheck") "Whether an object is an instance of a member.";
    "__subclasscheck__" "self, cls, /" prelude("union_subclasscheck") "Whether a class is derived from a member.";
}

attributes! { UNION_ATTRIBUTES, "types.UnionType";
    "__args__" get(union_args) set(none) "The members.";
}

builtins! { HELPERS, "_prelude";
    "_unpacked" "alias, /" leaf(unpacked) "The alias that stands for its arguments one by one.";
    "_union" "members, /" leaf(|machine, args| Ok(machine.new_union(args[0]))) "A union of these members, a tuple.";
}

fn alias(machine: &Machine, value: Value) -> Alias {
    match machine.heap.get(value) {
        Some(Data::GenericAlias(alias)) => (**alias).clone(),
        _ => unreachable!("methods are called on instances of their class"),
    }
}

fn alias_new(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.new_generic_alias(args[1], args[2]))
}

fn unpacked(machine: &mut Machine, args: &[Value]) -> Outcome {
    let alias = Alias { is_unpacked: true, ..alias(machine, args[0]) };
    Ok(machine.heap.new_object(Type::GenericAlias, Data::GenericAlias(Box::new(alias))))
}

/// The members of a union, of a class the class itself; `None` stands for its class. Nothing else can be a member.
fn members(machine: &Machine, value: Value) -> Option<Vec<Value>> {
    if value.is_none() {
        return Some(vec![Type::NoneType.value()]);
    }
    match machine.heap.get(value)? {
        Data::Class(_) | Data::GenericAlias(_) => Some(vec![value]),
        &Data::Union(members) => Some(machine.tuple_items(members).to_vec()),
        _ => None,
    }
}

/// Whether two members of a union are the same: of aliases, equal.
fn is_same(machine: &Machine, a: Value, b: Value) -> bool {
    match (machine.heap.get(a), machine.heap.get(b)) {
        (Some(Data::GenericAlias(left)), Some(Data::GenericAlias(right))) => {
            left.origin == right.origin
                && left.is_unpacked == right.is_unpacked
                && machine.key_equal(left.arguments, right.arguments).unwrap_or(false)
        }
        _ => a == b,
    }
}

fn union_of(machine: &mut Machine, first: Value, second: Value) -> Outcome {
    let (Some(first), Some(second)) = (members(machine, first), members(machine, second)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let mut all: Vec<Value> = Vec::new();
    for member in first.into_iter().chain(second) {
        if !all.iter().any(|&other| is_same(machine, other, member)) {
            all.push(member);
        }
    }
    if let [single] = all[..] {
        return Ok(single);
    }
    let members = machine.heap.new_tuple(all);
    Ok(machine.new_union(members))
}

/// `class | other`.
pub fn type_or(machine: &mut Machine, args: &[Value]) -> Outcome {
    union_of(machine, args[0], args[1])
}

/// `other | class`.
pub fn type_ror(machine: &mut Machine, args: &[Value]) -> Outcome {
    union_of(machine, args[1], args[0])
}

fn union_args(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(match machine.heap.get(args[0]) {
        Some(&Data::Union(members)) => members,
        _ => Value::NONE,
    })
}

impl Machine {
    /// A generic alias such as `list[int]`.
    pub fn new_generic_alias(&mut self, origin: Value, arguments: Value) -> Value {
        let arguments = match self.heap.get(arguments) {
            Some(Data::Tuple(_) | Data::Pair(_)) => arguments,
            _ => self.heap.new_tuple([arguments]),
        };
        let alias = Alias { origin, arguments, is_unpacked: false };
        self.heap.new_object(Type::GenericAlias, Data::GenericAlias(Box::new(alias)))
    }

    /// A union of the members in a tuple.
    pub fn new_union(&mut self, members: Value) -> Value {
        self.heap.new_object(Type::UnionType, Data::Union(members))
    }
}
