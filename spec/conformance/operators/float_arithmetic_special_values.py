# /// gradus
# id = "operators.float-arithmetic-special-values"
# rules = ["operator.unary", "expr.unaryop", "expr.compare", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Floats follow IEEE 754 for infinities, nan and signed zero.
inf = float("inf")
nan = float("nan")
print(inf - inf, inf * 0, inf + 1, -inf, inf * -2, nan + 1)
print(0.0 * -1, -0.0 + 0.0, -0.0 - 0.0, 0.0 - 0.0, -0.0 * -1)
print(inf == inf, nan == nan, nan != nan, nan < nan, 0.0 == -0.0)
print(1e308 * 10, -1e308 * 10, 5e-324 / 2, 1e-400)
