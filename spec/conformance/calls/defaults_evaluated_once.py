# /// gradus
# id = "calls.defaults-evaluated-once"
# rules = ["expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Defaults are evaluated once, when `def` is executed.
def make(x):
    print("default", x)
    return []

def f(a, xs=make(1), *, ys=make(2)):
    xs.append(a)
    return xs

print(f(1), f(2), f(3, []), f.__defaults__)
