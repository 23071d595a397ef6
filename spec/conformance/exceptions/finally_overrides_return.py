# /// gradus
# id = "exceptions.finally-overrides-return"
# rules = ["operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A `return` in finally replaces the return value or the exception under way.
def f():
    try:
        return "try"
    finally:
        return "finally"

def g():
    try:
        1 / 0
    finally:
        return "swallowed"

print(f(), g())
