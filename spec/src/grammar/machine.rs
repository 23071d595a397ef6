//! Runs a grammar over tokens.

use super::helpers::Value;
use super::{Action, Alternative, Bound, Grammar, Item};
use crate::ast::{Ast, Kind, ListId, Quantity, Sort, Span};
use crate::error::{ErrorKind, Place, SyntaxError};
use crate::names::{Symbol, normalize};
use crate::source::Source;
use crate::tokens::{LexicalError, Tok, Token, tokenize};

/// How deep rules may nest, as in CPython's parser.
const MAX_DEPTH: u32 = 6000;
const RED_ZONE: usize = 256 * 1024;
const STACK_SEGMENT: usize = 4 * 1024 * 1024;

/// Why a match ends without a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stop {
    Fail,
    /// The error is in [`Machine::error`].
    Error,
}

pub(super) type Match = Result<Value, Stop>;

/// The result of a rule at one token.
#[derive(Clone, Copy)]
struct Memo {
    rule: u32,
    /// The memo before it at the same token, plus one.
    next: u32,
    end: u32,
    value: Option<Value>,
}

pub(super) struct Machine<'a> {
    grammar: &'a Grammar,
    pub source: &'a Source,
    pub tokens: Vec<Token>,
    pub lexical: Option<LexicalError>,
    pub at: usize,
    /// The last token that was looked at.
    pub furthest: usize,
    second_pass: bool,
    pub ast: Ast,
    /// The elements of lists.
    pub values: Vec<Value>,
    slots: Vec<Value>,
    memo_heads: Vec<u32>,
    memos: Vec<Memo>,
    depth: u32,
    pub error: Option<Box<SyntaxError>>,
    /// What the last forced token that was not there said: the error, if no rule knows better.
    forced: Option<Box<SyntaxError>>,
    /// Texts that helpers have made.
    pub texts: Vec<String>,
    /// For each token of an f-string's text whether the f-string is raw.
    pub raw: Vec<bool>,
}

pub(super) fn parse(grammar: &Grammar, source: &Source, start: &str) -> Result<Ast, SyntaxError> {
    let tokens = tokenize(source);
    let raw = raw_tokens(source, &tokens.list);
    let mut machine = Machine {
        grammar,
        source,
        memo_heads: vec![0; tokens.list.len()],
        ast: Ast::with_capacity(tokens.list.len()),
        tokens: tokens.list,
        lexical: tokens.error,
        at: 0,
        furthest: 0,
        second_pass: false,
        values: Vec::new(),
        slots: Vec::new(),
        memos: Vec::new(),
        depth: 0,
        error: None,
        forced: None,
        texts: Vec::new(),
        raw,
    };
    let start = grammar.find(start);
    if let Ok(Value::Node(root)) = machine.rule(start) {
        machine.ast.root = root;
        return Ok(machine.ast);
    }
    Err(*machine.rejected(start))
}

/// Which tokens are text of raw f-strings.
fn raw_tokens(source: &Source, tokens: &[Token]) -> Vec<bool> {
    let mut open = Vec::new();
    let mark = |token: &Token| {
        match token.kind {
            Tok::FStringStart => open.push(source.slice(token.span()).contains(['r', 'R'])),
            Tok::FStringEnd => {
                open.pop();
            }
            Tok::FStringMiddle => return open.last().copied().unwrap_or_default(),
            _ => {}
        }
        false
    };
    tokens.iter().map(mark).collect()
}

impl Machine<'_> {
    /// The text was rejected: finds out why.
    fn rejected(&mut self, start: usize) -> Box<SyntaxError> {
        if self.error.is_none() {
            let last = self.furthest;
            self.second_pass = true;
            self.at = 0;
            self.memos.clear();
            self.memo_heads.fill(0);
            let _ = self.rule(start);
            if self.error.is_none() {
                self.error = self.forced.take();
            }
            if self.error.is_none() {
                let error = self.generic_error(last);
                if error.kind == ErrorKind::IndentationError {
                    return error;
                }
                self.error = Some(error);
            }
        }
        let mut error = self.error.take().unwrap_or_else(|| self.generic_error(self.furthest));
        if error.kind != ErrorKind::MemoryError {
            self.prefer_lexical(&mut error);
        }
        error
    }

    /// No rule says what is wrong at the last token that could be read.
    fn generic_error(&self, last: usize) -> Box<SyntaxError> {
        let token = self.tokens[last];
        match token.kind {
            Tok::Indent => self.error_here(ErrorKind::IndentationError, "unexpected indent", last),
            Tok::Dedent => self.error_here(ErrorKind::IndentationError, "unexpected unindent", last),
            _ => {
                let mut error = SyntaxError::new(self.source, token.span(), "invalid syntax");
                if token.kind == Tok::End {
                    let (line, _) = self.source.position(self.source.text().len().saturating_sub(1));
                    let line = line as i32;
                    error.place = Some(Place { line, offset: 0, end_line: line, end_offset: 0 });
                }
                Box::new(error)
            }
        }
    }

    /// A text that cannot even be split into tokens has that error first, wherever it is.
    fn prefer_lexical(&self, error: &mut Box<SyntaxError>) {
        let Some(lexical) = &self.lexical else { return };
        if self.furthest + 1 >= self.tokens.len() {
            return;
        }
        if lexical.is_prior {
            **error = lexical.error.clone();
            return;
        }
        // A bracket that is never closed is blamed for errors on later lines only.
        let line = |offset: u32| self.source.position(offset as usize).0;
        if let Some((open, unclosed)) = &lexical.unclosed
            && line(self.tokens[self.furthest].start) > line(*open)
        {
            **error = unclosed.clone();
        }
    }

    /// An error at a token, placed as CPython does without being told where.
    pub fn error_here(&self, kind: ErrorKind, message: &str, at: usize) -> Box<SyntaxError> {
        let token = self.tokens[at];
        let mut error = SyntaxError::new(self.source, token.span(), message).with_kind(kind);
        if matches!(token.kind, Tok::Indent | Tok::Dedent | Tok::End) {
            // These tokens have no columns of their own.
            let end = token.end as usize;
            let (line, column) = if end == self.source.text().len() {
                // The text ends on its last line, not after it.
                let (line, column) = self.source.character_position(end.saturating_sub(1));
                (line, column + 1)
            } else {
                self.source.character_position(end)
            };
            let (line, offset) = (line as i32, column as i32);
            error.place = Some(Place { line, offset, end_line: line, end_offset: -1 });
        }
        Box::new(error)
    }

    /// The kind of the current token, which is looked at thereby.
    pub fn kind(&mut self) -> Result<Tok, Stop> {
        self.furthest = self.furthest.max(self.at);
        match self.tokens[self.at].kind {
            Tok::Error => {
                if self.error.is_none() {
                    self.error = self.lexical.as_ref().map(|lexical| Box::new(lexical.error.clone()));
                }
                Err(Stop::Error)
            }
            kind => Ok(kind),
        }
    }

    fn rule(&mut self, id: usize) -> Match {
        let rule = &self.grammar.rules[id];
        if rule.memo
            && let Some((value, end)) = self.recall(id)
        {
            return value.map_or(Err(Stop::Fail), |value| {
                self.at = end;
                Ok(value)
            });
        }
        let choice = &self.grammar.choices[rule.choice];
        if !choice.nullable && !choice.first.has(self.kind()?) {
            return Err(Stop::Fail);
        }
        let start = self.at;
        self.enter()?;
        let second_pass = self.second_pass;
        self.second_pass &= !rule.valid_only;
        let result = if self.depth.is_multiple_of(16) {
            stacker::maybe_grow(RED_ZONE, STACK_SEGMENT, || self.unmemoized(id))
        } else {
            self.unmemoized(id)
        };
        self.depth -= 1;
        self.second_pass = second_pass;
        if rule.memo && result != Err(Stop::Error) {
            self.remember(id, start, result.ok());
        }
        result
    }

    fn enter(&mut self) -> Result<(), Stop> {
        if self.depth >= MAX_DEPTH {
            let message = "Parser stack overflowed - Python source too complex to compile";
            self.error = Some(Box::new(SyntaxError::nowhere(message).with_kind(ErrorKind::MemoryError)));
            return Err(Stop::Error);
        }
        self.depth += 1;
        Ok(())
    }

    fn recall(&self, rule: usize) -> Option<(Option<Value>, usize)> {
        let mut next = self.memo_heads[self.at];
        while next != 0 {
            let memo = &self.memos[next as usize - 1];
            if memo.rule == rule as u32 {
                return Some((memo.value, memo.end as usize));
            }
            next = memo.next;
        }
        None
    }

    fn remember(&mut self, rule: usize, start: usize, value: Option<Value>) {
        let memo = Memo { rule: rule as u32, next: self.memo_heads[start], end: self.at as u32, value };
        self.memos.push(memo);
        self.memo_heads[start] = self.memos.len() as u32;
    }

    fn unmemoized(&mut self, id: usize) -> Match {
        let rule = &self.grammar.rules[id];
        let start = self.at;
        let Some(continues) = rule.continues else { return self.choice(rule.choice) };
        // Left recursion: a match of the other alternatives grows as long as an alternative goes on from it.
        let mut value = self.alternatives(rule.choice, |alternative| !alternative.left_recursive)?;
        loop {
            let end = self.at;
            if !continues.has(self.kind()?) && !self.second_pass {
                return Ok(value);
            }
            match self.grow(rule.choice, value, start) {
                Ok(longer) if self.at > end => value = longer,
                Err(Stop::Error) => return Err(Stop::Error),
                _ => {
                    self.at = end;
                    return Ok(value);
                }
            }
        }
    }

    /// Tries the left-recursive alternatives with a value for their first item.
    fn grow(&mut self, choice: usize, seed: Value, start: usize) -> Match {
        let grammar = self.grammar;
        let end = self.at;
        for alternative in grammar.choices[choice].alternatives.iter().filter(|it| it.left_recursive) {
            if alternative.second_pass && !self.second_pass {
                continue;
            }
            self.at = end;
            match self.alternative(alternative, start, Some(seed)) {
                Err((Stop::Fail, false)) => {}
                result => return result.map_err(|(stop, _)| stop),
            }
        }
        Err(Stop::Fail)
    }

    fn choice(&mut self, id: usize) -> Match {
        let choice = &self.grammar.choices[id];
        if !choice.nullable && !choice.first.has(self.kind()?) {
            return Err(Stop::Fail);
        }
        self.alternatives(id, |_| true)
    }

    fn alternatives(&mut self, id: usize, filter: impl Fn(&Alternative) -> bool) -> Match {
        let grammar = self.grammar;
        let start = self.at;
        for alternative in &grammar.choices[id].alternatives {
            if alternative.second_pass && !self.second_pass || !filter(alternative) {
                continue;
            }
            // What may match nothing is tried at any token, and need not look at it.
            if !alternative.first.has(self.tokens[self.at].kind) {
                continue;
            }
            match self.alternative(alternative, start, None) {
                Err((Stop::Fail, cut)) => {
                    self.at = start;
                    if cut {
                        return Err(Stop::Fail);
                    }
                }
                result => return result.map_err(|(stop, _)| stop),
            }
        }
        Err(Stop::Fail)
    }

    /// One alternative; a failure says whether a cut forbids others.
    fn alternative(
        &mut self,
        alternative: &Alternative,
        start: usize,
        seed: Option<Value>,
    ) -> Result<Value, (Stop, bool)> {
        let base = self.slots.len();
        self.slots.resize(base + alternative.slots, Value::Nothing);
        let mut items = alternative.items.iter();
        if let (Some(seed), Some(Bound { slot, .. })) =
            (seed, if seed.is_some() { items.next() } else { None })
            && let Some(slot) = slot
        {
            self.slots[base + slot] = seed;
        }
        let mut cut = false;
        let mut result = Ok(Value::Nothing);
        for bound in items {
            if matches!(bound.item, Item::Cut) {
                cut = true;
                continue;
            }
            match self.item(&bound.item) {
                Ok(value) => {
                    if let Some(slot) = bound.slot {
                        self.slots[base + slot] = value;
                    }
                }
                Err(stop) => {
                    result = Err((stop, cut));
                    break;
                }
            }
        }
        if result.is_ok() {
            result = self.action(&alternative.action, base, start).map_err(|stop| (stop, cut));
        }
        self.slots.truncate(base);
        result
    }

    fn item(&mut self, item: &Item) -> Match {
        match item {
            Item::Token(kind) => self.token(*kind),
            Item::Rule(rule) => self.rule(*rule),
            Item::Group(choice) => self.choice(*choice),
            Item::Optional(choice) => self.optional(*choice),
            Item::Repeat { choice, at_least_one } => self.repeat(choice, *at_least_one),
            Item::Gather { separator, element } => self.gather(separator, element),
            Item::Soft(word) => {
                let found = self.kind()? == Tok::Name && self.text(self.at) == word;
                if found { self.token(Tok::Name) } else { Err(Stop::Fail) }
            }
            Item::And(item) => {
                let start = self.at;
                let result = self.item(item);
                self.at = start;
                result.map(|_| Value::Nothing)
            }
            Item::Not(item) => {
                let start = self.at;
                let result = self.item(item);
                self.at = start;
                match result {
                    Ok(_) => Err(Stop::Fail),
                    Err(Stop::Fail) => Ok(Value::Nothing),
                    Err(Stop::Error) => Err(Stop::Error),
                }
            }
            Item::Cut => Ok(Value::Nothing),
            Item::Forced(kind) => match self.token(*kind) {
                Err(Stop::Fail) => {
                    let message = format!("expected '{}'", kind.text());
                    let error = SyntaxError::new(self.source, self.tokens[self.at].span(), message);
                    self.forced = Some(Box::new(error));
                    Err(Stop::Fail)
                }
                result => result,
            },
        }
    }

    fn token(&mut self, kind: Tok) -> Match {
        if self.kind()? != kind {
            return Err(Stop::Fail);
        }
        self.at += 1;
        Ok(Value::Token(self.at as u32 - 1))
    }

    fn optional(&mut self, choice: usize) -> Match {
        let start = self.at;
        match self.choice(choice) {
            Err(Stop::Fail) => {
                self.at = start;
                Ok(Value::Nothing)
            }
            result => result,
        }
    }

    fn repeat(&mut self, item: &Item, at_least_one: bool) -> Match {
        let mut found = Vec::new();
        loop {
            let start = self.at;
            match self.item(item) {
                Ok(value) if self.at > start => found.push(value),
                Err(Stop::Error) => return Err(Stop::Error),
                _ => {
                    self.at = start;
                    break;
                }
            }
        }
        if at_least_one && found.is_empty() { Err(Stop::Fail) } else { Ok(self.list(&found)) }
    }

    fn gather(&mut self, separator: &Item, element: &Item) -> Match {
        let mut found = vec![self.item(element)?];
        loop {
            let end = self.at;
            let next = self.item(separator).and_then(|_| self.item(element));
            match next {
                Ok(value) => found.push(value),
                Err(Stop::Error) => return Err(Stop::Error),
                Err(Stop::Fail) => {
                    self.at = end;
                    return Ok(self.list(&found));
                }
            }
        }
    }

    pub fn list(&mut self, values: &[Value]) -> Value {
        let start = self.values.len() as u32;
        self.values.extend_from_slice(values);
        Value::List(start, values.len() as u32)
    }

    pub fn text(&self, token: usize) -> &str {
        self.source.slice(self.tokens[token].span())
    }

    /// From the token `start` to the last one taken that is no line end or indentation.
    pub fn span_from(&self, start: usize) -> Span {
        let is_space =
            |token: &&Token| matches!(token.kind, Tok::Newline | Tok::Indent | Tok::Dedent | Tok::End);
        let last = self.tokens[..self.at].iter().rev().find(|token| !is_space(token));
        let start = self.tokens[start].start;
        Span { start, end: last.map_or(start, |token| token.end) }
    }

    fn action(&mut self, action: &Action, base: usize, start: usize) -> Match {
        Ok(match action {
            Action::Slot(slot) => self.slots[base + slot],
            Action::Nothing => Value::Nothing,
            Action::Kind(kind) => Value::Kind(*kind),
            Action::Number(number) => Value::Number(*number),
            Action::Text(text) => {
                self.texts.push(text.clone());
                Value::Text(self.texts.len() as u32 - 1)
            }
            Action::Node(kind, fields) => self.node(*kind, fields, base, start)?,
            Action::List(elements) => {
                let mut values = Vec::with_capacity(elements.len());
                for (spread, element) in elements {
                    let value = self.action(element, base, start)?;
                    if *spread {
                        values.extend_from_slice(self.elements(value));
                    } else {
                        values.push(value);
                    }
                }
                self.list(&values)
            }
            Action::Help(helper, arguments) => {
                let mut values = [Value::Nothing; 6];
                for (value, argument) in values.iter_mut().zip(arguments) {
                    *value = self.action(argument, base, start)?;
                }
                return self.help(*helper, &values[..arguments.len().min(6)], start);
            }
        })
    }

    /// The elements of a list; nothing is an empty one.
    pub fn elements(&self, value: Value) -> &[Value] {
        match value {
            Value::List(start, len) => &self.values[start as usize..(start + len) as usize],
            _ => &[],
        }
    }

    fn node(&mut self, kind: Kind, fields: &[Action], base: usize, start: usize) -> Match {
        let mut words = [0; 8];
        let schema = kind.schema().fields;
        for (at, (field, action)) in schema.iter().zip(fields).enumerate() {
            let value = self.action(action, base, start)?;
            words[at] = if field.quantity == Quantity::Many {
                self.list_word(value, field.sort).0
            } else {
                self.word(value, field.sort)
            };
        }
        let span =
            if kind == Kind::Module { Span::new(0, self.source.text().len()) } else { self.span_from(start) };
        Ok(Value::Node(self.ast.add_words(kind, &words[..schema.len()], span)))
    }

    pub fn list_word(&mut self, value: Value, sort: Sort) -> ListId {
        let Value::List(start, len) = value else { return Ast::EMPTY };
        let mut words = Vec::with_capacity(len as usize);
        for at in start..start + len {
            words.push(self.word(self.values[at as usize], sort));
        }
        self.ast.add_list(words.into_iter())
    }

    /// A value as a word of the tree.
    fn word(&mut self, value: Value, sort: Sort) -> u32 {
        match value {
            Value::Nothing | Value::List(..) | Value::Text(_) => 0,
            Value::Node(node) => node.0,
            Value::Kind(kind) => kind as u32,
            Value::Number(number) => number as u32,
            Value::Name(name) => name.0,
            Value::Constant(constant) => constant.0,
            Value::Token(token) if sort == Sort::identifier => self.intern(token as usize).0,
            Value::Token(_) => 0,
        }
    }

    pub fn intern(&mut self, token: usize) -> Symbol {
        let source = self.source;
        let text = source.slice(self.tokens[token].span());
        self.ast.names.intern(&normalize(text))
    }
}
