# /// gradus
# id = "exceptions.return-in-except-runs-finally"
# rules = ["stmt.raise", "exception.raise", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Returning from a handler or from else runs finally, after the return value is made.
def f(fail):
    try:
        if fail:
            raise ValueError("v")
    except ValueError as e:
        return ["except", str(e)]
    else:
        return ["else"]
    finally:
        print("finally")

print(f(True), f(False))
