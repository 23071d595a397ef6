# /// gradus
# id = "attributes.set-name-is-called-at-class-creation"
# rules = ["builtin.hasattr", "object.setattr", "name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __set_name__ is called for each attribute in the order of definition.
class D:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

class C:
    a = D()
    b = D()
    c = b

print(C.a.name, C.b.name)
C.late = D()
print(hasattr(C.late, "name"))
