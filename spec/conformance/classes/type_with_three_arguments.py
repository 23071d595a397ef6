# /// gradus
# id = "classes.type-with-three-arguments"
# rules = ["call.star", "expr.call.starred", "dict.set", "dict.pairs"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# type(name, bases, dict) makes a class.
def f(self):
    return self.x

C = type("C", (), {"x": 1, "f": f})
D = type("D", (C,), dict(x=2))
print(C.__name__, D().f(), D.__mro__[1].__name__, D.__qualname__, type(D) is type, type(5) is int)
for args in ((), ("a", "b"), (1, (), {}), ("n", [], {})):
    try:
        type(*args)
    except TypeError as e:
        print("TypeError")
