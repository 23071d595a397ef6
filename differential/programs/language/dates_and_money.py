"""Dates, durations, recurring events and money with exact cents: ordering, hashing, formatting, parsing, iteration."""
from functools import total_ordering
from itertools import islice, takewhile


@total_ordering
class Date:
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    weekdays = "Mon Tue Wed Thu Fri Sat Sun".split()
    __slots__ = ("ordinal", "_ymd")

    def __init__(self, y, m=1, d=1):
        if not 1 <= m <= 12:
            raise ValueError(f"month {m} is out of range")
        if not 1 <= d <= self.month_days(y, m):
            raise ValueError(f"day {d} is out of range for {self.months[m - 1]} {y}")
        object.__setattr__(self, "ordinal", self.to_ordinal(y, m, d))
        object.__setattr__(self, "_ymd", (y, m, d))

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")

    y, m, d = (property(lambda self, i=i: self._ymd[i]) for i in range(3))

    @staticmethod
    def leap(y):
        return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)

    @classmethod
    def month_days(cls, y, m):
        return 28 + cls.leap(y) if m == 2 else 30 + (m + m // 8) % 2

    @staticmethod
    def to_ordinal(y, m, d):
        y, m = (y - 1, m + 12) if m < 3 else (y, m)
        return 365 * y + y // 4 - y // 100 + y // 400 + (153 * (m - 3) + 2) // 5 + d - 306

    @classmethod
    def from_ordinal(cls, n):
        y = n * 400 // 146097 + 2
        while cls.to_ordinal(y, 1, 1) > n:
            y -= 1
        rest, m = n - cls.to_ordinal(y, 1, 1), 1
        while rest >= (k := cls.month_days(y, m)):
            rest -= k
            m += 1
        return cls(y, m, rest + 1)

    @classmethod
    def parse(cls, text):
        try:
            y, m, d = map(int, text.split("-"))
        except ValueError as e:
            raise ValueError(f"not a date: {text!r}") from e
        return cls(y, m, d)

    def __add__(self, days):
        if isinstance(days, int):
            return self.from_ordinal(self.ordinal + days)
        if isinstance(days, Months):
            n = self.y * 12 + self.m - 1 + days.n
            y, m = divmod(n, 12)
            return type(self)(y, m + 1, min(self.d, self.month_days(y, m + 1)))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, Date):
            return self.ordinal - other.ordinal
        return self + -other

    def __eq__(self, other):
        return isinstance(other, Date) and self.ordinal == other.ordinal

    def __lt__(self, other):
        return self.ordinal < other.ordinal if isinstance(other, Date) else NotImplemented

    def __hash__(self):
        return hash(self.ordinal)

    def weekday(self):
        return (self.ordinal - 1) % 7

    def __format__(self, spec):
        table = {"Y": f"{self.y:04}", "m": f"{self.m:02}", "d": f"{self.d:02}", "b": self.months[self.m - 1], "a": self.weekdays[self.weekday()], "j": f"{self - Date(self.y) + 1:03}"}
        out = iter(spec or "%Y-%m-%d")
        return "".join(table[next(out)] if c == "%" else c for c in out)

    def __str__(self):
        return format(self)

    def __repr__(self):
        return f"Date{self._ymd}"


class Months:
    def __init__(self, n):
        self.n = n

    def __neg__(self):
        return Months(-self.n)

    def __mul__(self, k):
        return Months(self.n * k)

    __rmul__ = __mul__


class Every:
    def __init__(self, start, step, until=None, where=lambda d: True):
        self.start, self.step, self.until, self.where = start, step, until, where

    def __iter__(self):
        k = 0
        while True:
            d = self.start + k * self.step
            if self.until and d > self.until:
                return
            if self.where(d):
                yield d
            k += 1

    def __and__(self, other):
        a, b = iter(self), iter(other)
        try:
            x, y = next(a), next(b)
            while True:
                if x == y:
                    yield x
                    x = next(a)
                elif x < y:
                    x = next(a)
                else:
                    y = next(b)
        except StopIteration:
            return


month = Months(1)
d = Date(2024, 1, 31)
print(d, repr(d), d + 1, d + 30, d - 31, d + month, d + 13 * month, d - month, Date(2024, 3, 31) - month, d - Date(2023, 1, 31), 366 + d)
print(f"{d:%a %d %b %Y (%j)}", Date(2000, 2, 29).weekday(), Date(1, 1, 1).ordinal, Date.from_ordinal(738000), Date.parse("1999-12-31") < d, {d: "hit"}[Date(2024, 1, 31)], max(d, Date(2025)), sorted([d, Date(2023), Date(2024)]), d == "2024-01-31", d != Date(2024, 1, 30))
print(all(Date.from_ordinal(n).ordinal == n for n in range(700000, 740000, 97)), [y for y in range(1890, 1910) if Date.leap(y)])
for bad in (lambda: Date(2023, 2, 29), lambda: Date(2023, 13), lambda: Date.parse("2023-1"), lambda: d < 5, lambda: d + "x", lambda: setattr(d, "x", 1), lambda: setattr(d, "y", 1)):
    try:
        print(bad())
    except (ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
fridays13 = Every(Date(2023, 1, 13), month, Date(2024, 12, 31), lambda d: d.weekday() == 4)
print(*fridays13, *islice(Every(Date(2024, 1, 31), month), 4), *(Every(Date(2024), 14, Date(2024, 6, 1)) & Every(Date(2024, 1, 1), month)), len(list(takewhile(lambda d: d.y < 2025, Every(Date(2024), 7)))))


def calendar(y, m):
    first = Date(y, m)
    yield f"{first:%b %Y}".center(20)
    yield " ".join(w[:2] for w in Date.weekdays)
    days = [""] * first.weekday() + list(range(1, Date.month_days(y, m) + 1))
    for i in range(0, len(days), 7):
        yield " ".join(f"{x:>2}" for x in days[i:i + 7])


print(*calendar(2024, 2), sep="\n")


class Money(int):
    """An amount of cents."""

    rates = {"EUR": 100, "USD": 108, "JPY": 16000}

    def __new__(cls, amount=0, currency="EUR"):
        if isinstance(amount, str):
            sign = -1 if amount.startswith("-") else 1
            whole, _, cents = amount.lstrip("-").replace(",", "").partition(".")
            amount = sign * (int(whole) * 100 + int((cents + "00")[:2]))
        elif isinstance(amount, float):
            raise TypeError("floats are not exact")
        self = super().__new__(cls, amount)
        self.currency = currency
        return self

    def _check(self, other):
        if isinstance(other, Money):
            if other.currency != self.currency:
                raise ValueError(f"{self.currency} and {other.currency} don't mix")
        elif other != 0:
            raise TypeError(f"{other!r} is no money")

    def __add__(self, other):
        self._check(other)
        return Money(int(self) + int(other), self.currency)

    __radd__ = __add__

    def __sub__(self, other):
        self._check(other)
        return Money(int(self) - int(other), self.currency)

    def __mul__(self, k):
        return Money(round(int(self) * k), self.currency)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def split(self, *weights):
        total, rest, out = sum(weights), int(self), []
        for w in weights:
            share = rest * w // total
            out.append(Money(share, self.currency))
            rest, total = rest - share, total - w
        return out

    def to(self, currency):
        return Money(int(self) * self.rates[currency] // self.rates[self.currency], currency)

    def __format__(self, spec):
        q, r = divmod(abs(self), 100)
        return format(f"{'-' if self < 0 else ''}{int(q):,}.{int(r):02} {self.currency}", spec)

    def __str__(self):
        return format(self, "")

    def __repr__(self):
        return f"Money({int(self)}, {self.currency!r})"


a, b = Money("1,234.50"), Money("0.99")
print(a, b, a + b, a - b, b - a, a * 1.5, 3 * b, -b, sum([a, b, b]), a > b, max(a, b), f"[{a:>15}]", repr(b), a == Money(123450), hash(b) == 99, bool(Money()), a.to("USD"), a.to("JPY").to("EUR"))
print(Money("10").split(1, 1, 1), Money("0.05").split(3, 7), sum(Money("99.99").split(*range(1, 8))), [str(m) for m in Money("-1").split(1, 2)])
for bad in (lambda: a + 5, lambda: a + Money(1, "USD"), lambda: Money(1.5), lambda: Money("abc"), lambda: a.to("GBP"), lambda: Money("5").split()):
    try:
        print(bad())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)


def schedule(principal, rate, months, start):
    payment = principal * (rate / 12 / (1 - (1 + rate / 12) ** -months))
    for n, day in enumerate(islice(Every(start, month), months), 1):
        interest = principal * (rate / 12)
        paid = principal + interest if n == months else payment
        principal = principal + interest - paid
        yield f"{n:2} {day} {paid:>14} {interest:>12} {principal:>14}"


print(*schedule(Money("1000"), 0.06, 6, Date(2024, 8, 31)), sep="\n")
