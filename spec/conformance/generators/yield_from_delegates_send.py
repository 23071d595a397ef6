# /// gradus
# id = "generators.yield-from-delegates-send"
# rules = ["generator.send", "expr.yieldfrom", "generator.delegate.send", "expr.yield"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# What is sent goes to the inner generator.
def inner():
    while True:
        x = yield
        if x is None:
            return "end"
        print("inner got", x)

def outer():
    r = yield from inner()
    yield r

it = outer()
next(it)
it.send(1)
it.send(2)
print(it.send(None))
