# /// gradus
# id = "operators.int-float-mixed-overflow"
# rules = ["run.lambda", "expr.lambda", "expr.compare", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An int too large for a float raises OverflowError in mixed arithmetic.
big = 10**400
for f in (lambda: big + 1.0, lambda: 1.0 * big, lambda: float(big), lambda: big / 2.0):
    try:
        f()
    except OverflowError as e:
        print(e)
print(big > 1e308, big == 1e308, big < float("inf"))
