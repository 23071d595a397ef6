# /// gradus
# id = "classes.new-may-return-existing-object"
# rules = ["object.setattr", "attribute.get.super", "attribute.set.object", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __new__ may return an object made before; __init__ runs again on it.
class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, v):
        self.v = v

a, b = Single(1), Single(2)
print(a is b, a.v)
