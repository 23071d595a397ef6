# /// gradus
# id = "sets.algebra"
# rules = ["operator.sequence", "bind.tuple", "bind.elements", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Set operators and methods.
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([5], (6,)), a.intersection(b, [3]), a.difference([1]), a.symmetric_difference([1, 9]))
print(a.issubset({1, 2, 3, 4}), a.issuperset([1]), a.isdisjoint([7]), {1} < a, a <= a, type(frozenset([1]) | {2}).__name__, type({1} | frozenset([2])).__name__)
try:
    a | [1]
except TypeError as e:
    print(e)
