//! Hashes of the built-in types that are not numbers. All agree with CPython's; those of strings and bytes with what it
//! computes when `PYTHONHASHSEED` is 0.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use super::text::{Text, Units};

/// The hash of `None`.
pub const NONE: i64 = 0xFCA8_6420;

const PRIME_1: u64 = 11400714785074694791;
const PRIME_2: u64 = 14029467366897019727;
const PRIME_5: u64 = 2870177450012600261;

/// A hash is never -1, which stands for an error in CPython's interface.
fn avoid(hash: u64, unwanted: i64, instead: i64) -> i64 {
    if hash as i64 == unwanted { instead } else { hash as i64 }
}

/// The hash of a sequence of bytes.
pub fn of_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    avoid(hasher.finish(), -1, -2)
}

/// The hash of a string: that of its code points in one, two or four bytes each, as the largest of them needs.
pub fn of_text(text: &Text) -> i64 {
    let points = match text.units() {
        Units::Narrow(bytes) => return of_bytes(bytes),
        Units::Wide(points) => points,
    };
    match points.iter().max() {
        Some(0..=0xFF) => of_bytes(&points.iter().map(|point| *point as u8).collect::<Vec<_>>()),
        Some(0..=0xFFFF) => {
            of_bytes(&points.iter().flat_map(|p| (*p as u16).to_le_bytes()).collect::<Vec<_>>())
        }
        _ => of_bytes(&points.iter().flat_map(|point| point.to_le_bytes()).collect::<Vec<_>>()),
    }
}

fn mix(hashes: impl Iterator<Item = i64>) -> u64 {
    hashes.fold(PRIME_5, |sum, hash| {
        sum.wrapping_add((hash as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
    })
}

/// The hash of a tuple of items with these hashes.
pub fn of_tuple(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let len = hashes.len() as u64;
    avoid(mix(hashes).wrapping_add(len ^ PRIME_5 ^ 3527539), -1, 1546275796)
}

/// The hash of a slice whose start, stop and step have these hashes.
pub fn of_slice(start: i64, stop: i64, step: i64) -> i64 {
    avoid(mix([start, stop, step].into_iter()), -1, 1546275796)
}

/// The hash of a frozenset of items with these hashes, whatever their order.
pub fn of_frozenset(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let len = hashes.len() as u64;
    // Spreads the bits, so that close hashes don't cancel out.
    let shuffle = |hash: i64| {
        let hash = hash as u64;
        ((hash ^ 89869747) ^ (hash << 16)).wrapping_mul(3644798167)
    };
    let mut hash = hashes.fold(0, |sum, hash| sum ^ shuffle(hash));
    hash ^= len.wrapping_add(1).wrapping_mul(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    avoid(hash.wrapping_mul(69069).wrapping_add(907133923), -1, 590923713)
}
