//! Operators: what the protocols of sections 3.3.1 and 3.3.8 of the Language Reference ask.

use crate::builtins::strings::percent;
use crate::objects::order_satisfies;
use crate::primitives;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value, names};
use spec::ast::Kind;

/// A binary operator: how it is written, and its methods.
struct Operator {
    kind: Kind,
    sign: &'static str,
    method: Value,
    reflected: Value,
    inplace: Value,
}

macro_rules! operators {
    ($($kind:ident $sign:literal $method:ident $reflected:ident $inplace:ident;)*) => {
        const OPERATORS_BY_KIND: &[Operator] = &[$(Operator {
            kind: Kind::$kind,
            sign: $sign,
            method: names::$method,
            reflected: names::$reflected,
            inplace: names::$inplace,
        },)*];
    };
}

operators! {
    Add "+" __add__ __radd__ __iadd__;
    Sub "-" __sub__ __rsub__ __isub__;
    Mult "*" __mul__ __rmul__ __imul__;
    MatMult "@" __matmul__ __rmatmul__ __imatmul__;
    Div "/" __truediv__ __rtruediv__ __itruediv__;
    Mod "%" __mod__ __rmod__ __imod__;
    Pow "**" __pow__ __rpow__ __ipow__;
    LShift "<<" __lshift__ __rlshift__ __ilshift__;
    RShift ">>" __rshift__ __rrshift__ __irshift__;
    BitOr "|" __or__ __ror__ __ior__;
    BitXor "^" __xor__ __rxor__ __ixor__;
    BitAnd "&" __and__ __rand__ __iand__;
    FloorDiv "//" __floordiv__ __rfloordiv__ __ifloordiv__;
}

fn operator(op: Value) -> &'static Operator {
    let kind = op.as_kind();
    let found = OPERATORS_BY_KIND.iter().find(|operator| operator.kind == kind);
    found.unwrap_or_else(|| unreachable!("{kind:?} is no binary operator"))
}

/// The method of a rich comparison, and the one that the right operand has for it.
fn comparison_methods(op: Value) -> (Value, Value) {
    match op.as_kind() {
        Kind::Eq => (names::__eq__, names::__eq__),
        Kind::NotEq => (names::__ne__, names::__ne__),
        Kind::Lt => (names::__lt__, names::__gt__),
        Kind::LtE => (names::__le__, names::__ge__),
        Kind::Gt => (names::__gt__, names::__lt__),
        Kind::GtE => (names::__ge__, names::__le__),
        other => unreachable!("{other:?} is no rich comparison"),
    }
}

fn comparison_sign(op: Kind) -> &'static str {
    match op {
        Kind::Eq => "==",
        Kind::NotEq => "!=",
        Kind::Lt => "<",
        Kind::LtE => "<=",
        Kind::Gt => ">",
        _ => ">=",
    }
}

/// The result for two ints of 50 bits, if it fits 64.
#[inline(always)]
fn small_ints(op: Kind, x: i64, y: i64) -> Option<i64> {
    Some(match op {
        Kind::Add => x + y,
        Kind::Sub => x - y,
        Kind::Mult => x.checked_mul(y)?,
        Kind::FloorDiv if y != 0 => x.div_euclid(y) - (y < 0 && x.rem_euclid(y) != 0) as i64,
        Kind::Mod if y != 0 => {
            let rest = x % y;
            if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest }
        }
        Kind::BitAnd => x & y,
        Kind::BitOr => x | y,
        Kind::BitXor => x ^ y,
        Kind::LShift if (0..13).contains(&y) => x << y,
        Kind::RShift if y >= 0 => x >> y.min(63),
        _ => return None,
    })
}

/// The classes whose `+` and `*` are operations of sequences, which come after those of numbers.
const SEQUENCES: [&str; 7] = ["list", "tuple", "str", "bytes", "bytearray", "deque", "array"];

impl Machine {
    fn binary_of_builtins(&mut self, op: Kind, a: Value, b: Value) -> Outcome {
        if let (Some(x), Some(y)) = (self.exact_number(a), self.exact_number(b)) {
            return if a.is_bool() && b.is_bool() {
                self.bool_operation(op, a, b)
            } else {
                self.number_operation(op, x, y)
            };
        }
        match op {
            Kind::Add if self.is_exact(a, Type::Str) && self.is_exact(b, Type::Str) => {
                self.concat_strings(a, b)
            }
            Kind::Add if self.is_exact_sequence(a) && self.is_exact_sequence(b) => {
                self.concat_sequences(a, b)
            }
            Kind::Mult if self.is_exact_sequence(a) && self.is_exact_int(b) => self.repeat_sequence(a, b),
            Kind::Mult if self.is_exact_sequence(b) && self.is_exact_int(a) => self.repeat_sequence(b, a),
            Kind::Mod if self.is_exact(a, Type::Str) => {
                let may_reflect = self.is_instance(b, Type::Str) && !self.is_exact(b, Type::Str);
                if may_reflect { Ok(Value::NOTHING) } else { percent::modulo(self, &[a, b]) }
            }
            _ => Ok(Value::NOTHING),
        }
    }

    /// `&`, `|` and `^` of two bools give a bool.
    pub fn bool_operation(&mut self, op: Kind, a: Value, b: Value) -> Outcome {
        let (x, y) = (a.is_true(), b.is_true());
        Ok(match op {
            Kind::BitAnd => Value::bool(x & y),
            Kind::BitOr => Value::bool(x | y),
            Kind::BitXor => Value::bool(x ^ y),
            _ => {
                let (x, y) = (Value::small(x as i64), Value::small(y as i64));
                return self.binary_of_builtins(op, x, y);
            }
        })
    }

    fn is_exact_sequence(&self, value: Value) -> bool {
        let class = self.heap.class_of(value);
        matches!(
            self.builtin_type(class),
            Some(Type::Str | Type::Bytes | Type::ByteArray | Type::List | Type::Tuple)
        )
    }

    fn is_exact_int(&self, value: Value) -> bool {
        value.is_int() || value.is_bool() || self.is_exact(value, Type::Int)
    }

    /// Whether a method is the `+`, `*`, `+=` or `*=` of a built-in sequence.
    fn is_sequence_method(&self, method: Value) -> bool {
        let Some(Data::Builtin(builtin)) = self.heap.get(method) else { return false };
        matches!(builtin.name, "__add__" | "__mul__" | "__rmul__" | "__iadd__" | "__imul__")
            && SEQUENCES.contains(&builtin.owner)
    }

    /// The method of a number's operator. That of a built-in sequence counts only in a subclass that has the other one
    /// of the pair `__add__` and `__radd__` as a method of its own.
    fn number_method_of(&mut self, value: Value, name: Value) -> Value {
        let method = self.special(value, name);
        if !self.is_sequence_method(method) {
            return method;
        }
        let partner = OPERATORS_BY_KIND.iter().find_map(|operator| match name {
            _ if name == operator.method => Some(operator.reflected),
            _ if name == operator.reflected => Some(operator.method),
            _ => None,
        });
        let partner = partner.map_or(Value::NOTHING, |name| self.special(value, name));
        if partner.is_nothing() || self.is_sequence_method(partner) { Value::NOTHING } else { method }
    }

    /// The `+` or `*` of a value that is a built-in sequence, unless the program has put a method in its place.
    fn sequence_operation(&mut self, value: Value, name: Value) -> Value {
        let method = self.special(value, name);
        // A method of the program for either of `__mul__` and `__rmul__` takes the place of both.
        let partner = if name == names::__mul__ { self.special(value, names::__rmul__) } else { method };
        if self.is_sequence_method(method) && self.is_sequence_method(partner) {
            method
        } else {
            Value::NOTHING
        }
    }

    /// `*` of a sequence wants an int, or an object with `__index__`.
    fn check_repetitions(&mut self, times: Value) -> Result<(), Thrown> {
        if self.is_integer(times) || self.special(times, names::__index__).is_present() {
            return Ok(());
        }
        let name = self.type_name(times);
        Err(self.type_error(&format!("can't multiply sequence by non-int of type '{name}'")))
    }

    fn is_proper_subclass_of(&self, b: Value, a: Value) -> bool {
        let (b, a) = (self.heap.class_of(b), self.heap.class_of(a));
        b != a && self.is_subclass(b, a)
    }

    /// Whether this is the built-in function `print`.
    fn is_print(&self, value: Value) -> bool {
        match self.heap.get(value) {
            Some(Data::Builtin(builtin)) => builtin.name == "print" && builtin.owner.is_empty(),
            Some(Data::Function(function)) => {
                function.is_builtin && self.same_text(function.name, names::print)
            }
            _ => false,
        }
    }

    #[cold]
    fn unsupported(&mut self, sign: &str, a: Value, b: Value, hint: &str) -> Value {
        let (left, right) = (self.type_name(a), self.type_name(b));
        self.type_error(&format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'{hint}")).0
    }
}

primitives! { OPERATORS;
    /// The result of a binary operator on values of built-in types; nothing if others are involved.
    fn binary_builtin(m, op, a, b) {
        let op = op.as_kind();
        if let Some((x, y)) = Value::ints(a, b) {
            if let Some(result) = small_ints(op, x, y) {
                return Ok(m.heap.new_int(result));
            }
        } else if let Some((x, y)) = Value::floats(a, b) {
            return m.float_operation(op, x, y);
        }
        m.binary_of_builtins(op, a, b)
    }
    /// The same for an augmented assignment: what can be changed in place has a method for it.
    fn inplace_builtin(m, op, a, b) {
        let op = op.as_kind();
        if let Some((x, y)) = Value::ints(a, b) {
            if let Some(result) = small_ints(op, x, y) {
                return Ok(m.heap.new_int(result));
            }
        } else if let Some((x, y)) = Value::floats(a, b) {
            return m.float_operation(op, x, y);
        }
        if let Some(Data::List(_) | Data::ByteArray(_)) = m.heap.get(a) {
            let is_quick = op == Kind::Add && m.is_exact(a, Type::List) && m.exact_type(b).is_some();
            return Ok(if is_quick && m.extend_list(a, b)? { a } else { Value::NOTHING });
        }
        m.binary_of_builtins(op, a, b)
    }
    /// The result of a unary operator on a number of a built-in type.
    fn unary_builtin(m, op, value) {
        let op = op.as_kind();
        match m.exact_number(value) {
            Some(number) => m.number_unary(op, number),
            None => Ok(Value::NOTHING),
        }
    }
    /// The result of `is` and `is not`, and of rich comparisons where no code of the program is involved.
    fn compare_builtin(m, op, a, b) {
        let op = op.as_kind();
        if let Some((x, y)) = Value::ints(a, b)
            && !matches!(op, Kind::Is | Kind::IsNot | Kind::In | Kind::NotIn)
        {
            return Ok(Value::bool(order_satisfies(op, Some(x.cmp(&y)))));
        }
        match op {
            Kind::Is => return Ok(Value::bool(a == b)),
            Kind::IsNot => return Ok(Value::bool(a != b)),
            Kind::In | Kind::NotIn => return Ok(Value::NOTHING),
            _ => {}
        }
        if let Some((x, y)) = Value::floats(a, b) {
            return Ok(Value::bool(order_satisfies(op, x.partial_cmp(&y))));
        }
        Ok(m.compare_values(op, a, b, 0).map_or(Value::NOTHING, Value::bool))
    }
    /// What is left where no method knows: `==` and `!=` compare identities, the others fail.
    fn compare_by_identity(m, op, a, b) {
        match op.as_kind() {
            Kind::Eq => Ok(Value::bool(a == b)),
            Kind::NotEq => Ok(Value::bool(a != b)),
            other => {
                let (sign, left, right) = (comparison_sign(other), m.type_name(a), m.type_name(b));
                Err(m.type_error(&format!("'{sign}' not supported between instances of '{left}' and '{right}'")))
            }
        }
    }
    /// The name of a binary operator's method.
    fn binary_name(m, op) { Ok(operator(op).method) }
    /// The in-place method of a value's class, unless it is the `+=` or `*=` of a built-in sequence, which come last
    /// (in CPython the inherited `+=` of a subclass does not).
    fn inplace_method(m, value, op) {
        let method = m.special(value, operator(op).inplace);
        let comes_last = m.is_sequence_method(method)
            && (op.as_kind() == Kind::Mult || m.exact_type(value).is_some());
        Ok(if comes_last { Value::NOTHING } else { method })
    }
    /// The name of a unary operator's method.
    fn unary_name(m, op) {
        Ok(match op.as_kind() {
            Kind::UAdd => names::__pos__,
            Kind::USub => names::__neg__,
            _ => names::__invert__,
        })
    }
    /// The name of a rich comparison's method.
    fn comparison_name(m, op) { Ok(comparison_methods(op).0) }
    /// The name of the method by which the right operand answers a rich comparison.
    fn swapped_name(m, op) { Ok(comparison_methods(op).1) }
    /// The method of a value's class, unless it is the `+` or `*` of a built-in sequence.
    fn number_method(m, value, name) { Ok(m.number_method_of(value, name)) }
    /// The right operand's reflected method; nothing if both operands are of one type.
    fn reflected_method(m, a, b, op, method) {
        if m.heap.class_of(a) == m.heap.class_of(b) {
            return Ok(Value::NOTHING);
        }
        Ok(m.number_method_of(b, operator(op).reflected))
    }
    /// Whether the right operand's type is a proper subclass of the left one's and overrides the reflected method.
    fn reflected_goes_first(m, a, b, reflected) {
        if reflected.is_nothing() || !m.is_proper_subclass_of(b, a) {
            return Ok(Value::FALSE);
        }
        let overrides = OPERATORS_BY_KIND.iter().any(|operator| {
            m.special(b, operator.reflected) == reflected && m.special(a, operator.reflected) != reflected
        });
        Ok(Value::bool(overrides))
    }
    /// The left operand's `+` or `*` if it is a built-in sequence.
    fn sequence_method(m, a, b, op) {
        let kind = op.as_kind();
        if !matches!(kind, Kind::Add | Kind::Mult) {
            return Ok(Value::NOTHING);
        }
        let method = m.sequence_operation(a, operator(op).method);
        if kind == Kind::Mult && method.is_present() {
            m.check_repetitions(b)?;
        }
        Ok(method)
    }
    /// The left operand's `+=` or `*=`, or else its `+` or `*`, if it is a built-in sequence.
    fn inplace_sequence_method(m, a, b, op) {
        let kind = op.as_kind();
        if !matches!(kind, Kind::Add | Kind::Mult) {
            return Ok(Value::NOTHING);
        }
        let inplace = m.sequence_operation(a, operator(op).inplace);
        let method = inplace.present().unwrap_or_else(|| m.sequence_operation(a, operator(op).method));
        if kind == Kind::Mult && method.is_present() {
            m.check_repetitions(b)?;
        }
        Ok(method)
    }
    /// The right operand's `*` if it is a built-in sequence.
    fn swapped_repeat_method(m, a, b, op) {
        if op.as_kind() != Kind::Mult {
            return Ok(Value::NOTHING);
        }
        let method = m.sequence_operation(b, names::__mul__);
        if method.is_present() {
            m.check_repetitions(a)?;
        }
        Ok(method)
    }
    /// The same for an augmented assignment: CPython asks the right operand only if the left one's type is built in and no
    /// container.
    fn inplace_swapped_repeat(m, a, b, op) {
        let is_asked = op.as_kind() == Kind::Mult
            && m.exact_type(a).is_some()
            && m.special(a, names::__len__).is_nothing()
            && m.special(a, names::__contains__).is_nothing();
        let method = if is_asked { m.sequence_operation(b, names::__mul__) } else { Value::NOTHING };
        if method.is_present() {
            m.check_repetitions(a)?;
        }
        Ok(method)
    }
    /// The exception that a binary operator is not for these operands.
    fn unsupported_operands(m, op, a, b) {
        let sign = match op.as_kind() {
            Kind::Pow => "** or pow()",
            _ => operator(op).sign,
        };
        let is_old_print = op.as_kind() == Kind::RShift && m.is_print(a);
        let hint = if is_old_print { ". Did you mean \"print(<message>, file=<output_stream>)\"?" } else { "" };
        Ok(m.unsupported(sign, a, b, hint))
    }
    /// The exception that an augmented assignment is not for these operands.
    fn unsupported_inplace(m, op, a, b) {
        let sign = format!("{}=", operator(op).sign);
        Ok(m.unsupported(&sign, a, b, ""))
    }
    /// The exception that a unary operator is not for this operand.
    fn bad_operand(m, op, value) {
        let sign = match op.as_kind() {
            Kind::UAdd => "+",
            Kind::USub => "-",
            _ => "~",
        };
        let name = m.type_name(value);
        Ok(m.type_error(&format!("bad operand type for unary {sign}: '{name}'")).0)
    }
    /// Whether the operator is `in` or `not in`.
    fn is_membership(m, op) { Ok(Value::bool(matches!(op.as_kind(), Kind::In | Kind::NotIn))) }
    /// What `in` or `not in` gives.
    fn membership(m, op, found) { Ok(Value::bool(found.is_true() == (op.as_kind() == Kind::In))) }
    /// Whether the first value's class is derived from the second one's and another.
    fn is_proper_subclass(m, b, a) { Ok(Value::bool(m.is_proper_subclass_of(b, a))) }
}
