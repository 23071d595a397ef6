# /// gradus
# id = "generators.throw-accepts-class-or-instance"
# rules = ["generator.throw", "generator.throw.what", "expr.yield", "stmt.while"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# throw() accepts an exception class or an instance; anything else is a TypeError.
def g():
    while True:
        try:
            yield
        except Exception as e:
            print(type(e).__name__, e.args)

it = g()
next(it)
it.throw(ValueError)
it.throw(ValueError("x", 1))
try:
    g().throw(5)
except TypeError as e:
    print(e)
