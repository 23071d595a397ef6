# /// gradus
# id = "attributes.data-descriptor-before-instance"
# rules = ["name.class", "name.namespace.load", "bind.subscript", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A data descriptor on the class goes before the instance's own attribute.
class D:
    def __get__(self, obj, cls):
        return "descriptor"

    def __set__(self, obj, value):
        print("set", value)

class C:
    x = D()

c = C()
c.__dict__["x"] = "instance"
print(c.x)
c.x = 5
print(c.__dict__)
