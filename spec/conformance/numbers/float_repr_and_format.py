# /// gradus
# id = "numbers.float-repr-and-format"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# repr, str and format of floats.
for x in (0.1, 1e21, 123456789.123, 1e-7, 100.0, -0.0, float("inf"), float("nan"), 2.0**0.5, 1e15 + 0.5, 12345678901234567.0):
    print(x, repr(x), f"{x:.3f}", f"{x:g}", f"{x:e}", "%.2f" % x, "%g" % x)
