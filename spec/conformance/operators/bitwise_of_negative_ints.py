# /// gradus
# id = "operators.bitwise-of-negative-ints"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# & | ^ work on an infinite two's complement.
print(-1 & 255, -256 | 255, -1 ^ 255, ~255)
print(-(2**64) & (2**65 - 1), -(2**64) | 1, (2**64) ^ -1)
print(-5 & -3, -5 | -3, -5 ^ -3, 5 & -3, 5 | -3, 5 ^ -3)
print(2**63 & -(2**63), 2**63 | -(2**63), 2**63 ^ -(2**63))
