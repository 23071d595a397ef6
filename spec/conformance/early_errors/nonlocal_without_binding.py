# /// gradus
# id = "early-errors.nonlocal-without-binding"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `nonlocal` needs a binding in an enclosing function.
print("never")
x = 1
def f():
    nonlocal x
