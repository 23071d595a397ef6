# /// gradus
# id = "generators.stop-iteration-inside-becomes-runtime-error"
# rules = ["run.generator.stop", "exception.repr", "expr.yield", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A StopIteration that leaves a generator's body becomes a RuntimeError.
def g():
    yield 1
    raise StopIteration("inner")

it = g()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(e, "|", repr(e.__cause__), e.__context__ is e.__cause__)

def h():
    yield next(iter([]))

try:
    list(h())
except RuntimeError as e:
    print(e)
