# /// gradus
# id = "attributes.descriptor-on-instance-is-inert"
# rules = ["object.setattr", "attribute.get.object", "stmt.pass", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A descriptor stored on an instance is an ordinary value.
class D:
    def __get__(self, obj, cls):
        return "called"

class C:
    pass

c = C()
c.x = D()
print(type(c.x).__name__)
C.y = D()
print(c.y)
