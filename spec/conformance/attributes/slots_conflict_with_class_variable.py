# /// gradus
# id = "attributes.slots-conflict-with-class-variable"
# rules = ["attribute.set.object", "bind.attribute", "attribute.set", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A slot may not have the name of a class variable.
try:
    class C:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)
try:
    class D:
        __slots__ = ("not ok",)
except TypeError as e:
    print(e)
class E:
    __slots__ = "single"
E().single = 1
print(E.__slots__)
