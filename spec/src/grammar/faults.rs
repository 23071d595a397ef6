//! The helpers that say what is wrong with a text: the actions of the alternatives marked `?`.

use super::helpers::{Helper, Value};
use super::machine::{Machine, Match, Stop};
use crate::ast::{Compare, Constant, Kind, List, Name, NodeId, Span, Starred, Tuple, comprehension};
use crate::constant::ConstantValue;
use crate::error::{ErrorKind, Place, SyntaxError};

impl Machine<'_> {
    /// Ends the parse with an error.
    pub(super) fn fail_at(&mut self, span: Span, message: &str) -> Match {
        self.stop(SyntaxError::new(self.source, span, message))
    }

    fn stop(&mut self, error: SyntaxError) -> Match {
        self.error = Some(Box::new(error));
        Err(Stop::Error)
    }

    /// The text of a value, for a message.
    fn text_of(&self, value: Value) -> &str {
        match value {
            Value::Text(text) => &self.texts[text as usize],
            _ => "",
        }
    }

    fn message(&self, template: Value, argument: Option<Value>) -> String {
        let template = self.text_of(template);
        argument.map_or_else(|| template.to_owned(), |it| template.replacen("{}", self.text_of(it), 1))
    }

    pub(super) fn fault(&mut self, helper: Helper, values: &[Value], _start: usize) -> Match {
        let get = |at: usize| values.get(at).copied();
        let first = get(0).unwrap_or(Value::Nothing);
        let second = get(1).unwrap_or(Value::Nothing);
        let third = get(2).unwrap_or(Value::Nothing);
        let last = self.furthest;
        match helper {
            Helper::describe => self.made_text(|machine| machine.describe_value(first)),
            Helper::spelling => {
                self.made_text(|machine| machine.source.slice(machine.span_of(first)).to_owned())
            }
            Helper::bound_or_constraints => self.made_text(|machine| machine.bound_or_constraints(first)),
            Helper::fail => {
                let message = self.message(second, get(2));
                self.fail_at(self.span_of(first), &message)
            }
            Helper::fail_range | Helper::fail_to_last => {
                let message = self.message(third, get(3));
                self.fail_at(self.span_of(first).to(self.span_of(second)), &message)
            }
            Helper::fail_list => {
                let message = self.message(second, get(2));
                self.fail_at(self.span_of(first), &message)
            }
            Helper::fail_here => {
                let message = self.message(first, get(1));
                let error = self.error_here(ErrorKind::SyntaxError, &message, last);
                self.stop(*error)
            }
            Helper::fail_next => {
                let message = self.message(first, get(1));
                self.kind()?;
                self.fail_at(self.tokens[self.at].span(), &message)
            }
            Helper::fail_from => {
                let message = self.message(second, get(2));
                // To the last character that was read.
                let Span { start, end } = self.tokens[last].span();
                let end = end.saturating_sub(1).max(start);
                self.fail_at(Span { start: self.span_of(first).start, end }, &message)
            }
            Helper::fail_generator => {
                let message = self.message(third, None);
                let end = self.end_of_clauses(second);
                let start = self.span_of(first).start;
                self.fail_at(Span { start, end }, &message)
            }
            Helper::fail_after_key => self.fail_after_key(first, second),
            Helper::fail_indent => {
                let message = self.message(first, None);
                let error = self.error_here(ErrorKind::IndentationError, &message, last);
                self.stop(*error)
            }
            Helper::fail_indent_after => {
                let line = self.source.position(self.span_of(first).start as usize).0;
                let message = self.text_of(second).replacen("{}", &line.to_string(), 1);
                let error = self.error_here(ErrorKind::IndentationError, &message, last);
                self.stop(*error)
            }
            _ => self.judged_fault(helper, first, second),
        }
    }

    /// Faults that are none on closer look.
    fn judged_fault(&mut self, helper: Helper, first: Value, second: Value) -> Match {
        match (helper, first, second) {
            (Helper::bad_target, Value::Node(node), Value::Kind(kind)) => self.bad_target(node, kind),
            (Helper::forgotten_comma, Value::Node(a), Value::Node(b)) => self.forgotten_comma(a, b),
            (Helper::legacy_statement, Value::Token(a), Value::Node(b)) => {
                self.legacy_statement(a as usize, b)
            }
            (Helper::unparenthesized_generator, list, clauses) => {
                self.unparenthesized_generator(list, clauses)
            }
            (Helper::misplaced_positional, list, _) => self.misplaced_positional(list),
            _ => Err(Stop::Fail),
        }
    }

    fn made_text(&mut self, make: impl FnOnce(&Self) -> String) -> Match {
        let text = make(self);
        self.texts.push(text);
        Ok(Value::Text(self.texts.len() as u32 - 1))
    }

    fn describe_value(&self, value: Value) -> String {
        match value {
            Value::Node(node) => self.describe(node).to_owned(),
            _ => "name".to_owned(),
        }
    }

    /// What CPython calls an expression.
    fn describe(&self, node: NodeId) -> &'static str {
        match self.ast.kind(node) {
            Kind::Attribute => "attribute",
            Kind::Subscript => "subscript",
            Kind::Starred => "starred",
            Kind::Name => "name",
            Kind::List => "list",
            Kind::Tuple => "tuple",
            Kind::Lambda => "lambda",
            Kind::Call => "function call",
            Kind::BoolOp | Kind::BinOp | Kind::UnaryOp => "expression",
            Kind::GeneratorExp => "generator expression",
            Kind::Yield | Kind::YieldFrom => "yield expression",
            Kind::Await => "await expression",
            Kind::ListComp => "list comprehension",
            Kind::SetComp => "set comprehension",
            Kind::DictComp => "dict comprehension",
            Kind::Dict => "dict literal",
            Kind::Set => "set display",
            Kind::JoinedStr | Kind::FormattedValue => "f-string expression",
            Kind::Compare => "comparison",
            Kind::IfExp => "conditional expression",
            Kind::NamedExpr => "named expression",
            _ => match self.ast.constant(self.ast.view::<Constant>(node).value) {
                ConstantValue::None => "None",
                ConstantValue::True => "True",
                ConstantValue::False => "False",
                ConstantValue::Ellipsis => "ellipsis",
                _ => "literal",
            },
        }
    }

    fn bound_or_constraints(&self, value: Value) -> String {
        let is_tuple = matches!(value, Value::Node(node) if self.ast.kind(node) == Kind::Tuple);
        if is_tuple { "constraints" } else { "bound" }.to_owned()
    }

    fn end_of_clauses(&self, clauses: Value) -> u32 {
        let Some(&Value::Node(last)) = self.elements(clauses).last() else { return 0 };
        let clause: comprehension = self.ast.view(last);
        let end = self.ast.list(clause.ifs).last().unwrap_or(clause.iter);
        self.ast.span(end).end
    }

    /// A key without a value: CPython points at its last character.
    fn fail_after_key(&mut self, key: Value, message: Value) -> Match {
        let span = self.span_of(key);
        let message = self.message(message, None);
        let mut error = SyntaxError::new(self.source, span, message);
        let (line, _) = self.source.character_position(span.start as usize);
        let (end_line, column) = self.source.character_position(span.end as usize);
        let place =
            Place { line: line as i32, offset: column as i32, end_line: end_line as i32, end_offset: 0 };
        error.place = Some(place);
        self.stop(error)
    }

    /// The part of an expression that cannot be a target: of an assignment, of `for` (`In`), of `del`.
    fn bad_target(&mut self, node: NodeId, kind: Kind) -> Match {
        let Some(culprit) = self.invalid_target(node, kind) else { return Err(Stop::Fail) };
        let verb = if kind == Kind::Del { "delete" } else { "assign to" };
        let message = format!("cannot {verb} {}", self.describe(culprit));
        self.fail_at(self.ast.span(culprit), &message)
    }

    fn invalid_target(&self, node: NodeId, kind: Kind) -> Option<NodeId> {
        let among = |list| self.ast.list(list).find_map(|element| self.invalid_target(element, kind));
        match self.ast.kind(node) {
            Kind::List => among(self.ast.view::<List>(node).elts),
            Kind::Tuple => among(self.ast.view::<Tuple>(node).elts),
            Kind::Starred if kind != Kind::Del => {
                self.invalid_target(self.ast.view::<Starred>(node).value, kind)
            }
            Kind::Compare if kind == Kind::In => {
                let compare: Compare = self.ast.view(node);
                let first = self.ast.kind_list(compare.ops).next();
                if first == Some(Kind::In) { self.invalid_target(compare.left, kind) } else { None }
            }
            Kind::Name | Kind::Subscript | Kind::Attribute => None,
            _ => Some(node),
        }
    }

    /// Two expressions side by side, inside of brackets.
    fn forgotten_comma(&mut self, left: NodeId, right: NodeId) -> Match {
        let is_legacy = self.ast.kind(left) == Kind::Name && {
            let name = self.ast.name(self.ast.view::<Name>(left).id);
            matches!(name, "print" | "exec")
        };
        if is_legacy || !self.in_brackets() {
            return Err(Stop::Fail);
        }
        let span = self.ast.span(left).to(self.ast.span(right));
        self.fail_at(span, "invalid syntax. Perhaps you forgot a comma?")
    }

    /// Whether the last token taken stands inside of brackets, or opens some.
    fn in_brackets(&self) -> bool {
        use crate::tokens::Tok::*;
        let mut depth = 0;
        for token in &self.tokens[..self.at] {
            match token.kind {
                LeftParen | LeftBracket | LeftBrace => depth += 1,
                RightParen | RightBracket | RightBrace => depth -= 1,
                _ => {}
            }
        }
        depth > 0
    }

    fn legacy_statement(&mut self, name: usize, rest: NodeId) -> Match {
        let text = self.text(name).to_owned();
        if !matches!(&*text, "print" | "exec") {
            return Err(Stop::Fail);
        }
        let span = self.tokens[name].span().to(self.ast.span(rest));
        let message = format!("Missing parentheses in call to '{text}'. Did you mean {text}(...)?");
        self.fail_at(span, &message)
    }

    /// A generator expression without parentheses after other arguments.
    fn unparenthesized_generator(&mut self, list: Value, clauses: Value) -> Match {
        let arguments = self.elements(list);
        let len = arguments.len();
        let positional: Vec<NodeId> = arguments
            .iter()
            .filter_map(|value| match value {
                Value::Node(node) if self.ast.kind(*node) != Kind::keyword => Some(*node),
                _ => None,
            })
            .collect();
        // A lone argument is parenthesized by the call; keywords are another matter.
        if len <= 1 || positional.is_empty() {
            return Err(Stop::Fail);
        }
        let Some(&last) = positional.last() else { return Err(Stop::Fail) };
        let span = Span { start: self.ast.span(last).start, end: self.end_of_clauses(clauses) };
        self.fail_at(span, "Generator expression must be parenthesized")
    }

    fn misplaced_positional(&mut self, list: Value) -> Match {
        let is_mapping = |value: &Value| match value {
            Value::Node(node) if self.ast.kind(*node) == Kind::keyword => {
                self.ast.view::<crate::ast::keyword>(*node).arg.is_none()
            }
            _ => false,
        };
        let unpacking = self.elements(list).iter().any(is_mapping);
        let message = if unpacking {
            "positional argument follows keyword argument unpacking"
        } else {
            "positional argument follows keyword argument"
        };
        let error = self.error_here(ErrorKind::SyntaxError, message, self.furthest);
        self.stop(*error)
    }
}
