//! Choices made by bytes: the same bytes make the same program.

use arbitrary::Unstructured;
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// So many bytes decide a program. When they are used up, each choice is the first of its list, which is the simplest.
const BYTES: usize = 6 << 10;

/// The bytes that a seed stands for.
pub(super) fn bytes(seed: u64) -> Vec<u8> {
    let mut bytes = vec![0; BYTES];
    SplitMix64::seed_from_u64(seed).fill_bytes(&mut bytes);
    bytes
}

/// See the module.
pub(super) struct Dice {
    bytes: Vec<u8>,
    /// How many of them are used up.
    used: usize,
}

impl Dice {
    pub fn new(bytes: Vec<u8>) -> Dice {
        Dice { bytes, used: 0 }
    }

    /// A number below `count`, which is not 0.
    pub fn below(&mut self, count: usize) -> usize {
        let rest = &self.bytes[self.used..];
        let mut source = Unstructured::new(rest);
        // For nearly all lists this takes one byte.
        let number = source.int_in_range(0..=count as u16 - 1).unwrap_or_default();
        self.used += rest.len() - source.len();
        usize::from(number)
    }

    /// Yes, in so many of 16 cases; no, when there are no more bytes.
    pub fn chance(&mut self, sixteenths: usize) -> bool {
        self.below(16) >= 16 - sixteenths.min(15)
    }

    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// The position of one of the weights, each as likely as it is heavy.
    pub fn weighted(&mut self, weights: impl Iterator<Item = usize> + Clone) -> usize {
        let total: usize = weights.clone().sum();
        let mut at = self.below(total.max(1));
        for (position, weight) in weights.enumerate() {
            match at.checked_sub(weight) {
                Some(rest) => at = rest,
                None => return position,
            }
        }
        0
    }
}
