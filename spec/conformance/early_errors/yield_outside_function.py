# /// gradus
# id = "early-errors.yield-outside-function"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `yield` outside a function is refused.
print("never")
yield 1
