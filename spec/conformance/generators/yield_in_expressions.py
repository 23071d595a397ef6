# /// gradus
# id = "generators.yield-in-expressions"
# rules = ["generator.send", "expr.boolop", "expr.yield", "expr.listcomp.element"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# yield may stand within expressions and keeps what was evaluated before it.
def g():
    print([(yield 1), (yield 2)], {"k": (yield 3)}, ((yield 4) or 5) + 1)
    x = y = yield
    return x, y

it = g()
print([it.send(v) for v in (None, "a", "b", "c", 0)])
try:
    it.send("end")
except StopIteration as e:
    print(e.value)
