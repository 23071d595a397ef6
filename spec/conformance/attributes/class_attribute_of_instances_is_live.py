# /// gradus
# id = "attributes.class-attribute-of-instances-is-live"
# rules = ["object.delattr", "delete.attribute", "attribute.delete", "attribute.delete.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Changing the class is seen at once by its instances and subclasses.
class A:
    def f(self):
        return "old"

class B(A):
    pass

b = B()
print(b.f())
A.f = lambda self: "new"
print(b.f())
B.f = lambda self: "own"
print(b.f(), A().f())
del B.f
print(b.f())
