# /// gradus
# id = "comparisons.in-range-uses-arithmetic"
# rules = ["container.contains", "expr.boolop.test", "operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Membership of an int in a range needs no iteration; other values are compared one by one.
r = range(0, 10**18, 7)
print(7 * 10**17 in r, 7 * 10**17 + 1 in r, -7 in r, True in range(2), 3.0 in range(5), "a" in range(3))
