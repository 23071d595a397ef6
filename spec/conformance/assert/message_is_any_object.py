# /// gradus
# id = "assert.message-is-any-object"
# rules = ["stmt.assert", "name.delete", "stmt.try.handlers", "stmt.try.handler"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The message may be any object, a tuple too, and becomes the exception's only argument.
try:
    assert False, (1, 2)
except AssertionError as e:
    print(e.args)
try:
    assert None, None
except AssertionError as e:
    print(e.args)
