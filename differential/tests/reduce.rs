//! The reducer leaves what is asked for, and little else.

use differential::generate::{Profile, program};
use differential::reduce::reduce;

/// Reduces to what still has all of the parts.
fn down_to(source: &str, parts: &[&str]) -> String {
    reduce(source, &mut |text| parts.iter().all(|part| text.contains(part)))
}

#[test]
fn statements_that_say_nothing_are_left_out() {
    let source = "import math\nx = 1\nfor i in range(3):\n    y = i\n    print(y)\nz = 2\n";
    assert_eq!(down_to(source, &["print("]), "print()\n");
}

#[test]
fn compound_statements_are_unwrapped() {
    let source = "try:\n    while True:\n        if x:\n            f(1 + 2)\nexcept E as e:\n    g()\nfinally:\n    h()\n";
    assert_eq!(down_to(source, &["f("]), "f()\n");
    assert_eq!(down_to(source, &["g("]), "g()\n");
}

#[test]
fn expressions_become_their_parts() {
    assert_eq!(down_to("x = [f(a, b * 3)[0] for a in c if d][-1]\n", &["* 3"]), "0 * 3\n");
    assert_eq!(down_to("x = a < b < c < d\n", &["< c"]), "0 < c\n");
    assert_eq!(down_to("x = {a: b, c: d, **e}\n", &["c: "]), "{c: 0}\n");
}

#[test]
fn parameters_go_with_their_defaults() {
    assert_eq!(
        down_to("def f(a, b=1, *c, d=2, **e):\n    return b\n", &["def f", "d="]),
        "def f(*, d=0):\n    pass\n"
    );
}

#[test]
fn constants_become_simpler() {
    assert_eq!(down_to("f(12345678901234567890)\n", &["f("]), "f()\n");
    assert_eq!(down_to("x = 5 + 1234\n", &[" + "]), "0 + 0\n");
}

#[test]
fn names_become_canonical() {
    let kept = reduce("first = 1\nsecond = first + len([])\n", &mut |text| text.contains(" + len("));
    assert_eq!(kept, "0 + len()\n");
    let names_of = |text: &str| {
        let (_, rest) = text.split_once("print(")?;
        let (first, second) = rest.split_once(')')?.0.split_once(", ")?;
        let is_bound = |name: &str| text.contains(&format!("{name} = "));
        (first != second && is_bound(first) && is_bound(second))
            .then(|| (first.to_owned(), second.to_owned()))
    };
    let source = "first = 1\nsecond = 2\nprint(first, second)\n";
    let kept = reduce(source, &mut |text| names_of(text).is_some());
    assert_eq!(kept, "a = 0\nb = 0\nprint(a, b)\n");
}

#[test]
fn what_is_no_program_is_given_back() {
    assert_eq!(reduce("def (", &mut |_| true), "def (");
    assert_eq!(reduce("x = 1\n", &mut |_| false), "x = 1\n");
}

#[test]
fn a_candidate_is_asked_about_once() {
    let source = program(Some(Profile::Control), 3).source;
    let mut asked = std::collections::HashSet::new();
    let reduced = reduce(&source, &mut |text| {
        assert!(asked.insert(text.to_owned()), "asked twice:\n{text}");
        text.contains("caught")
    });
    assert!(reduced.lines().count() == 1, "{reduced}");
}
