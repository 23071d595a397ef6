# /// gradus
# id = "operators.true-division-of-ints-is-float"
# rules = ["operator.unary", "expr.unaryop", "exception.str", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# / of two ints is a correctly rounded float, even when both are huge.
print(6 / 3, 1 / 3, -7 / 2)
print(10**400 / 10**399, (2**70 + 1) / 2**70)
print((2**53 + 1) / 1, 3 * 10**23 / 3)
try:
    10**400 / 3
except OverflowError as e:
    print(e)
