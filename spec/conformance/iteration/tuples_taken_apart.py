# /// gradus
# id = "iteration.tuples-taken-apart"
# rules = ["bind.list", "expr.dictcomp", "expr.dictcomp.element", "generator.send"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Loops whose targets take the items of enumerate, zip and dict.items apart.

xs = [10, 20, 30]
for i, x in enumerate(xs, 5): print(i, x)
for i, x in enumerate(xs, 2**70): print(i, x)
def f():
    for p in enumerate(xs):
        a, b = p
        print(p, a, b)
    for a, b in zip(xs, 'abc'): print(a, b)
    for a, b, c in zip(xs, 'ab', range(9)): print(a, b, c)
    it = iter([1, 2, 3, 4])
    for a, b in zip(it, 'ab'): print(a, b)
    print(list(it))
    try:
        for a, b in zip(xs, 'ab', strict=True): print(a, b)
    except ValueError as e: print(e)
    try:
        for a, b in zip('ab', xs, strict=True): print(a, b)
    except ValueError as e: print(e)
    try:
        for a, b in zip(xs): print(a, b)
    except ValueError as e: print(e)
    try:
        for a, b, c in enumerate(xs): print(a, b)
    except ValueError as e: print(e)
    d = dict(a=1, b=2, c=3)
    for k, v in d.items(): print(k, v)
    try:
        for k, v in d.items(): d[k + 'x'] = 1
    except RuntimeError as e: print(e)
    for k, v in reversed(d.items()): print(k, v)
    print({v: k for k, v in d.items()})
    for i, (a, b) in enumerate(zip(xs, xs)): print(i, a, b)
    for i, (a, b) in enumerate(d.items()): print(i, a, b)
    z = zip(xs, xs)
    for a, b in z:
        print(a, b, next(z, None))
    def g():
        for i, x in enumerate(xs):
            y = yield i, x
            print('sent', y)
    h = g(); print(next(h)); print(h.send(7)); print(list(h))
    i = 99
    for i, x in enumerate(()): pass
    print(i)
    for x.y, z in (): pass
    class C: pass
    c = C()
    for c.a, c.b in zip(xs, xs): print(c.a, c.b)
    for [c.a, *rest] in zip(xs, xs, xs): print(c.a, rest)
    for a, b in zip(xs, (1, 2, 3)):
        try:
            print(a / (b - 2))
        except ZeroDivisionError: print('zero', a, b); continue
f()
