# /// gradus
# id = "builtins.enumerate-zip-map-filter"
# rules = ["iterator.filter", "iterator.passes", "iterator.map", "iteration.pull"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Lazy builtins give iterators.
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip("abc", [1, 2])), list(zip()), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
z = zip([1, 2], "xy")
print(iter(z) is z, next(z), dict(z), list(zip(*[(1, 2), (3, 4)])), type(map(str, [])).__name__)
