# /// gradus
# id = "classes.class-assignment-to-instance"
# rules = ["builtin.isinstance", "attribute.set.object", "bind.attribute", "attribute.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assigning __class__ changes the type of an object with a compatible layout.
class A:
    def f(self):
        return "A"

class B:
    def f(self):
        return "B"

a = A()
a.x = 1
a.__class__ = B
print(a.f(), type(a).__name__, a.x, isinstance(a, B))
class S:
    __slots__ = ("y",)
for cls in (int, S, 5):
    try:
        a.__class__ = cls
    except TypeError as e:
        print("TypeError")
