# /// gradus
# id = "comparisons.subclass-comparison-goes-first"
# rules = ["operator.rich", "stmt.pass", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The right operand goes first in a comparison when its type is a proper subclass that has the method.
class A:
    def __lt__(self, other):
        return "A.lt"

    def __gt__(self, other):
        return "A.gt"

class B(A):
    def __gt__(self, other):
        return "B.gt"

class C(A):
    pass

print(A() < B(), A() < C(), B() < A(), A() < A())
