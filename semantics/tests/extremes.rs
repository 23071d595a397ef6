//! Extreme arguments: nothing may panic, and nothing may take more memory than the limit.

mod oracle;

use oracle::Random;
use semantics::data::complex::Complex;
use semantics::data::format_spec::{self, Limits};
use semantics::data::int::{Endian, Int};
use semantics::data::percent::{self, Layout};
use semantics::data::range::Range;
use semantics::data::sequence::Justify;
use semantics::data::text::{Text, TextBuilder};
use semantics::data::{bytes, float, slice};

const LIMIT: usize = 1 << 16;
const LIMITS: Limits = Limits { bytes: LIMIT, max_digits: 4300 };
const EXTREMES: &[i64] =
    &[0, 1, -1, 2, i64::MAX, i64::MAX - 1, i64::MIN, i64::MIN + 1, 1 << 31, -(1 << 31), 1 << 62, 61, 64, 63];

fn number(random: &mut Random) -> i64 {
    *random.pick(EXTREMES)
}

fn maybe(random: &mut Random) -> Option<i64> {
    (random.below(4) > 0).then(|| number(random))
}

fn text(random: &mut Random) -> Text {
    const POINTS: &[u32] =
        &[0, 9, 0x20, 0x30, 0x61, 0x7F, 0xE9, 0xD800, 0xDFFF, 0x3A3, 0x10FFFF, 0x25, 0x7B, 0x7D];
    (0..random.below(6)).map(|_| *random.pick(POINTS)).collect()
}

fn check(size: usize) {
    assert!(size <= 4 * LIMIT, "{size} bytes");
}

#[test]
fn texts() {
    let mut random = Random(18);
    for _ in 0..20_000 {
        let (a, b, c) = (text(&mut random), text(&mut random), text(&mut random));
        let (m, n) = (maybe(&mut random), maybe(&mut random));
        let k = number(&mut random);
        let _ = (
            a.find(&b, m, n),
            a.rfind(&b, m, n),
            a.count(&b, m, n),
            a.starts_with(&b, m, n),
            a.ends_with(&b, m, n),
        );
        let _ = (a.split(None, k), a.rsplit(None, k), a.split(Some(&b), k), a.rsplit(Some(&b), k));
        for made in [
            a.repeat(k, LIMIT),
            a.replace(&b, &c, k, LIMIT),
            a.pad(k, 0xE9, Justify::Center, LIMIT),
            a.zero_fill(k, LIMIT),
            a.expand_tabs(k, LIMIT),
        ] {
            check(made.map_or(0, |text| text.byte_size()));
        }
        if let Ok(found) = slice::indices(m, n, Some(k), a.len()) {
            assert_eq!(a.slice(found.start, found.step, found.len()).len(), found.positions().count());
        }
        let _ = bytes::to_hex(b"abc", Some(&b), k);
        let _ = a.slice(k, number(&mut random), random.next() as usize);
    }
}

#[test]
fn ints() {
    let mut random = Random(19);
    for _ in 0..5000 {
        let mut int = || {
            let number = Int::from(number(&mut random));
            if random.below(4) == 0 { number.mul(&Int::from(i64::MAX)) } else { number }
        };
        let (a, b, c) = (int(), int(), int());
        let _ = (
            a.add(&b),
            a.sub(&b),
            a.mul(&b),
            a.divmod(&b),
            a.true_div(&b),
            a.to_f64(),
            a.hash(),
            a.isqrt(),
            a.gcd(&b),
        );
        let _ = (
            a.and(&b),
            a.or(&b),
            a.xor(&b),
            a.invert(),
            a.neg(),
            a.abs(),
            a.round(&b),
            a.shift_right(&b),
            a.lcm(&b),
        );
        let _ = (a.pow(&b, LIMIT), a.shift_left(&b, LIMIT), a.pow_mod(&b, &c), a.hex(), a.bit_count());
        let _ = a.to_bytes(b.to_i64_saturating(), Endian::Big, true, LIMIT);
        if let Ok(range) = Range::new(a.clone(), b.clone(), c.clone()) {
            let _ = (
                range.get(&a),
                range.position(&b),
                range.hash(),
                range.repr(),
                range.slice(Some(&a), Some(&b), Some(&c)),
            );
            let _ = range.reversed();
        }
    }
}

#[test]
fn floats() {
    const FLOATS: &[f64] = &[
        0.0,
        -0.0,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        5e-324,
        f64::INFINITY,
        f64::NAN,
        1.5,
        -2.5,
        1e308,
        1e-308,
    ];
    let mut random = Random(20);
    for _ in 0..5000 {
        let (x, y) = (*random.pick(FLOATS), *random.pick(FLOATS));
        let _ = (
            float::divmod(x, y),
            float::pow(x, y),
            float::round(x, number(&mut random)),
            float::round_to_int(x),
        );
        let _ =
            (float::as_integer_ratio(x), float::hash(x), float::to_hex(x), float::repr(x), Int::from_f64(x));
        let (a, b) = (Complex::new(x, y), Complex::new(y, x));
        let _ = (a.pow(b), a.true_div(b), a.abs(), a.hash(), a.repr());
    }
}

#[test]
fn formats() {
    const PIECES: &[&str] = &[
        "<",
        "=",
        "0",
        "9223372036854775807",
        "99999999999999999999",
        "#",
        ",",
        "_",
        ".",
        "z",
        "d",
        "f",
        "g",
        "c",
        "%",
        "e",
        "x",
    ];
    let mut random = Random(21);
    for _ in 0..20_000 {
        let spec: String = (0..random.below(7)).map(|_| *random.pick::<&str>(PIECES)).collect();
        let spec = Text::from(spec);
        let int = Int::from(number(&mut random));
        for made in [
            TextBuilder::text(|out| format_spec::write_int(&int, spec.whole(), "int", LIMITS, out)),
            TextBuilder::text(|out| format_spec::write_float(1.5e300, spec.whole(), "float", LIMITS, out)),
            TextBuilder::text(|out| format_spec::write_text(&spec, spec.whole(), "str", LIMITS, out)),
            TextBuilder::text(|out| {
                format_spec::write_complex(Complex::ONE, spec.whole(), "complex", LIMITS, out)
            }),
        ] {
            check(made.map_or(0, |text| text.byte_size()));
        }
        let flags =
            percent::Flags { left: random.below(2) == 0, zero: random.below(2) == 0, ..Default::default() };
        let Ok(layout) = Layout::new(flags, number(&mut random), maybe(&mut random)) else { continue };
        for made in [
            TextBuilder::text(|out| percent::write_int(&int, b'x', layout, LIMITS, out)),
            TextBuilder::text(|out| percent::write_float(1.5, b'f', layout, LIMITS, out)),
            TextBuilder::text(|out| percent::write_float(1.5, b'g', layout, LIMITS, out)),
            TextBuilder::text(|out| percent::write_text(&spec, layout, LIMITS, out)),
        ] {
            check(made.map_or(0, |text| text.byte_size()));
        }
    }
}
