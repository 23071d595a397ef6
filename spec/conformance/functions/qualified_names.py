# /// gradus
# id = "functions.qualified-names"
# rules = ["iteration.unpack", "bind.tuple", "bind.elements", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __qualname__ tells the path from the module.
def outer():
    def inner():
        pass
    class Local:
        def m(self):
            pass
    return inner, Local

class C:
    class D:
        def f(self):
            return lambda: 0

inner, Local = outer()
print(outer.__qualname__, inner.__qualname__, Local.__qualname__, Local.m.__qualname__)
print(C.D.f.__qualname__, C.D().f().__qualname__, C.D.__name__)
