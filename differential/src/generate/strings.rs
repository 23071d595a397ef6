//! Strings, bytes and formatting.

use super::expressions::Form;
use super::maker::Maker;
use super::profile::Feature;
use super::types::{Elem, Type};
use spec::ast::{FormattedValue, JoinedStr, Kind, NodeId};

pub(super) const STR: &[Form] = &[
    (Feature::Always, 3, Maker::concatenation),
    (Feature::Strings, 1, Maker::repetition),
    (Feature::FStrings, 4, Maker::formatted),
    (Feature::Slices, 2, Maker::str_part),
    (Feature::Methods, 4, Maker::str_method),
    (Feature::Percent, 2, Maker::percent),
    (Feature::Formatting, 2, Maker::format_call),
    (Feature::Conversions, 2, Maker::str_converted),
    (Feature::Lists, 1, Maker::joined),
    (Feature::Methods, 1, Maker::str_of_bytes),
];

pub(super) const BYTES: &[Form] = &[
    (Feature::Always, 2, Maker::bytes_binary),
    (Feature::Methods, 2, Maker::bytes_method),
    (Feature::Slices, 1, Maker::bytes_part),
    (Feature::Strings, 2, Maker::encoded),
];

/// Format specifications that ints take, and those that floats take.
const INT_SPECS: &[&str] = &[
    "", "d", "5", "<5", "05", "+", "x", "#x", "b", ",", "_x", "^7", "*>6", "c", "e", "=+6", "o", "#o", "n",
    "%",
];
const FLOAT_SPECS: &[&str] =
    &["", ".2f", "e", "g", "10.3", "+.1f", "%", "010.2f", ",.2f", "G", ".0f", "#.3g", " f"];
const STR_SPECS: &[&str] = &["", "5", "<5", ">6", "^7", ".1", "*^6.2", "s", "é<4"];

impl Maker {
    /// Only one operand may be long: in a loop the result must not double its length each time.
    fn concatenation(&mut self, _: Type) -> NodeId {
        let mut operands = [self.operand(Type::Str), self.str_constant()];
        operands[1] = self.noted(operands[1]);
        if self.dice.chance(8) {
            operands.swap(0, 1);
        }
        self.tree.binary(operands[0], Kind::Add, operands[1])
    }

    fn repetition(&mut self, _: Type) -> NodeId {
        let text = self.operand(Type::Str);
        let count = self.dice.pick(&[2, 0, 1, -1, 3]);
        let count = self.tree.int(count);
        let count = self.noted(count);
        if self.dice.chance(4) {
            return self.tree.binary(count, Kind::Mult, text);
        }
        self.tree.binary(text, Kind::Mult, count)
    }

    pub(super) fn slice_of(&mut self, sequence: NodeId) -> NodeId {
        let bounds: [Option<NodeId>; 2] = std::array::from_fn(|_| {
            if self.dice.chance(5) {
                return None;
            }
            let kind =
                if self.has(Feature::Instrumented) && self.dice.chance(3) { Type::Mixed } else { Type::Int };
            let node = match self.dice.chance(8) {
                true => self.operand(kind),
                false => {
                    let bound = self.dice.below(6) as i64 - 2;
                    self.tree.int(bound)
                }
            };
            Some(self.noted(node))
        });
        let step = self.dice.chance(4).then(|| {
            let step = self.dice.pick(&[-1, 2, -2, 1, 1 << 62]);
            let step = self.tree.int(step);
            self.noted(step)
        });
        let slice = self.tree.slice(bounds[0], bounds[1], step);
        self.tree.subscript(sequence, slice)
    }

    fn str_part(&mut self, _: Type) -> NodeId {
        let text = self.operand(Type::Str);
        self.slice_of(text)
    }

    fn bytes_part(&mut self, _: Type) -> NodeId {
        let bytes = self.operand(Type::Bytes);
        self.slice_of(bytes)
    }

    fn str_method(&mut self, _: Type) -> NodeId {
        let text = self.operand(Type::Str);
        match self.dice.below(10) {
            0..=3 => {
                let names = [
                    "upper",
                    "lower",
                    "strip",
                    "title",
                    "swapcase",
                    "capitalize",
                    "casefold",
                    "lstrip",
                    "rstrip",
                ];
                let name = self.dice.pick(&names);
                self.tree.method(text, name, &[])
            }
            4 => {
                // The new part is no longer than the old one.
                let (old, new) = (self.dice.pick(&["a", "b", "ab", "0"]), self.dice.pick(&["", "x", "é"]));
                let (old, new) = (self.tree.str(old), self.tree.str(new));
                let (old, new) = (self.noted(old), self.noted(new));
                self.tree.method(text, "replace", &[old, new])
            }
            5 => {
                let width = self.dice.below(8) as i64;
                let width = self.tree.int(width);
                let name = self.dice.pick(&["zfill", "ljust", "rjust", "center"]);
                self.tree.method(text, name, &[width])
            }
            6 => {
                let separator = self.dice.pick(&["a", " ", "ab"]);
                let separator = self.tree.str(separator);
                let name = self.dice.pick(&["partition", "rpartition"]);
                let parts = self.tree.method(text, name, &[separator]);
                let at = self.dice.below(3) as i64;
                let at = self.tree.int(at);
                self.tree.subscript(parts, at)
            }
            7 => {
                let parts = self.tree.method(text, "split", &[]);
                let separator = self.str_constant();
                self.tree.method(separator, "join", &[parts])
            }
            8 => {
                let part = self.operand(Type::Str);
                self.needs((3, 9));
                let name = self.dice.pick(&["removeprefix", "removesuffix"]);
                self.tree.method(text, name, &[part])
            }
            _ => {
                let encoding = self.tree.str("utf-8");
                let errors = self.dice.pick(&["replace", "ignore", "backslashreplace", "surrogatepass"]);
                let errors = self.tree.str(errors);
                let bytes = self.tree.method(text, "encode", &[encoding, errors]);
                let again = self.tree.str("latin-1");
                self.tree.method(bytes, "decode", &[again])
            }
        }
    }

    /// A value that can be formatted, and a specification that it takes.
    fn formattable(&mut self) -> (NodeId, &'static str) {
        match self.dice.below(8) {
            0 | 1 => (self.operand(Type::Int), self.dice.pick(INT_SPECS)),
            2 | 3 if self.has(Feature::Floats) => (self.operand(Type::Float), self.dice.pick(FLOAT_SPECS)),
            4 | 5 if self.has(Feature::Instrumented) => {
                (self.operand(Type::V), self.dice.pick(&["", "spec", ">3"]))
            }
            6 => (self.operand(Type::List(Elem::Int)), ""),
            _ => {
                let text = match self.variable(Type::Str) {
                    Some(variable) => self.tree.load(variable.name),
                    None => self.operand(Type::Int),
                };
                match self.tree.ast.kind(text) {
                    Kind::Name => (text, self.dice.pick(STR_SPECS)),
                    _ => (text, ""),
                }
            }
        }
    }

    /// An f-string. Older versions take no quotes and no backslashes inside of braces.
    fn formatted(&mut self, _: Type) -> NodeId {
        let before = self.tree.ast.table_len();
        let mut values = Vec::new();
        for _ in 0..1 + self.dice.below(3) {
            if self.dice.chance(6) {
                let text = self.dice.pick(&["a", " ", "{", "}}", "é", "x="]);
                values.push(self.tree.str(text));
            }
            let (value, spec) = self.formattable();
            let conversion = match self.dice.below(8) {
                0 if spec.is_empty() => b'r'.into(),
                1 if spec.is_empty() => b's'.into(),
                2 if spec.is_empty() => b'a'.into(),
                _ => -1,
            };
            let format_spec = (!spec.is_empty()).then(|| self.specification(spec));
            values.push(self.tree.add(FormattedValue { value, conversion, format_spec }));
        }
        if self.has_quotes_since(before) {
            self.needs((3, 12));
        }
        let values = self.tree.list(&values);
        self.tree.add(JoinedStr { values })
    }

    /// A format specification; its width may be an expression.
    fn specification(&mut self, spec: &str) -> NodeId {
        let mut values = Vec::new();
        let digits = spec.find(|c: char| c.is_ascii_digit() && c != '0');
        match digits.filter(|_| self.dice.chance(6)) {
            Some(at) => {
                if at > 0 {
                    values.push(self.tree.str(&spec[..at]));
                }
                let width = self.tree.int(5);
                let value = self.noted(width);
                values.push(self.tree.add(FormattedValue { value, conversion: -1, format_spec: None }));
                if at + 1 < spec.len() {
                    let rest = spec[at..].trim_start_matches(|c: char| c.is_ascii_digit());
                    values.push(self.tree.str(rest));
                }
            }
            None => values.push(self.tree.str(spec)),
        }
        let values = self.tree.list(&values);
        self.tree.add(JoinedStr { values })
    }

    /// Whether any string stands in what was made since then: so many nodes ago.
    fn has_quotes_since(&self, before: usize) -> bool {
        (before..self.tree.ast.table_len()).any(|at| {
            let node = NodeId(at as u32);
            match self.tree.ast.kind(node) {
                Kind::JoinedStr => true,
                Kind::Constant => {
                    let value = self.tree.ast.view::<spec::ast::Constant>(node).value;
                    use spec::constant::ConstantValue::{Bytes, Str};
                    matches!(self.tree.ast.constant(value), Str(_) | Bytes(_))
                }
                _ => false,
            }
        })
    }

    fn percent(&mut self, _: Type) -> NodeId {
        let (template, value) = match self.dice.below(6) {
            0 => ("%d|%5d", Type::Int),
            1 => ("%x %%", Type::Int),
            2 if self.has(Feature::Floats) => ("%.2f %g", Type::Float),
            3 if self.has(Feature::Instrumented) => ("%s %r", Type::V),
            4 => ("%-6s|%r", Type::Str),
            _ => ("%s %a", Type::Int),
        };
        let mut template_node = self.tree.str(template);
        // CPython makes of a literal and a tuple display an f-string, and so asks for texts too early.
        if value == Type::V {
            let label = self.label();
            template_node = self.tree.call("at", &[label, template_node]);
        } else {
            template_node = self.noted(template_node);
        }
        let count = template.replace("%%", "").matches('%').count();
        let values: Vec<NodeId> = (0..count).map(|_| self.operand(value)).collect();
        let values = self.tree.tuple(&values);
        self.tree.binary(template_node, Kind::Mod, values)
    }

    fn format_call(&mut self, _: Type) -> NodeId {
        let (value, spec) = self.formattable();
        if self.dice.chance(8) {
            let spec = self.tree.str(spec);
            let spec = self.noted(spec);
            return self.tree.call("format", &[value, spec]);
        }
        if self.dice.chance(6) {
            let template = self.dice.pick(&["{0}{k}", "{k!r}|{}", "{0!s:>5}{k:}", "{{{0}}}{k}"]);
            let template = self.tree.str(template);
            let function = self.tree.attribute(template, "format");
            let kind = self.dice.pick(&[Type::Int, Type::Str]);
            let named = self.operand(kind);
            let named = self.tree.keyword(Some("k"), named);
            let value = if spec.is_empty() { value } else { self.operand(Type::Int) };
            return self.tree.apply(function, &[value], &[named]);
        }
        let template = self.tree.str(&format!("<{{:{spec}}}>"));
        self.tree.method(template, "format", &[value])
    }

    fn str_converted(&mut self, _: Type) -> NodeId {
        let mut kinds = vec![Type::Int, Type::Bool, Type::Str, Type::List(Elem::Int), Type::Tuple(Elem::Int)];
        if self.has(Feature::Floats) {
            kinds.push(Type::Float);
        }
        if self.has(Feature::Instrumented) {
            kinds.extend([Type::V, Type::V]);
        }
        let kind = self.dice.pick(&kinds);
        let value = self.operand(kind);
        let name = self.dice.pick(&["str", "repr", "ascii"]);
        self.tree.call(name, &[value])
    }

    /// `text.split(...)` and its relatives.
    pub(super) fn split(&mut self, _: Type) -> NodeId {
        let text = self.operand(Type::Str);
        let separator = self.dice.pick(&["a", " ", "ab", "\n"]);
        let separator = self.tree.str(separator);
        let separator = self.noted(separator);
        match self.dice.below(5) {
            0 => self.tree.method(text, "split", &[]),
            1 => self.tree.method(text, "splitlines", &[]),
            2 => {
                let count = self.dice.pick(&[1, 0, -1, 2]);
                let count = self.tree.int(count);
                let name = self.dice.pick(&["split", "rsplit"]);
                self.tree.method(text, name, &[separator, count])
            }
            3 => self.tree.call("list", &[text]),
            _ => self.tree.method(text, "split", &[separator]),
        }
    }

    /// Questions about a text.
    pub(super) fn str_question(&mut self, _: Type) -> NodeId {
        let text = self.operand(Type::Str);
        match self.dice.below(3) {
            0 => {
                let part = self.operand(Type::Str);
                let name = self.dice.pick(&["startswith", "endswith"]);
                self.tree.method(text, name, &[part])
            }
            1 => {
                let parts = [self.operand(Type::Str), self.operand(Type::Str)];
                let parts = self.tree.tuple(&parts);
                let at = self.dice.pick(&[0, 1, -1]);
                let at = self.tree.int(at);
                self.tree.method(text, "startswith", &[parts, at])
            }
            _ => {
                let names = [
                    "isalpha",
                    "isdigit",
                    "isspace",
                    "isupper",
                    "islower",
                    "istitle",
                    "isalnum",
                    "isidentifier",
                    "isprintable",
                    "isascii",
                    "isdecimal",
                    "isnumeric",
                ];
                let name = self.dice.pick(&names);
                self.tree.method(text, name, &[])
            }
        }
    }

    fn str_of_bytes(&mut self, _: Type) -> NodeId {
        let bytes = self.operand(Type::Bytes);
        match self.dice.below(3) {
            0 => self.tree.method(bytes, "hex", &[]),
            1 => {
                let encoding = self.dice.pick(&["latin-1", "utf-8"]);
                let (encoding, errors) = (self.tree.str(encoding), self.tree.str("replace"));
                self.tree.method(bytes, "decode", &[encoding, errors])
            }
            _ => self.tree.call("repr", &[bytes]),
        }
    }

    fn joined(&mut self, _: Type) -> NodeId {
        let separator = self.str_constant();
        let separator = self.noted(separator);
        let items = self.operand(Type::List(Elem::Str));
        let text = self.tree.method(separator, "join", &[items]);
        // A list of one long string many times is too long.
        let (lower, upper) = (None, Some(self.tree.int(40)));
        let slice = self.tree.slice(lower, upper, None);
        self.tree.subscript(text, slice)
    }

    // ---- Bytes

    fn bytes_binary(&mut self, _: Type) -> NodeId {
        let left = self.operand(Type::Bytes);
        if self.dice.chance(4) {
            let count = self.tree.int(2);
            let count = self.noted(count);
            return self.tree.binary(left, Kind::Mult, count);
        }
        let right = self.bytes_constant();
        let right = self.noted(right);
        self.tree.binary(left, Kind::Add, right)
    }

    fn bytes_method(&mut self, _: Type) -> NodeId {
        let bytes = self.operand(Type::Bytes);
        let name = self.dice.pick(&["upper", "strip", "title", "swapcase", "lower", "rstrip"]);
        self.tree.method(bytes, name, &[])
    }

    fn encoded(&mut self, _: Type) -> NodeId {
        let text = self.operand(Type::Str);
        let encoding = self.dice.pick(&["utf-8", "ascii", "latin-1", "utf-16-le"]);
        let encoding = self.tree.str(encoding);
        let errors = self.dice.pick(&["replace", "ignore", "backslashreplace", "xmlcharrefreplace"]);
        let errors = self.tree.str(errors);
        self.tree.method(text, "encode", &[encoding, errors])
    }
}
