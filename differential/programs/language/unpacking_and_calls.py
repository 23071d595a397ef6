"""Argument binding and unpacking in all combinations, with objects that log every protocol step."""
log = []


def flush(label, value=""):
    print(f"{label:16} {value!s} {' '.join(log)}".rstrip())
    log.clear()


class It:
    def __init__(self, name, *items, fail=None):
        self.name, self.items, self.fail = name, items, fail

    def __repr__(self):
        return f"It({self.name})"

    def __iter__(self):
        log.append(f"iter({self.name})")
        for i, x in enumerate(self.items):
            if i == self.fail:
                log.append("fail!")
                raise LookupError(self.name)
            log.append(f"{self.name}{i}")
            yield x
        log.append(f"end({self.name})")


class Map:
    def __init__(self, name, **items):
        self.name, self.items = name, items

    def keys(self):
        log.append(f"keys({self.name})")
        return iter(self.items)

    def __getitem__(self, k):
        log.append(f"{self.name}[{k}]")
        return self.items[k]


class Target:
    def __setattr__(self, name, value):
        log.append(f".{name}={value}")

    def __setitem__(self, key, value):
        log.append(f"[{key}]={value}")


def ev(x):
    log.append(f"<{x}>")
    return x


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


t = Target()
flush("call", f(ev(1), *It("p", 20, 30, 40), ev(50), d=ev(4), **Map("m", x=1), e=ev(6), **Map("n", y=2)))
flush("few", f(1, d=0))
flush("names", f(*It("a", 1), **{"d": 4, "c": 9, "a": "kw a", "b": "kw b"}))
flush("list", [ev(1), *It("x", 2, 3), ev(4), *"56", *{7: 8}])
flush("dict", {ev("k"): ev(1), **Map("m", k=2, z=3), ev("z"): ev(4)})
flush("set", sorted({*It("s", 3, 1), ev(2)}))
flush("tuple", (*It("x", 1), ev(2), *()))
t.a, (t.b, *t.c), t[ev("i")] = It("o", 1, It("n", 2, 3, 4), 5)
flush("assign")
t.x = t[ev("k")], t.y = It("v", 1, 2)
flush("chain")
*t.rest, t.last = "abc"
flush("star")
for t.i, (t.j, *t.k) in [(1, "xyz"), (2, [3])]:
    log.append("body")
flush("for")
print([(a, b) for a, (b, *_) in [(1, "pq"), (2, [3, 4])]], {k: v for k, [v] in {"a": [1]}.items()}, [x for x, in [(1,), [2], "3"]])
flush("compr", [ev(a) + b for a, b in (It("r", (1, 2), (3, 4))) if ev(a) > 1])


def gen():
    a, *b = yield 1
    c = yield from It("y", a, *b)
    return a, b, c


g = gen()
next(g)
try:
    log.append(str(g.send(It("sent", 7, 8))))
    while True:
        log.append(str(next(g)))
except StopIteration as e:
    flush("yield", e.value)

bad = {
    "missing": lambda: f(1), "missing pos": lambda: f(d=1), "positional": lambda: f(1, 2, c=3, d=4, **{"c": 5}), "twice": lambda: f(1, 2, 3, c=4, d=5), "dup kw": lambda: f(1, d=2, **{"d": 3}),
    "dup maps": lambda: f(1, **{"d": 2}, **{"d": 3}), "not str": lambda: f(1, d=2, **{3: 4}), "not iter": lambda: f(*3), "not map": lambda: f(1, d=2, **[1]), "few": lambda: (lambda a, b: a)(*[1]),
    "many": lambda: (lambda a, b=1: a)(1, 2, 3), "unexpected": lambda: (lambda a: a)(1, zzz=2), "kwonly": lambda: (lambda *, k: k)(), "fail late": lambda: f(ev(1), *It("bad", 1, 2, fail=1), ev("never")),
    "key fails": lambda: f(**Map("m", d=1), **{"e": 1 / 0}), "none": lambda: (lambda: 0)(1), "method": lambda: t.missing_method(ev("never")), "callee": lambda: (lambda n: n(ev("arg")))(None)}
for label, call in bad.items():
    try:
        call()
    except (TypeError, LookupError, ZeroDivisionError, AttributeError) as e:
        text = str(e).replace("__main__.", "").split(". Did you mean")[0]
        flush(label, f"{type(e).__name__}: {text}")


def unpack(kind, value):
    if kind == 1:
        a, = value
    elif kind == 2:
        a, b = value
    elif kind == 3:
        a, *b, c = value
    else:
        (a, b), c = value


for kind, value in ((1, []), (2, It("q", 1, 2, 3)), (2, 5), (3, [1]), (4, [1, 2]), (4, "ab"), (2, It("w", 1, 2, fail=1)), (4, [(1, 2), 3, 4]), (2, {1})):
    try:
        unpack(kind, value)
    except (ValueError, TypeError, LookupError) as e:
        flush(f"unpack {kind}", f"{type(e).__name__}: {e}")


def kwonly(*, a=1, b, **rest):
    return a, b, rest


def wrapper(fn, /, *args, fn_name="x", **kw):
    return fn_name, fn(*args, **kw)


print(kwonly(b=2, c=3), wrapper(kwonly, b=1, fn=2), wrapper(f, 1, fn_name="y", d=2), (lambda *a, **k: (a, k))(*(), **{}), dict(a=1, **{"b-c": 2}), "{0}{1}{k}".format(*"ab", k="c"), print(*"abc", sep="-", end="\n"))


class Meth:
    def __call__(self, *args, **kw):
        return args, kw

    def m(self, x, *, y=0):
        return x + y

    c = classmethod(lambda cls, *a: (cls.__name__, a))
    s = staticmethod(lambda *a, **k: (a, k))
    p = property(lambda self: lambda *a: a)


o = Meth()
bound, unbound = o.m, Meth.m
print(o(1, *"ab", k=2), bound(1, y=2), unbound(o, 3), o.c(*[1]), Meth.s(*(1,), **{"q": 1}), o.p(5), (o.m)(x=1), list(map(o.m, [1, 2])), sorted([3, 1], key=o.m), Meth()(*It("z", 1)))
a = b = c = 0
a, b, c = c, *[a + 1, b + 2]
(a, b), c = (c, a), (d := b)
x = [0, 1, 2]
i = 0
i, x[i], *x[1:] = 2, "new", "tail", i
print(a, b, c, d, i, x, log)
