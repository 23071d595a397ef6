# /// gradus
# id = "calls.too-many-positional-messages"
# rules = ["expr.ifexp", "run.lambda", "expr.lambda", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The texts for too many positional arguments.
def none():
    pass

def one(a):
    pass

def opt(a, b=1):
    pass

def kwonly(a, *, k):
    pass

for call in (lambda: none(1), lambda: one(1, 2), lambda: opt(), lambda: opt(1, 2, 3), lambda: kwonly(1, 2, k=3),
             lambda: kwonly(1, 2), lambda: opt(1, 2, 3, 4, b=3) if 0 else none(1, 2)):
    try:
        call()
    except TypeError as e:
        print(e)
