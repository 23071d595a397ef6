# /// gradus
# id = "exceptions.else-and-finally-order"
# rules = ["stmt.raise", "exception.raise", "stmt.try.handlers", "stmt.try.handler"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# else runs when the body raised nothing; finally always.
def f(fail):
    try:
        print("body")
        if fail:
            raise ValueError
    except ValueError:
        print("except")
    else:
        print("else")
    finally:
        print("finally")
    print("after")

f(False)
f(True)
