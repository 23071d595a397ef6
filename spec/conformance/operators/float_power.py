# /// gradus
# id = "operators.float-power"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Float ** covers the special cases of C's pow.
inf = float("inf")
print(2.0 ** 3, 2.0 ** -1, 0.0 ** 0, inf ** 0, 1.0 ** inf, (-1.0) ** inf)
print(0.5 ** inf, inf ** -1, (-2.0) ** 3, (-0.0) ** 3, 2 ** 0.5)
try:
    10.0 ** 400
except OverflowError as e:
    print(type(e).__name__)
print(type((-1) ** 0.5).__name__)
