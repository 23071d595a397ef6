//! Frames of generators: compiled frames that leave the stack and come back.

mod common;

use common::{expect, on_vm_with_little_room};

#[test]
fn resumed_after_a_collection_with_all_that_they_hold() {
    let source = r#"
def numbers(n):
    held = [str(i) for i in range(n)]
    for i in range(n):
        text = held[i] + "!"
        junk = [[j] for j in range(300)]
        got = yield text
        assert got == (i,) and text == str(i) + "!" and len(held) == n
g = numbers(300)
total = len(next(g))
for i in range(299):
    junk = [[j] for j in range(300)]
    total += len(g.send((i,)))
print(total)
"#;
    assert_eq!(on_vm_with_little_room(source), "1090\n");
}

#[test]
fn many_suspended_at_once() {
    let source = r#"
def count(start):
    at = [start]
    while True:
        yield at[0]
        junk = [[j] for j in range(100)]
        at = [at[0] + 1]
all = [count(i) for i in range(200)]
total = 0
for step in range(20):
    for g in all:
        total += next(g)
print(total)
"#;
    assert_eq!(on_vm_with_little_room(source), "436000\n");
}

#[test]
fn suspended_in_the_middle_of_an_expression() {
    let source = r#"
def f():
    x = [1, (yield "a") + (yield "b"), *((yield "c"), (yield "d"))]
    print(x)
g = f()
print(next(g))
for value in (10, 20, 30):
    print(g.send(value))
try:
    g.send(40)
except StopIteration:
    print("end")
"#;
    expect(source, "a b c d [1, 30, 30, 40] end");
}

#[test]
fn resumed_from_another_depth() {
    let source = r#"
def f():
    a, b = 1, 2
    while True:
        c = yield a + b
        a, b = b, c
def deep(g, n, value):
    padding = [n] * 3
    if n: return deep(g, n - 1, value) + padding[0] - n
    return g.send(value)
g = f()
next(g)
print(deep(g, 0, 5), deep(g, 50, 6), deep(g, 3, 7))
"#;
    expect(source, "7 11 13");
}

#[test]
fn closed_and_thrown_into_inside_of_try() {
    let source = r#"
def f():
    try:
        while True:
            try:
                yield "running"
            except ValueError as e:
                yield "caught" + str(e)
    finally:
        print("finally")
g = f()
print(next(g))
print(g.throw(ValueError(1)))
print(next(g))
g.close()
try:
    next(g)
except StopIteration:
    print("end")
"#;
    expect(source, "running caught1 running finally end");
}

#[test]
fn delegating_through_several_frames() {
    let source = r#"
def inner(n):
    got = []
    for i in range(n):
        got.append((yield i))
    return got
def middle(n): return (yield from inner(n)), "m"
def outer(n): print(*(yield from middle(n)))
g = outer(3)
print(next(g), g.send("a"), g.send("b"))
try:
    g.send("c")
except StopIteration:
    print("end")
"#;
    expect(source, "0 1 2 ['a', 'b', 'c'] m end");
}

#[test]
fn those_that_wait_are_kept_when_garbage_is_collected() {
    let source = r#"
def tree(depth, held):
    own = [held, depth]
    if depth:
        junk = [[j] for j in range(200)]
        yield from tree(depth - 1, own)
        assert own == [held, depth]
        yield depth
        yield from tree(depth - 1, own)
        assert own == [held, depth]
print(sum(tree(11, None)))
"#;
    assert_eq!(on_vm_with_little_room(source), "4083\n");
}

#[test]
fn those_that_wait_count_as_calls() {
    let source = r#"
import sys
sys.setrecursionlimit(150)
def nest(n, k):
    if n:
        yield from nest(n - 1, k)
    else:
        for i in range(k):
            yield down(0)
def down(n):
    try:
        return down(n + 1)
    except RecursionError:
        return n
a, b, c = list(nest(50, 3)), list(nest(20, 3)), down(0)
print(len(set(a)), len(set(b)), a[0] - b[0], c - a[0])
g = nest(60, 4)
next(g)
def low(n):
    return low(n - 1) if n else next(g)
def outcome(n):
    try:
        return type(low(n)).__name__
    except RecursionError:
        return "deep"
    except StopIteration:
        return "stop"
print(outcome(0), outcome(20), outcome(120), outcome(0))
"#;
    expect(source, "1 1 -30 51 int int deep stop");
}
