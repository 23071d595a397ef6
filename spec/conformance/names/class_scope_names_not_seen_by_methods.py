# /// gradus
# id = "names.class-scope-names-not-seen-by-methods"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Methods don't see class-level names without the class or the instance.
class C:
    limit = 10

    def f(self):
        return limit

    def g(self):
        return self.limit, C.limit

print(C().g())
try:
    C().f()
except NameError as e:
    print(e)
