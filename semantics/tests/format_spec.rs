//! The format mini-language on random specifications, compared with CPython 3.13.

mod oracle;

use oracle::{Case, Random, show};
use semantics::data::complex::Complex;
use semantics::data::float;
use semantics::data::format_spec::{Limits, write_complex, write_float, write_int, write_text};
use semantics::data::int::{DEFAULT_MAX_DIGITS, Int};
use semantics::data::text::{Text, TextBuilder};

const LIMITS: Limits = Limits { bytes: 1 << 20, max_digits: DEFAULT_MAX_DIGITS };

const FLOATS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.5,
    0.1,
    123.456,
    1234567.891,
    -9.99e15,
    1e16,
    1e22,
    1.5e300,
    5e-324,
    -0.00012345,
    0.000099999,
    999999.5,
    0.5,
    2.5,
    12345.0,
    100.0,
    -0.04,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

fn random_spec(random: &mut Random) -> String {
    let mut spec = String::new();
    let mut maybe = |odds: u64, options: &[&str]| {
        if random.below(odds) == 0 {
            spec.push_str(random.pick::<&str>(options));
        }
    };
    maybe(3, &["<", ">", "^", "=", "*<", "0>", "\u{e9}^", " =", "0=", "z="]);
    maybe(4, &["+", "-", " "]);
    maybe(8, &["z"]);
    maybe(5, &["#"]);
    maybe(4, &["0"]);
    maybe(2, &["1", "5", "12", "25", "\u{663}", "99999999999999999999"]);
    maybe(4, &[",", "_", ",", "_", ",_", "_,", "__"]);
    maybe(3, &[".0", ".1", ".2", ".5", ".17", ".30", ".", ".3,"]);
    maybe(
        1,
        &[
            "", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "", "g", "f", "q",
            "\u{e9}", "\n", "dd",
        ],
    );
    spec
}

fn quoted(text: &Text) -> String {
    text.ascii().to_string_lossy().into_owned()
}

#[test]
fn formatting_agrees() {
    let mut random = Random(9);
    let mut cases: Vec<Case> = Vec::new();
    let literal =
        |x: f64| if x.is_finite() { float::repr(x) } else { format!("float('{}')", float::repr(x)) };
    for _ in 0..25_000 {
        let spec = Text::from(random_spec(&mut random));
        let s = quoted(&spec);
        let text = Text::from(*random.pick(&["", "a", "abc", "h\u{e9}llo", "\u{1f600}\u{1f600}"]));
        let ours = show(TextBuilder::text(|out| write_text(&text, spec.whole(), "str", LIMITS, out)), |t| {
            quoted(&t)
        });
        cases.push((format!("format({}, {s})", quoted(&text)), ours));
        let int = Int::from(*random.pick(&[0i64, 1, -1, 12, -255, 1234, 65, 1234567, -98765432101234]));
        let ours =
            show(TextBuilder::text(|out| write_int(&int, spec.whole(), "int", LIMITS, out)), |t| quoted(&t));
        cases.push((format!("format({int}, {s})"), ours));
        let (x, y) = (*random.pick(FLOATS), *random.pick(FLOATS));
        let ours =
            show(TextBuilder::text(|out| write_float(x, spec.whole(), "float", LIMITS, out)), |t| quoted(&t));
        cases.push((format!("format({}, {s})", literal(x)), ours));
        let ours = show(
            TextBuilder::text(|out| write_complex(Complex::new(x, y), spec.whole(), "complex", LIMITS, out)),
            |t| quoted(&t),
        );
        cases.push((format!("format(complex({}, {}), {s})", literal(x), literal(y)), ours));
    }
    oracle::compare("", cases);
}

#[test]
fn huge_results_are_refused() {
    for spec in ["999999999999", "0999999999999,", ".999999999f", "999999999999c"] {
        let spec = Text::from(spec);
        assert!(TextBuilder::text(|out| write_int(&Int::from(1), spec.whole(), "int", LIMITS, out)).is_err());
        assert!(TextBuilder::text(|out| write_float(1.0, spec.whole(), "float", LIMITS, out)).is_err());
    }
    assert!(
        TextBuilder::text(|out| write_text(
            &Text::empty(),
            Text::from("999999999999").whole(),
            "str",
            LIMITS,
            out
        ))
        .is_err()
    );
}
