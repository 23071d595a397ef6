# /// gradus
# id = "generators.attributes"
# rules = ["expr.yieldfrom", "generator.delegate.send", "expr.yield", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator tells its name, its state and what it delegates to.
def inner():
    yield 1

def g():
    yield from inner()

it = g()
print(it.__name__, it.__qualname__, it.gi_running, it.gi_frame is None, it.gi_yieldfrom)
next(it)
print(it.gi_yieldfrom.__name__, it.gi_code.co_name)
list(it)
print(it.gi_frame is None, iter(it) is it)
