# /// gradus
# id = "operators.int-power"
# rules = ["operator.unary", "expr.unaryop", "expr.compare", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Int powers are exact; a negative exponent gives a float.
print(2**10, 2**64, 3**50, (-2)**63, (-3)**3, 0**0, 7**0)
print(2**-2, (-2)**-3, 10**-3)
print(2**0.5, (-8) ** (1 / 3) == (-8 + 0j) ** (1 / 3))
