# /// gradus
# id = "names.parameters-are-locals"
# rules = ["operator.binary", "expr.binop", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assigning to a parameter changes the local name only.
def f(x, xs):
    x = x + 1
    xs.append(x)
    xs = []
    return x, xs

items = []
n = 1
print(f(n, items), n, items)
