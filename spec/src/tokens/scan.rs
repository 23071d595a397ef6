//! Scanners for single tokens. Each takes the rest of the text and returns what follows its token and the token.

use nom::branch::alt;
use nom::bytes::{take_till, take_while, take_while_m_n, take_while1};
use nom::character::{char, one_of};
use nom::combinator::{opt, recognize, value};
use nom::multi::{many0_count, many1_count};
use nom::{IResult, Parser};

pub(super) type Scan<'a, T = &'a [u8]> = IResult<&'a [u8], T>;

/// One entry a byte: how it takes part in names.
const NAME_BYTE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte >= 0x80 || (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    table
};

#[inline]
pub(super) fn is_name_byte(byte: u8) -> bool {
    NAME_BYTE[byte as usize]
}

/// The bytes of a name; whether its characters belong there is checked afterwards (Language Reference 2.3).
#[inline]
pub(super) fn name(input: &[u8]) -> Scan<'_> {
    take_while1(is_name_byte).parse_complete(input)
}

/// White space between tokens (Language Reference 2.1.9).
#[inline]
pub(super) fn blanks(input: &[u8]) -> Scan<'_> {
    take_while(|byte| byte == b' ' || byte == b'\t' || byte == b'\x0c').parse_complete(input)
}

/// The rest of a line (after `#`).
#[inline]
pub(super) fn line_rest(input: &[u8]) -> Scan<'_> {
    take_till(|byte| byte == b'\n').parse_complete(input)
}

/// What stands in a string before the next byte that matters.
#[inline]
pub(super) fn string_text(input: &[u8], quote: u8) -> Scan<'_> {
    take_till(move |byte| byte == quote || byte == b'\\' || byte == b'\n').parse_complete(input)
}

/// What stands in an f-string before the next byte that matters.
#[inline]
pub(super) fn fstring_text(input: &[u8], quote: u8) -> Scan<'_> {
    take_till(move |byte| byte == quote || matches!(byte, b'\\' | b'\n' | b'{' | b'}')).parse_complete(input)
}

/// What a numeric literal is (Language Reference 2.4.4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NumberForm {
    Hexadecimal,
    Octal,
    Binary,
    Decimal,
    /// A nonzero decimal number with a leading zero, which is no literal.
    LeadingZero,
    /// With a fraction or an exponent.
    Float,
    Imaginary,
}

fn digit_part(input: &[u8]) -> Scan<'_> {
    let digits = || take_while1(|byte: u8| byte.is_ascii_digit());
    let (rest, first) = digits().parse_complete(input)?;
    if rest.first() != Some(&b'_') {
        return Ok((rest, first));
    }
    recognize((digits(), many0_count((char('_'), digits())))).parse_complete(input)
}

fn radix_digits(is_digit: impl Fn(u8) -> bool + Copy) -> impl FnMut(&[u8]) -> Scan<'_> {
    move |input| recognize(many1_count((opt(char('_')), take_while1(is_digit)))).parse_complete(input)
}

fn exponent(input: &[u8]) -> Scan<'_> {
    recognize((one_of("eE"), opt(one_of("+-")), digit_part)).parse_complete(input)
}

fn prefixed(input: &[u8]) -> Scan<'_, NumberForm> {
    let binary = |byte: u8| matches!(byte, b'0' | b'1');
    let octal = |byte: u8| matches!(byte, b'0'..=b'7');
    alt((
        value(NumberForm::Hexadecimal, (one_of("xX"), radix_digits(|byte: u8| byte.is_ascii_hexdigit()))),
        value(NumberForm::Octal, (one_of("oO"), radix_digits(octal))),
        value(NumberForm::Binary, (one_of("bB"), radix_digits(binary))),
    ))
    .parse_complete(input)
}

/// The longest numeric literal at the start of the text.
pub(super) fn number(input: &[u8]) -> Scan<'_, NumberForm> {
    if input[0] == b'0'
        && input.get(1).is_some_and(u8::is_ascii_alphabetic)
        && let Ok(found) = prefixed(&input[1..])
    {
        return Ok(found);
    }
    let (mut rest, mut form) = if input[0] == b'.' {
        (input, NumberForm::Float)
    } else {
        let (rest, digits) = digit_part(input)?;
        let leads = digits[0] == b'0' && digits.iter().any(|byte| matches!(byte, b'1'..=b'9'));
        (rest, if leads { NumberForm::LeadingZero } else { NumberForm::Decimal })
    };
    if let [b'.', after @ ..] = rest {
        form = NumberForm::Float;
        rest = digit_part(after).map_or(after, |(rest, _)| rest);
    }
    if let Ok((after, _)) = exponent(rest) {
        form = NumberForm::Float;
        rest = after;
    }
    if let [b'j' | b'J', after @ ..] = rest {
        form = NumberForm::Imaginary;
        rest = after;
    }
    Ok((rest, form))
}

/// A prefix of a string literal with its quote (Language Reference 2.4.1).
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Prefix {
    pub raw: bool,
    pub formatted: bool,
}

/// The letters before a quote, if they may stand there.
pub(super) fn string_prefix(name: &[u8]) -> Option<Prefix> {
    let (rest, letters) =
        take_while_m_n::<_, _, nom::error::Error<&[u8]>>(1, 2, |byte: u8| b"bBfFrRuU".contains(&byte))
            .parse_complete(name)
            .ok()?;
    let lower = |at: usize| letters.get(at).map(u8::to_ascii_lowercase);
    let (raw, formatted) = match (lower(0)?, lower(1)) {
        _ if !rest.is_empty() => return None,
        (b'b' | b'u', None) => (false, false),
        (b'r', None) | (b'b', Some(b'r')) | (b'r', Some(b'b')) => (true, false),
        (b'f', None) => (false, true),
        (b'f', Some(b'r')) | (b'r', Some(b'f')) => (true, true),
        _ => return None,
    };
    Some(Prefix { raw, formatted })
}

/// The operator or delimiter at the start of the text: the longest one.
#[inline]
pub(super) fn operator(input: &[u8]) -> (super::Tok, usize) {
    use super::Tok::*;
    let second = input.get(1).copied().unwrap_or(0);
    let third = input.get(2).copied().unwrap_or(0);
    match (input[0], second, third) {
        (b'*', b'*', b'=') => (DoubleStarEqual, 3),
        (b'/', b'/', b'=') => (DoubleSlashEqual, 3),
        (b'<', b'<', b'=') => (LeftShiftEqual, 3),
        (b'>', b'>', b'=') => (RightShiftEqual, 3),
        (b'.', b'.', b'.') => (Ellipsis, 3),
        (b'*', b'*', _) => (DoubleStar, 2),
        (b'/', b'/', _) => (DoubleSlash, 2),
        (b'<', b'<', _) => (LeftShift, 2),
        (b'>', b'>', _) => (RightShift, 2),
        (b'=', b'=', _) => (EqualEqual, 2),
        (b'!', b'=', _) | (b'<', b'>', _) => (NotEqual, 2),
        (b'<', b'=', _) => (LessEqual, 2),
        (b'>', b'=', _) => (GreaterEqual, 2),
        (b'-', b'>', _) => (Arrow, 2),
        (b':', b'=', _) => (ColonEqual, 2),
        (b'+', b'=', _) => (PlusEqual, 2),
        (b'-', b'=', _) => (MinusEqual, 2),
        (b'*', b'=', _) => (StarEqual, 2),
        (b'@', b'=', _) => (AtEqual, 2),
        (b'/', b'=', _) => (SlashEqual, 2),
        (b'%', b'=', _) => (PercentEqual, 2),
        (b'&', b'=', _) => (AmpersandEqual, 2),
        (b'|', b'=', _) => (BarEqual, 2),
        (b'^', b'=', _) => (CaretEqual, 2),
        (first, _, _) => (single(first), 1),
    }
}

#[inline]
fn single(byte: u8) -> super::Tok {
    use super::Tok::*;
    match byte {
        b'(' => LeftParen,
        b')' => RightParen,
        b'[' => LeftBracket,
        b']' => RightBracket,
        b'{' => LeftBrace,
        b'}' => RightBrace,
        b',' => Comma,
        b':' => Colon,
        b';' => Semicolon,
        b'.' => Dot,
        b'@' => At,
        b'=' => Equal,
        b'!' => Exclamation,
        b'+' => Plus,
        b'-' => Minus,
        b'*' => Star,
        b'/' => Slash,
        b'%' => Percent,
        b'&' => Ampersand,
        b'|' => Bar,
        b'^' => Caret,
        b'~' => Tilde,
        b'<' => Less,
        b'>' => Greater,
        _ => Unknown,
    }
}
