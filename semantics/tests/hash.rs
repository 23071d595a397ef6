//! Hashes, slices and ranges, compared with CPython 3.13.

mod oracle;

use oracle::{Case, Random, show};
use semantics::data::hash;
use semantics::data::int::Int;
use semantics::data::range::Range;
use semantics::data::slice;
use semantics::data::text::Text;

#[test]
fn hashes_agree() {
    let mut random = Random(14);
    let mut cases: Vec<Case> = Vec::new();
    for _ in 0..5000 {
        let top = *random.pick(&[0x7Fu64, 0xFF, 0xFFFF, 0x10FFFF]);
        let text: Text = (0..random.below(20)).map(|_| random.below(top) as u32).collect();
        let quoted = text.ascii().to_string_lossy().into_owned();
        cases.push((format!("hash({quoted})"), hash::of_text(&text).to_string()));
        let bytes: Vec<u8> = text.code_points().map(|point| point as u8).collect();
        cases.push((format!("hash(bytes({bytes:?}))"), hash::of_bytes(&bytes).to_string()));
        let numbers: Vec<i64> =
            (0..random.below(6)).map(|_| random.next() as i64 >> random.below(64)).collect();
        let hashes: Vec<i64> = numbers.iter().map(|n| Int::from(*n).hash()).collect();
        cases.push((format!("hash(tuple({numbers:?}))"), hash::of_tuple(hashes.iter().copied()).to_string()));
        let mut distinct = numbers.clone();
        distinct.sort();
        distinct.dedup();
        let hashes: Vec<i64> = distinct.iter().map(|n| Int::from(*n).hash()).collect();
        cases.push((
            format!("hash(frozenset({distinct:?}))"),
            hash::of_frozenset(hashes.into_iter()).to_string(),
        ));
        if let [a, b, c, ..] = numbers[..] {
            let of = |n: i64| Int::from(n).hash();
            cases.push((
                format!("hash(slice({a}, {b}, {c}))"),
                hash::of_slice(of(a), of(b), of(c)).to_string(),
            ));
        }
    }
    cases.push(("hash(None)".into(), hash::NONE.to_string()));
    oracle::compare("", cases);
}

fn bound(random: &mut Random) -> Option<Int> {
    match random.below(8) {
        0 | 1 => None,
        2 => Some(Int::from(random.next() as i128 * random.between(-9, 9) as i128)),
        3 => Some(Int::from(i64::MIN)),
        _ => Some(Int::from(random.between(-12, 12))),
    }
}

fn python(bound: &Option<Int>) -> String {
    bound.as_ref().map_or("None".into(), |bound| bound.to_string())
}

#[test]
fn slices_and_ranges_agree() {
    let mut random = Random(15);
    let mut cases: Vec<Case> = Vec::new();
    for _ in 0..8000 {
        let bounds = [bound(&mut random), bound(&mut random), bound(&mut random)];
        let len = random.below(12) as usize;
        let shown = bounds.each_ref().map(python).join(", ");
        let big = bounds.each_ref().map(|bound| bound.as_ref().map(Int::to_big));
        let found = slice::big_indices(big[0].as_ref(), big[1].as_ref(), big[2].as_ref(), &len.into());
        let call = format!("slice({shown}).indices({len})");
        cases.push((call, show(found, |[a, b, c]| format!("({a}, {b}, {c})"))));
        let [start, stop, step] = bounds.each_ref().map(|bound| bound.as_ref().map(Int::to_i64_saturating));
        let found = slice::indices(start, stop, step, len);
        let call = format!("list(range(*slice({shown}).indices({len})))");
        let list = |found: slice::Indices| format!("{:?}", found.positions().collect::<Vec<_>>());
        cases.push((call, show(found, list)));

        let number = |random: &mut Random| bound(random).unwrap_or(Int::from(3));
        let (start, stop, step) = (number(&mut random), number(&mut random), number(&mut random));
        let call = format!("range({start}, {stop}, {step})");
        let Ok(range) = Range::new(start.clone(), stop, step) else {
            cases.push((call, "ValueError: range() arg 3 must not be zero".into()));
            continue;
        };
        cases.push((call.clone(), range.repr()));
        cases.push((format!("hash({call})"), range.hash().to_string()));
        if range.len().to_i64().is_some() {
            cases.push((format!("len({call})"), range.len().to_string()));
        }
        let (index, member) = (number(&mut random), number(&mut random));
        cases.push((format!("{call}[{index}]"), show(range.get(&index), |n| n.to_string())));
        cases.push((format!("{call}.index({member})"), show(range.index(&member), |n| n.to_string())));
        let [a, b, c] = bounds.each_ref().map(Option::as_ref);
        let sliced = show(range.slice(a, b, c), |range| range.repr());
        cases.push((format!("{call}[slice({shown})]"), sliced));
        let reversed = range.reversed();
        if range.len().to_i64().is_some_and(|len| len < 50) {
            let ours = (0..range.len().to_i64().unwrap_or(0)).map(|n| reversed.get(&Int::from(n)));
            let ours: Vec<String> = ours.map(|n| show(n, |n| n.to_string())).collect();
            cases.push((format!("list(reversed({call}))"), format!("[{}]", ours.join(", "))));
        }
        let other = Range::new(start, number(&mut random), number(&mut random));
        if let Ok(other) = other {
            let equal = if range == other { "True" } else { "False" };
            cases.push((format!("{call} == {}", other.repr()), equal.into()));
        }
    }
    oracle::compare("", cases);
}
