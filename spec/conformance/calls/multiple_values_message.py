# /// gradus
# id = "calls.multiple-values-message"
# rules = ["call.star", "call.doublestar", "expr.call.starred", "dict.set"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# An argument given both by position and by name is an error.
def f(a, b=2):
    pass

class C:
    def m(self):
        pass

for call in (lambda: f(1, a=2), lambda: f(1, 2, b=3), lambda: f(*(1, 2), **{"a": 1}), lambda: C().m(self=1)):
    try:
        call()
    except TypeError as e:
        print(e)
