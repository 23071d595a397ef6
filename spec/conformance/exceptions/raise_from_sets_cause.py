# /// gradus
# id = "exceptions.raise-from-sets-cause"
# rules = ["exception.cause", "exception.repr", "convert.repr", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `raise X from Y` sets __cause__ and suppresses the context; `from None` only suppresses.
def f(cause):
    try:
        try:
            raise ValueError("context")
        except ValueError:
            raise KeyError("k") from cause
    except KeyError as e:
        return repr(e.__cause__), repr(e.__context__), e.__suppress_context__

print(f(TypeError("t")))
print(f(TypeError))
print(f(None))
try:
    raise KeyError from 5
except TypeError as e:
    print(e)
