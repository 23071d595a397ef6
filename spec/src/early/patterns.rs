//! The checks of `match` statements (Language Reference 8.6).

use super::{Check, Checker};
use crate::ast::{
    Ast, Constant, Kind, ListId, Match, MatchAs, MatchClass, MatchMapping, MatchOr, MatchSequence, MatchStar,
    MatchValue, NodeId, UnaryOp, match_case,
};
use crate::constant::ConstantValue;
use crate::dump::repr_constant;
use crate::names::Symbol;
use rustc_hash::FxHashSet;

/// The names that a pattern binds so far.
type Bound = Vec<Symbol>;

impl Checker<'_> {
    pub(super) fn match_statement(&mut self, node: NodeId, context: usize) -> Check {
        let Match { subject, cases } = self.ast.view(node);
        let last = self.ast.list(cases).len().saturating_sub(1);
        for case in self.ast.list(cases).rev() {
            let match_case { guard, body, .. } = self.ast.view(case);
            self.plan_list(body, context);
            if let Some(guard) = guard {
                self.plan(guard, context);
            }
        }
        self.plan(subject, context);
        for (at, case) in self.ast.list(cases).enumerate() {
            let match_case { pattern, guard, .. } = self.ast.view(case);
            self.pattern(pattern, at == last || guard.is_some(), &mut Bound::new())?;
        }
        Ok(())
    }

    /// Checks a pattern. The parser bounds how deep patterns nest.
    fn pattern(&self, node: NodeId, may_be_irrefutable: bool, bound: &mut Bound) -> Check {
        match self.ast.kind(node) {
            Kind::MatchValue => {
                let MatchValue { value } = self.ast.view(node);
                if self.ast.kind(value) == Kind::JoinedStr {
                    let message = "patterns may only match literals and attribute lookups";
                    return Err(self.error(node, message));
                }
                Ok(())
            }
            Kind::MatchSequence => self.sequence(node, bound),
            Kind::MatchMapping => self.mapping(node, bound),
            Kind::MatchClass => self.class_pattern(node, bound),
            Kind::MatchStar => self.capture(node, self.ast.view::<MatchStar>(node).name, bound),
            Kind::MatchAs => self.as_pattern(node, may_be_irrefutable, bound),
            Kind::MatchOr => self.or_pattern(node, may_be_irrefutable, bound),
            _ => Ok(()),
        }
    }

    fn subpatterns(&self, patterns: ListId, bound: &mut Bound) -> Check {
        self.ast.list(patterns).try_for_each(|pattern| self.pattern(pattern, true, bound))
    }

    fn capture(&self, node: NodeId, name: Option<Symbol>, bound: &mut Bound) -> Check {
        let Some(name) = name else { return Ok(()) };
        self.bound_name(node, Some(name))?;
        if bound.contains(&name) {
            let text = self.ast.name(name);
            return Err(self.error(node, format!("multiple assignments to name '{text}' in pattern")));
        }
        bound.push(name);
        Ok(())
    }

    fn as_pattern(&self, node: NodeId, may_be_irrefutable: bool, bound: &mut Bound) -> Check {
        let MatchAs { pattern, name } = self.ast.view(node);
        match pattern {
            Some(pattern) => self.pattern(pattern, may_be_irrefutable, bound)?,
            None if !may_be_irrefutable => {
                let what = match name {
                    Some(name) => format!("name capture '{}'", self.ast.name(name)),
                    None => "wildcard".to_owned(),
                };
                return Err(self.error(node, format!("{what} makes remaining patterns unreachable")));
            }
            None => {}
        }
        self.capture(node, name, bound)
    }

    /// All alternatives bind the same names (8.6.4.1).
    fn or_pattern(&self, node: NodeId, may_be_irrefutable: bool, bound: &mut Bound) -> Check {
        let MatchOr { patterns } = self.ast.view(node);
        let last = self.ast.list(patterns).len() - 1;
        let mut first: Option<FxHashSet<Symbol>> = None;
        let mut names = Bound::new();
        for (at, alternative) in self.ast.list(patterns).enumerate() {
            names = Bound::new();
            self.pattern(alternative, may_be_irrefutable && at == last, &mut names)?;
            let set: FxHashSet<Symbol> = names.iter().copied().collect();
            if *first.get_or_insert_with(|| set.clone()) != set {
                return Err(self.error(node, "alternative patterns bind different names"));
            }
        }
        names.into_iter().try_for_each(|name| self.capture(node, Some(name), bound))
    }

    fn sequence(&self, node: NodeId, bound: &mut Bound) -> Check {
        let MatchSequence { patterns } = self.ast.view(node);
        let stars = self.ast.list(patterns).filter(|&pattern| self.ast.kind(pattern) == Kind::MatchStar);
        if stars.count() > 1 {
            return Err(self.error(node, "multiple starred names in sequence pattern"));
        }
        self.subpatterns(patterns, bound)
    }

    fn mapping(&self, node: NodeId, bound: &mut Bound) -> Check {
        let MatchMapping { keys, patterns, rest } = self.ast.view(node);
        let mut seen = FxHashSet::default();
        for key in self.ast.list(keys) {
            match self.ast.kind(key) {
                Kind::Attribute => continue,
                Kind::JoinedStr => {
                    let message = "mapping pattern keys may only match literals and attribute lookups";
                    return Err(self.error(node, message));
                }
                _ => {}
            }
            let (value, text) = key_value(self.ast, key);
            if !seen.insert(value) {
                return Err(self.error(node, format!("mapping pattern checks duplicate key ({text})")));
            }
        }
        self.subpatterns(patterns, bound)?;
        self.capture(node, rest, bound)
    }

    fn class_pattern(&self, node: NodeId, bound: &mut Bound) -> Check {
        let MatchClass { patterns, kwd_attrs, kwd_patterns, .. } = self.ast.view(node);
        let mut seen = FxHashSet::default();
        for (attr, pattern) in self.ast.name_list(kwd_attrs).zip(self.ast.list(kwd_patterns)) {
            self.bound_name(pattern, Some(attr))?;
            if !seen.insert(attr) {
                let text = self.ast.name(attr);
                return Err(self.error(pattern, format!("attribute name repeated in class pattern: {text}")));
            }
        }
        self.subpatterns(patterns, bound)?;
        self.subpatterns(kwd_patterns, bound)
    }
}

/// A literal key as text: once so that equal keys have equal texts, and once as Python prints it.
fn key_value(ast: &Ast, key: NodeId) -> (String, String) {
    match ast.kind(key) {
        Kind::Constant => {
            let constant = ast.constant(ast.view::<Constant>(key).value);
            (normal_form(constant), repr_constant(constant))
        }
        Kind::UnaryOp => {
            let (value, text) = key_value(ast, ast.view::<UnaryOp>(key).operand);
            if value == "0" { (value, text) } else { (format!("-{value}"), format!("-{text}")) }
        }
        Kind::BinOp => {
            let view: crate::ast::BinOp = ast.view(key);
            let (left, left_text) = key_value(ast, view.left);
            let (right, right_text) = key_value(ast, view.right);
            let sign = if view.op == Kind::Add { '+' } else { '-' };
            let real = left_text.strip_suffix(".0").unwrap_or(&left_text);
            (format!("{left}{sign}{right}"), format!("({real}{sign}{right_text})"))
        }
        _ => (format!("node {}", key.0), String::new()),
    }
}

/// Numbers that are equal have equal texts, whatever their types.
fn normal_form(constant: &ConstantValue) -> String {
    match constant {
        ConstantValue::True => "1".to_owned(),
        ConstantValue::False => "0".to_owned(),
        ConstantValue::Float(value) if value.fract() == 0.0 && value.abs() < 1e15 => format!("{value:.0}"),
        ConstantValue::Imaginary(0.0) => "0".to_owned(),
        _ => repr_constant(constant),
    }
}
