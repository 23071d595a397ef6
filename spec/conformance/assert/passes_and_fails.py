# /// gradus
# id = "assert.passes-and-fails"
# rules = ["stmt.assert", "exception.repr", "convert.repr", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `assert` evaluates its message only when the test is false.
def msg():
    print("message")
    return "text"

assert True, msg()
try:
    assert [], msg()
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert 0
except AssertionError as e:
    print(repr(e), e.args)
