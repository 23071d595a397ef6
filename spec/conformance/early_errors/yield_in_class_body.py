# /// gradus
# id = "early-errors.yield-in-class-body"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `yield` in a class body is refused.
print("never")
def f():
    class C:
        yield 1
