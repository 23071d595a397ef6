# /// gradus
# id = "attributes.set-only-descriptor"
# rules = ["delete.attribute", "attribute.delete", "attribute.delete.object", "stmt.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A descriptor with __set__ and no __get__ is a data descriptor; reading gives the instance's value or itself.
class D:
    def __set__(self, obj, value):
        obj.__dict__["x"] = value * 2

class C:
    x = D()

c = C()
print(type(c.x).__name__)
c.x = 4
print(c.x)
try:
    del c.x
except AttributeError as e:
    print(type(e).__name__)
