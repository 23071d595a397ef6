# /// gradus
# id = "exceptions.context-only-of-active-handler"
# rules = ["stmt.pass", "stmt.raise", "exception.raise", "name.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# After a handler has ended its exception is no longer a context.
try:
    raise ValueError("old")
except ValueError:
    pass
try:
    raise KeyError("new")
except KeyError as e:
    print(e.__context__)
