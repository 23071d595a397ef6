//! `range` and `slice`.

use super::{compare, is_missing};
use crate::data::int::Int;
use crate::data::range::Range as Progression;
use crate::data::slice::big_indices;
use crate::state::{Data, Machine, Outcome, Type, Value};
use spec::ast::Kind;

builtins! { RANGE, "range";
    "__new__" "cls, start:index, stop:index=, step:index=, /" leaf(new_range) "The ints from start to stop, exclusive, by step.";
    "count" "self, value, /" leaf_or(range_count, "range_count") "How often a value is among the ints.";
    "index" "self, value, /" leaf_or(range_index, "range_index") "The index of an int.";
    "__contains__" "self, key, /" leaf_or(range_contains, "range___contains__") "Whether a value is among the ints.";
    "__getitem__" "self, key, /" leaf_or(range_getitem, "range___getitem__") "The int at an index, or a range of a slice's ints.";
    "__len__" "self, /" leaf(range_len) "How many ints there are.";
    "__bool__" "self, /" leaf(range_bool) "Whether there is an int.";
    "__iter__" "self, /" leaf(range_iter) "An iterator over the ints.";
    "__reversed__" "self, /" leaf(range_reversed) "An iterator over the ints from the last to the first.";
    "__eq__" "self, value, /" leaf(range_eq) "Whether both give the same ints.";
    "__ne__" "self, value, /" leaf(range_ne) "Whether the ints differ.";
    "__hash__" "self, /" leaf(range_hash) "The hash, equal for ranges that give the same ints.";
    "__repr__" "self, /" leaf_or(range_repr, "range_repr") "How the range is made.";
    "__reduce__" "self, /" leaf(range_reduce) "What makes a copy.";
}

attributes! { RANGE_PARTS, "range";
    "start" get(|m, args| range_part(m, args, 0)) set(readonly) "The first int, if there is one.";
    "stop" get(|m, args| range_part(m, args, 1)) set(readonly) "Where the ints end, exclusive.";
    "step" get(|m, args| range_part(m, args, 2)) set(readonly) "The distance between two ints.";
}

builtins! { SLICE, "slice";
    "__new__" "cls, start, stop=, step=, /" leaf(new_slice_object) "A slice object, as `a[start:stop:step]` makes it.";
    "indices" "self, object, /" leaf_or(slice_indices, "slice_indices") "Start, stop and step for a sequence of some length.";
    "__eq__" "self, value, /" leaf_or(|m, args| compare_slices(m, args, Kind::Eq), "slice___eq__") "Whether start, stop and step are equal.";
    "__ne__" "self, value, /" leaf_or(|m, args| compare_slices(m, args, Kind::NotEq), "slice___ne__") "Whether one of them differs.";
    "__lt__" "self, value, /" leaf_or(|m, args| compare_slices(m, args, Kind::Lt), "slice___lt__") "The order of the tuples of start, stop and step.";
    "__le__" "self, value, /" leaf_or(|m, args| compare_slices(m, args, Kind::LtE), "slice___lt__") "The order of the tuples of start, stop and step.";
    "__gt__" "self, value, /" leaf_or(|m, args| compare_slices(m, args, Kind::Gt), "slice___lt__") "The order of the tuples of start, stop and step.";
    "__ge__" "self, value, /" leaf_or(|m, args| compare_slices(m, args, Kind::GtE), "slice___lt__") "The order of the tuples of start, stop and step.";
    "__hash__" "self, /" leaf(slice_hash) "The hash, which combines those of start, stop and step.";
    "__repr__" "self, /" leaf_or(slice_repr, "slice_repr") "How the slice is made.";
    "__reduce__" "self, /" leaf(slice_reduce) "What makes a copy.";
}

attributes! { SLICE_PARTS, "slice";
    "start" get(|m, args| slice_part(m, args, 0)) set(readonly) "The lower bound.";
    "stop" get(|m, args| slice_part(m, args, 1)) set(readonly) "The upper bound, exclusive.";
    "step" get(|m, args| slice_part(m, args, 2)) set(readonly) "The step.";
}

fn new_range(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[_, first, second, step] = args else { return Ok(Value::NONE) };
    let (start, stop) = if second.is_nothing() { (Value::ZERO, first) } else { (first, second) };
    let step = step.present().unwrap_or(Value::small(1));
    let [Some(start), Some(stop), Some(step)] = [start, stop, step].map(|part| machine.integer(part)) else {
        return Ok(Value::NOTHING);
    };
    let range = machine.lift(Progression::new(start, stop, step))?;
    Ok(machine.new_range(range))
}

/// Whether comparing a value with ints needs no code of the program, and it can equal one only as an int.
fn is_plain_int(machine: &Machine, value: Value) -> bool {
    machine.is_integer(value) && machine.exact_type(value).is_some()
}

fn range_count(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !is_plain_int(machine, args[1]) {
        return Ok(Value::NOTHING);
    }
    Ok(Value::small(machine.range_has(args[0], args[1]) as i64))
}

fn range_index(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !is_plain_int(machine, args[1]) {
        return Ok(Value::NOTHING);
    }
    let (Some(range), Some(number)) = (machine.progression(args[0]), machine.integer(args[1])) else {
        return Ok(Value::NOTHING);
    };
    let index = machine.lift(range.index(&number))?;
    Ok(machine.heap.new_integer(index))
}

fn range_contains(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !is_plain_int(machine, args[1]) {
        return Ok(Value::NOTHING);
    }
    Ok(Value::bool(machine.range_has(args[0], args[1])))
}

fn range_getitem(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.sequence_item(args[0], args[1])
}

fn range_part(machine: &mut Machine, args: &[Value], part: usize) -> Outcome {
    Ok(match machine.heap.get(args[0]) {
        Some(Data::Range(range)) => [range.start, range.stop, range.step, range.len][part],
        _ => Value::NONE,
    })
}

fn range_len(machine: &mut Machine, args: &[Value]) -> Outcome {
    let len = range_part(machine, args, 3)?;
    if machine.small_integer(len).is_none() {
        return Err(machine.overflow_error("Python int too large to convert to C ssize_t"));
    }
    Ok(len)
}

fn range_bool(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::bool(range_part(machine, args, 3)? != Value::ZERO))
}

fn range_iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(machine.iterator_over(Type::Range, args[0]))
}

fn range_reversed(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(range) = machine.progression(args[0]) else { return Ok(Value::NONE) };
    let reversed = machine.new_range(range.reversed());
    Ok(machine.iterator_over(Type::Range, reversed))
}

fn range_eq(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_exact(args[1], Type::Range) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(Value::bool(machine.equal_ranges(args[0], args[1])))
}

fn range_ne(machine: &mut Machine, args: &[Value]) -> Outcome {
    let equal = range_eq(machine, args)?;
    Ok(if equal.is_bool() { Value::bool(!equal.is_true()) } else { equal })
}

fn range_hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let hash = machine.range_hash(args[0]).unwrap_or(0);
    Ok(machine.heap.new_int(hash))
}

fn range_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

fn range_reduce(machine: &mut Machine, args: &[Value]) -> Outcome {
    let parts = [0, 1, 2].map(|part| range_part(machine, args, part).unwrap_or(Value::NONE));
    let parts = machine.heap.new_tuple(parts);
    Ok(machine.heap.new_tuple([Type::Range.value(), parts]))
}

fn new_slice_object(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[_, first, second, step] = args else { return Ok(Value::NONE) };
    let (start, stop) = if second.is_nothing() { (Value::NONE, first) } else { (first, second) };
    let parts = [start, stop, step.present().unwrap_or(Value::NONE)];
    Ok(machine.heap.new_object(Type::Slice, Data::Slice(Box::new(parts))))
}

fn slice_part(machine: &mut Machine, args: &[Value], part: usize) -> Outcome {
    Ok(match machine.heap.get(args[0]) {
        Some(Data::Slice(parts)) => parts[part],
        _ => Value::NONE,
    })
}

fn readonly(machine: &mut Machine, _: &[Value]) -> Outcome {
    Err(machine.exception(Type::AttributeError, "readonly attribute"))
}

fn slice_indices(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(Data::Slice(parts)) = machine.heap.get(args[0]) else { return Ok(Value::NONE) };
    let parts = **parts;
    let bounds = parts.map(|part| machine.integer(part).map(|int| int.to_big()));
    let is_unknown = |(&part, bound): (&Value, &Option<_>)| !is_missing(part) && Option::is_none(bound);
    let Some(len) = machine.integer(args[1]) else { return Ok(Value::NOTHING) };
    if parts.iter().zip(&bounds).any(is_unknown) {
        return Ok(Value::NOTHING);
    }
    let [start, stop, step] = bounds;
    let indices = machine.lift(big_indices(start.as_ref(), stop.as_ref(), step.as_ref(), &len.to_big()))?;
    let indices = indices.map(|index| machine.heap.new_integer(Int::from(index)));
    Ok(machine.heap.new_tuple(indices))
}

/// Slices are compared like the tuples of their parts.
fn compare_slices(machine: &mut Machine, args: &[Value], op: Kind) -> Outcome {
    let (Some(Data::Slice(left)), Some(Data::Slice(right))) =
        (machine.heap.get(args[0]), machine.heap.get(args[1]))
    else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (left, right) = (**left, **right);
    let tuples = [machine.heap.new_tuple(left), machine.heap.new_tuple(right)];
    compare(machine, &tuples, Type::Tuple, op)
}

fn slice_hash(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(Data::Slice(parts)) = machine.heap.get(args[0]) else { return Ok(Value::NONE) };
    let parts = **parts;
    let mut hashes = [0; 3];
    for (hash, part) in hashes.iter_mut().zip(parts) {
        *hash = match machine.key_hash(part) {
            Some(hash) => hash,
            None => return Err(machine.type_error_about("unhashable type: ", part, "")),
        };
    }
    let [start, stop, step] = hashes;
    Ok(machine.heap.new_int(crate::data::hash::of_slice(start, stop, step)))
}

fn slice_repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}

fn slice_reduce(machine: &mut Machine, args: &[Value]) -> Outcome {
    let parts = [0, 1, 2].map(|part| slice_part(machine, args, part).unwrap_or(Value::NONE));
    let parts = machine.heap.new_tuple(parts);
    Ok(machine.heap.new_tuple([Type::Slice.value(), parts]))
}
