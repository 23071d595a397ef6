# /// gradus
# id = "generators.already-executing"
# rules = ["expr.yield", "builtin.next", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator can't be resumed while it runs.
def g():
    try:
        next(it)
    except ValueError as e:
        print(e)
    yield 1

it = g()
print(next(it))
