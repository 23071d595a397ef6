# /// gradus
# id = "operators.concatenation-falls-back-to-radd"
# rules = ["operator.binary", "expr.binop", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# list + object asks the object's __radd__.
class R:
    def __radd__(self, other):
        return ("radd", other)

print([1] + R(), "a" + R(), (1,) + R(), b"" + R())
