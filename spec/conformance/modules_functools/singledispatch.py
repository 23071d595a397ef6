# /// gradus
# id = "modules-functools.singledispatch"
# rules = ["expr.generatorexp.element", "stmt.break", "expr.generatorexp", "expr.generatorexp.run"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# singledispatch() chooses by the type of the first argument.
from functools import singledispatch

@singledispatch
def f(x):
    return "default"

@f.register(int)
def _(x):
    return "int"

@f.register
def _(x: list):
    return "list of " + ", ".join(f(i) for i in x)

print(f("a"), f(1), f(True), f([1, "x"]), f.dispatch(bool) is f.dispatch(int))
