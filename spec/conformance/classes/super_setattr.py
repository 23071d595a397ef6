# /// gradus
# id = "classes.super-setattr"
# rules = ["object.setattr", "attribute.get.super", "attribute.set.object", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# super() objects don't take attributes; super().__setattr__ does.
class A:
    def __init__(self):
        super().__setattr__("x", 1)

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

a = A()
a.y = 2
print(a.x, a.y)
