# /// gradus
# id = "builtins.not-implemented-and-none-types"
# rules = ["expr.compare", "exception.str", "str.new", "convert.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# None, NotImplemented and Ellipsis have types of their own, each with one value.
print(type(None)(), type(NotImplemented)() is NotImplemented, type(...)() is ..., None.__class__.__name__, repr(NotImplemented))
try:
    n = None
    n()
except TypeError as e:
    print(e)
