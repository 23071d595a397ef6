# /// gradus
# id = "classes.hash-must-return-int"
# rules = ["convert.hash", "operator.unary", "expr.unaryop", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __hash__ must return an int; large ones are reduced.
class A:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h

print(hash(A(5)), hash(A(-1)), hash(A(True)), hash(A(2**61 - 1)) == 2**61 - 1)
for h in ("x", 1.5, None):
    try:
        hash(A(h))
    except TypeError as e:
        print(e)
