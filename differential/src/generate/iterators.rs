//! Iterators that are built out of others, over objects that note each request.

use super::maker::Maker;
use super::types::{Elem, Type};
use spec::ast::NodeId;

impl Maker {
    /// What takes an iterable, and is given one that notes what is asked of it.
    pub(super) fn noting_iterators(&mut self, out: &mut Vec<NodeId>) {
        let value = match self.dice.below(4) {
            0 => self.consumer(),
            1 => {
                let iterator = self.composed();
                self.library_call("operator", "length_hint", &[iterator])
            }
            _ => {
                let iterator = self.composed();
                self.tree.call("list", &[iterator])
            }
        };
        self.push_guarded_log(value, out);
    }

    /// `It([...])`
    fn noting_source(&mut self) -> NodeId {
        let items = self.operand(Type::List(Elem::Int));
        let iterator = self.tree.call("It", &[items]);
        self.noted(iterator)
    }

    /// A function that goes through an iterable at once.
    fn consumer(&mut self) -> NodeId {
        match self.dice.below(5) {
            0 => {
                let items = [self.operand(Type::V), self.operand(Type::Int)];
                let items = self.tree.list_display(&items);
                self.tree.call("sum", &[items])
            }
            1 => {
                let (list, iterator) = (self.operand(Type::List(Elem::Int)), self.noting_source());
                let name = self.dice.pick(&["extend", "__iadd__"]);
                self.tree.method(list, name, &[iterator])
            }
            2 => {
                let value = self.operand(Type::V);
                self.tree.call("chr", &[value])
            }
            3 => {
                let value = self.operand(Type::V);
                self.library_call("math", "sqrt", &[value])
            }
            _ => {
                let iterator = self.noting_source();
                let name = self.dice.pick(&["sum", "max", "min", "any", "all", "set"]);
                self.tree.call(name, &[iterator])
            }
        }
    }

    /// An iterator that asks another one.
    fn composed(&mut self) -> NodeId {
        match self.dice.below(5) {
            0 => {
                let parts = [self.noting_source(), self.operand(Type::List(Elem::Int))];
                if !self.dice.chance(6) {
                    return self.tree.call("zip", &parts);
                }
                self.needs((3, 10));
                let (zip, strict) = (self.tree.name("zip"), self.tree.name("True"));
                let strict = self.tree.keyword(Some("strict"), strict);
                self.tree.apply(zip, &parts, &[strict])
            }
            1 => {
                let iterator = self.noting_source();
                self.tree.call("enumerate", &[iterator])
            }
            2 => {
                let sequence = self.fresh_object(Type::Box);
                self.tree.call("reversed", &[sequence])
            }
            3 => {
                let (iterator, end) = (self.noting_source(), self.operand(Type::Mixed));
                let next = self.tree.attribute(iterator, "__next__");
                self.tree.call("iter", &[next, end])
            }
            _ => self.composed_by_library(),
        }
    }

    fn composed_by_library(&mut self) -> NodeId {
        match self.dice.below(8) {
            0 => {
                let (iterator, count) = (self.noting_source(), self.dice.below(3) as i64);
                let count = self.tree.int(count);
                self.needs((3, 12));
                self.library_call("itertools", "batched", &[iterator, count])
            }
            1 => {
                let (iterator, flags) = (self.noting_source(), self.operand(Type::List(Elem::Mixed)));
                self.library_call("itertools", "compress", &[iterator, flags])
            }
            2 => {
                let ends = [self.operand(Type::Mixed), self.operand(Type::V)];
                let count = self.library_call("itertools", "count", &ends);
                self.first_of(count)
            }
            3 => {
                let iterator = self.noting_source();
                let cycle = self.library_call("itertools", "cycle", &[iterator]);
                self.first_of(cycle)
            }
            4 => {
                let iterator = self.noting_source();
                self.needs((3, 10));
                self.library_call("itertools", "pairwise", &[iterator])
            }
            5 => {
                let arguments = self.noting_source();
                let rows = self.tree.list_display(&[arguments]);
                let rows = self.tree.call("It", &[rows]);
                let function = self.dice.pick(&["max", "min", "divmod"]);
                let function = self.tree.name(function);
                self.library_call("itertools", "starmap", &[function, rows])
            }
            6 => {
                let parts = [self.noting_source(), self.operand(Type::List(Elem::Int))];
                self.library_call("itertools", "zip_longest", &parts)
            }
            _ => {
                let (iterator, function) = (self.noting_source(), self.tree.name("bool"));
                let name = self.dice.pick(&["map", "filter"]);
                self.tree.call(name, &[function, iterator])
            }
        }
    }

    /// The first items of an iterator without an end.
    fn first_of(&mut self, iterator: NodeId) -> NodeId {
        let count = self.dice.below(4) as i64;
        let count = self.tree.int(count);
        self.library_call("itertools", "islice", &[iterator, count])
    }
}
