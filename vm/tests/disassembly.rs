//! Listings of compiled code.

mod common;

use vm::disassemble::program;

fn listing(source: &str) -> String {
    program(&mut common::loaded(source)).expect("there is a rule for everything")
}

#[test]
fn each_unit_has_its_listing_in_the_order_of_the_text() {
    let text = listing("def f(a, b): pass\nclass C:\n    def m(self): return lambda: 1\n");
    let heads = text.lines().filter(|line| line.contains(" variables, "));
    let names: Vec<_> = heads.filter_map(|line| line.split(':').next()).collect();
    assert_eq!(names, ["<module>", "f", "C", "C.m", "C.m.<locals>.<lambda>"]);
    assert!(text.contains("f: 2 variables"), "{text}");
}

#[test]
fn instructions_are_shown_with_their_line_and_rule() {
    let text = listing("def f(a, b):\n    c = a\n    return c[b]\n");
    let line = text.lines().find(|line| line.contains("GetItem")).expect("a subscription is compiled");
    assert!(line.trim_start().starts_with('3'), "{line}");
    assert!(line.ends_with("expr.subscript"), "{line}");
}

#[test]
fn protected_ranges_are_shown_with_their_handlers() {
    let text = listing("def f():\n    try:\n        g()\n    except E:\n        pass\n");
    let ranges: Vec<_> = text.lines().filter(|line| line.contains("with the exception in")).collect();
    assert!(!ranges.is_empty(), "{text}");
    assert!(!listing("def f(): g()\n").contains("with the exception in"));
}

#[test]
fn listings_are_the_same_every_time() {
    let source = "def f(xs):\n    return [x + 1 for x in xs if x not in (1, 2)]\n";
    assert_eq!(listing(source), listing(source));
}
