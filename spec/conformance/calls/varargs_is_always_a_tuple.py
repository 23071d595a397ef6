# /// gradus
# id = "calls.varargs-is-always-a-tuple"
# rules = ["expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run", "call.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# *args builds a tuple from any iterable, and passing one on copies nothing visible.
def f(*args):
    return args

xs = [1, 2]
t = f(*xs)
xs.append(3)
print(t, type(t).__name__, f(*"ab"), f(*{1: 2}), f(*(i for i in range(3))), f(*[], *()))
