# /// gradus
# id = "builtins.callable-id-type"
# rules = ["expr.lambda", "expr.compare", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# callable(), id() and type().
class C:
    def __call__(self):
        pass

a = []
print(callable(C), callable(C()), callable(5), callable(lambda: 0), id(a) == id(a), id(a) == id([1]), type(a) is list, type(type(a)) is type, type(C()).__name__)
