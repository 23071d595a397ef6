# /// gradus
# id = "calls.duplicate-keyword-through-double-star"
# rules = ["call.doublestar", "dict.set", "run.lambda", "dict.pairs"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# A keyword given twice, directly or through **, is an error.
def f(**kw):
    return kw

for call in (lambda: f(a=1, **{"a": 2}), lambda: f(**{"a": 1}, **{"a": 2}), lambda: dict(x=1, **{"x": 2})):
    try:
        call()
    except TypeError as e:
        print(e)
