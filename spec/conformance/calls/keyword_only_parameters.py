# /// gradus
# id = "calls.keyword-only-parameters"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Parameters after * can only be given by name, and may lack defaults in any order.
def f(a, *, k, m=5, n):
    return a, k, m, n

def g(*args, sep="-"):
    return sep.join(args)

print(f(1, k=2, n=3), f(n=1, k=2, a=3, m=4), g("a", "b"), g("a", "b", sep="+"))
try:
    f(1, 2)
except TypeError as e:
    print(e)
