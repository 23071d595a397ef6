//! Values: one 64-bit word each.
//!
//! A double is itself; its NaNs are positive, which leaves the patterns above `0xFFF8…` for everything else:
//!
//! | top 16 bits | meaning |
//! |---|---|
//! | up to `FFF8` | a float |
//! | `FFF9` | `Nothing`, `None`, `False`, `True`, `NotImplemented`, `Ellipsis` |
//! | `FFFA` | a handle of the heap |
//! | `FFFB` | a piece of syntax, in the slots of rules only |
//! | `FFFC` and up | an int of 50 bits |

use spec::ast::{Kind, ListId, NodeId};

/// An object of the heap: an index into its slots.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Handle(pub u32);

/// A Python value, or the absence of one ([`Value::NOTHING`]), or syntax in a slot of a rule.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Value(u64);

const SPECIAL: u64 = 0xFFF9 << 48;
const OBJECT: u64 = 0xFFFA << 48;
const SYNTAX: u64 = 0xFFFB << 48;
const INT: u64 = 0xFFFC << 48;
const INT_BITS: u32 = 50;

const LIST_BITS: u32 = 28;

/// The quiet NaN without a payload, the first negative one, and the bit above the payload.
const NAN: u64 = 0x7FF8 << 48;
const NEGATIVE_NAN: u64 = (0xFFF0 << 48) + 1;
const NAN_PAYLOAD: u64 = 1 << 51;

/// What the elements of a list of syntax are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ElementCode {
    Node,
    Kind,
    Name,
}

/// A piece of syntax in a slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Syntax {
    Node(NodeId),
    /// The elements of a list from an index on.
    List(ListId, u16, ElementCode),
    Kind(Kind),
}

impl Value {
    /// No value: an unbound variable, an absent operand, "undecided". It fails every guard.
    pub const NOTHING: Value = Value(SPECIAL);
    pub const NONE: Value = Value(SPECIAL | 1);
    pub const FALSE: Value = Value(SPECIAL | 2);
    pub const TRUE: Value = Value(SPECIAL | 3);
    pub const NOT_IMPLEMENTED: Value = Value(SPECIAL | 4);
    pub const ELLIPSIS: Value = Value(SPECIAL | 5);
    pub const ZERO: Value = Value(INT);

    /// The greatest and the least int that fits a value.
    pub const INT_MAX: i64 = (1 << (INT_BITS - 1)) - 1;
    pub const INT_MIN: i64 = -(1 << (INT_BITS - 1));

    #[inline(always)]
    pub fn float(float: f64) -> Value {
        let bits = float.to_bits();
        if bits >= NEGATIVE_NAN { Value(NAN) } else { Value(bits) }
    }

    /// What is no number, by a number of its own: two of them are two objects.
    pub fn distinct_nan(number: u64) -> Value {
        Value(NAN | (number << 2) & (NAN_PAYLOAD - 1))
    }

    #[inline(always)]
    pub fn bool(truth: bool) -> Value {
        Value(SPECIAL | 2 | truth as u64)
    }

    #[inline(always)]
    pub fn object(handle: Handle) -> Value {
        Value(OBJECT | handle.0 as u64)
    }

    /// The int as a value, if it has 50 bits or less.
    #[inline(always)]
    pub fn try_int(int: i64) -> Option<Value> {
        let fits = (int << (64 - INT_BITS)) >> (64 - INT_BITS) == int;
        fits.then_some(Value::small(int))
    }

    /// An int that is known to be small: a length, an index, a character.
    #[inline(always)]
    pub fn small(int: i64) -> Value {
        Value(int as u64 & !(!0 << INT_BITS) | INT)
    }

    #[inline(always)]
    pub fn is_int(self) -> bool {
        self.0 >= INT
    }

    #[inline(always)]
    pub fn is_float(self) -> bool {
        self.0 < SPECIAL
    }

    #[inline(always)]
    pub fn is_object(self) -> bool {
        self.0 >> 48 == OBJECT >> 48
    }

    #[inline(always)]
    pub fn is_nothing(self) -> bool {
        self == Value::NOTHING
    }

    /// Any value but [`Value::NOTHING`].
    #[inline(always)]
    pub fn is_present(self) -> bool {
        self != Value::NOTHING
    }

    pub fn present(self) -> Option<Value> {
        self.is_present().then_some(self)
    }

    #[inline(always)]
    pub fn is_none(self) -> bool {
        self == Value::NONE
    }

    #[inline(always)]
    pub fn is_true(self) -> bool {
        self == Value::TRUE
    }

    #[inline(always)]
    pub fn is_bool(self) -> bool {
        self == Value::TRUE || self == Value::FALSE
    }

    #[inline(always)]
    pub fn as_int(self) -> Option<i64> {
        self.is_int().then_some(((self.0 << (64 - INT_BITS)) as i64) >> (64 - INT_BITS))
    }

    #[inline(always)]
    pub fn as_float(self) -> Option<f64> {
        self.is_float().then_some(f64::from_bits(self.0))
    }

    #[inline(always)]
    pub fn as_handle(self) -> Option<Handle> {
        self.is_object().then_some(Handle(self.0 as u32))
    }

    /// `a + b` for two small ints whose sum is small.
    #[inline(always)]
    pub fn add_ints(a: Value, b: Value) -> Option<Value> {
        if a.0 & b.0 < INT {
            return None;
        }
        const SHIFT: u32 = 64 - INT_BITS;
        let sum = ((a.0 << SHIFT) as i64).checked_add((b.0 << SHIFT) as i64)?;
        Some(Value(sum as u64 >> SHIFT | INT))
    }

    /// `a - b` for two small ints whose difference is small.
    #[inline(always)]
    pub fn sub_ints(a: Value, b: Value) -> Option<Value> {
        if a.0 & b.0 < INT {
            return None;
        }
        const SHIFT: u32 = 64 - INT_BITS;
        let difference = ((a.0 << SHIFT) as i64).checked_sub((b.0 << SHIFT) as i64)?;
        Some(Value(difference as u64 >> SHIFT | INT))
    }

    /// Two small ints.
    #[inline(always)]
    pub fn ints(a: Value, b: Value) -> Option<(i64, i64)> {
        if a.0 & b.0 < INT {
            return None;
        }
        const SHIFT: u32 = 64 - INT_BITS;
        Some((((a.0 << SHIFT) as i64) >> SHIFT, ((b.0 << SHIFT) as i64) >> SHIFT))
    }

    /// Two floats.
    #[inline(always)]
    pub fn floats(a: Value, b: Value) -> Option<(f64, f64)> {
        (a.is_float() && b.is_float()).then_some((f64::from_bits(a.0), f64::from_bits(b.0)))
    }

    pub fn node(node: NodeId) -> Value {
        Value(SYNTAX | node.0 as u64)
    }

    pub fn list(list: ListId, from: u16, code: ElementCode) -> Value {
        let list = list.0 as u64 & ((1 << LIST_BITS) - 1);
        Value(SYNTAX | 1 << 46 | (from as u64) << 30 | (code as u64) << LIST_BITS | list)
    }

    pub fn kind(kind: Kind) -> Value {
        Value(SYNTAX | 2 << 46 | kind as u64)
    }

    /// The piece of syntax in a slot of a rule. Anything else is a mistake in a rule, which linking would have found.
    pub fn syntax(self) -> Syntax {
        debug_assert_eq!(self.0 >> 48, SYNTAX >> 48, "{self:?} is no syntax");
        match self.0 >> 46 & 3 {
            0 => Syntax::Node(NodeId(self.0 as u32)),
            1 => {
                let code = [ElementCode::Node, ElementCode::Kind, ElementCode::Name]
                    [(self.0 >> LIST_BITS & 3) as usize];
                Syntax::List(ListId((self.0 & ((1 << LIST_BITS) - 1)) as u32), (self.0 >> 30) as u16, code)
            }
            _ => Syntax::Kind(Kind::ALL[self.0 as u8 as usize]),
        }
    }

    pub fn is_syntax(self) -> bool {
        self.0 >> 48 == SYNTAX >> 48
    }

    pub fn as_node(self) -> NodeId {
        match self.syntax() {
            Syntax::Node(node) => node,
            other => unreachable!("a rule took {other:?} for a node"),
        }
    }

    pub fn as_list(self) -> (ListId, u16, ElementCode) {
        match self.syntax() {
            Syntax::List(list, from, code) => (list, from, code),
            other => unreachable!("a rule took {other:?} for a list"),
        }
    }

    #[inline]
    pub fn as_kind(self) -> Kind {
        debug_assert!(
            matches!(self.syntax(), Syntax::Kind(_)),
            "a rule took {:?} for an operator",
            self.syntax()
        );
        Kind::ALL[self.0 as u8 as usize]
    }

    /// The word itself, for hashing by identity and for printing.
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        if let Some(int) = self.as_int() {
            write!(f, "{int}")
        } else if let Some(float) = self.as_float() {
            write!(f, "{float:?}")
        } else if let Some(handle) = self.as_handle() {
            write!(f, "@{}", handle.0)
        } else if self.is_syntax() {
            write!(f, "{:?}", self.syntax())
        } else {
            let names = ["Nothing", "None", "False", "True", "NotImplemented", "Ellipsis"];
            write!(f, "{}", names[(self.0 & 7) as usize])
        }
    }
}

impl Value {
    /// The object with this number, where a constant is wanted.
    pub const fn object_const(index: u32) -> Value {
        Value(OBJECT | index as u64)
    }
}
