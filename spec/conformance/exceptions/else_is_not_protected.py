# /// gradus
# id = "exceptions.else-is-not-protected"
# rules = ["stmt.pass", "stmt.raise", "exception.raise", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception in the else suite is not caught by the handlers beside it.
try:
    try:
        pass
    except ValueError:
        print("never")
    else:
        raise ValueError("from else")
    finally:
        print("finally")
except ValueError as e:
    print("outside", e)
