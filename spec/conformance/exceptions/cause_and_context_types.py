# /// gradus
# id = "exceptions.cause-and-context-types"
# rules = ["exception.repr", "builtin.setattr", "convert.repr", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __cause__ and __context__ must be exceptions or None.
e = ValueError()
for name in ("__cause__", "__context__"):
    try:
        setattr(e, name, 5)
    except TypeError as x:
        print(x)
print(e.__suppress_context__)
e.__cause__ = KeyError("c")
print(e.__suppress_context__, repr(e.__cause__))
