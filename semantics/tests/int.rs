//! The operations of `int` on random numbers, compared with CPython 3.13.

mod oracle;

use oracle::{Case, Random, show};
use semantics::data::float;
use semantics::data::int::{DEFAULT_MAX_DIGITS, Endian, Int, Power};
use semantics::data::text::Text;

const LIMIT: usize = 1 << 20;

/// Numbers of all sizes, many of them near a power of two.
fn random_int(random: &mut Random) -> Int {
    let bits = *random.pick(&[1u64, 3, 8, 30, 31, 53, 54, 60, 61, 62, 63, 64, 65, 100, 128, 200, 1030]);
    let near = Int::ONE.shift_left(&Int::from(bits as i64), LIMIT).expect("small");
    let mut number = match random.below(3) {
        0 => near.add(&Int::from(random.between(-2, 2))),
        _ => (0..=bits / 64).fold(Int::ZERO, |sum, _| {
            let shifted = sum.shift_left(&Int::from(64), LIMIT).expect("small");
            shifted.add(&Int::from(random.next() as i128))
        }),
    };
    if random.below(2) == 0 {
        number = number.shift_right(&Int::from(random.between(0, 70))).expect("positive");
    }
    if random.below(2) == 0 { number.neg() } else { number }
}

fn truth(value: bool) -> String {
    if value { "True".into() } else { "False".into() }
}

fn arithmetic(random: &mut Random, cases: &mut Vec<Case>) {
    let (a, b) = (random_int(random), random_int(random));
    let b = if random.below(20) == 0 { Int::ZERO } else { b };
    let mut add = |expression: String, ours: String| cases.push((expression, ours));
    add(format!("({a}) + ({b})"), a.add(&b).to_string());
    add(format!("({a}) - ({b})"), a.sub(&b).to_string());
    add(format!("({a}) * ({b})"), a.mul(&b).to_string());
    add(format!("({a}) & ({b})"), a.and(&b).to_string());
    add(format!("({a}) | ({b})"), a.or(&b).to_string());
    add(format!("({a}) ^ ({b})"), a.xor(&b).to_string());
    add(format!("~({a})"), a.invert().to_string());
    add(format!("({a}) // ({b})"), show(a.floor_div(&b), |n| n.to_string()));
    add(format!("({a}) % ({b})"), show(a.modulo(&b), |n| n.to_string()));
    add(format!("divmod({a}, {b})"), show(a.divmod(&b), |(q, r)| format!("({q}, {r})")));
    add(format!("({a}) / ({b})"), show(a.true_div(&b), float::repr));
    add(format!("({a}) < ({b})"), truth(a < b));
    add(format!("({a}) == ({b})"), truth(a == b));
    add(format!("math.gcd({a}, {b})"), a.gcd(&b).to_string());
    add(format!("math.lcm({a}, {b})"), a.lcm(&b).to_string());
    let count = Int::from(random.between(-1, 140));
    add(format!("({a}) << {count}"), show(a.shift_left(&count, LIMIT), |n| n.to_string()));
    add(format!("({a}) >> {count}"), show(a.shift_right(&count), |n| n.to_string()));
    let exponent = Int::from(random.between(-4, 9));
    let power = |power| match power {
        Power::Int(int) => int.to_string(),
        Power::Float(float) => float::repr(float),
    };
    add(format!("({a}) ** {exponent}").replace("** -", "** -"), show(a.pow(&exponent, LIMIT), power));
    let big = Int::from(random.between(-9, 1 << 40));
    add(format!("pow({a}, {big}, {b})"), show(a.pow_mod(&big, &b), |n| n.to_string()));
    let places = Int::from(random.between(-40, 2));
    add(format!("round({a}, {places})"), a.round(&places).to_string());
    let half = a.mul(&Int::from(5));
    add(format!("round({half}, -1)"), half.round(&Int::from(-1)).to_string());
}

fn unary(random: &mut Random, cases: &mut Vec<Case>) {
    let a = random_int(random);
    let mut add = |expression: String, ours: String| cases.push((expression, ours));
    add(format!("float({a})"), show(a.to_f64(), float::repr));
    add(format!("hash({a})"), a.hash().to_string());
    add(format!("abs({a})"), a.abs().to_string());
    add(format!("({a}).bit_length()"), a.bit_length().to_string());
    add(format!("({a}).bit_count()"), a.bit_count().to_string());
    add(format!("math.isqrt({a})"), show(a.isqrt(), |n| n.to_string()));
    add(format!("hex({a})"), format!("'{}'", a.hex()));
    add(format!("oct({a})"), format!("'{}'", a.oct()));
    add(format!("bin({a})"), format!("'{}'", a.bin()));
    let (length, signed) = (random.between(0, 18), random.below(2) == 0);
    let order = *random.pick(&["little", "big"]);
    let endian = Endian::from_name(order).expect("known");
    let bytes = a.to_bytes(length, endian, signed, LIMIT);
    if let Ok(bytes) = &bytes {
        assert_eq!(Int::from_bytes(bytes, endian, signed), a);
    }
    let call = format!("list(({a}).to_bytes({length}, {order:?}, signed={}))", truth(signed));
    add(call, show(bytes, |bytes| format!("{bytes:?}")));
    let near = a.to_f64().unwrap_or(f64::INFINITY);
    for other in [near, near.next_up(), near + 0.5, f64::NAN] {
        let shown = float::repr(other);
        let shown = if other.is_finite() { shown } else { format!("float('{shown}')") };
        let ordering = a.compare_float(other);
        add(format!("({a}) < {shown}"), truth(ordering.is_some_and(|o| o.is_lt())));
        add(format!("({a}) == {shown}"), truth(ordering.is_some_and(|o| o.is_eq())));
        add(format!("int({shown})"), show(Int::from_f64(other), |n| n.to_string()));
    }
}

#[test]
fn operations_agree() {
    let mut random = Random(3);
    let mut cases = Vec::new();
    for _ in 0..3000 {
        arithmetic(&mut random, &mut cases);
        unary(&mut random, &mut cases);
    }
    oracle::compare("import math", cases);
}

#[test]
fn parsing_agrees() {
    const PIECES: &[&str] = &[
        "0",
        "1",
        "7",
        "9",
        "12",
        "_",
        "x",
        "0x",
        "0b",
        "0o",
        "0X1f",
        "a",
        "Z",
        "+",
        "-",
        " ",
        "\t",
        "\u{b}",
        "\u{1c}",
        "\u{661}",
        "\u{2003}",
        "\u{e9}",
        "\0",
        "123456789012345678901",
    ];
    let mut random = Random(4);
    let mut cases = Vec::new();
    for _ in 0..20_000 {
        let text: String = (0..random.below(5)).map(|_| *random.pick::<&str>(PIECES)).collect();
        let base = *random.pick(&[0i64, 2, 8, 10, 10, 10, 16, 36, 37, 1, -1]);
        let text = Text::from(text);
        let quoted = text.ascii().to_string_lossy().into_owned();
        let ours = show(Int::parse(&text, base, DEFAULT_MAX_DIGITS), |n| n.to_string());
        cases.push((format!("int({quoted}, {base})"), ours));
        if let Some(ascii) = text.as_str() {
            let ours = show(Int::parse_bytes(ascii.as_bytes(), base, DEFAULT_MAX_DIGITS), |n| n.to_string());
            cases.push((format!("int(b{quoted}, {base})"), ours));
        }
    }
    oracle::compare("", cases);
}

#[test]
fn digits_are_limited() {
    let mut cases = Vec::new();
    for (text, expression) in [
        ("1".repeat(4300), "'1' * 4300"),
        ("1".repeat(4301), "'1' * 4301"),
        ("0".repeat(5000), "'0' * 5000"),
        ("1_".repeat(4300) + "1", "'1_' * 4300 + '1'"),
        ("1".repeat(5000) + "x", "'1' * 5000 + 'x'"),
    ] {
        let ours = show(Int::parse(&Text::from(text), 10, DEFAULT_MAX_DIGITS), |n| n.to_string());
        cases.push((format!("int({expression})"), ours));
    }
    for digits in [4299, 4300, 5000] {
        let number = Int::from(10).pow(&Int::from(digits), LIMIT).expect("not too large");
        let Power::Int(number) = number else { panic!("an int") };
        let ours = show(number.to_decimal(DEFAULT_MAX_DIGITS), |text| format!("'{text}'"));
        cases.push((format!("str(10 ** {digits})"), ours));
    }
    oracle::compare("", cases);
}

#[test]
fn huge_results_are_refused() {
    let huge = Int::from(i64::MAX);
    assert!(Int::from(3).pow(&huge, LIMIT).is_err());
    assert!(Int::from(1).shift_left(&huge, LIMIT).is_err());
    assert!(Int::from(1).to_bytes(i64::MAX, Endian::Big, false, LIMIT).is_err());
    assert_eq!(Int::from(1).shift_right(&huge), Ok(Int::ZERO));
    assert_eq!(Int::from(17).round(&huge.neg()), Int::ZERO);
    assert_eq!(Int::from(-1).pow(&huge, LIMIT), Ok(Power::Int(Int::from(-1))));
    assert_eq!(Int::from(i64::MIN).floor_div(&Int::from(-1)), Ok(Int::from(1i128 << 63)));
}
