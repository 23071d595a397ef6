//! Numbers, truth values, comparisons, and objects that note what is done with them.

use super::expressions::Form;
use super::maker::Maker;
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{Kind, NodeId};

pub(super) const INT: &[Form] = &[
    (Feature::Always, 6, Maker::int_binary),
    (Feature::Numbers, 2, Maker::int_unary),
    (Feature::Numbers, 1, Maker::int_division),
    (Feature::BigShifts, 1, Maker::int_shift),
    (Feature::Numbers, 1, Maker::int_power),
    (Feature::Numbers, 1, Maker::int_builtin),
    (Feature::Conversions, 1, Maker::int_converted),
    (Feature::Lists, 1, Maker::int_of_container),
    (Feature::Strings, 1, Maker::int_of_text),
    (Feature::Library, 2, Maker::int_of_library),
    (Feature::Closures, 2, Maker::thunk_call),
];

pub(super) const FLOAT: &[Form] = &[
    (Feature::Always, 4, Maker::float_binary),
    (Feature::Always, 1, Maker::float_unary),
    (Feature::Always, 1, Maker::true_division),
    (Feature::Conversions, 1, Maker::float_converted),
    (Feature::Library, 2, Maker::float_of_library),
];

pub(super) const COMPLEX: &[Form] =
    &[(Feature::Always, 3, Maker::complex_binary), (Feature::Always, 1, Maker::complex_unary)];

pub(super) const BOOL: &[Form] = &[
    (Feature::Always, 3, Maker::int_comparison),
    (Feature::Always, 2, Maker::negation),
    (Feature::Always, 1, Maker::identity),
    (Feature::Floats, 2, Maker::float_comparison),
    (Feature::Strings, 2, Maker::str_comparison),
    (Feature::Lists, 1, Maker::membership),
    (Feature::Tuples, 1, Maker::membership),
    (Feature::Chains, 2, Maker::chain),
    (Feature::Instrumented, 1, Maker::plain_comparison),
    (Feature::Conversions, 1, Maker::truth),
    (Feature::Lists, 1, Maker::container_comparison),
    (Feature::Boxes, 1, Maker::box_membership),
    (Feature::Strings, 2, Maker::str_question),
    (Feature::Floats, 1, Maker::float_question),
    (Feature::Iterators, 1, Maker::iterator_membership),
    (Feature::Dicts, 1, Maker::dict_membership),
];

pub(super) const V: &[Form] = &[
    (Feature::Always, 6, Maker::v_binary),
    (Feature::Always, 2, Maker::v_unary),
    (Feature::Always, 3, Maker::v_comparison),
    (Feature::Chains, 2, Maker::v_chain),
    (Feature::Always, 1, Maker::v_new),
    (Feature::Boxes, 1, Maker::v_of_box),
];

pub(super) const MIXED: &[Form] =
    &[(Feature::Always, 3, Maker::mixed_binary), (Feature::Always, 2, Maker::mixed_side)];

const INT_OPERATORS: &[Kind] = &[Kind::Add, Kind::Sub, Kind::Mult, Kind::BitAnd, Kind::BitOr, Kind::BitXor];
const FLOAT_OPERATORS: &[Kind] = &[Kind::Add, Kind::Sub, Kind::Mult];
pub(super) const ORDER: &[Kind] = &[Kind::Lt, Kind::LtE, Kind::Gt, Kind::GtE, Kind::Eq, Kind::NotEq];
pub(super) const ALL_OPERATORS: &[Kind] = &[
    Kind::Add,
    Kind::Sub,
    Kind::Mult,
    Kind::MatMult,
    Kind::Div,
    Kind::Mod,
    Kind::Pow,
    Kind::LShift,
    Kind::RShift,
    Kind::BitOr,
    Kind::BitXor,
    Kind::BitAnd,
    Kind::FloorDiv,
];

impl Maker {
    // ---- Ints

    fn int_binary(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(INT_OPERATORS);
        let left = self.operand(Type::Int);
        // A product has a constant factor: in a loop it must not double its length each time.
        let right = if op == Kind::Mult { self.int_constant() } else { self.operand(Type::Int) };
        let right = self.noted(right);
        let flipped = op == Kind::Mult && self.dice.chance(6);
        if flipped { self.tree.binary(right, op, left) } else { self.tree.binary(left, op, right) }
    }

    fn int_unary(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::USub, Kind::Invert, Kind::UAdd]);
        let operand = self.operand(Type::Int);
        self.tree.unary(op, operand)
    }

    fn int_division(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::FloorDiv, Kind::Mod]);
        let left = self.operand(Type::Int);
        let right = self.divisor();
        self.tree.binary(left, op, right)
    }

    /// What is not zero, nearly always.
    pub(super) fn divisor(&mut self) -> NodeId {
        let node = match self.dice.below(12) {
            0 => self.operand(Type::Int),
            1..=4 => {
                let values = [self.operand(Type::Int), self.divisor_constant()];
                self.tree.boolean(Kind::Or, &values)
            }
            _ => self.divisor_constant(),
        };
        self.noted(node)
    }

    fn int_shift(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::LShift, Kind::RShift]);
        let left = self.operand(Type::Int);
        let right = if self.dice.chance(5) {
            let (amount, mask) = (self.operand(Type::Int), self.tree.int(63));
            self.tree.binary(amount, Kind::BitAnd, mask)
        } else {
            let amount = self.dice.pick(&[0, 1, 2, 30, 31, 32, 62, 63, 64, 65]);
            self.tree.int(amount)
        };
        let right = self.noted(right);
        self.tree.binary(left, op, right)
    }

    fn int_power(&mut self, _: Type) -> NodeId {
        let base = self.operand(Type::Int);
        let limit = self.dice.pick(&[10, 1000, 1 << 31]);
        let limit = self.tree.int(limit);
        let base = self.tree.binary(base, Kind::Mod, limit);
        let exponent = self.dice.below(6) as i64;
        let exponent = self.tree.int(exponent);
        let exponent = self.noted(exponent);
        if self.dice.chance(4) {
            let modulus = self.divisor_constant();
            return self.tree.call("pow", &[base, exponent, modulus]);
        }
        self.tree.binary(base, Kind::Pow, exponent)
    }

    fn int_builtin(&mut self, _: Type) -> NodeId {
        let first = self.operand(Type::Int);
        match self.dice.below(10) {
            7 => {
                let (length, order) = (self.tree.int(20), self.dice.pick(&["big", "little"]));
                let order = [self.tree.str(order), self.tree.str(order)];
                let signed = [self.tree.name("True"), self.tree.name("True")];
                let signed = signed.map(|signed| self.tree.keyword(Some("signed"), signed));
                let to = self.tree.attribute(first, "to_bytes");
                let bytes = self.tree.apply(to, &[length, order[0]], &[signed[0]]);
                let class = self.tree.name("int");
                let from = self.tree.attribute(class, "from_bytes");
                self.tree.apply(from, &[bytes, order[1]], &[signed[1]])
            }
            8 => {
                let base = self.dice.pick(&[2, 8, 16]);
                let name = match base {
                    2 => "bin",
                    8 => "oct",
                    _ => "hex",
                };
                let text = self.tree.call(name, &[first]);
                let base = self.tree.int(base);
                self.tree.call("int", &[text, base])
            }
            9 => {
                let other = self.operand(Type::Bool);
                let op = self.dice.pick(INT_OPERATORS);
                self.tree.binary(other, op, first)
            }
            0 => self.tree.call("abs", &[first]),
            1 => self.tree.method(first, "bit_length", &[]),
            2 => {
                let values = [first, self.operand(Type::Int), self.operand(Type::Int)];
                let name = self.dice.pick(&["max", "min"]);
                self.tree.call(name, &values)
            }
            3 => {
                let divisor = self.divisor();
                let pair = self.tree.call("divmod", &[first, divisor]);
                let at = self.dice.below(2) as i64;
                let at = self.tree.int(at);
                self.tree.subscript(pair, at)
            }
            4 => {
                let digits = self.dice.pick(&[-1, -2, 0, 1, -10]);
                let digits = self.tree.int(digits);
                self.tree.call("round", &[first, digits])
            }
            5 => self.tree.call("hash", &[first]),
            _ => {
                let attribute = self.dice.pick(&["real", "imag", "numerator", "denominator"]);
                self.tree.attribute(first, attribute)
            }
        }
    }

    fn int_converted(&mut self, _: Type) -> NodeId {
        match self.dice.below(4) {
            0 => {
                let value = self.operand(Type::Bool);
                self.tree.call("int", &[value])
            }
            1 => {
                let value = self.operand(Type::Int);
                let text = self.tree.call("str", &[value]);
                self.tree.call("int", &[text])
            }
            2 => {
                let value = self.dice.pick(&[0.5, -1.5, 2.5, 1e16, 9.007199254740993e15, 1e22]);
                let value = self.tree.constant(spec::constant::ConstantValue::Float(value));
                let name = self.dice.pick(&["int", "round"]);
                self.tree.call(name, &[value])
            }
            _ => {
                let text = self.dice.pick(&["12", " 7 ", "-0", "1_000", "99999999999999999999"]);
                let text = self.tree.str(text);
                self.tree.call("int", &[text])
            }
        }
    }

    fn int_of_container(&mut self, _: Type) -> NodeId {
        let list = self.operand(Type::List(Elem::Int));
        match self.dice.below(4) {
            0 => {
                let value = self.operand(Type::Int);
                self.tree.method(list, "count", &[value])
            }
            1 => self.tree.call("sum", &[list]),
            _ => self.tree.call("len", &[list]),
        }
    }

    fn int_of_text(&mut self, _: Type) -> NodeId {
        let text = self.operand(Type::Str);
        match self.dice.below(3) {
            0 => {
                let part = self.operand(Type::Str);
                let name = self.dice.pick(&["find", "count", "rfind"]);
                self.tree.method(text, name, &[part])
            }
            _ => self.tree.call("len", &[text]),
        }
    }

    // ---- Floats and complex numbers

    fn float_binary(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(FLOAT_OPERATORS);
        let mut operands = [self.operand(Type::Float), self.operand(Type::Float)];
        if self.dice.chance(4) {
            let small = self.tree.int(3);
            operands[self.dice.below(2)] = small;
        }
        self.tree.binary(operands[0], op, operands[1])
    }

    fn float_unary(&mut self, _: Type) -> NodeId {
        let operand = self.operand(Type::Float);
        match self.dice.below(6) {
            3 => {
                let digits = self.dice.pick(&[0, 1, 2, -1, 300]);
                let digits = self.tree.int(digits);
                self.tree.call("round", &[operand, digits])
            }
            4 => {
                let text = self.tree.method(operand, "hex", &[]);
                let class = self.tree.name("float");
                self.tree.method(class, "fromhex", &[text])
            }
            5 => {
                let text = self.tree.call("repr", &[operand]);
                self.tree.call("float", &[text])
            }
            0 => self.tree.call("abs", &[operand]),
            1 => self.tree.unary(Kind::UAdd, operand),
            _ => self.tree.unary(Kind::USub, operand),
        }
    }

    fn true_division(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::Div, Kind::FloorDiv, Kind::Mod]);
        let left = self.operand(Type::Float);
        let right = self.divisor_constant();
        let right = self.noted(right);
        self.tree.binary(left, op, right)
    }

    fn float_converted(&mut self, _: Type) -> NodeId {
        let value = self.dice.pick(&[0i64, 1, -1, (1 << 53) + 1, i64::MAX, 7]);
        let value = self.tree.int(value);
        if self.dice.chance(8) {
            let divisor = self.divisor_constant();
            return self.tree.binary(value, Kind::Div, divisor);
        }
        self.tree.call("float", &[value])
    }

    fn complex_binary(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(FLOAT_OPERATORS);
        let other = self.dice.pick(&[Type::Complex, Type::Float, Type::Complex]);
        let mut operands = [self.operand(Type::Complex), self.operand(other)];
        if self.dice.chance(6) {
            operands.swap(0, 1);
        }
        self.tree.binary(operands[0], op, operands[1])
    }

    fn complex_unary(&mut self, _: Type) -> NodeId {
        let operand = self.operand(Type::Complex);
        if self.dice.chance(8) {
            return self.tree.method(operand, "conjugate", &[]);
        }
        self.tree.unary(Kind::USub, operand)
    }

    // ---- Truth values

    fn comparison_of(&mut self, kind: Type) -> NodeId {
        let op = self.dice.pick(ORDER);
        let (left, right) = (self.operand(kind), self.operand(kind));
        self.tree.compare(left, &[(op, right)])
    }

    fn int_comparison(&mut self, _: Type) -> NodeId {
        self.comparison_of(Type::Int)
    }

    fn float_comparison(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(ORDER);
        let kind = self.dice.pick(&[Type::Float, Type::Int, Type::Float]);
        let (left, right) = (self.operand(Type::Float), self.operand(kind));
        self.tree.compare(left, &[(op, right)])
    }

    fn str_comparison(&mut self, _: Type) -> NodeId {
        if self.dice.chance(5) {
            let op = self.dice.pick(&[Kind::In, Kind::NotIn]);
            let (left, right) = (self.operand(Type::Str), self.operand(Type::Str));
            return self.tree.compare(left, &[(op, right)]);
        }
        self.comparison_of(Type::Str)
    }

    fn container_comparison(&mut self, _: Type) -> NodeId {
        let kind = self.dice.pick(&[Type::List(Elem::Int), Type::Tuple(Elem::Int)]);
        self.comparison_of(kind)
    }

    /// A comparison whose result is a plain truth value.
    fn plain_comparison(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(ORDER);
        let value = self.tree.int(self.depth.into());
        let left = self.tree.call("B", &[value]);
        let left = self.noted(left);
        let right = self.operand(Type::Mixed);
        self.tree.compare(left, &[(op, right)])
    }

    fn negation(&mut self, _: Type) -> NodeId {
        let test = self.test();
        self.tree.unary(Kind::Not, test)
    }

    /// Identity of what surely is one object, or surely is none.
    fn identity(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::Is, Kind::IsNot]);
        let left = match self.dice.below(3) {
            0 => self.operand(Type::Nothing),
            1 => self.operand(Type::Bool),
            _ => self.operand(Type::Any),
        };
        let right = self.tree.none();
        let right = self.noted(right);
        self.tree.compare(left, &[(op, right)])
    }

    fn membership(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::In, Kind::NotIn]);
        let container = self.dice.pick(&[Type::List(Elem::Int), Type::Tuple(Elem::Int)]);
        let (left, right) = (self.operand(Type::Int), self.operand(container));
        self.tree.compare(left, &[(op, right)])
    }

    fn box_membership(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::In, Kind::NotIn]);
        let (left, right) = (self.operand(Type::Any), self.operand(Type::Box));
        self.tree.compare(left, &[(op, right)])
    }

    fn float_question(&mut self, _: Type) -> NodeId {
        let value = self.operand(Type::Float);
        self.tree.method(value, "is_integer", &[])
    }

    fn iterator_membership(&mut self, _: Type) -> NodeId {
        let (item, iterator) = (self.operand(Type::Int), self.operand(Type::Iterator(Elem::Int)));
        self.tree.compare(item, &[(Kind::In, iterator)])
    }

    fn dict_membership(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::In, Kind::NotIn]);
        let (key, dict) = (self.key(), self.operand(Type::Dict(Elem::Int)));
        self.tree.compare(key, &[(op, dict)])
    }

    fn chain(&mut self, _: Type) -> NodeId {
        let left = self.operand(Type::Int);
        let count = 2 + self.dice.below(2);
        let rest: Vec<(Kind, NodeId)> =
            (0..count).map(|_| (self.dice.pick(ORDER), self.operand(Type::Int))).collect();
        self.tree.compare(left, &rest)
    }

    fn truth(&mut self, _: Type) -> NodeId {
        let kind = self.concrete();
        let value = self.operand(kind);
        self.tree.call("bool", &[value])
    }

    // ---- Objects that note what is done with them

    pub(super) fn v_new(&mut self, _: Type) -> NodeId {
        let class = self.dice.pick(&["V", "V", "V", "W", "I", "I"]);
        let value = self.dice.below(6) as i64;
        let value = self.tree.int(value);
        self.tree.call(class, &[value])
    }

    /// Two operands of which at least one notes the operation.
    fn v_operands(&mut self) -> (NodeId, NodeId) {
        let noting = match self.dice.below(10) {
            0 => {
                // It refuses, and the other's reflected method is asked.
                let value = self.tree.int(1);
                let left = self.tree.call("N", &[value]);
                let left = self.noted(left);
                return (left, self.operand(Type::V));
            }
            _ => self.operand(Type::V),
        };
        let other = self.operand(Type::Mixed);
        if self.dice.chance(6) { (other, noting) } else { (noting, other) }
    }

    fn v_binary(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(ALL_OPERATORS);
        let (left, right) = self.v_operands();
        if self.dice.chance(1) {
            return self.tree.call("divmod", &[left, right]);
        }
        self.tree.binary(left, op, right)
    }

    fn v_unary(&mut self, _: Type) -> NodeId {
        let operand = self.operand(Type::V);
        match self.dice.below(5) {
            0 => self.tree.call("abs", &[operand]),
            1 => self.tree.call("round", &[operand]),
            2 => self.tree.unary(Kind::Invert, operand),
            3 => self.tree.unary(Kind::UAdd, operand),
            _ => self.tree.unary(Kind::USub, operand),
        }
    }

    fn v_comparison(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(ORDER);
        let (left, right) = self.v_operands();
        self.tree.compare(left, &[(op, right)])
    }

    /// A chain of comparisons. All but the last are asked for their truth.
    fn v_chain(&mut self, _: Type) -> NodeId {
        let (left, right) = (self.operand(Type::V), self.operand(Type::V));
        let mut rest = vec![(self.dice.pick(ORDER), right)];
        for _ in 0..1 + self.dice.below(2) {
            rest.push((self.dice.pick(ORDER), self.operand(Type::V)));
        }
        self.tree.compare(left, &rest)
    }

    fn v_of_box(&mut self, _: Type) -> NodeId {
        let container = self.operand(Type::Box);
        let name = self.dice.pick(&["one", "other", "size"]);
        self.tree.attribute(container, name)
    }

    // ---- Either an int or such an object

    fn mixed_binary(&mut self, _: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::Add, Kind::Sub, Kind::BitOr, Kind::BitAnd, Kind::BitXor]);
        let (left, right) = (self.operand(Type::Mixed), self.operand(Type::Mixed));
        self.tree.binary(left, op, right)
    }

    fn mixed_side(&mut self, _: Type) -> NodeId {
        let kind = self.dice.pick(&[Type::Int, Type::V]);
        self.expression(kind)
    }
}
