# /// gradus
# id = "classes.super-outside-class"
# rules = ["attribute.get.super", "expr.compare", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Zero-argument super() outside a class fails.
def f(self):
    return super()

try:
    f(1)
except RuntimeError as e:
    print(e)

class A:
    def g(self):
        first = super
        return first().__init__ is not None

try:
    print(A().g())
except RuntimeError as e:
    print(e)
