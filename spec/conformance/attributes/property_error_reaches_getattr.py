# /// gradus
# id = "attributes.property-error-reaches-getattr"
# rules = ["name.class", "name.namespace.load", "attribute.get.object", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An AttributeError raised inside a property also leads to __getattr__.
class C:
    @property
    def p(self):
        print("property")
        raise AttributeError("inside")

    def __getattr__(self, name):
        return "from getattr " + name

print(C().p)
