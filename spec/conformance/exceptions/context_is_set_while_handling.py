# /// gradus
# id = "exceptions.context-is-set-while-handling"
# rules = ["exception.repr", "convert.repr", "stmt.raise", "exception.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception raised while another is handled gets it as __context__.
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b")
except KeyError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)

def f():
    raise TypeError("in call")

try:
    try:
        1 / 0
    except ZeroDivisionError:
        f()
except TypeError as e:
    print(repr(e.__context__))
