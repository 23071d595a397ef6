//! Parsing what was unparsed gives the tree again.

mod support;

use spec::ast::{Ast, ConstId, ListId, NodeId, Quantity, Sort};
use spec::names::Symbol;
use spec::{Source, parse, unparse::unparse};

/// The first difference between two trees, positions apart.
fn difference(left: &Ast, right: &Ast) -> Option<String> {
    let mut work = vec![(left.root, right.root)];
    while let Some((a, b)) = work.pop() {
        let kind = left.kind(a);
        if kind != right.kind(b) {
            return Some(format!("{kind:?} at {:?}, then {:?}", left.span(a), right.kind(b)));
        }
        for (at, field) in kind.schema().fields.iter().enumerate() {
            let (x, y) = (left.word(a, at as u8), right.word(b, at as u8));
            let pairs: Vec<(u32, u32)> = if field.quantity == Quantity::Many {
                let (xs, ys) = (left.list_words(ListId(x)), right.list_words(ListId(y)));
                if xs.len() != ys.len() {
                    return Some(format!("{kind:?}.{} at {:?}: length", field.name, left.span(a)));
                }
                xs.iter().copied().zip(ys.iter().copied()).collect()
            } else {
                vec![(x, y)]
            };
            for (x, y) in pairs {
                if !same(left, right, field.sort, x, y, &mut work) {
                    return Some(format!("{kind:?}.{} at {:?}", field.name, left.span(a)));
                }
            }
        }
    }
    None
}

fn same(left: &Ast, right: &Ast, sort: Sort, x: u32, y: u32, work: &mut Vec<(NodeId, NodeId)>) -> bool {
    match sort {
        _ if sort.is_node() => {
            if x != 0 && y != 0 {
                work.push((NodeId(x), NodeId(y)));
            }
            (x == 0) == (y == 0)
        }
        Sort::identifier | Sort::string => {
            (x == 0) == (y == 0) && (x == 0 || left.name(Symbol(x)) == right.name(Symbol(y)))
        }
        Sort::constant => left.constant(ConstId(x)) == right.constant(ConstId(y)),
        _ => x == y,
    }
}

fn round_trip(text: &str) -> Result<(), String> {
    let source = Source::from_text("test", text).map_err(|error| error.message)?;
    let Ok(ast) = parse(&source) else { return Ok(()) };
    let printed = unparse(&ast);
    let again = Source::from_text("printed", &printed).map_err(|error| error.message)?;
    let tree = parse(&again).map_err(|error| error.render(&again))?;
    difference(&ast, &tree).map_or(Ok(()), |difference| Err(format!("{difference}\n{printed}")))
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

#[test]
fn standard_library() {
    let Some(oracle) = support::Oracle::start("dump", "") else { return };
    let mut count = 0;
    for path in oracle.library_files() {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(source) = Source::from_bytes("library", &bytes) else { continue };
        if let Err(message) = round_trip(source.text()) {
            panic!("{}: {}", path.display(), message.chars().take(400).collect::<String>());
        }
        count += 1;
    }
    println!("{count} files");
}
