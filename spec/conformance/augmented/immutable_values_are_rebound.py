# /// gradus
# id = "augmented.immutable-values-are-rebound"
# rules = ["augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# += on ints, strings and tuples rebinds the name only.
a = b = "x"
a += "y"
t = u = (1,)
t += (2,)
print(a, b, t, u)
