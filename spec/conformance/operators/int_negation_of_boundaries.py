# /// gradus
# id = "operators.int-negation-of-boundaries"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Negating the smallest 64-bit number gives a larger int.
print(-(-(2**63)), -(-(2**31)), -(2**62))
print(-9223372036854775808 // -1, abs(-9223372036854775808))
print(-9223372036854775808 % -1, divmod(-9223372036854775808, -1))
