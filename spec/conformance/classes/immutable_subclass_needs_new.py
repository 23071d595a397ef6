# /// gradus
# id = "classes.immutable-subclass-needs-new"
# rules = ["attribute.get.super", "bind.attribute", "attribute.set", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The value of an immutable type is set in __new__; __init__ comes too late.
class Inches(float):
    def __new__(cls, cm):
        return super().__new__(cls, cm / 2)

    def __init__(self, cm):
        self.cm = cm

i = Inches(5)
print(i, i + 1, i.cm, type(i).__name__, type(i + 1).__name__, repr(i))
