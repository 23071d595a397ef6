# /// gradus
# id = "generators.exception-finishes"
# rules = ["run.generator.stop", "expr.yield", "builtin.next", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator that raised is finished.
def g():
    yield 1
    raise ValueError("bad")
    yield 2

it = g()
next(it)
try:
    next(it)
except ValueError as e:
    print(e)
print(next(it, "finished"))
