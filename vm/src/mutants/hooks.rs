//! What the VM's own parts do wrongly when a mutant is switched on.

use super::Mutant::*;
use super::is_on;
use semantics::data::int::Int;
use semantics::state::{Machine, Thrown, Type, Value};
use spec::ast::Kind;

/// Whether two constants are one by mistake.
pub(crate) fn are_merged(a: Value, b: Value) -> bool {
    let is_zero = |value: Value| value.as_float() == Some(0.0);
    let is_pair =
        |a: Value, b: Value| (a.is_true() && b == Value::small(1)) || (a == Value::FALSE && b == Value::ZERO);
    is_on(ZerosMerged) && is_zero(a) && is_zero(b)
        || is_on(TrueAndOneMerged) && (is_pair(a, b) || is_pair(b, a))
}

/// A wrong result of an operator on two small ints.
pub(crate) fn wrong_ints(op: Kind, x: i64, y: i64) -> Option<Value> {
    let result = match op {
        Kind::Add if is_on(SmallIntsWrap) => x.wrapping_add(y),
        Kind::Sub if is_on(SmallIntsWrap) => x.wrapping_sub(y),
        Kind::Mult if is_on(SmallIntsWrap) => x.wrapping_mul(y),
        Kind::FloorDiv if is_on(FloorDivisionTruncates) && y != 0 => x / y,
        Kind::Mod if is_on(ModuloKeepsSign) && y != 0 => x % y,
        Kind::RShift if is_on(ShiftCountWraps) && y >= 64 => x >> (y % 64),
        Kind::LShift if is_on(ShiftCountWraps) && y >= 64 => x.wrapping_shl(y as u32 % 64),
        _ => return None,
    };
    Some(Value::small(result))
}

/// A wrong result of an operator on two floats.
pub(crate) fn wrong_floats(op: Kind, x: f64, y: f64) -> Option<Value> {
    match op {
        Kind::Div if is_on(DivisionByZeroPasses) && y == 0.0 => Some(Value::float(x / y)),
        Kind::Mult if is_on(ZeroProductUnsigned) => Some(Value::float(x * y + 0.0)),
        _ => None,
    }
}

/// A wrong result of an operator, in place of the right one.
pub(crate) fn wrong_result(machine: &mut Machine, right: Value) -> Value {
    match machine.integer(right) {
        Some(Int::Wide(wide)) if is_on(IntsWrap) && machine.is_exact(right, Type::Int) => {
            machine.heap.new_int(i128::from(wide) as i64)
        }
        _ => right,
    }
}

/// A wrong result of a comparison.
pub(crate) fn wrong_comparison(machine: &mut Machine, op: Kind, a: Value, b: Value) -> Option<Value> {
    let result = match op {
        Kind::In | Kind::NotIn if is_on(MembershipByIdentity) => {
            let items = match machine.exact_type(b)? {
                Type::List => machine.list_items(b),
                Type::Tuple => machine.tuple_items(b),
                _ => return None,
            };
            items.contains(&a) == (op == Kind::In)
        }
        Kind::Eq | Kind::NotEq if is_on(DictsEqualInOrder) => {
            let are_dicts = machine.is_exact(a, Type::Dict) && machine.is_exact(b, Type::Dict);
            let (left, right) = (machine.dict(a).filter(|_| are_dicts)?, machine.dict(b)?);
            let keys_differ = left.iter().zip(right.iter()).any(|(left, right)| left.key != right.key);
            if !keys_differ {
                return None;
            }
            op == Kind::NotEq
        }
        _ if is_on(IntsComparedAsFloats) => compared_as_floats(machine, op, a, b)?,
        _ => return None,
    };
    Some(Value::bool(result))
}

fn compared_as_floats(machine: &Machine, op: Kind, a: Value, b: Value) -> Option<bool> {
    if !a.is_float() && !b.is_float() {
        return None;
    }
    let number = |value: Value| value.as_float().or_else(|| machine.integer(value)?.to_f64().ok());
    let (x, y) = (number(a)?, number(b)?);
    Some(match op {
        Kind::Lt => x < y,
        Kind::LtE => x <= y,
        Kind::Gt => x > y,
        Kind::GtE => x >= y,
        Kind::Eq => x == y,
        Kind::NotEq => x != y,
        _ => return None,
    })
}

/// A wrong item.
pub(crate) fn wrong_item(machine: &mut Machine, container: Value, key: Value) -> Option<Value> {
    let index = key.as_int()?;
    if is_on(NegativeIndexWraps) && index < 0 && machine.is_exact(container, Type::List) {
        let items = machine.list_items(container);
        return items.get(index.checked_rem_euclid(items.len() as i64)? as usize).copied();
    }
    if is_on(StringsInUtf16) && machine.is_exact(container, Type::Str) {
        let mut units: Vec<u32> = Vec::new();
        for point in machine.text(container)?.code_points() {
            match point.checked_sub(0x10000) {
                Some(high) => units.extend([0xD800 + (high >> 10), 0xDC00 + (high & 0x3FF)]),
                None => units.push(point),
            }
        }
        let index = if index < 0 { index + units.len() as i64 } else { index };
        let unit = *units.get(usize::try_from(index).ok()?)?;
        return Some(machine.heap.character(unit));
    }
    None
}

/// The parts of a slice that are used instead of these.
pub(crate) fn spoiled_slice([start, stop, step]: [Value; 3]) -> [Value; 3] {
    match step.as_int() {
        Some(int) if is_on(StepSignLost) => [start, stop, Value::small(int.abs())],
        _ => [start, stop, step],
    }
}

/// What is iterated instead of this.
pub(crate) fn iterated_instead(machine: &mut Machine, iterable: Value) -> Value {
    if is_on(LoopCopiesList) && machine.is_exact(iterable, Type::List) {
        let items = machine.list_items(iterable).to_vec();
        return machine.heap.new_list(items);
    }
    iterable
}

/// The next item of one of the most common iterators, unless its end is to be spoiled.
pub(crate) fn next_item_quickly(machine: &mut Machine, iterator: Value) -> Value {
    if is_on(IteratorRevives) { Value::NOTHING } else { machine.next_item_quickly(iterator) }
}

/// The next item of a built-in iterator.
pub(crate) fn next_item(machine: &mut Machine, iterator: Value) -> Result<Value, Thrown> {
    let before = machine.iteration(iterator).cloned();
    let item = machine.next_item(iterator);
    if is_on(DictChangeUnnoticed) && item.is_err() {
        return Ok(Value::NOTHING);
    }
    if is_on(IteratorRevives)
        && item.as_ref().is_ok_and(|item| item.is_nothing())
        && let Some(before) = before
        && let Some(iteration) = machine.iteration_mut(iterator)
    {
        *iteration = before;
    }
    item
}

/// Arguments that came from defaults, from one slot to another, are made anew.
pub(crate) fn spoil_defaults(machine: &mut Machine, from: usize, to: usize) {
    if !is_on(DefaultsMadeAnew) {
        return;
    }
    for slot in from..to {
        let value = machine.thread.slots[slot];
        let class = machine.exact_type(value);
        if let (Some(class @ (Type::List | Type::Dict)), Some(data)) =
            (class, machine.heap.get(value).cloned())
        {
            machine.thread.slots[slot] = machine.heap.new_object(class, data);
        }
    }
}

/// The label that a jump out really goes to.
pub(crate) fn label_instead(label: &'static str) -> &'static str {
    if label == "Continue" && is_on(ContinueIsBreak) { "Break" } else { label }
}

/// Whether a jump out to this label forgets `finally`.
pub(crate) fn forgets_finally(label: &str) -> bool {
    match label {
        "Return" => is_on(FinallySkippedOnReturn),
        "Break" => is_on(FinallySkippedOnBreak),
        "Continue" => is_on(FinallySkippedOnContinue),
        _ => false,
    }
}
