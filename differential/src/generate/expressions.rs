//! Expressions of all types: which forms there are for each, and those that are for any.

use super::maker::{Code, Maker};
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{Kind, NodeId};

/// A form of expression for some type: the feature that it belongs to, how often it is used, and what makes it.
pub(super) type Form = (Feature, usize, fn(&mut Maker, Type) -> NodeId);

/// Forms for a value of any type.
const GENERAL: &[Form] = &[
    (Feature::Conditions, 1, Maker::conditional),
    (Feature::Conditions, 1, Maker::either),
    (Feature::Walrus, 1, Maker::walrus),
    (Feature::Lambdas, 1, Maker::lambda_call),
    (Feature::Functions, 2, Maker::function_call),
    (Feature::Tuples, 1, Maker::picked),
    (Feature::Dicts, 1, Maker::looked_up),
    (Feature::Lists, 1, Maker::only_element),
    (Feature::Iterators, 1, Maker::next_element),
    (Feature::Boxes, 1, Maker::through_box),
    (Feature::Generators, 1, Maker::yield_expression),
];

impl Maker {
    /// An expression of this type.
    pub fn expression(&mut self, kind: Type) -> NodeId {
        if kind == Type::Any {
            let kind = self.concrete();
            return self.expression(kind);
        }
        if self.depth >= self.max_depth || self.dice.chance(2 + 2 * self.depth as usize) {
            return self.leaf(kind);
        }
        self.depth += 1;
        let forms = forms_of(kind);
        let all = forms.iter().chain(GENERAL);
        let features = self.features;
        let chosen = self.dice.weighted(all.clone().map(|form| form.1 * features.factor(form.0)));
        let node = match all.clone().nth(chosen) {
            Some(form) if features.has(form.0) => form.2(self, kind),
            _ => self.leaf(kind),
        };
        self.depth -= 1;
        node
    }

    /// An operand: an expression whose evaluation may be noted.
    pub fn operand(&mut self, kind: Type) -> NodeId {
        let node = self.expression(kind);
        self.noted(node)
    }

    /// A variable or a constant.
    pub fn leaf(&mut self, kind: Type) -> NodeId {
        let wants_variable = self.dice.chance(11);
        match self.variable(kind).filter(|_| wants_variable) {
            Some(variable) => self.tree.load(variable.name),
            None => self.constant(kind),
        }
    }

    /// Some type that the program's features speak of.
    pub fn concrete(&mut self) -> Type {
        let element = self.element();
        let choices = [
            (Feature::Always, 4, Type::Int),
            (Feature::Always, 1, Type::Bool),
            (Feature::Always, 1, Type::Nothing),
            (Feature::Floats, 2, Type::Float),
            (Feature::Complex, 1, Type::Complex),
            (Feature::Strings, 3, Type::Str),
            (Feature::FStrings, 1, Type::Str),
            (Feature::Bytes, 2, Type::Bytes),
            (Feature::Lists, 2, Type::List(element)),
            (Feature::Tuples, 2, Type::Tuple(element)),
            (Feature::Dicts, 2, Type::Dict(element)),
            (Feature::Sets, 1, Type::Set),
            (Feature::Instrumented, 3, Type::V),
            (Feature::Boxes, 1, Type::Box),
            (Feature::Closures, 2, Type::Thunk),
        ];
        let features = self.features;
        let chosen = self.dice.weighted(choices.iter().map(|choice| choice.1 * features.factor(choice.0)));
        let kind = choices[chosen].2;
        match self.classes.last().map(|class| class.id) {
            Some(class) if self.dice.chance(3) => Type::Object(class),
            _ => kind,
        }
    }

    /// What is tested by `if`, `while`, `and`, `not` and so on: a value of any type that has a truth value.
    pub fn test(&mut self) -> NodeId {
        if self.home().loops > 0
            && self.dice.chance(5)
            && let Some(variable) = self.variable(Type::Int)
        {
            // True in some turns of a loop.
            let (value, number) = (self.tree.load(variable.name), self.dice.below(3) as i64);
            let number = self.tree.int(number);
            let op = self.dice.pick(super::numbers::ORDER);
            return self.tree.compare(value, &[(op, number)]);
        }
        match self.dice.below(8) {
            0..=3 => self.operand(Type::Bool),
            4 | 5 if self.has(Feature::Instrumented) => self.operand(Type::V),
            6 => self.operand(Type::Int),
            _ => {
                let kind = self.concrete();
                self.operand(kind)
            }
        }
    }

    /// A test that is true more often than not.
    pub fn likely_test(&mut self) -> NodeId {
        let test = self.test();
        match self.dice.below(4) {
            0 => test,
            1 => {
                let values = [test, self.tree.int(1)];
                self.tree.boolean(Kind::Or, &values)
            }
            2 => {
                let values = [self.divisor_constant(), test];
                self.tree.boolean(Kind::Or, &values)
            }
            _ => {
                let (left, right) = (self.operand(Type::Int), self.tree.int(1 << 62));
                self.tree.compare(left, &[(Kind::NotEq, right)])
            }
        }
    }

    // ---- Forms for any type

    fn conditional(&mut self, kind: Type) -> NodeId {
        let test = self.test();
        let (body, orelse) = (self.operand(kind), self.operand(kind));
        self.tree.conditional(body, test, orelse)
    }

    /// `x or y`, `x and y`, `x and y or z`.
    fn either(&mut self, kind: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::Or, Kind::And]);
        let mut values = vec![self.operand(kind), self.operand(kind)];
        if self.dice.chance(4) {
            values.push(self.operand(kind));
        }
        if self.dice.chance(6) {
            let (inner, outer) = if op == Kind::And { (Kind::And, Kind::Or) } else { (Kind::Or, Kind::And) };
            let first = self.tree.boolean(inner, &values);
            let last = self.operand(kind);
            let pair = if self.dice.chance(8) { [first, last] } else { [last, first] };
            return self.tree.boolean(outer, &pair);
        }
        self.tree.boolean(op, &values)
    }

    /// An assignment expression. Where names are those of a class or a comprehension it is only a value.
    fn walrus(&mut self, kind: Type) -> NodeId {
        let value = self.operand(kind);
        match self.walrus_target(kind) {
            Some(name) => self.tree.walrus(name, value),
            None => value,
        }
    }

    /// A variable of the frame around that an assignment expression may bind here. In a comprehension it is not one of
    /// the comprehension's own.
    fn walrus_target(&mut self, kind: Type) -> Option<spec::names::Symbol> {
        let home = self.frames.iter().rposition(|frame| frame.code != Code::Comprehension)?;
        let is_class = self.frames[home].code == Code::Class;
        if self.iterables > 0 || kind.grows() || self.frames[home].code == Code::Lambda || is_class {
            return None;
        }
        let is_own = |name| {
            self.frames[home + 1..].iter().any(|frame| frame.variables.iter().any(|it| it.name == name))
        };
        let names: Vec<_> = self.frames[home]
            .variables
            .iter()
            .filter(|variable| variable.kind == kind && !is_own(variable.name))
            .map(|variable| variable.name)
            .collect();
        if names.is_empty() { None } else { Some(self.dice.pick(&names)) }
    }

    /// `(lambda a, b=...: ...)(...)`
    fn lambda_call(&mut self, kind: Type) -> NodeId {
        let parameter = self.concrete();
        let argument = self.operand(parameter);
        let name = self.fresh(parameter.letter());
        let args = self.tree.plain_parameters(&[name]);
        let body = self.enclosed(Code::Lambda, kind, |maker| {
            maker.know(name, parameter);
            maker.operand(kind)
        });
        let function = self.tree.lambda(args, body);
        self.tree.apply(function, &[argument], &[])
    }

    /// `(x, y)[1]`
    fn picked(&mut self, kind: Type) -> NodeId {
        let count = 1 + self.dice.below(3);
        let elements: Vec<NodeId> = (0..count).map(|_| self.operand(kind)).collect();
        let at = self.dice.below(2 * count) as i64 - count as i64;
        let tuple = self.tree.tuple(&elements);
        let index = self.tree.int(at);
        let index = self.noted(index);
        self.tree.subscript(tuple, index)
    }

    /// `{k: x}.get(k2, y)`
    fn looked_up(&mut self, kind: Type) -> NodeId {
        let pairs: Vec<(Option<NodeId>, NodeId)> =
            (0..1 + self.dice.below(2)).map(|_| (Some(self.key()), self.operand(kind))).collect();
        let dict = self.tree.dict(&pairs);
        let (key, default) = (self.key(), self.operand(kind));
        let name = if self.dice.chance(4) { "setdefault" } else { "get" };
        self.tree.method(dict, name, &[key, default])
    }

    /// `[x][0]`, or an element of a list in a variable that has some.
    fn only_element(&mut self, kind: Type) -> NodeId {
        let element = match kind {
            Type::Int => Elem::Int,
            Type::Str => Elem::Str,
            Type::V => Elem::V,
            Type::Mixed => Elem::Mixed,
            _ => return self.picked(kind),
        };
        let value = self.operand(kind);
        let one = self.tree.list_display(&[value]);
        let list = match self.variable(Type::List(element)) {
            Some(variable) => {
                let list = self.tree.load(variable.name);
                self.tree.boolean(Kind::Or, &[list, one])
            }
            None => one,
        };
        let index = self.dice.pick(&[0, -1]);
        let index = self.tree.int(index);
        let index = self.noted(index);
        self.tree.subscript(list, index)
    }

    /// `next(iterator, default)`
    fn next_element(&mut self, kind: Type) -> NodeId {
        let element = match kind {
            Type::Int => Elem::Int,
            Type::Str => Elem::Str,
            Type::V => Elem::V,
            Type::Mixed => Elem::Mixed,
            _ => return self.leaf(kind),
        };
        let iterator = self.operand(Type::Iterator(element));
        let default = self.operand(kind);
        self.tree.call("next", &[iterator, default])
    }

    /// What a container that notes its accesses gives back.
    fn through_box(&mut self, kind: Type) -> NodeId {
        let value = self.operand(kind);
        if self.dice.chance(6) {
            // A call gives its first argument.
            let function = self.operand(Type::Box);
            let mut arguments = vec![value];
            if self.dice.chance(6) {
                arguments.push(self.operand(Type::Any));
            }
            let keywords = if self.dice.chance(4) {
                let value = self.operand(Type::Any);
                vec![self.tree.keyword(Some("k"), value)]
            } else {
                Vec::new()
            };
            return self.tree.apply(function, &arguments, &keywords);
        }
        let list = self.tree.list_display(&[value]);
        let container = self.tree.call("Box", &[list]);
        let key = self.key();
        self.tree.subscript(container, key)
    }
}

/// The forms that there are for a type only.
fn forms_of(kind: Type) -> &'static [Form] {
    match kind {
        Type::Int => super::numbers::INT,
        Type::Float => super::numbers::FLOAT,
        Type::Bool => super::numbers::BOOL,
        Type::Complex => super::numbers::COMPLEX,
        Type::V => super::numbers::V,
        Type::Mixed => super::numbers::MIXED,
        Type::Str => super::strings::STR,
        Type::Bytes => super::strings::BYTES,
        Type::List(Elem::Str) => super::containers::STR_LIST,
        Type::List(_) => super::containers::LIST,
        Type::Tuple(_) => super::containers::TUPLE,
        Type::Dict(_) => super::containers::DICT,
        Type::Set => super::containers::SET,
        Type::Iterator(_) => super::containers::ITERATOR,
        Type::Thunk => super::scopes::THUNK,
        _ => &[],
    }
}
