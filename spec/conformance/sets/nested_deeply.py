# /// gradus
# id = "sets.nested-deeply"
# rules = ["expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Sets within sets, lists within lists and dictionaries within dictionaries are compared to the bottom.


def nested(wrap, depth, value):
    for _ in range(depth):
        value = wrap(value)
    return value


for wrap in (lambda it: frozenset([it]), lambda it: [it], lambda it: (it,), lambda it: {"key": it}):
    for depth in (1, 20, 101, 200):
        a, b, other = nested(wrap, depth, 1), nested(wrap, depth, 1.0), nested(wrap, depth, 2)
        print(type(a).__name__, depth, a == b, a != b, a == other, a in [b])
a, b = (nested(lambda it: frozenset([it]), 200, value) for value in (1, 1.0))
print(a <= b, a < b, {a} == {b}, {a: 1} == {b: True})
