//! Constants: half of them at the boundaries of representations.

use super::maker::Maker;
use super::types::Type;
use num_bigint::BigInt;
use spec::ast::{Kind, NodeId};
use spec::constant::{ConstantValue, Wtf8};

const STRINGS: &[&str] =
    &["", "a", "b", "ab", "key", "A b", "0", "12", "é", "ß", "\u{1F40D}", "\n", "x{}", "%", "aa"];

impl Maker {
    pub(super) fn int_constant(&mut self) -> NodeId {
        if self.dice.chance(9) {
            let value = self.dice.below(7) as i64 - 1;
            return self.tree.int(value);
        }
        let power = self.dice.pick(&[30u32, 31, 62, 63, 8, 15, 32, 53, 60, 61, 64, 90]);
        let value = (BigInt::from(1) << power) + (self.dice.below(3) as i32 - 1);
        let node = self.tree.constant(ConstantValue::Int(value));
        if self.dice.chance(4) { self.tree.unary(Kind::USub, node) } else { node }
    }

    /// A small number that is not 0.
    pub(super) fn divisor_constant(&mut self) -> NodeId {
        let value = self.dice.pick(&[1, 2, 3, -1, 7, -2, 10, 1 << 30, (1 << 31) - 1, -(1 << 62)]);
        self.tree.int(value)
    }

    pub(super) fn float_constant(&mut self) -> NodeId {
        match self.dice.below(10) {
            0..=3 => {
                let value = self.dice.pick(&[0.5, 1.0, 2.0, 1.5, 0.1, 3.0, 100.0, 0.25]);
                self.tree.constant(ConstantValue::Float(value))
            }
            4 => {
                let zero = self.tree.constant(ConstantValue::Float(0.0));
                self.tree.unary(Kind::USub, zero)
            }
            5 => {
                let text = self.dice.pick(&["nan", "inf", "-inf", "-0.0", "1e16"]);
                let text = self.tree.str(text);
                self.tree.call("float", &[text])
            }
            6 => self.tree.constant(ConstantValue::Float(0.0)),
            _ => {
                let value =
                    self.dice.pick(&[1e16, 9007199254740992.0, 1e308, 5e-324, 1e-5, 1e22, 4294967296.0]);
                self.tree.constant(ConstantValue::Float(value))
            }
        }
    }

    pub(super) fn complex_constant(&mut self) -> NodeId {
        let value = self.dice.pick(&[1.0, 0.0, 0.5, 1e308]);
        let imaginary = self.tree.constant(ConstantValue::Imaginary(value));
        if self.dice.chance(8) {
            return imaginary;
        }
        let real = self.float_constant();
        let op = self.dice.pick(&[Kind::Add, Kind::Sub]);
        self.tree.binary(real, op, imaginary)
    }

    pub(super) fn str_constant(&mut self) -> NodeId {
        if self.dice.chance(1) {
            let mut text = Wtf8::from("");
            text.push(self.dice.pick(&[0xD800, 0xDFFF, 0xDC80]));
            return self.tree.constant(ConstantValue::Str(text));
        }
        let text = self.dice.pick(STRINGS);
        self.tree.str(text)
    }

    pub(super) fn bytes_constant(&mut self) -> NodeId {
        let bytes: &[u8] = self.dice.pick(&[&b""[..], b"a", b"ab", b"\x00", b"\xff\x80", b"12 3"]);
        self.tree.constant(ConstantValue::Bytes(bytes.into()))
    }

    /// The simplest expression of a type that is always there.
    pub(super) fn constant(&mut self, kind: Type) -> NodeId {
        match kind {
            Type::Int | Type::Mixed => self.int_constant(),
            Type::Float => self.float_constant(),
            Type::Bool => {
                let value = self.dice.pick(&[ConstantValue::True, ConstantValue::False].each_ref());
                self.tree.constant(value.clone())
            }
            Type::Complex => self.complex_constant(),
            Type::Str => self.str_constant(),
            Type::Bytes => self.bytes_constant(),
            Type::Nothing => self.tree.none(),
            Type::Any => {
                let kind = self.dice.pick(&[Type::Int, Type::Nothing, Type::Str, Type::Bool, Type::Float]);
                self.constant(kind)
            }
            _ => self.fresh_object(kind),
        }
    }
}
