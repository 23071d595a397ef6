"""Scopes of every kind, nested in each other: class bodies, comprehensions, lambdas, nonlocal chains, del, globals."""
x = "module"
trail = []


def note(*args):
    trail.append(args)
    return args[-1]


def layers():
    x = "layers"

    class A:
        seen = x
        x = "A"
        items = [x for x in (seen, "loop")]
        late = lambda self: x
        nested = [(lambda: x)() for _ in range(1)]

        def method(self):
            nonlocal x
            x += "+method"
            return x, self.x, A.x

        class B:
            inner = x
            x = "B"
            pairs = {k: (lambda v=x: v)() for k in x}

            def up(self):
                global x
                old, x = x, "changed by B"
                return old

    a = A()
    first = a.seen, a.x, a.items, a.late(), a.nested, a.method(), a.late(), x
    second = A.B.inner, A.B.x, A.B.pairs, A.B().up()
    return first, second, x


print(*layers(), x, sep="\n")


def counter_family():
    total, made = 0, []

    def make(step):
        count = 0

        def bump(times=1):
            nonlocal count, total
            for _ in range(times):
                count += step
                total += step
            return count

        def reset():
            nonlocal count
            count, old = 0, count
            return old
        made.append(step)
        bump.reset, bump.peek = reset, lambda: (count, total, made)
        return bump
    return make, lambda: total


make, total = counter_family()
one, ten = make(1), make(10)
print(one(), one(2), ten(3), one.reset(), one(), ten.peek(), total(), one.__closure__[1].cell_contents is ten.__closure__[1].cell_contents, one.__code__.co_freevars)


def deletions(flag):
    value = 1

    def read():
        return value
    out = [read()]
    if flag:
        del value
        try:
            read()
        except NameError as e:
            out.append(type(e).__name__)
        value = 2
        out.append(read())
    try:
        del late
    except UnboundLocalError as e:
        out.append(type(e).__name__)
    for late in "xy":
        pass
    return out, late, sorted(locals())


print(deletions(False), deletions(True))


def comprehension_maze(n):
    rows = [[(i, j) for j in range(n) if j != i] for i in range(n)]
    fs = {i: [lambda k: (i, j, k, n) for j in range(2)] for i in range(2)}
    gen = (note("gen", i) * m for i in range(n) for m in [note("m", n)])
    n = 100
    walrus = [(y := i, y + n) for i in range(2)]
    return rows, [f("k") for f in fs[0] + fs[1]], list(gen), walrus, y, n


print(*comprehension_maze(2), trail, sep="\n")
trail.clear()


def defaults(a=note("default a", 1), *args, b=note("default b", 2), **kw):
    def inner(a=a, b=b, c=lambda: (a, b)):
        a = b = "inner"
        return c()
    return inner(), inner(a=5), a, b


print(trail, defaults(), defaults(7, b=8))


class Meta(type):
    def __prepare__(name, bases):
        return {"given": "from prepare", "x": "prepared x"}


class C(metaclass=Meta):
    a = given
    b = x
    del x
    c = x
    for _i in range(2):
        exec_like = f"{_i}{a[0]}"
    try:
        undefined
    except NameError as error:
        message = str(error)
    with_lambda = (lambda a=a: a.upper())()
    if "error" not in vars():
        cleaned = True


print(C.a, C.b, C.c, C.exec_like, C.message, C.with_lambda, C.cleaned, hasattr(C, "error"), C._i)


def recursion(n):
    def even(k):
        return True if k == 0 else odd(k - 1)

    def odd(k):
        return False if k == 0 else even(k - 1)
    odd, keep = (lambda k: "replaced"), odd
    return even(n), keep(n)


print(recursion(0), recursion(1), recursion(4))


class Private:
    __slots__ = ("__a", "b")
    __count = 0

    def __init__(self, __v):
        self.__a, self.b = __v, [__v for __v in "pq"]
        type(self).__count += 1
        Private.__make = lambda self: (self.__a, __v)

    def show(self):
        class Inner:
            def peek(s, o):
                try:
                    return o.__a
                except AttributeError as e:
                    return str(e)
        return self._Private__a, self.__make(), Inner().peek(self), [n for n in dir(self) if "Private" in n]


p, q = Private("v"), Private("w")
print(p.show(), q.show(), p.b, Private._Private__count)


def shadow(list, str=str, *, len=lambda x: "own len"):
    int = float
    return list, str(int("3")), len(list), [int for int in range(2)], int


print(shadow("l"), len("l"), int("3"))
if True:
    def conditional():
        return "first"
for name in ("a", "b"):
    def conditional(name=name, previous=conditional):
        return name + previous()
print(conditional(), name)
try:
    try:
        raise ValueError("outer")
    except ValueError as e:
        keep = e
        [e for e in range(3)]
        raise KeyError(str(e)) from e
except KeyError as e:
    print(repr(e), e.__cause__ is keep)
print("e" in globals(), "keep" in globals(), sorted(k for k in globals() if len(k) == 1))
