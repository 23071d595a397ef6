"""A matrix class with every operator, exact fractions of its own, and elimination."""
import math
from functools import total_ordering
from itertools import product


@total_ordering
class Frac:
    __slots__ = ("n", "d")

    def __new__(cls, n, d=1):
        if isinstance(n, cls) and d == 1:
            return n
        self = super().__new__(cls)
        if d == 0:
            raise ZeroDivisionError(f"Frac({n}, 0)")
        g = math.gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g
        return self

    @staticmethod
    def _coerce(f):
        def method(self, other):
            if isinstance(other, int):
                other = Frac(other)
            if not isinstance(other, Frac):
                return NotImplemented
            return f(self, other)
        return method

    __add__ = __radd__ = _coerce.__func__(lambda a, b: Frac(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__ = _coerce.__func__(lambda a, b: Frac(a.n * b.d - b.n * a.d, a.d * b.d))
    __rsub__ = _coerce.__func__(lambda a, b: b - a)
    __mul__ = __rmul__ = _coerce.__func__(lambda a, b: Frac(a.n * b.n, a.d * b.d))
    __truediv__ = _coerce.__func__(lambda a, b: Frac(a.n * b.d, a.d * b.n))
    __rtruediv__ = _coerce.__func__(lambda a, b: b / a)
    __eq__ = _coerce.__func__(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__ = _coerce.__func__(lambda a, b: a.n * b.d < b.n * a.d)

    def __hash__(self):
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

    def __neg__(self):
        return Frac(-self.n, self.d)

    def __bool__(self):
        return self.n != 0

    def __float__(self):
        return self.n / self.d

    def __abs__(self):
        return -self if self.n < 0 else self

    def __repr__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [[Frac(x) for x in row] for row in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            if isinstance(i, slice) or isinstance(j, slice):
                rows = self.rows[i] if isinstance(i, slice) else [self.rows[i]]
                return Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in rows])
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = Frac(value)

    def _zip(self, other, f):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape != other.shape:
            raise ValueError(f"shapes {self.shape} and {other.shape} differ")
        return Matrix([[f(a, b) for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __add__(self, other):
        return self._zip(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._zip(other, lambda a, b: a - b)

    def __mul__(self, k):
        if isinstance(k, (int, Frac)):
            return Matrix([[x * k for x in r] for r in self.rows])
        return NotImplemented

    __rmul__ = __mul__

    def __imul__(self, k):
        for r in self.rows:
            r[:] = [x * k for x in r]
        return self

    def __matmul__(self, other):
        cols = list(zip(*other.rows))
        return Matrix([[sum((a * b for a, b in zip(r, c)), Frac(0)) for c in cols] for r in self.rows])

    def __pow__(self, n, mod=None):
        if n < 0:
            return (~self) ** -n
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __invert__(self):
        n = len(self.rows)
        work = [r + i for r, i in zip(self.rows, Matrix.identity(n).rows)]
        for c in range(n):
            for p in range(c, n):
                if work[p][c]:
                    break
            else:
                raise ZeroDivisionError("singular matrix")
            work[c], work[p] = work[p], work[c]
            pivot = work[c][c]
            work[c] = [x / pivot for x in work[c]]
            for r in range(n):
                if r != c and (k := work[r][c]):
                    work[r] = [x - k * y for x, y in zip(work[r], work[c])]
        return Matrix([r[n:] for r in work])

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return self.rows == other.rows if isinstance(other, Matrix) else NotImplemented

    def __iter__(self):
        return (x for r in self.rows for x in r)

    def __contains__(self, x):
        return any(x == y for y in self)

    def __round__(self, digits=0):
        return [[round(float(x), digits) for x in r] for r in self.rows]

    def __repr__(self):
        return "[" + "; ".join(" ".join(map(repr, r)) for r in self.rows) + "]"


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, a @ b, b @ a, 2 * a, a * Frac(1, 2), -a)
print(~a, a @ ~a == Matrix.identity(2), a ** 5, a ** -2, round(a ** -1, 3))
print(a[0], a[1, 0], a[:, 1], a[0, :], a[::-1, ::-1], Frac(4) in a, 7 in a, list(a))
a[0, 0] = Frac(3, -6)
c = a
a *= 4
print(a, c is a, a == c, a != b, a == "x", max(a), sorted(b), abs(min(a)))
for f in (lambda: a + 1, lambda: "x" * a, lambda: a + Matrix([[1]]), lambda: ~Matrix([[1, 2], [2, 4]]), lambda: Matrix([[1], [1, 2]]), lambda: Frac(1, 0), lambda: Frac(1) + "a", lambda: a[5, 5]):
    try:
        print(f())
    except (TypeError, ValueError, ZeroDivisionError, IndexError) as e:
        print(type(e).__name__, e)
h = Matrix([[Frac(1, i + j + 1) for j in range(4)] for i in range(4)])
print(~h, sum(~h, Frac(0)))
print({Frac(2, 4): "half", Frac(1): "one"}[Frac(1, 2)], {Frac(6, 3): "two"}[2], 1 / Frac(2, 3), 3 - Frac(1, 2), Frac(1, 3) < 1 <= Frac(3, 2))
fibs = Matrix([[1, 1], [1, 0]])
print([(fibs ** n)[0, 1] for n in range(12)], (fibs ** 150)[0, 1])
print([(x, y) for x, y in product(range(1, 4), repeat=2) if Frac(x, y) >= Frac(y, x)])
