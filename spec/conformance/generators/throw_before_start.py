# /// gradus
# id = "generators.throw-before-start"
# rules = ["generator.throw", "generator.throw.what", "exception.raise", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# throw() on a generator that has not started raises at its beginning and finishes it.
def g():
    try:
        yield 1
    except ValueError:
        yield "never"

it = g()
try:
    it.throw(ValueError("early"))
except ValueError as e:
    print(e)
print(list(it))
