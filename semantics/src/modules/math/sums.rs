//! Sums and products of several numbers: `fsum`, `sumprod`, `prod`, `hypot`, `dist`.

use super::integers::is_plain_int;
use super::{plain_items, reals};
use crate::state::{Machine, Outcome, Thrown, Type, Value};
use num_bigint::BigInt;
use num_traits::One;
use spec::ast::Kind;

/// Why a sum has no value.
enum SumError {
    Overflow,
    OppositeInfinities,
}

/// The sum without any loss, rounded once: a list of floats that don't overlap stands for it (Shewchuk, "Adaptive
/// precision floating-point arithmetic", 1997).
#[derive(Default)]
struct ExactSum {
    parts: Vec<f64>,
    infinities: f64,
    /// The sum of all terms that are not finite.
    special: f64,
    has_special: bool,
}

/// `a + b` as the rounded sum and what was lost.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let (large, small) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let sum = large + small;
    (sum, small - (sum - large))
}

impl ExactSum {
    fn add(&mut self, term: f64) -> Result<(), SumError> {
        let mut rest = term;
        let mut kept = 0;
        for index in 0..self.parts.len() {
            let (sum, lost) = two_sum(rest, self.parts[index]);
            if lost != 0.0 {
                self.parts[kept] = lost;
                kept += 1;
            }
            rest = sum;
        }
        self.parts.truncate(kept);
        if rest == 0.0 {
            return Ok(());
        }
        if rest.is_finite() {
            self.parts.push(rest);
            return Ok(());
        }
        if term.is_finite() {
            return Err(SumError::Overflow);
        }
        if term.is_infinite() {
            self.infinities += term;
        }
        self.special += term;
        self.has_special = true;
        self.parts.clear();
        Ok(())
    }

    fn total(&self) -> Result<f64, SumError> {
        if self.has_special {
            return if self.infinities.is_nan() {
                Err(SumError::OppositeInfinities)
            } else {
                Ok(self.special)
            };
        }
        let mut parts = self.parts.iter().rev().copied();
        let Some(mut total) = parts.next() else { return Ok(0.0) };
        let mut lost = 0.0;
        for part in parts.by_ref() {
            (total, lost) = two_sum(total, part);
            if lost != 0.0 {
                break;
            }
        }
        // What is left decides whether half a unit is really half or more.
        if let Some(next) = parts.next()
            && (lost < 0.0) == (next < 0.0)
            && lost != 0.0
        {
            let twice = lost * 2.0;
            let rounded = total + twice;
            if twice == rounded - total {
                total = rounded;
            }
        }
        Ok(total)
    }
}

fn sum_error(m: &mut Machine, error: SumError) -> Thrown {
    match error {
        SumError::Overflow => m.overflow_error("intermediate overflow in fsum"),
        SumError::OppositeInfinities => m.value_error("-inf + inf in fsum"),
    }
}

pub fn fsum(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(items) = plain_items(m, arguments[0]) else { return Ok(Value::NOTHING) };
    let Some(floats) = reals(m, &items)? else { return Ok(Value::NOTHING) };
    let mut sum = ExactSum::default();
    let result = floats.into_iter().try_for_each(|term| sum.add(term)).and_then(|()| sum.total());
    result.map(Value::float).map_err(|error| sum_error(m, error))
}

/// Products of ints are exact; those of floats are summed without loss and rounded once. Other numbers are multiplied
/// and added one by one, in the prelude.
pub fn sumprod(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let (Some(p), Some(q)) = (plain_items(m, arguments[0]), plain_items(m, arguments[1])) else {
        return Ok(Value::NOTHING);
    };
    if p.len() != q.len() {
        return Err(m.value_error("Inputs are not the same length"));
    }
    let all: Vec<Value> = p.iter().chain(&q).copied().collect();
    if all.iter().all(|&value| is_plain_int(m, value)) {
        return sum_of_int_products(m, &p, &q);
    }
    if !all.iter().all(|&value| is_plain_int(m, value) || m.is_exact(value, Type::Float)) {
        return Ok(Value::NOTHING);
    }
    let (Some(p), Some(q)) = (reals(m, &p)?, reals(m, &q)?) else { return Ok(Value::NOTHING) };
    Ok(Value::float(sum_of_products(&p, &q)))
}

fn sum_of_int_products(m: &mut Machine, p: &[Value], q: &[Value]) -> Outcome {
    let mut total = BigInt::ZERO;
    for (&a, &b) in p.iter().zip(q) {
        if let (Some(a), Some(b)) = (m.integer(a), m.integer(b)) {
            total += a.to_big() * b.to_big();
        }
    }
    Ok(m.heap.new_bigint(total))
}

fn sum_of_products(p: &[f64], q: &[f64]) -> f64 {
    let mut sum = ExactSum::default();
    for (&a, &b) in p.iter().zip(q) {
        let product = a * b;
        let lost = a.mul_add(b, -product);
        if !product.is_finite() || sum.add(product).and_then(|()| sum.add(lost)).is_err() {
            return p.iter().zip(q).fold(0.0, |sum, (a, b)| sum + a * b);
        }
    }
    sum.total().unwrap_or(f64::NAN)
}

pub fn prod(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(items) = plain_items(m, arguments[0]) else { return Ok(Value::NOTHING) };
    let start = arguments[1].present().unwrap_or(Value::small(1));
    let factors: Vec<Value> = std::iter::once(start).chain(items).collect();
    if factors.iter().all(|&value| is_plain_int(m, value)) {
        return product_of_ints(m, &factors);
    }
    let mut product = start;
    for &factor in &factors[1..] {
        let (Some(a), Some(b)) = (m.exact_number(product), m.exact_number(factor)) else {
            return Ok(Value::NOTHING);
        };
        product = m.number_operation(Kind::Mult, a, b)?;
    }
    Ok(if m.exact_number(product).is_some() { product } else { Value::NOTHING })
}

fn product_of_ints(m: &mut Machine, factors: &[Value]) -> Outcome {
    let bigs: Vec<BigInt> =
        factors.iter().filter_map(|&value| m.integer(value)).map(|int| int.to_big()).collect();
    super::integers::allow_bits(m, bigs.iter().map(|big| big.bits() as f64).sum())?;
    Ok(m.heap.new_bigint(product_by_halves(&bigs)))
}

fn product_by_halves(factors: &[BigInt]) -> BigInt {
    match factors {
        [] => BigInt::one(),
        [only] => only.clone(),
        _ => {
            let (left, right) = factors.split_at(factors.len() / 2);
            product_by_halves(left) * product_by_halves(right)
        }
    }
}

pub fn hypot(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let coordinates = m.tuple_items(arguments[0]).to_vec();
    Ok(reals(m, &coordinates)?.map_or(Value::NOTHING, |coordinates| Value::float(length(coordinates))))
}

pub fn dist(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let (Some(p), Some(q)) = (plain_items(m, arguments[0]), plain_items(m, arguments[1])) else {
        return Ok(Value::NOTHING);
    };
    if p.len() != q.len() {
        return Err(m.value_error("both points must have the same number of dimensions"));
    }
    let (Some(p), Some(q)) = (reals(m, &p)?, reals(m, &q)?) else { return Ok(Value::NOTHING) };
    Ok(Value::float(length(p.iter().zip(&q).map(|(a, b)| a - b).collect())))
}

/// The root of the sum of squares, computed with twice the precision and scaled so that no square overflows.
fn length(mut coordinates: Vec<f64>) -> f64 {
    coordinates.iter_mut().for_each(|x| *x = x.abs());
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let largest = coordinates.iter().copied().fold(0.0, f64::max);
    if largest == 0.0 || coordinates.len() == 1 {
        return largest;
    }
    let (_, exponent) = libm::frexp(largest);
    let mut squares = ExactSum::default();
    for x in coordinates {
        let x = libm::ldexp(x, -exponent);
        let square = x * x;
        // Squares of numbers of at most 1 can't overflow.
        let _ = squares.add(square).and_then(|()| squares.add(x.mul_add(x, -square)));
    }
    let total = squares.total().unwrap_or(0.0);
    let root = total.sqrt();
    // One step of Newton's method on the exact sum.
    let square = root * root;
    let _ = squares.add(-square).and_then(|()| squares.add(-root.mul_add(root, -square)));
    let correction = squares.total().unwrap_or(0.0) / (2.0 * root);
    libm::ldexp(root + correction, exponent)
}
