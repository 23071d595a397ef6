//! Arguments of calls and classes (Language Reference 6.3.4), parameters of functions and lambdas (8.7, 6.14).

use super::expressions::starts_expression;
use super::{Parsed, Parser};
use crate::ast::{Ast, Call, GeneratorExp, Kind, ListId, NodeId, Span, Starred, arg, arguments, keyword};
use crate::tokens::Tok;

impl Parser<'_> {
    /// A call, from its parenthesis on.
    pub(super) fn call(&mut self, start: u32, func: NodeId) -> Parsed {
        let open = self.start();
        self.advance();
        let (args, keywords, lone_generator) = self.argument_list(open)?;
        self.expect(Tok::RightParen)?;
        if let Some(generator) = lone_generator {
            // A lone generator expression shares the parentheses of the call.
            let span = Span { start: open, end: self.last_end };
            self.ast.set_span(generator, span);
        }
        Ok(self.add(start, Call { func, args, keywords }))
    }

    /// Positional arguments, keywords, and the generator expression if it is the only argument.
    pub(super) fn argument_list(&mut self, open: u32) -> Parsed<(ListId, ListId, Option<NodeId>)> {
        if self.kind() == Tok::RightParen {
            return Ok((Ast::EMPTY, Ast::EMPTY, None));
        }
        let mark = self.stack.len();
        let mut keywords: Vec<u32> = Vec::new();
        let mut unpacked_mapping = false;
        let mut lone_generator = None;
        loop {
            let start = self.start();
            match self.kind() {
                Tok::DoubleStar => {
                    self.advance();
                    unpacked_mapping = true;
                    let value = self.expression()?;
                    keywords.push(self.add(start, keyword { arg: None, value }).0);
                }
                Tok::Name if self.peek(1) == Tok::Equal => {
                    let name = self.name()?;
                    self.advance();
                    let value = self.expression()?;
                    keywords.push(self.add(start, keyword { arg: Some(name), value }).0);
                }
                Tok::Star => {
                    if unpacked_mapping {
                        return Err(self.unexpected());
                    }
                    self.advance();
                    let value = self.expression()?;
                    let argument = self.add(start, Starred { value, ctx: Kind::Load });
                    self.push(argument);
                }
                _ => {
                    if !keywords.is_empty() {
                        return Err(self.unexpected());
                    }
                    let argument = self.named_expression()?;
                    if matches!(self.kind(), Tok::For | Tok::Async) {
                        lone_generator = Some(self.generator_argument(open, mark, argument)?);
                        break;
                    }
                    self.push(argument);
                }
            }
            let more = self.eat(Tok::Comma);
            if !more || !(starts_expression(self.kind()) || self.kind() == Tok::DoubleStar) {
                break;
            }
        }
        let args = self.list_from(mark);
        let keywords = self.ast.add_list(keywords.into_iter());
        Ok((args, keywords, lone_generator))
    }

    /// A generator expression without parentheses of its own, which must be the only argument.
    fn generator_argument(&mut self, open: u32, mark: usize, element: NodeId) -> Parsed {
        if self.stack.len() > mark {
            return Err(self.unexpected());
        }
        let generators = self.comprehension_clauses(element)?;
        if self.kind() != Tok::RightParen {
            return Err(self.unexpected());
        }
        let generator = self.add(open, GeneratorExp { elt: element, generators });
        self.push(generator);
        Ok(generator)
    }

    /// Parameters up to (not including) the token that closes them.
    pub(super) fn parameters(&mut self, close: Tok, annotated: bool) -> Parsed {
        let mut list = ParameterList::new(self.stack.len());
        let start = self.start();
        while self.kind() != close {
            match self.kind() {
                Tok::Slash => self.slash(&mut list)?,
                Tok::Star => self.star_parameter(&mut list, close, annotated)?,
                Tok::DoubleStar => {
                    self.advance();
                    list.kwarg = Some(self.parameter(annotated, false)?);
                }
                _ => self.named_parameter(&mut list, annotated)?,
            }
            if !self.eat(Tok::Comma) {
                break;
            }
            if list.kwarg.is_some() {
                break;
            }
        }
        if self.kind() != close {
            return Err(self.unexpected());
        }
        let last = self.list_from(list.mark);
        let (args, kwonlyargs) = if list.keyword_only { (list.args, last) } else { (last, Ast::EMPTY) };
        let kw_defaults = self.ast.add_list(list.kw_defaults.into_iter());
        let defaults = self.ast.add_list(list.defaults.into_iter());
        let form = arguments {
            posonlyargs: list.posonlyargs,
            args,
            vararg: list.vararg,
            kwonlyargs,
            kw_defaults,
            kwarg: list.kwarg,
            defaults,
        };
        Ok(self.add(start, form))
    }

    /// `/`: the parameters before it are positional only.
    fn slash(&mut self, list: &mut ParameterList) -> Parsed<()> {
        if list.slash || list.keyword_only || self.stack.len() == list.mark {
            return Err(self.unexpected());
        }
        self.advance();
        list.slash = true;
        list.posonlyargs = self.list_from(list.mark);
        Ok(())
    }

    /// `*`, alone or with a name: keyword-only parameters follow.
    fn star_parameter(&mut self, list: &mut ParameterList, close: Tok, annotated: bool) -> Parsed<()> {
        if list.keyword_only {
            return Err(self.unexpected());
        }
        self.advance();
        list.keyword_only = true;
        list.args = self.list_from(list.mark);
        if self.kind() != Tok::Comma {
            list.vararg = Some(self.parameter(annotated, annotated)?);
            return Ok(());
        }
        // A bare star must be followed by a parameter with a name.
        let next = self.peek(1);
        if next == close || next == Tok::DoubleStar {
            return Err(self.unexpected());
        }
        Ok(())
    }

    fn named_parameter(&mut self, list: &mut ParameterList, annotated: bool) -> Parsed<()> {
        let node = self.parameter(annotated, false)?;
        self.push(node);
        let default = if self.eat(Tok::Equal) { Some(self.expression()?) } else { None };
        match default {
            _ if list.keyword_only => list.kw_defaults.push(default.map_or(0, |node| node.0)),
            Some(default) => list.defaults.push(default.0),
            None if !list.defaults.is_empty() => {
                let span = self.ast.span(node);
                let message = "parameter without a default follows parameter with a default";
                return Err(self.error(span, message));
            }
            None => {}
        }
        Ok(())
    }

    /// A name, with its annotation where parameters have some; that of `*args` may be starred (PEP 646).
    fn parameter(&mut self, annotated: bool, starred: bool) -> Parsed {
        let start = self.start();
        let name = self.name()?;
        let annotation = if annotated && self.eat(Tok::Colon) {
            let star = self.start();
            if starred && self.eat(Tok::Star) {
                let value = self.operators(super::expressions::power::BIT_OR)?;
                Some(self.add(star, Starred { value, ctx: Kind::Load }))
            } else {
                Some(self.expression()?)
            }
        } else {
            None
        };
        Ok(self.add(start, arg { arg: name, annotation, type_comment: None }))
    }
}

/// Parameters read so far. Those of the kind being read are on the parser's stack from `mark` on.
struct ParameterList {
    mark: usize,
    posonlyargs: ListId,
    args: ListId,
    vararg: Option<NodeId>,
    kwarg: Option<NodeId>,
    defaults: Vec<u32>,
    kw_defaults: Vec<u32>,
    slash: bool,
    keyword_only: bool,
}

impl ParameterList {
    fn new(mark: usize) -> ParameterList {
        ParameterList {
            mark,
            posonlyargs: Ast::EMPTY,
            args: Ast::EMPTY,
            vararg: None,
            kwarg: None,
            defaults: Vec::new(),
            kw_defaults: Vec::new(),
            slash: false,
            keyword_only: false,
        }
    }
}
