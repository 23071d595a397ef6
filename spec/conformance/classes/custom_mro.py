# /// gradus
# id = "classes.custom-mro"
# rules = ["builtin.hasattr", "builtin.issubclass", "iteration.extend", "attribute.get.super"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A metaclass may compute the resolution order itself.
class Meta(type):
    def mro(cls):
        order = super().mro()
        return [order[0]] + [c for c in order[1:] if c.__name__ != "Hidden"]

class Hidden:
    x = 1

class C(Hidden, metaclass=Meta):
    pass

print([c.__name__ for c in C.__mro__], hasattr(C, "x"), issubclass(C, Hidden))
