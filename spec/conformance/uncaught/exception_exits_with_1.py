# /// gradus
# id = "uncaught.exception-exits-with-1"
# rules = ["stmt.while", "expr.boolop.test", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# An uncaught exception ends the program with exit code 1 and its type and message at the end of stderr.
def f(x):
    return 10 / x

print("before")
f(0)
print("never")
