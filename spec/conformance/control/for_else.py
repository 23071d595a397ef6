# /// gradus
# id = "control.for-else"
# rules = ["stmt.break", "operator.unary", "expr.unaryop", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The else suite of `for` runs when the iterator is exhausted, not after break.
def f(xs):
    for x in xs:
        if x < 0:
            break
    else:
        return "none negative"
    return "negative"

print(f([1, 2]), f([1, -2]), f([]))
