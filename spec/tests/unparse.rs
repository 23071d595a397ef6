//! Parsing what was unparsed gives the tree again.

use spec::difference::{Positions, difference};
use spec::{Source, parse, unparse::unparse};

fn round_trip(text: &str) -> Result<(), String> {
    let source = Source::from_text("test", text).map_err(|error| error.message)?;
    let Ok(ast) = parse(&source) else { return Ok(()) };
    let printed = unparse(&ast);
    let again = Source::from_text("printed", &printed).map_err(|error| error.message)?;
    let tree = parse(&again).map_err(|error| error.render(&again))?;
    let found = difference(&ast, &tree, Positions::Ignored);
    found.map_or(Ok(()), |found| Err(format!("{found:?}\n{printed}")))
}

#[test]
fn small_programs() {
    for text in [
        "x = (a, b), *c\n",
        "with (a, b): pass\n",
        "with ((a, b)) as c: pass\n",
        "a[1:2, *b, ::3]; a[()]; a[b,]\n",
        "-x ** -y; (-x) ** y; (await_)(1).real; 1 .real; 1.0.real\n",
        "f'{x!r:>{w}}{{}} \\x41 {y=}' 'b' u'c'\n",
        "u'a' f'{x}' u'b'\n",
        "f'{ {1: 2}[1] }{(lambda: 1)()}{(x := 1)}'\n",
        "match x:\n case (1 | 2) as y if z: pass\n case {'a': [*_, 1], **r}: pass\n case A.B(1, c=2): pass\n",
        "def f[T: int = str, *Ts = *a, **P](a, /, b=1, *c: *d, e, f=2, **g) -> h: pass\n",
        "(x): int = 1\nx: int\n",
        "\u{1d422}f = 1\n",
        "if a: pass\nelif b: pass\nelse:\n if c: pass\n",
        "del (a, b), c\n",
        "lambda *, a: (yield)\n",
        "[x async for (a, *b) in c if d if e]\n",
        "x = 1e999; y = 1e999j; z = 0x1p\n",
        "print('\\ud800' '\\N{BULLET}')\n",
    ] {
        if let Err(message) = round_trip(text) {
            panic!("{text}: {message}");
        }
    }
}

#[test]
fn deep_trees() {
    for text in [format!("x = 1{}\n", " + 1".repeat(50_000)), format!("x{}\n", ".a(b)[c]".repeat(20_000))] {
        round_trip(&text).expect("an equal tree");
    }
}
