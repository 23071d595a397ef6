# /// gradus
# id = "exceptions.handler-must-be-exception-class"
# rules = ["exception.str", "operator.binary", "str.new", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An except clause with something that is no exception class raises TypeError when it is reached.
for kind in (5, "x", int, (ValueError, 3), [ValueError]):
    try:
        try:
            1 / 0
        except kind:
            pass
    except TypeError as e:
        print(e)
