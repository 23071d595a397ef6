# /// gradus
# id = "classes.class-attributes-of-class"
# rules = ["object.setattr", "stmt.pass", "attribute.set.object", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# What a class knows about itself.
class A:
    "doc of A"

class B(A):
    pass

print(A.__name__, A.__qualname__, A.__module__, A.__doc__, B.__doc__, B.__bases__ == (A,), A.__dict__["__module__"])
print(B.__mro__ == (B, A, object), A.__subclasses__() == [B], type(A), repr(A))
B.__name__ = "Renamed"
print(B.__name__, B.__qualname__, repr(B))
