# /// gradus
# id = "generators.handled-exception-is-own"
# rules = ["expr.yield", "builtin.next", "stmt.importfrom", "import.name"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator has its own handled exception: the caller's comes back after each yield.
import sys

def g():
    try:
        raise KeyError("inner")
    except KeyError:
        yield type(sys.exc_info()[1]).__name__

try:
    raise ValueError("outer")
except ValueError:
    it = g()
    print(next(it), type(sys.exc_info()[1]).__name__)
    list(it)
    print(type(sys.exc_info()[1]).__name__)
