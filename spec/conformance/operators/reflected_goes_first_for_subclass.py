# /// gradus
# id = "operators.reflected-goes-first-for-subclass"
# rules = ["stmt.pass", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The right operand goes first when its type is a proper subclass that overrides the reflected method.
class A:
    def __add__(self, other):
        return "A.add"

    def __radd__(self, other):
        return "A.radd"

class B(A):
    def __radd__(self, other):
        return "B.radd"

class C(A):
    pass

print(A() + B())
print(B() + A())
print(A() + C())
