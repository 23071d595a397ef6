# /// gradus
# id = "attributes.getattribute-called-by-hand"
# rules = ["type.getattribute", "super.getattribute", "object.getattribute", "attribute.get.super"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# __getattribute__ of object, type and super can be called like any method.
class A:
    x = 1
    def f(self): return "A.f"
class B(A):
    def f(self): return super.__getattribute__(super(), "f")()
print(object.__getattribute__(A(), "x"), type.__getattribute__(A, "x"), B().f())
