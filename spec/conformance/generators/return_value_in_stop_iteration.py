# /// gradus
# id = "generators.return-value-in-stop-iteration"
# rules = ["exception.repr", "expr.yield", "builtin.next", "convert.repr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `return v` in a generator raises StopIteration with value v.
def g():
    yield 1
    return "result"

def h():
    return
    yield

it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value, e.args)
try:
    next(h())
except StopIteration as e:
    print(repr(e), e.value)
print(list(g()))
