# /// gradus
# id = "classes.classcell-and-super-in-comprehension"
# rules = ["attribute.get.super", "expr.listcomp.element", "expr.listcomp", "expr.comprehension"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# super() with arguments and __class__ work in nested functions of a method.
class A:
    def f(self):
        return "A.f"

class B(A):
    def f(self):
        g = lambda: super(__class__, self).f()
        return g(), [super(B, self).f() for _ in range(1)]

print(B().f())
