# /// gradus
# id = "classes.eq-inherited-hash-rule"
# rules = ["convert.hash", "stmt.pass", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A subclass that overrides __eq__ loses the inherited __hash__; one that doesn't keeps it.
class A:
    def __hash__(self):
        return 42

class B(A):
    pass

class C(A):
    def __eq__(self, other):
        return True

print(hash(B()), C.__hash__, A.__eq__ is object.__eq__)
