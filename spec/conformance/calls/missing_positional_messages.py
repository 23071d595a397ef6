# /// gradus
# id = "calls.missing-positional-messages"
# rules = ["run.lambda", "expr.lambda", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The texts for missing arguments.
def f(a, b, c):
    pass

def g(*, x, y):
    pass

class C:
    def m(self, a):
        pass

for call in (lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, c=2), lambda: g(), lambda: g(x=1)):
    try:
        call()
    except TypeError as e:
        print(e)
