//! Why a number is no literal. The scanner has found the longest literal; here the same characters are read with
//! CPython's eyes, to say where it gives up and what it says.

use super::driver::Driver;
use super::scan::{self, NumberForm};
use crate::error::SyntaxError;

/// Keywords that may follow a number without a space (CPython warns, but reads them).
const MAY_FOLLOW: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
/// Of these CPython looks at the first two letters only.
const MAY_START: [&[u8]; 3] = [b"if", b"in", b"is"];

/// Whether what follows a number lets it end there.
pub(super) fn ends_well(number: &[u8], rest: &[u8]) -> bool {
    let next = rest.first().copied().unwrap_or(0);
    if number == b"0" && matches!(next, b'o' | b'O' | b'x' | b'X' | b'b' | b'B') {
        // The letter belongs to the number, even if it starts `or`.
        return false;
    }
    if next >= 0x80 || !scan::is_name_byte(next) {
        return true;
    }
    let ends = |keyword: &[u8]| !rest.get(keyword.len()).is_some_and(|&byte| scan::is_name_byte(byte));
    MAY_START.iter().any(|keyword| rest.starts_with(keyword))
        || MAY_FOLLOW.iter().any(|keyword| rest.starts_with(keyword) && ends(keyword))
}

/// The error of a text that starts like a number at `start`; the scanner read up to `end`.
pub(super) fn diagnose(driver: &Driver, start: usize, end: usize, form: NumberForm) -> SyntaxError {
    let text = driver.bytes();
    let at = |index: usize| text.get(index).copied().unwrap_or(0);
    if at(start) == b'0' {
        let radix = match at(start + 1) {
            b'x' | b'X' => Some(("hexadecimal", 16)),
            b'o' | b'O' => Some(("octal", 8)),
            b'b' | b'B' => Some(("binary", 2)),
            _ => None,
        };
        if let Some((name, radix)) = radix {
            return diagnose_radix(driver, start + 2, name, radix);
        }
    }
    let next = at(end);
    if next == b'_' && at(end - 1).is_ascii_digit() {
        return driver.error_at(end + 1, "invalid decimal literal");
    }
    if form == NumberForm::LeadingZero {
        return leading_zeros(driver, start);
    }
    let has_exponent = text[start..end].iter().any(|byte| matches!(byte, b'e' | b'E'));
    if !has_exponent && matches!(next, b'e' | b'E') && matches!(at(end + 1), b'+' | b'-') {
        return driver.error_at(end + 2, "invalid decimal literal");
    }
    let kind = if form == NumberForm::Imaginary { "imaginary" } else { "decimal" };
    driver.error_at(end, &format!("invalid {kind} literal"))
}

fn diagnose_radix(driver: &Driver, mut at: usize, name: &str, radix: u32) -> SyntaxError {
    let text = driver.bytes();
    let byte = |index: usize| text.get(index).copied().unwrap_or(0);
    let is_digit = |index: usize| char::from(byte(index)).is_digit(radix);
    loop {
        if byte(at) == b'_' {
            at += 1;
        }
        let start = at;
        while is_digit(at) {
            at += 1;
        }
        if byte(at).is_ascii_digit() {
            let digit = char::from(byte(at));
            return driver.error_at(at + 1, &format!("invalid digit '{digit}' in {name} literal"));
        }
        if at == start || byte(at) != b'_' {
            return driver.error_at(at, &format!("invalid {name} literal"));
        }
    }
}

fn leading_zeros(driver: &Driver, start: usize) -> SyntaxError {
    let digits = &driver.bytes()[start..];
    let zeros = digits.iter().take_while(|&&byte| byte == b'0' || byte == b'_').count();
    driver.error_range(
        start,
        start + zeros,
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
    )
}
