# /// gradus
# id = "uncaught.recursion-error"
# rules = ["stmt.while", "expr.boolop.test", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# Endless recursion that nobody catches.
def f():
    return f()

print("before")
f()
