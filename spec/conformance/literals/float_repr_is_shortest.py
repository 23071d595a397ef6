# /// gradus
# id = "literals.float-repr-is-shortest"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# repr() of a float is the shortest text that reads back as the same float.
print(0.1, 0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789012345678.0, 9999999999999998.0, 1e22, 1e-4, 1e-5, 0.00012)
print(5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e100, 1.0, 100.0, -1.5e-7)
print(1e400, -1e400, 1e-400)
