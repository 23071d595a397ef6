# /// gradus
# id = "generators.yield-from-iterator-without-send"
# rules = ["generator.send", "expr.yieldfrom", "run.generator.stop", "generator.delegate.send"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Sending a value through `yield from` to a plain iterator needs a send method there.
def outer():
    yield from iter([1, 2])

it = outer()
print(next(it))
try:
    it.send(5)
except AttributeError as e:
    print(e)
print(next(it, "finished"))
