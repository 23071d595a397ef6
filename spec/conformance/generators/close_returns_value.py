# /// gradus
# id = "generators.close-returns-value"
# rules = []
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
