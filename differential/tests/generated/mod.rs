//! Programs that nobody wrote: mutations of those of the suite, calls with odd arguments, token soups.

use quickcheck::{Arbitrary, Gen};
use spec::Source;
use spec::ast::{Ast, NodeId, Sort};
use std::path::Path;
use std::sync::LazyLock;

/// The programs that are mutated: the conformance suite, and the longer ones of this crate.
static PROGRAMS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut programs = Vec::new();
    for folder in ["../spec/conformance", "programs/language"] {
        read_programs(&own.join(folder), &mut programs);
    }
    assert!(programs.len() > 300, "the programs to mutate are there");
    programs.sort();
    programs
});

fn read_programs(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_programs(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "py")
            && let Ok(text) = std::fs::read_to_string(&path)
            && is_repeatable(&text)
        {
            into.push(text);
        }
    }
}

/// Whether a program gives the same each time: it doesn't look at the clock and throws no dice.
fn is_repeatable(text: &str) -> bool {
    !["time", "random"].iter().any(|module| text.contains(module))
}

fn pick<'a, T>(g: &mut Gen, from: &'a [T]) -> &'a T {
    g.choose(from).expect("there is something to choose from")
}

fn below(g: &mut Gen, count: usize) -> usize {
    usize::arbitrary(g) % count.max(1)
}

/// A program of the suite with some changes.
#[derive(Clone, Debug)]
pub struct Mutated(pub String);

impl Arbitrary for Mutated {
    fn arbitrary(g: &mut Gen) -> Mutated {
        let mut text = pick(g, &PROGRAMS).clone();
        for _ in 0..*pick(g, &[1, 1, 1, 2, 2, 3, 5]) {
            text = match below(g, 4) {
                0 => change_words(&text, g),
                1 => change_lines(&text, g),
                _ => change_tree(&text, g),
            };
        }
        Mutated(text)
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Mutated>> {
        Box::new(smaller(&self.0, |text| text.split_inclusive('\n').collect()).map(Mutated))
    }
}

/// The text without each half, quarter, ... of its parts.
fn smaller(text: &str, split: fn(&str) -> Vec<&str>) -> impl Iterator<Item = String> + use<> {
    let parts: Vec<String> = split(text).into_iter().map(str::to_owned).collect();
    let sizes = std::iter::successors(Some(parts.len().div_ceil(2)), |size| Some(size / 2));
    sizes.take_while(|&size| size > 0).flat_map(move |size| {
        let parts = parts.clone();
        (0..parts.len().div_ceil(size)).map(move |which| {
            let gone = which * size..(which + 1) * size;
            let kept = parts.iter().enumerate().filter(|(at, _)| !gone.contains(at));
            kept.map(|(_, part)| part.as_str()).collect()
        })
    })
}

/// Words, runs of blanks, and single other characters.
fn words(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        _ if c.is_alphanumeric() || c == '_' => 0,
        ' ' => 1,
        _ => 2,
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let this = class(c);
        if last.is_some_and(|last| last != this || this == 2) {
            words.push(&text[start..at]);
            start = at;
        }
        last = Some(this);
    }
    words.push(&text[start..]);
    words
}

/// One word goes, comes twice, moves, or becomes another, of this text or of the language.
fn change_words(text: &str, g: &mut Gen) -> String {
    let mut words = words(text);
    let (at, other) = (below(g, words.len()), below(g, words.len()));
    match below(g, 6) {
        0 => {
            words.remove(at);
        }
        1 => words.insert(at, words[other]),
        2 => words.swap(at, other),
        3 => words[at] = words[other],
        4 => words[at] = *pick(g, PIECES),
        _ => words.insert(at, *pick(g, PIECES)),
    }
    words.concat()
}

/// Lines go, come twice, move, or come from another program.
fn change_lines(text: &str, g: &mut Gen) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let stranger = pick(g, &PROGRAMS);
    let (at, other) = (below(g, lines.len()), below(g, lines.len()));
    match below(g, 5) {
        _ if lines.is_empty() => {}
        0 => {
            lines.remove(at);
        }
        1 => lines.insert(at, lines[other]),
        2 => lines.swap(at, other),
        3 => lines[at] = lines[other],
        _ => {
            let theirs: Vec<&str> = stranger.split_inclusive('\n').collect();
            let from = below(g, theirs.len());
            let count = (1 + below(g, 8)).min(theirs.len() - from);
            lines.splice(at..at, theirs[from..from + count].iter().copied());
        }
    }
    lines.concat()
}

/// A part of the tree becomes another part of the same sort, of this program or of another.
fn change_tree(text: &str, g: &mut Gen) -> String {
    let stranger = match bool::arbitrary(g) {
        true => text,
        false => pick(g, &PROGRAMS).as_str(),
    };
    let (Some((source, ast)), Some((giver, given))) = (tree(text), tree(stranger)) else {
        return change_words(text, g);
    };
    let sort = *pick(g, &[Sort::expr, Sort::expr, Sort::expr, Sort::stmt, Sort::arg, Sort::keyword]);
    let (ours, theirs) = (nodes(&ast, sort), nodes(&given, sort));
    if ours.is_empty() || theirs.is_empty() {
        return change_words(text, g);
    }
    let (out, into) = (ast.span(*pick(g, &ours)), given.span(*pick(g, &theirs)));
    let new = giver.slice(into);
    let new = match sort {
        Sort::expr if below(g, 3) > 0 => format!("({new})"),
        _ => new.to_owned(),
    };
    let old = source.text();
    format!("{}{new}{}", &old[..out.start as usize], &old[out.end as usize..])
}

fn tree(text: &str) -> Option<(Source, Ast)> {
    let source = Source::from_text("program", text).ok()?;
    let ast = spec::parse(&source).ok()?;
    Some((source, ast))
}

fn nodes(ast: &Ast, sort: Sort) -> Vec<NodeId> {
    let all = (1..ast.table_len() as u32).map(NodeId);
    all.filter(|&node| ast.kind(node).schema().sort == sort).collect()
}

/// Words, signs and values of the language.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "==", "!=", "<", ">=", ":=", ".", "*", "**", "/", "//", "%",
    "|", "&", "~", "-", "+", "+=", "@", "->", "not ", " and ", " or ", " in ", " is ", "if ", " else ", "elif ",
    "for ", "while ", "def ", "class ", "lambda ", "lambda: ", "yield ", "yield from ", "return ", "import ", "from ",
    " as ", "with ", "try:", "except:", "finally:", "raise ", "pass", "break", "continue", "del ", "global ",
    "nonlocal ", "assert ", "\n", "\n    ", "\n        ", "self", "super()", "x", "a", "b", "f", "cls", "__class__",
    "__name__", "None", "True", "False", "...", "NotImplemented", "0", "1", "-1", "2", "10", "1.5", "1e308", "1j",
    "10 ** 30", "''", "'s'", "'é€😀'", "b''", "b'by'", "f'{x}'", "f'{1!r:>{5}}'", "[]", "[1, 2]", "()", "(1, 'a')",
    "{}", "{1: 2}", "{1, 2}", "object()", "object", "type", "int", "str", "float", "list", "tuple", "dict", "set",
    "bool", "bytes", "bytearray", "frozenset", "complex", "range", "range(3)", "slice(1)", "iter([1])", "len",
    "print", "isinstance", "getattr", "setattr", "vars()", "globals()", "zip", "map", "enumerate", "sorted", "sum",
    "max", "Exception", "ValueError('v')", "StopIteration", "KeyError", "BaseException",
    "ExceptionGroup('g', [OSError()])", "property", "classmethod", "staticmethod", "__init__", "__new__", "__eq__",
    "__hash__", "__getattr__", "__getattribute__", "__call__", "__iter__", "__next__", "__enter__", "__exit__",
    "__del__", "__slots__", "__dict__", "__mro__", "__bases__", "__len__", "__add__", "__radd__", "__get__",
    "__set__", "__index__",
];

/// Pieces of the language in a row.
#[derive(Clone, Debug)]
pub struct Soup(pub String);

impl Arbitrary for Soup {
    fn arbitrary(g: &mut Gen) -> Soup {
        let count = 1 + below(g, 25);
        Soup((0..count).map(|_| format!("{} ", pick(g, PIECES))).collect())
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Soup>> {
        Box::new(smaller(&self.0, words).map(Soup))
    }
}

/// What is called, and with what.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "None", "True", "0", "1", "-1", "2", "7", "255", "256", "-300", "10 ** 20", "-(10 ** 20)", "2 ** 63", "2 ** 62",
    "-2 ** 63", "10 ** 400", "0.0", "-0.0", "1.5", "-2.5", "1e300", "5e-324", "float('nan')", "float('inf')", "1j",
    "2.5 - 1j", "''", "'a'", "'abcabc'", "'É€😀'", "'\\ud800'", "' x y '", "'12'", "'%s %d'", "'{} {0}'", "'{!r:>5}'",
    "'utf-8'", "'ascii'", "'strict'", "'ignore'", "'%(a)s'", "'.3f'", "'>10'", "b''", "b'a'", "b'abc\\xff'", "b'%d'",
    "bytearray(b'xyz')", "bytearray()", "memoryview(b'abcd')", "memoryview(bytearray(b'abcd'))", "[]", "[1]",
    "[3, 1, 2]", "[[1], 'x', None]", "['b', 'a']", "()", "(1, 2)", "('a', 'b')", "(1, (2, [3]))", "{}", "{'a': 1}",
    "{1: 'x', None: ()}", "set()", "{1, 2, 3}", "{'a'}", "frozenset({2, 3})", "range(0)", "range(5)",
    "range(10, 0, -3)", "range(10 ** 20)", "slice(None)", "slice(1, 10, 2)", "slice(-1, None, -1)", "...",
    "NotImplemented", "int", "str", "list", "dict", "type", "object", "float", "Exception", "len", "print", "abs",
    "sorted", "'abc'.upper", "[].append", "iter('ab')", "iter([1, 2])", "iter({})", "zip('ab', [1, 2])",
    "map(str, [1, 2])", "enumerate('ab')", "reversed([1])", "(i for i in 'ab')", "lambda *a: a", "lambda x: x",
    "lambda a, b=1: (a, b)", "ValueError('v')", "KeyError(1)", "OSError(2, 'no')", "StopIteration(3)",
    "ExceptionGroup('g', [ValueError(1)])", "property(len)", "classmethod(len)", "staticmethod(len)", "Indexed()",
    "Plain()", "Plain", "Full()", "Full", "Broken()", "list[int]", "int | str", "super(Full, Full())",
    "dict.keys({1: 2})", "{1: 2}.items()", "vars(Plain)", "object()", "__builtins__", "__import__",
];

/// The classes whose objects are among the values.
const CLASSES: &str = "\
class Plain:
    pass
class Indexed:
    def __index__(self): return 2
class Full(list):
    x = 1
    def __len__(self): return 3
    def __iter__(self): return iter((3, 1, 2))
    def __getitem__(self, i): return i
    def __eq__(self, other): return True
    def __hash__(self): return 5
    def __call__(self, *a, **k): return len(a)
    def __add__(self, other): return 'add'
    def __radd__(self, other): return 'radd'
    def __contains__(self, item): return False
    def __bytes__(self): return b'full'
    def __str__(self): return 'full'
    def __format__(self, spec): return spec
    def __float__(self): return 2.5
    def __int__(self): return 4
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __getattr__(self, name): raise AttributeError(name)
class Broken:
    def __len__(self): return -1
    def __iter__(self): return self
    def __next__(self): raise ValueError('next')
    def __eq__(self, other): raise ValueError('eq')
    def __hash__(self): raise ValueError('hash')
    def __index__(self): raise ValueError('index')
    def __repr__(self): return 5
    def __bool__(self): return 'x'
def show(call):
    try:
        result = call()
        print(type(result).__name__, str(result)[:300])
    except Exception as error:
        try:
            print(type(error).__name__, str(error)[:300])
        except Exception:
            print(type(error).__name__)
";

/// Functions that are called; of a value also its methods are.
const MODULES: &[&str] = &["math", "itertools", "functools", "operator", "collections", "types", "copy"];

/// Calls of functions and methods with odd arguments, one a line.
#[derive(Clone, Debug)]
pub struct Calls(pub Vec<String>);

impl Calls {
    pub fn program(&self) -> String {
        let mut text: String = MODULES.iter().map(|module| format!("import {module}\n")).collect();
        text.push_str(CLASSES);
        for call in &self.0 {
            text.push_str(&format!("show(lambda: {call})\n"));
        }
        text
    }
}

impl Arbitrary for Calls {
    fn arbitrary(g: &mut Gen) -> Calls {
        let count = 1 + below(g, 10);
        Calls((0..count).map(|_| call(g)).collect())
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Calls>> {
        let calls = self.0.clone();
        let without = move |at: usize| {
            let kept = calls.iter().enumerate().filter(|(other, _)| *other != at);
            Calls(kept.map(|(_, call)| call.clone()).collect())
        };
        Box::new((0..self.0.len()).map(without))
    }
}

fn call(g: &mut Gen) -> String {
    let value = |g: &mut Gen| (*pick(g, VALUES)).to_owned();
    let arguments: Vec<String> = (0..*pick(g, &[0, 1, 1, 2, 2, 3, 4])).map(|_| value(g)).collect();
    let mut arguments = arguments.join(", ");
    if below(g, 10) == 0 {
        arguments.push_str(&format!(", {}={}", pick(g, KEYWORDS), value(g)));
    }
    let arguments = arguments.trim_start_matches(", ");
    // Which method or function it is, is chosen by the program: by number among all that there are.
    let number = below(g, 1 << 16);
    let named = |object: &str| {
        format!("(lambda o: getattr(o, sorted(dir(o))[{number} % len(dir(o))]))({object})({arguments})")
    };
    match below(g, 8) {
        0 => named(&value(g)),
        1 => named(&format!("type({})", value(g))),
        2 => named("__builtins__"),
        3 => named(pick::<&str>(g, MODULES)),
        4 => format!("{} {} {}", value(g), pick(g, OPERATORS), value(g)),
        5 => format!("{}[{}]", value(g), value(g)),
        6 => format!("{}({arguments})", pick(g, FUNCTIONS)),
        _ => format!("{}.{}({arguments})", value(g), pick(g, METHODS)),
    }
}

const KEYWORDS: &[&str] =
    &["key", "default", "sep", "end", "encoding", "errors", "reverse", "strict", "start", "x", "a"];

#[rustfmt::skip]
const OPERATORS: &[&str] = &[
    "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=",
    "in", "not in", "is", "and", "or",
];

#[rustfmt::skip]
const FUNCTIONS: &[&str] = &[
    "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "classmethod", "complex",
    "delattr", "dict", "dir", "divmod", "enumerate", "filter", "float", "format", "frozenset", "getattr", "hasattr",
    "hash", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "memoryview", "min",
    "next", "object", "oct", "ord", "pow", "print", "property", "range", "repr", "reversed", "round", "set",
    "setattr", "slice", "sorted", "str", "sum", "super", "tuple", "type", "vars", "zip",
];

#[rustfmt::skip]
const METHODS: &[&str] = &[
    "append", "extend", "insert", "pop", "remove", "sort", "index", "count", "reverse", "copy", "clear", "get",
    "setdefault", "update", "popitem", "fromkeys", "add", "discard", "union", "intersection", "difference",
    "symmetric_difference", "issubset", "isdisjoint", "split", "rsplit", "join", "replace", "find", "rfind", "strip",
    "startswith", "endswith", "partition", "center", "ljust", "zfill", "expandtabs", "translate", "maketrans",
    "format", "format_map", "encode", "decode", "splitlines", "hex", "fromhex", "to_bytes", "from_bytes",
    "bit_length", "as_integer_ratio", "is_integer", "conjugate", "send", "throw", "close", "with_traceback",
    "add_note", "mro", "__init__", "__new__", "__repr__", "__setattr__", "__getitem__", "__setitem__", "__delitem__",
    "__iter__", "__next__", "__reduce__", "__format__", "__sizeof__", "__dir__", "__class_getitem__",
    "__init_subclass__", "__set_name__", "__get__", "__set__", "__call__", "__round__", "__pow__", "__contains__",
    "__setstate__", "tobytes", "tolist", "cast", "release", "split", "subgroup", "derive",
];
