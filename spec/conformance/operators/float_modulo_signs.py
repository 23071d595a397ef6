# /// gradus
# id = "operators.float-modulo-signs"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The result of float % has the sign of the divisor, and an exact zero too.
inf = float("inf")
print(5.5 % 2, -5.5 % 2, 5.5 % -2, -5.5 % -2)
print(4.0 % -2, -4.0 % 2, 0.0 % -1, -0.0 % 1)
print(5.0 % inf, -5.0 % inf, 5.0 % -inf, 5.0 // inf, -5.0 // inf)
