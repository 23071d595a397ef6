# /// gradus
# id = "subscripts.index-and-negative-index"
# rules = ["run.lambda", "operator.unary", "expr.unaryop", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Negative indices count from the end; others out of range raise IndexError.
xs = [10, 20, 30]
print(xs[0], xs[-1], xs[True], (1, 2)[-2], "abc"[1], b"abc"[1], range(5, 10)[-1])
for f in (lambda: xs[3], lambda: xs[-4], lambda: ()[0], lambda: ""[0], lambda: range(2)[2], lambda: b""[0]):
    try:
        f()
    except IndexError as e:
        print(e)
