# /// gradus
# id = "attributes.cached-on-instance-by-non-data-descriptor"
# rules = ["name.class", "name.namespace.load", "bind.subscript", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A non-data descriptor can replace itself by an instance attribute.
class lazy:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls):
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.f(obj)
        return value

class C:
    @lazy
    def x(self):
        return 42

c = C()
print(c.x, c.x)
