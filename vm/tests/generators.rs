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
