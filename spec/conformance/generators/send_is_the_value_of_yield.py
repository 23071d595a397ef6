# /// gradus
# id = "generators.send-is-the-value-of-yield"
# rules = ["generator.send", "expr.yield", "builtin.next", "name.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# send(v) makes the waiting yield give v; next() gives None.
def g():
    x = yield "first"
    print("got", x)
    y = yield x
    print("got", y)
    return "done"

it = g()
print(next(it), it.send(5))
try:
    next(it)
except StopIteration as e:
    print("value", e.value)
