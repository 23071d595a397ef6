# /// gradus
# id = "operators.division-by-zero-text"
# rules = ["run.lambda", "operator.unary", "expr.unaryop", "expr.lambda"]
# python = ">=3.13,<3.14"
# expect = "exit 0"
# ///
# The texts of ZeroDivisionError in CPython 3.13.
fs = [lambda: 1 // 0, lambda: 1 / 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1.0 / 0, lambda: 1.0 // 0,
      lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1j / 0]
for f in fs:
    try:
        f()
    except ZeroDivisionError as e:
        print(e)
