# /// gradus
# id = "comparisons.set-comparisons-are-subset-tests"
# rules = ["expr.set", "set.update", "operator.rich", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# <, <=, >, >= on sets test for subsets; two sets may be unordered.
a, b, c = {1, 2}, {1, 2, 3}, {4}
print(a < b, a <= a, a < a, b > a, a < c, a > c, a == {2, 1}, a <= frozenset(b), frozenset(a) == a)
try:
    a < [1, 2, 3]
except TypeError as e:
    print(e)
