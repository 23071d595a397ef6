# /// gradus
# id = "early-errors.yield-in-comprehension"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `yield` inside a comprehension is refused.
print("never")
def f():
    return [(yield x) for x in range(3)]
