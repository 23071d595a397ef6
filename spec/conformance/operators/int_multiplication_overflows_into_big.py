# /// gradus
# id = "operators.int-multiplication-overflows-into-big"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A product beyond 64 bits is exact.
print(3037000500 * 3037000500)
print(4294967296 * 4294967296)
print(9223372036854775807 * 9223372036854775807)
print(-9223372036854775808 * -9223372036854775808)
print(123456789012345678901234567890 * -987654321098765432109876543210)
