"""Roman numerals as an int subclass, number words, and mixed-base numbers."""
from functools import reduce
from itertools import takewhile


class Roman(int):
    table = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]

    def __new__(cls, value=1):
        n = cls.parse(value) if isinstance(value, str) else int(value)
        if not 0 < n < 4000:
            raise ValueError(f"{n} is out of range")
        return super().__new__(cls, n)

    @classmethod
    def parse(cls, text):
        rest, n = text.upper(), 0
        for value, symbol in cls.table:
            while rest.startswith(symbol):
                n, rest = n + value, rest[len(symbol):]
        if rest or (0 < n < 4000 and str(cls(n)) != text.upper()):
            raise ValueError(f"not a numeral: {text!r}")
        return n

    def __str__(self):
        def digits(n):
            for value, symbol in self.table:
                q, n = divmod(n, value)
                yield symbol * q
        return "".join(digits(int(self)))

    def __repr__(self):
        return f"Roman({str(self)!r})"

    def __format__(self, spec):
        return format(str(self), spec) if not spec or spec[-1] not in "dxob" else format(int(self), spec)

    def __iter__(self):
        return iter(str(self))


def _wrap(name):
    method = getattr(int, name)

    def wrapped(self, *args):
        r = method(self, *args)
        if r is NotImplemented or isinstance(r, float):
            return r
        try:
            return Roman(r)
        except ValueError as e:
            raise OverflowError(f"{name}: {e}") from e
    wrapped.__name__ = name
    setattr(Roman, name, wrapped)


for n in "add radd sub rsub mul rmul floordiv mod pow".split():
    _wrap(f"__{n}__")

x, y = Roman("XIV"), Roman(9)
print(x, repr(y), x + y, x - y, x * 2, 100 + x, 20 - y, x // y, x % y, y ** 2, x / 2, x > y, x == 14, hash(x) == hash(14), -x, x & 6)
print(f"{x:>6}|{x:<6}|{x:^6}|{x:d}|{x:#x}|{x}", "".join(x), [*y], sum([x, y]), max(x, y), {14: "dict"}[x], [10, 20, 30][Roman("II")], range(x)[-1], "ab" * Roman("III"))
for bad in (lambda: Roman("IIII"), lambda: Roman("IC"), lambda: Roman(0), lambda: Roman("ABC"), lambda: x - x, lambda: x * 1000, lambda: Roman(None), lambda: x + "V", lambda: Roman("")):
    try:
        print(bad())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e, type(e.__cause__).__name__)
print(all(Roman(str(Roman(i))) == i for i in range(1, 4000)), max((Roman(i) for i in range(1, 4000)), key=lambda r: len(str(r))), sorted(map(Roman, (5, 1, 4)), key=str))

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        q, r = divmod(n, 10)
        return TENS[q - 2] + ("-" + ONES[r] if r else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            q, r = divmod(n, size)
            return f"{words(q)} {name}" + (f"{' and ' if r < 100 else ' '}{words(r)}" if r else "")


for n in (0, 13, 21, 80, 105, 999, 1000, 1066, 1234567, -42, 10**9 + 1):
    print(f"{n:,} = {words(n)}")
print(min(range(1000), key=words), sum(len(words(n).replace(" ", "").replace("-", "")) for n in range(1, 1001)))


class Mixed:
    def __init__(self, *units):
        self.units = units

    def __call__(self, n):
        out = []
        for name, size in reversed(self.units):
            n, r = divmod(n, size) if size else (0, n)
            out.append((r, name))
            if not n:
                break
        return " ".join(f"{r}{name}" for r, name in reversed(out) if r) or "0"

    def parse(self, text):
        sizes = {}
        k = 1
        for name, size in reversed(self.units):
            sizes[name] = k
            k *= size or 1
        total = 0
        for part in text.split():
            digits = "".join(takewhile(str.isdigit, part))
            total += int(digits) * sizes[part[len(digits):]]
        return total


time = Mixed(("w", None), ("d", 7), ("h", 24), ("m", 60), ("s", 60))
for n in (0, 59, 3600, 90061, 10**6):
    print(n, time(n), time.parse(time(n)) == n if n else "-")
print(reduce(lambda acc, d: acc * 60 + d, (1, 2, 3)), [int(c, 36) for c in "az"], int("zz", 36))


def base(n, b):
    return (base(n // b, b) if n >= b else "") + "0123456789abcdefghijklmnopqrstuvwxyz"[n % b]


print([base(n, b) for n, b in ((255, 2), (255, 16), (10**12, 36), (0, 7))], all(int(base(n, b), b) == n for n in range(50) for b in range(2, 37)))
