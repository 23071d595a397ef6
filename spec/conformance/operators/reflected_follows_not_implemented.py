# /// gradus
# id = "operators.reflected-follows-not-implemented"
# rules = ["operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# When the left method returns NotImplemented, the right operand's reflected method is asked.
class L:
    def __sub__(self, other):
        print("L.sub")
        return NotImplemented

class R:
    def __rsub__(self, other):
        print("R.rsub")
        return "done"

print(L() - R())
print(5 - R())
