//! The methods of `bytes` on random bytes, compared with CPython 3.13.

mod oracle;

use std::ops::Range;

use oracle::{Case, Random, show};
use semantics::data::bytes;
use semantics::data::sequence::{self, Justify, Side};
use semantics::data::text::Text;

const ALPHABET: &[u8] = b"ababABab  ,\n\r\t\x0b\x0c'\"\\0+-\x1c\x85\xe9\xff\x00\x7f";
const LIMIT: usize = 1 << 20;

fn random_bytes(random: &mut Random, max: u64) -> Vec<u8> {
    let size = if random.below(3) == 0 { 4 } else { ALPHABET.len() as u64 };
    (0..random.below(max + 1)).map(|_| ALPHABET[random.below(size) as usize]).collect()
}

fn literal(bytes: &[u8]) -> String {
    bytes::repr(bytes).to_string_lossy().into_owned()
}

fn list(bytes: &[u8], ranges: Vec<Range<usize>>) -> String {
    let parts: Vec<String> = ranges.into_iter().map(|range| literal(&bytes[range])).collect();
    format!("[{}]", parts.join(", "))
}

fn python(bound: Option<i64>) -> String {
    bound.map_or("None".to_string(), |bound| bound.to_string())
}

fn truth(value: bool) -> String {
    if value { "True".into() } else { "False".into() }
}

fn searches(random: &mut Random, cases: &mut Vec<Case>) {
    let (text, needle) = (random_bytes(random, 14), random_bytes(random, 2));
    let mut bound = || (random.below(3) > 0).then(|| random.between(-12, 12));
    let (start, end) = (bound(), bound());
    let (t, n) = (literal(&text), literal(&needle));
    let arguments = format!("({n}, {}, {})", python(start), python(end));
    let position = |at: Option<usize>| at.map_or("-1".into(), |at| at.to_string());
    let mut add = |method: &str, ours: String| cases.push((format!("{t}.{method}{arguments}"), ours));
    let found = bytes::find(&text, &needle, start, end);
    add("find", position(found));
    add("index", show(found.ok_or_else(bytes::not_found), |at| at.to_string()));
    add("rfind", position(bytes::rfind(&text, &needle, start, end)));
    add("count", bytes::count(&text, &needle, start, end).to_string());
    add("startswith", truth(bytes::starts_with(&text, &needle, start, end)));
    add("endswith", truth(bytes::ends_with(&text, &needle, start, end)));
    let (new, count) = (random_bytes(random, 3), random.between(-1, 4));
    let replaced =
        sequence::replace(&text, &needle, &new, count, LIMIT).map(|new| new.unwrap_or(text.clone()));
    cases.push((format!("{t}.replace({n}, {}, {count})", literal(&new)), show(replaced, |b| literal(&b))));
    let translated = bytes::translation_table(&needle, &new)
        .and_then(|table| bytes::translate(&text, Some(&table), b"a0"));
    let call = format!("{t}.translate(bytes.maketrans({n}, {}), b'a0')", literal(&new));
    cases.push((call, show(translated, |b| literal(&b))));
}

fn cuts(random: &mut Random, cases: &mut Vec<Case>) {
    let text = random_bytes(random, 14);
    let separator = (random.below(2) == 0).then(|| random_bytes(random, 2));
    let separator = separator.as_deref();
    let max = random.between(-1, 3);
    let t = literal(&text);
    let s = separator.map_or("None".into(), literal);
    cases.push((
        format!("{t}.split({s}, {max})"),
        show(bytes::split(&text, separator, max), |r| list(&text, r)),
    ));
    cases.push((
        format!("{t}.rsplit({s}, {max})"),
        show(bytes::rsplit(&text, separator, max), |r| list(&text, r)),
    ));
    for (method, side) in [("strip", Side::Both), ("lstrip", Side::Left), ("rstrip", Side::Right)] {
        cases.push((format!("{t}.{method}({s})"), literal(&text[bytes::strip(&text, separator, side)])));
    }
    cases.push((format!("{t}.splitlines(True)"), list(&text, bytes::split_lines(&text, true))));
    cases.push((format!("{t}.splitlines()"), list(&text, bytes::split_lines(&text, false))));
    let width = random.between(-3, 16);
    let padded = sequence::pad(&text, width, b'*', Justify::Center, LIMIT);
    cases.push((format!("{t}.center({width}, b'*')"), show(padded, |b| literal(&b))));
    cases.push((
        format!("{t}.zfill({width})"),
        show(sequence::zero_fill(&text, width, LIMIT), |b| literal(&b)),
    ));
    let expanded = sequence::expand_tabs(&text, width, LIMIT);
    cases.push((format!("{t}.expandtabs({width})"), show(expanded, |b| literal(&b))));
}

fn plain(random: &mut Random, cases: &mut Vec<Case>) {
    let text = random_bytes(random, 8);
    let t = literal(&text);
    let mut add = |method: &str, ours: String| cases.push((format!("{t}.{method}()"), ours));
    add("upper", literal(&text.to_ascii_uppercase()));
    add("lower", literal(&text.to_ascii_lowercase()));
    add("title", literal(&bytes::title(&text)));
    add("capitalize", literal(&bytes::capitalize(&text)));
    add("swapcase", literal(&bytes::swapcase(&text)));
    add("isalpha", truth(bytes::is_alpha(&text)));
    add("isalnum", truth(bytes::is_alnum(&text)));
    add("isdigit", truth(bytes::is_digit(&text)));
    add("isspace", truth(bytes::is_all_space(&text)));
    add("islower", truth(bytes::is_lower(&text)));
    add("isupper", truth(bytes::is_upper(&text)));
    add("istitle", truth(bytes::is_title(&text)));
    cases.push((format!("bytearray({t})"), bytes::repr_bytearray(&text).to_string_lossy().into_owned()));
    let group = random.between(-4, 4);
    let separator = Text::from(*random.pick(&[":", "\u{e9}", "", "ab", "-"]));
    let s = separator.ascii();
    let ours =
        show(bytes::to_hex(&text, Some(&separator), group), |t| t.repr().to_string_lossy().into_owned());
    cases.push((format!("{t}.hex({}, {group})", s.to_string_lossy()), ours));
    let hex: String = (0..random.below(6))
        .map(|_| *random.pick(&["0", "a", "F3", " ", "\t", "00", "g", "\u{e9}", "12"]))
        .collect();
    let hex = Text::from(hex);
    let ours = show(bytes::from_hex(&hex), |b| literal(&b));
    cases.push((format!("bytes.fromhex({})", hex.ascii().to_string_lossy()), ours));
}

#[test]
fn methods_agree() {
    let mut random = Random(12);
    let mut cases = Vec::new();
    for _ in 0..4000 {
        searches(&mut random, &mut cases);
        cuts(&mut random, &mut cases);
        plain(&mut random, &mut cases);
    }
    oracle::compare("", cases);
}
