# /// gradus
# id = "attributes.metaclass-attributes-through-class"
# rules = ["name.class", "name.namespace.load", "attribute.get.object", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An attribute of a class is looked up on its metaclass too, and data descriptors there go first.
class Meta(type):
    x = "meta"
    only = "meta only"

    @property
    def p(cls):
        return "meta property of " + cls.__name__

class C(metaclass=Meta):
    x = "class"
    p = "class p"

print(C.x, C.only, C.p, C().x, C().p)
try:
    C().only
except AttributeError as e:
    print(e)
