# /// gradus
# id = "classes.call-on-metaclass-controls-instances"
# rules = ["call.star", "expr.call.starred", "object.setattr", "attribute.get.super"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __call__ of the metaclass decides what calling the class gives.
class Cached(type):
    def __init__(cls, *args):
        super().__init__(*args)
        cls.cache = {}

    def __call__(cls, key):
        if key not in cls.cache:
            cls.cache[key] = super().__call__(key)
        return cls.cache[key]

class C(metaclass=Cached):
    def __init__(self, key):
        print("init", key)

print(C(1) is C(1), C(1) is C(2))
