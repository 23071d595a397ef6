# /// gradus
# id = "calls.arguments-evaluate-left-to-right"
# rules = ["call.star", "call.doublestar", "expr.call.starred", "dict.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The callee is evaluated first, then the arguments from left to right.
def show(x):
    print("eval", x)
    return x

def f(*args, **kw):
    return args, kw

def callee():
    print("callee")
    return f

print(callee()(show(1), b=show(2), c=show(3)))
print(callee()(show(1), *show([2]), show(3), k=show(4), **show({"m": 5})))
