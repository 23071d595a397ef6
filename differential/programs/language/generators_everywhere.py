"""Generators as trees, trampolines, parsers, merging streams, backtracking search, and two-way pipelines."""
from itertools import count, islice


def trampoline(gen):
    stack, value, error = [gen], None, None
    deepest = 1
    while stack:
        try:
            got = stack[-1].throw(error) if error else stack[-1].send(value)
            error = value = None
        except StopIteration as e:
            stack.pop()
            value, error = e.value, None
        except Exception as e:
            stack.pop()
            error = e
        else:
            if hasattr(got, "send"):
                stack.append(got)
            else:
                value = got
        deepest = max(deepest, len(stack))
    if error:
        raise error
    return value, deepest


def depth(n):
    if n == 0:
        return 0
    return 1 + (yield depth(n - 1))


def fragile(n):
    if n == 0:
        raise ValueError("bottom")
    try:
        return (yield fragile(n - 1))
    except ValueError as e:
        if n == 3:
            return f"handled {e} at {n}"
        raise


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return (yield ackermann(m - 1, 1))
    return (yield ackermann(m - 1, (yield ackermann(m, n - 1))))


print(trampoline(depth(5000)), trampoline(fragile(6)), trampoline(ackermann(2, 9)))
try:
    trampoline(fragile(2))
except ValueError as e:
    print("out", e)


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c

    def post(self):
        total = 0
        for c in self.children:
            total += yield from c.post()
        yield self.value
        return total + 1

    def levels(self):
        row = [self]
        while row:
            yield [t.value for t in row]
            row = [c for t in row for c in t.children]

    def paths(self, prefix=()):
        prefix += (self.value,)
        if not self.children:
            yield "/".join(prefix)
        for c in self.children:
            yield from c.paths(prefix)

    def edit(self):
        """Yields each value; what is sent replaces it."""
        new = yield self.value
        while new is not None:
            self.value = new
            new = yield f"stored {new}"
        for c in self.children:
            yield from c.edit()


tree = Tree("a", Tree("b", Tree("d"), Tree("e", Tree("g"))), Tree("c", Tree("f")))
post = tree.post()
order = []
while True:
    try:
        order.append(next(post))
    except StopIteration as e:
        print("".join(tree), "".join(order), e.value, list(tree.levels()), list(tree.paths()))
        break
ed = tree.edit()
steps = [next(ed), ed.send("A"), next(ed), next(ed), ed.send("D"), ed.send("DD")]
ed.close()
print(steps, "".join(tree), list(ed))


def merge(*streams, key=lambda x: x):
    heads = []
    for s in map(iter, streams):
        for x in s:
            heads.append([x, s])
            break
    while heads:
        head = min(heads, key=lambda h: key(h[0]))
        yield head[0]
        try:
            head[0] = next(head[1])
        except StopIteration:
            heads.remove(head)


def hamming():
    yield 1
    def scaled(k):
        return (k * x for x in hamming())
    last = 1
    for x in merge(scaled(2), scaled(3), scaled(5)):
        if x != last:
            yield x
            last = x


print(list(islice(hamming(), 22)), list(merge([1, 4, 9], range(0, 12, 5), "")), list(islice(merge(count(0, 3), count(1, 7), key=lambda n: -n), 3)))


def solve(puzzle):
    """Cryptarithms by backtracking: one generator per letter."""
    words = puzzle.replace("+", " ").replace("=", " ").split()
    letters = sorted(set("".join(words)))
    firsts = {w[0] for w in words}
    weights = {c: 0 for c in letters}
    for sign, w in zip([1] * (len(words) - 1) + [-1], words):
        for i, c in enumerate(reversed(w)):
            weights[c] += sign * 10 ** i
    order = sorted(letters, key=lambda c: -abs(weights[c]))

    def place(i, used, total):
        if i == len(order):
            if total == 0:
                yield {}
            return
        rest = sum(abs(weights[c]) for c in order[i:]) * 9
        if abs(total) > rest:
            return
        for d in range(10):
            if d not in used and (d or order[i] not in firsts):
                for solution in place(i + 1, used | {d}, total + d * weights[order[i]]):
                    yield {order[i]: d, **solution}
    for s in place(0, frozenset(), 0):
        yield puzzle.translate({ord(c): str(d) for c, d in s.items()})


print(list(solve("SEND + MORE = MONEY")), next(solve("TO + GO = OUT"), None), list(solve("A + A = A")))


def knight(n, start):
    moves = [(a * x, b * y) for x, y in ((1, 2), (2, 1)) for a in (1, -1) for b in (1, -1)]

    def options(p, seen):
        for dx, dy in moves:
            q = p[0] + dx, p[1] + dy
            if 0 <= q[0] < n and 0 <= q[1] < n and q not in seen:
                yield q

    def tour(path, seen):
        if len(path) == n * n:
            yield path
            return
        for q in sorted(options(path[-1], seen), key=lambda q: (sum(1 for _ in options(q, seen)), q)):
            yield from tour(path + [q], seen | {q})
    return next(tour([start], {start}), None)


path = knight(5, (0, 0))
board = {p: i for i, p in enumerate(path, 1)}
print(*(" ".join(f"{board[r, c]:2}" for c in range(5)) for r in range(5)), knight(3, (0, 0)), sep="\n")


def stage(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start


@stage
def broadcast(*targets):
    try:
        while True:
            x = yield
            for t in targets:
                t.send(x)
    finally:
        for t in targets:
            t.close()


@stage
def where(pred, target):
    try:
        while True:
            if pred(x := (yield)):
                target.send(x)
    finally:
        target.close()


@stage
def batch(n, target):
    items = []
    try:
        while True:
            items.append((yield))
            if len(items) == n:
                target.send(tuple(items))
                items.clear()
    except GeneratorExit:
        if items:
            target.send(("rest", *items))
        target.close()


@stage
def sink(name, out):
    n = 0
    try:
        while True:
            out.append((name, (yield)))
            n += 1
    finally:
        out.append((name, f"closed after {n}"))


out = []
pipe = broadcast(where(lambda x: x % 2, batch(2, sink("odd", out))), where(lambda x: x > 5, sink("big", out)))
for x in range(9):
    pipe.send(x)
pipe.close()
print(*out, sep="\n")
try:
    pipe.send(1)
except StopIteration as e:
    print("finished", e.value)


def peekable(it):
    it, buffer = iter(it), []
    def peek(default=None):
        if not buffer:
            for x in it:
                buffer.append(x)
                break
        return buffer[0] if buffer else default
    def items():
        while peek(peek) is not peek:
            yield buffer.pop()
    return peek, items()


def tokens(text):
    peek, chars = peekable(text)
    for c in chars:
        if c.isspace():
            continue
        if c.isalnum():
            while (peek() or " ").isalnum():
                c += next(chars)
        elif c in "<>=!" and peek() == "=":
            c += next(chars)
        yield c


print(list(tokens("if a1<=10: b=(c+22)!=d")), list(tokens("")), list(tokens(" x ")))
