//! The operations of `float` and `complex` on random numbers, compared with CPython 3.13.

mod oracle;

use oracle::{Case, Random, show};
use semantics::data::complex::Complex;
use semantics::data::float::{self, Power};
use semantics::data::text::Text;

const SPECIAL: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    1.5,
    2.0,
    2.5,
    -3.0,
    10.0,
    100.0,
    1e16,
    1e15,
    9999999999999998.0,
    123456789012345680.0,
    1e-4,
    1e-5,
    5e-324,
    2.2250738585072014e-308,
    f64::MAX,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    0.1,
    2.675,
    1e22,
    1e23,
    4503599627370497.5,
];

fn random_float(random: &mut Random) -> f64 {
    match random.below(4) {
        0 => *random.pick(SPECIAL),
        1 => f64::from_bits(random.next()),
        2 => random.between(-1000, 1000) as f64 / 8.0,
        _ => random.between(-1_000_000, 1_000_000) as f64 / 1000.0,
    }
}

fn literal(x: f64) -> String {
    if x.is_finite() { float::repr(x) } else { format!("float('{}')", float::repr(x)) }
}

#[test]
fn operations_agree() {
    let mut random = Random(5);
    let mut cases: Vec<Case> = Vec::new();
    for _ in 0..8000 {
        let (a, b) = (random_float(&mut random), random_float(&mut random));
        let (x, y) = (literal(a), literal(b));
        let mut add = |expression: String, ours: String| cases.push((expression, ours));
        add(format!("({x})"), float::repr(a));
        add(format!("({x}) / ({y})"), show(float::true_div(a, b), float::repr));
        add(format!("({x}) // ({y})"), show(float::floor_div(a, b), float::repr));
        add(format!("({x}) % ({y})"), show(float::modulo(a, b), float::repr));
        let pair = |(q, r)| format!("({}, {})", float::repr(q), float::repr(r));
        add(format!("divmod({x}, {y})"), show(float::divmod(a, b), pair));
        let power = float::pow(a, b).and_then(|power| match power {
            Power::Float(float) => Ok(float::repr(float)),
            Power::Complex => Complex::new(a, 0.0).pow(Complex::new(b, 0.0)).map(Complex::repr),
        });
        add(format!("({x}) ** ({y})"), show(power, |shown| shown));
        let digits = random.between(-20, 25);
        add(format!("round({x}, {digits})"), show(float::round(a, digits), float::repr));
        add(format!("round({x}, -308)"), show(float::round(a, -308), float::repr));
        add(format!("round({x})"), show(float::round_to_int(a), |n| n.to_string()));
        let ratio = |(n, d)| format!("({n}, {d})");
        add(format!("({x}).as_integer_ratio()"), show(float::as_integer_ratio(a), ratio));
        add(format!("({x}).hex()"), format!("'{}'", float::to_hex(a)));
        let back = show(float::from_hex(&float::to_hex(a)), float::repr);
        add(format!("float.fromhex(({x}).hex())"), back);
        add(format!("+({x}).is_integer()"), (float::is_integer(a) as u8).to_string());
        if let Some(hash) = float::hash(a) {
            add(format!("hash({x})"), hash.to_string());
        }
    }
    oracle::compare("", cases);
}

#[test]
fn parsing_agrees() {
    const PIECES: &[&str] = &[
        "0", "1", "12", "_", ".", "e", "E5", "e-3", "e400", "+", "-", " ", "inf", "Infinity", "nan", "NaN",
        "\u{661}", "\u{2003}", "\u{e9}", "j", "J", "(", ")", "1.5", "1_0", "\u{b}", "1e308", "4.9e-324",
    ];
    let mut random = Random(6);
    let mut cases = Vec::new();
    for _ in 0..30_000 {
        let text: String = (0..random.below(6)).map(|_| *random.pick::<&str>(PIECES)).collect();
        let text = Text::from(text);
        let quoted = text.ascii().to_string_lossy().into_owned();
        cases.push((format!("float({quoted})"), show(float::parse(&text), float::repr)));
        cases.push((format!("complex({quoted})"), show(Complex::parse(&text), Complex::repr)));
        if let Some(ascii) = text.as_str() {
            let ours = show(float::parse_bytes(ascii.as_bytes()), float::repr);
            cases.push((format!("float(b{quoted})"), ours));
        }
    }
    oracle::compare("", cases);
}

#[test]
fn hexadecimal_parsing_agrees() {
    const PIECES: &[&str] = &[
        "0",
        "1",
        "8",
        "f",
        "0x",
        "0X",
        ".",
        "p",
        "p-1",
        "p+10",
        "P-1074",
        "p1023",
        "p-1022",
        "-",
        "+",
        " ",
        "inf",
        "nan",
        "fffffffffffff8",
        "00000000000000000000",
        "fffffffffffffff7",
        "p99999999999999999999",
        "_",
        "p-1075",
        "8000000000001",
    ];
    let mut random = Random(7);
    let mut cases = Vec::new();
    for _ in 0..20_000 {
        let text: String = (0..random.below(6)).map(|_| *random.pick::<&str>(PIECES)).collect();
        cases.push((format!("float.fromhex({text:?})"), show(float::from_hex(&text), float::repr)));
    }
    oracle::compare("", cases);
}

#[test]
fn complex_operations_agree() {
    let mut random = Random(8);
    let mut cases: Vec<Case> = Vec::new();
    for _ in 0..8000 {
        let mut number = || Complex::new(random_float(&mut random), random_float(&mut random));
        let (a, b) = (number(), number());
        let show_one = |c: Complex| format!("complex({}, {})", literal(c.real), literal(c.imaginary));
        let (x, y) = (show_one(a), show_one(b));
        let mut add = |expression: String, ours: String| cases.push((expression, ours));
        add(x.clone(), a.repr());
        add(format!("{x} + {y}"), (a + b).repr());
        add(format!("{x} - {y}"), (a - b).repr());
        add(format!("{x} * {y}"), (a * b).repr());
        add(format!("{x} / {y}"), show(a.true_div(b), Complex::repr));
        add(format!("{x} ** {y}"), show(a.pow(b), Complex::repr));
        add(format!("abs({x})"), show(a.abs(), float::repr));
        add(format!("-{x}"), (-a).repr());
        add(format!("{x}.conjugate()"), a.conjugate().repr());
        if let Some(hash) = a.hash() {
            add(format!("hash({x})"), hash.to_string());
        }
    }
    oracle::compare("", cases);
}
