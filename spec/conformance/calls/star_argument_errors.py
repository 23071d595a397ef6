# /// gradus
# id = "calls.star-argument-errors"
# rules = ["call.star", "call.doublestar", "expr.call.starred", "dict.set"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# The texts for * and ** arguments of the wrong type.
def f(*args, **kw):
    return kw

class M:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, k):
        return k + "!"

print(f(**M()))
for call in (lambda: f(*1), lambda: f(**1), lambda: f(**[1]), lambda: f(**{1: 2}), lambda: f(*None)):
    try:
        call()
    except TypeError as e:
        print(str(e).replace("__main__.", ""))
