//! `str.format` and printf-style templates, compared with CPython 3.13.

mod oracle;

use oracle::{Case, Random, show};
use semantics::data::error::Outcome;
use semantics::data::format_spec::Limits;
use semantics::data::format_string::{self, Access, First};
use semantics::data::int::{DEFAULT_MAX_DIGITS, Int};
use semantics::data::percent::{self, Count, Layout};
use semantics::data::text::{Text, TextBuilder};

const LIMITS: Limits = Limits { bytes: 1 << 20, max_digits: DEFAULT_MAX_DIGITS };

fn quoted(text: &Text) -> String {
    text.ascii().to_string_lossy().into_owned()
}

/// The template's pieces as `_string.formatter_parser` gives them, with merged literals.
fn parse(template: &Text) -> Outcome<String> {
    let mut shown = Vec::new();
    for piece in format_string::pieces(template) {
        shown.push(match piece? {
            format_string::Piece::Literal(range) => {
                format!("({}, None, None, None)", quoted(&template.range(range)))
            }
            format_string::Piece::Field(field) => {
                let conversion =
                    field.conversion.map_or("None".into(), |c| quoted(&Text::from_code_point(c)));
                format!(
                    "('', {}, {}, {conversion})",
                    quoted(&template.range(field.name)),
                    quoted(&template.range(field.spec))
                )
            }
        });
    }
    Ok(format!("[{}]", shown.join(", ")))
}

fn split(name: &Text) -> Outcome<String> {
    let (first, rest) = format_string::split_name(name.whole())?;
    let first = match first {
        First::Auto => "''".to_string(),
        First::Position(position) => position.to_string(),
        First::Keyword(text) => quoted(&text),
    };
    let mut shown = Vec::new();
    for access in rest {
        shown.push(match access? {
            Access::Attribute(name) => format!("(True, {})", quoted(&name)),
            Access::Index(index) => format!("(False, {index})"),
            Access::Key(key) => format!("(False, {})", quoted(&key)),
        });
    }
    Ok(format!("({first}, [{}])", shown.join(", ")))
}

const SETUP: &str = "
import _string
def parse(template):
    found = []
    for literal, name, spec, conversion in _string.formatter_parser(template):
        if literal: found.append((literal, None, None, None))
        if name is not None: found.append(('', name, spec, conversion))
    return found
def split(name):
    first, rest = _string.formatter_field_name_split(name)
    return first, list(rest)
";

#[test]
fn format_templates_agree() {
    const PIECES: &[&str] = &[
        "{", "}", "{}", "{a", "!", "r", ":", ">5", "[", "]", ".", "x", "{{", "}}", "0", "\u{e9}", "!r}",
        ":{}}",
    ];
    const NAMES: &[&str] =
        &["a", ".", "[", "]", "0", "12", ".b", "[c]", "[3]", "\u{663}", "99999999999999999999", " "];
    let mut random = Random(10);
    let mut cases: Vec<Case> = Vec::new();
    for _ in 0..20_000 {
        let template: String = (0..random.below(8)).map(|_| *random.pick::<&str>(PIECES)).collect();
        let template = Text::from(template);
        cases.push((format!("parse({})", quoted(&template)), show(parse(&template), |s| s)));
        let name: String = (0..random.below(5)).map(|_| *random.pick::<&str>(NAMES)).collect();
        let name = Text::from(name);
        cases.push((format!("split({})", quoted(&name)), show(split(&name), |s| s)));
    }
    oracle::compare(SETUP, cases);
}

/// Renders a template whose arguments are all the same: 'h\u{e9}llo' for text, 1234.5 for floats, -42 for the rest.
fn render(template: &Text) -> Outcome<Text> {
    let mut result = TextBuilder::default();
    for piece in percent::pieces(template) {
        let conversion = match piece? {
            percent::Piece::Literal(range) => {
                result.push_part(template.part(range));
                continue;
            }
            percent::Piece::Conversion(conversion) => conversion,
        };
        let count = |count: Count| match count {
            Count::Absent => None,
            Count::Given(given) => Some(given as i64),
            Count::Argument => Some(-42),
        };
        let layout =
            Layout::new(conversion.flags, count(conversion.width).unwrap_or(0), count(conversion.precision))?;
        let kind = char::from_u32(conversion.kind).unwrap_or('?');
        let out = &mut result;
        match kind {
            's' | 'r' | 'a' => percent::write_text(&Text::from("-42"), layout, LIMITS, out)?,
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
                percent::write_int(&Int::from(-42), kind as u8, layout, LIMITS, out)?
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                percent::write_float(-42.0, kind as u8, layout, LIMITS, out)?
            }
            'c' => percent::write_character(&Int::from(-42), layout, LIMITS, out)?,
            _ => return Err(conversion.unsupported()),
        }
    }
    Ok(result.finish())
}

#[test]
fn percent_templates_agree() {
    const PIECES: &[&str] = &[
        "%",
        "%d",
        "%5",
        "%-",
        "%+",
        "%#",
        "% ",
        "%0",
        "*",
        ".",
        ".3",
        "3",
        "12",
        "s",
        "r",
        "d",
        "x",
        "X",
        "o",
        "e",
        "g",
        "f",
        "G",
        "c",
        "l",
        "%%",
        "a\u{e9}",
        "(k)",
        "%(k)",
        "(",
        "99999999999",
        "y",
        "u",
        "99999999999999999999",
    ];
    let mut random = Random(11);
    let mut cases: Vec<Case> = Vec::new();
    for _ in 0..60_000 {
        let template: String = (0..random.below(7)).map(|_| *random.pick::<&str>(PIECES)).collect();
        // Widths that CPython would try to allocate are not compared.
        if template.contains("99999") && !template.contains("99999999999999999999") {
            continue;
        }
        let template = Text::from(template);
        let ours = show(render(&template), |text| quoted(&text));
        let key_or_star = |p: &percent::Conversion| {
            (p.key.is_some(), p.width == Count::Argument || p.precision == Count::Argument)
        };
        let conversions: Vec<_> = percent::pieces(&template)
            .filter_map(|piece| match piece {
                Ok(percent::Piece::Conversion(conversion)) => Some(key_or_star(&conversion)),
                _ => None,
            })
            .collect();
        // With a mapping there are no arguments for stars, and without one none for keys.
        if conversions.iter().any(|(key, _)| *key) {
            if conversions.iter().any(|(key, star)| !key || *star) {
                continue;
            }
            cases.push((format!("{} % {{'k': -42}}", quoted(&template)), ours));
        } else if !template.as_str().unwrap_or("(").contains('(') {
            cases.push((format!("fill({})", quoted(&template)), ours));
        }
    }
    let setup = "
def fill(template):
    for count in range(20):
        try: return template % ((-42,) * count)
        except TypeError as error: message = error
    raise message
";
    oracle::compare(setup, cases);
}
