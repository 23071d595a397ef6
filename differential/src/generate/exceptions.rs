//! Exceptions: raised, caught, chained.

use super::maker::Maker;
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{Kind, NodeId, Raise};

const CLASSES: &[&str] = &[
    "ValueError",
    "KeyError",
    "TypeError",
    "IndexError",
    "ZeroDivisionError",
    "RuntimeError",
    "AttributeError",
];

impl Maker {
    /// A new exception.
    pub(super) fn exception(&mut self) -> NodeId {
        let name = self.dice.pick(CLASSES);
        self.exception_named(name)
    }

    /// A new exception of this class, or of one that the program defines; or the class.
    fn exception_named(&mut self, name: &str) -> NodeId {
        let class = match self.exceptions.last() {
            Some(&own) if self.dice.chance(7) => self.tree.load(own),
            _ => self.tree.name(name),
        };
        if self.dice.chance(4) {
            return class;
        }
        let count = self.dice.pick(&[1, 0, 2]);
        let arguments: Vec<NodeId> = (0..count).map(|_| self.operand(Type::Int)).collect();
        self.tree.apply(class, &arguments, &[])
    }

    /// Ends a suite with an exception, or makes one likely; gives the name of its class.
    pub(super) fn certain_raise(&mut self, body: &mut Vec<NodeId>) -> &'static str {
        let class = self.dice.pick(CLASSES);
        if body.last().is_some_and(|&last| self.is_jump(last)) {
            return class;
        }
        let varies = self.home().loops > 0 || self.frames.len() > 1;
        match self.dice.below(4) {
            0 => {
                let value = self.impossible();
                self.push_expr(value, body);
            }
            1 if varies => {
                let statement = self.raising(class);
                let test = self.test();
                body.push(self.tree.condition(test, &[statement], &[]));
            }
            _ => body.push(self.raising(class)),
        }
        class
    }

    /// `raise`, with or without a cause.
    fn raising(&mut self, class: &'static str) -> NodeId {
        let exception = match self.has(Feature::Errors) && self.dice.chance(1) {
            true => self.operand(Type::Int),
            false => self.exception_named(class),
        };
        let exc = Some(self.noted(exception));
        let cause = (self.has(Feature::Chaining) && self.dice.chance(6)).then(|| {
            let cause = if self.dice.chance(4) { self.tree.none() } else { self.exception() };
            self.noted(cause)
        });
        self.tree.add(Raise { exc, cause })
    }

    /// `except` clauses: one for this class, nearly always, and others.
    pub(super) fn handlers(&mut self, class: &str) -> Vec<NodeId> {
        let mut handlers = Vec::new();
        if self.dice.chance(4) {
            let kind = self.exception_classes();
            handlers.push(self.handler(Some(kind)));
        }
        let kind = match self.dice.below(8) {
            0 => {
                if handlers.is_empty() {
                    let kind = self.exception_classes();
                    handlers.push(self.handler(Some(kind)));
                }
                return handlers;
            }
            1 => None,
            2..=4 => Some(self.tree.name("Exception")),
            _ => Some(self.tree.name(class)),
        };
        let kind = kind.map(|kind| self.noted(kind));
        handlers.push(self.handler(kind));
        handlers
    }

    fn exception_classes(&mut self) -> NodeId {
        let names = [self.dice.pick(CLASSES), self.dice.pick(CLASSES)];
        let classes = names.map(|name| self.tree.name(name));
        let kind = match self.dice.below(4) {
            3 if !self.exceptions.is_empty() => {
                let own = self.exceptions.clone();
                let own = self.dice.pick(&own);
                self.tree.load(own)
            }
            0 => {
                let classes = classes.map(|class| self.noted(class));
                self.tree.tuple(&classes)
            }
            1 => self.tree.name("LookupError"),
            _ => classes[0],
        };
        self.noted(kind)
    }

    fn handler(&mut self, kind: Option<NodeId>) -> NodeId {
        let name = (kind.is_some() && self.dice.chance(11)).then(|| self.fresh(b'e'));
        let mut body = Vec::new();
        if let Some(name) = name {
            let error = self.tree.load(name);
            let note = self.tree.call("caught", &[error]);
            self.push_expr(note, &mut body);
            if self.has(Feature::Errors) && self.dice.chance(5) {
                self.error_part(name, &mut body);
            }
        }
        self.home().handlers += 1;
        if name.is_none() || self.dice.chance(8) {
            body.extend(self.suite(2));
        }
        self.home().handlers -= 1;
        self.lines -= 1;
        self.tree.handler(kind, name, &body)
    }

    /// What an exception says of itself.
    fn error_part(&mut self, name: spec::names::Symbol, body: &mut Vec<NodeId>) {
        let error = self.tree.load(name);
        let value = match self.dice.below(5) {
            0 => {
                let note = self.str_constant();
                self.needs((3, 11));
                let call = self.tree.method(error, "add_note", &[note]);
                self.push_expr(call, body);
                let error = self.tree.load(name);
                self.tree.attribute(error, "__notes__")
            }
            1 => {
                let context = self.tree.attribute(error, "__context__");
                let kind = self.tree.call("type", &[context]);
                self.tree.attribute(kind, "__name__")
            }
            2 => self.tree.attribute(error, "__suppress_context__"),
            3 => {
                let classes = [self.tree.name("LookupError"), self.tree.name("ArithmeticError")];
                let classes = self.tree.tuple(&classes);
                self.tree.call("isinstance", &[error, classes])
            }
            _ => {
                let none = self.tree.none();
                let traceback = self.tree.attribute(error, "__traceback__");
                self.tree.compare(traceback, &[(Kind::Is, none)])
            }
        };
        let call = self.tree.call("log", &[value]);
        self.push_expr(call, body);
    }

    /// The texts of an exception that the program makes itself.
    pub(super) fn error_text(&mut self, out: &mut Vec<NodeId>) {
        let name = self.dice.pick(&[
            "ValueError",
            "KeyError",
            "OSError",
            "StopIteration",
            "SystemExit",
            "ImportError",
            "SyntaxError",
        ]);
        let arguments = match name {
            "OSError" => {
                let number = self.dice.pick(&[1, 2, 17]);
                vec![self.tree.int(number), self.tree.str("text")]
            }
            "ImportError" | "SyntaxError" => vec![self.operand(Type::Str)],
            _ => (0..self.dice.below(3)).map(|_| self.operand(Type::Mixed)).collect(),
        };
        let class = self.tree.name(name);
        let error = self.tree.apply(class, &arguments, &[]);
        let value = match self.dice.below(4) {
            0 => self.tree.attribute(error, "args"),
            1 if name == "StopIteration" => self.tree.attribute(error, "value"),
            2 => self.tree.call("str", &[error]),
            _ => self.tree.call("repr", &[error]),
        };
        let call = self.tree.call("log", &[value]);
        self.push_expr(call, out);
    }

    /// Groups of exceptions and their parts.
    pub(super) fn group_statement(&mut self, out: &mut Vec<NodeId>) {
        self.needs((3, 11));
        let count = 1 + self.dice.below(3);
        let mut errors: Vec<NodeId> = (0..count)
            .map(|_| {
                let class = self.dice.pick(CLASSES);
                let argument = self.operand(Type::Int);
                self.tree.call(class, &[argument])
            })
            .collect();
        if self.dice.chance(6) {
            let (text, inner) = (self.str_constant(), self.tree.list_display(&errors));
            let group = self.tree.call("ExceptionGroup", &[text, inner]);
            errors = vec![group, self.tree.call("KeyError", &[])];
        }
        let (text, list) = (self.str_constant(), self.tree.list_display(&errors));
        let group = self.tree.call("ExceptionGroup", &[text, list]);
        let class = self.exception_classes();
        let value = match self.dice.below(5) {
            0 => {
                let split = self.tree.method(group, "split", &[class]);
                self.tree.call("repr", &[split])
            }
            1 => {
                let part = self.tree.method(group, "subgroup", &[class]);
                self.tree.call("repr", &[part])
            }
            2 => self.tree.attribute(group, "message"),
            3 => self.tree.call("str", &[group]),
            _ => {
                let errors = self.tree.attribute(group, "exceptions");
                self.tree.call("repr", &[errors])
            }
        };
        let call = self.tree.call("log", &[value]);
        self.push_expr(call, out);
    }

    /// `except Exception as e: caught(e)`
    pub(super) fn shown_handler(&mut self) -> NodeId {
        let name = self.fresh(b'e');
        let kind = self.tree.name("Exception");
        let error = self.tree.load(name);
        let note = self.tree.call("caught", &[error]);
        let note = self.tree.expr(note);
        self.tree.handler(Some(kind), Some(name), &[note])
    }

    /// `raise`, nearly always under a condition, so that what follows is reached in other turns.
    pub(super) fn raise_statement(&mut self, out: &mut Vec<NodeId>) {
        let statement = if self.frame().handlers > 0 && self.dice.chance(6) {
            self.tree.add(Raise { exc: None, cause: None })
        } else {
            let class = self.dice.pick(CLASSES);
            self.raising(class)
        };
        let test = self.test();
        out.push(self.tree.condition(test, &[statement], &[]));
    }

    /// Something that cannot be done, in a `try` statement of its own.
    pub(super) fn error_statement(&mut self, out: &mut Vec<NodeId>) {
        let value = self.impossible();
        let value = self.tree.call("log", &[value]);
        let body = [self.tree.expr(value)];
        let handler = self.shown_handler();
        out.push(self.tree.attempt(&body, &[handler], &[], &[]));
        self.lines -= 2;
    }

    fn impossible(&mut self) -> NodeId {
        match self.dice.below(16) {
            9 => {
                // What is no exception is raised, or stands in an `except` clause.
                let value = self.operand(Type::Int);
                let function = self.tree.name("next");
                self.tree.apply(function, &[value], &[])
            }
            10 => {
                let (items, count) = (self.operand(Type::Tuple(Elem::Int)), self.dice.below(3) as i64 + 7);
                let count = self.tree.int(count);
                self.tree.subscript(items, count)
            }
            11 => {
                let (value, text) = (self.operand(Type::Str), self.tree.str("ascii"));
                let broken = self.tree.str("\u{e9}");
                let text_value = self.tree.binary(value, Kind::Add, broken);
                self.tree.method(text_value, "encode", &[text])
            }
            12 => {
                let value = self.operand(Type::Float);
                let inf = self.tree.str("inf");
                let inf = self.tree.call("float", &[inf]);
                let value = self.tree.binary(inf, Kind::Sub, value);
                self.tree.call("int", &[value])
            }
            13 => {
                let (name, value) = (self.tree.name("len"), self.operand(Type::Int));
                self.tree.apply(name, &[value], &[])
            }
            14 => {
                let (list, value) = (self.operand(Type::List(Elem::Int)), self.operand(Type::Str));
                let name = self.dice.pick(&["remove", "index"]);
                self.tree.method(list, name, &[value])
            }
            15 => {
                let (value, spec) = (self.operand(Type::Int), self.tree.str("s"));
                self.tree.call("format", &[value, spec])
            }
            0 => {
                let (left, zero) = (self.operand(Type::Int), self.tree.int(0));
                let zero = self.noted(zero);
                let op = self.dice.pick(&[Kind::FloorDiv, Kind::Mod, Kind::Div]);
                self.tree.binary(left, op, zero)
            }
            1 => {
                let (list, at) = (self.operand(Type::List(Elem::Int)), self.tree.int(1 << 31));
                self.tree.subscript(list, at)
            }
            2 => {
                let dict = self.tree.dict(&[]);
                let key = self.key();
                self.tree.subscript(dict, key)
            }
            3 => {
                let value = self.operand(Type::Any);
                self.tree.attribute(value, "missing")
            }
            4 => {
                let text = self.tree.str("x");
                self.tree.call("int", &[text])
            }
            5 => {
                let (left, right) = (self.operand(Type::Int), self.tree.str("a"));
                let right = self.noted(right);
                let op = self.dice.pick(super::numbers::ALL_OPERATORS);
                self.tree.binary(left, op, right)
            }
            6 => {
                let (left, right) = (self.operand(Type::Nothing), self.operand(Type::Int));
                let op = self.dice.pick(&super::numbers::ORDER[..4]);
                self.tree.compare(left, &[(op, right)])
            }
            7 => {
                let (function, argument) = (self.operand(Type::Int), self.operand(Type::Any));
                self.tree.apply(function, &[argument], &[])
            }
            _ => {
                let key = self.fresh_object(Type::List(Elem::Int));
                let value = self.operand(Type::Int);
                self.tree.dict(&[(Some(key), value)])
            }
        }
    }
}
