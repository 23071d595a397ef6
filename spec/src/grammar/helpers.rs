//! The helpers that make values in actions of the grammar (`spec/grammar/helpers.md` says what each is for).

use super::machine::{Machine, Match, Stop};
use crate::ast::{
    ConstId, Constant, FormattedValue, If, JoinedStr, Kind, NodeId, Sort, Span, UnaryOp, arguments, field,
};
use crate::constant::ConstantValue;
use crate::error::{ErrorKind, Place, SyntaxError};
use crate::literal::{self, Parts, split_literal};
use crate::names::{Symbol, normalize};
use crate::tokens::Tok;

/// What rules match and actions make.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Value {
    /// An absent optional.
    Nothing,
    Token(u32),
    Node(NodeId),
    /// Where its elements start in the machine's values, and how many they are.
    List(u32, u32),
    Kind(Kind),
    Number(i32),
    Name(Symbol),
    Constant(ConstId),
    /// A text of the machine.
    Text(u32),
}

macro_rules! helpers {
    ($($name:ident = $text:literal)*) => {
        #[allow(non_camel_case_types)] // the spelling of the grammar
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum Helper { $($name,)* }

        impl Helper {
            pub(super) fn named(name: &str) -> Option<Helper> {
                match name { $($text => Some(Helper::$name),)* _ => None }
            }
        }
    };
}

helpers! {
    flatten = "flatten" star = "star" dotted = "dotted" level = "level" nested_if = "nested_if"
    with_decorators = "with_decorators" or_no_parameters = "or_no_parameters" parameters = "parameters"
    slash_pairs = "slash_pairs" positional = "positional" keywords = "keywords" firsts = "firsts"
    seconds = "seconds" none_value = "none_value" true_value = "true_value" false_value = "false_value"
    ellipsis_value = "ellipsis_value" number_value = "number_value" not_equal = "not_equal" real = "real"
    negative_real = "negative_real" imaginary = "imaginary" strings = "strings" field = "field"
    conversion = "conversion" pieces = "pieces"
    soft_keyword = "soft_keyword" describe = "describe" spelling = "spelling" bound_or_constraints = "bound_or_constraints"
    fail = "fail" fail_range = "fail_range" fail_here = "fail_here" fail_next = "fail_next"
    fail_from = "fail_from" fail_list = "fail_list" fail_to_last = "fail_to_last"
    fail_generator = "fail_generator" fail_after_key = "fail_after_key" fail_indent = "fail_indent"
    fail_indent_after = "fail_indent_after" bad_target = "bad_target" forgotten_comma = "forgotten_comma"
    legacy_statement = "legacy_statement"
    unparenthesized_generator = "unparenthesized_generator" misplaced_positional = "misplaced_positional"
}

impl Machine<'_> {
    pub(super) fn help(&mut self, helper: Helper, values: &[Value], start: usize) -> Match {
        let first = values.first().copied().unwrap_or(Value::Nothing);
        let second = values.get(1).copied().unwrap_or(Value::Nothing);
        Ok(match helper {
            Helper::flatten => self.flatten(first),
            Helper::star => Value::Name(self.ast.names.intern("*")),
            Helper::dotted => self.dotted(first),
            Helper::level => self.import_level(first),
            Helper::nested_if => self.nested_if(values),
            Helper::with_decorators => self.with_decorators(first, second),
            Helper::or_no_parameters => self.or_no_parameters(first, start),
            Helper::parameters => self.parameters(values, start),
            Helper::slash_pairs => self.slash_pairs(first, second),
            Helper::positional => self.filtered(first, false),
            Helper::keywords => self.filtered(first, true),
            Helper::firsts => self.column(first, 0),
            Helper::seconds => self.column(first, 1),
            Helper::none_value => self.constant(ConstantValue::None),
            Helper::true_value => self.constant(ConstantValue::True),
            Helper::false_value => self.constant(ConstantValue::False),
            Helper::ellipsis_value => self.constant(ConstantValue::Ellipsis),
            Helper::number_value => return self.number_value(first),
            Helper::not_equal => return self.not_equal(first),
            Helper::real => return self.real(first),
            Helper::negative_real => return self.negative_real(first, start),
            Helper::imaginary => return self.imaginary(first),
            Helper::strings => return self.strings(first, start),
            Helper::field => return self.field(values, start),
            Helper::conversion => return self.conversion(first, second),
            Helper::pieces => return self.pieces(first),
            Helper::soft_keyword => return self.soft_keyword(first),
            _ => return self.fault(helper, values, start),
        })
    }

    fn flatten(&mut self, lists: Value) -> Value {
        let lists = self.elements(lists).to_vec();
        let all: Vec<Value> = lists.iter().flat_map(|&list| self.elements(list).to_vec()).collect();
        self.list(&all)
    }

    /// The names of a dotted path as one.
    fn dotted(&mut self, names: Value) -> Value {
        let mut text = String::new();
        for &name in &self.elements(names).to_vec() {
            if !text.is_empty() {
                text.push('.');
            }
            if let Value::Token(token) = name {
                text.push_str(&normalize(self.text(token as usize)));
            }
        }
        Value::Name(self.ast.names.intern(&text))
    }

    fn import_level(&mut self, dots: Value) -> Value {
        let count = |value: &Value| match value {
            Value::Token(token) if self.tokens[*token as usize].kind == Tok::Ellipsis => 3,
            _ => 1,
        };
        Value::Number(self.elements(dots).iter().map(count).sum())
    }

    /// `elif` clauses are an `if` in the `else` of what is before them.
    fn nested_if(&mut self, values: &[Value]) -> Value {
        let &[keyword, test, body, clauses, orelse] = values else { return Value::Nothing };
        let mut all = vec![[keyword, test, body]];
        for &clause in &self.elements(clauses).to_vec() {
            if let &[keyword, test, body] = self.elements(clause) {
                all.push([keyword, test, body]);
            }
        }
        let mut orelse = self.list_word(orelse, Sort::stmt);
        let mut node = Value::Nothing;
        for [keyword, test, body] in all.into_iter().rev() {
            let (Value::Token(keyword), Value::Node(test)) = (keyword, test) else { continue };
            let body = self.list_word(body, Sort::stmt);
            let span = self.span_from(keyword as usize);
            let id = self.ast.add(If { test, body, orelse }, span);
            orelse = self.ast.add_nodes(&[id]);
            node = Value::Node(id);
        }
        node
    }

    fn with_decorators(&mut self, definition: Value, decorators: Value) -> Value {
        if let Value::Node(node) = definition {
            let list = self.list_word(decorators, Sort::expr);
            let at = match self.ast.kind(node) {
                Kind::FunctionDef => field::FunctionDef::decorator_list,
                Kind::AsyncFunctionDef => field::AsyncFunctionDef::decorator_list,
                _ => field::ClassDef::decorator_list,
            };
            self.ast.set_word(node, at, list.0);
        }
        definition
    }

    fn or_no_parameters(&mut self, parameters: Value, start: usize) -> Value {
        match parameters {
            Value::Nothing => {
                let nothing = [Value::Nothing; 5];
                self.parameters(&nothing, start)
            }
            present => present,
        }
    }

    /// Parameters before `/` (with the defaults of the last ones), those without and with a default, and the rest.
    fn parameters(&mut self, values: &[Value], start: usize) -> Value {
        let &[slash, slash_defaults, plain, defaulted, rest] = values else { return Value::Nothing };
        let posonlyargs = self.list_word(slash, Sort::arg);
        let names = self.column(defaulted, 0);
        let args = [self.elements(plain).to_vec(), self.elements(names).to_vec()].concat();
        let args = self.list(&args);
        let args = self.list_word(args, Sort::arg);
        let own_defaults = self.column(defaulted, 1);
        let defaults =
            [self.elements(slash_defaults).to_vec(), self.elements(own_defaults).to_vec()].concat();
        let defaults = self.list(&defaults);
        let defaults = self.list_word(defaults, Sort::expr);
        let (vararg, pairs, kwarg) = match self.elements(rest) {
            &[vararg, pairs, kwarg] => (vararg, pairs, kwarg),
            _ => (Value::Nothing, Value::Nothing, Value::Nothing),
        };
        let node = |value| if let Value::Node(node) = value { Some(node) } else { None };
        let names = self.column(pairs, 0);
        let kwonlyargs = self.list_word(names, Sort::arg);
        let kw_defaults = self.column(pairs, 1);
        let kw_defaults = self.list_word(kw_defaults, Sort::expr);
        let (vararg, kwarg) = (node(vararg), node(kwarg));
        let form = arguments { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
        let span = self.span_from(start);
        Value::Node(self.ast.add(form, span))
    }

    /// Parameters before `/`, some with defaults, as pairs of which some have no second.
    fn slash_pairs(&mut self, plain: Value, defaulted: Value) -> Value {
        let plain = self.elements(plain).to_vec();
        let mut pairs: Vec<Value> = plain.into_iter().map(|value| self.list(&[value])).collect();
        pairs.extend_from_slice(self.elements(defaulted));
        self.list(&pairs)
    }

    /// The keywords among arguments, or the others.
    fn filtered(&mut self, list: Value, keywords: bool) -> Value {
        let is_keyword = |value: &Value| match value {
            Value::Node(node) => self.ast.kind(*node) == Kind::keyword,
            _ => false,
        };
        let kept: Vec<Value> =
            self.elements(list).iter().copied().filter(|value| is_keyword(value) == keywords).collect();
        self.list(&kept)
    }

    /// The first or second elements of pairs, as far as they have one.
    fn column(&mut self, pairs: Value, at: usize) -> Value {
        let pairs = self.elements(pairs).iter();
        let column: Vec<Value> = pairs.filter_map(|&pair| self.elements(pair).get(at).copied()).collect();
        self.list(&column)
    }

    fn constant(&mut self, constant: ConstantValue) -> Value {
        Value::Constant(self.ast.add_constant(constant))
    }

    fn number_value(&mut self, token: Value) -> Match {
        let Value::Token(token) = token else { return Err(Stop::Fail) };
        match literal::number_value(self.text(token as usize)) {
            Ok(value) => Ok(self.constant(value)),
            Err(message) => {
                // CPython names the line only.
                let mut error = SyntaxError::new(self.source, self.tokens[token as usize].span(), message);
                error.place = error.place.map(|place| Place { offset: 0, end_offset: 0, ..place });
                self.error = Some(Box::new(error));
                Err(Stop::Error)
            }
        }
    }

    /// `<>` is the same token as `!=`, but not the same operator (PEP 401).
    fn not_equal(&mut self, token: Value) -> Match {
        match token {
            Value::Token(token) if self.text(token as usize) == "<>" => Err(Stop::Fail),
            _ => Ok(Value::Kind(Kind::NotEq)),
        }
    }

    /// A name that may be a keyword. CPython 3.13 compares as many letters as the name has.
    fn soft_keyword(&mut self, token: Value) -> Match {
        let Value::Token(name) = token else { return Err(Stop::Fail) };
        let text = self.text(name as usize);
        let matches = ["_", "case", "match", "type"].iter().any(|keyword| keyword.starts_with(text));
        if matches { Ok(token) } else { Err(Stop::Fail) }
    }

    fn is_imaginary(&self, node: NodeId) -> bool {
        let value = self.ast.view::<Constant>(node).value;
        matches!(self.ast.constant(value), ConstantValue::Imaginary(_))
    }

    fn real(&mut self, number: Value) -> Match {
        let Value::Node(node) = number else { return Err(Stop::Fail) };
        if self.is_imaginary(node) {
            return self.fail_at(self.ast.span(node), "real number required in complex literal");
        }
        Ok(number)
    }

    fn negative_real(&mut self, number: Value, start: usize) -> Match {
        let Value::Node(operand) = self.real(number)? else { return Err(Stop::Fail) };
        let span = self.span_from(start);
        Ok(Value::Node(self.ast.add(UnaryOp { op: Kind::USub, operand }, span)))
    }

    fn imaginary(&mut self, number: Value) -> Match {
        let Value::Node(node) = number else { return Err(Stop::Fail) };
        if !self.is_imaginary(node) {
            return self.fail_at(self.ast.span(node), "imaginary number required in complex literal");
        }
        Ok(number)
    }

    /// Adjacent literals: a constant, or a formatted string if one of them is.
    fn strings(&mut self, parts: Value, start: usize) -> Match {
        let literals = self.elements(parts).to_vec();
        let span = self.span_from(start);
        let text = |value: &Value| match value {
            Value::Token(token) => Some(self.text(*token as usize).to_owned()),
            _ => None,
        };
        let texts: Vec<Option<String>> = literals.iter().map(text).collect();
        let is_bytes = |text: &String| split_literal(text).bytes;
        let bytes = texts.iter().flatten().filter(|text| is_bytes(text)).count();
        if bytes == literals.len() {
            return self.bytes(&literals, &texts, span);
        }
        let mut collected = Parts::default();
        for (&value, text) in literals.iter().zip(&texts) {
            match text {
                // The literals are mixed, but what is wrong with one of them comes first.
                Some(text) if is_bytes(text) => drop(self.decoded_bytes(value, text)?),
                Some(text) => {
                    let literal = split_literal(text);
                    let place = self.span_of(value);
                    match literal::decode(&literal) {
                        Ok(decoded) => collected.push_text(decoded, place, literal.unicode),
                        Err(message) => return self.fail_at(place, &message),
                    }
                }
                None => self.collect(value, &mut collected)?,
            }
        }
        if bytes > 0 {
            let message = "cannot mix bytes and nonbytes literals";
            self.error = Some(self.error_here(ErrorKind::SyntaxError, message, self.furthest));
            return Err(Stop::Error);
        }
        if texts.iter().any(Option::is_none) {
            let values = collected.into_list(&mut self.ast);
            return Ok(Value::Node(self.ast.add(JoinedStr { values }, span)));
        }
        let (text, unicode) = collected.into_text();
        let value = self.ast.add_constant(ConstantValue::Str(text));
        let kind = unicode.then(|| self.ast.names.intern("u"));
        Ok(Value::Node(self.ast.add(Constant { value, kind }, span)))
    }

    fn bytes(&mut self, literals: &[Value], texts: &[Option<String>], span: Span) -> Match {
        let mut all = Vec::new();
        for (&value, text) in literals.iter().zip(texts) {
            all.extend(self.decoded_bytes(value, text.as_deref().unwrap_or_default())?);
        }
        let value = self.ast.add_constant(ConstantValue::Bytes(all.into()));
        Ok(Value::Node(self.ast.add(Constant { value, kind: None }, span)))
    }

    fn decoded_bytes(&mut self, value: Value, text: &str) -> Result<Vec<u8>, Stop> {
        literal::decode_bytes(&split_literal(text))
            .or_else(|message| self.fail_at(self.span_of(value), &message).map(|_| Vec::new()))
    }

    /// Adds the parts of an f-string: text, fields, and fields with the text that `=` asks for.
    fn collect(&mut self, parts: Value, collected: &mut Parts) -> Result<(), Stop> {
        for &part in &self.elements(parts).to_vec() {
            match part {
                Value::Token(token) => {
                    let span = self.tokens[token as usize].span();
                    match literal::decode_formatted(self.text(token as usize), self.raw[token as usize]) {
                        Ok(text) => collected.push_text(text, span, false),
                        Err(message) => {
                            let end = self.end_of_fstring(token as usize);
                            return self.fail_at(end, &message).map(|_| ());
                        }
                    }
                }
                Value::Node(node) => collected.list.push(literal::Part::Field(node)),
                _ => {
                    if let &[Value::Number(start), Value::Number(end), Value::Node(node)] =
                        self.elements(part)
                    {
                        let span = Span { start: start as u32, end: end as u32 };
                        let text = literal::without_comments(self.source.slice(span));
                        collected.push_text(crate::constant::Wtf8::from(&*text), span, false);
                        collected.list.push(literal::Part::Field(node));
                    }
                }
            }
        }
        Ok(())
    }

    /// The last token of the f-string that a token is in: CPython decodes its text when it has read it as a whole.
    fn end_of_fstring(&self, token: usize) -> Span {
        let mut depth = 0;
        for token in &self.tokens[token..] {
            match token.kind {
                Tok::FStringStart => depth += 1,
                Tok::FStringEnd if depth == 0 => return token.span(),
                Tok::FStringEnd => depth -= 1,
                _ => {}
            }
        }
        self.tokens[token].span()
    }

    fn pieces(&mut self, parts: Value) -> Match {
        let mut collected = Parts::default();
        self.collect(parts, &mut collected)?;
        let list = collected.into_list(&mut self.ast);
        let nodes: Vec<Value> = self.ast.list(list).map(Value::Node).collect();
        Ok(self.list(&nodes))
    }

    /// A replacement field: its brace, value, `=`, conversion, format specification and closing brace.
    fn field(&mut self, values: &[Value], start: usize) -> Match {
        let &[open, Value::Node(value), debug, conversion, spec, close] = values else {
            return Err(Stop::Fail);
        };
        let format_spec = if let Value::Node(spec) = spec { Some(spec) } else { None };
        let (mark, letter) = match self.elements(conversion) {
            &[mark, Value::Number(letter)] => (Some(mark), letter),
            _ => (None, -1),
        };
        let is_debug = debug != Value::Nothing;
        let implied = is_debug && letter == -1 && format_spec.is_none();
        let conversion = if implied { i32::from(b'r') } else { letter };
        let span = self.span_from(start);
        let node = self.ast.add(FormattedValue { value, conversion, format_spec }, span);
        if !is_debug {
            return Ok(Value::Node(node));
        }
        let after = mark.or(format_spec.map(Value::Node)).unwrap_or(close);
        let (from, to) = (self.span_of(open).end as i32, self.span_of(after).start as i32);
        Ok(self.list(&[Value::Number(from), Value::Number(to), Value::Node(node)]))
    }

    fn conversion(&mut self, mark: Value, letter: Value) -> Match {
        let (Value::Token(at), Value::Token(name)) = (mark, letter) else { return Err(Stop::Fail) };
        let span = self.tokens[name as usize].span();
        if self.tokens[at as usize].end != span.start {
            let whole = self.tokens[at as usize].span().to(span);
            // The spelling is CPython's.
            let message = "f-string: conversion type must come right after the exclamanation mark";
            return self.fail_at(whole, message);
        }
        let text = self.text(name as usize);
        match text {
            "s" | "r" | "a" => {
                let letter = Value::Number(i32::from(text.as_bytes()[0]));
                Ok(self.list(&[mark, letter]))
            }
            _ => {
                let message =
                    format!("f-string: invalid conversion character '{text}': expected 's', 'r', or 'a'");
                self.fail_at(span, &message)
            }
        }
    }

    /// Where a value stands.
    pub(super) fn span_of(&self, value: Value) -> Span {
        match value {
            Value::Token(token) => self.tokens[token as usize].span(),
            Value::Node(node) => self.ast.span(node),
            Value::List(..) => {
                let elements = self.elements(value);
                match (elements.first(), elements.last()) {
                    (Some(&first), Some(&last)) => self.span_of(first).to(self.span_of(last)),
                    _ => Span::default(),
                }
            }
            _ => Span::default(),
        }
    }
}
