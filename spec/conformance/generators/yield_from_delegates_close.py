# /// gradus
# id = "generators.yield-from-delegates-close"
# rules = ["generator.delegate.throw", "generator.close", "expr.yieldfrom", "run.generator.stop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# close() closes the inner generator first.
def inner():
    try:
        yield 1
    finally:
        print("inner closed")

def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")

it = outer()
next(it)
it.close()
