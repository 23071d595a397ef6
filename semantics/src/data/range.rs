//! `range` (Library Reference 4.6.6), without bounds on its numbers.

use super::error::{DataError, Outcome};
use super::hash;
use super::int::Int;
use super::slice::{big_indices, count_steps};

/// An arithmetic progression: `range(start, stop, step)`.
#[derive(Clone, Debug)]
pub struct Range {
    start: Int,
    stop: Int,
    step: Int,
    len: Int,
}

impl Range {
    /// `range(start, stop, step)`. `ValueError`: the step is 0.
    pub fn new(start: Int, stop: Int, step: Int) -> Outcome<Range> {
        if step.is_zero() {
            return Err(DataError::value_error("range() arg 3 must not be zero"));
        }
        let len = match (&start, &stop, &step) {
            (Int::Small(start), Int::Small(stop), Int::Small(step)) => small_len(*start, *stop, *step),
            _ => Int::from(count_steps(&start.to_big(), &stop.to_big(), &step.to_big())),
        };
        Ok(Range { start, stop, step, len })
    }

    pub fn start(&self) -> &Int {
        &self.start
    }

    pub fn stop(&self) -> &Int {
        &self.stop
    }

    pub fn step(&self) -> &Int {
        &self.step
    }

    /// How many numbers there are.
    pub fn len(&self) -> &Int {
        &self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len.is_zero()
    }

    /// The number at a position that is there.
    fn at(&self, position: &Int) -> Int {
        self.start.add(&position.mul(&self.step))
    }

    /// `self[index]`. `IndexError`: there is no such number.
    pub fn get(&self, index: &Int) -> Outcome<Int> {
        let position = if index.is_negative() { index.add(&self.len) } else { index.clone() };
        if position.is_negative() || position >= self.len {
            return Err(DataError::index_error("range object index out of range"));
        }
        Ok(self.at(&position))
    }

    /// `self[start:stop:step]`. `ValueError`: the step is 0.
    pub fn slice(&self, start: Option<&Int>, stop: Option<&Int>, step: Option<&Int>) -> Outcome<Range> {
        let [start, stop, step] = [start, stop, step].map(|bound| bound.map(Int::to_big));
        let found = big_indices(start.as_ref(), stop.as_ref(), step.as_ref(), &self.len.to_big())?;
        let [start, stop, step] = found.map(Int::from);
        Range::new(self.at(&start), self.at(&stop), self.step.mul(&step))
    }

    /// The position of a number, if it is in the range.
    pub fn position(&self, number: &Int) -> Option<Int> {
        let (position, rest) = number.sub(&self.start).divmod(&self.step).ok()?;
        (rest.is_zero() && !position.is_negative() && position < self.len).then_some(position)
    }

    /// `number in self`.
    pub fn contains(&self, number: &Int) -> bool {
        self.position(number).is_some()
    }

    /// `self.index(number)`. `ValueError`: it is not in the range.
    pub fn index(&self, number: &Int) -> Outcome<Int> {
        self.position(number).ok_or_else(|| DataError::value_error(format!("{number} is not in range")))
    }

    /// The range in the opposite order, which `reversed(self)` iterates over.
    pub fn reversed(&self) -> Range {
        let last = self.at(&self.len.sub(&Int::ONE));
        let step = self.step.neg();
        Range { stop: self.start.add(&step), start: last, step, len: self.len.clone() }
    }

    /// `hash(self)`: that of a tuple of what matters for equality.
    pub fn hash(&self) -> i64 {
        let start = if self.is_empty() { hash::NONE } else { self.start.hash() };
        let step = if self.len <= Int::ONE { hash::NONE } else { self.step.hash() };
        hash::of_tuple([self.len.hash(), start, step].into_iter())
    }

    /// `repr(self)`.
    pub fn repr(&self) -> String {
        let Range { start, stop, step, .. } = self;
        if *step == Int::ONE {
            format!("range({start}, {stop})")
        } else {
            format!("range({start}, {stop}, {step})")
        }
    }
}

fn small_len(start: i64, stop: i64, step: i64) -> Int {
    let empty = if step > 0 { start >= stop } else { start <= stop };
    if empty {
        return Int::ZERO;
    }
    Int::from(((start.abs_diff(stop) - 1) / step.unsigned_abs()) as i128 + 1)
}

/// Ranges are equal if they have the same numbers in the same order.
impl PartialEq for Range {
    fn eq(&self, other: &Range) -> bool {
        self.len == other.len
            && (self.is_empty()
                || self.start == other.start && (self.len == Int::ONE || self.step == other.step))
    }
}

impl Eq for Range {}
