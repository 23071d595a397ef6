# /// gradus
# id = "names.exception-name-is-deleted"
# rules = ["stmt.pass", "exception.str", "operator.binary", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The name of an `except ... as` clause is unbound after the clause.
e = "before"
try:
    1 / 0
except ZeroDivisionError as e:
    pass
try:
    e
except NameError as x:
    print(x)
