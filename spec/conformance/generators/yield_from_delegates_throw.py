# /// gradus
# id = "generators.yield-from-delegates-throw"
# rules = ["generator.delegate.throw", "generator.throw", "generator.throw.what", "expr.yieldfrom"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# What is thrown goes to the inner generator first.
def inner():
    try:
        yield 1
    except ValueError as e:
        print("inner", e)
        yield "handled"

def outer():
    try:
        yield from inner()
    except KeyError as e:
        print("outer", e)
        yield "outer handled"

it = outer()
next(it)
print(it.throw(ValueError("v")))
print(it.throw(KeyError("k")))
