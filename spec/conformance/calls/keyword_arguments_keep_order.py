# /// gradus
# id = "calls.keyword-arguments-keep-order"
# rules = ["call.doublestar", "dict.set", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# **kwargs keeps the order in which the arguments were written.
def f(**kw):
    return list(kw)

print(f(b=1, a=2, **{"z": 1, "y": 2}, c=3))
