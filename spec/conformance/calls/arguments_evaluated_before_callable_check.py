# /// gradus
# id = "calls.arguments-evaluated-before-callable-check"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Arguments are evaluated even when the callee turns out not to be callable.
def show(x):
    print("eval", x)
    return x

f = 5
try:
    f(show(1), k=show(2))
except TypeError as e:
    print(e)
