//! Lists, tuples, dictionaries, sets, iterators, and how they are made anew.

use super::expressions::Form;
use super::maker::{Code, Maker};
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{DictComp, GeneratorExp, Kind, ListComp, NodeId, SetComp};

pub(super) const LIST: &[Form] = &[
    (Feature::Always, 4, Maker::list_display),
    (Feature::Always, 1, Maker::list_of),
    (Feature::Comprehensions, 4, Maker::list_comprehension),
    (Feature::Slices, 2, Maker::list_part),
    (Feature::Always, 1, Maker::list_binary),
    (Feature::Methods, 1, Maker::sorted_list),
];

pub(super) const STR_LIST: &[Form] = &[
    (Feature::Always, 4, Maker::list_display),
    (Feature::Always, 1, Maker::list_of),
    (Feature::Comprehensions, 4, Maker::list_comprehension),
    (Feature::Slices, 2, Maker::list_part),
    (Feature::Always, 1, Maker::list_binary),
    (Feature::Methods, 1, Maker::sorted_list),
    (Feature::Methods, 3, Maker::split),
];

pub(super) const TUPLE: &[Form] = &[
    (Feature::Always, 4, Maker::tuple_display),
    (Feature::Slices, 1, Maker::list_part),
    (Feature::Always, 1, Maker::tuple_of),
];

pub(super) const DICT: &[Form] = &[
    (Feature::Always, 4, Maker::dict_display),
    (Feature::Comprehensions, 2, Maker::dict_comprehension),
    (Feature::Methods, 1, Maker::dict_call),
];

pub(super) const SET: &[Form] = &[
    (Feature::Always, 3, Maker::set_display),
    (Feature::Comprehensions, 2, Maker::set_comprehension),
    (Feature::Always, 2, Maker::set_binary),
];

pub(super) const ITERATOR: &[Form] = &[
    (Feature::Always, 2, Maker::iterator_of),
    (Feature::Instrumented, 2, Maker::noting_iterator),
    (Feature::Comprehensions, 2, Maker::generator_expression),
    (Feature::Lambdas, 1, Maker::mapped),
    (Feature::Generators, 3, Maker::generator_call),
    (Feature::Library, 3, Maker::iterator_of_library),
];

impl Maker {
    /// An object that is made here and now.
    pub(super) fn fresh_object(&mut self, kind: Type) -> NodeId {
        match kind {
            Type::V => self.v_new(kind),
            Type::List(element) => {
                let items = self.simple_items(element);
                self.tree.list_display(&items)
            }
            Type::Tuple(element) => {
                let items = self.simple_items(element);
                self.tree.tuple(&items)
            }
            Type::Dict(element) => {
                let mut pairs = Vec::new();
                for value in self.simple_items(element) {
                    pairs.push((Some(self.simple_key()), value));
                }
                self.tree.dict(&pairs)
            }
            Type::Set => {
                let items = self.simple_items(Elem::Int);
                if items.is_empty() { self.tree.call("set", &[]) } else { self.tree.set(&items) }
            }
            Type::Box => {
                let items = self.fresh_object(Type::List(Elem::Any));
                self.tree.call("Box", &[items])
            }
            Type::Object(class) => self.instance(class),
            Type::Thunk => {
                let args = self.tree.plain_parameters(&[]);
                let body = self.int_constant();
                self.tree.lambda(args, body)
            }
            Type::Iterator(element) => {
                let items = self.fresh_object(Type::List(element));
                self.tree.call("iter", &[items])
            }
            _ => self.tree.none(),
        }
    }

    fn simple_items(&mut self, element: Elem) -> Vec<NodeId> {
        let count = self.dice.pick(&[2, 3, 1, 2, 0]);
        (0..count)
            .map(|_| match element {
                Elem::Mixed if self.dice.chance(6) => self.v_new(Type::V),
                _ => self.constant(element.kind()),
            })
            .collect()
    }

    /// A key of a dictionary: few different ones, so that they meet again.
    fn simple_key(&mut self) -> NodeId {
        match self.dice.below(8) {
            0..=2 => {
                let key = self.dice.below(3) as i64;
                self.tree.int(key)
            }
            3 | 4 => {
                let key = self.dice.pick(&["a", "b", ""]);
                self.tree.str(key)
            }
            5 => self.constant(Type::Bool),
            6 => {
                let key = self.dice.pick(&[0.0, 1.0, 2.5]);
                self.tree.constant(spec::constant::ConstantValue::Float(key))
            }
            _ => self.int_constant(),
        }
    }

    pub(super) fn key(&mut self) -> NodeId {
        let node = match self.dice.below(6) {
            0 => self.expression(Type::Int),
            1 if self.has(Feature::Strings) => self.expression(Type::Str),
            2 if self.has(Feature::Instrumented) => self.expression(Type::V),
            _ => self.simple_key(),
        };
        self.noted(node)
    }

    fn items(&mut self, element: Elem) -> Vec<NodeId> {
        let count = 1 + self.dice.below(3);
        (0..count).map(|_| self.item(element)).collect()
    }

    /// An element of a display; sometimes several that are unpacked.
    fn item(&mut self, element: Elem) -> NodeId {
        if self.has(Feature::Unpacking) && self.dice.chance(3) {
            let kinds = [Type::List(element), Type::Tuple(element), Type::Iterator(element)];
            let kind = self.dice.pick(&kinds);
            let depth = std::mem::replace(&mut self.depth, self.max_depth);
            let inner = self.operand(kind);
            self.depth = depth;
            // Before, what is unpacked waited for the operands after it.
            self.needs((3, 9));
            return self.tree.starred(inner);
        }
        self.operand(element.kind())
    }

    fn list_display(&mut self, kind: Type) -> NodeId {
        let items = self.items(kind.element());
        self.tree.list_display(&items)
    }

    fn tuple_display(&mut self, kind: Type) -> NodeId {
        let items = self.items(kind.element());
        self.tree.tuple(&items)
    }

    fn list_of(&mut self, kind: Type) -> NodeId {
        let element = kind.element();
        let kind = self.dice.pick(&[Type::Tuple(element), Type::Iterator(element)]);
        let values = self.operand(kind);
        self.tree.call("list", &[values])
    }

    fn tuple_of(&mut self, kind: Type) -> NodeId {
        let element = kind.element();
        let kind = self.dice.pick(&[Type::List(element), Type::Iterator(element)]);
        let values = self.operand(kind);
        self.tree.call("tuple", &[values])
    }

    fn list_part(&mut self, kind: Type) -> NodeId {
        let sequence = self.operand(kind);
        self.slice_of(sequence)
    }

    /// Only one operand may be long.
    fn list_binary(&mut self, kind: Type) -> NodeId {
        let left = self.operand(kind);
        if self.dice.chance(5) {
            let count = self.dice.pick(&[2, 0, -1]);
            let count = self.tree.int(count);
            let count = self.noted(count);
            return self.tree.binary(left, Kind::Mult, count);
        }
        let items = self.items(kind.element());
        let right = self.tree.list_display(&items);
        self.tree.binary(left, Kind::Add, right)
    }

    fn sorted_list(&mut self, kind: Type) -> NodeId {
        let values = self.operand(kind);
        match kind.element() {
            Elem::Int | Elem::Str => {
                let function = self.tree.name("sorted");
                let mut keywords = Vec::new();
                if self.dice.chance(5) {
                    let reverse = self.operand(Type::Bool);
                    keywords.push(self.tree.keyword(Some("reverse"), reverse));
                }
                self.tree.apply(function, &[values], &keywords)
            }
            _ => values,
        }
    }

    // ---- Dictionaries and sets

    fn dict_display(&mut self, kind: Type) -> NodeId {
        let count = self.dice.below(4);
        let mut pairs = Vec::new();
        for _ in 0..count {
            if self.has(Feature::Unpacking) && self.dice.chance(3) {
                pairs.push((None, self.operand(kind)));
                self.needs((3, 9));
                continue;
            }
            let key = self.key();
            pairs.push((Some(key), self.operand(kind.element().kind())));
        }
        self.tree.dict(&pairs)
    }

    fn dict_call(&mut self, kind: Type) -> NodeId {
        let element = kind.element().kind();
        let value = self.operand(element);
        match self.dice.below(3) {
            0 => {
                let (first, second) = (self.operand(element), self.key());
                let pair = self.tree.tuple(&[second, first]);
                let pairs = self.tree.list_display(&[pair]);
                let named = self.tree.keyword(Some("a"), value);
                let function = self.tree.name("dict");
                self.tree.apply(function, &[pairs], &[named])
            }
            1 => {
                let keys = self.operand(Type::Tuple(Elem::Int));
                let class = self.tree.name("dict");
                self.tree.method(class, "fromkeys", &[keys, value])
            }
            _ => {
                self.needs((3, 9));
                let (left, right) = (self.operand(kind), self.operand(kind));
                self.tree.binary(left, Kind::BitOr, right)
            }
        }
    }

    fn set_display(&mut self, _: Type) -> NodeId {
        let items = self.items(Elem::Int);
        self.tree.set(&items)
    }

    fn set_binary(&mut self, kind: Type) -> NodeId {
        let op = self.dice.pick(&[Kind::BitAnd, Kind::BitOr, Kind::BitXor, Kind::Sub]);
        let (left, right) = (self.operand(kind), self.operand(kind));
        self.tree.binary(left, op, right)
    }

    // ---- Comprehensions

    /// What a loop or comprehension may run over, and the type of its elements.
    pub(super) fn iterable(&mut self) -> (NodeId, Type) {
        let element = self.element();
        let choices = [
            (Feature::Always, 4),
            (Feature::Lists, 3),
            (Feature::Tuples, 2),
            (Feature::Iterators, 2),
            (Feature::Generators, 4),
            (Feature::Instrumented, 2),
            (Feature::Strings, 2),
            (Feature::Boxes, 1),
            (Feature::Dicts, 2),
            (Feature::Bytes, 1),
        ];
        let features = self.features;
        match self.dice.weighted(choices.iter().map(|choice| choice.1 * features.factor(choice.0))) {
            0 => {
                let count = self.dice.pick(&[2, 3, 1, 0]);
                let count = self.tree.int(count);
                let count = self.noted(count);
                if self.dice.chance(4) {
                    let big = self.dice.pick(&[(1i64 << 31) - 1, (1 << 62) - 1, i64::MAX - 1]);
                    let (start, end) = (self.tree.int(big), self.tree.int(3));
                    let start_again = self.tree.int(big);
                    let end = self.tree.binary(start_again, Kind::Add, end);
                    return (self.tree.call("range", &[start, end]), Type::Int);
                }
                (self.tree.call("range", &[count]), Type::Int)
            }
            // A copy: what runs over a list must not add to it for ever.
            1 => {
                let list = self.operand(Type::List(element));
                (self.tree.call("tuple", &[list]), element.kind())
            }
            2 => (self.operand(Type::Tuple(element)), element.kind()),
            3 => (self.operand(Type::Iterator(element)), element.kind()),
            4 => (self.generator_call(Type::Iterator(element)), element.kind()),
            5 => (self.noting_iterator(Type::Iterator(element)), element.kind()),
            6 => (self.operand(Type::Str), Type::Str),
            7 => {
                let items = self.simple_items(element);
                let items = self.tree.list_display(&items);
                (self.tree.call("Box", &[items]), element.kind())
            }
            8 => {
                let dict = self.operand(Type::Dict(element));
                let values = self.tree.method(dict, "values", &[]);
                (self.tree.call("list", &[values]), element.kind())
            }
            _ => (self.operand(Type::Bytes), Type::Int),
        }
    }

    /// The clauses of a comprehension, and within their variables an element.
    fn comprehension<T>(&mut self, element: impl FnOnce(&mut Self) -> T) -> (T, Vec<NodeId>) {
        let depth = self.depth;
        self.depth = depth.max(self.max_depth.saturating_sub(1));
        self.iterables += 1;
        let (iter, kind) = self.iterable();
        let iter = self.noted(iter);
        self.iterables -= 1;
        let made = self.enclosed(Code::Comprehension, Type::Nothing, |maker| {
            let mut clauses = vec![maker.clause(kind, iter)];
            if maker.dice.chance(3) {
                maker.iterables += 1;
                let (iter, kind) = maker.iterable();
                maker.iterables -= 1;
                clauses.push(maker.clause(kind, iter));
            }
            (element(maker), clauses)
        });
        self.depth = depth;
        made
    }

    fn clause(&mut self, kind: Type, iter: NodeId) -> NodeId {
        let name = match self.hidden_name(kind) {
            Some(name) => {
                self.know(name, kind);
                name
            }
            None => self.declare(kind),
        };
        let target = self.tree.store(name);
        let tests = if self.dice.chance(5) { vec![self.test()] } else { Vec::new() };
        self.tree.clause(target, iter, &tests)
    }

    fn list_comprehension(&mut self, kind: Type) -> NodeId {
        let (elt, clauses) = self.comprehension(|maker| maker.operand(kind.element().kind()));
        let generators = self.tree.list(&clauses);
        self.tree.add(ListComp { elt, generators })
    }

    fn set_comprehension(&mut self, _: Type) -> NodeId {
        let (elt, clauses) = self.comprehension(|maker| maker.operand(Type::Int));
        let generators = self.tree.list(&clauses);
        self.tree.add(SetComp { elt, generators })
    }

    fn dict_comprehension(&mut self, kind: Type) -> NodeId {
        let element = kind.element().kind();
        let ((key, value), clauses) = self.comprehension(|maker| (maker.key(), maker.operand(element)));
        let generators = self.tree.list(&clauses);
        self.tree.add(DictComp { key, value, generators })
    }

    fn generator_expression(&mut self, kind: Type) -> NodeId {
        let (elt, clauses) = self.comprehension(|maker| maker.operand(kind.element().kind()));
        let generators = self.tree.list(&clauses);
        self.tree.add(GeneratorExp { elt, generators })
    }

    // ---- Iterators

    fn iterator_of(&mut self, kind: Type) -> NodeId {
        let element = kind.element();
        let source = self.dice.pick(&[Type::List(element), Type::Tuple(element)]);
        let values = self.operand(source);
        let name = self.dice.pick(&["iter", "iter", "reversed"]);
        self.tree.call(name, &[values])
    }

    pub(super) fn noting_iterator(&mut self, kind: Type) -> NodeId {
        let items = self.simple_items(kind.element());
        let items = self.tree.list_display(&items);
        self.tree.call("It", &[items])
    }

    fn mapped(&mut self, kind: Type) -> NodeId {
        let element = kind.element().kind();
        let name = self.fresh(element.letter());
        let args = self.tree.plain_parameters(&[name]);
        let filters = self.dice.chance(6);
        let body = self.enclosed(Code::Lambda, element, |maker| {
            maker.know(name, element);
            if filters { maker.test() } else { maker.operand(element) }
        });
        let function = self.tree.lambda(args, body);
        let values = self.operand(Type::List(kind.element()));
        self.tree.call(if filters { "filter" } else { "map" }, &[function, values])
    }
}

impl Type {
    /// The type of a container's elements.
    pub fn element(self) -> Elem {
        match self {
            Type::List(element) | Type::Tuple(element) | Type::Dict(element) | Type::Iterator(element) => {
                element
            }
            _ => Elem::Int,
        }
    }
}
