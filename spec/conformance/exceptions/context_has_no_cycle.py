# /// gradus
# id = "exceptions.context-has-no-cycle"
# rules = ["exception.repr", "convert.repr", "stmt.raise", "exception.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Raising the handled exception again doesn't make it its own context.
try:
    try:
        raise ValueError("v")
    except ValueError as e:
        raise e
except ValueError as e:
    print(e.__context__)
a, b = KeyError("a"), KeyError("b")
try:
    try:
        raise a
    except KeyError:
        try:
            raise b
        except KeyError:
            raise a
except KeyError as e:
    print(repr(e), repr(e.__context__), repr(b.__context__))
