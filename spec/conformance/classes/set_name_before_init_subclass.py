# /// gradus
# id = "classes.set-name-before-init-subclass"
# rules = ["name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# At class creation __set_name__ is called first, then __init_subclass__.
class D:
    def __set_name__(self, owner, name):
        print("set_name", name)

class Base:
    def __init_subclass__(cls):
        print("init_subclass")

class C(Base):
    a = D()
    b = D()
    print("body")
