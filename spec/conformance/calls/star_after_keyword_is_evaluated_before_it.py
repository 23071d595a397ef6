# /// gradus
# id = "calls.star-after-keyword-is-evaluated-before-it"
# rules = ["call.star", "expr.call.starred", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A starred argument written after a keyword argument is evaluated before it.
def show(x):
    print("eval", x)
    return x

def f(*args, **kw):
    return args, kw

print(f(show(1), k=show(2), *show([3, 4])))
