# /// gradus
# id = "attributes.setattr-and-delattr-hooks"
# rules = ["object.delattr", "builtin.delattr", "delete.attribute", "attribute.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __setattr__ and __delattr__ see every assignment and deletion on instances.
class C:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)

c = C()
c.x = 1
c.x += 5
setattr(c, "y", 2)
del c.x
delattr(c, "y")
print(c.__dict__)
C.z = "class attributes are not seen"
