//! What early errors are in expressions, and in the order in which CPython finds them.

use super::{Check, Checker, ContextKind, Frame};
use crate::ast::{
    Attribute, Await, Call, Dict, DictComp, GeneratorExp, Kind, List, ListComp, ListId, Name, NamedExpr,
    NodeId, Set, SetComp, Tuple, comprehension, keyword,
};
use crate::names::Symbol;

/// Any more elements before or after a starred target do not fit into CPython's instruction.
const MAX_BEFORE_STAR: usize = 1 << 8;
const MAX_AFTER_STAR: usize = (i32::MAX >> 8) as usize;

impl Checker<'_> {
    pub(super) fn expression(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        match kind {
            Kind::Constant => Ok(()),
            Kind::Name => {
                let Name { id, ctx } = self.ast.view(node);
                self.name(node, id, ctx)
            }
            Kind::Attribute => {
                let Attribute { value, attr, ctx } = self.ast.view(node);
                if ctx == Kind::Store {
                    self.plan_name(node, attr);
                }
                self.plan(value, context);
                Ok(())
            }
            Kind::Tuple | Kind::List | Kind::Set => self.display(kind, node, context),
            Kind::Call => {
                let Call { func, args, keywords } = self.ast.view(node);
                self.keywords(keywords)?;
                self.plan_list(keywords, context);
                self.plan_elements(args, context);
                self.plan(func, context);
                Ok(())
            }
            Kind::NamedExpr => {
                let NamedExpr { target, value } = self.ast.view(node);
                self.plan(target, context);
                self.plan(value, context);
                Ok(())
            }
            Kind::Dict => {
                let Dict { keys, values } = self.ast.view(node);
                for (key, value) in self.ast.optional_list(keys).zip(self.ast.list(values)).rev() {
                    self.plan(value, context);
                    if let Some(key) = key {
                        self.plan(key, context);
                    }
                }
                Ok(())
            }
            Kind::Yield | Kind::YieldFrom => self.yield_expression(kind, node, context),
            Kind::Await => self.await_expression(node, context),
            Kind::ListComp | Kind::SetComp | Kind::DictComp | Kind::GeneratorExp => {
                self.comprehension(kind, node, context)
            }
            _ => {
                self.plan_children(node, context);
                Ok(())
            }
        }
    }

    /// `__debug__` is a constant under the name of a variable (Language Reference 4.1).
    pub(super) fn name(&self, node: NodeId, name: Symbol, ctx: Kind) -> Check {
        if ctx == Kind::Load || self.ast.name(name) != "__debug__" {
            return Ok(());
        }
        let verb = if ctx == Kind::Del { "delete" } else { "assign to" };
        Err(self.error(node, format!("cannot {verb} __debug__")))
    }

    pub(super) fn bound_name(&self, node: NodeId, name: Option<Symbol>) -> Check {
        name.map_or(Ok(()), |name| self.name(node, name, Kind::Store))
    }

    /// A name that is bound when what is planned after it has been done.
    pub(super) fn plan_name(&mut self, node: NodeId, name: Symbol) {
        let check = self.name(node, name, Kind::Store);
        self.plan_check(check);
    }

    fn display(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let (elts, ctx) = match kind {
            Kind::Tuple => {
                let Tuple { elts, ctx } = self.ast.view(node);
                (elts, ctx)
            }
            Kind::List => {
                let List { elts, ctx } = self.ast.view(node);
                (elts, ctx)
            }
            _ => (self.ast.view::<Set>(node).elts, Kind::Load),
        };
        if ctx == Kind::Store {
            self.starred_targets(node, elts)?;
        }
        self.plan_elements(elts, context);
        Ok(())
    }

    fn starred_targets(&self, node: NodeId, elts: ListId) -> Check {
        let mut elements = self.ast.list(elts);
        let len = elements.len();
        let is_starred = |element: NodeId| self.ast.kind(element) == Kind::Starred;
        let Some(at) = elements.position(is_starred) else { return Ok(()) };
        if at >= MAX_BEFORE_STAR || len - at > MAX_AFTER_STAR {
            return Err(self.error(node, "too many expressions in star-unpacking assignment"));
        }
        if elements.any(is_starred) {
            return Err(self.error(node, "multiple starred expressions in assignment"));
        }
        Ok(())
    }

    /// Keywords of one call are different (6.3.4).
    pub(super) fn keywords(&self, keywords: ListId) -> Check {
        let mut seen = rustc_hash::FxHashSet::default();
        for node in self.ast.list(keywords) {
            let Some(name) = self.ast.view::<keyword>(node).arg else { continue };
            self.name(node, name, Kind::Store)?;
            if !seen.insert(name) {
                let text = self.ast.name(name);
                return Err(self.error(node, format!("keyword argument repeated: {text}")));
            }
        }
        Ok(())
    }

    fn yield_expression(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let word = if kind == Kind::Yield { "yield" } else { "yield from" };
        match self.frame(context) {
            Frame::Module | Frame::Class => {
                return Err(self.error(node, format!("'{word}' outside function")));
            }
            Frame::Function { is_async: true, .. } if kind == Kind::YieldFrom => {
                return Err(self.error(node, "'yield from' inside async function"));
            }
            _ => {}
        }
        self.plan_children(node, context);
        Ok(())
    }

    fn await_expression(&mut self, node: NodeId, context: usize) -> Check {
        match self.frame(context) {
            Frame::Module | Frame::Class => return Err(self.error(node, "'await' outside function")),
            Frame::Function { is_async: true, .. } | Frame::GeneratorExp => {}
            _ => return Err(self.error(node, "'await' outside async function")),
        }
        let Await { value } = self.ast.view(node);
        self.plan(value, context);
        Ok(())
    }

    fn comprehension(&mut self, kind: Kind, node: NodeId, context: usize) -> Check {
        let (elements, generators) = match kind {
            Kind::ListComp => {
                let ListComp { elt, generators } = self.ast.view(node);
                ([None, Some(elt)], generators)
            }
            Kind::SetComp => {
                let SetComp { elt, generators } = self.ast.view(node);
                ([None, Some(elt)], generators)
            }
            Kind::GeneratorExp => {
                let GeneratorExp { elt, generators } = self.ast.view(node);
                ([None, Some(elt)], generators)
            }
            _ => {
                let DictComp { key, value, generators } = self.ast.view(node);
                ([Some(value), Some(key)], generators)
            }
        };
        let is_generator = kind == Kind::GeneratorExp;
        let mut inner = if is_generator { self.enter_frame(Frame::GeneratorExp) } else { context };
        let start = self.work.len();
        let mut outermost = None;
        for clause in self.ast.list(generators) {
            let comprehension { target, iter, ifs, is_async } = self.ast.view(clause);
            match outermost {
                None => outermost = Some(iter),
                Some(_) => self.plan(iter, inner),
            }
            if is_async != 0 {
                inner = self.enter(inner, ContextKind::Block, node)?;
            }
            self.plan(target, inner);
            for test in self.ast.list(ifs) {
                self.plan(test, inner);
            }
        }
        for element in elements.into_iter().rev().flatten() {
            self.plan(element, inner);
        }
        self.work[start..].reverse();
        let body = self.work.split_off(start);
        let Some(outermost) = outermost else { return Ok(()) };
        if is_generator {
            // The function of a generator expression is compiled before the call that makes the generator.
            self.plan(outermost, context);
            self.work.extend(body);
        } else {
            self.work.extend(body);
            let check = self.async_comprehension(node, context);
            self.plan_check(check);
            self.plan(outermost, context);
        }
        Ok(())
    }

    fn async_comprehension(&self, node: NodeId, context: usize) -> Check {
        match self.frame(context) {
            Frame::Function { is_async: true, .. } | Frame::GeneratorExp => Ok(()),
            _ if !self.scopes.inlined(node).is_async => Ok(()),
            _ => Err(self.error(node, "asynchronous comprehension outside of an asynchronous function")),
        }
    }
}
