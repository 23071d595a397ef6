//! Facts about the text of programs that are easily missed. Each was found by comparing with CPython 3.13.

use spec::{Source, SyntaxError, dump::dump, grammar, parse};

fn source(text: &str) -> Source {
    Source::from_text("test", text).expect("text without null bytes")
}

/// The dump on one line, of both parsers.
fn tree(text: &str) -> String {
    let source = source(text);
    let fast = dump(&parse(&source).unwrap_or_else(|error| panic!("{text}: {error:?}")), &source);
    let normative = dump(&grammar::parse(&source).expect("the grammar accepts it"), &source);
    assert_eq!(fast, normative);
    fast.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn error(text: &str) -> SyntaxError {
    parse(&source(text)).expect_err("an error")
}

fn assert_tree(text: &str, part: &str) {
    let tree = tree(text);
    assert!(tree.contains(part), "{text}: no {part} in {tree}");
}

#[test]
fn keywords_are_found_before_names_are_normalized() {
    assert_tree("\u{1d422}\u{1d41f} = 1", "Name( id='if'");
    assert_tree("x.\u{fb01}", "attr='fi'");
}

#[test]
fn line_ends_become_newlines_in_strings_too() {
    assert_tree("x = '''a\r\nb\rc'''", r"value='a\nb\nc'");
    assert_tree("x = 1\ry = 2", "Name( id='y'");
}

#[test]
fn form_feeds_reset_the_column() {
    tree("if x:\n    a\n  \x0c    b\n");
    assert_eq!(
        error("if x:\n    a\n\x0c  b\n").message,
        "unindent does not match any outer indentation level"
    );
}

#[test]
fn a_backslash_may_precede_an_indented_line() {
    tree("if x:\n    a\n\\\n    b\n");
    tree("if x:\n  \\\n  a\n");
}

#[test]
fn strings_hold_lone_surrogates() {
    assert_tree(r"'\ud800\x41'", r"value='\ud800A'");
}

#[test]
fn long_decimal_literals_are_errors() {
    tree(&format!("x = {}", "1".repeat(4300)));
    tree(&format!("x = 0x{}", "1".repeat(10_000)));
    assert!(
        error(&format!("x = {}", "1".repeat(4301))).message.starts_with("Exceeds the limit (4300 digits)")
    );
}

#[test]
fn constants_of_fstrings_end_after_the_second_brace() {
    assert_tree("f'{{'", "value='{', lineno=1, col_offset=2, end_lineno=1, end_col_offset=4");
    assert_tree("f'a{{b{x}'", "value='a{b', lineno=1, col_offset=2, end_lineno=1, end_col_offset=6");
}

#[test]
fn a_walrus_in_a_field_starts_the_format() {
    assert_tree("f'{x:=5}'", "format_spec=JoinedStr( values=[ Constant( value='=5'");
    assert_tree("f'{(x:=5)}'", "NamedExpr(");
}

#[test]
fn equals_in_a_field_keeps_blanks_and_drops_comments() {
    assert_tree("f'{ x = }'", "value=' x = '");
    assert_tree("f'''{x # c\n=}'''", r"value='x \n='");
}

#[test]
fn operands_start_at_their_parenthesis() {
    assert_tree("(a) + b", "op=Add(), right=Name( id='b', ctx=Load(), lineno=1, col_offset=6");
    assert_tree("(a) + b", "end_col_offset=7), lineno=1, col_offset=0, end_lineno=1, end_col_offset=7)");
}

#[test]
fn a_lone_generator_spans_the_parentheses_of_the_call() {
    assert_tree("f(x for x in y)", "lineno=1, col_offset=1, end_lineno=1, end_col_offset=15)]");
}

#[test]
fn a_suite_on_the_line_ends_after_its_semicolon() {
    assert_tree("if x: pass;", "lineno=1, col_offset=0, end_lineno=1, end_col_offset=11)");
}

#[test]
fn the_limits_are_those_of_cpython() {
    let nested =
        |open: &str, close: &str, count: usize| format!("{}x{}", open.repeat(count), close.repeat(count));
    tree(&nested("(", ")", 200));
    assert_eq!(error(&nested("(", ")", 201)).message, "too many nested parentheses");
    let indented = |depth: usize| {
        let lines: String = (0..depth).map(|at| format!("{}if x:\n", " ".repeat(at))).collect();
        format!("{lines}{}x\n", " ".repeat(depth))
    };
    tree(&indented(98));
    tree(&indented(99 - 1));
    assert_eq!(error(&indented(100)).message, "too many levels of indentation");
    let fstrings = |count: usize| format!("{}x{}", "f'{".repeat(count), "}'".repeat(count));
    tree(&fstrings(149));
    assert_eq!(error(&fstrings(150)).message, "too many nested f-strings");
}

#[test]
fn a_target_in_parentheses_is_the_whole_target() {
    assert_eq!(error("(a).b: c").message, "illegal target for annotation");
    tree("((a).b): c");
}

#[test]
fn an_underscore_among_class_patterns_is_a_wildcard() {
    assert_eq!(error("match x:\n case A(c, _=e): pass").message, "invalid syntax");
    tree("match x:\n case A(_=e): pass");
}

#[test]
fn numbers_may_touch_keywords() {
    tree("x = 1if y else 2");
    tree("x = 0xfor y");
    assert_eq!(error("x = 1_000_").message, "invalid decimal literal");
}

#[test]
fn both_kinds_of_with_parentheses() {
    assert_tree("with (a, b): pass", "items=[ withitem( context_expr=Name( id='a'");
    assert_tree("with (a, b) as c: pass", "items=[ withitem( context_expr=Tuple(");
    assert_tree("with (a): pass", "items=[ withitem( context_expr=Name( id='a'");
}

#[test]
fn chains_of_any_length_are_no_nesting() {
    for text in [
        format!("x{}", ".a".repeat(10_000)),
        format!("x{}", " + 1".repeat(10_000)),
        format!("x{}", " or y".repeat(10_000)),
        format!("x{}", " < y".repeat(10_000)),
        format!("x{}", "()".repeat(10_000)),
        format!("{}x", "not ".repeat(10_000)),
        format!("if x: y\n{}", "elif x: y\n".repeat(10_000)),
        format!("x = [{}]", "1, ".repeat(10_000)),
    ] {
        parse(&source(&text)).expect("a tree");
    }
}
