# /// gradus
# id = "attributes.property-without-setter"
# rules = ["builtin.delattr", "attribute.delete", "attribute.delete.object", "builtin.setattr"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# Assigning to a property without a setter raises AttributeError.
class C:
    @property
    def x(self):
        return 1

c = C()
for f in (lambda: setattr(c, "x", 1), lambda: delattr(c, "x")):
    try:
        f()
    except AttributeError as e:
        print(e)
class D:
    y = property(fset=lambda self, v: None)
try:
    D().y
except AttributeError as e:
    print(e)
