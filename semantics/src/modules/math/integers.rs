//! The functions of `math` on ints of any size.

use crate::data::int::{Int, work};
use crate::state::{Machine, Outcome, Thrown, Type, Value};
use num_bigint::BigInt;
use num_traits::{One, ToPrimitive};

/// The greatest count that CPython takes.
const MOST: i64 = i64::MAX;

/// The int that an argument is; `None` if it has to be asked for `__index__` (which refuses what is no int).
fn index(m: &Machine, value: Value) -> Option<Int> {
    m.is_integer(value).then(|| m.integer(value)).flatten()
}

/// Makes sure that a number of about so many bits may be multiplied together.
pub(super) fn allow_bits(m: &mut Machine, bits: f64) -> Result<(), Thrown> {
    m.spend(work::of_product(bits))?;
    m.allow((bits / 8.0).min(usize::MAX as f64 / 4.0) as usize)
}

/// The product of all ints from `low` to `high`, by halves so that the factors stay of similar size.
fn product_of_range(low: u64, high: u64) -> BigInt {
    if low > high {
        return BigInt::one();
    }
    if high - low < 8 {
        return (low..=high).fold(BigInt::one(), |product, factor| product * factor);
    }
    let middle = low + (high - low) / 2;
    product_of_range(low, middle) * product_of_range(middle + 1, high)
}

pub fn factorial(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(n) = index(m, arguments[0]) else { return Ok(Value::NOTHING) };
    if n.is_negative() {
        return Err(m.value_error("factorial() not defined for negative values"));
    }
    let Some(n) = n.to_i64() else {
        let message = format!("factorial() argument should not exceed {MOST}");
        return Err(m.overflow_error(&message));
    };
    let size = n as f64;
    allow_bits(m, size * size.max(2.0).log2())?;
    Ok(m.heap.new_bigint(product_of_range(2, n as u64)))
}

pub fn isqrt(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(n) = index(m, arguments[0]) else { return Ok(Value::NOTHING) };
    m.spend(n.work_in_full(&n))?;
    let root = m.lift(n.isqrt())?;
    Ok(m.heap.new_integer(root))
}

pub fn gcd(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(ints) = all_indices(m, arguments[0]) else { return Ok(Value::NOTHING) };
    let mut result = Int::ZERO;
    for int in &ints {
        m.spend(result.work_in_full(int))?;
        result = result.gcd(int);
    }
    Ok(m.heap.new_integer(result))
}

pub fn lcm(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(ints) = all_indices(m, arguments[0]) else { return Ok(Value::NOTHING) };
    let mut result = Int::ONE;
    for int in &ints {
        if int.is_zero() {
            return Ok(Value::ZERO);
        }
        allow_bits(m, (result.to_big().bits() + int.to_big().bits()) as f64)?;
        result = result.lcm(int);
    }
    Ok(m.heap.new_integer(result))
}

fn all_indices(m: &Machine, arguments: Value) -> Option<Vec<Int>> {
    m.tuple_items(arguments).iter().map(|&value| index(m, value)).collect()
}

/// `n` and `k` as they must be for [`comb`] and [`perm`].
fn counts(m: &mut Machine, n: Int, k: Int) -> Result<(Int, Int), Thrown> {
    if n.is_negative() {
        return Err(m.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(m.value_error("k must be a non-negative integer"));
    }
    Ok((n, k))
}

pub fn perm(m: &mut Machine, arguments: &[Value]) -> Outcome {
    if arguments[1].is_nothing() || arguments[1].is_none() {
        return factorial(m, arguments);
    }
    let (Some(n), Some(k)) = (index(m, arguments[0]), index(m, arguments[1])) else {
        return Ok(Value::NOTHING);
    };
    let (n, k) = counts(m, n, k)?;
    if n < k {
        return Ok(Value::ZERO);
    }
    let Some(k) = k.to_i64() else {
        let message = format!("k must not exceed {MOST}");
        return Err(m.overflow_error(&message));
    };
    allow_bits(m, n.to_big().bits() as f64 * k as f64)?;
    let result = falling(&n, k as u64);
    Ok(m.heap.new_bigint(result))
}

pub fn comb(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let (Some(n), Some(k)) = (index(m, arguments[0]), index(m, arguments[1])) else {
        return Ok(Value::NOTHING);
    };
    let (n, k) = counts(m, n, k)?;
    if n < k {
        return Ok(Value::ZERO);
    }
    let other = Int::from(n.to_big() - k.to_big());
    let Some(k) = k.min(other).to_i64() else {
        let message = format!("min(n - k, k) must not exceed {MOST}");
        return Err(m.overflow_error(&message));
    };
    allow_bits(m, n.to_big().bits() as f64 * k as f64)?;
    let result = falling(&n, k as u64) / product_of_range(2, k as u64);
    Ok(m.heap.new_bigint(result))
}

/// `n * (n - 1) * ...`, with `count` factors.
fn falling(n: &Int, count: u64) -> BigInt {
    let n = n.to_big();
    match n.to_u64() {
        Some(n) => product_of_range(n - count + 1, n),
        None => product_below(&n, 0, count),
    }
}

/// The product of `n - first`, ..., `n - (end - 1)`.
fn product_below(n: &BigInt, first: u64, end: u64) -> BigInt {
    match end - first {
        0 => BigInt::one(),
        1 => n - first,
        count => {
            let middle = first + count / 2;
            product_below(n, first, middle) * product_below(n, middle, end)
        }
    }
}

/// Whether a value is an int that Python code has no say in.
pub fn is_plain_int(m: &Machine, value: Value) -> bool {
    value.is_bool() || m.is_exact(value, Type::Int)
}
