# /// gradus
# id = "exceptions.exception-identity-is-kept"
# rules = ["stmt.raise", "exception.raise", "expr.compare", "name.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The handler gets the very object that was raised.
err = ValueError("same")
try:
    raise err
except ValueError as e:
    print(e is err)
try:
    try:
        raise err
    except ValueError:
        raise
except ValueError as e:
    print(e is err)
