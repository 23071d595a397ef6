//! The command from outside: what it prints and how it ends.

use std::process::{Command, Output};

fn gradus(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gradus")).args(arguments).output().expect("the command was built")
}

fn on_both(arguments: &[&str]) -> [Output; 2] {
    ["vm", "reference"].map(|machine| {
        let arguments: Vec<&str> = ["run", "--machine", machine].iter().chain(arguments).copied().collect();
        gradus(&arguments)
    })
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn exit_code_is_the_programs_own() {
    for (code, wanted) in [
        ("pass", 0),
        ("import sys; sys.exit()", 0),
        ("import sys; sys.exit(7)", 7),
        ("import sys; sys.exit(-1)", 255),
        ("raise SystemExit('why')", 1),
        ("1 / 0", 1),
        ("x = = 1", 1),
    ] {
        for output in on_both(&["-c", code]) {
            assert_eq!(output.status.code(), Some(wanted), "{code}: {}", text(&output.stderr));
        }
    }
}

#[test]
fn what_can_not_go_on_has_codes_of_its_own() {
    for output in on_both(&["-c", "async def f(): pass"]) {
        assert_eq!(output.status.code(), Some(121));
        assert!(text(&output.stderr).contains("line 1: AsyncFunctionDef"), "{}", text(&output.stderr));
    }
    for output in on_both(&["--fuel", "10000", "-c", "while True: pass"]) {
        assert_eq!(output.status.code(), Some(124), "{}", text(&output.stderr));
    }
    assert_eq!(gradus(&["run", "no such file"]).status.code(), Some(2));
    assert_eq!(gradus(&["no-such-command"]).status.code(), Some(2));
}

#[test]
fn limits_end_in_clear_errors() {
    for (code, error) in [
        ("x = 10 ** 10 ** 10", "MemoryError"),
        ("l = [1]\nwhile True: l += l", "MemoryError"),
        ("def f(): f()\nf()", "RecursionError: maximum recursion depth exceeded"),
        ("x = '(' * 100000\nprint(len(x))\nint('9' * 5000)", "ValueError: Exceeds the limit (4300 digits)"),
    ] {
        for output in on_both(&["--memory", "100M", "-c", code]) {
            let stderr = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{code}: {stderr}");
            assert!(stderr.contains(error), "{code}: {stderr}");
        }
    }
}

/// On both machines the code ends at this limit.
fn ends_at_the_limit_of(limit: &str, options: &[&str], code: &str) {
    for output in on_both(&[options, &["-c", code]].concat()) {
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(124), "{code}: {stderr}");
        assert!(stderr.contains(&format!("{limit} limit")), "{code}: {stderr}");
    }
}

#[test]
fn long_ranges_are_gone_through_with_fuel_and_not_with_memory() {
    for call in ["sum", "max", "min"] {
        let options = ["--fuel", "200000", "--memory", "100M"];
        ends_at_the_limit_of("fuel", &options, &format!("{call}(range(10 ** 12))"));
    }
}

#[test]
fn long_arithmetic_takes_fuel() {
    for code in [
        "pow(3, 10 ** 9)",
        "x = 10 ** 4000000 // 3 ** 3000000",
        "pow(3, 10 ** 400000, 10 ** 40000 + 1)",
        "import math; math.factorial(10 ** 7)",
        "import math; math.isqrt(10 ** 4000000)",
        "import math; math.gcd(10 ** 1000000, 3 ** 1000000)",
        "import math; math.prod(range(1, 10 ** 7))",
        "x = 7\nwhile True: x *= x",
    ] {
        ends_at_the_limit_of("fuel", &["--fuel", "2000000"], code);
    }
}

#[test]
fn protocols_within_protocols_keep_to_the_limit_of_memory() {
    // Each bound method puts its object before the arguments of the next.
    let code = "class C:\n    def f(self): pass\nm = len\nfor _ in range(20000): m = type(C().f)(m, 1)\nm()";
    ends_at_the_limit_of("memory", &["--memory", "100M"], code);
}

#[test]
fn a_long_chain_of_exceptions_keeps_its_texts() {
    let code = "e = ValueError(0)\nfor n in range(1, 1500):\n    new = ValueError(n)\n    new.__cause__ = e\n    e = new\nraise e";
    for output in on_both(&["-c", code]) {
        let stderr = text(&output.stderr);
        assert!(stderr.starts_with("ValueError: 0\n") && stderr.ends_with("ValueError: 1499\n"));
    }
}

#[test]
fn arguments_reach_the_program() {
    for output in on_both(&["-c", "import sys; print(sys.argv)", "one", "--two"]) {
        assert_eq!(text(&output.stdout), "['-c', 'one', '--two']\n");
    }
}

#[test]
fn tracebacks_are_those_of_cpython() {
    let program = "def total(items):\n    return items[0] + items[1]\n\nprint(total(['1', 2]))\n";
    let expected = "Traceback (most recent call last):
  File \"<string>\", line 4, in <module>
    print(total(['1', 2]))
          ~~~~~^^^^^^^^^^
  File \"<string>\", line 2, in total
    return items[0] + items[1]
           ~~~~~~~~~^~~~~~~~~~
TypeError: can only concatenate str (not \"int\") to str
";
    for output in on_both(&["-c", program]) {
        assert_eq!(text(&output.stderr), expected);
    }
}

#[test]
fn rules_are_shown() {
    let output = gradus(&["rules", "show", "expr.binop"]);
    assert!(text(&output.stdout).contains("eval BinOp(left, op, right) ⇒ v"), "{}", text(&output.stdout));
    assert!(!text(&output.stdout).contains('\u{1b}'), "colours are for terminals");
    assert_eq!(gradus(&["rules", "show", "no.such.rule"]).status.code(), Some(2));
    assert_eq!(gradus(&["rules", "check"]).status.code(), Some(0));
}

#[test]
fn trace_is_one_object_a_line() {
    let output = gradus(&["trace", "-c", "print(1 + 2)"]);
    let lines: Vec<serde_json::Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    assert!(lines.iter().any(|line| line["rule"] == "expr.binop"));
    let shown: String = lines.iter().filter_map(|line| line["output"].as_str()).collect();
    assert_eq!(shown, "3\n");
    assert_eq!(lines.last().map(|line| line["exit"].clone()), Some(0.into()));
}
