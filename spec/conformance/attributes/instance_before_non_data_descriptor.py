# /// gradus
# id = "attributes.instance-before-non-data-descriptor"
# rules = ["delete.attribute", "attribute.delete", "attribute.delete.object", "stmt.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A descriptor with __get__ only gives way to the instance's own attribute.
class D:
    def __get__(self, obj, cls):
        return "descriptor"

class C:
    x = D()

c = C()
print(c.x)
c.x = "instance"
print(c.x)
del c.x
print(c.x)
