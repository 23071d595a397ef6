"""Proxies: logging every protocol, lazy objects, weak typing by duck, read-only views, method_missing and recorders."""
import operator


class Proxy:
    """Forwards attributes and special methods; logs them."""
    __slots__ = ("_target", "_log")

    def __init__(self, target, log):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", log)

    def __getattribute__(self, name):
        if name in ("_target", "_log", "__class__") or name.startswith("__"):
            return object.__getattribute__(self, name)
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)


def _forward(name):
    def method(self, *args):
        self._log.append(name)
        args = [a._target if type(a) is Proxy else a for a in args]
        f = getattr(type(self._target), name, None)
        if f is None:
            if name in ("__bool__",):
                return operator.truth(self._target)
            return NotImplemented
        return f(self._target, *args)
    method.__name__ = name
    return method


for _name in """add radd sub rsub mul rmul truediv mod eq ne lt le gt ge len getitem setitem delitem contains iter next
        call str repr hash bool int float index neg abs enter exit""".split():
    setattr(Proxy, f"__{_name}__", _forward(f"__{_name}__"))

log = []


def wrap(x):
    return Proxy(x, log)


def show(label, value):
    print(f"{label:10}", value, [x for x in log if x != "__len__" or label == "len"])
    log.clear()


xs, n, s = wrap([3, 1, 2]), wrap(5), wrap("text")
show("len", len(xs))
show("item", xs[0] + xs[-1])
show("slice", xs[1:])
xs[0] = 30
show("set", list(xs))
show("in", (30 in xs, 99 in xs))
xs.append(4)
xs.sort()
show("methods", xs._target)
show("add", (n + 1, 1 + n, n - 2, 10 - n, n * n, n / 2))
show("compare", (n < 6, 4 < n, n == 5, n != 5, n >= n))
show("as index", "abcdefg"[n])
show("convert", (int(n), float(n), abs(n), -n, str(n), repr(s), hash(n) == hash(5)))
show("truth", (bool(wrap([])), bool(n), not s))
show("format", f"{n!s:>3}|{s!r}")
show("call", wrap(max)(1, 7, 3))
show("for", [c for c in wrap("ab")])
show("unpack", (lambda a, *b: (a, b))(*wrap((1, 2, 3))))
show("sorted", sorted(wrap({3: "c", 1: "a"})))
show("star", {**dict(zip(wrap("xy"), wrap(range(2))))})
for bad in (lambda: n + "a", lambda: len(n), lambda: n["k"], lambda: s < 1, lambda: n.nope):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        show(type(e).__name__, e)


class Lazy:
    def __init__(self, make):
        self.__dict__["_make"] = make

    def __getattr__(self, name):
        if "_made" not in self.__dict__:
            print("  making for", name)
            self.__dict__["_made"] = self._make()
        return self._made if name == "_made" else getattr(self._made, name)

    def __setattr__(self, name, value):
        setattr(self._made, name, value)


class Thing:
    def __init__(self):
        self.x = 1

    def double(self):
        return self.x * 2


lazy = Lazy(Thing)
print("made?", "_made" in vars(lazy))
lazy.x = 21
print(lazy.double(), lazy.x, isinstance(lazy._made, Thing), vars(lazy._made))


class ReadOnly:
    def __init__(self, d):
        self._d = d

    def __getitem__(self, k):
        v = self._d[k]
        return ReadOnly(v) if isinstance(v, (dict, list)) else v

    def __len__(self):
        return len(self._d)

    def __getattr__(self, name):
        if name in ("keys", "get", "index", "count"):
            return getattr(self._d, name)
        try:
            return self[name]
        except (KeyError, TypeError):
            raise AttributeError(name) from None

    def __repr__(self):
        return f"ro{self._d!r}"


ro = ReadOnly({"a": {"b": [1, {"c": 2}]}, "n": 5})
print(ro.a.b[1].c, ro["n"], len(ro.a), list(ro.keys()), ro.get("zz", "none"), [x for x in ro.a.b], ro)
for bad in (lambda: ro.zz, lambda: ro.__setitem__("n", 1), lambda: ro["zz"], lambda: ro.a.b[9]):
    try:
        bad()
    except (AttributeError, KeyError, IndexError) as e:
        print(type(e).__name__, e)


class Recorder:
    """Builds an expression from whatever is done to it, and replays it on a value."""

    def __init__(self, text="_", f=lambda x: x):
        self.text, self.f = text, f

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Recorder(f"{self.text}.{name}", lambda x: getattr(self.f(x), name))

    def __getitem__(self, key):
        return Recorder(f"{self.text}[{key!r}]", lambda x: self.f(x)[key])

    def __call__(self, *args, **kw):
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kw.items())])
        return Recorder(f"{self.text}({shown})", lambda x: self.f(x)(*args, **kw))

    def __rshift__(self, value):
        return self.f(value)

    def __repr__(self):
        return self.text


for op, sym in (("add", "+"), ("mul", "*"), ("sub", "-"), ("mod", "%"), ("lt", "<"), ("eq", "==")):
    f = getattr(operator, op)

    def make(f=f, sym=sym):
        def method(self, other):
            g = other.f if isinstance(other, Recorder) else lambda x: other
            return Recorder(f"({self.text} {sym} {other!r})", lambda x: f(self.f(x), g(x)))

        def reverse(self, other):
            return Recorder(f"({other!r} {sym} {self.text})", lambda x: f(other, self.f(x)))
        return method, reverse
    forward, backward = make()
    setattr(Recorder, f"__{op}__", forward)
    if op not in ("lt", "eq"):
        setattr(Recorder, f"__r{op}__", backward)

_ = Recorder()
for r, v in ((_ + 1, 5), (10 - _ * 2, 3), (_.upper().split("-", maxsplit=1)[0], "ab-cd"), (_[1:][::-1], "hello"), (_ % 2 == 1, 7), (_["k"] + _["j"], {"k": 1, "j": 2}), (_ < 3, 2)):
    print(f"{r!r:40} {v!r:20} {r >> v!r}")
print([x for x in range(6) if (_ * _ < 10) >> x], sorted(["bb", "a"], key=_.upper().f))
