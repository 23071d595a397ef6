# /// gradus
# id = "operators.repetition-accepts-index"
# rules = ["operator.sequence", "convert.index", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A count with __index__ is accepted by sequence repetition.
class Three:
    def __index__(self):
        print("index")
        return 3

print([0] * Three())
print(Three() * "ab")
