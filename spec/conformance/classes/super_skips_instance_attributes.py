# /// gradus
# id = "classes.super-skips-instance-attributes"
# rules = ["attribute.get.super", "name.class", "name.namespace.load", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# super().x reads class attributes only, with their descriptors bound to self.
class A:
    x = "A.x"

    @property
    def p(self):
        return ("A.p", self.name)

class B(A):
    name = "b"

    def __init__(self):
        self.x = "instance"

    def read(self):
        return super().x, super().p

    @property
    def p(self):
        return "B.p"

print(B().read(), B().p)
