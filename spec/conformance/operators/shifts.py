# /// gradus
# id = "operators.shifts"
# rules = ["run.lambda", "operator.unary", "expr.unaryop", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# << and >> are exact; >> rounds towards minus infinity.
print(1 << 0, 1 << 30, 1 << 62, 1 << 63, 1 << 64, 1 << 100)
print(-1 << 63, -1 << 64, 5 >> 1, -5 >> 1, -1 >> 100, 1 >> 100)
print((1 << 100) >> 98, -(1 << 100) >> 98, (2**64 - 1) >> 63, 0 << 1000)
for f in (lambda: 1 << -1, lambda: 1 >> -1):
    try:
        f()
    except ValueError as e:
        print(e)
