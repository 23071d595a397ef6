//! The heads of rules, clauses and protocols, and the table of them.

use crate::body::Body;
use crate::cursor::Cursor;
use crate::{Fault, Parsed};
use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

const JUDGMENTS: [&str; 8] = ["eval", "test", "exec", "bind", "delete", "augment", "collect", "run"];

/// Parses `pub static NAME;` and then items to the end.
pub fn table(input: TokenStream) -> Parsed<TokenStream> {
    let mut cursor = Cursor::new(input, Span::call_site());
    for word in ["pub", "static"] {
        if !cursor.word(word) {
            return cursor.fault("a table begins with `pub static NAME;`");
        }
    }
    let name = cursor.ident("the name of the table")?;
    cursor.expect_punct(';')?;
    let mut statics = TokenStream::new();
    let mut entries = Vec::new();
    while !cursor.at_end() {
        let doc = documentation(&mut cursor)?;
        let (ident, item) = item(&mut cursor, doc, entries.len())?;
        statics.extend(item);
        entries.push(ident);
    }
    Ok(quote! {
        #statics
        /// The rules of this file, in order.
        pub static #name: &[&crate::rules::language::RuleDef] = &[#(&#entries),*];
    })
}

/// The text of the doc comment, one line of source a line.
fn documentation(cursor: &mut Cursor) -> Parsed<String> {
    let mut lines = Vec::new();
    while cursor.punct('#') {
        let group = cursor.expect_group(Delimiter::Bracket, "a doc comment")?;
        let mut inside = Cursor::inside(&group);
        inside.ident("`doc`")?;
        inside.expect_punct('=')?;
        match inside.literal() {
            Some(literal) => lines.push(unquoted(&literal).trim().to_owned()),
            None => return inside.fault("expected a doc comment"),
        }
    }
    if lines.is_empty() {
        return cursor.fault("a rule needs a doc comment that says it in words");
    }
    Ok(lines.join("\n"))
}

/// The content of a string literal as rustc prints it for doc comments and ids.
fn unquoted(literal: &Literal) -> String {
    let text = literal.to_string();
    let inner = text.trim_start_matches('r').trim_matches('#').trim_matches('"');
    inner.replace("\\\"", "\"").replace("\\'", "'").replace("\\\\", "\\")
}

/// One rule, clause or protocol. Gives the name of its static and the declaration.
fn item(cursor: &mut Cursor, doc: String, number: usize) -> Parsed<(Ident, TokenStream)> {
    let what = cursor.ident("`rule`, `clause` or `protocol`")?;
    let Some(id) = cursor.literal() else {
        return cursor.fault("expected the id of the rule in quotes, such as \"expr.binop\"");
    };
    match what.to_string().as_str() {
        "rule" => rule(cursor, doc, id, number),
        "clause" => helper(cursor, doc, id, true),
        "protocol" => helper(cursor, doc, id, false),
        _ => Err(Fault { span: what.span(), message: "expected `rule`, `clause` or `protocol`".into() }),
    }
}

/// `rule "id" judgment Form(fields) [from inputs] [ref "section"] { body }`
fn rule(cursor: &mut Cursor, doc: String, id: Literal, number: usize) -> Parsed<(Ident, TokenStream)> {
    let judgment = cursor.ident("a judgment")?;
    if !JUDGMENTS.contains(&judgment.to_string().as_str()) {
        let message = format!("unknown judgment; there are: {}", JUDGMENTS.join(", "));
        return Err(Fault { span: judgment.span(), message });
    }
    let judgment_name = capitalized(&judgment);
    let form = cursor.ident("a form of syntax, such as `BinOp`")?;
    let group = cursor.expect_group(Delimiter::Parenthesis, "the fields of the form")?;
    let mut body = Body::default();
    let mut indices = Vec::new();
    let mut inside = Cursor::inside(&group);
    while !inside.at_end() {
        let field = inside.ident("a field of the form")?;
        let name = if inside.punct(':') { inside.ident("a name")? } else { field.clone() };
        inside.punct(',');
        body.declare(&name);
        indices.push(quote!(spec::ast::field::#form::#field));
    }
    let mut inputs = Vec::new();
    if cursor.word("from") {
        loop {
            let input = cursor.ident("the name of an input")?;
            body.declare(&input);
            inputs.push(input);
            if !cursor.punct(',') {
                break;
            }
        }
    }
    let input_count = inputs.len();
    let head = quote! {
        crate::rules::language::Head::Rule {
            judgment: crate::rules::language::Judgment::#judgment_name,
            form: spec::ast::Kind::#form,
            fields: &[#(#indices),*],
            inputs: #input_count,
        }
    };
    let ident = format_ident!("RULE_{}", number);
    let definition = definition(cursor, doc, id, head, &mut body)?;
    Ok((ident.clone(), quote! { static #ident: crate::rules::language::RuleDef = #definition; }))
}

/// `clause "id" name(syntax; values) [ref ..] { body }` or `protocol "id" name(values) [ref ..] { body }`
fn helper(cursor: &mut Cursor, doc: String, id: Literal, clause: bool) -> Parsed<(Ident, TokenStream)> {
    let name = cursor.ident("a name")?;
    let group = cursor.expect_group(Delimiter::Parenthesis, "parameters")?;
    let mut inside = Cursor::inside(&group);
    let mut body = Body::default();
    let mut syntax = 0usize;
    if clause {
        for parameter in names(&mut inside)? {
            body.declare(&parameter);
            syntax += 1;
        }
    }
    let values = names(&mut inside)?;
    for parameter in &values {
        body.declare(parameter);
    }
    let value_count = values.len();
    let head = if clause {
        quote!(crate::rules::language::Head::Clause { syntax: #syntax, values: #value_count })
    } else {
        quote!(crate::rules::language::Head::Protocol { values: #value_count })
    };
    let definition = definition(cursor, doc.clone(), id, head, &mut body)?;
    let ident = format_ident!("DEF_{}", name);
    let span = name.span();
    let declaration = quote_spanned! { span =>
        #[allow(non_upper_case_globals)]
        static #ident: crate::rules::language::RuleDef = #definition;
        #[doc = #doc]
        pub const fn #name() -> &'static crate::rules::language::Operation {
            static OPERATION: crate::rules::language::Operation = crate::rules::language::Operation::Rule(&#ident);
            &OPERATION
        }
    };
    Ok((ident, declaration))
}

/// What all three have in common: sections, versions, body.
fn definition(
    cursor: &mut Cursor,
    doc: String,
    id: Literal,
    head: TokenStream,
    body: &mut Body,
) -> Parsed<TokenStream> {
    let attributes = cursor.expect_group(Delimiter::Bracket, "`[ref \"section\"]`")?;
    let mut inside = Cursor::inside(&attributes);
    if !inside.word("ref") {
        return inside.fault("expected `ref` and a section of the Language Reference");
    }
    let Some(section) = inside.literal() else {
        return inside.fault("expected the number of a section in quotes");
    };
    let braces = cursor.expect_group(Delimiter::Brace, "the body of the rule")?;
    let parameter_count = body.slot_count();
    let steps = body.block(&mut Cursor::inside(&braces))?;
    let slots = body.slot_names();
    Ok(quote! {
        crate::rules::language::RuleDef {
            id: #id,
            section: #section,
            doc: #doc,
            head: #head,
            parameters: #parameter_count,
            slots: &[#(#slots),*],
            body: #steps,
            file: file!(),
            line: line!(),
        }
    })
}

/// Names with commas between, up to the end or a `;` (which is taken).
fn names(cursor: &mut Cursor) -> Parsed<Vec<Ident>> {
    let mut names = Vec::new();
    while !cursor.at_end() && !cursor.punct(';') {
        names.push(cursor.ident("a name")?);
        cursor.punct(',');
    }
    Ok(names)
}

fn capitalized(ident: &Ident) -> Ident {
    let text = ident.to_string();
    let (first, rest) = text.split_at(1);
    Ident::new(&format!("{}{rest}", first.to_uppercase()), ident.span())
}

pub(crate) fn judgment_ident(ident: &Ident) -> Option<Ident> {
    JUDGMENTS.contains(&ident.to_string().as_str()).then(|| capitalized(ident))
}
