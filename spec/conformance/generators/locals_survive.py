# /// gradus
# id = "generators.locals-survive"
# rules = ["generator.send", "expr.yield", "builtin.next", "augment.name"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Locals, loops and try blocks survive between resumptions.
def g(n):
    total = 0
    for i in range(n):
        try:
            x = yield total
            total += x
        finally:
            total += 100

it = g(3)
print(next(it), it.send(1), it.send(2))
