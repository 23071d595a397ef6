# /// gradus
# id = "attributes.unset-slot-asks-getattr"
# rules = ["builtin.hasattr", "name.class", "name.namespace.load", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A slot without a value has no attribute: __getattr__ is asked, getattr() gives its default.
class Asks:
    __slots__ = ("field",)

    def __getattr__(self, name):
        return "asked for " + name


class Plain:
    __slots__ = ("field",)


class Failing:
    @property
    def field(self):
        raise AttributeError("inner")

    def __getattr__(self, name):
        return "after " + name


print(Asks().field, getattr(Asks(), "field", 1), getattr(Plain(), "field", 1), hasattr(Plain(), "field"), Failing().field)
