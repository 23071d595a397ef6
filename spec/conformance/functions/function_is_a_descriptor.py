# /// gradus
# id = "functions.function-is-a-descriptor"
# rules = ["expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A function has __get__, which binds.
def f(self, x):
    return self, x

m = f.__get__("me")
print(m(1), f.__get__(None, str) is f, m.__self__)
