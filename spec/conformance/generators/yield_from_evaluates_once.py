# /// gradus
# id = "generators.yield-from-evaluates-once"
# rules = ["expr.yieldfrom", "generator.delegate.send", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The iterable of `yield from` is evaluated when it is reached.
def items():
    print("items")
    return [1]

def g():
    print("start")
    yield from items()
    print("end")

for x in g():
    print(x)
