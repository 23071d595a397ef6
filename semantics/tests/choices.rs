//! Choices by place, against what is obvious: all sequences of places, in order, that are a choice of the kind.

use semantics::data::choices::{next_combination, next_multiset, next_of_product, next_permutation};

/// All sequences of so many places below `size`, in ascending order.
fn sequences(size: usize, count: usize) -> Vec<Vec<u32>> {
    let mut all = vec![Vec::new()];
    for _ in 0..count {
        let longer = |start: &Vec<u32>| -> Vec<Vec<u32>> {
            (0..size as u32).map(|next| [start.as_slice(), &[next]].concat()).collect()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// What stepping gives, from the first choice on.
fn stepped(first: Vec<u32>, count: usize, next: impl Fn(&mut [u32]) -> bool) -> Vec<Vec<u32>> {
    let mut places = first;
    let mut all = vec![places[..count].to_vec()];
    while next(&mut places) {
        all.push(places[..count].to_vec());
    }
    all
}

fn ascending(size: usize) -> Vec<u32> {
    (0..size as u32).collect()
}

#[test]
fn a_product_goes_through_all_sequences() {
    for (size, count) in [(1, 0), (1, 3), (2, 4), (4, 3)] {
        let all = stepped(vec![0; count], count, |places| next_of_product(places, |_| size));
        assert_eq!(all, sequences(size, count));
    }
}

#[test]
fn combinations_are_the_sequences_that_rise() {
    for (size, count) in [(0, 0), (3, 0), (1, 1), (5, 3), (6, 6), (7, 2)] {
        let all = stepped(ascending(count), count, |places| next_combination(places, size));
        let rises = |places: &Vec<u32>| places.is_sorted_by(|a, b| a < b);
        assert_eq!(all, sequences(size, count).into_iter().filter(rises).collect::<Vec<_>>());
    }
}

#[test]
fn multisets_are_the_sequences_that_do_not_fall() {
    for (size, count) in [(1, 0), (1, 4), (4, 3), (3, 5)] {
        let all = stepped(vec![0; count], count, |places| next_multiset(places, size));
        let keeps = |places: &Vec<u32>| places.is_sorted();
        assert_eq!(all, sequences(size, count).into_iter().filter(keeps).collect::<Vec<_>>());
    }
}

#[test]
fn permutations_are_the_sequences_without_repetition() {
    for (size, count) in [(0, 0), (3, 0), (4, 1), (4, 2), (5, 5), (6, 3)] {
        let all = stepped(ascending(size), count, |order| next_permutation(order, count));
        let is_free_of_repetition =
            |places: &Vec<u32>| (0..places.len()).all(|at| !places[..at].contains(&places[at]));
        assert_eq!(all, sequences(size, count).into_iter().filter(is_free_of_repetition).collect::<Vec<_>>());
    }
}
