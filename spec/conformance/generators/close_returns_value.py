# /// gradus
# id = "generators.close-returns-value"
# rules = ["generator.close", "expr.yield", "builtin.next", "stmt.try.handlers"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# Since 3.13 close() gives the generator's return value.
def g():
    try:
        yield 1
    except GeneratorExit:
        return "bye"

it = g()
next(it)
print(it.close())
print(it.close())
