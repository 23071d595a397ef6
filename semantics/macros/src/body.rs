//! The body of a rule: its premises and conclusion, as `Step`s.

use crate::cursor::Cursor;
use crate::head::judgment_ident;
use crate::{Fault, Parsed};
use proc_macro2::{Delimiter, Ident, TokenStream};
use quote::{quote, quote_spanned};

/// The slots met so far. A name declared twice is one slot that is set again.
#[derive(Default)]
pub struct Body {
    slots: Vec<String>,
}

impl Body {
    pub fn declare(&mut self, name: &Ident) -> u8 {
        self.declare_text(name.to_string())
    }

    fn declare_text(&mut self, name: String) -> u8 {
        let slot = self.slots.iter().position(|slot| *slot == name).unwrap_or_else(|| {
            self.slots.push(name);
            self.slots.len() - 1
        });
        slot as u8
    }

    /// A slot without a name, for a value used at once.
    fn temporary(&mut self) -> u8 {
        self.declare_text(format!("%{}", self.slots.len()))
    }

    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    pub fn slot_names(&self) -> &[String] {
        &self.slots
    }

    fn slot(&self, name: &Ident) -> Parsed<u8> {
        let text = name.to_string();
        match self.slots.iter().position(|slot| *slot == text) {
            Some(slot) => Ok(slot as u8),
            None => {
                let known: Vec<_> = self.slots.iter().map(|slot| &**slot).collect();
                let known: Vec<_> = known.into_iter().filter(|name| !name.starts_with('%')).collect();
                let message = format!("`{text}` is not set here; set are: {}", known.join(", "));
                Err(Fault { span: name.span(), message })
            }
        }
    }

    /// The steps up to the end of `cursor`, as a slice.
    pub fn block(&mut self, cursor: &mut Cursor) -> Parsed<TokenStream> {
        let mut steps = TokenStream::new();
        while !cursor.at_end() {
            self.statement(cursor, &mut steps)?;
        }
        Ok(quote!(&[#steps]))
    }

    fn braces(&mut self, cursor: &mut Cursor) -> Parsed<TokenStream> {
        let group = cursor.expect_group(Delimiter::Brace, "`{`")?;
        self.block(&mut Cursor::inside(&group))
    }

    fn statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        if cursor.word("let") {
            return self.let_statement(cursor, steps);
        }
        let word = cursor.ident("a premise")?;
        match word.to_string().as_str() {
            "if" => self.if_statement(cursor, steps),
            "when" => self.when_statement(cursor, steps),
            "each" => self.each_statement(cursor, steps),
            "loop" => {
                let body = self.braces(cursor)?;
                steps.extend(quote!(crate::rules::language::Step::Loop { body: #body },));
                Ok(())
            }
            "scope" => self.scope_statement(cursor, steps),
            "protect" => self.protect_statement(cursor, steps),
            "leave" => self.leave_statement(cursor, steps),
            "return" => {
                let value = if cursor.punct(';') {
                    quote!(None)
                } else {
                    let value = self.value_to_argument(cursor, steps)?;
                    cursor.expect_punct(';')?;
                    quote!(Some(#value))
                };
                steps.extend(quote!(crate::rules::language::Step::Return { value: #value },));
                Ok(())
            }
            "raise" => {
                let value = self.value_to_argument(cursor, steps)?;
                cursor.expect_punct(';')?;
                steps.extend(quote!(crate::rules::language::Step::Raise { value: #value },));
                Ok(())
            }
            _ => self.effect(cursor, word, steps),
        }
    }

    /// A judgment, clause or operation made for its effect.
    fn effect(&mut self, cursor: &mut Cursor, word: Ident, steps: &mut TokenStream) -> Parsed<()> {
        if word == "yield" {
            let value = self.value_to_argument(cursor, steps)?;
            cursor.expect_punct(';')?;
            steps.extend(quote!(crate::rules::language::Step::Yield { value: #value, slot: None },));
            return Ok(());
        }
        self.action(cursor, word, quote!(None), steps)?;
        cursor.expect_punct(';')
    }

    fn let_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        if cursor.peek_call() {
            return self.open_statement(cursor, steps);
        }
        let name = cursor.ident("a name")?;
        cursor.expect_punct('=')?;
        let target = |body: &mut Body| body.declare(&name);
        self.value_into(cursor, target, steps)?;
        cursor.expect_punct(';')
    }

    /// `let Form(field, ...) = syntax;`
    fn open_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        let form = cursor.ident("a form of syntax")?;
        let group = cursor.expect_group(Delimiter::Parenthesis, "fields")?;
        cursor.expect_punct('=')?;
        let node = self.argument(cursor, steps)?;
        cursor.expect_punct(';')?;
        let mut inside = Cursor::inside(&group);
        let mut fields = Vec::new();
        while !inside.at_end() {
            let field = inside.ident("a field of the form")?;
            let name = if inside.punct(':') { inside.ident("a name")? } else { field.clone() };
            inside.punct(',');
            let slot = self.declare(&name);
            fields.push(quote!((spec::ast::field::#form::#field, #slot)));
        }
        steps.extend(quote! {
            crate::rules::language::Step::Open {
                form: spec::ast::Kind::#form, node: #node, fields: &[#(#fields),*],
            },
        });
        Ok(())
    }

    /// Something that gives a value, put into the slot that `target` declares once the operands are read.
    fn value_into(
        &mut self,
        cursor: &mut Cursor,
        target: impl FnOnce(&mut Body) -> u8,
        steps: &mut TokenStream,
    ) -> Parsed<u8> {
        if cursor.peek_word("yield") {
            cursor.word("yield");
            let value = self.value_to_argument(cursor, steps)?;
            let slot = target(self);
            steps.extend(quote!(crate::rules::language::Step::Yield { value: #value, slot: Some(#slot) },));
            return Ok(slot);
        }
        let is_judgment = cursor.peek_ident().is_some_and(|word| judgment_ident(word).is_some());
        if is_judgment || cursor.peek_word("do") || cursor.peek_call() {
            let word = cursor.ident("a judgment or an operation")?;
            let mut inner = TokenStream::new();
            let placeholder = quote!(Some(SLOT));
            self.action(cursor, word, placeholder, &mut inner)?;
            let slot = target(self);
            steps.extend(replace_slot(inner, slot));
            return Ok(slot);
        }
        let value = self.argument(cursor, steps)?;
        let slot = target(self);
        steps.extend(quote!(crate::rules::language::Step::Copy { value: #value, slot: #slot },));
        Ok(slot)
    }

    /// A judgment on syntax, a clause, or an operation; its result goes to `slot` (an `Option<u8>` expression).
    fn action(
        &mut self,
        cursor: &mut Cursor,
        word: Ident,
        slot: TokenStream,
        steps: &mut TokenStream,
    ) -> Parsed<()> {
        if let Some(judgment) = judgment_ident(&word) {
            let all = cursor.punct('*');
            let node = self.argument(cursor, steps)?;
            let inputs = if cursor.word("from") { self.arguments(cursor, steps)? } else { Vec::new() };
            steps.extend(quote! {
                crate::rules::language::Step::Judge {
                    judgment: crate::rules::language::Judgment::#judgment,
                    all: #all, node: #node, inputs: &[#(#inputs),*], slot: #slot,
                },
            });
            return Ok(());
        }
        let operation = if word == "do" { cursor.ident("the name of a clause")? } else { word };
        let group =
            cursor.expect_group(Delimiter::Parenthesis, "`(`: a premise, a judgment or an operation")?;
        let mut inside = Cursor::inside(&group);
        let mut arguments = if inside.punct(';') { Vec::new() } else { self.arguments(&mut inside, steps)? };
        if inside.punct(';') || !inside.at_end() {
            arguments.extend(self.arguments(&mut inside, steps)?);
        }
        if !inside.at_end() {
            return inside.fault("expected `,` or `)`");
        }
        let at = if cursor.word("at") {
            let place = self.argument(cursor, steps)?;
            quote!(Some(#place))
        } else {
            quote!(None)
        };
        let span = operation.span();
        let operation = quote_spanned!(span => #operation());
        steps.extend(quote! {
            crate::rules::language::Step::Apply {
                operation: #operation, arguments: &[#(#arguments),*], slot: #slot, at: #at,
            },
        });
        Ok(())
    }

    /// Arguments with commas between, up to the end, a `;`, or whatever else can't go on a list.
    fn arguments(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<Vec<TokenStream>> {
        let mut arguments = Vec::new();
        if cursor.at_end() {
            return Ok(arguments);
        }
        loop {
            arguments.push(self.value_to_argument(cursor, steps)?);
            if !cursor.punct(',') || cursor.at_end() {
                return Ok(arguments);
            }
        }
    }

    /// A value as an argument: what is more than a name or a literal goes through a temporary slot.
    fn value_to_argument(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<TokenStream> {
        let is_judgment = cursor.peek_ident().is_some_and(|word| judgment_ident(word).is_some());
        if is_judgment || cursor.peek_word("do") || cursor.peek_call() {
            let slot = self.value_into(cursor, Body::temporary, steps)?;
            return Ok(quote!(crate::rules::language::Arg::Slot(#slot)));
        }
        self.argument(cursor, steps)
    }

    /// A name or a literal.
    fn argument(&mut self, cursor: &mut Cursor, _steps: &mut TokenStream) -> Parsed<TokenStream> {
        if let Some(literal) = cursor.literal() {
            return Ok(if literal.to_string().starts_with('"') {
                quote!(crate::rules::language::Arg::Text(#literal))
            } else {
                quote!(crate::rules::language::Arg::Int(#literal))
            });
        }
        let name = cursor.ident("a name or a literal")?;
        let text = name.to_string();
        if let "None" | "True" | "False" | "Nothing" | "NotImplemented" = text.as_str() {
            return Ok(quote!(crate::rules::language::Arg::#name));
        }
        if text.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Ok(quote!(crate::rules::language::Arg::Kind(spec::ast::Kind::#name)));
        }
        if text == "self" {
            return Ok(quote!(crate::rules::language::Arg::This));
        }
        let slot = self.slot(&name)?;
        Ok(quote!(crate::rules::language::Arg::Slot(#slot)))
    }

    fn if_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        let negated = cursor.word("not");
        let condition = self.value_to_argument(cursor, steps)?;
        let (then, otherwise) = self.branches(cursor)?;
        let (then, otherwise) = if negated { (otherwise, then) } else { (then, otherwise) };
        steps.extend(quote! {
            crate::rules::language::Step::If { condition: #condition, then: #then, otherwise: #otherwise },
        });
        Ok(())
    }

    fn branches(&mut self, cursor: &mut Cursor) -> Parsed<(TokenStream, TokenStream)> {
        let then = self.braces(cursor)?;
        let otherwise = if !cursor.word("else") {
            quote!(&[])
        } else if cursor.peek_word("if") || cursor.peek_word("when") {
            let mut nested = TokenStream::new();
            self.statement(cursor, &mut nested)?;
            quote!(&[#nested])
        } else {
            self.braces(cursor)?
        };
        Ok((then, otherwise))
    }

    /// `when [not] question(syntax) { .. } else { .. }`: decided when the syntax is known.
    fn when_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        let negated = cursor.word("not");
        let question = cursor.ident("a question about syntax")?;
        let group = cursor.expect_group(Delimiter::Parenthesis, "`(`")?;
        let arguments = self.arguments(&mut Cursor::inside(&group), steps)?;
        let (then, otherwise) = self.branches(cursor)?;
        let (then, otherwise) = if negated { (otherwise, then) } else { (then, otherwise) };
        let span = question.span();
        let question = quote_spanned!(span => #question());
        steps.extend(quote! {
            crate::rules::language::Step::When {
                question: #question, arguments: &[#(#arguments),*], then: #then, otherwise: #otherwise,
            },
        });
        Ok(())
    }

    /// `each x in xs { .. }` or `each x, y in xs, ys { .. }`
    fn each_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        let mut items = vec![cursor.ident("a name")?];
        while cursor.punct(',') {
            items.push(cursor.ident("a name")?);
        }
        if !cursor.word("in") {
            return cursor.fault("expected `in`");
        }
        let lists = self.arguments(cursor, steps)?;
        if lists.len() != items.len() {
            return cursor.fault("as many lists as names");
        }
        let items: Vec<u8> = items.iter().map(|item| self.declare(item)).collect();
        let counter = self.temporary();
        let body = self.braces(cursor)?;
        steps.extend(quote! {
            crate::rules::language::Step::Each {
                items: &[#(#items),*], lists: &[#(#lists),*], counter: #counter, body: #body,
            },
        });
        Ok(())
    }

    /// `scope Label { .. }` or `scope Label(slot) { .. }`
    fn scope_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        let label = cursor.ident("a label, such as `Break`")?;
        let slot = self.label_slot(cursor)?;
        let body = self.braces(cursor)?;
        let label = label.to_string();
        steps
            .extend(quote!(crate::rules::language::Step::Scope { label: #label, slot: #slot, body: #body },));
        Ok(())
    }

    fn label_slot(&mut self, cursor: &mut Cursor) -> Parsed<TokenStream> {
        match cursor.group(Delimiter::Parenthesis) {
            Some(group) => {
                let name = Cursor::inside(&group).ident("a name")?;
                let slot = self.declare(&name);
                Ok(quote!(Some(#slot)))
            }
            None => Ok(quote!(None)),
        }
    }

    fn leave_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        let label = cursor.ident("the label of a scope")?.to_string();
        let value = match cursor.group(Delimiter::Parenthesis) {
            Some(group) => {
                let value = self.value_to_argument(&mut Cursor::inside(&group), steps)?;
                quote!(Some(#value))
            }
            None => quote!(None),
        };
        cursor.expect_punct(';')?;
        steps.extend(quote!(crate::rules::language::Step::Leave { label: #label, value: #value },));
        Ok(())
    }

    /// `protect { .. } catch e { .. }` or `protect { .. } finally { .. }`
    fn protect_statement(&mut self, cursor: &mut Cursor, steps: &mut TokenStream) -> Parsed<()> {
        let body = self.braces(cursor)?;
        if cursor.word("catch") {
            let name = cursor.ident("a name for the exception")?;
            let slot = self.declare(&name);
            let handler = self.braces(cursor)?;
            steps.extend(quote! {
                crate::rules::language::Step::Catch { body: #body, slot: #slot, handler: #handler },
            });
            return Ok(());
        }
        if !cursor.word("finally") {
            return cursor.fault("expected `catch` or `finally`");
        }
        let last = self.braces(cursor)?;
        let (completion, value) = (self.temporary(), self.temporary());
        steps.extend(quote! {
            crate::rules::language::Step::Finally {
                body: #body, last: #last, completion: #completion, value: #value,
            },
        });
        Ok(())
    }
}

/// Puts the number of the slot in the place that was left open for it.
fn replace_slot(stream: TokenStream, slot: u8) -> TokenStream {
    use proc_macro2::{Group, TokenTree};
    stream
        .into_iter()
        .map(|tree| match tree {
            TokenTree::Ident(ident) if ident == "SLOT" => {
                TokenTree::Literal(proc_macro2::Literal::u8_suffixed(slot))
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replace_slot(group.stream(), slot));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other,
        })
        .collect()
}
