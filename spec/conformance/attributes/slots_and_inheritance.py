# /// gradus
# id = "attributes.slots-and-inheritance"
# rules = ["builtin.hasattr", "stmt.pass", "attribute.set.object", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A subclass without __slots__ has a __dict__ again; slots of a base stay usable.
class A:
    __slots__ = ("a",)

class B(A):
    __slots__ = ("b",)

class C(A):
    pass

b, c = B(), C()
b.a, b.b, c.a, c.z = 1, 2, 3, 4
print(b.a, b.b, c.a, c.__dict__, hasattr(b, "__dict__"))
