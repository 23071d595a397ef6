"""A trie as a mutable mapping, and a small regular expression engine by derivatives and by backtracking."""


class Trie:
    __slots__ = ("children", "value")
    _none = object()

    def __init__(self, items=()):
        self.children, self.value = {}, self._none
        for k, v in dict(items).items():
            self[k] = v

    def _find(self, key, make=False):
        node = self
        for c in key:
            if c not in node.children:
                if not make:
                    raise KeyError(key)
                node.children[c] = Trie()
            node = node.children[c]
        return node

    def __setitem__(self, key, value):
        self._find(key, True).value = value

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Trie((key.start + k, v) for k, v in self._find(key.start).items())
        if (v := self._find(key).value) is self._none:
            raise KeyError(key)
        return v

    def __delitem__(self, key):
        path = [self]
        for c in key:
            path.append(path[-1].children[c])
        if path[-1].value is self._none:
            raise KeyError(key)
        path[-1].value = self._none
        for c, parent, child in zip(reversed(key), path[-2::-1], path[::-1]):
            if child.children or child.value is not self._none:
                break
            del parent.children[c]

    def items(self, prefix=""):
        if self.value is not self._none:
            yield prefix, self.value
        for c in sorted(self.children):
            yield from self.children[c].items(prefix + c)

    def __iter__(self):
        return (k for k, _ in self.items())

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def longest(self, text):
        node, best = self, None
        for i, c in enumerate(text):
            if node.value is not self._none:
                best = text[:i], node.value
            if (node := node.children.get(c)) is None:
                break
        else:
            if node.value is not self._none:
                best = text, node.value
        return best

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Trie) else NotImplemented

    __hash__ = None


t = Trie({"car": 1, "cart": 2, "cat": 3, "dog": 4, "": 0})
print(list(t), len(t), t["cart"], "ca" in t, "cat" in t, list(t["ca":]), t.longest("cartwheel"), t.longest("do"), t == Trie(reversed(list(t.items()))))
del t["car"], t["dog"]
print(dict(t.items()), t.children.keys(), t.longest("zzz"), Trie() == 5)
for bad in (lambda: t["ca"], lambda: t.__delitem__("c"), lambda: t["x":], lambda: hash(t)):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
for i, w in enumerate("a to tea ted ten i in inn".split()):
    t[w] = i
print({c: len(n) for c, n in t.children.items()}, [k for k in t if len(k) == 3])


class Re:
    nullable = False

    def __or__(self, other):
        return Alt(self, other) if self is not FAIL and other is not FAIL else self if other is FAIL else other

    def __add__(self, other):
        if FAIL in (self, other):
            return FAIL
        return other if self is EMPTY else self if other is EMPTY else Cat(self, other)

    def matches(self, text):
        r = self
        for c in text:
            r = r.derive(c)
        return r.nullable

    def __eq__(self, other):
        return self is other


class Const(Re):
    def __init__(self, nullable):
        self.nullable = nullable

    def derive(self, c):
        return FAIL


FAIL, EMPTY = Const(False), Const(True)


class Chars(Re):
    def __init__(self, test, name):
        self.test, self.name = test, name

    def derive(self, c):
        return EMPTY if self.test(c) else FAIL

    def __repr__(self):
        return self.name


class Cat(Re):
    def __init__(self, a, b):
        self.a, self.b = a, b
        self.nullable = a.nullable and b.nullable

    def derive(self, c):
        d = self.a.derive(c) + self.b
        return d | self.b.derive(c) if self.a.nullable else d

    def __repr__(self):
        return f"{self.a}{self.b}"


class Alt(Re):
    def __init__(self, a, b):
        self.a, self.b = a, b
        self.nullable = a.nullable or b.nullable

    def derive(self, c):
        return self.a.derive(c) | self.b.derive(c)

    def __repr__(self):
        return f"({self.a}|{self.b})"


class Star(Re):
    nullable = True

    def __init__(self, a):
        self.a = a

    def derive(self, c):
        return self.a.derive(c) + self

    def __repr__(self):
        return f"({self.a})*"


def parse(pattern):
    it = iter(pattern + "\0")
    cur = next(it)

    def advance():
        nonlocal cur
        old, cur = cur, next(it, "\0")
        return old

    def alternatives():
        r = sequence()
        while cur == "|":
            advance()
            r = r | sequence()
        return r

    def sequence():
        r = EMPTY
        while cur not in "|)\0":
            r = r + repeated()
        return r

    def repeated():
        r = atom()
        while cur in "*+?":
            op = advance()
            r = {"*": lambda: Star(r), "+": lambda: r + Star(r), "?": lambda: r | EMPTY}[op]()
        return r

    def atom():
        c = advance()
        if c == "(":
            r = alternatives()
            if advance() != ")":
                raise SyntaxError("missing )")
            return r
        if c == "[":
            negate, chars = cur == "^" and advance(), set()
            while cur != "]":
                if cur == "\0":
                    raise SyntaxError("missing ]")
                lo = advance()
                if cur == "-":
                    advance()
                    chars |= {chr(i) for i in range(ord(lo), ord(advance()) + 1)}
                else:
                    chars.add(lo)
            advance()
            return Chars(lambda x: (x in chars) != bool(negate), "[..]")
        if c == ".":
            return Chars(lambda x: True, ".")
        if c in "*+?":
            raise SyntaxError(f"nothing to repeat before {c}")
        if c == "\\":
            c = advance()
            if c == "d":
                return Chars(str.isdigit, r"\d")
        return Chars(lambda x: x == c, c)

    r = alternatives()
    if cur != "\0":
        raise SyntaxError(f"unexpected {cur}")
    return r


for pattern, *texts in (("a*b", "b", "aaab", "aaa"), ("(ab|c)+d?", "abcabd", "d", "cc"), (r"\d+(\.\d+)?", "12", "3.14", "3."), ("[a-c^]x|[^a-z]", "bx", "^x", "Q", "q"),
                        ("", "", "a"), ("(a?)*.", "aaab", ""), ("a||b", "", "b", "ab")):
    r = parse(pattern)
    print(repr(pattern), r if pattern and "?" not in pattern and "||" not in pattern else "", [r.matches(x) for x in texts])
for pattern in ("(a", "a)", "*a", "[a"):
    try:
        parse(pattern)
    except SyntaxError as e:
        print(pattern, e)
print(parse("(a?)(a?)(a?)(a?)(a?)aaaaa").matches("a" * 5), parse("(x+x+)+y").matches("x" * 12))
