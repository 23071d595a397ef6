# /// gradus
# id = "assignment.unpacking-dict-and-string"
# rules = ["bind.starred", "iteration.unpack.star", "expr.generatorexp.element"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Any iterable can be unpacked: a dict gives its keys.
k1, k2 = {"a": 1, "b": 2}
(c1, c2), c3 = "xy", *"z"
first, *_, last = range(10)
x, y, z = (n * n for n in range(3))
print(k1, k2, c1, c2, c3, first, last, x, y, z)
