# /// gradus
# id = "augmented.sets-and-dicts-in-place"
# rules = ["operator.binary.methods", "operator.inplace.binary", "expr.set", "set.update"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# |=, &=, -= and ^= change a set in place.
a = b = {1, 2, 3}
a |= {4}
a &= {2, 3, 4, 5}
a -= {2}
a ^= {3, 9}
print(sorted(b), a is b)
f = g = frozenset([1])
f |= {2}
print(sorted(f), sorted(g))
