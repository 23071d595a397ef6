//! Operators: what is decided by the operands' words, and the primitives behind the rest.

use super::{Vm, is_exact};
use crate::seeded;
use semantics::objects::dicts::Found;
use semantics::primitives;
use semantics::rules::language::Operation;
use semantics::rules::link::RULES;
use semantics::state::{Machine, RuleId, Thrown, Type, Value};
use spec::ast::Kind;
use std::sync::LazyLock;

/// The rules that specialized instructions stand for.
pub(super) struct Known {
    pub binary: RuleId,
    pub inplace: RuleId,
    pub unary: RuleId,
    pub compare: RuleId,
    pub truth: RuleId,
    pub getattr: RuleId,
    pub setattr: RuleId,
    pub getitem: RuleId,
    pub setitem: RuleId,
    pub call: RuleId,
    pub iter: RuleId,
    pub next: RuleId,
    pub pull: RuleId,
    pub send: RuleId,
    pub unpack: RuleId,
    pub builtin_next: RuleId,
    pub iterator_next: RuleId,
    pub generator_send: RuleId,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let rule = |id: &str| match RULES.named(id) {
        Some(rule) => rule,
        None => unreachable!("there is a rule {id}"),
    };
    Known {
        binary: rule("operator.binary"),
        inplace: rule("operator.inplace"),
        unary: rule("operator.unary"),
        compare: rule("operator.compare"),
        truth: rule("convert.truth"),
        getattr: rule("attribute.get"),
        setattr: rule("attribute.set"),
        getitem: rule("container.getitem"),
        setitem: rule("container.setitem"),
        call: rule("call"),
        iter: rule("iteration.iter"),
        next: rule("iteration.next"),
        pull: rule("iteration.pull"),
        send: rule("generator.delegate.send"),
        unpack: rule("iteration.unpack"),
        builtin_next: rule("builtin.next"),
        iterator_next: rule("iterator.next"),
        generator_send: rule("generator.send"),
    }
});

/// Does what a primitive does.
#[inline]
pub(super) fn primitive(
    operation: &'static Operation,
    machine: &mut Machine,
    inputs: &[Value],
) -> Result<Value, Thrown> {
    match operation {
        Operation::Primitive(primitive) => (primitive.run)(machine, inputs),
        other => unreachable!("{} is no primitive", other.name()),
    }
}

impl Vm<'_> {
    /// Whether two values are equal, where both are strings or no objects, and no floats.
    #[inline(always)]
    pub(super) fn equal_simply(&self, x: Value, y: Value) -> Option<bool> {
        if x.is_int() && y.is_int() {
            return Some(x == y);
        }
        self.equal_strings(x, y)
    }

    #[inline(never)]
    fn equal_strings(&self, x: Value, y: Value) -> Option<bool> {
        let are_strings = is_exact(self.machine, x, Type::Str) && is_exact(self.machine, y, Type::Str);
        are_strings.then(|| x == y || self.machine.same_text(x, y))
    }

    #[inline(always)]
    pub(super) fn rules(&self) -> &'static Known {
        &KNOWN
    }

    #[inline(never)]
    pub(super) fn binary(&mut self, op: Value, a: Value, b: Value) -> Result<Value, Thrown> {
        match fast_binary(op.as_kind(), a, b) {
            Some(result) => Ok(result),
            None => {
                let result = match self.concatenation(op, a, b)? {
                    Value::NOTHING => primitive(primitives::binary_builtin(), self.machine, &[op, a, b])?,
                    result => result,
                };
                Ok(seeded::wrong_result(self.machine, result))
            }
        }
    }

    #[inline(never)]
    pub(super) fn inplace(&mut self, op: Value, a: Value, b: Value) -> Result<Value, Thrown> {
        match fast_binary(op.as_kind(), a, b) {
            Some(result) => Ok(result),
            None => match self.concatenation(op, a, b)? {
                Value::NOTHING => primitive(primitives::inplace_builtin(), self.machine, &[op, a, b]),
                result => Ok(result),
            },
        }
    }

    /// `a + b` for two strings; otherwise nothing.
    #[inline]
    fn concatenation(&mut self, op: Value, a: Value, b: Value) -> Result<Value, Thrown> {
        if op.as_kind() == Kind::Add { self.machine.concat_strings(a, b) } else { Ok(Value::NOTHING) }
    }

    #[inline(never)]
    pub(super) fn unary(&mut self, op: Value, a: Value) -> Result<Value, Thrown> {
        primitive(primitives::unary_builtin(), self.machine, &[op, a])
    }

    #[inline(never)]
    pub(super) fn compare(&mut self, op: Value, a: Value, b: Value) -> Result<Value, Thrown> {
        if let Some(result) = seeded::wrong_comparison(self.machine, op.as_kind(), a, b) {
            return Ok(result);
        }
        match op.as_kind() {
            Kind::In | Kind::NotIn => {
                let is_negated = op.as_kind() == Kind::NotIn;
                match self.find_in_dict(b, a) {
                    Found::At(_) => return Ok(Value::bool(!is_negated)),
                    Found::Absent => return Ok(Value::bool(is_negated)),
                    Found::Ask => {}
                }
                let found = primitive(primitives::contains_builtin(), self.machine, &[b, a])?;
                Ok(if found.is_bool() { Value::bool(found.is_true() != is_negated) } else { Value::NOTHING })
            }
            _ => primitive(primitives::compare_builtin(), self.machine, &[op, a, b]),
        }
    }

    #[inline(always)]
    pub(super) fn truth(&mut self, value: Value) -> Result<Value, Thrown> {
        if value.is_bool() {
            return Ok(value);
        }
        if let Some(int) = value.as_int() {
            return Ok(Value::bool(int != 0));
        }
        primitive(primitives::truth_builtin(), self.machine, &[value])
    }
}

/// A binary operator on two small ints or two floats, if the result is as simple.
#[inline(always)]
pub(super) fn fast_binary(op: Kind, x: Value, y: Value) -> Option<Value> {
    if let Some((x, y)) = Value::ints(x, y) {
        if let Some(result) = seeded::wrong_ints(op, x, y) {
            return Some(result);
        }
        return match op {
            Kind::Add => Value::try_int(x + y),
            Kind::Sub => Value::try_int(x - y),
            Kind::Mult => Value::try_int(x.checked_mul(y)?),
            Kind::Mod if y > 0 => Some(Value::small(x.rem_euclid(y))),
            Kind::FloorDiv if y > 0 => Some(Value::small(x.div_euclid(y))),
            Kind::BitAnd => Some(Value::small(x & y)),
            Kind::BitOr => Some(Value::small(x | y)),
            Kind::BitXor => Some(Value::small(x ^ y)),
            Kind::RShift if (0..64).contains(&y) => Some(Value::small(x >> y)),
            Kind::LShift if (0..14).contains(&y) => Value::try_int(x << y),
            Kind::Div if y != 0 && x.abs() < 1 << 53 && y.abs() < 1 << 53 => {
                Some(Value::float(x as f64 / y as f64))
            }
            _ => None,
        };
    }
    let (x, y) = mixed_floats(x, y)?;
    if let Some(result) = seeded::wrong_floats(op, x, y) {
        return Some(result);
    }
    match op {
        Kind::Add => Some(Value::float(x + y)),
        Kind::Sub => Some(Value::float(x - y)),
        Kind::Mult => Some(Value::float(x * y)),
        Kind::Div if y != 0.0 => Some(Value::float(x / y)),
        _ => None,
    }
}

/// Two floats, or a float and a small int.
#[inline(always)]
fn mixed_floats(x: Value, y: Value) -> Option<(f64, f64)> {
    let number = |value: Value| match value.as_float() {
        Some(float) => Some(float),
        None => value.as_int().map(|int| int as f64),
    };
    if !x.is_float() && !y.is_float() {
        return None;
    }
    Some((number(x)?, number(y)?))
}

/// A comparison of two small ints or two floats, or of the identities of what is no float.
#[inline(always)]
pub(super) fn fast_compare(op: u8, x: Value, y: Value) -> Option<bool> {
    if let Some(order) = fast_order(op, x, y) {
        return Some(order);
    }
    if x.is_float() || y.is_float() { None } else { fast_identity(Kind::ALL[op as usize], x == y) }
}

/// The same without identities.
#[inline(always)]
pub(super) fn fast_order(op: u8, x: Value, y: Value) -> Option<bool> {
    let op = Kind::ALL[op as usize];
    if let Some((x, y)) = Value::ints(x, y) {
        return match op {
            Kind::Lt => Some(x < y),
            Kind::LtE => Some(x <= y),
            Kind::Gt => Some(x > y),
            Kind::GtE => Some(x >= y),
            Kind::Eq => Some(x == y),
            Kind::NotEq => Some(x != y),
            _ => None,
        };
    }
    let (x, y) = Value::floats(x, y)?;
    if mutant!(NanEqualsItself) && x.is_nan() && y.is_nan() {
        return Some(matches!(op, Kind::Eq | Kind::LtE | Kind::GtE));
    }
    match op {
        Kind::Lt => Some(x < y),
        Kind::LtE => Some(x <= y),
        Kind::Gt => Some(x > y),
        Kind::GtE => Some(x >= y),
        Kind::Eq => Some(x == y),
        Kind::NotEq => Some(x != y),
        _ => None,
    }
}

fn fast_identity(op: Kind, same: bool) -> Option<bool> {
    match op {
        Kind::Is => Some(same),
        Kind::IsNot => Some(!same),
        _ => None,
    }
}
