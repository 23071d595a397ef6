//! The properties of code points that Python's `str` asks for, as in Unicode 15.1 (CPython 3.13).
//!
//! The tables come from crates and from the standard library, which know later versions of Unicode: what those added is
//! filtered out by [`is_assigned`]. Every property is compared with CPython's over all code points in the tests.

use unicode_general_category::{GeneralCategory as Category, get_general_category};

/// What Unicode 16 added to 15.1.
const ADDED_LATER: &[(u32, u32)] = &[
    (0x897, 0x897),
    (0x1B4E, 0x1B4F),
    (0x1B7F, 0x1B7F),
    (0x1C89, 0x1C8A),
    (0x2427, 0x2429),
    (0x31E4, 0x31E5),
    (0xA7CB, 0xA7CD),
    (0xA7DA, 0xA7DC),
    (0x105C0, 0x105F3),
    (0x10D40, 0x10D65),
    (0x10D69, 0x10D85),
    (0x10D8E, 0x10D8F),
    (0x10EC2, 0x10EC4),
    (0x10EFC, 0x10EFC),
    (0x11380, 0x11389),
    (0x1138B, 0x1138B),
    (0x1138E, 0x1138E),
    (0x11390, 0x113B5),
    (0x113B7, 0x113C0),
    (0x113C2, 0x113C2),
    (0x113C5, 0x113C5),
    (0x113C7, 0x113CA),
    (0x113CC, 0x113D5),
    (0x113D7, 0x113D8),
    (0x113E1, 0x113E2),
    (0x116D0, 0x116E3),
    (0x11BC0, 0x11BE1),
    (0x11BF0, 0x11BF9),
    (0x11F5A, 0x11F5A),
    (0x13460, 0x143FA),
    (0x16100, 0x16139),
    (0x16D40, 0x16D79),
    (0x18CFF, 0x18CFF),
    (0x1CC00, 0x1CCF9),
    (0x1CD00, 0x1CEB3),
    (0x1E5D0, 0x1E5FA),
    (0x1E5FF, 0x1E5FF),
    (0x1F8B2, 0x1F8BB),
    (0x1F8C0, 0x1F8C1),
    (0x1FA89, 0x1FA89),
    (0x1FA8F, 0x1FA8F),
    (0x1FABE, 0x1FABE),
    (0x1FAC6, 0x1FAC6),
    (0x1FADC, 0x1FADC),
    (0x1FADF, 0x1FADF),
    (0x1FAE9, 0x1FAE9),
    (0x1FBCB, 0x1FBEF),
];

/// The zeros of the sets of decimal digits; the other nine digits follow each.
const DECIMAL_ZEROS: &[u32] = &[
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50,
    0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066,
    0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950,
    0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC,
    0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950, 0x1FBF0,
];

/// Digits that are not decimal: Numeric_Type=Digit.
const DIGITS: &[(u32, u32)] = &[
    (0xB2, 0xB3),
    (0xB9, 0xB9),
    (0x1369, 0x1371),
    (0x19DA, 0x19DA),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247C),
    (0x2488, 0x2490),
    (0x24EA, 0x24EA),
    (0x24F5, 0x24FD),
    (0x24FF, 0x24FF),
    (0x2776, 0x277E),
    (0x2780, 0x2788),
    (0x278A, 0x2792),
    (0x10A40, 0x10A43),
    (0x10E60, 0x10E68),
    (0x11052, 0x1105A),
    (0x1F100, 0x1F10A),
];

/// Letters with a numeric value: CJK ideographs that write numbers.
const NUMERIC_LETTERS: &[u32] = &[
    0x3405, 0x3483, 0x382A, 0x3B4D, 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E24, 0x4E5D, 0x4E8C, 0x4E94, 0x4E96,
    0x4EAC, 0x4EBF, 0x4EC0, 0x4EDF, 0x4EE8, 0x4F0D, 0x4F70, 0x4FE9, 0x5006, 0x5104, 0x5146, 0x5169, 0x516B,
    0x516D, 0x5341, 0x5343, 0x5344, 0x5345, 0x534C, 0x53C1, 0x53C2, 0x53C3, 0x53C4, 0x56DB, 0x58F1, 0x58F9,
    0x5E7A, 0x5EFE, 0x5EFF, 0x5F0C, 0x5F0D, 0x5F0E, 0x5F10, 0x62D0, 0x62FE, 0x634C, 0x67D2, 0x6D1E, 0x6F06,
    0x7396, 0x767E, 0x7695, 0x79ED, 0x8086, 0x842C, 0x8CAE, 0x8CB3, 0x8D30, 0x920E, 0x94A9, 0x9621, 0x9646,
    0x964C, 0x9678, 0x96F6, 0xF96B, 0xF973, 0xF978, 0xF9B2, 0xF9D1, 0xF9D3, 0xF9FD, 0x20001, 0x20064,
    0x200E2, 0x20121, 0x2092A, 0x20983, 0x2098C, 0x2099C, 0x20AEA, 0x20AFD, 0x20B19, 0x22390, 0x22998,
    0x23B1B, 0x2626D, 0x2F890,
];

/// Punctuation that Word_Break treats as part of a word, and that is therefore Case_Ignorable.
const MEDIAL_PUNCTUATION: &[u32] = &[
    0x27, 0x2E, 0x3A, 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55,
    0xFF07, 0xFF0E, 0xFF1A,
];

fn in_ranges(ranges: &[(u32, u32)], point: u32) -> bool {
    let at = ranges.partition_point(|(_, last)| *last < point);
    ranges.get(at).is_some_and(|(first, _)| *first <= point)
}

/// The character, if the code point is one that Unicode 15.1 has assigned.
fn assigned_char(point: u32) -> Option<char> {
    char::from_u32(point).filter(|_| is_assigned(point))
}

fn category(point: u32) -> Category {
    match char::from_u32(point) {
        None => Category::Surrogate,
        // Unicode 16 changed this one.
        Some('\u{1171E}') => Category::NonspacingMark,
        Some(_) if in_ranges(ADDED_LATER, point) => Category::Unassigned,
        Some(c) => get_general_category(c),
    }
}

/// Whether Unicode 15.1 assigns the code point (surrogates count).
pub fn is_assigned(point: u32) -> bool {
    category(point) != Category::Unassigned
}

/// The two-letter general category, as `unicodedata.category` gives it.
pub fn category_name(point: u32) -> &'static str {
    match category(point) {
        Category::ClosePunctuation => "Pe",
        Category::ConnectorPunctuation => "Pc",
        Category::Control => "Cc",
        Category::CurrencySymbol => "Sc",
        Category::DashPunctuation => "Pd",
        Category::DecimalNumber => "Nd",
        Category::EnclosingMark => "Me",
        Category::FinalPunctuation => "Pf",
        Category::Format => "Cf",
        Category::InitialPunctuation => "Pi",
        Category::LetterNumber => "Nl",
        Category::LineSeparator => "Zl",
        Category::LowercaseLetter => "Ll",
        Category::MathSymbol => "Sm",
        Category::ModifierLetter => "Lm",
        Category::ModifierSymbol => "Sk",
        Category::NonspacingMark => "Mn",
        Category::OpenPunctuation => "Ps",
        Category::OtherLetter => "Lo",
        Category::OtherNumber => "No",
        Category::OtherPunctuation => "Po",
        Category::OtherSymbol => "So",
        Category::ParagraphSeparator => "Zp",
        Category::PrivateUse => "Co",
        Category::SpaceSeparator => "Zs",
        Category::SpacingMark => "Mc",
        Category::Surrogate => "Cs",
        Category::TitlecaseLetter => "Lt",
        Category::UppercaseLetter => "Lu",
        _ => "Cn",
    }
}

/// Whether `str.isalpha` accepts the code point: a letter of any category.
pub fn is_alphabetic(point: u32) -> bool {
    if point < 0x80 {
        return (point as u8).is_ascii_alphabetic();
    }
    use Category::*;
    matches!(
        category(point),
        UppercaseLetter | LowercaseLetter | TitlecaseLetter | ModifierLetter | OtherLetter
    )
}

/// The value of a decimal digit of any script (`str.isdecimal`, `int()`).
#[inline]
pub fn decimal_value(point: u32) -> Option<u32> {
    if point < 0x80 {
        let value = point.wrapping_sub(b'0' as u32);
        return (value < 10).then_some(value);
    }
    other_decimal_value(point)
}

fn other_decimal_value(point: u32) -> Option<u32> {
    let at = DECIMAL_ZEROS.partition_point(|zero| *zero <= point).checked_sub(1)?;
    let value = point - DECIMAL_ZEROS[at];
    (value < 10).then_some(value)
}

/// Whether `str.isdigit` accepts the code point.
pub fn is_digit(point: u32) -> bool {
    decimal_value(point).is_some() || in_ranges(DIGITS, point)
}

/// Whether `str.isnumeric` accepts the code point.
pub fn is_numeric(point: u32) -> bool {
    use Category::*;
    matches!(category(point), DecimalNumber | LetterNumber | OtherNumber)
        || NUMERIC_LETTERS.binary_search(&point).is_ok()
}

/// Whether `str.isalnum` accepts the code point.
pub fn is_alphanumeric(point: u32) -> bool {
    is_alphabetic(point) || is_numeric(point)
}

/// Whether the code point is whitespace for `str`: by its bidirectional type or by category `Zs`.
pub fn is_space(point: u32) -> bool {
    matches!(point, 0x9..=0xD | 0x1C..=0x20 | 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A)
        || matches!(point, 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000)
}

/// Whether the code point ends a line for `str.splitlines`.
pub fn ends_line(point: u32) -> bool {
    matches!(point, 0xA..=0xD | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

/// Whether `repr` shows the code point as it is.
pub fn is_printable(point: u32) -> bool {
    use Category::*;
    match point {
        0x20..=0x7E => true,
        0..0xA0 => false,
        _ => !matches!(
            category(point),
            Control
                | Format
                | Surrogate
                | PrivateUse
                | Unassigned
                | LineSeparator
                | ParagraphSeparator
                | SpaceSeparator
        ),
    }
}

/// Property Lowercase (`str.islower`).
pub fn is_lowercase(point: u32) -> bool {
    if point < 0x80 {
        return (point as u8).is_ascii_lowercase();
    }
    // U+0295 became a letter without case in Unicode 17.
    point == 0x295 || assigned_char(point).is_some_and(char::is_lowercase)
}

/// Property Uppercase (`str.isupper`).
pub fn is_uppercase(point: u32) -> bool {
    if point < 0x80 {
        return (point as u8).is_ascii_uppercase();
    }
    assigned_char(point).is_some_and(char::is_uppercase)
}

/// Category `Lt`: one letter that looks like a capital before a small one.
pub fn is_titlecase(point: u32) -> bool {
    point >= 0x80 && category(point) == Category::TitlecaseLetter
}

/// Whether the code point has a case at all.
pub fn is_cased(point: u32) -> bool {
    is_lowercase(point) || is_uppercase(point) || is_titlecase(point)
}

/// Property Case_Ignorable: looked through when deciding whether a capital sigma ends a word.
pub fn is_case_ignorable(point: u32) -> bool {
    use Category::*;
    matches!(category(point), NonspacingMark | EnclosingMark | Format | ModifierLetter | ModifierSymbol)
        || MEDIAL_PUNCTUATION.binary_search(&point).is_ok()
}

/// Whether an identifier may begin with the code point (Language Reference 2.3; `XID_Start` and `_`).
pub fn starts_identifier(point: u32) -> bool {
    point == b'_' as u32 || assigned_char(point).is_some_and(unicode_ident::is_xid_start)
}

/// Whether an identifier may go on with the code point.
pub fn continues_identifier(point: u32) -> bool {
    assigned_char(point).is_some_and(unicode_ident::is_xid_continue)
}

/// Sends the mapping of `point` to `push`, or `point` itself when Unicode 15.1 knows no mapping.
fn map_case(point: u32, mapping: impl Iterator<Item = char> + Clone, push: &mut dyn FnMut(u32)) {
    if mapping.clone().all(|c| is_assigned(c as u32)) && assigned_char(point).is_some() {
        mapping.for_each(|c| push(c as u32));
    } else {
        push(point);
    }
}

/// Full lowercase mapping, without context.
pub fn to_lower(point: u32, push: &mut dyn FnMut(u32)) {
    match char::from_u32(point) {
        Some('\0'..='\x7F') => push((point as u8).to_ascii_lowercase() as u32),
        Some(c) => map_case(point, c.to_lowercase(), push),
        None => push(point),
    }
}

/// Full uppercase mapping.
pub fn to_upper(point: u32, push: &mut dyn FnMut(u32)) {
    match char::from_u32(point) {
        Some('\0'..='\x7F') => push((point as u8).to_ascii_uppercase() as u32),
        Some(c) => map_case(point, c.to_uppercase(), push),
        None => push(point),
    }
}

/// Full titlecase mapping: as a rule the uppercase mapping with all but its first letter in lower case.
pub fn to_title(point: u32, push: &mut dyn FnMut(u32)) {
    if let Some((first, rest)) = special_title(point) {
        push(first);
        rest.iter().for_each(|p| push(*p));
        return;
    }
    let mut upper = Expansion::default();
    to_upper(point, &mut |p| upper.push(p));
    let (first, rest) = (upper.points[0], &upper.points[1..upper.len]);
    push(first);
    rest.iter().for_each(|p| to_lower(*p, push));
}

/// The few code points whose titlecase is not made from their uppercase.
fn special_title(point: u32) -> Option<(u32, &'static [u32])> {
    const IOTA_BELOW: &[u32] = &[0x345];
    const CIRCUMFLEX_AND_IOTA_BELOW: &[u32] = &[0x342, 0x345];
    Some(match point {
        0x149 => (0x2BC, &[0x4E]),
        0x1C4..=0x1C6 => (0x1C5, &[]),
        0x1C7..=0x1C9 => (0x1C8, &[]),
        0x1CA..=0x1CC => (0x1CB, &[]),
        0x1F1..=0x1F3 => (0x1F2, &[]),
        // Georgian is written in one case, except in all-capitals text.
        0x10D0..=0x10FA | 0x10FD..=0x10FF => (point, &[]),
        0x1F80..=0x1FAF => (point | 8, &[]),
        0x1FB3 | 0x1FC3 | 0x1FF3 => (point + 9, &[]),
        0x1FBC | 0x1FCC | 0x1FFC => (point, &[]),
        0x1FB2 => (0x1FBA, IOTA_BELOW),
        0x1FB4 => (0x386, IOTA_BELOW),
        0x1FC2 => (0x1FCA, IOTA_BELOW),
        0x1FC4 => (0x389, IOTA_BELOW),
        0x1FF2 => (0x1FFA, IOTA_BELOW),
        0x1FF4 => (0x38F, IOTA_BELOW),
        0x1FB7 => (0x391, CIRCUMFLEX_AND_IOTA_BELOW),
        0x1FC7 => (0x397, CIRCUMFLEX_AND_IOTA_BELOW),
        0x1FF7 => (0x3A9, CIRCUMFLEX_AND_IOTA_BELOW),
        _ => return None,
    })
}

/// Full case folding: as a rule the lowercase of the uppercase.
pub fn to_folded(point: u32, push: &mut dyn FnMut(u32)) {
    match point {
        0x131 => push(point),
        0x1E9E => [0x73, 0x73].into_iter().for_each(push),
        // Cherokee's small letters came later, so its letters fold to capitals.
        0x13A0..=0x13F5 => push(point),
        0x13F8..=0x13FD => push(point - 8),
        0xAB70..=0xABBF => push(point - 0xAB70 + 0x13A0),
        _ => {
            let mut upper = Expansion::default();
            to_upper(point, &mut |p| upper.push(p));
            upper.points[..upper.len].iter().for_each(|p| to_lower(*p, push));
        }
    }
}

/// A case mapping gives at most three code points.
#[derive(Default)]
struct Expansion {
    points: [u32; 3],
    len: usize,
}

impl Expansion {
    fn push(&mut self, point: u32) {
        self.points[self.len] = point;
        self.len += 1;
    }
}

/// The name of a character, as `unicodedata.name` gives it; control characters have none.
pub fn name(point: u32) -> Option<String> {
    let c = assigned_char(point)?;
    unicode_names2::name(c).map(|name| name.to_string())
}

/// The character that `\N{name}` stands for (Language Reference 2.4.1.1): names and aliases, in any case.
pub fn by_name(name: &str) -> Option<char> {
    let c = unicode_names2::character(name)?;
    (is_assigned(c as u32) && is_exact(name, c)).then_some(c)
}

/// The crate matches loosely: without spaces and hyphens. What is loosely the name of a character must be the name exactly;
/// anything else is an alias.
fn is_exact(name: &str, c: char) -> bool {
    let squeeze = |name: &str| -> String {
        name.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
    };
    let Some(exact) = unicode_names2::name(c).map(|name| name.to_string()) else { return true };
    // Names that are made by a rule are not known in small letters.
    if exact.starts_with("CJK UNIFIED IDEOGRAPH-") || exact.starts_with("HANGUL SYLLABLE ") {
        return name == exact;
    }
    name.eq_ignore_ascii_case(&exact) || squeeze(name) != squeeze(&exact)
}
