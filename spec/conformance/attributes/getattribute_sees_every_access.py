# /// gradus
# id = "attributes.getattribute-sees-every-access"
# rules = ["object.getattribute", "attribute.get.super", "attribute.get.object", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __getattribute__ is called for every explicit access; its AttributeError leads to __getattr__.
class C:
    x = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("getattr", name)
        return None

c = C()
print(c.x)
print(c.y)
c.z = 3
print(c.z)
