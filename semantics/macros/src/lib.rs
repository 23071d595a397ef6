//! `rules!`: the notation in which Gradus writes the rules of Python.
//!
//! The macro builds plain data (`RuleDef` and `Step` of `semantics::rules::language`). Names of slots are resolved
//! here; names of operations, forms and fields are left to Rust's own scoping. Either way a misspelt name is reported
//! under the name itself.
#![forbid(unsafe_code)]

mod body;
mod cursor;
mod head;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// An error to be shown under one token of the rule.
pub(crate) struct Fault {
    span: Span,
    message: String,
}

pub(crate) type Parsed<T> = Result<T, Fault>;

/// Declares rules, clauses and protocols, and a table of them. See `semantics::rules::language` for the notation.
#[proc_macro]
pub fn rules(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let parsed = head::table(TokenStream::from(input));
    parsed
        .unwrap_or_else(|Fault { span, message }| quote_spanned! { span => compile_error!(#message); })
        .into()
}
