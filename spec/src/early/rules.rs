//! The ids of early errors: one for each thing that CPython 3.13 says, with its section of the Language Reference.

use crate::error::SyntaxError;

/// An early error as a rule of the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EarlyRule {
    pub id: &'static str,
    /// The section of the Language Reference that the program disregards.
    pub section: &'static str,
    /// The message; `{}` stands for what depends on the program.
    pub message: &'static str,
}

const fn rule(id: &'static str, section: &'static str, message: &'static str) -> EarlyRule {
    EarlyRule { id, section, message }
}

/// All early errors. The first whose message fits is meant: the more special come first.
pub static RULES: &[EarlyRule] = &[
    rule("early.source.encoding", "2.1.4", "encoding problem: {}"),
    rule("early.source.non-utf8", "2.1.4", "Non-UTF-8 code starting with {}"),
    rule("early.source.undecodable", "2.1.4", "(unicode error) 'utf-8' codec can't decode byte {}"),
    rule("early.source.null", "2.1.4", "source code {}null bytes"),
    rule("early.source.too-deep", "9", "Parser stack overflowed - {}"),
    rule("early.line.continuation", "2.1.5", "unexpected character after line continuation character"),
    rule("early.line.end", "2.1.5", "unexpected EOF while parsing"),
    rule("early.indent.tabs", "2.1.8", "inconsistent use of tabs and spaces in indentation"),
    rule("early.indent.too-many", "2.1.8", "too many levels of indentation"),
    rule("early.indent.dedent", "2.1.8", "unindent does not match any outer indentation level"),
    rule("early.indent.unexpected", "2.1.8", "unexpected indent"),
    rule("early.indent.unexpected-dedent", "2.1.8", "unexpected unindent"),
    rule("early.indent.expected", "8", "expected an indented block{}"),
    rule("early.character.invalid", "2.3", "invalid character {}"),
    rule("early.character.non-printable", "2.3", "invalid non-printable character {}"),
    rule("early.fstring.unterminated", "2.4.3", "unterminated {}f-string literal (detected at line {})"),
    rule(
        "early.string.escaped-quote",
        "2.4.1",
        "unterminated string literal (detected at line {}); perhaps you escaped the end quote?",
    ),
    rule("early.string.unterminated", "2.4.1", "unterminated {}string literal (detected at line {})"),
    rule("early.string.escape", "2.4.1.1", "(unicode error) 'unicodeescape' codec can't decode bytes in {}"),
    rule("early.bytes.escape", "2.4.1.1", "(value error) invalid \\x escape at position {}"),
    rule("early.bytes.non-ascii", "2.4.1", "bytes can only contain ASCII literal characters"),
    rule("early.string.mixed", "2.4.2", "cannot mix bytes and nonbytes literals"),
    rule(
        "early.number.leading-zeros",
        "2.4.5",
        "leading zeros in decimal integer literals are not permitted; {}",
    ),
    rule("early.number.digit", "2.4.5", "invalid digit {} in {} literal"),
    rule("early.number.invalid", "2.4.4", "invalid {} literal"),
    rule("early.number.too-long", "2.4.5", "Exceeds the limit ({} digits) for integer string conversion{}"),
    rule("early.fstring.single-brace", "2.4.3", "f-string: single '}' is not allowed"),
    rule("early.fstring.unmatched", "2.4.3", "f-string: unmatched {}"),
    rule("early.fstring.nesting", "2.4.3", "f-string: expressions nested too deeply"),
    rule("early.fstring.too-many", "2.4.3", "too many nested f-strings"),
    rule("early.fstring.empty", "2.4.3", "f-string: valid expression required before {}"),
    rule("early.fstring.conversion-missing", "2.4.3", "f-string: missing conversion character"),
    rule(
        "early.fstring.conversion-place",
        "2.4.3",
        "f-string: conversion type must come right after the exclamanation mark",
    ),
    rule("early.fstring.conversion", "2.4.3", "f-string: invalid conversion character{}"),
    rule("early.fstring.lambda", "2.4.3", "f-string: lambda expressions are not allowed without parentheses"),
    rule("early.fstring.expecting", "2.4.3", "f-string: expecting {}"),
    rule("early.bracket.too-many", "6.2.3", "too many nested parentheses"),
    rule("early.bracket.mismatch", "6.2.3", "closing parenthesis {} does not match opening parenthesis {}"),
    rule("early.bracket.unmatched", "6.2.3", "unmatched {}"),
    rule("early.bracket.unclosed", "6.2.3", "{} was never closed"),
    rule("early.syntax.comma", "6", "invalid syntax. Perhaps you forgot a comma?"),
    rule("early.syntax.equals", "6.12", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    rule("early.syntax.invalid", "9", "invalid syntax"),
    rule("early.syntax.expected-token", "8", "expected '{}'"),
    rule("early.syntax.print", "6.3.4", "Missing parentheses in call to {}"),
    rule("early.syntax.conditional", "6.13", "expected 'else' after 'if' expression"),
    rule("early.syntax.not-operand", "6.11", "'not' after an operator must be parenthesized"),
    rule("early.syntax.comprehension-in", "6.2.4", "'in' expected after for-loop variables"),
    rule("early.target.constant-debug", "4.1", "cannot {} __debug__"),
    rule("early.target.comparison", "7.2", "cannot assign to {} here. Maybe you meant '==' instead of '='?"),
    rule("early.argument.iterable-assignment", "6.3.4", "cannot assign to iterable argument unpacking"),
    rule("early.argument.mapping-assignment", "6.3.4", "cannot assign to keyword argument unpacking"),
    rule("early.target.assign", "7.2", "cannot assign to {}"),
    rule("early.target.delete", "7.5", "cannot delete {}"),
    rule("early.target.yield", "7.2", "assignment to yield expression not possible"),
    rule("early.target.augmented", "7.2.1", "{} is an illegal expression for augmented assignment"),
    rule("early.target.annotated-list", "7.2.2", "only single target (not {}) can be annotated"),
    rule("early.target.annotated", "7.2.2", "illegal target for annotation"),
    rule("early.target.named", "6.12", "cannot use assignment expressions with {}"),
    rule("early.target.starred", "7.2", "starred assignment target must be in a list or tuple"),
    rule("early.target.stars", "7.2", "multiple starred expressions in assignment"),
    rule("early.target.too-many", "7.2", "too many expressions in star-unpacking assignment"),
    rule("early.starred.misplaced", "6.16", "can't use starred expression here"),
    rule("early.starred.parenthesized", "6.16", "cannot use {}starred expression here"),
    rule("early.starred.invalid", "6.3.4", "Invalid star expression"),
    rule("early.starred.dictionary", "6.2.7", "cannot use a starred expression in a dictionary value"),
    rule("early.dict.value", "6.2.7", "expression expected after dictionary key and ':'"),
    rule("early.dict.colon", "6.2.7", "':' expected after dictionary key"),
    rule(
        "early.comprehension.iterable-unpacking",
        "6.2.4",
        "iterable unpacking cannot be used in comprehension",
    ),
    rule(
        "early.comprehension.mapping-unpacking",
        "6.2.7",
        "dict unpacking cannot be used in dict comprehension",
    ),
    rule(
        "early.comprehension.target",
        "6.2.4",
        "did you forget parentheses around the comprehension target?",
    ),
    rule("early.argument.generator", "6.2.8", "Generator expression must be parenthesized"),
    rule("early.argument.order-unpacking", "6.3.4", "positional argument follows keyword argument unpacking"),
    rule("early.argument.order", "6.3.4", "positional argument follows keyword argument"),
    rule(
        "early.argument.iterable-order",
        "6.3.4",
        "iterable argument unpacking follows keyword argument unpacking",
    ),
    rule("early.argument.value", "6.3.4", "expected argument value expression"),
    rule(
        "early.argument.not-a-name",
        "6.3.4",
        "expression cannot contain assignment, perhaps you meant \"==\"?",
    ),
    rule("early.argument.repeated", "6.3.4", "keyword argument repeated: {}"),
    rule("early.parameter.duplicate", "8.7", "duplicate argument {} in function definition"),
    rule(
        "early.parameter.default-order",
        "8.7",
        "parameter without a default follows parameter with a default",
    ),
    rule("early.parameter.default", "8.7", "expected default value expression"),
    rule("early.parameter.parenthesized", "8.7", "{} parameters cannot be parenthesized"),
    rule("early.parameter.slash-first", "8.7", "at least one argument must precede /"),
    rule("early.parameter.slash-once", "8.7", "/ may appear only once"),
    rule("early.parameter.slash-before-star", "8.7", "/ must be ahead of *"),
    rule("early.parameter.slash-comma", "8.7", "expected comma between / and *"),
    rule("early.parameter.bare-star", "8.7", "named arguments must follow bare *"),
    rule("early.parameter.star-once", "8.7", "* argument may appear only once"),
    rule("early.parameter.star-default", "8.7", "var-{} argument cannot have default value"),
    rule("early.parameter.after-mapping", "8.7", "arguments cannot follow var-keyword argument"),
    rule("early.type-parameter.empty", "8.10", "Type parameter list cannot be empty"),
    rule("early.type-parameter.bound", "8.10", "cannot use {} with {}"),
    rule("early.type-parameter.duplicate", "8.10", "duplicate type parameter {}"),
    rule(
        "early.type-parameter.default-order",
        "8.10",
        "non-default type parameter {} follows default type parameter",
    ),
    rule("early.type-parameter.nonlocal", "8.10", "nonlocal binding not allowed for type parameter {}"),
    rule("early.type-scope.expression", "8.10", "{} expression cannot be used within {}"),
    rule(
        "early.type-scope.comprehension",
        "8.10",
        "assignment expression within a comprehension cannot be used {}",
    ),
    rule("early.import.names", "7.11", "Expected one or more names after 'import'"),
    rule("early.import.order", "7.11", "Did you mean to use 'from ... import ...' instead?"),
    rule("early.import.comma", "7.11", "trailing comma not allowed without surrounding parentheses"),
    rule("early.import.star", "7.11", "import * only allowed at module level"),
    rule("early.future.place", "7.11.1", "from __future__ imports must occur at the beginning of the file"),
    rule("early.future.braces", "7.11.1", "not a chance"),
    rule("early.future.unknown", "7.11.1", "future feature {} is not defined"),
    rule("early.try.mixed", "8.4", "cannot have both 'except' and 'except*' on the same 'try'"),
    rule("early.try.clauses", "8.4", "expected 'except' or 'finally' block"),
    rule("early.try.types", "8.4.1", "multiple exception types must be parenthesized"),
    rule("early.try.star-types", "8.4.2", "expected one or more exception types"),
    rule("early.try.default-last", "8.4.1", "default 'except:' must be last"),
    rule(
        "early.try.star-jump",
        "8.4.2",
        "'break', 'continue' and 'return' cannot appear in an except* block",
    ),
    rule("early.context.return", "7.6", "'return' outside function"),
    rule("early.context.return-value", "7.6", "'return' with value in async generator"),
    rule("early.context.yield", "6.2.9", "{} outside function"),
    rule("early.context.yield-comprehension", "6.2.9", "'yield' inside {}"),
    rule("early.context.yield-from-async", "6.2.9", "'yield from' inside async function"),
    rule("early.context.async", "8.9", "{} outside async function"),
    rule(
        "early.context.async-comprehension",
        "6.2.4",
        "asynchronous comprehension outside of an asynchronous function",
    ),
    rule("early.context.break", "7.9", "'break' outside loop"),
    rule("early.context.continue", "7.10", "'continue' not properly in loop"),
    rule("early.context.blocks", "8", "too many statically nested blocks"),
    rule("early.scope.parameter", "7.12", "name {} is parameter and {}"),
    rule("early.scope.used", "7.12", "name {} is used prior to {} declaration"),
    rule("early.scope.assigned", "7.12", "name {} is assigned to before {} declaration"),
    rule("early.scope.annotated", "7.12", "annotated name {} can't be {}"),
    rule("early.scope.nonlocal-and-global", "7.13", "name {} is nonlocal and global"),
    rule("early.scope.nonlocal-module", "7.13", "nonlocal declaration not allowed at module level"),
    rule("early.scope.nonlocal-unbound", "7.13", "no binding for nonlocal {} found"),
    rule(
        "early.scope.named-iterable",
        "6.12",
        "assignment expression cannot be used in a comprehension iterable expression",
    ),
    rule(
        "early.scope.named-rebinds",
        "6.12",
        "assignment expression cannot rebind comprehension iteration variable {}",
    ),
    rule(
        "early.scope.inner-rebinds",
        "6.12",
        "comprehension inner loop cannot rebind assignment expression target {}",
    ),
    rule("early.pattern.unreachable-name", "8.6.3", "name capture {} makes remaining patterns unreachable"),
    rule("early.pattern.unreachable", "8.6.3", "wildcard makes remaining patterns unreachable"),
    rule("early.pattern.alternatives", "8.6.4.1", "alternative patterns bind different names"),
    rule("early.pattern.name-twice", "8.6.4", "multiple assignments to name {} in pattern"),
    rule("early.pattern.stars", "8.6.4.8", "multiple starred names in sequence pattern"),
    rule("early.pattern.attribute-twice", "8.6.4.10", "attribute name repeated in class pattern: {}"),
    rule("early.pattern.key-twice", "8.6.4.9", "mapping pattern checks duplicate key {}"),
    rule("early.pattern.value", "8.6.4.6", "patterns may only match literals and attribute lookups"),
    rule(
        "early.pattern.key",
        "8.6.4.9",
        "mapping pattern keys may only match literals and attribute lookups",
    ),
    rule("early.pattern.wildcard-target", "8.6.4.2", "cannot use '_' as a target"),
    rule("early.pattern.target", "8.6.4.2", "invalid pattern target"),
    rule("early.pattern.keyword-order", "8.6.4.10", "positional patterns follow keyword patterns"),
    rule("early.pattern.real", "8.6.4.3", "real number required in complex literal"),
    rule("early.pattern.imaginary", "8.6.4.3", "imaginary number required in complex literal"),
];

impl SyntaxError {
    /// The rule that the program breaks.
    pub fn rule(&self) -> Option<&'static EarlyRule> {
        rule_of(&self.message)
    }
}

/// The rule that an error with this message is about.
pub fn rule_of(message: &str) -> Option<&'static EarlyRule> {
    RULES.iter().find(|rule| fits(rule.message, message))
}

/// Whether a message has the parts of a template, in their order, from its start to its end.
fn fits(template: &str, message: &str) -> bool {
    let mut parts = template.split("{}");
    let Some(mut rest) = message.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::{RULES, fits};

    #[test]
    fn ids_are_unique_and_no_prefixes_of_others() {
        for (at, rule) in RULES.iter().enumerate() {
            for other in &RULES[at + 1..] {
                assert_ne!(rule.id, other.id);
            }
            assert!(RULES.iter().all(|other| !other.id.starts_with(&format!("{}.", rule.id))), "{}", rule.id);
        }
    }

    #[test]
    fn templates_fit_messages() {
        assert!(fits("unmatched {}", "unmatched ')'"));
        assert!(fits("invalid digit {} in {} literal", "invalid digit '8' in octal literal"));
        assert!(!fits("invalid syntax", "invalid syntax. Perhaps you forgot a comma?"));
    }
}
