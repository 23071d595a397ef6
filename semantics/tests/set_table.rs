//! The iteration order of sets of ints after random operations, compared with CPython 3.13.

mod oracle;

use oracle::{Case, Random};
use semantics::data::int::Int;
use semantics::data::set_table::SetTable;

fn hash(number: i64) -> i64 {
    Int::from(number).hash()
}

fn is_equal(a: &i64, b: &i64) -> bool {
    a == b
}

fn show(table: &SetTable<i64>) -> String {
    format!("{:?}", table.keys().collect::<Vec<_>>())
}

/// Numbers that collide often, and numbers that don't.
fn random_number(random: &mut Random, spread: u64) -> i64 {
    match spread {
        0 => random.between(-20, 20),
        1 => random.between(-8, 8) << random.below(12),
        2 => random.between(-300, 300),
        _ => random.next() as i64,
    }
}

/// One program on sets `a` and `b`, as Python source and done here.
struct Program {
    source: Vec<String>,
    a: SetTable<i64>,
    b: SetTable<i64>,
}

impl Program {
    fn step(&mut self, random: &mut Random, spread: u64) {
        let number = random_number(random, spread);
        let (a, b) = (&mut self.a, &mut self.b);
        let source = match random.below(32) {
            0..=11 => {
                a.add(hash(number), number, is_equal);
                format!("a.add({number})")
            }
            12..=17 => {
                b.add(hash(number), number, is_equal);
                format!("b.add({number})")
            }
            18..=20 => {
                a.discard(hash(number), &number, is_equal);
                format!("a.discard({number})")
            }
            21 => {
                a.pop();
                "a and a.pop()".into()
            }
            22 => {
                a.update(b, is_equal);
                "a |= b".into()
            }
            23 => {
                *a = a.intersection(b, is_equal);
                "a = a & b".into()
            }
            24 if random.below(2) == 0 => {
                a.replace(a.intersection(b, is_equal));
                "a &= b".into()
            }
            24 => {
                *a = a.difference(b, is_equal);
                "a = a - b".into()
            }
            25 => {
                a.difference_update(b, is_equal);
                "a -= b".into()
            }
            26 => {
                *b = a.symmetric_difference(b, is_equal);
                "b = a ^ b".into()
            }
            27 => {
                a.symmetric_difference_update(b, is_equal);
                "a ^= b".into()
            }
            28 => {
                std::mem::swap(a, b);
                "a, b = b, a".into()
            }
            29 => {
                *b = a.copy();
                "b = set(a)".into()
            }
            30 if random.below(4) == 0 => {
                a.clear();
                "a.clear()".into()
            }
            _ => {
                let mut union = a.copy();
                union.update(b, is_equal);
                *a = union;
                "a = a | b".into()
            }
        };
        self.source.push(source);
    }
}

#[test]
fn order_agrees() {
    let mut random = Random(13);
    let mut cases: Vec<Case> = Vec::new();
    for round in 0..3000 {
        let mut program = Program { source: Vec::new(), a: SetTable::default(), b: SetTable::default() };
        for _ in 0..random.below(120) {
            program.step(&mut random, round % 4);
        }
        let ours = format!("({}, {})", show(&program.a), show(&program.b));
        cases.push((format!("run({:?})", program.source.join("; ")), ours));
    }
    let setup = "
def run(source):
    scope = dict(a=set(), b=set())
    exec(source, scope)
    return list(scope['a']), list(scope['b'])
";
    oracle::compare(setup, cases);
}

#[test]
fn large_sets_agree() {
    let mut ours = SetTable::default();
    for number in 0..200_000i64 {
        let number = number * number * 7919 % 1_000_003;
        ours.add(hash(number), number, is_equal);
    }
    let sum = ours.keys().enumerate().fold(0i128, |sum, (at, key)| sum + at as i128 * *key as i128);
    let call = "sum(i * k for i, k in enumerate(build()))".to_string();
    let setup = "
def build():
    found = set()
    for n in range(200000): found.add(n * n * 7919 % 1000003)
    return found
";
    oracle::compare(setup, vec![(call, sum.to_string())]);
}
