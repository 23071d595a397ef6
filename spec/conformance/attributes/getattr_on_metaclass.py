# /// gradus
# id = "attributes.getattr-on-metaclass"
# rules = ["builtin.hasattr", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __getattr__ of the metaclass serves missing attributes of the class, not of its instances.
class Meta(type):
    def __getattr__(cls, name):
        return f"{cls.__name__}.{name}"

class C(metaclass=Meta):
    pass

print(C.anything, hasattr(C(), "anything"))
