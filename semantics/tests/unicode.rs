//! The Unicode properties of all code points, compared with CPython 3.13.

mod oracle;

use semantics::data::text::Text;
use semantics::data::unicode;

const SETUP: &str = "
import unicodedata
def runs(predicate):
    found = []
    for c in range(0x110000):
        if predicate(chr(c)):
            if found and found[-1][1] == c - 1: found[-1][1] = c
            else: found.append([c, c])
    return [tuple(run) for run in found]
def changed(method):
    return [(c, method(chr(c))) for c in range(0x110000) if method(chr(c)) != chr(c)]
";

fn runs(predicate: impl Fn(u32) -> bool) -> String {
    let mut found: Vec<(u32, u32)> = Vec::new();
    for point in (0..0x110000).filter(|point| predicate(*point)) {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == point => *last = point,
            _ => found.push((point, point)),
        }
    }
    format!("{found:?}")
}

fn text(point: u32) -> Text {
    Text::from_code_point(point)
}

/// The first place where two long lines differ, with what is around it.
fn assert_same(name: &str, ours: &str, theirs: &str) {
    let at =
        ours.bytes().zip(theirs.bytes()).position(|(a, b)| a != b).unwrap_or(ours.len().min(theirs.len()));
    let around = |s: &str| s[at.saturating_sub(40)..(at + 80).min(s.len())].to_string();
    assert!(ours == theirs, "{name}:\n   ours: {}\nCPython: {}", around(ours), around(theirs));
}

#[test]
fn predicates_agree() {
    type Case = (&'static str, fn(u32) -> bool);
    let cases: [Case; 13] = [
        ("lambda c: unicodedata.category(c) != 'Cn'", unicode::is_assigned),
        ("str.isalpha", |p| text(p).is_alpha()),
        ("str.isalnum", |p| text(p).is_alnum()),
        ("str.isdecimal", |p| text(p).is_decimal()),
        ("str.isdigit", |p| text(p).is_digit()),
        ("str.isnumeric", |p| text(p).is_numeric()),
        ("str.isspace", |p| text(p).is_space()),
        ("str.isprintable", |p| text(p).is_printable()),
        ("str.islower", |p| text(p).is_lower()),
        ("str.isupper", |p| text(p).is_upper()),
        ("str.istitle", |p| text(p).is_title()),
        ("str.isidentifier", |p| text(p).is_identifier()),
        ("lambda c: ('a' + c).isidentifier()", unicode::continues_identifier),
    ];
    let expressions: Vec<String> = cases.iter().map(|(name, _)| format!("runs({name})")).collect();
    let Some(theirs) = oracle::evaluate(SETUP, &expressions) else { return };
    for ((name, predicate), theirs) in cases.iter().zip(theirs) {
        assert_same(name, &runs(predicate), &theirs);
    }
}

#[test]
fn case_mappings_agree() {
    type Case = (&'static str, fn(Text) -> Text);
    let cases: [Case; 7] = [
        ("str.lower", |t| t.lower()),
        ("str.upper", |t| t.upper()),
        ("str.title", |t| t.title()),
        ("str.capitalize", |t| t.capitalize()),
        ("str.swapcase", |t| t.swapcase()),
        ("str.casefold", |t| t.casefold()),
        ("lambda c: ('A\u{3a3}' + c + 'a').lower()", |t| {
            Text::from("A\u{3a3}").concat(&t).concat(&Text::from("a")).lower()
        }),
    ];
    let expressions: Vec<String> = cases.iter().map(|(name, _)| format!("changed({name})")).collect();
    let Some(theirs) = oracle::evaluate(SETUP, &expressions) else { return };
    for ((name, method), theirs) in cases.iter().zip(theirs) {
        let mut ours = Vec::new();
        for point in 0..0x110000 {
            let mapped = method(text(point));
            if mapped != text(point) {
                ours.push(format!("({point}, {})", mapped.ascii().to_string_lossy()));
            }
        }
        assert_same(name, &format!("[{}]", ours.join(", ")), &theirs);
    }
}

#[test]
fn digits_have_the_same_values() {
    let expression = "[(c, int(chr(c))) for c in range(0x110000) if chr(c).isdecimal()]".to_string();
    let Some(theirs) = oracle::evaluate(SETUP, &[expression]) else { return };
    let ours: Vec<(u32, u32)> = (0..0x110000).filter_map(|p| Some((p, unicode::decimal_value(p)?))).collect();
    assert_same("int", &format!("{ours:?}"), &theirs[0]);
}

#[test]
fn categories_agree() {
    let expression = "''.join(unicodedata.category(chr(c)) for c in range(0x110000))".to_string();
    let Some(theirs) = oracle::evaluate(SETUP, &[expression]) else { return };
    let ours: String = (0..0x110000).map(unicode::category_name).collect();
    assert_same("category", &format!("'{ours}'"), &theirs[0]);
}

#[test]
fn names_agree() {
    let expression =
        "[(c, unicodedata.name(chr(c))) for c in range(0x110000) if unicodedata.name(chr(c), None)]";
    let Some(theirs) = oracle::evaluate(SETUP, &[expression.to_string()]) else { return };
    let mut ours = Vec::new();
    for point in 0..0x110000 {
        if let Some(name) = unicode::name(point) {
            assert_eq!(unicode::by_name(&name).map(|c| c as u32), Some(point), "{name}");
            ours.push(format!("({point}, '{name}')"));
        }
    }
    assert_same("name", &format!("[{}]", ours.join(", ")), &theirs[0]);
}
