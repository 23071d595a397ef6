"""Functional programming: currying, composition, Church numerals, Y combinator, lenses, monads, transducers, laziness."""
from functools import partial, reduce
from itertools import count, islice
from operator import add, itemgetter, mul


def curry(f, n=None):
    n = f.__code__.co_argcount if n is None else n

    def take(*args, **kw):
        if len(args) + len(kw) >= n:
            return f(*args, **kw)
        return lambda *more, **kmore: take(*args, *more, **{**kw, **kmore})
    return take


@curry
def volume(a, b, c):
    return f"{a}x{b}x{c}={a * b * c}"


print(volume(1, 2, 3), volume(1)(2)(3), volume(1, 2)(3), volume(1)(2, 3), volume(c=3)(1)(2), volume()(4)(5, 6))


class F:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args, **kw):
        return self.f(*args, **kw)

    def __rshift__(self, other):
        return F(lambda *a: other(self(*a)))

    def __lshift__(self, other):
        return F(lambda *a: self(other(*a)))

    def __pow__(self, n):
        return reduce(lambda acc, _: acc >> self, range(n), F(lambda x: x))

    def __rrshift__(self, value):
        return self(value)

    def __get__(self, obj, cls):
        return self if obj is None else F(partial(self.f, obj))

    def __repr__(self):
        return "F"


inc, dbl = F(lambda x: x + 1), F(lambda x: x * 2)
print((inc >> dbl)(5), (inc << dbl)(5), (inc ** 10)(0), (dbl ** 0)(7), 3 >> inc >> dbl, (F(divmod) >> sum)(17, 5), 4 >> (inc >> str >> F(len)))


class Host:
    base = 100
    method = F(lambda self, x: self.base + x) >> (lambda x: x * 2)
    plain = F(lambda self, x: self.base - x)


try:
    print(Host().plain(1), Host.plain, Host().method(1))
except AttributeError as e:
    print(e)

zero = lambda f: lambda x: x
succ = lambda n: lambda f: lambda x: f(n(f)(x))
plus = lambda m: lambda n: lambda f: lambda x: m(f)(n(f)(x))
times = lambda m: lambda n: lambda f: m(n(f))
power = lambda m: lambda n: n(m)
pred = lambda n: lambda f: lambda x: n(lambda g: lambda h: h(g(f)))(lambda u: x)(lambda u: u)
to_int = lambda n: n(lambda x: x + 1)(0)
two, three = succ(succ(zero)), succ(succ(succ(zero)))
print([to_int(n) for n in (zero, two, three, plus(two)(three), times(two)(three), power(three)(two), pred(three), pred(zero), power(two)(power(two)(three)))], three("<{}>".format)("x"))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10), Y(lambda self: lambda a, b: a if b == 0 else self(b, a % b))(48, 18))
pair, first, second = (lambda a: lambda b: lambda f: f(a)(b)), (lambda p: p(lambda a: lambda b: a)), (lambda p: p(lambda a: lambda b: b))
fib = lambda n: first(reduce(lambda p, _: pair(second(p))(first(p) + second(p)), range(n), pair(0)(1)))
print([fib(n) for n in range(12)])


class Maybe:
    def __init__(self, *value):
        self.value = value

    def __or__(self, f):
        if not self.value:
            return self
        r = f(*self.value)
        return r if isinstance(r, Maybe) else Maybe(r)

    def __repr__(self):
        return f"Just {self.value[0]!r}" if self.value else "Nothing"

    def __iter__(self):
        return iter(self.value)


def safe(f):
    def g(*args):
        try:
            return Maybe(f(*args))
        except Exception:
            return Maybe()
    return g


parse, invert = safe(int), safe(lambda x: 1 / x)
for text in ("4", "0", "x"):
    print(text, Maybe(text) | parse | invert | (lambda x: x * 100), [v for v in parse(text)])


def do(gen):
    """Generator notation for Maybe."""
    def step(value=None):
        try:
            m = g.send(value)
        except StopIteration as e:
            return Maybe(e.value)
        return m | step
    def run(*args):
        nonlocal g
        g = gen(*args)
        return step()
    g = None
    return run


@do
def ratio(a, b):
    x = yield parse(a)
    y = yield parse(b)
    inv = yield invert(y)
    return x * inv


print(ratio("6", "4"), ratio("6", "0"), ratio("six", "4"))


class Lens:
    def __init__(self, *path):
        self.path = path

    def __getattr__(self, name):
        return Lens(*self.path, name)

    def __getitem__(self, key):
        return Lens(*self.path, key)

    def get(self, x):
        return reduce(lambda acc, k: acc[k], self.path, x)

    def over(self, f):
        def update(x, path):
            if not path:
                return f(x)
            k, *rest = path
            copy = list(x) if isinstance(x, list) else dict(x)
            copy[k] = update(x[k], rest)
            return copy
        return lambda x: update(x, self.path)

    def set(self, v):
        return self.over(lambda _: v)


_ = Lens()
data = {"user": {"tags": ["a", "b"], "age": 30}}
new = _.user.tags[1].over(str.upper)(data)
print(new, data, _.user.age.get(new), _.user.age.set(31)(new)["user"] is new["user"], _["user"]["tags"][0].get(data))


def mapping(f):
    return lambda rf: lambda acc, x: rf(acc, f(x))


def filtering(p):
    return lambda rf: lambda acc, x: rf(acc, x) if p(x) else acc


class Reduced(Exception):
    pass


def taking(n):
    def make(rf):
        left = n

        def step(acc, x):
            nonlocal left
            if left == 0:
                raise Reduced(acc)
            left -= 1
            return rf(acc, x)
        return step
    return make


def transduce(xs, *stages, into=None, rf=lambda acc, x: acc + [x]):
    step = reduce(lambda f, stage: stage(f), reversed(stages), rf)
    try:
        return reduce(step, xs, [] if into is None else into)
    except Reduced as e:
        return e.args[0]


print(transduce(count(), filtering(lambda n: n % 3 == 0), mapping(lambda n: n * n), taking(5)), transduce(range(10), mapping(str), into="", rf=add), transduce("abc", mapping(ord), into=1, rf=mul))


class Stream:
    def __init__(self, head, tail):
        self.head, self._tail = head, tail

    @property
    def tail(self):
        if callable(self._tail):
            self._tail = self._tail()
        return self._tail

    def __iter__(self):
        s = self
        while s is not None:
            yield s.head
            s = s.tail

    def __add__(self, other):
        return Stream(self.head + other.head, lambda: self.tail + other.tail)


ones = Stream(1, lambda: ones)
nat = Stream(0, lambda: nat + ones)
fibs = Stream(0, lambda: Stream(1, lambda: fibs + fibs.tail))
print(*(list(islice(s, 12)) for s in (ones, nat, fibs)), fibs.tail.tail is fibs.tail.tail)
rows = [{"n": n, "g": n % 3} for n in range(7)]
group = reduce(lambda acc, r: {**acc, r["g"]: acc.get(r["g"], ()) + (r["n"],)}, rows, {})
print(group, max(rows, key=itemgetter("g", "n")), list(map(lambda f, x: f(x), [str, float, bool], [1, 2, 0])), (lambda *a, **k: (a, k))(*"ab", **{"c": 1}), [(lambda x, y=y: x * y)(2) for y in range(3)])
