# /// gradus
# id = "operators.division-by-zero-messages-for-int"
# rules = ["run.lambda", "operator.unary", "expr.unaryop", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Division of ints by zero raises ZeroDivisionError.
for f in (lambda: 1 // 0, lambda: 1 / 0, lambda: 0 ** -1):
    try:
        f()
    except ZeroDivisionError:
        print("ZeroDivisionError")
for f in (lambda: 1 % 0, lambda: divmod(1, 0)):
    try:
        f()
    except ZeroDivisionError:
        print("ZeroDivisionError")
