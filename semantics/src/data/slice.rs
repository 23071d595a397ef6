//! Slices: from `start:stop:step` to positions (Library Reference, `slice.indices`).

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::error::{DataError, Outcome};

/// The bounds of a slice, made to fit a sequence of some length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Indices {
    /// The first position.
    pub start: i64,
    /// Where the slice ends, exclusive; -1 with a negative step means the beginning of the sequence.
    pub stop: i64,
    /// Not 0.
    pub step: i64,
}

impl Indices {
    /// How many positions the slice selects.
    pub fn len(&self) -> usize {
        let (low, high) = if self.step > 0 { (self.start, self.stop) } else { (self.stop, self.start) };
        if low >= high {
            return 0;
        }
        let distance = high.abs_diff(low);
        match self.step {
            1 | -1 => distance as usize,
            _ => ((distance - 1) / self.step.unsigned_abs()) as usize + 1,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The positions in order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.len() as i64).map(move |n| (self.start + n * self.step) as usize)
    }
}

/// `slice(start, stop, step).indices(len)`. An int that doesn't fit 64 bits is given as the nearest that does: it selects
/// the same positions. `ValueError`: the step is 0.
pub fn indices(start: Option<i64>, stop: Option<i64>, step: Option<i64>, len: usize) -> Outcome<Indices> {
    let step = step.unwrap_or(1);
    if step == 0 {
        return Err(DataError::value_error("slice step cannot be zero"));
    }
    // A step of -2**63 has no absolute value in 64 bits, and selects what the next one does.
    let step = step.max(-i64::MAX);
    let len = i64::try_from(len).unwrap_or(i64::MAX);
    let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let fit = |at: i64| if at < 0 { (at.saturating_add(len)).max(low) } else { at.min(high) };
    let start = start.map_or(if step < 0 { high } else { low }, fit);
    let stop = stop.map_or(if step < 0 { low } else { high }, fit);
    Ok(Indices { start, stop, step })
}

/// [`indices`] without a bound on the numbers, for `slice.indices` called with any ints. `ValueError`: the step is 0, or
/// `len` is negative.
pub fn big_indices(
    start: Option<&BigInt>,
    stop: Option<&BigInt>,
    step: Option<&BigInt>,
    len: &BigInt,
) -> Outcome<[BigInt; 3]> {
    let step = step.cloned().unwrap_or_else(BigInt::one);
    if len.is_negative() {
        return Err(DataError::value_error("length should not be negative"));
    }
    if step.is_zero() {
        return Err(DataError::value_error("slice step cannot be zero"));
    }
    let backwards = step.is_negative();
    let (low, high) = if backwards { (-BigInt::one(), len - 1) } else { (BigInt::zero(), len.clone()) };
    let fit = |at: &BigInt| {
        if at.is_negative() { (at + len).max(low.clone()) } else { at.clone().min(high.clone()) }
    };
    let (first, last) = if backwards { (&high, &low) } else { (&low, &high) };
    let start = start.map_or_else(|| first.clone(), fit);
    let stop = stop.map_or_else(|| last.clone(), fit);
    Ok([start, stop, step])
}

/// The units at `count` positions from `start` on, `step` apart. Positions outside are left out.
pub fn pick<T: Copy>(units: &[T], start: i64, step: i64, count: usize) -> Vec<T> {
    let first = usize::try_from(start).unwrap_or(usize::MAX);
    if step == 1
        && let Some(units) = first.checked_add(count).and_then(|end| units.get(first..end))
    {
        return units.to_vec();
    }
    if step == -1
        && let Some(units) = first.checked_add(1).and_then(|end| units.get(end.checked_sub(count)?..end))
    {
        return units.iter().rev().copied().collect();
    }
    let position = |n: usize| usize::try_from((n as i64).checked_mul(step)?.checked_add(start)?).ok();
    (0..count.min(units.len())).filter_map(|n| units.get(position(n)?).copied()).collect()
}

/// How many numbers `range(start, stop, step)` has; the step is not 0.
pub(super) fn count_steps(start: &BigInt, stop: &BigInt, step: &BigInt) -> BigInt {
    let distance = if step.is_negative() { start - stop } else { stop - start };
    if distance.is_positive() {
        (distance - BigInt::one()).div_floor(&step.abs()) + BigInt::one()
    } else {
        BigInt::zero()
    }
}
