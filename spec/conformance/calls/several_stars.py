# /// gradus
# id = "calls.several-stars"
# rules = ["call.star", "call.doublestar", "expr.call.starred", "dict.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Any number of * and ** arguments may be given, mixed with plain ones.
def f(*args, **kw):
    return args, kw

print(f(*[1], 2, *[3, 4], 5, a=1, **{"b": 2}, c=3, **{"d": 4}))
