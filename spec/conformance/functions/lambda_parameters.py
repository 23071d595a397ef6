# /// gradus
# id = "functions.lambda-parameters"
# rules = ["run.lambda", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A lambda takes every kind of parameter.
f = lambda a, b=2, /, c=3, *args, d=4, **kw: (a, b, c, args, d, kw)
print(f(1), f(1, 2, 3, 4, d=5, e=6), (lambda *a: a)(1, 2), (lambda *, k: k)(k=1), (lambda: (yield))().__class__.__name__)
