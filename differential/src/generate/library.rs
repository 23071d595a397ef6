//! Modules of the standard library, and what can be asked of classes and mappings by their own objects.

use super::maker::{Code, Maker};
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{Import, ImportFrom, Kind, NodeId, alias};

/// Modules that programs import, and names that they import from them.
const MODULES: &[(&str, &[&str])] = &[
    ("math", &["floor", "gcd"]),
    ("itertools", &["chain", "islice"]),
    ("functools", &["reduce", "partial"]),
    ("operator", &["add", "itemgetter"]),
    ("types", &["MappingProxyType"]),
];

impl Maker {
    /// All modules, by `import`, at the top of a program that uses some.
    pub(super) fn imports(&mut self, out: &mut Vec<NodeId>) {
        if !self.has(Feature::Library) {
            return;
        }
        let names: Vec<NodeId> = MODULES.iter().map(|(module, _)| self.alias(module, None)).collect();
        let names = self.tree.list(&names);
        out.push(self.tree.add(Import { names }));
    }

    fn alias(&mut self, name: &str, new: Option<spec::names::Symbol>) -> NodeId {
        let name = self.tree.symbol(name);
        self.tree.add(alias { name, asname: new })
    }

    /// An import in the middle, and a use of what it binds.
    pub(super) fn import_statement(&mut self, out: &mut Vec<NodeId>) {
        let (module, names) = self.dice.pick(MODULES);
        let name = self.dice.pick(names);
        let bound = self.fresh(b'm');
        if self.dice.chance(8) {
            let names = self.alias(name, Some(bound));
            let (module, names) = (Some(self.tree.symbol(module)), self.tree.list(&[names]));
            out.push(self.tree.add(ImportFrom { module, names, level: 0 }));
        } else {
            let names = self.alias(module, Some(bound));
            let names = self.tree.list(&[names]);
            out.push(self.tree.add(Import { names }));
        }
        let value = self.tree.load(bound);
        let text = self.tree.str(name);
        let call = self.tree.call("hasattr", &[value, text]);
        let call = self.tree.call("log", &[call]);
        self.push_expr(call, out);
    }

    pub(super) fn library_call(&mut self, module: &str, name: &str, arguments: &[NodeId]) -> NodeId {
        let module = self.tree.name(module);
        self.tree.method(module, name, arguments)
    }

    pub(super) fn int_of_library(&mut self, kind: Type) -> NodeId {
        match self.dice.below(8) {
            0 => {
                let values = [self.operand(Type::Int), self.operand(Type::Int)];
                self.library_call("math", "gcd", &values)
            }
            1 => {
                let value = self.operand(Type::Int);
                let value = self.tree.call("abs", &[value]);
                self.library_call("math", "isqrt", &[value])
            }
            2 => {
                let value = self.dice.pick(&[0.5, -2.5, 1e16, 9.5]);
                let value = self.tree.constant(spec::constant::ConstantValue::Float(value));
                let name = self.dice.pick(&["floor", "ceil", "trunc"]);
                self.library_call("math", name, &[value])
            }
            3 => {
                let values = [self.dice.below(9), self.dice.below(9)].map(|value| value as i64);
                let values = values.map(|value| self.tree.int(value));
                let name = self.dice.pick(&["comb", "perm"]);
                self.library_call("math", name, &values)
            }
            4 | 5 => {
                let names = [self.fresh(b'p'), self.fresh(b'p')];
                let args = self.tree.plain_parameters(&names);
                let body = self.enclosed(Code::Lambda, kind, |maker| {
                    names.iter().for_each(|&name| maker.know(name, Type::Int));
                    maker.operand(Type::Int)
                });
                let function = self.tree.lambda(args, body);
                let (items, start) = (self.operand(Type::List(Elem::Int)), self.operand(Type::Int));
                self.library_call("functools", "reduce", &[function, items, start])
            }
            6 => {
                let (name, argument) = (self.tree.name("max"), self.operand(Type::Int));
                let partial = self.library_call("functools", "partial", &[name, argument]);
                let argument = self.operand(Type::Int);
                self.tree.apply(partial, &[argument], &[])
            }
            _ => {
                let name = self.dice.pick(&["add", "sub", "or_", "xor", "index"]);
                let mut values = vec![self.operand(Type::Int)];
                if name != "index" {
                    values.push(self.operand(Type::Int));
                }
                self.library_call("operator", name, &values)
            }
        }
    }

    pub(super) fn float_of_library(&mut self, _: Type) -> NodeId {
        match self.dice.below(4) {
            0 => {
                let value = self.operand(Type::Float);
                let value = self.tree.call("abs", &[value]);
                self.library_call("math", "sqrt", &[value])
            }
            1 => {
                // The sign of a value that is not a number is the processor's business.
                let sign = self.dice.pick(&[1.0, -2.5, -0.0, 0.0]);
                let sign = self.tree.constant(spec::constant::ConstantValue::Float(sign));
                let values = [self.operand(Type::Float), self.noted(sign)];
                self.library_call("math", "copysign", &values)
            }
            2 => {
                let value = self.operand(Type::Float);
                let name = self.dice.pick(&["modf", "frexp"]);
                let parts = self.library_call("math", name, &[value]);
                let zero = self.tree.int(0);
                self.tree.subscript(parts, zero)
            }
            _ => {
                let value = self.operand(Type::Float);
                let name = self.dice.pick(&["fabs", "fsum"]);
                let value = if name == "fsum" {
                    let other = self.operand(Type::Float);
                    self.tree.list_display(&[value, other])
                } else {
                    value
                };
                self.library_call("math", name, &[value])
            }
        }
    }

    pub(super) fn iterator_of_library(&mut self, kind: Type) -> NodeId {
        let element = kind.element();
        match self.dice.below(5) {
            0 => {
                let parts = [self.operand(kind), self.operand(Type::List(element))];
                self.library_call("itertools", "chain", &parts)
            }
            1 => {
                let (items, count) = (self.operand(kind), self.tree.int(2));
                let count = self.noted(count);
                self.library_call("itertools", "islice", &[items, count])
            }
            2 => {
                let (value, count) = (self.operand(element.kind()), self.tree.int(2));
                self.library_call("itertools", "repeat", &[value, count])
            }
            3 => {
                let name = self.fresh(b'p');
                let args = self.tree.plain_parameters(&[name]);
                let body = self.enclosed(Code::Lambda, Type::Bool, |maker| {
                    maker.know(name, element.kind());
                    maker.test()
                });
                let (function, items) = (self.tree.lambda(args, body), self.operand(kind));
                let name = self.dice.pick(&["takewhile", "dropwhile", "filterfalse"]);
                self.library_call("itertools", name, &[function, items])
            }
            _ if element == Elem::Int => {
                let items = self.operand(Type::List(element));
                self.library_call("itertools", "accumulate", &[items])
            }
            _ => {
                let items = self.operand(Type::Tuple(element));
                self.tree.call("iter", &[items])
            }
        }
    }

    /// A read-only view of a mapping.
    pub(super) fn proxy_statement(&mut self, out: &mut Vec<NodeId>) {
        let kind =
            if self.has(Feature::Boxes) && self.dice.chance(4) { Type::Box } else { Type::Dict(Elem::Int) };
        let mapping = self.operand(kind);
        let view = self.library_call("types", "MappingProxyType", &[mapping]);
        let key = self.key();
        let value = match self.dice.below(12) {
            0 => self.tree.subscript(view, key),
            1 => self.tree.compare(key, &[(Kind::In, view)]),
            2 => self.tree.call("len", &[view]),
            3 => self.tree.call("list", &[view]),
            4 => self.tree.method(view, "get", &[key]),
            5 | 6 => {
                let name = self.dice.pick(&["keys", "values", "items"]);
                let part = self.tree.method(view, name, &[]);
                self.tree.call("list", &[part])
            }
            7 => self.tree.method(view, "copy", &[]),
            8 => {
                self.needs((3, 9));
                let value = self.int_constant();
                let other = self.tree.dict(&[(Some(key), value)]);
                if self.dice.chance(8) {
                    self.tree.binary(view, Kind::BitOr, other)
                } else {
                    self.tree.binary(other, Kind::BitOr, view)
                }
            }
            9 => {
                let other = self.operand(Type::Dict(Elem::Int));
                self.tree.compare(view, &[(Kind::Eq, other)])
            }
            10 if kind != Type::Box => {
                self.needs((3, 12));
                self.tree.call("hash", &[view])
            }
            _ => {
                let name = self.dice.pick(&["repr", "str"]);
                self.tree.call(name, &[view])
            }
        };
        self.push_guarded_log(value, out);
    }

    /// `with guard: log(...)`: for what may well fail.
    pub(super) fn push_guarded_log(&mut self, value: NodeId, out: &mut Vec<NodeId>) {
        let call = self.tree.call("log", &[value]);
        let call = self.tree.expr(call);
        let guard = self.tree.name("guard");
        out.push(self.tree.with(&[(guard, None)], &[call]));
        self.lines -= 1;
    }
}
