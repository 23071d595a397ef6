# /// gradus
# id = "operators.attribute-of-operator-result"
# rules = ["operator.unary", "expr.unaryop", "expr.compare", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Precedence: attribute and call bind tighter than unary, unary tighter than *, ** tighter than unary minus on its left.
print(-1 .real, -3 % 2, 2 * -3, 2 ** -1, not 1 == 2)
print(1 | 2 ^ 3 & 4 << 1 + 2 * 3)
print(1 + 2 << 3, 7 & 3 == 3, -2 ** -2, ~2 ** 2)
