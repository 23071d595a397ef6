# /// gradus
# id = "operators.repetition-prefers-number-method"
# rules = ["operator.binary", "expr.binop", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A user's __rmul__ goes before the repetition of a sequence.
class N:
    def __rmul__(self, other):
        return ("rmul", other)

    def __index__(self):
        return 2

print([1] * N())
print("a" * N())
