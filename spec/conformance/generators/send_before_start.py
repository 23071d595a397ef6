# /// gradus
# id = "generators.send-before-start"
# rules = ["generator.send", "expr.yield", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Only None may be sent to a generator that has not started.
def g():
    x = yield 1
    yield x

it = g()
try:
    it.send(5)
except TypeError as e:
    print(e)
print(it.send(None), it.send(6))
