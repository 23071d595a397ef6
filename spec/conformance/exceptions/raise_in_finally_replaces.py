# /// gradus
# id = "exceptions.raise-in-finally-replaces"
# rules = ["exception.repr", "convert.repr", "stmt.raise", "exception.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception raised in finally replaces the one under way, which becomes its context.
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)
