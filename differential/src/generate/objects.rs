//! What is done with instances and classes: attributes, methods, and changes of classes that have instances.

use super::classes::Class;
use super::maker::{Code, Maker};
use super::profile::Feature;
use super::specials::Special;
use super::types::Type;
use spec::ast::{Kind, NodeId};

impl Maker {
    pub(super) fn object_statement(&mut self, out: &mut Vec<NodeId>) {
        let Some(class) = self.some_class() else { return };
        if let Some(special) = self.unused_special(class.id) {
            let object = self.operand(Type::Object(class.id));
            return self.use_special(object, special, out);
        }
        match self.dice.below(10) {
            0 | 1 => self.read_field(&class, out),
            2 => self.write_field(&class, out),
            3 | 4 => self.method_call(&class, out),
            5 => self.class_question(&class, out),
            6 => self.class_object_statement(&class, out),
            7 if self.has(Feature::Mutation) => self.changed_class(&class, out),
            8 if self.has(Feature::Mutation) && self.code() != Code::Class => self.probed(&class, out),
            _ => self.special_again(&class, out),
        }
    }

    fn some_class(&mut self) -> Option<Class> {
        if self.classes.is_empty() {
            return None;
        }
        // The last is the least known.
        let count = self.classes.len();
        let at = if self.dice.chance(8) { count - 1 } else { self.dice.below(count) };
        Some(self.classes[at].clone())
    }

    fn unused_special(&mut self, id: u16) -> Option<Special> {
        self.classes.iter_mut().find(|class| class.id == id)?.unused.pop()
    }

    fn special_again(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        let object = self.operand(Type::Object(class.id));
        if class.specials.is_empty() {
            return;
        }
        let special = self.dice.pick(&class.specials);
        self.use_special(object, special, out);
    }

    // ---- Attributes and methods

    fn read_field(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        if class.fields.is_empty() {
            return;
        }
        let (name, _) = self.dice.pick(&class.fields);
        let object = self.operand(Type::Object(class.id));
        let value = if self.has(Feature::Dynamic) && self.dice.chance(5) {
            let (text, default) = (self.tree.str(name), self.operand(Type::Any));
            match self.dice.below(3) {
                0 => self.tree.call("hasattr", &[object, text]),
                1 => self.tree.call("getattr", &[object, text]),
                _ => self.tree.call("getattr", &[object, text, default]),
            }
        } else {
            self.tree.attribute(object, name)
        };
        let call = self.tree.call("log", &[value]);
        self.push_expr(call, out);
    }

    fn write_field(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        let object = self.operand(Type::Object(class.id));
        let Some(&(name, kind)) = class.fields.first() else { return };
        let name = if class.is_open && self.dice.chance(3) { "more" } else { name };
        let place = self.tree.attribute(object, name);
        let statement = match self.dice.below(6) {
            0 => self.deletion_of(place),
            1 | 2 if name != "more" => {
                let value = self.operand(kind);
                let op = self.dice.pick(&[Kind::Add, Kind::Sub, Kind::BitOr]);
                self.tree.augment(place, op, value)
            }
            3 if self.has(Feature::Dynamic) => {
                let object = self.operand(Type::Object(class.id));
                let (name, value) = (self.tree.str(name), self.operand(kind));
                let call = self.tree.call("setattr", &[object, name, value]);
                self.tree.expr(call)
            }
            _ => {
                let value = self.operand(kind);
                self.tree.assign(&[place], value)
            }
        };
        out.push(statement);
    }

    fn method_call(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        if class.methods.is_empty() {
            return;
        }
        let name = self.dice.pick(&class.methods);
        let argument = self.operand(Type::Int);
        let object = self.operand(Type::Object(class.id));
        let call = match self.dice.below(6) {
            0 => {
                // By the class, with the instance as an argument.
                let class = self.class_name(class.id);
                let function = self.tree.attribute(class, name);
                self.tree.apply(function, &[object, argument], &[])
            }
            1 if !class.parents.is_empty() => {
                let own = self.class_name(class.id);
                let proxy = self.tree.call("super", &[own, object]);
                self.tree.method(proxy, name, &[argument])
            }
            2 => {
                let method = self.tree.attribute(object, name);
                let function = self.fresh(b'p');
                let args = self.tree.plain_parameters(&[function]);
                let callee = self.tree.load(function);
                let again = self.operand(Type::Int);
                let body = self.tree.apply(callee, &[again], &[]);
                let lambda = self.tree.lambda(args, body);
                self.tree.apply(lambda, &[method], &[])
            }
            _ => self.tree.method(object, name, &[argument]),
        };
        let call = self.tree.call("log", &[call]);
        self.push_expr(call, out);
    }

    /// `isinstance`, `issubclass`, and what a class says of itself.
    fn class_question(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        let other = self.some_class().map_or(class.id, |class| class.id);
        let (own, other) = (self.class_name(class.id), self.class_name(other));
        let value = match self.dice.below(6) {
            0 => self.tree.call("issubclass", &[own, other]),
            1 => {
                let object = self.operand(Type::Object(class.id));
                let classes = [other, self.tree.name("int")];
                let classes = self.tree.tuple(&classes);
                self.tree.call("isinstance", &[object, classes])
            }
            2 => self.tree.attribute(own, "__mro__"),
            3 => {
                let name =
                    self.dice.pick(&["__name__", "__qualname__", "__bases__", "__module__", "__doc__"]);
                self.tree.attribute(own, name)
            }
            4 => {
                let object = self.operand(Type::Object(class.id));
                let kind = self.tree.call("type", &[object]);
                self.tree.compare(kind, &[(Kind::Is, own)])
            }
            _ => {
                let object = self.operand(Type::Object(class.id));
                self.tree.call("isinstance", &[object, other])
            }
        };
        let call = self.tree.call("log", &[value]);
        self.push_expr(call, out);
    }

    /// The class itself is used as a value: its attributes, and what its metaclass makes possible.
    fn class_object_statement(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        let own = self.class_name(class.id);
        if class.has_metaclass && !self.metaclass_hooks.is_empty() {
            let hooks = self.metaclass_hooks.clone();
            let special = self.dice.pick(&hooks);
            return self.use_special(own, special, out);
        }
        let value = match class.fields.first() {
            Some(&(name, _)) if self.dice.chance(10) => self.tree.attribute(own, name),
            _ => {
                let key = self.operand(Type::Int);
                self.tree.subscript(own, key)
            }
        };
        let kind = self.tree.call("type", &[value]);
        let value = self.tree.attribute(kind, "__name__");
        let call = self.tree.call("log", &[value]);
        self.push_expr(call, out);
    }

    // ---- Changes

    /// A change of a class or of an instance after which an attribute means something else.
    fn change(&mut self, class: &Class, object: Option<spec::names::Symbol>) -> NodeId {
        let own = self.class_name(class.id);
        let name = self.dice.pick(&["i", "m1", "m2", "d", "i"]);
        match self.dice.below(8) {
            0 => {
                let place = self.tree.attribute(own, name);
                self.deletion_of(place)
            }
            1 => {
                // A property in the place of a plain attribute.
                let function = self.small_method(0, true);
                let value = self.tree.call("property", &[function]);
                let place = self.tree.attribute(own, "i");
                self.tree.assign(&[place], value)
            }
            2 => {
                let function = self.small_method(1, true);
                let special = self.dice.pick(&[
                    "__add__",
                    "__getattr__",
                    "__eq__",
                    "__call__",
                    "__getitem__",
                    "__contains__",
                ]);
                let place = self.tree.attribute(own, special);
                self.tree.assign(&[place], function)
            }
            3 => {
                let value = self.operand(Type::Int);
                let class = self.dice.pick(&["D", "G"]);
                let value = self.tree.call(class, &[value]);
                let place = self.tree.attribute(own, name);
                self.tree.assign(&[place], value)
            }
            4 | 5 if object.is_some() => {
                let object = object.map_or(own, |name| self.tree.load(name));
                let place = self.tree.attribute(object, name);
                let value = self.changed_value(name, false);
                self.tree.assign(&[place], value)
            }
            6 if object.is_some() => {
                let object = object.map_or(own, |name| self.tree.load(name));
                let other = self.some_class().map_or(class.id, |class| class.id);
                let place = self.tree.attribute(object, "__class__");
                let value = self.class_name(other);
                self.tree.assign(&[place], value)
            }
            _ => {
                let place = self.tree.attribute(own, name);
                let value = self.changed_value(name, true);
                self.tree.assign(&[place], value)
            }
        }
    }

    fn changed_value(&mut self, name: &str, is_bound: bool) -> NodeId {
        if name.starts_with('m') { self.small_method(1, is_bound) } else { self.operand(Type::Int) }
    }

    /// A lambda that notes its call and takes this many arguments, the instance not counted.
    fn small_method(&mut self, takes: usize, is_bound: bool) -> NodeId {
        let mut names = if is_bound { vec![self.tree.symbol("self")] } else { Vec::new() };
        names.extend((0..takes).map(|_| self.fresh(b'p')));
        let args = self.tree.plain_parameters(&names);
        let label = self.label();
        let value = self.constant(Type::Int);
        let body = self.tree.call("at", &[label, value]);
        self.tree.lambda(args, body)
    }

    fn changed_class(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        let object = self.variable(Type::Object(class.id)).map(|variable| variable.name);
        out.push(self.change(class, object));
    }

    /// The same code sees an object before and after a change.
    fn probed(&mut self, class: &Class, out: &mut Vec<NodeId>) {
        let made = self.instance(class.id);
        let object = self.declare(Type::Object(class.id));
        let target = self.tree.store(object);
        out.push(self.tree.assign(&[target], made));
        let probe = self.fresh(b'f');
        let lambda = self.probe(class);
        let target = self.tree.store(probe);
        out.push(self.tree.assign(&[target], lambda));
        let turns = 3 + self.dice.below(3) as i64;
        let (turn, turns_node) = (self.fresh(b'i'), self.tree.int(turns));
        let range = self.tree.call("range", &[turns_node]);
        // Each look is guarded: after a change it may fail.
        let (function, argument) = (self.tree.load(probe), self.tree.load(object));
        let look = self.tree.apply(function, &[argument], &[]);
        let look = self.tree.call("log", &[look]);
        let look = self.tree.expr(look);
        let guard = self.tree.name("guard");
        let look = self.tree.with(&[(guard, None)], &[look]);
        let change = self.change(class, Some(object));
        let (counter, when) = (self.tree.load(turn), self.dice.below(2) as i64 + 1);
        let when = self.tree.int(when);
        let test = self.tree.compare(counter, &[(Kind::Eq, when)]);
        let guard = self.tree.name("guard");
        let change = self.tree.with(&[(guard, None)], &[change]);
        let change = self.tree.condition(test, &[change], &[]);
        let target = self.tree.store(turn);
        out.push(self.tree.for_loop(target, range, &[look, change], &[]));
        self.lines -= 5;
    }

    /// A function that looks at an object.
    fn probe(&mut self, class: &Class) -> NodeId {
        let name = self.fresh(b'p');
        let args = self.tree.plain_parameters(&[name]);
        let object = self.tree.load(name);
        let body = match self.dice.below(6) {
            0 | 1 if !class.methods.is_empty() => {
                let method = self.dice.pick(&class.methods);
                let argument = self.constant(Type::Int);
                self.tree.method(object, method, &[argument])
            }
            2 => {
                let value = self.constant(Type::Int);
                self.tree.binary(object, Kind::Add, value)
            }
            3 => {
                let value = self.constant(Type::Int);
                self.tree.compare(value, &[(Kind::In, object)])
            }
            4 => {
                let value = self.constant(Type::Int);
                self.tree.apply(object, &[value], &[])
            }
            _ => self.tree.attribute(object, "i"),
        };
        self.tree.lambda(args, body)
    }

    pub(super) fn dynamic_statement(&mut self, out: &mut Vec<NodeId>) {
        let value = self.operand(Type::Any);
        let kind = self.tree.call("type", &[value]);
        let name = self.tree.attribute(kind, "__name__");
        let call = self.tree.call("log", &[name]);
        self.push_expr(call, out);
    }
}
