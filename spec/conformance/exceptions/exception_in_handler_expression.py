# /// gradus
# id = "exceptions.exception-in-handler-expression"
# rules = ["exception.repr", "convert.repr", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An error while the except expression is evaluated replaces the exception, with it as context.
try:
    try:
        1 / 0
    except undefined_name:
        pass
except NameError as e:
    print(repr(e.__context__))
