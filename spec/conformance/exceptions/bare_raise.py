# /// gradus
# id = "exceptions.bare-raise"
# rules = ["stmt.raise", "exception.raise", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `raise` alone raises the exception being handled again, also from a called function.
def again():
    raise

try:
    try:
        raise ValueError("v")
    except ValueError:
        again()
except ValueError as e:
    print(e, e.__context__)
try:
    again()
except RuntimeError as e:
    print(e)
