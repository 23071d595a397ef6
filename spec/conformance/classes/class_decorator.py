# /// gradus
# id = "classes.class-decorator"
# rules = ["object.str", "object.setattr", "convert.repr", "expr.joinedstr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A class decorator gets the finished class and its result is bound.
def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {vars(self)}>"
    return cls

def count(cls):
    return cls, len([k for k in vars(cls) if not k.startswith("__")])

@add_repr
class P:
    def __init__(self):
        self.x = 1

@count
class Q:
    a = b = 1

print(P(), Q[1])
