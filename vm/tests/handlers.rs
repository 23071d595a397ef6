//! Exception tables: which handler takes what.

mod common;

use common::expect;

#[test]
fn the_innermost_handler_goes_first() {
    let source = r#"
def f(kind):
    try:
        try:
            raise kind()
        except ValueError:
            return "inner"
    except (ValueError, KeyError):
        return "outer"
print(f(ValueError), f(KeyError))
"#;
    expect(source, "inner outer");
}

#[test]
fn a_handler_does_not_protect_itself() {
    let source = r#"
def f():
    try:
        raise ValueError
    except ValueError:
        raise ValueError("again")
try:
    f()
except ValueError as e:
    print(e)
"#;
    expect(source, "again");
}

#[test]
fn an_else_suite_is_not_protected() {
    let source = r#"
def f():
    try:
        pass
    except ValueError:
        return "handler"
    else:
        raise ValueError
    finally:
        print("finally")
try:
    print(f())
except ValueError:
    print("outside")
"#;
    expect(source, "finally outside");
}

#[test]
fn finally_on_each_way_out_of_a_loop() {
    let source = r#"
def f(way):
    for i in range(2):
        try:
            if way == 0: break
            if way == 1: continue
            if way == 2: return "returned"
            if way == 3: raise KeyError
        except KeyError:
            return "handled"
        finally:
            print(way)
    return "end"
for way in range(5): print(f(way))
"#;
    expect(source, "0 end 1 1 end 2 returned 3 handled 4 4 end");
}

#[test]
fn a_finally_that_returns_swallows() {
    let source = r#"
def f():
    while True:
        try:
            try:
                raise ValueError
            finally:
                break
        finally:
            print("outer")
    return "swallowed"
print(f())
"#;
    expect(source, "outer swallowed");
}

#[test]
fn handlers_nested_deeply() {
    let depth = 15;
    let mut source = String::from("def f(n):\n");
    for level in 0..depth {
        source += &format!("{}try:\n", "    ".repeat(level + 1));
    }
    source += &format!("{}raise IndexError(n)\n", "    ".repeat(depth + 1));
    for level in (0..depth).rev() {
        let indent = "    ".repeat(level + 1);
        source += &format!("{indent}except IndexError as e:\n{indent}    if e.args[0] <= {level}: raise\n");
        source += &format!("{indent}    return {level}\n");
    }
    source += "for n in range(1, 15): print(f(n))\nprint(f(99))\ntry:\n    f(0)\nexcept IndexError:\n    print('none')\n";
    let wanted: String = (0..14).map(|level| format!("{level} ")).collect();
    let wanted = wanted + "14 none";
    common::expect(&source, &wanted);
}

#[test]
fn the_variables_of_a_frame_are_as_they_were_at_the_raise() {
    let source = r#"
def f(items):
    total, last = 0, None
    try:
        for last in items:
            total = total + 10 // last
    except ZeroDivisionError:
        return total, last
    return total, last
print(*f([1, 2, 5]))
print(*f([1, 0, 5]))
"#;
    expect(source, "17 5 10 0");
}

#[test]
fn exceptions_through_frames_of_rules_and_of_code() {
    let source = r#"
class A:
    def __getitem__(self, key): raise KeyError(key)
    def __iter__(self): return self
    def __next__(self): raise ValueError("next")
    def __eq__(self, other): raise TypeError("eq")
def f(a, way):
    try:
        if way == 0: a["k"]
        if way == 1:
            for x in a: pass
        if way == 2: return sorted([a, a], key=lambda x: x[1])
        if way == 3: return [1, a].index(2)
        if way == 4: return {a: 1 for a in a}
    except (KeyError, ValueError, TypeError) as e:
        return type(e).__name__
for way in range(5): print(f(A(), way))
"#;
    expect(source, "KeyError ValueError KeyError TypeError ValueError");
}
