# /// gradus
# id = "operators.subclass-without-override-does-not-go-first"
# rules = ["stmt.pass", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A subclass that only inherits the reflected method gets no priority.
class A:
    def __add__(self, other):
        return "A.add"

    def __radd__(self, other):
        return "A.radd"

class B(A):
    pass

print(A() + B())
class I(int):
    def __rsub__(self, other):
        return ("I.rsub", other)

print(10 - I(3), I(3) - 10, 10 + I(3))
