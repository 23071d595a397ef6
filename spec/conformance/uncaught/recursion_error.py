# /// gradus
# id = "uncaught.recursion-error"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# Endless recursion that nobody catches.
def f():
    return f()

print("before")
f()
