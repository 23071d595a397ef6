//! The checks of `match` statements (Language Reference 8.6).

use super::keys::Key;
use super::{Check, Checker, Item};
use crate::ast::{
    Kind, ListId, Match, MatchAs, MatchClass, MatchMapping, MatchOr, MatchSequence, MatchStar, MatchValue,
    NodeId, match_case,
};
use crate::names::Symbol;
use rustc_hash::FxHashSet;

/// The names that a pattern binds so far.
type Bound = Vec<Symbol>;

impl Checker<'_> {
    pub(super) fn match_statement(&mut self, node: NodeId, context: usize) -> Check {
        let Match { subject, cases } = self.ast.view(node);
        let last = self.ast.list(cases).len().saturating_sub(1);
        for (at, case) in self.ast.list(cases).enumerate().rev() {
            let match_case { pattern, guard, body } = self.ast.view(case);
            self.plan_list(body, context);
            if let Some(guard) = guard {
                self.plan(guard, context);
            }
            let may_be_irrefutable = at == last || guard.is_some();
            self.work.push(Item::Pattern { node: pattern, may_be_irrefutable });
        }
        self.plan(subject, context);
        Ok(())
    }

    pub(super) fn whole_pattern(&self, node: NodeId, may_be_irrefutable: bool) -> Check {
        self.pattern(node, may_be_irrefutable, &mut Bound::new())
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
            let Key { text, equality } = Key::of(self.ast, key);
            if !seen.insert(equality) {
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
