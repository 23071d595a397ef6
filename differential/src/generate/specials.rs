//! Special methods: how classes of the program define them, and what makes them run.

use super::classes::Draft;
use super::maker::{Code, Maker};
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{Delete, Kind, NodeId, Raise};

/// A special method: what it takes beside the instance, and what it gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Special {
    pub name: &'static str,
    takes: &'static [Type],
    gives: Type,
}

const fn special(name: &'static str, takes: &'static [Type], gives: Type) -> Special {
    Special { name, takes, gives }
}

const ANY: Type = Type::Any;

/// Special methods of instances.
const SPECIALS: &[Special] = &[
    special("__add__", &[ANY], ANY),
    special("__sub__", &[ANY], ANY),
    special("__mul__", &[ANY], ANY),
    special("__matmul__", &[ANY], ANY),
    special("__truediv__", &[ANY], ANY),
    special("__floordiv__", &[ANY], ANY),
    special("__mod__", &[ANY], ANY),
    special("__divmod__", &[ANY], ANY),
    special("__pow__", &[ANY], ANY),
    special("__lshift__", &[ANY], ANY),
    special("__and__", &[ANY], ANY),
    special("__xor__", &[ANY], ANY),
    special("__or__", &[ANY], ANY),
    special("__radd__", &[ANY], ANY),
    special("__rsub__", &[ANY], ANY),
    special("__rmul__", &[ANY], ANY),
    special("__rpow__", &[ANY], ANY),
    special("__ror__", &[ANY], ANY),
    special("__rmod__", &[ANY], ANY),
    special("__iadd__", &[ANY], ANY),
    special("__isub__", &[ANY], ANY),
    special("__imul__", &[ANY], ANY),
    special("__ior__", &[ANY], ANY),
    special("__neg__", &[], ANY),
    special("__pos__", &[], ANY),
    special("__invert__", &[], ANY),
    special("__abs__", &[], ANY),
    special("__eq__", &[ANY], ANY),
    special("__ne__", &[ANY], ANY),
    special("__lt__", &[ANY], ANY),
    special("__le__", &[ANY], ANY),
    special("__gt__", &[ANY], ANY),
    special("__ge__", &[ANY], ANY),
    special("__bool__", &[], Type::Bool),
    special("__len__", &[], SMALL),
    special("__length_hint__", &[], SMALL),
    special("__contains__", &[ANY], ANY),
    special("__getitem__", &[ANY], ANY),
    special("__setitem__", &[ANY, ANY], Type::Nothing),
    special("__delitem__", &[ANY], Type::Nothing),
    special("__iter__", &[], Type::Iterator(Elem::Int)),
    special("__reversed__", &[], Type::Iterator(Elem::Int)),
    special("__call__", &[ANY], ANY),
    special("__enter__", &[], ANY),
    special("__exit__", &[ANY, ANY, ANY], Type::Bool),
    special("__getattr__", &[Type::Str], ANY),
    special("__getattribute__", &[Type::Str], ANY),
    special("__setattr__", &[Type::Str, ANY], Type::Nothing),
    special("__delattr__", &[Type::Str], Type::Nothing),
    special("__str__", &[], Type::Str),
    special("__repr__", &[], Type::Str),
    special("__format__", &[Type::Str], Type::Str),
    special("__bytes__", &[], Type::Bytes),
    special("__hash__", &[], SMALL),
    special("__index__", &[], SMALL),
    special("__int__", &[], SMALL),
    special("__float__", &[], Type::Float),
    special("__complex__", &[], Type::Complex),
    special("__round__", &[], ANY),
    special("__dir__", &[], Type::List(Elem::Str)),
];

/// A small number that is not negative, from here only.
const SMALL: Type = Type::Int;

/// The special method of this name.
pub(super) fn named(name: &str) -> Option<Special> {
    SPECIALS.iter().find(|special| special.name == name).copied()
}

const BINARY: &[(&str, Kind)] = &[
    ("add", Kind::Add),
    ("sub", Kind::Sub),
    ("mul", Kind::Mult),
    ("matmul", Kind::MatMult),
    ("truediv", Kind::Div),
    ("floordiv", Kind::FloorDiv),
    ("mod", Kind::Mod),
    ("pow", Kind::Pow),
    ("lshift", Kind::LShift),
    ("and", Kind::BitAnd),
    ("xor", Kind::BitXor),
    ("or", Kind::BitOr),
];

const COMPARISONS: &[(&str, Kind)] = &[
    ("__eq__", Kind::Eq),
    ("__ne__", Kind::NotEq),
    ("__lt__", Kind::Lt),
    ("__le__", Kind::LtE),
    ("__gt__", Kind::Gt),
    ("__ge__", Kind::GtE),
];

/// The operator behind a name such as `__add__`, `__radd__`, `__iadd__`, after the prefix.
fn operator(name: &str, prefix: &str) -> Option<Kind> {
    let name = name.strip_prefix("__")?.strip_prefix(prefix)?.strip_suffix("__")?;
    BINARY.iter().find(|(text, _)| *text == name).map(|it| it.1)
}

/// Something that makes a special method run.
enum Use {
    Value(NodeId),
    Statement(NodeId),
}

impl Maker {
    /// A few special methods for a class.
    pub(super) fn add_specials(&mut self, draft: &mut Draft) {
        for _ in 0..1 + self.dice.below(3) {
            let special = self.dice.pick(SPECIALS);
            self.add_special(draft, special);
            let partner = match special.name {
                "__enter__" => "__exit__",
                "__exit__" => "__enter__",
                "__eq__" if self.dice.chance(8) => "__hash__",
                "__add__" if self.dice.chance(6) => "__radd__",
                _ => continue,
            };
            if let Some(special) = named(partner) {
                self.add_special(draft, special);
            }
        }
    }

    pub(super) fn add_special(&mut self, draft: &mut Draft, special: Special) {
        if draft.own.contains(&special.name) {
            return;
        }
        let inherited = draft.specials.iter().any(|other| other.name == special.name);
        let method = self.special_method(draft, special, inherited);
        draft.body.push(method);
        draft.own.push(special.name);
        if !inherited {
            draft.specials.push(special);
        }
        draft.unused.push(special);
    }

    /// `def __add__(self, other): log('c1.__add__', other); return ...`
    fn special_method(&mut self, draft: &Draft, special: Special, inherited: bool) -> NodeId {
        let text = format!("{}.{}", self.tree.ast.names.text(draft.name), special.name);
        self.method(special.name, special.takes, special.gives, &[], |maker, arguments| {
            let mut body = Vec::new();
            let mut noted = vec![maker.tree.str(&text)];
            let shown = if special.name == "__exit__" { 0 } else { arguments.len() };
            noted.extend(arguments[..shown].iter().map(|&name| maker.tree.load(name)));
            let note = maker.tree.call("log", &noted);
            maker.push_expr(note, &mut body);
            if special.name == "__getitem__" {
                // What runs over the instance asks for one item after the other.
                body.push(maker.end_of_items());
            }
            if maker.dice.chance(3) {
                maker.enclosed_block(&mut body);
            }
            let forwards = inherited || maker.must_forward(special.name);
            let value = if forwards && (special.gives != Type::Nothing || maker.dice.chance(13)) {
                Some(maker.forwarded(special.name, arguments))
            } else {
                maker.special_result(special)
            };
            body.extend(value.map(|value| maker.tree.returning(Some(value))));
            body
        })
    }

    /// `if not fuel(...): raise IndexError`
    fn end_of_items(&mut self) -> NodeId {
        let arguments = [self.label(), self.tree.int(5)];
        let fuel = self.tree.call("fuel", &arguments);
        let test = self.tree.unary(Kind::Not, fuel);
        let exc = Some(self.tree.name("IndexError"));
        let raise = self.tree.add(Raise { exc, cause: None });
        self.tree.condition(test, &[raise], &[])
    }

    /// Methods without which an instance is of no use, unless they ask their superclass.
    fn must_forward(&mut self, name: &str) -> bool {
        match name {
            "__getattribute__" => true,
            "__setattr__" | "__delattr__" | "__format__" => self.dice.chance(14),
            _ => false,
        }
    }

    /// `super().__add__(other)`
    fn forwarded(&mut self, name: &str, arguments: &[spec::names::Symbol]) -> NodeId {
        let proxy = self.tree.call("super", &[]);
        let arguments: Vec<NodeId> = arguments.iter().map(|&name| self.tree.load(name)).collect();
        self.tree.method(proxy, name, &arguments)
    }

    fn special_result(&mut self, special: Special) -> Option<NodeId> {
        let may_refuse =
            operator(special.name, "").or(operator(special.name, "r")).or(operator(special.name, "i"));
        let may_refuse = may_refuse.is_some() || COMPARISONS.iter().any(|it| it.0 == special.name);
        if may_refuse && self.dice.chance(3) {
            return Some(self.tree.name("NotImplemented"));
        }
        if self.has(Feature::Errors) && self.dice.chance(2) {
            return Some(self.operand(ANY));
        }
        match special.gives {
            Type::Nothing => None,
            SMALL => {
                let value = self.dice.pick(&[0, 1, 2, 3]);
                let value = self.tree.int(value);
                Some(self.noted(value))
            }
            Type::Iterator(_) => {
                let items = self.fresh_object(Type::List(Elem::Int));
                let name = if self.dice.chance(8) { "iter" } else { "It" };
                Some(self.tree.call(name, &[items]))
            }
            ANY if operator(special.name, "i").is_some() => Some(self.tree.name("self")),
            ANY if special.name == "__enter__" && self.dice.chance(8) => Some(self.tree.name("self")),
            kind => Some(self.operand(kind)),
        }
    }

    // ---- What makes them run

    /// A statement that makes a special method run.
    pub(super) fn use_special(&mut self, object: NodeId, special: Special, out: &mut Vec<NodeId>) {
        match self.use_of(object, special.name) {
            Use::Value(value) => {
                let call = self.tree.call("log", &[value]);
                self.push_expr(call, out);
            }
            Use::Statement(statement) => out.push(statement),
        }
    }

    fn use_of(&mut self, object: NodeId, name: &str) -> Use {
        if let Some(op) = operator(name, "") {
            let other = self.operand(ANY);
            return Use::Value(self.tree.binary(object, op, other));
        }
        if let Some(op) = operator(name, "r") {
            let other = self.operand(ANY);
            return Use::Value(self.tree.binary(other, op, object));
        }
        if let Some(op) = operator(name, "i") {
            let value = self.operand(ANY);
            // The object is in a container; what comes of it is not bound to its name.
            let list = self.tree.list_display(&[object]);
            let zero = self.tree.int(0);
            let place = self.tree.subscript(list, zero);
            return Use::Statement(self.tree.augment(place, op, value));
        }
        if let Some(&(_, op)) = COMPARISONS.iter().find(|(text, _)| *text == name) {
            let other = self.operand(ANY);
            let op = if op == Kind::Eq && self.dice.chance(4) { Kind::NotEq } else { op };
            if self.dice.chance(4) {
                let between = self.operand(ANY);
                return Use::Value(self.tree.compare(other, &[(op, object), (op, between)]));
            }
            let pair = if self.dice.chance(4) { (other, object) } else { (object, other) };
            return Use::Value(self.tree.compare(pair.0, &[(op, pair.1)]));
        }
        self.use_of_unary(object, name).unwrap_or_else(|| self.use_of_container(object, name))
    }

    /// Methods that an operator or a built-in function of one operand asks for.
    fn use_of_unary(&mut self, object: NodeId, name: &str) -> Option<Use> {
        let value = match name {
            "__neg__" => self.tree.unary(Kind::USub, object),
            "__pos__" => self.tree.unary(Kind::UAdd, object),
            "__invert__" => self.tree.unary(Kind::Invert, object),
            "__bool__" => {
                let other = self.operand(ANY);
                match self.dice.below(4) {
                    0 => self.tree.unary(Kind::Not, object),
                    1 => self.tree.boolean(Kind::And, &[object, other]),
                    2 => {
                        let orelse = self.operand(ANY);
                        self.tree.conditional(other, object, orelse)
                    }
                    _ => self.tree.call("bool", &[object]),
                }
            }
            "__divmod__" => {
                let other = self.operand(ANY);
                self.tree.call("divmod", &[object, other])
            }
            "__len__" | "__length_hint__" => {
                let function = if name == "__len__" { self.dice.pick(&["len", "bool"]) } else { "list" };
                self.tree.call(function, &[object])
            }
            "__index__" => {
                let items = self.fresh_object(Type::List(Elem::Int));
                match self.dice.below(3) {
                    0 => self.tree.call("range", &[object]),
                    1 => self.tree.call("hex", &[object]),
                    _ => {
                        let slice = self.tree.slice(Some(object), None, None);
                        self.tree.subscript(items, slice)
                    }
                }
            }
            // Without a `__str__` there is an address to see.
            "__format__" => self.tree.call("format", &[object]),
            "__str__" => match self.dice.below(3) {
                0 => self.formatted_object(object),
                1 => {
                    let template = self.tree.str("%s");
                    let tuple = self.tree.tuple(&[object]);
                    self.tree.binary(template, Kind::Mod, tuple)
                }
                _ => self.tree.call("str", &[object]),
            },
            "__repr__" if self.dice.chance(6) => self.tree.call("str", &[object]),
            "__repr__" => {
                let list = self.tree.list_display(&[object]);
                self.tree.call("repr", &[list])
            }
            "__abs__" | "__hash__" | "__int__" | "__float__" | "__complex__" | "__round__" | "__bytes__"
            | "__dir__" | "__reversed__" => {
                let value = self.tree.call(name.trim_matches('_'), &[object]);
                if name == "__reversed__" { self.tree.call("list", &[value]) } else { value }
            }
            _ => return None,
        };
        Some(Use::Value(value))
    }

    fn formatted_object(&mut self, value: NodeId) -> NodeId {
        let conversion = self.dice.pick(&[-1, -1, b's'.into()]);
        let value = self.tree.add(spec::ast::FormattedValue { value, conversion, format_spec: None });
        let values = self.tree.list(&[value]);
        self.tree.add(spec::ast::JoinedStr { values })
    }

    /// Methods that a subscription, a loop, an attribute or a statement asks for.
    fn use_of_container(&mut self, object: NodeId, name: &str) -> Use {
        match name {
            "__contains__" => {
                let (item, op) = (self.operand(ANY), self.dice.pick(&[Kind::In, Kind::NotIn]));
                Use::Value(self.tree.compare(item, &[(op, object)]))
            }
            "__getitem__" if self.dice.chance(5) => match self.dice.below(3) {
                0 => Use::Value(self.tree.call("list", &[object])),
                1 => {
                    let item = self.operand(ANY);
                    Use::Value(self.tree.compare(item, &[(Kind::In, object)]))
                }
                _ => {
                    let iterator = self.tree.call("iter", &[object]);
                    Use::Value(self.tree.call("list", &[iterator]))
                }
            },
            "__getitem__" => {
                let key = self.key();
                Use::Value(self.tree.subscript(object, key))
            }
            "__setitem__" => {
                let key = if self.dice.chance(4) { self.tree.slice(None, None, None) } else { self.key() };
                let (place, value) = (self.tree.subscript(object, key), self.operand(ANY));
                Use::Statement(self.tree.assign(&[place], value))
            }
            "__delitem__" => {
                let key = self.key();
                let place = self.tree.subscript(object, key);
                Use::Statement(self.deletion_of(place))
            }
            "__delattr__" => {
                let place = self.tree.attribute(object, "i");
                Use::Statement(self.deletion_of(place))
            }
            "__iter__" => match self.dice.below(3) {
                0 => {
                    let star = self.tree.starred(object);
                    Use::Value(self.tree.tuple(&[star]))
                }
                1 => {
                    let item = self.operand(Type::Int);
                    Use::Value(self.tree.compare(item, &[(Kind::In, object)]))
                }
                _ => Use::Value(self.tree.call("list", &[object])),
            },
            "__call__" => {
                let argument = self.operand(ANY);
                Use::Value(self.tree.apply(object, &[argument], &[]))
            }
            "__enter__" | "__exit__" => {
                let body = self.suite(2);
                Use::Statement(self.tree.with(&[(object, None)], &body))
            }
            "__setattr__" => {
                let (place, value) = (self.tree.attribute(object, "i"), self.operand(Type::Int));
                Use::Statement(self.tree.assign(&[place], value))
            }
            _ => {
                let attribute = self.dice.pick(&["i", "missing", "m1"]);
                let value = self.tree.attribute(object, attribute);
                let class = self.tree.call("type", &[value]);
                Use::Value(self.tree.attribute(class, "__name__"))
            }
        }
    }

    pub(super) fn deletion_of(&mut self, place: NodeId) -> NodeId {
        self.tree.place(place, Kind::Del);
        let targets = self.tree.list(&[place]);
        self.tree.add(Delete { targets })
    }

    /// A few statements of an inner frame, where there is room.
    fn enclosed_block(&mut self, body: &mut Vec<NodeId>) {
        debug_assert_ne!(self.code(), Code::Module);
        self.nesting += 1;
        body.extend(self.block(1));
        self.nesting -= 1;
    }
}
