# /// gradus
# id = "operators.unary-dispatch"
# rules = ["operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# -x, +x and ~x call __neg__, __pos__ and __invert__.
class U:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

u = U()
print(-u, +u, ~u)
print(-5, +5, ~5, - -5, ~~5, -0.0, +True, -True, ~0)
