//! Statements: what there may be in a block, and the simple ones.

use super::maker::{Code, Maker};
use super::numbers::ALL_OPERATORS;
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{AnnAssign, Assert, Delete, Kind, NodeId};
use spec::names::Symbol;

/// A form of statement; it may add several, or none when it has nothing to work on.
type Form = (Feature, usize, fn(&mut Maker, &mut Vec<NodeId>));

const FORMS: &[Form] = &[
    (Feature::Always, 5, Maker::new_variable),
    (Feature::Always, 5, Maker::rebinding),
    (Feature::Always, 5, Maker::log_statement),
    (Feature::Augmented, 3, Maker::augmented),
    (Feature::Augmented, 1, Maker::augmented_part),
    (Feature::Unpacking, 3, Maker::unpacking),
    (Feature::Tuples, 1, Maker::several_targets),
    (Feature::Subscripts, 2, Maker::stored_item),
    (Feature::Boxes, 2, Maker::box_statement),
    (Feature::Methods, 2, Maker::mutation),
    (Feature::Deletion, 2, Maker::deletion),
    (Feature::If, 3, Maker::if_statement),
    (Feature::While, 2, Maker::while_statement),
    (Feature::For, 3, Maker::for_statement),
    (Feature::Try, 3, Maker::try_statement),
    (Feature::With, 2, Maker::with_statement),
    (Feature::Raise, 1, Maker::raise_statement),
    (Feature::Jumps, 2, Maker::jump),
    (Feature::Functions, 2, Maker::call_statement),
    (Feature::Generators, 2, Maker::yield_statement),
    (Feature::Driving, 2, Maker::driven),
    (Feature::Always, 1, Maker::rare_statement),
    (Feature::Closures, 2, Maker::inner_function),
    (Feature::Closures, 1, Maker::loop_of_thunks),
    (Feature::Nonlocal, 1, Maker::counter),
    (Feature::Library, 1, Maker::import_statement),
    (Feature::Library, 1, Maker::proxy_statement),
    (Feature::Explicit, 2, Maker::explicit_statement),
    (Feature::Explicit, 1, Maker::annotated),
    (Feature::Instrumented, 1, Maker::noting_keys),
    (Feature::Instrumented, 1, Maker::noting_iterators),
    (Feature::Classes, 2, Maker::object_statement),
    (Feature::Dynamic, 1, Maker::dynamic_statement),
    (Feature::Errors, 1, Maker::error_statement),
    (Feature::Errors, 1, Maker::error_text),
    (Feature::Groups, 2, Maker::group_statement),
];

impl Maker {
    /// About so many statements, at least one.
    pub fn block(&mut self, count: usize) -> Vec<NodeId> {
        let mut body = Vec::with_capacity(count + 1);
        for _ in 0..count {
            self.statement(&mut body);
            if self.lines <= 0 || body.last().is_some_and(|&last| self.is_jump(last)) {
                break;
            }
        }
        if body.is_empty() {
            self.log_statement(&mut body);
        }
        body
    }

    /// Whether nothing after the statement is reached.
    pub fn is_jump(&self, statement: NodeId) -> bool {
        let kind = self.tree.ast.kind(statement);
        matches!(kind, Kind::Return | Kind::Break | Kind::Continue | Kind::Raise)
    }

    pub fn statement(&mut self, out: &mut Vec<NodeId>) {
        let features = self.features;
        let chosen = self.dice.weighted(FORMS.iter().map(|form| form.1 * features.factor(form.0)));
        let before = out.len();
        self.lines -= 1;
        if !self.pending.is_empty() && self.dice.chance(8) {
            self.pending_call(out);
        }
        FORMS[chosen].2(self, out);
        if out.len() == before {
            self.log_statement(out);
        }
        self.lines -= (out.len() - before) as i32 - 1;
    }

    pub fn push_expr(&mut self, value: NodeId, out: &mut Vec<NodeId>) {
        out.push(self.tree.expr(value));
    }

    /// What is bound to a variable that has a value already: it must not grow without bounds.
    pub fn bounded(&mut self, kind: Type) -> NodeId {
        let value = self.operand(kind);
        let is_bounded = matches!(self.tree.ast.kind(value), Kind::Constant | Kind::Name);
        if !kind.grows() || is_bounded {
            return value;
        }
        let limit = self.tree.int(8);
        let slice = self.tree.slice(None, Some(limit), None);
        self.tree.subscript(value, slice)
    }

    // ---- Bindings

    fn new_variable(&mut self, out: &mut Vec<NodeId>) {
        let kind = self.concrete();
        let value = self.operand(kind);
        let name = self.declare(kind);
        let target = self.tree.store(name);
        out.push(self.tree.assign(&[target], value));
    }

    fn rebinding(&mut self, out: &mut Vec<NodeId>) {
        let Some(variable) = self.own(|_| true) else { return };
        let value = self.bounded(variable.kind);
        let mut targets = vec![self.tree.store(variable.name)];
        if self.dice.chance(2)
            && let Some(other) = self.assignable(variable.kind)
        {
            targets.push(self.tree.store(other.name));
        }
        out.push(self.tree.assign(&targets, value));
    }

    fn several_targets(&mut self, out: &mut Vec<NodeId>) {
        let kind = self.concrete();
        let (first, second) = (self.operand(kind), self.operand(kind));
        let value = self.tree.tuple(&[first, second]);
        let names = [self.declare(kind), self.declare(kind)];
        let targets = names.map(|name| self.tree.store(name));
        let target = self.tree.tuple(&targets);
        out.push(self.tree.assign(&[target], value));
    }

    /// `x += ...`
    fn augmented(&mut self, out: &mut Vec<NodeId>) {
        let can = |kind: Type| {
            matches!(
                kind,
                Type::Int
                    | Type::Float
                    | Type::V
                    | Type::Mixed
                    | Type::Str
                    | Type::List(_)
                    | Type::Tuple(_)
                    | Type::Set
            )
        };
        let Some(variable) = self.own(|variable| can(variable.kind)) else { return };
        let (op, value) = self.augmentation(variable.kind);
        let target = self.tree.store(variable.name);
        out.push(self.tree.augment(target, op, value));
    }

    /// An operator and an operand for a value of this type in place.
    fn augmentation(&mut self, kind: Type) -> (Kind, NodeId) {
        let simple = [Kind::Add, Kind::Sub, Kind::BitXor, Kind::BitOr, Kind::BitAnd];
        match kind {
            Type::Int => match self.dice.below(6) {
                0 => (Kind::Mult, self.int_constant()),
                1 => (self.dice.pick(&[Kind::FloorDiv, Kind::Mod]), self.divisor()),
                2 => (Kind::RShift, self.tree.int(1)),
                _ => (self.dice.pick(&simple), self.operand(Type::Int)),
            },
            Type::Mixed => (self.dice.pick(&simple), self.operand(Type::Mixed)),
            Type::Float => (self.dice.pick(&[Kind::Add, Kind::Sub, Kind::Mult]), self.operand(Type::Float)),
            Type::V => (self.dice.pick(ALL_OPERATORS), self.operand(Type::Mixed)),
            Type::Set => (self.dice.pick(&simple[1..]), self.operand(Type::Set)),
            Type::List(element) => {
                let other = self.dice.pick(&[Type::List(element), Type::Tuple(element)]);
                (Kind::Add, self.bounded(other))
            }
            other => (Kind::Add, self.bounded(other)),
        }
    }

    /// `container[key] += ...`, `object.attribute += ...`
    fn augmented_part(&mut self, out: &mut Vec<NodeId>) {
        if self.has(Feature::Boxes) && self.dice.chance(8) {
            let container = self.operand(Type::Box);
            let target = if self.dice.chance(8) {
                self.tree.attribute(container, "part")
            } else {
                let list = self.operand(Type::V);
                let items = self.tree.list_display(&[list]);
                let container = self.tree.call("Box", &[items]);
                let container = self.noted(container);
                let key = self.key();
                self.tree.subscript(container, key)
            };
            let (op, value) = self.augmentation(Type::V);
            out.push(self.tree.augment(target, op, value));
            return;
        }
        let is_list = |kind: Type| matches!(kind, Type::List(Elem::Int | Elem::V | Elem::Mixed));
        let Some(variable) = self.find(|variable| is_list(variable.kind)) else { return };
        let list = self.tree.load(variable.name);
        let list = self.noted(list);
        let index = self.dice.pick(&[0, -1]);
        let index = self.tree.int(index);
        let index = self.noted(index);
        let target = self.tree.subscript(list, index);
        let (op, value) = self.augmentation(variable.kind.element().kind());
        out.push(self.tree.augment(target, op, value));
    }

    /// `a, *b = ...` and its relatives.
    fn unpacking(&mut self, out: &mut Vec<NodeId>) {
        let element = self.element();
        let kinds = [Type::List(element), Type::Tuple(element), Type::Iterator(element)];
        let kind = self.dice.pick(&kinds);
        let rest = Type::List(element);
        if self.dice.chance(6) {
            // Whatever there is.
            let value = self.operand(kind);
            let name = self.declare(rest);
            let inner = self.tree.store(name);
            let star = self.tree.starred(inner);
            let target =
                if self.dice.chance(8) { self.tree.tuple(&[star]) } else { self.tree.list_display(&[star]) };
            out.push(self.tree.assign(&[target], value));
            return;
        }
        let count = 1 + self.dice.below(3);
        let mut values: Vec<NodeId> = (0..count).map(|_| self.operand(element.kind())).collect();
        let mut names: Vec<(Type, bool)> = vec![(element.kind(), false); count];
        if self.dice.chance(8) {
            let at = self.dice.below(count + 1);
            names.insert(at, (rest, true));
            let more = self.operand(kind);
            let more = self.tree.starred(more);
            values.insert(at, more);
        }
        let mut targets = Vec::new();
        for (kind, is_star) in names {
            let name = self.declare(kind);
            let target = self.tree.store(name);
            targets.push(if is_star { self.tree.starred(target) } else { target });
        }
        if targets.len() == 3 && self.dice.chance(4) {
            // The last two are a pair within.
            let inner = self.tree.tuple(&targets[1..]);
            let value = self.tree.list_display(&values[1..]);
            targets.truncate(1);
            values.truncate(1);
            targets.push(inner);
            values.push(value);
        }
        let value =
            if self.dice.chance(8) { self.tree.tuple(&values) } else { self.tree.list_display(&values) };
        let target =
            if self.dice.chance(10) { self.tree.tuple(&targets) } else { self.tree.list_display(&targets) };
        out.push(self.tree.assign(&[target], value));
    }

    fn stored_item(&mut self, out: &mut Vec<NodeId>) {
        let is_container = |kind: Type| matches!(kind, Type::Dict(_) | Type::List(_));
        let Some(variable) = self.find(|variable| is_container(variable.kind)) else { return };
        let element = variable.kind.element();
        let container = self.tree.load(variable.name);
        let container = self.noted(container);
        if let Type::List(_) = variable.kind
            && self.dice.chance(8)
        {
            let target = self.slice_without_step(container);
            let kind = self.dice.pick(&[Type::List(element), Type::Tuple(element), Type::Iterator(element)]);
            let value =
                if matches!(kind, Type::Iterator(_)) { self.operand(kind) } else { self.bounded(kind) };
            out.push(self.tree.assign(&[target], value));
            return;
        }
        let key = match variable.kind {
            Type::Dict(_) => self.key(),
            _ => {
                let index = self.dice.pick(&[0, -1, 0, 1]);
                let index = self.tree.int(index);
                self.noted(index)
            }
        };
        let target = self.tree.subscript(container, key);
        let value = self.operand(element.kind());
        out.push(self.tree.assign(&[target], value));
    }

    fn slice_without_step(&mut self, container: NodeId) -> NodeId {
        let bounds: [Option<NodeId>; 2] = std::array::from_fn(|_| {
            let bound = self.dice.pick(&[0, 1, 2, -1]);
            let bound = self.tree.int(bound);
            self.dice.chance(12).then(|| self.noted(bound))
        });
        let slice = self.tree.slice(bounds[0], bounds[1], None);
        self.tree.subscript(container, slice)
    }

    fn box_statement(&mut self, out: &mut Vec<NodeId>) {
        let container = self.operand(Type::Box);
        let key = self.key();
        let place = self.tree.subscript(container, key);
        if self.dice.chance(5) {
            self.tree.place(place, Kind::Del);
            let targets = self.tree.list(&[place]);
            out.push(self.tree.add(Delete { targets }));
            return;
        }
        let value = self.operand(Type::Any);
        let mut targets = vec![place];
        if self.dice.chance(5) {
            let other = self.operand(Type::Box);
            let key = self.key();
            targets.push(self.tree.subscript(other, key));
        }
        out.push(self.tree.assign(&targets, value));
    }

    /// A method that changes a container.
    fn mutation(&mut self, out: &mut Vec<NodeId>) {
        let is_container = |kind: Type| matches!(kind, Type::Dict(_) | Type::List(_) | Type::Set);
        let Some(variable) = self.find(|variable| is_container(variable.kind)) else { return };
        let container = self.tree.load(variable.name);
        let container = self.noted(container);
        let element = variable.kind.element();
        let call = match variable.kind {
            Type::List(_) => self.list_mutation(variable.name, container, element),
            Type::Dict(_) => self.dict_mutation(container, variable.kind),
            _ => {
                let value = self.operand(Type::Int);
                let name = self.dice.pick(&["add", "discard", "add"]);
                self.tree.method(container, name, &[value])
            }
        };
        self.push_expr(call, out);
    }

    fn list_mutation(&mut self, name: Symbol, container: NodeId, element: Elem) -> NodeId {
        match self.dice.below(9) {
            6 => {
                let value = self.operand(element.kind());
                self.tree.method(container, "append", &[value])
            }
            7 => {
                let pop = self.tree.method(container, "pop", &[]);
                let values = [self.tree.load(name), pop];
                self.tree.boolean(Kind::And, &values)
            }
            8 => {
                // A sort by a key that notes its calls.
                let name = self.fresh(b'p');
                let args = self.tree.plain_parameters(&[name]);
                let label = self.label();
                let body = self.enclosed(Code::Lambda, Type::Int, |maker| {
                    let key = maker.operand(Type::Int);
                    maker.tree.call("at", &[label, key])
                });
                let key = self.tree.lambda(args, body);
                let sort = self.tree.attribute(container, "sort");
                let key = self.tree.keyword(Some("key"), key);
                self.tree.apply(sort, &[], &[key])
            }
            0 => {
                let values = self.bounded(Type::Tuple(element));
                self.tree.method(container, "extend", &[values])
            }
            1 => {
                let at = self.dice.pick(&[0, 1, -1, 1 << 31]);
                let at = self.tree.int(at);
                let at = self.noted(at);
                let value = self.operand(element.kind());
                self.tree.method(container, "insert", &[at, value])
            }
            2 => self.tree.method(container, "reverse", &[]),
            3 if matches!(element, Elem::Int | Elem::Str) => self.tree.method(container, "sort", &[]),
            _ => {
                let value = self.operand(element.kind());
                self.tree.method(container, "append", &[value])
            }
        }
    }

    fn dict_mutation(&mut self, container: NodeId, kind: Type) -> NodeId {
        let value = kind.element().kind();
        match self.dice.below(6) {
            4 => {
                let items = self.tree.method(container, "items", &[]);
                let items = self.tree.call("list", &[items]);
                self.tree.call("log", &[items])
            }
            5 => {
                let (keys, other) = (self.tree.method(container, "keys", &[]), self.operand(Type::Set));
                let op = self.dice.pick(&[Kind::BitAnd, Kind::Sub, Kind::BitOr]);
                let value = self.tree.binary(keys, op, other);
                self.tree.call("log", &[value])
            }
            0 => {
                let other = self.operand(kind);
                self.tree.method(container, "update", &[other])
            }
            1 => {
                let (key, default) = (self.key(), self.tree.none());
                self.tree.method(container, "pop", &[key, default])
            }
            _ => {
                let (key, value) = (self.key(), self.operand(value));
                self.tree.method(container, "setdefault", &[key, value])
            }
        }
    }

    /// `del` of a name, an item or a slice.
    fn deletion(&mut self, out: &mut Vec<NodeId>) {
        let target = match self.dice.below(3) {
            0 => {
                let frame_is_plain = self.frame().loops == 0;
                let Some(variable) = self.own(|variable| variable.deletable).filter(|_| frame_is_plain)
                else {
                    return;
                };
                let frame = self.frame();
                frame.variables.retain(|other| other.name != variable.name);
                self.tree.load(variable.name)
            }
            _ => {
                let is_list = |kind: Type| matches!(kind, Type::List(_));
                let Some(variable) = self.find(|variable| is_list(variable.kind)) else { return };
                let list = self.tree.load(variable.name);
                let list = self.noted(list);
                self.slice_without_step(list)
            }
        };
        let target = match self.dice.below(8) {
            0 => self.tree.tuple(&[target]),
            1 => self.tree.list_display(&[target]),
            _ => target,
        };
        self.tree.place(target, Kind::Del);
        let targets = self.tree.list(&[target]);
        out.push(self.tree.add(Delete { targets }));
    }

    // ---- Others

    pub fn log_statement(&mut self, out: &mut Vec<NodeId>) {
        let count = 1 + self.dice.below(2);
        let values: Vec<NodeId> = (0..count).map(|_| self.operand(Type::Any)).collect();
        let call = self.tree.call("log", &values);
        self.push_expr(call, out);
    }

    fn rare_statement(&mut self, out: &mut Vec<NodeId>) {
        match self.dice.below(5) {
            0 => {
                let test = self.test();
                let one = self.tree.int(1);
                let test = self.tree.boolean(Kind::Or, &[test, one]);
                let msg = Some(self.operand(Type::Any));
                out.push(self.tree.add(Assert { test, msg }));
            }
            1 if self.code() != Code::Class => {
                let kind = self.concrete();
                let annotation =
                    if self.dice.chance(8) { self.tree.name("int") } else { self.operand(Type::Int) };
                let value = Some(self.operand(kind));
                let name = self.declare(kind);
                let target = self.tree.store(name);
                out.push(self.tree.add(AnnAssign { target, annotation, value, simple: 1 }));
            }
            2 => out.push(self.tree.add(spec::ast::Pass {})),
            3 if self.has(Feature::Instrumented) => {
                let value = self.operand(Type::V);
                self.push_expr(value, out);
            }
            _ => self.log_statement(out),
        }
    }
}
