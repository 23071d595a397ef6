# /// gradus
# id = "comparisons.int-and-float-compare-exactly"
# rules = ["operator.unary", "expr.unaryop", "expr.compare", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Ints and floats are compared by exact value.
print(2**53 + 1 == float(2**53), 2**53 == float(2**53), 2**53 + 1 > float(2**53))
print(10**400 > 1e300, -10**400 < float("-inf"), 1 == 1.0, 0 == -0.0, True == 1.0)
print(2**63 == 9.223372036854775807e18, 2**63 - 1 < 2.0**63, 2**63 - 1 == 2.0**63)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j))
