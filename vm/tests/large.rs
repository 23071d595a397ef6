//! Units that are larger than the numbers in instructions: what does not fit is stepped by the rules.

mod common;

use std::fmt::Write;

/// More than 16 bits can number.
const MANY: usize = 70_000;

/// Deep syntax needs a deep native stack: the command has one of its own as well.
fn deeply<T: Send>(act: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(1 << 30).spawn_scoped(scope, act);
        match thread.expect("a thread starts").join() {
            Ok(value) => value,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn on_vm(source: &str) -> String {
    deeply(|| common::on_vm(source))
}

fn many(line: impl Fn(usize) -> String, count: usize) -> String {
    (0..count).map(line).collect()
}

/// Whether the unit with this name is compiled, or too large for it.
fn is_compiled(source: &str, name: &str) -> bool {
    deeply(|| compiles(source, name))
}

fn compiles(source: &str, name: &str) -> bool {
    let mut machine = common::loaded(source);
    let units = machine.programs.last().expect("a program is loaded").clone();
    let mut numbers = (0..units.scopes.units.len() as u32).map(|unit| units.first_code + unit);
    let number = numbers
        .rfind(|&number| machine.text_of(machine.codes[number as usize].name) == name)
        .expect("there is such a unit");
    machine.program = units;
    match vm::compile::compile(&mut machine, number) {
        Ok(code) => {
            code.check();
            true
        }
        Err(failure) => {
            assert_eq!(failure, vm::compile::Failure::TooLarge);
            false
        }
    }
}

#[test]
fn jumps_over_more_instructions_than_16_bits_count() {
    let body = many(|_| "        x = x + 0\n".into(), 20_000);
    let source = format!(
        "def f(x):\n    while x < 3:\n{body}        x = x + 1\n        if x == 2: continue\n    else:\n        \
         return x, 'else'\n    return x\nprint(*f(0))\n"
    );
    assert!(is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "3 else\n");
}

#[test]
fn fast_comparisons_whose_jumps_are_too_far() {
    let body = many(|_| "        x += y\n".into(), 20_000);
    let mut source = String::from("def f(x, y):\n");
    for test in ["x < 1", "x <= y", "x == 0", "x != 7", "x is not None", "not x > 5"] {
        let _ = write!(source, "    if {test}:\n{body}    else:\n        return 'else'\n");
    }
    source += "    return x\nprint(f(0, 0), f(0.0, 0), f(9, 0), f(False, 1))\n";
    assert!(is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "0 0.0 else else\n");
}

#[test]
fn more_than_256_variables_and_constants() {
    let body = many(|i| format!("    a{i} = {i}.5\n"), 2_000);
    let sum = many(|i| format!(" + a{i}"), 2_000);
    let source = format!("def f():\n{body}    return 0{sum}\nprint(f())\n");
    assert!(is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "2000000.0\n");
}

#[test]
fn more_constants_than_16_bits_number() {
    let body = many(|i| format!("    x = {i}.5\n"), MANY);
    let source = format!("def f(x):\n{body}    return x\nprint(f(0))\n");
    assert!(!is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "69999.5\n");
}

#[test]
fn more_attributes_than_16_bits_number() {
    let body = many(|i| format!("    x.a{i} = {}\n", i % 100), MANY);
    let source = format!("class A: pass\ndef f(x):\n{body}    return x.a3, x.a69999\nprint(*f(A()))\n");
    assert!(!is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "3 99\n");
}

#[test]
fn displays_of_more_items_than_there_are_registers() {
    let items = many(|i| format!("{i}, "), MANY);
    let source =
        format!("def f():\n    x = [{items}]\n    return len(x), sum(x)\nprint(*f(), len(({items})))\n");
    assert!(!is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "70000 2449965000 70000\n");
}

#[test]
fn calls_with_more_arguments_than_there_are_registers() {
    let items = many(|i| format!("{i}, "), MANY);
    assert_eq!(on_vm(&format!("def f(*a): return len(a), a[-1]\nprint(*f({items}))\n")), "70000 69999\n");
}

#[test]
fn strings_of_more_parts_than_there_are_registers() {
    let parts = "{x}-".repeat(MANY);
    assert_eq!(on_vm(&format!("x = 1\nprint(len(f'{parts}'))\n")), "140000\n");
}

#[test]
fn compiled_code_and_stepped_code_call_each_other() {
    let items = many(|i| format!("{i}, "), MANY);
    let source = format!(
        r#"
def large(n):
    x = [{items}]
    try:
        return small(n - 1) + x[n]
    except ZeroDivisionError as e:
        return 1000
    finally:
        seen.append(n)
def small(n):
    if n < 0: return 1 / 0
    return large(n) + 1
seen = []
print(small(3), large(2), seen)
"#
    );
    assert_eq!(on_vm(&source), "1010 1005 [0, 1, 2, 3, 0, 1, 2]\n");
}

#[test]
fn generators_methods_and_class_bodies_that_are_stepped() {
    let items = many(|i| format!("{i}, "), MANY);
    let source = format!(
        r#"
def numbers():
    for x in [{items}]:
        got = yield x
        if got: yield got
class A:
    table = [{items}]
    def __init__(self, x):
        self.x = [{items}][x]
    def __next__(self):
        self.x -= [{items}][1]
        if self.x < 0: raise StopIteration
        return self.x
    def __iter__(self): return self
g = numbers()
print(next(g), g.send('sent'), next(g), A.table[7])
print(sum(numbers()), list(A(3)), [x for x in A(2)])
"#
    );
    assert_eq!(on_vm(&source), "0 sent 1 7\n2449965000 [2, 1, 0] [1, 0]\n");
}

#[test]
fn many_protected_parts() {
    let part = "    try:\n        x += 1\n        if x < 0: raise ValueError\n    except ValueError:\n        x = 0\n    \
                finally:\n        x += 1\n";
    let source = format!("def f(x):\n{}    return x\nprint(f(0), f(-3))\n", part.repeat(3_000));
    assert!(is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "6000 5999\n");
}

#[test]
fn long_chains_of_operands() {
    let source = format!(
        "x = 1\nprint(x{}, x{}, x{}, 0{})\n",
        " + x".repeat(900),
        " and x".repeat(MANY),
        " <= x".repeat(5_000),
        " or x".repeat(5_000)
    );
    assert_eq!(on_vm(&source), "901 1 True 1\n");
}

#[test]
fn long_chains_of_elif() {
    let body = many(|i| format!("    elif x == {i}: return {i}\n"), 900);
    let source =
        format!("def f(x):\n    if x is None: pass\n{body}    else: return 'else'\nprint(f(899), f(-1))\n");
    assert!(is_compiled(&source, "f"));
    assert_eq!(on_vm(&source), "899 else\n");
}

#[test]
fn functions_nested_in_functions() {
    let depth = 90;
    let mut source = String::new();
    for level in 0..depth {
        let _ = writeln!(source, "{}def f{level}(a{level}):", " ".repeat(level));
    }
    let sum = many(|i| format!(" + a{i}"), depth);
    let _ = writeln!(source, "{}return 0{sum}", " ".repeat(depth));
    for level in (1..depth).rev() {
        let _ = writeln!(source, "{}return f{level}", " ".repeat(level));
    }
    let _ = writeln!(source, "print(f0{})", "(1)".repeat(depth));
    assert_eq!(on_vm(&source), "90\n");
}
