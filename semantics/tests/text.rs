//! The methods of `str` on random strings, compared with CPython 3.13.

mod oracle;

use oracle::{Case, Random, show};
use semantics::data::codec::{self, Encoding, Handler};
use semantics::data::sequence::{Justify, Side};
use semantics::data::slice;
use semantics::data::text::{Joining, Text, Translation};

const LIMIT: usize = 1 << 20;

/// Few letters, so that searches succeed, and one of each kind of character that matters.
const ALPHABET: &[u32] = &[
    0x61, 0x62, 0x61, 0x62, 0x41, 0x42, 0x20, 0x2C, 0x0A, 0x0D, 0x09, 0x27, 0x22, 0x5C, 0x30, 0x2B, 0x2D,
    0x7F, 0x1C, 0x85, 0xE9, 0xDF, 0x3A3, 0x345, 0x130, 0x1C5, 0x2028, 0x4E00, 0xD800, 0xDC80, 0xDFFF, 0xFB03,
    0x1F600, 0x10400, 0x10FFFF, 0x660, 0x2160,
];

fn random_text(random: &mut Random, max: u64) -> Text {
    let size = if random.below(2) == 0 { 19 } else { ALPHABET.len() as u64 };
    let size = if random.below(3) == 0 { 4 } else { size };
    (0..random.below(max + 1)).map(|_| ALPHABET[random.below(size) as usize]).collect()
}

fn literal(text: &Text) -> String {
    text.ascii().to_string_lossy().into_owned()
}

fn list(texts: Vec<Text>) -> String {
    format!("[{}]", texts.iter().map(literal).collect::<Vec<_>>().join(", "))
}

fn bound(random: &mut Random) -> Option<i64> {
    (random.below(3) > 0).then(|| random.between(-12, 12))
}

fn python(bound: Option<i64>) -> String {
    bound.map_or("None".to_string(), |bound| bound.to_string())
}

fn truth(value: bool) -> String {
    if value { "True".into() } else { "False".into() }
}

fn position(at: Option<usize>) -> String {
    at.map_or("-1".into(), |at| at.to_string())
}

fn searches(random: &mut Random, cases: &mut Vec<Case>) {
    let (text, needle) = (random_text(random, 14), random_text(random, 2));
    let (start, end) = (bound(random), bound(random));
    let (t, n) = (literal(&text), literal(&needle));
    let arguments = format!("({n}, {}, {})", python(start), python(end));
    let mut add = |method: &str, ours: String| cases.push((format!("{t}.{method}{arguments}"), ours));
    add("find", position(text.find(&needle, start, end)));
    add("rfind", position(text.rfind(&needle, start, end)));
    add("index", show(text.index(&needle, start, end), |at| at.to_string()));
    add("rindex", show(text.rindex(&needle, start, end), |at| at.to_string()));
    add("count", text.count(&needle, start, end).to_string());
    add("startswith", truth(text.starts_with(&needle, start, end)));
    add("endswith", truth(text.ends_with(&needle, start, end)));
    cases.push((format!("{n} in {t}"), truth(text.contains(&needle))));
    cases.push((format!("{t}.removeprefix({n})"), literal(&text.remove_prefix(&needle))));
    cases.push((format!("{t}.removesuffix({n})"), literal(&text.remove_suffix(&needle))));
    cases.push((format!("{n} < {t}"), truth(needle < text)));
    cases.push((format!("{n} == {t}"), truth(needle == text)));
    let (new, count) = (random_text(random, 3), random.between(-1, 4));
    let replaced = text.replace(&needle, &new, count, LIMIT);
    cases.push((format!("{t}.replace({n}, {}, {count})", literal(&new)), show(replaced, |t| literal(&t))));
}

fn cuts(random: &mut Random, cases: &mut Vec<Case>) {
    let text = random_text(random, 14);
    let separator = (random.below(2) == 0).then(|| random_text(random, 2));
    let max = random.between(-1, 3);
    let t = literal(&text);
    let s = separator.as_ref().map_or("None".into(), literal);
    let separator = separator.as_ref();
    cases.push((format!("{t}.split({s}, {max})"), show(text.split(separator, max), list)));
    cases.push((format!("{t}.rsplit({s}, {max})"), show(text.rsplit(separator, max), list)));
    cases.push((format!("{t}.strip({s})"), literal(&text.strip(separator, Side::Both))));
    cases.push((format!("{t}.lstrip({s})"), literal(&text.strip(separator, Side::Left))));
    cases.push((format!("{t}.rstrip({s})"), literal(&text.strip(separator, Side::Right))));
    cases.push((format!("{t}.splitlines()"), list(text.split_lines(false))));
    cases.push((format!("{t}.splitlines(True)"), list(text.split_lines(true))));
    if let Some(separator) = separator {
        cases
            .push((format!("list({t}.partition({s}))"), show(text.partition(separator), |p| list(p.into()))));
        cases.push((
            format!("list({t}.rpartition({s}))"),
            show(text.rpartition(separator), |p| list(p.into())),
        ));
        let parts: Vec<Text> = (0..random.below(4)).map(|_| random_text(random, 3)).collect();
        let mut joining = Joining::new(separator);
        parts.iter().for_each(|part| joining.measure(part));
        let joined = show(joining.join(parts.iter(), LIMIT), |t| literal(&t));
        cases.push((format!("{s}.join({})", list(parts)), joined));
    }
}

fn layouts(random: &mut Random, cases: &mut Vec<Case>) {
    let text = random_text(random, 8);
    let t = literal(&text);
    let width = random.between(-3, 14);
    let fill = *random.pick(ALPHABET);
    let f = literal(&Text::from_code_point(fill));
    for (method, justify) in
        [("ljust", Justify::Left), ("rjust", Justify::Right), ("center", Justify::Center)]
    {
        let ours = show(text.pad(width, fill, justify, LIMIT), |t| literal(&t));
        cases.push((format!("{t}.{method}({width}, {f})"), ours));
    }
    cases.push((format!("{t}.zfill({width})"), show(text.zero_fill(width, LIMIT), |t| literal(&t))));
    cases.push((format!("{t}.expandtabs({width})"), show(text.expand_tabs(width, LIMIT), |t| literal(&t))));
    cases.push((format!("{t} * {width}"), show(text.repeat(width, LIMIT), |t| literal(&t))));
    let (start, stop, step) = (bound(random), bound(random), bound(random));
    let arguments = format!("{}:{}:{}", python(start), python(stop), python(step));
    let sliced = slice::indices(start, stop, step, text.len());
    let sliced = sliced.map(|found| text.slice(found.start, found.step, found.len()));
    cases.push((format!("{t}[{arguments}]"), show(sliced, |t| literal(&t))));
    let table = |point: u32| match point % 4 {
        0 => Ok(Translation::Keep),
        1 => Ok(Translation::Delete),
        2 => Ok(Translation::Point(0xE9)),
        _ => Ok(Translation::Text(Text::from("xy"))),
    };
    cases.push((format!("{t}.translate(Table())"), show(text.translate(table, LIMIT), |t| literal(&t))));
}

fn plain(random: &mut Random, cases: &mut Vec<Case>) {
    let text = random_text(random, 9);
    let t = literal(&text);
    let mut add = |method: &str, ours: String| cases.push((format!("{t}.{method}()"), ours));
    for (method, ours) in [
        ("upper", text.upper()),
        ("lower", text.lower()),
        ("title", text.title()),
        ("capitalize", text.capitalize()),
        ("swapcase", text.swapcase()),
        ("casefold", text.casefold()),
        ("__repr__", text.repr()),
    ] {
        add(method, literal(&ours));
    }
    for (method, ours) in [
        ("isalpha", text.is_alpha()),
        ("isalnum", text.is_alnum()),
        ("isdecimal", text.is_decimal()),
        ("isdigit", text.is_digit()),
        ("isnumeric", text.is_numeric()),
        ("isspace", text.is_space()),
        ("isupper", text.is_upper()),
        ("islower", text.is_lower()),
        ("istitle", text.is_title()),
        ("isprintable", text.is_printable()),
        ("isidentifier", text.is_identifier()),
        ("isascii", text.is_ascii()),
    ] {
        add(method, truth(ours));
    }
}

#[test]
fn methods_agree() {
    let mut random = Random(1);
    let mut cases = Vec::new();
    for _ in 0..3000 {
        searches(&mut random, &mut cases);
        cuts(&mut random, &mut cases);
        layouts(&mut random, &mut cases);
        plain(&mut random, &mut cases);
    }
    let setup = "
class Table:
    def __getitem__(self, c):
        if c % 4 == 0: raise LookupError
        return [None, 0xe9, 'xy'][c % 4 - 1]
";
    oracle::compare(setup, cases);
}

const ENCODINGS: &[&str] = &[
    "utf-8",
    "utf-8-sig",
    "ascii",
    "latin-1",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
];

const HANDLERS: &[&str] = &[
    "strict",
    "ignore",
    "replace",
    "backslashreplace",
    "surrogateescape",
    "surrogatepass",
    "xmlcharrefreplace",
    "namereplace",
];

/// Bytes that are nearly right in one of the encodings.
fn random_bytes(random: &mut Random) -> Vec<u8> {
    let encoding = Encoding::from_name(random.pick::<&str>(ENCODINGS)).expect("known");
    let text = random_text(random, 6);
    let mut bytes = codec::encode(&text, encoding, Handler::SurrogatePass).unwrap_or_default();
    for _ in 0..random.below(3) {
        let at = random.below(bytes.len() as u64 + 1) as usize;
        let byte = *random
            .pick(&[0x00, 0x41, 0x80, 0xBF, 0xC1, 0xC3, 0xD8, 0xDC, 0xE2, 0xED, 0xA0, 0xF0, 0xF5, 0xFF]);
        match bytes.get_mut(at) {
            Some(old) if random.below(2) == 0 => *old = byte,
            _ => bytes.insert(at, byte),
        }
    }
    bytes.truncate(random.below(24) as usize);
    bytes
}

#[test]
fn codecs_agree() {
    let mut random = Random(2);
    let mut cases = Vec::new();
    for _ in 0..40_000 {
        let (name, handler) = (*random.pick(ENCODINGS), *random.pick(HANDLERS));
        let encoding = Encoding::from_name(name).expect("known");
        let errors = Handler::from_name(handler).expect("known");
        let text = random_text(&mut random, 6);
        let encoded = codec::encode(&text, encoding, errors);
        let call = format!("list({}.encode({name:?}, {handler:?}))", literal(&text));
        cases.push((call, show(encoded, |bytes| format!("{bytes:?}"))));
        let bytes = random_bytes(&mut random);
        let decoded = codec::decode(&bytes, encoding, errors);
        let call = format!("bytes({bytes:?}).decode({name:?}, {handler:?})");
        cases.push((call, show(decoded, |text| literal(&text))));
    }
    oracle::compare("", cases);
}

#[test]
fn names_of_escapes_agree() {
    let names = [
        "LINE FEED",
        "NULL",
        "BELL",
        "latin small letter a",
        "LATIN-SMALL-LETTER-A",
        "LATIN SMALL LETTERA",
        "CJK UNIFIED IDEOGRAPH-4E00",
        "HANGUL SYLLABLE GAG",
        "HANGUL JUNGSEONG O-E",
        "TIBETAN LETTER -A",
        "TIBETAN LETTER A",
        "NBSP",
        "ZWJ",
        "no such name",
        "",
        "GARAY DIGIT ZERO",
        "KEYCAP NUMBER SIGN",
        "CJK UNIFIED IDEOGRAPH-4e00",
        "Nel",
        "WEIERSTRASS ELLIPTIC FUNCTION",
        "LF",
        "BOM",
        "VARIATION SELECTOR-17",
        "VS17",
        "control-0001",
        "LATIN SMALL LETTER GHA",
        "\u{e9}",
        "hangul syllable",
    ];
    let cases = names.iter().map(|name| {
        let ours = semantics::data::unicode::by_name(name);
        (format!("escape({name:?})"), ours.map_or("None".into(), |c| (c as u32).to_string()))
    });
    let setup = r"
def escape(name):
    try: return ord(eval('\'\\N{' + name + '}\''))
    except SyntaxError: return None
";
    oracle::compare(setup, cases.collect());
}

#[test]
fn long_searches_are_linear() {
    let many = Text::from("a".repeat(200_000).as_str()).concat(&Text::from("\u{e9}"));
    let needle = Text::from("a".repeat(50_000).as_str()).concat(&Text::from("\u{e8}"));
    assert_eq!(many.find(&needle, None, None), None);
    assert_eq!(many.rfind(&needle, None, None), None);
    let last = Text::from("a".repeat(50_000).as_str()).concat(&Text::from("\u{e9}"));
    assert_eq!(many.find(&last, None, None), Some(150_000));
    assert_eq!(many.rfind(&last, None, None), Some(150_000));
}

#[test]
fn huge_results_are_refused() {
    let text = Text::from("ab");
    assert!(text.repeat(i64::MAX, LIMIT).is_err());
    assert!(text.pad(i64::MAX, 0x20, Justify::Left, LIMIT).is_err());
    assert!(text.zero_fill(i64::MAX, LIMIT).is_err());
    assert!(Text::from("\t").expand_tabs(i64::MAX, LIMIT).is_err());
    assert!(Text::empty().repeat(i64::MAX, LIMIT).is_ok_and(|text| text.is_empty()));
}

#[test]
fn escapes_agree() {
    const PIECES: &[&[u8]] = &[
        b"\\",
        b"\\x",
        b"\\u",
        b"\\U",
        b"\\N",
        b"{",
        b"}",
        b"BULLET",
        b"4",
        b"00",
        b"0001",
        b"f6",
        b"\xe9",
        b"\n",
        b"\\n",
        b"\\1",
        b"8",
        b"g",
        b"\\N{BULLET}",
        b"d800",
        b"\\a",
        b"'",
    ];
    let mut random = Random(17);
    let mut cases = Vec::new();
    for _ in 0..20_000 {
        let name = *random.pick(&["unicode_escape", "raw-unicode-escape"]);
        let handler = *random.pick(HANDLERS);
        let encoding = Encoding::from_name(name).expect("known");
        let errors = Handler::from_name(handler).expect("known");
        let bytes: Vec<u8> =
            (0..random.below(6)).flat_map(|_| random.pick::<&[u8]>(PIECES).to_vec()).collect();
        let decoded = codec::decode(&bytes, encoding, errors);
        let call = format!("bytes({bytes:?}).decode({name:?}, {handler:?})");
        cases.push((call, show(decoded, |text| literal(&text))));
        let text = random_text(&mut random, 6);
        let encoded = codec::encode(&text, encoding, errors);
        cases.push((
            format!("list({}.encode({name:?}))", literal(&text)),
            show(encoded, |bytes| format!("{bytes:?}")),
        ));
    }
    oracle::compare("", cases);
}

#[test]
fn names_of_encodings_agree() {
    let names = [
        "UTF-8",
        "utf8",
        "U8",
        "utf 8",
        "utf--8",
        "Latin-1",
        "latin1",
        "ISO-8859-1",
        "iso8859_1",
        "L1",
        "US-ASCII",
        "ascii",
        "646",
        "utf-16le",
        "UTF_16_BE",
        "utf-32",
        "utf-8-sig",
        "utf8-sig",
        "utf_8_sig",
        "no such",
        "",
        "cp819",
        "unicode-escape",
        "ansi_x3.4-1968",
        "utf-8 ",
        "_utf-8",
    ];
    let text = Text::from("a");
    let cases = names.iter().map(|name| {
        let encoded =
            Encoding::from_name(name).and_then(|encoding| codec::encode(&text, encoding, Handler::Strict));
        (format!("list('a'.encode({name:?}))"), show(encoded, |bytes| format!("{bytes:?}")))
    });
    oracle::compare("", cases.collect());
}
