//! What protocols do by themselves, asked for by name: descriptors, attribute access, hashes, iterators.

use super::maker::Maker;
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{AnnAssign, Kind, NodeId};

impl Maker {
    /// A method of a protocol, called by its name.
    pub(super) fn explicit_statement(&mut self, out: &mut Vec<NodeId>) {
        if let Some(class) = self.classes.last().cloned()
            && self.dice.chance(10)
        {
            return self.explicit_attribute(class.id, out);
        }
        let value = match self.dice.below(6) {
            0 => {
                let iterator = self.operand(Type::Iterator(Elem::Int));
                self.tree.method(iterator, "__next__", &[])
            }
            1 => {
                let (left, right) = (self.operand(Type::Int), self.operand(Type::Mixed));
                let name =
                    self.dice.pick(&["__add__", "__eq__", "__lt__", "__rsub__", "__mul__", "__divmod__"]);
                self.tree.method(left, name, &[right])
            }
            2 => {
                let list = self.operand(Type::List(Elem::Int));
                let name = self.dice.pick(&["__len__", "__iter__", "__reversed__", "__repr__"]);
                let value = self.tree.method(list, name, &[]);
                let kind = self.tree.call("type", &[value]);
                self.tree.attribute(kind, "__name__")
            }
            3 => {
                let (dict, key) = (self.operand(Type::Dict(Elem::Int)), self.key());
                let name = self.dice.pick(&["__getitem__", "__contains__", "__delitem__"]);
                self.tree.method(dict, name, &[key])
            }
            4 => {
                let parts = [self.operand(Type::Mixed), self.operand(Type::Mixed)];
                let tuple = self.tree.tuple(&parts);
                self.tree.call("hash", &[tuple])
            }
            _ => {
                let value = self.operand(Type::Int);
                self.tree.call("chr", &[value])
            }
        };
        self.push_guarded_log(value, out);
    }

    /// What lies in a class's dictionary, asked for an attribute of an instance.
    fn explicit_attribute(&mut self, class: u16, out: &mut Vec<NodeId>) {
        let name = match self.class_of(class).map(|class| (class.methods.clone(), class.fields.clone())) {
            Some((methods, _)) if !methods.is_empty() && self.dice.chance(9) => self.dice.pick(&methods),
            Some((_, fields)) if !fields.is_empty() => self.dice.pick(&fields).0,
            _ => "i",
        };
        let own = self.class_name(class);
        let object = self.operand(Type::Object(class));
        let text = self.tree.str(name);
        let value = match self.dice.below(9) {
            0 | 1 => {
                let namespace = self.tree.attribute(own, "__dict__");
                let found = if self.dice.chance(8) {
                    self.tree.subscript(namespace, text)
                } else {
                    self.tree.method(namespace, "get", &[text])
                };
                let call = match self.dice.below(5) {
                    0 => {
                        let value = self.operand(Type::Int);
                        self.tree.method(found, "__set__", &[object, value])
                    }
                    1 => self.tree.method(found, "__delete__", &[object]),
                    2 => {
                        let argument = self.operand(Type::Int);
                        self.tree.apply(found, &[argument], &[])
                    }
                    _ => {
                        let own = self.class_name(class);
                        self.tree.method(found, "__get__", &[object, own])
                    }
                };
                let kind = self.tree.call("type", &[call]);
                self.tree.attribute(kind, "__name__")
            }
            2 => {
                let namespace = self.tree.attribute(own, "__dict__");
                self.tree.compare(text, &[(Kind::In, namespace)])
            }
            3 => {
                let base = self.tree.name("object");
                self.tree.method(base, "__getattribute__", &[object, text])
            }
            4 => {
                let value = self.operand(Type::Int);
                let base = self.tree.name("object");
                self.tree.method(base, "__setattr__", &[object, text, value])
            }
            5 => {
                let function = self.dice.pick(&["delattr", "hasattr"]);
                self.tree.call(function, &[object, text])
            }
            6 => {
                let proxy = self.tree.call("super", &[own, object]);
                self.tree.method(proxy, "__getattribute__", &[text])
            }
            7 => {
                let method = self.tree.attribute(object, name);
                let attribute =
                    self.dice.pick(&["__name__", "__func__", "__self__", "missing", "__qualname__"]);
                self.tree.attribute(method, attribute)
            }
            _ => {
                let kind = self.tree.name("type");
                self.tree.method(kind, "__getattribute__", &[own, text])
            }
        };
        self.push_guarded_log(value, out);
    }

    /// `x: T`, `x.a: T = v`, `x[k]: T`: what an annotated assignment evaluates.
    pub(super) fn annotated(&mut self, out: &mut Vec<NodeId>) {
        let container = self.operand(Type::Box);
        let key = self.key();
        let target = self.tree.subscript(container, key);
        self.tree.place(target, Kind::Store);
        let annotation = self.operand(Type::Int);
        let value = self.dice.chance(8).then(|| self.operand(Type::Int));
        out.push(self.tree.add(AnnAssign { target, annotation, value, simple: 0 }));
    }

    /// A set or dictionary whose keys compare by code of the harness.
    pub(super) fn noting_keys(&mut self, out: &mut Vec<NodeId>) {
        let keys = [self.operand(Type::V), self.operand(Type::V), self.operand(Type::Int)];
        let other = self.operand(Type::V);
        let values = [self.int_constant(), self.int_constant()];
        let value = match self.dice.below(10) {
            0..=3 => {
                let set = self.tree.set(&keys);
                match self.dice.below(6) {
                    0 => self.tree.compare(other, &[(Kind::In, set)]),
                    1 => {
                        let other = self.tree.set(&[other]);
                        let op = self.dice.pick(&[Kind::BitAnd, Kind::BitOr, Kind::Sub, Kind::BitXor]);
                        self.tree.binary(set, op, other)
                    }
                    2 => {
                        let other = self.tree.list_display(&[other]);
                        let name = self.dice.pick(&[
                            "union",
                            "intersection",
                            "difference",
                            "issuperset",
                            "isdisjoint",
                        ]);
                        self.tree.method(set, name, &[other])
                    }
                    3 => {
                        let frozen = self.tree.call("frozenset", &[set]);
                        let other = self.tree.set(&[other]);
                        self.tree.compare(frozen, &[(Kind::GtE, other)])
                    }
                    _ => {
                        let name = self.dice.pick(&["add", "discard", "remove"]);
                        self.tree.method(set, name, &[other])
                    }
                }
            }
            4 => {
                let tuple = self.tree.tuple(&keys);
                let dict = self.tree.dict(&[(Some(tuple), values[0])]);
                let tuple = self.tree.tuple(&[other]);
                self.tree.method(dict, "get", &[tuple])
            }
            _ => {
                let dict = self.tree.dict(&[(Some(keys[0]), values[0]), (Some(keys[1]), keys[2])]);
                match self.dice.below(6) {
                    0 => self.tree.method(dict, "pop", &[other]),
                    1 => self.tree.compare(other, &[(Kind::In, dict)]),
                    2 => {
                        let value = self.operand(Type::Int);
                        self.tree.method(dict, "setdefault", &[other, value])
                    }
                    3 => self.tree.method(dict, "__delitem__", &[other]),
                    4 => {
                        let other = self.tree.dict(&[(Some(other), values[1])]);
                        self.tree.compare(dict, &[(Kind::Eq, other)])
                    }
                    _ => self.tree.subscript(dict, other),
                }
            }
        };
        let values = if self.has(Feature::Sets) { self.tree.list_display(&[value]) } else { value };
        self.push_guarded_log(values, out);
    }
}
