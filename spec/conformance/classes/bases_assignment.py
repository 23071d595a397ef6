# /// gradus
# id = "classes.bases-assignment"
# rules = ["object.setattr", "expr.listcomp.element", "stmt.pass", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assigning __bases__ changes the resolution order of existing classes.
class A:
    x = "A"
class B:
    x = "B"
class C(A):
    pass
class D(C):
    pass

d = D()
print(d.x)
C.__bases__ = (B,)
print(d.x, [c.__name__ for c in D.__mro__], [c.__name__ for c in A.__subclasses__()])
