"""Memoized recursion and tables: knapsack, coins, alignment, matrix chains, partitions, word breaks."""
from functools import lru_cache, wraps


def memo(f=None, *, trace=False):
    if f is None:
        return lambda f: memo(f, trace=trace)
    cache = {}

    @wraps(f)
    def wrapper(*args):
        if args in cache:
            wrapper.hits += 1
            return cache[args]
        if trace:
            print("  " * wrapper.depth + f"{f.__name__}{args}")
        wrapper.depth += 1
        try:
            result = cache[args] = f(*args)
        finally:
            wrapper.depth -= 1
        return result

    wrapper.hits = wrapper.depth = 0
    wrapper.cache = cache
    return wrapper


def knapsack(items, capacity):
    names, weights, values = zip(*items)

    @memo
    def best(i, room):
        if i == len(items):
            return 0, ()
        skip = best(i + 1, room)
        if weights[i] > room:
            return skip
        value, chosen = best(i + 1, room - weights[i])
        return max(skip, (value + values[i], (names[i],) + chosen), key=lambda t: t[0])

    return best(0, capacity), len(best.cache), best.hits


items = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60),
         ("tin", 68, 45), ("banana", 27, 60), ("apple", 39, 40), ("cheese", 23, 30), ("suntan", 11, 70)]
print(knapsack(items, 200))
print(knapsack(items[:3], 8))


def coins(amount, denominations):
    table = [0] + [None] * amount
    used = [()] * (amount + 1)
    for a in range(1, amount + 1):
        for d in denominations:
            if d <= a and table[a - d] is not None and (table[a] is None or table[a - d] + 1 < table[a]):
                table[a], used[a] = table[a - d] + 1, used[a - d] + (d,)
    return table[amount], used[amount]


print(coins(63, (1, 5, 10, 21, 25)), coins(3, (2,)), coins(0, (7,)))


@lru_cache(maxsize=None)
def ways(amount, denominations):
    if amount == 0:
        return 1
    if amount < 0 or not denominations:
        return 0
    return ways(amount - denominations[0], denominations) + ways(amount, denominations[1:])


print(ways(100, (50, 25, 10, 5, 1)), ways.cache_info().misses > 0)


def align(a, b, gap="-"):
    rows = [[(j, "l" * j) for j in range(len(b) + 1)]]
    for i, x in enumerate(a, 1):
        row = [(i, "u" * i)]
        for j, y in enumerate(b, 1):
            options = ((rows[-1][j - 1], x != y, "d"), (rows[-1][j], 1, "u"), (row[-1], 1, "l"))
            (cost, moves), extra, move = min(options, key=lambda o: o[0][0] + o[1])
            row.append((cost + extra, moves + move))
        rows.append(row)
    cost, moves = rows[-1][-1]
    ia, ib = iter(a), iter(b)
    top = "".join(gap if m == "l" else next(ia) for m in moves)
    bottom = "".join(gap if m == "u" else next(ib) for m in moves)
    return cost, top, bottom, "".join("|" if p == q else " " for p, q in zip(top, bottom)).rstrip()


for pair in (("kitten", "sitting"), ("flaw", "lawn"), ("", "abc"), ("same", "same")):
    print(*pair, *align(*pair), sep=" / ")


@memo(trace=True)
def partitions(n, largest):
    return 1 if n == 0 else sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))


print(partitions(4, 4), partitions.hits, partitions.__name__)


def chain(dims):
    @memo
    def best(i, j):
        if i == j:
            return 0, chr(65 + i)
        return min((best(i, k)[0] + best(k + 1, j)[0] + dims[i] * dims[k + 1] * dims[j + 1],
                    f"({best(i, k)[1]}{best(k + 1, j)[1]})") for k in range(i, j))
    return best(0, len(dims) - 2)


print(chain([30, 35, 15, 5, 10, 20, 25]), chain([5, 6]))


def breaks(text, words):
    def go(i):
        if i == len(text):
            yield []
        for w in words:
            if text.startswith(w, i):
                for rest in go(i + len(w)):
                    yield [w, *rest]
    return [" ".join(b) for b in go(0)]


print(breaks("catsanddog", ["cat", "cats", "and", "sand", "dog"]), breaks("aaa", ["a", "aa"]), breaks("x", []))


def lis(xs):
    tails, links = [], []
    for i, x in enumerate(xs):
        lo, hi = 0, len(tails)
        while lo < hi:
            mid = (lo + hi) // 2
            lo, hi = (mid + 1, hi) if xs[tails[mid]] < x else (lo, mid)
        links.append(tails[lo - 1] if lo else None)
        tails[lo:lo + 1] = [i]
    out, i = [], tails[-1] if tails else None
    while i is not None:
        out.append(xs[i])
        i = links[i]
    return out[::-1]


print(lis([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]), lis([]), lis([5, 4, 3]), lis("algorithm"))
best = here = float("-inf")
for x in (-2, 1, -3, 4, -1, 2, 1, -5, 4):
    here = max(x, here + x)
    best = max(best, here)
print(best)


@memo
def hanoi(n, a="a", b="b", c="c"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


print(hanoi(3), len(hanoi(10)), len(hanoi.cache))
try:
    memo(lambda x: x)([1])
except TypeError as e:
    print(e)
