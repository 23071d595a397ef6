# /// gradus
# id = "attributes.property-called-through-class"
# rules = ["builtin.isinstance", "name.class", "name.namespace.load", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# On the class a property gives itself; property() takes functions directly.
class C:
    def get(self):
        return "got"

    x = property(get, doc="hello")
    y = property(lambda self: self.x + "!")

print(isinstance(C.x, property), C().x, C().y, C.x.fget is C.get, C.x.__doc__, C.x.fset)
