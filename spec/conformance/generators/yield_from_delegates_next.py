# /// gradus
# id = "generators.yield-from-delegates-next"
# rules = ["expr.yieldfrom", "generator.delegate.send", "expr.yield", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `yield from` gives the items of any iterable; its value is the inner generator's return value.
def inner():
    yield 1
    yield 2
    return "inner result"

def outer():
    r = yield from inner()
    print("r", r)
    r = yield from [10, 20]
    print("r", r)
    yield from "ab"
    yield from ()

print(list(outer()))
