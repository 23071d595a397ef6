# /// gradus
# id = "classes.instancecheck-and-subclasscheck"
# rules = ["builtin.issubclass", "builtin.isinstance", "stmt.pass", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# isinstance() and issubclass() ask the metaclass.
class Meta(type):
    def __instancecheck__(cls, obj):
        print("instancecheck")
        return "yes"

    def __subclasscheck__(cls, sub):
        print("subclasscheck")
        return []

class C(metaclass=Meta):
    pass

print(isinstance(5, C), issubclass(int, C), isinstance(C(), C))
