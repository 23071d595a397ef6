//! Choices of items by their places: what comes after one choice, in the order of the places.

/// The next places where each has a size of its own: the last one changes fastest. `false` after the last choice.
pub fn next_of_product(places: &mut [u32], size: impl Fn(usize) -> usize) -> bool {
    for at in (0..places.len()).rev() {
        places[at] += 1;
        if (places[at] as usize) < size(at) {
            return true;
        }
        places[at] = 0;
    }
    false
}

/// The next ascending places below `size`.
pub fn next_combination(places: &mut [u32], size: usize) -> bool {
    let count = places.len();
    let Some(at) = (0..count).rev().find(|&at| (places[at] as usize) < size - count + at) else {
        return false;
    };
    let first = places[at] + 1;
    places[at..].iter_mut().zip(first..).for_each(|(place, next)| *place = next);
    true
}

/// The same where a place may be taken more than once.
pub fn next_multiset(places: &mut [u32], size: usize) -> bool {
    let Some(at) = places.iter().rposition(|&place| (place as usize) + 1 < size) else { return false };
    let next = places[at] + 1;
    places[at..].fill(next);
    true
}

/// The next arrangement. The first `count` of `order` are the places chosen, the others those that are left, in ascending
/// order; `order` begins as `0, 1, 2, ...`.
pub fn next_permutation(order: &mut [u32], count: usize) -> bool {
    for at in (0..count).rev() {
        if at + 1 < count {
            // What is behind `at` has been through all its arrangements and begins anew.
            order[at + 1..].sort_unstable();
        }
        let greater = at + 1 + order[at + 1..].partition_point(|&place| place < order[at]);
        if greater < order.len() {
            order.swap(at, greater);
            return true;
        }
    }
    false
}
