//! Division of big ints.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

/// The quotient, rounded down, and the remainder, which has the sign of the divisor.
pub(super) fn floored(a: &BigInt, b: &BigInt) -> (BigInt, BigInt) {
    let Some((quotient, remainder)) = short_division(a.magnitude(), b.magnitude()) else {
        return a.div_mod_floor(b);
    };
    let quotient = BigInt::from(quotient);
    let remainder = BigInt::from_biguint(Sign::Plus, remainder);
    match (a.sign() == Sign::Minus, b.sign() == Sign::Minus) {
        (false, false) => (quotient, remainder),
        (true, true) => (quotient, -remainder),
        _ if remainder.is_zero() => (-quotient, remainder),
        // Rounding down goes away from zero where the signs differ.
        (true, false) => (-quotient - 1, b - remainder),
        (false, true) => (-quotient - 1, remainder + b),
    }
}

/// Quotient and remainder, if the quotient is short: then it is guessed from the leading bits and put right, which takes
/// one multiplication by a word instead of a long division.
fn short_division(a: &BigUint, b: &BigUint) -> Option<(u64, BigUint)> {
    const GUESSED: u64 = 62;
    let cut = b.bits().checked_sub(64)?;
    if a.bits() > b.bits() + GUESSED {
        return None;
    }
    let (leading_a, leading_b) = ((a >> cut).to_u128()?, (b >> cut).to_u128()?);
    // Never too small, and too large by two at most: what was cut off of `b` is less than one in 2**63.
    let mut quotient = (leading_a / leading_b) as u64;
    let mut product = b * quotient;
    while product > *a {
        quotient -= 1;
        product -= b;
    }
    Some((quotient, a - product))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quickcheck::quickcheck;

    fn number(words: &[u32], is_negative: bool) -> BigInt {
        let sign = if is_negative { Sign::Minus } else { Sign::Plus };
        BigInt::from_biguint(sign, BigUint::from_slice(words))
    }

    quickcheck! {
        fn short_quotients_are_those_of_a_long_division(b: Vec<u32>, factor: u64, rest: Vec<u32>, signs: (bool, bool)) -> bool {
            let b = number(&b, signs.1);
            if b.is_zero() {
                return true;
            }
            let near = number(&rest, false) % BigInt::from(b.magnitude().clone());
            let a = &b * BigInt::from(factor) + near;
            let a = if signs.0 { -a } else { a };
            floored(&a, &b) == a.div_mod_floor(&b)
        }
    }

    #[test]
    fn guesses_at_the_borders_are_put_right() {
        for bits in [64u32, 65, 128, 1000] {
            let power = BigInt::from(1) << bits;
            for b in [&power - 1, power.clone(), &power + 1] {
                for factor in [1u64, 2, 3, (1 << 62) - 1, 1 << 62, u64::MAX] {
                    for delta in [-1i64, 0, 1] {
                        let a = &b * factor + delta;
                        assert_eq!(floored(&a, &b), a.div_mod_floor(&b), "{a} and {b}");
                    }
                }
            }
        }
    }
}
