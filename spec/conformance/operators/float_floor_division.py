# /// gradus
# id = "operators.float-floor-division"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Float // floors and keeps the sign of zero.
print(7.0 // 2, -7.0 // 2, 7 // -2.0, 0.0 // 3, -0.0 // 3, 1e300 // 1e-10)
print(0.3 // 0.1, 0.3 % 0.1, 1.0 // 0.1)
print(divmod(-1e-20, 1.0))
