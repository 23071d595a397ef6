# /// gradus
# id = "attributes.property-get-set-delete"
# rules = ["delete.attribute", "attribute.delete", "attribute.delete.object", "augment.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A property calls its getter, setter and deleter.
class C:
    def __init__(self):
        self._x = 0

    @property
    def x(self):
        "The x."
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 2

    @x.deleter
    def x(self):
        print("deleted")

c = C()
c.x = 5
c.x += 1
del c.x
print(c.x, C.x.__doc__, type(C.x).__name__, C.x.fset is not None)
