# /// gradus
# id = "classes.init-subclass"
# rules = ["call.doublestar", "attribute.get.super", "stmt.pass", "exception.str"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# __init_subclass__ of the parent is called for each new subclass with the class keywords.
class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))

class A(Base, tag="a"):
    pass

class B(A):
    pass

print(Base.registry)
try:
    class C(Base, other=1):
        pass
except TypeError as e:
    print(e)
