# /// gradus
# id = "calls.varargs-and-kwargs-collect"
# rules = ["call.doublestar", "bind.subscript", "container.setitem", "dict.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# *args is a tuple of the rest; **kwargs a new dict in call order.
def f(a, *args, b=0, **kw):
    return a, args, b, kw

print(f(1), f(1, 2, 3), f(1, z=1, y=2, b=3, x=4))
d = {"q": 1}

def g(**kw):
    kw["new"] = 1
    return kw

print(g(**d), d)
