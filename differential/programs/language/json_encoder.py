"""A JSON-like encoder and decoder, with hooks, cycles and positions in errors."""
import math


class EncodeError(TypeError):
    def __init__(self, message, path=()):
        super().__init__(message)
        self.path = path

    def __str__(self):
        where = "".join(f"[{p!r}]" for p in self.path)
        return f"{self.args[0]} at ${where}"


ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def quote(s):
    out = []
    for c in s:
        if c in ESCAPES:
            out.append(ESCAPES[c])
        elif " " <= c < "\x7f":
            out.append(c)
        elif ord(c) < 0x10000:
            out.append(f"\\u{ord(c):04x}")
        else:
            n = ord(c) - 0x10000
            out.append(f"\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}")
    return '"' + "".join(out) + '"'


class Encoder:
    def __init__(self, indent=None, sort=False, default=None):
        self.indent, self.sort, self.default = indent, sort, default
        self.active = set()

    def encode(self, x):
        return "".join(self.parts(x, 0, ()))

    def newline(self, depth):
        return "\n" + " " * (self.indent * depth) if self.indent is not None else ""

    def parts(self, x, depth, path):
        if x is None or x is True or x is False:
            yield {None: "null", True: "true", False: "false"}[x]
        elif isinstance(x, str):
            yield quote(x)
        elif isinstance(x, int):
            yield int.__repr__(x)
        elif isinstance(x, float):
            if not math.isfinite(x):
                raise EncodeError(f"{x} is not allowed", path)
            yield float.__repr__(x)
        elif isinstance(x, (list, tuple, dict)):
            if id(x) in self.active:
                raise EncodeError("cycle", path)
            self.active.add(id(x))
            try:
                yield from (self.mapping if isinstance(x, dict) else self.sequence)(x, depth + 1, path)
            finally:
                self.active.discard(id(x))
        elif self.default is not None:
            yield from self.parts(self.default(x), depth, path)
        else:
            raise EncodeError(f"{type(x).__name__} is not serializable", path)

    def sequence(self, xs, depth, path):
        if not xs:
            yield "[]"
            return
        sep = "["
        for i, x in enumerate(xs):
            yield sep + self.newline(depth)
            yield from self.parts(x, depth, path + (i,))
            sep = "," if self.indent is not None else ", "
        yield self.newline(depth - 1) + "]"

    def mapping(self, d, depth, path):
        sep = "{"
        for k, v in sorted(d.items()) if self.sort else d.items():
            if not isinstance(k, str):
                raise EncodeError(f"key {k!r} is no string", path)
            yield f"{sep}{self.newline(depth)}{quote(k)}: "
            yield from self.parts(v, depth, (*path, k))
            sep = "," if self.indent is not None else ", "
        yield "{}" if sep == "{" else self.newline(depth - 1) + "}"


class DecodeError(ValueError):
    pass


def decode(s):
    def ws(i):
        while i < len(s) and s[i] in " \n\t\r":
            i += 1
        return i

    def fail(what, i):
        line = s.count("\n", 0, i) + 1
        raise DecodeError(f"{what}: line {line} column {i - s.rfind(chr(10), 0, i)}")

    def string(i):
        out = []
        back = {v[1]: k for k, v in ESCAPES.items()}
        while True:
            if i >= len(s):
                fail("unterminated string", i)
            c = s[i]
            if c == '"':
                return "".join(out), i + 1
            if c == "\\":
                i += 1
                if s[i] == "u":
                    n = int(s[i + 1:i + 5], 16)
                    i += 4
                    if 0xd800 <= n < 0xdc00 and s[i + 1:i + 3] == "\\u":
                        n = 0x10000 + (n - 0xd800 << 10 | int(s[i + 3:i + 7], 16) - 0xdc00)
                        i += 6
                    c = chr(n)
                else:
                    try:
                        c = back[s[i]]
                    except KeyError:
                        fail(f"bad escape {s[i]!r}", i)
            out.append(c)
            i += 1

    def value(i):
        i = ws(i)
        for word, v in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, i):
                return v, i + len(word)
        c = s[i:i + 1]
        if c == '"':
            return string(i + 1)
        if c == "[":
            xs = []
            i = ws(i + 1)
            while s[i:i + 1] != "]":
                v, i = value(i)
                xs.append(v)
                i = ws(i)
                if s[i:i + 1] == ",":
                    i += 1
                elif s[i:i + 1] != "]":
                    fail("expected , or ]", i)
            return xs, i + 1
        if c == "{":
            d = {}
            i = ws(i + 1)
            while s[i:i + 1] != "}":
                k, i = value(i)
                i = ws(i)
                if s[i:i + 1] != ":":
                    fail("expected :", i)
                d[k], i = value(i + 1)
                i = ws(i)
                if s[i:i + 1] == ",":
                    i = ws(i + 1)
                elif s[i:i + 1] != "}":
                    fail("expected , or }", i)
            return d, i + 1
        j = i
        while j < len(s) and s[j] in "+-0123456789.eE":
            j += 1
        try:
            return (float if any(c in ".eE" for c in s[i:j]) else int)(s[i:j]), j
        except ValueError as e:
            fail("no value", i)

    v, i = value(0)
    if ws(i) != len(s):
        fail("extra data", ws(i))
    return v


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Flag(int):
    def __repr__(self):
        return "Flag!"


data = {"name": "é\n\"q\" 😀", "list": [1, -2.5, 1e100, True, None, [], {}], "nested": {"b": (1, 2), "a": {"deep": [[0]]}}, "flag": Flag(3)}
flat = Encoder().encode(data)
print(flat)
print(Encoder(indent=2, sort=True).encode(data))
print(decode(flat) == {**data, "nested": {"b": [1, 2], "a": {"deep": [[0]]}}}, decode(Encoder(1).encode(data)) == decode(flat))
print(Encoder(default=vars).encode([Point(1, Point(2, [])), {"p": Point("a", None)}]))
cycle = [1, {"again": None}]
cycle[1]["again"] = cycle
shared = [0]
for bad in ({"a": [1, {2, 3}]}, cycle, {"k": {1: 2}}, [0, [float("nan")]], [shared, shared], object):
    e = Encoder()
    try:
        print(e.encode(bad), len(e.active))
    except EncodeError as x:
        print(x, x.path, len(e.active))
for text in ("[1, 2", '{"a" 1}', '"abc', "[1,\n 2,\n  x]", "nul", '["\\q"]', "1 2", "", "-", '{"a": 1,}', "[1e5, -0, 0.5]"):
    try:
        print(repr(text), decode(text))
    except DecodeError as e:
        print(repr(text), "->", e, "| context:", type(e.__context__).__name__)
