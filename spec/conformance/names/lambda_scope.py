# /// gradus
# id = "names.lambda-scope"
# rules = ["expr.ifexp", "run.lambda", "expr.lambda", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A lambda has a scope of its own and captures like a function.
def f():
    n = 1
    g = lambda: n
    h = lambda n: n * 2
    k = lambda: (n := 5) if False else 7
    n = 10
    return g(), h(4), k(), n

print(f())
