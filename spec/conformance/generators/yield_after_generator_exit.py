# /// gradus
# id = "generators.yield-after-generator-exit"
# rules = ["generator.close", "expr.yield", "builtin.next", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator that yields in answer to close() raises RuntimeError.
def g():
    try:
        yield 1
    except GeneratorExit:
        yield 2

it = g()
next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)
