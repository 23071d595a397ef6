# Generators: pipelines, recursion with yield from, send, and generator expressions.


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def keep(pred, xs):
    for x in xs:
        if pred(x):
            yield x


def apply(f, xs):
    for x in xs:
        yield f(x)


def window(xs, n):
    buffer = []
    for x in xs:
        buffer.append(x)
        if len(buffer) == n:
            yield tuple(buffer)
            del buffer[0]


def averager():
    total = n = 0
    x = yield None
    while True:
        total += x
        n += 1
        x = yield total // n


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in list(its):
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


n = 900000
print(sum(apply(lambda x: x * 3, keep(lambda x: x % 3 == 1, count(n)))))
print(sum(a * b - c for a, b, c in window(count(n // 2), 3)))
avg = averager()
next(avg)
for x in count(n):
    last = avg.send(x)
print(last)
print(sum(tree(18)))
print(sum(x for x in interleave(count(50000), (y * y for y in count(60000)), range(70000))))
print(max(len(str(x)) for x in (a ^ b for a in range(800) for b in range(700))))
