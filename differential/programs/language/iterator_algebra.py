"""An algebra of lazy sequences: operators, laziness, sharing and infinite streams."""
import itertools
import operator


class Seq:
    """Wraps a function that makes iterators; every operator gives a new lazy Seq."""

    def __init__(self, source):
        self.source = source if callable(source) else lambda: iter(source)

    def __iter__(self):
        return self.source()

    @classmethod
    def of(cls, *items):
        return cls(items)

    def __or__(self, f):
        return Seq(lambda: map(f, self))

    def __and__(self, pred):
        return Seq(lambda: filter(pred, self))

    def __add__(self, other):
        return Seq(lambda: itertools.chain(self, other))

    def __radd__(self, other):
        return Seq(other) + self

    def __mul__(self, other):
        if isinstance(other, int):
            return Seq(lambda: (x for _ in range(other) for x in self))
        return Seq(lambda: ((a, b) for a in self for b in other))

    def __matmul__(self, other):
        return Seq(lambda: zip(self, other))

    def __rshift__(self, n):
        return Seq(lambda: itertools.islice(self, n, None))

    def __lshift__(self, n):
        return Seq(lambda: itertools.islice(self, n))

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Seq(lambda: itertools.islice(self, key.start, key.stop, key.step))
        if key < 0:
            return list(self)[key]
        for x in self >> key:
            return x
        raise IndexError(key)

    def __xor__(self, f):
        """Fold."""
        it = iter(self)
        try:
            acc = next(it)
        except StopIteration:
            raise ValueError("fold of an empty sequence") from None
        for x in it:
            acc = f(acc, x)
        return acc

    def __invert__(self):
        return Seq(lambda: reversed(list(self)))

    def __contains__(self, x):
        return any(x == y for y in self)

    def __eq__(self, other):
        missing = object()
        return all(a == b for a, b in itertools.zip_longest(self, other, fillvalue=missing))

    __hash__ = None

    def __call__(self, n=10):
        return list(self << n)

    def __bool__(self):
        for _ in self:
            return True
        return False

    def __format__(self, spec):
        n, _, sep = spec.partition(":")
        return (sep or ", ").join(map(str, self(int(n or 5))))

    def scan(self, f, *start):
        return Seq(lambda: itertools.accumulate(itertools.chain(start, self), f))

    def until(self, pred):
        return Seq(lambda: itertools.takewhile(lambda x: not pred(x), self))

    def flat(self):
        return Seq(lambda: itertools.chain.from_iterable(self))

    def groups(self, n):
        def make():
            it = iter(self)
            while chunk := tuple(itertools.islice(it, n)):
                yield chunk
        return Seq(make)


nat = Seq(itertools.count)
squares = nat | (lambda n: n * n)
evens = nat & (lambda n: n % 2 == 0)
print(squares(), evens(5), (evens @ squares)(4), f"{nat}|{squares:3}|{evens >> 3:4:-}")
print((Seq("ab") * Seq.of(1, 2))(), (Seq("ab") * 3)(), ([0] + Seq("x") + "yz")(), (~Seq("abc"))())
print(squares[7], squares[2:10:3](), Seq("hello")[-1], 49 in squares, Seq("") == "", Seq("ab") == "ab", Seq("ab") == "abc", bool(Seq("")), bool(nat))
print((Seq.of(5, 3, 9) ^ max), (nat << 6) ^ operator.add, (nat >> 1 << 5) ^ operator.mul)
print(nat.scan(operator.add)(), Seq("abc").scan(operator.add, ">")(), nat.until(lambda n: n * n > 50)(20), nat.groups(3)(3))


def sieve(s):
    def make():
        it = iter(s)
        p = next(it)
        yield p
        yield from sieve(Seq(lambda: (x for x in it if x % p)))
    return Seq(make)


def fibs():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


primes = sieve(nat >> 2)
print(primes(15), Seq(fibs)(15), (Seq(fibs) & (lambda n: n % 2 == 0))(6))
collatz = lambda n: Seq(lambda: iter(lambda state=[n]: state.append(state[-1] // 2 if state[-1] % 2 == 0 else 3 * state[-1] + 1) or state[-2], 1))
print(collatz(6)(), len(list(collatz(27))))
log = []


def noisy(x):
    log.append(x)
    return x


lazy = Seq(range(1000)) | noisy
print(log, lazy[2], log, any(x > 3 for x in lazy), log)
for bad in (lambda: Seq("") ^ max, lambda: Seq("ab")[5], lambda: Seq(5)(), lambda: hash(nat), lambda: (Seq("a") + 1)()):
    try:
        print(bad())
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
pythagoras = Seq(lambda: ((a, b, c) for c in nat for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c))
print(pythagoras(4), (Seq([[1, 2], [], [3]]).flat() | str)())
a, b = itertools.tee(primes)
print(list(itertools.islice((y - x for x, y in zip(a, itertools.islice(b, 1, None))), 10)))
