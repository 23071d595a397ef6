"""Polynomials, vectors and units with operators, formatting, calling, hashing and conversion errors."""
import math
from functools import reduce
from itertools import zip_longest


class Poly:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while c and not c[-1]:
            c.pop()
        self.c = tuple(c)

    @classmethod
    def roots(cls, *roots):
        return reduce(lambda p, r: p * cls(-r, 1), roots, cls(1))

    degree = property(lambda self: len(self.c) - 1)

    def __call__(self, x):
        return reduce(lambda acc, a: acc * x + a, reversed(self.c), 0)

    def __add__(self, other):
        if not isinstance(other, Poly):
            other = Poly(other)
        return Poly(*(a + b for a, b in zip_longest(self.c, other.c, fillvalue=0)))

    __radd__ = __add__

    def __neg__(self):
        return Poly(*(-a for a in self.c))

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if not isinstance(other, Poly):
            return Poly(*(a * other for a in self.c))
        out = [0] * (len(self.c) + len(other.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Poly(*out)

    __rmul__ = __mul__

    def __divmod__(self, other):
        q, r = [0] * max(len(self.c) - len(other.c) + 1, 0), list(self.c)
        while len(r) >= len(other.c):
            k, shift = r[-1] // other.c[-1], len(r) - len(other.c)
            q[shift] = k
            for i, b in enumerate(other.c):
                r[i + shift] -= k * b
            r.pop()
        return Poly(*q), Poly(*r)

    __floordiv__ = lambda self, other: divmod(self, other)[0]
    __mod__ = lambda self, other: divmod(self, other)[1]

    def __pow__(self, n, mod=None):
        out = Poly(1)
        for _ in range(n):
            out = out * self
            if mod is not None:
                out %= mod
        return out

    def __matmul__(self, other):
        return reduce(lambda acc, a: acc * other + a, reversed(self.c), Poly())

    def __getitem__(self, i):
        return self.c[i] if i < len(self.c) else 0

    def __eq__(self, other):
        return self.c == (other.c if isinstance(other, Poly) else Poly(other).c)

    def __hash__(self):
        return hash(self.c[0] if len(self.c) == 1 else self.c)

    def __bool__(self):
        return bool(self.c)

    def __format__(self, spec):
        var, _, num = spec.partition(":")
        var = var or "x"
        parts = []
        for i, a in reversed(list(enumerate(self.c))):
            if a:
                sign = "-" if a < 0 else "+" if parts else ""
                size = "" if abs(a) == 1 and i else format(abs(a), num)
                parts.append(f"{sign}{' ' if parts else ''}{size}{var if i else ''}{f'^{i}' if i > 1 else ''}")
        return " ".join(parts) or "0"

    __str__ = lambda self: format(self, "")

    def __repr__(self):
        return f"Poly{self.c!r}"


x = Poly(0, 1)
p = 3 * x ** 2 - x * 2 + 1
print(p, repr(p), p(2), p(0.5), p.degree, p[1], p[9], f"{p:t}", f"{p:y:.1f}", -p, 5 - p, p - p, bool(p - p))
q, r = divmod(x ** 4 - 1, x ** 2 + x)
print(q, "|", r, "|", q * (x ** 2 + x) + r == x ** 4 - 1, (x ** 5) // (x - 1), (x ** 5) % (x - 1), pow(x + 1, 5, x ** 2))
print(Poly.roots(1, 2, 3), p @ (x + 1), {Poly(5): "five", x: "x"}[5], Poly(1, 2, 0, 0) == Poly(1, 2), Poly(7) == 7, sum([x, x ** 2, 1]), p(1j))
for bad in (lambda: divmod(x, Poly()), lambda: x + "a", lambda: x ** -1, lambda: p("a")):
    try:
        print(repr(bad()))
    except (TypeError, ZeroDivisionError, IndexError) as e:
        print(type(e).__name__, e)


class Vector(tuple):
    def __new__(cls, *xs):
        return super().__new__(cls, xs)

    def __getattr__(self, name):
        if name and all(c in "xyzw" for c in name):
            try:
                v = [self["xyzw".index(c)] for c in name]
            except IndexError:
                pass
            else:
                return v[0] if len(v) == 1 else Vector(*v)
        raise AttributeError(f"{type(self).__name__} has no {name!r}")

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        return self + -1 * Vector(*other)

    def __mul__(self, k):
        return Vector(*(a * k for a in self))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other))

    def __abs__(self):
        return math.hypot(*self)

    def __neg__(self):
        return self * -1

    def __xor__(self, o):
        (a, b, c), (d, e, f) = self, o
        return Vector(b * f - c * e, c * d - a * f, a * e - b * d)

    def __repr__(self):
        return f"<{', '.join(f'{a:g}' for a in self)}>"


v, w = Vector(1, 2, 3), Vector(4, 5, 6)
print(v + w, w - v, v * 2, 2 * v, v @ w, v ^ w, abs(Vector(3, 4)), -v, v.x, v.zyx, v.xx, v < w, v == (1, 2, 3), len(v), v[1:], [*v], hash(v) == hash((1, 2, 3)), v + (1, 1, 1))
for name in ("w", "q", "xq"):
    try:
        getattr(v, name)
    except AttributeError as e:
        print(e)


class UnitError(TypeError):
    pass


class Q:
    """A quantity: a number with powers of units."""

    def __init__(self, value, **units):
        self.value, self.units = value, {k: n for k, n in sorted(units.items()) if n}

    def _same(self, other, op):
        if not isinstance(other, Q):
            other = Q(other)
        if self.units != other.units:
            raise UnitError(f"can't {op} {self} and {other}")
        return other

    def __add__(self, other):
        return Q(self.value + self._same(other, "add").value, **self.units)

    def __radd__(self, other):
        return self + other if other else self

    def __lt__(self, other):
        return self.value < self._same(other, "compare").value

    def __eq__(self, other):
        return isinstance(other, Q) and (self.value, self.units) == (other.value, other.units)

    def __mul__(self, other, sign=1):
        if not isinstance(other, Q):
            return Q(self.value * other, **self.units)
        return Q(self.value * other.value, **{k: self.units.get(k, 0) + other.units.get(k, 0) for k in {**self.units, **other.units}})

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self * (other ** -1 if isinstance(other, Q) else 1 / other)

    def __rtruediv__(self, other):
        return other * self ** -1

    def __pow__(self, n):
        return Q(self.value ** n, **{k: m * n for k, m in self.units.items()})

    def __float__(self):
        if self.units:
            raise UnitError(f"{self} is not a pure number")
        return float(self.value)

    def __str__(self):
        return f"{self.value:g}" + "".join(f" {k}{'' if n == 1 else n}" for k, n in self.units.items())


m, s, kg = Q(1, m=1), Q(1, s=1), Q(1, kg=1)
speed = 10 * m / (4 * s)
print(speed, speed * (8 * s), speed ** 2, 1 / s, kg * m / s ** 2, float(m / m), sum([m, 2 * m]), sorted(map(str, [3 * m, m])), max(2 * m, 5 * m), (m * s) / (s * m) == Q(1), 6 * m / 2)
for bad in (lambda: m + s, lambda: m < 5, lambda: float(m), lambda: m + None, lambda: math.sqrt(m), lambda: m == 1 or [] < m):
    try:
        print(bad())
    except TypeError as e:
        print(type(e).__name__, e)
