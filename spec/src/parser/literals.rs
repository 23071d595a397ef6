//! Numeric literals (Language Reference 2.4.4 to 2.4.7).

use super::{Parsed, Parser};
use crate::ast::{NodeId, Span};
use crate::constant::ConstantValue;
use num_bigint::BigInt;

/// Longer decimal literals are errors, since converting them takes more than linear time.
const MAX_DIGITS: usize = 4300;

impl Parser<'_> {
    /// The number that the current token spells.
    pub(super) fn number(&mut self) -> Parsed<NodeId> {
        let value = match number_value(self.text(self.token)) {
            Ok(value) => value,
            Err(digits) => return Err(self.too_many_digits(digits)),
        };
        Ok(self.constant(value))
    }

    #[cold]
    fn too_many_digits(&self, digits: usize) -> super::Rejection {
        let message = format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {digits} digits; use \
             sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals \
             to avoid decimal conversion limits."
        );
        let start = self.token.span().start;
        self.error(Span { start, end: self.token.end }, &message)
    }
}

/// The value of a numeric literal, or the number of its digits where they are too many.
pub(crate) fn number_value(text: &str) -> Result<ConstantValue, usize> {
    let stripped;
    let text = if text.contains('_') {
        stripped = text.replace('_', "");
        &stripped
    } else {
        text
    };
    let bytes = text.as_bytes();
    if let [b'0', letter, ..] = bytes {
        let radix = match letter {
            b'x' | b'X' => 16,
            b'o' | b'O' => 8,
            b'b' | b'B' => 2,
            _ => 10,
        };
        if radix != 10 {
            return Ok(ConstantValue::Int(integer(&text[2..], radix)));
        }
    }
    if let Some(number) = text.strip_suffix(['j', 'J']) {
        return Ok(ConstantValue::Imaginary(number.parse().unwrap_or(f64::INFINITY)));
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        if bytes.len() > MAX_DIGITS {
            return Err(bytes.len());
        }
        return Ok(ConstantValue::Int(integer(text, 10)));
    }
    Ok(ConstantValue::Float(text.parse().unwrap_or(f64::INFINITY)))
}

fn integer(digits: &str, radix: u32) -> BigInt {
    match u64::from_str_radix(digits, radix) {
        Ok(small) => BigInt::from(small),
        Err(_) => BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default(),
    }
}
