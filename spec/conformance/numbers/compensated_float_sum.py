# /// gradus
# id = "numbers.compensated-float-sum"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.12"
# expect = "exit 0"
# ///
# Since 3.12 sum() of floats is compensated.
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([0.1, 0.2, 0.3]))
