//! Leaving out parts of statements and expressions, and putting simpler expressions in their place.

use super::{Place, Reducer, Write};
use num_bigint::BigInt;
use spec::ast::{Ast, Compare, Constant, Kind, ListId, NodeId, Quantity, Sort, Span, arguments, field};
use spec::constant::{ConstantValue, Wtf8};

/// Lists that are shortened together: a pair of the one goes with a pair of the other.
const TWINS: &[(Kind, u8, u8)] = &[
    (Kind::Dict, field::Dict::keys, field::Dict::values),
    (Kind::Compare, field::Compare::ops, field::Compare::comparators),
    (Kind::arguments, field::arguments::kwonlyargs, field::arguments::kw_defaults),
    (Kind::MatchMapping, field::MatchMapping::keys, field::MatchMapping::patterns),
    (Kind::MatchClass, field::MatchClass::kwd_attrs, field::MatchClass::kwd_patterns),
];

impl Reducer<'_> {
    /// Leaves out what may be absent, and elements of lists.
    pub(super) fn drop_parts(&mut self) -> bool {
        let mut changed = false;
        let mut at = 0;
        while let Some(&node) = self.nodes().get(at) {
            changed |= self.drop_parts_of(node);
            at += 1;
        }
        changed
    }

    fn drop_parts_of(&mut self, node: NodeId) -> bool {
        let mut changed = false;
        let kind = self.tree.kind(node);
        for (field, schema) in kind.schema().fields.iter().enumerate() {
            let field = field as u8;
            match schema.quantity {
                Quantity::Optional => {
                    let is_present = self.tree.word(node, field) != 0;
                    changed |= is_present && self.attempt(&[Write { node, field, word: 0 }]);
                }
                Quantity::Many if schema.sort != Sort::stmt => changed |= self.shorten(node, field),
                _ => {}
            }
        }
        changed
    }

    /// Leaves out elements of a list: all, or each alone.
    fn shorten(&mut self, node: NodeId, field: u8) -> bool {
        let kind = self.tree.kind(node);
        if TWINS.iter().any(|&(form, _, second)| form == kind && second == field) {
            return false;
        }
        let twin = TWINS.iter().find(|&&(form, first, _)| form == kind && first == field).map(|it| it.2);
        let len = self.list_at(node, field).len();
        if len > 1 {
            let fields = [Some(field), twin];
            let edit: Vec<Write> =
                fields.iter().flatten().map(|&field| Write { node, field, word: Ast::EMPTY.0 }).collect();
            if self.attempt(&edit) {
                return true;
            }
        }
        let mut changed = false;
        for index in (0..len).rev() {
            let mut edit = vec![self.without(node, field, index)];
            if let Some(twin) = twin {
                edit.push(self.without(node, twin, index));
            }
            changed |= self.attempt(&edit) || self.drop_parameter(node, field, index);
        }
        changed
    }

    fn without(&mut self, node: NodeId, field: u8, index: usize) -> Write {
        self.put(Place { parent: node, field, index: Some(index) }, &[])
    }

    /// Leaves out a positional parameter together with its default.
    fn drop_parameter(&mut self, node: NodeId, list: u8, index: usize) -> bool {
        if self.tree.kind(node) != Kind::arguments || list > field::arguments::args {
            return false;
        }
        let view: arguments = self.tree.view(node);
        let length = |list: ListId| self.tree.list_words(list).len();
        let (first, second, defaults) = (length(view.posonlyargs), length(view.args), length(view.defaults));
        let position = if list == field::arguments::args { first + index } else { index };
        let Some(default) = position.checked_sub(first + second - defaults) else { return false };
        let edit = [self.without(node, list, index), self.without(node, field::arguments::defaults, default)];
        self.attempt(&edit)
    }

    /// Puts a constant, or one of its own parts, in the place of each expression.
    pub(super) fn simplify_expressions(&mut self) -> bool {
        let mut changed = false;
        let mut at = 0;
        while let Some(&node) = self.nodes().get(at) {
            for place in self.places_in(node, Sort::expr) {
                if self.is_part_of_string(place) {
                    continue;
                }
                while self.simplify_at(place) {
                    changed = true;
                }
            }
            at += 1;
        }
        changed
    }

    /// The parts of an f-string, and its format specifications, can't be any expression.
    fn is_part_of_string(&self, place: Place) -> bool {
        match self.tree.kind(place.parent) {
            Kind::JoinedStr => true,
            Kind::FormattedValue => place.field == field::FormattedValue::format_spec,
            _ => false,
        }
    }

    fn simplify_at(&mut self, place: Place) -> bool {
        let Some(node) = self.node_at(place) else { return false };
        if self.tree.kind(node) == Kind::Constant {
            return false;
        }
        let zero = self.new_constant(ConstantValue::Int(BigInt::ZERO));
        let children = self.expressions_in(node);
        let candidates = std::iter::once(zero).chain(children);
        candidates.into_iter().any(|candidate| {
            let edit = self.put(place, &[candidate.0]);
            self.attempt(&[edit])
        }) || self.shorten_comparison(node)
    }

    /// `a < b < c` to `b < c`.
    fn shorten_comparison(&mut self, node: NodeId) -> bool {
        if self.tree.kind(node) != Kind::Compare {
            return false;
        }
        let view: Compare = self.tree.view(node);
        let comparators = self.tree.list_words(view.comparators);
        if comparators.len() < 2 {
            return false;
        }
        let left = Write { node, field: field::Compare::left, word: comparators[0] };
        let edit = [
            left,
            self.without(node, field::Compare::ops, 0),
            self.without(node, field::Compare::comparators, 0),
        ];
        self.attempt(&edit)
    }

    /// The nearest expressions below a node.
    fn expressions_in(&self, node: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut work = vec![node];
        while let Some(node) = work.pop() {
            self.tree.for_each_child(node, |child| match self.tree.kind(child).schema().sort {
                Sort::expr if self.tree.kind(child) != Kind::Slice => found.push(child),
                Sort::stmt => {}
                _ => work.push(child),
            });
        }
        found
    }

    fn new_constant(&mut self, value: ConstantValue) -> NodeId {
        let value = self.tree.add_constant(value);
        self.tree.add(Constant { value, kind: None }, Span::default())
    }

    /// Puts simpler constants in the place of constants.
    pub(super) fn simplify_constants(&mut self) -> bool {
        let mut changed = false;
        for node in self.nodes() {
            if self.tree.kind(node) != Kind::Constant {
                continue;
            }
            let value = self.tree.constant(self.tree.view::<Constant>(node).value).clone();
            changed |= simpler(&value).into_iter().any(|simpler| {
                let word = self.tree.add_constant(simpler).0;
                self.attempt(&[Write { node, field: field::Constant::value, word }])
            });
        }
        changed
    }
}

/// Constants that are simpler, the simplest first.
fn simpler(value: &ConstantValue) -> Vec<ConstantValue> {
    let small = |value: i32| ConstantValue::Int(value.into());
    match value {
        ConstantValue::Int(value) => {
            let smaller = (0..4).filter(|small| BigInt::from(*small) < *value).map(small);
            let power = BigInt::from(1) << value.bits().saturating_sub(1);
            let power = (power > BigInt::from(4) && power != *value).then_some(ConstantValue::Int(power));
            smaller.chain(power).collect()
        }
        ConstantValue::Float(value) if *value != 0.0 && *value != 1.0 => {
            vec![small(1), ConstantValue::Float(0.0), ConstantValue::Float(1.0)]
        }
        ConstantValue::Str(text) => {
            let first = text.code_points().next();
            let mut shorter = vec![Wtf8::from(""), Wtf8::from("a")];
            if let Some(first) = first {
                let mut only = Wtf8::default();
                only.push(first);
                shorter.push(only);
            }
            shorter.retain(|shorter| shorter.as_bytes().len() < text.as_bytes().len());
            shorter.into_iter().map(ConstantValue::Str).collect()
        }
        ConstantValue::Bytes(bytes) if bytes.len() > 1 => {
            vec![ConstantValue::Bytes([].into()), ConstantValue::Bytes([bytes[0]].into())]
        }
        ConstantValue::Imaginary(value) if *value != 1.0 => vec![ConstantValue::Imaginary(1.0)],
        _ => Vec::new(),
    }
}
