//! What a call of a function takes is found out anew when the function changes.

mod common;

use common::{expect, on_vm_with_little_room};

#[test]
fn a_function_given_other_code() {
    let source = r#"
def f(x): return x
def g(x, y=5): return x + y
def ask(): return f(1)
for i in range(3):
    print(ask())
f.__code__ = (lambda x: x + 10).__code__
print(ask())
f.__code__ = g.__code__
f.__defaults__ = (7,)
print(ask())
"#;
    expect(source, "1 1 1 11 8");
}

#[test]
fn defaults_changed_and_taken_away() {
    let source = r#"
def f(x, y=1, *, z=0): return x + y + z
def ask():
    try:
        return f(1)
    except TypeError:
        return "missing"
for i in range(3):
    print(ask())
f.__defaults__ = (2, 3)
print(ask(), f())
f.__defaults__ = None
print(ask())
f.__kwdefaults__ = None
f.__defaults__ = (1,)
print(ask())
"#;
    expect(source, "2 2 2 4 5 missing missing");
}

#[test]
fn functions_that_come_and_go_in_the_same_place() {
    let source = r#"
def call(f): return f(1)
for i in range(3000):
    if i % 2:
        def f(x): return i + x
    else:
        def f(x, y=i): return x + y
    junk = [[j] for j in range(100)]
    if call(f) != i + 1:
        print("wrong", i)
        break
else:
    print("right")
"#;
    assert_eq!(on_vm_with_little_room(source), "right\n");
}

#[test]
fn too_few_and_too_many_arguments_after_many_good_calls() {
    let source = r#"
def f(x, y): return x + y
def ask(*arguments):
    try:
        return f(*arguments)
    except TypeError:
        return "refused"
for i in range(3):
    print(ask(1, i))
print(ask(1), ask(1, 2, 3), ask(), ask(1, 2))
"#;
    expect(source, "1 2 3 refused refused refused 3");
}

#[test]
fn parameters_that_are_bound_by_name() {
    let source = r#"
def f(a, b=1, *args, c=2, **kw): return [a, b, args, c, kw]
class M:
    def m(self, *, k): return k
    def g(self, *, k): yield k
for i in range(2):
    print(f(1, c=3), f(b=2, a=1), f(1, **{"z": 3}), M().m(k=5), list(M().g(k=6)))
    for bad in (lambda: f(c=1), lambda: f(1, a=2)):
        try: bad()
        except TypeError: print("bad")
"#;
    let once = "[1, 1, (), 3, {}] [1, 2, (), 2, {}] [1, 1, (), 2, {'z': 3}] 5 [6] bad bad";
    expect(source, &format!("{once} {once}"));
}
